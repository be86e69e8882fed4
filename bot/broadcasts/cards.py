"""How it looks: in a channel, in the day's message, in a DM by itself; and how it fares, to its sender."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy.orm import Session

from bot.boundary import Button, Buttons, Heading, Message, Note, Part, Quote, Text
from bot.broadcasts import files, formatting, reading, scope
from bot.broadcasts.lifecycle import Hand
from bot.broadcasts.model import BEFORE, DIRECT, Broadcast, BroadcastDirect, Said, Status
from bot.delivery import outbox
from bot.delivery.outbox import State
from bot.forms import in_other_languages
from bot.payloads import Shown
from bot.people import model as people
from bot.people.cards import seat_title
from bot.people.places import Place
from bot.texts import Texts, Words
from bot.uploads import Upload

SHORT = 280  # characters of it in the day's message; the rest is a press away
NEVER = (*BEFORE, Status.WITHDRAWN)  # told anybody


def card(session: Session, subject: int, words: Words, texts: Texts) -> Message:
    """In a channel."""
    row = session.get_one(Broadcast, subject)
    if row.status in NEVER:
        return Message(())
    if row.status is Status.RETRACTED:
        return full(row, words, texts)
    return in_channel(row, words, texts, replies=any(scope.takes_replies(session, row, one) for one in row.places))


def in_channel(row: Broadcast, words: Words, texts: Texts, *, replies: bool) -> Message:
    """While it stands."""
    message, below = full(row, words, texts, alone=False), words("broadcast-below-stays")
    if replies:
        below = words("broadcast-below-reaches", seat=seat_title(row.seat, words))
    parts = (*message.parts, Note(below))
    return Message(parts, mentions={one.address: one.mentions for one in pinged(row.places, own=row.own)})


def pinged(places: Sequence[Place], *, own: bool) -> list[Place]:
    """Where a role is mentioned. In its own channels a seat speaks at any hour, and so wakes nobody."""
    return [place for place in places if place.mentions and not own]


def direct_card(session: Session, subject: int, words: Words, texts: Texts) -> Message:
    """Urgent, in a DM by itself."""
    direct = session.get_one(BroadcastDirect, subject)
    row, member = session.get_one(Broadcast, direct.broadcast_id), session.get_one(people.Member, direct.member_id)
    is_theirs = row.admits(session, member)  # who has left those whom it is for reads nothing new of it
    over = not is_theirs or row.status in (Status.STOPPED, Status.RETRACTED)
    if over and not has_arrived(session, DIRECT, subject):
        return Message(())
    if not is_theirs:
        return Message((Text(words("for-others-by-now")),))
    if row.status is Status.RETRACTED:
        return full(row, words, texts)
    return Message((Note(words("broadcast-urgent-note")), *full(row, words, texts).parts))


def has_arrived(session: Session, card: str, subject: int) -> bool:
    return any(one.state is State.STANDING for one in outbox.standings(session, card, subject))


def full(row: Broadcast, words: Words, texts: Texts, *, alone: bool = True) -> Message:
    """`alone`: to one reader, who can get its files there; in a channel they are posted below it."""
    if row.status is Status.RETRACTED:
        same = in_other_languages(words, texts, "broadcast.show", row.id)
        return Message((*_retracted(row, words), Buttons(tuple(same))))
    parts = looks(row.seat, row.said, row.language, words, [one.upload for one in row.attached])
    if row.corrected_at is not None:
        parts.insert(0, Note(_corrected(row, row.corrected_at, words)))
    buttons = [read_button(row, words)] if reading.is_counted(row) else []
    others = [other for other in texts.others(words.language) if other.language in row.said]
    buttons += [
        Button(other("language-name"), "broadcast.show", str(Shown(row.id, other.language))) for other in others
    ]
    buttons += files.buttons(row, words) if alone else []
    if reading.is_counted(row):
        parts.append(Note(words("broadcast-read-who")))
    return Message((*parts, *([Buttons(tuple(buttons))] if buttons else [])))


def looks(
    seat: people.Seat, said: dict[str, Said], language: str, words: Words, attached: Sequence[Upload] = ()
) -> list[Part]:
    """What it says in this language, or in its own where it does not have that."""
    one = said.get(words.language) or said[language]
    parts: list[Part] = [Heading(formatting.unmarked(one.title))] if one.title else []
    parts += [Note(words("broadcast-from", seat=seat_title(seat, words))), formatting.prose(one.text)]
    if words.language not in said:
        parts.append(Note(words("broadcast-only-other")))
    return [*parts, *files.listed(attached, words)]


def read_button(row: Broadcast, words: Words) -> Button:
    return Button(words("broadcast-read"), "broadcast.read", str(row.id), "main")


def _corrected(row: Broadcast, at: datetime, words: Words) -> str:
    return words("broadcast-corrected", when=words.moment(at, row.district.zone))


def _retracted(row: Broadcast, words: Words) -> list[Part]:
    name = words("broadcast-retracted", title=name_of(row, words), seat=seat_title(row.seat, words))
    return [Text(name), *([Quote(row.reason)] if row.reason else []), Note(words("broadcast-copies"))]


def name_of(row: Broadcast, words: Words, most: int = 60) -> str:
    """By which it is recognised: its title, or how it begins, to be set in quotation marks in a sentence."""
    said = row.said.get(words.language) or row.said[row.language]
    return formatting.beginning(said.title or said.text, most).removesuffix(".")


def author_name(row: Broadcast, words: Words) -> str:
    return row.author.name if row.author else seat_title(row.seat, words)


# In the day's message --------------------------------------------------------------------------------------------


def line(row: Broadcast, words: Words) -> list[Part]:
    """Short: other things stand beside it."""
    if row.status is Status.RETRACTED:
        return _retracted(row, words)
    said = row.said.get(words.language) or row.said[row.language]
    title = formatting.unmarked(said.title) or words("broadcast-line-untitled")
    told = words("broadcast-line", seat=seat_title(row.seat, words), title=title)
    parts: list[Part] = [Note(_corrected(row, row.corrected_at, words))] if row.corrected_at else []
    whole = len(said.text) <= SHORT and words.language in row.said
    parts += [Text(told), formatting.prose(said.text) if whole else Text(formatting.beginning(said.text, SHORT))]
    buttons = [read_button(row, words)] if reading.is_counted(row) else []
    if not whole:
        show = str(Shown(row.id, words.language))
        buttons.insert(0, Button(words("broadcast-read-on"), "broadcast.show", show))
    buttons += files.buttons(row, words)
    return [*parts, *([Buttons(tuple(buttons))] if buttons else [])]


def reminder(row: Broadcast, words: Words) -> list[Part]:
    show = Button(words("broadcast-read-on"), "broadcast.show", str(Shown(row.id, words.language)))
    told = words("broadcast-remind-line", title=name_of(row, words), seat=seat_title(row.seat, words))
    return [Text(told), Buttons((show, read_button(row, words)))]


# What can be done with it ----------------------------------------------------------------------------------------

LABELS = {
    "change": "broadcast-change",
    "withdraw": "broadcast-withdraw",
    "stop": "broadcast-stop",
    "pause": "broadcast-pause",
    "resume": "broadcast-resume",
    "correct": "broadcast-correct",
    "retract": "broadcast-retract",
    "report": "broadcast-report",
}
TONES = {"withdraw": "danger", "stop": "danger", "resume": "main"}
CAN = {
    Status.WRITING: ("change", "withdraw"),
    Status.WAITING: ("change", "withdraw"),
    Status.RETURNED: ("change", "withdraw"),
    Status.PLANNED: ("withdraw", "change"),
    Status.HELD: ("change", "withdraw"),
    Status.GOING: ("pause", "stop", "correct", "retract", "report"),
    Status.PAUSED: ("resume", "stop", "correct", "retract", "report"),
    Status.OUT: ("correct", "retract", "report"),
    Status.STOPPED: ("correct", "retract", "report"),
    Status.WITHDRAWN: ("change",),
    Status.RETRACTED: ("report",),
}


IN_ITS_ROLE = ("resume", "correct")  # while that may tell many
FOR_GROUP = ("withdraw", "retract")  # what somebody can do who approved it for another group
FOR_NOBODY = ("stop", "retract")  # and for a role that is vacant


def buttons_of(row: Broadcast, words: Words, hand: Hand = Hand.AUTHOR) -> list[Button]:
    """As it is now."""
    can = [one for one in CAN[row.status] if hand is Hand.AUTHOR or one != "change"]
    if not scope.may_send(row):
        can = [one for one in can if one not in IN_ITS_ROLE]
    labels = LABELS
    if hand is Hand.GUARD:
        can = [one for one in can if one in FOR_NOBODY]
    if hand is Hand.OTHER:
        can, labels = [one for one in can if one in FOR_GROUP], LABELS | {"retract": "broadcast-take-off"}
    return [Button(words(labels[one]), f"broadcast.{one}", str(row.id), TONES.get(one, "")) for one in can]
