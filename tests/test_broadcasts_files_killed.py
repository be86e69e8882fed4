"""The bot is killed while a message and its file are posted in a channel: each is there once afterwards, the file
below what it goes with."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from support import databases
from support.broadcast_files import MENU, comes, mails
from support.broadcasts import LEASES, round_the_clock
from support.cores import core_on, said
from support.corner import buttons, corner
from support.databases import on_either
from support.house import eventually
from support.talk import Chair, chair
from support.town import Town, town

from bot.broadcasts.model import FILE
from bot.timetable import Clock

pytestmark = on_either

POSTS = "POST /channels/{channel_id}/messages"
STATES = "select card, state from deliveries where card in ('broadcast', 'broadcast.file') order by id"
NOW = "update due set at = '2026-10-06 00:00:00.000000' where \"do\" = 'broadcast.begin'"
SITTING = {  # author, reader and where that one sits
    "slack": ("Maria Rivera", "Jamal Whitfield", "lincoln-staff"),
    "discord": ("Rosa Delgado", "Silvia Cantú", "familias-de-lincoln"),
}
ELSEWHERE = (
    "delete from broadcast_places where place_id not in"
    " (select id from places where name in ('lincoln-staff', 'familias-de-lincoln'))"
)
LATE = 5.0  # seconds after which all is answered: the bot is killed meanwhile


async def with_a_menu(place: Town, platform: str, author: str) -> None:
    """A rep's message to their building is about to go out."""
    round_the_clock(place.bot.database)
    async with core_on(place.bot.database, clock=Clock()) as bot:
        who = corner(bot, author, platform)
        await who.types("tell", "Lunch is new this week.")
        await who.presses("broadcast.file-add", "1")
        await mails(who, "menu.pdf")
        await comes(bot, MENU)
        await who.presses("broadcast.take-up", "1")
        send = next(one for one in buttons(said(who.answer)) if one.do == "broadcast.send")
        await who.presses(send.do, send.about)
    databases.change(place.bot.database, ELSEWHERE)
    databases.change(place.bot.database, NOW)  # as if its two minutes were over


def stands(reader: Chair) -> list[str]:
    """What the bot has said in their channel: words, and names of files below them."""
    own = [one for one in reader.person.messages(reader.channel) if "menu" in one.text or "Lunch" in one.text]
    return [name for one in own for name in (["words"] if "Lunch" in one.text else [file.name for file in one.files])]


@pytest.mark.parametrize(
    ("platform", "slow", "seen"),
    [
        ("slack", "chat.postMessage", ["words"]),  # it doesn't know yet that its words are there
        ("slack", "files.getUploadURLExternal", ["words"]),  # its file is on the way
        ("slack", "files.completeUploadExternal", ["words", "menu.pdf"]),
        ("discord", POSTS, ["words"]),
        ("discord", POSTS, ["words", "menu.pdf"]),
    ],
)
async def test_killed_between_a_message_and_its_file(
    tmp_path: Path, platform: str, slow: str, seen: Sequence[str]
) -> None:
    author, reader, channel = SITTING[platform]
    async with town(tmp_path) as place:
        await with_a_menu(place, platform, author)
        there = chair(place, platform, reader, channel)
        faults = (place.slack if platform == "slack" else place.discord).faults
        faults.chance("slow", 1.0, [slow], seconds=LATE)
        place.bot.start()
        await eventually(lambda: stands(there) == list(seen), 60)
        place.bot.kill()
        assert (FILE, "WAITING") in place.bot.rows(STATES)
        faults.clear()
        databases.change(place.bot.database, LEASES)
        place.bot.start()
        await eventually(lambda: place.bot.rows(STATES) == [("broadcast", "STANDING"), (FILE, "STANDING")], 60)
        assert stands(there) == ["words", "menu.pdf"]
        assert place.bot.rows("select count(*) from uploads where stage = 'here'") == [(1,)]
