"""What is said to a promise (`bot.actions`) by who acts for its seat, and who may bring it along."""

from __future__ import annotations

from functools import partial

from sqlalchemy.orm import Session

from bot import actions
from bot.actions import KIND, Action, Kinds, State
from bot.boundary import Answer
from bot.feature import Feature, Section
from bot.forms import say
from bot.people.cards import seat_title
from bot.references import Reference
from bot.request import Refusal, Request, Route

# From which states each can be reached; pressing again changes nothing.
BEFORE = {
    State.PROMISED: (State.ASKED, *actions.FREE),
    State.DECLINED: (State.ASKED,),
    State.ON_THE_WAY: (*actions.OPEN, State.DONE),
    State.STUCK: (State.ASKED, *actions.OPEN),
    State.DONE: actions.OPEN,
    State.HANDED_BACK: actions.OPEN,
}
SAYS = {
    State.PROMISED: "action-accepted",
    State.DECLINED: "action-declined",
    State.ON_THE_WAY: "action-was-on-the-way",
    State.STUCK: "action-was-stuck",
    State.DONE: "action-was-done",
    State.HANDED_BACK: "action-was-handed-back",
}


def act_for_its_seat(request: Request, action: Action, kinds: Kinds) -> None:
    if not actions.rests_with(request.session, action, request.member, kinds):
        raise Refusal.saying(request.words("gone"))


def answer(request: Request, action: Action, state: State, kinds: Kinds) -> Answer:
    words, kind = request.words, kinds.get(action.source)
    if not actions.goes_on(request.session, action, kinds):
        raise Refusal.saying(words("action-is-over"))
    if action.state not in (*BEFORE[state], state):
        raise Refusal.saying(words("action-not-now", state=words(actions.STATES[action.state])))
    if state is State.PROMISED and action.state is state and action.accepted_by_id not in (None, request.member.id):
        raise Refusal.saying(words("action-accepted-already", seat=seat_title(action.seat, words)))
    if action.accepted_by_id is None or action.state in (State.ASKED, *actions.FREE):
        action.accepted_by_id = request.member.id if state in actions.YES else None
    action.state, action.answered_at = state, request.now
    return kind.answered(request, action) if kind else say(request, SAYS[state])


def refer(session: Session, id: int, kinds: Kinds) -> Reference | None:
    action = session.get(Action, id)
    waits = action is not None and action.state in (State.ASKED, *actions.OPEN)
    if action is None or not waits or not actions.goes_on(session, action, kinds):
        return None
    return Reference(action.text, actions.readers(session, action, kinds))


def feature(others: Feature) -> Feature:
    """Of what `others` ask seats to do."""
    kinds = others.actions

    def to(state: State) -> Route:
        return Route(partial(answer, state=state, kinds=kinds), (partial(act_for_its_seat, kinds=kinds),), actions.find)

    return Feature(
        presses={
            "action.accept": to(State.PROMISED),
            "action.decline": to(State.DECLINED),
            "action.done": to(State.DONE),
            "action.on-the-way": to(State.ON_THE_WAY),
            "action.stuck": to(State.STUCK),
            "action.hand-back": to(State.HANDED_BACK),
        },
        references={KIND: partial(refer, kinds=kinds)},
        notices={actions.NOTICE: actions.asked(kinds)},
        home={"actions": Section("action-home", partial(actions.for_seats, kinds=kinds), seated=True)},
        seat_changes=(actions.seat_changed(kinds),),
    )
