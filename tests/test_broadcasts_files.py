"""Files that go with what is told to many: sent to the bot, looked over, approved, posted, opened, taken back."""

from __future__ import annotations

from functools import partial
from itertools import count
from pathlib import Path

import pytest
from support import databases
from support.at_once import at_once, by
from support.broadcasts import ASSOCIATION, STATUS, at_noon, rows, writes
from support.cores import Core, core, said
from support.corner import TEXTS, Corner, buttons, corner, draw, drawn
from support.databases import on_both, on_either
from test_broadcast_story import LATE
from test_goals_effort import counted

from bot import notices, uploads
from bot.boundary import Attachment, Form, Private, Said
from bot.broadcasts import attaching, files
from bot.broadcasts.model import FILE, KEPT
from bot.delivery.outbox import State

MENU = b"%PDF-1.7 menu"
MAP = b"\x89PNG\r\n\x1a\n map"
UPLOADS = "select stage || ' ' || name from uploads order by id"
POSTED = "select address from deliveries where card = 'broadcast.file' and not removed order by address"
_ids = count()

# At the core -----------------------------------------------------------------------------------------------------


async def mails(who: Corner, name: str, size: int = 13, reference: str = "F1") -> None:
    sent = (Attachment(name, size, reference),)
    act = Said(id=f"a file {next(_ids)}", actor=who.account, place=who.place, text="", files=sent)
    who.answer = await who.bot.frame.handle(act)


async def comes(bot: Core, content: bytes, file: int = 1) -> str:
    """It is fetched; returns what its sender is shown."""
    read, keep = attaching.READING.read, attaching.READING.keep
    await bot.writer.do(lambda session: keep(session, file, read(session, file, content, TEXTS)))
    return drawn(bot, files.CAME, file)


async def adds(who: Corner, name: str = "menu.pdf", content: bytes = MENU, file: int = 1, draft: int = 1) -> str:
    """To what they are writing; back to its preview."""
    await who.clicks("Add a file")
    await mails(who, name)
    await comes(who.bot, content, file)
    await who.presses("broadcast.take-up", str(draft))
    return who.sees("Nothing is sent yet")


async def opened(who: Corner, file: int = 1) -> list[tuple[str, bytes]]:
    await who.presses(FILE, str(file))
    assert isinstance(who.answer, Private)
    return [(one.name, await one.make()) for one in who.answer.files]


@on_both
async def test_two_at_once_share_the_room_that_is_left(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of one district, for two messages."""
    monkeypatch.setattr(uploads, "ROOM", 20)
    async with core(tmp_path) as bot:
        await at_noon(bot)
        dana, samuel = corner(bot, "Dana Lee"), corner(bot, "Samuel Okafor")
        for who in (dana, samuel):
            await writes(who, ASSOCIATION)
            await who.clicks("Add a file")
        await at_once(bot, by(dana, lambda who: mails(who, "menu.pdf")), by(samuel, lambda who: mails(who, "map.png")))
        samuel.sees("There is no room for it")
        assert databases.rows(bot.settings.database_url, "select name from uploads") == [("menu.pdf",)]


@on_both
async def test_who_approves_it_opens_the_files_and_another_file_is_another_version(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        databases.change(bot.settings.database_url, LATE)
        await at_noon(bot)
        dana, owen, maria = corner(bot, "Dana Lee"), corner(bot, "Owen Lindqvist"), corner(bot, "Maria Rivera")
        await writes(dana, ASSOCIATION)
        assert "With this file: menu.pdf (13 B)" in await adds(dana)
        await dana.clicks("Send to approver")
        await maria.presses("broadcast.check", "1")
        maria.sees("With this file: menu.pdf (13 B)", "Please open them, too")
        old = next(one for one in buttons(said(maria.answer)) if one.do == "broadcast.approve")
        await maria.clicks("menu.pdf (13 B)")
        maria.sees("“menu.pdf” follows. Only you get it.")
        assert await opened(maria) == [("menu.pdf", MENU)]
        for other in (owen, corner(bot, "Rosa Delgado")):  # a reader, before it goes; and somebody of another group
            assert await opened(other) == []
        owen.sees("That isn't here any more.")
        await dana.types("somewhere")
        await dana.clicks("Change it")
        await dana.fills_in()
        await dana.clicks("Take out menu.pdf")
        assert "menu.pdf" not in dana.sees("Nothing is sent yet")
        await dana.clicks("Add a file")
        await mails(dana, "map.png")
        await comes(bot, MAP, 2)
        await dana.types("somewhere")
        await dana.clicks("Go on writing")
        dana.sees("With this file: map.png (12 B)")
        await dana.clicks("Send to approver")
        await maria.presses(old.do, old.about)
        maria.sees("That isn't here any more.")
        assert rows(bot, STATUS) == ["withdrawn", "waiting"]
        await maria.presses("broadcast.check", "2")
        await maria.clicks("Approve")
        await bot.later(minutes=3)
        assert rows(bot, POSTED) == rows(bot, "select address from deliveries where card = 'broadcast'")
        assert await opened(owen, 2) == [("map.png", MAP)]
        assert await opened(corner(bot, "Rosa Delgado"), 2) == []


@on_either
async def test_what_cannot_be_taken_costs_the_file_and_not_the_words(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        await at_noon(bot)
        maria = corner(bot, "Maria Rivera")
        await maria.types("tell", "The copier is back.")
        await maria.clicks("Add a file")
        maria.sees("leave out names of students", "up to 2 MB")
        for name, size, reference, why in (
            ("menu.exe", 9, "F1", "I can't take that kind of file."),
            ("menu.pdf", uploads.LARGEST + 1, "F1", "too large"),
            ("menu.pdf", 9, "", "I can't get that file from where it is"),
        ):
            await mails(maria, name, size, reference)
            maria.sees(why)
        assert rows(bot, UPLOADS) == []
        await mails(maria, "menu.pdf")
        await maria.presses("broadcast.take-up", "1")
        maria.sees("I'm fetching “menu.pdf”.", "The copier is back.", "Is the file here yet?")
        await maria.presses("broadcast.send", "1")
        maria.sees("I'm fetching “menu.pdf”.")
        assert "I couldn't get “menu.pdf”" in await comes(bot, b"<html>")
        await maria.presses("broadcast.send", "1")
        assert "menu.pdf" not in maria.sees("Nothing is sent yet", "The copier is back.")  # not as it was shown
        await maria.clicks("Send it")
        assert rows(bot, STATUS) == ["planned"]


@on_either
async def test_two_at_most_each_of_another_name_and_what_looks_like_records_is_said(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        maria = corner(bot, "Maria Rivera")
        await maria.types("tell", "The copier is back.")
        assert "seems to have numbers, birthdays" in await adds(maria, "list.csv", b"name,born\nAna,3/4/2015\n")
        await maria.clicks("Add a file")
        await mails(maria, "list.csv")
        maria.sees("A file called “list.csv” goes with it already.")
        await mails(maria, "map.png")
        await comes(bot, MAP, 2)
        await maria.presses("broadcast.take-up", "1")
        maria.sees("With these files: list.csv (23 B) and map.png (12 B)")
        assert "Add a file" not in [one.label for one in buttons(said(maria.answer))]
        await maria.presses("broadcast.file-add", "1")
        maria.sees("There are 2 files already.")


@on_either
async def test_a_file_is_for_what_was_said_last(tmp_path: Path) -> None:
    """To the data shelf, or to many."""
    async with core(tmp_path) as bot:
        dana = corner(bot, "Dana Lee")
        await writes(dana, ASSOCIATION)
        await dana.clicks("Add a file")
        await bot.later(hours=2)
        await mails(dana, "menu.pdf")  # too late: her home card
        assert rows(bot, UPLOADS) == []
        await dana.presses("broadcast.file-add", "1")
        await bot.later(minutes=1)
        await writes(dana, ASSOCIATION)
        await dana.clicks("Add a file")
        await mails(dana, "menu.pdf")
        assert rows(bot, "select subject from uploads") == ["2"]


@on_either
async def test_readers_get_it_alone_and_a_correction_takes_one_out(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        await at_noon(bot)
        samuel, owen = corner(bot, "Samuel Okafor"), corner(bot, "Owen Lindqvist")
        await writes(samuel, ASSOCIATION)
        await adds(samuel)
        await adds(samuel, "map.png", MAP, 2)
        await samuel.clicks("Send it")
        await bot.later(hours=2)
        (line,) = rows(bot, "select roundup_id from notices join members on member_id = members.id"
                            " where notices.name = 'broadcast' and key = 'owen-lindqvist'")  # fmt: skip
        labels = [one.label for one in buttons(draw(bot, notices.CARD, int(line)))]
        assert {"menu.pdf (13 B)", "map.png (12 B)"} <= {*labels}
        assert await opened(owen) == [("menu.pdf", MENU)]
        await owen.clicks("Back")
        owen.sees("With these files: menu.pdf (13 B) and map.png (12 B)")
        assert await opened(corner(bot, "Rosa Delgado")) == []
        form = await samuel.presses("broadcast.correct", "1")
        assert isinstance(form, Form)
        await samuel.fills_in(files="menu.pdf (13 B)")
        samuel.sees("Corrected.", "people who got it still have it")
        assert rows(bot, UPLOADS) == ["dropped menu.pdf", "here map.png"]
        assert await opened(owen) == []
        assert await opened(owen, 2) == [("map.png", MAP)]
        await samuel.presses("broadcast.correct", "1")
        await samuel.fills_in()
        samuel.sees("Nothing was changed.")


@on_either
async def test_they_are_deleted_at_the_end_of_its_time_and_with_a_draft(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        await at_noon(bot)
        maria, dana = corner(bot, "Maria Rivera"), corner(bot, "Dana Lee")
        await maria.types("tell", "The copier is back.")
        await adds(maria)
        await maria.clicks("Send it")
        await writes(dana, ASSOCIATION)
        await dana.clicks("Add a file")
        await mails(dana, "map.png")
        await comes(bot, MAP, 2)
        await tidy(bot)
        assert rows(bot, UPLOADS) == ["here menu.pdf", "here map.png"]
        await dana.presses("broadcast.cancel", "2")
        await tidy(bot)
        assert rows(bot, UPLOADS) == ["here menu.pdf", "dropped map.png"]
        await bot.later(minutes=3)
        await bot.later(days=KEPT.days)
        await tidy(bot)
        assert rows(bot, UPLOADS) == ["dropped menu.pdf", "dropped map.png"]
        assert rows(bot, "select id from uploads where content is not null") == []


async def tidy(bot: Core) -> None:
    await bot.writer.do(lambda session: files.forget(session, bot.clock.now()))


@on_either
async def test_where_a_committee_keeps_files_out_it_only_names_them(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        await at_noon(bot)
        home = "select id from places where name = 'lincoln-staff'"
        closed = f"update committees set files = false, home_id = ({home})"
        databases.change(bot.settings.database_url, f"{closed} where id = (select min(id) from committees)")
        maria = corner(bot, "Maria Rivera")
        await maria.types("tell", "The copier is back.")
        seen = await adds(maria)
        assert "In #lincoln-staff (Slack) files aren't posted" in seen
        await maria.clicks("Send it")
        await bot.later(minutes=3)
        assert rows(bot, "select count(*) from deliveries where card = 'broadcast'") == ["1"]
        assert rows(bot, POSTED) == []


@on_either
async def test_a_file_that_could_not_be_posted_is_said_to_its_sender(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        await at_noon(bot)
        maria = corner(bot, "Maria Rivera")
        await maria.types("tell", "The copier is back.")
        await adds(maria)
        await maria.clicks("Send it")
        await bot.later(minutes=3)
        for state, why in ((State.FAILED, "I couldn't post it there"), (State.HELD, "may be in #lincoln-staff")):
            change = f"update deliveries set state = '{state.name}', waits_since = null where card = '{FILE}'"
            databases.change(bot.settings.database_url, change)
            await maria.presses("broadcast.report", "1")
            maria.sees("“menu.pdf”", why)


@on_either
async def test_what_it_costs_to_look_over_and_open_does_not_grow_with_its_readers(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        await at_noon(bot)
        samuel, owen = corner(bot, "Samuel Okafor"), corner(bot, "Owen Lindqvist")
        await writes(samuel, ASSOCIATION)
        await adds(samuel)
        await samuel.clicks("Send it")
        await writes(samuel, ASSOCIATION)
        await adds(samuel, "map.png", MAP, 2, draft=2)
        await bot.later(minutes=10)
        databases.change(bot.settings.database_url, LATE)  # somebody approves it, however many they are
        looks = [(samuel, "broadcast.take-up", "2"), (owen, FILE, "1"), (samuel, "broadcast.report", "1")]
        before = [await counted(partial(who.presses, do, about)) for who, do, about in looks]
        people = "select 1 union all select i + 1 from n where i < 1000"
        columns = "district_id, 'x' || i, 'X', language, group_id, building_id"
        databases.change(
            bot.settings.database_url,
            "insert into members (district_id, key, name, language, group_id, building_id)"
            f" with recursive n(i) as ({people}) select {columns} from n, members where key = 'owen-lindqvist'",
        )
        after = [await counted(partial(who.presses, do, about)) for who, do, about in looks]
        assert after == before


@on_either
async def test_in_a_channel_that_others_join_a_correction_leaves_no_file(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        await at_noon(bot)
        maria = corner(bot, "Maria Rivera")
        await maria.types("tell", "The copier is back.")
        await adds(maria)
        await maria.clicks("Send it")
        await bot.later(minutes=3)
        assert rows(bot, POSTED) == ["slack:T01CEDAR/C01LINCOLNSTAFF"]
        staff = "from places, groups where places.name = 'lincoln-staff' and groups.key = 'board'"
        put = "insert into place_groups (place_id, group_id) select places.id, groups.id"
        databases.change(bot.settings.database_url, f"{put} {staff}")
        await maria.presses("broadcast.correct", "1")
        await maria.fills_in(**{"text-en": "The copier is gone."})
        assert rows(bot, POSTED) == []
        assert rows(bot, UPLOADS) == ["here menu.pdf"]  # its other readers still get it


@on_either
async def test_what_was_taken_off_and_sent_twice_keeps_its_file_until_both_are_taken_back(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        await at_noon(bot)
        maria = corner(bot, "Maria Rivera")
        await maria.types("tell", "The copier is back.")
        await adds(maria)
        await maria.clicks("Send it")
        await maria.clicks("Stop: don't send it")
        for _ in range(2):
            await maria.presses("broadcast.change", "1")
            await maria.fills_in()
            await maria.clicks("Send it")
        await bot.later(minutes=3)
        assert rows(bot, STATUS) == ["withdrawn", "going", "going"]
        for number, kept in (("2", "here menu.pdf"), ("3", "dropped menu.pdf")):
            await maria.presses("broadcast.retract", number)
            await maria.fills_in()
            assert rows(bot, UPLOADS) == [kept]
            assert await opened(maria, int(number)) == []
