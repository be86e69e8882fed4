"""All that rounds can be asked to do."""

from __future__ import annotations

from functools import partial

from bot import ratings, themes
from bot.boundary import Button
from bot.feature import Feature, NoticeKind, Section, Urgency, Waiting
from bot.goals import authors, rules
from bot.goals.concerns import ANSWERED, DECIDED
from bot.goals.rounds import answering, chairs, deciding, joining, overview, rating, results, rounds, sorting, waiting
from bot.goals.rounds.model import current
from bot.request import Anyone, Request, ReviewedForm, Route

SORTER = (rules.read_concerns,)
SORTER_OF_IT = (rules.read_it, rules.read_concerns)
LEADER = (overview.lead_their_group,)
NAMED = (chairs.be_named,)
RATER = (Anyone("only a round in which they may say what matters is found"),)


def _to_rate(request: Request) -> list[Waiting]:
    there = rating.find(request)
    if there is None or not ratings.waits(request.session, there, request.member):
        return []
    return [Waiting(partial(ratings.ask, there, request.words), Urgency.DO, there.ends_at)]


def _to_lead(request: Request) -> list[Waiting]:
    """Whether they would lead a round."""
    asked = chairs.waiting(request)
    return [Waiting(lambda: asked, Urgency.DO)] if asked else []


def _to_answer(request: Request) -> list[Waiting]:
    """Titles about which a seat of theirs decides."""
    session, words = request.session, request.words
    found = answering.waiting(request)
    return [Waiting(partial(answering.show_theirs, session, one.id, words), Urgency.DO, one.reply_due) for one in found]


def offer(request: Request) -> list[Button]:
    if overview.leads(request) is not None:
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
        "theme.put": Route(sorting.put, SORTER_OF_IT, sorting.find_concern_to_sort),
        "theme.title": Route(sorting.ask_for_titles, SORTER, sorting.find_titled),
        "theme.list": Route(sorting.show, SORTER),
        "theme.open": Route(sorting.open_theme, SORTER, sorting.find_theme),
        "theme.keep": Route(sorting.keep, SORTER, sorting.find_theme),
        "theme.take-out": Route(sorting.take_out, SORTER_OF_IT, sorting.find_concern_to_sort),
        "concern.take-out": Route(sorting.take_out, (rules.be_its_author,), sorting.find_concern_to_sort),
        # Those who lead a group
        "round.show": Route(overview.show, LEADER),
        "round.open": Route(rounds.open_part, LEADER),
        "round.pause": Route(rounds.pause, LEADER, rounds.find),
        "round.ready": Route(rounds.look_over_list, LEADER, rounds.find),
        "round.ready-now": Route(rounds.show_list, LEADER, rounds.find),
        "round.unready": Route(rounds.take_list_back, LEADER, rounds.find),
        "round.begin": Route(rounds.begin, LEADER, rounds.find),
        "round.go-on": Route(rounds.go_on, (waiting.lead_it,), rounds.find),
        joining.FORM: Route(joining.ask, LEADER, rounds.find),
        "theme.join-yes": Route(joining.say_yes, LEADER, rounds.find),
        "theme.join-no": Route(joining.say_no, LEADER, rounds.find),
        "theme.part": Route(joining.part, LEADER, rounds.find),
        chairs.FORM: Route(chairs.ask, LEADER, rounds.find),
        "round.chair-take-back": Route(chairs.take_back, LEADER, rounds.find),
        "round.chair-yes": Route(chairs.accept, NAMED, rounds.find),
        "round.chair-no": Route(chairs.decline, NAMED, rounds.find),
        answering.FORM: Route(answering.ask_what, (answering.decide_about_it,), answering.find),
        deciding.FORM: Route(deciding.ask, (deciding.lead_it,), deciding.find),
        # Everybody of their groups
        "round.rate": Route(ratings.show, RATER, rating.find),
        "round.rate-again": Route(ratings.from_the_beginning, RATER, rating.find),
        "round.say": Route(ratings.rate, RATER, rating.find_to_rate),
        "round.results": Route(results.show, (results.read_it,), results.find),
    },
    typing={chairs.FORM: Route(chairs.suggest, LEADER, rounds.find)},
    forms={
        answering.FORM: Route(
            answering.reply,
            (answering.decide_about_it,),
            answering.find,
            reviewed=ReviewedForm(answering.FORM, (answering.REPLY,)),
        ),
        joining.FORM: Route(joining.wish, LEADER, rounds.find),
        chairs.FORM: Route(chairs.name, LEADER, rounds.find),
        sorting.FORM: Route(
            sorting.give_titles,
            SORTER,
            sorting.find_titled,
            reviewed=ReviewedForm("theme.title", tuple(themes.TITLES.values())),
        ),
        deciding.FORM: Route(
            deciding.mark,
            (deciding.lead_it,),
            deciding.find,
            reviewed=ReviewedForm(deciding.FORM, (deciding.WHY,)),
        ),
    },
    notices={
        rounds.NOTICE: NoticeKind("goal-notices", rounds.stands, rounds.show_notice, at_home=True),
        chairs.NOTICE: NoticeKind("", chairs.stands, chairs.show, at_home=True),
        answering.YOURS: NoticeKind("", answering.is_theirs, answering.show_theirs, at_home=True),
        answering.NOTICE: NoticeKind("concern-notices", authors.stands, answering.show),
        answering.SILENT: NoticeKind("goal-notices", answering.is_silent, answering.show_silent),
        deciding.NOTICE: NoticeKind("concern-notices", authors.stands, deciding.show),
        results.NOTICE: NoticeKind("goal-notices", results.stands, results.show_notice),
        waiting.LATE: NoticeKind("goal-notices", waiting.is_late, waiting.show_late),
        waiting.OVER: NoticeKind("goal-notices", waiting.has_waited, waiting.show_waited),
        waiting.LEFT: NoticeKind("goal-notices", waiting.is_left_out, waiting.show_left_out),
    },
    cards={DECIDED: deciding.card, ANSWERED: answering.card},
    due={
        rounds.END: rounds.end,
        rounds.ON: rounds.tell_on,
        waiting.LOOK: waiting.look,
        deciding.TELL: deciding.tell_some,
        answering.DUE: answering.follow_up,
        answering.TELL: answering.tell_some,
    },
    home={
        "round.asked": Section("rate-home", _to_rate),
        "round.chair": Section("chair-home", _to_lead),
        "theme.yours": Section("reply-home", _to_answer),
    },
    seat_changes=(chairs.seat_changed, answering.seat_changed),
    starts=(offer,),
    merges=(rating.merge,),
)
