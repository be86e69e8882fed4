"""What people do with a poll: answer it, change their mind, look closer. Its author writes it in `bot.polls.drafting`,
and begins and ends it in `bot.polls.lifecycle`."""

from __future__ import annotations

from bot import forms, previews, timetable
from bot.boundary import Answer, Message, Private, Submit, Text
from bot.delivery import outbox, rulings
from bot.payloads import Row
from bot.people.cards import place_label
from bot.polls import ballots, breakdown, cards, lifecycle, written_answers
from bot.polls.counting import tally
from bot.polls.model import Kind, OneWritten, Option, Page, Poll, Status, Vote, to_answer, to_change
from bot.request import Refusal, Request

UNSEEN = (Status.PLANNED, Status.WITHDRAWN)

# Finding ---------------------------------------------------------------------------------------------------------


def find_poll(request: Request) -> Poll | None:
    poll = request.session.get(Poll, request.payload(Row).id)
    return None if poll is None or poll.status in UNSEEN else poll


def find_poll_to_answer(request: Request) -> Poll | None:
    """Nobody closes it while it is being answered."""
    poll = to_answer(request.session, request.payload(Row).id)
    return None if poll is None or poll.status in UNSEEN else poll


def find_poll_to_change(request: Request) -> Poll | None:
    """Nobody answers it meanwhile."""
    poll = to_change(request.session, request.payload(Row).id)
    return None if poll is None or poll.status in UNSEEN else poll


# Answering -------------------------------------------------------------------------------------------------------


def answer(request: Request, poll: Poll) -> Answer:
    """By a press; where an answer counts only with a text, by the form that asks for it."""
    option, text = _option(request, poll), ""
    if poll.needs_words(option):
        if not isinstance(request.act, Submit):
            return written_answers.form(request, poll, option)
        text = "\n".join(line for line in map(str.strip, request.given("text").splitlines()) if line)
        if wrong := written_answers.wrong(request, poll, text):
            return forms.refused(request, {"text": wrong}, "poll.vote", "text")
    elif isinstance(request.act, Submit):
        raise Refusal.saying(request.words("gone"))
    if poll.until_all:  # others may answer at the same time, unseen from here: so it is looked at afterwards
        timetable.set_due(request.session, lifecycle.LOOK, poll.id, request.now + lifecycle.PAUSE)
    chosen = ballots.answer(request.session, poll, request.member, option, text)
    if poll.counts_live:  # a card that was changed at every answer would tell when each came
        outbox.change(request.session, cards.CARD, poll.id)
    fits = option.id in chosen
    if poll.kind is Kind.OPEN:
        return Private(written_answers.answered(request, poll, option, text))
    if poll.kind is Kind.RANKED:
        return Private(cards.ranking(request, poll, chosen))
    if poll.anonymous:
        return Private(cards.answered_anonymously(request, poll, is_in=True, fits=fits))
    return Private(cards.answered(request, poll, chosen, fits=fits))


def _option(request: Request, poll: Poll) -> Option:
    """The one that was pressed."""
    id = request.payload(Vote).option
    for option in poll.options:
        if option.id == id:
            return option
    raise Refusal.saying(request.words("poll-option-gone" if id else "gone"))


def rank(request: Request, poll: Poll) -> Answer:
    """From the card to the private message in which one option after another is pressed."""
    return Private(cards.ranking(request, poll, ballots.chosen(request.session, poll, request.member)))


def take_answer_back(request: Request, poll: Poll) -> Answer:
    """One of several that are named, otherwise all that they have answered."""
    is_one = not poll.anonymous and poll.kind is not Kind.RANKED
    ballots.take_back(request.session, poll, request.member, _option(request, poll) if is_one else None)
    if poll.kind is Kind.RANKED:
        return Private(cards.ranking(request, poll, ()))
    if poll.anonymous:
        return Private(cards.answered_anonymously(request, poll, is_in=False))
    if poll.counts_live:
        outbox.change(request.session, cards.CARD, poll.id)
    return Private(cards.answered(request, poll, ballots.chosen(request.session, poll, request.member)))


# Looking closer --------------------------------------------------------------------------------------------------


def show(request: Request, poll: Poll) -> Answer:
    """The same card, privately, in the language of the button."""
    return Private(cards.poll_message(poll, tally(request.session, poll), request.pressed, request.texts))


def show_by_group(request: Request, poll: Poll) -> Answer:
    if poll.status is not Status.CLOSED or not poll.can_be_split:
        raise Refusal.saying(request.words("gone"))
    return Private(breakdown.shown(poll, breakdown.tables(request.session, poll), request.words))


def who_sees(request: Request, poll: Poll) -> Answer:
    mine = poll.seat.acting_id == request.member.id and poll.takes_answers(request.now)
    return Private(cards.who_sees(request, poll, mine))


def read(request: Request, poll: Poll) -> Answer:
    """All written answers that are for everybody to see, a page at a time."""
    if not poll.shows_words or not tally(request.session, poll).is_shown:
        raise Refusal.saying(request.words("gone"))
    in_all = written_answers.many(request.session, poll.id)
    page = _page(in_all, request.payload(Page).number)
    said = written_answers.listed(request.session, poll.id, page * written_answers.PAGE, written_answers.PAGE)
    return Private(written_answers.page(poll, said, page, in_all, request.words))


# What its author does --------------------------------------------------------------------------------------------


def post_again(request: Request, poll: Poll) -> Answer:
    """Not where it is for others by now than its author was told."""
    session, words = request.session, request.words
    rulings.try_again(session, cards.CARD, poll.id)
    left = {one.address: one.withheld for one in outbox.standings(session, cards.CARD, poll.id)}
    others = [place_label(one) for one in poll.places if left.get(one.address)]
    if not others:
        return forms.say(request, "poll-again-tried")
    told = (Text(words("poll-for-others", place=one)) for one in others)
    tried = [Text(words("poll-again-tried"))] if not all(left.values()) else []
    return Private(Message((*tried, *told)))


def look_through(request: Request, poll: Poll) -> Answer:
    """All written answers, a page at a time."""
    return Private(_look_through(request, poll, request.payload(Page).number))


def hide(request: Request, poll: Poll) -> Answer:
    return _set_hidden(request, poll, True)


def unhide(request: Request, poll: Poll) -> Answer:
    return _set_hidden(request, poll, False)


def publish(request: Request, poll: Poll) -> Answer:
    """Those that were there when it was looked through; where others came since, it is looked through once more."""
    if not poll.published and request.payload(Row).rest != written_answers.seen(request.session, poll.id):
        return Private(previews.changed(_look_through(request, poll, 1), request.words))
    poll.published = True
    outbox.change(request.session, cards.CARD, poll.id)
    return Private(written_answers.published(request.words, poll, written_answers.many(request.session, poll.id)))


def _set_hidden(request: Request, poll: Poll, hidden: bool) -> Answer:
    token = request.payload(OneWritten).token
    written_answers.hide(request.session, poll.id, token, hidden)
    if poll.published:
        outbox.change(request.session, cards.CARD, poll.id)
    before = written_answers.number_of(request.session, poll.id, token)
    return Private(_look_through(request, poll, before // written_answers.PAGE + 1))


def _look_through(request: Request, poll: Poll, number: int) -> Message:
    session = request.session
    in_all, shown = written_answers.many(session, poll.id, hidden=True), written_answers.many(session, poll.id)
    page = _page(in_all, number)
    start = page * written_answers.PAGE
    said = written_answers.listed(session, poll.id, start, written_answers.PAGE, hidden=True)
    seen = written_answers.seen(session, poll.id)
    return written_answers.looking(poll, said, page, in_all, shown, seen, request.words)


def _page(in_all: int, number: int) -> int:
    """Counted from 0: the one with that number, or the last that there is by now."""
    return min(number, max(-(-in_all // written_answers.PAGE), 1)) - 1
