"""Answers in people's own words: written in a form, looked through by whoever asked, then shown."""

from __future__ import annotations

from pathlib import Path

from support import databases
from support.databases import on_either
from support.house import House, house
from support.talk import Chair, chair, forge, later, post_silently

pytestmark = on_either

ASK = "What should we try first?"
STAFF, SQUARE, PLAZA = "#lincoln-staff (Slack)", "#town-square (Discord)", "#plaza-en-español (Discord)"


async def asked(home: House, *, anonymous: bool = False) -> Chair:
    maria = chair(home, "slack", "Maria Rivera", "lincoln-staff")
    await maria.types("/poll")
    await maria.fills_in(question=ASK, several="In their own words", places=[STAFF, SQUARE, PLAZA])
    await maria.sees(ASK, "In their own words, until")
    if anonymous:
        await maria.switches("Make it anonymous", "Make it not anonymous")
    await post_silently(maria)
    return maria


async def writes(who: Chair, text: str) -> None:
    await who.answers("Answer")
    await who.fills_in(text=text)
    await who.sees("Your answer is in." if who.person.locale == "en-US" else "Recibí su respuesta.")


async def test_what_was_approved_appears_after_closing(tmp_path: Path) -> None:
    async with house(tmp_path) as home:
        maria = await asked(home)
        kevin = chair(home, "discord", "Kevin Brandvold", "town-square")
        guadalupe = chair(home, "discord", "Guadalupe Navarrete", "plaza-en-español")
        await kevin.sees_card("answer in your own words by", "those that they approve appear here")
        await guadalupe.sees_card("Conteste con sus propias palabras")
        for who, label in ((maria, "Answer"), (guadalupe, "Contestar")):
            await who.sees_card(ASK)
            await who.answers(label)
            await who.fills_in(text="Library hours" if who is maria else "Más *libros* @everyone")
            await who.sees("Your answer is in." if who is maria else "Recibí su respuesta.")
        await writes(kevin, "Rude words")
        await kevin.answers("Answer")
        assert (await kevin.form()).fields[0].value == "Rude words"
        await kevin.fills_in(text="Ruder words")
        await kevin.sees("Your answer is in.", "Ruder words")
        for do in ("poll.look", "poll.publish"):
            await forge(home, maria, do, "1")
            await maria.sees("That isn't here any more.")

        await later(home, days=2)
        card = await kevin.sees_card("Who asked is looking through the answers", "3 people answered.")
        assert "words @" not in card.text
        await forge(home, kevin, "poll.look", "1")
        assert "Ruder" not in (await kevin.sees("Maria Rivera")).text
        await maria.types("/somewhere")
        await maria.sees(f"Answers wait for you to look through them: {ASK}")
        await maria.presses("Look through the answers")
        seen = await maria.sees("Only you see this so far. 3 answers", "Library hours", "Ruder words")
        quotes = [line.text for line in seen.lines if line.text in ("Library hours", "Ruder words")]
        place = [line.text for line in seen.lines if line.kind == "quote"].index("Ruder words") + 1
        assert len(quotes) == 2
        await maria.presses(f"Hide number {place}")
        await maria.sees("2 answers would be shown", "Hidden")
        await maria.presses("Publish what isn't hidden")
        await maria.sees("Published: 2 answers")
        for who in (maria, kevin):
            card = await who.sees_card("The answers, in no order and without names:", "Library hours", "Más *libros*")
            assert "Ruder" not in card.text
            assert not card.pings
        await guadalupe.sees_card("Las respuestas, sin orden y sin nombres:", "Library hours")
        await maria.presses("Look through the answers")
        await maria.presses(f"Show number {place}")
        await kevin.sees_card("Ruder words")


async def test_anonymous_answers_are_sealed_until_enough_have_answered(tmp_path: Path) -> None:
    async with house(tmp_path) as home:
        maria = await asked(home, anonymous=True)
        kevin = chair(home, "discord", "Kevin Brandvold", "town-square")
        await kevin.sees_card("how you write may give you away")
        await writes(kevin, "Warmer buses")
        assert "Warmer" not in (await kevin.sees("Your answer is in.")).text
        for name in ("Maria Rivera", "Priya Natarajan", "Jamal Whitfield", "Beatriz Montoya"):
            await writes(chair(home, "slack", name, "lincoln-staff"), f"Idea {'x' * len(name)}")
        left = databases.rows(databases.address(tmp_path), "SELECT count(*) FROM poll_remarks")[0][0]
        assert left == 0
        await later(home, days=2)
        await kevin.sees_card("Who asked is looking through the answers")
        await maria.types("/somewhere")
        await maria.presses("Look through the answers")
        await maria.sees("5 answers would be shown", "Warmer buses")
        await maria.presses("Publish what isn't hidden")
        await kevin.sees_card("The answers, in no order", "Warmer buses")
        whose = databases.rows(databases.address(tmp_path), "SELECT DISTINCT member_id FROM poll_remarks")
        assert [tuple(row) for row in whose] == [(None,)]
