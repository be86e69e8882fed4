"""Which entry an act is about, who may do it, and what can still be proposed."""

from __future__ import annotations

from sqlalchemy.orm import Session

from bot import forms
from bot.approvals import Approval
from bot.drafts import Draft, Typed
from bot.payloads import Row, number
from bot.people import audiences, caucuses, committees
from bot.people import model as people
from bot.people.audiences import Audience
from bot.people.places import Place
from bot.questions import rules as questions
from bot.questions.faq.model import Entry, State, of_question, to_change
from bot.questions.model import Question, Status
from bot.request import Refusal, Request
from bot.storage.database import locked

QUESTION, ANSWER, ENTRY = "of-question", "of-answer", "of-entry"  # what a draft says of where it comes from


def find(request: Request) -> Entry | None:
    return request.session.get(Entry, request.payload(Row).id)


def find_to_change(request: Request) -> Entry | None:
    """Nobody else changes it meanwhile."""
    return to_change(request.session, request.payload(Row).id)


# Who reads it ----------------------------------------------------------------------------------------------------


def may_read(session: Session, member: people.Member, entry: Entry) -> bool:
    """Those whom it is for, and until it is approved only those of them who may read the question of which it was made:
    it may still have the asker's words."""
    return all(audience.admits(session, member) for audience in _audiences(session, entry))


def may_come_to(session: Session, entry: Entry, place: Place) -> bool:
    """Whether all for whom this place is meant may read it."""
    there = audiences.of_place(place)
    return all(audience.covers(session, there) for audience in _audiences(session, entry))


def home(session: Session, entry: Entry) -> Place | None:
    """Where its committee is shown it."""
    homes = committees.homes(session, entry.committee)
    return next((one for one in homes if may_come_to(session, entry, one)), None)


def _audiences(session: Session, entry: Entry) -> list[Audience]:
    """Its readers are in all of them."""
    is_new = entry.approver_id is None and entry.replaces_id is None  # what sets another right begins with its words
    made_of = entry.question_id if is_new else None
    asked = session.get(Question, made_of) if made_of is not None else None
    return [entry.audience, *([asked.audience] if asked is not None else [])]


def _chair(session: Session, entry: Entry) -> people.Member | None:
    """Of its committee, if they may read it."""
    chair = committees.chair(session, entry.committee)
    return chair if chair is not None and may_read(session, chair, entry) else None


APPROVAL = Approval(own="may-not-approve-own", changed="faq-changed", chair=_chair)

# Who may ---------------------------------------------------------------------------------------------------------


def see_to_it(request: Request, entry: Entry) -> None:
    """Its committee, of whom each may read it."""
    session, member = request.session, request.member
    if entry.committee_id not in committees.of(session, member) or not may_read(session, member, entry):
        raise Refusal.saying(request.words("gone"))


def take_it_out(request: Request, entry: Entry) -> None:
    if not is_left_to(request, entry):
        see_to_it(request, entry)


def is_left_to(request: Request, entry: Entry) -> bool:
    """Of a committee that has closed nobody is left: the district's caretakers see to its entries."""
    session, member = request.session, request.member
    return member.caretaker and may_read(session, member, entry) and committees.is_closed(session, entry.committee)


def approve_it(request: Request, entry: Entry) -> None:
    see_to_it(request, entry)
    APPROVAL.refuse_unless_may(request, entry)
    asked = request.session.get(Question, entry.question_id) if entry.question_id is not None else None
    is_first = entry.replaces_id is None  # else what it sets right stands, though the answer was taken back
    if asked is not None and asked.answers and is_first and entry.state is not State.PUBLISHED:
        refuse_if_taken_back(request, asked, asked.answers[-1].id)


def refuse_if_taken_back(request: Request, question: Question, since: int) -> None:
    """`since`: the number of the answer of which an entry is made. It, or one after it, may have been taken back."""
    if any(answer.withdrawn for answer in question.answers if answer.id >= since):
        raise Refusal.saying(request.words("faq-taken-back"))


def propose_it(request: Request, draft: Draft) -> None:
    """What it sets right, or the question of which it is made, is still there for that, and is theirs."""
    if draft.became is not None:
        return
    before = before_it(request, draft.typed)
    if before is not None:
        see_to_it(request, before)
        if before.state is State.WITHDRAWN:
            raise Refusal.saying(request.words("faq-not-now"))
        return
    asked = source(request, draft.typed)
    if asked is not None:
        locked(request.session, Question, asked.id)  # for nobody to propose it twice
    if asked is None or asked.status is Status.GIVEN_BACK or not asked.text:
        raise Refusal.saying(request.words("faq-not-now"))
    if committee_of(asked) is None or of_question(request.session, asked.id):
        raise Refusal.saying(request.words("faq-not-now"))
    questions.publish_it(request, asked)
    refuse_if_taken_back(request, asked, number(forms.first(draft.typed, ANSWER)) or 0)


def before_it(request: Request, typed: Typed) -> Entry | None:
    """What a draft sets right, which nobody approves meanwhile."""
    id = number(forms.first(typed, ENTRY))
    return to_change(request.session, id) if id else None


def source(request: Request, typed: Typed) -> Question | None:
    """Of which a draft is made."""
    id = number(forms.first(typed, QUESTION))
    return request.session.get(Question, id) if id else None


def audience(session: Session, committee: people.Committee) -> Audience:
    """Of what it publishes: everybody in the district; of a committee of one group, that group."""
    if caucuses.is_mixed(session, committee):
        return audiences.of_district(_district(session, committee))
    group = caucuses.caucus(session, committee)
    return audiences.of_committee(session, committee) if group is None else audiences.of_group(group)


def _district(session: Session, committee: people.Committee) -> people.District:
    return session.get_one(people.District, committee.district_id)


def committee_of(question: Question) -> people.Committee | None:
    """The committee that has it, or that answers its topic where a rep did so alone."""
    return question.committee or question.topic.committee
