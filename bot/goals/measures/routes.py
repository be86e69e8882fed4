"""All that a goal's measure can be asked to do."""

from __future__ import annotations

from bot import may
from bot.feature import Feature, Sign
from bot.goals import rules, signs
from bot.goals.measures import cards, entering, export, home, listing, pasting, setting
from bot.goals.measures.model import NUMBER, TABLE, TARGET
from bot.goals.measures.rules import count, count_it, find_point
from bot.goals.quiet import KIND
from bot.request import ReviewedForm, Route

WRITER = (may.be_its_writer,)
READER = (rules.read_goal,)
TEAM = (count,)
TEAM_OF_IT = (count_it,)

FEATURE = Feature(
    presses={
        # Reading
        "goal.numbers": Route(cards.show, READER, rules.find_goal),
        "goal.all-numbers": Route(listing.show, READER, rules.find_goal),
        "goal.how-to-read": Route(cards.explain, READER, rules.find_goal),
        "goal.take-numbers": Route(export.take_along, READER, rules.find_goal),
        # Where it is to lead
        TARGET: Route(setting.ask, TEAM, rules.find_goal),
        # One number
        NUMBER: Route(entering.start, TEAM, rules.find_goal),
        "goal.number-edit": Route(entering.WRITING.edit, WRITER, entering.WRITING.find),
        "goal.number-save": Route(entering.save, WRITER, entering.WRITING.find),
        "goal.number-cancel": Route(entering.WRITING.drop, WRITER, entering.WRITING.find),
        "goal.number-correct": Route(entering.correct, TEAM_OF_IT, find_point),
        "goal.number-away": Route(entering.take_away, TEAM_OF_IT, find_point),
        "goal.number-back": Route(entering.put_back, TEAM_OF_IT, find_point),
        # A table of them
        TABLE: Route(pasting.start, TEAM, rules.find_goal),
        "goal.table-edit": Route(pasting.WRITING.edit, WRITER, pasting.WRITING.find),
        "goal.table-take": Route(pasting.take, WRITER, pasting.WRITING.find),
        "goal.table-cancel": Route(pasting.WRITING.drop, WRITER, pasting.WRITING.find),
    },
    forms={
        TARGET: Route(setting.put, TEAM, rules.find_goal_to_change, reviewed=ReviewedForm(TARGET, (setting.UNIT,))),
        NUMBER: Route(entering.write, WRITER, entering.WRITING.find, own_words=(entering.VALUE,)),
        TABLE: Route(pasting.write, WRITER, pasting.WRITING.find, own_words=(pasting.ROWS,)),
    },
    home=home.SECTIONS,
    signs=(Sign(KIND, signs.of_measures),),
)
