"""What the home card says of listening sessions."""

from __future__ import annotations

from functools import partial

from bot.boundary import Button, Buttons, Part, Quote, Text
from bot.feature import Section, Stage, Step, Urgency, Waiting
from bot.listening import agreeing, cards, opening, rating, rules, telling
from bot.listening.model import Listening, Phase, count, recent, said_before
from bot.people.hours import day_of
from bot.request import Request


def offer(request: Request) -> list[Button]:
    """To who may open one, unless one of theirs is under way."""
    seats = rules.chairs(request.session, request.member)
    if not seats or opening.is_under_way(request.session, seats[0]):
        return []
    return [Button(request.words("listening-start"), "listening.start")]


def step(request: Request) -> Step | None:
    """Of who chairs a board: to read and answer."""
    seats, words = rules.chairs(request.session, request.member), request.words
    for listening in [one for one in _there(request, Phase.READING) if one.seat in seats]:
        if many := telling.left(request.session, listening):
            return Step(Stage.TELL, words("listening-home-unanswered", count=many), telling.read(listening, words))
    return None


def _there(request: Request, *phases: Phase) -> list[Listening]:
    """Of their district, those that are not long over; in these phases, or in any."""
    found = recent(request.session, request.member.district_id, request.now)
    return [one for one in found if not phases or one.phase in phases]


def _asks(request: Request) -> list[Waiting]:
    """For the yes of a group that they lead, or they gave it and can take it back."""
    session, found = request.session, list[Waiting]()
    for one in [one for one in _there(request) if one.asks]:
        if agreeing.is_asked(session, request.member, one.id):
            found.append(Waiting(partial(agreeing.asks, session, one, request.words), Urgency.DO, one.closes_at))
        elif agreeing.said_yes(session, one, request.member):
            found.append(Waiting(partial(agreeing.after_yes, one, request.words), Urgency.KEEP, one.closes_at))
    return found


def _new(request: Request) -> list[Waiting]:
    session, words = request.session, request.words
    return [
        Waiting(partial(telling.show_new, session, one.id, words), Urgency.DO, one.reads_at or one.closes_at)
        for one in _there(request)
        if telling.new_for(session, one, request.member)
    ]


def _to_read(request: Request) -> list[Waiting]:
    session, words = request.session, request.words
    return [
        Waiting(
            partial(telling.show_read, session, one.id, words),
            _urgency(request, one),
            offers=telling.read(one, words),
        )
        for one in _there(request, Phase.READING)
        if one.board.admits(session, request.member)
    ]


def _urgency(request: Request, listening: Listening) -> Urgency:
    mine = listening.seat.acting_id == request.member.id
    return Urgency.DO if mine and telling.left(request.session, listening) else Urgency.KEEP


def _mine(request: Request) -> list[Waiting]:
    """Those that they opened and that are under way."""
    seats = rules.chairs(request.session, request.member)
    theirs = [one for one in _there(request, *opening.UNDER_WAY) if one.seat in seats]
    return [Waiting(partial(_of_mine, request, one), Urgency.WATCH) for one in theirs]


def _of_mine(request: Request, listening: Listening) -> list[Part]:
    words, begin = request.words, Quote(listening.question(request.words.language))
    if listening.phase is not Phase.OPEN:
        when = request.moment(listening.reads_at or listening.closes_at)
        rated = listening.phase is Phase.RATING
        return [Text(words("listening-home-rating" if rated else "listening-home-sorting", when=when)), begin]
    said = [
        words(
            "listening-home-open",
            count=count(request.session, said_before(listening, day_of(request.now, request.district.zone))),
            when=request.moment(listening.closes_at),
        )
    ]
    if names := agreeing.waiting_for(request.session, listening, words):
        said.append(words("listening-home-waits", names=words.listed(names)))
    return [Text(" ".join(said)), begin, Buttons((cards.close_button(listening, words),))]


def _open(request: Request) -> list[Waiting]:
    """In which they can say something."""
    return [
        Waiting(partial(telling.show_open, request.session, one.id, request.words), Urgency.KEEP, one.closes_at)
        for one in _there(request, Phase.OPEN)
        if rules.hears(request.session, one, request.member)
    ]


def _to_rate(request: Request) -> list[Waiting]:
    session = request.session
    return [
        Waiting(partial(rating.show_asked, session, one.id, request.words), Urgency.KEEP, one.reads_at)
        for one in _there(request, Phase.RATING)
        if rating.waits_for(session, request.member, one.id)
    ]


SECTIONS = {
    "listening.asks": Section("listening-home", _asks),
    "listening.new": Section("listening-home-new", _new),
    "listening.read": Section("listening-home-read", _to_read),
    "listening.mine": Section("listening-home-mine", _mine),
    "listening.open": Section("listening-home", _open),
    "listening.rate": Section("rate-home", _to_rate),
}
