"""How slowly the platforms let anybody post and edit, lifted. In a story the bot would spend most of its time waiting,
and a storm at Slack's 50 edits a minute would take an hour and show no more."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from unittest.mock import patch

from adapters.discord import outbound as discord
from adapters.slack import outbound as slack
from bot.boundary import Pace


@contextmanager
def lifted() -> Iterator[None]:
    """On the bot's side; the pretend platforms have `rates_enforced`."""
    with ExitStack() as ending:
        for adapter in (slack.Outbound, discord.Outbound):
            ending.enter_context(patch.object(adapter, "paces", {do: Pace() for do in adapter.paces}))
        yield
