"""No words reach anybody outside their audience, whoever asks for whatever; and nobody consents for another's group."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from itertools import count
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Engine, select
from support import databases
from support.concerns import answers, proposed, says
from support.cores import core
from support.corner import corner
from support.districts import pretend
from support.landed.acts import words as shown
from support.trying import ELENA

from bot import routes
from bot.boundary import Account, Act, Command, Opened, Press, Submit
from bot.goals.commitments.model import PUBLIC, Commitment
from bot.goals.concerns import Concern
from bot.goals.cycles.model import Cycle, Line
from bot.goals.model import Goal, Position
from bot.goals.rounds.model import Round
from bot.people import audiences
from bot.people import model as people
from bot.storage.database import connect, reading

PEOPLE = [one for one in pretend().members if one.slack or one.discord]
KEPT, SHARED, GOAL, REASON, TITLE = "zebra kept", "okapi shared", "quagga goal", "tapir reason", "gnu title"
TRIED, LINE, GIVEN, QUESTION = "ibex try", "lemur line", "civet cover", "addax question"
ABOUT_A_GOAL = ("goal.", "cycle.", "step.", "action.", "commitment.", "ask.")
PREFIXES = ("concern.", "home", "theme.", "round.", *ABOUT_A_GOAL)
DOING = sorted(do for do in routes.HOUSE.presses if do.startswith(PREFIXES))
FORMS = sorted(name for name in routes.HOUSE.forms if name.startswith(("concern.", "theme.", *ABOUT_A_GOAL)))
ABOUT = st.sampled_from(
    ("", "1", "2", "3", "1:es", "1:1:agree", "1:1:block", "2:1:agree", "1:1:either", "1:concern.new")
)
ANSWER = ("elena-ortiz", "rosa-delgado")  # of the team
WROTE = {"owen-lindqvist": (1,), "thuy-pham": (2,), "jamal-whitfield": (3,)}
_ids = count()
House = tuple[asyncio.Runner, Any, Engine]


async def furnish(bot: Any) -> None:
    """Goal 1 is proposed, with a reason of the principal's; goal 2, of one that may be shown, is agreed."""
    await proposed(bot, change=GOAL)
    elena = await answers(bot, "Elena Ortiz", "concern")
    await elena.fills_in(reason=REASON)
    await says(corner(bot, "Thuy Pham"), KEPT)
    await says(corner(bot, "Jamal Whitfield"), SHARED, shared=True)
    maria = corner(bot, "Maria Rivera")
    await maria.presses("goal.start", "3")
    await maria.fills_in(students="All", change="heron goal", measure="Days")
    await maria.clicks("Send it")
    for name in ("Elena Ortiz", "Rosa Delgado"):
        await answers(bot, name, "agree", goal=2)
    await a_cycle(bot, maria)
    await maria.presses("goal.target", "2")
    await maria.fills_in(unit="days", target="5")
    await maria.clicks("Add a number")
    await maria.fills_in(value="3")
    await maria.presses("goal.end", "2")
    await maria.fills_in(outcome="Not reached", learned="Ask early.")
    await maria.clicks("End it and tell them")
    dana = corner(bot, "Dana Lee")
    await dana.presses("theme.title", "2:new")
    await dana.fills_in(title_en=TITLE, title_es=TITLE)


async def a_cycle(bot: Any, maria: Any) -> None:
    """Of goal 2: with a line for the rep's own group, a question to the principal, and what was only asked for."""
    await maria.presses("cycle.plan", "2")
    await maria.fills_in(**{"try": TRIED})
    await maria.presses("step.line", "1")
    await maria.fills_in(text=LINE)
    await maria.presses("action.stuck", "1")
    await maria.clicks("Ask Elena Ortiz")
    await maria.clicks("Edit")
    await maria.fills_in(text=QUESTION)
    await maria.clicks("Send it")
    await maria.presses("commitment.ask", "2")
    await maria.fills_in(what=GIVEN, who=ELENA)


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    with databases.on(databases.SQLITE), asyncio.Runner() as runner:
        manager = core(tmp_path_factory.mktemp("audiences"))
        bot = runner.run(manager.__aenter__())
        runner.run(furnish(bot))
        engine = connect(bot.settings.database_url)
        yield runner, bot, engine
        engine.dispose()
        runner.run(manager.__aexit__(None, None, None))


@settings(max_examples=100, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    who=st.sampled_from(PEOPLE),
    kind=st.sampled_from((Press, Press, Press, Submit, Command, Opened)),
    do=st.sampled_from(DOING),
    form=st.sampled_from(FORMS),
    about=ABOUT,
    name=st.sampled_from(("concern", "goals", "somewhere")),
)
def test_whatever_somebody_does(house: House, who: Any, kind: Any, do: str, form: str, about: str, name: str) -> None:
    address = next(one for one in pretend().accounts(who))
    act: dict[str, Any] = {"id": f"any:{next(_ids)}", "actor": Account.parse(address)}
    match kind:
        case kind if kind is Press:
            act |= {"do": do, "about": about}
        case kind if kind is Submit:
            act |= {"form": form, "about": about, "fields": {"reason": ("x",), "why": ("x",)}}
        case kind if kind is Command:
            act |= {"name": name}
    keeps_words(house, who, kind(**act))


@pytest.mark.parametrize(
    ("do", "about"),
    [("cycle.show", "1"), ("goal.show", "2"), ("step.show", "1"), ("commitment.show", "1"), ("commitment.list", "2"),
     ("ask.answer", "1"), ("home", "")],
)  # fmt: skip
def test_whoever_looks_at_what_a_goal_leads_to(house: House, do: str, about: str) -> None:
    for who in PEOPLE[::2]:
        address = Account.parse(next(one for one in pretend().accounts(who)))
        keeps_words(house, who, Press(id=f"any:{next(_ids)}", actor=address, do=do, about=about))


def keeps_words(house: House, who: Any, act: Act) -> None:
    """What it answers is for that person."""
    runner, bot, engine = house
    before = positions(engine)
    text = shown(runner.run(bot.frame.handle(act)))
    with reading(engine) as session:
        member = session.scalars(select(people.Member).where(people.Member.key == who.key)).one()
        for concern in session.scalars(select(Concern)):
            if concern.text and concern.text in text:
                assert concern.is_for(member) or concern.id in WROTE.get(who.key, ()), (act, concern.id)
        for goal in session.scalars(select(Goal)):
            assert goal.change not in text or goal.is_for(member), (act, goal.id)
        opened = session.scalar(select(Round.id).limit(1)) is not None  # and perhaps the list is shown by now
        for line in session.scalars(select(Line)):
            assert not line.text or line.text not in text or line.audience.admits(session, member), act
        for one in session.scalars(select(Cycle)):
            assert one.text not in text or one.goal.is_for(member) or who.key in ANSWER, act
        if QUESTION in text:
            assert who.name in ("Maria Rivera", "Elena Ortiz"), act
        for wanted in session.scalars(select(Commitment)):
            if wanted.text in text and wanted.state not in PUBLIC:
                assert who.key in (*ANSWER, "maria-rivera", "dana-lee", "samuel-okafor"), act
        assert TITLE not in text or opened or who.group == "cvea", act
        if REASON in text:
            assert who.name in ("Maria Rivera", "Elena Ortiz"), act
        for position in session.scalars(select(Position)):
            said = before.get((position.goal_id, position.seat_id))
            if said != position.answer and who.name != "Maria Rivera":  # she may change the wording
                assert position.seat.acting_id == member.id, act


def positions(engine: Engine) -> dict[tuple[int, int], Any]:
    with reading(engine) as session:
        return {(one.goal_id, one.seat_id): one.answer for one in session.scalars(select(Position))}


def test_a_list_finds_just_what_the_predicate_admits(house: House) -> None:
    _, _, engine = house
    with reading(engine) as session:
        for member in session.scalars(select(people.Member)).all()[::3]:
            for table in (Concern, Goal):
                listed = session.scalars(
                    select(table).where(audiences.read_by(session, member, table.__table__.c.audience))
                ).all()
                admitted = [one for one in session.scalars(select(table)) if one.audience.admits(session, member)]
                assert {one.id for one in listed} == {one.id for one in admitted}, member.key
