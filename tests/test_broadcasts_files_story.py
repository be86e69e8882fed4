"""Files that go with what is told to many, as people send, open and read them on both platforms."""

from __future__ import annotations

import asyncio
from datetime import timedelta
from pathlib import Path

import pytest
from support import databases
from support.databases import on_both, on_either
from support.house import House, eventually, house
from support.talk import Chair, chair, forge, gathered, later
from test_broadcast_story import LATE, LETTER, until_noon

from bot.broadcasts.model import FILE
from bot.delivery import claims
from playground.faults import Kind

MENU = b"%PDF-1.7 menu"
STATES, TRIES = "select state from deliveries", "select tries from deliveries"
MAP = b"\x89PNG\r\n\x1a\n map"


def files_in(who: Chair, channel: str = "") -> list[tuple[str, bytes]]:
    return [(one.name, one.content) for shown in who.person.messages(channel or who.channel) for one in shown.files]


async def has(who: Chair, *some: tuple[str, bytes], channel: str = "") -> None:
    await eventually(lambda: len(files_in(who, channel)) == len(some))
    assert files_in(who, channel) == list(some)


async def to_staff_with_a_menu(home: House, tmp_path: Path) -> tuple[Chair, Chair]:
    """A rep's message to the staff, in its preview, and one of its readers."""
    await gathered(tmp_path, 14)
    await until_noon(home)
    maria, jamal = chair(home, "slack", "Maria Rivera"), chair(home, "slack", "Jamal Whitfield", "lincoln-staff")
    await maria.types("/tell Lunch is new this week.")
    await maria.presses("Add a file")
    await maria.sees("within an hour", "leave out names of students", "up to 2 MB")
    await maria.person.say(maria.channel, "", files=[("menu.pdf", MENU)])
    await maria.sees_among_cards("“menu.pdf” (13 B) is here. Nobody else has it yet.")
    await maria.answers("Look the message over")
    await maria.sees("Nothing is sent yet", "With this file: menu.pdf (13 B)")
    return maria, jamal


@on_both
async def test_a_rep_tells_the_staff_with_a_file_and_takes_it_back(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture
) -> None:
    async with house(tmp_path) as home:
        maria, jamal = await to_staff_with_a_menu(home, tmp_path)
        await maria.presses("Send it")
        await maria.sees("It goes out")
        await later(home, minutes=3)
        await jamal.sees_among_cards("Lunch is new this week.", "With this file: menu.pdf (13 B)")
        await has(jamal, ("menu.pdf", MENU))
        await maria.sees_among_cards("“menu.pdf” went out with your message.")
        await later(home, hours=1)
        await maria.types("/somewhere")
        await maria.presses("Take it back")
        await maria.fills_in(reason="It was last week's.")
        await maria.sees("Copies may remain")
        await jamal.sees_among_cards("This message was taken back", "Copies may remain")
        await has(jamal)
        beatriz = chair(home, "slack", "Beatriz Montoya", "lincoln-staff")
        await beatriz.answers("Español")
        await beatriz.sees("retiró este aviso", "Puede haber copias")
        await maria.sees_among_cards("“menu.pdf” is deleted here.")
        assert databases.rows(databases.address(tmp_path), "select stage, content from uploads") == [("dropped", None)]
    logged = capsys.readouterr().out + caplog.text
    assert "sent" in logged
    assert "menu" not in logged
    assert "PDF" not in logged


@pytest.mark.parametrize(("fault", "taken_back"), [("drop_after", False), ("drop_after", True), ("drop_before", True)])
@on_either
async def test_a_file_of_which_slack_did_not_say_that_it_is_there_is_posted_once_and_can_be_taken_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fault: Kind, *, taken_back: bool
) -> None:
    monkeypatch.setattr(claims, "SETTLE", 1000.0)
    async with house(tmp_path) as home:
        database = databases.address(tmp_path)
        maria, jamal = await to_staff_with_a_menu(home, tmp_path)
        await maria.presses("Send it")
        await maria.sees("It goes out")
        home.slack.faults.next("files.completeUploadExternal", fault)
        await home.bot.timetable.jump(home.bot.clock.now() + timedelta(minutes=3), lambda: asyncio.sleep(0))
        await has(jamal, *([("menu.pdf", MENU)] if fault == "drop_after" else []))
        await eventually(lambda: databases.rows(database, f"{TRIES} where card = '{FILE}'")[0][0])
        if taken_back:
            await maria.types("/somewhere")
            await maria.presses("Take it back")
            await maria.fills_in(reason="It was last week's.")
            await maria.sees("Copies may remain")
        assert databases.rows(database, f"{STATES} where card = '{FILE}'") == [("WAITING",)]
        databases.change(database, "update deliveries set not_before = 0")
        databases.change(database, "update destinations set due_at = 0")
        home.bot.sender.wake()
        await eventually(lambda: databases.rows(database, f"{STATES} where card = '{FILE}'") != [("WAITING",)])
        await has(jamal, *([] if taken_back else [("menu.pdf", MENU)]))


@on_both
async def test_somebody_approves_it_once_they_have_opened_its_file(tmp_path: Path) -> None:
    """In Slack."""
    async with house(tmp_path) as home:
        await gathered(tmp_path, 14)
        databases.change(databases.address(tmp_path), LATE)
        await until_noon(home)
        dana, maria = chair(home, "slack", "Dana Lee"), chair(home, "slack", "Maria Rivera")
        caucus = chair(home, "slack", "Owen Lindqvist", "association-caucus")
        await dana.types("/broadcast")
        await dana.fills_in(title="Reading night", text=LETTER)
        await dana.presses("Add a file")
        await dana.sees("within an hour")
        await dana.person.say(dana.channel, "", files=[("map.png", MAP)])
        await dana.sees_among_cards("is here")
        await dana.answers("Look the message over")
        await dana.presses("Send to approver")
        await maria.types("/somewhere")
        await maria.presses("Look it over")
        await maria.sees("With this file: map.png (12 B)", "only you get them now")
        await maria.presses("map.png (12 B)")
        await has(maria, ("map.png", MAP))
        await forge(home, caucus, FILE, "1")
        await caucus.sees("That isn't here any more")
        await maria.types("/somewhere")
        await maria.presses("Look it over")
        await maria.presses("Approve")
        await maria.sees("It goes out Tuesday")
        assert files_in(caucus) == []
        await later(home, minutes=3)
        await caucus.sees_among_cards("Reading night", "map.png")
        await has(caucus, ("map.png", MAP))


@on_both
async def test_families_read_it_with_its_file_and_each_can_get_it_alone(tmp_path: Path) -> None:
    """In Discord, in Spanish; then it is corrected without the file."""
    async with house(tmp_path) as home:
        await gathered(tmp_path, 14)
        await until_noon(home)
        rosa = chair(home, "discord", "Rosa Delgado")
        await rosa.types("/tell")
        await rosa.fills_in(text="Hay menú nuevo.", asks="Sí, y veo cuántas personas")
        await rosa.presses("Agregar un archivo")
        await rosa.sees("quite los nombres de estudiantes")
        await rosa.person.say(rosa.channel, "", files=[("menu.pdf", MENU)])
        await rosa.sees_among_cards("«menu.pdf» (13 B)")
        await rosa.answers("Revisar el aviso")
        await rosa.sees("Todavía no se envía nada", "Con este archivo: menu.pdf (13 B)")
        await rosa.presses("Enviar")
        await rosa.sees("Sale el")
        await later(home, minutes=3)
        lupe = chair(home, "discord", "Guadalupe Navarrete", "familias-de-lincoln")
        await lupe.sees_among_cards("Hay menú nuevo.", "Con este archivo")
        await eventually(lambda: len(files_in(lupe)) == 1)
        await lupe.types("/somewhere")
        await lupe.presses("Leerlo")
        await lupe.presses("menu.pdf (13 B)")
        await lupe.sees("Solo usted lo recibe")
        await eventually(lambda: len(files_in(lupe)) == 2)
        assert {content for _, content in files_in(lupe)} == {MENU}
        assert len(files_in(chair(home, "discord", "Silvia Cantú", "familias-de-lincoln"))) == 1
        await rosa.types("/somewhere")
        await rosa.presses("Corregirlo")
        await rosa.fills_in(files="menu.pdf (13 B)")
        await rosa.sees("quienes ya lo bajaron lo siguen teniendo")
        await eventually(lambda: len(files_in(chair(home, "discord", "Silvia Cantú", "familias-de-lincoln"))) == 0)
        await lupe.sees_among_cards("Corregido", "Hay menú nuevo.")
