"""One date that is not to be, and a series that ends or goes on again. Whom it concerns is told once."""

from __future__ import annotations

from datetime import date

from bot import forms, moments
from bot.boundary import Answer, Button, Buttons, Form, Message, MomentField, Private, Text, TextField
from bot.meetings import cards, desk, lasting, schedule
from bot.meetings.model import Kind, Meeting, Phase, Series, State, next_meeting, readers
from bot.moments import Unclear
from bot.payloads import Kept
from bot.people import recurrence
from bot.people.audiences import Audience
from bot.request import Refusal, Request

CANCEL, MOVE, PAUSE = "meeting.cancel", "meeting.put", "meeting.pause"
REASON, TO = "reason", "to"
REASON_MOST = 200  # characters
WHO_READS = {Kind.PAIR: "meeting-cancel-hint", Kind.BODY: "meeting-cancel-hint-body"}


def ask_to_cancel(request: Request, meeting: Meeting) -> Answer:
    words = request.words
    hint = words(WHO_READS[meeting.series.kind])
    field = TextField(REASON, words("meeting-cancel-reason"), hint, most=REASON_MOST, optional=True)
    title, submit = words("meeting-cancel-title"), words("meeting-cancel-submit")
    about = _as_seen(request, meeting, readers(request.session, meeting.series))
    form = Form(CANCEL, title, submit, words("cancel"), (field,), about)
    return forms.reopened(request, form)


def _as_seen(request: Request, meeting: Meeting, told: Audience | None = None) -> str:
    """As its reader saw the meeting, also where what they typed is to be fixed; and who reads that, as the form says
    now."""
    version = _seen(request)[0] or f"v{meeting.version}"
    return str(Kept(meeting.id, seen=version if told is None else f"{version}-{told.seen}"))


def _seen(request: Request) -> tuple[str, str]:
    """Which version of the meeting, and which readers (`Audience.seen`) the form named; empty: it is not known."""
    about = request.payload(Kept)
    seen = about.seen or about.draft * about.draft.startswith("v")  # where an older form has it
    version, _, told = seen.partition("-")
    return version, told


def refuse_if_changed(request: Request, meeting: Meeting) -> None:
    """Since its form was opened."""
    if meeting.phase is not Phase.PLANNED or _seen(request)[0] not in ("", f"v{meeting.version}"):
        raise Refusal.saying(request.words("meeting-changed-meanwhile"))


def cancel(request: Request, meeting: Meeting) -> Answer:
    session, words, reason = request.session, request.words, request.given(REASON)
    if len(reason) > REASON_MOST:
        wrong = words("meeting-add-long", count=len(reason), most=REASON_MOST)
        return forms.keep_refused(request, CANCEL, CANCEL, {REASON: wrong})
    refuse_if_changed(request, meeting)
    told, may_read = _seen(request)[1], readers(session, meeting.series)
    if reason and told not in ("", may_read.seen):
        return forms.keep_refused(request, CANCEL, CANCEL, {REASON: words("meeting-cancel-others")})
    meeting.phase, meeting.reason, meeting.reason_for = Phase.CANCELLED, reason, may_read if told else None
    schedule.change(session, meeting, request.now, but=request.member)
    schedule.plan(session, meeting.series, request.now)
    coming = next_meeting(session, meeting.series)
    said = words("meeting-cancelled", when=cards.when(meeting, words))
    after = words("meeting-then", when=cards.when(coming, words)) if coming else ""
    undo = Button(words("meeting-uncancel"), "meeting.uncancel", str(meeting.id))
    forms.forget_refused(request, CANCEL)
    return Private(Message((Text(f"{said} {after}".strip()), Buttons((undo,)))))


def uncancel(request: Request, meeting: Meeting) -> Answer:
    if meeting.phase is Phase.CANCELLED:
        if meeting.at <= request.now:
            raise Refusal.saying(request.words("meeting-pick-past"))
        meeting.phase, meeting.reason, meeting.reason_for = Phase.PLANNED, "", None
        schedule.change(request.session, meeting, request.now, but=request.member)
    return forms.say(request, "meeting-uncancelled", when=cards.when(meeting, request.words))


# A body's chairs say when -----------------------------------------------------------------------------------------


def ask_when(request: Request, meeting: Meeting) -> Answer:
    words = request.words
    there = recurrence.on_the_wall(meeting.at, meeting.series.zone).strftime("%Y-%m-%dT%H:%M")
    hint = words("meeting-put-hint", when=cards.when(meeting, words))
    field = MomentField(TO, words("meeting-put-label"), words("moment-example"), hint, there, words("moment-time"))
    title, submit = words("meeting-put"), words("meeting-put-submit")
    return forms.reopened(request, Form(MOVE, title, submit, words("cancel"), (field,), _as_seen(request, meeting)))


def put(request: Request, meeting: Meeting) -> Answer:
    """This one date is at another time."""
    session, words, zone = request.session, request.words, meeting.series.zone
    refuse_if_changed(request, meeting)
    try:
        at = moments.read(request.given(TO), request.now, zone, words.language).within(zone, meeting.series.at)
    except Unclear as unclear:
        return forms.keep_refused(request, MOVE, MOVE, {TO: words(unclear.says)})
    if at <= request.now:
        return forms.keep_refused(request, MOVE, MOVE, {TO: words("meeting-wrong-past")})
    meeting.at, meeting.by_hand = at, True
    schedule.change(session, meeting, request.now, but=request.member)
    schedule.plan(session, meeting.series, request.now)
    forms.forget_refused(request, MOVE)
    return forms.say(request, "meeting-was-put", when=cards.when(meeting, words))


def ask_until(request: Request, series: Series) -> Answer:
    words = request.words
    field = MomentField(TO, words("meeting-pause-label"), words("moment-example"), words("meeting-pause-hint"))
    title, submit = words("meeting-pause"), words("meeting-put-submit")
    return forms.reopened(request, Form(PAUSE, title, submit, words("cancel"), (field,), str(Kept(series.id))))


def pause(request: Request, series: Series) -> Answer:
    """Until the first day on which they may be again."""
    session, words = request.session, request.words
    try:
        day = moments.read(request.given(TO), request.now, series.zone, words.language).day
    except Unclear as unclear:
        return forms.keep_refused(request, PAUSE, PAUSE, {TO: words(unclear.says)})
    if day <= recurrence.on_the_wall(request.now, series.zone).date():
        return forms.keep_refused(request, PAUSE, PAUSE, {TO: words("meeting-wrong-past")})
    _put_off(request, series, day)
    coming = next_meeting(session, series)
    forms.forget_refused(request, PAUSE)
    said = words("meeting-then", when=cards.when(coming, words)) if coming else words("meeting-ended")
    return Private(Message((Text(f"{words('meeting-paused')} {said}"),)))


def resume(request: Request, series: Series) -> Answer:
    """Before the pause is over."""
    if series.is_paused(request.now):
        _put_off(request, series, None)
    meeting = next_meeting(request.session, series)
    if meeting is None:
        return forms.say(request, "meeting-ended")
    return forms.say(request, "meeting-goes-on", when=cards.when(meeting, request.words))


def _put_off(request: Request, series: Series, until: date | None) -> None:
    with lasting.change(request, series):
        series.paused_until, series.version = until, series.version + 1
        schedule.drop(request.session, series)
        schedule.plan(request.session, series, request.now)


def end(request: Request, series: Series) -> Answer:
    if series.lives:
        with lasting.change(request, series):
            series.state = State.ENDED
            schedule.drop(request.session, series)
    again = Button(request.words("meeting-again"), "meeting.again", str(series.id))
    return Private(Message((Text(request.words("meeting-ended")), Buttons((again,)))))


def again(request: Request, series: Series) -> Answer:
    """As it was agreed; where nothing was, times are offered once more."""
    words = request.words
    if not series.lives:
        with lasting.change(request, series):
            series.state = State.GOING if series.rule else State.OFFERED
            schedule.plan(request.session, series, request.now)
    meeting = next_meeting(request.session, series)
    if meeting is None:
        return Private(desk.card(request.session, series, words, request.member, request.now))
    return forms.say(request, "meeting-goes-on", when=cards.when(meeting, words))
