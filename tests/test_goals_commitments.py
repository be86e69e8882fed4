"""What roles give to a goal: asked for, offered, held against the contract, approved, delivered, or changed."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from support.concerns import agreed
from support.cores import Core, core
from support.corner import Corner, corner, next_due, shown
from support.databases import change, on_either, rows
from support.trying import ELENA, ROSA, as_seen, due, follows, waiting

from bot.boundary import Form
from bot.goals.commitments import lifecycle, telling

pytestmark = on_either

COVER = "Cover on Tuesdays, 9 to 9:30"


async def asked(bot: Core, kind: str = "Cover", who: str = ELENA, **fields: str) -> Corner:
    """By Lincoln's rep."""
    maria = await agreed(bot)
    await asks(maria, kind, who, **fields)
    return maria


async def asks(maria: Corner, kind: str, who: str, **fields: str) -> None:
    await maria.presses("commitment.ask", "1")
    await maria.fills_in(**{"kind": kind, "what": COVER, "who": who, **fields})


async def does(bot: Core, name: str, act: str, **fields: str) -> Corner:
    who = corner(bot, name)
    await who.presses(f"commitment.{act}", await as_seen(who, f"commitment.{act}"))
    if fields:
        await who.fills_in(**fields)
    return who


def state(bot: Core) -> tuple[str, str]:
    ((state, fit),) = rows(bot.settings.database_url, "select state, fit from commitments")
    return state, fit


async def test_cover_is_held_against_the_contract_and_then_approved(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        maria = await asked(bot, until="2026-10-30")
        maria.sees("Asked. They can offer it", COVER)
        assert waiting(bot, lifecycle.TURN) == {"Elena Ortiz"}
        elena = corner(bot, "Elena Ortiz")
        await elena.types("somewhere")
        elena.sees(
            "Se pregunta si su cargo podría dar esto",
            "El equipo de la meta lee lo que conteste",
            COVER,
            "30 de octubre de 2026",
        )
        await elena.clicks("Ofrecerlo")
        elena.sees("Se pregunta si cabe en el contrato a la presidencia de la asociación")
        assert waiting(bot, lifecycle.TURN) == {"Dana Lee"}
        (await does(bot, "Samuel Okafor", "approve")).sees("asked first whether it fits the contract")
        (await does(bot, "Elena Ortiz", "fits")).sees("Eso le toca a Dana Lee.")
        dana = corner(bot, "Dana Lee")
        await dana.types("somewhere")
        dana.sees("Does this fit the contract?", "Nothing is promised before you answer", COVER)
        await dana.clicks("It fits")
        assert waiting(bot, lifecycle.TURN) == {"Samuel Okafor"}
        samuel = await does(bot, "Samuel Okafor", "approve")
        samuel.sees("Approved by the superintendent", "Undo the approval")
        assert waiting(bot, lifecycle.NEWS) == {"Maria Rivera", "Elena Ortiz"}
        owen = corner(bot, "Owen Lindqvist")
        await owen.presses("goal.show", "1")
        owen.sees(
            f"Cover: {COVER} (Lincoln Elementary's principal). By October 30, 2026. Approved by the superintendent"
        )
        assert due(bot, lifecycle.REMIND) == [date(2026, 10, 28)]
        await next_due(bot, lifecycle.REMIND)
        assert waiting(bot, lifecycle.REMINDER) == {"Elena Ortiz"}
        assert "Su cargo prometió esto" in shown(bot, telling.show_promised, 1, "es")
        assert due(bot, lifecycle.REMIND) == [date(2026, 11, 2)]
        (await does(bot, "Elena Ortiz", "deliver")).sees("Anotado: cumplido.")
        assert due(bot, lifecycle.REMIND) == []
        await owen.presses("goal.show", "1")
        owen.sees("Delivered.")
        (await does(bot, "Maria Rivera", "undeliver")).sees("still to be delivered")
        assert state(bot) == ("approved", "fits")


async def test_who_heard_of_an_approval_hears_that_it_is_undone(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        await asked(bot)
        for name, act in (("Elena Ortiz", "offer"), ("Dana Lee", "fits"), ("Samuel Okafor", "approve")):
            await does(bot, name, act)
        change(bot.settings.database_url, "delete from notices")
        (await does(bot, "Samuel Okafor", "unapprove")).sees("It waits for approval again.")
        assert waiting(bot, lifecycle.NEWS) == {"Maria Rivera", "Elena Ortiz"}
        assert "Approved by" not in shown(bot, telling.show_news, 1)


async def test_what_does_not_fit_is_changed_with_why(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        await asked(bot)
        await does(bot, "Elena Ortiz", "offer")
        await does(bot, "Dana Lee", "misfit", why="Planning time is theirs.")
        assert state(bot) == ("offered", "does not")
        (await does(bot, "Samuel Okafor", "approve")).sees("asked first whether it fits")
        assert waiting(bot, lifecycle.TURN) == {"Elena Ortiz"}
        elena = corner(bot, "Elena Ortiz")
        await elena.types("somewhere")
        elena.sees("no cabe en el contrato tal como está", "Planning time is theirs.")
        await elena.clicks("Cambiarlo, con la razón")
        await elena.fills_in(what="Cover by the office", why=" ")
        elena.sees("diga por qué")
        await elena.clicks("Corregir")
        await elena.fills_in(why="Nadie pierde su tiempo.")
        elena.sees("Cambiado.", "Antes del cambio", COVER, "Nadie pierde su tiempo.")
        assert state(bot) == ("offered", "asked")
        await does(bot, "Dana Lee", "fits")
        await does(bot, "Samuel Okafor", "refuse", why="There is no budget.")
        assert state(bot) == ("not any more", "fits")
        owen = corner(bot, "Owen Lindqvist")
        await owen.presses("commitment.show", "1")
        owen.sees("Not any more.", "There is no budget.")


async def test_training_needs_no_contract_and_who_decides_alone_has_decided(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        samuel = "Samuel Okafor (the superintendent, District Administration)"
        await asked(bot, "Training", samuel)
        await does(bot, "Samuel Okafor", "offer")
        assert state(bot) == ("approved", "not needed")
        await does(bot, "Samuel Okafor", "change", why="The trainer is ill.", still="No, not any more")
        assert state(bot) == ("not any more", "not needed")
        assert "Not any more." in shown(bot, telling.show_news, 1)
        await does(bot, "Samuel Okafor", "change", why="She is back.")
        assert state(bot) == ("approved", "not needed")


async def test_who_keeps_the_contract_has_no_say_in_what_does_not_touch_it(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        await asked(bot, "Training", ELENA)
        await does(bot, "Elena Ortiz", "offer")
        await corner(bot, "Dana Lee").sends("commitment.misfit", "1", {"why": ("I would rather not.",)})
        assert state(bot) == ("offered", "not needed")


async def test_who_keeps_the_contract_reads_nothing_of_what_does_not_touch_it(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        await asked(bot, "Training", ELENA)
        await does(bot, "Elena Ortiz", "decline")
        dana = corner(bot, "Dana Lee")
        await dana.presses("commitment.fits", "1")
        assert COVER not in dana.sees("That isn't here any more.")


async def test_who_does_not_read_the_goal_is_told_where_it_is(tmp_path: Path) -> None:
    """The association's president, of another school, of whom the goal's author was not told."""
    async with core(tmp_path) as bot:
        maria = await asked(bot)
        await does(bot, "Elena Ortiz", "offer")
        text = shown(bot, telling.show_turn, 1)
        assert "Does this fit the contract? It is for a goal at Lincoln Elementary, asked for by" in text
        await does(bot, "Dana Lee", "fits")
        assert "Do you approve this for “20 quiet minutes a day”?" in shown(bot, telling.show_turn, 1)
        await maria.presses("home")
        assert "20 quiet minutes" in maria.sees()


async def test_one_offers_by_oneself(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        await agreed(bot)
        rosa = corner(bot, "Rosa Delgado")
        await asks(rosa, "Datos", "Rosa Delgado (el enlace de la PTA, Lincoln Elementary)")
        rosa.sees("Ofrecido. Gracias.", "Falta que lo apruebe")


async def test_what_was_declined_is_for_the_team_alone(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        maria = await asked(bot)
        owen = corner(bot, "Owen Lindqvist")
        for act in ("list", "show"):
            await owen.presses(f"commitment.{act}", "1")
            assert COVER not in owen.sees("")
        elena = await does(bot, "Elena Ortiz", "decline")
        elena.sees("el equipo de la meta puede leerlo")
        await owen.presses("goal.show", "1")
        assert COVER not in owen.sees("")
        await maria.presses("commitment.list", "1")
        maria.sees(COVER, "Can't be given now.")
        await maria.presses("commitment.take-back", "1")
        maria.sees("isn't open to this any more")
        (await does(bot, "Elena Ortiz", "offer")).sees("Ofrecido.")
        await asks(maria, "Data", ROSA)
        await maria.clicks("Take it back")
        assert rows(bot.settings.database_url, "select count(*) from commitments") == [(1,)]
        walter = corner(bot, "Walter Grimsby")
        await walter.presses("commitment.show", "1")
        walter.sees("That isn't here any more")


async def test_seats_that_change_hands(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        await asked(bot)
        await follows(bot, "principal-lincoln", "grace-chen")
        assert waiting(bot, lifecycle.TURN) == {"Elena Ortiz", "Grace Chen"}  # she is not told: it is not her turn
        await does(bot, "Grace Chen", "offer")
        await follows(bot, "association-president", "ana-ruiz")
        await does(bot, "Ana Ruiz", "fits")
        await does(bot, "Samuel Okafor", "approve")
        assert state(bot) == ("approved", "fits")
        await follows(bot, "principal-lincoln", "elena-ortiz")
        assert waiting(bot, lifecycle.REMINDER) == {"Elena Ortiz"}


async def test_nobody_keeps_the_contract(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        await agreed(bot)
        await follows(bot, "association-president", "")
        await asks(corner(bot, "Maria Rivera"), "Time", ELENA)
        await does(bot, "Elena Ortiz", "offer")
        maria = corner(bot, "Maria Rivera")
        await maria.presses("commitment.show", "1")
        maria.sees("Nobody keeps the contract now", "Dana Lee or Samuel Okafor can fill that role")
        (await does(bot, "Samuel Okafor", "approve")).sees("asked first whether it fits")
        await follows(bot, "association-president", "dana-lee")
        assert "Dana Lee" in waiting(bot, lifecycle.TURN)


async def test_a_goal_that_was_closed_meanwhile(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        maria = await asked(bot)
        await maria.presses("commitment.ask", "1")
        change(bot.settings.database_url, "update goals set status = 'closed'")
        await maria.fills_in(what=COVER, who=ELENA)
        maria.sees("This goal isn't under way any more", COVER)
        (await does(bot, "Elena Ortiz", "offer")).sees("Esta meta ya no está en marcha")
        assert state(bot) == ("asked", "not needed")


async def test_too_long_too_many_and_days_that_will_not_do(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        maria = await asked(bot, what="x" * 3000, until="2026-01-05")
        maria.sees("That is 3,000 characters; 200 fit.", "Please give a day from tomorrow on")
        await maria.clicks("Fix it")
        assert len(maria.field(1).value) == 3000
        for _ in range(21):
            await maria.presses("commitment.ask", "1")
            if isinstance(maria.answer, Form):
                await maria.fills_in(what=COVER, who=ROSA, until="")
        assert rows(bot.settings.database_url, "select count(*) from commitments") == [(20,)]


async def test_nobody_says_yes_to_words_that_they_have_not_seen(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        await asked(bot)
        elena, dana, samuel = (corner(bot, name) for name in ("Elena Ortiz", "Dana Lee", "Samuel Okafor"))
        await elena.presses("commitment.offer", "1")
        await dana.presses("commitment.show", "1")
        before = dana.answer
        await does(bot, "Elena Ortiz", "change", what="Cover every day", why="Hace falta.")
        dana.answer = before
        await dana.clicks("It fits")
        dana.sees("changed meanwhile", "Cover every day")
        assert state(bot) == ("offered", "asked")
        await dana.clicks("It fits")
        assert state(bot) == ("offered", "fits")

        await samuel.presses("commitment.show", "1")
        before = samuel.answer
        await does(bot, "Elena Ortiz", "change", what="Cover every day", until="2026-10-30", why="Un día.")
        await does(bot, "Dana Lee", "fits")
        samuel.answer = before
        await samuel.clicks("Approve")
        samuel.sees("changed meanwhile", "October 30, 2026")
        await samuel.presses("commitment.approve", "1")  # no button of ours says so little
        assert state(bot) == ("offered", "fits")
        await samuel.clicks("Approve")
        assert state(bot) == ("approved", "fits")
