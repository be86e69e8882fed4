"""What people know about, for their own group's seats; what partners offer, for all teams, the fitting first; and what
a board expects of every goal, for a year."""

from __future__ import annotations

from datetime import timedelta

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from bot import forms, likeness, signing
from bot.boundary import (
    Answer,
    Button,
    Buttons,
    Choice,
    Form,
    Heading,
    Message,
    Note,
    Part,
    Private,
    Quote,
    Text,
    TextField,
)
from bot.goals.model import Goal
from bot.goals.team.model import (
    ABOUT_MOST,
    LINE_MOST,
    STATEMENT_MOST,
    Kind,
    Knowledge,
    Offer,
    OpenSeat,
    Statement,
    to_fill,
)
from bot.payloads import Row
from bot.people import belongings, seats
from bot.people.cards import acting_name, seat_title
from bot.people.model import GroupKind, Seat
from bot.people.seats import Capability
from bot.request import Refusal, Request
from bot.texts import Words

KNOW, ABOUT = "know.add", "about"
START, OFFER, KIND, WHAT = "offer.start", "offer.make", "kind", "what"
STATE, TEXT, MET, ITEM = "board.state", "text", "met", "item"
HINT_MOST = 100  # characters of a field's hint
KNOWN = 5  # things that one person can name
LOOKED, SHOWN = 100, 6  # offers that are looked through, and shown
YEAR = timedelta(days=365)
PARTNERS = (GroupKind.COMMUNITY, GroupKind.UNIVERSITY)
KINDS = {
    Kind.TRAINING: "offer-training",
    Kind.FACILITATION: "offer-facilitation",
    Kind.ROOM: "offer-room",
    Kind.SERVICES: "offer-services",
}

# I know about … ----------------------------------------------------------------------------------------------------


def know(request: Request, _subject: object) -> Answer:
    """What they said so far, and one more. What they said as one of another group is read by nobody now."""
    words = request.words
    if request.typed.strip():
        return _add(request, request.typed.strip().removeprefix("about ").strip())
    parts: list[Part] = [Heading(words("know-title")), Text(words("know-means", group=request.member.group.name))]
    for one in _mine(request):
        parts.append(Quote(one.about))
        if one.group_id != request.member.group_id:
            parts.append(Note(words("know-elsewhere", group=one.group.name)))
        parts.append(Buttons((Button(words("know-drop"), "know.drop", str(one.id)),)))
    return Private(Message((*parts, Buttons((Button(words("know-add"), KNOW, tone="main"),)))))


def _mine(request: Request) -> list[Knowledge]:
    mine = select(Knowledge).where(Knowledge.member_id == request.member.id).order_by(Knowledge.id)
    return list(request.session.scalars(mine))


def ask_about(request: Request, _subject: object) -> Answer:
    words = request.words
    group = request.member.group
    field = TextField(ABOUT, words("know-label"), words("know-hint", group=group.name)[:HINT_MOST], "", ABOUT_MOST)
    return Form(KNOW, words("know-add"), words("scope-submit"), words("cancel"), (field,), str(group.id))


def may_know(request: Request) -> bool:
    """Whether it is of use now that they say it: their group is asked for somebody, and knows nothing of them yet.
    Those who appoint know themselves."""
    if seats.can(request.session, request.member, Capability.APPOINT):
        return False
    asked = select(OpenSeat.id).where(OpenSeat.group_id == request.member.group_id, to_fill())
    known = any(one.group_id == request.member.group_id for one in _mine(request))
    return not known and request.session.scalar(asked.limit(1)) is not None


def add(request: Request, _subject: object) -> Answer:
    about = request.given(ABOUT)
    if not 0 < len(about) <= ABOUT_MOST:
        return forms.refused(request, {ABOUT: request.words("data-wrong-what", most=ABOUT_MOST)}, KNOW, ABOUT)
    if request.about not in ("", str(request.member.group_id)):  # empty: of an older version
        return forms.refused(request, {ABOUT: request.words("data-others")}, KNOW, ABOUT)
    return _add(request, about)


def _add(request: Request, about: str) -> Answer:
    if len(about) > ABOUT_MOST:
        raise Refusal.saying(request.words("data-wrong-what", most=ABOUT_MOST))
    mine = _mine(request)
    if len(mine) >= KNOWN:
        raise Refusal.saying(request.words("know-full", most=KNOWN))
    if (about, request.member.group_id) not in [(one.about, one.group_id) for one in mine]:
        one = Knowledge(member_id=request.member.id, group=request.member.group, about=about)
        request.session.add(one)
        request.session.flush()
        belongings.note(request.session, request.member, request.act.actor, Knowledge.member_id, one.id)
    said = request.words("know-added", group=request.member.group.name)
    return Private(Message((Text(said), Buttons((Button(request.words("know-title"), "know.list"),)))))


def find_known(request: Request) -> Knowledge | None:
    one = request.session.get(Knowledge, request.payload(Row).id)
    return one if one is not None and one.member_id == request.member.id else None


def drop(request: Request, one: Knowledge) -> Answer:
    request.session.execute(delete(Knowledge).where(Knowledge.id == one.id))
    return forms.say(request, "know-dropped")


# Offers ------------------------------------------------------------------------------------------------------------


def offers_to_teams(request: Request) -> list[Button]:
    """For the home card of those who speak for a partner. Others with a role may type the command."""
    speaks = request.member.group.kind in PARTNERS and signing.roles(request)
    return [Button(request.words("offer-home"), START)] if speaks else []


def start_offer(request: Request, _subject: object) -> Answer:
    words = request.words
    kinds = [Choice(one.value, words(name)) for one, name in KINDS.items()]
    fields = (
        forms.choices(KIND, words("offer-kind"), kinds, {}),
        TextField(WHAT, words("offer-what"), words("offer-hint"), request.typed.strip(), LINE_MOST, long=True),
        signing.field(request),
    )
    return Form(OFFER, words("offer-title"), words("offer-submit"), words("cancel"), fields)


def offer(request: Request, _subject: object) -> Answer:
    words, what, kind = request.words, request.given(WHAT), request.given(KIND)
    seat, wrong = signing.seat(request), dict[str, str]()
    if kind not in {one.value for one in Kind}:
        wrong[KIND] = words("offer-wrong-kind")
    if not 0 < len(what) <= LINE_MOST:
        wrong[WHAT] = words("data-wrong-what", most=LINE_MOST)
    if seat is None:
        wrong[signing.SIGNED] = words("signing-wrong")
    if wrong or seat is None:
        return forms.refused(request, wrong, START, WHAT)
    made = Offer(seat=seat, kind=Kind(kind), what=what, at=request.now)
    request.session.add(made)
    request.session.flush()
    back = Button(words("offer-take-back"), "offer.take-back", str(made.id))
    return Private(Message((Text(words("offer-made")), Buttons((back,)))))


def find_offer(request: Request) -> Offer | None:
    return request.session.get(Offer, request.payload(Row).id)


def have_offered(request: Request, made: Offer) -> None:
    if made.seat.acting_id != request.member.id:
        raise Refusal.saying(request.words("gone"))


def take_offer_back(request: Request, made: Offer) -> Answer:
    made.taken_back = True
    return forms.say(request, "offer-taken-back")


def for_goal(request: Request, goal: Goal) -> Answer:
    """Those that fit the goal first."""
    words = request.words
    there = (Seat.district_id == goal.district_id, ~Offer.taken_back)
    newest = select(Offer).join(Seat, Offer.seat_id == Seat.id).where(*there).order_by(Offer.id.desc()).limit(LOOKED)
    wanted = likeness.looked_for(" ".join((goal.line, *goal.lines)))
    found = sorted(request.session.scalars(newest).unique(), key=lambda one: -likeness.share(wanted, one.what))
    parts: list[Part] = [Heading(words("offers-title"))]
    for one in found[:SHOWN]:
        who = words("goal-goes-to", seat=seat_title(one.seat, words), name=acting_name(one.seat, words))
        parts += [Text(f"{words(KINDS[one.kind])} · {who}"), Quote(one.what)]
    if not found:
        parts.append(Text(words("offers-none")))
    back = Button(words("goal-see"), "goal.show", str(goal.id))
    return Private(Message((*parts, Buttons((back,)), Note(words("offers-foot")))))


# What a board expects ----------------------------------------------------------------------------------------------


def current_statement(session: Session, district_id: int) -> Statement | None:
    """The newest, in its year or not."""
    newest = select(Statement).join(Seat, Statement.seat_id == Seat.id).where(Seat.district_id == district_id)
    return session.scalars(newest.order_by(Statement.id.desc()).limit(1)).unique().first()


def chairs(request: Request) -> list[Seat]:
    """Seats by which they speak for a board."""
    theirs = seats.those_with(request.district, request.seats, Capability.CONSENT)
    return [seat for seat in theirs if seat.group.kind is GroupKind.BOARD]


def speak_for_the_board(request: Request, _subject: object) -> None:
    if not chairs(request):
        raise Refusal.saying(request.words("gone"))


def is_due(request: Request) -> bool:
    if not chairs(request):
        return False
    there = current_statement(request.session, request.district.id)
    return there is None or there.at < request.now - YEAR


def ask_statement(request: Request, _subject: object) -> Answer:
    words, there = request.words, current_statement(request.session, request.district.id)
    text = there.text if there else ""
    fields = (
        TextField(TEXT, words("board-label"), words("board-hint"), text, STATEMENT_MOST, long=True),
        TextField(MET, words("goal-board-met"), words("goal-board-met-hint"), "", LINE_MOST),
        TextField(ITEM, words("goal-board-item"), words("goal-board-item-hint"), "", LINE_MOST),
    )
    return Form(STATE, words("board-title"), words("scope-submit"), words("cancel"), fields)


def state(request: Request, _subject: object) -> Answer:
    given = {name: request.given(name) for name in (TEXT, MET, ITEM)}
    most = {TEXT: STATEMENT_MOST, MET: LINE_MOST, ITEM: LINE_MOST}
    wrong = {
        name: request.words("data-wrong-what", most=most[name])
        for name, text in given.items()
        if not 0 < len(text) <= most[name]
    }
    if wrong:
        return forms.refused(request, wrong, STATE, TEXT, MET, ITEM)
    seat = chairs(request)[0]
    made = Statement(seat=seat, text=given[TEXT], met_on=given[MET], item=given[ITEM], at=request.now)
    request.session.add(made)
    request.session.flush()
    return Private(Message((Text(request.words("board-stated")), *stated(made, request.words))))


def stated(made: Statement, words: Words) -> list[Part]:
    said = words("board-expects", group=made.seat.group.name, day=made.met_on, item=made.item)
    return [Text(said), Quote(made.text)]


def read(request: Request, _subject: object) -> Answer:
    """By everybody of the partnership. It says where else to find the board, also while that has stated nothing."""
    words, there = request.words, current_statement(request.session, request.district.id)
    parts = stated(there, words) if there else [Text(words("board-none"))]
    change = [Button(words("board-title"), STATE)] if chairs(request) else []
    elsewhere = {"meeting-open-title": "meeting.open", "question-start": "question.start", "home-back": "home"}
    buttons = Buttons((*change, *(Button(words(label), do) for label, do in elsewhere.items())))
    return Private(Message((Heading(words("board-read")), *parts, Note(words("board-hears")), buttons)))
