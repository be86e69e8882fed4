"""A committee's meeting ends in telling one's building what was decided, as far as its people may read that."""

from __future__ import annotations

from collections.abc import Mapping

from sqlalchemy.orm import Session

from bot.boundary import Button, in_a_line
from bot.meetings import cards, eyes, model, outcomes
from bot.meetings.model import Meeting, Minutes
from bot.meetings.written import Item, Outcome
from bot.people import own_building
from bot.people.audiences import Audience
from bot.people.model import Member
from bot.references import About, retell
from bot.request import Request
from bot.texts import Words

KIND = "meeting"
MOST, SHORT = 3, 300  # decisions, and characters of each


def tell(session: Session, meeting: Meeting, member: Member, words: Words) -> list[Button]:
    readers = own_building.readers(session, member)
    return [retell(About(KIND, meeting.id), words)] if _decided(session, meeting, member, readers) else []


def _decided(session: Session, meeting: Meeting, member: Member, readers: Audience) -> list[Item]:
    """Once its minutes are out: what the member may read, and all to whom they would tell it. Topics of an open meeting
    are everybody's, what came of them is for those who belong to it."""
    out = meeting.minutes in (Minutes.APPROVED, Minutes.OUT)
    if not out or not model.readers(session, meeting.series).covers(session, readers):
        return []
    mine = eyes.for_member(session, outcomes.talked_about(session, meeting), member)
    return [one for one in mine if one.outcome is Outcome.DECIDED and one.audience.covers(session, readers)]


def tellable(request: Request, id: int, readers: Audience) -> Mapping[str, str]:
    """In one language: topics have no other."""
    meeting, words = request.session.get(Meeting, id), request.words
    decided = _decided(request.session, meeting, request.member, readers) if meeting else []
    if meeting is None or not decided:
        return {}
    said = words("meeting-building", name=meeting.series.name, when=cards.when(meeting, words))
    lines = [f"- {in_a_line(': '.join(filter(None, (one.text, one.line))), SHORT)}" for one in decided[:MOST]]
    if more := len(decided) - MOST:
        lines += [words("meeting-building-more", count=more)] if more > 0 else []
    return {words.language: "\n".join((said, *lines))}
