"""What people say in threads that belong together: written down once, however often and in which order it is told,
and said in all the other threads. There is no record of what was told: a message is known by its place and id, and its
last edition stands. What is said anywhere else is neither kept nor counted."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cache
from typing import Any

from sqlalchemy import Insert, Select, select
from sqlalchemy.orm import Session

from bot import may
from bot.boundary import Address, Deleted, Edited, Prose, Said
from bot.bridge import carrying, on_their_way, words
from bot.bridge.carrying import FILE, MESSAGE
from bot.bridge.joined import below, crossing, joinings, moderation, names, unheard
from bot.bridge.joined.model import Typed
from bot.bridge.model import HeldMessage, RelayedMessage, Spot, Stay, Thread, ThreadGroup, find
from bot.delivery import outbox, rulings
from bot.people import accounts, belongings, records
from bot.people import model as people
from bot.people.places import Place
from bot.people.records import Found
from bot.storage.database import insert
from bot.storage.tables import Table

WhyNot = Callable[[ThreadGroup, str], str | None]  # of a text
NOTHING = Prose()
HELD = "bridge.held"  # name of a card


@dataclass(frozen=True)
class Heard:
    """What became of what was told in a talk. `carried`: the number of the message, None where nothing changed; `prose`
    what it says now. `stays`: it is not carried, and its author has not been told so before. `held`: what looks like
    part of a student's record in it, because of which its author is asked first, by the number of the `HeldMessage`.
    `asks`: it waits until its author has said under which name it crosses, and they are to be asked now. `why`: a name
    in `content/` for why it stays. `slowed`: when it crosses, if its author is to be told."""

    gathering: ThreadGroup
    member: people.Member | None = None
    carried: int | None = None
    prose: Prose = NOTHING
    is_new: bool = False
    stays: bool = False
    why: str = "bridge-stays"
    asks: bool = False
    held: int | None = None
    slowed: datetime | None = None
    found: Sequence[Found] = ()


def hear(session: Session, said: Said, why_not: WhyNot, now: datetime, sure: str = "") -> Heard | None:
    """None: it was not said in a talk. `why_not` returns None for texts that are there for more than to be read: where
    nothing needs to be carried, only these are kept. For others it names what their author is told once, "" being
    nothing. `sure` is the mark of what its author has decided to leave in. Raises NotYet."""
    gathering = _find(session, said)
    if gathering is None and not said.to_bot:
        on_their_way.wait_for(session, said.place)
        gathering = _find(session, said)  # between the two looks another worker may have written down that it stands
        if gathering is None and (channel := below.channel(session, said)):
            return _stays_below(session, channel, said)
        if gathering is None and said.place and said.place.thread:
            unheard.wait_for(session, said.place, said.place.thread)
    if gathering is None:
        return None
    if not gathering.others and (why := _why_ignored(session, gathering, said, why_not)) is not None:
        member = accounts.find_member(session, said) if why else None
        return Heard(gathering, member, stays=bool(why) and _is_first(session, gathering, said), why=why)
    member, here = accounts.find_member(session, said), gathering.here
    if gathering.joining is not None and (kept := _keeps(session, gathering, member, said, now)):
        return kept
    if member is None or not all(may.be_carried(member, here, there) for there in gathering.spots):
        if gathering.joining is not None:
            _mark_gone(session, said, here)
        why = Heard.why if gathering.others else "bridge-not-passed-on"
        return Heard(gathering, member, stays=_is_first(session, gathering, said), why=why)
    name = words.named if gathering.joining is None else words.pointed
    prose = words.cut(name(session, said.prose, here.district_id))
    found = look_through(gathering, member.district, prose, said, now) if gathering.others else ()
    if found and records.mark(found) != sure:
        return Heard(gathering, member, prose=prose, held=_hold(session, here, member, said), found=found)
    waits = gathering.joining is not None and not names.is_chosen(session, member)
    at = crossing.moment(session, gathering.joining, member, now) if gathering.joining is not None else now
    if at > now + crossing.LONGEST and _carried(session, said, here) is None:
        return Heard(gathering, member, stays=_mark_gone(session, said, here), why="joining-stays-often")
    unnamed = gathering.joining is not None and names.is_unnamed(session, member)
    row = {"waits_since": now if waits else None, "crosses_at": at, "crossed": not waits and at <= now}
    typed = isinstance(said, Typed)
    row |= {"unnamed": unnamed, "typed": typed}
    new = _write_down(session, here, member, said, prose, **row)
    if new is not None:
        files = carrying.keep_files(session, new, said.files, carried=gathering.files)
        if gathering.joining is not None and here.is_channel:
            carrying.begin_thread(session, gathering, new, "" if typed else said.message)
        if waits:
            return Heard(gathering, member, new, prose, is_new=True, asks=names.is_to_be_asked(session, member, now))
        if at > now:
            crossing.put_off(session, new, at)
            slowed = at if crossing.is_first_slowed(session, gathering.joining, member, now, at) else None
            return Heard(gathering, member, new, prose, is_new=True, slowed=slowed)
        if gathering.joining is not None:  # the pause may have been longer for what was said before
            crossing.cross(session, new, now)
        carrying.say(session, new, carrying.spots(gathering, typed=typed), files, gathering.joining)
        return Heard(gathering, member, new, prose, is_new=True)
    if isinstance(said, Edited) and (changed := _change(session, here, said, prose)) is not None:
        return Heard(gathering, member, changed, prose)
    return Heard(gathering, member)


def _keeps(
    session: Session, gathering: ThreadGroup, member: people.Member | None, said: Said, now: datetime
) -> Heard | None:
    """What does not cross to the other channel, whatever it says: it is known to stay, should it be told once more."""
    why = _why_it_stays(session, gathering, member, now)
    if why is None or member is None:
        return None
    is_new = _mark_gone(session, said, gathering.here)
    if not is_new and isinstance(said, Edited) and why == names.OWN_WISH:
        return None  # what has crossed before is kept as its author has it
    return Heard(gathering, member, stays=is_new and why != names.OWN_WISH, why=why)


def _stays_below(session: Session, channel: ThreadGroup, said: Said) -> Heard:
    """What it answers is not in the other channel. Whose words never cross knows that."""
    member = accounts.find_member(session, said)
    if member is None:
        return Heard(channel, stays=_is_first(session, channel, said))
    is_new = _mark_gone(session, said, channel.here)
    return Heard(channel, member, stays=is_new and not names.stays(session, member), why="joining-stays-below")


def _why_it_stays(session: Session, gathering: ThreadGroup, member: people.Member | None, now: datetime) -> str | None:
    if gathering.joining is None or member is None:
        return None
    if not joinings.is_on(session, gathering.joining) or joinings.end_if_unfit(
        session, gathering.joining, gathering.spots, now
    ):
        return "joining-stays-ended"
    if moderation.is_muted(session, member, gathering.joining, now):
        return "joining-stays-muted"
    return names.OWN_WISH if names.stays(session, member) else None


def look_through(
    gathering: ThreadGroup | None, district: people.District, prose: Prose, said: Said, now: datetime
) -> list[Found]:
    """What its author is asked about before it is carried: of a student's record and, where it may come to families,
    links that lead elsewhere than they look."""
    text = "\n".join((prose.text, *(file.name for file in said.files)))
    spans = [span for block in prose.blocks for span in block.spans if span.misleads]
    links = [Found(records.LINK, f"{span.text} ({span.leads_to})") for span in spans]
    return [*records.find(district, text, now), *(links if gathering and gathering.joining is not None else ())]


def is_held(session: Session, said: Said) -> bool:
    """Whether just this still waits for its author's word."""
    gathering = find(session, said.place) if said.place else None
    row = session.scalars(_held(gathering.here, said.message)).one_or_none() if gathering else None
    return row is not None and row.edition == _edition(said)


def _held(here: Spot, message: str) -> Select[HeldMessage]:
    return select(HeldMessage).where(HeldMessage.thread_id == here.thread, HeldMessage.message == message)


def forget(session: Session, gone: Deleted) -> Heard | None:
    """A message was deleted: its words go, here too. None: it was not said in a talk. Raises NotYet."""
    gathering = find(session, gone.place)
    carried = _carried(session, gone, gathering.here if gathering else None)
    if carried is None and gathering is None:
        on_their_way.wait_for(session, gone.place)
        gathering = find(session, gone.place)
        carried = _carried(session, gone, gathering.here) if gathering else None
    if gathering and (held := session.scalars(_held(gathering.here, gone.message)).one_or_none()):
        outbox.remove(session, HELD, held.id)
        session.delete(held)
    if carried is None and gathering and gathering.others and not _mark_gone(session, gone, gathering.here):
        carried = _carried(session, gone, gathering.here)  # another worker has just written down that it was said
    if carried is None or carried.deleted:
        return None
    carried.words, carried.deleted = "", True
    for file in carried.files:
        outbox.remove(session, FILE, file.id)
        rulings.leave(session, FILE, file.id)
        file.reference = ""
    if rulings.leave(session, MESSAGE, carried.id):
        crossing.keep_answers(session, carried)
    if gathering is None and carried.thread.under:
        gathering = find(session, Address.parse(carried.thread.under))
    return Heard(gathering, carried.member, carried.id) if gathering else None


def _find(session: Session, said: Said) -> ThreadGroup | None:
    if said.place is None or not said.message:
        return None
    found = find(session, said.place)
    if said.reply_to and not said.place.thread and (found is None or found.here.is_channel):
        below = find(session, replace(said.place, thread=said.reply_to))
        # What replies to somebody in a joined channel stands in the channel, here and there.
        found = found if below is None or below.card == MESSAGE else below
    if found and not all(spot.under for spot in found.spots):
        # Another worker may be writing down that one of them opens: either it finds what is said now, or we find that.
        opening = select(Thread.id).where(Thread.talk_id == found.talk).order_by(Thread.id)
        session.connection().execute(opening.with_for_update(read=True))
        found = find(session, Address.parse(found.here.under))
    return found


def _write_down(
    session: Session, here: Spot, member: people.Member, said: Said, prose: Prose, **waits: object
) -> int | None:
    """The number of the new row; None: the message is known already."""
    row = {"member_id": member.id, "words": words.dump(prose), "edition": _edition(said)}
    new = _add(session, here, said.message, **row, **waits)
    if new is not None:
        belongings.note(session, member, said.actor, RelayedMessage.member_id, new)
    return new


def _edition(said: Said) -> float:
    return said.edition if isinstance(said, Edited) else 0.0


def _hold(session: Session, here: Spot, member: people.Member, said: Said) -> int | None:
    """The number of the row; None: this edition or a later one is known."""
    known = _carried(session, said, here)
    if known is not None and (known.deleted or _edition(said) <= known.edition):
        return None
    row = {"thread_id": here.thread, "message": said.message, "member_id": member.id, "edition": _edition(said)}
    add = insert(session)(HeldMessage).values(row)
    hold = add.on_conflict_do_update(
        index_elements=["message", "thread_id"],
        set_={"edition": add.excluded.edition},
        where=HeldMessage.edition < add.excluded.edition,
    )
    id: int | None = session.scalar(hold.returning(HeldMessage.id))
    if id is not None:
        belongings.note(session, member, said.actor, HeldMessage.member_id, id)
    return id


def _mark_gone(session: Session, gone: Said | Deleted, here: Spot) -> bool:
    """Should it still be told that it was said, it is known to be gone. False: the message is known already."""
    return _add(session, here, gone.message, deleted=True) is not None


def _add(session: Session, here: Spot, message: str, **row: object) -> int | None:
    """Waits for another worker that is writing the same message down."""
    usual = {"member_id": None, "words": "", "edition": 0.0, "deleted": False, "waits_since": None}
    usual |= {"crosses_at": None, "crossed": True, "unnamed": False, "why": "", "typed": False}
    row = {"thread_id": here.thread, "message": message, **usual, **row}
    id: int | None = session.connection().scalar(_adding(insert(session)), row)
    return id


def _change(session: Session, here: Spot, edited: Edited, prose: Prose) -> int | None:
    """The message's number; None if a later edition is known, or that it is gone."""
    carried = _carried(session, edited, here)
    if carried is None or carried.deleted or edited.edition <= carried.edition:
        return None
    carried.words, carried.edition = words.dump(prose), edited.edition
    kept = {file.reference for file in edited.files}
    for file in carried.files:
        if file.reference and file.reference not in kept:
            outbox.remove(session, FILE, file.id)
            file.reference = ""
            if not carried.crossed:  # it is as if it had never been there
                session.delete(file)
    outbox.change(session, MESSAGE, carried.id)
    return carried.id


def _carried(session: Session, about: Said | Deleted, spot: Spot | None) -> RelayedMessage | None:
    """Nobody else changes it meanwhile. Where a platform does not say in which thread it stood, its channel tells."""
    found = select(RelayedMessage).where(RelayedMessage.message == about.message).with_for_update(of=RelayedMessage)
    if spot is not None and not spot.is_channel:
        return session.scalars(found.where(RelayedMessage.thread_id == spot.thread)).one_or_none()
    here = found.join(Thread).join(Place).where(Place.address == str(about.place))
    return session.scalars(here).first()


def _why_ignored(session: Session, gathering: ThreadGroup, said: Said, why_not: WhyNot) -> str | None:
    known = isinstance(said, Edited) and _carried(session, said, gathering.here) is not None
    return None if known else why_not(gathering, said.prose.text)


@cache
def _adding(insert: Callable[[type[Table]], Any]) -> Insert:
    """Made once: making a statement takes longer than running it."""
    add: Insert = insert(RelayedMessage).on_conflict_do_nothing().returning(RelayedMessage.id)
    return add


def _is_first(session: Session, gathering: ThreadGroup, said: Said) -> bool:
    """Whether this is the first time that something of theirs stays in this talk."""
    add = insert(session)(Stay).values(talk_id=gathering.talk, account=str(said.actor))
    return session.scalar(add.on_conflict_do_nothing().returning(Stay.account)) is not None
