"""What an author is told of their concern, and how it reaches them: a notice where it carries their name, a letter over
the way back where it does not; and when that way ends."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy.orm import Session

from bot import authors, notices, return_paths
from bot.authors import KEPT, UNTIL
from bot.boundary import Heading, Message, Note, Part, Quote, Text
from bot.goals.concerns import ANSWERED, DECIDED, HIDDEN, OVER, SAID, Concern
from bot.goals.model import Goal, Status
from bot.people import model as people
from bot.people import school_days, topics
from bot.people.cards import contact_lines, seat_title
from bot.storage.database import locked
from bot.texts import Texts, Words

FORGET = "concern.forget"  # the name under which the timetable ends the way back
NOTICE, NOTICE_HIDDEN = "concern-said", "concern-hidden"


def state(concern: Concern, words: Words) -> str:
    """What became of it so far."""
    zone = concern.zone
    if concern.hidden and concern.hidden_by:
        return words("concern-is-hidden", seat=seat_title(concern.hidden_by, words), why=concern.hidden)
    if concern.handed_on_at and concern.handed_on_by:
        day = words.day(concern.handed_on_at, zone)
        return words("concern-state-handed-on", seat=seat_title(concern.handed_on_by, words), day=day)
    if concern.goal is not None:
        return words("concern-state-ended" if concern.goal.status is Status.ENDED else "concern-state-goal")
    if concern.told is not None and concern.told.status is Status.ENDED:
        return words("concern-state-stays")
    return words("concern-state-told" if concern.told_id is not None else "concern-state-waits")


def tell(session: Session, concern: Concern, now: datetime) -> None:
    """What came of it; from now on the way back is kept for some time only."""
    if concern.author_id is not None:
        until = school_days.due(session, concern.district, now, UNTIL)
        notices.tell(session, concern.author_id, NOTICE, concern.id, now, until)
        return
    return_paths.tell(session, concern.thing, SAID, concern.id)
    end_soon(session, concern, now)


def end_soon(session: Session, concern: Concern, now: datetime) -> None:
    authors.end_soon(session, FORGET, concern, now)


def tell_hidden(session: Session, concern: Concern, now: datetime) -> None:
    """That it was taken off the list, with the reason; or, where it was told before, that it is there again."""
    authors.tell_once(session, concern, HIDDEN, NOTICE_HIDDEN, now)


def forget(session: Session, subject: int, _now: datetime) -> None:
    """For the timetable: nobody wrote it, from now on."""
    concern = locked(session, Concern, subject)
    if concern is not None:
        return_paths.destroy(session, concern.thing)


def take_back(session: Session, concern: Concern, now: datetime) -> None:
    concern.text, concern.taken_back, concern.goal_id = "", True, None
    for card_name in (SAID, HIDDEN, DECIDED, ANSWERED, OVER):
        authors.change(session, concern, card_name)
    authors.end_tonight(session, FORGET, concern, now)


# How it looks ----------------------------------------------------------------------------------------------------


def card(session: Session, subject: int, words: Words, _texts: Texts) -> Message:
    """The letter to somebody who gave no name."""
    concern = session.get_one(Concern, subject)
    left = [] if concern.taken_back else [Note(words("concern-letter-foot", days=KEPT.days))]
    return Message((*told(concern, words), *left))


def hidden_card(session: Session, subject: int, words: Words, _texts: Texts) -> Message:
    return Message(tuple(show_hidden(session, subject, words)))


def show_hidden(session: Session, subject: int, words: Words) -> list[Part]:
    """With their words, which they can send again in others."""
    concern = session.get_one(Concern, subject)
    if concern.taken_back or not concern.hidden or concern.hidden_by is None:
        return [Text(words("concern-not-hidden"))]
    found = topics.not_here(session, concern.group.district_id, concern.building_id)
    said = words("concern-is-hidden", seat=seat_title(concern.hidden_by, words), why=concern.hidden)
    contacts = [Text("\n".join(f"• {line}" for line in contact_lines(found, words)))] if found else []
    return [Text(said), Quote(concern.text), Note(words("concern-hidden-next")), *contacts]


def stands(session: Session, member: people.Member, subject: int) -> bool:
    concern = session.get(Concern, subject)
    return concern is not None and concern.author_id == member.id and not concern.taken_back


def show(session: Session, subject: int, words: Words) -> list[Part]:
    return told(session.get_one(Concern, subject), words)


def told(concern: Concern, words: Words) -> list[Part]:
    """You said, and this comes of it."""
    goal = concern.told
    if concern.taken_back or goal is None:
        return [Text(words("concern-taken-back"))]
    parts: list[Part] = [Heading(words("concern-said-title")), Quote(concern.text)]
    parts.append(Text(words("concern-said-goal" if concern.goal_id == goal.id else "concern-said-listed")))
    parts += [Quote(goal.change), Text(agreed_by(goal, words))]
    if goal.talk_at:
        parts.append(Text(words("concern-said-talk", when=words.moment(goal.talk_at, goal.district.zone))))
    if goal.word:
        parts += [Text(words("concern-said-word", seat=seat_title(goal.word_from, words))), Quote(goal.word)]
    return [*parts, Note(words("concern-said-where"))]


def agreed_by(goal: Goal, words: Words) -> str:
    return words("goal-agreed-by", seats=words.listed([seat_title(one.seat, words) for one in goal.positions]))
