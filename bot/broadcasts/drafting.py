"""A broadcast that is being written: started, looked over, edited, sent or dropped."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from bot import drafts, review
from bot.boundary import Answer, Button, Buttons, Message, Note, Private, Text
from bot.broadcasts import cards, files, lifecycle, previews, progress, writing
from bot.broadcasts.lifecycle import Hand
from bot.broadcasts.model import (
    BEFORE,
    PROGRESS,
    WRITE,
    Broadcast,
    BroadcastFile,
    BroadcastPlace,
    BroadcastText,
    InLanguage,
    Status,
    to_change,
)
from bot.broadcasts.writing import OWN, PEOPLE, REPLACES, REPLIES, SEAT, SETTINGS, URGENT, YES, Written
from bot.delivery import outbox
from bot.drafts import Draft, Typed, Writing, Wrong
from bot.forms import first
from bot.payloads import number
from bot.people import circles, links
from bot.people.cards import platform_of
from bot.people.model import Member
from bot.people.records import Found
from bot.request import Refusal, Request


def start_own(request: Request, _about: object) -> Answer:
    """`/tell` opens the form; with a text behind it, goes straight to the preview."""
    if text := request.typed.strip():
        return WRITING.look_over(request, {OWN: (YES,), writing.TEXT: (text,)}, None)
    return writing.form(request, own=True)


def start(request: Request, _about: object) -> Answer:
    """`/broadcast` opens the form, with the text that stands behind it."""
    form = writing.form(request)
    text = request.typed.strip()
    return form.filled_in({writing.TEXT: (text,)}) if text else form


def write(request: Request, draft: Draft | None) -> Answer:
    return WRITING.look_over(request, _typed(request, draft), draft)


def write_own(request: Request, draft: Draft | None) -> Answer:
    return WRITING.look_over(request, {**_typed(request, draft), OWN: (YES,)}, draft)


def _typed(request: Request, draft: Draft | None) -> Typed:
    """A forged form sets none of what the form does not ask for."""
    typed = drafts.typed_over(request, draft, SETTINGS)
    return typed if draft else {writing.LANGUAGE: (request.words.language,), **typed}


def take_up(request: Request, draft: Draft) -> Answer:
    return WRITING.look_over(request, draft.typed, draft)


def change_seat(request: Request, draft: Draft) -> Answer:
    """From one of the seats that may tell it to the next."""
    theirs = writing.possible_seats(request, own=bool(draft.typed.get(OWN)))
    ids = [str(seat.id) for seat in theirs]
    now = first(draft.typed, SEAT) or ids[0]
    following = ids[(ids.index(now) + 1) % len(ids)] if now in ids else ids[0]
    return WRITING.look_over(request, {**draft.typed, SEAT: (following,)}, draft)


def change_urgency(request: Request, draft: Draft) -> Answer:
    return _turned(request, draft, URGENT)


def change_replies(request: Request, draft: Draft) -> Answer:
    return _turned(request, draft, REPLIES)


def _turned(request: Request, draft: Draft, setting: str) -> Answer:
    """On, or off again."""
    value = () if draft.typed.get(setting) else (YES,)
    return WRITING.look_over(request, {**draft.typed, setting: value}, draft)


def see(request: Request, draft: Draft) -> Answer:
    """A test: just as its readers will have it, in one of their languages."""
    written, words = writing.read(request, draft.typed), request.words
    if isinstance(written, dict):
        return WRITING.wrong(request, draft, written)
    theirs = previews.as_read(request, written.audience, request.texts[request.payload(InLanguage).language])
    looks = cards.looks(written.seat, dict(written.said), written.language, theirs, written.files)
    back = Buttons((Button(words("home-back"), "broadcast.take-up", str(draft.id)),))
    return Private(Message((Note(words("broadcast-test")), *looks, back)))


# Sending ---------------------------------------------------------------------------------------------------------


def send(request: Request, draft: Draft) -> Answer:
    if draft.became is not None:  # pressed twice
        return shown(request, request.session.get_one(Broadcast, draft.became))
    written = writing.read(request, draft.typed)
    if isinstance(written, dict):  # its time has passed meanwhile, or nobody is left to be told
        return WRITING.wrong(request, draft, written)
    decided = review.decided(request, previews.like_records(request, written)) and not written.waits_for_files
    if again := WRITING.once_more(request, draft, written, decided):
        return again
    row = lay_out(request, draft, written)
    lifecycle.hand_in(request.session, row, list(written.approve), request.now)
    return shown(request, row)


def lay_out(request: Request, draft: Draft, written: Written) -> Broadcast:
    """In the place of the one that it was made of, if it was: nobody has been told of that."""
    session, member = request.session, request.member
    before = to_change(session, number(first(draft.typed, REPLACES)) or 0)
    if before is not None and before.is_by(member):
        if before.status not in (*BEFORE, Status.WITHDRAWN):
            raise Refusal.saying(request.words("broadcast-has-begun"))
        if before.status is not Status.WITHDRAWN:
            lifecycle.withdraw(session, before)
    row = as_row(written, member, request.now)
    session.add(row)
    session.flush()  # its number; nothing after this refuses
    draft.become(row.id, request.now)
    if not row.own:
        outbox.say(session, links.alone_with(session, member, request.act.actor), PROGRESS, row.id, member.language)
    return row


def as_row(written: Written, sender: Member, at: datetime) -> Broadcast:
    """Not kept yet."""
    return Broadcast(
        seat=written.seat,
        sender=sender,
        own=written.own,
        language=written.language,
        whom=str(written.circle),
        audience=written.audience,
        drafted_for=written.drafted_for,
        urgent=written.urgent,
        asks=written.asks,
        replies=written.replies,
        status=Status.WRITING,
        wanted_at=written.wanted_at,
        at=at,
        texts=[
            BroadcastText(language=language, title=one.title, text=one.text, member_id=sender.id)
            for language, one in written.said.items()
        ],
        addressed=[BroadcastPlace(place=place) for place in written.places],
        files=[BroadcastFile(upload=file) for file in written.files],
    )


def shown(request: Request, row: Broadcast) -> Answer:
    hand = lifecycle.hand(request.session, row, request.member) or Hand.OTHER
    return Private(progress.message(request.session, row, request.words, hand))


# How it looks ----------------------------------------------------------------------------------------------------


def _preview(request: Request, draft: Draft, written: Written) -> Message:
    found = previews.like_records(request, written)
    buttons = Buttons(tuple(_buttons(request, draft, written, found)))
    heading = request.words("broadcast-preview-urgent" if written.urgent else "broadcast-preview")
    return Message((*previews.parts(request, written, heading), buttons))


def _buttons(request: Request, draft: Draft, written: Written, found: Sequence[Found]) -> list[Button]:
    words, id = request.words, str(draft.id)
    label = words("broadcast-send-to-approver" if written.approve else "broadcast-send")
    send, change = Button(label, "broadcast.send", id, "main"), Button(words("edit"), "broadcast.edit", id)
    if written.waits_for_files:
        send = Button(words("broadcast-file-wait"), "broadcast.take-up", id, "main")
    elif found:
        send = Button(words("records-as-is"), "broadcast.send", review.as_is(draft.id, found))
        change = Button(words("edit"), "broadcast.edit", id, "main")
    return [
        send,
        change,
        *_in_languages(request, draft, written),
        *_elsewhere(request, draft, written),
        Button(words("broadcast-plan"), "broadcast.plan", id),
        *files.to_change(draft.id, written.files, words),
        *_settings(request, draft, written),
        Button(words("cancel"), "broadcast.cancel", id),
    ]


def _in_languages(request: Request, draft: Draft, written: Written) -> list[Button]:
    words, buttons = request.words, []
    missing = previews.missing_languages(written)
    for other in request.texts.values():
        about, language = str(InLanguage(draft.id, other.language)), words("language-of", language=other.language)
        if other.language in written.said:
            buttons.append(Button(words("broadcast-see", language=language), "broadcast.see", about))
        if other.language in written.said and other.language != written.language:
            buttons.append(Button(words("broadcast-rewrite", language=language), "broadcast.other", about))
        elif other.language in missing:
            buttons.append(Button(words("broadcast-write-other", language=language), "broadcast.other", about))
            buttons.append(Button(words("broadcast-ask-other", language=language), "broadcast.ask-other", about))
    return buttons


def _elsewhere(request: Request, draft: Draft, written: Written) -> list[Button]:
    """How it looks on other platforms, and who does not have it there either."""
    words, found = request.words, written.recipients
    about = [
        previews.OnPlatform(draft.id, platform, words.language) for platform in previews.elsewhere(request, written)
    ]
    buttons = [
        Button(words("broadcast-see-on", platform=platform_of(one.platform)), "broadcast.on", str(one)) for one in about
    ]
    if found.at_home or found.unlinked:
        buttons.append(Button(words("broadcast-cut-off"), "broadcast.cut-off", str(draft.id)))
    return buttons


def _settings(request: Request, draft: Draft, written: Written) -> list[Button]:
    words, id = request.words, str(draft.id)
    buttons = [] if written.own else [Button(words("broadcast-more"), "broadcast.more", id)]
    if written.offered:
        buttons.append(Button(words("broadcast-channels"), "broadcast.channels", id))
    if written.places:
        name = "broadcast-no-replies" if written.replies else "broadcast-want-replies"
        buttons.append(Button(words(name), "broadcast.want-replies", id))
    if writing.may_be_urgent(request, own=written.own):
        name = "broadcast-make-calm" if written.urgent else "broadcast-make-urgent"
        buttons.append(Button(words(name), "broadcast.urgent", id))
    if len(writing.possible_seats(request, own=written.own)) > 1:
        buttons.append(Button(words("broadcast-other-seat"), "broadcast.seat", id))
    return buttons


def _fix(request: Request, draft: Draft, wrong: Wrong) -> Message:
    """With a button to the form that has to be filled in otherwise."""
    words, opens, about = request.words, "broadcast.edit", str(draft.id)
    stale = next((name.rpartition("-")[2] for name in wrong if name.startswith(f"{writing.TEXT}-")), "")
    if wrong.keys() == {writing.AT}:
        opens = "broadcast.plan"
    elif wrong.keys() == {circles.ALSO}:
        opens = "broadcast.more"
    elif stale and len(wrong) == 1:
        opens, about = "broadcast.other", str(InLanguage(draft.id, stale))
    more = [Button(words("broadcast-more"), "broadcast.more", about)] if any(map(draft.typed.get, writing.MORE)) else []
    fix = Button(words("fix-it"), opens, about, "main")
    cancel = Button(words("cancel"), "broadcast.cancel", str(draft.id))
    buttons = Buttons((fix, *(more if PEOPLE in wrong else ()), cancel))
    return Message((Text(words("nothing-lost")), *map(Text, wrong.values()), buttons))


def _shows(_request: Request, written: Written) -> str:
    files = [f"{one.id}:{one.stage.value}" for one in written.files]
    return " ".join((written.audience.seen, *files, *(str(place.id) for place in written.places)))


WRITING = Writing(
    form=WRITE,
    fill_in=writing.form,
    read=writing.read,
    show=_preview,
    fix=_fix,
    sends="broadcast.send",
    sent="broadcast-already-sent",
    dropped="broadcast-dropped",
    shows=_shows,
)
