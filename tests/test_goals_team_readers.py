"""Somebody whom a goal's audience does not admit works on it: those who lead it let them read it, having been shown who
would. Nothing else gets a reader by that."""

from __future__ import annotations

from pathlib import Path

from support import databases
from support.concerns import GOAL, NOISE, agreed, answers, proposed
from support.cores import Core, core, said
from support.corner import Corner, buttons, corner, shown
from support.databases import on_both, on_either, rows
from support.trying import follows
from test_goals_consent import told

from bot import routes
from bot.boundary import Form
from bot.goals.team import letting_read
from bot.people.audiences import AudienceText
from bot.storage.tables import Table

AISHA, CHANGE = "Aisha Farouk", GOAL["change"]  # of another school than the goal's
LET = f"Let {AISHA} read it"


async def works_on_it(bot: Core, maria: Corner) -> Corner:
    """Aisha, whom her group appointed and who said yes."""
    await maria.presses("team.ask", "1")
    await maria.fills_in(group="Cedar Valley Education Association", hours="One hour monthly")
    await corner(bot, "Dana Lee").sends("team.forward", "1", {"whom": (AISHA,)})
    aisha = corner(bot, AISHA)
    await aisha.presses("team.yes", "1")
    aisha.sees("They can let you read it here once all have agreed to it.")
    return aisha


async def reads(who: Corner) -> bool:
    await who.presses("goal.show", "1")
    return CHANGE in who.sees()


def audiences(database: str) -> dict[tuple[object, ...], str]:
    """Of everything that has one, by its column and key."""
    found = {}
    for table in Table.metadata.sorted_tables:
        key = ", ".join(column.name for column in table.primary_key)
        for column in (one.name for one in table.columns if isinstance(one.type, AudienceText)):
            for text, *of in rows(database, f"select {column}, {key} from {table.name}"):
                found[f"{table.name}.{column}", *of] = str(text)
    return found


@on_both
async def test_those_who_lead_it_let_somebody_read_it(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        database, maria = bot.settings.database_url, await agreed(bot)
        aisha = await works_on_it(bot, maria)
        assert not await reads(aisha)
        assert told(database, "team-let-read") == {"Maria Rivera"}
        await maria.types("somewhere")
        maria.sees(f"{AISHA} (Cedar Valley Education Association) said yes", "Concerns stay with the people named")
        await maria.clicks(LET)
        maria.sees(f"{AISHA} can read it now")
        assert told(database, "team-reads") == {AISHA}
        assert CHANGE in shown(bot, letting_read.show_may_read, 1)
        assert await reads(aisha)
        await aisha.types("goals")
        aisha.sees(CHANGE)
        await aisha.types("somewhere")
        aisha.sees(CHANGE)
        await maria.presses("team.show", "1")
        await maria.clicks(f"Stop letting {AISHA} read it")
        assert not await reads(aisha)
        await aisha.types("somewhere")
        assert CHANGE not in aisha.sees()


@on_either
async def test_nothing_else_gets_a_reader(tmp_path: Path) -> None:
    """Not even a concern whose author said that it may be shown: they were told to whom."""
    async with core(tmp_path) as bot:
        database, maria = bot.settings.database_url, await agreed(bot, shared=True)
        await maria.presses("cycle.plan", "1")
        await maria.fills_in(**{"try": "Read on Tuesdays"})
        aisha = await works_on_it(bot, maria)
        before = audiences(database)
        await maria.presses("team.show", "1")
        await maria.clicks(LET)
        after = audiences(database)
        assert {one for one in after if after[one] != before[one]} == {("goals.audience", 1)}
        (aisha_id, group) = rows(database, "select id, group_id from members where key = 'aisha-farouk'")[0]
        clauses = [set(one["goals.audience", 1].split(",")) for one in (before, after)]
        assert clauses[1] - clauses[0] == {f"member:{aisha_id}/{group}"}
        everything = ""
        for do in sorted(routes.HOUSE.presses):
            if do.startswith(("goal.", "cycle.", "concern.", "home", "team.", "measure.")):
                answer = await aisha.presses(do, "1")
                everything += str(answer)
        assert CHANGE in everything
        assert NOISE not in everything
        for name in ("Jamal Whitfield", "Maria Rivera"):
            other = corner(bot, name)
            await other.presses("goal.show", "1")
            other.sees(NOISE)
        outside = corner(bot, "Lucía Benavides")  # of her group, and nobody let her
        await outside.presses("goal.show", "1")
        outside.sees("Eso ya no está aquí")


@on_either
async def test_with_the_goal_its_steps_are_read_no_more(tmp_path: Path) -> None:
    """Nor can they be brought to a meeting. One that was planned before she could read it is hers to read with it."""
    async with core(tmp_path) as bot:
        maria = await agreed(bot)
        await maria.presses("cycle.plan", "1")
        await maria.fills_in(**{"try": "Read on Tuesdays"})
        aisha = await works_on_it(bot, maria)
        await meets(bot, aisha)
        assert not await brings(aisha, step=1)
        await maria.presses("team.show", "1")
        await maria.clicks(LET)
        await maria.presses("step.add", "1")
        await maria.fills_in(what="Ask the library")
        assert await brings(aisha, step=1)
        assert await brings(aisha, step=2)
        await maria.presses("team.show", "1")
        await maria.clicks(f"Stop letting {AISHA} read it")
        assert not await reads(aisha)
        assert not await brings(aisha, step=1)
        assert not await brings(aisha, step=2)


async def meets(bot: Core, aisha: Corner) -> None:
    """She is her school's representative by now, and meets its families' liaison."""
    await follows(bot, "rep-riverbend", "aisha-farouk")
    await aisha.presses("meeting.start")
    await aisha.fills_in()
    await aisha.clicks("Send")
    luz = corner(bot, "Luz Paredes")
    await luz.presses("meeting.pick", "1:2")
    luz.sees(f"Usted se reúne con {AISHA}")


async def brings(who: Corner, step: int) -> bool:
    await who.presses("meeting.bring", f"action:{step}")
    return isinstance(who.answer, Form) or "That isn't here any more" not in who.sees()


@on_either
async def test_only_those_who_lead_it_and_were_shown_let_them(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        maria = await agreed(bot)
        aisha = await works_on_it(bot, maria)
        await maria.presses("team.show", "1")
        button = next(one for one in buttons(said(maria.answer)) if one.do == letting_read.LET_READ)
        for name in ("Dana Lee", "Elena Ortiz", AISHA):  # who appointed her, another of the team, herself
            await corner(bot, name).presses(button.do, button.about)
        await maria.presses(button.do, "1:other readers")
        maria.sees(f"{AISHA} (Cedar Valley Education Association) said yes")
        assert not await reads(aisha)
        await maria.clicks("We'll tell them ourselves")
        await maria.types("somewhere")
        assert AISHA not in maria.sees()
        await maria.presses("team.show", "1")
        await maria.clicks(LET)
        assert await reads(aisha)
        pta = "(select id from groups where key = 'pta')"
        databases.change(bot.settings.database_url, f"update members set group_id = {pta} where name = '{AISHA}'")
        assert not await reads(aisha)  # her group had put her forward


@on_either
async def test_before_all_agree_nobody_else_is_let_read_it(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        database, maria = bot.settings.database_url, await proposed(bot)
        aisha = await works_on_it(bot, maria)
        await maria.presses(letting_read.LET_READ, "1:any")
        maria.sees("That goal isn't open to this any more")
        assert told(database, "team-let-read") == set()
        for name in ("Elena Ortiz", "Rosa Delgado"):
            await answers(bot, name, "agree")
        assert told(database, "team-let-read") == {"Maria Rivera"}
        assert not await reads(aisha)


@on_either
async def test_nobody_is_let_read_it_for_a_group_that_they_left(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        database, maria = bot.settings.database_url, await agreed(bot)
        aisha = await works_on_it(bot, maria)
        await maria.types("somewhere")
        before = maria.answer
        families = "(select id from groups where name = 'Cedar Valley PTA')"
        databases.change(database, f"update members set group_id = {families} where name = '{AISHA}'")
        await maria.types("somewhere")
        assert LET not in str(maria.answer)
        maria.answer = before
        await maria.clicks(LET)
        assert not await reads(aisha)
        await maria.presses("team.show", "1")
        assert LET not in str(maria.answer)
