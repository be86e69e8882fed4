"""All that the FAQ can be asked to do."""

from __future__ import annotations

from bot import may
from bot.feature import Feature, Section
from bot.questions import handlers as questions
from bot.questions.faq import cards, looking, model, publishing, using, writing
from bot.request import Anyone, ReviewedForm, Route

FAQ = (Anyone("the FAQ is for the whole district"),)

FEATURE = Feature(
    typing={"ask": Route(looking.suggest, FAQ), "faq.show": Route(looking.suggest, FAQ)},
    presses={
        "faq.publish": Route(publishing.ask, (may.publish_it,), questions.find_question),
        "faq.use": Route(using.ask_which, (may.have_it,), questions.find_question),
        "faq.edit": Route(publishing.edit, (may.be_its_writer,), publishing.find_draft),
        "faq.cancel": Route(publishing.cancel, (may.be_its_writer,), publishing.find_draft),
        "faq.propose": Route(publishing.propose, (may.be_its_writer,), publishing.find_draft),
        "faq.approve": Route(publishing.approve, (may.approve_it,), publishing.find_entry_to_change),
        "faq.change": Route(publishing.change, (may.sit_on_its_committee,), publishing.find_entry),
        "faq.withdraw": Route(publishing.withdraw, (may.sit_on_its_committee,), publishing.find_entry_to_change),
        "faq.look": Route(publishing.look, (may.sit_on_its_committee,), publishing.find_entry),
        "faq.show": Route(looking.show, FAQ, looking.find),
        "faq.enough": Route(looking.enough, (may.be_its_writer,), looking.find_draft, begins=True),
    },
    forms={
        writing.FORM: Route(
            publishing.write,
            (may.be_its_writer,),
            publishing.find_draft,
            reviewed=ReviewedForm("faq.edit", writing.FIELDS),
        ),
        using.FORM: Route(using.use, (may.have_it,), questions.find_question_to_change),
    },
    cards={cards.CARD: cards.card},
    home={"faq.waiting": Section("faq-home", publishing.on_home, publishing.lead)},
    merges=(model.merge,),
)
