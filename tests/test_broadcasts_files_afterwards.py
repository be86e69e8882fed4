"""Files that went with what was told to many, afterwards: not posted, taken out, taken back with it, deleted."""

from __future__ import annotations

from pathlib import Path

import pytest
from support import databases
from support.broadcast_files import MAP, MENU, POSTED, UPLOADS, adds, comes, mails, opened
from support.broadcasts import ASSOCIATION, STATUS, at_noon, rows, writes
from support.cores import Core, core
from support.corner import buttons, corner, draw
from support.databases import on_either

from bot import notices
from bot.boundary import Form
from bot.broadcasts import attaching
from bot.broadcasts.model import FILE, KEPT
from bot.delivery.outbox import State


async def tidy(bot: Core) -> None:
    await bot.writer.do(lambda session: attaching.forget(session, bot.clock.now()))


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


@on_either
@pytest.mark.parametrize("sent_back", [True, False])
async def test_one_that_nobody_goes_on_with_keeps_its_file_for_30_days(tmp_path: Path, sent_back: bool) -> None:
    async with core(tmp_path) as bot:
        await at_noon(bot)
        dana, patricia = corner(bot, "Dana Lee"), corner(bot, "Patricia Nowak")
        marcus = corner(bot, "Marcus Tilley", "discord")
        await writes(dana, "Everyone in the partnership")
        await adds(dana)
        await dana.clicks("Send to approver")
        await patricia.presses("broadcast.check", "1")
        patricia.sees("With this file: menu.pdf (13 B)")
        await patricia.clicks("Approve")
        await marcus.presses("broadcast.check", "1")
        seen = marcus.answer
        if sent_back:
            await marcus.presses("broadcast.return", "1")
            await marcus.fills_in(reason="Please say which Friday.")
        await bot.later(days=KEPT.days - 1)
        await tidy(bot)
        assert rows(bot, UPLOADS) == ["here menu.pdf"]
        await bot.later(days=1)
        await tidy(bot)
        assert rows(bot, UPLOADS) == ["dropped menu.pdf"]
        assert await opened(dana) == []
        if not sent_back:
            marcus.answer = seen
            await marcus.clicks("Approve")
            marcus.sees("It was changed since you looked.")
            await patricia.presses("broadcast.check", "1")
            assert "menu.pdf" not in patricia.sees("Shall this go out?")


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
