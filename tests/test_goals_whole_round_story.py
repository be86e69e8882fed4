"""A whole round on both platforms and in both languages: forty concerns of five groups, some without a name; two titles
turned away at the gate; a block, more time, and a role that changes hands; a goal that every group agrees to, each by
its own rule; and what each group sees of it at each stage."""

from __future__ import annotations

from pathlib import Path

from support import databases
from support.databases import on_either, rows
from support.districts import edit
from support.house import House, house
from support.round_views import seen_by_each
from support.talk import chair, later
from support.whole_round import Member, district, member, opens_part, people, rates, says, sorts

from bot.operations import commands
from bot.operations.settings import Settings

pytestmark = on_either  # the statements in it are played on both elsewhere

LEADERS = {
    "cvea": "Dana Lee",
    "administration": "Samuel Okafor",
    "pta": "Marcus Tilley",
    "library": "Hannah Whitaker",
    "college": "Nina Park",
}
CONCERNS = {"cvea": 16, "administration": 7, "pta": 11, "library": 4, "college": 2}
TITLES = {
    "cvea": [("A quiet hall", "Un salón tranquilo"), ("Pay for lunch duty", "Pago por cuidar el almuerzo")],
    "administration": [("Reading data", "Datos de lectura")],
    "pta": [("Room to read", "Lugar para leer"), ("Bus times", "Horarios del camión")],
    "library": [("Evening hours", "Horas de la tarde")],
    "college": [("Student teachers", "Practicantes")],
}
NOW = ("A quiet hall", "Un salón tranquilo", "Bus times", "Horarios del camión")
SCOPES = {"Pay for lunch duty": "bargaining", "Bus times": "administration", "A quiet hall": "shared"}


async def gathered(home: House) -> dict[str, Member]:
    """Everybody has spoken, each group has sorted its own and shown its titles."""
    leaders = {group: member(home, name) for group, name in LEADERS.items()}
    for group, count in CONCERNS.items():
        texts = [f"{group}: what gets in the way, {number}." for number in range(count)]
        for number, name in enumerate(people(home, group, count, LEADERS[group])):
            await says(home, name, texts[number], named=number % 3 == 0)
        await sorts(leaders[group], texts, TITLES[group])
    for leader in leaders.values():
        await opens_part(leader)
    return leaders


async def led(dana: Member, marcus: Member) -> None:
    """Two groups' titles are one, and two co-chairs are named: Dana Lee and Marcus Tilley."""
    await dana.opens("round-title", "join-title")
    await dana.chair.fills_in(ours="A quiet hall", theirs="Room to read · Cedar Valley PTA")
    await dana.chair.sees("its list is there")
    await marcus.opens("round-title", "join-yes")
    await marcus.chair.sees("“Room to read” goes with “A quiet hall”")
    for leader, name in ((dana, "Dana Lee"), (marcus, "Marcus Tilley")):
        await leader.opens("round-title", "chair-title")
        form = await leader.chair.form()
        labels = [label for _, label in next(one for one in form.fields if one.name == "seat").choices]
        await leader.chair.fills_in(seat=next(label for label in labels if label.startswith(f"{name} (")))
        await leader.chair.sees("Co-chair:")


async def asked(home: House, marcus: Member) -> None:
    """Six of the association and five of the PTA say what matters; a leader of the library has stopped its part."""
    hannah = member(home, LEADERS["library"])
    await hannah.opens("round-title", "round-pause")
    await hannah.chair.sees("paused")
    await marcus.opens("round-title", "round-begin")
    await marcus.chair.sees("Open until")
    await later(home, minutes=1)
    await seen_by_each(home, "asked")
    for group, count in (("cvea", 6), ("pta", 5)):
        for name in people(home, group, count, LEADERS[group], "Maria Rivera"):
            await rates(home, name, 5, NOW)  # seven titles; two are one, and one is the library's
    await later(home, days=8)


async def gated(dana: Member, marcus: Member) -> None:
    """Two titles are turned away: one is for bargaining, one the administration's to decide."""
    await dana.opens("round-title", "round-see")
    for title, scope in SCOPES.items():
        seen = await dana.chair.sees("Together with: Room to read", "Left out of the order")
        place = [line for line in seen.text.splitlines() if line[:2] in {f"{one}." for one in range(1, 6)}]
        number = next(number for number, line in enumerate(place) if title in line)
        buttons = [one for one in seen.buttons if one.label == dana.words("scope-mark")]
        assert (await dana.chair.person.press(seen, buttons[number].key)).acknowledged
        await dana.chair.fills_in(scope=dana.words(f"scope-{scope}"), why="So it is.")
        await dana.chair.sees(f"{dana.words(f'scope-{scope}')}: So it is.")


async def written(home: House, dana: Member, marcus: Member, samuel: Member) -> None:
    """The administration says what it knows; the co-chairs write; and it goes to five groups, one of which decides
    together."""
    await samuel.opens("data-say")
    await samuel.chair.fills_in(answer="22 of 60 read at level.", source="Fall check", day="Sep 30")
    await samuel.chair.sees("It lies on the data shelf now.")
    await dana.chair.types("/goals")
    await dana.presses("rule-title", "rule-make-place")
    await dana.chair.fills_in(quorum=dana.words("poll-quorum-none"))
    await dana.chair.sees("by a decision in #association-caucus (Slack)")
    await dana.opens("round-title", "round-see", "goal-start", "canvas-form-what")
    await dana.chair.fills_in(students="Third graders", change="Twenty quiet minutes a day")
    await dana.chair.sees("Twenty quiet minutes a day")
    await samuel.opens("canvas-bring")
    await samuel.chair.fills_in(brings="A coach on Tuesdays")
    await marcus.opens("canvas-write", "canvas-form-how")
    await marcus.chair.fills_in(
        measure="Quiet days", baseline="1 of 5", source="Teachers", taken_on="Oct 1", target="4"
    )
    await marcus.chair.sees("Quiet days", "A coach on Tuesdays")
    await seen_by_each(home, "canvas")
    await marcus.presses("canvas-form-step")
    await marcus.chair.fills_in(step="Two weeks in one class")
    await marcus.presses("canvas-send")
    await marcus.chair.sees("#association-caucus (Slack)", "Patricia Nowak", "Nina Park", "Samuel Okafor")
    await marcus.presses("canvas-send-now")
    await marcus.chair.sees("Sent.")
    await later(home, minutes=1)


async def says_to_goal(who: Member, answer: str, **fields: str) -> None:
    await who.opens("goal-home-read", answer)
    if fields:
        await who.chair.fills_in(**fields)


async def refused(home: House, dana: Member, samuel: Member) -> None:
    """The administration blocks it, the college needs more time; who talks with whom is said, and why is not."""
    nina = member(home, LEADERS["college"])
    await says_to_goal(samuel, "goal-answer-block", reason="The hall has no adult on Tuesdays.")
    await samuel.chair.sees("Samuel Okafor and", "talk by")
    await says_to_goal(nina, "goal-answer-more-time")
    await nina.chair.sees("Take your time.")
    await nina.presses("goal-see")
    seen = await nina.chair.sees("blocks it", "needs more time", "is deciding together", "talk by")
    assert "no adult" not in seen.text
    await dana.opens("goal-see")
    await dana.chair.sees("The hall has no adult on Tuesdays.")


async def handed_over(home: House, folder: Path, files: Path) -> Member:
    """Another superintendent, by the files."""
    edit(files, "seats.csv", "samuel-okafor,district-team,,,ruth-calloway", "ruth-calloway,district-team,,,")
    assert commands.load(Settings(_env_file=None, database_url=databases.address(folder)), files) == 0
    await later(home, minutes=1)
    return member(home, "Ruth Calloway")


async def changed(home: House, dana: Member) -> None:
    await dana.opens("goal-see", "canvas-form-how")
    await dana.chair.fills_in(target="3, with an adult")
    await dana.chair.sees("every group is asked again")
    await dana.presses("canvas-ask-again")
    await dana.chair.sees("The wording was changed in substance")
    await later(home, minutes=1)


async def agreed(home: House, marcus: Member, ruth: Member) -> None:
    """Each by its own rule: four by a seat, one of them from a public meeting, and one together."""
    for who in (ruth, marcus):
        await says_to_goal(who, "goal-answer-agree")
        await who.chair.sees("Noted: agrees.")
    await says_to_goal(member(home, LEADERS["college"]), "goal-answer-live")
    patricia = member(home, "Patricia Nowak")
    await says_to_goal(patricia, "goal-answer-agree", met="October 20", item="7 b")
    await patricia.chair.sees("Noted: agrees.")
    for name in people(home, "cvea", 5):
        caucus = chair(home, "slack", name, "association-caucus")
        await caucus.answers("Agree")
    await later(home, days=8)


async def read_by_those_who_answered(home: House) -> None:
    for name in ("Ruth Calloway", "Patricia Nowak", "Tom Reed"):
        who = member(home, name)
        await who.chair.types("/goals")
        await who.presses("goal-see")
        await who.chair.sees("Twenty quiet minutes a day", "A coach on Tuesdays", "Agreed by")


async def answered(home: House, dana: Member, ruth: Member) -> None:
    """What was turned away comes back with an answer; those who raised the goal are told, of both groups."""
    await ruth.opens("reply-title")
    await ruth.chair.fills_in(reply="The late bus runs from November.")
    await ruth.chair.sees("I bring your answer")
    await dana.opens("goal-tell", "goal-tell-now")
    await later(home, days=2)
    authors = {group: people(home, group, 3, LEADERS[group]) for group in ("cvea", "pta")}
    unnamed = member(home, authors["pta"][1])  # of the bus times, without a name
    await unnamed.chair.sees_among_cards("The late bus runs from November.", "pta: what gets in the way, 1.")
    for group in ("cvea", "pta"):
        who = member(home, authors[group][2])
        await who.chair.sees_among_cards("Twenty quiet minutes a day", f"{group}: what gets in the way, 2.")


async def test_a_whole_round(tmp_path: Path) -> None:
    files = district(tmp_path)
    async with house(tmp_path, files=files) as home:
        database = databases.address(tmp_path)
        leaders = await gathered(home)
        dana, marcus, samuel = (leaders[one] for one in ("cvea", "pta", "administration"))
        assert rows(database, "select count(*), count(author_id) from concerns") == [(40, 16)]
        await seen_by_each(home, "opened")
        await led(dana, marcus)
        await asked(home, marcus)
        await seen_by_each(home, "results")
        await gated(dana, marcus)
        await seen_by_each(home, "gate")
        await written(home, dana, marcus, samuel)
        await seen_by_each(home, "consent")
        await refused(home, dana, samuel)
        await seen_by_each(home, "refused")
        ruth = await handed_over(home, tmp_path, files)
        await changed(home, dana)
        await agreed(home, marcus, ruth)
        assert rows(database, "select status from goals") == [("agreed",)]
        await seen_by_each(home, "adopted")
        await read_by_those_who_answered(home)
        await answered(home, dana, ruth)
