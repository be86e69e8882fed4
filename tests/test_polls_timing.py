"""When the count shows, and when a poll closes after all."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from support.databases import on_either
from support.house import eventually, house
from support.talk import LINE, QUESTION, Chair, chair, counts, later, post_silently, posted

pytestmark = on_either

BOTH = ("#lincoln-staff (Slack)", "#town-square (Discord)")


async def test_the_count_shows_at_the_end(tmp_path: Path) -> None:
    async with house(tmp_path) as home:
        maria = chair(home, "slack", "Maria Rivera", "lincoln-staff")
        kevin = chair(home, "discord", "Kevin Brandvold", "town-square")
        await maria.types(LINE)
        await maria.presses("Edit")
        await maria.fills_in(places=BOTH)
        await maria.presses("More settings")
        await maria.fills_in(results="At the end only")
        await maria.sees("Everyone there sees the count when it closes, not before; no names are shown.")
        await maria.presses("Edit")
        await maria.fills_in(question="Which night, then?")
        await maria.sees("Which night, then?", "not before")
        await post_silently(maria)
        before = await kevin.sees_card("Which night, then?", "The count appears when it closes.")
        await kevin.answers("Tuesday")
        await kevin.sees("Your answer is in: Tuesday.")
        await maria.answers("Español")
        shown = await maria.sees("La cuenta aparece al cerrar.")
        assert "voto" not in shown.text
        await kevin.answers("Who sees what?")
        await kevin.sees("once it has closed; until then, who asked can see how many have answered, and nothing more.")
        await maria.answers("Who sees what?")
        await maria.presses("Close the poll")
        await maria.sees("One person has answered. Close it now?")
        card = await kevin.sees_card("Which night, then?")
        assert (card.text, card.edited) == (before.text, before.edited)
        await later(home, days=2)
        await kevin.sees_card("Closed", "Tuesday: 1 vote", "One person answered.")
        await maria.sees_card("Closed", "Tuesday", "1 vote")


async def test_what_the_preview_offers(tmp_path: Path) -> None:
    async with house(tmp_path) as home:
        rosa = chair(home, "discord", "Rosa Delgado", "town-square")
        await rosa.types("/poll ¿Vamos?")
        await rosa.presses("Más opciones")
        await rosa.fills_in(results="Solo al final")
        await rosa.sees("Todos ahí ven la cuenta cuando se cierra, no antes")
        await rosa.switches("Hacerla anónima", "Que no sea anónima")
        await rosa.sees("Anónima: la cuenta aparece al cerrar")
        await rosa.presses("Más opciones")
        assert "results" not in [field.name for field in (await rosa.form()).fields]
        await rosa.fills_in()
        await rosa.presses("Que no sea anónima")
        await rosa.sees("Todos ahí ven la cuenta cuando se cierra, no antes")
        await rosa.presses("Más opciones")
        await rosa.fills_in(results="Conforme llega")
        await rosa.sees("Todos ahí ven la cuenta conforme llega")


async def test_it_closes_at_another_time(tmp_path: Path) -> None:
    async with house(tmp_path) as home:
        maria = chair(home, "slack", "Maria Rivera", "lincoln-staff")
        kevin = chair(home, "discord", "Kevin Brandvold", "town-square")
        await posted(maria, LINE, *BOTH)
        first = (await kevin.sees_card("Please pick one by")).text
        await maria.types("/somewhere")
        await maria.presses("Change closing time")
        closes = (await maria.form()).fields[0]
        in_two_weeks = max(closes.choices)[1]
        await maria.fills_in(closes=in_two_weeks)
        await maria.sees("It closes", in_two_weeks, "The card says so, too.")
        await eventually(lambda: kevin.card and kevin.card.text != first)
        await kevin.sees_card(in_two_weeks)
        assert counts(tmp_path)["due"] == 2  # its reminder, too
        await later(home, days=3)
        await kevin.answers("Tuesday")
        await kevin.sees("Your answer is in")
        await later(home, days=14)
        await kevin.sees_card("Closed", "Tuesday: 1 vote")


async def test_it_closes_at_any_day_and_time_picked_or_written(tmp_path: Path) -> None:
    async with house(tmp_path) as home:
        maria = chair(home, "slack", "Maria Rivera", "lincoln-staff")
        rosa = chair(home, "discord", "Rosa Delgado", "town-square")
        there = home.bot.clock.now().astimezone(ZoneInfo(home.district.district.zone)).date()
        monday = there + timedelta(7 - there.weekday())

        await posted(maria, silently=True)
        await maria.presses("Change closing time")
        await maria.fills_in(another=(there - timedelta(1)).isoformat())
        await eventually(lambda: maria.person.form and "from today on" in maria.person.form.fields[1].error)
        await maria.fills_in(another=(there + timedelta(61)).isoformat(), **{"another#time": "15:15"})
        await eventually(lambda: maria.person.form and "more than 60 days" in maria.person.form.fields[1].error)
        await maria.fills_in(another=monday.isoformat())
        await maria.sees("It closes Monday", "3:15 PM now.")
        await maria.sees_card("Monday", "3:15 PM")

        await posted_in_spanish(rosa)
        await rosa.presses("Cambiar el cierre")
        await rosa.fills_in(another="cuando puedan")
        await rosa.sees("No entiendo qué día y a qué hora.")
        await rosa.presses("Corregir")
        assert (await rosa.form()).fields[1].value == "cuando puedan"
        await rosa.fills_in(another="el lunes a las 3 de la tarde")
        await rosa.sees("Ahora se cierra el lunes", "3:00 p.m.")
        await rosa.sees_card("Monday", "3:00 PM")


async def posted_in_spanish(author: Chair) -> None:
    await author.types("/poll ¿Qué noche les queda bien? | Martes | Jueves")
    await post_silently(author)
    await author.sees("Publicada.")


@pytest.mark.parametrize(
    ("platform", "name", "channel", "answers", "words"),
    [
        (
            "slack",
            "Maria Rivera",
            "lincoln-staff",
            "Jamal Whitfield",
            ("Post it", "Your poll, closed", "Open it again", "It closes"),
        ),
        (
            "discord",
            "Rosa Delgado",
            "town-square",
            "Kevin Brandvold",
            ("Publicar", "Su encuesta, cerrada", "Abrirla otra vez", "Ahora se cierra"),
        ),
    ],
)
async def test_it_is_opened_again(
    tmp_path: Path, platform: str, name: str, channel: str, answers: str, words: tuple[str, ...]
) -> None:
    post, closed, opens, done = words
    async with house(tmp_path) as home:
        author, other = chair(home, platform, name, channel), chair(home, platform, answers, channel)
        await author.types(LINE)
        await author.presses(post)
        await other.answers("Tuesday")
        await other.sees("Your answer is in")
        await later(home, days=2)
        await other.sees_card("Closed")
        await author.types("/somewhere")
        await author.sees(closed, QUESTION)
        await author.presses(opens)
        form = await author.form()
        assert not form.fields[0].chosen
        await author.fills_in(closes=max(form.fields[0].choices)[1])
        await author.sees(done)
        await other.sees_card("Please pick one by", "Tuesday", "One person has answered.")
        await other.answers("Thursday")
        await other.sees("Your answer is in: Thursday.")
        await later(home, days=15)
        await other.sees_card("Closed", "One person answered.")
        assert counts(tmp_path)["ballots"] == 1


async def test_whoever_closed_it_can_take_that_back(tmp_path: Path) -> None:
    async with house(tmp_path) as home:
        maria = chair(home, "slack", "Maria Rivera", "lincoln-staff")
        await posted(maria, silently=True)
        await maria.presses("Close the poll")
        await maria.presses("Yes, close it")
        await maria.sees("Closed", "Thank you")
        await maria.presses("Open it again")
        await later(home, days=8)
        await maria.fills_in(closes=max((await maria.form()).fields[0].choices)[1])
        await maria.sees("closed more than a week ago")
        await maria.types("/somewhere")
        assert QUESTION not in (await maria.sees("Hello, Maria Rivera")).text
        await maria.sees_card("Closed")


async def test_an_anonymous_poll_can_be_put_off_but_not_opened_again(tmp_path: Path) -> None:
    async with house(tmp_path) as home:
        maria = chair(home, "slack", "Maria Rivera", "lincoln-staff")
        await maria.types(LINE)
        await maria.switches("Make it anonymous", "Make it not anonymous")
        await post_silently(maria)
        await maria.presses("Change closing time")
        await maria.fills_in(closes=max((await maria.form()).fields[0].choices)[1])
        await maria.sees("The card says so, too.")
        priya = chair(home, "slack", "Priya Natarajan", "lincoln-staff")
        await priya.answers("Tuesday")
        await priya.sees("Your answer is in.")
        await maria.presses("Close the poll")
        await maria.sees(
            "Fewer than 5 have answered: if it closes now, no result is kept.", "It can't be opened again."
        )
        await maria.presses("Keep it open")
        await maria.presses("Change closing time")
        await maria.form()
        await later(home, days=20)
        await maria.fills_in(closes=max((await maria.form()).fields[0].choices)[1])
        await maria.sees("It was anonymous, so nobody's answer is left")
        await maria.types("/somewhere")
        home_card = await maria.sees("Your poll, closed", QUESTION)
        assert "See the result" in [button.label for button in home_card.buttons]
        assert "Open it again" not in [button.label for button in home_card.buttons]


async def test_a_time_that_has_passed_is_picked_again(tmp_path: Path) -> None:
    async with house(tmp_path) as home:
        rosa = chair(home, "discord", "Rosa Delgado", "town-square")
        await rosa.types(LINE)
        await rosa.presses("Publicar")
        await rosa.presses("Cambiar el cierre")
        soon = (await rosa.form()).fields[0].choices[0][1]
        await later(home, hours=3)
        await rosa.fills_in(closes=soon)
        await rosa.sees("Por favor, elija de la lista cuándo se cierra")
        await rosa.presses("Corregir")
        await rosa.fills_in(closes=max((await rosa.form()).fields[0].choices)[1])
        await rosa.sees("Ahora se cierra")
