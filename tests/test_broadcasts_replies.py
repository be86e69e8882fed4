"""What people reply below a broadcast in a channel: it comes to the seat that told it, if it wants that, and is
answered where it stands."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session
from support import databases, districts
from support.broadcasts import TEXT, at_noon, rows
from support.corner import Corner, corner, drawn
from support.databases import on_either
from support.meetings import load
from support.posting import Platform, sending
from support.talk import Core, core

from bot.boundary import Account, Address, Answer, Deleted, Edited, Private, Prose, Said
from bot.boundary.prose import Block, Span
from bot.bridge.model import Thread
from bot.broadcasts import replying
from bot.broadcasts.model import HEARD, KEPT

pytestmark = on_either

STAFF = Address("slack", "T01CEDAR", "C01LINCOLNSTAFF")
STAYS = "No le paso a nadie lo que se conteste aquí abajo."
WRITTEN_DOWN = "select words from carried"
ANSWERS = "select address from deliveries where card = 'broadcast.reply'"


@asynccontextmanager
async def told(
    folder: Path, *, wants: bool = True, slack: Platform | None = None
) -> AsyncIterator[tuple[Core, Corner, Address]]:
    """The rep has told her building something, which stands in its channel; and the thread below it."""
    async with core(folder) as bot:
        await at_noon(bot)
        maria = corner(bot, "Maria Rivera")
        await maria.types("tell", TEXT)
        maria.sees("What people reply in these channels stays there; they are told so.")
        if wants:
            await maria.clicks("Have replies come to me")
            maria.sees("For four weeks, what people reply in these channels comes to you; they are told so.")
        await maria.clicks("Send it")
        await bot.later(minutes=3)
        await shown(bot, slack or Platform("slack"))
        remote = rows(bot, "select remote from deliveries where card = 'broadcast'")[0]
        yield bot, maria, Address("slack", "T01CEDAR", STAFF.channel, remote)


async def declared(bot: Core, folder: Path, slack: Platform, audience: str) -> None:
    """Its district's files say that the staff's channel is for others, and what follows from it is shown."""
    files = districts.copy(folder / "files")
    line = "lincoln-staff,en,{}"
    districts.edit(files, "places.csv", line.format("joint,cvea;administration,lincoln"), line.format(audience))
    await load(bot, files)
    await shown(bot, slack)


async def shown(bot: Core, slack: Platform) -> None:
    async with sending(bot, platforms={"slack": slack, "discord": Platform("discord")}) as sender:
        await sender.drain(5)


async def says(bot: Core, who: Account, thread: Address, text: str, message: str = "1") -> Answer:
    prose = Prose((Block("lines", (Span(text),)),))
    id = f"said {message} {text}"
    return await bot.frame.handle(
        Said(id=id, actor=who, place=thread, message=message, text=text, prose=prose, to_bot=False)
    )


async def test_a_reply_comes_to_the_seat_that_wants_it_and_is_answered_where_it_stands(tmp_path: Path) -> None:
    async with told(tmp_path) as (bot, maria, thread):
        assert "Replies below this also reach Lincoln Elementary's building rep" in drawn(bot, "broadcast", 1)
        jamal = corner(bot, "Jamal Whitfield")
        await says(bot, jamal.account, thread, "Does that hold for part-time staff?")
        await maria.types("somewhere")
        maria.sees("Someone replied to “Open enrollment ends on Friday”.")
        await maria.clicks("See the replies")
        maria.sees(
            "Jamal Whitfield in #lincoln-staff", "Does that hold for part-time staff?", "for everyone who reads it"
        )
        await maria.clicks("Answer")
        await maria.fills_in(text="Yes, *all* of us.")
        maria.sees("Your answer goes to #lincoln-staff")
        assert rows(bot, ANSWERS) == [str(thread)]
        shown = drawn(bot, "broadcast.reply", 1)
        assert "building rep answers Jamal Whitfield" in shown
        assert "Does that hold for part-time staff?\nYes, all of us." in shown
        await maria.presses("broadcast.replies", "1")
        maria.sees("No replies are waiting")


async def test_that_somebody_replied_comes_in_the_days_message(tmp_path: Path) -> None:
    async with told(tmp_path) as (bot, _, thread):
        await says(bot, corner(bot, "Jamal Whitfield").account, thread, "Does that hold for part-time staff?")
        await bot.later(hours=24)
        slack = Platform("slack")
        async with sending(bot, platforms={"slack": slack, "discord": Platform("discord")}) as sender:
            await sender.drain(5)
        assert "Someone replied to “Open enrollment ends on Friday”." in "".join(
            one.text for one in slack.standing.values()
        )


async def test_replies_reach_nobody_where_nobody_wants_them(tmp_path: Path) -> None:
    async with told(tmp_path, wants=False) as (bot, maria, thread):
        assert "I don't pass on replies below this." in drawn(bot, "broadcast", 1)
        await says(bot, corner(bot, "Jamal Whitfield").account, thread, "Does that hold for me?")
        assert rows(bot, WRITTEN_DOWN) == []
        await maria.presses("broadcast.replies", "1")
        maria.sees("No replies are waiting")


async def test_a_reply_says_what_it_says_now_and_goes_when_it_is_deleted(tmp_path: Path) -> None:
    async with told(tmp_path) as (bot, maria, thread):
        jamal, ines = corner(bot, "Jamal Whitfield").account, corner(bot, "Priya Natarajan").account
        await says(bot, jamal, thread, "Is it Fryday?")
        await says(bot, ines, thread, "Never mind.", "2")
        prose = Prose((Block("lines", (Span("Is it Friday?"),)),))
        changed = {"place": thread, "message": "1", "text": "Is it Friday?", "prose": prose, "to_bot": False}
        await bot.frame.handle(Edited(id="e", actor=jamal, edition=1.0, **changed))
        await bot.frame.handle(Deleted(id="d", place=thread, message="2"))
        await maria.presses("broadcast.replies", "1")
        seen = maria.sees("Is it Friday?")
        assert "Never mind" not in seen
        await maria.clicks("Answer")
        await bot.frame.handle(Deleted(id="d2", place=thread, message="1"))
        await maria.fills_in(text="Yes.")
        maria.sees("This one was answered, or is gone.")
        assert rows(bot, ANSWERS) == []


async def test_only_its_seat_sees_replies_and_only_from_those_who_are_meant_there(tmp_path: Path) -> None:
    async with told(tmp_path) as (bot, maria, thread):
        await says(bot, maria.account, thread, "Ask me anything.")
        jamal, stranger = corner(bot, "Jamal Whitfield"), Account("slack", "T01CEDAR", "U01NOBODY")
        await says(bot, jamal.account, thread, "When?", "2")
        answer = await says(bot, stranger, thread, "And me?", "3")
        assert isinstance(answer, Private)
        assert "I don't pass on what you write here" in answer.message.text()
        for do, about in (("broadcast.replies", "1"), ("broadcast.reply", "1"), ("broadcast.reply-leave", "1")):
            await jamal.presses(do, about)
            jamal.sees("isn't here any more")
        await maria.presses("broadcast.replies", "1")
        seen = maria.sees("When?")
        assert "And me?" not in seen
        assert "Ask me anything" not in seen
        await maria.clicks("No answer needed")
        maria.sees("No replies are waiting")


async def test_no_answer_goes_to_a_channel_that_is_meant_for_others_by_now(tmp_path: Path) -> None:
    async with told(tmp_path) as (bot, maria, thread):
        await says(bot, corner(bot, "Jamal Whitfield").account, thread, "When?")
        await maria.presses("broadcast.reply", "1")
        opened = "update places set audience = 'COMMUNITY' where name = 'lincoln-staff'"
        databases.change(bot.settings.database_url, opened)
        await maria.fills_in(text="Friday.")
        maria.sees("#lincoln-staff (Slack) is closed, or meant for others by now")
        assert rows(bot, ANSWERS) == []


async def test_what_is_said_below_it_in_one_channel_is_carried_to_no_other(tmp_path: Path) -> None:
    async with told(tmp_path) as (bot, _, thread):
        await says(bot, corner(bot, "Jamal Whitfield").account, thread, "When?")
        assert rows(bot, "select card from deliveries where card like 'bridge%'") == []

        def threads(session: Session) -> int:
            return len(session.scalars(select(Thread)).all())

        assert await bot.writer.do(threads) == len(rows(bot, "select address from deliveries where card = 'broadcast'"))


@pytest.mark.parametrize("audience", ["caucus,board,", "caucus,administration,lincoln"])
async def test_what_is_said_in_a_channel_that_is_anothers_by_now_comes_to_nobody(tmp_path: Path, audience: str) -> None:
    """Nor does what was said there before, once its author changes it for those who read it now."""
    slack = Platform("slack")
    async with told(tmp_path, slack=slack) as (bot, maria, thread):
        other = corner(bot, "Patricia Nowak" if "board" in audience else "Elena Ortiz")
        elena = corner(bot, "Elena Ortiz")
        await says(bot, elena.account, thread, "When?")
        await declared(bot, tmp_path, slack, audience)
        assert "Replies below this also reach" not in "".join(one.text for one in slack.standing.values())
        answer = await says(bot, other.account, thread, "SECRET: we close the library", "2")
        assert isinstance(answer, Private)
        assert answer.message.text() in ("I don't pass on replies below this.", STAYS)
        assert await says(bot, other.account, thread, "SECRET: and the gym", "3") is None
        assert len(rows(bot, WRITTEN_DOWN)) == 1
        prose = Prose((Block("lines", (Span("SECRET: never"),)),))
        changed = {"place": thread, "message": "1", "text": "", "prose": prose, "to_bot": False}
        await bot.frame.handle(Edited(id="e", actor=elena.account, edition=1.0, **changed))
        assert "SECRET" not in str(rows(bot, WRITTEN_DOWN))
        await maria.types("somewhere")
        assert "replied to" not in maria.sees()
        await maria.presses("broadcast.replies", "1")
        maria.sees("No replies are waiting")


async def test_replies_come_for_four_weeks_and_can_be_answered_two_days_longer(tmp_path: Path) -> None:
    slack = Platform("slack")
    async with told(tmp_path, slack=slack) as (bot, maria, thread):
        jamal, priya = corner(bot, "Jamal Whitfield"), corner(bot, "Priya Natarajan")
        await bot.later(days=HEARD.days - 1)
        await says(bot, jamal.account, thread, "When?")
        await bot.later(days=1)
        answer = await says(bot, priya.account, thread, "SECRET: I am ill", "2")
        assert isinstance(answer, Private)
        assert answer.message.text() == "I don't pass on replies below this."
        assert rows(bot, "select count(*) from carried") == ["1"]
        await over(bot)
        await shown(bot, slack)
        assert "I don't pass on replies below this." in "".join(one.text for one in slack.standing.values())
        assert await says(bot, priya.account, thread, "And when I am well?", "3") is None
        await maria.types("somewhere")
        await maria.clicks("See the replies")
        maria.sees("When?")
        await bot.later(days=KEPT.days - HEARD.days)
        await over(bot)
        assert "waits for an answer" not in drawn(bot, "broadcast.progress", 1)
        assert rows(bot, "select count(*) from carried") == ["1"]


async def over(bot: Core) -> None:
    await bot.writer.do(lambda session: replying.end(session, bot.clock.now()))


async def test_replies_to_what_was_taken_back_come_to_nobody(tmp_path: Path) -> None:
    async with told(tmp_path) as (bot, maria, thread):
        await maria.presses("broadcast.retract", "1")
        await maria.fills_in(reason="It was wrong.")
        answer = await says(bot, corner(bot, "Jamal Whitfield").account, thread, "SECRET: I am ill")
        assert isinstance(answer, Private)
        assert answer.message.text() == "I don't pass on replies below this."
        assert rows(bot, WRITTEN_DOWN) == []
