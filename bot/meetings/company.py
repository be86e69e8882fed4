"""Who will be there, as others see it: who leads and takes notes, how many come from each group and whether that is
enough to decide. Nobody reads who said nothing."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.boundary import Button, Buttons, Note, Part, Text
from bot.meetings.attendance import Coming, Role, replies, turns
from bot.meetings.model import Kind, Meeting, Phase, own_seats, seated
from bot.payloads import Row
from bot.people import model as people
from bot.people import recurrence, school_days
from bot.people.cards import acting_name
from bot.texts import Words

SWAP, REPLY = "meeting.swap", "meeting.reply"
SAID = {Role.LEADS: "meeting-leads", Role.NOTES: "meeting-takes-notes"}
OTHER = {Role.LEADS: "meeting-leads-other", Role.NOTES: "meeting-takes-notes-other"}
REPLIES = {Coming.YES: "meeting-coming", Coming.NO: "meeting-not-coming", Coming.DEPUTY: "meeting-send-deputy"}


def turns_line(session: Session, meeting: Meeting, words: Words) -> str:
    """ "Leads: Rosa Delgado. Takes notes: Maria Rivera." """
    found = turns(session, meeting)
    return " ".join(words(SAID[role], name=acting_name(found[role], words)) for role in Role if role in found)


def hand_on_button(session: Session, meeting: Meeting, words: Words, reader: people.Member) -> list[Part]:
    if not any(seat.acting_id == reader.id for seat in turns(session, meeting).values()):
        return []
    return [Buttons((Button(words("meeting-turn-cannot"), "meeting.hand-on", str(meeting.id)),))]


def swap_buttons(
    session: Session, meeting: Meeting, words: Words, reader: people.Member, chairing: bool
) -> list[Button]:
    found = turns(session, meeting).items()
    mine = ((role, seat) for role, seat in found if chairing or seat.acting_id == reader.id)
    return [Button(words(OTHER[role]), SWAP, str(Row(meeting.id, role.value))) for role, _ in mine]


# Who comes -------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Side:
    """Of one group: `seats` that belong to the body, `can` of which somebody acts for and has not said no."""

    group: people.Group
    seats: int
    can: int
    coming: int


def sides(session: Session, meeting: Meeting) -> list[Side]:
    said, there = replies(session, meeting), seated(session, meeting.series)
    found = list[Side]()
    for group in {seat.group_id: seat.group for seat in there}.values():
        theirs = [seat for seat in there if seat.group_id == group.id]
        held = [seat for seat in theirs if seat.acting_id is not None]
        can = sum(said.get(seat.id) is not Coming.NO for seat in held)
        coming = sum(said.get(seat.id) in (Coming.YES, Coming.DEPUTY) for seat in held)
        found.append(Side(group, len(theirs), can, coming))
    return found


def falls_short(session: Session, meeting: Meeting) -> bool:
    """Whether too few will be there to decide, of some group or of all, by what people said."""
    match meeting.series.quorum:
        case "":
            return False
        case "one":
            return any(side.can < 1 for side in sides(session, meeting))
        case "half":
            return any(side.can * 2 < side.seats for side in sides(session, meeting))
        case number:
            return len(_who_can(session, meeting)) < int(number)


def _who_can(session: Session, meeting: Meeting) -> set[int]:
    """Each once, for how many seats they may act."""
    said, can = replies(session, meeting), set[int]()
    for seat in seated(session, meeting.series):
        who = seat.deputy_id if said.get(seat.id) is Coming.DEPUTY else seat.acting_id
        if who is not None and said.get(seat.id) is not Coming.NO:
            can.add(who)
    return can


def following(session: Session, meeting: Meeting) -> datetime | None:
    """The date after this one, planned or as the rule and the calendar have it."""
    series = meeting.series
    planned = select(Meeting.at).where(Meeting.series_id == series.id, Meeting.phase == Phase.PLANNED)
    if at := session.scalars(planned.where(Meeting.named > meeting.named).order_by(Meeting.at).limit(1)).first():
        return at
    off = school_days.off(session, series.district)
    later = series.rhythm.occasions(meeting.named + timedelta(1), off) if series.rhythm else iter(())
    day = next((one.day for one in later if one.day is not None), None)
    return recurrence.at(day, series.at, series.zone) if day else None


def short_line(session: Session, meeting: Meeting, words: Words) -> str:
    """Too few to decide, and until when decisions wait; empty: enough may come."""
    if not falls_short(session, meeting):
        return ""
    coming = following(session, meeting)
    if coming is None:
        return words("meeting-short-last")
    return words("meeting-short", when=words.day(coming, meeting.series.zone))


def short_notes(meeting: Meeting, words: Words) -> list[Part]:
    """Afterwards, to those who write down what came of it: they were there, and know better."""
    if meeting.quorate is not False:
        return []
    enough = Button(words("meeting-enough"), "meeting.enough-came", str(meeting.id))
    return [Note(words("meeting-was-short")), Buttons((enough,))]


def counts_line(session: Session, meeting: Meeting, words: Words) -> str:
    """By group, as far as people said so."""
    found = [one for one in sides(session, meeting) if one.coming]
    listed = words.listed([words("meeting-count", group=one.group.name, count=one.coming) for one in found])
    return words("meeting-counts", sides=listed) if found else ""


def lines(session: Session, meeting: Meeting, words: Words) -> list[Part]:
    """For everybody: who has which part, and whether it is enough."""
    if meeting.series.kind is not Kind.BODY:
        return []
    turn, short = turns_line(session, meeting, words), short_line(session, meeting, words)
    return [*([Text(turn)] if turn else []), *([Note(short)] if short else [])]


def reply_buttons(session: Session, meeting: Meeting, words: Words, reader: people.Member | None) -> list[Part]:
    """One tap. A deputy is offered to seats that have one; to nobody in particular if any has."""
    if meeting.series.kind is not Kind.BODY or meeting.phase is not Phase.PLANNED:
        return []
    mine = own_seats(session, meeting.series, reader) if reader else seated(session, meeting.series)
    deputy = any(seat.deputy_id not in (None, seat.acting_id) for seat in mine)
    offered = [Coming.YES, Coming.NO, *([Coming.DEPUTY] if deputy else [])]
    return [Buttons(tuple(Button(words(REPLIES[one]), REPLY, str(Row(meeting.id, one.value))) for one in offered))]
