"""A round that is gathered does not wait for ever. Once the lists of two groups are there, the others that opened a
part are told by when theirs is waited for; after that the co-chairs may begin without them, and each is said to be
left out. A group that is left out goes on with one press, as after a pause."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy.orm import Session

from bot import notices, timetable
from bot.boundary import Button, Buttons, Part, Text
from bot.goals import rules
from bot.goals.rounds.model import GROUPS, Phase, Round
from bot.goals.rounds.model import Part as Portion
from bot.people import model as people
from bot.people import school_days
from bot.request import Refusal, Request
from bot.storage import context
from bot.storage.database import locked
from bot.texts import Words

LOOK = "round.waits"  # the name under which the timetable looks whether it has waited long enough
DAYS = 10  # school days that a list is waited for, and in which somebody can be told
LATE, OVER, LEFT = "round-late", "round-waited", "round-left-out"  # notices


def wait(session: Session, there: Round, now: datetime) -> None:
    """From now on, if it waits for anybody and has not begun to."""
    if there.phase is not Phase.GATHERING or not _could_begin(there):
        there.waits_until = None
        return
    if there.waits_until is not None or not waited_for(session, there):
        return
    there.waits_until = school_days.due(session, there.district, now, DAYS)
    timetable.forget(session, LOOK, there.id)
    timetable.set_due(session, LOOK, there.id, there.waits_until)
    for part in there.late:
        _tell(session, there, part.seat, LATE, now)


def again(session: Session, there: Round, now: datetime) -> None:
    """A group that comes later has as long as the others had."""
    there.waits_until = None
    wait(session, there, now)


def waited_for(session: Session, there: Round) -> list[Portion]:
    """Not those of groups that nobody leads any more: it begins without them at once."""
    return [part for part in there.late if rules.is_led(session, part.group)]


def _could_begin(there: Round) -> bool:
    return sum(part.ready for part in there.under_way) >= GROUPS


def _tell(session: Session, there: Round, seat: people.Seat, name: str, now: datetime) -> None:
    if seat.acting_id is not None:
        until = school_days.due(session, there.district, now, DAYS)
        notices.tell(session, seat.acting_id, name, there.id, now, until)


def look(session: Session, subject: int, _at: datetime) -> None:
    """For the timetable: those who lead it may go on."""
    there, now = locked(session, Round, subject), context.now(session)
    if there is not None and is_over(there, now):
        for seat in _leading(there):
            _tell(session, there, seat, OVER, now)


def is_over(there: Round, now: datetime) -> bool:
    """It has waited long enough, and still waits."""
    until = there.waits_until
    waits = there.phase is Phase.GATHERING and _could_begin(there) and there.late
    return bool(waits) and until is not None and until <= now


def lead_it(request: Request, there: Round) -> None:
    """The co-chairs; where there are none, who leads a group whose list is there."""
    if not _leads(there, request.member):
        raise Refusal.saying(request.words("gone"))


def _leads(there: Round, member: people.Member) -> bool:
    return any(seat.acting_id == member.id for seat in _leading(there))


def _leading(there: Round) -> list[people.Seat]:
    """Of groups whose lists are there."""
    late = {id for part in there.late for id in (part.seat_id, part.chair_id)}
    found = [seat for seat in there.leading if seat.id not in late]
    return found or [part.seat for part in there.under_way if part.ready]


def leave_out(session: Session, there: Round, now: datetime) -> None:
    """Those that nobody leads any more are as good as paused."""
    waited, late = waited_for(session, there), there.late
    for part in late:
        part.paused, part.left_out = True, part in waited
    for part in waited:
        _tell(session, there, part.seat, LEFT, now)


# How it looks ----------------------------------------------------------------------------------------------------


def lines(session: Session, there: Round, member: people.Member, words: Words, now: datetime) -> list[Part]:
    """By when the lists are waited for; then what can be done, for those who may."""
    until = there.waits_until
    if until is None or not there.late or there.phase is not Phase.GATHERING:
        return []
    if is_over(there, now):
        said = _has_waited(there, words)
        return said if _leads(there, member) else said[:1]
    if not (parts := waited_for(session, there)):
        return []
    names, when = words.listed([part.group.name for part in parts]), words.moment(until, there.district.zone)
    return [Text(words("round-waits-until", groups=names, when=when))]


def _has_waited(there: Round, words: Words) -> list[Part]:
    names = words.listed([part.group.name for part in there.late])
    yes = Button(words("round-go-on"), "round.go-on", without(there), "main")
    return [Text(words("round-has-waited", groups=names)), Buttons((yes,))]


def without(there: Round) -> str:
    """By which a press says that just these groups were named."""
    return "-".join(str(part.group_id) for part in there.late)


def is_late(session: Session, member: people.Member, subject: int) -> bool:
    there = session.get(Round, subject)
    waits = there is not None and there.phase is Phase.GATHERING and there.waits_until is not None
    return there is not None and waits and any(part.seat.acting_id == member.id for part in there.late)


def show_late(session: Session, subject: int, words: Words) -> list[Part]:
    there = session.get_one(Round, subject)
    when = words.moment(there.waits_until or there.opened_at, there.district.zone)
    sort, pause = Button(words("theme-list"), "theme.list", tone="main"), Button(words("round-title"), "round.show")
    return [Text(words("round-is-late", when=when)), Buttons((sort, pause))]


def has_waited(session: Session, member: people.Member, subject: int) -> bool:
    there = session.get(Round, subject)
    return there is not None and is_over(there, context.now(session)) and _leads(there, member)


def show_waited(session: Session, subject: int, words: Words) -> list[Part]:
    there = session.get_one(Round, subject)
    return _has_waited(there, words)


def is_left_out(session: Session, member: people.Member, subject: int) -> bool:
    there = session.get(Round, subject)
    left = [part for part in there.parts if part.left_out] if there and there.phase is Phase.RATING else []
    return any(part.seat.acting_id == member.id for part in left)


def show_left_out(_session: Session, _subject: int, words: Words) -> list[Part]:
    resume = Button(words("round-title"), "round.show", tone="main")
    return [Text(words("round-left-out-news")), Buttons((resume,))]
