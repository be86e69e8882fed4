"""All that polls can be asked to do."""

from __future__ import annotations

from bot import may
from bot.feature import Chore, Feature, NoticeKind
from bot.polls import (
    amending,
    answering,
    cards,
    closing,
    early,
    handlers,
    merging,
    opening,
    planning,
    remark_cards,
    remarking,
    reminders,
    secrecy,
    takeaway,
    tallies,
    terms,
    writing,
)
from bot.request import ReviewedForm, Route
from bot.storage.scrubbing import Scrubbing

FOLDING = 5.0  # seconds between two times that what was noted of ballots is added up

start = Route(handlers.start, (may.hold_a_seat,), own_words=("text",))
ANSWERING = (may.belong_where_it_was_said, may.be_asked)
WRITING = (may.be_its_writer, may.hold_a_seat)
LOOKING = (may.belong_where_it_was_said,)
ASKING = (may.hold_its_seat,)

FEATURE = Feature(
    commands={"poll": start},
    presses={
        "poll.start": start,
        "poll.secrecy": Route(handlers.change_secrecy, WRITING, handlers.find_draft),
        "poll.seat": Route(handlers.change_seat, WRITING, handlers.find_draft),
        "poll.more": Route(handlers.ask_for_terms, WRITING, handlers.find_draft),
        "poll.plan": Route(handlers.ask_for_plan, WRITING, handlers.find_draft),
        "poll.take-up": Route(handlers.take_up, WRITING, handlers.find_draft),
        "poll.reminding": Route(handlers.change_reminding, WRITING, handlers.find_draft),
        "poll.edit": Route(handlers.edit, WRITING, handlers.find_draft),
        "poll.cancel": Route(handlers.cancel, (may.be_its_writer,), handlers.find_draft),
        "poll.post": Route(handlers.post, (*WRITING, may.not_too_fast), handlers.find_draft),
        "poll.stop": Route(opening.stop, ASKING, opening.find_planned),
        "poll.undo": Route(handlers.undo, ASKING, handlers.find_poll_to_change),
        "poll.again": Route(handlers.post_again, ASKING, handlers.find_poll),
        "poll.later": Route(closing.ask_until_when, ASKING, handlers.find_poll),
        "poll.amend": Route(amending.ask, ASKING, handlers.find_poll),
        "poll.close": Route(closing.ask_to_close, ASKING, handlers.find_poll),
        "poll.close-now": Route(closing.close_now, ASKING, handlers.find_poll_to_change),
        "poll.look": Route(remarking.look, ASKING, handlers.find_poll),
        "poll.hide": Route(remarking.hide, ASKING, handlers.find_poll_to_change),
        "poll.unhide": Route(remarking.unhide, ASKING, handlers.find_poll_to_change),
        "poll.publish": Route(remarking.publish, ASKING, handlers.find_poll_to_change),
        "poll.vote": Route(answering.answer, ANSWERING, handlers.find_poll_to_answer),
        "poll.rank": Route(answering.rank, ANSWERING, handlers.find_poll),
        "poll.take-back": Route(answering.take_answer_back, ANSWERING, handlers.find_poll_to_answer),
        "poll.show": Route(answering.show, LOOKING, handlers.find_poll),
        "poll.by-group": Route(answering.show_by_group, LOOKING, handlers.find_poll_to_change),
        "poll.take-along": Route(takeaway.take_along, LOOKING, handlers.find_poll_to_change),
        "poll.read": Route(remarking.read, LOOKING, handlers.find_poll),
        "poll.who-sees": Route(answering.who_sees, LOOKING, handlers.find_poll),
        "poll.mine": Route(reminders.mine, LOOKING, handlers.find_poll),
        "poll.skip": Route(reminders.skip, LOOKING, handlers.find_poll),
    },
    forms={
        writing.FORM: Route(handlers.write, WRITING, handlers.find_draft, begins=True),
        terms.FORM: Route(handlers.set_terms, WRITING, handlers.find_draft),
        planning.FORM: Route(handlers.set_plan, WRITING, handlers.find_draft),
        writing.LATER: Route(closing.put_off, ASKING, handlers.find_poll_to_change),
        amending.FORM: Route(
            amending.amend,
            ASKING,
            handlers.find_poll_to_change,
            reviewed=ReviewedForm("poll.amend", ("question", "options")),
        ),
        remark_cards.FORM: Route(
            answering.answer_in_words,
            ANSWERING,
            handlers.find_poll_to_answer,
            reviewed=ReviewedForm("poll.vote", ("text",)),
        ),
    },
    cards={cards.CARD: cards.card, reminders.CARD: reminders.card},
    notices={reminders.NOTICE: NoticeKind("poll-reminders", reminders.stands, reminders.show)},
    due={
        opening.BEGIN: opening.begin_when_due,
        opening.CLOSE: closing.close_when_due,
        early.LOOK: closing.close_if_all_have_answered,
        reminders.REMIND: reminders.remind_when_due,
    },
    home=(handlers.on_home,),
    starts=(handlers.offer,),
    merges=(merging.merge,),
    maintenance=(Chore(FOLDING, lambda session, _now: tallies.fold(session)),),
    scrubbing=(Scrubbing("polls", secrecy.remains, secrecy.are_scrubbed),),
)
