"""All that rounds can be asked to do."""

from __future__ import annotations

from functools import partial

from bot.boundary import Button
from bot.feature import Feature, NoticeKind, Section, Urgency, Waiting
from bot.goals import authors, proposing, rules
from bot.goals.model import DECIDED
from bot.goals.rounds import deciding, rating, results, rounds, sorting
from bot.goals.rounds.model import current
from bot.request import Anyone, Request, ReviewedForm, Route

SORTER = (rules.read_concerns,)
SORTER_OF_IT = (rules.read_concerns, rules.read_it)
LEADER = (rounds.lead_their_group,)
RATER = (Anyone("only a round in which they may say what matters is found"),)


def _to_rate(request: Request) -> list[Waiting]:
    there = rating.find(request)
    if there is None or not rating.waits(request.session, there, request.member):
        return []
    return [Waiting(partial(rating.ask, there, request.words), Urgency.DO, there.ends_at)]


def offer(request: Request) -> list[Button]:
    if rounds.leads(request) is not None:
        return [Button(request.words("round-title"), "round.show")]
    there = current(request.session, request.district.id)
    shown = there is not None and results.find(request) is not None
    return [Button(request.words("round-see"), "round.results")] if shown and there and _reads(request) else []


def _reads(request: Request) -> bool:
    there = results.find(request)
    return there is not None and there.audience.admits(request.session, request.member)


FEATURE = Feature(
    presses={
        # A group sorts its own
        "theme.sort": Route(sorting.next_one, SORTER),
        "theme.put": Route(sorting.put, SORTER_OF_IT, sorting.find_concern),
        "theme.title": Route(sorting.ask_for_titles, SORTER, sorting.find_titled),
        "theme.list": Route(sorting.show, SORTER),
        "theme.open": Route(sorting.open_theme, SORTER, sorting.find_theme),
        "theme.keep": Route(sorting.keep, SORTER, sorting.find_theme),
        "theme.take-out": Route(sorting.take_out, SORTER_OF_IT, sorting.find_concern),
        "concern.take-out": Route(sorting.take_out, (rules.be_its_author,), sorting.find_concern),
        # Those who lead a group
        "round.show": Route(rounds.show, LEADER),
        "round.open": Route(rounds.open_part, LEADER),
        "round.pause": Route(rounds.pause, LEADER, rounds.find),
        "round.ready": Route(rounds.look_over_list, LEADER, rounds.find),
        "round.ready-now": Route(rounds.show_list, LEADER, rounds.find),
        "round.unready": Route(rounds.take_list_back, LEADER, rounds.find),
        "round.begin": Route(rounds.begin, LEADER, rounds.find),
        deciding.FORM: Route(deciding.ask, (deciding.lead_it,), deciding.find),
        "goal.start-theme": Route(proposing.start_theme, (*LEADER, deciding.lead_it), deciding.find),
        # Everybody of their groups
        "round.rate": Route(rating.show, RATER, rating.find),
        "round.rate-again": Route(rating.from_the_beginning, RATER, rating.find),
        "round.say": Route(rating.rate, RATER, rating.find),
        "round.results": Route(results.show, (results.read_it,), results.find),
    },
    forms={
        sorting.FORM: Route(
            sorting.give_titles,
            SORTER,
            sorting.find_titled,
            reviewed=ReviewedForm("theme.title", tuple(sorting.TITLES.values())),
        ),
        deciding.FORM: Route(
            deciding.mark,
            (deciding.lead_it,),
            deciding.find,
            reviewed=ReviewedForm(deciding.FORM, (deciding.WHY,)),
        ),
    },
    notices={
        rounds.NOTICE: NoticeKind("goal-notices", rounds.stands, rounds.show_notice),
        deciding.YOURS: NoticeKind("goal-notices", deciding.is_theirs, deciding.show_theirs),
        deciding.NOTICE: NoticeKind("concern-notices", authors.stands, deciding.show),
        results.NOTICE: NoticeKind("goal-notices", results.stands, results.show_notice),
    },
    cards={DECIDED: deciding.card},
    due={rounds.END: rounds.end, rounds.ON: rounds.tell_on, deciding.TELL: deciding.tell_some},
    home={"round.asked": Section("rate-home", _to_rate)},
    starts=(offer,),
    merges=(rating.merge,),
)
