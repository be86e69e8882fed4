"""Written answers: the reasons for a concern, answers in one's own words. They are read in the order of their random
tokens, which tells nothing of who came when."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import ColumnElement, ForeignKey, UniqueConstraint, delete, func, select, update
from sqlalchemy.orm import Mapped, Session, mapped_column

from bot.boundary import Button, Buttons, Form, Heading, Message, Note, Part, Quote, Text, TextField
from bot.disclosure_control import FEWEST
from bot.payloads import Row, mark
from bot.polls.model import Kind, OneWritten, Option, Page, Poll, Vote
from bot.polls.presets import label
from bot.request import Request
from bot.storage.database import insert
from bot.storage.tables import STAYS, Table
from bot.texts import Words

FORM = "poll.words"
MOST = 500  # characters of one
ROOM_ON_CARD = 1500  # characters of those that a card shows
PAGE = 5  # of them in a private message


class WrittenAnswer(Table):
    __tablename__ = "poll_remarks"
    __table_args__ = (UniqueConstraint("poll_id", "member_id"), {"sqlite_with_rowid": False})
    poll_id: Mapped[int] = mapped_column(ForeignKey("polls.id"), primary_key=True)
    token: Mapped[str] = mapped_column(primary_key=True)
    member_id: Mapped[int | None] = mapped_column(ForeignKey("members.id"), info=STAYS)  # None: of an anonymous poll
    option_id: Mapped[int] = mapped_column(ForeignKey("poll_options.id"))
    text: Mapped[str]
    hidden: Mapped[bool] = mapped_column(default=False)  # by the poll's author


@dataclass(frozen=True)
class Said:
    token: str
    option_id: int
    text: str
    hidden: bool


def keep(session: Session, poll_id: int, member_id: int, option_id: int, text: str) -> None:
    """In place of what they wrote before."""
    add = insert(session)(WrittenAnswer).values(
        poll_id=poll_id, token=_token(), member_id=member_id, option_id=option_id, text=text, hidden=False
    )
    said = {"option_id": option_id, "text": text, "hidden": False}
    session.execute(add.on_conflict_do_update(index_elements=["poll_id", "member_id"], set_=said))


def leave(session: Session, poll_id: int, texts: Sequence[tuple[int, str]]) -> None:
    """What is left of an anonymous poll: options and texts, of which nothing says whose they were."""
    shuffled = secrets.SystemRandom().sample(texts, len(texts))
    for token, (option, text) in zip(sorted(_token() for _ in texts), shuffled, strict=True):
        session.add(WrittenAnswer(poll_id=poll_id, token=token, option_id=option, text=text, hidden=False))


def forget(session: Session, poll_id: int, member_id: int | None = None) -> None:
    """What this member wrote, or all of it."""
    theirs = [WrittenAnswer.member_id == member_id] if member_id is not None else []
    session.execute(delete(WrittenAnswer).where(WrittenAnswer.poll_id == poll_id, *theirs))


def take_back(session: Session, poll_id: int, member_id: int, option_id: int) -> None:
    """What they wrote for this answer; for another, which stands by now, it stays."""
    of_option = WrittenAnswer.option_id == option_id
    session.execute(delete(WrittenAnswer).where(*_by(poll_id, member_id), of_option))


def pass_on(session: Session, poll_id: int, leaving: int, staying: int) -> None:
    """The two are one person, for whom the answer of the one who leaves stands."""
    forget(session, poll_id, staying)
    session.execute(update(WrittenAnswer).where(*_by(poll_id, leaving)).values(member_id=staying))


def hide(session: Session, poll_id: int, token: str, hidden: bool) -> None:
    one = (WrittenAnswer.poll_id == poll_id, WrittenAnswer.token == token)
    session.execute(update(WrittenAnswer).where(*one).values(hidden=hidden))


def number_of(session: Session, poll_id: int, token: str) -> int:
    """How many stand before this one."""
    before = (WrittenAnswer.poll_id == poll_id, WrittenAnswer.token < token)
    return session.scalar(select(func.count()).select_from(WrittenAnswer).where(*before)) or 0


def text_of(session: Session, poll_id: int, member_id: int) -> str:
    return session.scalar(select(WrittenAnswer.text).where(*_by(poll_id, member_id))) or ""


def listed(session: Session, poll_id: int, start: int, most: int, *, hidden: bool = False) -> list[Said]:
    """Some of them, from number `start` on; the hidden ones only if asked for."""
    columns = (WrittenAnswer.token, WrittenAnswer.option_id, WrittenAnswer.text, WrittenAnswer.hidden)
    said = select(*columns).where(*_of(poll_id, hidden)).order_by(WrittenAnswer.token)
    return [Said(*row) for row in session.execute(said.offset(start).limit(most))]


def many(session: Session, poll_id: int, *, hidden: bool = False) -> int:
    return session.scalar(select(func.count()).select_from(WrittenAnswer).where(*_of(poll_id, hidden))) or 0


def seen(session: Session, poll_id: int) -> str:
    """A mark of all of them, and of which are hidden."""
    columns = (WrittenAnswer.token, WrittenAnswer.text, WrittenAnswer.hidden)
    shown = select(*columns).where(*_of(poll_id, hidden=True)).order_by(WrittenAnswer.token)
    return mark([tuple(row) for row in session.execute(shown)])


def _of(poll_id: int, hidden: bool) -> list[ColumnElement[bool]]:
    return [WrittenAnswer.poll_id == poll_id, *([] if hidden else [~WrittenAnswer.hidden])]


def _by(poll_id: int, member_id: int) -> tuple[ColumnElement[bool], ColumnElement[bool]]:
    return WrittenAnswer.poll_id == poll_id, WrittenAnswer.member_id == member_id


def _token() -> str:
    return secrets.token_hex(8)


# How they look ---------------------------------------------------------------------------------------------------


def form(request: Request, poll: Poll, option: Option) -> Form:
    """What an anonymous answer says so far, the form does not show."""
    words, written = request.words, ""
    if not poll.anonymous:
        written = text_of(request.session, poll.id, request.member.id)
    hint = words("poll-words-hint-anonymous", least=FEWEST) if poll.anonymous else words("poll-words-hint")
    asks = words("poll-open-label" if poll.kind is Kind.OPEN else "poll-words-reason")
    if poll.kind is Kind.OPEN and not poll.anonymous:
        hint = words("poll-open-hint")
    return Form(
        name=FORM,
        title=words("poll-open-title" if poll.kind is Kind.OPEN else "poll-words-title"),
        submit=words("poll-words-submit"),
        cancel=words("cancel"),
        fields=(TextField("text", asks, hint, written, MOST, long=True),),
        about=str(Vote(poll.id, option.id)),
    )


def wrong(request: Request, poll: Poll, text: str) -> str:
    """What is; empty: nothing."""
    if not text:
        return request.words("poll-open-empty" if poll.kind is Kind.OPEN else "poll-words-empty")
    if len(text) > MOST:
        return request.words("poll-words-long", most=MOST, count=len(text))
    return ""


def answer_button(poll: Poll, words: Words) -> Button:
    return Button(words("poll-open-answer"), "poll.vote", str(Vote(poll.id, poll.options[0].id)), "main")


def answered(request: Request, poll: Poll, option: Option, text: str) -> Message:
    """Of an anonymous one without the text: others may be looking at the screen."""
    words = request.words
    back = Button(words("poll-take-all-back"), "poll.take-back", str(Vote(poll.id, option.id)))
    said = Text(words("poll-open-in", when=request.moment(poll.closes_at)))
    return Message((said, *([] if poll.anonymous else [Quote(text)]), Buttons((back,))))


def fitting(said: Sequence[Said]) -> Sequence[Said]:
    """As much of it as a card has room for."""
    room = ROOM_ON_CARD
    for place, one in enumerate(said):
        room -= len(one.text)
        if room < 0:
            return said[:place]
    return said


def on_card(poll: Poll, said: Sequence[Said], in_all: int, words: Words) -> list[Part]:
    shown = fitting(said)
    if not shown:
        return []
    parts: list[Part] = [Text(words("poll-open-answers" if poll.kind is Kind.OPEN else "poll-reasons"))]
    parts += [Quote(_line(poll, one, words)) for one in shown]
    if left := in_all - len(shown):
        parts.append(Note(words("poll-words-more", count=left)))
    return parts


def _line(poll: Poll, said: Said, words: Words) -> str:
    if poll.kind is Kind.OPEN:
        return said.text
    option = next(option for option in poll.options if option.id == said.option_id)
    return words("poll-reason", option=label(option, words), text=said.text)


def page(poll: Poll, said: Sequence[Said], number: int, in_all: int, words: Words) -> Message:
    """All of it, five at a time, `number` counting from 0."""
    first, last = number * PAGE + 1, number * PAGE + len(said)
    where = words("poll-words-page", first=first, last=last, count=in_all) if said else words("poll-words-none")
    lines = (Quote(_line(poll, one, words)) for one in said)
    turns = _turns("poll.read", poll, number, last < in_all, words)
    return Message((Heading(poll.question), Text(where), *lines, *([Buttons(tuple(turns))] if turns else [])))


def _turns(do: str, poll: Poll, number: int, is_more: bool, words: Words) -> list[Button]:
    back = [Button(words("poll-words-back"), do, str(Page(poll.id, number)))] if number else []  # they count from 1
    return back + ([Button(words("poll-words-next"), do, str(Page(poll.id, number + 2)))] if is_more else [])


# For the poll's author -------------------------------------------------------------------------------------------


def look_button(poll: Poll, words: Words) -> Button:
    return Button(words("poll-open-look"), "poll.look", str(poll.id), "" if poll.published else "main")


def looking(poll: Poll, said: Sequence[Said], number: int, in_all: int, shown: int, seen: str, words: Words) -> Message:
    """Every answer, five at a time, each to be hidden or shown."""
    first, last = number * PAGE + 1, number * PAGE + len(said)
    state = words("poll-open-published" if poll.published else "poll-open-unpublished", count=shown)
    parts: list[Part] = [
        Heading(poll.question),
        Text(state),
        Text(words("poll-words-page", first=first, last=last, count=in_all)),
    ]
    for place, one in enumerate(said, start=first):
        name, do = ("poll-open-show", "poll.unhide") if one.hidden else ("poll-open-hide", "poll.hide")
        parts += [Quote(one.text), *([Note(words("poll-open-hidden"))] if one.hidden else [])]
        parts.append(Buttons((Button(words(name, number=place), do, str(OneWritten(poll.id, one.token))),)))
    turns = _turns("poll.look", poll, number, last < in_all, words)
    if not poll.published:
        turns.append(Button(words("poll-open-publish"), "poll.publish", str(Row(poll.id, seen)), "main"))
    return Message((*parts, *([Buttons(tuple(turns))] if turns else [])))


def published(words: Words, poll: Poll, shown: int) -> Message:
    return Message((Text(words("poll-open-published", count=shown)), Buttons((look_button(poll, words),))))
