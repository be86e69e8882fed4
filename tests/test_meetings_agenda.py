"""What comes onto an agenda and from where, who reads it, and what is settled together, in the core."""

from __future__ import annotations

from pathlib import Path

import pytest
from support import databases
from support.cores import Core, core
from support.corner import Corner, corner, drawn
from support.databases import on_either
from support.districts import PRETEND, elsewhere
from support.meetings import adds, agreed, rows, saved, set_up, until

from bot.boundary import Account, Address, ChoiceField, Form

pytestmark = on_either

TOPICS = {"Bus times": "10 minutes", "Minutes of September": "5 minutes", "Lockers": "5 minutes"}
HECTOR = "Héctor Villalobos (a member of Schedule Committee)"
BUSES = "Why are the buses late?"
ALOUD = "Buses are late. " * 400


async def test_an_open_meetings_agenda_is_public_and_frozen_when_the_law_says(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        databases.change(bot.settings.database_url, "update districts set open_meeting_hours = 96")
        joel, hannah = await saved(bot), corner(bot, "Hannah Whitaker")
        await adds(joel, "Bus times")
        await hannah.presses("meeting.agenda", "1")
        hannah.sees("That isn't here any more")
        await until(bot, 2026, 10, 17)  # four days before is a Sunday, and nobody is written to then
        await adds(joel, "Added late")
        assert "Added late" not in drawn(bot, "meeting.agenda", 1)
        assert "Everybody in the district may read this" in drawn(bot, "meeting.agenda", 1)
        await hannah.types("somewhere")
        await hannah.clicks("Agendas of open meetings")
        await hannah.types("agendas")
        hannah.sees("Schedule Committee, Thursday, October 22, 4:00 PM", "This is no legal advice")
        await hannah.clicks("Read the agenda")
        assert "Added late" not in hannah.sees("Bus times (Joel Hartmann)", "Nothing is decided here")
        await joel.presses("meeting.add", "1")
        assert isinstance(joel.answer, Form)
        assert "everybody in the district may read its agenda" in joel.field(0).hint
        await until(bot, 2026, 10, 23)
        await hannah.presses("meeting.open")
        hannah.sees("No agenda of an open meeting is out now")


async def test_a_topic_comes_to_no_others_than_its_form_said(tmp_path: Path) -> None:
    """Its chairs say meanwhile that it is an open meeting, or none."""
    async with core(tmp_path) as bot:
        joel, law = await saved(bot), "update meeting_series set is_open ="
        databases.change(bot.settings.database_url, f"{law} false")
        await joel.presses("meeting.add", "1")
        databases.change(bot.settings.database_url, f"{law} true")
        await joel.fills_in(text=BUSES)
        joel.sees("By now others read it than the form said")
        await joel.clicks("Fix it")
        assert "everybody in the district" in joel.field(0).hint
        databases.change(bot.settings.database_url, f"{law} false")
        await joel.fills_in()
        joel.sees("By now others read it than the form said")
        assert rows(bot, "select text from meeting_items") == []
        await joel.clicks("Fix it")
        await joel.fills_in()
        joel.sees("It's on the list.")
        assert rows(bot, "select text from meeting_items") == [(BUSES,)]


async def test_an_agenda_that_is_held_back_is_read_by_nobody_else(tmp_path: Path) -> None:
    """Whoever holds it back is told until when the law may want it."""
    async with core(tmp_path) as bot:
        joel, hannah = await saved(bot), corner(bot, "Hannah Whitaker")
        await adds(joel, "Bus times")
        await joel.presses("meeting.hold-agenda", "1")
        joel.sees("A law on open meetings may ask that it be out by Monday, October 19, 4:00 PM")
        await until(bot, 2026, 10, 21)
        await hannah.types("agendas")
        hannah.sees("No agenda of an open meeting is out now")


CAUCUS = "update places set audience = 'CAUCUS' where id = (select home_id from committees where key = 'schedule')"


@pytest.mark.parametrize(("clicks", "read"), [((), False), (("Open meeting?",), True)])
async def test_of_one_group_alone_it_is_public_only_where_its_chair_says_so(
    tmp_path: Path, clicks: tuple[str, ...], read: bool
) -> None:
    """A board is a body under such a law, a union's council is not; whoever sets it up reads who will read it."""
    async with core(tmp_path) as bot:
        databases.change(bot.settings.database_url, CAUCUS)
        joel, hannah = await set_up(bot, *clicks), corner(bot, "Hannah Whitaker")
        assert ("Everybody in the district may read its agenda once it is out" in joel.sees("no legal advice")) is read
        await joel.clicks("Save it")
        await adds(joel, "Bus times")
        await joel.presses("meeting.send-agenda", "1")
        await hannah.types("agendas")
        assert ("Schedule Committee" in hannah.sees()) is read
        await hannah.presses("meeting.agenda", "1")
        assert ("Bus times" in hannah.sees()) is read


async def test_a_public_agenda_is_its_own_districts(tmp_path: Path) -> None:
    async with core(tmp_path, PRETEND, elsewhere(tmp_path, "T02OTHER", "1268401200690098999")) as bot:
        await saved(bot)
        await until(bot, 2026, 10, 21)
        for team, says in (("T01CEDAR", "Agenda: Schedule Committee"), ("T02OTHER", "That isn't here any more")):
            hannah = Corner(bot, Account("slack", team, "U01WHITAKER"))
            await hannah.presses("meeting.agenda", "1")
            hannah.sees(says)


async def test_what_is_done_about_an_open_topic_stays_among_its_own(tmp_path: Path) -> None:
    """Everybody in the district may read the topics, and no more."""
    async with core(tmp_path) as bot:
        joel, hannah = await saved(bot, often="Every week on that weekday"), corner(bot, "Hannah Whitaker")
        await adds(joel, "Bus times")
        await until(bot, 2026, 10, 22, 22)
        await joel.presses("meeting.outcome", "1:i1")
        await joel.fills_in(outcome="Somebody does something", line="Ask the bus company", who=HECTOR)
        await until(bot, 2026, 10, 27, 22)
        assert "Ask the bus company" in drawn(bot, "meeting.agenda", 2)
        await hannah.presses("meeting.agenda", "2")
        assert "Ask the bus company" not in hannah.sees("Agenda: Schedule Committee")


async def test_one_that_is_not_open_stays_among_its_own(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        joel = await saved(bot, "Open meeting?", "Open meeting?")
        await until(bot, 2026, 10, 21)
        await adds(joel, "Added late")
        assert "Added late" in drawn(bot, "meeting.agenda", 1)
        hannah = corner(bot, "Hannah Whitaker")
        await hannah.presses("meeting.agenda", "1")
        hannah.sees("That isn't here any more")


async def test_topics_take_their_time_and_some_are_settled_together(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        joel, hector = await saved(bot), corner(bot, "Héctor Villalobos")
        for text, minutes in TOPICS.items():
            await joel.presses("meeting.add", "1")
            await joel.fills_in(text=text, minutes=minutes)
        for item in ("2", "3"):
            await joel.presses("meeting.consent", item)
        await hector.presses("meeting.consent", "2")
        hector.sees("Eso solo lo puede hacer quien la preside")
        await until(bot, 2026, 10, 20, 13)
        card = drawn(bot, "meeting.agenda", 1)
        assert "Bus times [10 minutes]" in card.partition("Settled together")[0]
        assert "Lockers [5 minutes]" in card.partition("Settled together")[2]
        assert "20 minutes for all of it" in card
        await until(bot, 2026, 10, 22, 22)
        await joel.presses("meeting.outcomes", "1")
        counted = joel.answer
        await joel.presses("meeting.consent", "1")  # on another device, perhaps
        joel.answer = counted
        await joel.clicks("Settle all 2 together")
        assert "Decided" not in joel.sees("Settle all 3 together")
        await joel.presses("meeting.consent", "1")
        await joel.presses("meeting.outcomes", "1")
        await joel.clicks("Settle all 2 together")
        joel.sees("Decided: Minutes of September.", "Decided: Lockers.", "[Write down: Bus times]")


async def test_what_was_not_reached_three_times_is_offered_for_dropping(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        joel = await saved(bot, often="Every week on that weekday")
        await adds(joel, "Bus times")
        for meeting, day in ((1, 22), (2, 29)):
            await until(bot, 2026, 10, day, 22)
            await joel.presses("meeting.propose-minutes", str(meeting))
        await until(bot, 2026, 11, 5, 23)
        await joel.presses("meeting.outcomes", "3")
        assert "Drop it" not in joel.sees("[Write down: Bus times]")
        await joel.presses("meeting.propose-minutes", "3")
        await until(bot, 2026, 11, 12, 23)
        await joel.presses("meeting.outcomes", "4")
        joel.sees("Left over 3 times. Is it still needed?")
        await joel.clicks("Drop it")
        joel.sees("Dropped: Bus times.")


async def test_what_comes_up_elsewhere_is_brought_along(tmp_path: Path) -> None:
    """The words only where all who meet may read them already."""
    async with core(tmp_path) as bot:
        maria, _ = await agreed(bot)
        await until(bot, 2026, 10, 13, 21)
        await maria.presses("meeting.note", "1")
        await maria.fills_in(mine="Book the gym")
        await maria.presses("meeting.bring", "action:1")
        assert isinstance(maria.answer, Form)
        assert maria.field(1).value == "Book the gym"
        await maria.fills_in()
        maria.sees("It's on the list")
        await maria.presses("meeting.bring", "action:1")
        await maria.fills_in(text=ALOUD)
        maria.sees("300 fit", "Buses are late")
        await maria.clicks("Fix it")
        await maria.fills_in(text="Late buses")
        maria.sees("It's on the list")
        for about in ("action:9", "poll:1", "action", "", "question:1"):
            await maria.presses("meeting.bring", about)
            maria.sees("That isn't here any more")
        elena = corner(bot, "Elena Ortiz")
        await elena.presses("meeting.bring", "action:1")
        elena.sees("Eso ya no está aquí")
        assert rows(bot, "select text from meeting_items order by id") == [("Book the gym",), ("Late buses",)]


async def test_what_is_brought_to_an_open_meeting_is_said_to_be_for_everybody(tmp_path: Path) -> None:
    """Its agenda is; and where its chairs say so meanwhile, the form is looked at once more."""
    async with core(tmp_path) as bot:
        joel, law = await saved(bot), "update meeting_series set is_open ="
        databases.change(bot.settings.database_url, f"{law} true")
        await joel.presses("meeting.bring-again")
        assert _reads(joel) == "An open meeting's agenda is read by everybody in the district, with your name."
        databases.change(bot.settings.database_url, f"{law} false")
        await joel.presses("meeting.bring-again")
        assert _reads(joel) == "Its members and its channels read it, with your name."
        databases.change(bot.settings.database_url, f"{law} true")
        await joel.fills_in(text="Who covers for Ana?")
        joel.sees("By now others read it than the form said", "Who covers for Ana?")
        assert rows(bot, "select text from meeting_items") == []
        await joel.clicks("Fix it")
        assert _reads(joel).startswith("An open meeting")
        await joel.fills_in(text="Late buses")
        joel.sees("It's on the list")


def _reads(who: Corner) -> str:
    assert isinstance(who.answer, Form)
    (where,) = (one for one in who.answer.fields if isinstance(one, ChoiceField) and one.name == "series")
    return where.hint


async def test_a_message_in_a_channel_is_brought_along(tmp_path: Path) -> None:
    """From a caucus its words stay there, for those who meet are of two groups."""
    async with core(tmp_path) as bot:
        maria, _ = await agreed(bot)
        for channel, along in (("C01COMMONS", "Late buses"), ("C01ASSOCIATION", "")):
            maria.place = Address("slack", "T01CEDAR", channel)
            await maria.uses("bring", "Late buses")
            assert maria.field(1).value == along, channel


async def with_committee(bot: Core, aisha: Corner, question: str = "1") -> None:
    """Her question, once the rep who reads it first has passed it on."""
    await aisha.types("ask")
    await aisha.clicks("Schedules and calendar")
    await aisha.fills_in(question=BUSES)
    await aisha.clicks("Send it")
    aisha.sees("Sent.")
    curtis = corner(bot, "Curtis Wendell")
    await curtis.presses("question.pass", question)
    await curtis.fills_in()


@pytest.mark.parametrize(("clicks", "along"), [((), ""), (("Open meeting?", "Open meeting?"), BUSES)])
async def test_a_question_goes_to_an_open_meeting_in_other_words(
    tmp_path: Path, clicks: tuple[str, ...], along: str
) -> None:
    """Those who meet may read the question; the district may read its agenda."""
    async with core(tmp_path) as bot:
        joel, aisha = await saved(bot, *clicks), corner(bot, "Aisha Farouk")
        await with_committee(bot, aisha)
        await joel.presses("meeting.bring", "question:1")
        assert isinstance(joel.answer, Form)
        assert joel.field(1).value == along


async def test_a_form_that_lay_open_brings_no_words_to_those_who_read_the_topics_by_now(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        joel, aisha = await saved(bot, "Open meeting?", "Open meeting?"), corner(bot, "Aisha Farouk")
        await with_committee(bot, aisha)
        form = await joel.presses("meeting.bring", "question:1")
        there = "(select id from places where name = 'partnership-leadership' and address like 'slack%')"
        databases.change(bot.settings.database_url, f"update committees set home_id = {there} where key = 'schedule'")
        await joel.fills_in()
        joel.sees("others would read it who may not read the original", BUSES)
        joel.answer = form
        await joel.fills_in(text="Late buses")
        joel.sees("By now others read it than the form said", "Late buses")
        await joel.clicks("Fix it")
        await joel.fills_in(text="Late buses")
        joel.sees("It's on the list")
        await aisha.presses("question.take-back-now", "1")
        joel.answer = form
        await joel.fills_in()
        joel.sees("That isn't here any more")
        assert rows(bot, "select text from meeting_items") == [("Late buses",)]
