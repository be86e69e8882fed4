"""What people decide about the messages that come unasked: when, and which."""

from __future__ import annotations

from collections.abc import Callable

from bot import notices
from bot.boundary import Answer, Button, Buttons, Choice, ChoiceField, Form, Message, Private, Submit, Text
from bot.notices import Kinds
from bot.people import hours
from bot.people import model as people
from bot.people.hours import EVERY_DAY, WEEKDAYS, Hours, Preferences
from bot.request import Refusal, Request
from bot.storage.database import insert
from bot.texts import Words

FORM = "messages.wishes"
OWN = ("7-18", "9-17", "15-21", "7-21")  # hours that somebody can choose
QUESTIONS = "messages.questions"
ARRIVING = {hours.AT_ONCE: "arrivals-at-once", hours.IN_HOURS: "arrivals-in-hours", hours.DAILY: "arrivals-daily"}
DISTRICT, YES, NO = "district", "yes", "no"

Run = Callable[[Request, object], Answer]


def offer(request: Request) -> list[Button]:
    """To whoever holds a building's seat, questions come in a way that they can choose."""
    buttons = [_button(request.words)]
    if any(seat.building_id for seat in people.seats_of(request.session, request.member)):
        buttons.append(Button(request.words("arrivals"), "messages.questions"))
    return buttons


def _button(words: Words) -> Button:
    return Button(words("messages"), "messages")


def ask(kinds: Kinds) -> Run:
    def run(request: Request, _about: object) -> Answer:
        words, district = request.words, request.district
        wish = request.session.get(Preferences, request.member.id) or Preferences(hours="", days="")
        times = [Choice(own, _time(words, own)) for own in OWN]
        days = [Choice(WEEKDAYS, words("messages-weekdays")), Choice(EVERY_DAY, words("messages-every-day"))]
        theirs = next(choice.label for choice in days if choice.value == district.days)
        as_hours = Choice(DISTRICT, words("messages-district", what=_time(words, district.hours)))
        as_days = Choice(DISTRICT, words("messages-district", what=theirs))
        unwanted = notices.muted(request.session, request.member.id)
        fields = [
            ChoiceField("hours", words("messages-hours"), (as_hours, *times), (wish.hours or DISTRICT,)),
            ChoiceField("days", words("messages-days"), (as_days, *days), (wish.days or DISTRICT,)),
        ]
        for label, name in _labels(kinds).items():
            yes_or_no = Choice(YES, words("messages-yes")), Choice(NO, words("messages-no"))
            fields.append(ChoiceField(name, words(label), yes_or_no, (NO if name in unwanted else YES,)))
        return Form(FORM, words("messages"), words("messages-submit"), words("cancel"), tuple(fields))

    return run


def _labels(kinds: Kinds) -> dict[str, str]:
    """What people call the kinds, and by which field they choose: several may be one to them."""
    labels: dict[str, str] = {}
    for name, kind in kinds.items():
        if kind.label:
            labels.setdefault(kind.label, name)
    return labels


def _time(words: Words, text: str) -> str:
    own = Hours.parse(text, WEEKDAYS)
    return words("messages-from-to", begin=words.hour(own.begin), end=words.hour(own.end))


def save(kinds: Kinds) -> Run:
    def run(request: Request, _about: object) -> Answer:
        session, member = request.session, request.member
        typed = request.act.fields if isinstance(request.act, Submit) else {}
        chosen = {name: next(iter(values), "") for name, values in typed.items()}
        wish = {
            "hours": own if (own := chosen.get("hours", "")) in OWN else "",
            "days": own if (own := chosen.get("days", "")) in hours.DAYS else "",
        }
        add = insert(session)(Preferences).values(member_id=member.id, **wish)
        session.execute(add.on_conflict_do_update(index_elements=["member_id"], set_=wish))
        fields = _labels(kinds)
        for name, kind in kinds.items():
            wanted = chosen.get(fields.get(kind.label, ""))
            if wanted == NO:
                notices.mute(session, member, name)
            elif wanted == YES:
                notices.unmute(session, member, name)
        return Private(Message((Text(request.words("messages-saved")),)))

    return run


def ask_how_questions_come(request: Request, _about: object) -> Answer:
    words = request.words
    wish = request.session.get(Preferences, request.member.id)
    choices = [Choice(one, words(ARRIVING[one])) for one in hours.ARRIVALS]
    theirs = next(choice.label for choice in choices if choice.value == request.district.questions)
    as_district = Choice(DISTRICT, words("messages-district", what=theirs))
    chosen = (wish and wish.questions) or DISTRICT
    field = ChoiceField("questions", words("arrivals-label"), (as_district, *choices), (chosen,))
    return Form(QUESTIONS, words("arrivals"), words("messages-submit"), words("cancel"), (field,))


def save_how_questions_come(request: Request, _about: object) -> Answer:
    typed = request.act.fields if isinstance(request.act, Submit) else {}
    chosen = next(iter(typed.get("questions", ())), "")
    wish = {"questions": chosen if chosen in hours.ARRIVALS else ""}
    add = insert(request.session)(Preferences).values(member_id=request.member.id, hours="", days="", **wish)
    request.session.execute(add.on_conflict_do_update(index_elements=["member_id"], set_=wish))
    return Private(Message((Text(request.words("arrivals-saved")),)))


def mute(kinds: Kinds) -> Run:
    def run(request: Request, _about: object) -> Answer:
        if request.about not in kinds or not kinds[request.about].label:
            raise Refusal.saying(request.words("gone"))
        for name, kind in kinds.items():
            if kind.label == kinds[request.about].label:
                notices.mute(request.session, request.member, name)
        words = request.words
        said = words("messages-muted", kind=words(kinds[request.about].label))
        return Private(Message((Text(said), Buttons((_button(words),)))))

    return run
