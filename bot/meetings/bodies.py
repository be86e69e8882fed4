"""A committee that is to meet: set up or changed in a form, and looked over with what the calendar does to its next six
dates before anything is saved."""

from __future__ import annotations

from datetime import time, timedelta
from itertools import islice

from sqlalchemy import delete

from bot import drafts, notices
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
    TextField,
)
from bot.drafts import Draft, Typed, Writing, Wrong
from bot.forms import choices, first
from bot.meetings import cards, pairing, schedule
from bot.meetings.model import Kind, Meeting, Series, SeriesSeat, State, chairs, next_meeting, seated
from bot.meetings.terms import (
    BEND,
    BENDS,
    CHAIRS,
    CLOSES,
    COMMITTEE,
    DAYS,
    LAW,
    LAWS,
    LENGTH,
    LENGTHS,
    NAME,
    NAME_MOST,
    OFTEN,
    PLACE,
    RHYTHMS,
    RULE,
    SERIES,
    VERSION,
    WHEN,
    Setup,
    led,
    on,
    read,
)
from bot.people import recurrence, school_days
from bot.people.cards import acting_name, seat_title
from bot.people.rhythms import Occasion
from bot.request import Refusal, Request

FORM, MORE = "meeting.body", "meeting.terms"
SHOWN = 6  # dates
UNTIL = timedelta(days=14)  # in which its people can be told of it
SET = "meeting.set"  # of a notice


def start(request: Request, draft: Draft | None) -> Answer:
    return WRITING.edit(request, draft) if draft else _form(request, {}, "")


def change(request: Request, series: Series) -> Answer:
    """For all that follow."""
    meeting = next_meeting(request.session, series)
    begin = meeting.named if meeting else series.first
    typed: dict[str, tuple[str, ...]] = {
        SERIES: (str(series.id),),
        VERSION: (str(series.version),),
        COMMITTEE: (str(series.committee_id),),
        WHEN: (f"{begin}T{series.hour}",),
        OFTEN: (series.often,),
        RULE: (series.rule,) if series.often == RULE else (),
        PLACE: (series.how,),
        NAME: (series.name,),
        LENGTH: (str(series.length),),
        BEND: (series.bend.value,),
        CLOSES: (str(series.closes),),
        CHAIRS: tuple(str(seat.id) for seat in series.seats),
        LAW: tuple(name for name, value in LAWS.items() if value is series.is_open and name),
    }
    return WRITING.edit(request, drafts.keep(request, FORM, typed, None))


# The forms -------------------------------------------------------------------------------------------------------


def _fill_in(request: Request, draft: Draft) -> Form:
    return _form(request, draft.typed, str(draft.id))


def _form(request: Request, typed: Typed, about: str) -> Form:
    words, fields, may = request.words, list[Field](), led(request)
    if len(may) > 1 and not first(typed, SERIES):
        offered = [Choice(str(one.id), cards.briefly(one.name, 75)) for one in may[:25]]
        fields.append(
            choices(COMMITTEE, words("meeting-body-committee"), offered, {COMMITTEE: (offered[0].value,)} | dict(typed))
        )
    value, clock = first(typed, WHEN) or pairing.suggested(request, pairing.SOON[1]), words("moment-time")
    hint = words("meeting-body-when-hint")
    fields.append(MomentField(WHEN, words("meeting-body-when"), words("moment-example"), hint, value, clock))
    often = [Choice(name, words(label)) for name, label in RHYTHMS.items()]
    fields.append(choices(OFTEN, words("meeting-form-often"), often, {OFTEN: ("month",)} | dict(typed)))
    rule = first(typed, RULE)
    fields.append(
        TextField(RULE, words("meeting-body-rule-label"), words("meeting-body-rule-hint"), rule, optional=True)
    )
    where = words("meeting-body-place")
    fields.append(TextField(PLACE, where, words("meeting-body-place-hint"), first(typed, PLACE), optional=True))
    title, submit = words("meeting-body-title"), words("meeting-form-submit")
    return Form(FORM, title, submit, words("cancel"), tuple(fields), about)


def ask_for_more(request: Request, draft: Draft) -> Answer:
    WRITING.refuse_if_sent(request, draft)
    words, typed = request.words, draft.typed
    setup = read(request, typed)
    if isinstance(setup, dict):
        return WRITING.wrong(request, draft, setup)
    lengths = [Choice(one, words("meeting-body-minutes", minutes=int(one))) for one in LENGTHS]
    days = [Choice(one, words("meeting-body-days", days=int(one))) for one in DAYS]
    bends = [Choice(name, words(label)) for name, label in BENDS.items()]
    theirs = on(request, setup.committee)
    people_there = [Choice(str(seat.id), cards.briefly(cards.named(seat, words), 75)) for seat in theirs[:25]]
    chosen = {CHAIRS: tuple(str(seat.id) for seat in setup.chairs)}
    fields = (
        TextField(NAME, words("meeting-body-name"), "", setup.name, NAME_MOST),
        choices(LENGTH, words("meeting-body-length"), lengths, {LENGTH: (str(setup.length),)}),
        choices(BEND, words("meeting-body-bend"), bends, {BEND: (setup.rhythm.bend.value,)}),
        choices(CLOSES, words("meeting-body-closes"), days, {CLOSES: (str(setup.closes),)}),
        choices(CHAIRS, words("meeting-body-chairs"), people_there, chosen, min(4, len(people_there))),
    )
    title, submit = words("meeting-body-more"), words("meeting-form-submit")
    return Form(MORE, title, submit, words("cancel"), fields, str(draft.id))


def write(request: Request, draft: Draft | None) -> Answer:
    """Either form."""
    return WRITING.look_over(request, drafts.typed_over(request, draft, (SERIES, VERSION, LAW)), draft)


def switch_law(request: Request, draft: Draft) -> Answer:
    """Not known, open, not open."""
    order = list(LAWS)
    following = order[(order.index(first(draft.typed, LAW)) + 1) % len(order)]
    return WRITING.look_over(request, {**draft.typed, LAW: (following,) if following else ()}, draft)


# Before it is saved ----------------------------------------------------------------------------------------------


def preview(request: Request, draft: Draft, setup: Setup) -> Message:
    words, id = request.words, str(draft.id)
    off = school_days.off(request.session, request.district)
    lines = [_line(request, setup, one) for one in islice(setup.rhythm.occasions(setup.rhythm.first, off), SHOWN)]
    named = words.listed([acting_name(seat, words) for seat in setup.chairs]) if setup.chairs else words("nobody-yet")
    terms = words("meeting-body-terms", minutes=setup.length, chairs=named, days=setup.closes)
    law = {None: "meeting-law-unknown", True: "meeting-law-yes", False: "meeting-law-no"}[setup.is_open]
    parts: list[Part] = [Heading(words("meeting-body-preview", name=setup.name)), Text("\n".join(lines)), Text(terms)]
    parts += [Text(setup.place)] if setup.place else []
    buttons = (
        Button(words("meeting-body-save"), "meeting.save", id, "main"),
        Button(words("edit"), "meeting.edit-body", id),
        Button(words("meeting-body-more"), "meeting.more", id),
        Button(words("meeting-law-switch"), "meeting.law", id),
        Button(words("cancel"), "meeting.drop-body", id),
    )
    return Message((*parts, Note(words(law)), Note(words("meeting-law-no-advice")), Buttons(buttons)))


def _line(request: Request, setup: Setup, one: Occasion) -> str:
    words, zone, hour = request.words, request.district.zone, time.fromisoformat(setup.hour)
    when = words.moment(recurrence.at(one.named, hour, zone), zone)
    if one.day is None:
        return words("meeting-date-skipped", when=when)
    if one.day == one.named:
        return f"• {when}"
    return words("meeting-date-moved", when=when, to=words.moment(recurrence.at(one.day, hour, zone), zone))


def fix(request: Request, draft: Draft, wrong: Wrong) -> Message:
    words = request.words
    fix_it = Button(words("fix-it"), "meeting.edit-body", str(draft.id), "main")
    cancel = Button(words("cancel"), "meeting.drop-body", str(draft.id))
    return Message((Text(words("nothing-lost")), *map(Text, wrong.values()), Buttons((fix_it, cancel))))


WRITING = Writing(FORM, _fill_in, read, preview, fix, sent="meeting-body-saved-already", dropped="meeting-dropped")


def save(request: Request, draft: Draft) -> Answer:
    WRITING.refuse_if_sent(request, draft)
    session, words, setup = request.session, request.words, read(request, draft.typed)
    if isinstance(setup, dict):
        return WRITING.wrong(request, draft, setup)
    if setup.series is not None and str(setup.series.version) != first(draft.typed, VERSION):
        raise Refusal.saying(words("meeting-changed-meanwhile"))
    series = setup.series or _new(request, setup)
    _put(request, series, setup)
    draft.became, draft.fields = series.id, {}
    for member_id in schedule.people_of(session, series):
        if member_id != request.member.id:
            notices.tell(session, member_id, SET, series.id, request.now, request.now + UNTIL)
    meeting = next_meeting(session, series)
    when = cards.when(meeting, words) if meeting else ""
    buttons = (cards.add_button(series, words, "main"), cards.show_button(series, words))
    return Private(Message((Text(words("meeting-body-saved", when=when)), Buttons(buttons))))


def _new(request: Request, setup: Setup) -> Series:
    district = request.district
    series = Series(district=district, kind=Kind.BODY, zone=district.zone, made_by_id=request.member.id)
    series.state, series.committee, series.version = State.GOING, setup.committee, 0
    series.made_at = series.looked_at = request.now
    request.session.add(series)
    request.session.flush()
    return series


def _put(request: Request, series: Series, setup: Setup) -> None:
    session = request.session
    series.name, series.often, series.how = setup.name, setup.often, setup.place
    series.rule, series.first, series.bend = setup.rhythm.rule, setup.rhythm.first, setup.rhythm.bend
    series.hour, series.length, series.closes, series.is_open = setup.hour, setup.length, setup.closes, setup.is_open
    series.version += 1
    session.execute(delete(SeriesSeat).where(SeriesSeat.series_id == series.id))
    session.add_all(SeriesSeat(series_id=series.id, seat_id=seat.id) for seat in setup.chairs)
    session.flush()
    session.refresh(series)
    schedule.drop(session, series)
    schedule.plan(session, series, request.now)


# Afterwards ------------------------------------------------------------------------------------------------------


def run_it(request: Request, subject: Series | Meeting) -> None:
    """A pair's seats, a body's chairs."""
    series = subject if isinstance(subject, Series) else subject.series
    running = series.seats if series.kind is Kind.PAIR else chairs(request.session, series)
    if any(seat.acting_id == request.member.id for seat in running):
        return
    if series.kind is Kind.BODY and any(
        seat.acting_id == request.member.id for seat in seated(request.session, series)
    ):
        words = request.words
        named = [words("meeting-whom", name=acting_name(seat, words), seat=seat_title(seat, words)) for seat in running]
        raise Refusal.saying(words("meeting-only-chairs", chairs=words.listed(named)))
    raise Refusal.saying(request.words("gone"))


def offer(request: Request) -> list[Button]:
    return [Button(request.words("meeting-body-start"), "meeting.set-up")] if led(request) else []
