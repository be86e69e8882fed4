"""A table is pasted, looked over, and taken; nothing of it is while one line is wrong."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from sqlalchemy import select

from bot import drafts, forms, moments
from bot.boundary import Answer, Button, Buttons, Form, Heading, Message, Part, Private, Text, TextField
from bot.drafts import Draft, Typed, Writing, Wrong
from bot.goals.measures import cards, figures, rules, setting, tables
from bot.goals.measures.model import FEW, TABLE, TABLE_MOST, Measure, Point, is_few, put
from bot.goals.measures.rules import GOAL
from bot.goals.measures.tables import Mistake, Row
from bot.goals.model import Goal, to_change
from bot.payloads import number
from bot.request import Request
from bot.texts import Words

ROWS = "rows"
SHOWN = 8  # lines of a preview, and of what is wrong


@dataclass(frozen=True)
class Pasted:
    goal: Goal
    rows: list[Row]


def start(request: Request, goal: Goal) -> Answer:
    if request.session.get(Measure, goal.id) is None:
        return setting.ask(request, goal)
    return form(request, drafts.keep(request, TABLE, {GOAL: (str(goal.id),)}, None))


def form(request: Request, draft: Draft) -> Form:
    words, typed = request.words, forms.first(draft.typed, ROWS)
    rows = TextField(ROWS, words("measure-form-table"), words("measure-hint-table"), typed, TABLE_MOST, long=True)
    title, submit = words("measure-table-title"), words("question-form-submit")
    return Form(TABLE, title, submit, words("cancel"), (rows,), str(draft.id))


def write(request: Request, draft: Draft) -> Answer:
    return WRITING.look_over(request, {**draft.typed, **request.fields}, draft)


def read(request: Request, typed: Typed) -> Pasted | Wrong:
    words, text = request.words, forms.first(typed, ROWS)
    goal = to_change(request.session, number(forms.first(typed, GOAL)) or 0)
    if goal is None:
        return {ROWS: words("gone")}
    rules.count(request, goal)
    if len(text) > TABLE_MOST:
        return {ROWS: words("measure-table-long", count=len(text), most=TABLE_MOST)}
    measure = request.session.get(Measure, goal.id)
    today = request.now.astimezone(ZoneInfo(request.district.zone)).date()
    rows, mistakes = tables.read(text, measure.unit if measure else "", today - moments.AGO, today, words)
    if mistakes:
        return {ROWS: _told(mistakes, words)}
    return Pasted(goal, rows) if rows else {ROWS: words("measure-table-empty")}


def _told(mistakes: Sequence[Mistake], words: Words) -> str:
    lines = [words("measure-table-line", line=one.line, says=one.says) for one in mistakes[:SHOWN]]
    if len(mistakes) > SHOWN:
        lines.append(words("measure-table-more", count=len(mistakes) - SHOWN))
    return "\n".join(lines)


def preview(request: Request, draft: Draft, pasted: Pasted) -> Message:
    words, rows, id = request.words, pasted.rows, str(draft.id)
    begin, end = (figures.on(row.day, words) for row in (rows[0], rows[-1]))
    parts: list[Part] = [Heading(words("measure-table-nothing"))]
    parts.append(Text(words("measure-table-preview", count=len(rows), begin=begin, end=end)))
    lines = [f"• {_line(row, words)}" for row in rows[:SHOWN]]
    if len(rows) > SHOWN:
        lines.append(words("measure-table-more", count=len(rows) - SHOWN))
    parts.append(Text("\n".join(lines)))
    if others := _replaced(request, pasted):
        parts.append(Text(words("measure-table-replaces", count=others)))
    if few := sum(is_few(row.of) for row in rows):
        parts.append(Text(words("measure-table-few", count=few, least=FEW)))
    take = Button(words("measure-table-take"), "goal.table-take", id, "main")
    edit, cancel = (Button(words(name), f"goal.table-{name}", id) for name in ("edit", "cancel"))
    return Message((*parts, Buttons((take, edit, cancel))))


def _line(row: Row, words: Words) -> str:
    return words("measure-line", day=figures.on(row.day, words), value=figures.said(row.value, row.of, words))


def _replaced(request: Request, pasted: Pasted) -> int:
    """How many days have another number already."""
    days = {row.day: row.value for row in pasted.rows}
    there = select(Point).where(Point.goal_id == pasted.goal.id, Point.day.in_(days), ~Point.taken_away)
    return sum(point.value != days[point.day] for point in request.session.scalars(there))


def take(request: Request, draft: Draft) -> Answer:
    if draft.became is not None:  # pressed twice
        return Private(cards.page(request, request.session.get_one(Goal, draft.became)))
    pasted = read(request, draft.typed)
    if isinstance(pasted, dict):
        return WRITING.wrong(request, draft, pasted)
    if again := WRITING.once_more(request, draft, pasted):
        return again
    for row in pasted.rows:
        put(request.session, pasted.goal, row.day, row.value, row.of)
    draft.become(pasted.goal.id, request.now)
    request.session.flush()
    return Private(cards.page(request, pasted.goal, request.words("measure-table-taken", count=len(pasted.rows))))


fix = drafts.fixed_by("goal.table-edit", "goal.table-cancel")
WRITING = Writing(
    TABLE,
    form,
    read,
    preview,
    fix,
    sends="goal.table-take",
    sent="measure-sent-already",
    dropped="question-cancelled",
    shows=lambda request, pasted: str(_replaced(request, pasted)),
)
