"""Who is told what: authors what came of their words, leaders that there are some to look through, the board that it
can read."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot import authors, notices, return_paths, timetable
from bot.boundary import Button, Buttons, Heading, Message, Note, Part, Quote, Text
from bot.listening import rules
from bot.listening.model import FORGET, SAID, Contribution, Listening, Outcome, Phase, Way, count, said_in, unanswered
from bot.payloads import Payload
from bot.people import model as people
from bot.people import school_days, topics
from bot.people.cards import contact_lines, seat_title
from bot.references import Brought
from bot.storage import context
from bot.storage.database import locked
from bot.texts import Texts, Words

NOTICE, NOTICE_HIDDEN = "listening-said", "listening-hidden"
WORDS, READ, NOBODY, WAITS = "listening-words", "listening-read", "listening-nobody", "listening-unanswered"
ASKS, RATES = "listening-open", "listening-rates"
UNTIL = 10  # school days in which somebody can be told
TELL, ON = "listening.tell", "listening.on"  # names of due times
AT_ONCE = 20  # authors who are told in one transaction
WAYS = {Way.REFERRED: "listening-referred", Way.AGENDA: "listening-agenda", Way.STAFF: "listening-staff"}


@dataclass(frozen=True)
class Page(Payload):
    """Of a session's contributions."""

    id: int
    page: int = 1


# Authors ---------------------------------------------------------------------------------------------------------


def became(one: Contribution, words: Words) -> list[Part]:
    """What became of it so far."""
    if one.hidden and one.hidden_by:
        return [Text(words("listening-is-hidden", seat=seat_title(one.hidden_by, words), why=one.hidden))]
    if one.answered is not None:
        return outcome_parts(one, words)
    reading = one.listening.phase is Phase.READING
    return [Note(words("listening-is-read" if reading else "listening-waits"))]


def outcome_parts(one: Contribution, words: Words) -> list[Part]:
    if one.answered is None:
        return []
    said: list[Part] = [
        Text(words(WAYS[one.answered.way], seat=seat_title(one.answered.seat, words))),
        Quote(one.answered.words),
    ]
    brought = Brought(*one.answered.brought) if one.answered.brought else None
    return [*said, *map(Text, brought.lines(one.district.zone, words) if brought else ())]


def tell_some(session: Session, outcome: Outcome, now: datetime) -> None:
    """The authors of the next of those to which it was given; the way back to those without a name is kept for some
    time only, from now on."""
    session.flush()
    those = select(Contribution).where(Contribution.outcome_id == outcome.id, Contribution.id > outcome.told)
    next_ones = those.order_by(Contribution.id).limit(AT_ONCE).execution_options(populate_existing=True)
    given = session.scalars(next_ones).unique().all()
    for one in authors.in_no_order(given):
        if not one.taken_back:
            _tell(session, one, now)
    if given:
        outcome.told = given[-1].id
    if len(given) == AT_ONCE:
        timetable.set_due(session, TELL, outcome.id, now)


def _tell(session: Session, one: Contribution, now: datetime) -> None:
    if one.answered is None:  # it was taken back: who was told sees that
        authors.change(session, one, SAID)
        return
    authors.tell_once(session, one, SAID, NOTICE, now)
    if one.author_id is None:
        authors.end_soon(session, FORGET, one, now)


def tell_anew(session: Session, outcome: Outcome, now: datetime) -> None:
    outcome.told = 0
    tell_some(session, outcome, now)


def tell_on(session: Session, subject: int, _at: datetime) -> None:
    """For the timetable."""
    outcome = locked(session, Outcome, subject)
    if outcome is not None:
        tell_some(session, outcome, context.now(session))


def card(session: Session, subject: int, words: Words, _texts: Texts) -> Message:
    """The letter to somebody who gave no name."""
    one = session.get_one(Contribution, subject)
    left = [] if one.taken_back else [Note(words("concern-letter-foot", days=authors.KEPT.days))]
    return Message((*show(session, subject, words), *left))


def show(session: Session, subject: int, words: Words) -> list[Part]:
    one = session.get_one(Contribution, subject)
    if one.taken_back:
        return [Text(words("concern-taken-back"))]
    title = Heading(words("listening-said-title"))
    if one.answered is None:
        return [title, Quote(one.text), Text(words("listening-outcome-gone"))]
    return [title, Quote(one.text), *outcome_parts(one, words), Note(words("listening-said-foot"))]


def has_outcome(session: Session, member: people.Member, subject: int) -> bool:
    one = session.get(Contribution, subject)
    return one is not None and one.author_id == member.id and not one.taken_back and one.answered is not None


def hidden_card(session: Session, subject: int, words: Words, _texts: Texts) -> Message:
    return Message(tuple(show_hidden(session, subject, words)))


def show_hidden(session: Session, subject: int, words: Words) -> list[Part]:
    """With their words, which they can say again in others."""
    one = session.get_one(Contribution, subject)
    if one.taken_back or not one.hidden or one.hidden_by is None:
        return [Text(words("listening-not-hidden"))]
    found = topics.not_here(session, one.listening.district_id)
    said = words("listening-is-hidden", seat=seat_title(one.hidden_by, words), why=one.hidden)
    contacts = [Text("\n".join(f"• {line}" for line in contact_lines(found, words)))] if found else []
    return [Text(said), Quote(one.text), Note(words("listening-hidden-next")), *contacts]


def was_hidden(session: Session, member: people.Member, subject: int) -> bool:
    one = session.get(Contribution, subject)
    return one is not None and one.author_id == member.id and not one.taken_back


def forget(session: Session, subject: int, _now: datetime) -> None:
    """For the timetable: nobody wrote it, from now on."""
    one = locked(session, Contribution, subject)
    if one is not None:
        return_paths.destroy(session, one.thing)


# Those who are asked ---------------------------------------------------------------------------------------------


def tell_asked(session: Session, listening: Listening, now: datetime) -> None:
    """Those who were not told yet, once each: that they can speak, or which titles matter to them."""
    name, until = ASKS, listening.closes_at
    if listening.phase is Phase.RATING and listening.reads_at is not None:
        name, until = RATES, listening.reads_at
    elif listening.phase is not Phase.OPEN:
        return
    those = select(people.Member.id).where(rules.asked(session, listening), notices.untold(name, listening.id))
    if notices.tell_many(session, those, name, listening.id, now, until):
        timetable.set_due(session, ON, listening.id, now)


def tell_on_asked(session: Session, subject: int, _at: datetime) -> None:
    """For the timetable: the next of them."""
    listening = locked(session, Listening, subject)
    if listening is not None:
        tell_asked(session, listening, context.now(session))


def can_speak(session: Session, member: people.Member, subject: int) -> bool:
    listening = session.get(Listening, subject)
    return listening is not None and rules.hears(session, listening, member)


def show_open(session: Session, subject: int, words: Words) -> list[Part]:
    listening = session.get_one(Listening, subject)
    said = words("listening-home-say", when=words.moment(listening.closes_at, listening.district.zone))
    see = Button(words("listening-home-see"), "listening.show", str(listening.id))
    return [Text(said), Quote(listening.question(words.language)), Buttons((see,))]


# Those who look through ------------------------------------------------------------------------------------------


def new_for(session: Session, listening: Listening, member: people.Member) -> int:
    """How many that nobody of their group's leaders has looked at."""
    if listening.phase not in (Phase.OPEN, Phase.SORTING, Phase.RATING):
        return 0
    groups = rules.moderated(session, listening, member)
    return count(session, said_in(listening).where(Contribution.group_id.in_(groups), ~Contribution.looked_through))


def tell_moderators(session: Session, listening: Listening, group: people.Group, now: datetime) -> None:
    """In the group whose words they are."""
    until = school_days.due(session, listening.district, listening.closes_at, UNTIL)
    for seat in rules.moderators(session, listening, group):
        if seat.acting_id is not None:
            notices.tell(session, seat.acting_id, WORDS, listening.id, now, until)


def remind_moderators(session: Session, listening: Listening, now: datetime) -> None:
    """Of each group of which there are words that none of them has looked through."""
    waits = said_in(listening).where(~Contribution.looked_through).order_by(None)
    groups = waits.with_only_columns(Contribution.group_id)
    for group in session.scalars(select(people.Group).where(people.Group.id.in_(groups)).order_by(people.Group.id)):
        tell_moderators(session, listening, group, now)


def is_new(session: Session, member: people.Member, subject: int) -> bool:
    listening = session.get(Listening, subject)
    return listening is not None and new_for(session, listening, member) > 0


def show_new(session: Session, subject: int, words: Words) -> list[Part]:
    listening = session.get_one(Listening, subject)
    return [Text(words("listening-new")), Quote(listening.question(words.language)), Buttons((look(listening, words),))]


def look(listening: Listening, words: Words) -> Button:
    return Button(words("listening-look"), "listening.look", str(Page(listening.id)), "main")


# The board -------------------------------------------------------------------------------------------------------


def tell_board(session: Session, listening: Listening, now: datetime) -> None:
    """Each by themselves."""
    theirs = select(people.Member.id).where(people.Member.district_id == listening.district_id)
    members = session.scalars(theirs.where(listening.board.members())).all()
    until = school_days.due(session, listening.district, now, UNTIL)
    notices.tell_all(session, members, READ, listening.id, now, until)


def may_read(session: Session, member: people.Member, subject: int) -> bool:
    listening = session.get(Listening, subject)
    reading = listening is not None and listening.phase is Phase.READING
    return listening is not None and reading and listening.board.admits(session, member)


def show_read(session: Session, subject: int, words: Words) -> list[Part]:
    listening = session.get_one(Listening, subject)
    many = count(session, said_in(listening))
    said = words("listening-to-read", count=many)
    return [Text(said), Quote(listening.question(words.language)), Buttons((read(listening, words),))]


def read(listening: Listening, words: Words) -> Button:
    return Button(words("listening-read"), "listening.read", str(Page(listening.id)), "main")


def waits_for(session: Session, member: people.Member, subject: int) -> bool:
    """Whether something in it waits for their answer."""
    listening = session.get(Listening, subject)
    return listening is not None and listening.seat.acting_id == member.id and bool(left(session, listening))


def left(session: Session, listening: Listening) -> int:
    return count(session, unanswered(listening)) if listening.phase is Phase.READING else 0


def show_waits(session: Session, subject: int, words: Words) -> list[Part]:
    listening = session.get_one(Listening, subject)
    said = words("listening-home-unanswered", count=left(session, listening))
    return [Text(said), Quote(listening.question(words.language)), Buttons((read(listening, words),))]


def is_of_nobody(session: Session, member: people.Member, subject: int) -> bool:
    listening = session.get(Listening, subject)
    return listening is not None and listening.phase is Phase.OVER and listening.seat.acting_id == member.id


def show_nobody(session: Session, subject: int, words: Words) -> list[Part]:
    listening = session.get_one(Listening, subject)
    again = Button(words("listening-start"), "listening.start")
    return [Text(words("listening-nobody")), Quote(listening.question(words.language)), Buttons((again,))]
