"""What somebody who cannot be written to would have been told: on their home card until nobody needs to know it."""

from __future__ import annotations

from functools import partial

from bot import notices
from bot.feature import Section, Urgency, Waiting
from bot.home import messages
from bot.notices import Kinds, Notice
from bot.request import Request


def section(kinds: Kinds) -> Section:
    def waiting(request: Request) -> list[Waiting]:
        session, now = request.session, request.now
        told = notices.waiting(session, kinds, request.member, now)
        found = [_waiting(request, kinds, one) for one in told if not kinds[one.name].at_home]
        if messages.asks_for_dms(request):
            found.insert(0, Waiting(partial(messages.may_i_write, request), Urgency.DO, now))
        return found

    return Section("home-news", waiting)


def _waiting(request: Request, kinds: Kinds, notice: Notice) -> Waiting:
    draw = partial(kinds[notice.name].show, request.session, notice.subject, request.words)
    return Waiting(draw, Urgency.DO, notice.until, partial(notices.saw, notice))
