"""What people do with what others wrote in answer: read it."""

from __future__ import annotations

from bot.boundary import Answer, Private
from bot.polls import remark_cards, remarks
from bot.polls.model import Poll, tally
from bot.request import Refusal, Request, number


def read(request: Request, poll: Poll) -> Answer:
    """All that is for everybody to see, a page at a time."""
    if not poll.shows_words or not tally(request.session, poll).is_shown:
        raise Refusal.saying(request.words("gone"))
    in_all = remarks.many(request.session, poll.id)
    pages = -(-in_all // remark_cards.PAGE)
    page = min(number(request.about.partition(":")[2]) or 1, max(pages, 1)) - 1
    said = remarks.listed(request.session, poll.id, page * remark_cards.PAGE, remark_cards.PAGE)
    return Private(remark_cards.page(poll, said, page, in_all, request.words))
