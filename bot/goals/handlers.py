"""Somebody says what gets in the way: they are told what is not for this channel, write it, look it over and send it to
the seats of their own group that read it; and they can take it back."""

from __future__ import annotations

from sqlalchemy import func, or_, select

from bot import drafts, forms, notices, own_words, return_paths, review
from bot.authors import end_some_day
from bot.boundary import Account, Answer, Button, Buttons, Heading, Message, Note, Part, Private, Quote, Text
from bot.drafts import Draft
from bot.goals import authors, reading, rules, writing
from bot.goals.concerns import AT_MOST, WRITE, Concern, written_unnamed
from bot.goals.rounds.model import theme_of
from bot.goals.writing import WRITING, Written
from bot.own_words import TEXT
from bot.people import belongings, records, school_days
from bot.people.hours import day_of
from bot.request import Refusal, Request, returning
from bot.return_paths import ReturnPath

SHOWN = 3  # of one's own concerns


def start(request: Request, draft: Draft | None) -> Answer:
    """What is not for this channel comes first, and what they have said so far last."""
    WRITING.refuse_if_sent(request, draft)
    words = request.words
    if draft is None:
        draft = drafts.keep(request, WRITE, {TEXT: (request.typed.strip(),)}, None)
    write = Button(words("concern-write"), "concern.write", str(draft.id), "main")
    readers, said = rules.readers(request.session, request.member), "".join(draft.typed.get(TEXT, ()))
    typed: list[Part] = [Quote(said), Note(words("records-not-sent"))] if said else []
    parts: list[Part] = [
        Heading(words("concern-question")),
        *typed,
        *writing.not_here(request),
        Text(writing.readers_line(readers, words) if readers else words("concern-nobody-reads")),
        Buttons((write,)),
    ]
    return Private(Message((*parts, *_own(request))))


def _own(request: Request) -> list[Part]:
    session, member = request.session, request.member
    mine = or_(Concern.author_id == member.id, Concern.id.in_(written_unnamed(session, member)))
    newest = select(Concern).where(mine, ~Concern.taken_back).order_by(Concern.id.desc()).limit(SHOWN)
    parts = [part for one in session.scalars(newest) for part in _listed(one, request)]
    return [Note(request.words("concern-own")), *parts] if parts else []


def _listed(concern: Concern, request: Request) -> list[Part]:
    words = request.words
    buttons = [Button(words("concern-take-back"), "concern.take-back", str(concern.id))]
    state = authors.state(concern, words)
    theme = theme_of(concern)
    if theme is not None and theme.group_id == request.member.group_id:
        state = f"{state} {words('theme-state', title=theme.title(words.language))}"
        buttons.append(Button(words("theme-take-out"), "concern.take-out", str(concern.id)))
    return [Quote(concern.text), Text(state), Buttons(tuple(buttons))]


def write_at_once(request: Request, draft: Draft | None) -> Answer:
    """From a card that has said what is not for this channel."""
    WRITING.refuse_if_sent(request, draft)
    return writing.form(request, draft or drafts.keep(request, WRITE, {}, None))


def write(request: Request, draft: Draft) -> Answer:
    return WRITING.look_over(request, drafts.typed_over(request, draft, ()), draft)


# Sending ---------------------------------------------------------------------------------------------------------


def send(request: Request, draft: Draft) -> Answer:
    """The draft of one without a name would name its author: it is gone, and on another press they are told that it may
    have been sent."""
    if draft.became is not None:  # pressed twice
        return forms.say(request, "concern-sent")
    written = writing.read(request, draft.typed)
    if isinstance(written, dict):
        return WRITING.wrong(request, draft, written)
    decided = review.decided(request, records.find(request.district, written.text, request.now))
    if again := WRITING.once_more(request, draft, written, decided):
        return again
    session, member = request.session, request.member
    unnamed = written_unnamed(session, member)
    if _is_said(request, written, unnamed):
        own_words.forget_repeated(session, draft)
        return Private(returning(request.words("concern-said-already"), written.text))
    _refuse_if_too_many(request, written, unnamed)
    account, concern = drafts.account_of(request, draft), _begun(request, written)
    session.add(concern)
    session.flush()  # its number; nothing after this refuses
    lost: list[str] = []
    if written.named:
        draft.become(concern.id, request.now)
        belongings.note(session, member, Account.parse(account), Concern.author_id, concern.id)
    else:
        return_paths.begin(session, concern.thing, member.district_id, ReturnPath(member.id, account))
        lost = drafts.forget_unnamed(session, draft, TEXT)
    _tell(request, concern, written)
    return Private(Message((Text(request.words("concern-sent")), *drafts.given_back(lost, request.words))))


def _begun(request: Request, written: Written) -> Concern:
    member = request.member
    return Concern(
        text=written.text,
        group=member.group,
        building_id=member.building_id,
        author=member if written.named else None,
        audience=writing.readers(request, written),
        shareable=written.shareable,
        written_at=request.now if written.named else day_of(request.now, request.district.zone),
    )


def _refuse_if_too_many(request: Request, written: Written, unnamed: list[int]) -> None:
    """With the words, though they are in the draft still."""
    waiting = select(func.count()).where(Concern.id.in_(unnamed), ~Concern.taken_back, Concern.told_id.is_(None))
    if not written.named and (request.session.scalar(waiting) or 0) >= AT_MOST:
        raise Refusal(returning(request.words("concern-too-many", most=AT_MOST), written.text))


def _is_said(request: Request, written: Written, unnamed: list[int]) -> bool:
    """By the same person: that two say the same is worth knowing."""
    mine = or_(Concern.author_id == request.member.id, Concern.id.in_(unnamed))
    same = select(Concern.id).where(mine, Concern.text == written.text, ~Concern.taken_back).limit(1)
    return request.session.scalar(same) is not None


def _tell(request: Request, concern: Concern, written: Written) -> None:
    """Its readers; of an unnamed one its author, too, where they are one: that one is not told would say who it was.
    And the way back ends some day in any case."""
    session, district = request.session, request.district
    if concern.author_id is None:
        end_some_day(session, authors.FORGET, concern, request.now)
    until = school_days.due(session, district, request.now, reading.NEWS)
    for seat in written.readers:
        wrote_it = concern.author_id is not None and seat.acting_id == concern.author_id
        if seat.acting_id is not None and not wrote_it and not reading.waits(session, seat, concern.id):
            notices.tell(session, seat.acting_id, reading.NOTICE, seat.id, request.now, until)


# Taking back -----------------------------------------------------------------------------------------------------


def ask_to_take_back(request: Request, concern: Concern) -> Answer:
    words = request.words
    yes = Button(words("concern-take-back-yes"), "concern.take-back-now", str(concern.id), "danger")
    keep = Button(words("concern-take-back-no"), "concern.start")
    return Private(Message((Text(words("concern-take-back-asks")), Quote(concern.text), Buttons((yes, keep)))))


def take_back(request: Request, concern: Concern) -> Answer:
    """Its words are deleted; nobody reads them any more, and what was made of it keeps its own."""
    request.withdraw(reading.KIND, concern.id, concern.text)
    authors.take_back(request.session, concern, request.now)
    return forms.say(request, "concern-taken-back")
