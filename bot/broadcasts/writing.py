"""From what was typed to something that can be told, or to what must change first."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.boundary import Choice, ChoiceField, Form, TextField
from bot.broadcasts import recipients, scope, timing
from bot.broadcasts.files import FILES, KIND
from bot.broadcasts.model import TEXT_MOST, TITLE_MOST, WRITE, WRITE_OWN, Broadcast, Said
from bot.broadcasts.recipients import Recipients
from bot.drafts import Draft, Typed, Wrong
from bot.forms import choices, first, moment, several
from bot.payloads import number
from bot.people import circles, own_building, seats
from bot.people import model as people
from bot.people.audiences import Audience, of_places
from bot.people.circles import ALSO, EVERYONE, NOT, ONLY, AudienceFilter
from bot.people.places import Place
from bot.people.seats import Capability
from bot.request import Request
from bot.uploads import Stage, Upload

TITLE, TEXT, PEOPLE, BUILDINGS, ASKS = "title", "text", "people", "buildings", "asks"
WRITTEN_FOR = "for"  # what another language was written for: if that has changed since, it is looked at once more
OWN, SEAT, LANGUAGE, AT, URGENT, REPLACES = "own", "seat", "language", "at", "urgent", "replaces"
REPLIES = "replies"
LEFT_OFF = "left-off"  # numbers of channels in which it is not posted
FILE_UNTIL = "file-until"  # until when its writer will send a file
OF, DRAFTED = "of", "drafted"  # what it tells of; the readers for whom words of that were put into it, and these words
ALSO_AT = "also-at"
MORE = (ALSO, ALSO_AT, ONLY, NOT)  # who else is told, and who of all these is not
# What the form leaves as it is, with other languages.
SETTINGS = (OWN, SEAT, LANGUAGE, AT, URGENT, REPLACES, REPLIES, LEFT_OFF, OF, DRAFTED, FILES, FILE_UNTIL, *MORE)
YES, NO = "yes", "no"


@dataclass(frozen=True)
class Written:
    """What a broadcast will be."""

    sender_id: int  # the member's number
    seat: people.Seat
    own: bool
    language: str
    said: Mapping[str, Said]
    circle: AudienceFilter
    audience: Audience
    offered: Sequence[Place]  # all the channels where it may be posted
    places: Sequence[Place]  # those of them where it will be
    asks: bool
    replies: bool
    urgent: bool
    wanted_at: datetime | None
    recipients: Recipients
    approve: Sequence[people.Group]  # of each of these, somebody has to
    files: Sequence[Upload]
    drafted_for: Audience | None  # the readers for whom words of something else were put into it, if these still stand

    @property
    def waits_for_files(self) -> bool:
        return any(one.stage is Stage.FETCHED for one in self.files)


def possible_seats(request: Request, *, own: bool) -> list[people.Seat]:
    if own:
        return own_building.seats(request.session, request.member)
    return seats.able(request.session, request.member, Capability.BROADCAST)


def in_language(field: str, language: str) -> str:
    """The name under which a draft has it in another language than its own."""
    return f"{field}-{language}"


def form(request: Request, draft: Draft | None = None, *, own: bool = False) -> Form:
    """The form, filled in with what was typed before."""
    typed = draft.typed if draft else {}
    own = own or bool(typed.get(OWN))
    fields = _own_fields(request, typed) if own else _fields(request, typed)
    words, about = request.words, str(draft.id) if draft else ""
    title = words("broadcast-own-title" if own else "broadcast-form-title")
    name = WRITE_OWN if own else WRITE
    return Form(name, title, words("broadcast-form-submit"), words("cancel"), fields, about)


def _own_fields(request: Request, typed: Typed) -> tuple[TextField, ChoiceField]:
    return text_field(request, first(typed, TEXT)), _asks(request, typed, NO)


def _fields(request: Request, typed: Typed) -> tuple[TextField | ChoiceField, ...]:
    words, session, district = request.words, request.session, request.district
    everyone = [(EVERYONE, words("broadcast-everyone")), *circles.offered_to(session, request.member, words)]
    buildings = [(EVERYONE, words("audience-any-building")), *circles.buildings_of(session, district)]
    of = possible_seats(request, own=False)[:1]
    there = [f"building:{seat.building_id}" for seat in of if seat.building_id is not None]
    usual = {PEOPLE: (f"group:{request.member.group_id}",), BUILDINGS: (*there, EVERYONE)[:1]}
    chosen = {**usual, **typed}
    return (
        title_field(request, first(typed, TITLE)),
        text_field(request, first(typed, TEXT)),
        several(PEOPLE, words("broadcast-form-people"), everyone, chosen, words),
        several(BUILDINGS, words("broadcast-form-buildings"), buildings, chosen, words),
        _asks(request, typed, YES),
    )


def title_field(request: Request, value: str, name: str = TITLE, label: str = "") -> TextField:
    return TextField(name, label or request.words("broadcast-form-subject"), "", value, TITLE_MOST)


def text_field(request: Request, value: str, name: str = TEXT, label: str = "") -> TextField:
    """What is longer than fits is refused with a count, not cut by the platform."""
    words = request.words
    return TextField(name, label or words("broadcast-form-text"), words("broadcast-form-hint"), value, long=True)


def _asks(request: Request, typed: Typed, usual: str) -> ChoiceField:
    words = request.words
    offered = [Choice(NO, words("broadcast-asks-no")), Choice(YES, words("broadcast-asks-yes"))]
    return choices(ASKS, words("broadcast-form-asks"), offered, {ASKS: (usual,), **typed})


# Reading ---------------------------------------------------------------------------------------------------------


def read(request: Request, typed: Typed) -> Written | Wrong:
    """What it will be, or what is wrong, by field, in the person's words."""
    own, words, wrong = bool(typed.get(OWN)), request.words, dict[str, str]()
    seat = _seat(request, first(typed, SEAT), own=own)
    language = first(typed, LANGUAGE) or words.language
    said = _said(request, typed, language, own, wrong)
    circle = own_building.circle(seat) if own else _circle(request, typed, wrong)
    wanted_at = moment(first(typed, AT))
    if wanted_at and (why := timing.wrong(request, seat, circle, wanted_at)):
        wrong[AT] = why
    if wrong:
        return wrong
    offered, audience = _where(request, seat, circle, own)
    told_of = drafted(typed, [one.text for one in said.values()])
    if told_of is not None and not told_of.covers(request.session, audience):
        return {TEXT: words("broadcast-wrong-others-read")}
    places = [place for place in offered if str(place.id) not in typed.get(LEFT_OFF, ())]
    found = recipients.of(request.session, request.district, circle, places)
    if not found.people and not places:
        return {PEOPLE: words("broadcast-wrong-nobody")}
    approve = [] if own else scope.groups_to_approve(request.session, seat, circle, found.people)
    if why := nobody_approves(request, approve):
        return {PEOPLE: why}
    asks, urgent = first(typed, ASKS) == YES, may_be_urgent(request, own=own) and bool(typed.get(URGENT))
    replies = bool(places and typed.get(REPLIES))
    to = (circle, audience, offered, places)
    files = files_of(request.session, typed)
    by = request.member.id
    return Written(by, seat, own, language, said, *to, asks, replies, urgent, wanted_at, found, approve, files, told_of)


def of_row(request: Request, row: Broadcast) -> Written:
    """The same of one that is there."""
    found = recipients.of(request.session, row.district, row.circle, row.places)
    approve = [] if row.own else scope.groups_to_approve(request.session, row.seat, row.circle, found.people)
    who = ((row.author or row.sender).id, row.seat, row.own, row.language, row.said)
    to = (row.circle, row.audience, row.places, row.places)
    how = (row.asks, row.replies, row.urgent, row.wanted_at)
    return Written(*who, *to, *how, found, approve, [one.upload for one in row.attached], row.drafted_for)


def typed_of(request: Request, row: Broadcast) -> dict[str, tuple[str, ...]]:
    """As if it had just been written."""
    offered, _ = _where(request, row.seat, row.circle, row.own)
    named = row.circle.part("")
    also = row.circle.part(ALSO)
    buildings = tuple(sorted(value for value in named if value.startswith("building:")))
    typed = {
        PEOPLE: tuple(sorted(named - set(buildings))) or (EVERYONE,),
        BUILDINGS: buildings or (EVERYONE,),
        ALSO: tuple(sorted(value for value in also if not value.startswith("building:"))),
        ALSO_AT: tuple(sorted(value for value in also if value.startswith("building:"))),
        ONLY: tuple(sorted(row.circle.part(ONLY))),
        NOT: tuple(sorted(row.circle.part(NOT))),
        ASKS: (YES if row.asks else NO,),
        SEAT: (str(row.seat_id),),
        LANGUAGE: (row.language,),
        REPLACES: (str(row.id),),
        LEFT_OFF: tuple(str(place.id) for place in offered if place not in row.places),
        FILES: tuple(str(one.upload_id) for one in row.attached),
    }
    for language, one in row.said.items():
        own = language == row.language
        typed[TITLE if own else in_language(TITLE, language)] = (one.title,)
        typed[TEXT if own else in_language(TEXT, language)] = (one.text,)
        typed[in_language(WRITTEN_FOR, language)] = (written_for(row.said[row.language]),)
    if row.drafted_for is not None:
        typed[DRAFTED] = (str(row.drafted_for), *(one.text for one in row.said.values()))
    marks = ((OWN, row.own), (URGENT, row.urgent), (REPLIES, row.replies))
    return typed | {name: (YES,) for name, holds in marks if holds}


def files_of(session: Session, typed: Typed) -> list[Upload]:
    """Those of a draft that are here, or being fetched."""
    ids = [id for one in typed.get(FILES, ()) if (id := number(one))]
    if not ids:
        return []
    those = (Upload.id.in_(ids), Upload.kind == KIND, Upload.stage.in_((Stage.FETCHED, Stage.HERE)))
    return list(session.scalars(select(Upload).where(*those).order_by(Upload.id)))


def may_be_urgent(request: Request, *, own: bool) -> bool:
    return not own and seats.can(request.session, request.member, Capability.URGENT)


def _seat(request: Request, chosen: str, *, own: bool) -> people.Seat:
    theirs = possible_seats(request, own=own)
    return next((seat for seat in theirs if str(seat.id) == chosen), theirs[0])


def _said(request: Request, typed: Typed, language: str, own: bool, wrong: Wrong) -> dict[str, Said]:
    said = {language: Said("" if own else first(typed, TITLE).strip(), first(typed, TEXT).strip())}
    wrong |= wrong_words(request, said[language], own=own)
    for other in request.texts.others(language):
        if text := first(typed, in_language(TEXT, other.language)).strip():
            title = first(typed, in_language(TITLE, other.language)).strip()
            said[other.language] = Said("" if own else title, text)
            if first(typed, in_language(WRITTEN_FOR, other.language)) != written_for(said[language]):
                name = request.words("language-of", language=other.language)
                wrong[in_language(TEXT, other.language)] = request.words("broadcast-wrong-stale", language=name)
    return said


def written_for(said: Said) -> str:
    return f"{said.title}\n{said.text}"


def wrong_words(request: Request, said: Said, *, own: bool, title: str = TITLE, text: str = TEXT) -> Wrong:
    words, wrong = request.words, dict[str, str]()
    if not own and not said.title:
        wrong[title] = words("broadcast-wrong-title")
    elif len(said.title) > TITLE_MOST:
        wrong[title] = words("broadcast-wrong-title-long", count=len(said.title), most=TITLE_MOST)
    if not said.text:
        wrong[text] = words("broadcast-wrong-text")
    elif len(said.text) > TEXT_MOST:
        wrong[text] = words("broadcast-wrong-long", count=len(said.text), most=TEXT_MOST)
    return wrong


def _circle(request: Request, typed: Typed, wrong: Wrong) -> AudienceFilter:
    session, district, words = request.session, request.district, request.words
    chosen = [typed.get(field, ()) for field in (PEOPLE, BUILDINGS)]
    named = {value for values in chosen if EVERYONE not in values for value in values}
    known = [*circles.offered_to(session, request.member, words), *circles.buildings_of(session, district)]
    if not typed.get(PEOPLE) or not named <= {value for value, _ in known}:
        wrong[PEOPLE] = words("broadcast-wrong-people")
        return AudienceFilter()
    parts = {ALSO: (*typed.get(ALSO, ()), *typed.get(ALSO_AT, ())), ONLY: typed.get(ONLY, ()), NOT: typed.get(NOT, ())}
    if not all(value in dict(known) for values in parts.values() for value in values):
        wrong[ALSO] = words("broadcast-wrong-people")
        return AudienceFilter()
    named |= {f"{part}:{value}" for part, values in parts.items() for value in values}
    return AudienceFilter(frozenset(named))


def drafted(typed: Typed, texts: Iterable[str]) -> Audience | None:
    """The readers for whom words of something else were put into it; None: there are none, or they are its writer's
    own by now."""
    readers, *those = typed.get(DRAFTED, ("",))
    return Audience.parse(readers) if {one.strip() for one in those} & {*texts} else None


def _where(request: Request, seat: people.Seat, circle: AudienceFilter, own: bool) -> tuple[Sequence[Place], Audience]:
    """The channels, and who may read it."""
    readers = circle.readers(request.session, request.district)
    if own:
        places = own_building.places(request.session, seat, request.member)
        return places, readers | of_places(places)
    return scope.places_within(request.session, seat, readers, circle), readers


def nobody_approves(request: Request, groups: Sequence[people.Group]) -> str:
    """Says for which groups nobody could; empty: somebody can for each."""
    of = (request.session, request.district)
    silent = [group.name for group in groups if not scope.approvers(*of, group, request.member.id)]
    return request.words("broadcast-wrong-approver", groups=request.words.listed(silent)) if silent else ""
