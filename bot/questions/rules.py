"""Which question an act is about, who may do it and when: beyond what `bot.may` says for all."""

from __future__ import annotations

from sqlalchemy.orm import Session

from bot.approvals import Approval
from bot.boundary import Button, Buttons, FormErrors, Message
from bot.payloads import About, Row
from bot.people import committees, presence, seats
from bot.people import model as people
from bot.people.cards import only_its_seat
from bot.people.seats import Capability
from bot.questions import readers
from bot.questions.digest import Digest
from bot.questions.model import TEXT_MOST, Answer, Question, dm_of, to_change
from bot.request import Refusal, Request, returning

ANSWERS = Approval(own="may-approve-own", changed="question-proposal-changed")


def find(request: Request) -> Question | None:
    return request.session.get(Question, request.payload(Row).id)


def find_to_change(request: Request) -> Question | None:
    """Nobody else changes it meanwhile."""
    return to_change(request.session, request.payload(Row).id)


def find_answer_to_change(request: Request) -> Answer | None:
    """Nobody else changes its question meanwhile."""
    told = request.session.get(Answer, request.payload(About).id)
    if told is None or to_change(request.session, told.question_id) is None:
        return None
    request.session.refresh(told)
    return told


# Who -------------------------------------------------------------------------------------------------------------


def has_it(session: Session, member: people.Member, question: Question) -> bool:
    """A question rests with the committee that has it, as far as its asker was told of them; until one has, with the
    seat that reads it first."""
    if question.committee is not None:
        sits = question.committee.id in committees.of(session, member)
        return sits and question.audience.admits(session, member)
    return reads_first(member, question)


def be_its_asker(request: Request, question: Question) -> None:
    if not question.is_asked_by(request.member):
        raise Refusal.saying(request.words("gone"))


def reads_first(member: people.Member, question: Question) -> bool:
    return question.rep is not None and question.rep.acting_id == member.id


def reads_it(session: Session, member: people.Member, question: Question) -> bool:
    """The seat that reads it first, the committee that has it, and those who read its card beside that."""
    theirs = reads_first(member, question) or has_it(session, member, question)
    return theirs or readers.read_its_card(session, member, question)


def be_concerned(request: Request, question: Question) -> None:
    """Those who read it, and its asker."""
    if not reads_it(request.session, request.member, question):
        be_its_asker(request, question)


def have_it(request: Request, question: Question) -> None:
    if has_it(request.session, request.member, question):
        return
    be_concerned(request, question)
    if question.committee:
        raise Refusal.saying(request.words("may-only-its-committee", committee=question.committee.name))
    if question.rep:
        raise Refusal.saying(only_its_seat(question.rep, request.words))
    nobody = request.words("nobody-yet")
    raise Refusal.saying(request.words("may-only-its-seat", seat=nobody, name=nobody))


def have_sent_it(request: Request, answer: Answer) -> None:
    """And still be among those who could."""
    if answer.sender_id != request.member.id:
        raise Refusal.saying(request.words("gone"))
    have_it(request, answer.question)


def publish_it(request: Request, question: Question) -> None:
    """Those who have it: who answered once may have left since."""
    have_it(request, question)


def find_it(request: Request, question: Question) -> None:
    """Anybody who may find it but the asker, who is told already."""
    found = question.can_be_found and not question.is_asked_by(request.member)
    if not found or not readers.finders(question).admits(request.session, request.member):
        raise Refusal.saying(request.words("gone"))


def sit_on_its_committee(request: Request, digest: Digest) -> None:
    committee = digest.committee
    if committee is None or committee.id not in committees.of(request.session, request.member):
        raise Refusal.saying(request.words("gone"))


def be_another(request: Request, question: Question) -> None:
    """Than the one who proposed the answer."""
    if question.proposed is not None:
        ANSWERS.refuse_unless_may(request, question.proposed)


def moderate_its_asker(request: Request, question: Question) -> None:
    """Each group looks after its own members only. Where nobody does so for the asker's, all of the committee do but an
    administration: an employer mutes nobody else's voice. One without a name is muted unseen, as of the group that it
    shows, and may be asked with it."""
    session, member, asker = request.session, request.member, question.asker
    be_concerned(request, question)
    if question.is_asked_by(member):
        raise Refusal.saying(request.words("may-mute-not-oneself"))
    if asker is not None and (own := _own_moderators(session, question, asker)):
        if member not in own:
            names = request.words.listed([one.name for one in own])
            raise Refusal.saying(request.words("may-mute-own-group", names=names, group=asker.group.name))
        return
    have_it(request, question)
    group = asker.group_id if asker is not None else question.group_id
    if member.group.kind is people.GroupKind.ADMINISTRATION and member.group_id != group:
        raise Refusal.saying(request.words("may-mute-no-other", group=member.group.name))


def _own_moderators(session: Session, question: Question, asker: people.Member) -> list[people.Member]:
    """Others of the asker's group who read it and can be reached: those on the committee, or else those who look after
    that group's members everywhere and are where its card is."""
    if question.committee is None:
        return []
    on_it = committees.acting(session, question.committee, asker.group_id)
    found = [one for one in on_it if dm_of(session, one) is not None]
    if not any(one is not asker and reads_it(session, one, question) for one in found):
        seated = seats.acting_with(session, asker.group, question.district, Capability.MODERATE)
        leads = list(dict.fromkeys(seat.acting for seat in seated if seat.acting is not None))
        there = presence.reached(session, leads, readers.homes(session, question, question.committee))
        found = [one for one in leads if one.id in there]
    return [one for one in found if one is not asker and reads_it(session, one, question)]


# When, and what -------------------------------------------------------------------------------------------------


def read_by_the_same(question: Question) -> str:
    """What a form carries that tells its asker who reads what they write."""
    return str(Row(question.id, str(question.left_behind)))


def is_read_by_the_same(request: Request, question: Question) -> bool:
    """Those whom the form has named, also once they have passed it on as it said; of an older form it is not known."""
    return request.payload(Row).rest in ("", str(question.left_behind))


def refuse_unless_waits(request: Request, question: Question) -> None:
    if not question.waits:
        raise Refusal.saying(request.words("question-not-now"))


def refuse_unless_unanswered(request: Request, question: Question) -> None:
    if not question.waits:
        raise Refusal.saying(request.words("question-answered-already" if question.answers else "question-not-now"))


def fitting(request: Request, field: str, most: int) -> str:
    """What was typed there. Raises Refusal where it has more characters than that."""
    text = request.given(field)
    if len(text) > most:
        raise Refusal.saying(request.words("question-wrong-length", count=len(text), most=most))
    return text


def wrong(request: Request, question: Question, field: str, error: str, again: str, text_field: str = "") -> FormErrors:
    """With what was typed, into `text_field` if that is another. `again`: the press that opens the form."""
    fix = Button(request.words("fix-it"), again, str(question.id), "main")
    message = returning(error, request.given(text_field or field)[:TEXT_MOST])
    return FormErrors({field: error}, Message((*message.parts, Buttons((fix,)))))
