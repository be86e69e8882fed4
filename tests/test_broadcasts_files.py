"""Files that go with what is told to many: sent to the bot, looked over, approved, posted, opened. What becomes of them
then: `test_broadcasts_files_afterwards`."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import pytest
from support import databases
from support.at_once import at_once, by
from support.broadcast_files import MAP, MENU, POSTED, UPLOADS, adds, comes, mails, opened
from support.broadcasts import ASSOCIATION, STATUS, at_noon, rows, writes
from support.cores import core, said
from support.corner import buttons, corner
from support.databases import on_both, on_either
from test_broadcast_story import LATE
from test_goals_effort import counted

from bot import uploads
from bot.broadcasts.model import FILE


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
async def test_a_files_name_is_looked_at_for_records_too(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        maria = corner(bot, "Maria Rivera")
        await maria.types("tell", "The copier is back.")
        assert "seems to have" not in await adds(maria, "IEP_meeting.pdf")
        assert "“IEP_123-45-6789.pdf” seems to have numbers" in await adds(maria, "IEP_123-45-6789.pdf", file=2)


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
