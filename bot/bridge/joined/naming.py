"""An author is asked once under which name what they write may cross to a joined channel, where only they see it."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.boundary import (
    Address,
    Answer,
    Button,
    Buttons,
    Form,
    FormErrors,
    Message,
    Note,
    Part,
    Private,
    Text,
    TextField,
)
from bot.bridge import words as prose
from bot.bridge.hearing import Heard
from bot.bridge.joined import bylines, crossing, guessing, names
from bot.bridge.joined.names import Shown
from bot.bridge.model import RelayedMessage
from bot.delivery import outbox
from bot.feature import Urgency, Waiting
from bot.forms import refused
from bot.payloads import About, Payload
from bot.people.model import Member
from bot.request import Request
from bot.texts import Texts, Words

ASK, FORM, NAME = "shown.ask", "shown.name", "name"  # a card, a form and its field
BACK = "joined.say-back"  # a press
FEW = "few"  # a mark of a button
SHOWN, BEGIN = 5, 40  # messages that can be taken back at once, and characters of one on its button


@dataclass(frozen=True)
class As(Payload):
    """`told`: how easily it is guessed who they are (`guessing.few`), if they have been told so."""

    shown: str = ""
    told: str = ""


def ask(request: Request) -> Private:
    """Once they have written there."""
    button = Button(request.words("shown-choose"), "shown", tone="main")
    aside = Message((Text(request.words("shown-aside", name=request.member.name)), Buttons((button,))))
    return Private(Message(tuple(_asked(request))), aside=aside)


def ask_there(session: Session, heard: Heard) -> None:
    """Of an author who cannot be asked: nobody heard it when they wrote it."""
    here = heard.gathering.here
    if heard.carried is not None and here.under:
        outbox.say(session, Address.parse(here.under), ASK, heard.carried, here.language)


def card(session: Session, subject: int, words: Words, texts: Texts) -> Message:
    carried = session.get(RelayedMessage, subject)
    if carried is None or carried.member is None or carried.waits_since is None:
        return Message(())
    button = Button(words("shown-choose"), "shown", tone="main")
    return Message((Text(words("shown-aside", name=carried.member.name)), Buttons((button,))))


def show(request: Request, _about: object) -> Answer:
    return Private(Message(tuple(_asked(request))))


def _asked(request: Request) -> list[Part]:
    words, session, member = request.words, request.session, request.member
    row = names.of(session, member)
    now = {
        Shown.NAMED: words("shown-now-named", name=row.of(member) if row else ""),
        Shown.UNNAMED: words("shown-now-unnamed", name=names.unnamed(session, member, words)),
        Shown.STAYS: words("shown-now-stays"),
    }
    head = now[Shown(row.shown)] if row and row.shown else words("shown-ask")
    few, typed = guessing.few(session, member, words), _typed(session, member, words)
    buttons = (
        Button(words("shown-as-me", name=member.name), "shown.as", str(As(Shown.NAMED)), "main"),
        Button(words("shown-as-other"), "shown.other"),
        Button(words("shown-as-unnamed", name=names.unnamed(session, member, words)), "shown.as",
               str(As(Shown.UNNAMED, FEW if few else ""))),
        Button(words("shown-not"), "shown.as", str(As(Shown.STAYS))),
    )  # fmt: skip
    pictured = [Note(words("shown-picture"))] if names.may_be_pictured(member) else []
    back: list[Part] = [Text(words("shown-typed")), Buttons(typed)] if typed else []
    return [Text(head), *pictured, *([Text(few)] if few else []), Buttons(buttons), *back]


def choose(request: Request, _about: object) -> Answer:
    given = request.payload(As)
    if given.shown not in list(Shown):
        return show(request, None)
    shown = Shown(given.shown)
    if shown is Shown.UNNAMED and not given.told and guessing.few(request.session, request.member, request.words):
        return show(request, None)  # it was drawn while there were more of them
    return _chosen(request, shown, request.member.name if shown is Shown.NAMED else "")


def ask_other(request: Request, _about: object) -> Answer:
    words, row = request.words, names.of(request.session, request.member)
    value = row.name if row and row.name else request.member.name
    field = TextField(NAME, words("shown-form-name"), value=value[: names.MOST], most=names.MOST)
    return Form(FORM, words("shown-form"), words("shown-form-submit"), words("cancel"), (field,))


def choose_other(request: Request, _about: object) -> Answer:
    name = " ".join(request.given(NAME).split())
    if not name or len(name) > names.MOST:
        return _wrong(request, request.words("shown-wrong-length", most=names.MOST))
    if names.is_anothers(request.session, request.member, name):
        return _wrong(request, request.words("shown-wrong-another"))
    return _chosen(request, Shown.NAMED, name)


def _wrong(request: Request, why: str) -> FormErrors:
    return refused(request, {NAME: why}, "shown.other", NAME)


def _chosen(request: Request, shown: Shown, name: str) -> Answer:
    words, session, member = request.words, request.session, request.member
    names.choose(session, member, shown, name)
    otherwise = bylines.is_otherwise(session, member)
    said, stayed = crossing.release(session, member, request.now, crosses=shown is not Shown.STAYS)
    told = {
        Shown.NAMED: words("shown-now-named", name=name),
        Shown.UNNAMED: words("shown-now-unnamed", name=names.unnamed(session, member, words)),
        Shown.STAYS: words("shown-now-stays"),
    }[shown]
    more = [words("shown-released", count=len(said))] if said else []
    if otherwise:
        more.append(words("shown-before-named" if shown is Shown.NAMED else "shown-before-unnamed"))
    more += [words("shown-too-old", count=stayed)] if stayed and shown is not Shown.STAYS else []
    back = tuple(_take_back(one, words) for one in said if one.typed and not one.deleted)[:SHOWN]
    buttons = [Buttons(back)] if back else []
    return Private(Message((Text(" ".join((told, *more))), *buttons, Text(words("shown-change")))))


def _take_back(carried: RelayedMessage, words: Words) -> Button:
    """What is typed with a command stands as the bot's own message, so its author cannot delete it."""
    begin = " ".join(prose.load(carried.words).text.split())[:BEGIN]
    return Button(words("joined-say-back-of", begin=begin), BACK, str(About(carried.id)))


def _typed(session: Session, member: Member, words: Words) -> tuple[Button, ...]:
    """To take back the newest of what they typed, though its answer with such a button is gone; and its channels may be
    joined no more."""
    theirs = select(RelayedMessage).where(
        RelayedMessage.member_id == member.id,
        RelayedMessage.typed,
        RelayedMessage.deleted.is_(False),
        RelayedMessage.words != "",
    )
    newest = session.scalars(theirs.order_by(RelayedMessage.id.desc()).limit(SHOWN)).all()
    return tuple(_take_back(carried, words) for carried in newest)


# On the home card ------------------------------------------------------------------------------------------------


def on_home(request: Request) -> list[Waiting]:
    """What they wrote waits for their word."""
    waiting = select(RelayedMessage.id).where(
        RelayedMessage.member_id == request.member.id, RelayedMessage.waits_since.is_not(None)
    )
    if request.session.scalar(waiting.limit(1)) is None:
        return []
    return [Waiting(lambda: _asked(request), Urgency.REPLY)]


def offer(request: Request) -> list[Button]:
    """To those who have been asked."""
    row = names.of(request.session, request.member)
    return [Button(request.words("shown-mine"), "shown")] if row and row.shown else []
