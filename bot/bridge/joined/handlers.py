"""Joining two channels, in the one where somebody types it, agreeing to that, and ending it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import partial

from sqlalchemy import select

from bot.boundary import Address, Answer, Button, Buttons, Message, Part, Private, Text
from bot.bridge.joined import cards, joinings
from bot.bridge.joined.model import JOINED, End, Joining, Stage
from bot.delivery import outbox
from bot.feature import Urgency, Waiting
from bot.forms import say
from bot.payloads import About, Payload, Shown
from bot.people import model as people
from bot.people.audiences import of_places
from bot.people.cards import place_label
from bot.people.places import Place, find_place
from bot.previews import Preview
from bot.request import Refusal, Request

MOST = 10  # channels that are offered
PAUSES = (0, 10, 30, 120)  # seconds


@dataclass(frozen=True)
class Pair(Payload):
    """Two places, and a mark of what was said of them."""

    here: int
    there: int
    seen: str = ""


@dataclass(frozen=True)
class Pause(Payload):
    """A joining, and after how many seconds what is said in it crosses."""

    id: int
    seconds: str


@dataclass(frozen=True)
class Sure(Payload):
    """A joining; `sure` once somebody has said that they mean it."""

    id: int
    sure: str = ""


# Asking ----------------------------------------------------------------------------------------------------------


def offer(request: Request, _about: object) -> Answer:
    """`/somewhere join`: with which channel."""
    words, place = request.words, find_place(request.session, _channel(request))
    if place is None or place.audience not in joinings.SHARED:
        return say(request, "joining-not-here")
    _refuse_unless_part(request, [place])
    if (joining := joinings.of_place(request.session, place)) is not None:
        return Private(_standing(request, joining))
    found = joinings.partners(request.session, place)[:MOST]
    if not found:
        return say(request, "joining-no-partner", place=place_label(place))
    tone = "main" if len(found) == 1 else ""  # none of several goes before the others
    buttons = tuple(Button(place_label(one), "joining.look", str(Pair(place.id, one.id)), tone) for one in found)
    return Private(Message((Text(words("joining-with", place=place_label(place))), Buttons(buttons))))


def find_pair(request: Request) -> list[Place] | None:
    pair = request.payload(Pair)
    here = request.session.get(Place, pair.here)
    if here is None or here.district_id != request.member.district_id:
        return None
    there = next((one for one in joinings.partners(request.session, here) if one.id == pair.there), None)
    return [here, there] if there else None


def look(request: Request, places: list[Place]) -> Answer:
    return _preview(request, places).answer()


def _preview(request: Request, places: list[Place]) -> Preview:
    """Before anybody is asked: who will read it, and who has to agree."""
    words, session = request.words, request.session
    missing = [cards.part_name(session, part, words) for part in joinings.parts(session, places)]
    both = words.listed([place_label(place) for place in places])
    parts = (
        Text(words("joining-preview", places=both)),
        *cards.about(session, places, words),
        Text(words("joining-missing", parts=words.listed(missing))),
    )
    here, there = places
    pair = str(Pair(here.id, there.id))
    leave = Button(words("joining-not-now"), "home")
    return Preview(parts, words("joining-ask"), "joining.ask", pair, (leave,), of_places(places).seen)


def ask(request: Request, places: list[Place]) -> Answer:
    if again := _preview(request, places).once_more(request):
        return again
    joining = joinings.ask(request.session, request.member, places, request.now)
    if joining is None:
        raise Refusal.saying(request.words("joining-gone"))
    return say(request, "joining-asked-now" if joining.stage == Stage.ASKED else "joining-on-now")


# Agreeing and ending ---------------------------------------------------------------------------------------------


def find(request: Request) -> Joining | None:
    joining = joinings.find(request.session, request.payload(Sure).id)
    mine = joining is not None and joining.district_id == request.member.district_id
    return joining if mine else None


def find_shown(request: Request) -> Joining | None:
    """The one whose card was pressed, for those for whom both channels are meant."""
    joining = request.session.get(Joining, request.payload(Shown).id)
    mine = joining is not None and joining.district_id == request.member.district_id
    return joining if mine and joining and joining.admits(request.member) else None


def show(request: Request, joining: Joining) -> Answer:
    """Its card, in the language that was pressed."""
    card = cards.asked if joining.stage == Stage.ASKED else cards.joined
    return Private(card(request.session, joining.id, request.pressed, request.texts))


def have_a_part(request: Request, subject: Joining) -> None:
    _refuse_unless_part(request, subject.places)


def have_a_part_in_both(request: Request, subject: list[Place]) -> None:
    _refuse_unless_part(request, subject)


def _refuse_unless_part(request: Request, places: list[Place]) -> None:
    if not joinings.parts_of(request.session, request.member, places):
        cares = people.caretakers(request.session, request.member.district_id)
        names = request.words.either([one.name for one in cares]) if cares else request.words("nobody-yet")
        raise Refusal.saying(request.words("joining-not-yours", names=names))


def agree(request: Request, joining: Joining) -> Answer:
    if joining.is_over:
        raise Refusal.saying(cards.ended(joining, request.words))
    if joining.stage == Stage.ON:
        return say(request, "joining-on-now")
    if not joinings.is_fit(joining.places, joining.audience):
        joinings.end(request.session, joining, End.PEOPLE, request.now)
        return Private(Message((Text(cards.ended(joining, request.words)),)))
    joinings.agree(request.session, joining, request.member, request.now)
    return Private(_standing(request, joining))


def end(request: Request, joining: Joining) -> Answer:
    """One who ends what others have ended already is told so. What is on is ended once they say that they mean it."""
    words, wanted = request.words, request.payload(Sure)
    if joining.is_over:
        return Private(Message((Text(cards.ended(joining, words)),)))
    if joining.stage == Stage.ON and not wanted.sure:
        yes = Button(words("joining-end-sure"), "joining.end", str(replace(wanted, sure="yes")), "danger")
        return Private(Message((Text(words("joining-end-ask")), Buttons((yes,)))))
    why = End.SIDE if joining.stage == Stage.ON else End.DECLINED
    joinings.end(request.session, joining, why, request.now, request.member)
    return Private(Message((Text(cards.ended(joining, words)),)))


def find_paused(request: Request) -> Joining | None:
    joining = joinings.find(request.session, request.payload(Pause).id)
    mine = joining is not None and joining.district_id == request.member.district_id
    return joining if mine and joining and not joining.is_over else None


def set_pause(request: Request, joining: Joining) -> Answer:
    """From now on; what waits already crosses when it was to."""
    chosen = {str(one): one for one in PAUSES}.get(request.payload(Pause).seconds)
    if chosen is not None:
        joining.pause = chosen
        outbox.change(request.session, JOINED, joining.id)
    return Private(_standing(request, joining))


def _standing(request: Request, joining: Joining) -> Message:
    words, session = request.words, request.session
    if joining.stage == Stage.ON:
        both = words.listed([place_label(place) for place in joining.places])
        pauses = tuple(
            Button(words("joining-pause-of", seconds=one), "joining.pause", str(Pause(joining.id, str(one))))
            for one in PAUSES
            if one != joining.pause
        )
        end = Button(words("joining-end"), "joining.end", str(About(joining.id)))
        told = Text(words("joining-pause", seconds=joining.pause))
        return Message((Text(words("joining-on", places=both)), told, Buttons((*pauses, end))))
    return Message(tuple(cards.waits_for(session, joining, words)))


def _channel(request: Request) -> Address | None:
    place = request.act.place
    return replace(place, thread="") if place else None


# On the home card ------------------------------------------------------------------------------------------------


def on_home(request: Request) -> list[Waiting]:
    """Those that wait for this person's word."""
    return [Waiting(partial(_draw, request, one), Urgency.DO) for one in _waiting(request)]


def _waiting(request: Request) -> Iterator[Joining]:
    theirs = select(Joining).where(Joining.district_id == request.member.district_id, Joining.stage == Stage.ASKED)
    for joining in request.session.scalars(theirs.order_by(Joining.id)).all():
        mine = joinings.parts_of(request.session, request.member, joining.places)
        if set(mine) & set(joinings.missing(request.session, joining)):
            yield joining


def _draw(request: Request, joining: Joining) -> list[Part]:
    words = request.words
    both = words.listed([place_label(place) for place in joining.places])
    yes = Button(words("joining-agree"), "joining.agree", str(About(joining.id)), "main")
    no = Button(words("joining-decline"), "joining.end", str(About(joining.id)))
    return [Text(words("joining-asked", name=joining.asker.name, places=both)), Buttons((yes, no))]
