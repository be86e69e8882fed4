"""Ready-made lists of answers, asked for by name and shown in the words of each place."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.databases import on_either
from support.house import house
from support.talk import chair

pytestmark = on_either

STAFF, SQUARE, PLAZA = "#lincoln-staff (Slack)", "#town-square (Discord)", "#plaza-en-español (Discord)"


async def test_a_list_by_name_speaks_the_language_of_each_place(tmp_path: Path) -> None:
    async with house(tmp_path) as home:
        maria = chair(home, "slack", "Maria Rivera", "lincoln-staff")
        kevin = chair(home, "discord", "Kevin Brandvold", "town-square")
        guadalupe = chair(home, "discord", "Guadalupe Navarrete", "plaza-en-español")
        await maria.types("/poll Which days suit you? | =Dias")
        await maria.sees("• Monday\n• Tuesday", "One answer, until")
        await maria.presses("Edit")
        form = await maria.form()
        assert "=days, =times" in form.fields[1].hint
        assert form.fields[1].value == "=Dias"
        await maria.fills_in(several="As many answers as they like", places=[STAFF, SQUARE, PLAZA])
        await maria.presses("Post it")
        await guadalupe.answers("Miércoles")
        await guadalupe.sees("Miércoles")
        await kevin.sees_card("Wednesday: 1 vote", "Friday: 0 votes")
        await maria.answers("Monday")
        await guadalupe.sees_card("Lunes: 1 voto", "Miércoles: 1 voto")


@pytest.mark.parametrize(
    ("platform", "name", "channel", "typed", "told"),
    [
        ("slack", "Maria Rivera", "lincoln-staff", "=day", ["called “=day”", "=days, =times"]),
        ("discord", "Rosa Delgado", "town-square", "=nada", ["que se llame «=nada»", "=días, =horas"]),
        ("discord", "Rosa Delgado", "town-square", "=consenso", ["• De acuerdo", "Consenso: de acuerdo"]),
    ],
)
async def test_what_there_is_is_named(
    tmp_path: Path, platform: str, name: str, channel: str, typed: str, told: list[str]
) -> None:
    async with house(tmp_path) as home:
        author = chair(home, platform, name, channel)
        await author.types(f"/poll When? | {typed}")
        await author.sees(*told)
