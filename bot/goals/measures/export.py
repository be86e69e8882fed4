"""A goal's numbers to take along, for those who read it: a run chart as a picture, and a table."""

from __future__ import annotations

import math
from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from functools import partial

from bot import charts, spreadsheets
from bot.boundary import Answer, File, Message, Note, Private, Text, in_a_line
from bot.charts import RunChart, Tick
from bot.goals.cards import see
from bot.goals.measures import cards, figures, marks, run_chart
from bot.goals.measures.model import Measure, Point, all_of
from bot.goals.model import Goal
from bot.request import Refusal, Request
from bot.texts import Words

ALT_MOST, TITLE_MOST = 1000, 120  # characters
DAYS, STEPS = 3, 4  # labels of an axis: stretches between days, and about so many between numbers
YEAR = 330  # days
NICE = (1, 2, 2.5, 5, 10)


def take_along(request: Request, goal: Goal) -> Answer:
    session, words = request.session, request.words
    points, measure = all_of(session, goal), session.get(Measure, goal.id)
    if not points:
        raise Refusal.saying(words("measure-nothing"))
    chart = picture(goal, points, measure, marks.of(session, goal), words)
    image = File(words("measure-file") + ".png", alt(chart, points, measure, words), partial(charts.draw, chart))
    table = spreadsheets.file(words("measure-file"), sheet(points, words))
    said = (Text(cards.sentence(points, measure, words)), Note(words("measure-files")))
    return Private(Message((*said, see(words("goal-see"), goal, words, ""))), files=(image, table))


def sheet(points: Sequence[Point], words: Words) -> bytes:
    """Comma-separated values; an empty cell where nobody said of how many."""
    head = tuple(words(name) for name in ("measure-csv-day", "measure-csv-value", "measure-csv-of"))
    rows = ((one.day.isoformat(), one.value, "" if one.of is None else one.of) for one in points)
    return spreadsheets.content(head, rows)


def alt(chart: RunChart, points: Sequence[Point], measure: Measure | None, words: Words) -> str:
    """What somebody hears who does not see the picture: what it shows, its sentence, then as many of the last numbers
    as fit."""
    key = "; ".join(text for _, text in chart.key)
    said = words("measure-alt", title=chart.title, key=key, sentence=cards.sentence(points, measure, words))
    for point in reversed(points):
        longer = f"{said} {figures.line(point, words)};"
        if len(longer) > ALT_MOST:
            break
        said = longer
    return said.removesuffix(";")[:ALT_MOST]


# The picture -----------------------------------------------------------------------------------------------------


def picture(
    goal: Goal, points: Sequence[Point], measure: Measure | None, begun: Sequence[date], words: Words
) -> RunChart:
    reading = run_chart.read([point.value for point in points])
    target = measure.target if measure else None
    begun = [day for day in begun if points[0].day <= day <= points[-1].day]
    lines = [float(one) for one in (reading.median, target) if one is not None]
    numbers = [*(float(point.value) for point in points), *lines]
    return RunChart(
        title=in_a_line(goal.measure, TITLE_MOST),
        points=tuple((point.day.toordinal(), float(point.value)) for point in points),
        median=None if reading.median is None else float(reading.median),
        target=None if target is None else float(target),
        marks=tuple(day.toordinal() for day in begun),
        days=_days(points[0].day, points[-1].day, words),
        numbers=_numbers(numbers, words),
        key=tuple(_key(reading.median, target, bool(begun), words)),
        note=cards.sentence(points, measure, words),
    )


def _key(median: Decimal | None, target: Decimal | None, marked: bool, words: Words) -> list[tuple[str, str]]:
    found = [("points", words("measure-key-points"))]
    if median is not None:
        found.append(("median", words("measure-key-median", value=figures.show(median, words))))
    if target is not None:
        found.append(("target", words("measure-key-target", value=figures.show(target, words))))
    return [*found, *([("marks", words("measure-key-cycles"))] if marked else [])]


def _days(first: date, last: date, words: Words) -> tuple[Tick, ...]:
    """From the first to the last, and some between; as months where it is about a year or more."""
    begin, span = first.toordinal(), (last - first).days
    between = min(DAYS, max(1, span // 2))
    places = sorted({begin + round(span * step / between) for step in range(between + 1)})
    name = figures.month if span > YEAR else figures.shortly
    return tuple((place, name(date.fromordinal(place), words)) for place in places)


def _numbers(numbers: Sequence[float], words: Words) -> tuple[Tick, ...]:
    """From nought to above the highest, at even steps that are read easily."""
    highest = max(numbers) or 1.0
    rough = highest / STEPS
    size = 10.0 ** math.floor(math.log10(rough))
    step = next(nice * size for nice in NICE if nice * size >= rough * 0.999)
    count = math.ceil(round(highest / step, 6))
    places = [Decimal(str(round(step * place, 6))) for place in range(count + 1)]
    return tuple((float(place), figures.show(place, words)) for place in places)
