"""A small test of change: planned, accepted step by step, asked about, and ended with what was learned."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

from support import databases
from support.cores import core
from support.corner import corner, next_due, shown
from support.databases import change, on_either, rows
from support.trying import (
    ELENA,
    LEARNED,
    ROSA,
    TRIED,
    does,
    due,
    ends,
    follows,
    planned,
    plans,
    states,
    waiting,
)

from bot import actions, asks, replies
from bot.goals.cycles import checking, model, steps, timing
from bot.goals.model import Goal
from bot.storage import database

pytestmark = on_either


async def test_from_a_plan_to_the_next(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        maria = await planned(bot, who=ELENA, expect="12 of 20 read along")
        maria.sees("Planned until October 27, 2026", "I ask Elena Ortiz, who can say no.", "We expect: 12 of 20", TRIED)
        assert waiting(bot, actions.NOTICE) == {"Elena Ortiz"}
        elena = corner(bot, "Elena Ortiz")
        await elena.types("somewhere")
        elena.sees("¿Podría hacer esto", "27 de octubre de 2026", TRIED, "Nunca sirve para evaluar")
        await elena.clicks("Sí, yo me encargo")
        elena.sees("El equipo ve que usted se encarga.")
        await maria.presses("cycle.show", "1")
        maria.sees(f"{TRIED}: Lincoln Elementary's principal (promised)")
        await next_due(bot, checking.CHECK)
        assert waiting(bot, checking.NOTICE) == {"Elena Ortiz"}
        assert "¿Cómo va?" in shown(bot, checking.show, 1, "es")
        await does(bot, "Elena Ortiz", "done")
        await next_due(bot, timing.OVER)
        assert waiting(bot, timing.NOTICE) == {"Maria Rivera"}
        await maria.types("somewhere")
        maria.sees("What happened? One line is enough.")
        await maria.clicks("What happened?")
        await maria.fills_in(**LEARNED, next="Change it and try again")
        maria.sees("this is how we learn", LEARNED["learned"])
        await maria.clicks("Plan the next one")
        assert maria.field(0).value == TRIED
        await maria.fills_in(**{"try": "The same on Thursdays"})
        maria.sees("You said yes to the first step", "The same on Thursdays")
        await maria.presses("goal.show", "1")
        maria.sees("Our shared goal", "We try this until", "The same on Thursdays")


async def test_a_step_is_handed_back_and_another_role_asked(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        maria = await planned(bot, who=ELENA)
        elena = await does(bot, "Elena Ortiz", "decline")
        elena.sees("Está bien.")
        await maria.presses("cycle.show", "1")
        await maria.clicks(f"Ask another role: {TRIED[:29]}…")
        await maria.fills_in(who=ROSA)
        maria.sees("the PTA liaison, Lincoln Elementary (no answer yet)")
        (await does(bot, "Elena Ortiz", "accept")).sees("Eso ya no está aquí.")
        rosa = await does(bot, "Rosa Delgado", "accept")
        await rosa.presses("action.hand-back", "1")
        rosa.sees("el paso está libre")
        await rosa.clicks("Sí lo voy a hacer")
        assert states(bot) == ["promised"]
        await maria.presses("step.pass", "1")
        maria.sees("That can't be changed any more: promised.")


async def test_a_new_holder_is_asked_again(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        maria = await planned(bot, who=ELENA)
        await does(bot, "Elena Ortiz", "accept")
        await follows(bot, "principal-lincoln", "grace-chen")
        assert states(bot) == ["asked"]
        assert waiting(bot, actions.NOTICE) >= {"Grace Chen"}
        grace = corner(bot, "Grace Chen")
        await grace.types("somewhere")
        grace.sees("This role has changed hands. What was agreed before doesn't bind you")
        await maria.presses("cycle.show", "1")
        assert "Elena" not in maria.sees("Lincoln Elementary's principal (no answer yet)")
        await follows(bot, "principal-lincoln", "")
        await maria.presses("cycle.show", "1")
        maria.sees("(nobody holds this role now)", "Ask another role")
        await maria.presses("step.pass", "1")
        assert ELENA not in maria.choices("who")
        await maria.fills_in(who=ROSA)
        assert waiting(bot, actions.NOTICE) == {"Rosa Delgado"}


async def test_a_holder_who_is_away_has_promised_still(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        maria = await planned(bot)
        await maria.presses("seat.away")
        await maria.sends("seat.away", "", {"seats": ("10",), "back": ("2026-10-19",)})
        assert states(bot) == ["promised"]


async def test_a_line_stays_in_ones_own_group(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        maria = await planned(bot)
        await maria.presses("action.on-the-way", "1")
        await maria.clicks("Add a line for your group")
        await maria.fills_in(text="Mondays are hard", sure="2")
        maria.sees(
            "Only Cedar Valley Education Association, at Lincoln Elementary or districtwide can read it",
            "How sure: 2 of 5",
        )
        owen, elena = corner(bot, "Owen Lindqvist"), corner(bot, "Elena Ortiz")
        await owen.presses("cycle.show", "1")
        owen.sees("Mondays are hard", "0 of 1 step is done")
        await elena.presses("cycle.show", "1")
        assert "Mondays" not in elena.sees("(en camino)", "Nunca sirve para evaluar")
        jorge = corner(bot, "Jorge Olivares", "discord")
        await jorge.presses("cycle.show", "1")
        text = jorge.sees("0 de 1 paso hecho")
        assert "Mondays" not in text
        assert "representante" not in text
        walter = corner(bot, "Walter Grimsby")
        await walter.presses("cycle.show", "1")
        walter.sees("That isn't here any more")
        await owen.presses("cycle.plan", "1")
        owen.sees("Only the goal's team does that: Maria Rivera, Elena Ortiz, and Rosa Delgado.")


async def test_stuck_to_a_question_that_is_answered(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        maria = await planned(bot)
        await maria.presses("action.stuck", "1")
        maria.sees("Whom could you ask?")
        await maria.clicks("Ask Elena Ortiz")
        maria.sees("Nothing is sent yet", f"“{TRIED}”", "It goes to Elena Ortiz")
        maria.sees("Only you two read it here, and those who act for your roles later")
        await maria.clicks("Send it")
        maria.sees("Sent. Elena Ortiz reads it")
        assert waiting(bot, asks.ASKED) == {"Elena Ortiz"}
        elena = corner(bot, "Elena Ortiz")
        await elena.types("somewhere")
        elena.sees("Maria Rivera", TRIED, "Escribió en otro idioma")
        await elena.clicks("Contestar")
        await elena.fills_in(text="La sala está libre los martes.")
        assert "La sala está libre" in shown(bot, replies.show_answered, 1)
        assert waiting(bot, asks.ANSWERED) == {"Maria Rivera"}
        await elena.presses("ask.decline", "1")
        elena.sees("se contestó o se retiró")
        rosa = corner(bot, "Rosa Delgado")
        await rosa.presses("ask.answer", "1")
        rosa.sees("Eso ya no está aquí.")


async def test_anybody_can_be_asked_and_reads_no_words_of_others(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        maria = await planned(bot)
        await maria.presses("action.stuck", "1")
        await maria.clicks("Ask somebody else")
        await maria.fills_in(whom="grace chen")
        assert TRIED not in maria.sees("It goes to Grace Chen (a member of Literacy Committee)", "I'm stuck")
        await maria.clicks("Send it")
        await maria.clicks("Take it back")
        grace = corner(bot, "Grace Chen")
        await grace.presses("ask.answer", "1")
        grace.sees("was answered or taken back")
        assert rows(bot.settings.database_url, "select text from asks") == [("",)]


async def test_of_a_board_its_liaison_alone_can_be_asked(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        others = "update seats set group_id = (select group_id from seats where key = 'board-liaison')"
        change(bot.settings.database_url, f"{others} where key = 'schedule-specialists'")
        maria = await planned(bot)
        await maria.presses("action.stuck", "1")
        await maria.clicks("Ask somebody else")
        await maria.fills_in(whom="patricia")
        maria.sees("It goes to Patricia Nowak")
        await maria.presses("action.stuck", "1")
        await maria.clicks("Ask somebody else")
        await maria.fills_in(whom="Héctor")
        assert "It goes to" not in maria.sees()


async def test_check_ins_come_less_and_less_often_and_stop(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        maria = await planned(bot, until="2026-12-08")
        assert due(bot, checking.CHECK) == [date(2026, 10, 13)]
        seen = list[date]()
        while ahead := due(bot, checking.CHECK):
            seen += ahead
            await next_due(bot, checking.CHECK)
        days = [(10, 13), (10, 20), (11, 3), (12, 3), (12, 8)]
        assert seen == [date(2026, *day) for day in days]
        await maria.presses("action.on-the-way", "1")
        maria.sees("The team sees “on the way”")


async def test_a_chair_sees_how_many_are_quiet_and_not_whose(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        maria = await planned(bot, who=ELENA, until="2026-11-20")
        for who in (ROSA, "Maria Rivera (Lincoln Elementary's building rep)"):
            await maria.presses("step.add", "1")
            await maria.fills_in(what="Ask for books", who=who)
        await does(bot, "Elena Ortiz", "accept")
        await bot.later(days=21)
        await maria.presses("action.on-the-way", "3")
        await maria.presses("cycle.show", "1")
        maria.sees("2 steps are quiet.")
        rosa = corner(bot, "Rosa Delgado")
        await rosa.presses("cycle.show", "1")
        assert "no hay noticias" not in rosa.sees("Ask for books")


async def test_all_of_them_stuck(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        maria = await planned(bot, who=ELENA)
        await does(bot, "Elena Ortiz", "stuck")
        assert waiting(bot, steps.ALL_STUCK) == {"Maria Rivera"}
        await maria.presses("cycle.show", "1")
        maria.sees("Every step needs help.")
        await ends(maria, next="drop")
        maria.sees("One step was still open; it ends with the test.", "Try something else")
        (await does(bot, "Elena Ortiz", "done")).sees("Eso ya terminó.")


async def test_what_can_be_undone(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        maria = await planned(bot, who=ELENA)
        await maria.clicks("Take it back")
        (await does(bot, "Elena Ortiz", "accept")).sees("Eso ya terminó.")
        await plans(maria, who=ELENA)
        await does(bot, "Elena Ortiz", "accept", 2)
        await maria.presses("cycle.take-back", "2")
        maria.sees("Something rests on it")
        await ends(maria, 2)
        await maria.clicks("Undo")
        maria.sees("What we try now")
        assert due(bot, timing.OVER)
        await ends(maria, 2)
        await plans(maria)
        await maria.presses("cycle.undo", "2")
        maria.sees("Something rests on it")
        await maria.presses("action.done", "3")
        await maria.clicks("It isn't done yet")
        assert states(bot) == ["asked", "promised", "on the way"]


async def test_when_a_goal_was_last_heard_of(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        maria = await planned(bot, until="2026-11-30")
        await bot.later(days=20)
        await maria.presses("action.on-the-way", "1")
        heard = bot.clock.now()
        await bot.later(days=5)
        engine = databases.connect(bot.settings.database_url)
        with database.reading(engine) as session:
            goal = session.get_one(Goal, 1)
            assert abs(model.last_sign(session, goal) - heard) < timedelta(minutes=1)
            assert not model.quiet_steps(session, goal, heard)
            assert len(model.quiet_steps(session, goal, heard + timedelta(days=14))) == 1
        engine.dispose()
