"""All that teams, offers and a board's statement can be asked to do."""

from __future__ import annotations

from functools import partial

from bot import may
from bot.boundary import Button, Buttons, Part, Text
from bot.feature import Feature, NoticeKind, Section, Urgency, Waiting
from bot.goals import rules
from bot.goals.team import inviting, letting_read, offers, places, telling
from bot.request import Anyone, Request, ReviewedForm, Route

ANYONE = (Anyone("it is about themselves"),)
READERS = (Anyone("it is for everybody of the partnership"),)
SEATED = (may.hold_a_seat,)
LEADER = (rules.have_proposed,)
LEADS_IT = (places.lead_its_goal,)
APPOINTS = (inviting.appoint_its_people,)
INVITED = (inviting.be_invited,)
WORKER = (inviting.work_there,)
BOARD = (offers.speak_for_the_board,)

know = Route(offers.know, ANYONE, own_words=("text",))
start_offer = Route(offers.start_offer, SEATED, own_words=("text",))


def _asked(request: Request) -> list[Waiting]:
    session, words = request.session, request.words
    found = [partial(inviting.show_asked, session, one.id, words) for one in inviting.waiting(request)]
    found += [partial(inviting.show_invited, session, one.id, words) for one in inviting.invitations(request)]
    found += [partial(letting_read.show_let, session, one.id, words) for one in letting_read.waiting(request)]
    work = [Waiting(partial(inviting.show_work, one, words), Urgency.KEEP) for one in inviting.places_of(request)]
    return [*(Waiting(draw, Urgency.DO) for draw in found), *work]


def _know(request: Request) -> list[Waiting]:
    if not offers.may_know(request):
        return []
    parts: list[Part] = [
        Text(request.words("know-home", group=request.member.group.name)),
        Buttons((Button(request.words("know-add"), offers.KNOW),)),
    ]
    return [Waiting(lambda: parts, Urgency.KEEP)]


def _statement(request: Request) -> list[Waiting]:
    if not offers.is_due(request):
        return []
    button = Button(request.words("board-title"), offers.STATE, tone="main")
    parts: list[Part] = [Text(request.words("board-home")), Buttons((button,))]
    return [Waiting(lambda: parts, Urgency.KEEP)]


FEATURE = Feature(
    subcommands={"know": know, "offer": start_offer, "board": Route(offers.read, READERS)},
    presses={
        "team.show": Route(places.show, (rules.read_goal,), rules.find_goal),
        places.FORM: Route(places.ask, LEADER, rules.find_goal),
        "team.take-back": Route(places.take_back, LEADS_IT, places.find),
        "team.ask-again": Route(places.ask_again, LEADS_IT, places.find),
        inviting.FORWARD: Route(inviting.ask_whom, APPOINTS, places.find),
        "team.yes": Route(inviting.say_yes, INVITED, places.find),
        "team.no": Route(inviting.say_no, INVITED, places.find),
        "team.step-down": Route(inviting.step_down, WORKER, places.find),
        letting_read.LET_READ: Route(letting_read.let_read, LEADS_IT, places.find),
        letting_read.KEEP_OUT: Route(letting_read.keep_out, LEADS_IT, places.find),
        letting_read.STOP: Route(letting_read.stop, LEADS_IT, places.find),
        "know.list": know,
        offers.KNOW: Route(offers.ask_about, ANYONE),
        "know.drop": Route(offers.drop, ANYONE, offers.find_known),
        offers.START: start_offer,
        "offer.take-back": Route(offers.take_offer_back, (offers.have_offered,), offers.find_offer),
        "offer.list": Route(offers.for_goal, (rules.read_goal,), rules.find_goal),
        offers.STATE: Route(offers.ask_statement, BOARD),
        "board.read": Route(offers.read, READERS),
    },
    typing={inviting.FORWARD: Route(inviting.suggest, (Anyone("only their own group's people are found"),))},
    forms={
        places.FORM: Route(
            places.request_one,
            LEADER,
            rules.find_goal_to_change,
            reviewed=ReviewedForm(places.FORM, (places.WHAT, places.HOURS, places.MEANS)),
        ),
        inviting.FORWARD: Route(inviting.invite, APPOINTS, places.find),
        offers.KNOW: Route(offers.add, ANYONE, reviewed=ReviewedForm(offers.KNOW, (offers.ABOUT,))),
        offers.OFFER: Route(offers.offer, SEATED, reviewed=ReviewedForm(offers.START, (offers.WHAT,))),
        offers.STATE: Route(
            offers.state, BOARD, reviewed=ReviewedForm(offers.STATE, (offers.TEXT, offers.MET, offers.ITEM))
        ),
    },
    notices={
        telling.ASKED: NoticeKind("", inviting.is_asked, inviting.show_asked, at_home=True),
        telling.INVITED: NoticeKind("", inviting.is_invited, inviting.show_invited, at_home=True),
        telling.SAID: NoticeKind("goal-notices", inviting.has_said, inviting.show_said),
        telling.LET: NoticeKind("", letting_read.is_to_let, letting_read.show_let, at_home=True),
        telling.READS: NoticeKind("goal-notices", letting_read.may_read, letting_read.show_may_read),
    },
    home={
        "team": Section("team-home", _asked),
        "board": Section("board-title", _statement),
        "know": Section("know-title", _know),
    },
    starts=(offers.offers_to_teams,),
    merges=(letting_read.merge,),
    separations=(letting_read.separate,),
)
