"""Two groups' titles that mean the same are one, when both groups say so: it is rated once, under the older title, and
what comes of it is for the people of both."""

from __future__ import annotations

from sqlalchemy import update
from sqlalchemy.orm import Session, object_session

from bot import forms, picks
from bot.boundary import Answer, Choice, Form
from bot.goals.rounds import overview
from bot.goals.rounds.model import Phase, Round, Theme
from bot.goals.rounds.overview import Both
from bot.request import Refusal, Request
from bot.texts import Words

FORM, OURS, THEIRS = "theme.join", "ours", "theirs"
MOST = 25  # titles to choose from in one field


def _group(request: Request, there: Round) -> int:
    """Of which they speak. Raises Refusal where its list is not shown, or people are asked already."""
    seat = overview.leads(request)
    part = there.part_of(seat.group_id) if seat else None
    if part is None or not part.ready or there.phase is not Phase.GATHERING:
        raise Refusal.saying(request.words("round-too-late"))
    return part.group_id


def _choices(there: Round, own: bool, group: int, words: Words) -> list[Choice]:
    """Titles that stand by themselves."""
    names = {part.group_id: part.group.name for part in there.parts}
    found = [one for one in there.themes if (one.group_id == group) is own and one.joined_id is None]
    whose = "" if own else " · {}"
    return [
        Choice(str(one.id), f"{one.title(words.language)}{whose.format(names[one.group_id])}") for one in found[:MOST]
    ]


def ask(request: Request, there: Round) -> Answer:
    words, group = request.words, _group(request, there)
    ours, theirs = (_choices(there, own, group, words) for own in (True, False))
    if not ours or not theirs:
        raise Refusal.saying(words("join-nothing"))
    fields = (
        forms.choices(OURS, words("join-ours"), ours, {}),
        forms.choices(THEIRS, words("join-theirs"), theirs, {}),
    )
    return Form(FORM, words("join-title"), words("join-submit"), words("cancel"), fields)


def wish(request: Request, there: Round) -> Answer:
    """The other group is asked; if it wished the same, they are one."""
    group = _group(request, there)
    try:
        ours, theirs = (
            int(picks.read(_choices(there, own, group, request.words), request.given(name)).value)
            for own, name in ((True, OURS), (False, THEIRS))
        )
    except picks.NotInList:
        raise Refusal.saying(request.words("gone")) from None
    one, other = (request.session.get_one(Theme, id) for id in (ours, theirs))
    if other.wants_id == one.id:
        join(request.session, one, other)
    else:
        one.wants_id = other.id
    request.session.flush()
    return overview.show(request, None)


def _both(request: Request, there: Round) -> tuple[Theme, Theme]:
    """A theme of theirs, and one of another group that would be one with it."""
    both, group = request.payload(Both), _group(request, there)
    themes = {theme.id: theme for theme in there.themes}
    own, other = themes.get(both.one), themes.get(both.other)
    if own is None or other is None or own.group_id != group or other.wants_id != own.id:
        raise Refusal.saying(request.words("gone"))
    return own, other


def say_yes(request: Request, there: Round) -> Answer:
    join(request.session, *_both(request, there))
    return overview.show(request, None)


def say_no(request: Request, there: Round) -> Answer:
    _, other = _both(request, there)
    other.wants_id = None
    return overview.show(request, None)


def part(request: Request, there: Round) -> Answer:
    """Either group can part them again, while nobody has been asked."""
    both, group = request.payload(Both), _group(request, there)
    themes = {theme.id: theme for theme in there.themes}
    one, other = themes.get(both.one), themes.get(both.other)
    if one is None or other is None or one.joined_id != other.id or group not in (one.group_id, other.group_id):
        raise Refusal.saying(request.words("gone"))
    one.joined_id = None
    return overview.show(request, None)


def join(session: Session, one: Theme, other: Theme) -> None:
    """Those that were one with the younger are one with the older, too."""
    older, younger = sorted((one, other), key=lambda theme: theme.id)
    session.flush()
    moved = update(Theme).where(Theme.joined_id == younger.id).values(joined_id=older.id)
    session.execute(moved, execution_options={"synchronize_session": "fetch"})
    younger.joined_id = older.id
    one.wants_id = other.wants_id = None


def end(session: Session, theme: Theme) -> None:
    """Its list is taken back: it stands by itself, and so do those that were one with it."""
    theme.joined_id = theme.wants_id = None
    others = update(Theme).where(Theme.round_id == theme.round_id)
    for column in (Theme.joined_id, Theme.wants_id):
        gone = others.where(column == theme.id).values({column.key: None})
        session.execute(gone, execution_options={"synchronize_session": "fetch"})


def root(theme: Theme) -> Theme:
    """Under which it is rated and answered."""
    session = object_session(theme)
    if theme.joined_id is None or session is None:
        return theme
    return session.get_one(Theme, theme.joined_id)
