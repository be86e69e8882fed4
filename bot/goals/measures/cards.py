"""The page of a goal's numbers: what is counted, where it is to lead, one honest sentence, the last of them."""

from __future__ import annotations

from collections.abc import Sequence

from bot.boundary import Answer, Button, Buttons, Heading, Message, Note, Part, Private, Text, in_a_line
from bot.goals.cards import see
from bot.goals.measures import figures, run_chart
from bot.goals.measures.model import Better, Measure, Point, all_of
from bot.goals.model import Goal, Status
from bot.goals.team import seated
from bot.request import Request
from bot.texts import Words

LAST = 5  # numbers that are listed


def show(request: Request, goal: Goal) -> Answer:
    return Private(page(request, goal))


def page(request: Request, goal: Goal, news: str = "") -> Message:
    """Below what has just happened, if anything has."""
    words, measure = request.words, request.session.get(Measure, goal.id)
    points = all_of(request.session, goal)
    parts: list[Part] = [Text(news)] if news else []
    parts += [Heading(words("measure-title")), Text(in_a_line(goal.change, 200)), *about(goal, measure, words)]
    if points:
        parts += [Text(sentence(points, measure, words)), Text(listed(points[-LAST:], words))]
    parts.append(Buttons(tuple(_buttons(request, goal, measure, points))))
    return Message((*parts, see(words("goal-see"), goal, words, ""), Note(words("measure-foot"))))


def about(goal: Goal, measure: Measure | None, words: Words) -> list[Part]:
    if measure is None:
        return [Text(words("measure-not-set", measure=goal.measure))]
    better = "measure-counts-more" if measure.better is Better.MORE else "measure-counts-less"
    lines = [words(better, unit=measure.unit)]
    if measure.baseline is not None:
        lines.append(words("measure-began", value=figures.show(measure.baseline, words)))
    return [Text("\n".join((*lines, target(measure, words))))]


def target(measure: Measure, words: Words) -> str:
    value = figures.show(measure.target, words)
    if measure.until is None:
        return words("measure-target", value=value)
    return words("measure-target-until", value=value, day=figures.on(measure.until, words))


def listed(points: Sequence[Point], words: Words) -> str:
    """The newest first."""
    return "\n".join(f"• {figures.line(point, words)}" for point in reversed(points))


def sentence(points: Sequence[Point], measure: Measure | None, words: Words) -> str:
    """One, and honest."""
    reading = run_chart.read([point.value for point in points])
    if reading.is_too_few:
        return words("measure-too-few", count=reading.count, least=run_chart.FEWEST)
    if reading.shift is None or reading.median is None:
        return words("measure-no-change")
    shift = reading.shift
    begin, end = (figures.on(points[place].day, words) for place in (shift.first, shift.last))
    name = "measure-shift-above" if shift.above else "measure-shift-below"
    said = [words(name, count=shift.count, median=figures.show(reading.median, words), begin=begin, end=end)]
    if reading.after:  # what came later is told, not judged: it may be few
        above, below = reading.since
        said.append(words("measure-since", above=above, below=below))
    elif measure is not None:
        wanted = shift.above is (measure.better is Better.MORE)
        said.append(words("measure-shift-wanted" if wanted else "measure-shift-unwanted"))
    return " ".join(said)


def _buttons(request: Request, goal: Goal, measure: Measure | None, points: Sequence[Point]) -> list[Button]:
    words, id = request.words, str(goal.id)
    found = list[Button]()
    if goal.status is Status.AGREED and seated.has(goal, request.member):
        if measure is None:
            return [Button(words("measure-set"), "goal.target", id, "main")]
        found.append(Button(words("measure-add"), "goal.number", id, "main"))
        found.append(Button(words("measure-paste"), "goal.table", id))
        found.append(Button(words("measure-change"), "goal.target", id))
    if points:
        found.append(Button(words("measure-take"), "goal.take-numbers", id))
        found.append(Button(words("measure-all"), "goal.all-numbers", id))
        found.append(Button(words("measure-how"), "goal.how-to-read", id))
    return found or [Button(words("measure-how"), "goal.how-to-read", id)]


def explain(request: Request, goal: Goal) -> Answer:
    """The rule, and whose it is."""
    words = request.words
    back = Button(words("home-back"), "goal.numbers", str(goal.id))
    said = words("measure-how-text", least=run_chart.FEWEST, shift=run_chart.SHIFT)
    parts = (
        Heading(words("measure-how")),
        Text(said),
        Text(words("measure-how-why")),
        Note(words("measure-how-source")),
    )
    return Private(Message((*parts, Buttons((back,)))))
