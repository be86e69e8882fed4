"""All that questions can be asked to do, but for the FAQ."""

from __future__ import annotations

from bot import may
from bot.feature import Feature, NoticeKind, ThreadRules
from bot.people import loading
from bot.questions import (
    answering,
    approving,
    arriving,
    asking,
    asking_back,
    cards,
    changing,
    digest,
    ending,
    followers,
    following,
    handlers,
    joining,
    keeping,
    marked,
    merging,
    mutes,
    muting,
    passing,
    reaching,
    shortcut,
    timing,
    undoing,
)
from bot.request import Anyone, ReviewedForm, Route

ask = Route(handlers.start, (may.be_its_writer,), handlers.find_draft, begins=True)
WRITING = (may.be_its_writer,)
ASKER = (may.be_its_asker,)
HOLDERS = (may.have_it,)
FOLLOWER = (Anyone("only what they follow themselves is found"),)

CARDS = {
    cards.REP: cards.rep_card,
    cards.COMMITTEE: cards.committee_card,
    cards.ANSWER: cards.answer_card,
    cards.DETAIL: cards.detail_card,
    cards.GIVEN_BACK: cards.given_back_card,
    cards.PASSED: cards.passed_card,
    keeping.DELAY: keeping.delay_card,
    digest.CARD: digest.card,
}

FEATURE = Feature(
    commands={"ask": ask},
    shortcuts={"ask": Route(shortcut.ask_about, (Anyone("asking is open to everybody"),))},
    presses={
        "question.start": ask,
        "question.topic": Route(handlers.choose, WRITING, handlers.find_draft),
        "question.edit": Route(handlers.edit, WRITING, handlers.find_draft),
        "question.cancel": Route(handlers.cancel, WRITING, handlers.find_draft),
        "question.send": Route(handlers.send, WRITING, handlers.find_draft, gone="question-draft-gone"),
        "question.as": Route(handlers.choose_guise, WRITING, handlers.find_draft),
        "question.findable": Route(handlers.choose_findable, WRITING, handlers.find_draft),
        "question.show": Route(handlers.show, (may.be_concerned,), handlers.find_question),
        "question.enough": Route(handlers.enough, ASKER, handlers.find_question_to_change),
        "question.not-yet": Route(handlers.ask_what_is_missing, ASKER, handlers.find_question),
        "question.have-it": Route(handlers.have_it, ASKER, handlers.find_question_to_change),
        "question.reply": Route(asking_back.ask_for_reply, ASKER, handlers.find_question),
        "question.change": Route(changing.ask_for_words, ASKER, handlers.find_question),
        "question.take-back": Route(changing.ask_to_take_back, ASKER, handlers.find_question),
        "question.take-back-now": Route(changing.take_back, ASKER, handlers.find_question_to_change),
        "question.mute": Route(muting.ask, HOLDERS, handlers.find_question),
        "question.mute-now": Route(muting.mute, HOLDERS, handlers.find_question_to_change),
        "question.unmute": Route(muting.lift, HOLDERS, handlers.find_question_to_change),
        "question.want": Route(asking_back.ask_what, HOLDERS, handlers.find_question),
        "question.again": Route(handlers.post_again, HOLDERS, handlers.find_question),
        "question.take": Route(answering.take, HOLDERS, handlers.find_question_to_change),
        "question.answer": Route(answering.ask_for_answer, HOLDERS, handlers.find_question),
        "question.approve": Route(approving.approve, (*HOLDERS, may.be_another), handlers.find_question_to_change),
        "question.undo": Route(undoing.undo, (may.have_sent_it,), undoing.find),
        "question.pass": Route(passing.ask_for_note, HOLDERS, handlers.find_question),
        "question.pass-on": Route(passing.ask_where_to, HOLDERS, handlers.find_question),
        "question.hand-on": Route(keeping.hand_on, HOLDERS, handlers.find_question_to_change),
        "question.later": Route(keeping.ask_until_when, HOLDERS, handlers.find_question),
        "question.give-back": Route(answering.ask_why, HOLDERS, handlers.find_question),
        "question.merge": Route(merging.ask_with_which, HOLDERS, handlers.find_question),
        "question.split": Route(merging.split, HOLDERS, handlers.find_question_to_change),
        "question.follow": Route(following.follow, (may.find_it,), handlers.find_question_to_change),
        "question.unfollow": Route(following.unfollow, FOLLOWER, following.find_followed),
        "question.followed": Route(following.show, FOLLOWER, following.find_followed),
        "digest.show": Route(digest.show, (may.sit_on_its_committee,), digest.find),
    },
    forms={
        asking.FORM: Route(handlers.write, WRITING, handlers.find_draft),
        handlers.NOT_YET: Route(
            handlers.not_yet,
            ASKER,
            handlers.find_question_to_change,
            reviewed=ReviewedForm("question.not-yet", ("missing",)),
        ),
        asking_back.REPLY: Route(
            asking_back.reply,
            ASKER,
            handlers.find_question_to_change,
            reviewed=ReviewedForm("question.reply", ("reply",)),
        ),
        changing.FORM: Route(
            changing.change,
            ASKER,
            handlers.find_question_to_change,
            reviewed=ReviewedForm("question.change", (changing.TEXT,)),
        ),
        answering.ANSWER: Route(
            answering.answer,
            HOLDERS,
            handlers.find_question_to_change,
            reviewed=ReviewedForm("question.answer", ("answer",)),
        ),
        asking_back.WANT: Route(
            asking_back.want,
            HOLDERS,
            handlers.find_question_to_change,
            reviewed=ReviewedForm("question.want", ("wanted",)),
        ),
        keeping.HAND_ON: Route(
            keeping.hand_on_to,
            HOLDERS,
            handlers.find_question_to_change,
            reviewed=ReviewedForm("question.hand-on", (passing.NOTE,)),
        ),
        keeping.LATER: Route(
            keeping.put_off,
            HOLDERS,
            handlers.find_question_to_change,
            reviewed=ReviewedForm("question.later", (keeping.REASON,)),
        ),
        passing.PASS: Route(
            passing.pass_to_committee,
            HOLDERS,
            handlers.find_question_to_change,
            reviewed=ReviewedForm("question.pass", (passing.NOTE,)),
        ),
        passing.PASS_ON: Route(
            passing.pass_on,
            HOLDERS,
            handlers.find_question_to_change,
            reviewed=ReviewedForm("question.pass-on", (passing.NOTE,)),
        ),
        answering.GIVE_BACK: Route(answering.give_back, HOLDERS, handlers.find_question_to_change),
        merging.FORM: Route(merging.merge, HOLDERS, handlers.find_question_to_change),
    },
    cards=CARDS,
    threads={cards.COMMITTEE: ThreadRules(marked.is_marked, marked.heard, marked.gone)},
    notices={
        followers.NOTICE: NoticeKind("question-news", followers.stands, following.notice),
        digest.NOTICE: NoticeKind("question-news", digest.stands, digest.notice),
        timing.NOTICE: NoticeKind("question-reminders", timing.stands, timing.show),
        arriving.NOTICE: NoticeKind("", arriving.stands, arriving.show),
        timing.ABOVE: NoticeKind("question-reminders", timing.stands_above, timing.show_above),
    },
    due={
        handlers.FORGET_WORDS: handlers.forget_words,
        ending.CLOSE: ending.close_when_silent,
        reaching.LOOK: reaching.look,
        ending.FORGET_ASKER: ending.forget_asker,
        mutes.END: mutes.end,
        followers.ANSWERED: followers.tell_when_due,
        followers.FORGET: followers.forget_when_due,
        arriving.COME: arriving.come,
        arriving.ARRIVED: keeping.arrived,
        timing.REMIND: keeping.remind,
        loading.SEATS_CHANGED: keeping.seats_changed,
    },
    home=(handlers.on_home, following.on_home),
    starts=(handlers.offer,),
    weekly=(digest.tell,),
    merges=(joining.join,),
)
