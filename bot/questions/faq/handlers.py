"""What people do for the FAQ: propose an entry, approve it, set it right, take it out."""

from __future__ import annotations

from functools import partial

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot import approvals, drafts, forms
from bot.boundary import Address, Answer, Button, Buttons, Message, Part, Private, Text
from bot.delivery import outbox
from bot.drafts import Draft
from bot.feature import Urgency, Waiting
from bot.payloads import Shown
from bot.people import committees
from bot.people import model as people
from bot.questions.faq import cards, rules, search, writing
from bot.questions.faq.model import Entry, State, of_question, to_change, waiting, waiting_of
from bot.questions.faq.writing import WRITING, Written
from bot.questions.model import KIND, Question, Status
from bot.references import About, Withdraw
from bot.request import Refusal, Request
from bot.texts import Words

# Proposing -------------------------------------------------------------------------------------------------------


def ask(request: Request, question: Question) -> Answer:
    """For the words as they shall be read."""
    answered = question.status in (Status.ANSWERED, Status.CLOSED) and question.answers
    if rules.committee_of(question) is None or not answered or question.answers[-1].withdrawn:
        raise Refusal.saying(request.words("faq-not-now"))
    if (entry := of_question(request.session, question.id)) is not None:
        raise Refusal.saying(request.words("faq-waits" if entry.state is State.WAITING else "faq-stands"))
    asked_in = question.asker.language if question.asker is not None else request.words.language
    return writing.form(request, drafts.keep(request, writing.FORM, writing.begin(question, asked_in), None))


def change(request: Request, entry: Entry) -> Answer:
    if entry.state is State.WITHDRAWN:
        raise Refusal.saying(request.words("faq-not-now"))
    return writing.form(request, drafts.keep(request, writing.FORM, writing.again(entry), None))


def write(request: Request, draft: Draft) -> Answer:
    fields = {name: request.fields[name] for name in writing.FIELDS if name in request.fields}
    kept = {name: draft.typed[name] for name in (rules.QUESTION, rules.ANSWER, rules.ENTRY) if name in draft.typed}
    return WRITING.look_over(request, {**fields, **kept}, draft)


def propose(request: Request, draft: Draft) -> Answer:
    """Its committee is to approve it."""
    WRITING.refuse_if_sent(request, draft)
    written = writing.read(request, draft.typed)
    if isinstance(written, dict):
        return WRITING.wrong(request, draft, written)
    if again := WRITING.once_more(request, draft, written):
        return again
    session, committee = request.session, written.committee
    entry, is_new = _entry(request, draft, written)
    session.flush()  # its number; nothing after this refuses
    draft.become(entry.id, request.now)
    home = rules.home(session, entry)
    if is_new and home:
        outbox.say(session, Address.parse(home.address), cards.CARD, entry.id, home.language)
    outbox.change(session, cards.CARD, entry.id)
    who = rules.APPROVAL.approver(session, entry)
    next_is = request.words("faq-card-who", name=who.name) if who else request.words("faq-card-anyone")
    return Private(Message((Text(request.words("faq-proposed", committee=committee.name)), Text(next_is))))


def _entry(request: Request, draft: Draft, written: Written) -> tuple[Entry, bool]:
    """One that waits already is set right; one that is published stays until what replaces it is approved."""
    before, source = rules.before_it(request, draft.typed), rules.source(request, draft.typed)
    if before is not None and before.state is State.WAITING:
        entry, is_new = before, False
        entry.version = approvals.new_version()
    else:
        entry, is_new = Entry(district_id=request.member.district_id, committee=written.committee), True
        entry.state, entry.replaces_id = State.WAITING, before.id if before else None
        entry.question_id = before.question_id if before else source.id if source else None
        request.session.add(entry)
    entry.texts, entry.publisher = dict(written.texts), request.member
    entry.audience = rules.audience(request.session, written.committee)
    return entry, is_new


# Approving -------------------------------------------------------------------------------------------------------


def approve(request: Request, entry: Entry) -> Answer:
    """An entry that it replaces may have been taken out meanwhile, or set right by somebody else."""
    if entry.state is State.PUBLISHED:
        return forms.say(request, "faq-stands")
    if entry.state is State.WITHDRAWN:
        raise Refusal.saying(request.words("faq-changed"))
    rules.APPROVAL.refuse_unless_seen(request, entry)
    before = to_change(request.session, entry.replaces_id) if entry.replaces_id is not None else None
    if before is not None and before.state is not State.PUBLISHED:
        raise Refusal.saying(request.words("faq-changed"))
    entry.state, entry.approver_id, entry.approved_at = State.PUBLISHED, request.member.id, request.now
    if before is not None:
        _take_out(request.session, before)
    search.index(request.session, entry)
    outbox.change(request.session, cards.CARD, entry.id)
    return forms.say(request, "faq-published", readers=cards.readers(request.session, entry.audience, request.words))


def withdraw(request: Request, entry: Entry) -> Answer:
    _take_out(request.session, entry)
    return forms.say(request, "faq-withdrawn")


def wait_no_longer(session: Session, question_id: int) -> None:
    """What is made of this question, for an approval. What was approved stands until somebody takes it out."""
    for entry in session.scalars(waiting_of(question_id).with_for_update(of=Entry)).all():
        _take_out(session, entry)


def committee_closed(session: Session, committee: people.Committee, _withdraw: Withdraw) -> None:
    """Nobody is left who could approve what waits. What was approved stands until a caretaker takes it out."""
    for entry in waiting(session, [committee.id]):
        if (found := to_change(session, entry.id)) is not None and found.state is State.WAITING:
            _take_out(session, found)


def withdraw_words(session: Session, about: About, _words: str) -> None:
    """Of a question: what was made of them, or is being made of them, goes, too, unless it was approved."""
    if about.kind != KIND:
        return
    never = (Entry.question_id == about.id, Entry.approver_id.is_(None))
    entries = session.scalars(select(Entry).where(*never).order_by(Entry.id)).all()
    for entry in entries:
        entry.texts = {}
        _take_out(session, entry)
    made_of = {(rules.QUESTION, str(about.id)), *((rules.ENTRY, str(entry.id)) for entry in entries)}
    begun = select(Draft).where(Draft.form == writing.FORM, Draft.became.is_(None)).order_by(Draft.id)
    for draft in session.scalars(begun).all():
        if any(forms.first(draft.typed, name) == id for name, id in made_of):
            session.delete(draft)


def still_stands(request: Request, question_id: int) -> list[Part]:
    """To somebody by whom its answer, or it, goes no further: what was approved of it does."""
    entry = of_question(request.session, question_id)
    if entry is None or entry.state is not State.PUBLISHED:
        return []
    said, mine = Text(request.words("faq-still-stands")), committees.of(request.session, request.member)
    return [said, Buttons((cards.out(entry, request.words, "danger"),))] if entry.committee_id in mine else [said]


def _take_out(session: Session, entry: Entry) -> None:
    entry.state = State.WITHDRAWN
    search.index(session, entry)
    outbox.settle(session, cards.CARD, entry.id)


def look(request: Request, entry: Entry) -> Answer:
    """In the language that was pressed."""
    return Private(cards.for_committee(request.session, entry, request.pressed))


def on_home(request: Request) -> list[Waiting]:
    """What waits for their approval."""
    session, member = request.session, request.member
    theirs = [one for one in waiting(session, committees.of(session, member)) if rules.may_read(session, member, one)]
    entries = [entry for entry in theirs if rules.APPROVAL.may(session, entry, member)]
    return [Waiting(partial(_label, request.words, entry), Urgency.DO) for entry in entries]


def lead(words: Words, count: int) -> str:
    return words("faq-home-waiting", count=count)


def _label(words: Words, entry: Entry) -> list[Part]:
    label = cards.label(entry, words.language, cards.LABEL)
    return [Buttons((Button(label, "faq.look", str(Shown(entry.id, words.language))),))]
