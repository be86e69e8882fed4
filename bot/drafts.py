"""What somebody typed into a form, kept until it can stand: nothing typed is ever lost to a mistake. What is written,
looked over, edited, and sent or dropped, goes the same way in every feature (`Writing`)."""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Generic, TypeVar

from sqlalchemy import JSON, Connection, ForeignKey, delete, event, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from bot import likeness, previews
from bot.boundary import Answer, Button, Buttons, Form, FormErrors, Message, Note, Part, Private, Quote, Text
from bot.payloads import Kept, Row, Sending, number
from bot.people import belongings
from bot.request import Refusal, Request
from bot.storage.tables import Table
from bot.texts import Words

Typed = Mapping[str, tuple[str, ...]]
Wrong = dict[str, str]  # by field
Written = TypeVar("Written")
KEPT = timedelta(days=1)
SHOWN, NONE_YET = "shown", ("", 0)  # what a draft says of its newest preview: a mark of that, and its number
UNNAMED = ("question.write", "concern.write", "listening.write")  # forms of what may go without a name
ALIKE = 0.6  # of two texts, from 0 to 1 (`bot.likeness`), that say much the same


class Draft(Table):
    __tablename__ = "drafts"
    __table_args__ = ({"sqlite_autoincrement": True},)  # an old button never finds a newer draft
    id: Mapped[int] = mapped_column(primary_key=True)
    member_id: Mapped[int] = mapped_column(ForeignKey("members.id"))
    form: Mapped[str]
    fields: Mapped[dict[str, list[str]]] = mapped_column(JSON)
    at: Mapped[datetime] = mapped_column(index=True)  # when it was last typed or, once it is sent, when that was
    became: Mapped[int | None]  # the number of what was made of it

    @property
    def typed(self) -> Typed:
        return {name: tuple(values) for name, values in self.fields.items()}

    def become(self, number: int, now: datetime) -> None:
        """It is sent: what was typed is in that now, and its moment counts for how often somebody sends (`may`)."""
        self.became, self.at, self.fields = number, now, {}


@event.listens_for(Draft, "after_delete")
def _whose(_mapper: object, connection: Connection, draft: Draft) -> None:
    """Of a draft that is gone nobody finds any more from which account it was written: it may have gone without a
    name."""
    belongings.drop(connection, Draft.member_id, draft.id)


def keep(request: Request, form: str, typed: Typed, draft: Draft | None) -> Draft:
    """Writes down what was typed, over `draft` if there is one."""
    new = draft is None
    if draft is None:
        draft = Draft(member_id=request.member.id, form=form)
        request.session.add(draft)
    shown = {SHOWN: draft.fields[SHOWN]} if not new and SHOWN in draft.fields else {}
    draft.fields = {name: list(values) for name, values in typed.items()} | shown
    draft.at = request.now
    request.session.flush()  # its number is on the buttons of the answer; nothing after this refuses
    if new:
        belongings.note(request.session, request.member, request.act.actor, Draft.member_id, draft.id)
    return draft


def account_of(request: Request, draft: Draft) -> str:
    """From which of its writer's accounts it goes, whichever they press at."""
    return belongings.account_of(request.session, request.member, request.act.actor, Draft.member_id, draft.id)


def typed_over(request: Request, draft: Draft | None, own: Collection[str]) -> Typed:
    """What a form says now, over what its draft said before. `own`: what a draft says that no form asks for, whoever
    forges that."""
    given = {name: values for name, values in request.fields.items() if name not in (*own, SHOWN)}
    return {**(draft.typed if draft else {}), **given}


def find(request: Request, form: str) -> Draft | None:
    """Theirs. Of others' drafts it is not said that there are any."""
    draft = find_anybodys(request, form)
    return draft if draft is not None and draft.member_id == request.member.id else None


def find_anybodys(request: Request, form: str) -> Draft | None:
    """The draft with which what the act is about begins, for nobody else to post or change meanwhile. Raises Refusal
    where that was forged."""
    draft = request.session.get(Draft, request.payload(Row).id, with_for_update=True)
    return draft if draft is not None and draft.form == form else None


@dataclass(frozen=True)
class Writing(Generic[Written]):
    """Something that a person writes in a form, looks over, edits, and sends or drops. `read` makes of what was typed
    what it will be, or says by field what is wrong, in the writer's words; `fix` is what they are told then, with a
    button that opens the form again. `sends` is the press that sends it; `sent` and `dropped` are names in `content/`.
    Where the preview would say anything else when it is sent, or its writer pressed below an older one, it is shown
    once more; and where what `shows` tells is another, which its words may not tell, its readers first of all
    (`Audience.seen`). Where there is no such thing, that is said, too (`nothing_else`)."""

    form: str  # its name, and its drafts'
    fill_in: Callable[[Request, Draft], Form]
    read: Callable[[Request, Typed], Written | Wrong]
    show: Callable[[Request, Draft, Written], Message]
    fix: Callable[[Request, Draft, Wrong], Message]
    sends: str
    sent: str
    dropped: str
    shows: Callable[[Request, Written], str]

    def find(self, request: Request) -> Draft | None:
        return find(request, self.form)

    def look_over(self, request: Request, typed: Typed, draft: Draft | None) -> Answer:
        """Keeps it, and shows what it will be or what is wrong. Raises Refusal where it was sent."""
        self.refuse_if_sent(request, draft)
        draft = keep(request, self.form, typed, draft)
        written = self.read(request, draft.typed)
        return self.wrong(request, draft, written) if isinstance(written, dict) else self.shown(request, draft, written)

    def shown(self, request: Request, draft: Draft, written: Written) -> Answer:
        preview = self.show(request, draft, written)
        self._keep_seen(draft, self._seen(request, draft, written, preview))
        return Private(self._numbered(draft, preview))

    def once_more(self, request: Request, draft: Draft, written: Written, decided: bool = True) -> Answer:
        """At the press that sends it: the preview again, where its writer has something to decide or saw another one.
        None: they saw just this."""
        preview, number = self.show(request, draft, written), request.payload(Sending).preview
        before, seen = _shown(draft), self._seen(request, draft, written, preview)
        if decided and before == (seen, number):
            return None
        self._keep_seen(draft, seen)
        shown = self._numbered(draft, preview)
        return Private(shown if before in (NONE_YET, (seen, number)) else previews.changed(shown, request.words))

    def _seen(self, request: Request, draft: Draft, written: Written, preview: Message) -> str:
        typed = {name: values for name, values in draft.fields.items() if name != SHOWN}
        return previews.seen(preview.parts, self.shows(request, written), json.dumps(typed, sort_keys=True))

    def _keep_seen(self, draft: Draft, seen: str) -> None:
        before, number = _shown(draft)
        draft.fields = {**draft.fields, SHOWN: [seen, str(number + (seen != before))]}

    def _numbered(self, draft: Draft, preview: Message) -> Message:
        """Its button that sends says of which preview it is: an older one may still be on a screen."""

        def numbered(button: Button) -> Button:
            if button.do != self.sends:
                return button
            about = Row.parse(button.about)
            return replace(button, about=str(Sending(about.id, about.rest, _shown(draft)[1])))

        parts = (
            Buttons(tuple(map(numbered, part.buttons))) if isinstance(part, Buttons) else part for part in preview.parts
        )
        return replace(preview, parts=tuple(parts))

    def wrong(self, request: Request, draft: Draft, wrong: Wrong) -> Answer:
        """In the form's own fields, if it is that form which was sent in."""
        message = self.fix(request, draft, wrong)
        return FormErrors(wrong, message) if wrong.keys() <= request.fields.keys() else Private(message)

    def edit(self, request: Request, draft: Draft) -> Answer:
        self.refuse_if_sent(request, draft)
        return self.fill_in(request, draft)

    def drop(self, request: Request, draft: Draft) -> Answer:
        self.refuse_if_sent(request, draft)
        request.session.delete(draft)
        return Private(Message((Text(request.words(self.dropped)),)))

    def refuse_if_sent(self, request: Request, draft: Draft | None) -> None:
        if draft is not None and draft.became is not None:
            raise Refusal.saying(request.words(self.sent))


def _shown(draft: Draft) -> tuple[str, int]:
    """A mark of the newest preview, and its number among those that were different."""
    match draft.typed.get(SHOWN):
        case (seen, number):
            return seen, int(number)
        case (_,):  # of an older version, whose buttons say no number: none of them is the newest
            return "", 1
        case _:
            return NONE_YET


def nothing_else(_request: Request, _written: object) -> str:
    """For a `Writing` whose preview shows what was typed and no more."""
    return ""


def fixed_by(edit: str, cancel: str) -> Callable[[Request, Draft, Wrong], Message]:
    """What is wrong, with the presses that open the form again and drop the draft."""

    def fix(request: Request, draft: Draft, wrong: Wrong) -> Message:
        words = request.words
        again = Button(words("fix-it"), edit, str(draft.id), "main")
        said = (words("nothing-lost"), *dict.fromkeys(wrong.values()))
        buttons = Buttons((again, Button(words("cancel"), cancel, str(draft.id))))
        return Message((*map(Text, said), buttons))

    return fix


def own(request: Request, form: str) -> Draft | None:
    """The draft of what was typed about something that is there, if the act is about one (`Kept`)."""
    key = number(request.payload(Kept).draft)
    draft = request.session.get(Draft, key) if key else None
    return draft if draft is not None and (draft.form, draft.member_id) == (form, request.member.id) else None


def forget_unnamed(session: Session, draft: Draft, field: str) -> list[str]:
    """What was typed into the field went without a name. A draft bears its writer's number: this one is gone, and so is
    every other of theirs in which the same is said, or begun. Returns what was said otherwise in these."""
    assert draft.form in UNNAMED, draft.form
    text, lost = "".join(draft.typed.get(field, ())), list[str]()
    for one in session.scalars(select(Draft).where(Draft.member_id == draft.member_id, Draft.became.is_(None))).all():
        if one is draft or _says(one, text) or (one.form == draft.form and _begins(one, field, text)):
            lost += [] if one is draft else [said for said in _said(one) if _is_more(said, text)]
            session.delete(one)
    session.flush()
    return lost


def _said(draft: Draft) -> list[str]:
    return [one for name, values in draft.fields.items() if name != SHOWN for one in values]


def given_back(lost: Sequence[str], words: Words) -> list[Part]:
    """What stood in drafts that are gone, for their writer to keep."""
    return [Note(words("draft-alike")), *map(Quote, dict.fromkeys(lost))] if lost else []


def _is_more(said: str, text: str) -> bool:
    """Whether it says something that the text does not, as the answer to a choice never does."""
    return " " in _plain(said) and not _plain(text).startswith(_plain(said))


def _says(draft: Draft, text: str) -> bool:
    typed = _said(draft)
    if any(_plain(one) == _plain(text) for one in typed):
        return True
    return draft.form in UNNAMED and any(likeness.likeness(one, text) >= ALIKE for one in typed)


def _begins(draft: Draft, field: str, text: str) -> bool:
    """Also an empty one."""
    one, other = _plain("".join(draft.typed.get(field, ()))), _plain(text)
    return one.startswith(other) or other.startswith(one)


def _plain(text: str) -> str:
    return " ".join(text.casefold().split())


def forget(session: Session, now: datetime) -> bool:
    """Forgets what nobody came back to. Whether something was among it that could have gone without a name."""
    old = select(Draft.id).where(Draft.at < now - KEPT, Draft.form.in_(UNNAMED)).limit(1)
    found = session.scalar(old) is not None
    session.execute(delete(Draft).where(Draft.at < now - KEPT))
    belongings.forget(session)
    return found
