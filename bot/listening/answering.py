"""The board's members read, each privately, and its chair answers: referred, on an agenda, or what staff answer. That
goes back to those who spoke. Nothing here shows what another member of the board read or thinks."""

from __future__ import annotations

from dataclasses import replace

from sqlalchemy import update
from sqlalchemy.orm import Session

from bot import forms
from bot.boundary import (
    Answer,
    Button,
    Buttons,
    Choice,
    Form,
    Heading,
    Message,
    Note,
    Part,
    Private,
    Quote,
    Text,
    TextField,
)
from bot.drafts import Wrong
from bot.listening import moderating, telling
from bot.listening.model import (
    OUTCOME_MOST,
    Contribution,
    Listening,
    Outcome,
    Way,
    count,
    said_in,
)
from bot.listening.telling import Page
from bot.payloads import Kept, mark
from bot.people.audiences import of_seats
from bot.references import Brought, Reference, bring
from bot.request import Refusal, Request
from bot.storage import context
from bot.storage.database import locked
from bot.texts import Words

KIND = "listening"  # of the things that are brought to a meeting
FORM, WAY, WORDS = "listening.answer", "way", "words"
ALL = "all"  # what is under the same title: of a `Kept`, that or a mark of all; empty: that contribution alone
PAGE = 5  # contributions on one
WAYS = {Way.REFERRED: "listening-way-referred", Way.AGENDA: "listening-way-agenda", Way.STAFF: "listening-way-staff"}


# Reading ---------------------------------------------------------------------------------------------------------


def read(request: Request, listening: Listening) -> Answer:
    """Title by title, and what is under none last."""
    session, words, wanted = request.session, request.words, request.payload(Page).page
    theirs = said_in(listening)
    found = count(session, theirs)
    page = max(1, min(wanted, -(-found // PAGE)))
    in_order = theirs.order_by(None).order_by(Contribution.title_id.is_(None), Contribution.title_id, Contribution.id)
    here = session.scalars(in_order.offset((page - 1) * PAGE).limit(PAGE)).unique().all()
    answers = listening.seat.acting_id == request.member.id
    shown: list[Part] = [Quote(listening.question(words.language))]
    for before, one in zip([None, *here], here, strict=False):
        if one.is_for(request.member):
            shown += _title(one, before, words)
            shown += [Quote(one.text), Note(moderating.note(one, words)), *telling.outcome_parts(one, words)]
            shown += [Buttons(_for(one, request))] if answers else []
    turns = moderating.turn("listening.read", listening, page, found > page * PAGE, words)
    title = Heading(words("listening-list", count=found))
    matters = [Button(words("listening-matters"), "listening.matters", str(listening.id))]
    last = Buttons((*turns, *(matters if listening.raters else []), Button(words("home-back"), "home")))
    return Private(Message((title, *shown, Note(words("listening-law")), last)))


def _title(one: Contribution, before: Contribution | None, words: Words) -> list[Part]:
    """Where another begins on a page; of what is under none where something else was before."""
    if one.title_id == (before.title_id if before else None):
        return []
    return [Heading(one.title.title(words.language) if one.title else words("listening-untitled"))]


def _for(one: Contribution, request: Request) -> tuple[Button, ...]:
    """What the chair can do about it."""
    words = request.words
    label = words("listening-answer-again" if one.answered else "listening-answer")
    found = [Button(label, FORM, str(Kept(one.id)))]
    if one.title is not None:
        found.append(Button(words("listening-answer-all"), FORM, str(Kept(one.id, seen=ALL))))
    return (*found, moderating.sort_button(one, words))


# Answering -------------------------------------------------------------------------------------------------------


def ask(request: Request, one: Contribution) -> Answer:
    words = request.words
    ways = [Choice(way.value, words(name)) for way, name in WAYS.items()]
    chosen = one.answered.way.value if one.answered else ways[0].value
    before = one.answered.words if one.answered else ""
    ids = _answered(request, one)
    hint = words("listening-answer-hint", count=len(ids))
    fields = (
        forms.choices(WAY, words("listening-answer-way"), ways, {WAY: (chosen,)}),
        TextField(WORDS, words("listening-answer-words"), hint, before, OUTCOME_MOST, long=True),
    )
    title, submit = words("listening-answer-title"), words("listening-answer-submit")
    about = str(replace(request.payload(Kept), seen=mark(ids) if request.payload(Kept).seen else ""))
    return forms.reopened(request, Form(FORM, title, submit, words("cancel"), fields, about))


def answer(request: Request, one: Contribution) -> Answer:
    words, said, way = request.words, request.given(WORDS), request.given(WAY)
    if not said or len(said) > OUTCOME_MOST:
        wrong: Wrong = {WORDS: words("listening-wrong-answer", most=OUTCOME_MOST)}
        return forms.keep_refused(request, FORM, FORM, wrong)
    if way not in {one.value for one in Way}:
        raise Refusal.saying(words("gone"))
    session, listening, ids = request.session, one.listening, _answered(request, one)
    if request.payload(Kept).seen not in ("", mark(ids)):
        return forms.look_again(request, FORM, FORM, words("listening-answer-others"))
    forms.forget_refused(request, FORM)
    outcome = Outcome(listening_id=listening.id, way=Way(way), words=said, seat=listening.seat)
    outcome.by_id, outcome.at = request.member.id, request.now
    session.add(outcome)
    session.flush()
    theirs = update(Contribution).where(Contribution.id.in_(ids)).values(outcome_id=outcome.id)
    session.execute(theirs, execution_options={"synchronize_session": "fetch"})
    telling.tell_some(session, outcome, request.now)
    back = Button(words("listening-answer-undo"), "listening.unanswer", str(one.id))
    on = telling.read(listening, words)
    to_meeting = [bring(KIND, outcome.id, words)] if outcome.way is Way.AGENDA else []
    return Private(Message((Text(words("listening-answered", count=len(ids))), Buttons((*to_meeting, on, back)))))


def refer(session: Session, id: int) -> Reference | None:
    """The chair brings it to a meeting, in words of their own where others read its topics."""
    outcome = session.get(Outcome, id)
    there = outcome is not None and outcome.way is Way.AGENDA and not outcome.taken_back
    return Reference(outcome.words, of_seats([outcome.seat])) if outcome is not None and there else None


def follow(session: Session, id: int, brought: Brought | None) -> None:
    """What becomes of it there goes to those who spoke."""
    outcome, now = locked(session, Outcome, id), context.now(session)
    became = list(brought) if brought else None
    if outcome is not None and not outcome.taken_back and outcome.brought != became:
        outcome.brought = became
        telling.tell_anew(session, outcome, now)


def _answered(request: Request, one: Contribution) -> list[int]:
    """Numbers of those that the form answers: this one alone, or all under its title."""
    if not request.payload(Kept).seen or one.title_id is None:
        return [one.id]
    under = said_in(one.listening).where(Contribution.title_id == one.title_id)
    return list(
        request.session.scalars(under.with_only_columns(Contribution.id).order_by(None).order_by(Contribution.id))
    )


def take_back(request: Request, one: Contribution) -> Answer:
    """The answer, from all that it was given to."""
    if one.outcome is not None:
        one.outcome.taken_back = True
        telling.tell_anew(request.session, one.outcome, request.now)
    return forms.say(request, "listening-unanswered")
