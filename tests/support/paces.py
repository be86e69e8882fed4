"""How slowly the platforms let anybody post and edit, lifted. In a story the bot would spend most of its time waiting,
and a storm at Slack's 50 edits a minute would take an hour and show no more. And when everybody gives up waiting for an
answer, put off: a machine that many tests share is busy, and "I'm busy, please try again" is not what they try."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from unittest.mock import patch

from adapters.discord import answers
from adapters.discord import outbound as discord
from adapters.slack import outbound as slack
from bot import frame
from bot.boundary import Pace
from playground.discord import interactions
from playground.slack import tickets

PATIENT = 15.0  # seconds


@contextmanager
def lifted() -> Iterator[None]:
    """On the bot's side; the pretend platforms have `rates_enforced`."""
    with ExitStack() as ending:
        for adapter in (slack.Outbound, discord.Outbound):
            ending.enter_context(patch.object(adapter, "paces", {do: Pace() for do in adapter.paces}))
        yield


@contextmanager
def patient() -> Iterator[None]:
    """The bot, and both pretend platforms that are made in it; Slack's `ack_seconds` are given."""
    with ExitStack() as ending:
        for module in (frame, answers, interactions):
            ending.enter_context(patch.object(module, "PATIENCE", PATIENT))
        ending.enter_context(patch.object(tickets, "TRIGGER_SECONDS", PATIENT))
        yield
