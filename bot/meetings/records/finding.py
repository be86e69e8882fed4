"""Minutes of before: a list of them, found again by words, and as a file."""

from __future__ import annotations

import re
from itertools import groupby, pairwise

from sqlalchemy import select

from bot import forms
from bot.boundary import (
    Answer,
    Button,
    Buttons,
    File,
    Form,
    Heading,
    Message,
    Note,
    Part,
    Private,
    Text,
    TextField,
    fitting,
)
from bot.meetings import cards, eyes, minutes, outcomes
from bot.meetings.model import Meeting, Series
from bot.meetings.records import model
from bot.payloads import Shown
from bot.people import recurrence
from bot.request import Request

FORM, WORDS = "minutes.search", "words"
LISTED, FOUND, TYPED = 12, 10, 100
MARKS = re.compile(r"([\\`*_{}\[\]()#+.!|<>~-])")


def show_past(request: Request, series: Series) -> Answer:
    """The newest first."""
    words = request.words
    out = select(Meeting).where(Meeting.series_id == series.id, Meeting.minutes.in_(model.OUT))
    found = request.session.scalars(out.order_by(Meeting.at.desc()).limit(LISTED)).all()
    search = Button(words("minutes-find"), FORM, "", "main")
    if not found:
        return Private(Message((Text(words("meeting-minutes-none")), Buttons((search,)))))
    each = [Button(words.day(one.at, series.zone), minutes.CARD, str(Shown(one.id))) for one in found]
    return Private(Message((Heading(words("minutes-of", name=series.name)), Buttons((*each, search)))))


def ask(request: Request, _about: object) -> Answer:
    return _form(request, "")


def _form(request: Request, typed: str) -> Form:
    words = request.words
    field = TextField(WORDS, words("minutes-find-label"), words("minutes-find-hint"), typed, TYPED)
    return Form(FORM, words("minutes-find"), words("minutes-find-submit"), words("cancel"), (field,))


def look(request: Request, _about: object) -> Answer:
    """From the form, or after the command."""
    wanted = (request.given(WORDS) or request.typed).strip()[:TYPED]
    if not wanted:
        return _form(request, "")
    words, found = request.words, model.find(request.session, request.member, wanted, FOUND)
    again = Button(words("minutes-find-again"), FORM)
    if not found:
        return Private(Message((Text(words("minutes-found-none", text=wanted)), Buttons((again,)))))
    groups = list[list[Part]]()
    for meeting, lines in groupby(found, key=lambda one: one[1]):
        heading = words("minutes-found-in", name=meeting.series.name, when=words.day(meeting.at, meeting.series.zone))
        said = [outcomes.line(item, words) for item, _ in lines]
        see = Button(words("minutes-see"), minutes.CARD, str(Shown(meeting.id)))
        groups.append([Text("\n".join((heading, *said))), Buttons((see,))])
    head: list[Part] = [Heading(words("minutes-found", text=wanted))]
    foot: list[Part] = [Buttons((again,))]
    return Private(Message((*head, *fitting(groups, (*head, *foot), Note(words("more-than-fits"))), *foot)))


# As a file -------------------------------------------------------------------------------------------------------


def take(request: Request, meeting: Meeting) -> Answer:
    """What they may read of it, in their language."""
    if meeting.minutes not in model.OUT:
        return forms.say(request, "meeting-minutes-none")
    words, content = request.words, markdown(request, meeting).encode()
    day = recurrence.on_the_wall(meeting.at, meeting.series.zone).date()

    async def make() -> bytes:
        return content

    file = File(f"{words('minutes-file-name')}-{day.isoformat()}.md", "", make)
    return Private(Message((Text(words("minutes-taken")),)), files=(file,))


def markdown(request: Request, meeting: Meeting) -> str:
    session, words, series = request.session, request.words, meeting.series
    said = eyes.for_member(session, minutes.told(session, meeting), request.member)
    kept = [one for one in model.corrections(session, meeting) if one.item in said]
    lines = [
        f"# {_plain(words('meeting-minutes-title', name=series.name))}",
        f"{_plain(cards.when(meeting, words))} · {words.day(meeting.at, series.zone)}",
        *(f"- {_plain(outcomes.line(one, words))}" for one in said),
        f"_{_plain(minutes.standing(session, meeting, words))}_",
    ]
    if kept:
        lines.append(f"## {words('minutes-corrections')}")
        lines += [f"- {_plain(minutes.corrected_line(one, words))}" for one in kept]
    lines += [words("meeting-law-minutes")] if series.counts_as_open else []
    return _spaced(lines)


def _spaced(lines: list[str]) -> str:
    """Items of a list stand together."""
    text = lines[0]
    for before, line in pairwise(lines):
        text += ("\n" if before.startswith("- ") and line.startswith("- ") else "\n\n") + line
    return text + "\n"


def _plain(text: str) -> str:
    """Somebody's own words format nothing."""
    return MARKS.sub(r"\\\1", " ".join(text.split()))
