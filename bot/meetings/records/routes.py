"""All that can be asked of minutes that are out."""

from __future__ import annotations

from bot.feature import Feature, NoticeKind
from bot.meetings import outcomes, rules, turns
from bot.meetings.records import correcting, finding
from bot.request import Anyone, ReviewedForm, Route

READER = (rules.belong_to_it,)
CORRECTOR = (turns.take_notes, correcting.are_out)
FINDER = (Anyone("only lines of minutes that they may read are found"),)

FEATURE = Feature(
    subcommands={"minutes": Route(finding.look, FINDER)},
    presses={
        "minutes.past": Route(finding.show_past, READER, rules.find_set),
        "minutes.file": Route(finding.take, READER, rules.find_bodys_meeting),
        finding.FORM: Route(finding.ask, FINDER),
        correcting.FORM: Route(correcting.ask, CORRECTOR, rules.find_meeting),
    },
    forms={
        finding.FORM: Route(finding.look, FINDER),
        correcting.FORM: Route(
            correcting.correct,
            CORRECTOR,
            rules.find_meeting_to_change,
            reviewed=ReviewedForm(correcting.FORM, (outcomes.LINE,)),
        ),
    },
    notices={correcting.CORRECTED: NoticeKind("meeting-news", correcting.is_corrected, correcting.show_corrected)},
)
