"""Whether it fits the contract, who approves it, that it was delivered; and that it is changed, with why."""

from __future__ import annotations

from collections.abc import Callable

from bot import forms
from bot.boundary import Answer, Choice, Form, Message, Private, Text, TextField
from bot.goals import days
from bot.goals.commitments import asking, cards, lifecycle, rules
from bot.goals.commitments.asking import UNTIL, WHAT
from bot.goals.commitments.model import CLEAR, TEXT_MOST, WHY_MOST, Commitment, Fit, State
from bot.payloads import Kept, Row
from bot.request import Refusal, Request

MISFIT, REFUSE, CHANGE = "commitment.misfit", "commitment.refuse", "commitment.change"
WHY, STILL, YES, NO = "why", "still", "yes", "no"
OPEN = (State.OFFERED, State.APPROVED)
Run = Callable[[Request, Commitment], Answer]
CHANGEABLE = (*OPEN, State.ASKED, State.DECLINED, State.ENDED)

# The contract ----------------------------------------------------------------------------------------------------


def fits(request: Request, one: Commitment) -> Answer:
    rules.refuse_unless(request, one, *OPEN)
    if one.state is State.OFFERED and one.fit in (Fit.ASKED, Fit.DOES_NOT):
        if not _is_as_shown(request, one):
            return _shown(request, one, "commitment-changed")
        one.fit, one.fit_by, one.fit_why = Fit.FITS, rules.keeper(request.session, one.goal), ""
        lifecycle.forget(request.session, one)
        lifecycle.go_on(request.session, one, request.now)
    return _shown(request, one, "commitment-was-checked")


def misfit(request: Request, one: Commitment, why: str) -> Answer:
    """Until it is approved, and of what touches the contract."""
    if one.fit is Fit.NOT_NEEDED:
        raise Refusal.saying(request.words("commitment-not-now"))
    one.fit, one.fit_by, one.fit_why = Fit.DOES_NOT, rules.keeper(request.session, one.goal), why
    request.session.flush()
    lifecycle.forget(request.session, one)
    lifecycle.tell(request.session, one.seat, lifecycle.TURN, one, request.now)
    return _shown(request, one, "commitment-was-checked")


# Approving -------------------------------------------------------------------------------------------------------


def approve(request: Request, one: Commitment) -> Answer:
    rules.refuse_unless(request, one, *OPEN)
    if one.state is State.OFFERED:
        if one.fit not in CLEAR:
            raise Refusal.saying(request.words("commitment-first-fit"))
        if not _is_as_shown(request, one):
            return _shown(request, one, "commitment-changed")
        lifecycle.forget(request.session, one)
        lifecycle.approve(request.session, one, request.now)
    return _shown(request, one, "commitment-was-approved")


def _is_as_shown(request: Request, one: Commitment) -> bool:
    """Nobody says yes to words that they have not seen."""
    return request.payload(Row).rest == one.seen


def unapprove(request: Request, one: Commitment) -> Answer:
    """Until it is delivered."""
    rules.refuse_unless(request, one, *OPEN)
    if one.state is State.APPROVED:
        lifecycle.tell_news(request.session, one, request.now)  # those who heard that it was approved
        one.approved_by = None
        lifecycle.put(request.session, one, State.OFFERED, request.now)
        lifecycle.forget(request.session, one)
    return _shown(request, one, "commitment-was-unapproved")


def refuse(request: Request, one: Commitment, why: str) -> Answer:
    one.why = why
    lifecycle.put(request.session, one, State.ENDED, request.now)
    lifecycle.forget(request.session, one)
    for seat in dict.fromkeys((one.seat, one.asked_by)):
        lifecycle.tell(request.session, seat, lifecycle.NEWS, one, request.now)
    return _shown(request, one, "commitment-was-refused")


# Saying why ------------------------------------------------------------------------------------------------------


def ask_why(name: str, title: str) -> Run:
    """Opens a form that says why, and nothing else."""

    def ask(request: Request, one: Commitment) -> Answer:
        rules.refuse_unless(request, one, State.OFFERED)
        words = request.words
        field = TextField(WHY, words("commitment-form-why"), words("commitment-hint-why"), "", WHY_MOST)
        form = Form(name, words(title), words("commitment-submit"), words("cancel"), (field,), _about(request))
        return forms.reopened(request, form)

    return ask


def _about(request: Request) -> str:
    return str(Kept(request.payload(Kept).id))


# Delivering ------------------------------------------------------------------------------------------------------


def deliver(request: Request, one: Commitment) -> Answer:
    rules.refuse_unless(request, one, State.APPROVED, State.DELIVERED)
    if one.state is State.APPROVED:
        lifecycle.put(request.session, one, State.DELIVERED, request.now)
        lifecycle.forget(request.session, one)
        if one.asked_by.acting_id != request.member.id:
            lifecycle.tell(request.session, one.asked_by, lifecycle.NEWS, one, request.now)
    return _shown(request, one, "commitment-was-delivered")


def undeliver(request: Request, one: Commitment) -> Answer:
    rules.refuse_unless(request, one, State.APPROVED, State.DELIVERED)
    if one.state is State.DELIVERED:
        lifecycle.put(request.session, one, State.APPROVED, request.now)
        lifecycle.plan(request.session, one, request.now)
    return _shown(request, one, "commitment-was-undelivered")


# Changing --------------------------------------------------------------------------------------------------------


def ask_for_words(request: Request, one: Commitment) -> Answer:
    rules.refuse_unless(request, one, *CHANGEABLE)
    words, until = request.words, one.until.isoformat() if one.until else ""
    choices = [Choice(YES, words("commitment-still")), Choice(NO, words("commitment-not-any-more"))]
    still = forms.choices(STILL, words("commitment-form-still"), choices, {STILL: (YES,)})
    fields = (
        TextField(WHAT, words("commitment-form-what"), words("commitment-hint-what"), one.text, TEXT_MOST),
        days.field(UNTIL, words("commitment-form-until"), until, words, optional=True),
        TextField(WHY, words("commitment-form-why"), words("commitment-hint-why"), "", WHY_MOST),
        *([still] if one.state in OPEN else ()),
    )
    title, submit = words("commitment-change"), words("commitment-submit")
    return forms.reopened(request, Form(CHANGE, title, submit, words("cancel"), fields, _about(request)))


def change(request: Request, one: Commitment) -> Answer:
    """Everything that was said of the old words is asked again for the new ones."""
    rules.refuse_unless(request, one, *CHANGEABLE)
    session, what, why = request.session, request.given(WHAT), request.given(WHY)
    gives = request.given(STILL) != NO
    wrong, until = asking.read(request)
    if not gives:
        wrong = {}
    if problem := wrong_why(request):
        wrong[WHY] = problem
    if wrong:
        return forms.keep_refused(request, CHANGE, CHANGE, wrong)
    forms.forget_refused(request, CHANGE)
    one.why = why
    if not gives:
        lifecycle.put(session, one, State.ENDED, request.now)
        lifecycle.forget(session, one)
        lifecycle.tell(session, one.asked_by, lifecycle.NEWS, one, request.now)
        return _shown(request, one, "commitment-was-ended")
    if what != one.text:
        one.before, one.text = one.text, what
    one.until = until
    lifecycle.offer(session, one, request.now)
    if one.asked_by is not one.seat:
        lifecycle.tell(session, one.asked_by, lifecycle.NEWS, one, request.now)
    return _shown(request, one, "commitment-was-changed")


def wrong_why(request: Request) -> str:
    why, words = request.given(WHY), request.words
    if not why:
        return words("commitment-wrong-why")
    return words("goal-wrong-long", count=len(why), most=WHY_MOST) if len(why) > WHY_MOST else ""


def with_why(name: str, run: Callable[[Request, Commitment, str], Answer]) -> Run:
    """The form that `ask_why` opened comes in."""

    def write(request: Request, one: Commitment) -> Answer:
        rules.refuse_unless(request, one, State.OFFERED)
        if problem := wrong_why(request):
            return forms.keep_refused(request, name, name, {WHY: problem})
        forms.forget_refused(request, name)
        return run(request, one, request.given(WHY))

    return write


def _shown(request: Request, one: Commitment, says: str) -> Answer:
    words = request.words
    return Private(Message((Text(words(says)), *cards.whole(request.session, one, request.member, words))))
