"""A goal's chair ends it, and says what came of it: one form, a preview that says whom it reaches, one press. It is
reopened the same way."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sqlalchemy import select, update

from bot import drafts, forms, review
from bot.boundary import (
    Answer,
    Button,
    Buttons,
    Choice,
    ChoiceField,
    Form,
    Heading,
    Message,
    Note,
    Part,
    Private,
    Quote,
    Text,
    TextField,
)
from bot.drafts import Draft, Typed, Writing, Wrong
from bot.goals import building, cards, quiet
from bot.goals.commitments import lifecycle as commitments
from bot.goals.concerns import Concern
from bot.goals.cycles import timing
from bot.goals.endings import showing, telling
from bot.goals.endings.model import (
    FORM,
    KEPT_MOST,
    LEARNED_MOST,
    RESULT_MOST,
    Ending,
    Outcome,
    Remains,
    latest,
)
from bot.goals.endings.showing import OUTCOMES, REMAINS
from bot.goals.measures import figures
from bot.goals.measures.model import Measure, all_of
from bot.goals.model import Goal, Status, to_change
from bot.goals.rules import only, read_goal
from bot.goals.team import seated
from bot.payloads import Shown, number
from bot.people import records
from bot.people.audiences import of_seats
from bot.people.cards import acting_name
from bot.people.model import Seat
from bot.request import Refusal, Request
from bot.texts import Words

GOAL = "goal"  # what a draft says besides its fields
OUTCOME, RESULT, LEARNED, REMAIN, KEPT = "outcome", "result", "learned", "remains", "kept"


@dataclass(frozen=True)
class Written:
    """How a goal will have ended."""

    goal: Goal
    outcome: Outcome
    result: str
    learned: str
    remains: Sequence[str]
    kept: str

    @property
    def text(self) -> str:
        return "\n".join((self.result, self.learned, self.kept))

    def made(self, seat: Seat, request: Request) -> Ending:
        return Ending(
            goal=self.goal,
            goal_id=self.goal.id,
            seat=seat,
            member=request.member,
            outcome=self.outcome,
            result=self.result,
            learned=self.learned,
            remains=[*self.remains],
            kept=self.kept,
            concerns=[],
            ended_at=request.now,
        )


def chair_it(request: Request, goal: Goal) -> None:
    if not seated.is_chaired_by(goal, request.member):
        read_goal(request, goal)
        names = [acting_name(seat, request.words) for seat in seated.chairs(goal)]
        raise only(request, "ending-may", names=request.words.either(names))


# Writing ---------------------------------------------------------------------------------------------------------


def start(request: Request, goal: Goal) -> Answer:
    """What was counted last is the result, unless its writer says otherwise."""
    if goal.status is Status.ENDED:
        return _meanwhile(request, goal, "")
    if goal.status is not Status.AGREED:
        raise Refusal.saying(request.words("goal-not-now"))
    typed = {GOAL: (str(goal.id),), RESULT: tuple(_counted_last(request, goal))}
    return form(request, drafts.keep(request, FORM, typed, None))


def _counted_last(request: Request, goal: Goal) -> Iterator[str]:
    words, measure = request.words, request.session.get(Measure, goal.id)
    for one in all_of(request.session, goal)[-1:]:
        value = figures.said(one.value, one.of, words)
        yield words("measure-with-unit", value=value, unit=measure.unit) if measure else value


def form(request: Request, draft: Draft) -> Form:
    words, typed = request.words, draft.typed
    outcomes = tuple(Choice(one.value, words(name)) for one, name in OUTCOMES.items())
    remains = tuple(Choice(one.value, words(name)) for one, name in REMAINS.items())
    chosen = tuple(one.value for one in remains if one.value in typed.get(REMAIN, ()))
    label, hint = words("ending-form-learned"), words("ending-hint-learned")
    fields = (
        forms.choices(OUTCOME, words("ending-form-outcome"), outcomes, {OUTCOME: typed.get(OUTCOME, ())}),
        _line(RESULT, "ending-form-result", "ending-hint-result", RESULT_MOST, typed, words),
        TextField(LEARNED, label, hint, forms.first(typed, LEARNED), LEARNED_MOST, long=True),
        ChoiceField(REMAIN, words("ending-form-remains"), remains, chosen, most=len(remains), optional=True),
        _line(KEPT, "ending-form-kept", "ending-hint-kept", KEPT_MOST, typed, words),
    )
    title, submit = words("ending-form-title"), words("question-form-submit")
    return Form(FORM, title, submit, words("cancel"), fields, str(draft.id))


def _line(name: str, label: str, hint: str, most: int, typed: Typed, words: Words) -> TextField:
    return TextField(name, words(label), words(hint), forms.first(typed, name), most, optional=True)


def write(request: Request, draft: Draft) -> Answer:
    return WRITING.look_over(request, {REMAIN: (), **draft.typed, **request.fields}, draft)


def read(request: Request, typed: Typed) -> Written | Wrong:
    words, wrong = request.words, Wrong()
    goal = to_change(request.session, number(forms.first(typed, GOAL)) or 0)
    if goal is None:
        return {LEARNED: words("gone")}
    chair_it(request, goal)
    outcome = forms.first(typed, OUTCOME)
    if outcome not in {one.value for one in Outcome}:
        wrong[OUTCOME] = words("ending-wrong-outcome")
    given = {name: forms.first(typed, name).strip() for name in (RESULT, LEARNED, KEPT)}
    if not given[LEARNED]:
        wrong[LEARNED] = words("ending-wrong-learned")
    for name, most in ((RESULT, RESULT_MOST), (LEARNED, LEARNED_MOST), (KEPT, KEPT_MOST)):
        if len(given[name]) > most:
            wrong[name] = words("goal-wrong-long", count=len(given[name]), most=most)
    if wrong:
        return wrong
    remains = [one.value for one in Remains if one.value in typed.get(REMAIN, ())]
    return Written(goal, Outcome(outcome), given[RESULT], given[LEARNED], remains, given[KEPT])


def preview(request: Request, draft: Draft, written: Written) -> Message:
    words, session, id = request.words, request.session, str(draft.id)
    found = records.find(request.district, written.text, request.now)
    send = Button(words("ending-send"), "goal.ending-send", id, "main")
    edit, cancel = (Button(words(name), f"goal.ending-{name}", id) for name in ("edit", "cancel"))
    if found:
        send = Button(words("records-as-is"), "goal.ending-send", review.as_is(draft.id, found))
    shown = showing.about(session, written.made(written.goal.seat, request), words)
    parts: list[Part] = [
        Heading(words("question-preview-title")),
        Quote(written.goal.change),
        *shown,
        Text(words("ending-goes", count=telling.counted(session, written.goal))),
        *([Text(words("ending-frees"))] if written.outcome is not Outcome.REACHED else []),
        Note(words("ending-means")),
    ]
    buttons = Buttons((edit, send, cancel) if found else (send, edit, cancel))
    return Message((*parts, *review.pointed_out(found, words), buttons))


fix = drafts.fixed_by("goal.ending-edit", "goal.ending-cancel")


def _shows(request: Request, written: Written) -> str:
    """Who reads it, of which goal, beside what was wanted."""
    goal, measure = written.goal, request.session.get(Measure, written.goal.id)
    readers = goal.audience | of_seats(seated.of(goal))
    return f"{readers.seen} {goal.change} {measure.target if measure else ''} {measure.unit if measure else ''}"


WRITING = Writing(
    FORM,
    form,
    read,
    preview,
    fix,
    sends="goal.ending-send",
    sent="ending-sent-already",
    dropped="question-cancelled",
    shows=_shows,
)

# Ending ----------------------------------------------------------------------------------------------------------


def send(request: Request, draft: Draft) -> Answer:
    session = request.session
    if draft.became is not None:  # pressed twice, perhaps by somebody who lost their seat meanwhile
        goal = session.get_one(Goal, draft.became)
        read_goal(request, goal)
        return Private(cards.for_member(goal, request.member, request.words))
    written = read(request, draft.typed)
    if isinstance(written, dict):
        return WRITING.wrong(request, draft, written)
    goal = written.goal
    if goal.status is Status.ENDED:
        return _meanwhile(request, goal, written.learned)
    if goal.status is not Status.AGREED:
        raise Refusal.saying(request.words("goal-not-now"))
    decided = review.decided(request, records.find(request.district, written.text, request.now))
    if again := WRITING.once_more(request, draft, written, decided):
        return again
    seat = next(one for one in seated.chairs(goal) if one.acting_id == request.member.id)
    ending = written.made(seat, request)
    session.add(ending)
    goal.status, goal.closed_at = Status.ENDED, request.now
    if written.outcome is not Outcome.REACHED:
        ending.concerns = _free(request, goal)
    session.flush()
    draft.become(goal.id, request.now)
    telling.begin(session, ending, request.now)
    told = building.tell(session, goal, request.member, request.words)
    ends = [Buttons(tuple(told))] if told else []
    return Private(Message((Text(request.words("ending-sent")), *ends, *after(request, goal))))


def _meanwhile(request: Request, goal: Goal, typed: str) -> Answer:
    """Somebody else ended it first: what they said stands, and what this one typed is theirs to use."""
    ending = latest(request.session, goal)
    said = request.words("ending-meanwhile", name=ending.member.name) if ending else request.words("goal-not-now")
    now = cards.for_member(goal, request.member, request.words)
    return Private(Message((Text(said), *([Quote(typed)] if typed else []), *now.parts)))


def _free(request: Request, goal: Goal) -> list[int]:
    """The concerns that it was made of can be started with again."""
    made_of = select(Concern.id).where(Concern.goal_id == goal.id, ~Concern.taken_back).order_by(Concern.id)
    freed = list(request.session.scalars(made_of))
    request.session.execute(update(Concern).where(Concern.id.in_(freed)).values(goal_id=None))
    return freed


def after(request: Request, goal: Goal) -> list[Part]:
    """What could be next, for those who speak with the people of the seat's group."""
    words = request.words
    if not goal.is_proposed_by(request.member):
        return [cards.see(words("goal-see"), goal, words)]
    ending = latest(request.session, goal)
    freed = ending.concerns[:1] if ending else []
    buttons = [Button(words("ending-again"), "goal.start", str(one)) for one in freed]
    buttons.append(Button(words("concern-read"), "concern.read"))
    buttons.append(Button(words("goal-start-line"), "goal.start-line"))
    return [Text(words("ending-next")), Buttons(tuple(buttons)), cards.see(words("goal-see"), goal, words, "")]


# Reopening -------------------------------------------------------------------------------------------------------


def ask_to_reopen(request: Request, goal: Goal) -> Answer:
    _refuse_unless_ended(request, goal)
    words = request.words
    yes = Button(words("ending-reopen-yes"), "goal.reopen-now", str(goal.id), "main")
    no = Button(words("ending-reopen-no"), "goal.show", str(Shown(goal.id, words.language)))
    return Private(Message((Text(words("ending-reopen-asks")), Buttons((yes, no)))))


def reopen(request: Request, goal: Goal) -> Answer:
    session, ending = request.session, latest(request.session, goal)
    if goal.status is not Status.AGREED:
        _refuse_unless_ended(request, goal)
        goal.status, goal.closed_at = Status.AGREED, None
        if ending is not None:
            ending.reopened_at = request.now
            theirs = (Concern.id.in_(ending.concerns), Concern.goal_id.is_(None), ~Concern.taken_back)
            session.execute(update(Concern).where(*theirs).values(goal_id=goal.id))
            telling.begin(session, ending, request.now)
        timing.resume(session, goal)
        commitments.resume(session, goal)
        quiet.watch(session, goal, request.now)
    return Private(cards.for_member(goal, request.member, request.words))


def _refuse_unless_ended(request: Request, goal: Goal) -> None:
    if goal.status is not Status.ENDED:
        raise Refusal.saying(request.words("goal-not-now"))
