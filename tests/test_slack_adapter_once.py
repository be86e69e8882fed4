"""All that the bot makes at Slack is made once, also where it was done and what stands before Slack answers 502."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import replace

import pytest
from support.once import ANSWER, FLYER, deliver
from support.slack_talk import BOT, LINCOLN, RIVERA, SOTO, Core, connected, last, place, saying, until

from bot.boundary import Button, Buttons, Form, Message, Platform, Press, Private, Text, TextField
from playground.slack import Slack
from playground.slack.api import METHODS

ASK = Form(name="ask", title="Ask", submit="Send", cancel="Not now", about="", fields=(TextField("text", "Question"),))
ONLY_READ_OR_CHANGED = {
    "auth.test",
    "apps.connections.open",
    "users.info",
    "users.list",
    "team.info",
    "chat.update",
    "chat.delete",
    "conversations.open",  # the same one, however often
    "conversations.history",
    "conversations.replies",
    "conversations.members",
    "conversations.info",
    "users.conversations",
    "files.delete",
    "files.info",
    "views.update",
    "views.publish",  # in the place of the one before
    "views.push",  # this bot has none
}
BY_A_FILE = ["files.getUploadURLExternal", "upload", "files.completeUploadExternal"]
CAME = {  # what answers somebody, and what they do for it
    "views.open": lambda rivera, card: rivera.press(card, "Ask"),
    "response_url": lambda rivera, card: rivera.press(card, "Help"),
    "chat.postEphemeral": lambda rivera, _: rivera.say(LINCOLN, f"<@{BOT}> hello"),
}


@pytest.fixture
async def slack() -> AsyncIterator[tuple[Slack, Platform]]:
    def answer(act: object) -> Form | Private:
        return ASK if isinstance(act, Press) and act.do == "ask" else ANSWER

    core = Core()
    core.answer = answer
    async with connected(core) as (slack, connection):
        yield slack, connection.platform


def test_each_method_that_makes_something_at_slack_is_tried() -> None:
    tried = {"chat.postMessage", *BY_A_FILE, *CAME} - {"upload", "response_url"}
    assert METHODS.keys() - ONLY_READ_OR_CHANGED == tried


@pytest.mark.parametrize("thread", [False, True], ids=["channel", "thread"])
async def test_a_message_is_at_slack_once(slack: tuple[Slack, Platform], thread: bool) -> None:
    there, platform = slack
    parent = await platform.post(place(LINCOLN), saying("Days"), 1, None) if thread else ""
    there.faults.next("chat.postMessage", "502_after")
    remote = await deliver(platform, place(LINCOLN, parent), saying("Which day?"), 2)
    assert [one.ts for one in there.accepted_posts(LINCOLN)][thread:] == [remote]


@pytest.mark.parametrize("method", BY_A_FILE)
async def test_a_file_is_at_slack_once(slack: tuple[Slack, Platform], method: str) -> None:
    there, platform = slack
    there.faults.next(method, "502_after")
    await deliver(platform, place(LINCOLN), replace(saying("The flyer"), file=FLYER))
    seen = [file.name for one in there.sit(SOTO).messages(LINCOLN) for file in one.files]
    assert seen == ["flyer.txt"]


@pytest.mark.parametrize("method", CAME)
async def test_somebody_is_answered_once_at_slack(slack: tuple[Slack, Platform], method: str) -> None:
    there, platform = slack
    card = Message((Text("Which day?"), Buttons((Button("Ask", "ask"), Button("Help", "help")))))
    await platform.post(place(LINCOLN), card, 1, None)
    rivera = there.sit(RIVERA)
    there.faults.next(method, "502_after")
    await CAME[method](rivera, last(there, RIVERA))
    await until(lambda: method in [name for name, _ in there.requests])
    if method != "views.open":
        await until(lambda: "files.completeUploadExternal" in [name for name, _ in there.requests])
    assert [name for name, _ in there.requests].count(method) == 1
    assert sum(one.text == "Here it is." for one in rivera.messages(LINCOLN)) == (method != "views.open")


@pytest.mark.parametrize(
    ("method", "pictures"),
    [("chat.postMessage", 1), ("files.getUploadURLExternal", 0), ("upload", 0), ("files.completeUploadExternal", 1)],
)
async def test_a_picture_comes_once_at_most_at_slack(slack: tuple[Slack, Platform], method: str, pictures: int) -> None:
    """In the DM where it was asked for. Where the first half failed nobody has it, and may ask again."""
    there, _ = slack
    rivera, dm = there.sit(RIVERA), there.workspace.dm(RIVERA)
    there.faults.next(method, "502_after")
    await rivera.say(dm, "Show me")
    await until(lambda: "files.getUploadURLExternal" in [name for name, _ in there.requests])

    def seen() -> list[str]:
        return [file.name for one in rivera.messages(dm) for file in one.files]

    await until(lambda: len(seen()) == pictures)
    await rivera.say(dm, "And again")
    await until(lambda: len(seen()) == pictures + 1)
    assert [one.text for one in rivera.messages(dm)].count("Here it is.") == 2
