"""A broadcast on its way: paused, stopped, corrected and taken back in the middle of it; urgent; read and reminded of.
Everybody whom it is for is told once."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from sqlalchemy import Engine, event
from support import databases
from support.broadcasts import ALONE, ASSOCIATION, POSTED, ROUNDED, TOLD, at_noon, begun, rows, sends, to_staff
from support.cores import said
from support.corner import corner, drawn, next_due
from support.databases import on_either
from support.posting import sending
from support.talk import core

from bot.boundary import Private
from bot.broadcasts import reading, walks

pytestmark = on_either

STAFF = (
    "select m.name from members m join groups g on g.id = m.group_id"
    " where g.key = 'cvea' and m.name <> 'Douglas Pruitt' order by m.building_id, m.name"
)

MEMBERS = 30  # of the association, one of whom has no account that is known
WALKS = "select kind from broadcast_walks"
ARRIVED = (
    "select key from broadcast_directs d join members on members.id = member_id"
    " join deliveries on subject = d.id and card = 'broadcast.direct' where state = 'STANDING'"
)
STANDING = "select card from deliveries where state = 'STANDING' order by card"


@pytest.fixture(autouse=True)
def few_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(walks, "AT_ONCE", 4)


async def test_paused_in_the_middle_and_resumed(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        samuel = await begun(bot)
        await samuel.clicks("Pause")
        samuel.sees("Nobody else gets it until you go on")
        await bot.later(hours=2)
        assert (len(rows(bot, TOLD)), rows(bot, ROUNDED)) == (4, [])
        await samuel.clicks("Go on")
        await bot.later(hours=2)
        assert Counter(rows(bot, ROUNDED)) == Counter(set(rows(bot, ROUNDED)))
        assert (len(rows(bot, TOLD)), len(rows(bot, ROUNDED))) == (MEMBERS, MEMBERS - 1)
        assert not rows(bot, WALKS)


async def test_it_is_looked_at_once_for_several_whose_message_is_rounded_up(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        await begun(bot)
        asked = list[str]()

        def note(_connection: object, _cursor: object, statement: str, *_: object) -> None:
            asked.append(statement)

        event.listen(Engine, "before_cursor_execute", note)
        try:
            await bot.later(hours=2)
        finally:
            event.remove(Engine, "before_cursor_execute", note)
        added = [one for one in asked if one.startswith("INSERT INTO roundups")]
        looked = [one for one in asked if " FROM broadcasts " in one.replace("\n", " ")]
        assert len(added) > 10
        assert len(looked) < len(added)


async def test_stopped_in_the_middle(tmp_path: Path) -> None:
    async with core(tmp_path) as bot, sending(bot) as sender:
        samuel = await begun(bot)
        for _ in range(2):
            await next_due(bot, "notice")
        await sender.drain(5.0)
        told = rows(bot, ROUNDED)
        assert len(told) == 2
        await samuel.presses("broadcast.stop", "1")
        samuel.sees("Nobody else gets it; where it is, it stays.")
        await bot.later(days=1)
        await sender.drain(5.0)
        assert rows(bot, ROUNDED) == told
        assert "Insurance" in drawn(bot, "roundup", 1)


async def test_taken_back_while_it_goes_out(tmp_path: Path) -> None:
    async with core(tmp_path) as bot, sending(bot) as sender:
        samuel = await begun(bot)
        await bot.later(seconds=1)
        await next_due(bot, "notice")
        await sender.drain(5.0)
        assert len(rows(bot, ROUNDED)) >= 1
        await samuel.presses("broadcast.retract", "1")
        await samuel.fills_in(reason="It was wrong.")
        samuel.sees("Taken back everywhere. Copies may remain.")
        arrived = rows(bot, ROUNDED)
        await bot.later(days=1)
        await sender.drain(5.0)
        assert rows(bot, ROUNDED) == arrived
        looks = drawn(bot, "roundup", 1)
        assert "This message was taken back: “Insurance”" in looks
        assert "It was wrong." in looks
        assert "Open enrollment" not in looks


async def test_every_copy_is_corrected_and_says_since_when(tmp_path: Path) -> None:
    async with core(tmp_path) as bot, sending(bot) as sender:
        await at_noon(bot)
        samuel = await to_staff(bot, urgent=True)
        samuel.sees("It goes out")
        await bot.later(hours=1)
        await sender.drain(5.0)
        assert (len(rows(bot, ALONE)), len(rows(bot, TOLD))) == (MEMBERS - 1, 1)
        await samuel.presses("broadcast.correct", "1")
        await samuel.fills_in(**{"text-en": "It ends on Thursday."})
        samuel.sees("Corrected. Every copy changes")
        await bot.later(minutes=5)
        edits = "select count(*) from deliveries where card = 'broadcast.direct' and wanted > 2"
        assert rows(bot, edits) == [str(MEMBERS - 1)]
        assert "Corrected Tuesday" in drawn(bot, "broadcast.direct", 7)
        assert "It ends on Thursday." in drawn(bot, "broadcast.direct", 7)


async def test_urgent_comes_by_itself_once_a_day_and_in_hours(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        await at_noon(bot)
        maria = "insert into preferences (member_id, key, value) select id, 'hours', '20-22' from members"
        databases.change(bot.settings.database_url, f"{maria} where key = 'maria-rivera'")
        for _ in range(2):
            await to_staff(bot, urgent=True)
            await bot.later(hours=1)
        alone = rows(bot, ALONE)
        assert len(alone) == MEMBERS - 2
        assert "maria-rivera" not in alone, "it is not her hour"
        assert Counter(rows(bot, TOLD)) == Counter(dict.fromkeys(alone, 1) | {"maria-rivera": 2, "douglas-pruitt": 2})
        assert not any("Urgent" in drawn(bot, "roundup", int(id)) for id in rows(bot, "select id from roundups"))


async def test_who_cannot_be_written_to_finds_it_elsewhere(tmp_path: Path) -> None:
    """In the day's message where a DM by itself was refused; on the home card where somebody wants no messages."""
    async with core(tmp_path) as bot, sending(bot, "U01WENDELL") as sender:
        await at_noon(bot)
        owen = corner(bot, "Owen Lindqvist")
        await owen.presses("messages.where", "home")
        await to_staff(bot, urgent=True)
        await bot.later(minutes=3)
        await sender.drain(5.0)
        await bot.later(hours=2)
        assert "curtis-wendell" in rows(bot, TOLD)
        assert {"owen-lindqvist", "curtis-wendell"}.isdisjoint(rows(bot, ARRIVED))
        await owen.types("somewhere")
        owen.sees("From the superintendent", "Open enrollment ends")
        await owen.clicks("I've read it")
        await owen.types("somewhere")
        assert "Insurance" not in said(owen.answer).text()


# Read ------------------------------------------------------------------------------------------------------------


async def test_reading_is_counted_and_gives_nobody_away(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        await at_noon(bot)
        samuel = await to_staff(bot)
        await bot.later(hours=1)
        names = (
            *("Maria Rivera", "Jamal Whitfield", "Owen Lindqvist", "Thuy Pham", "Curtis Wendell", "Greta Holm"),
            "Aisha Farouk",
        )
        for name in names[:4]:
            await corner(bot, name).presses("broadcast.read", "1")
        await samuel.presses("broadcast.report", "1")
        samuel.sees("Fewer than five people have said", "no proof")
        for name in (*names, names[0]):
            reader = corner(bot, name)
            await reader.presses("broadcast.read", "1")
            reader.sees("sees how many, never who")
        await samuel.presses("broadcast.report", "1")
        early = samuel.sees("At least 5 people have said that they read it.")
        assert "By building" not in early
        await bot.later(days=1)
        await samuel.presses("broadcast.report", "1")
        report = samuel.sees("At least 5 people")
        assert not any(name in report for name in names)
        assert "Riverbend Elementary: 3 of 5" not in report, "too few to be told"
        answer = await samuel.presses("broadcast.take-along", "1")
        assert isinstance(answer, Private)
        table = (await answer.files[0].make()).decode()
        assert not any(name in table for name in names)
        await bot.later(days=30)
        await bot.writer.do(lambda session: reading.forget(session, bot.clock.now()))
        assert not rows(bot, "select member_id from broadcast_reads")
        await samuel.presses("broadcast.report", "1")
        samuel.sees("At least 5 people")
        kevin = corner(bot, "Kevin Brandvold", "discord")
        await kevin.presses("broadcast.read", "1")
        kevin.sees("That isn't here any more")
        owen = corner(bot, "Owen Lindqvist")
        await owen.presses("broadcast.read", "1")
        owen.sees("It was sent more than 30 days ago, so it isn't counted any more.")
        assert "I've read it" not in drawn(bot, "broadcast", 1)


async def test_who_has_read_it_can_be_taken_along_as_a_picture(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        await at_noon(bot)
        databases.change(bot.settings.database_url, "update members set building_id = 1 + id % 2")
        samuel = await to_staff(bot)
        await bot.later(hours=1)
        for name in rows(bot, STAFF)[::2]:
            await corner(bot, name).presses("broadcast.read", "1")
        await bot.later(days=1)
        answer = await samuel.presses("broadcast.take-along", "1")
        samuel.sees("The numbers, as a picture and a table. They have no names.")
        assert isinstance(answer, Private)
        image, sheet = answer.files
        assert "Riverbend Elementary: 8 of 15." in image.alt.replace("\xa0", " ")
        assert '"People","Riverbend Elementary",15' in (await sheet.make()).decode()
        assert (await image.make()).startswith(b"\x89PNG")


async def test_who_has_not_read_it_is_reminded_in_their_own_message(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        await at_noon(bot)
        samuel = await to_staff(bot)
        await bot.later(hours=1)
        await corner(bot, "Maria Rivera").presses("broadcast.read", "1")
        await samuel.presses("broadcast.report", "1")
        await samuel.clicks("Remind those who haven't")
        samuel.sees("They are reminded in their own messages")
        await samuel.presses("broadcast.remind", "1")
        samuel.sees("They were reminded a short while ago")
        await bot.later(days=1)
        reminded = rows(bot, TOLD.replace("'broadcast'", "'broadcast.reminder'"))
        assert len(reminded) == MEMBERS - 2
        assert "maria-rivera" not in reminded
        days = databases.rows(bot.settings.database_url, "select member_id, day from roundups")
        assert len(days) == len(set(days)), "never more than one message a day"


async def test_it_is_read_where_it_was_posted(tmp_path: Path) -> None:
    async with core(tmp_path) as bot, sending(bot) as sender:
        await at_noon(bot)
        await sends(corner(bot, "Dana Lee"), ASSOCIATION)
        await bot.later(minutes=3)
        await sender.drain(5.0)
        assert rows(bot, STANDING) == ["broadcast", "broadcast.progress"]
        owen = corner(bot, "Owen Lindqvist")
        await owen.types("somewhere")
        owen.sees("“Insurance”, from the association's president")
        await owen.clicks("I've read it")
        await owen.types("somewhere")
        assert "Insurance" not in said(owen.answer).text()
        assert len(rows(bot, POSTED)) == 1
