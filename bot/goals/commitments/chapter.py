"""What roles gave to it, as a chapter of the goal's record."""

from __future__ import annotations

from bot.boundary import Part, Text
from bot.goals.commitments import cards
from bot.goals.commitments.model import PUBLIC, of_goal
from bot.goals.record.chapters import Chapter, Reader


def given(reader: Reader) -> Chapter:
    words, parts = reader.words, list[Part]()
    for one in of_goal(reader.session, reader.goal, *PUBLIC):
        parts.append(Text(words("commitment-title", kind=words(cards.KINDS[one.kind]))))
        parts += cards.about(reader.session, one, words)[1:]  # without a heading of its own
    return Chapter(words("record-given"), tuple(parts))
