"""A goal's record, as each reader may read it: on pages, and as files. Another chapter is a line in CHAPTERS."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot import spreadsheets
from bot.boundary import (
    Answer,
    Button,
    Buttons,
    File,
    Heading,
    Message,
    Note,
    Part,
    Private,
    Prose,
    Quote,
    Text,
    in_a_line,
)
from bot.goals import cards
from bot.goals.commitments import chapter as commitments
from bot.goals.cycles import chapter as cycles
from bot.goals.endings import chapter as endings
from bot.goals.measures import chapter as measures
from bot.goals.measures import figures
from bot.goals.model import Goal
from bot.goals.record import beginning, markdown, table
from bot.goals.record.chapters import Chapter, Contribute, Reader, listed
from bot.goals.shelf import chapter as shelf
from bot.payloads import Payload, Shown
from bot.request import Request

# In their order, with the timeline of all after the first.
CHAPTERS: tuple[Contribute, ...] = (
    beginning.goal,
    beginning.decisions,
    cycles.tests,
    measures.numbers,
    shelf.data,
    commitments.given,
    endings.end,
    beginning.team,
)
ROOM, MOST = 2200, 18  # characters and parts of a page


@dataclass(frozen=True)
class Page(Payload):
    goal: int
    page: int = 1


def chapters(reader: Reader) -> list[Chapter]:
    first, *others = (contribute(reader) for contribute in CHAPTERS)
    events = sorted((event for one in (first, *others) for event in one.events), key=lambda event: event.day)
    lines = (reader.words("record-event", day=figures.on(event.day, reader.words), what=event.line) for event in events)
    timeline = Chapter(reader.words("record-timeline"), tuple(listed(lines)))
    return [one for one in (first, timeline, *others) if one.parts]


def pages(found: Sequence[Chapter]) -> list[list[Part]]:
    """Each begins with the name of a chapter."""
    here: list[list[Part]] = [[]]
    for chapter in found:
        title: list[Part] = [Heading(chapter.title)]
        for place, group in enumerate(_together(chapter.parts)):
            named = [*title, *group] if place == 0 else group
            if here[-1] and not _fits([*here[-1], *named]):
                here.append([])
            here[-1] += named if here[-1] else [*title, *group]
    return here


def _together(parts: Sequence[Part]) -> list[list[Part]]:
    """What is quoted stays with the line that says whose it is, and with where it is from."""
    groups: list[list[Part]] = []
    for part in parts:
        if groups and isinstance(part, Quote | Prose):
            groups[-1].append(part)
        else:
            groups.append([part])
    return groups


def _fits(parts: Sequence[Part]) -> bool:
    return len(parts) <= MOST and len(Message(tuple(parts)).text()) <= ROOM


def show(request: Request, goal: Goal) -> Answer:
    words = request.words
    found = pages(chapters(_reader(request, goal)))
    number = max(1, min(request.payload(Page).page, len(found)))
    turns = list[Button]()
    if number > 1:
        turns.append(Button(words("home-previous"), "goal.record", str(Page(goal.id, number - 1))))
    if number < len(found):
        turns.append(Button(words("home-next"), "goal.record", str(Page(goal.id, number + 1))))
    turns.append(Button(words("record-take"), "goal.record-file", str(goal.id)))
    turns.append(Button(words("home-back"), "goal.show", str(Shown(goal.id, words.language))))
    place = Note(words("record-page", page=number, pages=len(found)))
    return Private(Message((*found[number - 1], place, Buttons(tuple(turns)))))


def take_along(request: Request, goal: Goal) -> Answer:
    words, found = request.words, chapters(_reader(request, goal))
    title, name = words("record-title", goal=in_a_line(goal.change, 200)), words("record-file")
    content = markdown.written(title, found, words("record-foot"))

    async def make() -> bytes:
        return content.encode()

    see = cards.see(words("goal-see"), goal, words, "")
    files = (File(f"{name}.md", "", make), spreadsheets.file(name, table.written(found, words)))
    return Private(Message((Text(words("record-files")), see)), files=files)


def _reader(request: Request, goal: Goal) -> Reader:
    return Reader(request.session, goal, request.member, request.words)
