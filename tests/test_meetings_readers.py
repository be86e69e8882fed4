"""Who reads what of a body's meeting: of an open one everybody reads the topics and nothing more, a question that its
rep has is nowhere else yet, and a committee that loses its channel is open to nobody new."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
from support.cores import Core, core, said
from support.corner import Corner, buttons, corner, drawn, next_due, shown
from support.databases import change, on_either
from support.districts import copy, edit
from support.meetings import adds, load, rows, told
from test_meetings_minutes import HECTOR, approved, met, notes

from bot.boundary import FormErrors
from bot.meetings import telling

pytestmark = on_either

ONE_BUILDING = (
    "insert into place_buildings (place_id, building_id) select p.id, b.id from places p, buildings b "
    "where p.name = 'schedule-committee' and b.key = 'high-school'"
)
CHANNEL = "slack,C01COUNCIL,council-caucus,en,caucus,cvea,\n"
JOINT = "joint,cvea;administration"
COUNCIL = "  - key: council\n    kind: issue\n    name: Bargaining Council\n"
HOME = "    home: slack:C01COUNCIL\n"
SEATS = (("maria-rivera,lincoln-team;schedule", ";council"), ("dana-lee,district-team", ";council"))


def offers(who: Corner, do: str) -> bool:
    return any(one.do == do for one in buttons(said(who.answer)))


async def test_what_an_open_meeting_decided_is_told_by_those_who_may_read_it(tmp_path: Path) -> None:
    """Curtis is of another building than its channel: he may read its agenda, not its minutes."""
    async with core(tmp_path) as bot:
        change(bot.settings.database_url, ONE_BUILDING)
        joel, hector = await met(bot, "Bus times")
        await notes(joel, "Bus times", outcome="Decided", line="One bus less.")
        await approved(joel, hector)
        curtis = corner(bot, "Curtis Wendell")
        for act, about in (("meeting.minutes", "1"), ("broadcast.retell", "meeting:1")):
            await curtis.presses(act, about)
            curtis.sees("That isn't here any more")


async def test_what_is_promised_once_a_meeting_is_closed_stays_among_its_own(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        change(bot.settings.database_url, ONE_BUILDING)
        joel, _ = await met(bot, "Bus times")
        await joel.presses("meeting.change", "1")
        await joel.fills_in()
        for _ in range(2):
            await joel.clicks("Open meeting?")
        await joel.clicks("Save it")
        assert rows(bot, "select is_open from meeting_series") in ([(False,)], [(0,)])
        await notes(joel, "Bus times", outcome="Somebody does something", line="Ask the driver", who=HECTOR)
        (readers,) = rows(bot, "select audience from actions")[0]
        assert "district" not in str(readers)


async def test_what_came_of_a_topic_goes_back_to_those_who_raised_it_and_the_form_says_so(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        joel, _ = await met(bot, "Bus times", "Bells")
        change(bot.settings.database_url, "update meeting_items set source = 'question:1' where text = 'Bells'")
        for topic, label in (("Bus times", "In one line"), ("Bells", "In one line; those who raised it read it")):
            await joel.presses("meeting.outcomes", "1")
            await joel.clicks(f"Write down: {topic}")
            assert joel.field(1).label == label


async def set_up(bot: Core, folder: Path) -> Corner:
    """The association's own committee, at home in a channel of its own, is to meet in Dana's kitchen. Up to the
    preview."""
    edit(folder, "places.csv", "slack,C01BOARD,", f"{CHANNEL}slack,C01BOARD,")
    edit(
        folder,
        "district.yaml",
        "  - key: schedule\n    kind: issue",
        f"{COUNCIL}{HOME}  - key: schedule\n    kind: issue",
    )
    for seat, more in SEATS:
        edit(folder, "seats.csv", seat, seat + more)
    await load(bot, folder)
    dana = corner(bot, "Dana Lee")
    await dana.presses("meeting.set-up")
    await dana.fills_in(committee="Bargaining Council", when="2026-10-22T16:00", place="Dana's kitchen")
    return dana


async def bargaining(bot: Core, folder: Path) -> Corner:
    """It meets."""
    dana = await set_up(bot, folder)
    await dana.clicks("Save it")
    await bot.until(datetime(2026, 10, 21, 20, tzinfo=UTC))
    return dana


async def test_what_became_everybodys_since_its_preview_is_looked_over_once_more(tmp_path: Path) -> None:
    folder, public = copy(tmp_path), "Everybody in the district may read its agenda"
    async with core(tmp_path, folder) as bot:
        dana = await set_up(bot, folder)
        assert public not in dana.sees("Nothing is saved yet: Bargaining Council")
        await redeclare(bot, folder)
        await dana.clicks("Save it")
        dana.sees("Nothing is saved yet: Bargaining Council", public)
        assert not rows(bot, "select id from meeting_series")
        await dana.clicks("Save it")
        dana.sees("Saved. The next meeting is")


async def redeclare(bot: Core, folder: Path) -> None:
    """Its channel is for administrators, too."""
    edit(folder, "places.csv", CHANNEL, CHANNEL.replace("caucus,cvea", JOINT))
    await load(bot, folder)


WHY = "Héctor is ill again"


async def test_why_a_committees_meeting_is_left_out_its_channels_read_and_the_form_says_so(tmp_path: Path) -> None:
    folder = copy(tmp_path)
    async with core(tmp_path, folder) as bot:
        dana = await bargaining(bot, folder)
        await dana.presses("meeting.cancel", "1")
        assert dana.field(0).hint == "Its members and channels read it. The meetings after it stay."
        await dana.fills_in(reason=WHY)
        dana.sees("Left out: Thursday, October 22")
        await next_due(bot, "meeting.tell")
        assert WHY in drawn(bot, "meeting.news", 1)


async def test_who_reads_why_is_said_once_more_where_others_would_by_now(tmp_path: Path) -> None:
    folder = copy(tmp_path)
    async with core(tmp_path, folder) as bot:
        dana = await bargaining(bot, folder)
        await dana.presses("meeting.cancel", "1")
        form = dana.answer
        await redeclare(bot, folder)
        await dana.fills_in(reason=WHY)
        assert isinstance(dana.answer, FormErrors)
        assert not dana.answer.errors, "nothing that she could change in the form itself"
        assert "By now others read it than the form said" in dana.answer.message.text()
        await dana.clicks("Fix it")
        assert dana.field(0).value == WHY
        dana.answer = form  # which is still open on the phone; where she says nothing, nobody reads more
        await dana.fills_in(reason="")
        dana.sees("Left out: Thursday, October 22")


async def test_why_stands_in_no_channel_that_is_for_others_before_it_is_told(tmp_path: Path) -> None:
    """It is told a minute later; those who meet read it in their own messages all the same."""
    folder = copy(tmp_path)
    async with core(tmp_path, folder) as bot:
        dana = await bargaining(bot, folder)
        await dana.presses("meeting.cancel", "1")
        await dana.fills_in(reason=WHY)
        await redeclare(bot, folder)
        await next_due(bot, "meeting.tell")
        assert "Left out: Thursday, October 22" in drawn(bot, "meeting.news", 1)
        assert WHY not in drawn(bot, "meeting.news", 1)
        assert WHY in shown(bot, telling.show_changed, 1)


async def test_nor_is_it_told_to_people_who_came_since(tmp_path: Path) -> None:
    """Nor how many topics there are that were added before."""
    folder = copy(tmp_path)
    async with core(tmp_path, folder) as bot:
        dana, samuel = await bargaining(bot, folder), corner(bot, "Samuel Okafor")
        await adds(dana, "The strike fund")
        await dana.presses("meeting.cancel", "1")
        await dana.fills_in(reason=WHY)
        edit(folder, "seats.csv", "samuel-okafor,district-team,", "samuel-okafor,district-team;council,")
        await redeclare(bot, folder)
        await next_due(bot, "meeting.tell")
        assert "samuel-okafor" in told(bot, "meeting.changed")
        assert "Left out: Thursday, October 22" in shown(bot, telling.show_changed, 1)
        assert WHY not in shown(bot, telling.show_changed, 1)
        await samuel.types("somewhere")
        assert "One topic" not in samuel.sees("Bargaining Council")
        await dana.types("somewhere")
        dana.sees("Bargaining Council", "One topic")


@pytest.mark.parametrize("gone", ["channel", "committee", "caucus"])
async def test_a_groups_own_committee_that_loses_its_channel_is_open_to_nobody_new(tmp_path: Path, gone: str) -> None:
    folder = copy(tmp_path)
    async with core(tmp_path, folder) as bot:
        dana, samuel = await bargaining(bot, folder), corner(bot, "Samuel Okafor")
        await samuel.types("somewhere", "agendas")
        samuel.sees("No agenda of an open meeting is out")
        edit(folder, "places.csv", CHANNEL, CHANNEL.replace("caucus,cvea", JOINT) if gone == "caucus" else "")
        if gone != "caucus":
            edit(folder, "district.yaml", COUNCIL + HOME, COUNCIL if gone == "channel" else "")
        for seat, more in SEATS if gone == "committee" else ():
            edit(folder, "seats.csv", seat + more, seat)
        await load(bot, folder)
        await samuel.types("somewhere", "agendas")
        samuel.sees("No agenda of an open meeting is out")
        for who in (samuel, dana):
            await who.types("somewhere")
            assert not offers(who, "meeting.open")
        if gone != "caucus":  # whose channel is his by now
            await samuel.presses("meeting.agenda", "1")
            samuel.sees("That isn't here any more")


@pytest.mark.parametrize("click", ["", "Ask without my name"])
async def test_a_question_that_its_rep_has_is_brought_nowhere_by_its_committee(tmp_path: Path, click: str) -> None:
    """It may be about one of them, and may never get there."""
    async with core(tmp_path) as bot:
        joel, aisha = corner(bot, "Joel Hartmann"), corner(bot, "Aisha Farouk")
        await joel.presses("meeting.set-up")
        await joel.fills_in(when="2026-10-22T16:00", place="Room 12")
        await joel.clicks("Save it")
        await aisha.types("ask")
        await aisha.clicks("Schedules and calendar")
        await aisha.fills_in(question="Why are the buses late?")
        for one in filter(None, [click]):
            await aisha.clicks(one)
        await aisha.clicks("Send it")
        await joel.presses("meeting.bring", "question:1")
        joel.sees("That isn't here any more")


async def test_of_what_is_others_it_is_not_said_that_it_is_there(tmp_path: Path) -> None:
    """What there is not is refused in the same words."""
    async with core(tmp_path) as bot:
        change(bot.settings.database_url, ONE_BUILDING)
        await met(bot, "Bus times")
        maria, curtis = corner(bot, "Maria Rivera"), corner(bot, "Curtis Wendell")
        await maria.types("ask")
        await maria.clicks("Schedules and calendar")
        await maria.fills_in(question="Why are the buses late?")
        for act in ("meeting.reply", "question.send"):
            there, nowhere = [await curtis.presses(act, f"{id}:yes") for id in (1, 999_999)]
            assert there == nowhere, act
