"""All that the bot can be asked to do, on one page: from the names that buttons, forms, commands, cards and due times
carry to the functions that answer, and the rules that each must pass first."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from sqlalchemy.orm import Session

from bot import dispatch, drafts, may, notices
from bot.boundary import Answer
from bot.bridge import cards as bridge_cards
from bot.bridge import hearing, talks
from bot.bridge.hearing import Heard
from bot.delivery.sender import Card
from bot.home import home as people
from bot.home import preferences
from bot.onboarding import linking
from bot.people import loading, weekly
from bot.polls import amending, answering, remark_cards, remarking, reminders, takeaway
from bot.polls import cards as poll_cards
from bot.polls import closing as poll_closing
from bot.polls import early as poll_early
from bot.polls import handlers as polls
from bot.polls import merging as poll_merging
from bot.polls import opening as poll_opening
from bot.polls import planning as poll_planning
from bot.polls import terms as poll_terms
from bot.polls import writing as poll_writing
from bot.questions import answering as question_answering
from bot.questions import (
    approving,
    arriving,
    askers,
    asking_back,
    changing,
    digest,
    ending,
    followers,
    following,
    keeping,
    marked,
    merging,
    mutes,
    muting,
    passing,
    reaching,
    shortcut,
    undoing,
)
from bot.questions import asking as question_asking
from bot.questions import cards as question_cards
from bot.questions import handlers as questions
from bot.questions import joining as question_joining
from bot.questions import timing as question_timing
from bot.questions.faq import cards as faq_cards
from bot.questions.faq import looking as faq_looking
from bot.questions.faq import model as faq_model
from bot.questions.faq import publishing as faq
from bot.questions.faq import using as faq_using
from bot.questions.faq import writing as faq_writing
from bot.request import Request, Route
from bot.texts import Texts

ANSWERING = (may.belong_where_it_was_said, may.be_asked)

# Each feature's part of the home card, in order; and below them what people may start.
HOME = (questions.on_home, following.on_home, faq.on_home, polls.on_home)
STARTS = (polls.offer, questions.offer)

# What becomes of each feature's things when two members turn out to be one person.
MERGES = (drafts.pass_on, notices.merge, poll_merging.merge, question_joining.join, faq_model.merge, talks.merge)
# What it means that an account is another member's again.
PARTS = (question_joining.part,)

# What people are told without having asked, at most once a day and inside their hours.
NOTICES = {
    reminders.NOTICE: notices.Kind("poll-reminders", reminders.stands, reminders.show),
    followers.NOTICE: notices.Kind("question-news", followers.stands, following.notice),
    digest.NOTICE: notices.Kind("question-news", digest.stands, digest.notice),
    question_timing.NOTICE: notices.Kind("question-reminders", question_timing.stands, question_timing.show),
    arriving.NOTICE: notices.Kind("", arriving.stands, arriving.show),
    question_timing.ABOVE: notices.Kind("question-reminders", question_timing.stands_above, question_timing.show_above),
}

home = Route(people.home(HOME, STARTS), may=())
start_poll = Route(polls.start, may=(may.hold_a_seat,))
link = Route(linking.start, may=())
ask = Route(questions.start, (may.be_its_writer,), questions.find_draft, begins=True)

# `/name …`; each also answers to `/somewhere name …`.
COMMANDS = {
    "somewhere": home,
    "poll": start_poll,
    "ask": ask,
    "link": link,
}

# What is suggested to somebody who has typed so far: after a command, or into a `Search` that does this.
TYPING = {
    "ask": faq_looking.suggest,
    "faq.show": faq_looking.suggest,
}

# Entries in the menu of a message.
SHORTCUTS = {"ask": Route(shortcut.ask_about, may=())}

PRESSES: dict[str, Route] = {
    "home": home,
    "link": link,
    "link.enter": Route(linking.ask_for_code, may=()),
    "link.yes": Route(linking.join(MERGES), may=()),
    "link.no": Route(linking.leave, may=()),
    "link.undo": Route(linking.ask_to_unlink, (), linking.find_own),
    "link.undo-now": Route(linking.unlink(PARTS), (), linking.find_own),
    "messages": Route(preferences.ask(NOTICES), may=()),
    "messages.questions": Route(preferences.ask_how_questions_come, may=()),
    "messages.mute": Route(preferences.mute(NOTICES), may=()),
    "poll.start": start_poll,
    "poll.secrecy": Route(polls.change_secrecy, (may.be_its_writer, may.hold_a_seat), polls.find_draft),
    "poll.more": Route(polls.ask_for_terms, (may.be_its_writer, may.hold_a_seat), polls.find_draft),
    "poll.plan": Route(polls.ask_for_plan, (may.be_its_writer, may.hold_a_seat), polls.find_draft),
    "poll.take-up": Route(polls.take_up, (may.be_its_writer, may.hold_a_seat), polls.find_draft),
    "poll.stop": Route(poll_opening.stop, (may.hold_its_seat,), poll_opening.find_planned),
    "poll.reminding": Route(polls.change_reminding, (may.be_its_writer, may.hold_a_seat), polls.find_draft),
    "poll.edit": Route(polls.edit, (may.be_its_writer, may.hold_a_seat), polls.find_draft),
    "poll.cancel": Route(polls.cancel, (may.be_its_writer,), polls.find_draft),
    "poll.post": Route(polls.post, (may.be_its_writer, may.hold_a_seat, may.not_too_fast), polls.find_draft),
    "poll.undo": Route(polls.undo, (may.hold_its_seat,), polls.find_poll_to_change),
    "poll.again": Route(polls.post_again, (may.hold_its_seat,), polls.find_poll),
    "poll.vote": Route(answering.answer, ANSWERING, polls.find_poll_to_answer),
    "poll.rank": Route(answering.rank, ANSWERING, polls.find_poll),
    "poll.take-back": Route(answering.take_answer_back, ANSWERING, polls.find_poll_to_answer),
    "poll.show": Route(answering.show, (may.belong_where_it_was_said,), polls.find_poll),
    "poll.by-group": Route(answering.show_by_group, (may.belong_where_it_was_said,), polls.find_poll_to_change),
    "poll.take-along": Route(takeaway.take_along, (may.belong_where_it_was_said,), polls.find_poll_to_change),
    "poll.look": Route(remarking.look, (may.hold_its_seat,), polls.find_poll),
    "poll.hide": Route(remarking.hide, (may.hold_its_seat,), polls.find_poll_to_change),
    "poll.unhide": Route(remarking.unhide, (may.hold_its_seat,), polls.find_poll_to_change),
    "poll.publish": Route(remarking.publish, (may.hold_its_seat,), polls.find_poll_to_change),
    "poll.read": Route(remarking.read, (may.belong_where_it_was_said,), polls.find_poll),
    "poll.who-sees": Route(answering.who_sees, (may.belong_where_it_was_said,), polls.find_poll),
    "poll.mine": Route(reminders.mine, (may.belong_where_it_was_said,), polls.find_poll),
    "poll.skip": Route(reminders.skip, (may.belong_where_it_was_said,), polls.find_poll),
    "poll.later": Route(poll_closing.ask_until_when, (may.hold_its_seat,), polls.find_poll),
    "poll.amend": Route(amending.ask, (may.hold_its_seat,), polls.find_poll),
    "poll.close": Route(poll_closing.ask_to_close, (may.hold_its_seat,), polls.find_poll),
    "poll.close-now": Route(poll_closing.close_now, (may.hold_its_seat,), polls.find_poll_to_change),
    "question.start": ask,
    "question.topic": Route(questions.choose, (may.be_its_writer,), questions.find_draft),
    "question.edit": Route(questions.edit, (may.be_its_writer,), questions.find_draft),
    "question.cancel": Route(questions.cancel, (may.be_its_writer,), questions.find_draft),
    "question.send": Route(questions.send, (may.be_its_writer,), questions.find_draft, gone="question-draft-gone"),
    "question.as": Route(questions.choose_guise, (may.be_its_writer,), questions.find_draft),
    "question.mute": Route(muting.ask, (may.have_it,), questions.find_question),
    "question.mute-now": Route(muting.mute, (may.have_it,), questions.find_question_to_change),
    "question.unmute": Route(muting.lift, (may.have_it,), questions.find_question_to_change),
    "question.show": Route(questions.show, (may.be_concerned,), questions.find_question),
    "question.enough": Route(questions.enough, (may.be_its_asker,), questions.find_question_to_change),
    "question.not-yet": Route(questions.ask_what_is_missing, (may.be_its_asker,), questions.find_question),
    "question.have-it": Route(questions.have_it, (may.be_its_asker,), questions.find_question_to_change),
    "question.want": Route(asking_back.ask_what, (may.have_it,), questions.find_question),
    "question.reply": Route(asking_back.ask_for_reply, (may.be_its_asker,), questions.find_question),
    "question.again": Route(questions.post_again, (may.have_it,), questions.find_question),
    "question.take": Route(question_answering.take, (may.have_it,), questions.find_question_to_change),
    "question.answer": Route(question_answering.ask_for_answer, (may.have_it,), questions.find_question),
    "question.approve": Route(approving.approve, (may.have_it, may.be_another), questions.find_question_to_change),
    "question.undo": Route(undoing.undo, (may.have_sent_it,), undoing.find),
    "question.pass": Route(passing.ask_for_note, (may.have_it,), questions.find_question),
    "question.pass-on": Route(passing.ask_where_to, (may.have_it,), questions.find_question),
    "question.change": Route(changing.ask_for_words, (may.be_its_asker,), questions.find_question),
    "question.take-back": Route(changing.ask_to_take_back, (may.be_its_asker,), questions.find_question),
    "question.take-back-now": Route(changing.take_back, (may.be_its_asker,), questions.find_question_to_change),
    "question.hand-on": Route(keeping.hand_on, (may.have_it,), questions.find_question_to_change),
    "question.later": Route(keeping.ask_until_when, (may.have_it,), questions.find_question),
    "question.give-back": Route(question_answering.ask_why, (may.have_it,), questions.find_question),
    "question.merge": Route(merging.ask_with_which, (may.have_it,), questions.find_question),
    "question.split": Route(merging.split, (may.have_it,), questions.find_question_to_change),
    "question.findable": Route(questions.choose_findable, (may.be_its_writer,), questions.find_draft),
    "question.follow": Route(following.follow, (may.find_it,), questions.find_question_to_change),
    "question.unfollow": Route(following.unfollow, (), following.find_followed),
    "question.followed": Route(following.show, (), following.find_followed),
    "digest.show": Route(digest.show, (may.sit_on_its_committee,), digest.find),
    "faq.publish": Route(faq.ask, (may.publish_it,), questions.find_question),
    "faq.use": Route(faq_using.ask_which, (may.have_it,), questions.find_question),
    "faq.edit": Route(faq.edit, (may.be_its_writer,), faq.find_draft),
    "faq.cancel": Route(faq.cancel, (may.be_its_writer,), faq.find_draft),
    "faq.propose": Route(faq.propose, (may.be_its_writer,), faq.find_draft),
    "faq.approve": Route(faq.approve, (may.approve_it,), faq.find_entry_to_change),
    "faq.change": Route(faq.change, (may.sit_on_its_committee,), faq.find_entry),
    "faq.withdraw": Route(faq.withdraw, (may.sit_on_its_committee,), faq.find_entry_to_change),
    "faq.look": Route(faq.look, (may.sit_on_its_committee,), faq.find_entry),
    "faq.show": Route(faq_looking.show, (), faq_looking.find),
    "faq.enough": Route(faq_looking.enough, (may.be_its_writer,), faq_looking.find_draft, begins=True),
}

FORMS = {
    linking.FORM: Route(linking.look_over, may=()),
    preferences.QUESTIONS: Route(preferences.save_how_questions_come, may=()),
    preferences.FORM: Route(preferences.save(NOTICES), may=()),
    poll_writing.FORM: Route(polls.write, (may.be_its_writer, may.hold_a_seat), polls.find_draft, begins=True),
    poll_terms.FORM: Route(polls.set_terms, (may.be_its_writer, may.hold_a_seat), polls.find_draft),
    amending.FORM: Route(amending.amend, (may.hold_its_seat,), polls.find_poll_to_change),
    remark_cards.FORM: Route(answering.answer_in_words, ANSWERING, polls.find_poll_to_answer),
    poll_planning.FORM: Route(polls.set_plan, (may.be_its_writer, may.hold_a_seat), polls.find_draft),
    poll_writing.LATER: Route(poll_closing.put_off, (may.hold_its_seat,), polls.find_poll_to_change),
    merging.FORM: Route(merging.merge, (may.have_it,), questions.find_question_to_change),
    faq_using.FORM: Route(faq_using.use, (may.have_it,), questions.find_question_to_change),
    faq_writing.FORM: Route(faq.write, (may.be_its_writer,), faq.find_draft),
    question_asking.FORM: Route(questions.write, (may.be_its_writer,), questions.find_draft),
    questions.NOT_YET: Route(questions.not_yet, (may.be_its_asker,), questions.find_question_to_change),
    question_answering.ANSWER: Route(question_answering.answer, (may.have_it,), questions.find_question_to_change),
    asking_back.WANT: Route(asking_back.want, (may.have_it,), questions.find_question_to_change),
    asking_back.REPLY: Route(asking_back.reply, (may.be_its_asker,), questions.find_question_to_change),
    changing.FORM: Route(changing.change, (may.be_its_asker,), questions.find_question_to_change),
    keeping.HAND_ON: Route(keeping.hand_on_to, (may.have_it,), questions.find_question_to_change),
    keeping.LATER: Route(keeping.put_off, (may.have_it,), questions.find_question_to_change),
    passing.PASS: Route(passing.pass_to_committee, (may.have_it,), questions.find_question_to_change),
    passing.PASS_ON: Route(passing.pass_on, (may.have_it,), questions.find_question_to_change),
    question_answering.GIVE_BACK: Route(
        question_answering.give_back, (may.have_it,), questions.find_question_to_change
    ),
}

# What people write in forms and others read: where it looks like part of a student's record, its writer decides first.
WIDER = {
    faq_writing.FORM: dispatch.ReviewedForm("faq.edit", faq_writing.FIELDS),
    amending.FORM: dispatch.ReviewedForm("poll.amend", ("question", "options")),
    remark_cards.FORM: dispatch.ReviewedForm("poll.vote", ("text",)),
    questions.NOT_YET: dispatch.ReviewedForm("question.not-yet", ("missing",)),
    question_answering.ANSWER: dispatch.ReviewedForm("question.answer", ("answer",)),
    asking_back.WANT: dispatch.ReviewedForm("question.want", ("wanted",)),
    changing.FORM: dispatch.ReviewedForm("question.change", (changing.TEXT,)),
    keeping.LATER: dispatch.ReviewedForm("question.later", (keeping.REASON,)),
    passing.PASS: dispatch.ReviewedForm("question.pass", (passing.NOTE,)),
    passing.PASS_ON: dispatch.ReviewedForm("question.pass-on", (passing.NOTE,)),
    keeping.HAND_ON: dispatch.ReviewedForm("question.hand-on", (passing.NOTE,)),
    asking_back.REPLY: dispatch.ReviewedForm("question.reply", ("reply",)),
}
PRESSES["records.as-is"] = Route(dispatch.send_as_is(FORMS, WIDER), (), dispatch.find_held)
PRESSES["records.edit"] = Route(dispatch.edit(PRESSES, WIDER), (), dispatch.find_held)

# What is shown in places, from what stands in the database.
CARDS: dict[str, Card] = {
    notices.CARD: notices.card(NOTICES),
    poll_cards.CARD: poll_cards.card,
    question_cards.REP: question_cards.rep_card,
    question_cards.COMMITTEE: question_cards.committee_card,
    question_cards.ANSWER: question_cards.answer_card,
    question_cards.DETAIL: question_cards.detail_card,
    question_cards.GIVEN_BACK: question_cards.given_back_card,
    question_cards.PASSED: question_cards.passed_card,
    keeping.DELAY: keeping.delay_card,
    digest.CARD: digest.card,
    faq_cards.CARD: faq_cards.card,
    reminders.CARD: reminders.card,
    hearing.MESSAGE: bridge_cards.message,
    hearing.FILE: bridge_cards.file,
}

CARDS[askers.LETTER] = askers.letter(CARDS)

# What follows once a card of this kind has come to stand.
POSTED = {question_cards.COMMITTEE: talks.open_thread}

# What people say in the thread of a card: which of it says more than what it says, and what follows once something was
# said or changed, or is gone.
MARKED: dict[str, Callable[[str, Texts], bool]] = {question_cards.COMMITTEE: marked.is_marked}
HEARD: dict[str, Callable[[Request, Heard], Answer]] = {question_cards.COMMITTEE: marked.heard}
GONE: dict[str, Callable[[Session, Heard, datetime], None]] = {question_cards.COMMITTEE: marked.gone}

# What the timetable does.
DUE = {
    notices.NOTICE: notices.round_up(NOTICES),
    poll_opening.BEGIN: poll_opening.begin_when_due,
    poll_opening.CLOSE: poll_closing.close_when_due,
    poll_early.LOOK: poll_closing.close_if_all_have_answered,
    questions.FORGET_WORDS: questions.forget_words,
    ending.CLOSE: ending.close_when_silent,
    reaching.LOOK: reaching.look,
    ending.FORGET_ASKER: ending.forget_asker,
    mutes.END: mutes.end,
    followers.ANSWERED: followers.tell_when_due,
    followers.FORGET: followers.forget_when_due,
    weekly.DIGEST: digest.send_when_due,
    arriving.COME: arriving.come,
    arriving.ARRIVED: keeping.arrived,
    question_timing.REMIND: keeping.remind,
    loading.SEATS_CHANGED: keeping.seats_changed,
    reminders.REMIND: reminders.remind_when_due,
}
