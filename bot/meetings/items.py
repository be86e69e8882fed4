"""What is to be talked about: added by anybody who belongs to it, taken off by its author."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot import forms
from bot.boundary import Answer, Buttons, Choice, ChoiceField, Field, Form, Message, Private, Text, TextField
from bot.meetings import agenda, cards, rules
from bot.meetings.model import Kind, Series, next_meeting, readers, series_to_change
from bot.meetings.written import ITEM_MOST, ITEMS, Item, Outcome, items_of
from bot.payloads import Kept, Row
from bot.people import audiences
from bot.people.audiences import Audience
from bot.request import Refusal, Request
from bot.storage.database import locked
from bot.texts import Words

FORM, TEXT, HOW_LONG = "meeting.add", "text", "minutes"
MINUTES, NOT_SAID = (5, 10, 15, 20, 30), "none"
AT_THAT_TIME = {Kind.PAIR: "meeting-add-hint", Kind.BODY: "meeting-add-hint-body"}  # who reads it
NEXT_TIME = {Kind.PAIR: "meeting-add-hint-next", Kind.BODY: "meeting-add-hint-body-next"}


def ask(request: Request, series: Series) -> Answer:
    words, meeting = request.words, next_meeting(request.session, series)
    label = words("meeting-add-label")
    hint = words(NEXT_TIME[series.kind])
    if meeting is not None:
        hint = words(AT_THAT_TIME[series.kind], when=cards.when(meeting, words))
    if agenda.is_public(request.session, series):
        hint = words("meeting-add-hint-public")
    fields: list[Field] = [TextField(TEXT, label, hint, most=ITEM_MOST, long=True)]
    fields += [minutes_field(words)] if series.kind is Kind.BODY else []
    title, submit = words("meeting-add-title"), words("meeting-add-submit")
    about = str(Kept(series.id, seen=audience(request.session, series).seen))
    return forms.reopened(request, Form(FORM, title, submit, words("cancel"), tuple(fields), about))


def minutes_field(words: Words) -> ChoiceField:
    known = [Choice(NOT_SAID, words("meeting-add-minutes-none"))]
    known += [Choice(str(one), words("meeting-body-minutes", minutes=one)) for one in MINUTES]
    return forms.choices(HOW_LONG, words("meeting-add-minutes"), known, {HOW_LONG: (NOT_SAID,)})


def add(request: Request, series: Series) -> Answer:
    if said := wrong(request):
        return forms.keep_refused(request, FORM, FORM, {TEXT: said})
    if request.payload(Kept).seen not in ("", audience(request.session, series).seen):  # empty: of an older version
        return forms.look_again(request, FORM, FORM, request.words("meeting-add-others"))
    answer = put(request, series)
    forms.forget_refused(request, FORM)
    return answer


def wrong(request: Request) -> str:
    """With what was typed; empty: nothing."""
    text = request.given(TEXT)
    if not text:
        return request.words("meeting-add-empty")
    return request.words("meeting-add-long", count=len(text), most=ITEM_MOST) if len(text) > ITEM_MOST else ""


def put(request: Request, series: Series, source: str = "") -> Answer:
    """On the list, once. `source`: what was brought. Raises Refusal where that is full."""
    words, text, session = request.words, request.given(TEXT), request.session
    waiting = items_of(session, series)
    if not any(one.text == text and one.member_id == request.member.id for one in waiting):  # sent twice
        if len(waiting) >= ITEMS:
            raise Refusal.saying(words("meeting-add-full", most=ITEMS))
        item = Item(series_id=series.id, text=text, member=request.member, at=request.now, outcome=Outcome.OPEN)
        item.audience, item.source = audience(session, series), source
        item.minutes = next((one for one in MINUTES if str(one) == request.given(HOW_LONG)), None)
        session.add(item)
        session.flush()
        agenda.changed(session, next_meeting(session, series))
    buttons = (cards.show_button(series, words), cards.add_button(series, words))
    return Private(Message((Text(words("meeting-added")), Buttons(buttons))))


def audience(session: Session, series: Series) -> Audience:
    """Of its topics."""
    found = readers(session, series)
    return found | audiences.of_district(series.district) if agenda.is_public(session, series) else found


def may_settle_together(request: Request, item: Item) -> None:
    rules.run_it(request, request.session.get_one(Series, item.series_id))
    if item.outcome is not Outcome.OPEN:
        raise Refusal.saying(request.words("gone"))


def settle_together(request: Request, item: Item) -> Answer:
    """On the consent agenda, or off it again."""
    item.consent = not item.consent
    series = request.session.get_one(Series, item.series_id)
    agenda.changed(request.session, next_meeting(request.session, series))
    return forms.say(request, "meeting-consent-on" if item.consent else "meeting-consent-off")


def find(request: Request) -> Item | None:
    """Nobody writes minutes of it meanwhile."""
    session, id = request.session, request.payload(Row).id
    if (there := session.scalar(select(Item.series_id).where(Item.id == id))) is not None:
        series_to_change(session, there)
    return locked(session, Item, id)


def have_added_it(request: Request, item: Item) -> None:
    if item.member_id != request.member.id or item.outcome is not Outcome.OPEN:
        raise Refusal.saying(request.words("gone"))


def take_off(request: Request, item: Item) -> Answer:
    item.outcome = Outcome.DROPPED
    series = request.session.get_one(Series, item.series_id)
    agenda.changed(request.session, next_meeting(request.session, series))
    return forms.say(request, "meeting-taken-off")
