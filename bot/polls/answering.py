"""What people do with a poll that was put to them: answer, change their mind, look closer."""

from __future__ import annotations

from bot.boundary import Answer, FormErrors, Message, Private, Quote, Submit, Text
from bot.delivery import outbox
from bot.payloads import number
from bot.polls import cards, early, groups, remark_cards, remarks, results, secrecy
from bot.polls.ballots import chosen, chosen_in_order, say, take_all_back, take_back, vote
from bot.polls.counting import tally
from bot.polls.model import Kind, Option, Poll, Status
from bot.request import Refusal, Request


def answer(request: Request, poll: Poll) -> Answer:
    option = _option(request, poll)
    if poll.needs_words(option):
        return remark_cards.form(request, poll, option)
    early.look_soon(request.session, poll, request.now)
    if poll.anonymous:
        return _answer_sealed(request, poll, option)
    fits = vote(request.session, poll, request.member, option)
    if poll.kind is Kind.RANKED:
        return _ranking(request, poll)
    now = chosen(request.session, poll, request.member) if poll.several else [option]
    _has_changed(request, poll)
    return Private(cards.answered(request, poll, now, fits=fits))


def _answer_sealed(request: Request, poll: Poll, option: Option) -> Answer:
    session, member = request.session, request.member.id
    before = secrecy.chosen_alone(session, poll.id, member) if poll.adds_up else ()
    after = poll.add(before, option.id)
    if poll.several:
        after = tuple(sorted(after))
    if after != before:
        secrecy.answer(session, poll.id, member, after)
    if poll.kind is Kind.RANKED:
        return Private(cards.ranking(request, poll, after))
    return Private(cards.answered_anonymously(request, poll, is_in=True, fits=option.id in after))


def answer_in_words(request: Request, poll: Poll) -> Answer:
    """An answer that counts only with what was written."""
    typed = request.act.fields.get("text", ()) if isinstance(request.act, Submit) else ()
    text = "\n".join(line for part in typed for line in map(str.strip, part.splitlines()) if line)
    if not poll.takes_answers(request.now):
        closed = Text(request.words("poll-is-closed", when=request.moment(poll.closes_at)))
        raise Refusal(Message((closed, *([Quote(text)] if text else []))))
    option = _option(request, poll)
    if not poll.needs_words(option):
        raise Refusal.saying(request.words("gone"))
    if wrong := _wrong(request, poll, text):
        return FormErrors({"text": wrong}, remark_cards.missing(request.words, poll, option, wrong))
    early.look_soon(request.session, poll, request.now)
    if poll.anonymous:
        secrecy.answer(request.session, poll.id, request.member.id, (option.id,), text)
    else:
        say(request.session, poll, request.member, option, text)
        _has_changed(request, poll)
    if poll.kind is Kind.OPEN:
        return Private(remark_cards.answered(request, poll, option, text))
    if poll.anonymous:
        return Private(cards.answered_anonymously(request, poll, is_in=True))
    return Private(cards.answered(request, poll, [option]))


def _wrong(request: Request, poll: Poll, text: str) -> str:
    if not text:
        return request.words("poll-open-empty" if poll.kind is Kind.OPEN else "poll-words-empty")
    if len(text) > remarks.MOST:
        return request.words("poll-words-long", most=remarks.MOST, count=len(text))
    return ""


def rank(request: Request, poll: Poll) -> Answer:
    """From the card to the private message in which one option after another is pressed."""
    _refuse_if_over(request, poll)
    return _ranking(request, poll)


def _ranking(request: Request, poll: Poll) -> Answer:
    session, member = request.session, request.member
    ranked = secrecy.chosen(session, poll.id, member.id) if poll.anonymous else chosen_in_order(session, poll, member)
    return Private(cards.ranking(request, poll, ranked))


def take_answer_back(request: Request, poll: Poll) -> Answer:
    _refuse_if_over(request, poll)
    if poll.anonymous:
        secrecy.take_back(request.session, poll.id, request.member.id)
    elif poll.kind is Kind.RANKED:
        take_all_back(request.session, poll, request.member)
    else:
        take_back(request.session, poll, request.member, _option(request, poll))
        _has_changed(request, poll)
        return Private(cards.answered(request, poll, chosen(request.session, poll, request.member)))
    if poll.kind is Kind.RANKED:
        return Private(cards.ranking(request, poll, ()))
    return Private(cards.answered_anonymously(request, poll, is_in=False))


def _has_changed(request: Request, poll: Poll) -> None:
    """A card that was changed at every answer would tell when each came."""
    if poll.counts_live:
        outbox.change(request.session, cards.CARD, poll.id)


def _refuse_if_over(request: Request, poll: Poll) -> None:
    if not poll.takes_answers(request.now):
        raise Refusal.saying(request.words("poll-is-closed", when=request.moment(poll.closes_at)))


def _option(request: Request, poll: Poll) -> Option:
    """The option that was pressed, while the poll takes answers."""
    _refuse_if_over(request, poll)
    key = number(request.about.partition(":")[2])
    option = next((option for option in poll.options if option.id == key), None)
    if option is None:
        raise Refusal.saying(request.words("gone" if key is None else "poll-option-gone"))
    return option


def show(request: Request, poll: Poll) -> Answer:
    """The same card, privately, in the language that was asked for."""
    words = request.texts[request.about.partition(":")[2]]
    return Private(cards.poll_message(poll, tally(request.session, poll), words, request.texts))


def show_by_group(request: Request, poll: Poll) -> Answer:
    if poll.status is not Status.CLOSED or not poll.can_be_split:
        raise Refusal.saying(request.words("gone"))
    return Private(results.by_group(poll, groups.tables(request.session, poll), request.words))


def who_sees(request: Request, poll: Poll) -> Answer:
    mine = poll.seat.acting_id == request.member.id and poll.takes_answers(request.now)
    return Private(cards.who_sees(request, poll, mine))
