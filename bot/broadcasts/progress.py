"""How a broadcast fares, to its sender: one card that is edited, the same on their home card and when they ask."""

from __future__ import annotations

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session

from bot import notices
from bot.boundary import Buttons, Message, Note, Part, Quote, Text
from bot.broadcasts import cards, files, interventions, recipients, replying, scope
from bot.broadcasts.lifecycle import Hand
from bot.broadcasts.model import CARD, TOLD, Broadcast, BroadcastDirect, Status
from bot.broadcasts.recipients import NOTICE
from bot.delivery import outbox
from bot.delivery.outbox import State
from bot.disclosure_control import FEWEST
from bot.notices import Notice
from bot.people.cards import place_label, seat_title
from bot.people.model import Member
from bot.texts import Texts, Words


def card(session: Session, subject: int, words: Words, texts: Texts) -> Message:
    """In its sender's own messages, as long as it is theirs."""
    row = session.get_one(Broadcast, subject)
    if not row.is_by(row.sender):
        return Message((Text(words("for-others-by-now")),))
    return message(session, row, words)


def message(session: Session, row: Broadcast, words: Words, hand: Hand = Hand.AUTHOR) -> Message:
    buttons = cards.buttons_of(row, words, hand)
    return Message((*parts(session, row, words, hand), *([Buttons(tuple(buttons))] if buttons else [])))


def parts(session: Session, row: Broadcast, words: Words, hand: Hand) -> list[Part]:
    title, state = cards.name_of(row, words), _state(session, row, words, own=hand is Hand.AUTHOR)
    if row.corrections and hand is not Hand.OTHER:
        again = [one.group for one in row.approvals if one.again]
        names = scope.named(session, row.district, again, row.sender_id, words)
        state.append(Text(words("broadcast-correction-is-waiting", names=names)))
    if hand is Hand.GUARD:
        state.append(Text(words("broadcast-nobodys", seat=seat_title(row.seat, words))))
    if hand is Hand.AUTHOR:
        state += interventions.latest(session, row, words)
    return [Text(words("broadcast-named", title=title)), *state, *_counts(session, row, words)]


def _state(session: Session, row: Broadcast, words: Words, *, own: bool) -> list[Part]:
    when = words.moment(row.at, row.district.zone)
    match row.status:
        case Status.WRITING if len(row.texts) > 1:
            return [Text(words("broadcast-is-translated"))]
        case Status.WRITING:
            asked = session.get(Member, row.translator_id) if row.translator_id else None
            if asked is None or not row.is_translated_by(asked):
                return [Text(words("broadcast-is-unwritten"))]
            return [Text(words("broadcast-is-writing", name=asked.name))]
        case Status.WAITING:
            return [Text(words("broadcast-is-waiting", names=_approvers(session, row, words)))]
        case Status.RETURNED if not own:  # why, its author was told
            return [Text(words("broadcast-is-back", name=cards.author_name(row, words)))]
        case Status.RETURNED:
            return [Text(words("broadcast-is-returned")), Quote(row.reason)]
        case Status.PLANNED:
            return [Text(words("broadcast-is-planned", when=when))]
        case Status.HELD if not scope.may_send(row):
            return [Text(words("broadcast-role-may-not", seat=seat_title(row.seat, words)))]
        case Status.HELD:
            return [Text(words("broadcast-is-held"))]
        case Status.GOING:
            return [Text(words("broadcast-is-going", when=when))]
        case Status.PAUSED:
            return [Text(words("broadcast-is-paused"))]
        case Status.OUT:
            return [Text(words("broadcast-is-out", when=when))]
        case Status.STOPPED:
            return [Text(words("broadcast-is-stopped"))]
        case Status.RETRACTED:
            return [Text(words("broadcast-is-retracted"))]
        case Status.WITHDRAWN:
            return [Text(words("broadcast-is-withdrawn"))]


def _approvers(session: Session, row: Broadcast, words: Words) -> str:
    open = [one.group for one in row.approvals if one.member_id is None]
    return scope.named(session, row.district, open, row.sender_id, words)


def _counts(session: Session, row: Broadcast, words: Words) -> list[Part]:
    if row.status not in TOLD:
        return []
    found: list[Part] = []
    if posted := outbox.standings(session, CARD, row.id):
        there = sum(one.state is State.STANDING for one in posted)
        found.append(Text(words("broadcast-posted", count=there, all=len(row.addressed))))
    if (told := messages(session, row)) is not None:
        found.append(Text(words("broadcast-told", few=FEWEST, least=told[0], waiting=int(told[1]))))
    held = {one.address for one in posted if one.state is State.HELD}
    if open := replying.count_open(session, row):
        found.append(Text(words("broadcast-replies-open", count=open)))
    for one in row.addressed:
        if one.failed:
            found.append(Note(words("broadcast-place-failed", place=place_label(one.place))))
        elif one.place.address in held:
            found.append(Note(words("broadcast-place-held", place=place_label(one.place))))
    return [*found, *map(Note, files.lacking(session, row, words))]


def messages(session: Session, row: Broadcast) -> tuple[int, bool] | None:
    """How many have a line in their message of the day or a DM of its own, in steps, and whether others are to have it:
    more would tell who turned that off. None: it comes to nobody so."""
    those = (Notice.name == NOTICE, Notice.subject == row.id)
    told = _count(session, select(Notice.id).where(*those, Notice.roundup_id.is_not(None)))
    alone = _count(session, select(BroadcastDirect.id).where(BroadcastDirect.broadcast_id == row.id))
    if not told + alone and not _count(session, select(Notice.id).where(*those)):
        return None
    can = select(Notice.id).join(Member, Notice.member_id == Member.id).where(notices.can_be_told(), ~recipients.OFF)
    waiting = _count(session, can.where(*those, Notice.roundup_id.is_(None), ~Notice.skipped))
    least = (told + alone) // FEWEST * FEWEST
    return least, bool(least and waiting)


def _count(session: Session, rows: Select[int]) -> int:
    return session.scalar(select(func.count()).select_from(rows.subquery())) or 0
