"""What the bot says of its own accord, and what it knows afterwards."""

from __future__ import annotations

import time
from collections.abc import AsyncIterator
from dataclasses import replace

import pytest
from support.slack_talk import BOT, ELSEWHERE, LINCOLN, RIVERA, SOTO, TEAM, Core, connected, last, place, saying

from bot.boundary import (
    NOT_BROUGHT,
    Account,
    NoEvidence,
    OutcomeUnknown,
    Platform,
    Refused,
    Remote,
    RemoteFile,
    RetryAfter,
)
from playground.faults import Kind
from playground.slack import Slack


@pytest.fixture
async def both() -> AsyncIterator[tuple[Slack, Platform]]:
    async with connected(Core()) as (slack, connection):
        yield slack, connection.platform


@pytest.fixture
def slack(both: tuple[Slack, Platform]) -> Slack:
    return both[0]


@pytest.fixture
def platform(both: tuple[Slack, Platform]) -> Platform:
    return both[1]


async def test_a_card_from_first_to_last(slack: Slack, platform: Platform) -> None:
    posted = await platform.post(place(LINCOLN), saying("first <!channel>"), 1, None)
    assert (last(slack, SOTO).id, last(slack, SOTO).text, last(slack, SOTO).pings) == (posted, "first <!channel>", ())

    await platform.edit(place(LINCOLN), posted, saying("second @everyone"), 2)
    assert (last(slack, SOTO).text, last(slack, SOTO).edited, last(slack, SOTO).pings) == ("second @everyone", True, ())

    await platform.delete(place(LINCOLN), posted)
    await platform.delete(place(LINCOLN), posted)
    assert not slack.messages(LINCOLN)
    with pytest.raises(Refused, match="message_not_found"):
        await platform.edit(place(LINCOLN), posted, saying("third"), 3)


async def test_in_a_thread_and_in_a_dm(slack: Slack, platform: Platform) -> None:
    parent = await platform.post(place(LINCOLN), saying("parent"), 1, None)
    started = time.time()
    reply = await platform.post(place(LINCOLN, parent), saying("reply"), 2, None)
    assert [message.thread_ts for message in slack.messages(LINCOLN)] == ["", parent]
    assert await platform.post(place(LINCOLN, parent), saying("reply"), 2, started) == reply

    slack.faults.next("conversations.open", "500")  # Slack opens few a minute: a post does it by itself
    dm = await platform.open_dm(Account("slack", TEAM, RIVERA))
    posted = await platform.post(dm, saying("only for you"), 3, None)
    await platform.edit(dm, posted, saying("still only for you"), 4)
    opened = slack.workspace.dm(RIVERA)
    assert last(slack, RIVERA, opened).text == "still only for you"


async def test_a_dm_of_before_is_found_again(slack: Slack, platform: Platform) -> None:
    """By a process that did not open it."""
    dm, started = await platform.open_dm(Account("slack", TEAM, RIVERA)), time.time()
    posted = await platform.post(place(slack.workspace.dm(RIVERA)), saying("from before"), 3, None)
    assert await platform.post(dm, saying("from before"), 3, started) == posted
    await platform.edit(dm, posted, saying("changed"), 4)
    await platform.delete(dm, posted)
    assert not slack.messages(slack.workspace.dm(RIVERA))


async def test_a_post_in_doubt_is_found_and_not_doubled(slack: Slack, platform: Platform) -> None:
    started = time.time()
    slack.faults.next("chat.postMessage", "drop_after")
    with pytest.raises(OutcomeUnknown):
        await platform.post(place(LINCOLN), saying("once"), 1, None)
    for number in range(2, 4):
        await platform.post(place(LINCOLN), saying(f"other {number}"), number, None)

    found = await platform.post(place(LINCOLN), saying("once"), 1, started)

    assert found == slack.messages(LINCOLN)[0].ts
    assert len(slack.accepted_posts(LINCOLN)) == 3


async def test_what_is_said_instead_of_a_file_is_known_again_as_that(platform: Platform) -> None:
    started = time.time()
    instead = await platform.post(place(LINCOLN), saying("flyer.txt stays where it is"), 1, None)
    flyer = RemoteFile("flyer.txt", 5, None, "", "")
    found = await platform.find(place(LINCOLN), replace(saying("flyer.txt"), file=flyer), 1, started)
    assert isinstance(found, Remote)
    assert (found, found.lacks) == (instead, NOT_BROUGHT)
    assert await platform.find(place(LINCOLN), replace(saying("flyer.txt"), file=flyer), 2, started) == ""


async def test_a_post_that_never_arrived_is_made(slack: Slack, platform: Platform) -> None:
    started = time.time()
    slack.faults.next("chat.postMessage", "drop_before")
    with pytest.raises(OutcomeUnknown):
        await platform.post(place(LINCOLN), saying("once"), 1, None)

    await platform.post(place(LINCOLN), saying("once"), 1, started)

    assert len(slack.messages(LINCOLN)) == 1


async def test_evidence_is_looked_for_on_every_page(slack: Slack, platform: Platform) -> None:
    slack.rates_enforced = False
    started = time.time()
    first = await platform.post(place(LINCOLN), saying("first"), 1, None)
    for number in range(2, 253):
        await platform.post(place(LINCOLN), saying("more"), number, None)
    assert await platform.post(place(LINCOLN), saying("first"), 1, started) == first


async def test_only_the_bots_own_metadata_counts(slack: Slack, platform: Platform) -> None:
    posted = await platform.post(place(LINCOLN), saying("mine"), 1, None)
    (message,) = slack.messages(LINCOLN)
    message.by_bot = False  # without `bot_id`, as Slack tells of some
    assert await platform.post(place(LINCOLN), saying("mine"), 1, time.time()) == posted
    message.user = SOTO
    assert await platform.post(place(LINCOLN), saying("mine"), 1, time.time()) != posted


async def test_where_it_may_not_look_nobody_knows(slack: Slack, platform: Platform) -> None:
    await slack.leave(BOT, LINCOLN)
    with pytest.raises(NoEvidence):
        await platform.post(place(LINCOLN), saying("once"), 1, time.time())


async def test_what_hinders_looking_leaves_the_doubt(slack: Slack, platform: Platform) -> None:
    hindrances: tuple[Kind, ...] = ("429", "500")
    for hindrance in hindrances:
        slack.faults.next("conversations.history", hindrance)
        with pytest.raises(OutcomeUnknown):
            await platform.post(place(LINCOLN), saying("once"), 1, time.time())
    assert not slack.accepted_posts(LINCOLN)


@pytest.mark.parametrize("method", ["chat.postMessage", "chat.update", "chat.delete"])
@pytest.mark.parametrize(
    ("fault", "meaning"), [("429", RetryAfter), ("500", OutcomeUnknown), ("drop_after", OutcomeUnknown)]
)
async def test_what_a_failure_means(
    slack: Slack, platform: Platform, method: str, fault: Kind, meaning: type[Exception]
) -> None:
    posted = await platform.post(place(LINCOLN), saying("there"), 1, None)
    slack.faults.next(method, fault, seconds=7)
    calls = {
        "chat.postMessage": lambda: platform.post(place(LINCOLN), saying("more"), 2, None),
        "chat.update": lambda: platform.edit(place(LINCOLN), posted, saying("changed"), 3),
        "chat.delete": lambda: platform.delete(place(LINCOLN), posted),
    }
    with pytest.raises(meaning) as raised:
        await calls[method]()
    assert not isinstance(raised.value, RetryAfter) or raised.value.after == 7
    assert [name for name, _ in slack.requests].count(method) <= 2  # nothing was sent again by itself


async def test_a_refusal_has_slacks_own_code(platform: Platform) -> None:
    with pytest.raises(Refused, match="not_in_channel"):
        await platform.post(place(ELSEWHERE), saying("secret"), 1, None)
    with pytest.raises(Refused, match="channel_not_found"):
        await platform.post(place("C0NOWHERE"), saying("secret"), 1, None)


async def test_while_the_token_is_not_accepted_everything_waits(slack: Slack, platform: Platform) -> None:
    slack.token_revoked = True
    with pytest.raises(RetryAfter):
        await platform.post(place(LINCOLN), saying("later"), 1, None)
    with pytest.raises(OutcomeUnknown):
        await platform.post(place(LINCOLN), saying("later"), 1, time.time())
    slack.token_revoked = False
    await platform.post(place(LINCOLN), saying("now"), 1, None)


async def test_without_slack_nothing_was_sent(slack: Slack, platform: Platform) -> None:
    await slack.stop()
    with pytest.raises((RetryAfter, OutcomeUnknown)):  # the pooled connection may still be there once
        await platform.post(place(LINCOLN), saying("nobody hears"), 1, None)
    with pytest.raises(RetryAfter):
        await platform.post(place(LINCOLN), saying("nobody hears"), 1, None)


async def test_pictures_are_asked_for_only_where_the_app_may(slack: Slack, platform: Platform) -> None:
    assert await platform.picture(Account("slack", TEAM, RIVERA)) == ""
    assert "users.info" not in [method for method, _ in slack.requests]
