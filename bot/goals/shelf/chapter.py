"""What the data shelf says about the title that a goal was made of, as a chapter of the goal's record."""

from __future__ import annotations

from sqlalchemy import or_

from bot.boundary import Part, in_a_line
from bot.goals.canvas import model as canvases
from bot.goals.record.chapters import Chapter, Event, Reader
from bot.goals.rounds.model import Theme
from bot.goals.shelf.answering import said
from bot.goals.shelf.model import DataItem, on_shelf


def data(reader: Reader) -> Chapter:
    """As much of it as this reader finds on the shelf; also what was brought under titles that are one with it."""
    words, parts, events = reader.words, list[Part](), list[Event]()
    canvas = canvases.of(reader.goal)
    if canvas is not None:
        about = or_(Theme.id == canvas.theme_id, Theme.joined_id == canvas.theme_id)
        theirs = on_shelf(reader.session, reader.member).join(Theme, Theme.id == DataItem.theme_id).where(about)
        for item in reader.session.scalars(theirs).unique():
            parts += said(item, words)
            if item.answered_at is not None:
                events.append(Event(reader.day(item.answered_at), words("record-data-came", what=in_a_line(item.what))))
    return Chapter(words("record-data"), tuple(parts), tuple(events))
