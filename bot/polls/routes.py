"""All that polls can be asked to do."""

from __future__ import annotations

from bot import may
from bot.feature import Chore, Feature, NoticeKind
from bot.polls import (
    amending,
    cards,
    counting,
    drafting,
    export,
    handed_over,
    handlers,
    held_back,
    home,
    lifecycle,
    member_merge,
    reminders,
    rules,
    secrecy,
    terms,
    written_answers,
)
from bot.polls.drafting import WRITING
from bot.polls.handlers import find_poll, find_poll_to_answer, find_poll_to_change
from bot.request import ReviewedForm, Route
from bot.storage.scrubbing import Scrubbing
from bot.timetable import HOUR

FOLDING = 5.0  # seconds between two times that what was noted of ballots is added up

start = Route(drafting.start, (may.hold_a_seat,), own_words=("text",))
ITS_WRITER = (may.be_its_writer, may.hold_a_seat)
LOOKING = (may.belong_where_it_was_said, rules.be_told_of)
ASKED = (*LOOKING, rules.be_asked)
ANSWERING = (*ASKED, rules.come_in_time)
TAKING_BACK = (*LOOKING, rules.come_in_time)  # also what they said while they were asked
AUTHOR = (may.hold_its_seat,)
FREE_AUTHOR = (*AUTHOR, rules.be_no_decision)
OPEN_AUTHOR = (*FREE_AUTHOR, rules.come_in_time)
LATER_AUTHOR = (*FREE_AUTHOR, rules.put_off_in_time)
READING_AUTHOR = (*AUTHOR, rules.have_answers_to_look_through)

FEATURE = Feature(
    commands={"poll": start},
    presses={
        "poll.start": start,
        "poll.secrecy": Route(drafting.change_secrecy, ITS_WRITER, WRITING.find),
        "poll.seat": Route(drafting.change_seat, ITS_WRITER, WRITING.find),
        "poll.more": Route(drafting.ask_for_terms, ITS_WRITER, WRITING.find),
        "poll.plan": Route(drafting.ask_for_plan, ITS_WRITER, WRITING.find),
        "poll.take-up": Route(drafting.take_up, ITS_WRITER, WRITING.find),
        "poll.reminding": Route(drafting.change_reminding, ITS_WRITER, WRITING.find),
        "poll.edit": Route(drafting.edit, ITS_WRITER, WRITING.find),
        "poll.cancel": Route(WRITING.drop, (may.be_its_writer,), WRITING.find),
        "poll.post": Route(drafting.post, (*ITS_WRITER, may.not_too_fast), WRITING.find),
        handed_over.TAKE_ON: Route(handed_over.take_on, AUTHOR, lifecycle.find_planned),
        "poll.stop": Route(lifecycle.stop, AUTHOR, lifecycle.find_planned),
        "poll.undo": Route(lifecycle.undo, (*AUTHOR, rules.undo_in_time), find_poll_to_change),
        "poll.again": Route(handlers.post_again, AUTHOR, find_poll),
        "poll.later": Route(lifecycle.ask_until_when, LATER_AUTHOR, find_poll),
        "poll.amend": Route(amending.ask, OPEN_AUTHOR, find_poll),
        "poll.close": Route(lifecycle.ask_to_close, OPEN_AUTHOR, find_poll),
        "poll.close-now": Route(lifecycle.close_now, FREE_AUTHOR, find_poll_to_change),
        "poll.look": Route(handlers.look_through, READING_AUTHOR, find_poll),
        "poll.hide": Route(handlers.hide, READING_AUTHOR, find_poll_to_change),
        "poll.unhide": Route(handlers.unhide, READING_AUTHOR, find_poll_to_change),
        "poll.publish": Route(handlers.publish, READING_AUTHOR, find_poll_to_change),
        "poll.vote": Route(handlers.answer, ANSWERING, find_poll_to_answer, crowded=True),
        "poll.rank": Route(handlers.rank, ANSWERING, find_poll),
        "poll.take-back": Route(handlers.take_answer_back, TAKING_BACK, find_poll_to_answer, crowded=True),
        "poll.show": Route(handlers.show, LOOKING, find_poll),
        "poll.by-group": Route(handlers.show_by_group, LOOKING, find_poll_to_change),
        "poll.take-along": Route(export.export, LOOKING, find_poll_to_change),
        "poll.read": Route(handlers.read, LOOKING, find_poll),
        "poll.who-sees": Route(handlers.who_sees, LOOKING, find_poll),
        "poll.mine": Route(reminders.mine, ASKED, find_poll),
        "poll.skip": Route(reminders.skip, LOOKING, find_poll),
    },
    forms={
        WRITING.form: Route(drafting.write, ITS_WRITER, WRITING.find, begins=True, own_words=("question", "options")),
        terms.FORM: Route(drafting.set_terms, ITS_WRITER, WRITING.find),
        terms.PLAN: Route(drafting.set_terms, ITS_WRITER, WRITING.find),
        lifecycle.LATER: Route(lifecycle.put_off, LATER_AUTHOR, find_poll_to_change),
        amending.FORM: Route(
            amending.set_right,
            OPEN_AUTHOR,
            find_poll_to_change,
            reviewed=ReviewedForm("poll.amend", amending.OWN_WORDS),
        ),
        written_answers.FORM: Route(
            handlers.answer,
            ANSWERING,
            find_poll_to_answer,
            reviewed=ReviewedForm("poll.vote", ("text",)),
            crowded=True,
        ),
    },
    cards={cards.CARD: cards.card, reminders.CARD: reminders.card},
    notices={
        reminders.NOTICE: NoticeKind("poll-reminders", reminders.stands, reminders.show),
        held_back.NOTICE: NoticeKind("", held_back.stands, held_back.show),
        held_back.LEFT_OUT: NoticeKind("", held_back.is_left_out, held_back.show_left_out),
        handed_over.NOT_POSTED: NoticeKind("", handed_over.was_not_posted, handed_over.show_not_posted),
        handed_over.NOTICE: NoticeKind("", handed_over.stands, handed_over.show, at_home=True),
    },
    due={
        lifecycle.BEGIN: lifecycle.begin_when_due,
        lifecycle.CLOSE: lifecycle.close_when_due,
        lifecycle.LOOK: lifecycle.close_if_all_have_answered,
        reminders.REMIND: reminders.remind_when_due,
    },
    home=home.SECTIONS,
    starts=(home.offer,),
    seat_changes=(handed_over.seat_changed,),
    merges=(member_merge.merge,),
    carries=(lifecycle.carry,),
    maintenance=(
        Chore(FOLDING, lambda session, _now: counting.fold(session)),
        Chore(HOUR, lifecycle.look_for_those_who_left),
    ),
    scrubbing=(Scrubbing("polls", secrecy.remains, secrecy.are_scrubbed, secrecy.LOCKED),),
)
