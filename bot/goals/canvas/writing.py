"""The canvas is written in three short forms by its two co-chairs, and each group's own seat adds a line of what it
brings. Where both change the same form at once, the second sees what the first wrote, and keeps what they typed. After
it was sent, a slip of the pen is mended at once; anything more is shown first, and asks every group again."""

from __future__ import annotations

from collections.abc import Mapping

from bot import drafts, forms
from bot.boundary import Answer, Button, Buttons, Form, Message, Note, Part, Private, Quote, Text, TextField
from bot.delivery import outbox
from bot.drafts import Draft, Wrong
from bot.goals import amending, cards
from bot.goals.canvas.model import FORMS, HINTS, NAMES, OF_GOAL, TITLES, Canvas, Opened, of
from bot.goals.model import LINE_MOST, Change, Goal, Status, to_change
from bot.goals.proposing import LABELS
from bot.payloads import number
from bot.request import Refusal, Request
from bot.texts import Words

FORM, BRING, BRINGS = "canvas.write", "canvas.bring", "brings"
EVERY = tuple(name for names in FORMS.values() for name in names)


def find(request: Request) -> Canvas | None:
    """Which nobody else changes meanwhile."""
    opened = request.payload(Opened)
    goal = to_change(request.session, opened.id) if opened.form in FORMS else None
    return of(goal) if goal is not None else None


def lead_it(request: Request, canvas: Canvas) -> None:
    if not canvas.goal.is_proposed_by(request.member):
        raise Refusal.saying(request.words("gone"))


# Its three forms ---------------------------------------------------------------------------------------------------


def ask(request: Request, canvas: Canvas) -> Answer:
    """As it is, or as they typed it when it could not be saved."""
    _refuse_unless_written(request, canvas.goal)
    opened = request.payload(Opened)
    draft = _draft(request, opened)
    typed = {name: forms.first(draft.typed, name) for name in FORMS[opened.form]} if draft else {}
    return _form(canvas, opened.form, {**canvas.lines(opened.form), **typed}, request.words)


def _form(canvas: Canvas, form: str, values: Mapping[str, str], words: Words) -> Form:
    fields = tuple(_field(name, values[name], words) for name in FORMS[form])
    about = str(Opened(canvas.goal_id, form, str(canvas.times_saved(form))))
    title, submit = words(TITLES[form]), words("scope-submit")
    return Form(FORM, title, submit, words("cancel"), fields, about)


def _field(name: str, value: str, words: Words) -> TextField:
    if name in OF_GOAL:
        label, hint = (words(one) for one in LABELS[name])
    else:
        label, hint = words(NAMES[name]), words(HINTS[name])
    return TextField(name, label, hint, value, LINE_MOST, optional=True)


def _draft(request: Request, opened: Opened) -> Draft | None:
    draft = request.session.get(Draft, number(opened.draft) or 0)
    own = draft is not None and (draft.form, draft.member_id) == (FORM, request.member.id)
    return draft if own else None


def _refuse_unless_written(request: Request, goal: Goal) -> None:
    if goal.status not in (Status.DRAFT, Status.PROPOSED):
        raise Refusal.saying(request.words("goal-not-now"))


def write(request: Request, canvas: Canvas) -> Answer:
    _refuse_unless_written(request, canvas.goal)
    opened, words = request.payload(Opened), request.words
    typed = {name: request.given(name) for name in FORMS[opened.form]}
    wrong: Wrong = {
        name: words("goal-wrong-long", count=len(text), most=LINE_MOST)
        for name, text in typed.items()
        if len(text) > LINE_MOST
    }
    if wrong:
        return forms.refused(request, wrong, FORM, *FORMS[opened.form])
    if typed == canvas.lines(opened.form):
        return Private(cards.for_member(canvas.goal, request.member, words))
    if opened.saved != str(canvas.times_saved(opened.form)):
        return _changed_meanwhile(request, canvas, opened)
    if canvas.goal.status is Status.DRAFT:
        return _save(request, canvas, opened.form, typed)
    if empty := [name for name in canvas.missing_of(typed) if name in typed]:
        return forms.refused(request, dict.fromkeys(empty, words("goal-wrong-empty")), FORM, *FORMS[opened.form])
    before = [*canvas.lines(opened.form).values()]
    if amending.is_slip(before, [*typed.values()]):
        canvas.goal.before, canvas.goal.changed = before, Change.TYPO
        return _save(request, canvas, opened.form, typed)
    return _look_over(request, canvas, opened, typed)


def _changed_meanwhile(request: Request, canvas: Canvas, opened: Opened) -> Answer:
    """What the other wrote, and what they did, which is kept."""
    words = request.words
    draft = drafts.keep(request, FORM, request.fields, None)
    again = Opened(opened.id, opened.form, str(canvas.times_saved(opened.form)), str(draft.id))
    mine = Button(words("canvas-open-mine"), FORM, str(again), "main")
    theirs = Button(words("canvas-keep-theirs"), "goal.show", str(opened.id))
    said = Text(words("canvas-changed", name=canvas.by.get(opened.form, "")))
    now = Quote("\n".join(filter(None, canvas.lines(opened.form).values())))
    own = Quote("\n".join(request.given(name) for name in FORMS[opened.form]))
    return Private(Message((said, now, Text(words("canvas-yours")), own, Buttons((mine, theirs)))))


def _look_over(request: Request, canvas: Canvas, opened: Opened, typed: Mapping[str, str]) -> Answer:
    """That it asks every group again, before it does."""
    words = request.words
    draft = drafts.keep(request, FORM, request.fields, None)
    about = str(Opened(opened.id, opened.form, opened.saved, str(draft.id)))
    yes = Button(words("canvas-ask-again"), "canvas.ask-again", about, "main")
    edit = Button(words("canvas-edit"), FORM, about)
    parts: list[Part] = [
        Text(words("canvas-is-substance")),
        Quote("\n".join(canvas.lines(opened.form).values())),
        Text(words("canvas-after")),
        Quote("\n".join(typed.values())),
    ]
    return Private(Message((*parts, Buttons((yes, edit)))))


def ask_again(request: Request, canvas: Canvas) -> Answer:
    """What was looked over is saved, and every group asked anew."""
    opened = request.payload(Opened)
    draft, goal = _draft(request, opened), canvas.goal
    if draft is None or goal.status is not Status.PROPOSED:
        raise Refusal.saying(request.words("goal-not-now"))
    typed = {name: forms.first(draft.typed, name).strip() for name in FORMS[opened.form]}
    if opened.saved != str(canvas.times_saved(opened.form)):
        raise Refusal.saying(request.words("canvas-changed", name=canvas.by.get(opened.form, "")))
    goal.before, goal.changed = [*canvas.lines(opened.form).values()], Change.SUBSTANCE
    request.session.delete(draft)
    answer = _save(request, canvas, opened.form, typed)
    amending.ask_anew(request, goal)
    return answer


def _save(request: Request, canvas: Canvas, form: str, typed: Mapping[str, str]) -> Answer:
    for name, text in typed.items():
        canvas.put(name, text)
    canvas.saved = {**canvas.saved, form: canvas.times_saved(form) + 1}
    canvas.by = {**canvas.by, form: request.member.name}
    canvas.hear(request.now)
    outbox.change(request.session, cards.GROUP, canvas.goal_id)
    return Private(cards.for_member(canvas.goal, request.member, request.words))


# What each group brings --------------------------------------------------------------------------------------------


def speak_for_a_group(request: Request, goal: Goal) -> None:
    if of(goal) is None or not any(one.seat.acting_id == request.member.id for one in goal.positions):
        raise Refusal.saying(request.words("gone"))


def ask_brings(request: Request, goal: Goal) -> Answer:
    """An example for each sort of group."""
    _refuse_unless_written(request, goal)
    words = request.words
    mine = next(one for one in goal.positions if one.seat.acting_id == request.member.id)
    hint = words("canvas-bring-hint", kind=mine.seat.group.kind.value)
    field = TextField(BRINGS, words("canvas-bring-label"), hint, mine.brings, LINE_MOST, optional=True)
    return Form(BRING, words("canvas-bring"), words("scope-submit"), words("cancel"), (field,), str(goal.id))


def bring(request: Request, goal: Goal) -> Answer:
    """It is its group's own line: nobody else changes it, and nobody is asked again for it."""
    _refuse_unless_written(request, goal)
    words, text = request.words, request.given(BRINGS)
    if len(text) > LINE_MOST:
        wrong = words("goal-wrong-long", count=len(text), most=LINE_MOST)
        return forms.refused(request, {BRINGS: wrong}, BRING, BRINGS)
    for one in goal.positions:
        if one.seat.acting_id == request.member.id:
            one.brings = text
    if canvas := of(goal):
        canvas.hear(request.now)
    outbox.change(request.session, cards.GROUP, goal.id)
    noted = Note(words("canvas-brought"))
    return Private(Message((noted, *cards.for_member(goal, request.member, words).parts)))
