"""What people are told of their meetings in the day's one message. Each is drawn from what is still so."""

from __future__ import annotations

from sqlalchemy.orm import Session

from bot import notices
from bot.boundary import Buttons, Part, Text
from bot.meetings import cards, company, eyes, model
from bot.meetings.model import Meeting, Offer, OfferState, Phase, Series, State
from bot.meetings.pairing import ASKED, UNTIL
from bot.people import model as people
from bot.people.cards import seat_title
from bot.people.seats import SeatChange
from bot.storage import context
from bot.texts import Words

INHERITED, OTHER_SIDE = "meeting.inherited", "meeting.other-side"  # of notices


def reads(session: Session, member: people.Member, series: Series) -> bool:
    return model.readers(session, series).admits(session, member)


# A question about times ------------------------------------------------------------------------------------------


def is_asked(session: Session, member: people.Member, subject: int) -> bool:
    offer = session.get(Offer, subject)
    if offer is None or offer.state is not OfferState.OPEN or not offer.series.lives:
        return False
    others = offer.series.others(offer.seat)
    return any(seat.acting_id == member.id for seat in others) and reads(session, member, offer.series)


def show_asked(session: Session, subject: int, words: Words) -> list[Part]:
    return cards.asks(session.get_one(Offer, subject), words)


def is_agreed(session: Session, member: people.Member, subject: int) -> bool:
    offer = session.get(Offer, subject)
    theirs = offer is not None and offer.seat.acting_id == member.id and offer.state is OfferState.PICKED
    return offer is not None and theirs and goes_on(session, member, offer.series) and not offer.series.lacks_a_side


def show_agreed(session: Session, subject: int, words: Words) -> list[Part]:
    """To those who offered."""
    offer = session.get_one(Offer, subject)
    series = offer.series
    meeting = model.next_meeting(session, series)
    when = cards.when(meeting, words) if meeting else ""
    said = words("meeting-agreed", when=when, whom=cards.whom(series, words, offer.seat.acting))
    return [Text(said), Buttons((cards.add_button(series, words), cards.show_button(series, words)))]


def goes_on(session: Session, member: people.Member, series: Series) -> bool:
    return series.state is State.GOING and reads(session, member, series) and bool(model.next_meeting(session, series))


# One date --------------------------------------------------------------------------------------------------------


def is_tomorrow(session: Session, member: people.Member, subject: int) -> bool:
    meeting = session.get(Meeting, subject)
    return meeting is not None and meeting.phase is Phase.PLANNED and _concerns(session, member, meeting)


def _concerns(session: Session, member: people.Member, meeting: Meeting) -> bool:
    return reads(session, member, meeting.series) and not meeting.series.lacks_a_side


def show_tomorrow(session: Session, subject: int, words: Words) -> list[Part]:
    meeting = session.get_one(Meeting, subject)
    series = meeting.series
    said = words("meeting-reminder", whom=cards.whom(series, words, None), line=cards.next_line(meeting, words))
    buttons = (cards.add_button(series, words), cards.show_button(series, words))
    lines = [*company.lines(session, meeting, words), *cards.agenda(session, series, words)]
    return [Text(said), *lines, *company.reply_buttons(session, meeting, words, None), Buttons(buttons)]


def is_early(session: Session, member: people.Member, subject: int) -> bool:
    return is_tomorrow(session, member, subject)


def show_early(session: Session, subject: int, words: Words) -> list[Part]:
    """A week before: what is it about, and will you come?"""
    meeting = session.get_one(Meeting, subject)
    whom, line = cards.whom(meeting.series, words, None), cards.next_line(meeting, words)
    add = Buttons((cards.add_button(meeting.series, words),))
    parts: list[Part] = [Text(words("meeting-reminder-early", whom=whom, line=line))]
    parts += company.lines(session, meeting, words)
    return [*parts, *company.reply_buttons(session, meeting, words, None), add]


def show_late(session: Session, subject: int, words: Words) -> list[Part]:
    return [Text(words("meeting-reminder-late")), *show_tomorrow(session, subject, words)]


def has_changed(session: Session, member: people.Member, subject: int) -> bool:
    meeting = session.get(Meeting, subject)
    return meeting is not None and meeting.phase is not Phase.OVER and _concerns(session, member, meeting)


def show_changed(session: Session, subject: int, words: Words) -> list[Part]:
    """Where it is now, or that it is not."""
    meeting = session.get_one(Meeting, subject)
    said = changed_line(session, meeting, words, eyes.why(session, meeting))
    return [Text(said), Buttons((cards.show_button(meeting.series, words),))]


def changed_line(session: Session, meeting: Meeting, words: Words, reason: str) -> str:
    """`reason`: why it is left out, as far as its reader may know; empty: that is not said."""
    whom, when = cards.whom(meeting.series, words, None), cards.when(meeting, words)
    if meeting.phase is Phase.PLANNED:
        return words("meeting-is-moved", whom=whom, when=when)
    coming = model.next_meeting(session, meeting.series)
    after = words("meeting-then", when=cards.when(coming, words)) if coming else ""
    if meeting.phase is Phase.NO_SCHOOL:
        return f"{words('meeting-no-school', whom=whom, when=when)} {after}".strip()
    why = f"{words('meeting-because', reason=reason)} " if reason else ""
    return f"{words('meeting-is-cancelled', whom=whom, when=when)} {why}{after}".strip()


def is_to_write_down(session: Session, member: people.Member, subject: int) -> bool:
    meeting = session.get(Meeting, subject)
    waits = meeting is not None and meeting.phase is Phase.OVER and meeting.held is None
    return meeting is not None and waits and reads(session, member, meeting.series)


def show_to_write_down(session: Session, subject: int, words: Words) -> list[Part]:
    meeting = session.get_one(Meeting, subject)
    said = words("meeting-was", whom=cards.whom(meeting.series, words, None), when=cards.when(meeting, words))
    return [Text(said), cards.note_buttons(meeting, words)]


# A seat that changes hands ---------------------------------------------------------------------------------------


def seat_changed(session: Session, change: SeatChange) -> None:
    """The person who follows has its meetings, and what waits for the seat's answer. The other side of two hears that
    nobody has the role, and that somebody has it again."""
    now, after = context.now(session), change.after
    if after is change.before:
        return
    for series in model.of_seats(session, (change.seat,)):
        if series.is_pair and series.state is State.GOING and None in (change.before, after):
            for seat in series.others(change.seat):
                if seat.acting_id is not None:
                    notices.tell(session, seat.acting_id, OTHER_SIDE, series.id, now, now + UNTIL)
        if after is None:
            continue
        offer = model.open_offer(session, series)
        if offer is not None and offer.seat_id != change.seat.id:
            notices.tell(session, after.id, ASKED, offer.id, now, now + UNTIL)
        elif series.state in (State.GOING, State.OFFERED):
            notices.tell(session, after.id, INHERITED, series.id, now, now + UNTIL)


def has_inherited(session: Session, member: people.Member, subject: int) -> bool:
    series = session.get(Series, subject)
    return series is not None and (goes_on(session, member, series) or _is_left(session, member, series))


def _is_left(session: Session, member: people.Member, series: Series) -> bool:
    """Nothing is agreed, and nothing on offer."""
    waits = series.state is State.OFFERED and model.open_offer(session, series) is None
    return waits and reads(session, member, series)


def show_inherited(session: Session, subject: int, words: Words) -> list[Part]:
    series = session.get_one(Series, subject)
    meeting, whom = model.next_meeting(session, series), cards.whom(series, words, None)
    if meeting is None:
        buttons = (cards.offer_button(series, words), cards.show_button(series, words))
        return [Text(words("meeting-inherited-open", whom=whom)), Buttons(buttons)]
    said = words("meeting-inherited", whom=whom, line=cards.next_line(meeting, words))
    return [Text(said), Buttons((cards.add_button(series, words), cards.show_button(series, words)))]


def is_other_side(session: Session, member: people.Member, subject: int) -> bool:
    series = session.get(Series, subject)
    return series is not None and goes_on(session, member, series)


def show_other_side(session: Session, subject: int, words: Words) -> list[Part]:
    series = session.get_one(Series, subject)
    meeting, show = model.next_meeting(session, series), Buttons((cards.show_button(series, words),))
    if vacant := [seat_title(seat, words) for seat in series.seats if seat.acting_id is None]:
        said = words("meeting-vacant", seats=words.listed(vacant), line=words("meeting-nobody-comes"))
        return [Text(said), show]
    line = cards.next_line(meeting, words) if meeting else ""
    return [Text(words("meeting-vacant-no-more", whom=cards.whom(series, words, None), line=line)), show]
