"""Two seats that are to meet: one offers two times, the other picks one. The same form offers others for one date."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot import drafts, moments, notices
from bot.boundary import (
    Answer,
    Button,
    Buttons,
    Choice,
    Field,
    Form,
    Heading,
    Message,
    MomentField,
    Note,
    Part,
    Private,
    Text,
)
from bot.drafts import Draft, Typed, Writing, Wrong
from bot.forms import choices, first
from bot.meetings import cards, rules, schedule
from bot.meetings.model import (
    TWENTY,
    Kind,
    Meeting,
    Offer,
    OfferState,
    Series,
    SeriesSeat,
    State,
    open_offer,
    own_seats,
    series_to_change,
)
from bot.moments import Moment, Unclear
from bot.payloads import number
from bot.people import model as people
from bot.people import school_days
from bot.people.audiences import of_seats
from bot.people.cards import acting_name
from bot.people.model import Seat
from bot.request import Refusal, Request
from bot.storage.database import locked

FORM = "meeting.pair"
WITH, FIRST, SECOND, HOW, OFTEN = "with", "first", "second", "how", "often"
SERIES, MEETING, INSTEAD = "series", "meeting", "instead"  # in a draft: what is there already, and the offer refused
USUAL = time(15, 15)
SOON = (3, 5)  # school days ahead that are suggested
ASKED, AGREED = "meeting.asked", "meeting.agreed"  # of notices
UNTIL = timedelta(days=21)  # in which that can be told


@dataclass(frozen=True)
class Plan:
    """What an offer will be. `meeting` is the one date that it is about."""

    seat: Seat
    others: Sequence[Seat]
    times: Sequence[datetime]
    how: str
    often: str
    series: Series | None
    meeting: int | None


# With whom -------------------------------------------------------------------------------------------------------


def possible(request: Request) -> list[tuple[Seat, Seat]]:
    """Their own seats, and others that somebody acts for with which they have no meetings yet."""
    session, found = request.session, list[tuple[Seat, Seat]]()
    for seat in people.seats_of(session, request.member):
        others = (one for one in rules.counterparts(session, seat) if one.acting_id not in (None, request.member.id))
        found += [(seat, one) for one in others if rules.pair_of(session, seat, one) is None]
    return found


def start(request: Request, draft: Draft | None) -> Answer:
    if draft is None and not possible(request):
        raise Refusal.saying(request.words("meeting-nobody"))
    return WRITING.edit(request, draft) if draft else _form(request, {}, "")


def offer_times(request: Request, series: Series) -> Answer:
    """For meetings that are not agreed yet, or not any more."""
    _refuse_to_offer(request, series)
    return _begin(request, {SERIES: (str(series.id),)})


def offer_other_time(request: Request, meeting: Meeting) -> Answer:
    """For this one date."""
    _refuse_to_offer(request, meeting.series)
    return _begin(request, {SERIES: (str(meeting.series_id),), MEETING: (str(meeting.id),)})


def neither(request: Request, offer: Offer) -> Answer:
    """None of them suits: others are offered."""
    about = {SERIES: (str(offer.series_id),), INSTEAD: (str(offer.id),)}
    if offer.meeting_id is not None:
        about[MEETING] = (str(offer.meeting_id),)
    return _begin(request, about)


def _refuse_to_offer(request: Request, series: Series) -> None:
    if series.lacks_a_side:
        raise Refusal.saying(request.words("meeting-nobody-comes"))
    if open_offer(request.session, series) is not None:
        raise Refusal.saying(request.words("meeting-offered-already"))


def _begin(request: Request, about: Typed) -> Answer:
    return WRITING.edit(request, drafts.keep(request, FORM, about, None))


# The form --------------------------------------------------------------------------------------------------------


def _fill_in(request: Request, draft: Draft) -> Form:
    return _form(request, draft.typed, str(draft.id))


def _form(request: Request, typed: Typed, about: str) -> Form:
    words, series, fields = request.words, _series(request, typed), list[Field]()
    pairs = possible(request) if series is None else []
    if len(pairs) > 1:
        offered = [Choice(f"{own.id}-{other.id}", cards.named(other, words)) for own, other in pairs[:25]]
        fields.append(choices(WITH, words("meeting-form-with"), offered, typed or {WITH: (offered[0].value,)}))
    for name, label, ahead in ((FIRST, "meeting-form-first", 0), (SECOND, "meeting-form-second", 1)):
        value = first(typed, name) or suggested(request, SOON[ahead])
        hint = words("meeting-form-hint") if name == FIRST else ""
        fields.append(MomentField(name, words(label), words("moment-example"), hint, value, words("moment-time")))
    if series is None or not series.how:
        hows = [Choice(name, words(label)) for name, label in cards.HOW.items()]
        fields.append(choices(HOW, words("meeting-form-how"), hows, {HOW: ("person",)} | dict(typed)))
        oftens = [Choice(name, words(label)) for name, label in cards.OFTEN.items()]
        fields.append(choices(OFTEN, words("meeting-form-often"), oftens, {OFTEN: ("month",)} | dict(typed)))
    title, submit = words("meeting-form-title"), words("meeting-form-submit")
    return Form(FORM, title, submit, words("cancel"), tuple(fields), about)


def suggested(request: Request, ahead: int) -> str:
    """So many school days ahead, after school."""
    off = school_days.off(request.session, request.district)
    today = request.now.astimezone(ZoneInfo(request.district.zone)).date()
    return datetime.combine(school_days.after(today, ahead, off), USUAL).strftime("%Y-%m-%dT%H:%M")


def write(request: Request, draft: Draft | None) -> Answer:
    return WRITING.look_over(request, drafts.typed_over(request, draft, (SERIES, MEETING, INSTEAD)), draft)


def read(request: Request, typed: Typed) -> Plan | Wrong:
    words, series, times = request.words, _series(request, typed), list[datetime]()
    for name in (FIRST, SECOND):
        try:
            moment = moments.read(first(typed, name), request.now, request.district.zone, words.language)
        except Unclear as unclear:
            return {name: words(unclear.says)}
        if wrong := _wrong_time(request, moment, times):
            return {name: wrong}
        times.append(moment.within(request.district.zone, USUAL))
    agreed = series is not None and bool(series.how)
    how = series.how if series and agreed else first(typed, HOW)
    often = series.often if series and agreed else first(typed, OFTEN)
    if how not in cards.HOW or often not in cards.OFTEN:
        return {HOW if how not in cards.HOW else OFTEN: words("meeting-wrong-choice")}
    seats = _whom(request, typed, series)
    if seats is None:
        return {WITH: words("meeting-nobody")}
    return Plan(*seats, times, how, often, series, number(first(typed, MEETING)))


def _series(request: Request, typed: Typed) -> Series | None:
    id = number(first(typed, SERIES))
    return series_to_change(request.session, id) if id else None


def _wrong_time(request: Request, moment: Moment, before: Sequence[datetime]) -> str:
    at, words = moment.within(request.district.zone, USUAL), request.words
    if at <= request.now:
        return words("meeting-wrong-past")
    if not schedule.has_school(request.session, request.district, at):
        return words("meeting-wrong-no-school", when=words.day(at, request.district.zone))
    return words("meeting-wrong-same") if at in before else ""


def _whom(request: Request, typed: Typed, series: Series | None) -> tuple[Seat, Sequence[Seat]] | None:
    """The seat that offers, and those that are asked."""
    if series is not None:
        own = own_seats(request.session, series, request.member)
        return (own[0], series.others(own[0])) if own and not series.lacks_a_side else None
    pairs = possible(request)
    chosen = first(typed, WITH)
    found = [(own, other) for own, other in pairs if chosen in ("", f"{own.id}-{other.id}")]
    return (found[0][0], [found[0][1]]) if found else None


# Before and after it is sent -------------------------------------------------------------------------------------


def preview(request: Request, draft: Draft, plan: Plan) -> Message:
    words, zone = request.words, request.district.zone
    whom = words.listed([cards.named(seat, words) for seat in plan.others])
    parts: list[Part] = [Heading(words("meeting-preview-title")), Text(words("meeting-preview-to", whom=whom))]
    parts.append(Text("\n".join(f"• {words.moment(at, zone)}" for at in plan.times)))
    if plan.meeting is None:
        length = plan.series.length if plan.series else TWENTY
        parts.append(Text(cards.terms_line(length, plan.often, plan.how, words)))
    buttons = (
        Button(words("meeting-send"), "meeting.send", str(draft.id), "main"),
        Button(words("edit"), "meeting.edit", str(draft.id)),
        Button(words("cancel"), "meeting.drop", str(draft.id)),
    )
    return Message((*parts, Note(words("meeting-preview-next")), Buttons(buttons)))


def _shows(_request: Request, plan: Plan) -> str:
    """Whom it goes to, and for how long, how often and how they would meet."""
    length = plan.series.length if plan.series else TWENTY
    return f"{of_seats([plan.seat, *plan.others]).seen} {length} {plan.often} {plan.how}"


fix = drafts.fixed_by("meeting.edit", "meeting.drop")
WRITING = Writing(FORM, _fill_in, read, preview, fix, "meeting.send", "meeting-sent-already", "meeting-dropped", _shows)


def send(request: Request, draft: Draft) -> Answer:
    """Pressed twice, it is sent once."""
    WRITING.refuse_if_sent(request, draft)
    plan = read(request, draft.typed)
    if isinstance(plan, dict):  # a time has passed meanwhile
        return WRITING.wrong(request, draft, plan)
    if again := WRITING.once_more(request, draft, plan):
        return again
    _close_before(request, draft, plan)
    series = plan.series or _begun(request, plan)
    series.how, series.often = plan.how, plan.often
    if series.state is State.PROPOSED:
        series.state = State.OFFERED
    offer = Offer(series=series, meeting_id=plan.meeting, seat=plan.seat, at=request.now)
    offer.times, offer.state = [at.isoformat() for at in plan.times], OfferState.OPEN
    request.session.add(offer)
    request.session.flush()
    draft.become(offer.id, request.now)
    _tell(request, offer, plan.others)
    words, names = request.words, request.words.listed([acting_name(seat, request.words) for seat in plan.others])
    said = Text(words("meeting-sent", name=names))
    back = Button(words("meeting-take-back"), "meeting.take-back", str(offer.id))
    return Private(Message((said, Buttons((cards.add_button(series, words, "main"), back)))))


def _close_before(request: Request, draft: Draft, plan: Plan) -> None:
    """The offer that this one answers. Raises Refusal where somebody was faster."""
    refused = number(first(draft.typed, INSTEAD))
    before = open_offer(request.session, plan.series) if plan.series else None
    if before is not None and before.id != refused:
        raise Refusal.saying(request.words("meeting-offered-already"))
    if refused and before is None:
        raise Refusal.saying(request.words("meeting-offer-over"))
    if before is not None:
        before.state = OfferState.NEITHER


def _begun(request: Request, plan: Plan) -> Series:
    series = new_pair(request, plan.seat, plan.others[0], State.OFFERED)
    if series is None:
        raise Refusal.saying(request.words("meeting-offered-already"))
    request.session.refresh(series)
    return series


def new_pair(request: Request, seat: Seat, other: Seat, state: State) -> Series | None:
    """None: the two have one by now, for the other side was faster."""
    for id in sorted((seat.id, other.id)):
        locked(request.session, Seat, id)
    if rules.pair_of(request.session, seat, other) is not None:
        return None
    district = request.district
    series = Series(district=district, kind=Kind.PAIR, state=state, zone=district.zone, made_by_id=request.member.id)
    series.made_at = series.looked_at = request.now
    request.session.add(series)
    request.session.flush()
    request.session.add_all(SeriesSeat(series_id=series.id, seat_id=one.id) for one in (seat, other))
    request.session.flush()
    return series


def _tell(request: Request, offer: Offer, others: Sequence[Seat]) -> None:
    for seat in others:
        if seat.acting_id is not None:
            notices.tell(request.session, seat.acting_id, ASKED, offer.id, request.now, request.now + UNTIL)
