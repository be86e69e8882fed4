"""What can be done once it goes out: pausing and stopping, taking back, seeing how it fared. `correcting` does that."""

from __future__ import annotations

from datetime import timedelta

from bot import forms
from bot.boundary import Answer, Button, Buttons, Form, Message, Note, Part, Private, Text, TextField
from bot.broadcasts import cards, correcting, export, interventions, lifecycle, progress, reading, rules, walks
from bot.broadcasts.drafting import shown
from bot.broadcasts.interventions import Deed
from bot.broadcasts.lifecycle import Hand
from bot.broadcasts.model import REASON_MOST, Broadcast, Status
from bot.broadcasts.reading import BUILDINGS, GROUPS
from bot.people.cards import seat_title
from bot.request import Refusal, Request

RETRACT, REASON = "broadcast.retract", "reason"  # a form and its field
REPORT = "report"
AGAIN = timedelta(days=1)  # between two reminders
HEADINGS = {GROUPS: "broadcast-by-group", BUILDINGS: "broadcast-by-building"}

# Its readers -----------------------------------------------------------------------------------------------------


def show(request: Request, row: Broadcast) -> Answer:
    """Why it was taken back is for those who have it: not for each who approved it."""
    if row.status is Status.RETRACTED and not (row.is_by(request.member) or rules.reads(request, row)):
        return shown(request, row)
    return Private(cards.full(row, request.pressed, request.texts))


def read(request: Request, row: Broadcast) -> Answer:
    if not row.asks or not row.can_be_changed(request.now):
        late = row.asks and row.status is not Status.RETRACTED and not reading.is_counted(row)
        raise Refusal.saying(request.words("broadcast-read-late" if late else "gone"))
    reading.say_read(request.session, row, request.member, request.now)
    return forms.say(request, "broadcast-read-noted", seat=seat_title(row.seat, request.words))


# While it goes out -----------------------------------------------------------------------------------------------


def pause(request: Request, row: Broadcast) -> Answer:
    if row.status is Status.GOING:
        lifecycle.pause(request.session, row)
        interventions.note(request, row, Deed.PAUSED)
    return shown(request, row)


def resume(request: Request, row: Broadcast) -> Answer:
    if row.status is Status.PAUSED:
        lifecycle.resume(request.session, row, request.now)
        interventions.note(request, row, Deed.RESUMED)
    return shown(request, row)


def stop(request: Request, row: Broadcast) -> Answer:
    lifecycle.stop(request.session, row)
    interventions.note(request, row, Deed.STOPPED)
    return shown(request, row)


# Taking back -----------------------------------------------------------------------------------------------------


def ask_to_retract(request: Request, row: Broadcast) -> Answer:
    """Everywhere, or for the group of somebody who approved it for that: then its author hears why."""
    words = request.words
    why, hint, own = words("broadcast-retract-why"), words("broadcast-retract-hint"), True
    if lifecycle.hand(request.session, row, request.member) is Hand.OTHER:
        why, hint, own = words("broadcast-take-off-why"), words("broadcast-take-off-hint"), False
    field = TextField(REASON, why, hint, "", REASON_MOST, long=True, optional=own)
    submit = words("broadcast-retract-submit")
    return Form(RETRACT, words("broadcast-retract"), submit, words("cancel"), (field,), str(row.id))


def retract(request: Request, row: Broadcast) -> Answer:
    reason, hand = request.given(REASON), lifecycle.hand(request.session, row, request.member)
    if len(reason) > REASON_MOST or (hand is Hand.OTHER and not reason):
        wrong = {REASON: request.words("broadcast-wrong-reason", most=REASON_MOST)}
        return forms.refused(request, wrong, RETRACT, REASON)
    if hand is Hand.OTHER:
        return _take_off(request, row, reason)
    lifecycle.retract(request.session, row, reason, request.now)
    interventions.note(request, row, Deed.RETRACTED, reason)
    return shown(request, row)


def _take_off(request: Request, row: Broadcast, reason: str) -> Answer:
    """Where nobody else is told of it, it is taken back altogether."""
    session, group = request.session, request.member.group
    if not lifecycle.take_off(session, row, group, request.now):
        lifecycle.retract(session, row, "", request.now)
        interventions.note(request, row, Deed.RETRACTED, reason)
        return shown(request, row)
    interventions.note(request, row, Deed.TAKEN_OFF, reason)
    correcting.go_on(session, row, request.now)
    return forms.say(request, "broadcast-taken-off", group=group.name, name=cards.author_name(row, request.words))


# How it fared ----------------------------------------------------------------------------------------------------


def report(request: Request, row: Broadcast) -> Answer:
    """Its readers were told that its author sees how many they are: nobody else does, or reminds them."""
    words = request.words
    hand = lifecycle.hand(request.session, row, request.member) or Hand.OTHER
    parts = progress.parts(request.session, row, words, hand)
    buttons = [one for one in cards.buttons_of(row, words, hand) if one.do != f"broadcast.{REPORT}"]
    if hand is Hand.AUTHOR:
        parts += _readers(request, row)
        if row.asks and row.status in (Status.GOING, Status.OUT):
            buttons.insert(0, Button(words("broadcast-remind"), "broadcast.remind", str(row.id)))
        buttons.append(Button(words("broadcast-take-along"), "broadcast.take-along", str(row.id)))
    buttons.append(Button(words("home-back"), "home"))
    return Private(Message((*parts, Buttons(tuple(buttons)))))


def _readers(request: Request, row: Broadcast) -> list[Part]:
    if not row.asks:
        return []
    words, count = request.words, reading.total(request.session, row)
    parts: list[Part] = [Text(words("broadcast-read-total", count=count))]
    lines = reading.table(request.session, row, request.now)
    for by in (GROUPS, BUILDINGS):
        if of := [one for one in lines if one.by == by]:
            told = "\n".join(
                words("broadcast-row", name=export.name(one, words), read=one.read, all=one.people) for one in of
            )
            parts += [Text(words(HEADINGS[by])), Text(told)]
    return [*parts, Note(words("broadcast-no-proof"))]


def remind(request: Request, row: Broadcast) -> Answer:
    """Once a day: those who have not said that they read it, in their own messages."""
    if not row.asks or row.status not in (Status.GOING, Status.OUT):
        raise Refusal.saying(request.words("gone"))
    if row.reminded_at and request.now < row.reminded_at + AGAIN:
        raise Refusal.saying(request.words("broadcast-remind-again", when=request.moment(row.reminded_at + AGAIN)))
    row.reminded_at = request.now
    walks.start(request.session, row, walks.REMIND, request.now)
    return forms.say(request, "broadcast-remind-done")
