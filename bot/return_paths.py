"""The way back to the unnamed author of something (a kind and a number, such as question 12): how it lies in the
database while it is needed, and how it ends.

The thing itself holds neither member nor account, and its times are days. The way back lies apart, sealed with a key of
its own, together with the numbers of the messages that went to the author: such a message is a letter, and the outbox
holds a random number instead of what it shows. The key is wrapped under one outside the database (`bot.storage.keys`):
a copy of the database opens nothing. The operator of the server has both, and could open the way while it is needed.
Then key and way back are deleted, the letters are erased from the outbox, and `bot.storage.scrubbing` takes what was
deleted out of the database's files; older copies of what was sealed can then be opened by nobody.

Beside what is sealed lie marks, made with the same key: one of the member, one of each letter, filled up with random
ones. With all keys of a district at hand they tell which way is the right one, and only that one is opened. An index
that needs no key would be faster, and would join a letter to its thing for somebody with a copy of the database, and
for as long as the index's own key lives. A mark without its key is a random number, and says nothing once that is gone.

What else could tell while there is a way back: a letter's row in the outbox, by its time, where one alone was told then
(`authors.in_no_order`). What could, and why it does not: the draft is deleted when it is sent, and so are all others of
its author that say much the same (`drafts.forget_unnamed`); PostgreSQL's hidden transaction numbers join a thing to its
author's account only as long as that row is marked as locked, and scrubbing takes the marks away; the log names no
direct message's person.
"""

from __future__ import annotations

import hmac
import json
import os
import secrets
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field
from typing import NamedTuple

from sqlalchemy import ForeignKey, and_, delete, select, update
from sqlalchemy.orm import Mapped, Session, mapped_column

from bot import remains
from bot.boundary import Account, Address, Message, Text
from bot.delivery import forgetting, outbox
from bot.delivery.sender import Card
from bot.feature import Feature
from bot.payloads import HIGHEST
from bot.people import links
from bot.people import model as people
from bot.storage import keys, sealing
from bot.storage.tables import Table
from bot.texts import Texts, Words

LETTER = "question.letter"  # the card, from when only questions had ways back
ROOM = 2048  # bytes that every path is filled up to, or a multiple of them, so that its length tells nothing
MARK, MARKS = 8, 16  # bytes of a mark; to a multiple of how many they are filled up
UNORDERED = {"sqlite_with_rowid": False}  # no number that counts up with every row


class Thing(NamedTuple):
    """What somebody wrote without a name."""

    kind: str
    id: int


@dataclass
class ReturnPath:
    """The way back to one author. `letters` are the messages that went to them: by their random number, which card of
    which subject each shows. `mute` is the number of the mute on it."""

    member: int
    account: str  # a `boundary.Account` as text
    letters: dict[str, tuple[str, int]] = field(default_factory=dict)
    mute: str = ""

    def letters_for(self, card: str, subject: int) -> list[int]:
        return [int(letter) for letter, shows in self.letters.items() if tuple(shows) == (card, subject)]


class Key(keys.Keyed, Table):
    __tablename__ = "return_keys"
    __table_args__ = (UNORDERED,)
    kind: Mapped[str] = mapped_column(primary_key=True)
    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)


class Sealed(Table):
    __tablename__ = "return_paths"
    __table_args__ = (UNORDERED,)
    kind: Mapped[str] = mapped_column(primary_key=True)
    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    district_id: Mapped[int] = mapped_column(ForeignKey("districts.id"), index=True)
    sealed: Mapped[bytes]
    marks: Mapped[bytes]


_KEYED = and_(Key.kind == Sealed.kind, Key.id == Sealed.id)


def begin(session: Session, thing: Thing, district_id: int, path: ReturnPath) -> None:
    key = sealing.new_key()
    session.add(Key(kind=thing.kind, id=thing.id, key=keys.wrap(session, Key, *thing, key=key)))
    row = Sealed(kind=thing.kind, id=thing.id, district_id=district_id)
    row.sealed, row.marks = _seal(key, thing, path), _marks(key, path)
    session.add(row)
    remains.leave(session, thing, destroyed=False)


def find(session: Session, thing: Thing, *, to_change: bool = False) -> ReturnPath | None:
    """None: there is none, or none any more. With `to_change` nobody else changes it meanwhile. Raises
    `sealing.Broken`."""
    rows = select(Sealed.sealed, Key.key).join(Key, _KEYED).where(Sealed.kind == thing.kind, Sealed.id == thing.id)
    if to_change:
        rows = rows.with_for_update(of=Sealed)
    row = session.execute(rows).one_or_none()
    return _open(_unwrap(session, thing, row.key), thing, row.sealed) if row else None


def keep(session: Session, thing: Thing, path: ReturnPath) -> None:
    """In place of what was kept before."""
    wrapped = session.scalars(select(Key.key).where(Key.kind == thing.kind, Key.id == thing.id)).one()
    key = _unwrap(session, thing, wrapped)
    row = update(Sealed).where(Sealed.kind == thing.kind, Sealed.id == thing.id)
    session.execute(row.values(sealed=_seal(key, thing, path), marks=_marks(key, path)))


def leads_to(session: Session, thing: Thing, member_id: int) -> bool:
    """Whether it was this member."""
    rows = select(Sealed.marks, Key.key).join(Key, _KEYED).where(Sealed.kind == thing.kind, Sealed.id == thing.id)
    row = session.execute(rows).one_or_none()
    return row is not None and _mark(_unwrap(session, thing, row.key), _of_member(member_id)) in row.marks


def written_by(session: Session, district_id: int, member_id: int, kind: str = "") -> list[Thing]:
    """`kind`: only things of this kind are looked through."""
    return [*_bearing(session, district_id, _of_member(member_id), kind)]


def merge(session: Session, leaving: people.Member, staying: people.Member) -> None:
    """The two turned out to be one person."""
    for thing in written_by(session, staying.district_id, leaving.id):
        if (path := find(session, thing, to_change=True)) and path.member == leaving.id:
            path.member = staying.id
            keep(session, thing, path)


def separate(session: Session, account: str, leaving: people.Member, returning: people.Member | None) -> None:
    """The account is another member's again: so is what was written from there, or nobody would be told what becomes of
    it, which goes to no other account. Where it is nobody's, it goes to another of theirs."""
    others = links.accounts_of(session, leaving)
    for thing in written_by(session, leaving.district_id, leaving.id):
        path = find(session, thing, to_change=True)
        if path is None or (path.member, path.account) != (leaving.id, account):
            continue
        if returning is not None:
            path.member = returning.id
        elif others:
            path.account = others[0]
        keep(session, thing, path)


def destroy(session: Session, thing: Thing) -> None:
    """Nobody wrote it, from now on: nothing stays by which the way back could be opened, and what was sent along it is
    erased."""
    path = find(session, thing, to_change=True)
    if path is None:
        return
    for letter in path.letters:
        forgetting.erase(session, LETTER, int(letter))
    for table in (Sealed, Key):
        session.execute(delete(table).where(table.kind == thing.kind, table.id == thing.id))
    remains.leave(session, thing, destroyed=True)


# Letters ---------------------------------------------------------------------------------------------------------


def tell(session: Session, thing: Thing, card: str, subject: int) -> None:
    """Shows the author a card, where they wrote from; nothing where that account is not theirs any more."""
    path = find(session, thing, to_change=True)
    author = session.get(people.Member, path.member) if path else None
    if path is None or author is None or path.account not in links.accounts_of(session, author):
        return
    letter = 1 + secrets.randbelow(HIGHEST)
    path.letters[str(letter)] = (card, subject)
    keep(session, thing, path)
    outbox.say(session, Address.alone_with(Account.parse(path.account)), LETTER, letter, author.language)


def letters(session: Session, thing: Thing, card: str, subject: int) -> list[int]:
    """Under which numbers the outbox has that card."""
    path = find(session, thing)
    return path.letters_for(card, subject) if path else []


def feature(others: Feature) -> Feature:
    """Letters show the cards of `others`."""

    def draw(session: Session, letter: int, words: Words, texts: Texts) -> Message:
        path = _find_letter(session, letter)
        if path is None:  # destroyed in this moment
            return Message((Text(words("gone")),))
        card, subject = path.letters[str(letter)]
        shown: Card = others.cards[card]
        return shown(session, subject, words, texts)

    return Feature(
        cards={LETTER: draw},
        follows={LETTER: _follows},
        merges=(merge,),
        separations=(separate,),
        scrubbing=(remains.SCRUBBING,),
    )


def _follows(session: Session, letter: int, account: str) -> int | None:
    """It stands where its thing was written from, for that author."""
    path = _find_letter(session, letter)
    return path.member if path is not None and path.account == account else None


def _find_letter(session: Session, letter: int) -> ReturnPath | None:
    """The way on which it went. It is looked for in the district to whose workspace it goes; that workspace may be
    another district's by now."""
    there = next((one.address for one in outbox.standings(session, LETTER, letter)), "")
    connection = session.get(people.Connection, there.partition("/")[0])
    tries = [connection.district_id, None] if connection and connection.district_id else [None]
    for district_id in tries:
        for thing in _bearing(session, district_id, _of_letter(letter)):
            path = find(session, thing)
            if path is not None and str(letter) in path.letters:
                return path
    return None


# What is sealed, and what is left --------------------------------------------------------------------------------


def _bearing(session: Session, district_id: int | None, about: str, kind: str = "") -> Iterator[Thing]:
    """Things of a district, or of all, whose marks say that they are about this."""
    rows = select(Sealed.kind, Sealed.id, Sealed.marks, Key.key).join(Key, _KEYED).order_by(Sealed.kind, Sealed.id)
    if district_id is not None:
        rows = rows.where(Sealed.district_id == district_id)
    if kind:
        rows = rows.where(Sealed.kind == kind)
    for row in session.execute(rows).all():
        thing = Thing(row.kind, row.id)
        if _mark(_unwrap(session, thing, row.key), about) in row.marks:
            yield thing


def _marks(key: bytes, path: ReturnPath) -> bytes:
    about = [_of_member(path.member), *(_of_letter(int(letter)) for letter in path.letters)]
    return b"".join(_mark(key, one) for one in about) + os.urandom(-len(about) % MARKS * MARK)


def _mark(key: bytes, about: str) -> bytes:
    return hmac.digest(key, about.encode(), "sha256")[:MARK]


def _of_member(id: int) -> str:
    return f"member {id}"


def _of_letter(letter: int) -> str:
    return f"letter {letter}"


def _seal(key: bytes, thing: Thing, path: ReturnPath) -> bytes:
    return sealing.seal(key, json.dumps(asdict(path)).encode(), _place(thing), ROOM)


def _open(key: bytes, thing: Thing, sealed: bytes) -> ReturnPath:
    return ReturnPath(**json.loads(sealing.unseal(key, sealed, _place(thing))))


def _unwrap(session: Session, thing: Thing, key: bytes) -> bytes:
    return keys.unwrap(session, Key, *thing, key=key)


def _place(thing: Thing) -> str:
    return f"return_paths {thing.kind} {thing.id}"
