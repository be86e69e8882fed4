"""What was written becomes a question that rests with somebody."""

from __future__ import annotations

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from bot import return_paths
from bot.boundary import Account, Act
from bot.drafts import Draft
from bot.people import links
from bot.people import model as people
from bot.questions import mutes, resting
from bot.questions.asking import Written
from bot.questions.model import Question, Status, asked_unnamed, day_of, due_at
from bot.request import Refusal, Request, returning
from bot.return_paths import ReturnPath

AT_MOST = 10  # questions without a name that one person has open


def send(request: Request, draft: Draft, written: Written) -> Question:
    """The words are where they belong now, and nowhere else. A draft of one without a name would name its asker: it is
    gone, and who presses once more is told that it may have been sent."""
    if not written.guise.named:
        _refuse_if_it_needs_a_name(request, written)
    question = _begun(request, written)
    request.session.add(question)
    request.session.flush()  # its number; nothing after this refuses
    if written.guise.named:
        draft.became, draft.fields = question.id, {}
    else:
        path = ReturnPath(request.member.id, _account(request.session, request.member, request.act))
        return_paths.begin(request.session, question.thing, request.member.district_id, path)
        request.session.delete(draft)
        request.session.flush()
    resting.put(request.session, question)
    return question


def _begun(request: Request, written: Written) -> Question:
    guise, session, now = written.guise, request.session, request.now
    question = Question(
        topic=written.topic,
        text=written.text,
        urgent=written.urgent,
        findable=written.findable,
        status=Status.WITH_REP if guise.rep else Status.WITH_COMMITTEE,
        rep=guise.rep,
        committee=None if guise.rep else written.topic.committee,
        due_at=due_at(session, request.district, now, urgent=written.urgent),
    )
    if guise.named:
        question.asker, question.account = request.member, _account(session, request.member, request.act)
        question.asked_at = now
    else:
        question.group, question.building = guise.group, guise.building
        question.asked_at = day_of(now, request.district.zone)
    return question


def _refuse_if_it_needs_a_name(request: Request, written: Written) -> None:
    """With the words, though they are in the draft still."""
    session, words, member = request.session, request.words, request.member
    if until := mutes.until(session, written.topic.committee, member, request.now):
        raise Refusal(returning(words("anonymous-muted", until=request.moment(until)), written.text))
    theirs = Question.id.in_(asked_unnamed(session, member))
    still_open = select(func.count()).where(theirs, Question.status.not_in((Status.CLOSED, Status.GIVEN_BACK)))
    if (session.scalar(still_open) or 0) >= AT_MOST:
        raise Refusal(returning(words("anonymous-too-many", most=AT_MOST), written.text))


def _account(session: Session, member: people.Member, act: Act) -> str:
    """That from which they act, with its workspace, which Discord does not name in a DM."""
    mine = links.accounts_of(session, member)
    if str(act.actor) in mine:
        return str(act.actor)
    known = {(account.platform, account.user): str(account) for account in map(Account.parse, mine)}
    return known[act.actor.platform, act.actor.user]
