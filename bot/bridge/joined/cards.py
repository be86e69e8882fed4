"""What people see of two joined channels: who has to agree, that each is mirrored, who reads it, and what crosses."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy.orm import Session

from bot.boundary import Button, Buttons, Message, Note, Part, Text
from bot.bridge.joined import joinings
from bot.bridge.joined.model import Joining, Stage
from bot.forms import in_other_languages
from bot.payloads import About
from bot.people import model as people
from bot.people import presence
from bot.people.cards import place_label, reach_lines
from bot.people.places import Place
from bot.texts import Texts, Words


def asked(session: Session, subject: int, words: Words, texts: Texts) -> Message:
    """In each of the channels, while somebody has yet to agree."""
    joining = session.get_one(Joining, subject)
    both = words.listed([place_label(place) for place in joining.places])
    if joining.is_over:
        return Message((Text(ended(joining, words)),))
    if joining.stage == Stage.ON:
        return Message((Text(words("joining-agreed", places=both)),))
    buttons = (_button(joining, words, "joining-agree", "joining.agree", "main"), _decline(joining, words))
    head = Text(words("joining-asked", name=joining.asker.name, places=both))
    others = in_other_languages(words, texts, "joining.show", joining.id)
    all_of_it = (*about(session, joining.places, words), *waits_for(session, joining, words))
    return Message((head, *all_of_it, Buttons((*buttons, *others))))


def joined(session: Session, subject: int, words: Words, texts: Texts) -> Message:
    """In each of them: from here on all is mirrored."""
    joining = session.get_one(Joining, subject)
    if joining.is_over:
        return Message((Text(ended(joining, words)),))
    both = words.listed([place_label(place) for place in joining.places])
    buttons = (
        Button(words("shown-mine"), "shown", tone="main"),
        _button(joining, words, "joining-end", "joining.end"),
        *in_other_languages(words, texts, "joining.show", joining.id),
    )
    head = Text(words("joining-on", places=both))
    pause = Text(words("joining-pause", seconds=joining.pause))
    return Message((head, *about(session, joining.places, words), pause, Buttons(buttons)))


def about(session: Session, places: Sequence[Place], words: Words) -> list[Part]:
    """Who reads it on both sides, what crosses, and that it is a record."""
    return [
        *(Text(_who(session, place, words)) for place in places),
        Text(words("joining-crosses")),
        Note(words("joining-record")),
    ]


def waits_for(session: Session, joining: Joining, words: Words) -> list[Part]:
    given = [words("joining-part-by", part=part_name(session, one.part, words), name=name)
             for one in joinings.agreed(session, joining)
             if (name := session.get_one(people.Member, one.member_id).name)]  # fmt: skip
    missing = [part_name(session, part, words) for part in joinings.missing(session, joining)]
    told = [Text(words("joining-given", parts=words.listed(given)))] if given else []
    return [*told, Text(words("joining-missing", parts=words.listed(missing)))]


def part_name(session: Session, part: str, words: Words) -> str:
    if part == joinings.CARETAKER:
        return words("joining-caretaker")
    return words("joining-seat-of", group=session.get_one(people.Group, int(part.partition(":")[2])).name)


def ended(joining: Joining, words: Words) -> str:
    both = words.listed([place_label(place) for place in joining.places])
    by = {"name": joining.ender.name} if joining.ender else {}
    return words(joining.ending, places=both, **by)


def _decline(joining: Joining, words: Words) -> Button:
    return _button(joining, words, "joining-decline", "joining.end")


def _button(joining: Joining, words: Words, label: str, do: str, tone: str = "") -> Button:
    return Button(words(label), do, str(About(joining.id)), tone)


def _who(session: Session, place: Place, words: Words) -> str:
    """Where it is not known who all can see it, its name is part of the sentence."""
    reach = presence.reach(session, [place])
    said = reach_lines(reach, words)
    return f"{place_label(place)}: {said}" if reach.is_known else said
