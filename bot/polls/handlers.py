"""What people do with polls of their own: write, look them over, post, put off, close."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from sqlalchemy.orm import Session

from bot import drafts, review, timetable
from bot.boundary import Answer, Button, Command, FormErrors, Message, Part, Private, Submit, Text
from bot.delivery import outbox
from bot.drafts import Draft, Typed
from bot.payloads import number
from bot.people import model as people
from bot.people import presence, seats
from bot.polls import (
    cards,
    lists,
    opening,
    planning,
    preview,
    remark_cards,
    reminders,
    terms,
    writing,
)
from bot.polls.fields import first
from bot.polls.model import Poll, Status, to_answer, to_change, withdraw
from bot.polls.opening import CLOSE
from bot.polls.writing import Written
from bot.request import Refusal, Request

ON_HOME, CLOSED_ON_HOME, DRAFTS_ON_HOME = 5, 2, 2  # polls of a kind that the home card has room for

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
    return None if poll is None or poll.status in (Status.PLANNED, Status.WITHDRAWN) else poll


# Writing ---------------------------------------------------------------------------------------------------------


def start(request: Request, _about: object) -> Answer:
    """`/poll` opens the form; with a question and options behind it, goes straight to the preview."""
    if not presence.places_for(request.session, request.member):
        raise Refusal.saying(request.words("poll-no-places"))
    line = request.act.text if isinstance(request.act, Command) else ""
    if line.strip():
        return _look_over(request, writing.from_line(request, line), None)
    return writing.form(request)


def write(request: Request, draft: Draft | None) -> Answer:
    if draft is not None:
        _refuse_if_posted(request, draft)
    fields: Typed = request.act.fields if isinstance(request.act, Submit) else {}
    draft = draft or _refused_just_now(request, fields)
    kept = {name: draft.typed[name] for name in writing.SETTINGS if name in draft.typed} if draft else {}
    return _look_over(request, {**kept, **fields}, draft)


def _refused_just_now(request: Request, fields: Typed) -> Draft | None:
    """What was refused in this very form, if it was: a form that stays open does not know of the draft."""
    last = next(iter(lists.drafts_of(request.session, request.member, writing.FORM)), None)
    if last is None or not isinstance(writing.read(request, last.typed), dict):
        return None
    same = (first(fields, name).strip() == first(last.typed, name).strip() != "" for name in ("question", "options"))
    return last if any(same) else None


def change_secrecy(request: Request, draft: Draft) -> Answer:
    """From named to anonymous, or back."""
    return _switch(request, draft, writing.ANONYMOUS)


def change_reminding(request: Request, draft: Draft) -> Answer:
    """From a reminder before it closes to none, or back."""
    return _switch(request, draft, writing.SILENT)


def change_seat(request: Request, draft: Draft) -> Answer:
    """From one of the seats for which they act to the next."""
    _refuse_if_posted(request, draft)
    theirs = people.seats_of(request.session, request.member)
    now = seats.chosen(request.session, request.member, first(draft.typed, writing.SEAT))
    following = theirs[(theirs.index(now) + 1) % len(theirs)]
    return _look_over(request, {**draft.typed, writing.SEAT: (str(following.id),)}, draft)


def _switch(request: Request, draft: Draft, setting: str) -> Answer:
    _refuse_if_posted(request, draft)
    value = () if draft.typed.get(setting) else (writing.YES,)
    return _look_over(request, {**draft.typed, setting: value}, draft)


def ask_for_terms(request: Request, draft: Draft) -> Answer:
    _refuse_if_posted(request, draft)
    written = writing.read(request, draft.typed)
    counts_early = isinstance(written, dict) or written.can_count_early
    return terms.form(request, draft, counts_early=counts_early)


def set_terms(request: Request, draft: Draft) -> Answer:
    _refuse_if_posted(request, draft)
    fields: Typed = request.act.fields if isinstance(request.act, Submit) else {}
    chosen = {name: fields[name] for name in terms.FIELDS if name in fields}
    return _look_over(request, {**draft.typed, **chosen}, draft)


def ask_for_plan(request: Request, draft: Draft) -> Answer:
    _refuse_if_posted(request, draft)
    return planning.form(request, draft)


def set_plan(request: Request, draft: Draft) -> Answer:
    _refuse_if_posted(request, draft)
    fields: Typed = request.act.fields if isinstance(request.act, Submit) else {}
    chosen = {name: fields[name] for name in planning.FIELDS if name in fields}
    return _look_over(request, {**draft.typed, **chosen}, draft)


def take_up(request: Request, draft: Draft) -> Answer:
    """Goes on with a draft where it was left."""
    _refuse_if_posted(request, draft)
    return _look_over(request, draft.typed, draft)


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
    if wrong := terms.out_of_reach(request, written.terms, written.places):
        return _mend(request, wrong, draft)
    return Private(preview.shown(request, written, draft, presence.reach(request.session, written.places)))


def _mend(request: Request, wrong: Mapping[str, str], draft: Draft) -> Answer:
    again = "poll.plan" if wrong.keys() <= set(planning.FIELDS) else "poll.edit"
    if wrong.keys() <= set(terms.FIELDS):
        again = "poll.more"
    message = preview.wrong(request.words, list(wrong.values()), draft, again)
    fields = request.act.fields if isinstance(request.act, Submit) else {}
    return FormErrors(wrong, message) if wrong.keys() <= fields.keys() else Private(message)


def post(request: Request, draft: Draft) -> Answer:
    if draft.became is not None:  # pressed twice
        poll = request.session.get_one(Poll, draft.became)
        if poll.status is Status.PLANNED:
            return Private(cards.planned(request, poll))
        if not poll.takes_answers(request.now):
            raise Refusal.saying(
                request.words("poll-undone" if poll.status is Status.WITHDRAWN else "poll-already-posted")
            )
        return Private(cards.posted(request, poll))
    written = writing.read(request, draft.typed)
    if isinstance(written, dict):  # its time has passed meanwhile, or a place is closed to them
        return _mend(request, written, draft)
    if wrong := terms.out_of_reach(request, written.terms, written.places):
        return _mend(request, wrong, draft)
    if not review.decided(request, preview.looks_like_records(request, written)):
        return Private(preview.shown(request, written, draft, presence.reach(request.session, written.places)))
    poll = _make(request, written)
    draft.became, draft.at = poll.id, request.now
    return Private(cards.planned(request, poll) if written.plan.starts_at else cards.posted(request, poll))


def _make(request: Request, written: Written) -> Poll:
    poll = opening.lay_out(written, written.terms, written.plan.starts_at or request.now, written.closes_at)
    poll.weekly = written.plan.weekly
    if written.plan.starts_at:
        opening.plan(request.session, poll)
        return poll
    request.session.add(poll)
    request.session.flush()  # its number; nothing after this refuses
    opening.begin(request.session, poll)
    return poll


def undo(request: Request, poll: Poll) -> Answer:
    if not poll.can_be_undone(request.now):
        raise Refusal.saying(request.words("poll-undo-late"))
    withdraw(request.session, poll)
    opening.stop_following(request.session, poll)
    timetable.forget(request.session, CLOSE, poll.id)
    reminders.forget(request.session, poll)
    outbox.remove(request.session, cards.CARD, poll.id)
    return Private(Message((Text(request.words("poll-undone")),)))


def post_again(request: Request, poll: Poll) -> Answer:
    outbox.try_again(request.session, cards.CARD, poll.id)
    return Private(Message((Text(request.words("poll-again-tried")),)))


# Home ------------------------------------------------------------------------------------------------------------


def on_home(request: Request) -> list[Part]:
    """What waits for their answer, and what they have asked."""
    seats = people.seats_of(request.session, request.member)
    parts: list[Part] = []
    for poll in lists.unanswered(request.session, request.member, request.now)[:ON_HOME]:
        parts += cards.waiting_on_home(request, poll)
    for poll in lists.open_polls_of(request.session, seats)[:ON_HOME]:
        parts += cards.mine_on_home(request, poll, _stuck(request.session, poll))
    for poll in lists.written_for(request.session, seats, request.now)[:ON_HOME]:
        parts += remark_cards.on_home(request, poll)
    for poll in lists.lately_closed_of(request.session, seats, request.now)[:CLOSED_ON_HOME]:
        parts += cards.closed_on_home(request, poll)
    for poll in lists.planned_of(request.session, seats)[:ON_HOME]:
        parts += cards.planned_on_home(request, poll)
    for draft in lists.drafts_of(request.session, request.member, writing.FORM)[:DRAFTS_ON_HOME]:
        parts += cards.draft_on_home(request, draft)
    return parts


def offer(request: Request) -> list[Button]:
    if not people.seats_of(request.session, request.member):
        return []
    return [Button(request.words("poll-start"), "poll.start", tone="main")]


def _stuck(session: Session, poll: Poll) -> list[tuple[people.Place, outbox.Standing]]:
    places = {place.address: place for place in poll.places}
    standings = outbox.standings(session, cards.CARD, poll.id)
    wrong = [one for one in standings if one.state in (outbox.State.FAILED, outbox.State.HELD)]
    latest = {one.address: one for one in wrong}  # an old card that cannot be taken away is not one more
    return [(places[address], one) for address, one in latest.items()]
