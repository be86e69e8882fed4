"""From what was typed to a poll that can be asked, or to what must change first."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from bot import signing
from bot.boundary import Choice, ChoiceField, Form, TextField
from bot.drafts import Draft, Typed, Wrong
from bot.forms import choices, first, moment
from bot.people import boards, presence, school_days
from bot.people import model as people
from bot.people.audiences import Audience, of_places
from bot.people.cards import place_label
from bot.people.places import Place, find_place
from bot.people.recurrence import on_the_wall
from bot.polls import presets, terms
from bot.polls.model import (
    ALL_OPTIONS_MOST,
    OPTION_MOST,
    OPTIONS_LEAST,
    OPTIONS_MOST,
    QUESTION_MOST,
    WRITTEN,
    Kind,
    Option,
)
from bot.polls.presets import CONSENTS, YES_OR_NO
from bot.polls.terms import Plan, Terms
from bot.request import Request
from bot.texts import Words

FORM = "poll.write"
ONE, TWO, THREE, SEVERAL = "one", "2", "3", "several"  # answers that each person may give
RANKED, CONSENT, OPEN = "ranked", "consent", "open"
MOST = {TWO: 2, THREE: 3, SEVERAL: 0}
SAYINGS = {
    ONE: "poll-form-one",
    SEVERAL: "poll-form-several",
    RANKED: "poll-form-ranked",
    CONSENT: "poll-form-consent",
    OPEN: "poll-form-open",
}
HOW_MANY = (ONE, *MOST, RANKED, CONSENT, OPEN)
ANONYMOUS, SILENT, YES = "anonymous", "silent", "yes"  # asked for on the preview: a form has no room for them
SEAT = "seat"  # for which they act, where they could for several
SETTINGS = (ANONYMOUS, SILENT, SEAT, *terms.FIELDS, *terms.PLAN_FIELDS)  # what the form leaves as it is
RATING = re.compile(r"1 ?[-\u2013\u2014] ?5")
HIGHEST = 5
DAYS_AHEAD, SCHOOL_DAYS_AHEAD = range(5), (1, 2, 3, 4, 5, 10)  # on which it is offered to close
SOONEST, LATEST = timedelta(minutes=1), timedelta(days=60)
PLACES_MOST = 25  # that a form can offer


@dataclass(frozen=True)
class Written:
    """What a poll will be."""

    seat: people.Seat
    question: str
    options: tuple[Option, ...]  # not in the database yet
    kind: Kind
    several: bool
    most: int
    anonymous: bool
    terms: Terms
    plan: Plan
    reminds: bool
    closes_at: datetime
    places: tuple[Place, ...]

    @property
    def readers(self) -> Audience:
        return of_places(self.places)

    @property
    def can_count_early(self) -> bool:
        """Of the others the count always shows at the end."""
        return not self.anonymous and self.kind not in (Kind.RANKED, Kind.OPEN)


def from_line(request: Request, line: str) -> Typed:
    """`Question?`, `Question? | A | B` or `Question? | 1-5`, with everything else as the form would offer it."""
    question, *options = [part.strip() for part in line.split("|")]
    return {"question": (question,), "options": ("\n".join(options),), **_offered(request)}


def form(request: Request, draft: Draft | None = None) -> Form:
    """The form, filled in with what was typed before."""
    words, typed = request.words, draft.typed if draft else _offered(request)
    every = _places(request, typed)
    places = [Choice(str(place.id), place_label(place)) for place in every[:PLACES_MOST]]
    cut = words("poll-form-places-cut", count=PLACES_MOST) if len(every) > PLACES_MOST else ""
    several = [Choice(value, how_many(value, words)) for value in HOW_MANY]
    return Form(
        name=FORM,
        title=words("poll-form-title"),
        submit=words("poll-form-submit"),
        cancel=words("cancel"),
        fields=(
            TextField("question", words("poll-form-question"), "", first(typed, "question"), QUESTION_MOST),
            TextField(
                "options",
                words("poll-form-options"),
                words("poll-form-options-hint", least=OPTIONS_LEAST, most=OPTIONS_MOST),
                first(typed, "options"),
                ALL_OPTIONS_MOST + OPTIONS_MOST,
                long=True,
                optional=True,
            ),
            choices("several", words("poll-form-answers"), several, typed),
            closing_field(request, typed),
            choices("places", words("poll-form-places"), places, typed, len(places), cut),
        ),
        about=str(draft.id) if draft else "",
    )


def how_many(several: str, words: Words) -> str:
    """A choice of the form, as people read it."""
    if several in (TWO, THREE):
        return words("poll-form-up-to", most=MOST[several])
    return words(SAYINGS[several])


def read(request: Request, typed: Typed) -> Written | Wrong:
    """What the poll will be, or what is wrong, by field, in the person's words."""
    reader = Reader(request, typed)
    kind, options = reader.options()
    several = reader.several()
    if kind is None:  # those that were written
        kind = Kind.RANKED if several == RANKED else Kind.CHOICE
    else:
        several = ONE
    most, anonymous = MOST.get(several, 0), bool(typed.get(ANONYMOUS))
    closes_at, places = reader.closes_at(), reader.places()
    seat = reader.seat(places)
    written = Written(
        seat=seat,
        question=reader.question(),
        options=options,
        kind=kind,
        several=several in MOST,
        most=most if most < len(options) else 0,
        anonymous=anonymous,
        terms=terms.read(request, typed, reader.say, seat.group, anonymous=anonymous),
        plan=terms.read_plan(request, typed, closes_at, reader.say),
        reminds=not typed.get(SILENT),
        closes_at=closes_at,
        places=places,
    )
    return reader.wrong or written


def closing_field(request: Request, typed: Typed) -> ChoiceField:
    """When it may close, on school days first: what they chose stays among the times while it can stand."""
    off, today = school_days.off(request.session, request.district), _day(request, request.now)
    in_an_hour = (request.now + timedelta(hours=1)).replace(second=0, microsecond=0)
    days = {today + timedelta(ahead) for ahead in DAYS_AHEAD}
    days |= {school_days.after(today, ahead, off) for ahead in SCHOOL_DAYS_AHEAD}
    afternoons = (school_days.end_of(day, request.district) for day in days)
    times = {in_an_hour, *(at for at in afternoons if at > in_an_hour and can_close(at, request.now))}
    if chosen := closing_time(request, typed):
        times.add(chosen)

    def rank(at: datetime) -> tuple[bool, datetime]:
        return at != in_an_hour and not school_days.is_one(_day(request, at), off), at

    offered = [Choice(at.isoformat(), request.moment(at)) for at in sorted(times, key=rank)]
    return choices("closes", request.words("poll-form-closes"), offered, typed)


def _day(request: Request, moment: datetime) -> date:
    return on_the_wall(moment, request.district.zone).date()


def closing_time(request: Request, typed: Typed) -> datetime | None:
    """None: there is none, or it cannot stand."""
    at = moment(first(typed, "closes"))
    return at if at is not None and can_close(at, request.now) else None


def can_close(at: datetime, now: datetime) -> bool:
    return now + SOONEST <= at <= now + LATEST


class Reader:
    def __init__(self, request: Request, typed: Typed) -> None:
        self._request, self._typed = request, typed
        self._by = request.session, request.member
        self.wrong: Wrong = {}

    def say(self, field: str, name: str, **values: str | int) -> None:
        self.wrong[field] = self._request.words(name, **values)

    def question(self) -> str:
        text = " ".join(first(self._typed, "question").split())
        if not text:
            self.say("question", "poll-wrong-question-empty")
        elif len(text) > QUESTION_MOST:
            self.say("question", "poll-wrong-question-long", most=QUESTION_MOST, count=len(text))
        return text

    def options(self) -> tuple[Kind | None, tuple[Option, ...]]:
        """And the kind of poll that they make it, if they do."""
        options = self._lines()
        several = first(self._typed, "several")
        if several in (CONSENT, OPEN):
            if options:
                self.say("options", "poll-wrong-options-ready" if several == CONSENT else "poll-wrong-options-open")
            return (Kind.CONSENT, _ready(CONSENTS)) if several == CONSENT else (Kind.OPEN, _ready((WRITTEN,)))
        if not options:
            return Kind.CHOICE, _ready(YES_OR_NO)
        if len(options) == 1 and RATING.fullmatch(options[0]):
            return Kind.RATING, _listed(str(number) for number in range(1, HIGHEST + 1))
        if len(options) == 1 and options[0].startswith(presets.MARK):
            return self._ready_made(options[0])
        self._check(options)
        return None, _listed(options)

    def _ready_made(self, name: str) -> tuple[Kind | None, tuple[Option, ...]]:
        found = presets.named(name, self._request.texts)
        if found is None:
            names = self._request.words.listed(presets.names(self._request.words))
            self.say("options", "poll-wrong-set", typed=name[: presets.NAME_MOST], names=names)
        return Kind.CONSENT if found == presets.CONSENT_SET else None, _ready(presets.SETS.get(found or "", ()))

    def labels(self) -> list[str]:
        """Options as they were written, none of them ready-made."""
        options = self._lines()
        self._check(options)
        return options

    def _lines(self) -> list[str]:
        lines = first(self._typed, "options").splitlines()
        return [text for line in lines if (text := " ".join(line.split()))]

    def _check(self, options: list[str]) -> None:
        folded = [option.casefold() for option in options]
        doubled = next((option for option in options if folded.count(option.casefold()) > 1), "")
        if not OPTIONS_LEAST <= len(options) <= OPTIONS_MOST:
            self.say("options", "poll-wrong-options-count", least=OPTIONS_LEAST, most=OPTIONS_MOST, count=len(options))
        elif any(len(option) > OPTION_MOST for option in options):
            longest = max(options, key=len)
            self.say("options", "poll-wrong-option-long", most=OPTION_MOST, begin=longest[:20], count=len(longest))
        elif (together := sum(map(len, options))) > ALL_OPTIONS_MOST:
            self.say("options", "poll-wrong-options-together", most=ALL_OPTIONS_MOST, count=together)
        elif doubled:
            self.say("options", "poll-wrong-options-doubled", option=doubled)

    def several(self) -> str:
        chosen = first(self._typed, "several")
        if chosen not in HOW_MANY:
            self.say("several", "poll-wrong-choice")
        return chosen

    def closes_at(self) -> datetime:
        at = closing_time(self._request, self._typed)
        if at is None:
            self.say("closes", "poll-wrong-closes")
        return at or moment(first(self._typed, "closes")) or self._request.now

    def places(self) -> tuple[Place, ...]:
        theirs, chosen = presence.places_for(*self._by), self._typed.get("places", ())
        places = tuple(place for place in theirs if str(place.id) in chosen)
        if not places or len(places) < len(set(chosen)):
            self.say("places", "poll-wrong-places")
        if any(map(boards.is_alone_in, places)):
            self.say("places", "poll-wrong-board")
        return places

    def seat(self, places: Sequence[Place]) -> people.Seat:
        """The one that was picked, or else the first."""
        wanted, theirs = first(self._typed, SEAT), signing.roles(self._request, places)
        return next((seat for seat in theirs if str(seat.id) == wanted), theirs[0])


def _ready(names: Iterable[str]) -> tuple[Option, ...]:
    return tuple(Option(position=position, label="", ready=name) for position, name in enumerate(names))


def _listed(labels: Iterable[str]) -> tuple[Option, ...]:
    return tuple(Option(position=position, label=label) for position, label in enumerate(labels))


def _offered(request: Request) -> dict[str, tuple[str, ...]]:
    """What the form proposes: one answer, until the next school day's afternoon, right here."""
    here = find_place(request.session, request.act.place)
    places = (str(here.id),) if here is not None and here.admits(request.member) else ()
    closes = school_days.due(request.session, request.district, request.now, 1).isoformat()
    return {"several": (ONE,), "closes": (closes,), "places": places}


def _places(request: Request, typed: Typed) -> list[Place]:
    """Where they may post: first the one they are in, then those that they chose."""
    here, chosen = str(request.act.place), typed.get("places", ())
    places = boards.where_others_are(presence.places_for(request.session, request.member))
    return sorted(places, key=lambda place: (place.address != here, str(place.id) not in chosen))
