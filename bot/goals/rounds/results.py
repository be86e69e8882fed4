"""What came of it: themes in the order of agreement across groups, once, at the end; and who decides about each."""

from __future__ import annotations

from sqlalchemy.orm import Session

from bot import ratings
from bot.boundary import (
    Answer,
    Button,
    Buttons,
    Heading,
    Message,
    Note,
    Part,
    Private,
    Text,
)
from bot.goals.rounds import chairs, rating, scopes
from bot.goals.rounds.model import (
    Phase,
    Rating,
    Round,
    Scope,
    Theme,
    current,
)
from bot.people import model as people
from bot.request import Refusal, Request
from bot.texts import Words

NOTICE = "round-result"
SHOWN = 8  # themes on a card
FIRST = 3  # of these that are worth asking for data about


def fold(session: Session, there: Round) -> None:
    """What people said, in counts."""
    asked = rating.asked(there)
    there.raters = ratings.fold(session, asked, there.audience.members())
    ratings.forget(session, asked.thing, Rating, there.themes)


def order(there: Round) -> tuple[list[tuple[int, Theme]], list[int], list[int]]:
    """Each theme after its place; the groups that count, and those that are left out."""
    return ratings.order(there.themes, there.raters, (part.group_id for part in there.under_way))


# Showing ---------------------------------------------------------------------------------------------------------


def find(request: Request) -> Round | None:
    there = current(request.session, request.district.id)
    return there if there is not None and there.phase is Phase.RESULT else None


def read_it(request: Request, there: Round) -> None:
    if not there.audience.admits(request.session, request.member):
        raise Refusal.saying(request.words("gone"))


def show(request: Request, there: Round) -> Answer:
    words = request.words
    places, groups, left = order(there)
    parts: list[Part] = [Heading(words("result-title"))]
    names = {part.group_id: part.group.name for part in there.parts}
    if not groups:
        return Private(Message((*parts, Text(words("result-too-few")))))
    marks = chairs.is_led_by(there, request.member)
    for number, (place, theme) in enumerate(places[:SHOWN]):
        parts.append(Text(_line(place, theme, names, words)))
        if marks:
            data = [Button(words("data-title"), "data.ask", str(theme.id))] if number < FIRST else []
            parts.append(Buttons((*_for_leader(request, theme), *data)))
    if len(places) > SHOWN:
        parts.append(Note(words("theme-more", count=len(places) - SHOWN)))
    if left:
        parts.append(Note(words("result-left-out", groups=words.listed([names[one] for one in left]))))
    if without := [part.group.name for part in there.parts if part.left_out]:
        parts.append(Note(words("result-without", groups=words.listed(without))))
    return Private(Message((*parts, Note(words("result-means")))))


def _for_leader(request: Request, theme: Theme) -> list[Button]:
    words, id = request.words, str(theme.id)
    mark = Button(words("scope-mark"), "theme.scope", id)
    own = theme.group_id == request.member.group_id or (theme.round is not None and chairs.are_two(theme.round))
    if theme.scope is not Scope.SHARED or not own:
        return [mark]
    return [Button(words("goal-start"), "goal.start-theme", id, "main"), mark]


def _line(place: int, theme: Theme, names: dict[int, str], words: Words) -> str:
    lines = [words("result-line", place=place, title=theme.title(words.language))]
    if theme.round and (others := [one for one in theme.round.themes if one.joined_id == theme.id]):
        theirs = [one.title(words.language) for one in others]
        lines.append(words("result-joined", titles=words.listed(theirs)))
    lines += ratings.lines(theme, names, words)
    lines += scopes.lines(theme, words)
    return "\n".join(lines)


def stands(session: Session, member: people.Member, subject: int) -> bool:
    there = session.get(Round, subject)
    return there is not None and (
        chairs.is_led_by(there, member) or any(part.seat.acting_id == member.id for part in there.under_way)
    )


def show_notice(_session: Session, _subject: int, words: Words) -> list[Part]:
    see = Button(words("round-see"), "round.results", tone="main")
    return [Text(words("result-news")), Buttons((see,))]
