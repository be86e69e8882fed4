"""Anonymous polls: what people see of them."""

from __future__ import annotations

from pathlib import Path

import pytest
from support import databases
from support.cores import Core, core
from support.corner import Corner, corner, drawn
from support.databases import on_either
from support.house import House, eventually, house
from support.talk import QUESTION, Chair, chair, later, post_silently

from bot.boundary import Form

pytestmark = on_either

LINE = f"/poll {QUESTION} | Maple | Oak | Neither"
BOTH = ("#lincoln-staff (Slack)", "#town-square (Discord)")
STAFF = ("Maria Rivera", "Priya Natarajan", "Jamal Whitfield", "Beatriz Montoya")
FAMILIES = ("Kevin Brandvold", "Guadalupe Navarrete")


def rows(folder: Path, query: str) -> list[object]:
    return list(databases.rows(databases.address(folder), query))


async def anonymous(home: House, line: str = LINE) -> Chair:
    """Maria's poll, made anonymous on its preview."""
    maria = chair(home, "slack", "Maria Rivera", "lincoln-staff")
    await maria.types(line)
    await maria.presses("Edit")
    await maria.fills_in(places=BOTH)
    await maria.sees("Everyone there sees the count as it comes in")
    await maria.switches("Make it anonymous", "Make it not anonymous")
    await maria.sees("Anonymous: the count appears when it closes, if 5 or more have answered")
    await post_silently(maria)
    await maria.sees("Posted. It closes")
    return maria


async def counted(who: Chair, *figures: str) -> None:
    await eventually(lambda: who.card and all(figure in who.card.fallback for figure in figures))


async def answer(home: House, names: tuple[str, ...], platform: str, channel: str, option: str) -> None:
    for name in names:
        one = chair(home, platform, name, channel)
        await one.answers(option)
        told = await one.sees("Your answer is in." if one.person.locale == "en-US" else "Recibí su respuesta.")
        assert option not in told.text


async def test_the_count_appears_when_it_closes(tmp_path: Path) -> None:
    async with house(tmp_path) as home:
        maria = await anonymous(home)
        kevin = chair(home, "discord", "Kevin Brandvold", "town-square")
        await kevin.sees_card(QUESTION, "Anonymous: no names are shown", "if 5 or more have answered")
        await answer(home, STAFF, "slack", "lincoln-staff", "Maple")
        await answer(home, FAMILIES, "discord", "town-square", "Maple")
        await kevin.answers("Oak")  # changed
        await kevin.sees("Your answer is in.")
        card = await kevin.sees_card(QUESTION)
        assert "vote" not in card.fallback
        assert "answered." not in card.text.replace("have answered.", "", 1)

        await later(home, days=2)
        await counted(kevin, "Closed", "Maple: 5 votes", "Oak: 1 vote", "6 people answered.")
        await counted(maria, "Maple: 5 votes", "Oak: 1 vote")
        assert "Everyone who answered" not in (await maria.sees_card("Closed")).text
        left = ("sealed_ballots", "ballot_keys", "ballots", "participations")
        assert [rows(tmp_path, f"SELECT * FROM {table}") for table in left] == [[]] * len(left)


async def test_too_few_answers_are_not_shown(tmp_path: Path) -> None:
    async with house(tmp_path) as home:
        maria = await anonymous(home)
        await answer(home, STAFF, "slack", "lincoln-staff", "Maple")
        await later(home, days=2)
        card = await maria.sees_card("Closed", "Fewer than 5 people answered", "no counts are shown or kept")
        assert "vote" not in card.text
        assert rows(tmp_path, "SELECT * FROM counts") == []


async def test_an_answer_is_taken_back_whole(tmp_path: Path) -> None:
    async with house(tmp_path) as home:
        await anonymous(home)
        jamal = chair(home, "slack", "Jamal Whitfield", "lincoln-staff")
        await jamal.answers("Maple")
        await jamal.presses("Take my answer back")
        await jamal.sees("You have no answer in now.")
        await answer(home, STAFF, "slack", "lincoln-staff", "Oak")
        await answer(home, FAMILIES, "discord", "town-square", "Oak")
        await later(home, days=2)
        await counted(jamal, "Maple: 0 votes", "Oak: 6 votes", "6 people answered.")
        await jamal.sees_card("Everyone who answered chose Oak, so what each of them chose is known.")


async def test_a_poll_that_is_taken_back_leaves_nothing(tmp_path: Path) -> None:
    async with house(tmp_path) as home:
        maria = await anonymous(home)
        await answer(home, STAFF[:2], "slack", "lincoln-staff", "Maple")
        await maria.types("/somewhere")
        await maria.presses("Undo: take it back")
        await maria.sees("Taken back.")
        left = ("sealed_ballots", "ballot_keys", "participations")
        assert [rows(tmp_path, f"SELECT * FROM {table}") for table in left] == [[]] * len(left)


async def test_its_author_may_think_better_of_it(tmp_path: Path) -> None:
    async with house(tmp_path) as home:
        maria = chair(home, "slack", "Maria Rivera", "lincoln-staff")
        await maria.types(LINE)
        await maria.switches("Make it anonymous", "Make it not anonymous")
        await maria.presses("Edit")
        await maria.fills_in(question="Another question?")
        await maria.sees("Another question?", "Anonymous:")
        await maria.presses("Make it not anonymous")
        await maria.sees("Everyone there sees the count as it comes in")
        await maria.presses("Post it")
        await maria.answers("Maple")
        await counted(maria, "Maple: 1 vote")


async def test_who_sees_what_is_said_before_anyone_answers(tmp_path: Path) -> None:
    async with house(tmp_path) as home:
        await anonymous(home)
        kevin = chair(home, "discord", "Kevin Brandvold", "town-square")
        await kevin.answers("Who sees what?")
        await kevin.sees(
            "the person who runs my server could open it",
            "destroy what opens them and delete who has answered",
            "If everyone answered the same, everyone's answer is known",
            "Backups made before that",
        )


async def test_what_waits_is_off_the_home_card_once_it_is_answered(tmp_path: Path) -> None:
    async with house(tmp_path) as home:
        await anonymous(home)
        jamal = chair(home, "slack", "Jamal Whitfield", "lincoln-staff")
        await jamal.types("/somewhere")
        await jamal.sees("Waiting for your answer", QUESTION)
        await jamal.answers("Maple")
        await jamal.types("/somewhere")
        seen = await jamal.sees("Hello, Jamal Whitfield")
        assert QUESTION not in seen.text


EACH, ALL = "Somebody from each group", "Sooner, once all have answered"


async def drafted(bot: Core) -> Corner:
    joel = corner(bot, "Joel Hartmann")
    await joel.types("poll")
    there = next(label for label in joel.choices("places") if "schedule-committee" in label)
    await joel.fills_in(question="Should the plan stand?", options="Yes\nNo", places=there)
    return joel


async def test_it_is_not_told_whether_single_people_answered(tmp_path: Path) -> None:
    """As it would be of the only one of a group, or of each of those who could."""
    async with core(tmp_path) as bot:
        joel = await drafted(bot)
        await joel.clicks("More settings")
        assert (EACH in joel.choices("quorum"), ALL in joel.choices("until")) == (True, True)
        await joel.fills_in(quorum=EACH, until=ALL)
        await joel.clicks("Make it anonymous")
        joel.sees(f"“{EACH}” would tell", "Closing once all have answered would tell")
        await joel.clicks("Fix it")
        assert (EACH in joel.choices("quorum"), ALL in joel.choices("until")) == (False, False)
        await joel.fills_in()
        joel.sees("Anonymous:", "[Post it]")
        await joel.clicks("More settings")
        form = joel.answer
        assert isinstance(form, Form)
        await joel.sends(form.name, form.about, {"quorum": ("groups",), "until": ("all",)})
        joel.sees("would tell")


async def test_it_counts_with_five_or_more(tmp_path: Path) -> None:
    """Of fewer nothing is told."""
    async with core(tmp_path) as bot:
        joel = await drafted(bot)
        await joel.clicks("More settings")
        await joel.fills_in(quorum="3 people or more")
        joel.sees("It counts if 3 or more people answer.")
        await joel.clicks("Make it anonymous")
        joel.sees("nothing is told if fewer than 5 people answer", "Please pick 5 or more")
        await joel.clicks("Fix it")
        offered = joel.choices("quorum")
        assert ("3 people or more" in offered, "5 people or more" in offered) == (False, True)
        await joel.fills_in(quorum="5 people or more")
        joel.sees("Anonymous:", "It counts if 5 or more people answer.", "[Post it]")
        await joel.clicks("More settings")
        form = joel.answer
        assert isinstance(form, Form)
        await joel.sends(form.name, form.about, {"quorum": ("3",)})
        joel.sees("Please pick 5 or more")


@pytest.mark.parametrize("voters", [2, 4])
async def test_of_fewer_than_five_it_is_not_told_either_whether_half_have_answered(tmp_path: Path, voters: int) -> None:
    async with core(tmp_path) as bot:
        joel = await drafted(bot)
        await joel.clicks("Make it anonymous")
        await joel.clicks("More settings")
        await joel.fills_in(quorum="Half of those who can")
        joel.sees("It counts if half or more of those who can answer do.")
        await joel.clicks("Post it")
        for name in ("Maria Rivera", "Joel Hartmann", "Dana Lee", "Samuel Okafor")[:voters]:
            who = corner(bot, name)
            await who.presses("poll.vote", "1:1")
            who.sees("Your answer is in")
        await joel.presses("poll.close-now", "1")
        card = drawn(bot, "poll", 1)
        assert "Fewer than 5 people answered." in card
        assert "Not valid" not in card
        assert databases.rows(bot.settings.database_url, "select valid from polls") == [(None,)]


async def test_the_asker_who_closes_it_sees_the_counts_at_once(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        joel = await drafted(bot)
        await joel.clicks("Make it anonymous")
        await joel.clicks("Post it")
        for name in ("Maria Rivera", "Joel Hartmann", "Dana Lee", "Samuel Okafor", "Naomi Feldstein"):
            await corner(bot, name).presses("poll.vote", "1:1")
        await joel.presses("poll.close-now", "1")
        joel.sees("Yes: 5 votes", "No: 0 votes", "5 people answered.")
