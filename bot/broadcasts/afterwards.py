"""What can be done once it goes out: pausing and stopping, correcting, taking back, seeing how it fared."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from bot import forms, uploads
from bot.boundary import Answer, Button, Buttons, Choice, Field, Form, Message, Note, Part, Private, Text, TextField
from bot.broadcasts import cards, export, files, lifecycle, progress, reading, walks, writing
from bot.broadcasts.drafting import shown
from bot.broadcasts.files import FILES
from bot.broadcasts.model import PROGRESS, REASON_MOST, Broadcast, Said, Status
from bot.broadcasts.reading import BUILDINGS, GROUPS
from bot.broadcasts.writing import TEXT, TITLE, in_language
from bot.delivery import outbox
from bot.forms import choices
from bot.people.cards import seat_title
from bot.request import Refusal, Request

CORRECT, RETRACT, REASON = "broadcast.correct", "broadcast.retract", "reason"  # forms, and a field
REPORT = "report"
AGAIN = timedelta(days=1)  # between two reminders
HEADINGS = {GROUPS: "broadcast-by-group", BUILDINGS: "broadcast-by-building"}

# Its readers -----------------------------------------------------------------------------------------------------


def show(request: Request, row: Broadcast) -> Answer:
    return Private(cards.full(row, request.pressed, request.texts))


def read(request: Request, row: Broadcast) -> Answer:
    if not row.asks or not row.can_be_changed(request.now):
        raise Refusal.saying(request.words("gone"))
    reading.say_read(request.session, row, request.member, request.now)
    return forms.say(request, "broadcast-read-noted", seat=seat_title(row.seat, request.words))


# While it goes out -----------------------------------------------------------------------------------------------


def pause(request: Request, row: Broadcast) -> Answer:
    if row.status is Status.GOING:
        lifecycle.pause(request.session, row)
    return shown(request, row)


def resume(request: Request, row: Broadcast) -> Answer:
    if row.status is Status.PAUSED:
        lifecycle.resume(request.session, row, request.now)
    return shown(request, row)


def stop(request: Request, row: Broadcast) -> Answer:
    lifecycle.stop(request.session, row)
    return shown(request, row)


# Correcting and taking back --------------------------------------------------------------------------------------


def ask_for_correction(request: Request, row: Broadcast) -> Answer:
    """In every language that it has: nothing stands half corrected."""
    words, fields = request.words, list[Field]()
    for language, said in sorted(row.said.items(), key=lambda one: one[0] != row.language):
        name = request.words("language-of", language=language)
        if not row.own:
            label = words("broadcast-other-subject", language=name)
            fields.append(writing.title_field(request, said.title, in_language(TITLE, language), label))
        label = words("broadcast-other-text", language=name)
        fields.append(writing.text_field(request, said.text, in_language(TEXT, language), label))
    if attached := [Choice(str(one.id), uploads.label(one.upload, words)) for one in row.attached]:
        field = choices(FILES, words("broadcast-correct-files"), attached, {}, len(attached))
        fields.append(replace(field, optional=True))
    submit = words("broadcast-correct-submit")
    form = Form(CORRECT, words("broadcast-correct"), submit, words("cancel"), tuple(fields), str(row.id))
    return forms.reopened(request, form)


def correct(request: Request, row: Broadcast) -> Answer:
    given, wrong = dict[str, Said](), dict[str, str]()
    for language in row.said:
        title, text = in_language(TITLE, language), in_language(TEXT, language)
        given[language] = Said("" if row.own else request.given(title), request.given(text))
        wrong |= writing.wrong_words(request, given[language], own=row.own, title=title, text=text)
    if wrong:
        return forms.keep_refused(request, CORRECT, CORRECT, wrong)
    forms.forget_refused(request, CORRECT)
    out = [one for one in row.attached if str(one.id) in request.fields.get(FILES, ())]
    if given == row.said and not out:
        return forms.say(request, "broadcast-correct-same")
    for language, said in given.items():
        row.put(language, said, request.member)
    for one in out:
        files.take_out(request.session, one)
    row.corrected_at = request.now
    lifecycle.leave_others(request.session, row)
    walks.change_copies(request.session, row, request.now)
    outbox.change(request.session, PROGRESS, row.id)
    return forms.say(request, "broadcast-corrected-file" if out else "broadcast-corrected-now")


def ask_to_retract(request: Request, row: Broadcast) -> Answer:
    words = request.words
    hint = words("broadcast-retract-hint")
    field = TextField(REASON, words("broadcast-retract-why"), hint, "", REASON_MOST, long=True, optional=True)
    submit = words("broadcast-retract-submit")
    return Form(RETRACT, words("broadcast-retract"), submit, words("cancel"), (field,), str(row.id))


def retract(request: Request, row: Broadcast) -> Answer:
    reason = request.given(REASON)
    if len(reason) > REASON_MOST:
        wrong = {REASON: request.words("broadcast-wrong-reason", most=REASON_MOST)}
        return forms.refused(request, wrong, RETRACT, REASON)
    lifecycle.retract(request.session, row, reason, request.now)
    return shown(request, row)


# How it fared ----------------------------------------------------------------------------------------------------


def report(request: Request, row: Broadcast) -> Answer:
    words = request.words
    parts = [*progress.parts(request.session, row, words, own=row.is_by(request.member)), *_readers(request, row)]
    buttons = [one for one in cards.buttons_of(row, words) if one.do != f"broadcast.{REPORT}"]
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
