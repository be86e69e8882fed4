"""All that questions can be asked to do, but for the FAQ."""

from __future__ import annotations

from bot import may
from bot.feature import Feature, NoticeKind, ThreadRules
from bot.questions import (
    answering,
    askers,
    asking,
    assignment,
    cards,
    clarification,
    closing,
    deadlines,
    deserted,
    digest,
    following,
    handlers,
    home,
    member_merge,
    merging,
    model,
    muting,
    rules,
    thread_answers,
    transfer,
)
from bot.questions.asking import WRITING
from bot.request import Anyone, ReviewedForm, Route

WRITER = (may.be_its_writer,)
ASKER = (rules.be_its_asker,)
HOLDERS = (rules.have_it,)
MODERATORS = (rules.moderate_its_asker,)
FOLLOWER = (Anyone("only what they follow themselves is found"),)

ask = Route(handlers.start, WRITER, WRITING.find, begins=True, own_words=(asking.QUESTION,))

FEATURE = Feature(
    commands={"ask": ask},
    shortcuts={"ask": Route(handlers.ask_about, (Anyone("asking is open to everybody"),))},
    typing={
        transfer.HAND_ON: Route(transfer.suggest_whom, HOLDERS, rules.find),
        transfer.PASS_ON: Route(transfer.suggest_where_to, HOLDERS, rules.find),
        transfer.GIVE_BACK: Route(transfer.suggest_why, HOLDERS, rules.find),
    },
    presses={
        # Writing one
        "question.start": ask,
        "question.topic": Route(handlers.choose, WRITER, WRITING.find),
        "question.edit": Route(WRITING.edit, WRITER, WRITING.find),
        "question.cancel": Route(WRITING.drop, WRITER, WRITING.find),
        "question.send": Route(handlers.send, (*WRITER, may.not_too_fast), WRITING.find, gone="question-draft-gone"),
        "question.as": Route(handlers.choose_guise, WRITER, WRITING.find),
        "question.findable": Route(handlers.choose_findable, WRITER, WRITING.find),
        "question.show": Route(handlers.show, (rules.be_concerned,), rules.find),
        # The asker
        "question.enough": Route(closing.enough, ASKER, rules.find_to_change),
        "question.not-yet": Route(closing.ask_what_is_missing, ASKER, rules.find),
        "question.have-it": Route(closing.have_it, ASKER, rules.find_to_change),
        "question.reply": Route(clarification.ask_for_reply, ASKER, rules.find),
        "question.change": Route(clarification.ask_for_words, ASKER, rules.find),
        "question.widen": Route(transfer.widen, ASKER, rules.find_to_change),
        "question.keep-here": Route(transfer.keep_here, ASKER, rules.find_to_change),
        "question.take-back": Route(closing.ask_to_take_back, ASKER, rules.find),
        "question.take-back-now": Route(closing.take_back, ASKER, rules.find_to_change),
        # Those who have it
        "question.take": Route(answering.take, HOLDERS, rules.find_to_change),
        "question.answer": Route(answering.ask_for_answer, HOLDERS, rules.find),
        "question.approve": Route(answering.approve, (*HOLDERS, rules.be_another), rules.find_to_change),
        "question.undo": Route(answering.undo, (rules.have_sent_it,), rules.find_answer_to_change),
        "question.want": Route(clarification.ask_what, HOLDERS, rules.find),
        "question.pass": Route(transfer.ask_for_note, HOLDERS, rules.find),
        "question.pass-on": Route(transfer.ask_where_to, HOLDERS, rules.find),
        "question.hand-on": Route(transfer.hand_on, HOLDERS, rules.find_to_change),
        "question.give-back": Route(transfer.ask_why, HOLDERS, rules.find),
        "question.later": Route(deadlines.ask_until_when, HOLDERS, rules.find),
        "question.merge": Route(merging.ask_with_which, HOLDERS, rules.find),
        "question.split": Route(merging.split, HOLDERS, rules.find_to_change),
        "question.mute": Route(muting.ask, MODERATORS, rules.find),
        "question.mute-now": Route(muting.mute, MODERATORS, rules.find_to_change),
        "question.unmute": Route(muting.unmute, MODERATORS, rules.find_to_change),
        "question.again": Route(handlers.post_again, HOLDERS, rules.find),
        "digest.show": Route(digest.show, (rules.sit_on_its_committee,), digest.find),
        # Others who wonder
        "question.follow": Route(following.follow, (rules.find_it,), rules.find_to_change),
        "question.unfollow": Route(following.unfollow, FOLLOWER, following.find),
        "question.followed": Route(following.show, FOLLOWER, following.find),
    },
    forms={
        model.WRITE: Route(handlers.write, WRITER, WRITING.find, own_words=(asking.QUESTION,)),
        closing.NOT_YET: Route(
            closing.not_yet,
            ASKER,
            rules.find_to_change,
            reviewed=ReviewedForm("question.not-yet", (closing.MISSING,)),
        ),
        clarification.REPLY: Route(
            clarification.reply,
            ASKER,
            rules.find_to_change,
            reviewed=ReviewedForm("question.reply", (clarification.SAID,)),
        ),
        clarification.CHANGE: Route(
            clarification.change,
            ASKER,
            rules.find_to_change,
            reviewed=ReviewedForm("question.change", (clarification.TEXT,)),
        ),
        clarification.WANT: Route(
            clarification.want,
            HOLDERS,
            rules.find_to_change,
            reviewed=ReviewedForm("question.want", (clarification.WANTED,)),
        ),
        answering.FORM: Route(
            answering.answer,
            HOLDERS,
            rules.find_to_change,
            reviewed=ReviewedForm("question.answer", (answering.TEXT,)),
        ),
        transfer.PASS: Route(
            transfer.pass_to_committee,
            HOLDERS,
            rules.find_to_change,
            reviewed=ReviewedForm("question.pass", (transfer.NOTE,)),
        ),
        transfer.PASS_ON: Route(
            transfer.pass_on,
            HOLDERS,
            rules.find_to_change,
            reviewed=ReviewedForm("question.pass-on", (transfer.NOTE,)),
        ),
        transfer.HAND_ON: Route(
            transfer.hand_on_to,
            HOLDERS,
            rules.find_to_change,
            reviewed=ReviewedForm("question.hand-on", (transfer.NOTE,)),
        ),
        transfer.GIVE_BACK: Route(transfer.give_back, HOLDERS, rules.find_to_change),
        deadlines.LATER: Route(
            deadlines.put_off,
            HOLDERS,
            rules.find_to_change,
            reviewed=ReviewedForm("question.later", (deadlines.REASON,)),
        ),
        merging.FORM: Route(merging.merge, HOLDERS, rules.find_to_change),
    },
    follows=member_merge.FOLLOWS,
    cards={
        model.REP: cards.rep_card,
        model.COMMITTEE: cards.committee_card,
        model.PASSED: cards.passed_card,
        model.ANSWER: askers.answer_card,
        model.DETAIL: askers.detail_card,
        model.DELAY: askers.delay_card,
        model.WIDEN: askers.widening_card,
        model.GIVEN_BACK: askers.given_back_card,
        digest.CARD: digest.card,
    },
    threads={model.COMMITTEE: ThreadRules(thread_answers.is_marked, thread_answers.heard, thread_answers.gone)},
    notices={
        following.NOTICE: NoticeKind("question-news", following.has_news, following.show_news),
        digest.NOTICE: NoticeKind("question-news", digest.stands, digest.notice),
        deadlines.NOTICE: NoticeKind("question-reminders", deadlines.is_late, deadlines.show_late),
        assignment.NOTICE: NoticeKind("", assignment.has_new, assignment.show_new),
        deadlines.ABOVE: NoticeKind("question-reminders", deadlines.is_late_below, deadlines.show_late_below),
    },
    due={
        assignment.COME: assignment.come,
        assignment.ARRIVED: assignment.arrived,
        assignment.REMIND: deadlines.remind,
        askers.LOOK: askers.look,
        closing.CLOSE: closing.close_when_silent,
        closing.FORGET_ASKER: closing.forget_asker,
        closing.FORGET_WORDS: closing.forget_words_when_there,
        following.ANSWERED: following.tell,
        following.FORGET: following.forget,
        muting.END: muting.end,
    },
    home=home.SECTIONS,
    references={model.KIND: handlers.refer},
    starts=(home.offer,),
    weekly=(digest.tell,),
    seat_changes=(assignment.seat_changed,),
    committees_closed=(deserted.committee_closed,),
    merges=(member_merge.merge,),
    separations=(member_merge.separate,),
)
