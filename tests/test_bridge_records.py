"""What looks like part of a student's record is not carried to a committee's other home until its author says so."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from sqlalchemy.orm import Session
from support import databases
from support.bridged import DANA, DISCORD, HOME, SLACK, UNDER, Talking, asked, deleted, edited, opened, said
from support.cores import core
from support.cores import said as told
from support.corner import buttons
from support.databases import on_both, on_either
from support.districts import copy, edit
from support.house import house
from support.talk import chair

from bot import drafts
from bot.boundary import Address, Attachment, Press, Private, Said
from bot.operations import commands
from bot.people.places import find_place

pytestmark = on_either


@on_both
async def test_its_author_decides(tmp_path: Path) -> None:
    async with house(tmp_path) as home:
        dana, hannah = await asked(home)
        await dana.replies("CV-12345 has one")
        await dana.sees("I haven't carried", "keeps in student records: “CV-12345”", "If you change your message")
        await hannah.replies("Mine is at 319-555-0142")
        aside = await hannah.sees_in_thread("Hannah Whitaker, before I carry this")
        assert not aside.pings
        marcus = chair(home, "discord", "Marcus Tilley", HOME)
        assert (await marcus.person.press(aside, "Show me why")).acknowledged
        await marcus.sees("Only the person who wrote that message can open this.")
        assert (await hannah.person.press(aside, "Show me why")).acknowledged
        await hannah.sees("I haven't carried", "“319-555-0142”")
        assert "12345" not in str(await hannah.thread())
        assert "0142" not in str(await dana.thread())
        for table, column in (("carried", "words"), ("drafts", "fields")):
            kept = str(databases.rows(databases.address(tmp_path), f"select {column} from {table}"))
            assert "12345" not in kept
            assert "0142" not in kept

        await hannah.presses("Send it as it is")
        await hannah.sees("It goes to the other channel now.")
        await dana.sees_in_thread("Hannah Whitaker in", "Mine is at 319-555-0142")
        assert "I haven't carried this yet" not in str(await hannah.thread()), "it would stay there for all to read"
        await dana.presses("Leave it here")
        await dana.sees("It stays in this channel.")
        await dana.edits("CV-12345 has one", "Somebody has one")
        await hannah.sees_in_thread("Dana Lee in", "Somebody has one")
        assert "12345" not in str(await hannah.thread())


async def test_only_the_edition_that_was_looked_at_is_sent(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        talk = await opened(bot, SLACK, DISCORD)
        first = await asks(talk, said("CV-11111"))
        second = await asks(talk, edited("CV-22222", 1.0))
        assert await talk.told(said("CV-11111"), edited("CV-22222", 1.0)) == [None, None]  # told twice
        assert "has been changed or deleted" in await presses(talk, first)
        assert "It goes to" in await presses(talk, second)
        assert (await talk.shown())[-1].endswith("CV-22222\n(edited)")
        third = await asks(talk, edited("CV-33333", 2.0))
        assert "has changed a message" in (await talk.shown())[-1]
        await talk.told(edited("No number", 3.0))
        assert "has been changed or deleted" in await presses(talk, third)
        fourth = await asks(talk, edited("CV-44444", 4.0))
        await talk.told(deleted())
        assert "has been changed or deleted" in await presses(talk, fourth)
        fifth = await asks(talk, said("Here", 2, files=[Attachment("CV-55555.pdf", 3, "r")]))
        tomorrow = bot.clock.now() + timedelta(days=1, hours=1)
        await bot.writer.do(lambda session: drafts.forget(session, tomorrow))
        assert "isn't here any more" in await presses(talk, fifth)
        assert not [one for one in await talk.shown() if "-" in one.partition("\n")[2]]


async def asks(talk: Talking, event: Said) -> Press:
    (answer,) = await talk.told(event)
    assert isinstance(answer, Private)
    assert "looks like something that your district keeps" in answer.message.text()
    send = next(one for one in buttons(answer.message) if one.do == "bridge.as-is")
    return Press(id=f"sends {event.id}", actor=DANA, do=send.do, about=send.about)


async def presses(talk: Talking, press: Press) -> str:
    return told((await talk.told(press))[0]).text()


async def test_who_may_not_be_carried_any_more_is_not(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        talk = await opened(bot, SLACK, DISCORD)
        send = await asks(talk, said("CV-11111"))

        def narrow(session: Session) -> None:
            place = find_place(session, Address.parse(DISCORD))
            assert place
            place.groups = place.groups[:-1]

        await bot.writer.do(narrow)
        assert "I don't carry what you write here" in await presses(talk, send)
        assert not await talk.shown()


@on_both
async def test_where_others_read_it_by_now_its_author_is_asked_once_more(tmp_path: Path) -> None:
    """It was said for those for whom the committee's channels were meant then; more would read it now."""
    folder = copy(tmp_path)
    async with core(tmp_path) as bot:
        talk = await opened(bot, SLACK, DISCORD)
        send = await asks(talk, said("CV-11111"))
        for home in ("1198000255257084615", "C01LEADERSHIP"):
            line = f"{home},partnership-leadership,en,"
            edit(folder, "places.csv", f"{line}joint,cvea;administration;board;pta;library", f"{line}community,")
        assert commands.load(bot.settings, folder) == 0
        asked = told((await talk.told(send))[0])
        assert "now for everyone in the partnership. Please send it only if" in asked.text()
        assert "#partnership-leadership (Discord)" in asked.text()
        assert "It goes to" not in asked.text()
        assert not await talk.shown()
        assert "now for everyone" in await presses(talk, replace(send, id="again")), "its old button"
        again = next(one for one in buttons(asked) if one.do == "bridge.as-is")
        assert "It goes to the other channel" in await presses(talk, replace(send, id="sure", about=again.about))
        assert (await talk.shown())[-1].endswith("CV-11111")


async def test_what_was_missed_is_said_to_have_stayed(tmp_path: Path) -> None:
    """Nobody waits for an answer to it."""
    async with core(tmp_path) as bot:
        talk = await opened(bot, SLACK, DISCORD)
        await bot.frame.handle_missed(said("CV-11111"))
        assert not await talk.shown()
        (note,) = await talk.shown(str(UNDER))
        assert "Dana Lee, you wrote something here while I was away" in note
        await bot.frame.handle_missed(said("CV-11111"))
        assert len(await talk.shown(str(UNDER))) == 1


async def test_files_may_stay_where_they_are(tmp_path: Path) -> None:
    folder = copy(tmp_path)
    edit(folder, "district.yaml", "also: [slack:C01LEADERSHIP]", "files: false\n    also: [slack:C01LEADERSHIP]")
    async with house(tmp_path, files=folder) as home:
        dana, hannah = await asked(home)
        await dana.attaches("kits.csv", b"kit,grade\n", "The list")
        await hannah.sees_in_thread("The list")
        shown = await hannah.sees_in_thread("Dana Lee sent along kits.csv (10 B). I couldn't bring it here")
        assert not shown.files
