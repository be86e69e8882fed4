"""Answers that are longer than a button: the card numbers them, and the buttons carry the numbers."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.databases import on_either
from support.house import house
from support.talk import chair

pytestmark = on_either

STAFF, SQUARE, PLAZA = "#lincoln-staff (Slack)", "#town-square (Discord)", "#plaza-en-español (Discord)"
LONG = "Move reading night to the library and ask the bus drivers for a late run, " + "so that nobody stays home " * 8
X = "x" * 290
OPTIONS = (LONG.strip(), "Keep it", f"{LONG.strip()} at all")


@pytest.mark.parametrize("anonymous", [False, True])
async def test_buttons_carry_numbers(tmp_path: Path, anonymous: bool) -> None:
    async with house(tmp_path) as home:
        maria = chair(home, "slack", "Maria Rivera", "lincoln-staff")
        kevin = chair(home, "discord", "Kevin Brandvold", "town-square")
        guadalupe = chair(home, "discord", "Guadalupe Navarrete", "plaza-en-español")
        await maria.types(f"/poll Which? | {' | '.join(OPTIONS)}")
        await maria.presses("Edit")
        await maria.fills_in(places=[STAFF, SQUARE, PLAZA])
        if anonymous:
            await maria.switches("Make it anonymous", "Make it not anonymous")
        await maria.presses("Post it")
        for who in (maria, kevin, guadalupe):
            card = await who.sees_card(f"1. {OPTIONS[0]}", "2. Keep it", f"3. {OPTIONS[2]}")
            assert [button.label for button in card.buttons][:3] == ["1", "2", "3"]
            assert len(card.text) < 3500
        await kevin.answers("3")
        told = await kevin.sees("Your answer is in")
        assert (OPTIONS[2] in told.text) is not anonymous
        await guadalupe.answers("1")
        await guadalupe.sees("Recibí su respuesta")
        if not anonymous:
            await kevin.sees_card(f"1. {OPTIONS[0]}: 1 vote", f"3. {OPTIONS[2]}: 1 vote")


async def test_a_ranking_says_which_is_meant(tmp_path: Path) -> None:
    async with house(tmp_path) as home:
        kevin = chair(home, "discord", "Kevin Brandvold", "town-square")
        maria = chair(home, "slack", "Maria Rivera", "lincoln-staff")
        await maria.types("/poll")
        await maria.fills_in(
            question="Which?", options="\n".join(OPTIONS), several="Answers in order, favorite first", places=[SQUARE]
        )
        await maria.presses("Post it")
        await kevin.sees_card(f"1. {OPTIONS[0]}", "2. Keep it")
        await kevin.answers("Put them in order")
        shown = await kevin.sees("Press your favorite first")
        labels = [button.label for button in shown.buttons]
        assert labels[0].startswith("1. Move")
        assert labels[1] == "Keep it"
        assert labels[2].startswith("3. Move")


@pytest.mark.parametrize(
    ("platform", "name", "channel", "told"),
    [
        ("slack", "Maria Rivera", "lincoln-staff", "characters together; 2,000 fit on a card."),
        ("discord", "Rosa Delgado", "town-square", "en una tarjeta caben 2"),
    ],
)
async def test_what_no_card_has_room_for_is_refused_with_the_limit(
    tmp_path: Path, platform: str, name: str, channel: str, told: str
) -> None:
    async with house(tmp_path) as home:
        author = chair(home, platform, name, channel)
        await author.types(f"/poll Which? | {' | '.join(f'{number}{X}' for number in range(7))}")
        await author.sees(told)
        await author.types(f"/poll Which? | {' | '.join(f'{number}{X}' for number in range(6))}")
        await author.sees("• 5xxx")
