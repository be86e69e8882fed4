"""Two co-chairs write a goal together in three short forms; each group's own seat says what it brings; and every group
that is needed agrees by its own rule."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st
from support.concerns import answers, tells
from support.cores import Core, core, said
from support.corner import Corner, buttons, corner, next_due, shown
from support.databases import on_both, on_either, rows
from test_goals_co_chairs import all_say, joined, listed, named
from test_goals_consent import told

from bot.goals import consenting
from bot.goals.canvas import starting
from bot.goals.model import Answer as Says
from bot.goals.model import Goal, Position
from bot.goals.rounds import rounds

WHAT = {"students": "Third graders", "change": "20 quiet minutes a day"}
HOW = {
    "measure": "Days with 20 minutes",
    "baseline": "1 of 5",
    "source": "Teachers",
    "taken_on": "Oct 1",
    "target": "4",
}
EVERYBODY = ("Samuel Okafor", "Patricia Nowak", "Dana Lee")


@given(answers_given=st.lists(st.sampled_from([None, *Says]), max_size=6), decides=st.sets(st.integers(0, 5)))
def test_no_consent_with_a_group_missing(answers_given: list[Says | None], decides: set[int]) -> None:
    """Whatever the others say, and whichever of them decide together."""
    said = [
        Position(seat_id=number, answer=answer, place_id=number if number in decides else None)
        for number, answer in enumerate(answers_given)
    ]
    goal = Goal(seat_id=99, co_seat_id=98, positions=said)
    whole = bool(said) and all(answer in (Says.AGREE, Says.LIVE) for answer in answers_given)
    assert goal.is_agreed_to is whole


async def shared(bot: Core) -> tuple[Corner, Corner]:
    """The two co-chairs, who may begin a goal of a theme that two groups share."""
    dana, marcus = await listed(bot)
    await joined(dana, marcus)
    await named(dana, "Maria Rivera (Lincoln Elementary's building rep)")
    await named(marcus, "Marcus Tilley (the PTA liaison, Cedar Valley PTA)")
    maria = corner(bot, "Maria Rivera")
    await maria.presses("round.chair-yes")
    await dana.presses("round.begin")
    await all_say(bot, "1:now")
    await next_due(bot, rounds.END)
    await maria.presses("theme.scope", "1")
    await maria.fills_in(scope="Shared: we work on it together", why="All want it.")
    return maria, marcus


async def begun(bot: Core) -> tuple[Corner, Corner]:
    """With an empty canvas."""
    maria, marcus = await shared(bot)
    await maria.clicks("Start with this")
    return maria, marcus


async def written(bot: Core) -> tuple[Corner, Corner]:
    maria, marcus = await begun(bot)
    await maria.clicks("For whom, what changes")
    await maria.fills_in(**WHAT)
    await marcus.presses("goal.show", "1")
    await marcus.clicks("How we'll know")
    await marcus.fills_in(**HOW)
    await marcus.clicks("The first small step")
    await marcus.fills_in(step="Two weeks in one class")
    return maria, marcus


async def sent(bot: Core) -> tuple[Corner, Corner]:
    maria, marcus = await written(bot)
    await marcus.clicks("Send it to the groups")
    await marcus.clicks("Send it")
    marcus.sees("Sent.")
    return maria, marcus


async def agrees_in_public(bot: Core, answer: str = "agree") -> Corner:
    patricia = await answers(bot, "Patricia Nowak", answer)
    await patricia.fills_in(met="October 13", item="7 b")
    return patricia


@on_both
async def test_two_chairs_write_and_every_group_agrees(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        database = bot.settings.database_url
        maria, marcus = await begun(bot)
        assert told(database, "canvas-brings") == {*EVERYBODY, "Marcus Tilley"}
        assert "Maria Rivera and Marcus Tilley" in shown(bot, starting.show_bring, 1)
        await maria.presses("canvas.send", "1")
        maria.sees("Still missing: for which students, what changes for them, how you'll know")
        await maria.presses("goal.show", "1")
        await maria.clicks("For whom, what changes")
        await maria.fills_in(**WHAT)
        samuel = corner(bot, "Samuel Okafor")
        await samuel.presses("canvas.bring", "1")
        await samuel.fills_in(brings="A coach on Tuesdays")
        await marcus.presses("goal.show", "1")
        marcus.sees("20 quiet minutes a day", "District Administration brings: A coach on Tuesdays")
        await marcus.clicks("How we'll know")
        await marcus.fills_in(**HOW)
        await marcus.clicks("The first small step")
        await marcus.fills_in(step="Two weeks in one class")
        await marcus.clicks("Send it to the groups")
        marcus.sees("the superintendent", "the board", "the association's president", "Each group answers by its own")
        await marcus.clicks("Send it")
        for name in ("Samuel Okafor", "Dana Lee"):
            await answers(bot, name, "agree")
        patricia = await answers(bot, "Patricia Nowak", "live")
        await patricia.fills_in(met="October 13", item="")
        patricia.sees("A board answers in public")
        assert rows(database, "select status from goals") == [("proposed",)]
        await agrees_in_public(bot)
        assert rows(database, "select status from goals") == [("agreed",)]
        assert told(database, "goal-agreed") == {*EVERYBODY, "Maria Rivera", "Marcus Tilley"}
        await tells(maria)
        await bot.later(days=1)
        letters = rows(database, "select count(*) from deliveries where card = 'question.letter'")
        assert letters == [(2,)]  # those of both groups


@on_either
async def test_a_reason_is_said_to_go_to_both_who_read_it(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        maria, marcus = await sent(bot)
        samuel = corner(bot, "Samuel Okafor")
        both = "Lincoln Elementary's building rep and the PTA liaison, Cedar Valley PTA"
        await samuel.presses("goal.show", "1")
        samuel.sees(f"From {both}.", f"your reason goes to {both} only")
        await samuel.presses("goal.answer", "1:1:block")
        await samuel.fills_in(reason="No adult on Tuesdays.")
        samuel.sees(f"Your reason goes to {both}")
        for who in (maria, marcus):
            await who.presses("goal.show", "1")
            who.sees("No adult on Tuesdays.")


@on_either
async def test_both_who_lead_a_quiet_goal_hear_of_it(tmp_path: Path) -> None:
    """And nobody else."""
    async with core(tmp_path) as bot:
        await sent(bot)
        for name in ("Samuel Okafor", "Dana Lee"):
            await answers(bot, name, "agree")
        await agrees_in_public(bot)
        await bot.later(days=22)
        assert told(bot.settings.database_url, "nudge") == {"Maria Rivera", "Marcus Tilley"}


@on_either
async def test_the_board_answers_from_its_public_meeting(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        maria, _ = await sent(bot)
        await agrees_in_public(bot)
        await maria.presses("goal.show", "1")
        maria.sees("agrees, in public on October 13, item 7 b")
        count = "select count(*) from polls p join seats s on s.id = p.seat_id where s.role = 'BOARD_LIAISON'"
        assert rows(bot.settings.database_url, count) == [(0,)]


@on_either
async def test_two_chairs_at_once_lose_nothing(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        maria, marcus = await begun(bot)
        await marcus.presses("goal.show", "1")
        for chair in (maria, marcus):
            await chair.clicks("For whom, what changes")
        await maria.fills_in(**WHAT)
        await marcus.fills_in(students="Fourth graders", change="A reading corner")
        marcus.sees("Maria Rivera changed this meanwhile.", "20 quiet minutes a day", "A reading corner")
        await marcus.clicks("Open mine again")
        await marcus.fills_in()
        marcus.sees("A reading corner")
        await maria.presses("goal.show", "1")
        maria.sees("Fourth graders", "A reading corner")


@on_either
async def test_a_slip_asks_nobody_and_a_change_of_substance_everybody(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        database = bot.settings.database_url
        maria, _ = await sent(bot)
        await answers(bot, "Samuel Okafor", "agree")
        given = "select count(*) from goal_positions where answer is not null"
        assert rows(database, given) == [(2,)]  # and the co-chair who sent it, for the PTA
        await maria.presses("goal.show", "1")
        await maria.clicks("The first small step")
        await maria.fills_in(step="Two weeks in one clas")
        maria.sees("A slip of the pen was mended, so answers stand.")
        assert rows(database, given) == [(2,)]
        await maria.clicks("How we'll know")
        await maria.fills_in(target="5")
        maria.sees("more than a slip of the pen, so every group is asked again", "Before:", "After:")
        assert rows(database, given) == [(2,)]
        await maria.clicks("Save, and ask every group again")
        maria.sees("The wording was changed in substance", "5")
        assert rows(database, given) == [(0,)]
        old = await answers(bot, "Samuel Okafor", "agree")
        old.sees("The wording was changed meanwhile.")


@on_either
async def test_others_neither_write_nor_send_nor_bring_for_another(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        maria, _ = await written(bot)
        for name in ("Dana Lee", "Owen Lindqvist", "Samuel Okafor"):
            who = corner(bot, name)
            await who.presses("canvas.write", "1:what:1")
            who.sees("That isn't here any more.")
            await who.presses("canvas.send-now", "1")
        await corner(bot, "Owen Lindqvist").presses("canvas.bring", "1")
        assert rows(bot.settings.database_url, "select status from goals") == [("draft",)]
        await maria.presses("theme.scope", "1")
        await maria.fills_in(scope="It is for bargaining, and goes no further here", why="Pay.")
        await maria.presses("canvas.send-now", "1")
        maria.sees("It isn't marked as worked on together any more")
        await maria.presses("goal.take-back-now", "1")
        assert rows(bot.settings.database_url, "select status from goals") == [("taken back",)]


@on_either
async def test_once_the_groups_are_asked_its_theme_stays_shared(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        maria, _ = await sent(bot)
        await maria.presses("theme.scope", "1")
        await maria.fills_in(scope="It is for bargaining, and goes no further here", why="Pay.")
        maria.sees("Take that back first.")
        assert any(one.do == "goal.take-back" for one in buttons(said(await maria.presses("goal.show", "1"))))
        await next_due(bot, consenting.LOOK)
        await next_due(bot, consenting.LOOK)
        await maria.presses("goal.start-theme", "1")
        maria.sees("A goal that is being written")  # another, for the first was closed
