"""The terms on which a poll is held, beyond what is asked: a second form of the same draft."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from bot.boundary import Choice, ChoiceField, Form
from bot.drafts import Draft, Typed
from bot.people import audiences
from bot.people import model as people
from bot.people.audiences import EVERYONE, AudienceFilter
from bot.polls import quorum
from bot.polls.fields import choices, first
from bot.polls.model import Results
from bot.request import Request
from bot.texts import Words

FORM = "poll.terms"
RESULTS, QUORUM, PEOPLE, BUILDINGS, UNTIL = FIELDS = ("results", "quorum", "people", "buildings", "until")
AT_ITS_TIME, WHEN_ALL_HAVE = "time", "all"
OFFERED_MOST = 25  # that a form can offer
RESULTS_SHOWN = {
    Results.LIVE: "poll-results-live",
    Results.AFTER: "poll-results-after",
    Results.END: "poll-results-end",
}


@dataclass(frozen=True)
class Terms:
    results: Results
    quorum: str
    circle: AudienceFilter
    until_all: bool


def form(request: Request, draft: Draft, *, counts_early: bool) -> Form:
    """The form, filled in with what was chosen before. `counts_early`: whether a count can show before the end."""
    words, typed = request.words, {**_usual(), **draft.typed}
    shown = [Choice(result.value, words(name)) for result, name in RESULTS_SHOWN.items()]
    quorums = [Choice(one, quorum.choice(one, words)) for one in quorum.ALL]
    ends = [Choice(AT_ITS_TIME, words("poll-until-time")), Choice(WHEN_ALL_HAVE, words("poll-until-all"))]
    people_offered = [
        (EVERYONE, words("audience-everyone")),
        *audiences.people_of(request.session, request.district, words),
    ]
    buildings = [(EVERYONE, words("audience-any-building")), *audiences.buildings_of(request.session, request.district)]
    fields = [
        choices(RESULTS, words("poll-form-results"), shown, typed),
        _several(PEOPLE, words("poll-form-people"), people_offered, typed, words),
        _several(BUILDINGS, words("poll-form-buildings"), buildings, typed, words),
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


def read(request: Request, typed: Typed, say: Callable[[str, str], None]) -> Terms:
    """`say` is told what is wrong, by field."""
    typed = {**_usual(), **typed}
    named = {value for field in (PEOPLE, BUILDINGS) for value in typed[field]} - {EVERYONE}
    if named:
        session, district = request.session, request.district
        known = [*audiences.people_of(session, district, request.words), *audiences.buildings_of(session, district)]
        if not named <= {value for value, _ in known}:
            say(PEOPLE, "poll-wrong-terms")
            named = set()
    allowed = {RESULTS: (*RESULTS_SHOWN,), QUORUM: quorum.ALL, UNTIL: (AT_ITS_TIME, WHEN_ALL_HAVE)}
    chosen = {field: first(typed, field) for field in allowed}
    for field in allowed:
        if chosen[field] not in allowed[field]:
            say(field, "poll-wrong-terms")
            chosen[field] = allowed[field][0]
    return Terms(
        Results(chosen[RESULTS]),
        chosen[QUORUM],
        AudienceFilter(frozenset(named)),
        until_all=chosen[UNTIL] == WHEN_ALL_HAVE,
    )


def out_of_reach(request: Request, terms: Terms, places: Sequence[people.Place]) -> dict[str, str]:
    """What would come to nothing with the people who can answer, by field, in the person's words."""
    words = request.words
    if terms.circle.values or terms.quorum in quorum.NUMBERS:
        can = many(request.session, places, terms.circle)
        if terms.circle.values and not can:
            whom = audiences.named(request.session, terms.circle, request.district, words)
            return {PEOPLE: words("poll-wrong-nobody", audience=whom)}
        if terms.quorum in quorum.NUMBERS and can < int(terms.quorum):
            return {QUORUM: words("poll-wrong-quorum", least=int(terms.quorum), count=can)}
    return {}


def many(session: Session, places: Sequence[people.Place], circle: AudienceFilter) -> int:
    """How many people can answer."""
    reached = audiences.reached(session, places, circle).subquery()
    return session.scalar(select(func.count(reached.c.id.distinct()))) or 0


def _usual() -> dict[str, tuple[str, ...]]:
    return {
        RESULTS: (Results.LIVE,),
        QUORUM: (quorum.NONE,),
        PEOPLE: (EVERYONE,),
        BUILDINGS: (EVERYONE,),
        UNTIL: (AT_ITS_TIME,),
    }


def _several(name: str, label: str, offered: list[tuple[str, str]], typed: Typed, words: Words) -> ChoiceField:
    """As many as a form can offer, which says if these are not all: first everyone, then what they chose."""
    order = (EVERYONE, *typed[name])
    first_those = sorted(offered, key=lambda choice: order.index(choice[0]) if choice[0] in order else len(order))
    shown = [Choice(*choice) for choice in first_those[:OFFERED_MOST]]
    hint = words("poll-form-list-cut", count=OFFERED_MOST) if len(offered) > OFFERED_MOST else ""
    return choices(name, label, shown, typed, len(shown), hint)
