"""`python -m benchmarks.pretend_slack WORLD.json`: the pretend Slack without rates, in a process of its own."""

from __future__ import annotations

import asyncio
import sys
from pathlib import Path

from playground.slack import Slack
from playground.world import SlackWorld


async def serve(world: SlackWorld) -> None:
    """Until it is killed."""
    slack = Slack(world)
    slack.rates_enforced = False
    await slack.start()
    print(f"ready: {slack.api_url}", flush=True)
    await asyncio.Event().wait()


if __name__ == "__main__":
    asyncio.run(serve(SlackWorld.model_validate_json(Path(sys.argv[1]).read_text(encoding="utf-8"))))
