"""A number: one form, and it is there. Only where it is out of very few is it looked at again first, for they could be
recognised. Any of the team corrects one and takes one away."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from zoneinfo import ZoneInfo

from bot import drafts, forms, moments
from bot.boundary import Answer, Button, Buttons, Form, Message, MomentField, Private, Text, TextField
from bot.drafts import Draft, Typed, Writing, Wrong
from bot.goals.measures import cards, figures, rules, setting
from bot.goals.measures.model import FEW, NUMBER, Measure, Point, all_of, is_few, put
from bot.goals.measures.rules import GOAL
from bot.goals.model import Goal, to_change
from bot.payloads import number
from bot.request import Request

POINT = "point"  # that is corrected
VALUE, DAY, OF = "value", "day", "of"


@dataclass(frozen=True)
class Written:
    """What a number will be; in place of `old`."""

    goal: Goal
    day: date
    value: Decimal
    of: int | None
    old: Point | None


def start(request: Request, goal: Goal) -> Answer:
    """What is counted is said first. Of how many it was out of last, it is mostly out of again."""
    if request.session.get(Measure, goal.id) is None:
        return setting.ask(request, goal)
    last = all_of(request.session, goal)[-1:]
    of = [str(one.of) for one in last if one.of is not None]
    return form(request, drafts.keep(request, NUMBER, {GOAL: (str(goal.id),), OF: tuple(of)}, None))


def correct(request: Request, point: Point) -> Answer:
    typed: Typed = {
        GOAL: (str(point.goal_id),),
        POINT: (str(point.id),),
        VALUE: (figures.plain(point.value, request.words),),
        DAY: (point.day.isoformat(),),
        OF: () if point.of is None else (str(point.of),),
    }
    return form(request, drafts.keep(request, NUMBER, typed, None))


def form(request: Request, draft: Draft) -> Form:
    words, typed = request.words, draft.typed
    goal = rules.goal_of(request, draft)
    measure = request.session.get(Measure, goal.id)
    hint = words("measure-hint-value", unit=measure.unit) if measure else words("measure-hint-number")
    fields = (
        TextField(VALUE, words("measure-form-value"), hint, forms.first(typed, VALUE), 60),
        MomentField(
            DAY,
            words("measure-form-day"),
            words("measure-example-day"),
            words("measure-hint-day"),
            forms.first(typed, DAY),
            optional=True,
        ),
        TextField(OF, words("measure-form-of"), words("measure-hint-of"), forms.first(typed, OF), 60, optional=True),
    )
    title, submit = words("measure-number-title"), words("measure-submit")
    return Form(NUMBER, title, submit, words("cancel"), fields, str(draft.id))


def write(request: Request, draft: Draft) -> Answer:
    WRITING.refuse_if_sent(request, draft)
    draft = drafts.keep(request, NUMBER, {**draft.typed, **request.fields}, draft)
    return _taken(request, draft, sure=False)


def save(request: Request, draft: Draft) -> Answer:
    """As it is, though it is out of few."""
    WRITING.refuse_if_sent(request, draft)
    return _taken(request, draft, sure=True)


def _taken(request: Request, draft: Draft, *, sure: bool) -> Answer:
    written = read(request, draft.typed)
    if isinstance(written, dict):
        return WRITING.wrong(request, draft, written)
    if is_few(written.of) and (again := WRITING.once_more(request, draft, written, sure)):
        return again
    session, goal, words = request.session, written.goal, request.words
    if written.old is not None and written.old.day != written.day:
        written.old.taken_away = True
    before = put(session, goal, written.day, written.value, written.of)
    session.flush()
    draft.become(goal.id, request.now)
    said = [words("measure-noted", day=figures.on(written.day, words), value=_said(written, request))]
    if before is not None:
        said.append(words("measure-instead", before=figures.show(before, words)))
    return Private(cards.page(request, goal, " ".join(said)))


def _said(written: Written, request: Request) -> str:
    return figures.said(written.value, written.of, request.words)


# Reading ---------------------------------------------------------------------------------------------------------


def read(request: Request, typed: Typed) -> Written | Wrong:
    words, wrong = request.words, Wrong()
    goal = to_change(request.session, number(forms.first(typed, GOAL)) or 0)
    if goal is None:
        return {VALUE: words("gone")}
    rules.count(request, goal)
    measure = request.session.get(Measure, goal.id)
    unit = measure.unit if measure else ""
    value = figures.asked(wrong, VALUE, lambda: figures.value(forms.first(typed, VALUE), unit, words))
    of, day = None, _today(request)
    if value is not None:
        of = figures.asked(wrong, OF, lambda: figures.of(forms.first(typed, OF), value, unit, words))
    if given := forms.first(typed, DAY).strip():
        try:
            day = moments.read_past(given, request.now, request.district.zone, words.language)
        except moments.Unclear as unclear:
            wrong[DAY] = words(unclear.says)
    old = request.session.get(Point, number(forms.first(typed, POINT)) or 0)
    if old is not None and old.goal_id != goal.id:
        old = None
    return wrong if value is None or wrong else Written(goal, day, value, of, old)


def _today(request: Request) -> date:
    return request.now.astimezone(ZoneInfo(request.district.zone)).date()


def preview(request: Request, draft: Draft, written: Written) -> Message:
    """Only of one that is out of few."""
    words, id = request.words, str(draft.id)
    edit = Button(words("edit"), "goal.number-edit", id, "main")
    keep = Button(words("measure-few-keep"), "goal.number-save", id)
    cancel = Button(words("cancel"), "goal.number-cancel", id)
    said = Text(words("measure-few", value=_said(written, request), least=FEW))
    return Message((said, Buttons((edit, keep, cancel))))


fix = drafts.fixed_by("goal.number-edit", "goal.number-cancel")
WRITING = Writing(
    NUMBER,
    form,
    read,
    preview,
    fix,
    sends="goal.number-save",
    sent="measure-sent-already",
    dropped="question-cancelled",
    shows=drafts.nothing_else,
)

# Taking away -----------------------------------------------------------------------------------------------------


def take_away(request: Request, point: Point) -> Answer:
    return _away(request, point, True)


def put_back(request: Request, point: Point) -> Answer:
    return _away(request, point, False)


def _away(request: Request, point: Point, away: bool) -> Answer:
    words = request.words
    point.taken_away = away
    request.session.flush()
    what = figures.line(point, words)
    again = Button(words("measure-put-back"), "goal.number-back", str(point.id))
    said = words("measure-taken-away" if away else "measure-is-back", what=what)
    see = Button(words("measure-see"), "goal.numbers", str(point.goal_id))
    return Private(Message((Text(said), Buttons((again, see) if away else (see,)))))
