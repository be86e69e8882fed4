"""The name under which something crossed to a joined channel belongs to it, and so do the names by which it calls
others: they are kept as they were when it crossed. A name goes from what shows it once its bearer asks to be unnamed;
what crossed without one never gets any, though its author has one later."""

from __future__ import annotations

from dataclasses import asdict, dataclass, replace
from typing import Any

from sqlalchemy import ColumnElement, and_, or_, select
from sqlalchemy.orm import Session

from bot.boundary import Account, Prose, Span
from bot.bridge import words as prose
from bot.bridge.carrying import MESSAGE
from bot.bridge.joined import names
from bot.bridge.joined.names import Shown
from bot.bridge.model import RelayedMessage, Talk, Thread
from bot.delivery import outbox
from bot.people.model import Group, Member
from bot.texts import Words


@dataclass(frozen=True)
class Byline:
    """`shown_as` is empty without a name. `stand_in`: see `names.stand_in`. `pictured`: their picture may stand beside
    it."""

    shown_as: str = ""
    stand_in: str = ""
    pictured: bool = False

    @property
    def columns(self) -> dict[str, Any]:
        """Of a `RelayedMessage`."""
        return asdict(self)


def of(session: Session, member: Member) -> Byline:
    """What crosses now."""
    row, stand_in = names.of(session, member), names.stand_in(member)
    if row is None or row.shown != Shown.NAMED:
        return Byline(stand_in=stand_in)
    return Byline(row.of(member), stand_in, row.pictured and names.may_be_pictured(member))


def keep(session: Session, carried: RelayedMessage) -> None:
    """It crosses now."""
    if carried.member is None:
        return
    now = of(session, carried.member)
    carried.shown_as, carried.stand_in, carried.pictured = now.shown_as, now.stand_in, now.pictured
    carried.words = prose.dump(called(session, prose.load(carried.words)))
    session.flush()


def author(session: Session, carried: RelayedMessage, words: Words) -> str:
    """Empty: nobody knows who wrote it."""
    if carried.member is None:
        return ""
    kept = Byline(carried.shown_as, carried.stand_in, carried.pictured)
    return name(session, kept, carried.member, carried.id, words)


def was_of(carried: RelayedMessage, group: Group) -> bool:
    """Whether its author was of that group when it crossed; as that it is moderated, and its author known there. Of a
    family it is kept that it was one: it is of the group of which it still is."""
    now = carried.member is not None and carried.member.group_id == group.id
    return carried.stand_in == f"group:{group.id}" or (now and not carried.stand_in.startswith("group:"))


def were_of(group: Group) -> ColumnElement[bool]:
    """The same, in a statement that has the author, too."""
    kept = RelayedMessage.stand_in
    return or_(kept == f"group:{group.id}", and_(Member.group_id == group.id, ~kept.startswith("group:")))


def name(session: Session, kept: Byline, member: Member, carried: int, words: Words) -> str:
    """Of what is kept with that `RelayedMessage`."""
    if _is_named(session, kept, member, carried):
        return kept.shown_as
    return names.standing_in(session, kept.stand_in or names.stand_in(member), words)


def picture(session: Session, kept: Byline, member: Member, carried: int, platform: str) -> Account | None:
    """Whose stands beside it."""
    named = kept.pictured and _is_named(session, kept, member, carried)
    return names.picture_of(session, member, platform) if named else None


def _is_named(session: Session, kept: Byline, member: Member, carried: int) -> bool:
    row = names.of(session, member)
    asked_not_to = row is None or row.shown in (Shown.UNNAMED, Shown.STAYS) or carried <= row.unnamed_up_to
    return bool(kept.shown_as) and not asked_not_to


def is_otherwise(session: Session, member: Member) -> bool:
    """Whether something of theirs crossed under another name than they have now, or with or without one."""
    theirs = select(RelayedMessage.id).join(Thread).join(Talk).where(
        RelayedMessage.member_id == member.id, RelayedMessage.crossed, RelayedMessage.deleted.is_(False),
        Talk.joining_id.is_not(None), RelayedMessage.shown_as != of(session, member).shown_as,
    )  # fmt: skip
    return session.scalar(theirs.limit(1)) is not None


def part(session: Session, _account: str, leaving: Member, returning: Member | None) -> None:
    """They are two again: what one wrote while they were one is not under the other's name. What either asked for holds
    for both."""
    if returning is None:
        return
    other, mine = names.of(session, leaving), names.of(session, returning)
    if other and mine:
        mine.unnamed_up_to = max(mine.unnamed_up_to, other.unnamed_up_to)
    own = mine.of(returning) if mine else ""
    another = RelayedMessage.shown_as.not_in(("", own))  # the other's, or an older one of their own: nothing tells
    returned = and_(
        RelayedMessage.member_id == returning.id, or_(another, RelayedMessage.stand_in == names.stand_in(leaving))
    )
    borrowed = and_(RelayedMessage.member_id == leaving.id, RelayedMessage.shown_as.in_({own} - {""}))
    wrong = select(RelayedMessage).where(or_(returned, borrowed)).order_by(RelayedMessage.id)
    for carried in session.scalars(wrong.with_for_update(of=RelayedMessage)).all():
        if carried.member_id == returning.id:
            carried.stand_in = names.stand_in(returning)
        if carried.member_id == leaving.id or carried.shown_as != own:
            carried.shown_as, carried.pictured = "", False
        if carried.words or carried.deleted:
            outbox.change(session, MESSAGE, carried.id)
    session.flush()


# Whom it mentions ------------------------------------------------------------------------------------------------


def called(session: Session, said: Prose) -> Prose:
    """With each member whom it mentions as they are called now."""

    def call(span: Span) -> Span:
        if (number := _number(span)) is None:
            return span
        now = of(session, session.get_one(Member, number))
        return replace(span, names=f"{prose.MEMBER}{number}/{now.stand_in}/{now.shown_as}")

    return said.each(call)


def called_as_before(said: Prose, before: Prose) -> Prose:
    """It was changed: those whom it mentioned before are called as they were."""
    known = {_number(span): span.names for block in before.blocks for span in block.spans}
    return said.each(lambda span: replace(span, names=known.get(_number(span), span.names)) if _number(span) else span)


def read(session: Session, said: Prose, carried: int, words: Words) -> Prose:
    """As it reads in the other channel, of that `RelayedMessage`."""

    def call(kept: str) -> str:
        number, stand_in, shown_as = (*kept.split("/", 2), "", "")[:3]
        return name(session, Byline(shown_as, stand_in), session.get_one(Member, int(number)), carried, words)

    return prose.resolved(said, call)


def _number(span: Span) -> int | None:
    """Of the member."""
    if not span.names.startswith(prose.MEMBER):
        return None
    return int(span.names.removeprefix(prose.MEMBER).partition("/")[0])
