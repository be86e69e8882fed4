"""How what was said in one home of a committee looks in the others."""

from __future__ import annotations

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from bot import numerals
from bot.boundary import Address, Message, Note, Part, RemoteFile, Speaker, Text
from bot.bridge import words as prose
from bot.bridge.carrying import CHANGED, FILE
from bot.bridge.joined import bylines, reactions
from bot.bridge.joined.bylines import Byline
from bot.bridge.model import RelayedFile, RelayedMessage, Talk, Thread
from bot.delivery import outbox
from bot.people.cards import label_of, place_label, platform_of
from bot.people.model import Member
from bot.people.places import Place
from bot.texts import Texts, Words

COMMAND = "/somewhere"

# Made once: making a statement takes longer than running it, and this is run for everything that people say.
_SAID = (
    select(
        RelayedMessage.words,
        RelayedMessage.edition,
        RelayedMessage.deleted,
        RelayedMessage.member_id,
        RelayedMessage.shown_as,
        RelayedMessage.stand_in,
        RelayedMessage.pictured,
        RelayedMessage.typed,
        RelayedMessage.crossed,
        RelayedMessage.why,
        Member.name,
        Talk.joining_id,
        Place.name.label("place"),
        Place.address,
        Place.id.label("place_id"),
    )
    .join_from(RelayedMessage, Thread, Thread.id == RelayedMessage.thread_id)
    .join(Talk, Talk.id == Thread.talk_id)
    .join(Place, Place.id == Thread.place_id)
    .join(Member, Member.id == RelayedMessage.member_id, isouter=True)
    .where(RelayedMessage.id == bindparam("carried"))
)


def message(session: Session, subject: int, words: Words, texts: Texts) -> Message:
    row = session.connection().execute(_SAID, {"carried": subject}).one()
    pictured = None
    name, place, joined = row.name or "", label_of(row.place, row.address), row.joining_id is not None
    if joined and row.member_id is not None:
        author = session.get_one(Member, row.member_id)
        kept = Byline(row.shown_as, row.stand_in, row.pictured)
        name = bylines.name(session, kept, author, subject, words)
        pictured = bylines.picture(session, kept, author, subject, Address.parse(row.address).platform)
    if row.deleted and joined and not row.crossed:  # no word of it was there, and so nobody's name
        return Message((Text(words("bridge-never-crossed", place=place)),))
    via = (
        COMMAND if row.typed else platform_of(row.address)
    )  # typed, it stands on both, and Discord lets nobody use its name
    by = words("bridge-speaker", name=name, place=via)[:80]
    changed = row.words == prose.WITHHELD or row.why == CHANGED
    if row.deleted or changed:  # still its author's: whether it stands already, only those can tell who would say it
        speaker = Speaker(by, "") if joined and name else None
        gone = "bridge-changed" if changed else "bridge-deleted"
        return Message((Text(words(gone, name=name, place=place)),), speaker=speaker)
    said = prose.load(row.words)
    if joined:
        said = bylines.read(session, said, subject, words)
    header = words("bridge-said", name=name, place=place)
    speaker = Speaker(by, header, pictured) if joined else None
    parts: list[Part] = [] if speaker else [Text(header)]
    if said.blocks:
        parts.append(said)
    if prose.is_cut(said):
        parts.append(Note(words("bridge-cut", place=place)))
    if row.edition:
        parts.append(Note(words("bridge-edited")))
    if joined and (found := reactions.line(session, subject, row.place_id)):
        parts.append(Note(words("bridge-reacted", place=place, reactions=found)))
    return Message(tuple(parts), speaker=speaker)


def file(session: Session, subject: int, words: Words, texts: Texts) -> Message:
    """Of one that is larger than a platform takes, or cannot be had, it is only said where it is. Of one that was taken
    away, this is how it is known where it may stand."""
    sent = session.get_one(RelayedFile, subject)
    carried, place = sent.carried, sent.carried.thread.place
    title, size = _short(sent.name), numerals.size(sent.size)
    joined = carried.thread.talk.joining_id is not None
    name = bylines.author(session, carried, words) if joined else carried.member.name if carried.member else ""
    instead = words("bridge-file-stays", name=name, file=title, size=size, place=place_label(place))
    taken = not sent.reference and outbox.is_removed(session, FILE, subject)
    if not sent.reference and not taken:
        return Message((Note(instead),))
    at = None if taken else Address.parse(place.address)
    loan = RemoteFile(sent.name, sent.size, at, sent.reference, instead)
    return Message((Note(words("bridge-file", name=name, file=title, size=size)),), file=loan)


def _short(name: str) -> str:
    return name if len(name) <= 80 else f"{name[:60]}…{name[-18:]}"
