"""All that concerns and goals can be asked to do."""

from __future__ import annotations

from bot import may
from bot.feature import Feature, NoticeKind
from bot.goals import (
    agreeing,
    amending,
    authors,
    building,
    calling,
    cards,
    concerns,
    consenting,
    deciding,
    handlers,
    home,
    keeping_time,
    model,
    page,
    path,
    proposing,
    quiet,
    reading,
    rules,
    talking,
    telling,
    writing,
)
from bot.own_words import TEXT
from bot.request import Anyone, ReviewedForm, Route

WRITER = (may.be_its_writer,)
AUTHOR = (rules.be_its_author,)
CALLER = (rules.call_their_group,)
READER = (rules.read_it, rules.read_concerns)
PROPOSER = (rules.have_proposed,)
ASKED = (rules.answer_for_a_seat,)
LEADER = (agreeing.lead_their_group,)

concern = Route(handlers.start, WRITER, writing.WRITING.find, begins=True, own_words=(TEXT,))
goals = Route(home.goals, (Anyone("only goals that they may read are found"),))

FEATURE = Feature(
    commands={"concern": concern, "goals": goals},
    presses={
        # Saying what gets in the way
        "concern.start": concern,
        "concern.write": Route(writing.WRITING.edit, WRITER, writing.WRITING.find),
        "concern.write-at-once": Route(handlers.write_at_once, WRITER, writing.WRITING.find, begins=True),
        "concern.edit": Route(writing.WRITING.edit, WRITER, writing.WRITING.find),
        "concern.cancel": Route(writing.WRITING.drop, WRITER, writing.WRITING.find),
        "concern.send": Route(
            handlers.send, (*WRITER, may.not_too_fast), writing.WRITING.find, gone="concern-draft-gone"
        ),
        "concern.take-back": Route(handlers.ask_to_take_back, AUTHOR, rules.find_concern),
        "concern.take-back-now": Route(handlers.take_back, AUTHOR, rules.find_concern_to_change),
        # Asking colleagues, and reading
        "concern.call": Route(calling.look_over, CALLER),
        "concern.call-post": Route(calling.post, CALLER),
        "concern.call-show": Route(calling.show, (rules.be_called,), rules.find_call),
        "concern.read": Route(reading.show, (rules.read_concerns,)),
        "concern.report": Route(reading.report, READER, rules.find_concern_to_change),
        "concern.report-undo": Route(reading.take_report_back, READER, rules.find_concern_to_change),
        reading.HIDE: Route(reading.ask_why, READER, rules.find_concern),
        "concern.show-again": Route(reading.show_again, (reading.have_hidden,), rules.find_concern_to_change),
        # Proposing a goal
        "goal.start": Route(proposing.start, READER, rules.find_concern),
        "goal.start-line": Route(proposing.start_line, CALLER),
        "goal.edit": Route(proposing.WRITING.edit, WRITER, proposing.WRITING.find),
        "goal.cancel": Route(proposing.WRITING.drop, WRITER, proposing.WRITING.find),
        "goal.send": Route(proposing.send, (*WRITER, may.not_too_fast), proposing.WRITING.find),
        "goal.again": Route(proposing.again, PROPOSER, rules.find_goal),
        "goal.take-back": Route(amending.ask_to_take_back, PROPOSER, rules.find_goal),
        "goal.take-back-now": Route(amending.take_back, PROPOSER, rules.find_goal_to_change),
        "goal.change": Route(amending.ask_for_words, PROPOSER, rules.find_goal),
        "goal.offer-times": Route(talking.ask_when, PROPOSER, rules.find_goal),
        "goal.tell": Route(telling.look_over, PROPOSER, rules.find_goal),
        "goal.word": Route(telling.ask_for_word, PROPOSER, rules.find_goal),
        "goal.tell-now": Route(telling.tell, PROPOSER, rules.find_goal_to_change),
        # Answering for a seat
        "goal.show": Route(page.show, (rules.read_goal,), rules.find_goal),
        "goal.answer": Route(consenting.answer, ASKED, rules.find_goal_to_change),
        "goal.pick-time": Route(talking.pick, ASKED, rules.find_goal_to_change),
        "goal.list": goals,
        # Those who lead a group
        "goal.rule": Route(agreeing.show, LEADER),
        "goal.rule-change": Route(agreeing.change, LEADER),
        agreeing.FORM: Route(agreeing.ask_where, LEADER),
        deciding.FORM: Route(deciding.ask_what, (deciding.speak_for_a_group,), rules.find_goal),
    },
    forms={
        reading.HIDE: Route(
            reading.hide,
            READER,
            rules.find_concern_to_change,
            reviewed=ReviewedForm(reading.HIDE, (reading.WHY,)),
        ),
        concerns.WRITE: Route(handlers.write, WRITER, writing.WRITING.find, own_words=(TEXT,)),
        model.PROPOSE: Route(
            proposing.write, WRITER, proposing.WRITING.find, own_words=(proposing.LINE, *proposing.THREE)
        ),
        consenting.FORM: Route(
            consenting.give_reason,
            ASKED,
            rules.find_goal_to_change,
            reviewed=ReviewedForm("goal.answer", (consenting.REASON, consenting.MET, consenting.ITEM)),
        ),
        deciding.FORM: Route(
            deciding.share,
            (deciding.speak_for_a_group,),
            rules.find_goal_to_change,
            reviewed=ReviewedForm(deciding.FORM, (deciding.REASON,)),
        ),
        agreeing.FORM: Route(agreeing.decide_there, LEADER),
        amending.FORM: Route(
            amending.change,
            PROPOSER,
            rules.find_goal_to_change,
            reviewed=ReviewedForm("goal.change", proposing.THREE),
        ),
        talking.FORM: Route(talking.offer, PROPOSER, rules.find_goal_to_change),
        telling.FORM: Route(
            telling.add_word,
            PROPOSER,
            rules.find_goal_to_change,
            reviewed=ReviewedForm("goal.word", (telling.WORD,)),
        ),
    },
    cards={
        concerns.CALL: calling.card,
        concerns.SAID: authors.card,
        concerns.HIDDEN: authors.hidden_card,
        cards.GROUP: deciding.card,
    },
    notices={
        calling.NOTICE: NoticeKind("concern-notices", calling.stands, calling.show_notice),
        calling.QUIET: NoticeKind("concern-notices", calling.is_quiet, calling.show_quiet),
        reading.NOTICE: NoticeKind("concern-notices", reading.stands, reading.show_new),
        authors.NOTICE: NoticeKind("concern-notices", authors.stands, authors.show),
        authors.NOTICE_HIDDEN: NoticeKind("concern-notices", authors.stands, authors.show_hidden),
        consenting.ASKED: NoticeKind("", consenting.is_asked, consenting.show_asked),
        consenting.TOLD: NoticeKind("goal-notices", consenting.has_heard, consenting.show_heard),
        consenting.AGREED: NoticeKind("goal-notices", consenting.is_of_team, consenting.show_agreed),
        consenting.TALKED: NoticeKind("goal-notices", consenting.is_to_talk, consenting.show_talk),
        deciding.CHOOSE: NoticeKind("goal-notices", deciding.is_to_choose, deciding.show_choose),
        consenting.ENDED: NoticeKind("goal-notices", consenting.has_ended, consenting.show_ended),
        talking.OFFERED: NoticeKind("goal-notices", talking.is_offered, talking.show_offered),
        talking.SET: NoticeKind("goal-notices", talking.is_set, talking.show_set),
    },
    due={
        authors.FORGET: authors.forget,
        calling.DUE: calling.is_over,
        calling.ON: calling.tell_on,
        consenting.LOOK: keeping_time.look,
        consenting.AGAIN: keeping_time.ask_again,
        consenting.TALK: keeping_time.talk,
        telling.DUE: telling.tell_some,
    },
    home=home.SECTIONS,
    references={reading.KIND: reading.refer},
    retellings={building.KIND: building.tellable},
    starts=(home.offer,),
    path=(path.step,),
    reached=(path.reached,),
    watches=quiet.WATCHES,
    signs=quiet.SIGNS,
    seat_changes=(keeping_time.seat_changed, reading.seat_changed),
    decided={deciding.SOURCE: deciding.decided},
)
