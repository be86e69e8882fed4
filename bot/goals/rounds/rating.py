"""What matters to whom: theme by theme, privately, one tap each, in an order of one's own, changed until the end."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from bot.boundary import Answer, Button, Buttons, Heading, Message, Note, Part, Private, Text
from bot.goals.rounds.model import Phase, Rate, Rating, Round, Theme, current
from bot.payloads import Payload
from bot.people import model as people
from bot.request import Refusal, Request
from bot.texts import Words

RATES = {Rate.NOW: "rate-now", Rate.NOT_NOW: "rate-not-now", Rate.NOT_SURE: "rate-not-sure"}


@dataclass(frozen=True)
class Rated(Payload):
    """A theme, and what they say of it."""

    theme: int
    rate: str


def may_rate(session: Session, there: Round, member: people.Member) -> bool:
    return there.phase is Phase.RATING and there.audience.admits(session, member)


def find(request: Request) -> Round | None:
    """The one in which they can say what matters."""
    there = current(request.session, request.district.id)
    return there if there is not None and may_rate(request.session, there, request.member) else None


def ask(there: Round, words: Words) -> list[Part]:
    when = words.moment(there.ends_at or there.opened_at, there.district.zone)
    rate = Button(words("rate-begin"), "round.rate", tone="main")
    return [Text(words("rate-asks", count=len(rateable(there)), when=when)), Buttons((rate,))]


def rateable(there: Round) -> list[Theme]:
    """Those of groups whose parts are open; of several that are one, the one under whose title they are."""
    groups = {part.group_id for part in there.under_way}
    themes = {theme.id: theme for theme in there.themes if theme.group_id in groups}
    return [theme for theme in themes.values() if theme.joined_id not in themes]


def in_own_order(there: Round, member_id: int) -> list[Theme]:
    """Another for each, so that none is always first; the same each time."""

    def place(theme: Theme) -> bytes:
        return sha256(f"{there.id} {member_id} {theme.id}".encode()).digest()

    return sorted(rateable(there), key=place)


# Saying ----------------------------------------------------------------------------------------------------------


def show(request: Request, there: Round) -> Answer:
    """The next about which they said nothing."""
    mine = _mine(request.session, there, request.member)
    themes = in_own_order(there, request.member.id)
    following = next((theme for theme in themes if theme.id not in mine), None)
    return _one(request, there, themes, following) if following else _done(request, there)


def from_the_beginning(request: Request, there: Round) -> Answer:
    """Or from the one after that of the button."""
    themes = in_own_order(there, request.member.id)
    after = [str(theme.id) for theme in themes].index(request.about) + 1 if _known(request.about, themes) else 0
    return _one(request, there, themes, themes[after]) if after < len(themes) else _done(request, there)


def _known(about: str, themes: list[Theme]) -> bool:
    return about in {str(theme.id) for theme in themes}


def rate(request: Request, there: Round) -> Answer:
    session, said = request.session, request.payload(Rated)
    themes = in_own_order(there, request.member.id)
    theme = next((one for one in themes if one.id == said.theme), None)
    if theme is None or said.rate not in {one.value for one in Rate}:
        raise Refusal.saying(request.words("gone"))
    row = session.get(Rating, (theme.id, request.member.id))
    again = row is not None
    row = row or Rating(theme_id=theme.id, member_id=request.member.id)
    row.rate = Rate(said.rate)
    session.add(row)
    session.flush()
    if not again:
        return show(request, there)
    after = themes[themes.index(theme) + 1 :]
    return _one(request, there, themes, after[0]) if after else _done(request, there)


def _one(request: Request, there: Round, themes: list[Theme], theme: Theme) -> Answer:
    words, row = request.words, request.session.get(Rating, (theme.id, request.member.id))
    buttons = [
        Button(words(name), "round.say", str(Rated(theme.id, one.value)), "main" if row and row.rate is one else "")
        for one, name in RATES.items()
    ]
    place = words("rate-place", place=themes.index(theme) + 1, count=len(themes))
    said = [Text(words("rate-said", said=words(RATES[row.rate])))] if row else []
    title = Heading(theme.title(words.language))
    return Private(Message((title, Note(place), *said, Buttons(tuple(buttons)), Note(words("rate-means")))))


def _done(request: Request, there: Round) -> Answer:
    words = request.words
    when = request.moment(there.ends_at or request.now)
    again = Button(words("rate-again"), "round.rate-again")
    return Private(Message((Text(words("rate-done", when=when)), Buttons((again,)))))


def _mine(session: Session, there: Round, member: people.Member) -> set[int]:
    theirs = select(Rating.theme_id).join(Theme).where(Theme.round_id == there.id, Rating.member_id == member.id)
    return set(session.scalars(theirs))


def waits(session: Session, there: Round, member: people.Member) -> int:
    """How many themes they have said nothing about."""
    mine = _mine(session, there, member)
    return sum(theme.id not in mine for theme in rateable(there))


def merge(session: Session, leaving: people.Member, staying: people.Member) -> None:
    """The two turned out to be one person, who says one thing of each theme."""
    there = set(session.scalars(select(Rating.theme_id).where(Rating.member_id == staying.id)))
    for row in session.scalars(select(Rating).where(Rating.member_id == leaving.id)).all():
        if row.theme_id in there:
            session.delete(row)
            session.flush()
    session.execute(update(Rating).where(Rating.member_id == leaving.id).values(member_id=staying.id))
