"""Whom else it tells, and whom of all these not: "and", "or" and "not", in a form behind a button of the preview."""

from __future__ import annotations

from dataclasses import replace

from bot.boundary import Answer, ChoiceField, Form
from bot.broadcasts import writing
from bot.broadcasts.drafting import WRITING
from bot.broadcasts.writing import MORE
from bot.drafts import Draft, Typed
from bot.forms import several
from bot.people import circles
from bot.people.circles import ALSO, NOT, ONLY
from bot.request import Request

FORM = "broadcast.more"  # a form and what opens it


def ask(request: Request, draft: Draft) -> Answer:
    WRITING.refuse_if_sent(request, draft)
    return form(request, draft.typed, str(draft.id))


def form(request: Request, typed: Typed, about: str) -> Form:
    words, session, district = request.words, request.session, request.district
    some = circles.offered_to(session, request.member, words)
    where = circles.buildings_of(session, district)
    fields = [_field(request, ALSO, "broadcast-form-also", some, typed)]
    if where:
        fields.append(_field(request, writing.ALSO_AT, "broadcast-form-also-at", where, typed))
    fields.append(_field(request, ONLY, "broadcast-form-only", some, typed))
    fields.append(_field(request, NOT, "broadcast-form-not", some, typed))
    submit = words("broadcast-form-submit")
    return Form(FORM, words("broadcast-more"), submit, words("cancel"), tuple(fields), about)


def _field(request: Request, name: str, label: str, offered: list[tuple[str, str]], typed: Typed) -> ChoiceField:
    """None of them, if nothing is chosen."""
    return replace(several(name, request.words(label), offered, typed, request.words), optional=True)


def write(request: Request, draft: Draft) -> Answer:
    chosen = {name: request.fields.get(name, ()) for name in MORE}
    return WRITING.look_over(request, {**draft.typed, **chosen}, draft)
