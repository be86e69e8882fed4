"""Who reads a poll is what its author was shown: where that is not so any more, it is shown once more, or not posted.
Who left does not hear of it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session
from support import databases
from support.cores import Core, core
from support.corner import Corner, corner, drawn, next_due, shown
from support.databases import change, on_either, rows
from support.districts import copy, edit
from support.meetings import load

from bot import routes
from bot.boundary import Address, Form
from bot.people import model as people
from bot.polls import handed_over, held_back, lifecycle, reminders

pytestmark = on_either

STAFF = Address("slack", "T01CEDAR", "C01LINCOLNSTAFF")
CAUCUS = Address("slack", "T01CEDAR", "C01ASSOCIATION")
ASKS = "Do we raise the duty schedule?"
ADMINISTRATION = "(select id from groups where name = 'District Administration')"
THERE = f"(select id from places where address = '{CAUCUS}')"
PRESIDENT = "association-president,association president,cvea,,,{},"
OPENED = (
    f"insert into place_groups (place_id, group_id) values ({THERE}, {ADMINISTRATION})",
    f"update places set audience = 'JOINT' where id = {THERE}",
)


async def writes(bot: Core, *, later: bool = False) -> Corner:
    """The association's president, for its own channel."""
    dana = corner(bot, "Dana Lee")
    dana.place = CAUCUS
    await dana.types("poll", f"{ASKS} | Yes | No")
    if later:
        await dana.clicks("Choose when it starts")
        form = dana.answer
        assert isinstance(form, Form)
        await dana.fills_in(starts=dana.choices("starts")[1])
    dana.sees("#association-caucus", "Cedar Valley Education Association")
    return dana


async def test_it_is_shown_once_more_where_others_would_read_it_by_now(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        dana = await writes(bot)
        for statement in OPENED:
            change(bot.settings.database_url, statement)
        await dana.clicks("Post it")
        dana.sees("Nothing is posted yet", "District Administration")
        assert rows(bot.settings.database_url, "select count(*) from polls") == [(0,)]
        await dana.clicks("Post it")
        dana.sees("Posted.")


async def test_one_that_begins_later_is_not_posted_for_others(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        database, dana = bot.settings.database_url, await writes(bot, later=True)
        await dana.clicks("Post it")
        dana.sees("Planned.")
        for statement in OPENED:
            change(database, statement)
        await next_due(bot, "poll.begin")
        assert rows(database, "select status from polls") == [("WITHDRAWN",)]
        assert rows(database, "select count(*) from deliveries where card = 'poll'") == [(0,)]
        assert rows(database, f"select count(*) from notices where name = '{held_back.NOTICE}'") == [(1,)]
        said = shown(bot, held_back.show, 1)
        assert "#association-caucus (Slack) is for other people" in said
        assert ASKS in said


async def test_one_that_is_late_waits_until_people_may_be_written_to(tmp_path: Path) -> None:
    """Nobody was at work from the evening before until late that night."""
    async with core(tmp_path) as bot:
        dana = await writes(bot, later=True)
        await dana.clicks("Edit")
        await dana.fills_in(closes=dana.choices("closes")[-2])
        await dana.clicks("Post it")
        ((begins,),) = rows(bot.settings.database_url, "select opened_at from polls")
        bot.clock.move_to(datetime.fromisoformat(str(begins)).replace(tzinfo=UTC) + timedelta(hours=15))
        await bot.later(minutes=5)
        assert rows(bot.settings.database_url, "select status from polls") == [("PLANNED",)]
        await bot.later(hours=10)
        assert rows(bot.settings.database_url, "select status from polls") == [("OPEN",)]


async def passes_on(bot: Core, tmp_path: Path, to: str) -> None:
    edit(folder := copy(tmp_path), "seats.csv", PRESIDENT.format("dana-lee"), PRESIDENT.format(to))
    await load(bot, folder)


async def test_one_that_begins_later_is_posted_in_nobodys_name_who_has_not_taken_it_on(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        database, dana, maria = bot.settings.database_url, await writes(bot, later=True), corner(bot, "Maria Rivera")
        await dana.clicks("Post it")
        await passes_on(bot, tmp_path, "maria-rivera")
        assert rows(database, f"select count(*) from notices where name = '{handed_over.NOTICE}'") == [(1,)]
        await maria.types("somewhere")
        maria.sees("Dana Lee planned this poll in a role that is yours now.", ASKS, "• Yes\n• No")
        await dana.presses(handed_over.TAKE_ON, "1")
        dana.sees("Only the association's president, Cedar Valley Education Association can do that: Maria Rivera.")
        await next_due(bot, "poll.begin")
        assert rows(database, "select status from polls") == [("WITHDRAWN",)]
        assert rows(database, "select count(*) from deliveries where card = 'poll'") == [(0,)]
        assert rows(database, f"select count(*) from notices where name = '{handed_over.NOT_POSTED}'") == [(1,)]
        assert "Nobody took it on, so it wasn't posted." in shown(bot, handed_over.show_not_posted, 1)


async def test_one_of_which_nobody_knows_who_planned_it_is_the_one_before(tmp_path: Path) -> None:
    """It was planned before that was kept."""
    async with core(tmp_path) as bot:
        dana, maria = await writes(bot, later=True), corner(bot, "Maria Rivera")
        await dana.clicks("Post it")
        change(bot.settings.database_url, "update polls set planner_id = null")
        await passes_on(bot, tmp_path, "maria-rivera")
        await maria.types("somewhere")
        maria.sees("Dana Lee planned this poll")


async def test_who_follows_takes_it_on(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        dana, maria = await writes(bot, later=True), corner(bot, "Maria Rivera")
        await dana.clicks("Post it")
        await passes_on(bot, tmp_path, "maria-rivera")
        await maria.types("somewhere")
        await maria.clicks("Post it then")
        maria.sees("Planned.")
        await next_due(bot, "poll.begin")
        assert ASKS in drawn(bot, "poll", 1)
        assert rows(bot.settings.database_url, "select status, planner_id from polls") == [("OPEN", None)]


async def test_one_that_comes_again_is_not_posted_among_others_by_themselves(tmp_path: Path) -> None:
    """A principal's, in a channel that is the association's own by now."""
    async with core(tmp_path) as bot:
        elena = corner(bot, "Elena Ortiz")
        elena.place = STAFF
        await elena.types("poll", f"{ASKS} | Sí | No")
        await elena.clicks("Elegir cuándo empieza")
        await elena.fills_in(repeats="Cada semana a esa hora, hasta que la detenga")
        await elena.clicks("Publicar")
        folder = copy(tmp_path)
        joint = "lincoln-staff,en,joint,cvea;administration,lincoln"
        edit(folder, "places.csv", joint, "lincoln-staff,en,caucus,cvea,lincoln")
        await load(bot, folder)
        await next_due(bot, "poll.begin")
        assert rows(bot.settings.database_url, "select status from polls order by id") == [("OPEN",), ("WITHDRAWN",)]
        assert "#lincoln-staff (Slack)" in shown(bot, held_back.show, 2)


async def test_one_that_begins_later_is_posted_where_all_is_as_it_was(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        dana = await writes(bot, later=True)
        await dana.clicks("Post it")
        await next_due(bot, "poll.begin")
        assert rows(bot.settings.database_url, "select status from polls") == [("OPEN",)]


async def test_one_that_is_open_comes_to_nobody_for_whom_its_place_was_not(tmp_path: Path) -> None:
    """Not by their home card, nor the day's message; they neither see nor answer it, and are not waited for."""
    async with core(tmp_path) as bot:
        database, dana = bot.settings.database_url, await writes(bot)
        await dana.clicks("Post it")
        for statement in OPENED:
            change(database, statement)
        samuel = corner(bot, "Samuel Okafor")
        await samuel.types("somewhere")
        assert ASKS not in samuel.sees()
        await next_due(bot, reminders.REMIND)
        told = "from notices join members on members.id = member_id join groups on groups.id = group_id"
        assert rows(database, f"select distinct groups.key {told} where notices.name = '{reminders.NOTICE}'") == [
            ("cvea",)
        ]
        assert not _hears(bot, "Samuel Okafor")
        for do in ("poll.show", "poll.vote", "poll.mine"):
            await samuel.presses(do, "1:1")
            samuel.sees("in a channel for another group or school")
        owen = corner(bot, "Owen Lindqvist")
        await owen.presses("poll.show", "1:en")
        owen.sees(ASKS)


async def test_who_left_the_group_is_not_reminded_of_its_poll(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        database, dana = bot.settings.database_url, await writes(bot)
        await dana.clicks("Post it")
        await next_due(bot, reminders.REMIND)
        assert ASKS in shown(bot, reminders.show, 1)
        assert _hears(bot, "Owen Lindqvist")
        change(database, f"update members set group_id = {ADMINISTRATION} where name = 'Owen Lindqvist'")
        assert not _hears(bot, "Owen Lindqvist")
        assert _hears(bot, "Maria Rivera")


def _hears(bot: Core, name: str) -> bool:
    """What waits to be told is still to be told them."""
    engine = databases.connect(bot.settings.database_url)
    with Session(engine) as session:
        member = session.scalars(select(people.Member).where(people.Member.name == name)).one()
        found = routes.HOUSE.notices[reminders.NOTICE].stands(session, member, 1)
    engine.dispose()
    return found


async def test_where_the_last_who_had_not_answered_leaves_it_closes_as_its_card_says(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        maria, owen = corner(bot, "Maria Rivera"), corner(bot, "Owen Lindqvist")
        await bot.asks(maria.account, STAFF)
        three = "('maria-rivera', 'owen-lindqvist', 'thuy-pham')"
        there = f"update members set on_roster = false where key not in {three}"
        for one in (there, "update polls set until_all = true"):
            change(bot.settings.database_url, one)
        for who in (maria, owen):
            await who.presses("poll.vote", "1:1")
            who.sees("Your answer is in")
        await bot.later(minutes=2)
        await look_for_those_who_left(bot)
        assert "It closes sooner, a minute after everyone who can answer has." in drawn(bot, "poll", 1)
        change(bot.settings.database_url, "update members set on_roster = false where key = 'thuy-pham'")
        await look_for_those_who_left(bot)
        assert rows(bot.settings.database_url, "select status from polls") == [("CLOSED",)]


async def look_for_those_who_left(bot: Core) -> None:
    await bot.writer.do(lambda session: lifecycle.look_for_those_who_left(session, bot.clock.now()))
    await bot.later(seconds=1)
