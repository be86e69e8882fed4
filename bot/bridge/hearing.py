"""What people say in threads that belong together: written down once, however often and in which order it is told,
and said in all the other threads. What is said anywhere else is neither kept nor counted."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot import may
from bot.boundary import Address, Deleted, Edited, Prose, Said
from bot.bridge import carrying, on_their_way, taking_back, words, written
from bot.bridge.carrying import CHANGED, MESSAGE
from bot.bridge.joined import below, bylines, crossing, joinings, moderation, names, unheard
from bot.bridge.joined.model import Typed
from bot.bridge.model import Stay, Thread, ThreadGroup, find
from bot.delivery import outbox
from bot.people import accounts, records
from bot.people import model as people
from bot.people.records import Found
from bot.storage.database import insert

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
    if isinstance(said, Edited):
        taking_back.take_down_apart(session, said)
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
    if _was_said_before(session, gathering, said):
        return Heard(gathering, member)
    if gathering.joining is not None and (kept := _keeps(session, gathering, member, said, now)):
        return kept
    if member is None or not all(may.be_carried(member, here, there) for there in gathering.spots):
        if gathering.joining is not None:
            _stays_here(session, gathering, said)
        why = Heard.why if gathering.others else "bridge-not-passed-on"
        return Heard(gathering, member, stays=_is_first(session, gathering, said), why=why)
    name = words.named if gathering.joining is None else words.pointed
    prose = words.cut(name(session, said.prose, here.district_id))
    found = look_through(gathering, member.district, prose, said, now) if gathering.others else ()
    if found and records.mark(found) != sure:
        return Heard(gathering, member, prose=prose, held=_hold(session, gathering, member, said), found=found)
    waits = gathering.joining is not None and not names.is_chosen(session, member)
    at = crossing.moment(session, gathering.joining, member, now) if gathering.joining is not None else now
    if at > now + crossing.LONGEST and written.find(session, gathering, said.message) is None:
        return Heard(gathering, member, stays=written.mark_gone(session, said, here), why="joining-stays-often")
    row = {"waits_since": now if waits else None, "crosses_at": at, "crossed": not waits and at <= now}
    row |= {"typed": (typed := isinstance(said, Typed))}
    if gathering.joining is not None:
        prose, row = bylines.called(session, prose), row | bylines.of(session, member).columns
    new = written.add(session, gathering, member, said, prose, **row)
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
            crossing.say_what_is_above(session, gathering)
        carrying.say(session, new, carrying.spots(gathering, typed=typed), files, gathering.joining)
        return Heard(gathering, member, new, prose, is_new=True)
    if isinstance(said, Edited) and (changed := written.change(session, gathering, said, prose)) is not None:
        return Heard(gathering, member, changed, prose)
    return Heard(gathering, member)


def _was_said_before(session: Session, gathering: ThreadGroup, said: Said) -> bool:
    """Before the channel was joined, and somebody changed it now, or it is told once more: what they said then does not
    cross. What crossed while the same channels were joined before is changed there."""
    if gathering.joining is None or not gathering.here.is_channel:
        return False
    if not unheard.is_from_before(session, gathering, said.message):
        return False
    return not isinstance(said, Edited) or written.find(session, gathering, said.message) is None


def _stays_here(session: Session, gathering: ThreadGroup, said: Said, why: str = "") -> bool:
    """What does not cross is known to stay, should it be told once more. False: it is known already; copies of what
    crossed before don't keep what their author has changed."""
    if isinstance(said, Edited) and (known := written.find(session, gathering, said.message)) is not None:
        if why != names.OWN_WISH:
            taking_back.take_down(session, said, [known], taking_back.IN_TIME[why])
        return False
    return written.mark_gone(session, said, gathering.here)


def _keeps(
    session: Session, gathering: ThreadGroup, member: people.Member | None, said: Said, now: datetime
) -> Heard | None:
    """What does not cross to the other channel, of all kinds."""
    why = _why_it_stays(session, gathering, member, now)
    if why is None or member is None:
        return None
    is_new = _stays_here(session, gathering, said, why)
    if not is_new and isinstance(said, Edited) and why == names.OWN_WISH:
        return None  # what has crossed before is kept as its author has it
    return Heard(gathering, member, stays=is_new and why != names.OWN_WISH, why=why)


def _stays_below(session: Session, channel: ThreadGroup, said: Said) -> Heard:
    """What it answers is not in the other channel. Whose words never cross knows that."""
    member = accounts.find_member(session, said)
    if member is None:
        return Heard(channel, stays=_is_first(session, channel, said))
    is_new = written.mark_gone(session, said, channel.here)
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


def _hold(session: Session, gathering: ThreadGroup, member: people.Member, said: Said) -> int | None:
    id = written.hold(session, gathering, member, said)
    if id is not None and isinstance(said, Edited):
        taking_back.withhold(session, said, written.find(session, gathering, said.message))
    return id


def is_held(session: Session, said: Said) -> bool:
    """Whether just this still waits for its author's word."""
    gathering = find(session, said.place) if said.place else None
    row = session.scalars(written.held(gathering.here, said.message)).one_or_none() if gathering else None
    return row is not None and row.edition == written.edition(said)


def forget(session: Session, gone: Deleted) -> Heard | None:
    """A message was deleted: its words go, wherever they were carried. None: it was not said in a talk. Raises
    NotYet."""
    gathering, rows = find(session, gone.place), written.find_all(session, gone.place, gone.message)
    if not rows and gathering is None:
        on_their_way.wait_for(session, gone.place)
        gathering, rows = find(session, gone.place), written.find_all(session, gone.place, gone.message)
    if gathering and (held := session.scalars(written.held(gathering.here, gone.message)).one_or_none()):
        outbox.remove(session, HELD, held.id)
        session.delete(held)
    carried = written.find(session, gathering, gone.message) if gathering else None
    if carried is None and gathering and gathering.others and not written.mark_gone(session, gone, gathering.here):
        # another worker has just written down that it was said
        carried = written.find(session, gathering, gone.message)
        rows = written.find_all(session, gone.place, gone.message)
    standing = [one for one in rows if not one.deleted or one.why == CHANGED]  # then its copies say that
    for one in standing:
        taking_back.take_back(session, one)
    carried = carried or (standing[-1] if standing else None)
    if carried not in standing:
        return None
    assert carried
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


def _why_ignored(session: Session, gathering: ThreadGroup, said: Said, why_not: WhyNot) -> str | None:
    known = isinstance(said, Edited) and written.find(session, gathering, said.message) is not None
    return None if known else why_not(gathering, said.prose.text)


def _is_first(session: Session, gathering: ThreadGroup, said: Said) -> bool:
    """Whether this is the first time that something of theirs stays in this talk."""
    add = insert(session)(Stay).values(talk_id=gathering.talk, account=str(said.actor))
    return session.scalar(add.on_conflict_do_nothing().returning(Stay.account)) is not None
