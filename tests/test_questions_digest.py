"""Once a week committees, and those who read questions first, hear how their questions stand."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session
from support.corner import corner
from support.databases import on_either
from support.meetings import snow
from support.talk import Core, core

from bot import notices, texts
from bot.delivery import outbox
from bot.people import committees, weekly
from bot.people import model as people
from bot.people.topics import Topic
from bot.questions import digest, readers
from bot.questions.model import Question, Status
from bot.timetable import Due, DueRow
from wiring import CONTENT

pytestmark = on_either

MONDAY = datetime(2036, 12, 8, 13, tzinfo=UTC)  # 7 o'clock in Chicago, in winter; far ahead, for clocks go forward only
WORDS, CHICAGO = texts.read(CONTENT), ZoneInfo("America/Chicago")


def ask(session: Session, topic: str, asked: float, answered: float | None = None, **more: object) -> Question:
    """So many days before that Monday."""
    found = session.scalars(select(Topic).where(Topic.key == topic)).one()
    question = Question(
        topic=found,
        committee=found.committee,
        text="?",
        urgent=False,
        asked_at=MONDAY - timedelta(days=asked),
        due_at=MONDAY,
        status=Status.WITH_COMMITTEE if answered is None else Status.ANSWERED,
        answered_at=None if answered is None else MONDAY - timedelta(days=answered),
    )
    for name, value in more.items():
        setattr(question, name, value)
    reps = [question.rep] if question.rep else []
    question.audience = readers.audience(session, reps, found.committee)
    session.add(question)
    session.flush()
    return question


async def tell(house: Core, at: datetime = MONDAY) -> None:
    """Lets the timetable do it."""

    def plan(session: Session) -> Due:
        row = session.scalars(select(DueRow).where(DueRow.do == weekly.DIGEST)).one()
        row.at = at
        session.flush()
        return Due(row.id, row.do, row.subject, at)

    due = await house.writer.do(plan)
    house.clock.move_to(max(at, house.clock.now()))
    await house.frame.handle_due([due])


async def test_each_hears_of_its_own_by_topic(tmp_path: Path) -> None:
    async with core(tmp_path) as house:

        def prepare(session: Session) -> None:
            rep = session.scalars(select(people.Seat).where(people.Seat.key == "rep-lincoln")).one()
            ask(session, "reading", 2)
            ask(session, "reading", 6, answered=3, rep=rep)  # Tuesday to Friday
            ask(session, "reading", 20, answered=10)  # told about a week ago
            ask(session, "reading", 30)
            ask(session, "lincoln", 1, status=Status.GIVEN_BACK)
            ask(session, "schedule", 3, rep=rep)

        await house.writer.do(prepare)
        await tell(house)
        said = await house.writer.do(_told)
        assert said["Literacy Committee"] == [
            "The week's questions: Literacy Committee",
            "Reading and literacy: 2 new, 1 answered, 2 waiting",
            "[See what waits] · [Español]",
        ]
        assert said["Schedule Committee"][1:2] == ["Schedules and calendar: 1 new, 0 answered, 1 waiting"]
        assert "Lincoln Leadership Team" not in said
        assert said["Maria Rivera"] == [
            "The week's questions that came to you first (Lincoln Elementary's building rep):",
            "Reading and literacy: 1 new, 1 answered, 0 waiting",
            "Schedules and calendar: 1 new, 0 answered, 1 waiting",
        ]
        assert await house.writer.do(_next) == MONDAY + timedelta(days=7)


TOOK = "Half of the answers came within 3 school days."


@pytest.mark.parametrize("answers", [4, 5])
async def test_how_long_it_took_is_said_to_those_who_sit_on_it_and_of_no_few(tmp_path: Path, answers: int) -> None:
    """Its channel is for many others, administrators among them."""
    async with core(tmp_path) as house:

        def prepare(session: Session) -> None:
            for _ in range(answers):
                ask(session, "reading", 6, answered=3)  # Tuesday to Friday

        await house.writer.do(prepare)
        await tell(house)
        said = await house.writer.do(_told)
        assert TOOK not in said["Literacy Committee"]
        offered = "[See what waits] · [How long answers took (for the committee)] · [Español]"
        assert (offered in said["Literacy Committee"]) == (answers == 5)
        priya, samuel = corner(house, "Priya Natarajan"), corner(house, "Samuel Okafor")
        await priya.presses("digest.show", "1:en")
        assert (TOOK in priya.sees("The week's questions: Literacy Committee")) == (answers == 5)
        await samuel.presses("digest.show", "1:en")
        samuel.sees("That isn't here any more")


async def test_without_school_nobody_is_told_and_afterwards_what_was_since(tmp_path: Path) -> None:
    """The district's list has December 21 to January 1, and January 18, a Monday."""
    async with core(tmp_path) as house:
        assert await _told_until(house, 2026, 12, 20, asked=date(2026, 12, 10)) == [
            "December 14, 7:00 AM: 1 new, 0 answered, 1 waiting",
        ]
        assert await _told_until(house, 2027, 1, 15, asked=date(2026, 12, 17)) == [
            "January 4, 7:00 AM: 1 new, 0 answered, 2 waiting",
            "January 11, 7:00 AM: 0 new, 0 answered, 2 waiting",
        ]
        assert await _told_until(house, 2027, 1, 30, asked=date(2027, 1, 18)) == [
            "January 19, 7:00 AM: 1 new, 0 answered, 3 waiting",
            "January 25, 7:00 AM: 0 new, 0 answered, 3 waiting",
        ]
        snow(house, "2027-02-01")  # known on Saturday
        assert await _told_until(house, 2027, 2, 9, asked=date(2027, 1, 31)) == [
            "February 2, 7:00 AM: 1 new, 0 answered, 4 waiting",
            "February 8, 7:00 AM: 0 new, 0 answered, 4 waiting",
        ]


async def _told_until(house: Core, *until: int, asked: date) -> list[str]:
    """What the Literacy Committee is told from now until then, if something is asked at noon of that day."""

    def lines(session: Session) -> list[str]:
        every = session.scalars(select(digest.Digest).where(digest.Digest.at > begin).order_by(digest.Digest.at))
        texts = ((one.at, digest.card(session, one.id, WORDS["en"], WORDS).text().split("\n")[1]) for one in every)
        return [f"{at.astimezone(CHICAGO):%B %-d, %-I:%M %p}: {text.partition(': ')[2]}" for at, text in texts]

    begin = house.clock.now()
    noon = datetime.combine(asked, time(12), CHICAGO)
    await house.until(noon)
    await house.writer.do(lambda session: ask(session, "reading", 0, asked_at=noon).id)
    await house.until(datetime(*until, tzinfo=UTC))
    return await house.writer.do(lines)


def _told(session: Session) -> dict[str, list[str]]:
    """What stands in the committees' homes, and what waits for people's next message."""
    told = {}
    for row in session.scalars(select(digest.Digest)):
        if row.committee is not None:
            (stands,) = outbox.standings(session, digest.CARD, row.id)
            home = committees.home(session, row.committee)
            assert home
            assert stands.address == home.address
            told[row.committee.name] = digest.card(session, row.id, WORDS["en"], WORDS).text().split("\n")
    for notice in session.scalars(select(notices.Notice).where(notices.Notice.name == digest.NOTICE)):
        member = session.get_one(people.Member, notice.member_id)
        assert digest.stands(session, member, notice.subject)
        (text,) = digest.notice(session, notice.subject, WORDS["en"])
        told[member.name] = text.text.split("\n")
    return told


def _next(session: Session) -> datetime:
    return session.scalars(select(DueRow.at).where(DueRow.do == weekly.DIGEST)).one()


async def test_at_another_time_than_the_districts_the_next_is_planned_and_nothing_is_told(tmp_path: Path) -> None:
    async with core(tmp_path) as house:
        await house.writer.do(lambda session: ask(session, "reading", 2).id)
        await tell(house, MONDAY + timedelta(hours=5))
        assert await house.writer.do(_told) == {}
        assert await house.writer.do(_next) == MONDAY + timedelta(days=7)


@pytest.mark.parametrize(
    ("setting", "moment", "next_one"),
    [
        ("monday 7", MONDAY - timedelta(minutes=1), MONDAY),
        ("monday 7", MONDAY, MONDAY + timedelta(days=7)),
        ("friday 15", MONDAY, datetime(2036, 12, 12, 21, tzinfo=UTC)),
        ("monday 7", datetime(2026, 3, 2, 13, tzinfo=UTC), datetime(2026, 3, 9, 12, tzinfo=UTC)),  # summer time began
        ("sunday 2", datetime(2026, 3, 7, tzinfo=UTC), datetime(2026, 3, 8, 8, tzinfo=UTC)),  # an hour that is left out
    ],
)
def test_the_hour_is_that_of_the_district(setting: str, moment: datetime, next_one: datetime) -> None:
    assert weekly.following(district(setting, hours="0-24", days="every day"), moment) == next_one


@pytest.mark.parametrize("moment", [MONDAY - timedelta(days=3), MONDAY - timedelta(minutes=1)])
@pytest.mark.parametrize("setting", ["saturday 9", "sunday 23", "friday 18", "monday 0", "monday 7"])
def test_where_nobody_is_written_to_then_it_comes_when_they_are_again(setting: str, moment: datetime) -> None:
    """Whether that week's time is still to come, or has passed."""
    it = district(setting, hours="7-18", days="weekdays")
    assert weekly.following(it, moment) == MONDAY
    assert weekly.following(it, MONDAY) == MONDAY + timedelta(days=7)


def district(digest: str, hours: str, days: str) -> people.District:
    return people.District(
        key="d", name="D", zone="America/Chicago", language="en", digest=digest, hours=hours, days=days
    )


@pytest.mark.parametrize("setting", ["", "monday", "monday 24", "Monday 7", "lunes 7", "7", "monday 7 "])
def test_a_setting_that_says_something_else_is_refused(setting: str) -> None:
    with pytest.raises(ValueError, match="monday 7"):
        weekly.parse(setting)
