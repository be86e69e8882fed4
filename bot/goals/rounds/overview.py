"""What those who lead a group see of a round, and what they can do next."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot import ratings
from bot.boundary import Answer, Button, Buttons, Heading, Message, Note, Part, Private, Text
from bot.goals import rules
from bot.goals.concerns import in_steps
from bot.goals.rounds import rating, waiting
from bot.goals.rounds.model import GROUPS, Phase, Round, current
from bot.goals.rounds.model import Part as Portion
from bot.payloads import Payload
from bot.people.cards import acting_name, seat_title
from bot.people.model import Seat
from bot.request import Refusal, Request
from bot.texts import Words


@dataclass(frozen=True)
class Both(Payload):
    """Two themes."""

    one: int
    other: int


def leads(request: Request) -> Seat | None:
    """The seat by which they open their own group's part."""
    return next(iter(rules.leaders(request.session, request.member)), None)


def lead_their_group(request: Request, _subject: object) -> None:
    if leads(request) is None:
        raise Refusal.saying(request.words("round-may-lead"))


def show(request: Request, _subject: object) -> Answer:
    words, seat = request.words, leads(request)
    assert seat is not None
    there = current(request.session, request.district.id)
    if there is None or there.phase is Phase.RESULT:
        start = Button(words("round-open"), "round.open", tone="main")
        see = [Button(words("round-see"), "round.results")] if there else []
        said = Text(words("round-none", group=seat.group.name))
        return Private(Message((Heading(words("round-title")), said, Buttons((start, *see)))))
    parts: list[Part] = [Heading(words("round-title"))]
    parts.append(Text("\n".join(_portion(part, seat.group_id, request) for part in there.parts)))
    if there.phase is Phase.RATING and there.ends_at:
        heard = in_steps(sum(ratings.raters(request.session, rating.asked(there)).values()))
        parts.append(Text(words("round-heard", count=heard, when=request.moment(there.ends_at))))
    parts += waiting.lines(request.session, there, request.member, words, request.now)
    parts += _titles_as_one(there, seat.group_id, words)
    return Private(Message((*parts, Buttons(tuple(_next(request, there, seat))), Note(words("round-foot")))))


def _portion(part: Portion, own: int, request: Request) -> str:
    """For those who lead the group of this number."""
    words = request.words
    states = {True: words("round-part-ready"), False: words("round-part-open")}
    paused = words("round-part-left-out" if part.left_out else "round-part-paused")
    state = paused if part.paused else states[part.ready]
    said = words("round-part", group=part.group.name, name=acting_name(part.seat, words), state=state)
    return f"{said} {_chair(part, own, words)}".rstrip()


def _next(request: Request, there: Round, seat: Seat) -> list[Button]:
    words, mine = request.words, there.part_of(seat.group_id)
    if mine is None:
        return [Button(words("round-open"), "round.open", tone="main")] if there.phase is Phase.GATHERING else []
    found = []
    if there.phase is Phase.GATHERING:
        found.append(Button(words("theme-list"), "theme.list"))
        label = words("round-unready") if mine.ready else words("round-ready")
        found.append(Button(label, "round.unready" if mine.ready else "round.ready", tone="" if mine.ready else "main"))
        if len([part for part in there.under_way if part.ready]) >= GROUPS:
            if mine.ready:
                found.append(Button(words("join-title"), "theme.join"))
            found.append(Button(words("round-begin"), "round.begin", tone="main"))
    found += _naming(there, mine, words)
    label = words("round-resume") if mine.paused else words("round-pause")
    return [*found, Button(label, "round.pause")]


# Who chairs it, and titles that two groups share --------------------------------------------------------------------


def _chair(part: Portion, own: int, words: Words) -> str:
    """Empty: nobody is named, or of another group and has not said yes. So nobody else sees a "no"."""
    if part.chair is None or not (part.chairs or part.group_id == own):
        return ""
    said = "chair-is" if part.chairs else "chair-waits"
    return words(said, seat=seat_title(part.chair, words), name=acting_name(part.chair, words))


def _naming(there: Round, part: Portion, words: Words) -> Sequence[Button]:
    if part.chair is not None:
        return [Button(words("chair-take-back"), "round.chair-take-back")]
    return [] if there.has_two_besides(part) else [Button(words("chair-title"), "round.chair", str(there.id))]


def _titles_as_one(there: Round, group: int, words: Words) -> list[Part]:
    """Wishes of other groups, and titles that are one by now."""
    themes, names = {theme.id: theme for theme in there.themes}, {one.group_id: one.group.name for one in there.parts}
    parts = list[Part]()
    for theme in there.themes:
        title = theme.title(words.language)
        own = themes.get(theme.wants_id or 0)
        if own is not None and own.group_id == group:
            about = str(Both(own.id, theme.id))
            yes = Button(words("join-yes"), "theme.join-yes", about, "main")
            asks = words("join-asks", group=names[theme.group_id], theirs=title, ours=own.title(words.language))
            parts += [Text(asks), Buttons((yes, Button(words("join-no"), "theme.join-no", about)))]
        with_ = themes.get(theme.joined_id or 0)
        if with_ is not None and group in (theme.group_id, with_.group_id) and there.phase is Phase.GATHERING:
            line = words("join-are-one", one=with_.title(words.language), other=title)
            apart = Button(words("join-part"), "theme.part", str(Both(theme.id, with_.id)))
            parts += [Text(line), Buttons((apart,))]
    return parts
