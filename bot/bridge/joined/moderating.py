"""Hiding a message of one's own group's in joined channels, muting its author for a day, and the log of both."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot import notices
from bot.boundary import (
    Answer,
    Button,
    Buttons,
    Form,
    FormErrors,
    Message,
    Part,
    Private,
    Quote,
    Text,
    TextField,
    in_a_line,
)
from bot.bridge import words as prose
from bot.bridge.joined import asking_why, bylines, moderation, names, pacing
from bot.bridge.joined.model import Joining, Stage
from bot.bridge.joined.moderation import Act, Moderation
from bot.bridge.model import RelayedMessage
from bot.forms import refused, say
from bot.payloads import About, Payload
from bot.people import model as people
from bot.people.cards import place_label
from bot.request import Refusal, Request
from bot.texts import Words

HIDE, MUTE, REASON = "moderate.hide", "moderate.mute", "reason"  # the forms and their field
WHY = "joining.why"  # a press
REASONS = ("joining-stays-below", "joining-stays-ended", "joining-stays-often")  # that it may be asked about
TOLD = "moderated"  # a notice
KNOWN = timedelta(days=7)  # for so long it is worth telling
SHORT = 200  # characters of what is quoted
LONGEST = 300  # characters of a reason


@dataclass(frozen=True)
class Why(Payload):
    """A name in `content/`: why the message stayed."""

    why: str = ""


# What a moderator sees -------------------------------------------------------------------------------------------


def moderate(request: Request, _about: object) -> Answer:
    """`/somewhere moderate`: what the moderator's own group said lately, and the log."""
    words, session = request.words, request.session
    if not moderation.can(session, request.member):
        return _log(request, words("moderate-not-you"))
    parts: list[Part] = []
    for carried in moderation.lately(session, request.member):
        parts += _line(session, carried, request.member, words)
    head = words("moderate-lately", group=request.member.group.name) if parts else words("moderate-nothing")
    log = Buttons((Button(words("moderate-log"), "moderate.log"),))
    return Private(Message((Text(head), *parts, *pacing.shown(request), log)))


def _line(session: Session, carried: RelayedMessage, reader: people.Member, words: Words) -> list[Part]:
    about = str(About(carried.id))
    name = carried.member.name if carried.member else ""
    buttons = [Button(words("moderate-hide"), HIDE, about)]
    if carried.member is not None and carried.member.group_id == reader.group_id:
        buttons.append(Button(words("moderate-mute"), MUTE, about))
    head = Text(words("bridge-said", name=name, place=place_label(carried.thread.place)))
    return [head, Quote(_short(session, carried, words)), Buttons(tuple(buttons))]


def _short(session: Session, carried: RelayedMessage, words: Words) -> str:
    text = bylines.read(session, prose.load(carried.words), carried.id, words).text
    return in_a_line(text, SHORT) or "…"


def log(request: Request, _about: object) -> Answer:
    return _log(request, request.words("moderate-no-log"))


def _log(request: Request, otherwise: str) -> Answer:
    """Without anybody's words: both sides read who did what to whom, and why. The other side knows its authors by the
    names under which they cross."""
    words = request.words
    lines: list[Part] = []
    for done in moderation.log(request.session, request.member):
        if done.act == Act.PACE:
            pace = words("moderate-pace-of", seconds=int(done.reason))
            when, group = request.moment(done.at), done.by.group.name
            lines.append(Text(words("moderate-log-pace", by=done.by.name, group=group, when=when, pace=pace)))
            continue
        carried = request.session.get(RelayedMessage, done.carried_id) if done.carried_id else None
        own = carried is not None and bylines.was_of(carried, request.member.group)
        theirs = bylines.author(request.session, carried, words) if carried else ""
        theirs = theirs or names.shown(request.session, done.member, words)
        name = done.member.name if own else theirs
        said = "moderate-log-mute" if done.act == Act.MUTE else "moderate-log-hide"
        what = words(said, by=done.by.name, name=name, when=request.moment(done.at))
        lines += [Text(what), Quote(done.reason)]
    return Private(Message((Text(words("moderate-log")), *lines) if lines else (Text(otherwise),)))


# What a moderator does -------------------------------------------------------------------------------------------


def find(request: Request) -> RelayedMessage | None:
    itself = select(RelayedMessage).where(RelayedMessage.id == request.payload(About).id)
    carried = request.session.scalars(itself.with_for_update(of=RelayedMessage)).one_or_none()
    if carried is None or carried.deleted or carried.thread.talk.joining_id is None:
        return None
    mine = carried.thread.place.district_id == request.member.district_id
    return carried if mine else None


def is_of_own_group(request: Request, carried: RelayedMessage) -> None:
    if not moderation.may(request.session, request.member, carried):
        raise Refusal.saying(request.words("moderate-own-only"))


def is_still_of_own_group(request: Request, carried: RelayedMessage) -> None:
    """What somebody says now is their own group's matter."""
    is_of_own_group(request, carried)
    if carried.member is None or carried.member.group_id != request.member.group_id:
        raise Refusal.saying(request.words("moderate-own-only"))


def is_on(request: Request, carried: RelayedMessage) -> None:
    joining = request.session.get(Joining, carried.thread.talk.joining_id)
    if joining is None or joining.stage != Stage.ON:
        raise Refusal.saying(request.words("gone"))


def ask_to_hide(request: Request, carried: RelayedMessage) -> Answer:
    return _form(request, HIDE, "moderate-hide")


def ask_to_mute(request: Request, carried: RelayedMessage) -> Answer:
    return _form(request, MUTE, "moderate-mute")


def _form(request: Request, form: str, title: str) -> Form:
    words = request.words
    field = TextField(REASON, words("moderate-reason"), words("moderate-reason-hint"), most=LONGEST, long=True)
    return Form(form, words(title), words(title), words("cancel"), (field,), request.about)


def hide(request: Request, carried: RelayedMessage) -> Answer:
    reason = request.given(REASON)
    if not reason:
        return _wrong(request, HIDE)
    done = moderation.hide(request.session, carried, request.member, reason, request.now)
    _tell(request, done)
    return say(request, "moderate-hidden", name=done.member.name, place=place_label(carried.thread.place))


def mute(request: Request, carried: RelayedMessage) -> Answer:
    reason = request.given(REASON)
    if not reason:
        return _wrong(request, MUTE)
    done = moderation.mute(request.session, carried, request.member, reason, request.now)
    _tell(request, done)
    assert done.until
    return say(request, "moderate-muted", name=done.member.name, until=request.moment(done.until))


def _wrong(request: Request, opens: str) -> FormErrors:
    return refused(request, {REASON: request.words("moderate-reason-missing")}, opens, REASON)


def _tell(request: Request, done: Moderation) -> None:
    until = request.now + KNOWN
    notices.tell(request.session, done.member_id, TOLD, done.id, request.now, until)


# What its author is told -----------------------------------------------------------------------------------------


def stands(session: Session, member: people.Member, subject: int) -> bool:
    done = session.get(Moderation, subject)
    return done is not None and done.member_id == member.id


def show(session: Session, subject: int, words: Words) -> list[Part]:
    return _told(session, session.get_one(Moderation, subject), words)


def _told(session: Session, done: Moderation, words: Words) -> list[Part]:
    joining = session.get_one(Joining, done.joining_id)
    places = words.listed([place_label(place) for place in joining.places])
    name, zone = done.by.name, done.member.district.zone
    if done.act == Act.MUTE and done.until is not None:
        what = words("moderated-muted", name=name, places=places, until=words.moment(done.until, zone))
    else:
        what = words("moderated-hidden", name=name, places=places)
    return [Text(what), Quote(done.reason), Buttons((asking_why.button(done, words),))]


def why(request: Request, _about: object) -> Answer:
    """Why something of theirs does not cross, or nothing does."""
    if (given := request.payload(Why).why) in REASONS:
        return say(request, given)
    done = moderation.muted(request.session, request.member, request.now)
    if done is None:
        return say(request, "joining-stays-nobody")
    return Private(Message(tuple(_told(request.session, done, request.words))))
