"""`python -m benchmarks.pretend_slack WORLD.json [TIMES]`: the pretend Slack in a process of its own, without rates or
with those of Slack times so many."""

from __future__ import annotations

import asyncio
import sys
from pathlib import Path

from playground.slack import Slack
from playground.slack.rates import Rates
from playground.world import SlackWorld


async def serve(world: SlackWorld, hurry: float = 0.0) -> None:
    """Until it is killed."""
    slack = Slack(world)
    slack.rates_enforced, slack.rates = hurry > 0, Rates(hurry or 1.0)
    await slack.start()
    print(f"ready: {slack.api_url}", flush=True)
    await asyncio.Event().wait()


if __name__ == "__main__":
    world = SlackWorld.model_validate_json(Path(sys.argv[1]).read_text(encoding="utf-8"))
    asyncio.run(serve(world, *map(float, sys.argv[2:])))
