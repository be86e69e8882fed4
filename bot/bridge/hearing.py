"""What people say in threads that belong together: written down once, however often and in whatever order it is told,
and said in all the other threads. There is no record of what was told: a message is known by its place and id, and its
last edition stands. What is said anywhere else is neither kept nor counted."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from sqlalchemy import Boolean, String, bindparam, case, select
from sqlalchemy.orm import Session

from bot import may, outbox
from bot.boundary import Address, Attachment, Deleted, Edited, Said
from bot.bridge import words
from bot.bridge.lines import NotYet
from bot.bridge.model import Carried, CarriedFile, Gathering, Stay, Talk, Thread, find
from bot.outbox import Delivery, State
from bot.people import model as people
from bot.store import insert

Marked = Callable[[str, str], bool]  # the name of a card, a text
MESSAGE, FILE = "bridge.message", "bridge.file"  # names of cards


@dataclass(frozen=True)
class Heard:
    """What became of what was told in a talk. `carried`: the message as it stands now, None where nothing changed.
    `stays`: it is not carried, and its author has not been told so before."""

    gathering: Gathering
    member: people.Member | None = None
    carried: Carried | None = None
    is_new: bool = False
    stays: bool = False


def hear(session: Session, said: Said, is_marked: Marked) -> Heard | None:
    """None: it was not said in a talk. `is_marked` tells, with the name of the talk's card, which texts are there for
    more than to be read: where nothing needs to be carried, only these are kept. Raises NotYet."""
    gathering = _find(session, said)
    if gathering is None:
        if not said.to_bot:
            _wait_for_cards(session, said.place)
        return None
    if not gathering.others and not _matters(session, gathering, said, is_marked):
        return Heard(gathering)
    member = people.find_member(session, said)
    if member is None or not all(may.be_carried(member, gathering.here.place, one.place) for one in gathering.threads):
        return Heard(gathering, member, stays=_is_first(session, gathering, said))
    new = _write_down(session, gathering, member, said)
    if new is not None:
        carried = session.get_one(Carried, new)
        _say(session, carried, gathering.others, said.files)
        return Heard(gathering, member, carried, is_new=True)
    changed = _change(session, gathering, said) if isinstance(said, Edited) else None
    return Heard(gathering, member, changed)


def forget(session: Session, gone: Deleted) -> Heard | None:
    """A message was deleted: its words go, here too. None: it was not said in a talk. Raises NotYet."""
    gathering = find(session, gone.place)
    thread = gathering.here if gathering else None
    carried = _carried(session, gone, thread)
    if carried is None:
        if gathering is None:
            _wait_for_cards(session, gone.place)
        elif gathering.others:  # should it still be told that it was said, it is known to be gone
            session.add(Carried(thread=gathering.here, message=gone.message, words="", deleted=True))
        return None
    if carried.deleted:
        return None
    carried.words, carried.deleted = "", True
    for file in carried.files:
        outbox.remove(session, FILE, file.id)
        file.reference = ""
    outbox.change(session, MESSAGE, carried.id)
    gathering = gathering or find(session, Address.parse(carried.thread.under or carried.thread.place.address))
    return Heard(gathering, carried.member, carried) if gathering else None


def said_before(session: Session, thread: Thread) -> None:
    """The thread has just opened: it shows what was said in the others meanwhile."""
    siblings = select(Thread.id).where(Thread.talk_id == thread.talk_id, Thread.id != thread.id)
    said = select(Carried).where(Carried.thread_id.in_(siblings), Carried.deleted.is_(False)).order_by(Carried.id)
    for carried in session.scalars(said):
        _say(session, carried, [thread], ())


def _find(session: Session, said: Said) -> Gathering | None:
    if said.place is None or not said.message:
        return None
    answered = [replace(said.place, thread=said.reply_to)] if said.reply_to and not said.place.thread else []
    return find(session, said.place, *answered)


def _wait_for_cards(session: Session, place: Address | None) -> None:
    """Raises NotYet while a card with a thread is being posted where this may have been said under it."""
    if place is None or not place.workspace:
        return
    here = str(replace(place, thread=""))
    nearby = here if place.thread else f"{place.platform}:{place.workspace}/"
    if session.connection().scalar(_ON_THEIR_WAY, {"nearby": nearby, "exactly": bool(place.thread)}):
        raise NotYet


def _write_down(session: Session, gathering: Gathering, member: people.Member, said: Said) -> int | None:
    """The number of the new row; None: the message is known already."""
    here = gathering.here
    prose = words.cut(words.named(session, said.prose, gathering.talk.district_id))
    add = insert(session)(Carried).values(
        thread_id=here.id,
        message=said.message,
        member_id=member.id,
        words=words.dump(prose),
        edition=said.edition if isinstance(said, Edited) else 0.0,
        deleted=False,
    )
    return session.scalar(add.on_conflict_do_nothing().returning(Carried.id))


def _say(session: Session, carried: Carried, there: Sequence[Thread], files: Sequence[Attachment]) -> None:
    rows = [CarriedFile(carried=carried, name=file.name, size=file.size, reference=file.reference) for file in files]
    session.add_all(rows)
    if rows:
        session.flush()
    for thread in there:
        if thread.under:  # otherwise it is said once that has opened
            to, language = Address.parse(thread.under), thread.place.language
            outbox.say(session, to, MESSAGE, carried.id, language)
            for file in carried.files:
                outbox.say(session, to, FILE, file.id, language)


def _change(session: Session, gathering: Gathering, edited: Edited) -> Carried | None:
    """The message in its new edition; None if a later one is known, or none at all."""
    carried = _carried(session, edited, gathering.here)
    if carried is None or carried.deleted or edited.edition <= carried.edition:
        return None
    carried.words = words.dump(words.cut(words.named(session, edited.prose, gathering.talk.district_id)))
    carried.edition = edited.edition
    _change_files(session, carried, gathering, edited.files)
    outbox.change(session, MESSAGE, carried.id)
    return carried


def _change_files(session: Session, carried: Carried, gathering: Gathering, now: Sequence[Attachment]) -> None:
    kept = {file.reference for file in now}
    for file in carried.files:
        if file.reference and file.reference not in kept:
            outbox.remove(session, FILE, file.id)
            file.reference = ""


def _carried(session: Session, about: Edited | Deleted, thread: Thread | None) -> Carried | None:
    """Nobody else changes it meanwhile. Where a platform does not say in which thread it stood, its channel tells."""
    found = select(Carried).where(Carried.message == about.message).with_for_update(of=Carried)
    if thread is not None:
        return session.scalars(found.where(Carried.thread_id == thread.id)).one_or_none()
    here = found.join(Thread).join(people.Place).where(people.Place.address == str(about.place))
    return session.scalars(here).first()


def _matters(session: Session, gathering: Gathering, said: Said, is_marked: Marked) -> bool:
    known = isinstance(said, Edited) and _carried(session, said, gathering.here) is not None
    return known or is_marked(gathering.talk.card, said.prose.text)


# Made once: making a statement takes longer than running it, and this is run for whatever people say anywhere.
_ON_THEIR_WAY = (
    select(Thread.id)
    .join(Talk, Talk.id == Thread.talk_id)
    .join(people.Place, people.Place.id == Thread.place_id)
    .join(Delivery, (Delivery.card == Talk.card) & (Delivery.subject == Talk.subject))
    .where(
        Thread.under.is_(None),
        Delivery.address == people.Place.address,
        Delivery.state == State.WAITING,
        Delivery.since.is_not(None),
        case(
            (bindparam("exactly", type_=Boolean), people.Place.address == bindparam("nearby")),
            else_=people.Place.address.startswith(bindparam("nearby", type_=String)),
        ),
    )
    .limit(1)
)


def _is_first(session: Session, gathering: Gathering, said: Said) -> bool:
    """Whether this is the first time that something of theirs stays in this talk."""
    add = insert(session)(Stay).values(talk_id=gathering.talk.id, account=str(said.actor))
    return session.scalar(add.on_conflict_do_nothing().returning(Stay.account)) is not None
