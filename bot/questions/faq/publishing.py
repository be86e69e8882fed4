"""What people do for the FAQ: propose an entry, approve it, set it right, take it out."""

from __future__ import annotations

from functools import partial

from bot import drafts, may
from bot.boundary import Address, Answer, Button, Buttons, FormErrors, Message, Part, Private, Submit, Text
from bot.delivery import outbox
from bot.drafts import Draft
from bot.feature import Urgency, Waiting
from bot.payloads import number
from bot.people import committees
from bot.people import model as people
from bot.questions.faq import cards, search, writing
from bot.questions.faq.model import Entry, State, approver, of_question, to_change, waiting
from bot.questions.model import Question, Status
from bot.request import Refusal, Request
from bot.storage.database import locked
from bot.texts import Words


def find_draft(request: Request) -> Draft | None:
    return drafts.find(request, writing.FORM)


def find_entry(request: Request) -> Entry | None:
    id = number(request.about.partition(":")[0])
    return request.session.get(Entry, id) if id else None


def find_entry_to_change(request: Request) -> Entry | None:
    """Nobody else changes it meanwhile."""
    id = number(request.about.partition(":")[0])
    return to_change(request.session, id) if id else None


# Proposing -------------------------------------------------------------------------------------------------------


def ask(request: Request, question: Question) -> Answer:
    """For the words as they shall stand."""
    answered = question.status in (Status.ANSWERED, Status.CLOSED) and question.answers
    if _committee(question) is None or not answered or question.answers[-1].withdrawn:
        raise Refusal.saying(request.words("faq-not-now"))
    if (entry := of_question(request.session, question.id)) is not None:
        raise Refusal.saying(request.words("faq-waits" if entry.state is State.WAITING else "faq-stands"))
    asked_in = question.asker.language if question.asker is not None else request.words.language
    draft = drafts.keep(request, writing.FORM, writing.begin(question, asked_in), None)
    return writing.form(request, draft)


def write(request: Request, draft: Draft) -> Answer:
    _refuse_if_proposed(request, draft)
    committee = _about(request, draft)
    sent = request.act.fields if isinstance(request.act, Submit) else {}
    fields = {name: sent[name] for name in writing.FIELDS if name in sent}
    kept = {name: draft.typed[name] for name in (writing.QUESTION, writing.ENTRY) if name in draft.typed}
    drafts.keep(request, writing.FORM, {**fields, **kept}, draft)
    return _look_over(request, draft, committee)


def edit(request: Request, draft: Draft) -> Answer:
    _refuse_if_proposed(request, draft)
    return writing.form(request, draft)


def cancel(request: Request, draft: Draft) -> Answer:
    _refuse_if_proposed(request, draft)
    request.session.delete(draft)
    return _said(request, "faq-cancelled")


def propose(request: Request, draft: Draft) -> Answer:
    """Its committee is to approve it."""
    _refuse_if_proposed(request, draft)
    committee, texts = _about(request, draft), _read(request, draft)
    if isinstance(texts, FormErrors):
        return texts
    entry, new = _entry(request, draft, committee)
    entry.texts, entry.publisher = dict(texts), request.member
    request.session.flush()  # its number; nothing after this refuses
    draft.became, draft.fields = entry.id, {}
    home = committees.home(request.session, committee)
    if new and home:
        outbox.say(request.session, Address.parse(home.address), cards.CARD, entry.id, home.language)
    outbox.change(request.session, cards.CARD, entry.id)
    who = approver(request.session, entry)
    next_is = request.words("faq-card-who", name=who.name) if who else request.words("faq-card-anyone")
    return Private(Message((Text(request.words("faq-proposed", committee=committee.name)), Text(next_is))))


def _look_over(request: Request, draft: Draft, committee: people.Committee) -> Answer:
    texts = _read(request, draft)
    if isinstance(texts, FormErrors):
        return texts
    names = writing.names_in(request.session, request.member.district_id, texts)
    return Private(cards.preview(request.words, draft, texts, names, committee.name))


def _read(request: Request, draft: Draft) -> writing.Texts | FormErrors:
    texts = writing.read(request, draft.typed, writing.source(request, draft.typed))
    wrong = {field: error for field, error in texts.items() if isinstance(error, str)}
    if wrong:
        return FormErrors(wrong, cards.wrong(request.words, list(wrong.values()), draft))
    return {language: both for language, both in texts.items() if isinstance(both, list)}


def _entry(request: Request, draft: Draft, committee: people.Committee) -> tuple[Entry, bool]:
    """One that waits already is set right; one that stands stays until what replaces it is approved."""
    before = _before(request, draft)
    if before is not None and before.state is State.WAITING:
        before.version += 1  # nobody approves what they have not seen
        return before, False
    source = writing.source(request, draft.typed)
    question_id = before.question_id if before else source.id if source else None
    entry = Entry(
        district_id=request.member.district_id,
        committee=committee,
        question_id=question_id,
        state=State.WAITING,
        replaces_id=before.id if before else None,
    )
    request.session.add(entry)
    return entry, True


def _about(request: Request, draft: Draft) -> people.Committee:
    """The committee that approves it. Refuses what cannot be proposed any more."""
    before = _before(request, draft)
    if before is not None:
        may.sit_on_its_committee(request, before)
        if before.state is State.WITHDRAWN:
            raise Refusal.saying(request.words("faq-not-now"))
        return before.committee
    asked = writing.source(request, draft.typed)
    source = locked(request.session, Question, asked.id) if asked else None  # for nobody to propose it twice
    committee = _committee(source) if source else None
    if source is None or committee is None or not source.text or of_question(request.session, source.id):
        raise Refusal.saying(request.words("faq-not-now"))
    may.publish_it(request, source)
    return committee


def _before(request: Request, draft: Draft) -> Entry | None:
    """What the draft sets right, which nobody approves meanwhile."""
    id = number(writing.first(draft.typed, writing.ENTRY))
    return to_change(request.session, id) if id else None


def _committee(question: Question) -> people.Committee | None:
    """That which has it, or which answers its topic where a rep did so alone."""
    return question.committee or question.topic.committee


def _refuse_if_proposed(request: Request, draft: Draft) -> None:
    if draft.became is not None:
        raise Refusal.saying(request.words("faq-waits"))


# Approving -------------------------------------------------------------------------------------------------------


def approve(request: Request, entry: Entry) -> Answer:
    """Only what they saw: somebody who set it right meanwhile has published it anew."""
    if entry.state is State.PUBLISHED:
        return _said(request, "faq-stands")
    if entry.state is State.WITHDRAWN or request.about.partition(":")[2] != str(entry.version):
        raise Refusal.saying(request.words("faq-changed"))
    before = to_change(request.session, entry.replaces_id) if entry.replaces_id is not None else None
    if before is not None and before.state is not State.PUBLISHED:  # taken out, or set right by somebody else
        raise Refusal.saying(request.words("faq-changed"))
    entry.state, entry.approver_id, entry.approved_at = State.PUBLISHED, request.member.id, request.now
    if before is not None:
        _take_out(request, before)
    search.index(request.session, entry)
    outbox.change(request.session, cards.CARD, entry.id)
    return _said(request, "faq-published")


def change(request: Request, entry: Entry) -> Answer:
    if entry.state is State.WITHDRAWN:
        raise Refusal.saying(request.words("faq-not-now"))
    return writing.form(request, drafts.keep(request, writing.FORM, writing.again(entry), None))


def withdraw(request: Request, entry: Entry) -> Answer:
    _take_out(request, entry)
    return _said(request, "faq-withdrawn")


def _take_out(request: Request, entry: Entry) -> None:
    entry.state = State.WITHDRAWN
    search.index(request.session, entry)
    outbox.settle(request.session, cards.CARD, entry.id)


def look(request: Request, entry: Entry) -> Answer:
    """In the language that was pressed."""
    words = request.pressed
    return Private(cards.for_committee(request.session, entry, words))


def on_home(request: Request) -> list[Waiting]:
    """What waits for their approval."""
    mine = committees.of(request.session, request.member)
    entries = waiting(request.session, mine) if mine else []
    return [Waiting(partial(_label, request, entry), Urgency.DO) for entry in entries if _may_approve(request, entry)]


def lead(words: Words, count: int) -> str:
    return words("faq-home-waiting", count=count)


def _label(request: Request, entry: Entry) -> list[Part]:
    language = request.words.language
    look = Button(cards.label(entry, language, cards.LABEL), "faq.look", f"{entry.id}:{language}")
    return [Buttons((look,))]


def _may_approve(request: Request, entry: Entry) -> bool:
    who = approver(request.session, entry)
    return entry.publisher_id != request.member.id and (who is None or who.id == request.member.id)


def _said(request: Request, name: str) -> Answer:
    return Private(Message((Text(request.words(name)),)))
