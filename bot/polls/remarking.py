"""What people do with what others wrote in answer: read it, or first look through it."""

from __future__ import annotations

from bot.boundary import Answer, Private
from bot.delivery import outbox
from bot.payloads import number
from bot.polls import cards, remark_cards, remarks
from bot.polls.counting import tally
from bot.polls.model import Kind, Poll, Status
from bot.request import Refusal, Request


def read(request: Request, poll: Poll) -> Answer:
    """All that is for everybody to see, a page at a time."""
    if not poll.shows_words or not tally(request.session, poll).is_shown:
        raise Refusal.saying(request.words("gone"))
    in_all = remarks.many(request.session, poll.id)
    pages = -(-in_all // remark_cards.PAGE)
    page = min(number(request.about.partition(":")[2]) or 1, max(pages, 1)) - 1
    said = remarks.listed(request.session, poll.id, page * remark_cards.PAGE, remark_cards.PAGE)
    return Private(remark_cards.page(poll, said, page, in_all, request.words))


def look(request: Request, poll: Poll) -> Answer:
    """Whoever asked goes through the answers, a page at a time."""
    _refuse_unless_closed(request, poll)
    return _page(request, poll, (number(request.about.partition(":")[2]) or 1) - 1)


def hide(request: Request, poll: Poll) -> Answer:
    return _set_hidden(request, poll, True)


def unhide(request: Request, poll: Poll) -> Answer:
    return _set_hidden(request, poll, False)


def _set_hidden(request: Request, poll: Poll, hidden: bool) -> Answer:
    _refuse_unless_closed(request, poll)
    token = request.about.partition(":")[2]
    remarks.hide(request.session, poll.id, token, hidden)
    if poll.published:
        outbox.change(request.session, cards.CARD, poll.id)
    return _page(request, poll, remarks.number_of(request.session, poll.id, token) // remark_cards.PAGE)


def publish(request: Request, poll: Poll) -> Answer:
    _refuse_unless_closed(request, poll)
    poll.published = True
    outbox.change(request.session, cards.CARD, poll.id)
    return Private(remark_cards.published(request.words, poll, remarks.many(request.session, poll.id)))


def _refuse_unless_closed(request: Request, poll: Poll) -> None:
    in_all = remarks.many(request.session, poll.id, hidden=True)
    if poll.kind is not Kind.OPEN or poll.status is not Status.CLOSED or not in_all:
        raise Refusal.saying(request.words("gone"))


def _page(request: Request, poll: Poll, page: int) -> Answer:
    in_all = remarks.many(request.session, poll.id, hidden=True)
    page = min(page, (in_all - 1) // remark_cards.PAGE)
    start = page * remark_cards.PAGE
    said = remarks.listed(request.session, poll.id, start, remark_cards.PAGE, hidden=True)
    shown = remarks.many(request.session, poll.id)
    return Private(remark_cards.looking(poll, said, page, in_all, shown, request.words))
