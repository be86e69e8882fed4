"""Meetings when a role passes on, is left vacant or leaves the committee: who comes, whose turn it is, which times are
on offer, and what the other side is told, in the core."""

from __future__ import annotations

from pathlib import Path

from support import databases
from support.cores import Core, core
from support.corner import Corner, corner, drawn, shown
from support.databases import on_either
from support.districts import copy, edit
from support.meetings import LINCOLN, TUESDAY, agreed, load, looks, offered, rows, saved, told, until

from bot.meetings import dying, pairing, replies, schedule, telling

pytestmark = on_either

MARIA, OWEN, NOBODY = "maria-rivera", "owen-lindqvist", ""
HOLDER = "rep-lincoln,building rep,cvea,lincoln,,"
ON_COMMITTEES = f"{LINCOLN}lincoln-team;schedule"
ALONE = f"{ON_COMMITTEES},association-president"  # without a deputy
PTAS = "pta-high-school,pta liaison,pta,high-school,,isabel-carranza,schedule"
VACANT = "Este cargo está libre: la persona representante de la asociación de educadores en Lincoln Elementary."


async def passes(bot: Core, folder: Path, before: str, after: str) -> None:
    """By the files, Lincoln's building rep is somebody else from now on, or nobody."""
    edit(folder, "seats.csv", f"{HOLDER}{before},", f"{HOLDER}{after},")
    await load(bot, folder)


async def at_home(who: Corner) -> str:
    await who.types("somewhere")
    return who.sees()


# A committee's: who comes, and whose turn it is -------------------------------------------------------------------


async def test_who_follows_says_for_themselves_whether_they_come(tmp_path: Path) -> None:
    folder = copy(tmp_path)
    async with core(tmp_path, folder) as bot:
        joel, maria, owen = await saved(bot), corner(bot, "Maria Rivera"), corner(bot, "Owen Lindqvist")
        await maria.presses("meeting.reply", "1:yes")
        (await looks(joel)).sees("Coming so far: Cedar Valley Education Association: 1.")
        await passes(bot, folder, MARIA, OWEN)
        assert "Coming so far" not in (await looks(joel)).sees("Takes notes: Owen Lindqvist.")
        await owen.presses("meeting.reply", "1:no")
        assert "Owen Lindqvist" not in (await looks(joel)).sees("Takes notes: ")
        await passes(bot, folder, OWEN, MARIA)  # to whom his no is nothing
        await joel.presses("meeting.swap", "1:notes")
        assert any(one.startswith("Maria Rivera") for one in joel.choices("who"))


async def test_the_no_of_who_had_the_role_makes_nobody_too_few(tmp_path: Path) -> None:
    folder = copy(tmp_path)
    async with core(tmp_path, folder) as bot:
        joel, isabel = await saved(bot), corner(bot, "Isabel Carranza", "discord")
        databases.change(bot.settings.database_url, "update meeting_series set quorum = 'one'")
        await joel.presses("meeting.send-agenda", "1")
        await isabel.presses("meeting.reply", "1:no")
        assert "Too few people to decide" in drawn(bot, "meeting.agenda", 1)
        edit(folder, "seats.csv", PTAS, PTAS.replace("isabel-carranza", "nadia-haddad"))
        await load(bot, folder)
        assert "Too few" not in drawn(bot, "meeting.agenda", 1)
        await until(bot, 2026, 10, 23, 2)
        assert [bool(one) for (one,) in rows(bot, "select quorate from meetings where phase = 'over'")] == [True]


async def test_nobody_stands_in_for_who_had_the_role_before(tmp_path: Path) -> None:
    folder = copy(tmp_path)
    edit(folder, "seats.csv", ALONE, f"{ALONE},,jamal-whitfield")
    async with core(tmp_path, folder) as bot:
        joel, maria = await saved(bot), corner(bot, "Maria Rivera")
        await maria.presses("meeting.reply", "1:deputy")
        assert "Maria Rivera asks you to stand in" in shown(bot, replies.show_stands_in, 1)
        (await looks(joel)).sees("Coming so far: Cedar Valley Education Association: 1.")
        await passes(bot, folder, MARIA, OWEN)
        assert "Coming so far" not in (await looks(joel)).sees("Thursday, October 22")
        assert "Lindqvist asks you" not in shown(bot, replies.show_stands_in, 1)


async def test_a_part_of_who_left_the_committee_goes_to_the_next_one_at_once(tmp_path: Path) -> None:
    folder = copy(tmp_path)
    async with core(tmp_path, folder) as bot:
        joel, maria = await saved(bot), corner(bot, "Maria Rivera")
        await joel.presses("meeting.send-agenda", "1")
        assert "Takes notes: Maria Rivera." in drawn(bot, "meeting.agenda", 1)
        edit(folder, "seats.csv", ON_COMMITTEES, ON_COMMITTEES.replace(";schedule", ""))
        await load(bot, folder)
        assert "Takes notes: Naomi Feldstein." in drawn(bot, "meeting.agenda", 1)
        (await looks(joel)).sees("Leads: Joel Hartmann. Takes notes: Naomi Feldstein.")
        await maria.presses("meeting.hand-on", "1")
        maria.sees("That isn't here any more")


async def test_a_part_of_a_role_that_nobody_has_goes_to_the_next_one_at_once(tmp_path: Path) -> None:
    folder = copy(tmp_path)
    async with core(tmp_path, folder) as bot:
        joel = await saved(bot)
        await passes(bot, folder, MARIA, NOBODY)
        (await looks(joel)).sees("Leads: Joel Hartmann. Takes notes: Naomi Feldstein.")


async def test_who_left_a_committee_on_which_nobody_else_can_has_no_part_either(tmp_path: Path) -> None:
    folder = copy(tmp_path)
    async with core(tmp_path, folder) as bot:
        joel = await saved(bot)
        for name in ("Joel Hartmann", "Naomi Feldstein", "Héctor Villalobos", "Isabel Carranza", "Arturo Cisneros"):
            platform = "discord" if name == "Isabel Carranza" else "slack"
            await corner(bot, name, platform).presses("meeting.reply", "1:no")
        edit(folder, "seats.csv", ON_COMMITTEES, ON_COMMITTEES.replace(";schedule", ""))
        await load(bot, folder)
        assert "Maria Rivera" not in (await looks(joel)).sees("Thursday, October 22")


# Times on offer -----------------------------------------------------------------------------------------------------


async def test_times_are_on_offer_no_more_once_somebody_else_has_the_role(tmp_path: Path) -> None:
    """They suited the one before. Who follows is told, and offers times of their own or ends it."""
    folder = copy(tmp_path)
    async with core(tmp_path, folder) as bot:
        _, rosa = await offered(bot)
        owen = corner(bot, "Owen Lindqvist")
        await passes(bot, folder, MARIA, OWEN)
        assert "quisiera reunirse con usted" not in await at_home(rosa)
        await rosa.presses("meeting.pick", "1:2")
        rosa.sees("Esa propuesta ya terminó")
        assert told(bot, telling.INHERITED) == [OWEN]
        said = shown(bot, telling.show_inherited, 1)
        assert "No time is agreed yet; what was offered before you counts no more." in said
        assert "No time is agreed yet with Rosa Delgado" in await at_home(owen)
        await owen.clicks("Offer two times")
        await owen.fills_in()
        await owen.clicks("Send")
        await rosa.presses("meeting.pick", "2:2")
        rosa.sees("Usted se reúne con Owen Lindqvist")
        assert told(bot, pairing.AGREED) == [OWEN]


async def test_who_follows_ends_it_instead(tmp_path: Path) -> None:
    folder = copy(tmp_path)
    async with core(tmp_path, folder) as bot:
        await offered(bot)
        await passes(bot, folder, MARIA, OWEN)
        owen = await looks(corner(bot, "Owen Lindqvist"))
        await owen.clicks("End these meetings")
        owen.sees("These meetings have ended")


async def test_another_time_that_the_one_before_offered_leaves_the_date_as_it_was(tmp_path: Path) -> None:
    folder = copy(tmp_path)
    async with core(tmp_path, folder) as bot:
        maria, rosa = await agreed(bot)
        await maria.presses("meeting.move", "1")
        await maria.fills_in(first="2026-10-14T15:15", second="2026-10-15T15:15")
        await maria.clicks("Send")
        await passes(bot, folder, MARIA, OWEN)
        await rosa.presses("meeting.pick", "2:1")
        rosa.sees("Esa propuesta ya terminó")
        assert TUESDAY in shown(bot, telling.show_inherited, 1)


async def test_nobody_is_asked_to_meet_by_a_role_that_nobody_has(tmp_path: Path) -> None:
    folder = copy(tmp_path)
    async with core(tmp_path, folder) as bot:
        _, rosa = await offered(bot)
        await passes(bot, folder, MARIA, NOBODY)
        assert "quisiera reunirse con usted" not in await at_home(rosa)
        await rosa.presses("meeting.pick", "1:2")
        rosa.sees("Esa propuesta ya terminó")
        await rosa.presses("meeting.offer", "1")
        rosa.sees("Nadie viene a sus juntas hasta que alguien tenga el cargo")
        assert rows(bot, "select state from meeting_series") == [("offered",)]
        await passes(bot, folder, NOBODY, OWEN)
        assert told(bot, telling.INHERITED) == [OWEN]


async def test_times_that_the_other_side_offered_wait_for_who_follows(tmp_path: Path) -> None:
    folder = copy(tmp_path)
    async with core(tmp_path, folder) as bot:
        _, rosa = await offered(bot)
        await rosa.presses("meeting.neither", "1")
        await rosa.fills_in(first="2026-10-14T17:00", second="2026-10-15T17:00")
        await rosa.clicks("Enviar")
        await passes(bot, folder, MARIA, NOBODY)
        await passes(bot, folder, NOBODY, OWEN)
        owen = corner(bot, "Owen Lindqvist")
        assert "Which time suits you?" in await at_home(owen)
        await owen.presses("meeting.pick", "2:1")
        owen.sees("You meet with Rosa Delgado")


# What is agreed -----------------------------------------------------------------------------------------------------


async def test_nobody_goes_to_meet_a_role_that_nobody_has(tmp_path: Path) -> None:
    """Whom that concerns is told once, and is reminded of no date until somebody follows."""
    folder = copy(tmp_path)
    async with core(tmp_path, folder) as bot:
        _, rosa = await agreed(bot)
        await passes(bot, folder, MARIA, NOBODY)
        assert told(bot, telling.OTHER_SIDE) == ["rosa-delgado"]
        nobody = "Nadie viene a sus juntas hasta que alguien tenga el cargo"
        assert f"{VACANT} {nobody}" in shown(bot, telling.show_other_side, 1, "es")
        (await looks(rosa)).sees("13 de octubre", nobody)
        await until(bot, 2026, 10, 12, 16)
        assert told(bot, schedule.TOMORROW) == []
        await until(bot, 2026, 10, 15)
        home = await at_home(rosa)
        assert nobody in home
        assert "noviembre" not in home
        assert "Ya fue esta junta" not in home
        await until(bot, 2026, 11, 24)
        assert "Nadie me ha avisado" not in await at_home(rosa)
        assert told(bot, schedule.TOMORROW) == told(bot, schedule.AFTER) == told(bot, dying.ASKED) == []
        await passes(bot, folder, NOBODY, OWEN)
        assert told(bot, telling.OTHER_SIDE) == ["rosa-delgado"]
        goes_on = shown(bot, telling.show_other_side, 1, "es")
        assert "Estas juntas siguen, pues alguien tiene el cargo: Owen Lindqvist" in goes_on
        assert "martes 8 de diciembre" in goes_on
        assert "martes 8 de diciembre" in await at_home(rosa)
        await until(bot, 2026, 12, 8)
        assert told(bot, schedule.TOMORROW) == [OWEN, "rosa-delgado"]


async def test_of_a_reminder_that_is_on_its_way_nothing_is_left(tmp_path: Path) -> None:
    folder = copy(tmp_path)
    async with core(tmp_path, folder) as bot:
        await agreed(bot)
        await until(bot, 2026, 10, 12, 16)
        rosas = "select roundup_id from notices join members on members.id = member_id where key = 'rosa-delgado'"
        roundup = max(int(str(one)) for (one,) in rows(bot, f"{rosas} and notices.name = '{schedule.TOMORROW}'"))
        assert "Junta próxima" in drawn(bot, "roundup", roundup, "es")
        await passes(bot, folder, MARIA, NOBODY)
        assert "Junta próxima" not in drawn(bot, "roundup", roundup, "es")
        assert told(bot, telling.OTHER_SIDE) == ["rosa-delgado"]


async def test_a_deputy_who_acts_keeps_the_meetings(tmp_path: Path) -> None:
    folder = copy(tmp_path)
    edit(folder, "seats.csv", ALONE, f"{ALONE},,jamal-whitfield")
    async with core(tmp_path, folder) as bot:
        await agreed(bot)
        await passes(bot, folder, MARIA, NOBODY)
        assert told(bot, telling.OTHER_SIDE) == []
        await until(bot, 2026, 10, 13)
        assert told(bot, schedule.TOMORROW) == ["jamal-whitfield", "rosa-delgado"]
