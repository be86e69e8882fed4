"""What is to be talked about: added by anybody who belongs to it, taken off by its author."""

from __future__ import annotations

from bot import forms
from bot.boundary import Answer, Buttons, Form, Message, Private, Text, TextField
from bot.meetings import agenda, cards
from bot.meetings.model import Kind, Series, next_meeting, readers
from bot.meetings.written import ITEM_MOST, ITEMS, Item, Outcome, items_of
from bot.payloads import Kept, Row
from bot.request import Refusal, Request
from bot.storage.database import locked

FORM, TEXT = "meeting.add", "text"
AT_THAT_TIME = {Kind.PAIR: "meeting-add-hint", Kind.BODY: "meeting-add-hint-body"}  # who reads it
NEXT_TIME = {Kind.PAIR: "meeting-add-hint-next", Kind.BODY: "meeting-add-hint-body-next"}


def ask(request: Request, series: Series) -> Answer:
    words, meeting = request.words, next_meeting(request.session, series)
    label = words("meeting-add-label")
    hint = words(NEXT_TIME[series.kind])
    if meeting is not None:
        hint = words(AT_THAT_TIME[series.kind], when=cards.when(meeting, words))
    field = TextField(TEXT, label, hint, most=ITEM_MOST, long=True)
    title, submit = words("meeting-add-title"), words("meeting-add-submit")
    return forms.reopened(request, Form(FORM, title, submit, words("cancel"), (field,), str(Kept(series.id))))


def add(request: Request, series: Series) -> Answer:
    words, text = request.words, request.given(TEXT)
    if not text:
        return forms.keep_refused(request, FORM, FORM, {TEXT: words("meeting-add-empty")})
    if len(text) > ITEM_MOST:
        wrong = words("meeting-add-long", count=len(text), most=ITEM_MOST)
        return forms.keep_refused(request, FORM, FORM, {TEXT: wrong})
    waiting = items_of(request.session, series)
    if not any(one.text == text and one.member_id == request.member.id for one in waiting):  # sent twice
        if len(waiting) >= ITEMS:
            raise Refusal.saying(words("meeting-add-full", most=ITEMS))
        item = Item(series_id=series.id, text=text, member=request.member, at=request.now, outcome=Outcome.OPEN)
        item.audience = readers(request.session, series)
        request.session.add(item)
        agenda.changed(request.session, next_meeting(request.session, series))
    forms.forget_refused(request, FORM)
    buttons = (cards.show_button(series, words), cards.add_button(series, words))
    return Private(Message((Text(words("meeting-added")), Buttons(buttons))))


def find(request: Request) -> Item | None:
    return locked(request.session, Item, request.payload(Row).id)


def have_added_it(request: Request, item: Item) -> None:
    if item.member_id != request.member.id or item.outcome is not Outcome.OPEN:
        raise Refusal.saying(request.words("gone"))


def take_off(request: Request, item: Item) -> Answer:
    item.outcome = Outcome.DROPPED
    series = request.session.get_one(Series, item.series_id)
    agenda.changed(request.session, next_meeting(request.session, series))
    return forms.say(request, "meeting-taken-off")
