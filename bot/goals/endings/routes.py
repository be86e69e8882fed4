"""All that the end of a goal can be asked to do."""

from __future__ import annotations

from bot import may
from bot.feature import Feature, NoticeKind, Sign
from bot.goals import authors, rules, signs
from bot.goals.concerns import OVER
from bot.goals.endings import ending, telling
from bot.goals.endings.model import FORM
from bot.goals.quiet import KIND
from bot.request import Route

WRITER = (may.be_its_writer,)
CHAIR = (ending.chair_it,)

FEATURE = Feature(
    presses={
        "goal.end": Route(ending.start, CHAIR, rules.find_goal),
        "goal.ending-edit": Route(ending.WRITING.edit, WRITER, ending.WRITING.find),
        "goal.ending-cancel": Route(ending.WRITING.drop, WRITER, ending.WRITING.find),
        "goal.ending-send": Route(ending.send, (*WRITER, may.not_too_fast), ending.WRITING.find),
        "goal.reopen": Route(ending.ask_to_reopen, CHAIR, rules.find_goal),
        "goal.reopen-now": Route(ending.reopen, CHAIR, rules.find_goal_to_change),
    },
    forms={
        FORM: Route(
            ending.write,
            WRITER,
            ending.WRITING.find,
            own_words=(ending.RESULT, ending.LEARNED, ending.KEPT),
        ),
    },
    cards={OVER: telling.card},
    notices={
        telling.NOTICE: NoticeKind("concern-notices", authors.stands, telling.show),
        telling.NOTICE_TEAM: NoticeKind("goal-notices", telling.is_of_team, telling.show_team),
    },
    due={telling.DUE: telling.tell_some},
    signs=(Sign(KIND, signs.of_endings),),
)
