"""All that can be asked about a school's calendar."""

from __future__ import annotations

from bot.feature import Feature, FileKind
from bot.meetings.calendars import cards, uploads
from bot.people.calendar_files import ENDINGS
from bot.request import Route

CARETAKER = (uploads.be_a_caretaker,)

FEATURE = Feature(
    presses={
        cards.APPLY: Route(uploads.apply, CARETAKER, uploads.find),
        cards.CHOOSE: Route(uploads.choose, CARETAKER, uploads.find),
        cards.DROP: Route(uploads.drop, CARETAKER, uploads.find),
        cards.UNDO: Route(uploads.undo, CARETAKER, uploads.find),
    },
    forms={cards.CHOOSE: Route(uploads.chose, CARETAKER, uploads.find)},
    files={uploads.KIND: FileKind(ENDINGS, Route(uploads.receive, CARETAKER), uploads.READING)},
    cards={cards.CARD: cards.card},
)
