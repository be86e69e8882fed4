"""A broadcast that was handed in and has not begun: written anew, looked over, approved, returned, taken off."""

from __future__ import annotations

from sqlalchemy import select

from bot import approvals, drafts, forms
from bot.approvals import Approval, Seen
from bot.boundary import Answer, Button, Buttons, Form, Message, Note, Private, TextField
from bot.broadcasts import afterwards, cards, files, interventions, lifecycle, previews, rules, scope, telling, writing
from bot.broadcasts.drafting import shown
from bot.broadcasts.interventions import Deed
from bot.broadcasts.lifecycle import Hand
from bot.broadcasts.model import BEFORE, PROGRESS, REASON_MOST, UNDER_WAY, WRITE, Broadcast, InLanguage, Status
from bot.delivery import outbox
from bot.drafts import Draft
from bot.forms import first
from bot.payloads import Row
from bot.people import links
from bot.request import Refusal, Request

APPROVAL = Approval(own="broadcast-approve-own", changed="broadcast-approve-changed")
RETURN, REASON = "broadcast.return", "reason"  # a form and its field


def change(request: Request, row: Broadcast) -> Answer:
    """What it says is written anew; it stays as it is until that is sent."""
    mine = (Draft.member_id == request.member.id, Draft.form == WRITE, Draft.became.is_(None))
    begun = request.session.scalars(select(Draft).where(*mine).order_by(Draft.id.desc()))
    same = (one for one in begun if first(one.typed, writing.REPLACES) == str(row.id))
    return writing.form(request, next(same, None) or drafts.keep(request, WRITE, writing.typed_of(request, row), None))


def look(request: Request, row: Broadcast) -> Answer:
    """Its sender looks over what somebody has written beside it."""
    written, words = writing.of_row(request, row), request.words
    send = Button(words("broadcast-send"), "broadcast.go", str(Seen(row.id, row.version)), "main")
    buttons = (
        *([send] if scope.may_send(row) else []),
        *_in_languages(request, row),
        *files.buttons(row, words),
        *cards.buttons_of(row, words),
    )
    return Private(Message((*previews.parts(request, written, words("broadcast-preview")), Buttons(buttons))))


def _in_languages(request: Request, row: Broadcast) -> list[Button]:
    words = request.words
    return [
        Button(
            words("broadcast-see", language=words("language-of", language=other.language)),
            "broadcast.see-row",
            str(InLanguage(row.id, other.language)),
        )
        for other in request.texts.values()
        if other.language in row.said
    ]


def see_row(request: Request, row: Broadcast) -> Answer:
    theirs = previews.as_read(request, row.audience, request.texts[request.payload(InLanguage).language])
    approves = lifecycle.may_approve(request.session, row, request.member) is not None
    back = Button(request.words("home-back"), "broadcast.check" if approves else "broadcast.look", str(row.id))
    looks = cards.looks(row.seat, row.said, row.language, theirs, [one.upload for one in row.attached])
    return Private(Message((Note(request.words("broadcast-test")), *looks, Buttons((back,)))))


def go(request: Request, row: Broadcast) -> Answer:
    """As it was looked over, with its other language or without."""
    if row.status not in (Status.WRITING, Status.HELD):
        return shown(request, row)
    if request.payload(Row).rest != str(row.version):
        return look(request, row)
    written = writing.of_row(request, row)
    if why := writing.nobody_approves(request, written.approve):
        raise Refusal.saying(why)
    if not row.is_by(row.sender):
        _take_over(request, row)
    lifecycle.hand_in(request.session, row, list(written.approve), request.now)
    return shown(request, row)


def _take_over(request: Request, row: Broadcast) -> None:
    """It goes as this member's; how it fares is nothing any more for who began it."""
    session, member = request.session, request.member
    outbox.remove(session, PROGRESS, row.id)
    row.sender = member
    session.flush()
    if not row.own:
        outbox.say(session, links.alone_with(session, member, request.act.actor), PROGRESS, row.id, member.language)


# Those who approve -----------------------------------------------------------------------------------------------


def check(request: Request, row: Broadcast) -> Answer:
    """Exactly what will go, and to whom."""
    words, written = request.words, writing.of_row(request, row)
    seen = str(Seen(row.id, row.version))
    buttons = (
        Button(words("broadcast-approve"), "broadcast.approve", seen, "main"),
        Button(words("broadcast-return"), "broadcast.return", str(row.id)),
        *_in_languages(request, row),
        *files.buttons(row, words),
    )
    parts = previews.parts(request, written, words("broadcast-check-title"))
    parts += [Note(words("broadcast-files-check"))] if row.attached else []
    return Private(Message((*parts, Buttons(buttons))))


def approve(request: Request, row: Broadcast) -> Answer:
    APPROVAL.refuse_unless_may(request, row)
    APPROVAL.refuse_unless_seen(request, row)
    mine = lifecycle.may_approve(request.session, row, request.member)
    if mine is None:
        raise Refusal.saying(request.words("gone"))
    lifecycle.approve(request.session, row, mine, request.member, request.now)
    return shown(request, row)


def ask_why(request: Request, row: Broadcast) -> Answer:
    words = request.words
    field = TextField(REASON, words("broadcast-return-why"), "", "", REASON_MOST, long=True)
    return Form(
        RETURN, words("broadcast-return"), words("broadcast-return-submit"), words("cancel"), (field,), str(row.id)
    )


def send_back(request: Request, row: Broadcast) -> Answer:
    reason = request.given(REASON)
    if not reason or len(reason) > REASON_MOST:
        return forms.refused(
            request, {REASON: request.words("broadcast-wrong-reason", most=REASON_MOST)}, RETURN, REASON
        )
    row.status, row.reason, row.version = Status.RETURNED, reason, approvals.new_version()
    telling.tell_back(request.session, row, request.now)
    outbox.change(request.session, PROGRESS, row.id)
    return forms.say(request, "broadcast-returned", name=cards.author_name(row, request.words))


def withdraw(request: Request, row: Broadcast) -> Answer:
    """One that has just begun is stopped, and by somebody of another group taken back for that."""
    hand = lifecycle.hand(request.session, row, request.member)
    if row.status in BEFORE:
        lifecycle.withdraw(request.session, row)
        interventions.note(request, row, Deed.WITHDRAWN)
    elif hand is Hand.OTHER:
        rules.in_its_time(request, row)
        return afterwards.ask_to_retract(request, row)
    elif row.status in UNDER_WAY:
        lifecycle.stop(request.session, row)
        interventions.note(request, row, Deed.STOPPED)
    return shown(request, row)
