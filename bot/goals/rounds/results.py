"""What came of it: themes in the order of agreement across groups, once, at the end; and who decides about each."""

from __future__ import annotations

from collections import defaultdict

from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from bot import return_paths
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
from bot.goals.rounds import chairs, ranking, rating, scopes
from bot.goals.rounds.model import (
    Phase,
    Rate,
    Rating,
    Round,
    Scope,
    Theme,
    current,
)
from bot.people import model as people
from bot.request import Refusal, Request
from bot.return_paths import Thing
from bot.texts import Words

NOTICE = "round-result"
KIND = "round"  # of the things of which something that was deleted may be left in the database's files
SHOWN = 8  # themes on a card
FIRST = 3  # of these that are worth asking for data about

# Counting --------------------------------------------------------------------------------------------------------


def fold(session: Session, there: Round) -> None:
    """Into counts by group; from now on nobody said anything in particular."""
    groups = {part.group_id for part in there.under_way}
    said = select(Rating.theme_id, people.Member.group_id, Rating.rate, func.count())
    said = said.join(people.Member, people.Member.id == Rating.member_id).join(Theme, Theme.id == Rating.theme_id)
    said = said.where(Theme.round_id == there.id).group_by(Rating.theme_id, people.Member.group_id, Rating.rate)
    counts: dict[int, dict[str, list[int]]] = defaultdict(dict)
    for id, group, rate, number in session.execute(said).all():
        if group in groups:
            counts[id].setdefault(str(group), [0] * ranking.ANSWERS)[[*Rate].index(rate)] = number
    for theme in rating.rateable(there):
        theme.counts = counts[theme.id]
    there.raters = {str(group): number for group, number in _raters(session, there) if group in groups}
    session.flush()
    ids = [theme.id for theme in there.themes]
    session.execute(delete(Rating).where(Rating.theme_id.in_(ids)))
    return_paths.leave(session, Thing(KIND, there.id), destroyed=True)


def _raters(session: Session, there: Round) -> list[tuple[int, int]]:
    """How many of each group rated anything."""
    people_of = select(people.Member.group_id, func.count(Rating.member_id.distinct()))
    people_of = people_of.join(Rating, Rating.member_id == people.Member.id).join(Theme, Theme.id == Rating.theme_id)
    found = session.execute(people_of.where(Theme.round_id == there.id).group_by(people.Member.group_id))
    return [(group, number) for group, number in found.all()]


def order(there: Round) -> tuple[list[tuple[int, Theme]], list[int], list[int]]:
    """Each theme after its place; the groups that count, and those that are left out."""
    raters = {int(group): number for group, number in (there.raters or {}).items()}
    groups = ranking.counting({part.group_id: raters.get(part.group_id, 0) for part in there.under_way})
    left = [part.group_id for part in there.under_way if part.group_id not in groups]
    themes = {theme.id: theme for theme in there.themes if theme.counts is not None}
    ranked = ranking.ranked({id: _counts(theme) for id, theme in themes.items()}, groups)
    return [(one.place, themes[one.theme]) for one in ranked], groups, left


def _counts(theme: Theme) -> dict[int, list[int]]:
    return {int(group): counts for group, counts in (theme.counts or {}).items()}


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
    table = ranking.table(_counts(theme))
    now = next((column for column, part in enumerate(table.answers) if part == (0,)), None)
    for row, part in enumerate(table.groups if now is not None else ()):
        group = words.listed([names[one] for one in part])
        lines.append(words("result-row", group=group, now=table.counts[row][now or 0], count=sum(table.counts[row])))
    if len(lines) == 1 and table.totals:
        lines.append(words("result-total", now=table.totals[0], count=sum(table.totals)))
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
