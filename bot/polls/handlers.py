"""What people do with polls: write, look it over, post, answer, close."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime

from sqlalchemy.orm import Session

from bot import drafts, outbox, timetable
from bot.boundary import Address, Answer, Button, Buttons, Command, Mend, Message, Part, Private, Submit, Text
from bot.drafts import Draft, Typed
from bot.people import model as people
from bot.polls import cards, writing
from bot.polls.model import (
    Option,
    Poll,
    Status,
    chosen,
    open_polls_of,
    take_back,
    tally,
    to_answer,
    to_change,
    unanswered,
    vote,
    withdraw,
)
from bot.polls.writing import Written
from bot.request import Refusal, Request, number

CLOSE = "poll.close"  # the name under which the timetable closes a poll
ON_HOME = 5  # polls of a kind that the home card has room for

# Finding ---------------------------------------------------------------------------------------------------------


def find_draft(request: Request) -> Draft | None:
    return drafts.find(request, writing.FORM)


def find_poll(request: Request) -> Poll | None:
    return _find(request, lambda session, id: session.get(Poll, id))


def find_poll_to_answer(request: Request) -> Poll | None:
    """Nobody closes it while it is being answered."""
    return _find(request, to_answer)


def find_poll_to_change(request: Request) -> Poll | None:
    """Nobody answers it meanwhile."""
    return _find(request, to_change)


def _find(request: Request, look: Callable[[Session, int], Poll | None]) -> Poll | None:
    id = number(request.about.partition(":")[0])
    poll = look(request.session, id) if id else None
    return None if poll is None or poll.status is Status.WITHDRAWN else poll


# Writing ---------------------------------------------------------------------------------------------------------


def start(request: Request, _about: object) -> Answer:
    """`/poll` opens the form; with a question and options behind it, goes straight to the preview."""
    if not people.places_for(request.session, request.member):
        raise Refusal.saying(request.words("poll-no-places"))
    line = request.act.text if isinstance(request.act, Command) else ""
    if line.strip():
        return _look_over(request, writing.from_line(request, line), None)
    return writing.form(request)


def write(request: Request, draft: Draft | None) -> Answer:
    if draft is not None:
        _refuse_if_posted(request, draft)
    fields: Typed = request.act.fields if isinstance(request.act, Submit) else {}
    return _look_over(request, fields, draft)


def edit(request: Request, draft: Draft) -> Answer:
    _refuse_if_posted(request, draft)
    return writing.form(request, draft)


def cancel(request: Request, draft: Draft) -> Answer:
    _refuse_if_posted(request, draft)
    request.session.delete(draft)
    return Private(Message((Text(request.words("poll-cancelled")),)))


def _refuse_if_posted(request: Request, draft: Draft) -> None:
    if draft.became is not None:
        raise Refusal.saying(request.words("poll-already-posted"))


def _look_over(request: Request, typed: Typed, draft: Draft | None) -> Answer:
    draft = drafts.keep(request, writing.FORM, typed, draft)
    written = writing.read(request, draft.typed)
    if isinstance(written, dict):
        return _mend(request, written, draft)
    return Private(cards.preview(request, written, draft, people.reach(request.session, written.places)))


def _mend(request: Request, wrong: Mapping[str, str], draft: Draft) -> Answer:
    message = cards.wrong(request.words, list(wrong.values()), draft)
    return Mend(wrong, message) if isinstance(request.act, Submit) else Private(message)


def post(request: Request, draft: Draft) -> Answer:
    if draft.became is not None:  # pressed twice
        poll = request.session.get_one(Poll, draft.became)
        if not poll.takes_answers(request.now):
            raise Refusal.saying(
                request.words("poll-undone" if poll.status is Status.WITHDRAWN else "poll-already-posted")
            )
        return Private(cards.posted(request, poll))
    written = writing.read(request, draft.typed)
    if isinstance(written, dict):  # its time has passed meanwhile, or a place is closed to them
        return _mend(request, written, draft)
    poll = _open(request, written)
    draft.became = poll.id
    return Private(cards.posted(request, poll))


def _open(request: Request, written: Written) -> Poll:
    poll = Poll(
        seat=written.seat,
        question=written.question,
        several=written.several,
        opened_at=request.now,
        closes_at=written.closes_at,
        options=[Option(position=position, label=label) for position, label in enumerate(written.options)],
        places=list(written.places),
    )
    request.session.add(poll)
    request.session.flush()  # its number; nothing after this refuses
    for place in written.places:
        outbox.say(request.session, Address.parse(place.address), cards.CARD, poll.id, place.language)
    timetable.set_due(request.session, CLOSE, poll.id, poll.closes_at)
    return poll


def undo(request: Request, poll: Poll) -> Answer:
    if not poll.can_be_undone(request.now):
        raise Refusal.saying(request.words("poll-undo-late"))
    withdraw(request.session, poll)
    timetable.forget(request.session, CLOSE, poll.id)
    outbox.remove(request.session, cards.CARD, poll.id)
    return Private(Message((Text(request.words("poll-undone")),)))


def post_again(request: Request, poll: Poll) -> Answer:
    outbox.try_again(request.session, cards.CARD, poll.id)
    return Private(Message((Text(request.words("poll-again-tried")),)))


# Answering -------------------------------------------------------------------------------------------------------


def answer(request: Request, poll: Poll) -> Answer:
    option = _option(request, poll)
    vote(request.session, poll, request.member, option)
    return _answered(request, poll, _chosen(request, poll) if poll.several else [option])


def take_answer_back(request: Request, poll: Poll) -> Answer:
    take_back(request.session, poll, request.member, _option(request, poll))
    return _answered(request, poll, _chosen(request, poll))


def _option(request: Request, poll: Poll) -> Option:
    """The option that was pressed, while the poll takes answers."""
    if not poll.takes_answers(request.now):
        raise Refusal.saying(request.words("poll-is-closed", when=request.moment(poll.closes_at)))
    key = number(request.about.partition(":")[2])
    option = next((option for option in poll.options if option.id == key), None)
    if option is None:
        raise Refusal.saying(request.words("gone"))
    return option


def _chosen(request: Request, poll: Poll) -> list[Option]:
    return chosen(request.session, poll, request.member)


def _answered(request: Request, poll: Poll, now: Sequence[Option]) -> Answer:
    outbox.change(request.session, cards.CARD, poll.id)
    return Private(cards.answered(request, poll, now))


def show(request: Request, poll: Poll) -> Answer:
    """The same card, privately, in the language that was asked for."""
    words = request.texts[request.about.partition(":")[2]]
    return Private(cards.poll_message(poll, tally(request.session, poll), words, request.texts))


def who_sees(request: Request, poll: Poll) -> Answer:
    mine = poll.seat.holder_id == request.member.id and poll.takes_answers(request.now)
    return Private(cards.who_sees(request, poll, mine))


# Closing ---------------------------------------------------------------------------------------------------------


def ask_to_close(request: Request, poll: Poll) -> Answer:
    if not poll.takes_answers(request.now):
        raise Refusal.saying(request.words("poll-is-closed", when=request.moment(poll.closes_at)))
    return Private(cards.ask_to_close(request, poll, tally(request.session, poll).voters))


def close_now(request: Request, poll: Poll) -> Answer:
    if poll.takes_answers(request.now):
        poll.closes_at = request.now
        timetable.forget(request.session, CLOSE, poll.id)
        _close(request.session, poll)
    return Private(cards.poll_message(poll, tally(request.session, poll), request.words, request.texts))


def close_when_due(session: Session, subject: int, _now: datetime) -> None:
    poll = to_change(session, subject)
    if poll is not None and poll.status is Status.OPEN:
        _close(session, poll)


def _close(session: Session, poll: Poll) -> None:
    poll.status = Status.CLOSED
    outbox.change(session, cards.CARD, poll.id)


# Home ------------------------------------------------------------------------------------------------------------


def on_home(request: Request) -> list[Part]:
    """What waits for their answer, what they have asked, and a way to ask."""
    seats = people.seats_of(request.session, request.member)
    parts: list[Part] = []
    for poll in unanswered(request.session, request.member, request.now)[:ON_HOME]:
        parts += cards.waiting_on_home(request, poll)
    for poll in open_polls_of(request.session, seats)[:ON_HOME]:
        parts += cards.mine_on_home(request, poll, _stuck(request.session, poll))
    if seats:
        parts.append(Buttons((Button(request.words("poll-start"), "poll.start", tone="main"),)))
    return parts


def _stuck(session: Session, poll: Poll) -> list[tuple[people.Place, outbox.Standing]]:
    places = {place.address: place for place in poll.places}
    standings = outbox.standings(session, cards.CARD, poll.id)
    return [(places[one.address], one) for one in standings if one.state in (outbox.State.FAILED, outbox.State.HELD)]
