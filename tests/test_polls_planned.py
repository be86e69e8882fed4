"""Drafts that wait, polls that begin at a time, polls that are asked every week."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from support.cores import core
from support.corner import corner, drawn, next_due
from support.databases import address as database
from support.databases import change, on_either, rows
from support.house import house
from support.talk import LINE, QUESTION, Chair, chair, counts, forge, into_term, later, post_silently

from bot.boundary import Address

pytestmark = on_either

STAFF = Address("slack", "T01CEDAR", "C01LINCOLNSTAFF")


async def plans(author: Chair, start: int, repeats: str) -> str:
    """A poll of theirs, to begin at one of the offered times, until the last but one that is offered; says when."""
    await author.types("/poll")
    closes = sorted((await author.form()).field("When does it close?").choices)[-2][1]
    await author.fills_in(question=QUESTION, options="Tuesday\nThursday", closes=closes)
    await author.presses("Choose when it starts")
    starts = (await author.form()).field("When does it start?").choices[start][1]
    await author.fills_in(starts=starts, repeats=repeats)
    await post_silently(author)
    return starts


async def test_it_begins_at_its_time(tmp_path: Path) -> None:
    async with house(tmp_path) as home:
        maria = chair(home, "slack", "Maria Rivera", "lincoln-staff")
        starts = await plans(maria, 1, "Once")
        await maria.sees("Planned. It is posted", starts)
        await maria.presses("Don't post it")
        await maria.sees("Stopped. It won't be posted.")
        await plans(maria, 1, "Once")
        await maria.types("/somewhere")
        await maria.sees("Your poll, to be posted", starts, QUESTION)
        assert maria.card is None
        await forge(home, maria, "poll.vote", "2:3")  # of what has not begun
        await maria.sees("isn't here any more")
        await later(home, days=1)
        await maria.sees_card(QUESTION, "Please pick one by")
        await maria.answers("Tuesday")
        await maria.sees("Your answer is in: Tuesday.")
        await later(home, days=7)
        await maria.sees_card("Closed", "One person answered.")
        assert counts(tmp_path)["due"] == 0


async def test_it_is_asked_every_week_until_it_is_stopped(tmp_path: Path) -> None:
    async with house(tmp_path) as home:
        rosa = chair(home, "discord", "Rosa Delgado", "town-square")
        await into_term(home)
        await rosa.types(LINE)
        await rosa.presses("Elegir cuándo empieza")
        await rosa.fills_in(repeats="Cada semana a esa hora, hasta que la detenga")
        await rosa.sees("Se vuelve a preguntar cada semana")
        await rosa.presses("Publicar")
        await rosa.sees("Publicada.")
        for week in (1, 2):
            await later(home, days=7, minutes=1)
            house_of = database(tmp_path)
            assert rows(house_of, "select count(*) from polls where status = 'CLOSED'")[0][0] == week
            assert rows(house_of, "select count(*) from polls where status = 'OPEN'")[0][0] == 1
            assert rows(house_of, "select count(*) from polls where status = 'PLANNED'")[0][0] == 1
        await rosa.sees_card("Please pick one by")
        await rosa.types("/somewhere")
        await rosa.sees("Cada semana; la próxima,", QUESTION)
        await rosa.presses("Dejar de preguntarla")
        await rosa.sees("Detenida.")
        await later(home, days=8)
        await rosa.sees_card("Closed")
        assert counts(tmp_path)["polls"] == 4
        assert counts(tmp_path)["due"] == 0


async def test_taking_it_back_stops_the_weeks_that_follow(tmp_path: Path) -> None:
    async with house(tmp_path) as home:
        maria = chair(home, "slack", "Maria Rivera", "lincoln-staff")
        await maria.types(LINE)
        await maria.presses("Choose when it starts")
        await maria.fills_in(repeats="Every week at that time, until I stop it")
        await maria.presses("Post it")
        await maria.presses("Undo: take it back")
        await maria.sees("Taken back.")
        await later(home, days=8)
        assert counts(tmp_path)["polls"] == 2
        assert counts(tmp_path)["due"] == 0


async def test_times_that_do_not_fit_together_are_set_right(tmp_path: Path) -> None:
    async with house(tmp_path) as home:
        maria = chair(home, "slack", "Maria Rivera", "lincoln-staff")
        owen = chair(home, "slack", "Owen Lindqvist", "lincoln-staff")
        await maria.types(LINE)  # until tomorrow afternoon
        await maria.presses("Choose when it starts")
        choices = (await maria.form()).field("When does it start?").choices
        await maria.fills_in(starts=choices[3][1])
        assert "would close before it starts" in ((await maria.form()).field("When does it start?").error or "")
        await maria.fills_in(starts="When I press “Post it”", repeats="Every week at that time, until I stop it")
        await maria.presses("Edit")
        await maria.fills_in(closes=max((await maria.form()).field("When does it close?").choices)[1])
        await maria.sees("has to close within a week")
        await maria.presses("Fix it")
        await maria.fills_in(starts=choices[1][1], repeats="Once")
        await maria.presses("Post it")
        await maria.sees("Planned.")
        await forge(home, owen, "poll.stop", "1")
        await owen.sees("Only Lincoln Elementary's building rep can do that")


async def test_on_discord_the_times_are_set_right_in_a_form_that_opens_again(tmp_path: Path) -> None:
    async with house(tmp_path) as home:
        rosa = chair(home, "discord", "Rosa Delgado", "town-square")
        await rosa.types(LINE)  # until tomorrow afternoon
        await rosa.presses("Elegir cuándo empieza")
        choices = (await rosa.form()).field("¿Cuándo empieza?").choices
        await rosa.fills_in(starts=choices[3][1])
        await rosa.sees("Se cerraría antes de empezar.")
        await rosa.presses("Corregir")
        assert (await rosa.form()).field("¿Cuándo empieza?").chosen == (choices[3][0],)
        await rosa.fills_in(starts=choices[1][1])
        await rosa.sees("Todavía no se publica", choices[1][1])
        await post_silently(rosa)
        await rosa.sees("Lista para publicarse", choices[1][1])
        assert rosa.card is None
        starts = datetime.fromisoformat(choices[1][0])
        await later(home, seconds=(starts - home.bot.clock.now()).total_seconds() + 60)
        await rosa.sees_card(QUESTION)
        await rosa.answers("Who sees what?")
        await rosa.presses("Corregir o agregar")
        await rosa.fills_in(question="Which evening?")
        await rosa.sees("Cambiada.")
        await rosa.sees_card("Which evening?", "the question was")


async def test_a_draft_waits_at_home(tmp_path: Path) -> None:
    async with house(tmp_path) as home:
        rosa = chair(home, "discord", "Rosa Delgado", "town-square")
        maria = chair(home, "slack", "Maria Rivera", "lincoln-staff")
        for author, waits, go_on, preview, delete, gone in (
            (
                maria,
                "Your draft, not posted: " + QUESTION,
                "Continue",
                "Nothing is posted yet",
                "Delete the draft",
                "gone",
            ),
            (
                rosa,
                "Su borrador, sin publicar: " + QUESTION,
                "Continuar",
                "Todavía no se publica",
                "Borrar el borrador",
                "no está",
            ),
        ):
            await author.types(LINE)
            await author.sees(preview)
            await author.types("/somewhere")
            await author.sees(waits)
            await author.presses(go_on)
            await author.sees(preview, "Thursday")
            await author.types("/somewhere")
            await author.presses(delete)
            await author.sees(gone)
            await author.types("/somewhere")
            assert QUESTION not in (await author.sees("Hello" if author is maria else "Hola")).text


async def test_of_a_seat_without_anybody_it_waits_for_who_comes_next(tmp_path: Path) -> None:
    """Nobody could stop it, and nobody asks."""
    async with house(tmp_path) as home:
        rosa = chair(home, "discord", "Rosa Delgado", "town-square")
        await into_term(home)
        await rosa.types(LINE)
        await rosa.presses("Elegir cuándo empieza")
        await rosa.fills_in(repeats="Cada semana a esa hora, hasta que la detenga")
        await rosa.presses("Publicar")
        await rosa.sees("Publicada.")
        theirs = "holder_id = (select id from members where name = 'Rosa Delgado')"
        ((seat,),) = rows(database(tmp_path), f"select id from seats where {theirs}")
        change(database(tmp_path), f"update seats set holder_id = null where id = {seat}")
        for _ in range(2):
            await later(home, days=7, minutes=1)
        states = [str(state) for (state,) in rows(database(tmp_path), "select status from polls order by id")]
        assert states == ["CLOSED", "WITHDRAWN", "WITHDRAWN", "PLANNED"]
        hers = "(select id from members where name = 'Rosa Delgado')"
        change(database(tmp_path), f"update seats set holder_id = {hers} where id = {seat}")
        await rosa.types("/somewhere")
        await rosa.sees("Cada semana; la próxima,", QUESTION)


async def test_what_was_set_right_stays_so_in_the_weeks_that_follow(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        maria = corner(bot, "Maria Rivera")
        maria.place = STAFF
        await maria.types("poll", "Can we help Leo Smith's class? | Yes | No | Ask Ms Pham, she is ill")
        await maria.clicks("Choose when it starts")
        await maria.fills_in(repeats="Every week at that time, until I stop it")
        await maria.clicks("Post it")
        await maria.presses("poll.amend", "1")
        await maria.fills_in(question="Can we help room 12?", options="Yes\nNo\nMaybe")
        await next_due(bot, "poll.begin")
        card = drawn(bot, "poll", 2)
        assert "Can we help room 12?" in card
        assert "Leo" not in card
        assert "Ms Pham" not in card
        assert "Maybe" in card
