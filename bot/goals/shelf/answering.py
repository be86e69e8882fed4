"""The seat that holds data says what it knows, with its source and date, and leaves out small groups; it lies on the
shelf then. Or it says why it does not give it. It can bring something unasked, about the titles that matter most."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from bot import forms, timetable
from bot.boundary import (
    Answer,
    Block,
    Button,
    Buttons,
    Choice,
    Form,
    Heading,
    Message,
    Note,
    Part,
    Private,
    Prose,
    Quote,
    Span,
    Text,
    TextField,
)
from bot.forms import choices
from bot.goals.reading import Page
from bot.goals.rounds import results
from bot.goals.rounds.model import Phase, Scope, Theme, current
from bot.goals.shelf import asking, files
from bot.goals.shelf.model import (
    ANSWER_MOST,
    LINK_MOST,
    SOURCE_MOST,
    WHAT_MOST,
    DataItem,
    audience,
    on_shelf,
    open_for,
    readers,
)
from bot.payloads import Kept, Row
from bot.people import model as people
from bot.people import seats
from bot.people.cards import acting_name, seat_title
from bot.people.seats import Capability
from bot.request import Refusal, Request
from bot.storage.database import locked
from bot.texts import Words

FORM, KNOW, DECLINE = "data.answer", "data.know", "data.decline"
ANSWER, SOURCE, LINK, DAY, SMALL, WHY = ("answer", "source", "link", "day", "small", "why")
# Without a name before the host, which would look like one; a browser takes a backslash for a slash.
ADDRESS = re.compile(r"https?://[^\s<>|\\/?#@]+\.[^\s<>|\\/?#@]+(?:[/?#][^\s<>|]*)?", re.IGNORECASE)
LEFT_OUT, NONE_SO_SMALL = "left out", "none"
ANSWERED = "data-answered"  # a notice
FIRST = 3  # titles about which the administration is asked what it knows
PAGE, HINT_MOST = 4, 100  # on the shelf; characters of a field's hint


def find(request: Request) -> DataItem | None:
    return locked(request.session, DataItem, request.payload(Row).id)


def hold_it(request: Request, item: DataItem) -> None:
    if item.seat.acting_id != request.member.id or item.taken_back:
        raise Refusal.saying(request.words("gone"))


def have_asked(request: Request, item: DataItem) -> None:
    asked = item.by is not None and item.by.acting_id == request.member.id
    brought = item.answer and item.seat.acting_id == request.member.id
    if not ((asked and not item.answer) or brought):
        raise Refusal.saying(request.words("gone"))


# Saying what one knows ---------------------------------------------------------------------------------------------


def ask_what(request: Request, item: DataItem) -> Answer:
    seats_ = [seat for seat in (item.seat, item.by) if seat is not None]
    return _form(request, FORM, item.id, item.what, readers(request.session, *seats_), item)


def _whom(groups: Sequence[people.Group], item: DataItem | None, words: Words) -> str:
    """Who reads it, and gets the files that lie with it: by name, as far as that fits."""
    get = item is not None and bool(files.to_get(item, words))
    named = words("data-getters" if get else "data-readers", groups=words.listed([group.name for group in groups]))
    many = words("data-getters-many" if get else "data-readers-many", count=len(groups))
    return named if len(named) <= HINT_MOST else many


def _form(
    request: Request, name: str, id: int, what: str, groups: Sequence[people.Group], item: DataItem | None
) -> Form:
    words = request.words
    small = (Choice(LEFT_OUT, words("data-small-left-out")), Choice(NONE_SO_SMALL, words("data-small-none")))
    answer, source, link, day = (item.answer, item.source, item.link, item.taken_on) if item else ("", "", "", "")
    fields = (
        TextField(ANSWER, what[:45], _whom(groups, item, words), answer, ANSWER_MOST, long=True),
        TextField(SOURCE, words("data-source"), words("data-source-hint"), source, SOURCE_MOST),
        TextField(LINK, words("data-link"), words("data-link-hint"), link, LINK_MOST, optional=True),
        TextField(DAY, words("canvas-taken-on"), words("canvas-hint-taken-on"), day, SOURCE_MOST),
        choices(SMALL, words("data-small"), small, {SMALL: (LEFT_OUT,)}),
    )
    about = str(Kept(id, seen=audience(list(groups)).seen))
    return Form(name, words("data-answer"), words("scope-submit"), words("cancel"), fields, about)


def answer(request: Request, item: DataItem) -> Answer:
    return _put(request, item, FORM)


def _put(request: Request, item: DataItem, form: str) -> Answer:
    session, words = request.session, request.words
    given = {name: request.given(name) for name in (ANSWER, SOURCE, DAY)}
    most = {ANSWER: ANSWER_MOST, SOURCE: SOURCE_MOST, DAY: SOURCE_MOST}
    wrong = {
        name: words("data-wrong-what", most=most[name])
        for name, text in given.items()
        if not 0 < len(text) <= most[name]
    }
    link = request.given(LINK)
    if link and (len(link) > LINK_MOST or not ADDRESS.fullmatch(link)):
        wrong[LINK] = words("data-wrong-link", most=LINK_MOST)
    if request.given(SMALL) not in (LEFT_OUT, NONE_SO_SMALL):
        wrong[SMALL] = words("data-wrong-small")
    to = audience(readers(session, *(seat for seat in (item.seat, item.by) if seat is not None)))
    if not wrong and request.payload(Kept).seen not in ("", to.seen):  # empty: of an older version
        wrong[ANSWER] = words("data-others")
    if wrong:
        return forms.refused(request, wrong, form, ANSWER, SOURCE, LINK, DAY)
    item.answer, item.source, item.taken_on, item.declined = given[ANSWER], given[SOURCE], given[DAY], ""
    item.link = link
    item.answered_at = request.now
    item.audience = to
    session.add(item)
    session.flush()
    files.changed(session, item)
    timetable.forget(session, asking.DUE, item.id)
    if item.by is not None:
        asking.tell(session, item.by, ANSWERED, item, request.now)
    return Private(Message((Text(words("data-on-shelf")), *shown(item, words), _own(item, words))))


def ask_why_not(request: Request, item: DataItem) -> Answer:
    words, by = request.words, _asked_by(request, item)
    hint = words("data-why-not-hint", name=acting_name(by, words))
    field = TextField(WHY, words("data-why-not"), hint, item.declined, WHAT_MOST)
    title, submit = words("data-decline"), words("scope-submit")
    form = Form(DECLINE, title, submit, words("cancel"), (field,), str(Kept(item.id, seen=_reader(by))))
    return forms.reopened(request, form)


def decline(request: Request, item: DataItem) -> Answer:
    why, words, by = request.given(WHY), request.words, _asked_by(request, item)
    name = acting_name(by, words)
    if not 0 < len(why) <= WHAT_MOST:
        return forms.keep_refused(request, DECLINE, DECLINE, {WHY: words("data-wrong-what", most=WHAT_MOST)})
    if request.payload(Kept).seen != _reader(by):
        return forms.look_again(request, DECLINE, DECLINE, words("ask-other-reader", name=name))
    forms.forget_refused(request, DECLINE)
    item.declined = why
    timetable.forget(request.session, asking.DUE, item.id)
    asking.tell(request.session, by, ANSWERED, item, request.now)
    return forms.say(request, "data-declined", name=name)


def _asked_by(request: Request, item: DataItem) -> people.Seat:
    """Raises Refusal of what was brought unasked, or answered since."""
    if item.by is None or item.answer:
        raise Refusal.saying(request.words("gone"))
    return item.by


def _reader(by: people.Seat) -> str:
    """Who reads why it is not given, as the form bears it."""
    return f"by {by.acting_id}"


def take_back(request: Request, item: DataItem) -> Answer:
    item.taken_back = True
    files.drop_all(request.session, item)
    timetable.forget(request.session, asking.DUE, item.id)
    return forms.say(request, "data-taken-back")


# Unasked ---------------------------------------------------------------------------------------------------------


def wanted(request: Request) -> list[Theme]:
    """The titles that matter most, about which the shelf has nothing yet: for the administration's own. Titles of a
    round in which it takes no part were not shown to it."""
    able = seats.those_with(request.district, request.seats, Capability.HOLD_DATA)
    holds = [seat for seat in able if seat.building_id is None]
    there = current(request.session, request.district.id)
    if not holds or there is None or there.phase is not Phase.RESULT:
        return []
    if not there.audience.admits(request.session, request.member):
        return []
    first = [theme for _, theme in results.order(there)[0] if theme.scope is not Scope.BARGAINING][:FIRST]
    known = select(DataItem.theme_id).where(DataItem.theme_id.in_([one.id for one in first]), ~DataItem.taken_back)
    done = set(request.session.scalars(known))
    return [theme for theme in first if theme.id not in done]


def draw_wanted(theme: Theme, words: Words) -> list[Part]:
    know = Button(words("data-say"), KNOW, str(theme.id), "main")
    return [Text(words("data-wanted", title=theme.title(words.language))), Buttons((know,))]


def find_wanted(request: Request) -> Theme | None:
    id = request.payload(Row).id
    return next((theme for theme in wanted(request) if theme.id == id), None)


def ask_what_is_known(request: Request, theme: Theme) -> Answer:
    title = theme.title(request.words.language)
    return _form(request, KNOW, theme.id, title, readers(request.session, _seat(request)), None)


def bring(request: Request, theme: Theme) -> Answer:
    seat = _seat(request)
    what = theme.title(request.words.language)
    item = DataItem(district_id=request.district.id, seat=seat, by=None, theme=theme, what=what, why="")
    item.asked_at = item.due_at = request.now
    return _put(request, item, KNOW)


def _seat(request: Request) -> people.Seat:
    holds = seats.able(request.session, request.member, Capability.HOLD_DATA)
    return next(seat for seat in holds if not seat.building_id)


# The shelf -------------------------------------------------------------------------------------------------------


def shelf(request: Request, _subject: object) -> Answer:
    session, words = request.session, request.words
    page = request.payload(Page).page if request.about else 1
    theirs = on_shelf(session, request.member)
    found = session.scalar(select(func.count()).select_from(theirs.order_by(None).subquery())) or 0
    page = max(1, min(page, -(-found // PAGE)))
    parts: list[Part] = [Heading(words("data-shelf"))]
    for item in session.scalars(theirs.offset((page - 1) * PAGE).limit(PAGE)).unique():
        parts += shown(item, words)
        if item.seat.acting_id == request.member.id:
            parts.append(_own(item, words))
    if not found:
        parts.append(Text(words("data-none")))
    turns = [Button(words("home-previous"), "data.list", str(Page(page - 1)))] if page > 1 else []
    if page * PAGE < found:
        turns.append(Button(words("home-next"), "data.list", str(Page(page + 1))))
    if people.seats_of(session, request.member):
        turns.append(Button(words("data-title"), "data.start", tone="main"))
    return Private(Message((*parts, *([Buttons(tuple(turns))] if turns else []), Note(words("data-foot")))))


def shown(item: DataItem, words: Words) -> list[Part]:
    there = files.to_get(item, words)
    return [*said(item, words), *([Buttons(tuple(there))] if there else [])]


def said(item: DataItem, words: Words) -> list[Part]:
    """Where its link leads is said beside it, as wherever somebody's link is passed on."""
    who = words("data-brought", seat=seat_title(item.seat, words), source=item.source, day=item.taken_on)
    link = [Prose((Block("lines", (Span(words("data-link-is"), link=item.link),)),))] if item.link else []
    return [Text(item.what), Quote(item.answer), *link, Note(who)]


def _own(item: DataItem, words: Words) -> Buttons:
    change = Button(words("data-change"), FORM, str(item.id))
    add = [Button(words("file-add"), files.ADD, str(item.id))] if files.has_room(item) else []
    return Buttons((change, *add, Button(words("data-take-off"), "data.take-back", str(item.id))))


# What they are told ------------------------------------------------------------------------------------------------


def is_answered(session: Session, member: people.Member, subject: int) -> bool:
    item = session.get(DataItem, subject)
    asked = item is not None and item.by is not None and item.by.acting_id == member.id
    return item is not None and asked and not item.waits and not item.taken_back


def show_answered(session: Session, subject: int, words: Words) -> list[Part]:
    item = session.get_one(DataItem, subject)
    if item.declined:
        said = words("data-was-declined", name=acting_name(item.seat, words), why=item.declined)
        return [Text(said), Quote(item.what)]
    return [Text(words("data-came")), *shown(item, words)]


def open_items(request: Request) -> list[DataItem]:
    return open_for(request.session, request.seats)
