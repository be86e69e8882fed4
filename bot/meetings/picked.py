"""Choosing by typing who is asked to meet, one seat after the other."""

from __future__ import annotations

from bot import forms, picks
from bot.boundary import Answer, Choice, Form, FormErrors
from bot.drafts import Draft
from bot.meetings import cards
from bot.meetings.bodies import WRITING
from bot.meetings.inviting import ADD
from bot.meetings.terms import SEATS, Body, body_of, pickable
from bot.request import Refusal, Request

WHO = "who"
MOST = 40  # seats


def ask(request: Request, draft: Draft) -> Answer:
    WRITING.refuse_if_sent(request, draft)
    words, offered = request.words, _offered(request, draft)
    if not offered or len(draft.typed.get(SEATS, ())) >= MOST:
        raise Refusal.saying(words("meeting-ask-enough"))
    field = picks.field(WHO, words("meeting-ask-label"), offered, ADD, words("pick-hint"))
    title, submit = words("meeting-ask-in"), words("meeting-ask-submit")
    return forms.reopened(request, Form(ADD, title, submit, words("cancel"), (field,), str(draft.id)))


def suggest(request: Request, draft: Draft) -> Answer:
    return forms.suggested(request, _offered(request, draft))


def add(request: Request, draft: Draft) -> Answer:
    WRITING.refuse_if_sent(request, draft)
    chosen = forms.picked(request, ADD, WHO, _offered(request, draft), "gone")
    if isinstance(chosen, FormErrors):
        return chosen
    asked = (*draft.typed.get(SEATS, ()), chosen.value)[:MOST]
    return WRITING.look_over(request, {**draft.typed, SEATS: asked}, draft)


def take_off(request: Request, draft: Draft) -> Answer:
    """The one that was added last."""
    return WRITING.look_over(request, {**draft.typed, SEATS: draft.typed.get(SEATS, ())[:-1]}, draft)


def _offered(request: Request, draft: Draft) -> list[Choice]:
    body = body_of(request, draft.typed)
    if not isinstance(body, Body) or body.own is None or body.committee is not None:
        return []
    there = {seat.acting_id for seat in body.seats(request)}
    found = (seat for seat in pickable(request, body.own) if seat.acting_id not in there)
    return [Choice(str(seat.id), cards.named(seat, request.words)) for seat in found]
