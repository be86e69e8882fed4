"""`python -m benchmarks.bare_slack PORT API`: a Bolt app over HTTP that acknowledges every press and does nothing."""

from __future__ import annotations

import re
import sys

from aiohttp import web
from slack_bolt.app.async_app import AsyncApp
from slack_bolt.context.ack.async_ack import AsyncAck
from slack_sdk.web.async_client import AsyncWebClient

SECRET = "of-the-benchmark"
PATH = "/slack/events"


async def acknowledge(ack: AsyncAck) -> None:
    await ack()


def main(port: int, api: str) -> None:
    app = AsyncApp(
        client=AsyncWebClient("xoxb-bare", base_url=api), signing_secret=SECRET, process_before_response=True
    )
    app.action(re.compile(""))(acknowledge)
    web.run_app(
        app.web_app(PATH), host="127.0.0.1", port=port, access_log=None, print=lambda _: print("ready", flush=True)
    )


if __name__ == "__main__":
    main(int(sys.argv[1]), sys.argv[2])
