"""A goal is agreed once every seat that is asked agrees or can live with it, each for its own group alone."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session
from support.concerns import ASKED, GOAL, answers, proposed
from support.cores import core, said
from support.corner import buttons, corner, next_due, shown
from support.databases import change, on_either, rows

from bot.boundary import FormErrors
from bot.goals import consenting
from bot.people import model as people
from bot.people import seats

pytestmark = on_either


def told(database: str, name: str) -> set[str]:
    found = f"select m.name from notices n join members m on m.id = n.member_id where n.name = '{name}'"
    return {one for (one,) in rows(database, found)}


def moment(stored: object) -> datetime:
    """Of a row, as either database gives it."""
    found = datetime.fromisoformat(str(stored))
    return found if found.tzinfo else found.replace(tzinfo=UTC)


def hands_over(session: Session, *, key: str, who: str, now: datetime) -> None:
    seat = session.scalars(select(people.Seat).where(people.Seat.key == key)).one()
    member = session.scalars(select(people.Member).where(people.Member.key == who)).one()
    seats.hand_over(session, seat, member, now)


async def test_all_of_them_agree(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        database, maria = bot.settings.database_url, await proposed(bot)
        assert told(database, "goal-asked") == {*ASKED}
        elena = await answers(bot, "Elena Ortiz", "live")
        elena.sees("Anotado: puede aceptarla.")
        assert rows(database, "select status from goals") == [("proposed",)]
        owen = corner(bot, "Owen Lindqvist")
        await owen.presses("goal.show", "1")
        owen.sees("That isn't here any more.")
        await answers(bot, "Rosa Delgado", "agree")
        assert rows(database, "select status from goals") == [("agreed",)]
        assert told(database, "goal-agreed") == {"Maria Rivera", *ASKED}
        await owen.types("goals")
        owen.sees(GOAL["change"], "Lincoln Elementary")
        await owen.clicks("See the goal")
        owen.sees("Our shared goal", "Agreed by")
        await maria.presses("goal.change", "1")
        maria.sees("That goal isn't open to this any more")
        late = await answers(bot, "Elena Ortiz", "block")
        late.sees("Eso ya no se puede hacer con esta meta")


async def test_the_list_of_goals_begins_with_what_waits_for_ones_answer(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        await proposed(bot)
        rosa, silvia = corner(bot, "Rosa Delgado"), corner(bot, "Silvia Cantú", "discord")
        for who in (rosa, silvia):
            await who.types("goals")
        assert "Todavía no hay" not in rosa.sees("Se le pregunta por una meta compartida", "20 quiet minutes")
        assert GOAL["change"] not in silvia.sees("Todavía no hay ninguna")
        await rosa.clicks("Leer y contestar")
        await rosa.clicks("De acuerdo")
        await rosa.types("goals")
        rosa.sees("Todavía no hay ninguna")


async def test_nobody_answers_for_another_group(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        await proposed(bot)
        for name in ("Owen Lindqvist", "Walter Grimsby", "Luz Paredes", "Samuel Okafor", "Dana Lee"):
            await answers(bot, name, "agree")
        maria = await answers(bot, "Maria Rivera", "agree")
        maria.sees("You aren't one of those who answer: Elena Ortiz and Rosa Delgado.")
        found = "select answer, count(*) from goal_positions where answer is not null group by answer"
        assert rows(bot.settings.database_url, found) == [("agree", 1)]


async def test_a_block_keeps_it_open_and_its_reason_goes_to_the_proposer(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        database, maria = bot.settings.database_url, await proposed(bot)
        elena = await answers(bot, "Elena Ortiz", "block")
        await elena.fills_in(reason="No hay sala libre.")
        elena.sees(
            "Su razón es solo para la persona representante de la asociación de educadores en Lincoln Elementary"
        )
        rosa = await answers(bot, "Rosa Delgado", "agree")
        assert rows(database, "select status from goals") == [("proposed",)]
        await rosa.presses("goal.show", "1")
        assert "sala" not in rosa.sees("la bloquea")
        assert "No hay sala libre." in shown(bot, consenting.show_heard, 1)
        assert told(database, "goal-told") == {"Maria Rivera"}
        await maria.presses("goal.show", "1")
        maria.sees("blocks it", "No hay sala libre.")
        await answers(bot, "Elena Ortiz", "agree")
        assert rows(database, "select status from goals") == [("agreed",)]


async def test_those_who_were_to_talk_about_a_block_are_told_on_its_day(tmp_path: Path) -> None:
    """Each on its own day, and not about one that was taken back."""
    async with core(tmp_path) as bot:
        database = bot.settings.database_url
        await proposed(bot)
        await (await answers(bot, "Elena Ortiz", "block")).fills_in(reason="No hay sala libre.")
        await bot.later(days=2)
        await (await answers(bot, "Rosa Delgado", "block")).fills_in(reason="No a esa hora.")
        (first, second) = (
            at for (at,) in rows(database, "select talk_by from goal_positions where talk_by is not null order by 1")
        )
        await bot.until(moment(first))
        assert told(database, "goal-talk-by") == {"Elena Ortiz", "Maria Rivera"}
        await answers(bot, "Rosa Delgado", "live")
        await bot.until(moment(second))
        assert told(database, "goal-talk-by") == {"Elena Ortiz", "Maria Rivera"}
        assert "Elena Ortiz" in shown(bot, consenting.show_talk, 1)


async def test_a_block_without_a_reason_is_none(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        await proposed(bot)
        elena = await answers(bot, "Elena Ortiz", "concern")
        await elena.fills_in(reason="  ")
        assert isinstance(elena.answer, FormErrors)
        elena.sees("diga por qué")
        assert rows(bot.settings.database_url, "select count(*) from goal_positions where answer is null") == [(2,)]


async def test_more_time_is_asked_again(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        database = bot.settings.database_url
        await proposed(bot)
        rosa = await answers(bot, "Rosa Delgado", "more time")
        rosa.sees("Le pregunto otra vez: el martes 13 de octubre")
        change(database, "delete from notices")
        await next_due(bot, consenting.AGAIN)
        assert told(database, "goal-asked") == {"Rosa Delgado"}
        await next_due(bot, consenting.LOOK)  # both are reminded, and it has not ended
        assert told(database, "goal-asked") == {*ASKED}
        assert rows(database, "select status from goals") == [("proposed",)]


async def test_where_nobody_answers_they_are_reminded_once_and_it_ends_kindly(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        database, maria = bot.settings.database_url, await proposed(bot)
        change(database, "delete from notices")
        await next_due(bot, consenting.LOOK)
        assert told(database, "goal-asked") == {*ASKED}
        await next_due(bot, consenting.LOOK)
        assert rows(database, "select status from goals") == [("closed",)]
        assert "propose it again with one press" in shown(bot, consenting.show_ended, 1)
        await maria.presses("goal.show", "1")
        await maria.clicks("Propose it again")
        await maria.fills_in()
        maria.sees(*GOAL.values())
        await maria.clicks("Send it")
        assert rows(database, "select status from goals order by id") == [("closed",), ("proposed",)]


async def test_a_role_outlives_its_holder(tmp_path: Path) -> None:
    """What waits, the new one answers; what the old one said stands."""
    async with core(tmp_path) as bot:
        database = bot.settings.database_url
        await proposed(bot)
        await answers(bot, "Rosa Delgado", "agree")
        for key, who in (("principal-lincoln", "grace-chen"), ("pta-lincoln", "silvia-cantu")):
            await bot.writer.do(partial(hands_over, key=key, who=who, now=bot.clock.now()))
            await next_due(bot, seats.CHANGED)
        assert told(database, "goal-asked") == {*ASKED, "Grace Chen"}
        old = await answers(bot, "Elena Ortiz", "agree")
        old.sees("Eso ya no está aquí.")
        await answers(bot, "Grace Chen", "agree")
        assert rows(database, "select status from goals") == [("agreed",)]


async def test_a_deputy_answers_with_both_names(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        database, maria = bot.settings.database_url, await proposed(bot)
        deputy = "(select id from members where key = 'grace-chen')"
        away = f"update seats set deputy_id = {deputy}, away_until = '2026-12-01 00:00:00'"
        change(database, f"{away} where key = 'principal-lincoln'")
        change(database, "update tenures set since = '2026-01-01 00:00:00'")  # before the test's own day
        grace = await answers(bot, "Grace Chen", "agree")
        grace.sees("Noted: agrees.")
        await maria.presses("goal.show", "1")
        maria.sees("(Grace Chen for Elena Ortiz): agrees")


async def test_a_vacant_role_is_said_with_who_can_fill_it(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        database = bot.settings.database_url
        change(database, "update seats set holder_id = null where key in ('principal-lincoln', 'pta-lincoln')")
        maria = await proposed(bot)
        await maria.presses("goal.show", "1")
        maria.sees(
            "Lincoln Elementary's principal: nobody holds this role now. Samuel Okafor can fill it",
            "the PTA liaison, Lincoln Elementary: nobody holds this role now. Marcus Tilley can fill it",
        )


async def test_a_second_goal_comes_with_a_word_of_caution(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        maria = await proposed(bot)
        await maria.presses("goal.start-line")
        await maria.fills_in(line="Books", students="All", change="More books", measure="Books a week")
        maria.sees("One goal is under way here already: “20 quiet minutes a day”.")
        await maria.clicks("Send it")
        assert rows(bot.settings.database_url, "select line from goals order by id") == [("",), ("Books",)]


async def test_heard_are_counted_in_steps(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        await proposed(bot)
        assert "people" not in shown(bot, consenting.show_asked, 1)
        change(bot.settings.database_url, "update goals set heard = 10")
        assert "At least 10 people were heard" in shown(bot, consenting.show_asked, 1)


async def test_each_group_agrees_by_its_own_rule(tmp_path: Path) -> None:
    """And by that of the day on which it was asked."""
    async with core(tmp_path) as bot:
        database = bot.settings.database_url
        dana, rosa = corner(bot, "Dana Lee"), corner(bot, "Rosa Delgado")
        await rosa.presses("goal.rule-change")
        rosa.sees("Solo la presidencia o el consejo")
        await proposed(bot)
        await dana.types("goals")
        await dana.clicks("How our group agrees")
        dana.sees("agrees to a school's goal by the role that speaks for it there, alone")
        await dana.clicks("Ask me, too")
        dana.sees("and by yours: the association's president")
        for name in ASKED:
            await answers(bot, name, "agree")
        assert rows(database, "select status from goals") == [("agreed",)]
        maria = corner(bot, "Maria Rivera")
        await maria.presses("goal.start-line")
        await maria.fills_in(line="Books", **GOAL)
        maria.sees("the association's president, Cedar Valley Education Association: Dana Lee")
        await maria.clicks("Send it")
        for name in ASKED:
            await answers(bot, name, "agree", goal=2)
        assert rows(database, "select status from goals where id = 2") == [("proposed",)]
        await answers(bot, "Dana Lee", "live", goal=2)
        assert rows(database, "select status from goals where id = 2") == [("agreed",)]


async def test_buttons_for_each_answer(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        await proposed(bot)
        elena = corner(bot, "Elena Ortiz")
        await elena.presses("goal.show", "1")
        assert [one.label for one in buttons(said(elena.answer))] == [
            *("De acuerdo", "Puedo aceptarla", "Una inquietud"),
            *("Bloquear, con una razón", "Necesitamos más tiempo"),
        ]
        elena.sees("No cambia ningún contrato ni la autoridad de nadie.")
