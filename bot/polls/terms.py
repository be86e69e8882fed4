"""The terms on which a poll is held, beyond what is asked: whom it is for, when its count shows, how many must answer
for it to count, when it begins and how often it is asked. Two more forms of the same draft."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import Protocol

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from bot import disclosure_control
from bot.boundary import Choice, Form
from bot.drafts import Draft, Typed, Wrong
from bot.forms import choices, first, moment, several
from bot.people import circles, school_days, seats
from bot.people import model as people
from bot.people.cards import name_of, seat_title
from bot.people.circles import EVERYONE, AudienceFilter
from bot.people.places import Place
from bot.people.recurrence import ahead
from bot.people.seats import Capability
from bot.polls import rules, secrecy
from bot.polls.ballots import who_answered
from bot.polls.model import Poll, Results
from bot.request import Request
from bot.texts import Words

FORM, PLAN = "poll.terms", "poll.plan"
RESULTS, QUORUM, PEOPLE, BUILDINGS, UNTIL = FIELDS = ("results", "quorum", "people", "buildings", "until")
STARTS, REPEATS = PLAN_FIELDS = ("starts", "repeats")
AT_ITS_TIME, WHEN_ALL_HAVE = "time", "all"
NOW, ONCE, WEEKLY = "now", "once", "weekly"
RESULTS_SHOWN = {
    Results.LIVE: "poll-results-live",
    Results.AFTER: "poll-results-after",
    Results.END: "poll-results-end",
}
NONE, GROUPS = "none", "groups"
NUMBERS = ("3", "5", "7", "10", "15", "20", "30", "50", "100")
SHARES = {"quarter": (1, 4), "half": (1, 2), "two-thirds": (2, 3), "three-quarters": (3, 4)}
QUORUMS = (NONE, GROUPS, *SHARES, *NUMBERS)
FEW = tuple(one for one in NUMBERS if int(one) < disclosure_control.FEWEST)
# Which choices would tell of single people whether they answered, or count where nothing is told: an anonymous poll has
# them not.
TELLING = {QUORUM: (GROUPS, *FEW), UNTIL: (WHEN_ALL_HAVE,)}
MORNING = time(8)
WEEK = timedelta(days=7)
DAYS_AHEAD = range(1, 15)
SOONEST = timedelta(minutes=1)  # that lies between beginning and closing


class Say(Protocol):
    """Is told what is wrong with a field: the name of the words, and what they need."""

    def __call__(self, field: str, name: str, **values: str | int) -> None: ...


@dataclass(frozen=True)
class Terms:
    results: Results
    quorum: str
    circle: AudienceFilter
    until_all: bool


@dataclass(frozen=True)
class Plan:
    starts_at: datetime | None  # None: when it is posted
    weekly: bool


def form(request: Request, draft: Draft, *, counts_early: bool, anonymous: bool) -> Form:
    """The form, filled in with what was chosen before. `counts_early`: whether a count can show before the end."""
    words, typed = request.words, {**_usual(), **draft.typed}
    telling = TELLING if anonymous else {}
    typed |= {field: _usual()[field] for field, those in telling.items() if first(typed, field) in those}
    shown = [Choice(result.value, words(name)) for result, name in RESULTS_SHOWN.items()]
    quorums = [Choice(one, _quorum_choice(one, words)) for one in QUORUMS if one not in telling.get(QUORUM, ())]
    ends = [Choice(AT_ITS_TIME, words("poll-until-time"))]
    ends += [] if anonymous else [Choice(WHEN_ALL_HAVE, words("poll-until-all"))]
    people_offered = [
        (EVERYONE, words("audience-everyone")),
        *circles.offered_to(request.session, request.member, words),
    ]
    buildings = [(EVERYONE, words("audience-any-building")), *circles.buildings_of(request.session, request.district)]
    fields = [
        choices(RESULTS, words("poll-form-results"), shown, typed),
        several(PEOPLE, words("poll-form-people"), people_offered, typed, words),
        several(BUILDINGS, words("poll-form-buildings"), buildings, typed, words),
        choices(QUORUM, words("poll-form-quorum"), quorums, typed),
        choices(UNTIL, words("poll-form-until"), ends, typed),
    ]
    return Form(
        name=FORM,
        title=words("poll-more"),
        submit=words("poll-form-submit"),
        cancel=words("cancel"),
        fields=tuple(fields if counts_early else fields[1:]),
        about=str(draft.id),
    )


def read(request: Request, typed: Typed, say: Say, own: people.Group, *, anonymous: bool) -> Terms:
    """`own`: the group that asks."""
    typed = {**_usual(), **typed}
    named = {value for field in (PEOPLE, BUILDINGS) for value in typed[field]} - {EVERYONE}
    if named:
        session, district = request.session, request.district
        known = [*circles.offered_to(session, request.member, request.words), *circles.buildings_of(session, district)]
        if not named <= {value for value, _ in known}:
            say(PEOPLE, "poll-wrong-terms")
            named = set()
    if named:
        _say_whose(request, AudienceFilter(frozenset(named)), own, say)
    allowed = {RESULTS: (*RESULTS_SHOWN,), QUORUM: QUORUMS, UNTIL: (AT_ITS_TIME, WHEN_ALL_HAVE)}
    chosen = {field: first(typed, field) for field in allowed}
    for field in allowed:
        if chosen[field] not in allowed[field]:
            say(field, "poll-wrong-terms")
            chosen[field] = allowed[field][0]
    if anonymous:
        _say_what_tells(chosen, say)
    return Terms(
        Results(chosen[RESULTS]),
        chosen[QUORUM],
        AudienceFilter(frozenset(named)),
        until_all=chosen[UNTIL] == WHEN_ALL_HAVE,
    )


def _say_whose(request: Request, circle: AudienceFilter, own: people.Group, say: Say) -> None:
    """Nobody polls another group's people: their own group does, or several groups together. Nor a board alone."""
    session, words = request.session, request.words
    groups = circles.groups_in(session, circle)
    if groups and all(group.kind is people.GroupKind.BOARD for group in groups):
        say(PEOPLE, "poll-wrong-board-alone")
        return
    if not groups or own in groups:
        return
    names = words.listed([group.name for group in groups])
    leads = [lead for group in groups if (lead := _lead(request, group))]
    if not leads:
        say(PEOPLE, "poll-wrong-others-alone", groups=names)
        return
    who = words.listed([f"{name_of(seat, words)} ({seat_title(seat, words)})" for seat in leads])
    say(PEOPLE, "poll-wrong-others", groups=names, who=who)


def _lead(request: Request, group: people.Group) -> people.Seat | None:
    """Who could ask its people: one role, of the whole group before one of a building."""
    found = seats.acting_with(request.session, group, request.district, Capability.OPEN_ROUND)
    return min(found, key=lambda seat: (seat.building_id is not None, seat.id), default=None)


def _say_what_tells(chosen: Mapping[str, str], say: Say) -> None:
    if chosen[QUORUM] == GROUPS:
        say(QUORUM, "poll-wrong-groups-anonymous")
    if chosen[QUORUM] in FEW:
        say(QUORUM, "poll-wrong-few-anonymous", least=disclosure_control.FEWEST)
    if chosen[UNTIL] == WHEN_ALL_HAVE:
        say(UNTIL, "poll-wrong-all-anonymous")


def out_of_reach(request: Request, terms: Terms, places: Sequence[Place]) -> Wrong:
    """What would come to nothing with the people who can answer, by field, in the person's words."""
    words = request.words
    if terms.circle.values or terms.quorum in NUMBERS:
        can = how_many(request.session, places, terms.circle)
        if terms.circle.values and not can:
            whom = circles.named(request.session, terms.circle, request.district, words)
            return {PEOPLE: words("poll-wrong-nobody", audience=whom)}
        if terms.quorum in NUMBERS and can < int(terms.quorum):
            return {QUORUM: words("poll-wrong-quorum", least=int(terms.quorum), count=can)}
    return {}


def how_many(session: Session, places: Sequence[Place], circle: AudienceFilter) -> int:
    """How many people can answer."""
    asked = rules.can_answer(session, places, circle)
    return session.scalar(select(func.count(asked.c.id.distinct()))) or 0


def _usual() -> dict[str, tuple[str, ...]]:
    return {
        RESULTS: (Results.LIVE,),
        QUORUM: (NONE,),
        PEOPLE: (EVERYONE,),
        BUILDINGS: (EVERYONE,),
        UNTIL: (AT_ITS_TIME,),
    }


# When it begins --------------------------------------------------------------------------------------------------


def plan_form(request: Request, draft: Draft) -> Form:
    words, typed = request.words, {STARTS: (NOW,), REPEATS: (ONCE,), **draft.typed}
    mornings = [ahead(request.now, request.district.zone, days, MORNING) for days in DAYS_AHEAD]
    starts = [Choice(NOW, words("poll-plan-now")), *(Choice(at.isoformat(), request.moment(at)) for at in mornings)]
    repeats = [Choice(ONCE, words("poll-plan-once")), Choice(WEEKLY, words("poll-plan-weekly"))]
    return Form(
        name=PLAN,
        title=words("poll-plan"),
        submit=words("poll-form-submit"),
        cancel=words("cancel"),
        fields=(
            choices(STARTS, words("poll-form-starts"), starts, typed),
            choices(REPEATS, words("poll-form-repeats"), repeats, typed),
        ),
        about=str(draft.id),
    )


def read_plan(request: Request, typed: Typed, closes_at: datetime, say: Say) -> Plan:
    typed = {STARTS: (NOW,), REPEATS: (ONCE,), **typed}
    chosen, repeats = first(typed, STARTS), first(typed, REPEATS)
    starts_at = None if chosen == NOW else moment(chosen)
    weekly = repeats == WEEKLY
    if repeats not in (ONCE, WEEKLY):
        say(REPEATS, "poll-wrong-terms")
    if chosen != NOW and (starts_at is None or not request.now < starts_at <= request.now + 3 * WEEK):
        say(STARTS, "poll-wrong-starts")
    elif starts_at is not None and closes_at < starts_at + SOONEST:
        say(STARTS, "poll-wrong-closes-before")
    elif weekly and starts_at is not None and school_days.is_off(request.session, request.district, starts_at):
        say(STARTS, "poll-wrong-no-school", when=request.words.day(starts_at, request.district.zone))
    elif weekly and closes_at > (starts_at or request.now) + WEEK:
        say(REPEATS, "poll-wrong-week")
    return Plan(starts_at, weekly)


# How many must answer --------------------------------------------------------------------------------------------


def _quorum_choice(quorum: str, words: Words) -> str:
    """As the form offers it."""
    if quorum == NONE:
        return words("poll-quorum-none")
    if quorum == GROUPS:
        return words("poll-quorum-groups")
    if quorum in SHARES:
        return words("poll-quorum-share", share=quorum)
    return words("poll-quorum-number", least=int(quorum))


def quorum_said(quorum: str, words: Words) -> str:
    """As the card says it beforehand; empty if there is none."""
    if quorum == NONE:
        return ""
    if quorum == GROUPS:
        return words("poll-card-quorum-groups")
    if quorum in SHARES:
        return words("poll-card-quorum-share", share=quorum)
    return words("poll-card-quorum-number", least=int(quorum))


def quorum_missed(quorum: str, words: Words) -> str:
    """As the card says it afterwards."""
    if quorum == GROUPS:
        return words("poll-not-valid-groups")
    if quorum in SHARES:
        return words("poll-not-valid-share", share=quorum)
    return words("poll-not-valid-number", least=int(quorum))


def quorum_is_met(session: Session, poll: Poll) -> bool | None:
    """By those who could answer and have, when it is asked. None: so few answered without a name that this is not told
    either."""
    if poll.quorum == NONE:
        return True
    if poll.anonymous and not disclosure_control.totals_may_be_shown(secrecy.voters(session, poll.id)):
        return None
    if poll.quorum in NUMBERS:
        those = who_answered(poll).distinct().subquery()
        return (session.scalar(select(func.count()).select_from(those)) or 0) >= int(poll.quorum)
    asked = rules.asked(session, poll)
    groups = {group for (group,) in session.execute(select(asked.c.group_id).distinct())}
    present = select(asked.c.group_id).where(asked.c.id.in_(who_answered(poll)))
    if poll.quorum == GROUPS:
        return bool(groups) and groups == set(session.scalars(present.distinct()))
    could = session.scalar(select(func.count()).select_from(asked)) or 0
    came = session.scalar(select(func.count()).select_from(present.subquery())) or 0
    return suffices(poll.quorum, came, could)


def suffices(share: str, came: int, could: int) -> bool:
    of, whole = SHARES[share]
    return could > 0 and came * whole >= of * could


def all_have_answered(session: Session, poll: Poll) -> bool:
    asked = rules.asked(session, poll)
    missing = select(asked.c.id).where(asked.c.id.not_in(who_answered(poll))).limit(1)
    anybody = session.scalar(select(asked.c.id).limit(1)) is not None
    return anybody and session.scalar(missing) is None
