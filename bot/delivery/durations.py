"""How long sends take at least, at the paces that the platforms ask for. The adapters keep to these; here they are
known before anything is sent. A test holds them against those of the adapters."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import timedelta

from bot.boundary import Pace

PACES: Mapping[str, Mapping[str, Pace]] = {
    "slack": {"post": Pace(channel=1.0, workspace=60 / 500), "edit": Pace(workspace=60 / 48)},
    "discord": {
        "post": Pace(channel=1.0, workspace=0.025, threads=True, dms=2.0),
        "edit": Pace(channel=1.05, threads=True),
    },
}
DMS = "slack"  # where nearly all of them go


def of(do: str, channels: Sequence[str], dms: int) -> timedelta:
    """One message in each of these channels, by their addresses, and in that many people's DMs."""
    counted = Counter(address.partition(":")[0] for address in channels)
    counted[DMS] += dms
    spans = (count * PACES[platform][do].workspace for platform, count in counted.items() if platform in PACES)
    return timedelta(seconds=max(spans, default=0.0))
