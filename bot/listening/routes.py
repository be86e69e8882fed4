"""All that listening sessions can be asked to do, and what they keep: sessions, with their places and the yes of those
who lead the groups there; what people said, with its author where they gave their name; titles, for some days which of
them matter to whom, and what came of it."""

from __future__ import annotations

from functools import partial

from bot import may, ratings, themes
from bot.feature import Feature, NoticeKind
from bot.listening import (
    agreeing,
    answering,
    cards,
    home,
    keeping_time,
    model,
    moderating,
    opening,
    rating,
    rules,
    speaking,
    telling,
)
from bot.own_words import TEXT
from bot.request import Anyone, ReviewedForm, Route

OPENER = (may.be_its_writer, rules.chair_a_board)
CHAIR = (rules.have_opened,)
WRITER = (may.be_its_writer,)
AUTHOR = (rules.be_its_author,)
RATER = (Anyone("only a session in which they may say what matters is found"),)
GROUP = (rules.look_it_through,)
SORTER = (rules.sort_it,)
ANSWERER = (rules.have_opened_its_session,)

FEATURE = Feature(
    presses={
        # Opening and closing one
        "listening.start": Route(opening.start, OPENER, opening.WRITING.find, begins=True),
        "listening.edit": Route(opening.WRITING.edit, OPENER, opening.WRITING.find),
        "listening.cancel": Route(opening.WRITING.drop, WRITER, opening.WRITING.find),
        "listening.post": Route(opening.post, (*OPENER, may.not_too_fast), opening.WRITING.find),
        "listening.decide": Route(agreeing.decide, (rules.lead_a_group_asked,), rules.find_to_change),
        "listening.close": Route(keeping_time.ask_to_close, CHAIR, rules.find),
        "listening.close-now": Route(keeping_time.close_now, CHAIR, rules.find_to_change),
        "listening.reopen": Route(keeping_time.reopen, CHAIR, rules.find_to_change),
        # Saying something
        "listening.show": Route(cards.show, (rules.know_of_it,), rules.find),
        "listening.say": Route(speaking.start, (rules.be_asked,), rules.find),
        "listening.own": Route(speaking.show_own, (Anyone("it shows only what is theirs"),), rules.find),
        "listening.words-edit": Route(speaking.WRITING.edit, WRITER, speaking.WRITING.find),
        "listening.words-cancel": Route(speaking.WRITING.drop, WRITER, speaking.WRITING.find),
        "listening.send": Route(
            speaking.send, (*WRITER, may.not_too_fast), speaking.WRITING.find, gone="listening-draft-gone"
        ),
        "listening.take-back": Route(speaking.ask_to_take_back, AUTHOR, rules.find_contribution),
        "listening.take-back-now": Route(speaking.take_back, AUTHOR, rules.find_contribution),
        # Looking through
        "listening.look": Route(moderating.look, (rules.moderate,), rules.find),
        moderating.HIDE: Route(moderating.ask_why, GROUP, rules.find_contribution),
        "listening.show-again": Route(moderating.show_again, (moderating.have_hidden,), rules.find_contribution),
        moderating.SORT: Route(moderating.ask_where, SORTER, rules.find_contribution),
        # What matters
        rating.BEGIN: Route(ratings.show, RATER, rating.find),
        rating.AGAIN: Route(ratings.from_the_beginning, RATER, rating.find),
        rating.SAY: Route(ratings.rate, RATER, rating.find_by_title),
        "listening.matters": Route(rating.show, (rules.read_as_the_board,), rules.find),
        # The board
        "listening.read": Route(answering.read, (rules.read_as_the_board,), rules.find),
        answering.FORM: Route(answering.ask, ANSWERER, rules.find_contribution),
        "listening.unanswer": Route(answering.take_back, ANSWERER, rules.find_contribution),
    },
    forms={
        model.ASK: Route(opening.write, OPENER, opening.WRITING.find, own_words=tuple(opening.QUESTIONS.values())),
        model.WRITE: Route(speaking.write, WRITER, speaking.WRITING.find, own_words=(TEXT,)),
        moderating.HIDE: Route(
            moderating.hide,
            GROUP,
            rules.find_contribution,
            reviewed=ReviewedForm(moderating.HIDE, (moderating.WHY,)),
        ),
        moderating.SORT: Route(
            moderating.sort,
            SORTER,
            rules.find_contribution,
            reviewed=ReviewedForm(moderating.SORT, tuple(themes.TITLES.values())),
        ),
        answering.FORM: Route(
            answering.answer,
            ANSWERER,
            rules.find_contribution,
            reviewed=ReviewedForm(answering.FORM, (answering.WORDS,)),
        ),
    },
    cards={model.OPEN: cards.card, model.SAID: telling.card, model.HIDDEN: telling.hidden_card},
    notices={
        agreeing.ASKED: NoticeKind("", agreeing.is_asked, agreeing.show_asked, at_home=True),
        telling.ASKS: NoticeKind("listening-notices", telling.can_speak, telling.show_open, True),
        telling.RATES: NoticeKind("listening-notices", rating.waits_for, rating.show_asked, True),
        telling.WORDS: NoticeKind("listening-notices", telling.is_new, telling.show_new, True),
        telling.READ: NoticeKind("listening-notices", telling.may_read, telling.show_read, True),
        telling.WAITS: NoticeKind("listening-notices", telling.waits_for, telling.show_waits, True),
        telling.NOBODY: NoticeKind("listening-notices", telling.is_of_nobody, telling.show_nobody),
        telling.NOTICE: NoticeKind("listening-notices", telling.has_outcome, telling.show),
        telling.NOTICE_HIDDEN: NoticeKind("listening-notices", telling.was_hidden, telling.show_hidden),
    },
    due={
        keeping_time.CLOSE: keeping_time.close_when_due,
        keeping_time.RATE: keeping_time.rate_when_due,
        keeping_time.READ: keeping_time.read_when_due,
        keeping_time.REMIND: keeping_time.remind,
        telling.TELL: telling.tell_on,
        telling.ON: telling.tell_on_asked,
        model.FORGET: telling.forget,
    },
    references={answering.KIND: answering.refer},
    brought={answering.KIND: answering.follow},
    home=home.SECTIONS,
    starts=(home.offer,),
    path=(home.step,),
    seat_changes=(agreeing.seat_changed,),
    place_changes=(agreeing.place_changed,),
    merges=(partial(ratings.merge, model.Rating),),
)
