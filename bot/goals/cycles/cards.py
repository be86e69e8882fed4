"""How a cycle and its steps look: to its team with who does what, to the other readers of its goal as a count. No card
shows a person's steps, and none says of whom nothing was heard."""

from __future__ import annotations

from sqlalchemy.orm import Session, object_session

from bot import actions
from bot.actions import STATES, Action, State
from bot.boundary import Button, Buttons, Heading, Note, Part, Quote, Text, in_a_line
from bot.goals import days, telling
from bot.goals.cards import see
from bot.goals.cycles import model, path
from bot.goals.cycles.model import SURE, Cycle, Line, Outcome
from bot.goals.model import Goal
from bot.goals.team import seated
from bot.people.cards import acting_name, seat_title
from bot.people.model import Seat
from bot.request import Request
from bot.texts import Words

OUTCOMES = {
    Outcome.KEEP: "cycle-was-kept",
    Outcome.CHANGE: "cycle-was-changed",
    Outcome.DROP: "cycle-was-dropped",
}
SHOWN = 8  # steps on a card


def named(seat: Seat, words: Words) -> str:
    """ "Rosa Delgado (the PTA liaison, Lincoln Elementary)"."""
    return words("step-seat", name=acting_name(seat, words), seat=seat_title(seat, words))


# A cycle ---------------------------------------------------------------------------------------------------------


def cycle(request: Request, one: Cycle) -> list[Part]:
    """With what its reader can do about it."""
    words = request.words
    parts = about(one, words)
    steps = model.steps(request.session, one)
    on_team = bool(seated.acted_for(one.goal, request.member))
    if on_team:
        for step in steps[-SHOWN:]:
            parts += _step(request, one, step, alone=len(steps) == 1)
        parts += _for_team(request, one, steps)
    elif steps:
        done = sum(step.state is State.DONE for step in steps)
        parts.append(Text(words("cycle-count", done=done, count=len(steps))))
    parts += _own_groups(request, steps)
    if on_team:
        parts += _buttons(request, one)
    return [*parts, Note(words("step-never"))]


def about(one: Cycle, words: Words) -> list[Part]:
    heading = Heading(words("cycle-title" if one.ended_at is None else "cycle-title-over"))
    until = days.said(one.until, one.goal.district, words)
    parts: list[Part] = [heading, Quote(one.text), Text(words("cycle-until", until=until))]
    if one.prediction:
        parts.append(Text(words("cycle-expected", text=one.prediction)))
    if one.outcome is not None:
        parts += [Text(words(OUTCOMES[one.outcome])), Quote(one.learned)]
    return parts


def there_already(one: Cycle, words: Words) -> list[Part]:
    """Two are not planned at once."""
    until = days.said(one.until, one.goal.district, words)
    show = Button(words("cycle-see"), "cycle.show", str(one.id), "main")
    return [Text(words("cycle-there", until=until)), Quote(one.text), Buttons((show,))]


def _step(request: Request, one: Cycle, step: Action, *, alone: bool) -> list[Part]:
    words = request.words
    parts: list[Part] = [Text(step_line(step, words))]
    if not one.goes_on:
        return parts
    buttons, begin, about = list[Button](), in_a_line(step.text, 30), str(step.id)
    if step.seat.acting_id == request.member.id:
        buttons.append(Button(words("step-see", begin=begin), "step.show", about))
    elif step.state in actions.FREE or (step.seat.acting_id is None and step.state is not State.DONE):
        buttons.append(Button(words("step-pass", begin=begin), "step.pass", about))
    elif step.state is State.ASKED and step.by_id == request.member.id and not alone:
        buttons.append(Button(words("step-withdraw", begin=begin), "step.withdraw", about))
    return [*parts, Buttons(tuple(buttons))] if buttons else parts


def step_line(step: Action, words: Words) -> str:
    """By role, and without when it was heard of."""
    seat = seat_title(step.seat, words)
    if step.seat.acting_id is None and step.state is not State.DONE:
        return words("step-line-vacant", what=step.text, seat=seat)
    return words("step-line", what=step.text, seat=seat, state=words(STATES[step.state]))


def _for_team(request: Request, one: Cycle, steps: list[Action]) -> list[Part]:
    words, parts = request.words, list[Part]()
    if len(steps) > SHOWN:
        parts.append(Note(words("more-than-fits")))
    if one.goes_on and steps and all(step.state in (State.STUCK, *actions.FREE) for step in steps):
        parts.append(Text(words("cycle-all-stuck")))
    if one.goal.is_proposed_by(request.member) and (count := quiet(request, one.goal)):
        parts.append(Text(words("cycle-quiet", count=count)))
    return parts


def quiet(request: Request, goal: Goal) -> int:
    """How many steps, where that does not say whose: those of two or more other roles wait."""
    going = model.current(request.session, goal)
    waits = model.steps(request.session, going) if going else []
    others = {one.seat_id for one in waits if one.state in (State.ASKED, *actions.OPEN)}
    others -= {seat.id for seat in seated.acted_for(goal, request.member)}
    return len(model.quiet_steps(request.session, goal, request.now)) if len(others) > 1 else 0


def _own_groups(request: Request, steps: list[Action]) -> list[Part]:
    """What is for their own group alone."""
    session, words, parts = request.session, request.words, list[Part]()
    for step in steps:
        line = session.get(Line, step.id)
        if line is not None and line.audience.admits(session, request.member):
            parts += [Note(words("step-line-own", what=in_a_line(step.text))), *said(line, words)]
    return parts


def said(line: Line, words: Words) -> list[Part]:
    sure = [Note(words("step-sure", sure=line.sure, most=SURE))] if line.sure else []
    return [*([Quote(line.text)] if line.text else []), *sure]


def _buttons(request: Request, one: Cycle) -> list[Part]:
    session, words, id = request.session, request.words, str(one.id)
    newest = model.latest(session, one.goal)
    buttons = list[Button]()
    if one.goes_on:
        over, rests = one.is_over(request.now), model.rests_on(session, one)
        if over or rests:
            buttons.append(Button(words("cycle-end"), "cycle.end", id, "main" if over else ""))
        buttons.append(Button(words("step-add"), "step.add", id))
        if not rests:
            buttons.append(Button(words("cycle-take-back"), "cycle.take-back", id))
    elif one.ended_at is not None and newest is one and can_plan(request, one.goal):
        buttons.append(Button(words("cycle-next"), "cycle.plan", str(one.goal_id), "main"))
        buttons.append(Button(words("cycle-undo"), "cycle.undo", id))
    return [Buttons(tuple(buttons))] if buttons else []


def can_plan(request: Request, goal: Goal) -> bool:
    agreed = goal.agreed_at is not None and goal.closed_at is None
    return agreed and bool(seated.acted_for(goal, request.member)) and model.current(request.session, goal) is None


def what_happened(one: Cycle, words: Words) -> list[Part]:
    """To somebody of the team, once it is over."""
    said = words("cycle-asks", goal=in_a_line(one.goal.change))
    end = path.end(one, words)
    show = Button(words("cycle-see"), "cycle.show", str(one.id))
    return [Text(said), Quote(one.text), Buttons((end, show))]


# A step, to its person ---------------------------------------------------------------------------------------------


def step(session: Session, one: Action, words: Words) -> list[Part]:
    """Asked for, or how it goes: as few buttons as will do."""
    cycle, about = model.cycle_of(session, one), str(one.id)
    assert cycle is not None
    until = days.said(one.until or cycle.until, cycle.goal.district, words)
    title, goal = seat_title(one.seat, words), in_a_line(cycle.goal.change)
    if one.state is State.ASKED:
        again = [Text(words("step-asked-again"))] if one.is_asked_again else []
        yes = Button(words("action-accept"), "action.accept", about, "main")
        help = Button(words("step-need-help"), "action.stuck", about)
        no = Button(words("action-decline"), "action.decline", about)
        asks = Text(words("step-asks", seat=title, until=until, goal=goal))
        return [*again, asks, Quote(one.text), Buttons((yes, help, no)), Note(words("step-asks-foot"))]
    yours = Text(words("step-yours", seat=title, until=until))
    return [yours, Quote(one.text), Buttons(tuple(how_it_goes(one, words))), Note(words("step-foot"))]


def how_it_goes(one: Action, words: Words) -> list[Button]:
    about = str(one.id)
    buttons = [Button(words("action-done"), "action.done", about, "main")]
    buttons.append(Button(words("action-on-the-way"), "action.on-the-way", about))
    if one.state is State.STUCK:
        buttons.append(Button(words("step-ask"), "step.help", about))
    else:
        buttons.append(Button(words("step-stuck"), "action.stuck", about))
    return [*buttons, Button(words("step-more"), "step.show", about)]


def whole_step(session: Session, one: Action, words: Words) -> list[Part]:
    """With all that its person can do about it."""
    line, about = model.own_line(session, one), str(one.id)
    parts: list[Part] = [Text(words("step-state", state=words(STATES[one.state]))), Quote(one.text)]
    if line is not None:
        parts += [Note(words("step-line-yours")), *said(line, words)]
    buttons = how_it_goes(one, words)[:-1] if one.is_open else []
    if one.is_open or one.state is State.DONE:
        buttons.append(Button(words("step-line-add" if line is None else "step-line-change"), "step.line", about))
    if one.state is State.DONE:
        buttons.append(Button(words("step-not-done"), "action.on-the-way", about))
    if one.is_open:
        buttons.append(Button(words("action-hand-back"), "action.hand-back", about))
    if one.state in actions.FREE:
        buttons.append(Button(words("step-after-all"), "action.accept", about))
    return [*parts, *([Buttons(tuple(buttons))] if buttons else []), Note(words("step-foot"))]


# On the page of its goal -------------------------------------------------------------------------------------------


def on_page(request: Request, goal: Goal) -> list[Part]:
    words, session = request.words, request.session
    newest = model.latest(session, goal)
    parts, buttons = list[Part](), list[Button]()
    if newest is not None:
        until = days.said(newest.until, goal.district, words)
        say = "cycle-now" if newest.ended_at is None else "cycle-last"
        parts += [Text(words(say, until=until)), Quote(newest.text)]
        buttons.append(Button(words("cycle-see"), "cycle.show", str(newest.id)))
    if can_plan(request, goal):
        label = words("cycle-next" if newest else "cycle-plan")
        tells = goal.is_proposed_by(request.member) and telling.waits(session, goal)  # that comes first
        buttons.insert(0, Button(label, "cycle.plan", str(goal.id), "" if tells else "main"))
    return [*parts, *([Buttons(tuple(buttons))] if buttons else [])]


def see_goal(goal: Goal, words: Words) -> Buttons:
    assert object_session(goal) is not None
    return see(words("goal-see"), goal, words, "")
