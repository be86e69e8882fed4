"""In which of the channels of its readers it is posted: its sender takes some off, whose people find it in their own
message of the day. None is ever added."""

from __future__ import annotations

from dataclasses import replace

from bot.boundary import Answer, Choice, Form
from bot.boundary.answers import CHOICES
from bot.broadcasts import writing
from bot.broadcasts.drafting import WRITING
from bot.broadcasts.writing import LEFT_OFF
from bot.drafts import Draft
from bot.forms import choices
from bot.people.cards import place_label
from bot.request import Request

CHOOSE = "broadcast.channels"  # a form and what opens it
CHANNELS = "channels"


def ask(request: Request, draft: Draft) -> Answer:
    WRITING.refuse_if_sent(request, draft)
    words, written = request.words, writing.read(request, draft.typed)
    if isinstance(written, dict):
        return WRITING.wrong(request, draft, written)
    if not written.offered:
        return WRITING.shown(request, draft, written)
    offered = [Choice(str(place.id), place_label(place)) for place in written.offered[:CHOICES]]
    chosen = {CHANNELS: tuple(str(place.id) for place in written.places)}
    hint = words("poll-form-list-cut", count=CHOICES) if len(written.offered) > CHOICES else ""
    field = choices(CHANNELS, words("broadcast-form-channels"), offered, chosen, len(offered), hint)
    title, submit = words("broadcast-channels"), words("broadcast-form-submit")
    return Form(CHOOSE, title, submit, words("cancel"), (replace(field, optional=True),), str(draft.id))


def choose(request: Request, draft: Draft) -> Answer:
    """Those that the form could not hold stay as they were."""
    written = writing.read(request, draft.typed)
    if isinstance(written, dict):
        return WRITING.wrong(request, draft, written)
    ids = [str(place.id) for place in written.offered]
    shown, chosen = set(ids[:CHOICES]), set(request.fields.get(CHANNELS, ()))
    before = set(draft.typed.get(LEFT_OFF, ()))
    left_off = tuple(id for id in ids if id in (shown - chosen) | (before - shown))
    return WRITING.look_over(request, {**draft.typed, LEFT_OFF: left_off}, draft)
