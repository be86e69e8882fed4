"""One date that is not to be, and a series that ends or goes on again. Whom it concerns is told once."""

from __future__ import annotations

from datetime import timedelta

from bot import forms, notices
from bot.boundary import Answer, Button, Buttons, Form, Message, Private, Text, TextField
from bot.meetings import cards, schedule
from bot.meetings.model import Meeting, Phase, Series, State, next_meeting
from bot.payloads import Kept
from bot.request import Refusal, Request

CANCEL, REASON = "meeting.cancel", "reason"
REASON_MOST = 200  # characters
ENDED = "meeting.ended"  # of a notice
TOLD = timedelta(days=7)  # in which that can be told


def ask_to_cancel(request: Request, meeting: Meeting) -> Answer:
    words = request.words
    hint = words("meeting-cancel-hint")
    field = TextField(REASON, words("meeting-cancel-reason"), hint, most=REASON_MOST, optional=True)
    title, submit = words("meeting-cancel-title"), words("meeting-cancel-submit")
    form = Form(CANCEL, title, submit, words("cancel"), (field,), str(Kept(meeting.id)))
    return forms.reopened(request, form)


def cancel(request: Request, meeting: Meeting) -> Answer:
    session, words, reason = request.session, request.words, request.given(REASON)
    if len(reason) > REASON_MOST:
        wrong = words("meeting-add-long", count=len(reason), most=REASON_MOST)
        return forms.keep_refused(request, CANCEL, CANCEL, {REASON: wrong})
    if meeting.phase is not Phase.PLANNED:
        raise Refusal.saying(words("meeting-changed-meanwhile"))
    meeting.phase, meeting.reason = Phase.CANCELLED, reason
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
        meeting.phase, meeting.reason = Phase.PLANNED, ""
        schedule.change(request.session, meeting, request.now, but=request.member)
    return forms.say(request, "meeting-uncancelled", when=cards.when(meeting, request.words))


def end(request: Request, series: Series) -> Answer:
    if series.lives:
        series.state = State.ENDED
        schedule.drop(request.session, series)
        for member_id in schedule.people_of(series):
            if member_id != request.member.id:
                notices.tell(request.session, member_id, ENDED, series.id, request.now, request.now + TOLD)
    again = Button(request.words("meeting-again"), "meeting.again", str(series.id))
    return Private(Message((Text(request.words("meeting-ended")), Buttons((again,)))))


def again(request: Request, series: Series) -> Answer:
    """As it was agreed; where nothing was, times are offered once more."""
    words = request.words
    if not series.lives:
        series.state = State.GOING if series.rule else State.OFFERED
        schedule.plan(request.session, series, request.now)
    meeting = next_meeting(request.session, series)
    if meeting is None:
        return Private(cards.card(request.session, series, words, request.member, request.now))
    return forms.say(request, "meeting-goes-on", when=cards.when(meeting, words))
