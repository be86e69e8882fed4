"""What a handler is given, and how a name that comes from outside leads to one: the frame's own words."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cached_property
from typing import Any, TypeVar

from sqlalchemy.orm import Session

from bot.boundary import Act, Answer, Command, Message, Press, Quote, Shortcut, Submit, Text, Typing
from bot.payloads import Misread, Payload, Shown
from bot.people import model as people
from bot.people import readers
from bot.references import About, Withdraw
from bot.storage.writer import Rollback
from bot.texts import Texts, Words

P = TypeVar("P", bound=Payload)


@dataclass(frozen=True)
class Request:
    """Somebody whom the district knows did something. `words` are in their language; `public_url` is where browsers and
    calendars reach us, empty: nowhere. `withdrawals`: of the house (`Feature.withdrawals`)."""

    session: Session
    now: datetime
    member: people.Member
    act: Act
    words: Words
    texts: Texts
    public_url: str = ""
    withdrawals: tuple[Withdraw, ...] = ()

    @cached_property
    def seats(self) -> tuple[people.Seat, ...]:
        """Those for which they acted when that was first asked: for what is only shown, such as the home card."""
        return people.seats_of(self.session, self.member)

    @property
    def about(self) -> str:
        """What the button or form that was used is for."""
        return self.act.about if isinstance(self.act, Press | Submit | Typing) else ""

    def payload(self, kind: type[P]) -> P:
        """The same, read. Raises Refusal where it was forged."""
        try:
            return kind.parse(self.about)
        except Misread:
            raise Refusal.saying(self.words("gone")) from None

    @property
    def fields(self) -> Mapping[str, tuple[str, ...]]:
        """Those of the form that was sent in; none where it was something else."""
        return self.act.fields if isinstance(self.act, Submit) else {}

    def given(self, field: str) -> str:
        """What stands in a text field of that form, or its one choice; empty: nothing."""
        return next(iter(self.fields.get(field, ())), "").strip()

    @property
    def typed(self) -> str:
        """What was typed after the command."""
        return self.act.text if isinstance(self.act, Command | Shortcut) else ""

    @property
    def district(self) -> people.District:
        return self.member.district

    @property
    def pressed(self) -> Words:
        """The language of a button that shows a card in another."""
        found = self.texts[self.payload(Shown).language or self.words.language]
        return readers.words_for(self.session, self.member, found)

    def withdraw(self, kind: str, id: int, words: str) -> None:
        """What others may have brought along goes no further: these words are deleted there, too."""
        for each in self.withdrawals:
            each(self.session, About(kind, id), words)

    def moment(self, moment: datetime) -> str:
        return self.words.moment(moment, self.district.zone)


class Refusal(Rollback):
    """What was asked is not done, and the person is told why and what they can do instead."""

    def __init__(self, message: Message) -> None:
        super().__init__("refused")  # never the text: it may stand in a log
        self.message = message

    @classmethod
    def saying(cls, text: str) -> Refusal:
        return cls(Message((Text(text),)))

    def giving_back(self, texts: Iterable[str]) -> Refusal:
        """With what its writer typed, which is nowhere else by now, unless it quotes that already."""
        quoted = {part.text for part in self.message.parts if isinstance(part, Quote)}
        back = [Quote(text) for text in dict.fromkeys(texts) if text and text not in quoted]
        return Refusal(replace(self.message, parts=(*self.message.parts, *back))) if back else self


def returning(why: str, words: str) -> Message:
    """Says why, and gives somebody's words back to them."""
    return Message((Text(why), *([Quote(words)] if words else [])))


Rule = Callable[[Request, Any], None]  # raises Refusal
Find = Callable[[Request], Any]  # what the act is about; None: it is gone, or was never there


@dataclass(frozen=True)
class Anyone:
    """The rule of what everybody may do whom the district knows, and why nothing more needs to be asked."""

    because: str

    def __call__(self, request: Request, subject: object) -> None:
        pass


@dataclass(frozen=True)
class ReviewedForm:
    """Others read what is written into these fields. What looks like part of a student's record is pointed out to the
    writer first, who may edit it: the press `opens` opens the form again."""

    opens: str
    fields: tuple[str, ...]


@dataclass(frozen=True)
class Route:
    """`run` answers, once `find` has found what the act is about and every rule of `may` has let it pass. Where there
    is no `find`, or the act names nothing and `begins` something, `run` and the rules are given None."""

    run: Callable[[Request, Any], Answer]
    may: tuple[Rule, ...]
    find: Find | None = None
    begins: bool = False
    gone: str = "gone"  # what is said where `find` finds nothing
    reviewed: ReviewedForm | None = None
    # Fields with what somebody wrote, beside those that are reviewed: given back to them whenever it is refused. Of a
    # command what came after it.
    own_words: tuple[str, ...] = ()
    # Many do it at the same moment, so several processes do it side by side on PostgreSQL: it locks what it decides by.
    # All else is done alone (`storage.database.take_turn`).
    crowded: bool = False

    def __post_init__(self) -> None:
        if not self.may:
            raise ValueError("a route says who may take it, or why anyone may")
