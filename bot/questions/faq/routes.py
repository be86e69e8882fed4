"""All that the FAQ can be asked to do."""

from __future__ import annotations

from bot import may
from bot.feature import Feature, Section
from bot.questions import rules as questions
from bot.questions.faq import cards, handlers, looking, rules, writing
from bot.questions.faq.writing import WRITING
from bot.request import Anyone, ReviewedForm, Route

WRITER = (may.be_its_writer,)
FAQ = (Anyone("the FAQ is for the whole district"),)
MEMBERS = (rules.see_to_it,)

FEATURE = Feature(
    typing={"ask": Route(looking.suggest, FAQ), "faq.show": Route(looking.suggest, FAQ)},
    presses={
        "faq.publish": Route(handlers.ask, (questions.publish_it,), questions.find),
        "faq.use": Route(looking.ask_which, (questions.have_it,), questions.find),
        "faq.edit": Route(WRITING.edit, WRITER, WRITING.find),
        "faq.cancel": Route(WRITING.drop, WRITER, WRITING.find),
        "faq.propose": Route(handlers.propose, (*WRITER, rules.propose_it), WRITING.find),
        "faq.approve": Route(handlers.approve, (rules.approve_it,), rules.find_to_change),
        "faq.change": Route(handlers.change, MEMBERS, rules.find),
        "faq.withdraw": Route(handlers.withdraw, (rules.take_it_out,), rules.find_to_change),
        "faq.look": Route(handlers.look, MEMBERS, rules.find),
        "faq.show": Route(looking.show, FAQ, looking.find),
        "faq.enough": Route(looking.enough, WRITER, looking.find_draft, begins=True),
    },
    forms={
        writing.FORM: Route(
            handlers.write,
            (*WRITER, rules.propose_it),
            WRITING.find,
            reviewed=ReviewedForm("faq.edit", writing.FIELDS),
        ),
        looking.USE: Route(looking.use, (questions.have_it,), questions.find_to_change),
    },
    cards={cards.CARD: cards.card},
    withdrawals=(handlers.withdraw_words,),
    committees_closed=(handlers.committee_closed,),
    home={"faq.waiting": Section("faq-home", handlers.on_home, handlers.lead, seated=True)},
)
