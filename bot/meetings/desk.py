"""All that there is to know and do about meetings that come again, as one of those who meet sees it. What is done most
is on it; the rest is one press away."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy.orm import Session

from bot import actions
from bot.boundary import Answer, Button, Buttons, Heading, Message, Note, Part, Private, Quote, Text, fitting, in_a_line
from bot.meetings import agenda, cards, company, eyes, occasions
from bot.meetings.model import (
    Agenda,
    Kind,
    Meeting,
    Series,
    State,
    chairs,
    last_meeting,
    next_meeting,
    open_offer,
    own_seats,
)
from bot.meetings.written import items_of, notes_of
from bot.people import model as people
from bot.request import Request
from bot.texts import Words


def card(session: Session, series: Series, words: Words, reader: people.Member, now: datetime) -> Message:
    """All that there is to know and do about it."""
    whose = cards.whom(series, words, reader)
    heading = Heading(words("meeting-with", whom=whose)[:150] if series.is_pair else series.name)
    if series.state is State.ENDED:
        again = Button(words("meeting-again"), "meeting.again", str(series.id))
        return Message((heading, Text(words("meeting-is-ended")), Buttons((again,))))
    meeting = next_meeting(session, series)
    parts: list[Part] = [heading]
    if (offer := open_offer(session, series)) is not None:
        parts += cards.offered(offer, words, reader, now)
    if meeting is None and offer is None:
        parts += [Text(words("meeting-no-time")), Buttons((cards.offer_button(series, words),))]
    elif meeting is not None:
        chairing = _chairs(session, series, reader)
        parts += [Text(cards.date_line(meeting, words)), *company.lines(session, meeting, words)]
        parts += [Note(words("meeting-nobody-comes"))] if series.lacks_a_side else []
        parts += _company(session, meeting, words, reader)
        parts += occasions.refused(session, meeting, words) if chairing else []
    who = words("meeting-who-reads-body" if series.committee_id else "meeting-who-reads")
    who = words("meeting-who-reads-public") if agenda.is_public(session, series) else who
    buttons = _buttons(session, series, words, reader)
    foot: list[Part] = [Note(who), *([Buttons(tuple(buttons))] if buttons else [])]
    groups = [*_promises(session, series, words, reader), *_items(session, series, words, reader)]
    groups += _noted(session, series, words, reader)
    return Message((*parts, *fitting(groups, (*parts, *foot), Note(words("more-than-fits"))), *foot))


def _company(session: Session, meeting: Meeting, words: Words, reader: people.Member) -> list[Part]:
    """Who comes, and what the reader says and does about it."""
    if meeting.series.kind is Kind.PAIR or not own_seats(session, meeting.series, reader):
        return []
    counts = company.counts_line(session, meeting, words)
    replies = company.reply_buttons(session, meeting, words, reader)
    turn = company.hand_on_button(session, meeting, words, reader)
    return [*([Note(counts)] if counts else []), *replies, *turn]


def _chairs(session: Session, series: Series, reader: people.Member) -> bool:
    return series.kind is Kind.BODY and any(one.acting_id == reader.id for one in chairs(session, series))


# What is done ----------------------------------------------------------------------------------------------------


def _pairs_buttons(session: Session, series: Series, words: Words, reader: people.Member) -> list[Button]:
    """Few on purpose, and all of them here."""
    buttons, meeting = [cards.add_button(series, words, "main")], next_meeting(session, series)
    if meeting is not None and open_offer(session, series) is None:
        buttons.append(Button(words("meeting-other-time"), "meeting.move", str(meeting.id)))
        buttons.append(Button(words("meeting-cancel"), "meeting.cancel", str(meeting.id)))
    if own_seats(session, series, reader):
        buttons.append(Button(words("meeting-end"), "meeting.end", str(series.id)))
    file = [Button(words("calendar-date"), "meeting.ics", str(meeting.id))] if meeting else []
    return [*buttons, Button(words("calendar-title"), "meeting.feed"), *file]


def _buttons(session: Session, series: Series, words: Words, reader: people.Member) -> list[Button]:
    """Who runs it decides when; everybody who belongs to it adds topics."""
    if series.is_pair:
        return _pairs_buttons(session, series, words, reader)
    if not own_seats(session, series, reader):
        return []
    buttons, meeting = [cards.add_button(series, words, "main")], next_meeting(session, series)
    if _chairs(session, series, reader) and (last := last_meeting(session, series)) is not None:
        buttons.append(Button(words("meeting-minutes-do"), "meeting.outcomes", str(last.id)))
    if meeting is not None and _runs(session, series, reader):
        buttons.append(Button(words("meeting-put"), "meeting.put", str(meeting.id)))
        buttons.append(Button(words("meeting-cancel"), "meeting.cancel", str(meeting.id)))
    return [*buttons, Button(words("meeting-rest"), "meeting.rest", str(series.id))]


def _runs(session: Session, series: Series, reader: people.Member) -> bool:
    return series.kind is Kind.PAIR or _chairs(session, series, reader)


def show_rest(request: Request, series: Series) -> Answer:
    """What is done now and then: about this date, about all that follow, and for oneself."""
    session, words, reader = request.session, request.words, request.member
    meeting = next_meeting(session, series)
    parts: list[Part] = [Heading(series.name)]
    if meeting is not None and (there := _about_date(session, meeting, words, reader)):
        parts += [Text(words("meeting-rest-date", when=cards.when(meeting, words))), Buttons(tuple(there))]
    if all_that_follow := _about_all(request, series):
        parts += [Text(words("meeting-rest-all")), Buttons(tuple(all_that_follow))]
    return Private(Message((*parts, Text(words("meeting-rest-own")), Buttons(tuple(_own(request, series, meeting))))))


def _about_date(session: Session, meeting: Meeting, words: Words, reader: people.Member) -> list[Button]:
    about, chairing, buttons = str(meeting.id), _chairs(session, meeting.series, reader), list[Button]()
    if chairing and meeting.agenda is not Agenda.OUT:
        buttons.append(Button(words("meeting-agenda-send"), "meeting.send-agenda", about))
    if chairing and meeting.agenda is Agenda.OPEN:
        buttons.append(Button(words("meeting-agenda-hold"), "meeting.hold-agenda", about))
    return [*buttons, *company.swap_buttons(session, meeting, words, reader, chairing)]


def _about_all(request: Request, series: Series) -> list[Button]:
    """Whom nobody put on a committee may leave."""
    words, id, buttons = request.words, str(series.id), list[Button]()
    mine = bool(own_seats(request.session, series, request.member))
    runs = mine and _runs(request.session, series, request.member)
    if runs:
        buttons.append(Button(words("meeting-change-all"), "meeting.change", id))
        paused = series.is_paused(request.now)
        buttons += [Button(words("meeting-resume"), "meeting.resume", id)] if paused else []
        buttons.append(Button(words("meeting-pause"), "meeting.pause", id))
    if mine and series.committee_id is None and not series.is_pair:
        buttons.append(Button(words("meeting-leave"), "meeting.leave", id))
    return [*buttons, Button(words("meeting-end"), "meeting.end", id)] if runs else buttons


def _own(request: Request, series: Series, meeting: Meeting | None) -> list[Button]:
    words, id, body = request.words, str(series.id), series.kind is Kind.BODY
    buttons = [Button(words("minutes-past"), "minutes.past", id)] if body else []
    buttons += [Button(words("meeting-nudge"), "meeting.nudge", id)] if body else []
    buttons.append(Button(words("calendar-title"), "meeting.feed"))
    buttons += [Button(words("calendar-date"), "meeting.ics", str(meeting.id))] if meeting else []
    chairing = _chairs(request.session, series, request.member)
    return [*buttons, Button(words("calendar-body"), "meeting.feed", id)] if chairing else buttons


# What is written about it ----------------------------------------------------------------------------------------


def _promises(session: Session, series: Series, words: Words, reader: people.Member) -> list[list[Part]]:
    found = eyes.for_member(session, cards.promises(session, series), reader)
    lines: list[list[Part]] = [[Text(words("meeting-promised"))]] if found else []
    for one in found:
        mine = one.seat.acting_id == reader.id and (one.is_open or one.state is actions.State.ASKED)
        lines.append([Text(actions.line(one, words)), *([actions.buttons(one, words)] if mine else [])])
    return lines


def _items(session: Session, series: Series, words: Words, reader: people.Member) -> list[list[Part]]:
    found = eyes.for_member(session, items_of(session, series), reader)
    lines: list[list[Part]] = [[Text(words("meeting-topics"))]] if found else []
    chairing = _chairs(session, series, reader)
    for one in found:
        begin = in_a_line(cards.topic(one, words), 30)
        off = Button(words("meeting-take-off", begin=begin), "meeting.take-off", str(one.id))
        together = "meeting-consent-take-off" if one.consent else "meeting-consent-put"
        buttons = [Button(words(together), "meeting.consent", str(one.id))] if chairing else []
        buttons += [off] if one.member_id == reader.id else []
        lines.append([cards.item_line(one, words), *([Buttons(tuple(buttons))] if buttons else [])])
    return lines


def _noted(session: Session, series: Series, words: Words, reader: people.Member) -> list[list[Part]]:
    last = last_meeting(session, series)
    notes = eyes.for_member(session, notes_of(session, last), reader) if last else []
    lines: list[list[Part]] = [[Text(words("meeting-last", when=cards.when(last, words)))]] if last and notes else []
    written = (one for one in notes if one.text)
    return lines + [[Note(words("meeting-noted-by", name=one.member.name)), Quote(one.text)] for one in written]
