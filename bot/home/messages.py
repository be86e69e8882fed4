"""My messages: what people decide about what comes to them unasked: where, when, and which, a switch for each."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from bot import notices
from bot.boundary import Answer, Button, Buttons, Choice, ChoiceField, Form, Heading, Message, Part, Private, Text
from bot.notices import CHOSEN, DMS, Kinds
from bot.payloads import Payload
from bot.people import hours, preferences
from bot.people import model as people
from bot.people.cards import platform_of
from bot.people.clocks import ZONES
from bot.people.hours import EVERY_DAY, WEEKDAYS, Hours
from bot.people.preferences import HOME, REFUSED, Key
from bot.request import Refusal, Request
from bot.texts import Words

FORM = "messages.wishes"  # hours and days; those of older versions had kinds of notices, too
QUESTIONS = "messages.questions"
OWN = ("7-18", "9-17", "15-21", "7-21")  # hours that somebody can choose
ARRIVING = {hours.AT_ONCE: "arrivals-at-once", hours.IN_HOURS: "arrivals-in-hours", hours.DAILY: "arrivals-daily"}
DAYS = {WEEKDAYS: "messages-weekdays", EVERY_DAY: "messages-every-day"}
DISTRICT, YES, NO = "district", "yes", "no"
PAGE = 15  # switches
ZONE = "zone"

Run = Callable[[Request, object], Answer]


@dataclass(frozen=True)
class Page(Payload):
    page: int = 1


@dataclass(frozen=True)
class Switch(Payload):
    """YES or NO for all kinds of notices that are called as this one is; `page` is where its switch stands."""

    page: int
    wanted: str
    kind: str


# Offering --------------------------------------------------------------------------------------------------------


def offer(request: Request) -> list[Button]:
    """For the home card."""
    here = [] if asks_for_dms(request) or _chosen(request) == HOME else _here(request)
    return [*here, _button(request.words)]


def asks_for_dms(request: Request) -> bool:
    """Of those who hold a seat, and of those whom the bot could not reach, it is asked whether it may write to them."""
    if not _here(request) or notices.account_of(request.session, request.member) is not None:
        return False
    chosen = _chosen(request)
    return chosen == REFUSED or (not chosen and bool(people.seats_of(request.session, request.member)))


def may_i_write(request: Request) -> list[Part]:
    words, platform = request.words, platform_of(str(request.act.actor))
    refused = _chosen(request) == REFUSED
    asked = words("messages-refused", platform=platform) if refused else words("messages-may-i", platform=platform)
    anyway = [Text(words("messages-questions-anyway"))] if _reads_questions(request) and not refused else []
    no = Button(words("messages-stay-home"), "messages.where", HOME)
    return [Text(asked), *anyway, Buttons((*_here(request, "main"), no))]


def _here(request: Request, tone: str = "") -> list[Button]:
    """The day's message can come to where they are, and does not yet."""
    platform, now = request.act.actor.platform, notices.account_of(request.session, request.member)
    if platform not in (*DMS, *CHOSEN) or (now or "").startswith(f"{platform}:"):
        return []
    return [Button(request.words("messages-here"), "messages.where", platform, tone)]


def _button(words: Words) -> Button:
    return Button(words("messages"), "messages")


def _chosen(request: Request) -> str:
    return preferences.of(request.session, request.member.id).where


# The list --------------------------------------------------------------------------------------------------------


def show(kinds: Kinds) -> Run:
    return lambda request, _about: Private(_list(request, kinds, request.payload(Page).page))


def _list(request: Request, kinds: Kinds, page: int, said: str = "", *first: Button) -> Message:
    """`said` is what was just done, and `first` are buttons for that."""
    words = request.words
    labels = sorted(_labels(kinds).items(), key=lambda one: words(one[0]))
    pages = max(1, -(-len(labels) // PAGE))
    page = min(page, pages)
    lines = [_where(request, kinds), _time_of(request), *_urgent(request, kinds), *_questions(request)]
    turns = [Button(words("home-back"), "home")]
    if pages > 1:
        turns.append(Button(words("messages-next"), "messages", str(Page(page % pages + 1))))
    parts: list[Part] = [Heading(words("messages")), *([Text(said)] if said else [])]
    parts += [Text("\n".join(lines)), Buttons((*first, *_changes(request)))]
    parts += _switches(request, labels[(page - 1) * PAGE : page * PAGE], page)
    return Message((*parts, Buttons(tuple(turns))))


def _changes(request: Request) -> list[Button]:
    words = request.words
    buttons = [Button(words("messages-change-hours"), "messages.hours")]
    if _reads_questions(request):
        buttons.append(Button(words("arrivals"), QUESTIONS))
    buttons += _here(request)
    if _chosen(request) != HOME:
        buttons.append(Button(words("messages-stop"), "messages.where", HOME))
    return buttons


def _switches(request: Request, labels: Sequence[tuple[str, str]], page: int) -> list[Part]:
    """What they left out first, then what comes; each with a button to the contrary, which names it."""
    words, muted = request.words, preferences.of(request.session, request.member.id).muted
    parts = list[Part]()
    for say, turn, wanted in (("messages-out", "messages-turn-on", YES), ("messages-come", "messages-turn-off", NO)):
        buttons = tuple(
            Button(words(turn, kind=words(label)), "messages.switch", str(Switch(page, wanted, name)))
            for label, name in labels
            if (name in muted) is (wanted == YES)
        )
        parts += [Text(words(say)), Buttons(buttons)] if buttons else []
    return parts


def _where(request: Request, kinds: Kinds) -> str:
    words, session, member = request.words, request.session, request.member
    account = notices.account_of(session, member)
    if account is None:
        return words("messages-at-home-questions" if _reads_questions(request) else "messages-at-home")
    said = "messages-at" if notices.hears_urgent(session, kinds, member) else "messages-at-calm"
    return words(said, platform=platform_of(account))


def _time_of(request: Request) -> str:
    words, theirs = request.words, hours.hours_of(request.session, request.member)
    own = _time(words, f"{theirs.begin}-{theirs.end}")
    return words("messages-time", hours=own, days=words(DAYS[theirs.days]))


def _urgent(request: Request, kinds: Kinds) -> list[str]:
    """What is urgent comes to families later in the evening."""
    words, session, member = request.words, request.session, request.member
    theirs = hours.urgent_hours_of(session, member)
    if theirs == hours.hours_of(session, member) or not notices.hears_urgent(session, kinds, member):
        return []
    return [words("messages-time-urgent", hours=_time(words, f"{theirs.begin}-{theirs.end}"))]


def _reads_questions(request: Request) -> bool:
    """To those who hold a building's seat, questions come in a way that they can choose."""
    return any(seat.building_id for seat in people.seats_of(request.session, request.member))


def _questions(request: Request) -> list[str]:
    if not _reads_questions(request):
        return []
    how = notices.arrival(request.session, request.member)
    return [request.words("messages-questions", how=request.words(ARRIVING[how]))]


def _labels(kinds: Kinds) -> dict[str, str]:
    """What people call the kinds, and the first of those that are called so: several may be one to them."""
    labels: dict[str, str] = {}
    for name, kind in kinds.items():
        if kind.label:
            labels.setdefault(kind.label, name)
    return labels


def switch(kinds: Kinds) -> Run:
    def run(request: Request, _about: object) -> Answer:
        wanted = request.payload(Switch)
        _set(request, kinds, wanted.kind, wanted=wanted.wanted == YES)
        return Private(_list(request, kinds, wanted.page))

    return run


def mute(kinds: Kinds) -> Run:
    """From a notice of that kind."""

    def run(request: Request, _about: object) -> Answer:
        label = _set(request, kinds, request.about, wanted=False)
        words = request.words
        return Private(Message((Text(words("messages-muted", kind=words(label))), Buttons((_button(words),)))))

    return run


def _set(request: Request, kinds: Kinds, kind: str, *, wanted: bool) -> str:
    """All that are called as this kind is, by a name in `content/`, which is returned."""
    if kind not in kinds or not kinds[kind].label:
        raise Refusal.saying(request.words("gone"))
    for name, other in kinds.items():
        if other.label == kinds[kind].label:
            if wanted:
                preferences.unmute(request.session, request.member.id, name)
            else:
                notices.mute(request.session, request.member, name)
    return kinds[kind].label


def change_where(kinds: Kinds) -> Run:
    """The day's message comes there: to a platform or to the home card only; empty: as for everybody."""

    def run(request: Request, _about: object) -> Answer:
        where, before = request.about, _chosen(request)
        if where not in ("", HOME, *DMS, *CHOSEN):
            raise Refusal.saying(request.words("gone"))
        notices.choose_where(request.session, request.member, where, request.now)
        undo = Button(request.words("messages-undo"), "messages.where", "" if before == REFUSED else before)
        return Private(_list(request, kinds, 1, request.words("messages-done"), undo))

    return run


# Hours, days, and how questions come -----------------------------------------------------------------------------


def ask_hours(request: Request, _about: object) -> Answer:
    words, district = request.words, request.district
    chosen = preferences.of(request.session, request.member.id)
    times = [Choice(own, _time(words, own)) for own in OWN]
    days = [Choice(value, words(name)) for value, name in DAYS.items()]
    as_hours = words("messages-district", what=_time(words, district.hours))
    as_days = words("messages-district", what=words(DAYS[district.days]))
    fields = (
        _field("hours", words("messages-hours"), as_hours, times, chosen.hours),
        _field("days", words("messages-days"), as_days, days, chosen.days),
        _field(
            ZONE, words("messages-zone"), words("messages-zone-district"), _zones(request), request.member.zone or ""
        ),
    )
    return Form(FORM, words("messages"), words("messages-submit"), words("cancel"), fields)


def _zones(request: Request) -> list[Choice]:
    """By their cities."""
    return [Choice(one, request.words.city(one)) for one in ZONES if one != request.district.zone]


def save(kinds: Kinds) -> Run:
    def run(request: Request, _about: object) -> Answer:
        if (zone := request.given(ZONE)) in (DISTRICT, *ZONES):
            request.member.zone = None if zone == DISTRICT else zone
        for key, offered in ((Key.HOURS, OWN), (Key.DAYS, hours.DAYS)):
            _keep(request, key, offered)
        for kind in kinds:
            if (wanted := request.given(kind)) in (YES, NO):  # in a form that was opened before there were switches
                _set(request, kinds, kind, wanted=wanted == YES)
        return Private(_list(request, kinds, 1, request.words("messages-saved")))

    return run


def ask_how_questions_come(request: Request, _about: object) -> Answer:
    words, chosen = request.words, preferences.of(request.session, request.member.id)
    choices = [Choice(one, words(name)) for one, name in ARRIVING.items()]
    as_district = words("messages-district", what=words(ARRIVING[request.district.questions]))
    field = _field("questions", words("arrivals-label"), as_district, choices, chosen.questions)
    return Form(QUESTIONS, words("arrivals"), words("messages-submit"), words("cancel"), (field,))


def save_how_questions_come(kinds: Kinds) -> Run:
    def run(request: Request, _about: object) -> Answer:
        _keep(request, Key.QUESTIONS, hours.ARRIVALS)
        about = request.session, request.member
        as_wished = notices.arrival(*about) == hours.arrival(*about)
        said = request.words("arrivals-saved" if as_wished else "arrivals-saved-alone")
        return Private(_list(request, kinds, 1, said))

    return run


def _field(name: str, label: str, as_district: str, choices: Sequence[Choice], chosen: str) -> ChoiceField:
    return ChoiceField(name, label, (Choice(DISTRICT, as_district), *choices), (chosen or DISTRICT,))


def _keep(request: Request, key: Key, offered: Sequence[str]) -> None:
    if (given := request.given(key)) in (DISTRICT, *offered):
        preferences.choose(request.session, request.member.id, key, "" if given == DISTRICT else given)


def _time(words: Words, text: str) -> str:
    own = Hours.parse(text, WEEKDAYS)
    return words("messages-from-to", begin=words.hour(own.begin), end=words.hour(own.end))
