"""A committee or picked seats that are to meet: set up or changed in a form, and looked over before it is saved."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot import drafts
from bot.boundary import (
    Answer,
    Button,
    Buttons,
    Choice,
    Field,
    Form,
    Message,
    MomentField,
    Private,
    Text,
    TextField,
)
from bot.drafts import Draft, Typed, Writing
from bot.forms import choices, first
from bot.meetings import agenda, cards, inviting, lasting, pairing, previews, rules, schedule
from bot.meetings.model import Kind, Series, SeriesSeat, State, chairs, next_meeting
from bot.meetings.previews import PEOPLE
from bot.meetings.terms import (
    BEND,
    BENDS,
    CHAIRS,
    CLOSES,
    COMMITTEE,
    DAYS,
    FIXED,
    LAW,
    LAWS,
    LENGTH,
    LENGTHS,
    NAME,
    NAME_MOST,
    OFTEN,
    OWN,
    PICKED,
    PLACE,
    QUORUM,
    RHYTHMS,
    RULE,
    SERIES,
    VERSION,
    WHEN,
    Body,
    Setup,
    body_of,
    is_small,
    led,
    picking,
    quorum_said,
    quorums,
    read,
)
from bot.request import Refusal, Request

FORM, MORE = "meeting.body", "meeting.terms"


def start(request: Request, draft: Draft | None) -> Answer:
    return WRITING.edit(request, draft) if draft else _form(request, {}, "")


def change(request: Request, series: Series) -> Answer:
    """For all that follow."""
    meeting = next_meeting(request.session, series)
    begin = meeting.named if meeting else series.first
    typed: dict[str, tuple[str, ...]] = {
        SERIES: (str(series.id),),
        VERSION: (str(series.version),),
        COMMITTEE: (str(series.committee_id or PICKED),),
        WHEN: (f"{begin}T{series.hour}",),
        OFTEN: (series.often,),
        RULE: (series.rule,) if series.often == RULE else (),
        PLACE: (series.how,),
        NAME: (series.name,),
        LENGTH: (str(series.length),),
        BEND: (series.bend.value,),
        CLOSES: (str(series.closes),),
        CHAIRS: tuple(str(seat.id) for seat in chairs(request.session, series)),
        QUORUM: (series.quorum,) if series.quorum else (),
        LAW: tuple(name for name, value in LAWS.items() if value is series.is_open and name),
    }
    return WRITING.edit(request, drafts.keep(request, FORM, typed, None))


# The forms -------------------------------------------------------------------------------------------------------


def _fill_in(request: Request, draft: Draft) -> Form:
    return _form(request, draft.typed, str(draft.id))


def _form(request: Request, typed: Typed, about: str) -> Form:
    words, fields = request.words, list[Field]()
    offered = [Choice(str(one.id), one.name) for one in led(request)[:24]]
    offered += [Choice(PICKED, words("meeting-body-picked"))] if picking(request) else []
    if len(offered) > 1 and not first(typed, SERIES):
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
    bend = choices(BEND, words("meeting-body-bend"), bends, {BEND: (setup.rhythm.bend.value,)})
    fields: tuple[Field, ...] = (
        TextField(NAME, words("meeting-body-name"), "", setup.name, NAME_MOST),
        choices(LENGTH, words("meeting-body-length"), lengths, {LENGTH: (str(setup.length),)}),
        bend,
    )
    if not is_small(request.session, setup):
        fields += (choices(CLOSES, words("meeting-body-closes"), days, {CLOSES: (str(setup.closes),)}),)
    title, submit = words("meeting-body-more"), words("meeting-form-submit")
    return Form(MORE, title, submit, words("cancel"), fields, str(draft.id))


def ask_who_chairs(request: Request, draft: Draft) -> Answer:
    """And how many have to be there. A role that nobody holds is not offered, unless it chairs already."""
    WRITING.refuse_if_sent(request, draft)
    words, setup, body = request.words, read(request, draft.typed), body_of(request, draft.typed)
    if not isinstance(setup, Setup) or not isinstance(body, Body):
        return WRITING.edit(request, draft)
    held = [seat for seat in body.seats(request) if seat.acting_id is not None or seat in setup.chairs]
    there = [Choice(str(seat.id), cards.named(seat, words)) for seat in held[:25]]
    chosen = {CHAIRS: tuple(str(seat.id) for seat in setup.chairs)}
    offered = [Choice(one or "none", quorum_said(one, words)) for one in quorums(request, body)]
    fields = (
        choices(CHAIRS, words("meeting-body-chairs"), there, chosen, min(4, len(there))),
        choices(QUORUM, words("meeting-quorum"), offered, {QUORUM: (setup.quorum or "none",)}),
    )
    title, submit = words("meeting-body-people-title"), words("meeting-form-submit")
    return Form(PEOPLE, title, submit, words("cancel"), fields, str(draft.id))


def write(request: Request, draft: Draft | None) -> Answer:
    """Any of the forms."""
    typed = drafts.typed_over(request, draft, FIXED)
    if first(typed, QUORUM) == "none":
        typed = {**typed, QUORUM: ()}
    return WRITING.look_over(request, typed, draft)


def switch_law(request: Request, draft: Draft) -> Answer:
    """Not known, open, not open."""
    order = list(LAWS)
    following = order[(order.index(first(draft.typed, LAW)) + 1) % len(order)]
    return WRITING.look_over(request, {**draft.typed, LAW: (following,) if following else ()}, draft)


def switch_role(request: Request, draft: Draft) -> Answer:
    """From one of those by which they may ask others to the next."""
    body, ids = body_of(request, draft.typed), [str(seat.id) for seat in picking(request)]
    if not isinstance(body, Body) or body.own is None:
        return WRITING.edit(request, draft)
    following = ids[(ids.index(str(body.own.id)) + 1) % len(ids)]
    return WRITING.look_over(request, {**draft.typed, OWN: (following,)}, draft)


WRITING = Writing(
    FORM,
    _fill_in,
    read,
    previews.preview,
    previews.fix,
    sends="meeting.save",
    sent="meeting-body-saved-already",
    dropped="meeting-dropped",
    shows=previews.shows,
)


def save(request: Request, draft: Draft) -> Answer:
    WRITING.refuse_if_sent(request, draft)
    session, words, setup = request.session, request.words, read(request, draft.typed)
    if isinstance(setup, dict):
        return WRITING.wrong(request, draft, setup)
    if setup.series is not None and str(setup.series.version) != first(draft.typed, VERSION):
        raise Refusal.saying(words("meeting-changed-meanwhile"))
    if setup.series is not None:
        rules.run_it(request, setup.series)
    elif setup.committee is None and not setup.asked:
        raise Refusal.saying(words("meeting-ask-somebody"))
    if again := WRITING.once_more(request, draft, setup):
        return again
    series = setup.series or _new(request, setup)
    with lasting.change(request, series):
        _put(request, series, setup)
    draft.become(series.id, request.now)
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
    if setup.own is not None:
        request.session.add(SeriesSeat(series_id=series.id, seat_id=setup.own.id, chair=True))
        request.session.flush()
    return series


def _put(request: Request, series: Series, setup: Setup) -> None:
    session = request.session
    series.name, series.often, series.how = setup.name, setup.often, setup.place
    series.rule, series.first, series.bend = setup.rhythm.rule, setup.rhythm.first, setup.rhythm.bend
    series.hour, series.length, series.closes, series.is_open = setup.hour, setup.length, setup.closes, setup.is_open
    series.version, series.quorum = series.version + 1, setup.quorum
    series.opened = agenda.opens(session, setup.is_open, setup.committee)
    series.kind = Kind.PAIR if is_small(request.session, setup) else Kind.BODY
    _put_chairs(session, series, [seat.id for seat in setup.chairs])
    inviting.invite(request, series, setup.asked, setup.chairs)
    session.flush()
    session.refresh(series)
    schedule.drop(session, series)
    schedule.plan(session, series, request.now)


def _put_chairs(session: Session, series: Series, ids: list[int]) -> None:
    """Of picked seats those that have agreed to take part."""
    there = {one.seat_id: one for one in session.scalars(select(SeriesSeat).where(SeriesSeat.series_id == series.id))}
    for id, row in there.items():
        row.chair = id in ids
        if series.committee_id is not None and not row.chair:
            session.delete(row)
    if series.committee_id is not None:
        session.add_all(SeriesSeat(series_id=series.id, seat_id=id, chair=True) for id in ids if id not in there)


# Afterwards ------------------------------------------------------------------------------------------------------


def offer(request: Request) -> list[Button]:
    if not led(request) and not picking(request):
        return []
    return [Button(request.words("meeting-body-start"), "meeting.set-up")]
