"""Emoji that people put to messages in joined channels, as a count: those of one side on the copy at the other, and
those of the copy in a line below the message itself."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sqlalchemy import ForeignKey, func, or_, select
from sqlalchemy.orm import Mapped, Session, aliased, mapped_column

from bot.boundary import Address, Counted, Message, Part, Quote, Reacted, Text, in_a_line
from bot.bridge import words as prose
from bot.bridge.carrying import BELOW, MESSAGE
from bot.bridge.joined import bylines, joinings, unheard
from bot.bridge.model import RelayedMessage, Spot, Thread, find
from bot.delivery import outbox
from bot.delivery.outbox import Delivery
from bot.people.cards import label_of
from bot.people.places import Place
from bot.storage.tables import Table
from bot.texts import Texts, Words

MOST, LONGEST, SHORT = 10, 40, 60  # emoji that are shown, characters of one, and of what is quoted
JUST = 2.0  # seconds by which a platform tells of one later than it counts it
UNKNOWN = "?"  # who put one while nobody heard it


class Reaction(Table):
    """One person's, at the message itself or at its copy. What was taken away stays, for the last word to count."""

    __tablename__ = "reactions"
    carried_id: Mapped[int] = mapped_column(ForeignKey("carried.id"), primary_key=True)
    place_id: Mapped[int] = mapped_column(ForeignKey("places.id"), primary_key=True)
    emoji: Mapped[str] = mapped_column(primary_key=True)
    account: Mapped[str] = mapped_column(primary_key=True)
    on: Mapped[bool]
    at: Mapped[float]


def hear(session: Session, reacted: Reacted) -> None:
    """Raises NotYet."""
    if (found := _find(session, reacted)) is None or len(reacted.emoji) > LONGEST:
        return
    carried, place = found
    rows = _rows(session, carried.id, place, reacted.emoji)
    mine = next((row for row in rows if row.account == str(reacted.actor)), None)
    if mine is not None and (mine.at >= reacted.at or mine.on == reacted.on):
        mine.at = max(mine.at, reacted.at)
        return
    unknown = [row for row in rows if row.on and row.account.startswith(UNKNOWN)]
    if reacted.on:  # one that was just counted may be this very one
        unknown = [row for row in unknown if reacted.at <= row.at + JUST]
    elif mine is not None:
        unknown = []
    if unknown:
        unknown[0].on = False
    if mine is None:
        mine = Reaction(carried_id=carried.id, place_id=place, emoji=reacted.emoji, account=str(reacted.actor))
        session.add(mine)
    mine.on, mine.at = reacted.on, reacted.at
    _show(session, carried, place)


def count(session: Session, counted: Counted) -> None:
    """What was missed: how many there are, whoever they are. Raises NotYet."""
    if (found := _find(session, counted)) is None:
        return
    carried, place = found
    wanted = dict(counted.counts)
    if counted.whole:
        wanted = dict.fromkeys(counts(session, carried.id, place), 0) | wanted
    changed = [_make(session, carried.id, place, emoji, many, counted.at) for emoji, many in sorted(wanted.items())]
    if any(changed):
        _show(session, carried, place)


def counts(session: Session, carried: int, place: int) -> Mapping[str, int]:
    """The most frequent first."""
    many = func.count().label("many")
    of = select(Reaction.emoji, many).where(
        Reaction.carried_id == carried, Reaction.place_id == place, Reaction.on.is_(True)
    )
    rows = session.execute(of.group_by(Reaction.emoji).order_by(many.desc(), Reaction.emoji)).all()
    return {row.emoji: row.many for row in rows}


def counted(session: Session, threads: Sequence[int]) -> Mapping[int, Mapping[str, Mapping[str, int]]]:
    """By the thread and the message, original or copy, as far as there are any."""
    many, here = func.count().label("many"), aliased(Thread)
    on = select(Reaction.emoji, many).join_from(Reaction, RelayedMessage, RelayedMessage.id == Reaction.carried_id)
    on = on.where(Reaction.on.is_(True), here.id.in_(threads))
    own = on.join(here, here.id == RelayedMessage.thread_id).where(Reaction.place_id == here.place_id)
    copies = on.join(Delivery, (Delivery.card == MESSAGE) & (Delivery.subject == Reaction.carried_id))
    copies = copies.join(here, here.under == Delivery.address).where(Reaction.place_id == here.place_id)
    found: dict[int, dict[str, dict[str, int]]] = {}
    for of, message in ((own, RelayedMessage.message), (copies, Delivery.remote)):
        each = of.add_columns(here.id.label("thread"), message.label("message"))
        for row in session.execute(each.group_by(Reaction.emoji, here.id, message)):
            found.setdefault(row.thread, {}).setdefault(row.message, {})[row.emoji] = row.many
    return found


def line(session: Session, carried: int, place: int) -> str:
    """ "👍 3 · 🎉 1"; empty: there are none."""
    found = [f"{emoji} {many}" for emoji, many in counts(session, carried, place).items()]
    return " · ".join(found[:MOST] + ["…"] * (len(found) > MOST))


def below(session: Session, subject: int, words: Words, texts: Texts) -> Message:
    """Of the copies of a message, in the thread below it. One that stands in a thread is named by its beginning."""
    carried = session.get_one(RelayedMessage, subject)
    places = session.scalars(
        select(Place).join(Reaction, Reaction.place_id == Place.id)
        .where(Reaction.carried_id == subject, Reaction.place_id != carried.thread.place_id).distinct()
        .order_by(Place.id)
    ).all()  # fmt: skip
    if carried.deleted or not places:
        return Message(())
    lines: list[Part] = []
    for place in places:
        found = line(session, subject, place.id)
        label = label_of(place.name, place.address)
        lines.append(
            Text(
                words("bridge-reacted", place=label, reactions=found)
                if found
                else words("bridge-reacted-no", place=label)
            )
        )
    said = bylines.read(session, prose.load(carried.words), subject, words).text
    if carried.thread.under != carried.thread.place.address and said:
        lines.append(Quote(in_a_line(said, SHORT)))
    return Message(tuple(lines))


def _find(session: Session, about: Reacted | Counted) -> tuple[RelayedMessage, int] | None:
    """The message, and the place where this was put to it or to its copy; nobody else changes them meanwhile."""
    if about.place is None:
        return None
    at = str(about.place)
    itself = select(RelayedMessage.id, Thread.place_id).join(Thread).join(Place)
    here = itself.where(
        RelayedMessage.message == about.message,
        or_(Place.address == at, Thread.under == at, Thread.room == at),
    )
    first = session.execute(here.limit(1)).first()
    row = (first.id, first.place_id) if first else None
    if row is None:
        copies = select(Delivery.subject, Delivery.address).where(
            Delivery.remote == about.message, Delivery.card == MESSAGE
        )
        copy = next((one for one in session.execute(copies) if _is_in(one.address, about.place)), None)
        there = find(session, Address.parse(copy.address)) if copy else None
        row = (copy.subject, there.here.place) if copy and there else None
    if row is None:
        if isinstance(about, Reacted) or about.counts:
            unheard.wait_for(session, about.place, about.message, ours=isinstance(about, Reacted) and about.ours)
        return None
    locked = select(RelayedMessage).where(RelayedMessage.id == row[0]).with_for_update(of=RelayedMessage)
    carried = session.scalars(locked).one()
    joining = carried.thread.talk.joining_id
    on = joining is not None and not carried.deleted and joinings.is_on(session, joining)
    return (carried, row[1]) if on else None


def _is_in(address: str, place: Address) -> bool:
    """A thread may come as a channel of its own, and Slack names none."""
    at = Address.parse(address)
    return (at.platform, at.workspace) == (place.platform, place.workspace) and place.channel in (at.channel, at.thread)


def _make(session: Session, carried: int, place: int, emoji: str, many: int, at: float) -> bool:
    """Whether there were not as many."""
    rows = _rows(session, carried, place, emoji)
    on = sorted((row for row in rows if row.on), key=lambda row: not row.account.startswith(UNKNOWN))
    for row in on[: max(0, len(on) - many)]:
        row.on = False
    spare = [row for row in rows if row.account.startswith(UNKNOWN) and not row.on]
    lacking = max(0, many - len(on))
    for row in spare[:lacking]:
        row.on, row.at = True, at
    for number in range(len(rows), len(rows) + lacking - len(spare)):
        who = f"{UNKNOWN}{number}"
        session.add(Reaction(carried_id=carried, place_id=place, emoji=emoji, account=who, on=True, at=at))
    session.flush()
    return len(on) != many


def _rows(session: Session, carried: int, place: int, emoji: str) -> list[Reaction]:
    of = (Reaction.carried_id == carried, Reaction.place_id == place, Reaction.emoji == emoji)
    return list(session.scalars(select(Reaction).where(*of).order_by(Reaction.account)))


def _show(session: Session, carried: RelayedMessage, place: int) -> None:
    session.flush()
    if place == carried.thread.place_id:
        outbox.change(session, MESSAGE, carried.id)
        return
    if session.scalar(select(Delivery.id).where(*outbox.shows(BELOW, carried.id)).limit(1)) is not None:
        outbox.change(session, BELOW, carried.id)
    elif (here := _thread_below(session, carried)) is not None:
        to, language = here
        outbox.say(session, to, BELOW, carried.id, language)
        outbox.settle(session, BELOW, carried.id)


def _thread_below(session: Session, carried: RelayedMessage) -> tuple[Address, str] | None:
    gathering = find(session, Address.parse(carried.thread.under)) if carried.thread.under else None
    if gathering is None:
        return None
    spot: Spot = gathering.here
    at = Address.parse(spot.under)
    message = _said_here(session, carried, spot) if carried.typed else carried.message
    below = Address(at.platform, at.workspace, at.channel, message) if spot.is_channel else at
    return (below, spot.language) if message else None


def _said_here(session: Session, carried: RelayedMessage, spot: Spot) -> str:
    """The bot's own message; empty: it does not stand yet."""
    here = (*outbox.shows(MESSAGE, carried.id), Delivery.address == spot.under)
    return session.scalar(select(Delivery.remote).where(*here).limit(1)) or ""
