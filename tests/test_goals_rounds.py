"""A round: each group sorts its own and opens its part; everybody says privately what matters; all see it at once."""

from __future__ import annotations

import json
import math
from fractions import Fraction
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.concerns import KITS, NOISE, answers, says, tells, titled
from support.cores import Core, core, said
from support.corner import Corner, corner, drawn, next_due, shown
from support.databases import on_both, on_either, rows
from support.districts import pretend

from bot import ranking
from bot.boundary import Account
from bot.disclosure_control import FEWEST, exclusive
from bot.goals.rounds import answering, deciding, rounds

COUNTS = st.dictionaries(st.integers(1, 5), st.tuples(*[st.integers(0, 30)] * 3), max_size=5)


@given(themes=st.dictionaries(st.integers(1, 9), COUNTS, min_size=1, max_size=6), groups=st.sets(st.integers(1, 5)))
def test_the_order_is_that_of_the_formula(themes: dict[int, dict[int, tuple[int, int, int]]], groups: set[int]) -> None:
    found = ranking.ranked(themes, sorted(groups))
    if not groups:
        assert found == []
        return
    scores = {}
    for theme, counts in themes.items():
        logs = [math.log(counts.get(one, (0, 0, 0))[0] + 1) - math.log(sum(counts.get(one, ())) + 2) for one in groups]
        scores[theme] = sum(logs)
        assert math.isclose(math.log(ranking.score(counts, sorted(groups))), scores[theme], abs_tol=1e-9)
    assert {one.theme for one in found} == themes.keys()
    for better, worse in pairwise(found):
        assert scores[better.theme] >= scores[worse.theme] - 1e-9
        even = ranking.score(themes[better.theme], [*groups]) == ranking.score(themes[worse.theme], [*groups])
        assert (better.place == worse.place) is even
    left = {one.theme: one.place for one in found[::2]}
    assert ranking.by(left) == ranking.ranked({theme: themes[theme] for theme in left}, sorted(groups))


@given(counts=COUNTS)
def test_nothing_is_shown_that_gives_somebody_away(counts: dict[int, tuple[int, int, int]]) -> None:
    """Rows and columns are those of `disclosure_control`, whose own test solves for what is hidden."""
    table = ranking.table(counts)
    assert all(number >= FEWEST for row in table.counts for number in row)
    rows = [counts[one] for one in sorted(counts) if sum(counts[one])]
    assert not table.totals or sum(map(sum, rows)) >= FEWEST
    allowed = exclusive(rows) if rows else None
    assert table.counts in ((), allowed.counts if allowed else ())


def test_a_group_of_four_is_left_out_and_a_tie_is_one() -> None:
    assert ranking.counting({1: 5, 2: 4}) == [1]
    assert ranking.score({1: (4, 1, 0)}, [1]) == Fraction(5, 7)
    assert [one.place for one in ranking.ranked({1: {1: (3, 2, 0)}, 2: {1: (3, 0, 2)}, 3: {}}, [1])] == [1, 1, 3]


# Played ----------------------------------------------------------------------------------------------------------


async def gathered(bot: Core) -> tuple[Corner, Corner]:
    """The association and the PTA have a title each."""
    await says(corner(bot, "Owen Lindqvist"), NOISE)
    await says(corner(bot, "Silvia Cantú", "discord"), KITS)
    dana, marcus = corner(bot, "Dana Lee"), corner(bot, "Marcus Tilley", "discord")
    await titled(dana, "A quiet hall", "Un salón tranquilo")
    await titled(marcus, "Enough kits", "Juegos para todos")
    return dana, marcus


async def rating(bot: Core) -> tuple[Corner, Corner]:
    dana, marcus = await gathered(bot)
    for leader in (dana, marcus):
        await leader.presses("round.open")
        await leader.presses("round.ready")
        await leader.clicks("Show it")
    await dana.presses("round.begin")
    dana.sees("Fewer than five people have said")
    return dana, marcus


@on_either
async def test_a_group_sorts_its_own_and_its_author_sees_where(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        dana, marcus = await gathered(bot)
        dana.sees("One title", "A quiet hall · 1")
        assert "kits" not in said(dana.answer).text()
        await dana.clicks("See the words")
        dana.sees(NOISE)
        await marcus.presses("theme.open", "1")
        marcus.sees("That isn't here any more.")
        owen = corner(bot, "Owen Lindqvist")
        await owen.types("concern")
        owen.sees("It is under “A quiet hall”.")
        await owen.clicks("Take it out")
        await dana.presses("theme.sort")
        dana.sees("One concern to sort", NOISE)
        await dana.clicks("A quiet hall")
        dana.sees("A quiet hall · 1")


@on_either
async def test_a_title_that_nobody_stands_behind_any_more_is_not_shown(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        dana, _ = await gathered(bot)
        owen = corner(bot, "Owen Lindqvist")
        await owen.types("concern")
        await owen.clicks("Take it out")
        await dana.presses("round.open")
        await dana.clicks("Show our list")
        dana.sees("There is no title to show yet.", "[The titles]")
        await dana.clicks("Back")
        dana.sees("What matters to whom", "[Show our list]")


@on_either
async def test_what_a_group_keeps_to_itself_is_not_shown(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        dana, _ = await gathered(bot)
        await dana.presses("round.open")
        await dana.presses("theme.keep", "1")
        await dana.presses("round.ready")
        dana.sees("There is no title to show yet.")
        await dana.presses("theme.keep", "1")
        await dana.presses("round.ready")
        dana.sees("A quiet hall / Un salón tranquilo", "First take out what is for bargaining")
        await dana.clicks("Show it")
        dana.sees("its list is there")
        await dana.presses("theme.keep", "1")
        dana.sees("The other groups see that title already")
        await dana.presses("round.unready")
        await dana.presses("round.begin")
        dana.sees("It waits for Cedar Valley Education Association.")


@on_either
async def test_nobody_opens_anothers_part(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        samuel, rosa = corner(bot, "Samuel Okafor"), corner(bot, "Rosa Delgado")
        await samuel.presses("round.open")
        opened = "select g.key from round_parts p join groups g on g.id = p.group_id"
        assert rows(bot.settings.database_url, opened) == [("administration",)]
        await rosa.presses("round.open")
        rosa.sees("Solo la presidencia o el consejo")
        owen = corner(bot, "Owen Lindqvist")
        await owen.presses("round.pause")
        owen.sees("Only a group's president or council")


@on_both
async def test_what_matters_is_said_privately_and_shown_once(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        database = bot.settings.database_url
        dana, _ = await rating(bot)
        people = [one for one in pretend().members if one.slack or one.discord]
        for group, quiet, kits in (("cvea", "now", "not now"), ("pta", "now", "now")):
            for member in [one for one in people if one.group == group][:12]:
                who = Corner(bot, Account.parse(pretend().accounts(member)[0]))
                await who.presses("round.say", f"1:{quiet}")
                await who.presses("round.say", f"2:{kits}")
        owen = corner(bot, "Owen Lindqvist")
        await owen.presses("round.rate")
        owen.sees("That's all, thank you.")
        await owen.clicks("From the beginning")
        owen.sees("You said:", "1 of 2")
        await owen.presses("round.results")
        owen.sees("That isn't here any more.")
        walter = corner(bot, "Walter Grimsby")
        await walter.presses("round.rate")
        walter.sees("That isn't here any more.")
        await next_due(bot, rounds.END)
        assert rows(database, "select count(*) from theme_ratings") == [(0,)]
        await owen.presses("round.results")
        text = owen.sees("1. A quiet hall", "2. Enough kits")
        assert text.index("A quiet hall") < text.index("Enough kits")
        await dana.presses("round.results")
        await dana.clicks("Who decides?")
        await dana.fills_in(scope="The administration decides", why="Rooms are planned by the district.")
        dana.sees(
            "The administration decides: Rooms are planned", "to the superintendent, District Administration (Sam"
        )
        assert "A quiet hall" in shown(bot, answering.show_theirs, 1)
        told = "select m.name from notices n join members m on m.id = n.member_id where n.name = 'theme-yours'"
        assert rows(database, told) == [("Samuel Okafor",)]
        await next_due(bot, deciding.TELL)
        letters = rows(database, "select subject from deliveries where card = 'question.letter'")
        assert [NOISE in drawn(bot, "question.letter", int(letter)) for (letter,) in letters] == [True]
        assert "The administration decides" in drawn(bot, "question.letter", int(letters[0][0]))
        await dana.presses("theme.reply", "1")
        dana.sees("That isn't here any more.")  # nobody answers for another's seat
        await next_due(bot, answering.DUE)
        await next_due(bot, answering.DUE)
        silent = "select m.name from notices n join members m on m.id = n.member_id where n.name = 'theme-silent'"
        assert {name for (name,) in rows(database, silent)} == {"Dana Lee", "Marcus Tilley"}
        samuel = corner(bot, "Samuel Okafor")
        await samuel.types("somewhere")
        await samuel.clicks("Answer those who raised it")
        await samuel.fills_in(reply="The music room moves next week.")
        assert NOISE not in samuel.sees("I bring your answer")
        await bot.later(days=1)
        letters = rows(database, "select subject from deliveries where card = 'question.letter' order by subject")
        assert "The music room moves next week." in drawn(bot, "question.letter", int(letters[-1][0]))
        await owen.presses("round.results")
        owen.sees("Answer of the superintendent, District Administration: The music room moves next week.")


@on_either
@pytest.mark.parametrize("raters", [0, 4])
async def test_where_few_answer_nothing_is_shown(tmp_path: Path, raters: int) -> None:
    async with core(tmp_path) as bot:
        await rating(bot)
        for member in [one for one in pretend().members if one.group == "cvea"][:raters]:
            await Corner(bot, Account.parse(pretend().accounts(member)[0])).presses("round.say", "1:now")
        await next_due(bot, rounds.END)
        owen = corner(bot, "Owen Lindqvist")
        await owen.presses("round.results")
        owen.sees("Fewer than five people of each group answered")


@on_either
async def test_the_order_is_of_all_that_was_said_although_of_few_no_count_is_kept(tmp_path: Path) -> None:
    """Four of five say that the hall can wait, the other nothing; of the kits two say now."""
    async with core(tmp_path) as bot:
        database = bot.settings.database_url
        await rating(bot)
        for number, member in enumerate([one for one in pretend().members if one.group == "cvea"][:5]):
            who = Corner(bot, Account.parse(pretend().accounts(member)[0]))
            await who.presses("round.say", f"2:{'now' if number < 2 else 'not now'}")
            if number:
                await who.presses("round.say", "1:not now")
        await next_due(bot, rounds.END)
        owen = corner(bot, "Owen Lindqvist")
        await owen.presses("round.results")
        text = owen.sees("1. Enough kits", "2. A quiet hall")
        assert text.index("Enough kits") < text.index("A quiet hall")
        (hall,), (kits,) = rows(database, "select cast(counts as text) from themes order by id")
        assert (json.loads(hall), [*json.loads(kits).values()]) == ({}, [[2, 3, 0]])


@on_either
async def test_a_paused_group_is_not_asked(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        dana, _ = await rating(bot)
        owen = corner(bot, "Owen Lindqvist")
        await owen.presses("round.rate")
        owen.sees("1 of 2")
        await dana.presses("round.pause")
        dana.sees("paused")
        await owen.presses("round.rate")
        owen.sees("That isn't here any more.")
        silvia = corner(bot, "Silvia Cantú", "discord")
        await silvia.presses("round.rate")
        silvia.sees("1 de 1", "Juegos para todos")


@on_either
async def test_a_shared_theme_becomes_a_goal_of_the_district(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        database = bot.settings.database_url
        dana, marcus = await rating(bot)
        for member in [one for one in pretend().members if one.group == "cvea"][:6]:
            await Corner(bot, Account.parse(pretend().accounts(member)[0])).presses("round.say", "1:now")
        await next_due(bot, rounds.END)
        await dana.presses("theme.scope", "1")
        await dana.fills_in(scope="Shared: we work on it together", why="All want it.")
        await marcus.presses("goal.start-theme", "1")
        marcus.sees("That isn't here any more.")
        await dana.clicks("Start with this")
        await dana.fills_in(students="All", change="They read in quiet", measure="Quiet days")
        dana.sees("A quiet hall", "the superintendent", "Samuel Okafor", "Marcus Tilley")
        await dana.clicks("Send it")
        await answers(bot, "Samuel Okafor", "agree")
        await marcus.presses("goal.answer", "1:1:agree")
        assert rows(database, "select status, building_id from goals") == [("agreed", None)]
        curtis = corner(bot, "Curtis Wendell")
        await curtis.types("goals")
        curtis.sees("They read in quiet")
        await tells(dana)
        await bot.later(minutes=30)
        ((letter,),) = rows(database, "select subject from deliveries where card = 'question.letter'")
        told = drawn(bot, "question.letter", int(letter))
        assert NOISE in told
        assert "starts with this" in told
