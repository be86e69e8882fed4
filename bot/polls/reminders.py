"""Members who have not answered are told before a poll closes: each alone where that may be, elsewhere all in one
post. Of an anonymous poll all are told in posts: a message to those alone who have not answered tells who has."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from bot import notices, timetable
from bot.boundary import Address, Answer, Button, Buttons, Message, Part, Private, Quote, Text
from bot.delivery import outbox
from bot.forms import say
from bot.payloads import HIGHEST, Shown
from bot.people import hours
from bot.people import model as people
from bot.polls import held_back, rules
from bot.polls.ballots import has_answered, who_answered
from bot.polls.model import Poll, Status, to_change
from bot.request import Request
from bot.storage import context
from bot.texts import Texts, Words

REMIND = "poll.remind"  # the name under which the timetable reminds of a poll
NOTICE, CARD = "poll", "poll.reminder"  # names of a notice and a card
# Before it closes: the first of these within the last third of its time. They are few, so that what a preview says is
# still so some minutes later.
AHEAD = tuple(timedelta(hours=hours) for hours in (24, 12, 6, 3, 2, 1))
SHARE = 3
SHORTEST = SHARE * AHEAD[-1]  # what is open for less needs no reminder
TELLING = timedelta(minutes=20)  # until all have been told: not everybody is written to at once


def reminds_at(begin: datetime, closes_at: datetime, district: people.District) -> datetime | None:
    """When to remind of what is open from `begin` on, inside the district's hours until all have been told: of what
    closes on a Saturday, on Friday. None: it is too short for that."""
    span = closes_at - begin
    if span < SHORTEST:
        return None
    ahead = next(one for one in AHEAD if one <= span / SHARE)
    at, usual, zone = closes_at - ahead, hours.of_district(district), district.zone
    soon = (usual.next(at, zone), usual.next(at + TELLING, zone), usual.last(at + TELLING, zone) - TELLING)
    return next((one for one in soon if begin < one < closes_at - TELLING and _holds(usual, one, zone)), None)


def _holds(usual: hours.Hours, begin: datetime, zone: str) -> bool:
    """Until all have been told."""
    return usual.hold(begin, zone) and usual.hold(begin + TELLING, zone)


def plan(session: Session, poll: Poll, now: datetime) -> None:
    """For a poll that is open from now on until its closing time."""
    forget(session, poll)
    at = reminds_at(now, poll.closes_at, poll.seat.district)
    if poll.reminds and poll.reminded < HIGHEST and at is not None:
        timetable.set_due(session, REMIND, poll.id, at)


def plan_anew(session: Session, poll: Poll, now: datetime) -> None:
    """It closes at another time. Members who were reminded of it are not reminded again."""
    notices.prolong(session, NOTICE, poll.id, now, poll.closes_at)
    plan(session, poll, now)


def forget(session: Session, poll: Poll) -> None:
    if poll.reminds:
        timetable.forget(session, REMIND, poll.id)


def remind_when_due(session: Session, subject: int, _at: datetime) -> None:
    """Some of those who have not answered, and then the next."""
    now = context.now(session)
    poll = to_change(session, subject)
    if poll is None or not poll.reminds or not poll.takes_answers(now):
        return
    if not poll.reminded:
        usual, zone = hours.of_district(poll.seat.district), poll.seat.district.zone
        at = usual.next(now, zone)
        if now < at < poll.closes_at:
            timetable.set_due(session, REMIND, poll.id, at)
            return
        if at == now:
            _post(session, poll)
    more = 0
    if not poll.anonymous:
        more = notices.tell_many(session, _waiting(session, poll), NOTICE, poll.id, now, poll.closes_at)
    poll.reminded = more or HIGHEST
    if more:
        timetable.set_due(session, REMIND, poll.id, now)


def _post(session: Session, poll: Poll) -> None:
    """Where nobody is told alone, and nobody reads it of whom its author was not told."""
    for place in poll.places:
        address = Address.parse(place.address)
        told_alone = address.platform in notices.DMS and not poll.anonymous
        if not told_alone and held_back.is_fit(session, poll, place):
            outbox.say(session, address, CARD, poll.id, place.language)


def _waiting(session: Session, poll: Poll) -> Select[int]:
    """Members who are asked, have not answered and can be told, after those who have been."""
    asked = rules.asked(session, poll)
    return select(people.Member.id).where(
        people.Member.id.in_(select(asked.c.id)),
        notices.can_be_told(),
        people.Member.id > poll.reminded,
        people.Member.id.not_in(who_answered(poll)),
    )


# How it looks ----------------------------------------------------------------------------------------------------


def stands(session: Session, member: people.Member, subject: int) -> bool:
    """They may have gone to another group since it was to be told them."""
    poll = session.get(Poll, subject)
    waits = poll is not None and poll.status is Status.OPEN and not has_answered(session, poll, member)
    return poll is not None and waits and rules.is_put_to(session, poll, member)


def show(session: Session, subject: int, words: Words) -> list[Part]:
    poll = session.get_one(Poll, subject)
    buttons = (
        _answer_button(poll, words),
        Button(words("poll-remind-skip"), "poll.skip", str(poll.id)),
        Button(words("poll-remind-mute"), "messages.mute", NOTICE),
    )
    return [Text(words("poll-remind", when=_when(poll, words))), Quote(poll.question), Buttons(buttons)]


def card(session: Session, subject: int, words: Words, texts: Texts) -> Message:
    """In a place, to nobody by name; taken away when the poll closes."""
    poll = session.get_one(Poll, subject)
    if poll.status is not Status.OPEN:
        return Message(())
    ask = Button(words("poll-remind-mine"), "poll.mine", str(poll.id), "main")
    return Message((Text(words("poll-remind-all", when=_when(poll, words))), Quote(poll.question), Buttons((ask,))))


def _when(poll: Poll, words: Words) -> str:
    return words.moment(poll.closes_at, poll.seat.district.zone)


def _answer_button(poll: Poll, words: Words) -> Button:
    return Button(words("poll-remind-answer"), "poll.show", str(Shown(poll.id, words.language)), "main")


# What people do with it ------------------------------------------------------------------------------------------


def skip(request: Request, poll: Poll) -> Answer:
    notices.skip(request.session, request.member, NOTICE, poll.id)
    return say(request, "poll-remind-skipped")


def mine(request: Request, poll: Poll) -> Answer:
    """Whether their answer is in, and nothing of what it is."""
    words, when = request.words, request.moment(poll.closes_at)
    if not poll.takes_answers(request.now):
        return say(request, "poll-is-closed", when=when)
    said = "poll-remind-in" if has_answered(request.session, poll, request.member) else "poll-remind-not-in"
    return Private(Message((Text(words(said, when=when)), Buttons((_answer_button(poll, words),)))))
