"""What is counted, which way is better, where it began, and where it is to be by when. Any of the team says so, and may
say otherwise."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from bot import forms, moments
from bot.boundary import Answer, Choice, Form, MomentField, Private, TextField
from bot.drafts import Typed, Wrong
from bot.goals.measures import cards, figures
from bot.goals.measures.model import TARGET, UNIT_MOST, Better, Measure
from bot.goals.model import Goal
from bot.request import Request
from bot.texts import Words

UNIT, BETTER, BASELINE, GOAL, UNTIL = "unit", "better", "baseline", "target", "until"


def ask(request: Request, goal: Goal) -> Answer:
    words, measure = request.words, request.session.get(Measure, goal.id)
    typed = _typed(measure, words) if measure else {}
    ways = (Choice(Better.MORE, words("measure-more")), Choice(Better.LESS, words("measure-less")))
    fields = (
        TextField(
            UNIT,
            words("measure-form-unit"),
            words("measure-hint-unit", most=UNIT_MOST),
            forms.first(typed, UNIT),
            UNIT_MOST,
        ),
        forms.choices(BETTER, words("measure-form-better"), ways, {BETTER: typed.get(BETTER) or (Better.MORE,)}),
        _number(BASELINE, typed, words, optional=True),
        _number(GOAL, typed, words, optional=False),
        MomentField(
            UNTIL,
            words("measure-form-until"),
            words("measure-example-until"),
            words("measure-hint-until"),
            forms.first(typed, UNTIL),
            optional=True,
        ),
    )
    title, submit = words("measure-target-title"), words("measure-submit")
    return forms.reopened(request, Form(TARGET, title, submit, words("cancel"), fields, str(goal.id)))


def _typed(measure: Measure, words: Words) -> Typed:
    """As it is."""
    return {
        UNIT: (measure.unit,),
        BETTER: (measure.better,),
        BASELINE: () if measure.baseline is None else (figures.plain(measure.baseline, words),),
        GOAL: (figures.plain(measure.target, words),),
        UNTIL: (measure.until.isoformat(),) if measure.until else (),
    }


def _number(name: str, typed: Typed, words: Words, *, optional: bool) -> TextField:
    label = words("measure-form-baseline" if name == BASELINE else "measure-form-target")
    return TextField(name, label, words("measure-hint-number"), forms.first(typed, name), 60, optional=optional)


def put(request: Request, goal: Goal) -> Answer:
    session, wrong = request.session, Wrong()
    measure = session.get(Measure, goal.id) or Measure(goal_id=goal.id)
    unit = " ".join(request.given(UNIT).split())
    if not unit or len(unit) > UNIT_MOST:
        wrong[UNIT] = request.words("measure-wrong-unit", most=UNIT_MOST)
    better = Better.LESS if request.given(BETTER) == Better.LESS else Better.MORE
    baseline, target = _read(request, BASELINE, unit, wrong), _read(request, GOAL, unit, wrong)
    until = _until(request, wrong)
    if target is None and GOAL not in wrong:
        wrong[GOAL] = request.words("measure-odd-number")
    if baseline is not None and target is not None and not _leads(baseline, target, better):
        begin, end = (figures.show(one, request.words) for one in (baseline, target))
        wrong[GOAL] = request.words("measure-odd-way", better=better.value, begin=begin, target=end)
    if wrong or target is None:
        return forms.keep_refused(request, TARGET, "goal.target", wrong)
    forms.forget_refused(request, TARGET)
    measure.unit, measure.better, measure.set_at = unit, better, request.now
    measure.baseline, measure.target, measure.until = baseline, target, until
    session.add(measure)
    session.flush()
    return Private(cards.page(request, goal, request.words("measure-target-noted")))


def _leads(baseline: Decimal, target: Decimal, better: Better) -> bool:
    """To hold what there is may be a target, too."""
    return target >= baseline if better is Better.MORE else target <= baseline


def _read(request: Request, name: str, unit: str, wrong: Wrong) -> Decimal | None:
    if not (given := request.given(name)):
        return None
    return figures.asked(wrong, name, lambda: figures.value(given, unit, request.words))


def _until(request: Request, wrong: Wrong) -> date | None:
    given, zone = request.given(UNTIL), request.district.zone
    if not given:
        return None
    try:
        return moments.read(given, request.now, zone, request.words.language).day
    except moments.Unclear as unclear:
        said = "measure-odd-until" if unclear.says == "moment-unclear" else unclear.says
        wrong[UNTIL] = request.words(said)
        return None
