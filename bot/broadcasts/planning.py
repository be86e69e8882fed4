"""When it goes out, in a form behind a button of the preview."""

from __future__ import annotations

from bot import moments
from bot.boundary import Answer, Form, MomentField
from bot.broadcasts import writing
from bot.broadcasts.drafting import WRITING
from bot.drafts import Draft
from bot.people import school_days
from bot.request import Request

FORM = "broadcast.plan"  # a form and what opens it


def ask(request: Request, draft: Draft) -> Answer:
    WRITING.refuse_if_sent(request, draft)
    words = request.words
    field = MomentField(
        writing.AT,
        words("broadcast-form-when"),
        words("moment-example"),
        words("broadcast-form-when-hint"),
        time=words("moment-time"),
        optional=True,
    )
    return Form(FORM, words("broadcast-plan"), words("broadcast-form-submit"), words("cancel"), (field,), str(draft.id))


def write(request: Request, draft: Draft) -> Answer:
    given, zone = request.given(writing.AT), request.district.zone
    if not given:
        return WRITING.look_over(request, {**draft.typed, writing.AT: ()}, draft)
    try:
        at = moments.read(given, request.now, zone, request.words.language).within(zone, school_days.END)
    except moments.Unclear as unclear:
        return WRITING.wrong(request, draft, {writing.AT: request.words(unclear.says)})
    return WRITING.look_over(request, {**draft.typed, writing.AT: (at.isoformat(),)}, draft)
