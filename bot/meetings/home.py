"""What the home card says of meetings: whose turn it is, and what comes next."""

from __future__ import annotations

from functools import partial

from sqlalchemy import select

from bot.boundary import Answer, Button, Buttons, Part, Private, Text
from bot.feature import Section, Stage, Step, Urgency, Waiting
from bot.meetings import bodies, cards, desk, eyes, minutes, model, pairing, proposals, schedule
from bot.meetings.model import Kind, Meeting, Offer, Series, State
from bot.meetings.written import items_of
from bot.people import model as people
from bot.request import Request


def offer(request: Request) -> list[Button]:
    """To those who can meet somebody and do not yet; to a president, all buildings at once."""
    words, pairs = request.words, pairing.possible(request)
    buttons = [Button(words("meeting-start"), "meeting.start")] if pairs else []
    if proposals.may_propose(request) and proposals.found(request).fresh:
        buttons.append(Button(words("meeting-pair-all"), "meeting.pair-all"))
    return [*buttons, *bodies.offer(request)]


def step(request: Request) -> Step | None:
    """The first of those whom they could meet, and do not yet."""
    for _, other in pairing.possible(request)[:1]:
        line = request.words("meeting-path", whom=cards.named(other, request.words))
        return Step(Stage.MEET, line, Button(request.words("meeting-offer-times"), "meeting.start"))
    return None


def reached(request: Request) -> Stage | None:
    """Some in the district meet."""
    going = (Series.district_id == request.member.district_id, Series.state == State.GOING)
    return Stage.MEET if request.session.scalar(select(Series.id).where(*going).limit(1)) is not None else None


def show(request: Request, series: Series) -> Answer:
    return Private(desk.card(request.session, series, request.words, request.member, request.now))


def _mine(request: Request) -> tuple[Series, ...]:
    return model.of_seats(request.session, people.seats_of(request.session, request.member))


def _turns(request: Request) -> list[Waiting]:
    """Times to pick or to offer, and what was decided."""
    session, found = request.session, list[Waiting]()
    for series in _mine(request):
        offered = model.open_offer(session, series)
        if series.state is State.PROPOSED:
            found.append(Waiting(partial(_proposed, request, series), Urgency.DO))
        elif offered is not None and offered.seat.acting_id != request.member.id:
            found.append(Waiting(partial(_asked, request, offered), Urgency.DO, max(offered.moments)))
        over = schedule.to_write_down(session, series, request.now)
        if over is not None and (series.kind is Kind.PAIR or _chairs(request, series)):
            found.append(Waiting(partial(_to_write_down, request, over), Urgency.DO, over.at + schedule.WRITE_DOWN))
        last = model.last_meeting(session, series)
        if last is not None and minutes.waits(session, request.member, last.id):
            found.append(Waiting(partial(minutes.show_waiting, session, last.id, request.words), Urgency.DO))
    return found


def _chairs(request: Request, series: Series) -> bool:
    return any(seat.acting_id == request.member.id for seat in model.chairs(request.session, series))


def _proposed(request: Request, series: Series) -> list[Part]:
    words, about = request.words, str(series.id)
    whom = cards.whom(series, words, request.member)
    buttons = (
        Button(words("meeting-offer-times"), "meeting.offer", about, "main"),
        Button(words("meeting-not-now"), "meeting.decline", about),
    )
    return [Text(words("meeting-proposed", whom=whom)), Buttons(buttons)]


def _asked(request: Request, offered: Offer) -> list[Part]:
    return cards.asks(offered, request.words, request.now)


def _to_write_down(request: Request, meeting: Meeting) -> list[Part]:
    words = request.words
    whom = cards.whom(meeting.series, words, request.member)
    said = words("meeting-was", whom=whom, when=cards.when(meeting, words))
    return [Text(said), cards.note_buttons(meeting, words)]


def _next(request: Request) -> list[Waiting]:
    session, found = request.session, list[Waiting]()
    for series in _mine(request):
        meeting, offered = model.next_meeting(session, series), model.open_offer(session, series)
        if meeting is not None:
            found.append(Waiting(partial(_coming, request, meeting), Urgency.WATCH, meeting.at))
        elif offered is None and series.state is State.OFFERED:
            found.append(Waiting(partial(_without_a_time, request, series), Urgency.WATCH))
        if offered is not None and offered.seat.acting_id == request.member.id:
            found.append(Waiting(partial(_waits, request, offered), Urgency.WATCH, max(offered.moments)))
    return found


def _coming(request: Request, meeting: Meeting) -> list[Part]:
    words, series = request.words, meeting.series
    topics = len(eyes.for_member(request.session, items_of(request.session, series), request.member))
    whom = cards.whom(series, words, request.member)
    line = words("meeting-home-line", whom=whom, line=cards.next_line(meeting, words), count=topics)
    return [Text(line), Buttons((cards.add_button(series, words), cards.show_button(series, words)))]


def _without_a_time(request: Request, series: Series) -> list[Part]:
    whom = cards.whom(series, request.words, request.member)
    again = Button(request.words("meeting-offer-times"), "meeting.offer", str(series.id), "main")
    return [Text(request.words("meeting-without-a-time", whom=whom)), Buttons((again,))]


def _waits(request: Request, offered: Offer) -> list[Part]:
    return cards.offered(offered, request.words, request.member, request.now)


SECTIONS = {
    "meeting.turn": Section("meeting-home-turn", _turns, seated=True),
    "meeting.next": Section("meeting-home-next", _next, seated=True),
}
