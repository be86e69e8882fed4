"""A message's menu begins a question with the words of somebody else. They go no further than where they were said: to
those who may read them there, or not at all."""

from __future__ import annotations

from pathlib import Path

import pytest
from support import databases
from support.cores import Core, core, said
from support.corner import Corner, buttons, corner, drawn
from support.databases import on_either
from support.districts import copy, edit
from support.meetings import agreed, saved
from test_meetings_agenda import BUSES, with_committee
from test_readers import COUNCIL

from bot.boundary import Address
from bot.operations import commands

pytestmark = on_either

SAID = "Mr. Hartmann told us nothing about August."
QUOTED = f"“{SAID}”"
ANEW = "would read it who may not read the original"
AUGUST = """  - key: august
    en: August
    es: Agosto
    committee: council
  - key: bargaining"""


def with_a_council(bot: Core, tmp_path: Path) -> Path:
    """Of the association, which answers what is asked about August. Returns the files."""
    folder = copy(tmp_path / "new")
    edit(folder, "district.yaml", "  - key: schedule\n    kind: issue", COUNCIL)
    edit(folder, "district.yaml", "  - key: bargaining", AUGUST)
    edit(folder, "seats.csv", "dana-lee,district-team,", "dana-lee,district-team;council,")
    assert commands.load(bot.settings, folder) == 0
    return folder


def in_channel(bot: Core, name: str, channel: str) -> Corner:
    found = corner(bot, name)
    found.place = Address("slack", "T01CEDAR", channel)
    return found


async def test_a_colleagues_words_stay_in_the_caucus(tmp_path: Path) -> None:
    """The committee has administrators on it: the person who asks says it anew."""
    async with core(tmp_path) as bot:
        maria, joel = in_channel(bot, "Maria Rivera", "C01ASSOCIATION"), corner(bot, "Joel Hartmann")
        await maria.uses("ask", SAID)
        maria.sees("What is your question about?", SAID)
        await maria.clicks("Schedules and calendar")
        field = maria.field(0)
        assert field.value == ""
        assert ANEW in field.hint
        await maria.fills_in(question="What was said about August?")
        assert SAID not in maria.sees("Nothing is sent yet", "What was said about August?")
        await maria.clicks("Edit")
        assert maria.field(0).value == "What was said about August?"
        assert ANEW not in maria.field(0).hint
        await maria.fills_in()
        await maria.clicks("Send it")
        await joel.presses("question.show", "1:en")
        assert SAID not in joel.sees("What was said about August?")


@pytest.mark.parametrize(("channel", "along"), [("C01COMMONS", QUOTED), ("C01ALLSTAFF", ""), ("C01NOWHERE", "")])
async def test_they_come_along_where_all_who_will_read_them_may(tmp_path: Path, channel: str, along: str) -> None:
    """Families read what the schedule's committee is asked; of a channel that the files don't name it is not known who
    reads there."""
    async with core(tmp_path) as bot:
        maria = in_channel(bot, "Maria Rivera", channel)
        await maria.uses("ask", SAID)
        await maria.clicks("Schedules and calendar")
        assert maria.field(0).value == along


async def test_they_come_along_within_the_caucus_and_are_not_sent_to_those_who_join_it(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        folder = with_a_council(bot, tmp_path)
        maria = in_channel(bot, "Maria Rivera", "C01ASSOCIATION")
        await maria.uses("ask", SAID)
        await maria.clicks("August")
        assert maria.field(0).value == QUOTED
        await maria.fills_in()
        maria.sees("Nothing is sent yet", SAID)
        edit(folder, "district.yaml", "es: Agosto\n    committee: council", "es: Agosto\n    committee: schedule")
        assert commands.load(bot.settings, folder) == 0
        await maria.clicks("Send it")
        maria.sees(ANEW)
        assert "question.send" not in {button.do for button in buttons(said(maria.answer))}
        await maria.clicks("Fix it")
        assert maria.field(0).value == ""


async def test_a_question_of_a_buildings_committee_comes_along_to_its_own_meeting(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        here = "select places.id, buildings.id from places, buildings where address like '%C01SCHEDULE'"
        here = f"insert into place_buildings (place_id, building_id) {here} and buildings.key = 'prairie-view'"
        databases.change(bot.settings.database_url, here)
        joel = await saved(bot, "Open meeting?", "Open meeting?")
        await with_committee(bot, corner(bot, "Aisha Farouk"))
        await joel.presses("meeting.bring", "question:1")
        assert joel.field(1).value == BUSES


async def test_they_go_to_nobody_new_before_their_asker_says_it_anew(tmp_path: Path) -> None:
    """A yes to the question is no yes of the colleague."""
    async with core(tmp_path) as bot:
        with_a_council(bot, tmp_path)
        owen = in_channel(bot, "Owen Lindqvist", "C01ASSOCIATION")
        maria, dana, elena = corner(bot, "Maria Rivera"), corner(bot, "Dana Lee"), corner(bot, "Elena Ortiz")
        await owen.uses("ask", SAID)
        await owen.clicks("August")
        await owen.fills_in()
        await owen.clicks("Send it")
        await maria.presses("question.pass", "1")
        await maria.fills_in()
        await dana.presses("question.pass-on", "1")
        await dana.fills_in(topic="Life at Lincoln · Lincoln Leadership Team")
        await owen.agrees()
        owen.sees("It has somebody else's words", "say it in your own words first")
        await elena.presses("question.show", "1:en")
        assert SAID not in elena.sees()
        await owen.presses("question.change", "1")
        await owen.fills_in(question="What was said about August?")
        await owen.agrees()
        await elena.presses("question.show", "1:en")
        assert SAID not in elena.sees("What was said about August?")


async def test_a_form_brings_only_what_its_sender_reads_and_only_to_their_own_meetings(tmp_path: Path) -> None:
    """Also one that has lain open for long, or that was made up."""
    async with core(tmp_path) as bot:
        with_a_council(bot, tmp_path)
        await agreed(bot)
        joel, owen = await saved(bot), corner(bot, "Owen Lindqvist")
        await owen.types("ask")
        await owen.clicks("August")
        await owen.fills_in(question=SAID)
        await owen.clicks("Send it")
        await with_committee(bot, corner(bot, "Aisha Farouk"), "2")
        for about, series in (("question:1", "2"), ("question:2", "1")):
            await joel.sends("meeting.bring", about, {"series": (series,), "text": ("Late buses",)})
            joel.sees("That isn't here any more", "Late buses")
        await joel.sends("meeting.bring", "question:2", {"series": ("2",), "text": ("Late buses",)})
        joel.sees("It's on the list")


async def answered(bot: Core, question: str = QUOTED) -> tuple[Corner, Corner]:
    """A question that Maria Rivera asked with them, where the committee that Priya Natarajan is on wrote them."""
    maria, priya = in_channel(bot, "Maria Rivera", "C01LITERACY"), corner(bot, "Priya Natarajan")
    await maria.uses("ask", SAID)
    await maria.clicks("Reading and literacy")
    assert maria.field(0).value == QUOTED
    await maria.fills_in(question=question)
    await maria.clicks("Send it")
    await priya.presses("question.answer", "1")
    await priya.fills_in(answer="It begins on August 20.")
    return maria, priya


async def test_the_faq_that_everybody_reads_has_them_in_other_words(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        _, priya = await answered(bot)
        await priya.presses("faq.publish", "1")
        form, field = priya.answer, priya.field(0)
        assert (field.value, field.hint) == ("", "Please put it in other words than it was asked in, without names.")
        assert priya.field(1).value == "It begins on August 20."
        for same in (QUOTED, f"Is it true? {SAID}"):
            priya.answer = form
            await priya.fills_in(**{"question-en": same})
            priya.sees("This has somebody else's words", "Please put it in other words, also in the answer.")
        priya.answer = form
        await priya.fills_in(**{"question-en": "When does the year begin?"})
        await priya.clicks("Ask for approval")
        assert SAID not in drawn(bot, "faq.entry", 1)


async def test_what_its_asker_said_anew_goes_into_the_faq_as_it_is(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        maria, priya = await answered(bot)
        await maria.presses("question.change", "1")
        await maria.fills_in(question="When does the year begin?")
        await priya.presses("faq.publish", "1")
        assert priya.field(0).value == "When does the year begin?"
        await priya.fills_in()
        priya.sees("When does the year begin?", "[Ask for approval]")


@pytest.mark.parametrize("at_once", [True, False])
async def test_what_its_asker_only_adds_to_leaves_them_somebody_elses(tmp_path: Path, at_once: bool) -> None:
    async with core(tmp_path) as bot:
        more = f"{QUOTED} Will the year begin as late as last time, and who tells the families?"
        maria, priya = await answered(bot, more if at_once else QUOTED)
        if not at_once:
            await maria.presses("question.change", "1")
            await maria.fills_in(question=more)
        await priya.presses("faq.publish", "1")
        assert priya.field(0).value == ""
        await priya.fills_in(**{"question-en": SAID})
        priya.sees("This has somebody else's words")
        await maria.presses("question.change", "1")
        await maria.fills_in(question=more.removeprefix(QUOTED))
        await priya.presses("faq.publish", "1")
        assert priya.field(0).value == more.removeprefix(QUOTED).strip()


async def test_a_change_of_a_word_or_two_does_not_take_them_elsewhere(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        maria = in_channel(bot, "Maria Rivera", "C01ASSOCIATION")
        await maria.uses("ask", SAID)
        await maria.clicks("Schedules and calendar")
        await maria.fills_in(question=f"Is it true? {SAID}")
        maria.sees(ANEW)
        assert "question.send" not in {button.do for button in buttons(said(maria.answer))}
