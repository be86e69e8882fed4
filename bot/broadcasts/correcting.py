"""A broadcast that is out says something else, in every copy. Its approvals stand for the words that were approved: of
each other group that is told of it, somebody looks the new ones over, and until then it stays as it is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot import approvals, forms, notices, uploads
from bot.approvals import Seen
from bot.boundary import Answer, Button, Buttons, Choice, Field, Form, Heading, Message, Part, Private, Text, TextField
from bot.broadcasts import cards, files, interventions, lifecycle, previews, scope, walks, writing
from bot.broadcasts.files import FILES
from bot.broadcasts.interventions import Deed
from bot.broadcasts.lifecycle import PATIENCE, Hand
from bot.broadcasts.model import (
    KEPT,
    PROGRESS,
    REASON_MOST,
    TOLD,
    Broadcast,
    BroadcastApproval,
    BroadcastCorrection,
    InLanguage,
    Said,
    to_change,
)
from bot.broadcasts.writing import TEXT, TITLE, in_language
from bot.delivery import outbox
from bot.feature import NoticeKind
from bot.forms import choices
from bot.people import model as people
from bot.people.cards import seat_title
from bot.people.model import Group
from bot.people.seats import SeatChange
from bot.request import Refusal, Request
from bot.storage import context
from bot.texts import Words

CORRECT, RETURN, REASON = "broadcast.correct", "broadcast.correction-return", "reason"  # forms, and a field
WAITS, APPROVED = "broadcast.correction", "broadcast.corrected"  # names of kinds of notices

# Writing it ------------------------------------------------------------------------------------------------------


def ask(request: Request, row: Broadcast) -> Answer:
    """In every language that it has: nothing stands half corrected."""
    words, fields = request.words, list[Field]()
    for language, said in sorted((row.corrected or row.said).items(), key=lambda one: one[0] != row.language):
        name = request.words("language-of", language=language)
        if not row.own:
            label = words("broadcast-other-subject", language=name)
            fields.append(writing.title_field(request, said.title, in_language(TITLE, language), label))
        label = words("broadcast-other-text", language=name)
        fields.append(writing.text_field(request, said.text, in_language(TEXT, language), label))
    if attached := [Choice(str(one.id), uploads.label(one.upload, words)) for one in row.attached]:
        field = choices(FILES, words("broadcast-correct-files"), attached, {}, len(attached))
        fields.append(replace(field, optional=True))
    again = _groups(request.session, row)
    submit = words("broadcast-send-to-approver" if again else "broadcast-correct-submit")
    form = Form(CORRECT, words("broadcast-correct"), submit, words("cancel"), tuple(fields), str(row.id))
    return forms.reopened(request, form)


def _groups(session: Session, row: Broadcast) -> list[Group]:
    """Others than its sender's own of which somebody has to approve what it says."""
    if row.own:
        return []
    needed = scope.groups_to_approve(session, row.seat, row.circle, lifecycle.count(session, row, row.circle))
    return [group for group in needed if group.id != row.seat.group_id]


def correct(request: Request, row: Broadcast) -> Answer:
    given, wrong = dict[str, Said](), dict[str, str]()
    for language in row.said:
        title, text = in_language(TITLE, language), in_language(TEXT, language)
        given[language] = Said("" if row.own else request.given(title), request.given(text))
        wrong |= writing.wrong_words(request, given[language], own=row.own, title=title, text=text)
    again = _groups(request.session, row) if given != row.said else []
    if not wrong and (why := writing.nobody_approves(request, again)):
        wrong[in_language(TEXT, row.language)] = why
    if wrong:
        return forms.keep_refused(request, CORRECT, CORRECT, wrong)
    forms.forget_refused(request, CORRECT)
    out = [one for one in row.attached if str(one.id) in request.fields.get(FILES, ())]
    if given == row.said and not out:
        said = "broadcast-correction-dropped" if row.corrections else "broadcast-correct-same"
        _drop(request.session, row)
        return forms.say(request, said)
    for one in out:
        files.take_out(request.session, one)
    if again:
        return _hand_in(request, row, given, again)
    _drop(request.session, row)
    if given == row.said:
        _change_copies(request.session, row, request.now)
        interventions.note(request, row, Deed.CORRECTED)
    else:
        _apply(request.session, row, given, request.member, request.now)
    return forms.say(request, "broadcast-corrected-file" if out else "broadcast-corrected-now")


def _apply(session: Session, row: Broadcast, given: Mapping[str, Said], by: people.Member, now: datetime) -> None:
    """Who approved it for its author's own group is told, as its author is of what somebody else wrote."""
    for language, said in given.items():
        row.put(language, said, by)
    _change_copies(session, row, now)
    interventions.add(session, row, Deed.CORRECTED, by, now)
    for one in row.approvals:
        if one.group_id == row.seat.group_id and one.member_id not in (None, by.id):
            notices.tell(session, one.member_id, APPROVED, row.id, now, now + KEPT)


def _change_copies(session: Session, row: Broadcast, now: datetime) -> None:
    row.corrected_at = now
    lifecycle.leave_others(session, row)
    walks.change_copies(session, row, now)
    outbox.change(session, PROGRESS, row.id)


# Waiting ---------------------------------------------------------------------------------------------------------


def _hand_in(request: Request, row: Broadcast, given: Mapping[str, Said], groups: Sequence[Group]) -> Answer:
    session, now, words = request.session, request.now, request.words
    _drop(session, row)
    session.flush()
    row.version = approvals.new_version()
    row.corrections = [
        BroadcastCorrection(language=language, title=said.title, text=said.text, member_id=request.member.id)
        for language, said in given.items()
    ]
    there = {one.group_id: one for one in row.approvals}
    for group in groups:
        if group.id not in there:
            row.approvals.append(BroadcastApproval(group=group, member_id=None, at=None, again=True))
        else:
            there[group.id].again = True
        for member in scope.approvers(session, row.district, group, row.sender_id):
            notices.tell(session, member.id, WAITS, row.id, now, min(now + PATIENCE, row.at + KEPT))
    outbox.change(session, PROGRESS, row.id)
    names = scope.named(session, row.district, groups, row.sender_id, words)
    buttons = [one for one in cards.buttons_of(row, words) if one.do == "broadcast.retract"]
    told = Text(words("broadcast-correction-waits", names=names))
    return Private(Message((told, Buttons(tuple(buttons)))))


def _drop(session: Session, row: Broadcast) -> None:
    row.corrections = []
    for one in row.approvals:
        one.again = False
    outbox.change(session, PROGRESS, row.id)


def _writer(session: Session, row: Broadcast) -> people.Member | None:
    """Who wrote what waits, if they can still write such a thing: else it is said in nobody's name."""
    by = session.get(people.Member, row.corrections[0].member_id) if row.corrections else None
    if by is None or not scope.may_send(row):
        return None
    has_it = by.id in (row.seat.holder_id, row.seat.deputy_id)
    return by if has_it or lifecycle.hand(session, row, by) in (Hand.AUTHOR, Hand.SECOND) else None


def seat_changed(session: Session, change: SeatChange) -> None:
    """What waits goes with the role of its writer: who follows corrects it anew, or not at all."""
    waiting = select(Broadcast.id).join(BroadcastCorrection).join(people.Seat, people.Seat.id == Broadcast.seat_id)
    here = waiting.where(people.Seat.district_id == change.seat.district_id).distinct().order_by(Broadcast.id)
    for id in session.scalars(here).all():
        row = to_change(session, id)
        if row is not None and row.corrections and _writer(session, row) is None:
            _drop(session, row)


def may_approve(session: Session, row: Broadcast, member: people.Member) -> BroadcastApproval | None:
    """What is to be approved for their group: by nobody who wrote it."""
    mine = next((one for one in row.approvals if one.again and one.group_id == member.group_id), None)
    wrote = {row.sender_id, *(one.member_id for one in row.corrections)}
    if mine is None or member.id in wrote or not row.can_be_changed(context.now(session)):
        return None
    if _writer(session, row) is None:
        return None
    able = scope.approvers(session, row.district, mine.group, row.sender_id)
    return mine if member.id in {one.id for one in able} else None


def waits(session: Session, member: people.Member, subject: int) -> bool:
    row = session.get(Broadcast, subject)
    return row is not None and may_approve(session, row, member) is not None


def show_waiting(session: Session, subject: int, words: Words) -> list[Part]:
    row = session.get_one(Broadcast, subject)
    told = words("broadcast-correction-line", title=cards.name_of(row, words), seat=seat_title(row.seat, words))
    check = Button(words("broadcast-check"), "broadcast.correction-check", str(row.id), "main")
    return [Text(told), Buttons((check,))]


def check(request: Request, row: Broadcast) -> Answer:
    """What every copy will say."""
    words = request.words
    theirs = previews.as_read(request, row.audience, words)
    buttons = [
        Button(words("broadcast-approve"), "broadcast.correction-approve", str(Seen(row.id, row.version)), "main"),
        Button(words("broadcast-return"), RETURN, str(row.id)),
        Button(words("broadcast-correction-now"), "broadcast.show", str(row.id)),
    ]
    for other in request.texts.others(theirs.language):
        if other.language in row.corrected:
            label = words("broadcast-see", language=words("language-of", language=other.language))
            buttons.append(Button(label, "broadcast.correction-see", str(InLanguage(row.id, other.language))))
    looks = cards.looks(row.seat, row.corrected, row.language, theirs, [one.upload for one in row.attached])
    return Private(Message((Heading(words("broadcast-correction-title")), *looks, Buttons(tuple(buttons)))))


def see(request: Request, row: Broadcast) -> Answer:
    theirs = previews.as_read(request, row.audience, request.texts[request.payload(InLanguage).language])
    back = Button(request.words("home-back"), "broadcast.correction-check", str(row.id))
    return Private(Message((*cards.looks(row.seat, row.corrected, row.language, theirs), Buttons((back,)))))


def approve(request: Request, row: Broadcast) -> Answer:
    if request.payload(Seen).version != row.version:
        raise Refusal.saying(request.words("broadcast-approve-changed"))
    mine = may_approve(request.session, row, request.member)
    if mine is None:
        raise Refusal.saying(request.words("gone"))
    mine.again, mine.member_id, mine.at = False, request.member.id, request.now
    done = go_on(request.session, row, request.now)
    outbox.change(request.session, PROGRESS, row.id)
    return forms.say(request, "broadcast-corrected-now" if done else "broadcast-correction-approved")


def go_on(session: Session, row: Broadcast, now: datetime) -> bool:
    """It says so everywhere once nobody has to approve that any more."""
    if not row.corrections or any(one.again for one in row.approvals):
        return False
    by, given = _writer(session, row), row.corrected
    _drop(session, row)
    if by is not None:
        _apply(session, row, given, by, now)
    return by is not None


def ask_why(request: Request, row: Broadcast) -> Answer:
    words = request.words
    field = TextField(REASON, words("broadcast-return-why"), "", "", REASON_MOST, long=True)
    title, submit = words("broadcast-return"), words("broadcast-return-submit")
    return Form(RETURN, title, submit, words("cancel"), (field,), str(row.id))


def send_back(request: Request, row: Broadcast) -> Answer:
    reason = request.given(REASON)
    if not reason or len(reason) > REASON_MOST:
        wrong = {REASON: request.words("broadcast-wrong-reason", most=REASON_MOST)}
        return forms.refused(request, wrong, RETURN, REASON)
    _drop(request.session, row)
    interventions.note(request, row, Deed.NOT_CORRECTED, reason)
    return forms.say(request, "broadcast-correction-returned", name=cards.author_name(row, request.words))


# Who approved it for the author's own group ----------------------------------------------------------------------


def was_corrected(session: Session, member: people.Member, subject: int) -> bool:
    row = session.get(Broadcast, subject)
    return row is not None and row.status in TOLD and lifecycle.hand(session, row, member) is Hand.SECOND


def show_corrected(session: Session, subject: int, words: Words) -> list[Part]:
    row = session.get_one(Broadcast, subject)
    told = Text(words("broadcast-corrected-line", title=cards.name_of(row, words), seat=seat_title(row.seat, words)))
    can = ("broadcast.stop", "broadcast.correct", "broadcast.retract")
    buttons = [one for one in cards.buttons_of(row, words, Hand.SECOND) if one.do in can]
    show = Button(words("broadcast-read-on"), "broadcast.show", str(row.id))
    return [told, Buttons((show, *buttons))]


KINDS = {
    WAITS: NoticeKind("", waits, show_waiting),
    APPROVED: NoticeKind("", was_corrected, show_corrected, at_home=True),
}
