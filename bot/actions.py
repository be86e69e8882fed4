"""What a seat promised to do, by a day. A promise is accepted, never assigned: somebody asks, and who acts for the seat
says yes or no, and later: done, on the way, or it goes back. Whose meeting or goal it came from shows the answer.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta
from enum import StrEnum
from functools import partial

from sqlalchemy import Enum, ForeignKey, Index, select, update
from sqlalchemy.orm import Mapped, Session, mapped_column, relationship

from bot import notices
from bot.boundary import Answer, Button, Buttons, Part, Quote, Text
from bot.feature import Feature, NoticeKind, Section, Urgency, Waiting
from bot.forms import say
from bot.payloads import Row
from bot.people import model as people
from bot.people.audiences import Audience, AudienceText
from bot.people.cards import acting_name, seat_title
from bot.people.seats import SeatChange
from bot.references import Reference, bring
from bot.request import Refusal, Request, Route
from bot.storage import context
from bot.storage.database import locked
from bot.storage.tables import Table
from bot.texts import Words

KIND = "action"
NOTICE = "action.asked"  # of a notice: it waits for a yes or a no
UNTIL = timedelta(days=14)  # in which that can be told


class State(StrEnum):
    ASKED = "asked"
    DECLINED = "declined"
    PROMISED = "promised"
    ON_THE_WAY = "on the way"
    DONE = "done"
    HANDED_BACK = "handed back"


OPEN = (State.PROMISED, State.ON_THE_WAY)
STATES = {
    State.ASKED: "action-is-asked",
    State.DECLINED: "action-is-declined",
    State.PROMISED: "action-is-promised",
    State.ON_THE_WAY: "action-is-on-the-way",
    State.DONE: "action-is-done",
    State.HANDED_BACK: "action-is-handed-back",
}


class Action(Table):
    """`source` and `source_id` name what it came from, as "meetings" and a series do."""

    __tablename__ = "actions"
    __table_args__ = (Index("ix_actions_source", "source", "source_id"), {"sqlite_autoincrement": True})
    id: Mapped[int] = mapped_column(primary_key=True)
    seat_id: Mapped[int] = mapped_column(ForeignKey("seats.id"), index=True)
    text: Mapped[str]
    audience: Mapped[Audience] = mapped_column(AudienceText)
    until: Mapped[date | None]
    state: Mapped[State] = mapped_column(
        Enum(State, native_enum=False, length=20, values_callable=lambda every: [one.value for one in every])
    )
    by_id: Mapped[int] = mapped_column(ForeignKey("members.id"))  # who wrote it
    at: Mapped[datetime]
    answered_at: Mapped[datetime | None]  # when its state last changed
    source: Mapped[str]
    source_id: Mapped[int]
    seat: Mapped[people.Seat] = relationship(lazy="joined", innerjoin=True)
    by: Mapped[people.Member] = relationship(lazy="joined", innerjoin=True)

    @property
    def is_open(self) -> bool:
        return self.state in OPEN


def promise(
    request: Request, seat: people.Seat, text: str, audience: Audience, until: date | None, source: tuple[str, int]
) -> Action:
    """Promised by who acts for the seat; of anybody else's it is asked."""
    own = seat.acting_id == request.member.id
    action = Action(seat=seat, text=text, audience=audience, until=until, by=request.member, at=request.now)
    action.state = State.PROMISED if own else State.ASKED
    action.source, action.source_id = source
    request.session.add(action)
    request.session.flush()
    if not own:
        _tell(request.session, action, request.now)
    return action


def of(session: Session, source: tuple[str, int], *states: State) -> list[Action]:
    """The oldest first."""
    name, id = source
    found = select(Action).where(Action.source == name, Action.source_id == id, Action.state.in_(states or [*State]))
    return list(session.scalars(found.order_by(Action.id)))


# How it looks ----------------------------------------------------------------------------------------------------


def line(action: Action, words: Words) -> str:
    """ "Rosa Delgado: ask about rooms. On the way." """
    name = acting_name(action.seat, words)
    return words("action-line", name=name, what=action.text, state=words(STATES[action.state]))


def buttons(action: Action, words: Words) -> Buttons:
    """For those who act for its seat."""
    about = str(action.id)
    if action.state is State.ASKED:
        accept = Button(words("action-accept"), "action.accept", about, "main")
        return Buttons((accept, Button(words("action-decline"), "action.decline", about)))
    done = Button(words("action-done"), "action.done", about, "main")
    way = [Button(words("action-on-the-way"), "action.on-the-way", about)] if action.state is State.PROMISED else []
    back = Button(words("action-hand-back"), "action.hand-back", about)
    return Buttons((done, *way, back, bring(KIND, action.id, words)))


def _asked(action: Action, words: Words) -> list[Part]:
    return [Text(words("action-asks", name=action.by.name)), Quote(action.text), buttons(action, words)]


def _promised(action: Action, words: Words) -> list[Part]:
    return [
        Text(words("action-yours", seat=seat_title(action.seat, words))),
        Quote(action.text),
        buttons(action, words),
    ]


def _for_seats(request: Request) -> list[Waiting]:
    mine = [seat.id for seat in people.seats_of(request.session, request.member)]
    found = select(Action).where(Action.seat_id.in_(mine), Action.state.in_((State.ASKED, *OPEN)))
    return [
        Waiting(partial(_asked if one.state is State.ASKED else _promised, one, request.words), Urgency.DO, one.at)
        for one in request.session.scalars(found.order_by(Action.id))
        if one.audience.admits(request.session, request.member)
    ]


# Telling ---------------------------------------------------------------------------------------------------------


def _tell(session: Session, action: Action, now: datetime) -> None:
    if action.seat.acting_id is not None:
        notices.tell(session, action.seat.acting_id, NOTICE, action.id, now, now + UNTIL)


def stands(session: Session, member: people.Member, subject: int) -> bool:
    action = session.get(Action, subject)
    if action is None or action.state is not State.ASKED or action.seat.acting_id != member.id:
        return False
    return action.audience.admits(session, member)


def show(session: Session, subject: int, words: Words) -> list[Part]:
    return _asked(session.get_one(Action, subject), words)


def seat_changed(session: Session, change: SeatChange) -> None:
    """What was asked of the seat is asked of its new holder."""
    waits = select(Action).where(Action.seat_id == change.seat.id, Action.state == State.ASKED)
    for action in session.scalars(waits).all():
        _tell(session, action, context.now(session))


# What people do --------------------------------------------------------------------------------------------------


def find(request: Request) -> Action | None:
    return locked(request.session, Action, request.payload(Row).id)


def act_for_its_seat(request: Request, action: Action) -> None:
    if action.seat.acting_id == request.member.id and action.audience.admits(request.session, request.member):
        return
    raise Refusal.saying(request.words("gone"))


def answer(request: Request, action: Action, state: State, says: str) -> Answer:
    """Pressing again changes nothing."""
    before = (State.ASKED,) if state in (State.PROMISED, State.DECLINED) else OPEN
    if action.state not in (*before, state):
        raise Refusal.saying(request.words("action-not-now", state=request.words(STATES[action.state])))
    action.state, action.answered_at = state, request.now
    return say(request, says)


def _route(state: State, says: str) -> Route:
    return Route(lambda request, action: answer(request, action, state, says), (act_for_its_seat,), find)


def refer(session: Session, id: int) -> Reference | None:
    action = session.get(Action, id)
    return Reference(action.text, action.audience) if action and action.state in (State.ASKED, *OPEN) else None


def merge(session: Session, leaving: people.Member, staying: people.Member) -> None:
    session.execute(update(Action).where(Action.by_id == leaving.id).values(by_id=staying.id))


def feature(_others: Feature) -> Feature:
    return Feature(
        presses={
            "action.accept": _route(State.PROMISED, "action-accepted"),
            "action.decline": _route(State.DECLINED, "action-declined"),
            "action.done": _route(State.DONE, "action-was-done"),
            "action.on-the-way": _route(State.ON_THE_WAY, "action-was-on-the-way"),
            "action.hand-back": _route(State.HANDED_BACK, "action-was-handed-back"),
        },
        references={KIND: refer},
        notices={NOTICE: NoticeKind("", stands, show, at_home=True)},
        home={"actions": Section("action-home", _for_seats)},
        seat_changes=(seat_changed,),
        merges=(merge,),
    )
