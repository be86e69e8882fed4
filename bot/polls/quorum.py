"""How many must answer for a poll to count."""

from __future__ import annotations

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session

from bot.people import audiences
from bot.people.audiences import AudienceFilter
from bot.polls import secrecy
from bot.polls.model import Ballot, Poll
from bot.texts import Words

NONE, GROUPS = "none", "groups"
NUMBERS = ("3", "5", "7", "10", "15", "20", "30", "50", "100")
SHARES = {"quarter": (1, 4), "half": (1, 2), "two-thirds": (2, 3), "three-quarters": (3, 4)}
ALL = (NONE, GROUPS, *SHARES, *NUMBERS)


def choice(quorum: str, words: Words) -> str:
    """As the form offers it."""
    if quorum == NONE:
        return words("poll-quorum-none")
    if quorum == GROUPS:
        return words("poll-quorum-groups")
    if quorum in SHARES:
        return words("poll-quorum-share", share=quorum)
    return words("poll-quorum-number", least=int(quorum))


def said(quorum: str, words: Words) -> str:
    """As the card says it beforehand; empty if there is none."""
    if quorum == NONE:
        return ""
    if quorum == GROUPS:
        return words("poll-card-quorum-groups")
    if quorum in SHARES:
        return words("poll-card-quorum-share", share=quorum)
    return words("poll-card-quorum-number", least=int(quorum))


def missed(quorum: str, words: Words) -> str:
    """As the card says it afterwards."""
    if quorum == GROUPS:
        return words("poll-not-valid-groups")
    if quorum in SHARES:
        return words("poll-not-valid-share", share=quorum)
    return words("poll-not-valid-number", least=int(quorum))


def is_met(session: Session, poll: Poll) -> bool:
    """By those who could answer and have, when it is asked."""
    if poll.quorum == NONE:
        return True
    if poll.quorum in NUMBERS:
        those = answered(poll).distinct().subquery()
        return (session.scalar(select(func.count()).select_from(those)) or 0) >= int(poll.quorum)
    asked = audiences.reached(session, poll.places, AudienceFilter.parse(poll.audience)).subquery()
    groups = {group for (group,) in session.execute(select(asked.c.group_id).distinct())}
    present = select(asked.c.group_id).where(asked.c.id.in_(answered(poll)))
    if poll.quorum == GROUPS:
        return bool(groups) and groups == set(session.scalars(present.distinct()))
    people = session.scalar(select(func.count()).select_from(asked)) or 0
    came = session.scalar(select(func.count()).select_from(present.subquery())) or 0
    return suffices(poll.quorum, came, people)


def suffices(share: str, came: int, people: int) -> bool:
    of, whole = SHARES[share]
    return people > 0 and came * whole >= of * people


def all_have_answered(session: Session, poll: Poll) -> bool:
    asked = audiences.reached(session, poll.places, AudienceFilter.parse(poll.audience)).subquery()
    missing = select(asked.c.id).where(asked.c.id.not_in(answered(poll))).limit(1)
    anybody = session.scalar(select(asked.c.id).limit(1)) is not None
    return anybody and session.scalar(missing) is None


def answered(poll: Poll) -> Select[int]:
    """Who has."""
    if poll.anonymous:
        return select(secrecy.Participation.member_id).where(secrecy.Participation.poll_id == poll.id)
    return select(Ballot.member_id).where(Ballot.poll_id == poll.id)
