"""The bot as `main.py` runs it, with one thing lifted: how slowly the platforms let anybody post and edit. At Slack's
pace, 50 edits a minute, a storm over hundreds of messages would take an hour and show no more. Run, not imported."""

from __future__ import annotations

import sys
from pathlib import Path

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).parents[2]))

    import main
    from adapters.discord import outbound as discord
    from adapters.slack import outbound as slack
    from bot.boundary import Pace

    for adapter in (slack.Outbound, discord.Outbound):
        adapter.paces = {do: Pace() for do in adapter.paces}
    sys.exit(main.main())
