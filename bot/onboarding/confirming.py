"""What people say of a join at one of their other accounts: that it is them, that it isn't, or that it is undone."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from bot.boundary import Answer, Private
from bot.feature import Feature
from bot.onboarding import joins, linking, telling, unlinking
from bot.onboarding.joins import Join, State
from bot.onboarding.linking import Caller, Merge
from bot.payloads import About
from bot.people import links
from bot.people import model as people
from bot.people.links import Pair
from bot.request import Refusal, Request

Run = Callable[[Request, Join], Answer]


def find(request: Request) -> Join | None:
    return joins.find(request.session, request.payload(About).id, request.member)


def confirm(merges: Iterable[Merge]) -> Run:
    """All that may have changed since the code was typed is asked again."""

    def run(request: Request, join: Join) -> Answer:
        session = request.session
        if join.waits(request.now):
            linking.make_one(session, _pair(request, join), merges)
            telling.end(session, join, State.JOINED)
        return Private(telling.shown(session, join, request.words))

    return run


def _pair(request: Request, join: Join) -> Pair:
    """Raises Refusal where the two cannot become one any more."""
    session = request.session
    account = session.get(people.Account, join.guest, with_for_update=True)
    other = session.get_one(people.Member, account.member_id) if account else None
    caller = Caller(session, join.guest, other, (request.words,))
    asked = linking.maker_of(caller, join.host)
    if asked is None or asked.id != request.member.id:
        raise Refusal.saying(request.words("gone"))
    pair = Pair(asked, join.host, other, join.guest, "")
    linking.refuse_unfit(caller, pair)
    if linking.stays(session, pair) is not asked:  # the role is the other's by now, who was not asked
        raise Refusal.saying(request.words("gone"))
    return pair


def deny(request: Request, join: Join) -> Answer:
    if join.waits(request.now):
        telling.end(request.session, join, State.DENIED)
        telling.warn_caretakers(request.session, join, request.member, request.now)
    return Private(telling.shown(request.session, join, request.words))


def part(others: Feature) -> Run:
    def run(request: Request, join: Join) -> Answer:
        if join.state is State.JOINED:
            unlinking.part(request, links.of(request.session, request.member), others)
        return Private(telling.shown(request.session, join, request.words))

    return run
