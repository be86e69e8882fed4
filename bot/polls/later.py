"""Closing at another time than was planned, and so opening again what has closed."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from bot import drafts, moments, timetable
from bot.boundary import Answer, Form, FormErrors, MomentField, Private, Submit
from bot.delivery import outbox
from bot.drafts import Draft, Typed
from bot.polls import cards, groups, merging, reminders, writing
from bot.polls.fields import first, moment
from bot.polls.model import Poll, Status
from bot.polls.opening import CLOSE
from bot.request import Refusal, Request

FORM = "poll.later"
ANOTHER = "another"  # time than those of the list


def ask_until_when(request: Request, poll: Poll) -> Answer:
    _refuse_to_put_off(request, poll)
    return _form(request, poll, drafts.own(request, FORM))


def put_off(request: Request, poll: Poll) -> Answer:
    """Closes at another time; one that is closed is open again."""
    _refuse_to_put_off(request, poll)
    typed, draft = request.act.fields if isinstance(request.act, Submit) else {}, drafts.own(request, FORM)
    at = _read(request, typed)
    if isinstance(at, dict):
        draft = drafts.keep(request, FORM, typed, draft)
        return FormErrors(at, cards.cannot_put_off(request, poll, draft, " ".join(at.values())))
    if draft is not None:
        request.session.delete(draft)
    poll.closes_at = at
    timetable.forget(request.session, CLOSE, poll.id)
    timetable.set_due(request.session, CLOSE, poll.id, at)
    reminders.plan_anew(request.session, poll, request.now)
    if poll.status is Status.CLOSED:
        poll.status, poll.valid, poll.outcome, poll.published = Status.OPEN, None, None, False
        groups.keep_shut(poll)
        merging.catch_up(request.session, poll)
    outbox.resume(request.session, cards.CARD, poll.id)
    outbox.change(request.session, reminders.CARD, poll.id)
    return Private(cards.put_off(request, poll))


def _form(request: Request, poll: Poll, draft: Draft | None) -> Form:
    words, typed = request.words, draft.typed if draft else {writing.CLOSES: (poll.closes_at.isoformat(),)}
    listed = replace(writing.closings(request, typed), optional=True)
    another = MomentField(
        ANOTHER,
        words("poll-later-another"),
        words("moment-example"),
        words("poll-later-another-hint"),
        first(typed, ANOTHER),
        time=words("moment-time"),
        optional=True,
    )
    return Form(
        name=FORM,
        title=words("poll-later-title"),
        submit=words("poll-later-submit"),
        cancel=words("cancel"),
        fields=(listed, another),
        about=f"{poll.id}:{draft.id}" if draft else str(poll.id),
    )


def _read(request: Request, typed: Typed) -> datetime | dict[str, str]:
    """When it closes instead, or what is wrong, by field."""
    words, zone, now, another = request.words, request.district.zone, request.now, first(typed, ANOTHER)
    if not another.strip():
        at = moment(first(typed, writing.CLOSES))
        wrong = {writing.CLOSES: words("poll-wrong-closes")}
        return at if at is not None and writing.can_close(at, now) else wrong
    try:
        at = moments.read(another, now, zone, words.language).within(zone, writing.AFTERNOON)
    except moments.Unclear as unclear:
        return {ANOTHER: words(unclear.says)}
    wrong = {ANOTHER: words("poll-wrong-another", days=writing.LATEST.days)}
    return at if writing.can_close(at, now) else wrong


def _refuse_to_put_off(request: Request, poll: Poll) -> None:
    if not poll.can_be_put_off(request.now):
        said = "poll-closed-for-good" if poll.anonymous else "poll-closed-too-long"
        raise Refusal.saying(request.words(said))
