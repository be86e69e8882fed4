"""What a seat promised to do, by a day. A promise is accepted, never assigned: somebody asks, and who acts for the seat
says yes or no, or that they need help, and later: done, on the way, stuck, or it goes back. Whose meeting or goal it
came from shows the answer. A new holder is asked again: nobody promises for somebody else.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from enum import StrEnum
from functools import partial

from sqlalchemy import Enum, ForeignKey, Index, select
from sqlalchemy.orm import Mapped, Session, mapped_column, relationship

from bot import notices
from bot.boundary import Button, Buttons, Part, Quote, Text
from bot.feature import ActionKind, NoticeKind, SeatChanged, Urgency, Waiting
from bot.payloads import Row
from bot.people import model as people
from bot.people.audiences import Audience, AudienceText
from bot.people.cards import acting_name, seat_title
from bot.people.seats import SeatChange
from bot.references import bring
from bot.request import Request
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
    STUCK = "stuck"
    DONE = "done"
    HANDED_BACK = "handed back"


OPEN = (State.PROMISED, State.ON_THE_WAY, State.STUCK)
YES = (State.PROMISED, State.ON_THE_WAY, State.DONE)
FREE = (State.DECLINED, State.HANDED_BACK)
STATES = {
    State.ASKED: "action-is-asked",
    State.DECLINED: "action-is-declined",
    State.PROMISED: "action-is-promised",
    State.ON_THE_WAY: "action-is-on-the-way",
    State.STUCK: "action-is-stuck",
    State.DONE: "action-is-done",
    State.HANDED_BACK: "action-is-handed-back",
}
Kinds = Mapping[str, ActionKind]


class Action(Table):
    """`source` and `source_id` name what it came from, as "meetings" and a series do; `audience` are its readers at the
    time, where that has none of its own (`readers`)."""

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
    accepted_by_id: Mapped[int | None] = mapped_column(ForeignKey("members.id"))  # who said yes for the seat
    at: Mapped[datetime]
    answered_at: Mapped[datetime | None]  # when its state last changed, or was said to be the same
    source: Mapped[str]
    source_id: Mapped[int]
    seat: Mapped[people.Seat] = relationship(lazy="joined", innerjoin=True)
    by: Mapped[people.Member] = relationship(lazy="joined", innerjoin=True, foreign_keys=[by_id])

    @property
    def is_open(self) -> bool:
        return self.state in OPEN

    @property
    def is_asked_again(self) -> bool:
        """Somebody had said yes who does not act for the seat any more."""
        return self.state is State.ASKED and self.accepted_by_id is not None

    @property
    def heard_at(self) -> datetime:
        """When it was last heard of."""
        return self.answered_at or self.at


def promise(
    request: Request, seat: people.Seat, text: str, audience: Audience, until: date | None, source: tuple[str, int]
) -> Action:
    """Promised by who acts for the seat; of anybody else's it is asked."""
    action = Action(text=text, audience=audience, until=until)
    action.source, action.source_id = source
    request.session.add(action)
    ask(request, action, seat)
    return action


def ask(request: Request, action: Action, seat: people.Seat) -> None:
    """Of this seat, whatever another has said to it."""
    own = seat.acting_id == request.member.id
    action.seat, action.state = seat, State.PROMISED if own else State.ASKED
    action.accepted_by_id, action.answered_at = request.member.id if own else None, None
    action.by, action.at = request.member, request.now
    request.session.flush()
    if not own:
        _tell(request.session, action, request.now)


def withdraw(session: Session, action: Action) -> None:
    """It is not wanted any more, and nobody has done anything for it."""
    notices.forget_all(session, NOTICE, action.id)
    session.delete(action)
    session.flush()


def of(session: Session, source: tuple[str, int], *states: State) -> list[Action]:
    """The oldest first."""
    name, id = source
    found = select(Action).where(Action.source == name, Action.source_id == id, Action.state.in_(states or [*State]))
    return list(session.scalars(found.order_by(Action.id)))


def find(request: Request) -> Action | None:
    return locked(request.session, Action, request.payload(Row).id)


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


def drawn(session: Session, action: Action, words: Words, kinds: Kinds) -> list[Part]:
    """To who acts for its seat."""
    if kind := kinds.get(action.source):
        return kind.show(session, action, words)
    if action.state is State.ASKED:
        return [Text(words("action-asks", name=action.by.name)), Quote(action.text), buttons(action, words)]
    said = words("action-yours", seat=seat_title(action.seat, words))
    return [Text(said), Quote(action.text), buttons(action, words)]


def goes_on(session: Session, action: Action, kinds: Kinds) -> bool:
    kind = kinds.get(action.source)
    return kind is None or kind.goes_on(session, action)


def readers(session: Session, action: Action, kinds: Kinds) -> Audience:
    """Those of what it belongs to, as they are now: they may have become fewer, or others."""
    kind = kinds.get(action.source)
    return kind.readers(session, action) if kind else action.audience


def rests_with(session: Session, action: Action, member: people.Member, kinds: Kinds) -> bool:
    return action.seat.acting_id == member.id and readers(session, action, kinds).admits(session, member)


def for_seats(request: Request, kinds: Kinds) -> list[Waiting]:
    session, mine = request.session, [seat.id for seat in people.seats_of(request.session, request.member)]
    found = select(Action).where(Action.seat_id.in_(mine), Action.state.in_((State.ASKED, *OPEN)))
    return [
        Waiting(partial(drawn, session, one, request.words, kinds), Urgency.DO, one.at)
        for one in session.scalars(found.order_by(Action.id))
        if rests_with(session, one, request.member, kinds) and goes_on(session, one, kinds)
    ]


# Telling ---------------------------------------------------------------------------------------------------------


def _tell(session: Session, action: Action, now: datetime) -> None:
    if action.seat.acting_id is not None:
        notices.tell(session, action.seat.acting_id, NOTICE, action.id, now, now + UNTIL)


def asked(kinds: Kinds) -> NoticeKind:
    def stands(session: Session, member: people.Member, subject: int) -> bool:
        action = session.get(Action, subject)
        if action is None or action.state is not State.ASKED:
            return False
        return rests_with(session, action, member, kinds) and goes_on(session, action, kinds)

    def show(session: Session, subject: int, words: Words) -> list[Part]:
        return drawn(session, session.get_one(Action, subject), words, kinds)

    return NoticeKind("", stands, show, at_home=True)


def seat_changed(kinds: Kinds) -> SeatChanged:
    """What was asked of the seat is asked of its new holder; so is what its old one said yes to, unless they hold it
    still and are away."""

    def changed(session: Session, change: SeatChange) -> None:
        now, seat = context.now(session), change.seat
        theirs = select(Action.id).where(Action.seat_id == seat.id, Action.state.in_((State.ASKED, *OPEN)))
        for id in session.scalars(theirs.order_by(Action.id).with_for_update()).all():
            action = locked(session, Action, id)
            assert action is not None
            accepted = action.accepted_by_id or (change.before.id if change.before else None)
            if action.state is not State.ASKED:
                if accepted is None or accepted in (seat.holder_id, seat.acting_id):
                    continue
                action.state, action.accepted_by_id, action.answered_at = State.ASKED, accepted, now
            if goes_on(session, action, kinds):
                _tell(session, action, now)

    return changed
