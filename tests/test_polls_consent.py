"""Consent: four ready-made answers, a reason for two of them, and what comes of it."""

from __future__ import annotations

from pathlib import Path

import pytest
from support import databases
from support.databases import on_either
from support.house import House, house
from support.talk import Chair, chair, later, post_silently

pytestmark = on_either

ASK = "Is reading our shared goal?"
STAFF, SQUARE, PLAZA = "#lincoln-staff (Slack)", "#town-square (Discord)", "#plaza-en-español (Discord)"
CONSENT = "Consent: agree, can live with it, concern, or block"


async def asked(home: House, *, anonymous: bool = False) -> Chair:
    maria = chair(home, "slack", "Maria Rivera", "lincoln-staff")
    await maria.types("/poll")
    await maria.fills_in(question=ASK, several=CONSENT, places=[STAFF, SQUARE, PLAZA])
    await maria.sees("• Agree\n• Can live with it\n• Concern\n• Block", "Consent: agree")
    if anonymous:
        await maria.switches("Make it anonymous", "Make it not anonymous")
    await post_silently(maria)
    return maria


def rows(folder: Path, query: str) -> list[tuple[object, ...]]:
    return [tuple(row) for row in databases.rows(databases.address(folder), query)]


async def test_a_concern_counts_once_its_reason_is_there(tmp_path: Path) -> None:
    async with house(tmp_path) as home:
        maria = await asked(home)
        kevin = chair(home, "discord", "Kevin Brandvold", "town-square")
        guadalupe = chair(home, "discord", "Guadalupe Navarrete", "plaza-en-español")
        await kevin.sees_card("whether you agree", "Agree: 0 votes", "Block: 0 votes")
        await maria.sees_card("whether you agree")
        await maria.answers("Concern")
        form = await maria.form()
        assert form.fields[0].label == "What is your reason?"
        await maria.sees_card("Nobody has answered yet.")
        await maria.fills_in(text="We have\n no phonics kits.")
        await maria.sees("Your answer is in: Concern.")
        await guadalupe.answers("Lo bloqueo")
        assert "sin su nombre" in (await guadalupe.form()).fields[0].hint
        await guadalupe.fills_in(text="   ")
        await guadalupe.sees("Por favor, escriba su razón")
        await guadalupe.presses("Corregir")
        await guadalupe.fills_in(text="Falta *traducirlo* @everyone")
        await guadalupe.sees("Recibí su respuesta: Lo bloqueo.")
        await kevin.answers("Can live with it")
        await kevin.sees("Your answer is in: Can live with it.")
        card = await kevin.sees_card("3 people have answered.", "Concern: 1 vote", "Block: 1 vote")
        assert "phonics" not in card.text
        await kevin.answers("Who sees what?")
        await kevin.sees("how you write may give you away")

        await later(home, days=2)
        for who in (maria, kevin):
            card = await who.sees_card("Blocked by one person.", "Block: Falta *traducirlo* @everyone")
            assert "Concern: We have\nno phonics kits." in card.text
            assert not card.pings
            assert "Maria" not in card.text.replace("Lincoln Elementary's building rep", "")
        await guadalupe.sees_card("Bloqueado por una persona.", "inquietud: We have", "Las razones")


async def test_a_reason_goes_when_its_answer_does(tmp_path: Path) -> None:
    async with house(tmp_path) as home:
        maria = await asked(home)
        kevin = chair(home, "discord", "Kevin Brandvold", "town-square")
        for who in (maria, kevin):
            await who.answers("Concern")
            await who.fills_in(text="Too soon.")
            await who.sees("Your answer is in: Concern.")
        await maria.answers("Concern")
        assert (await maria.form()).fields[0].value == "Too soon."
        await maria.answers("Agree")
        await maria.sees("Your answer is in: Agree.")
        await kevin.presses("Take back “Concern”")
        await kevin.sees("You have no answer in now.")
        assert rows(tmp_path, "SELECT text FROM poll_remarks") == []
        await later(home, days=2)
        for who in (maria, kevin):
            card = await who.sees_card("Adopted by consent: nobody has a concern")
            assert "The reasons" not in card.text


async def test_concerns_are_said_plainly_and_the_rest_can_be_read(tmp_path: Path) -> None:
    async with house(tmp_path) as home:
        maria = await asked(home)
        names = ("Maria Rivera", "Priya Natarajan", "Jamal Whitfield", "Kevin Brandvold", "Rosa Delgado")
        for name in names:
            here = ("slack", "lincoln-staff") if name in names[:3] else ("discord", "town-square")
            one = chair(home, here[0], name, here[1])
            await one.answers("Concern")
            await one.fills_in(text=f"{name.split()[0]} {'word ' * 95}")
            await one.sees("Your answer is in: Concern." if one.person.locale == "en-US" else "Recibí su respuesta:")
        await later(home, days=2)
        kevin = chair(home, "discord", "Kevin Brandvold", "town-square")
        for who in (maria, kevin):
            card = await who.sees_card(
                "Not adopted yet: 5 people have concerns to be worked through.", "more don't fit"
            )
            assert len(card.text) < 3500
            await who.answers("Read them all")
            shown = await who.sees("1 to 5 of 5")
            assert all(name.split()[0] in shown.text for name in names)


async def test_a_late_reason_comes_back(tmp_path: Path) -> None:
    async with house(tmp_path) as home:
        maria = await asked(home)
        kevin = chair(home, "discord", "Kevin Brandvold", "town-square")
        for who in (maria, kevin):
            await who.answers("Block")
            await who.form()
        await later(home, days=2)
        for who in (maria, kevin):
            await who.fills_in(text="Not like this.")
            await who.sees("This poll closed", "Not like this.")


@pytest.mark.parametrize(("voters", "shown"), [(4, False), (5, True)])
async def test_anonymous_reasons_are_sealed_and_then_shown_if_enough_answered(
    tmp_path: Path, voters: int, shown: bool
) -> None:
    async with house(tmp_path) as home:
        maria = await asked(home, anonymous=True)
        kevin = chair(home, "discord", "Kevin Brandvold", "town-square")
        await kevin.answers("Concern")
        assert "5 or more" in (await kevin.form()).fields[0].hint
        await kevin.fills_in(text="Nobody asked the bus drivers.")
        told = await kevin.sees("Your answer is in.")
        assert "Concern" not in told.text
        for name in ("Maria Rivera", "Priya Natarajan", "Jamal Whitfield", "Beatriz Montoya")[: voters - 1]:
            one = chair(home, "slack", name, "lincoln-staff")
            await one.answers("Agree")
            await one.sees("Your answer is in." if one.person.locale == "en-US" else "Recibí su respuesta.")
        assert rows(tmp_path, "SELECT text FROM poll_remarks") == []
        assert len({len(bytes(sealed)) for (sealed,) in rows(tmp_path, "SELECT sealed FROM sealed_ballots")}) == 1
        await later(home, days=2)
        if shown:
            await kevin.sees_card("one person has a concern", "Concern: Nobody asked the bus drivers.")
            await maria.sees_card("Concern: Nobody asked the bus drivers.")
        else:
            card = await kevin.sees_card("Fewer than 5 people answered")
            assert "bus drivers" not in card.text
        left = rows(tmp_path, "SELECT member_id, text FROM poll_remarks")
        assert left == ([(None, "Nobody asked the bus drivers.")] if shown else [])


@pytest.mark.parametrize("platform", ["slack", "discord"])
async def test_answers_of_their_own_do_not_go_with_consent(tmp_path: Path, platform: str) -> None:
    async with house(tmp_path) as home:
        if platform == "slack":
            author = chair(home, "slack", "Maria Rivera", "lincoln-staff")
        else:
            author = chair(home, "discord", "Dana Lee", "town-square")
        await author.types("/poll")
        await author.fills_in(question=ASK, options="Yes\nNo", several=CONSENT)
        said = "For consent the answers are ready-made"
        if platform == "slack":
            assert said in (await author.form()).fields[1].error
        else:
            await author.sees(said)
