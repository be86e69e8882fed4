"""The home card: however much waits and however many features there are, what may be started is there, and all that
waits is there or one press away."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import select
from sqlalchemy.orm import Session
from support.cores import core, said
from support.corner import TEXTS, Corner, buttons, corner
from support.databases import on_sqlite
from support.linked import MARIA, TEAM
from support.rendered import assert_shown_whole
from support.suggestion_box import routes as box

from bot import notices, routes
from bot.boundary import Account, Address, Button, Buttons, Heading, Message, Opened, Part, Press, Text
from bot.feature import Feature, Section, Urgency, Waiting
from bot.home.home import home, more
from bot.people import audiences, preferences
from bot.people import model as people
from bot.people.preferences import Key
from bot.polls.model import Poll
from bot.polls.model import Status as PollStatus
from bot.questions.faq.model import Entry, State
from bot.questions.following import Follower
from bot.questions.model import Question, Status
from bot.request import Request

pytestmark = on_sqlite

STAFF = Address("slack", TEAM, "C01LINCOLNSTAFF")
MANY = 7
WORDS = TEXTS["en"]


def opened(house: Feature) -> Feature:
    """Two more features, each with more than the card has room for."""

    def section(name: str) -> Section:
        def waiting(request: Request) -> list[Waiting]:
            return [_suggestion(request, f"{name} {number}") for number in range(MANY)]

        return Section("messages", waiting)

    starts = tuple(_start(f"Start {number}") for number in range(3))
    sixth = Feature(home={"sixth": section("Sixth")}, starts=starts)
    return routes.house([*routes.FEATURES, box.FEATURE, sixth, Feature(home={"seventh": section("Seventh")})])


def _suggestion(request: Request, text: str) -> Waiting:
    def draw() -> list[Part]:
        return [Text(text), Buttons((Button("Read", "box.start", text), Button("Drop", "box.start", f"{text} drop")))]

    return Waiting(draw, Urgency.DO, request.now + timedelta(days=3))


def _start(label: str) -> Callable[[Request], list[Button]]:
    return lambda _request: [Button(label, "box.start", label)]


def fill(session: Session, now: datetime) -> None:
    """As if all of this had come to Maria in other ways: polls that began or ended, questions that were passed on."""
    maria = session.scalars(select(people.Member).where(people.Member.key == "maria-rivera")).one()
    polls = session.scalars(select(Poll).order_by(Poll.id)).all()
    for status, some in ((PollStatus.PLANNED, polls[MANY : 2 * MANY]), (PollStatus.CLOSED, polls[2 * MANY :])):
        for poll in some:
            poll.status = status
            poll.closes_at = now if status is PollStatus.CLOSED else poll.closes_at
    theirs = session.scalars(select(Question).where(Question.asker_id != maria.id).order_by(Question.id)).all()
    team = session.scalars(select(people.Committee).where(people.Committee.key == "lincoln-team")).one()
    for question in theirs[MANY:]:
        question.status, question.committee = Status.WITH_COMMITTEE, team
        session.add(Follower(question_id=question.id, member_id=maria.id))
        text = {"en": [f"Entry {question.id}", "Yes."]}
        about = {
            "committee": team,
            "publisher_id": question.asker_id,
            "audience": audiences.of_district(maria.district),
        }
        session.add(Entry(district_id=1, texts=text, state=State.WAITING, **about))
    preferences.choose(session, maria.id, Key.WHERE, preferences.HOME)
    for question in theirs[:MANY]:
        notices.tell(session, maria.id, "question-new", question.id, now, now + timedelta(days=2))


async def follow_all(reader: Corner) -> list[Message]:
    """The card, and what each button for more leads to, page after page."""
    await reader.types("somewhere")
    pages, seen = [said(reader.answer)], set[str]()
    for page in pages:
        for button in buttons(page):
            if button.do == "home.more" and button.about not in seen:
                seen.add(button.about)
                pages.append(said(await reader.presses(button.do, button.about)))
    return pages


async def test_with_every_section_full_nothing_is_lost_and_everything_can_be_started(tmp_path: Path) -> None:
    async with core(tmp_path, house=opened(routes.HOUSE)) as bot:
        maria, owen = corner(bot, "Maria Rivera"), corner(bot, "Owen Lindqvist")
        await maria.types("somewhere")
        starts = said(maria.answer).parts[-1]
        assert isinstance(starts, Buttons)
        assert len(starts.buttons) >= 7
        bot.clock.move_to(bot.clock.now() + timedelta(minutes=5))
        for number in range(3 * MANY):
            await bot.asks(MARIA, STAFF, question=f"Poll {number}?")
            bot.clock.move_to(bot.clock.now() + timedelta(minutes=10))
        for number in range(MANY):
            await maria.types("poll", f"Draft {number}? | A | B")
        for asker, text in ((owen, "Theirs"), (owen, "Passed"), (maria, "Mine")):
            for number in range(MANY):
                await asker.types("ask")
                await asker.clicks("Life at Lincoln" if asker is owen else "Reading and literacy")
                await asker.fills_in(question=f"{text} {number}?")
                await asker.clicks("Send it")
                asker.sees("Sent.")
                bot.clock.move_to(bot.clock.now() + timedelta(hours=1))
        await bot.writer.do(lambda session: fill(session, bot.clock.now()))

        pages = await follow_all(maria)
        first, text = pages[0], "\n".join(page.text() for page in pages)
        assert first.parts[-1] == starts
        for page in pages:
            assert_shown_whole(page)
        assert len(buttons(first)) > len(starts.buttons) + 8  # more than only ways to more
        for number in range(MANY):
            for begin in ("Poll", "Draft", "Theirs", "Passed", "Mine"):
                assert f"{begin} {number}?" in text
            assert f"Sixth {number}" in text
            assert f"Seventh {number}" in text
        reached = {(button.do, button.about) for page in pages for button in buttons(page)}
        for do, count in (("poll.close", MANY), ("poll.stop", MANY), ("poll.take-up", MANY), ("faq.look", MANY)):
            assert len([about for found, about in reached if found == do]) == count
        assert len([about for do, about in reached if do == "question.followed"]) == MANY
        assert "The box is open." in text
        beyond = said(await maria.presses("home.more", "99:poll.open"))
        assert "Poll 6?" in beyond.text(), "the last page that there is"
        for forged in ("", "0", "x:poll.open", "1:nothing"):
            assert "isn't here any more" in said(await maria.presses("home.more", forged)).text()


def rank(item: tuple[Any, ...]) -> tuple[Urgency, int]:
    return item[0], 99 if item[1] is None else item[1]


ITEMS = st.tuples(
    st.sampled_from(Urgency),
    st.none() | st.integers(0, 30),
    st.lists(st.text("abc&<*", min_size=1, max_size=400).map(str.strip).filter(bool), min_size=1, max_size=3),
    st.integers(0, 5),
)


@settings(max_examples=60)
@given(st.lists(st.lists(ITEMS, min_size=1, max_size=12), max_size=25), st.integers(1, 16))
def test_whatever_waits_can_be_reached(sections: list[list[Any]], starting: int) -> None:
    now, seen = datetime(2027, 3, 2, tzinfo=UTC), set[str]()

    def item(name: str, urgency: Urgency, days: int | None, texts: list[str], pressing: int) -> Waiting:
        def draw() -> list[Part]:
            row = tuple(Button("Do it", "do", f"{name} {number}") for number in range(pressing))
            return [Text(f"<{name}>"), *map(Text, texts), *([Buttons(row)] if row else [])]

        due = None if days is None else now + timedelta(days=days)
        return Waiting(draw, urgency, due, lambda: seen.add(f"<{name}>"))

    def section(place: int, items: list[Any]) -> Section:
        found = [item(f"{place}.{number}", *one) for number, one in enumerate(items)]
        return Section("messages", lambda _request: found)

    all_of_it = {f"section-{place}": section(place, items) for place, items in enumerate(sections)}
    starts = [_start(f"Start {number}") for number in range(starting)]
    act = Opened(id="1", actor=Account("slack", "T", "U"))
    request = Request(Session(), now, people.Member(id=1, name="Maria"), act, WORDS, TEXTS)

    def press(about: str) -> Message:
        pressed = Request(request.session, now, request.member, _press(about), request.words, request.texts)
        return said(more(all_of_it, starts)(pressed, None))

    pages, followed = [said(home(all_of_it, starts)(request, None))], set[str]()
    for page in pages:
        for button in buttons(page):
            if button.do == "home.more" and button.about not in followed:
                followed.add(button.about)
                pages.append(press(button.about))
    for page in pages:
        assert_shown_whole(page)
    assert isinstance(pages[0].parts[0], Heading)
    assert [one.label for one in buttons(pages[0])[-starting:]] == [f"Start {number}" for number in range(starting)]
    text = "\n".join(page.text() for page in pages)
    names = {f"<{place}.{number}>" for place, items in enumerate(sections) for number in range(len(items))}
    assert seen == names == {name for name in names if name in text}
    if sections:
        first = re.search(r"<(\d+)\.(\d+)>", pages[0].text())
        assert first, "the most urgent one is always there"
        assert rank(sections[int(first[1])][int(first[2])]) == min(rank(one) for items in sections for one in items)


def _press(about: str) -> Press:
    return Press(id="2", actor=Account("slack", "T", "U"), do="home.more", about=about)
