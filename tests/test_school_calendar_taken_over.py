"""The school's calendar as a file, once it is read: looked over, taken over and undone."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

import pytest
from support import databases
from support.cores import Core, core
from support.corner import TEXTS, Corner, buttons, corner, draw, drawn
from support.databases import on_either
from support.posting import Platform
from support.terminal import stops
from test_school_calendar_files import FALL, HEAD, day

from bot import routes
from bot.boundary import Address, Attachment, Refused, RetryAfter, Said
from bot.delivery.received import TRIES, Receiver
from bot.operations import school_calendar
from bot.operations.settings import Settings
from bot.storage.database import connect

pytestmark = on_either


NOW = datetime(2026, 10, 6, 15, tzinfo=UTC)


@dataclass
class Lying(Platform):
    """On which one file lies."""

    content: bytes = b""
    failures: list[BaseException] = field(default_factory=list)

    async def fetch(self, at: Address, reference: str) -> bytes:
        if self.failures:
            raise self.failures.pop()
        return self.content


class Ended(BaseException):
    """The process, before it is done."""


async def sends(
    who: Corner, content: str, name: str = "2026-27.ics", failures: list[BaseException] | None = None
) -> None:
    """In their DM, and it is read."""
    file = Attachment(name, len(content), "F1")
    act = Said(
        id=f"file {who.account} {hash(content)} {name}", actor=who.account, place=who.place, text="", files=(file,)
    )
    who.answer = await who.bot.frame.handle(act)
    await received(who.bot, content, failures)


async def received(bot: Core, content: str, failures: list[BaseException] | None = None) -> None:
    """What is due, by one that works."""
    engine = connect(bot.settings.database_url)
    readings = {key: one.reading for key, one in routes.HOUSE.files.items()}
    lying = {"slack": Lying(content=content.encode(), failures=failures or [])}
    receiver = Receiver(engine, bot.writer, TEXTS, lying, readings, bot.clock.now)
    try:
        while await receiver.take_one():
            pass
    finally:
        engine.dispose()


def listed(bot: Core) -> list[str]:
    found = databases.rows(bot.settings.database_url, "select day from no_school order by day")
    return [str(one) for (one,) in found]


def planned(bot: Core) -> list[str]:
    query = "select at from meetings where phase = 'planned' order by at"
    return [str(at)[:10] for (at,) in databases.rows(bot.settings.database_url, query)]


async def pair(bot: Core) -> Corner:
    maria, rosa = corner(bot, "Maria Rivera"), corner(bot, "Rosa Delgado", "discord")
    await maria.presses("meeting.start")
    await maria.fills_in(first="2026-10-15T15:15", second="2026-10-16T15:15")
    await maria.clicks("Send")
    await rosa.presses("meeting.pick", "1:1")
    return maria


async def takes_over(who: Corner, upload: int = 1) -> None:
    """By the button on the card in their DM."""
    offered = {one.do: one.about for one in buttons(draw(who.bot, "calendar.file", upload))}
    await who.presses("calendar.apply", offered["calendar.apply"])


async def test_it_is_looked_over_taken_over_and_undone(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        await pair(bot)
        dana, before = corner(bot, "Dana Lee"), listed(bot)
        await sends(dana, FALL)
        card = drawn(bot, "calendar.file", 1)
        assert "2 days without school are new" in card
        assert "October 15, 2026 to October 16, 2026 (2 school days): Fall Break" in card
        assert "One meeting changes:\n• one meeting of others" in card
        assert (listed(bot), planned(bot)) == (before, ["2026-10-15"])
        await takes_over(dana)
        dana.sees("These are days without school now")
        await bot.later(minutes=1)
        assert planned(bot) == ["2026-10-19"]
        await dana.clicks("Undo")
        await bot.later(minutes=1)
        assert (listed(bot), planned(bot)) == (before, ["2026-10-15"])
        await dana.presses("calendar.apply", "1")
        dana.sees("Undone.")


async def test_it_names_no_meeting_but_those_of_its_sender(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        await pair(bot)
        dana, samuel = corner(bot, "Dana Lee"), corner(bot, "Samuel Okafor")
        await dana.presses("meeting.start")
        await dana.fills_in(first="2026-10-16T15:15", second="2026-10-20T15:15")
        await dana.clicks("Send")
        await samuel.presses("meeting.pick", "2:1")
        await sends(dana, FALL)
        card = drawn(bot, "calendar.file", 1)
        assert "2 meetings change:" in card
        assert "Samuel Okafor (the superintendent" in card
        assert "Friday, October 16, 3:15 PM moves to Monday, October 19, 3:15 PM" in card
        assert "• one meeting of others" in card
        assert "Maria Rivera" not in card


async def test_the_next_calendar_takes_away_only_what_the_last_one_brought(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        dana, samuel, before = corner(bot, "Dana Lee"), corner(bot, "Samuel Okafor"), listed(bot)
        await sends(dana, FALL)
        await takes_over(dana)
        await dana.presses("meeting.no-school-yes", "2026-10-13")
        await dana.presses("meeting.no-school-undo", "2026-10-15")
        dana.sees("That day is in the district's files")
        await sends(samuel, HEAD + day("No school", "20261014") + day("Break", "20261016") + day("Recess", "20261127"))
        card = drawn(bot, "calendar.file", 2)
        assert "One day isn't free any more" in card
        assert "• October 15, 2026" in card
        await takes_over(samuel, 2)
        assert listed(bot) == sorted({*before, "2026-10-13", "2026-10-14", "2026-10-16"})
        await dana.presses("calendar.undo", "1")
        dana.sees("Another calendar was taken over after this one")
        await samuel.clicks("Undo")
        kept = "select stage, cast(titles as text) = '[]' from calendar_uploads order by id"
        assert [*map(tuple, databases.rows(bot.settings.database_url, kept))] == [("applied", False), ("undone", True)]
        await dana.presses("calendar.undo", "1")
        assert listed(bot) == sorted({*before, "2026-10-13"})


async def test_its_sender_says_which_entries_count(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        dana = corner(bot, "Dana Lee")
        await sends(dana, HEAD + day("Fair in town", "20261015") + day("Picture day", "20261020"))
        assert "No entry looks like a day without school" in drawn(bot, "calendar.file", 1)
        await dana.presses("calendar.choose", "1")
        assert dana.choices("titles") == ["Fair in town", "Picture day"]
        await dana.fills_in(titles="Fair in town")
        assert "October 15, 2026: Fair in town" in drawn(bot, "calendar.file", 1)
        seen = next(one for one in buttons(draw(bot, "calendar.file", 1)) if one.do == "calendar.apply")
        await dana.presses("meeting.no-school-yes", "2026-10-15")
        await dana.presses(seen.do, seen.about)
        dana.sees("have changed meanwhile")
        await dana.presses("calendar.drop", "1")
        assert drawn(bot, "calendar.file", 1) == "Everything is as it was."
        kept = "select name, titles, chosen from calendar_uploads"
        assert [*map(str, databases.rows(bot.settings.database_url, kept)[0])] == ["", "[]", "[]"]


async def test_others_are_told_who_can_and_what_cannot_be_had_is_said(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        maria, dana = corner(bot, "Maria Rivera"), corner(bot, "Dana Lee")
        await sends(maria, FALL)
        maria.sees("Dana Lee and Samuel Okafor")
        await sends(dana, FALL, failures=[Refused("no_file")])
        assert "I couldn't get or read the file" in drawn(bot, "calendar.file", 1)
        await sends(dana, "hello", name="notes.csv")
        assert "Not one entry of it could be read" in drawn(bot, "calendar.file", 2)
        await sends(dana, FALL, name="later.ics", failures=[RetryAfter(0.0)])
        assert "I'm reading it" in drawn(bot, "calendar.file", 3)
        databases.change(bot.settings.database_url, "update received_files set due_at = 0")
        await sends(dana, FALL, name="again.ics")
        assert "2 days without school are new" in drawn(bot, "calendar.file", 3)
        assert databases.rows(bot.settings.database_url, "select id from received_files") == []


async def test_a_file_at_which_the_process_ends_each_time_is_given_up(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        dana, again = corner(bot, "Dana Lee"), "update received_files set due_at = 0"
        with pytest.raises(Ended):
            await sends(dana, FALL, failures=[Ended()])
        for _ in range(TRIES - 1):
            databases.change(bot.settings.database_url, again)
            with pytest.raises(Ended):
                await received(bot, FALL, [Ended()])
        assert "I'm reading it" in drawn(bot, "calendar.file", 1)
        databases.change(bot.settings.database_url, again)
        await received(bot, FALL, [Ended()])
        assert "I couldn't get or read the file" in drawn(bot, "calendar.file", 1)
        assert "You can send it again" in drawn(bot, "calendar.file", 1)
        assert databases.rows(bot.settings.database_url, "select id from received_files") == []
        await sends(dana, FALL, name="again.ics")
        assert "2 days without school are new" in drawn(bot, "calendar.file", 2)


async def test_of_one_that_says_too_much_it_says_what_to_do(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        dana = corner(bot, "Dana Lee")
        await sends(dana, "2026-11-11\n" + "\n" * 50_000, name="2026-27.csv")
        assert "Please export one school year, or only the days without school." in drawn(bot, "calendar.file", 1)


def test_the_command_shows_it_and_changes_nothing_unless_told_to(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    settings = Settings(_env_file=None, database_url=databases.loaded(tmp_path))
    file, url = tmp_path / "days.csv", settings.database_url
    file.write_text("date,title\n2027-03-17,Holiday\n")
    count = "select count(*) from no_school"
    ((before,),) = databases.rows(url, count)
    assert school_calendar.take(settings, TEXTS, file, "", NOW, applying=False) == 0
    assert "One day without school is new" in capsys.readouterr().out
    assert databases.rows(url, count) == [(before,)]
    assert school_calendar.take(settings, TEXTS, file, "", NOW, applying=True) == 0
    assert databases.rows(url, count) == [(before + 1,)]
    assert school_calendar.undo(settings, TEXTS, "", NOW) == 0
    assert databases.rows(url, count) == [(before,)]
    with stops("no calendar was taken over"):
        school_calendar.undo(settings, TEXTS, "", NOW)
    with stops("gone.csv: No such file"):
        school_calendar.take(settings, TEXTS, tmp_path / "gone.csv", "", NOW, applying=True)
    with stops("which district? --district takes its key"):
        school_calendar.take(settings, TEXTS, file, "elsewhere", NOW, applying=True)
