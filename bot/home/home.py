"""The home card: the next step, what waits for this person, the most urgent first, and what they may start. However
much there is, what may be started is there, and all that waits is there or one press away."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from itertools import groupby

from bot.boundary import Answer, Button, Buttons, Heading, Message, Note, Part, Private, Text
from bot.feature import Path, Section, Stage, Start, Step, Urgency, Waiting
from bot.home import path
from bot.payloads import Payload
from bot.request import Refusal, Request
from bot.storage.context import only_reading
from bot.texts import Words

FEW, SECTIONS = 3, 8  # of a section on the card at most; sections on it at most, the others being on the next
PAGE = 5  # of a section alone at most
TURNS = 2  # buttons from one page to another
# What every platform shows of one message. Pieces: texts, rows of five buttons, and the buttons in them.
CHARACTERS, PARTS, BUTTONS, PIECES, ROW = 3500, 40, 25, 39, 5
SOME_DAY = datetime.max.replace(tzinfo=UTC)

Run = Callable[[Request, object], Answer]


@dataclass(frozen=True)
class More(Payload):
    """A page of a section alone; of no section: of the card itself. The first is 1."""

    page: int
    section: str = ""


@dataclass(frozen=True)
class Filled:
    """A section in which something waits for this person, the most urgent first."""

    name: str
    section: Section
    waiting: Sequence[Waiting]

    @property
    def urgency(self) -> tuple[Urgency, datetime]:
        return _urgency(self.waiting[0])


def home(sections: Mapping[str, Section], starts: Sequence[Start], ways: Sequence[Path] = ()) -> Run:
    return lambda request, _about: Private(_card(request, sections, starts, ways, 1))


def more(sections: Mapping[str, Section], starts: Sequence[Start], ways: Sequence[Path] = ()) -> Run:
    """Another page of the card, or one section alone."""

    def run(request: Request, _about: object) -> Answer:
        wanted = request.payload(More)
        if not wanted.section:
            return Private(_card(request, sections, starts, ways, wanted.page))
        section = sections.get(wanted.section)
        if section is None:
            raise Refusal.saying(request.words("gone"))
        return Private(_alone(request, wanted, section))

    return run


def fits(parts: Sequence[Part]) -> bool:
    rows = [part.buttons for part in parts if isinstance(part, Buttons)]
    buttons = sum(map(len, rows))
    texts = sum(not are_buttons for are_buttons, _ in groupby(parts, lambda part: isinstance(part, Buttons)))
    pieces = texts + buttons + sum(-(-len(row) // ROW) for row in rows)
    if len(parts) > PARTS or buttons > BUTTONS or pieces > PIECES:
        return False
    return len(Message(tuple(parts)).text()) <= CHARACTERS


# The card --------------------------------------------------------------------------------------------------------


def _card(
    request: Request, sections: Mapping[str, Section], starts: Sequence[Start], ways: Sequence[Path], page: int
) -> Message:
    words = request.words
    with only_reading(request.session):
        step = path.next_step(request, ways)
        filled = sorted(_filled(request, sections, step), key=lambda one: one.urgency)
        if step is not None and step.stage is Stage.PLAY and filled and filled[0].urgency[0] <= Urgency.DO:
            step = None  # others wait for them
        offered = [button for start in starts for button in start(request) if not path.is_said(button, step)]
    waits = step is not None and step.stage > Stage.PLAY
    begin = [replace(button, tone="") for button in offered] if step or filled else offered  # one above is the main one
    room = max(1, min(SECTIONS, BUTTONS - len(begin) - TURNS - ROW))  # and the most urgent of all is there
    page = min(page, max(1, -(-len(filled) // room)))
    here, after = filled[(page - 1) * room : page * room], filled[page * room :]
    back = [Button(words("home-back"), "home")] if page > 1 else []
    rest = sum(len(one.waiting) for one in after)
    further = [Button(words("home-rest", count=rest), "home.more", str(More(page + 1)))] if after else []
    drawn = [[waiting.draw() for waiting in one.waiting[:FEW]] for one in here]
    most = [len(of_one) for of_one in drawn]

    def laid() -> list[Part]:
        parts: list[Part] = [Heading(words("home-title", name=request.member.name))]
        parts += path.line(step) if step and page == 1 else []
        for one, of_one, count in zip(here, drawn, most, strict=True):
            parts += _lead(one, words) if count else []
            parts += [part for found in of_one[:count] for part in found]
        left = [_left(one, count, words) for one, count in zip(here, most, strict=True) if count < len(one.waiting)]
        turns = Buttons((*back, *left, *further))
        parts += [turns] if turns.buttons else []
        parts += [] if here or waits else [Text(words("home-nothing"))]
        return [*parts, Note(words("home-foot")), *([Buttons(tuple(begin))] if begin and page == 1 else [])]

    while not fits(laid()) and any(most):
        most[max(range(len(most)), key=lambda place: (most[place], place))] -= 1  # the least urgent of the longest
    for one, count in zip(here, most, strict=True):
        for waiting in one.waiting[:count]:
            waiting.seen()
    return Message(tuple(laid()))


def _filled(request: Request, sections: Mapping[str, Section], step: Step | None) -> Iterator[Filled]:
    """But for what the first line says."""
    for name, section in sections.items():
        if waiting := [one for one in section.waits(request) if not path.is_said(one.offers, step)]:
            yield Filled(name, section, sorted(waiting, key=_urgency))


def _urgency(waiting: Waiting) -> tuple[Urgency, datetime]:
    return waiting.urgency, waiting.due or SOME_DAY


def _lead(one: Filled, words: Words) -> list[Part]:
    return [Text(one.section.lead(words, len(one.waiting)))] if one.section.lead else []


def _left(one: Filled, shown: int, words: Words) -> Button:
    what, count = words(one.section.label), len(one.waiting) - shown
    label = words("home-more", what=what, count=count) if shown else words("home-all", what=what, count=count)
    return Button(label, "home.more", str(More(1, one.name)))


# One section alone -----------------------------------------------------------------------------------------------


def _alone(request: Request, wanted: More, section: Section) -> Message:
    words = request.words
    heading, back = Heading(words(section.label)), Button(words("home-back"), "home")
    waiting = sorted(section.waits(request), key=_urgency)
    if not waiting:  # any more
        return Message((heading, Text(words("home-nothing-here")), Buttons((back,))))
    pages = list(_pages(waiting))
    page = min(wanted.page, len(pages))
    turns = [Button(words("home-previous"), "home.more", str(More(page - 1, wanted.section)))] if page > 1 else []
    if page < len(pages):
        turns.append(Button(words("home-next"), "home.more", str(More(page + 1, wanted.section))))
    for one, _ in pages[page - 1]:
        one.seen()
    parts = [part for _, drawn in pages[page - 1] for part in drawn]
    return Message((heading, *parts, Buttons((*turns, back))))


def _pages(waiting: Sequence[Waiting]) -> Iterator[list[tuple[Waiting, list[Part]]]]:
    """Each with what is shown on it, and with room for a heading and for turning over."""
    around: list[Part] = [Heading("x" * 150), Buttons((Button("x" * 75, "home"),) * 3)]
    page: list[tuple[Waiting, list[Part]]] = []
    for one in waiting:
        drawn = one.draw()
        so_far = [part for _, parts in page for part in parts]
        if page and (len(page) == PAGE or not fits([*so_far, *drawn, *around])):
            yield page
            page = []
        page.append((one, drawn))
    yield page
