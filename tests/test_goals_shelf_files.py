"""Files on the data shelf: announced, sent to the bot, looked over and put there by the role that holds the data; then
those who may read the shelf get them."""

from __future__ import annotations

from itertools import count
from pathlib import Path

import pytest
from support.at_once import at_once, by
from support.cores import Core, core, said
from support.corner import TEXTS, Corner, buttons, corner, drawn, next_due
from support.databases import change, on_both, on_either, rows
from support.house import House, eventually, house
from support.talk import Chair, chair, dm
from test_goals_data import KNOWN, asked

from bot.boundary import Attachment, Private, Said
from bot.goals.shelf import files
from bot.people.audiences import Audience
from bot.uploads import LARGEST

FALL = b"grade,below level\n3,38\n"
_ids = count()


async def sends(who: Corner, name: str, size: int = 9, *others: str) -> None:
    sent = tuple(Attachment(one, size, "F1") for one in (name, *others))
    act = Said(id=f"file {next(_ids)}", actor=who.account, place=who.place, text="", files=sent)
    who.answer = await who.bot.frame.handle(act)


async def comes(bot: Core, content: bytes, file: int = 1) -> str:
    """It is fetched; returns what its sender is shown."""
    keep = files.READING.keep
    await bot.writer.do(lambda session: keep(session, file, files.READING.read(session, file, content, TEXTS)))
    return drawn(bot, files.CARD, file)


async def on_shelf(bot: Core) -> Corner:
    """What the rep asked for, by the superintendent."""
    await asked(bot)
    samuel = corner(bot, "Samuel Okafor")
    await samuel.presses("data.answer", "1")
    await samuel.fills_in(**KNOWN)
    return samuel


async def put(bot: Core, content: bytes = FALL, name: str = "fall.csv") -> Corner:
    samuel = await on_shelf(bot)
    await samuel.clicks("Add a file")
    samuel.sees("within an hour", "Cedar Valley Education Association and District Administration")
    await sends(samuel, name)
    await comes(bot, content)
    seen = rows(bot.settings.database_url, "select audience from data_items")[0][0]
    await samuel.presses(files.PUT, f"1:{Audience.parse(seen).seen}")
    samuel.sees("It lies on the data shelf now.")
    return samuel


async def gets(who: Corner) -> bytes | None:
    await who.presses(files.GET, "1")
    assert isinstance(who.answer, Private)
    return await who.answer.files[0].make() if who.answer.files else None


@on_both
async def test_those_who_read_the_shelf_get_it_until_it_is_taken_off(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        samuel = await put(bot)
        owen, rosa = corner(bot, "Owen Lindqvist"), corner(bot, "Rosa Delgado")
        await owen.types("data")
        await owen.clicks("fall.csv (23 B)")
        owen.sees("“fall.csv” follows. Only you get it.")
        assert await gets(owen) == FALL
        assert await gets(rosa) is None  # of no group to which it was said
        await owen.presses(files.DROP, "1")
        owen.sees("That isn't here any more.")
        await samuel.presses("data.take-back", "1")
        assert await gets(owen) is None
        assert rows(bot.settings.database_url, "select stage, content from uploads") == [("dropped", None)]


@on_either
async def test_what_is_not_put_on_the_shelf_is_forgotten(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        samuel = await on_shelf(bot)
        await samuel.presses(files.ADD, "1")
        await sends(samuel, "fall.csv")
        card = await comes(bot, b"name,born\nAna,3/4/2015\n")
        assert "Nobody else has it yet." in card
        assert "as student records have them" in card
        await samuel.presses(files.PUT, "1:others")
        samuel.sees("Others would get it now than I said.")
        assert await gets(corner(bot, "Owen Lindqvist")) is None
        await next_due(bot, files.FORGET)
        assert rows(bot.settings.database_url, "select stage, content from uploads") == [("dropped", None)]


@on_either
async def test_a_file_is_taken_from_those_who_said_that_they_would_send_one(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        samuel, database = await on_shelf(bot), bot.settings.database_url
        await sends(samuel, "fall.csv")  # a caretaker's is the school's calendar
        await sends(samuel, "fall.pdf")
        samuel.sees("Samuel Okafor")  # his home card
        assert rows(database, "select count(*) from uploads") == [(0,)]
        maria = corner(bot, "Maria Rivera")
        await maria.presses(files.ADD, "1")
        maria.sees("That isn't here any more.")
        await samuel.presses(files.ADD, "1")
        await bot.later(hours=2)
        await sends(samuel, "fall.pdf")
        assert rows(database, "select count(*) from uploads") == [(0,)]
        await samuel.presses(files.ADD, "1")
        for name, size, why in (("fall.xlsm", 9, "can't take that kind"), ("fall.pdf", LARGEST + 1, "too large")):
            await sends(samuel, name, size)
            samuel.sees(why)
        await sends(samuel, "fall.pdf", 9, "other.pdf")
        samuel.sees("One at a time, please: I take “fall.pdf”.")
        assert rows(database, "select name from uploads") == [("fall.pdf",)]


@on_both
async def test_two_that_are_sent_at_once_are_one(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        samuel = await on_shelf(bot)
        await samuel.presses(files.ADD, "1")
        await at_once(
            bot,
            by(samuel, lambda who: sends(who, "fall.csv")),
            by(corner(bot, "Samuel Okafor"), lambda who: sends(who, "winter.csv")),
        )
        assert rows(bot.settings.database_url, "select name from uploads") == [("fall.csv",)]


@on_either
async def test_its_card_says_who_can_get_it_once_what_it_belongs_to_has_other_readers(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        samuel, database = await put(bot), bot.settings.database_url
        drawn_anew = f"select wanted from deliveries where card = '{files.CARD}'"
        ((before,),) = rows(database, drawn_anew)
        change(database, "update data_items set by_id = (select id from seats where key = 'pta-lincoln')")
        await samuel.presses("data.answer", "1")
        await samuel.fills_in(**KNOWN)
        assert await gets(corner(bot, "Rosa Delgado")) == FALL
        assert "Cedar Valley PTA" in drawn(bot, files.CARD, 1)
        ((after,),) = rows(database, drawn_anew)
        assert after > before


@on_either
async def test_a_students_record_is_noticed_wherever_in_the_table_it_is(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        samuel = await on_shelf(bot)
        await samuel.presses(files.ADD, "1")
        await sends(samuel, "fall.csv")
        assert "as student records have them" in await comes(bot, b"grade,share\n" * 416 + b"Ana,3/14/2015\n")


@on_either
async def test_two_at_most(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        samuel = await put(bot)
        await samuel.presses(files.ADD, "1")
        await sends(samuel, "winter.csv")
        await samuel.presses(files.ADD, "1")
        samuel.sees("There are 2 files already.")
        await samuel.types("data")
        assert "Add a file" not in [one.label for one in buttons(said(samuel.answer))]
        await samuel.presses(files.DROP, "2")
        await samuel.presses(files.ADD, "1")
        samuel.sees("within an hour")


@pytest.mark.parametrize(
    ("name", "content", "taken"),
    [("a.pdf", b"%PDF-1.7", True), ("a.PNG", b"\x89PNG\r\n\x1a\n", True), ("a.xlsx", b"<html>", False),
     ("a.csv", b"a\0b", False), ("a.csv", b"a,b", True), ("a.jpg", b"", False), ("a.pdf", b"%PDF-" * LARGEST, False)],
)  # fmt: skip
@on_either
async def test_a_file_is_what_its_name_says(tmp_path: Path, name: str, content: bytes, *, taken: bool) -> None:
    async with core(tmp_path) as bot:
        samuel = await on_shelf(bot)
        await samuel.presses(files.ADD, "1")
        await sends(samuel, name)
        assert ("is here" in await comes(bot, content)) is taken


# On the wire -----------------------------------------------------------------------------------------------------


async def asked_and_answered(home: House, asker: Chair, form: dict[str, str], samuel: Chair) -> None:
    await asker.types("/somewhere request data")
    await asker.fills_in(**form)
    await samuel.types("/somewhere")
    await samuel.presses("Say what we know")
    await samuel.fills_in(**KNOWN)
    await samuel.presses("Add a file")
    await samuel.sees("Send me the file here")
    await samuel.person.say(samuel.channel, "", files=[("fall.csv", FALL)])
    await samuel.sees_among_cards("is here. Nobody else has it yet.")
    await samuel.answers("Put it on the shelf")
    await samuel.sees("lies on the data shelf now")


async def got(who: Chair, channel: str = "") -> list[tuple[str, bytes]]:
    def found() -> list[tuple[str, bytes]]:
        shown = who.person.messages(channel or who.channel)
        return [(file.name, file.content) for one in shown for file in one.files]

    await eventually(found)
    return found()


@on_both
async def test_it_goes_from_slack_to_discord(tmp_path: Path) -> None:
    async with house(tmp_path) as home:
        samuel = chair(home, "slack", "Samuel Okafor")
        rosa = chair(home, "discord", "Rosa Delgado", "familias-de-lincoln")
        await asked_and_answered(home, rosa, {"what": "¿Cuántos leen?"}, samuel)
        await rosa.types("/somewhere data")
        await rosa.presses("fall.csv (23 B)")
        await rosa.sees("Solo usted lo recibe")
        assert await got(rosa) == [("fall.csv", FALL)]
        other = chair(home, "discord", "Silvia Cantú", "familias-de-lincoln")
        assert not any(one.files for one in other.person.messages(other.channel))


@on_either
async def test_it_goes_from_discord_to_slack(tmp_path: Path) -> None:
    async with house(tmp_path) as home:
        samuel, maria = chair(home, "discord", "Samuel Okafor"), chair(home, "slack", "Maria Rivera", "lincoln-staff")
        await asked_and_answered(home, maria, {"what": "How many read?"}, samuel)
        await maria.types("/somewhere data")
        await maria.presses("fall.csv (23 B)")
        await maria.sees("Only you get it")
        assert await got(maria, dm(home, maria.person)) == [("fall.csv", FALL)]


@on_either
async def test_who_changes_an_answer_reads_that_others_get_its_files(tmp_path: Path) -> None:
    """A round has begun meanwhile, in which the PTA takes part."""
    async with core(tmp_path) as bot:
        samuel = await put(bot)
        for name in ("Dana Lee", "Marcus Tilley"):
            await corner(bot, name, "discord" if name == "Marcus Tilley" else "slack").presses("round.open")
        await samuel.presses("data.answer", "1")
        assert samuel.field(0).hint == (
            "3 groups read it and get its files: your own, that of who asked, and all in the round"
        )
        await samuel.fills_in()
        assert await gets(corner(bot, "Rosa Delgado", "discord")) == FALL
