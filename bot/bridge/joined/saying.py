"""Saying something in two joined channels with a command: where the bot is not shown what people write, it crosses all
the same. By the rules of what is heard: under the name that its author chose, after the pause, if nobody muted them."""

from __future__ import annotations

from dataclasses import replace

from bot.boundary import (
    Address,
    Answer,
    Button,
    Buttons,
    Form,
    Message,
    Note,
    Private,
    Prose,
    Text,
    TextField,
)
from bot.bridge import hearing, taking_back, written
from bot.bridge.hearing import Heard
from bot.bridge.joined import joinings, names, naming
from bot.bridge.joined.model import Joining, Stage, Typed
from bot.bridge.joined.naming import BACK
from bot.bridge.model import RelayedMessage
from bot.bridge.model import find as find_threads
from bot.forms import refused, say
from bot.payloads import About, Row
from bot.people import records
from bot.people.cards import place_label
from bot.people.places import Place, find_place
from bot.request import Refusal, Request
from bot.storage.database import locked

SAY, TEXT = "joined.say", "text"  # a form and what opens it, a field
MOST = 1800  # characters: room for them on each platform
WHY = {
    "joining-stays-muted": "joined-say-muted",
    "joining-stays-ended": "joined-say-ended",
    "joining-stays-often": "joined-say-often",
    names.OWN_WISH: "joined-say-own-wish",
}


def find_here(request: Request) -> Place | None:
    """By a command."""
    place = request.act.place
    return find_place(request.session, replace(place, thread="")) if place else None


def find(request: Request) -> Place | None:
    """By a button or the form, wherever that is."""
    return request.session.get(Place, request.payload(Row).id)


def have_it_joined(request: Request, place: Place) -> None:
    stands = find_threads(request.session, Address.parse(place.address)) is not None
    if not stands or _joining(request, place) is None or not place.admits(request.member):
        raise Refusal.saying(request.words("joined-say-not-here"))


def _joining(request: Request, place: Place) -> Joining | None:
    joining = joinings.of_place(request.session, place)
    return joining if joining is not None and joining.stage == Stage.ON else None


def button(request: Request, place: Place) -> Button:
    return Button(request.words("joined-say"), SAY, str(About(place.id)))


def ask(request: Request, place: Place) -> Answer:
    words = request.words
    field = TextField(TEXT, words("joined-say-label"), words("joined-say-hint"), request.typed, MOST, long=True)
    about = str(Row(place.id, _seen(request, place)))
    return Form(SAY, words("joined-say"), words("joined-say-submit"), words("cancel"), (field,), about)


def _seen(request: Request, place: Place) -> str:
    """By which the form says with what the place was joined, and so for whom, when it was opened."""
    joining = _joining(request, place)
    return str(joining.id) if joining else ""


def write(request: Request, place: Place) -> Answer:
    """What looked like part of a student's record has been pointed out by now, as in every form."""
    text = request.given(TEXT)
    if not request.payload(Row).rest:  # of an older version: with what it was joined then is not known
        return refused(request, {TEXT: request.words("joined-say-anew")}, SAY, TEXT)
    if request.payload(Row).rest != _seen(request, place):
        raise Refusal.saying(request.words("joined-say-ended"))
    if not text or len(text) > MOST:
        return refused(request, {TEXT: request.words("joined-say-wrong", count=len(text), most=MOST)}, SAY, TEXT)
    act, prose = request.act, Prose.plain(text)
    at, message = Address.parse(place.address), f"typed {act.id}"
    said = Typed(id=act.id, actor=act.actor, place=at, to_bot=False, message=message, text=text, prose=prose)
    sure = records.mark(records.find(request.district, text, request.now))
    heard = hearing.hear(request.session, said, lambda _talk, _text: "", request.now, sure)
    if heard is None or heard.carried is None:
        raise Refusal.saying(request.words(WHY.get(heard.why if heard else "", "joined-say-nobody")))
    carried = request.session.get_one(RelayedMessage, heard.carried)
    return naming.ask(request) if carried.waits_since else _thanks(request, heard, carried, place)


def _thanks(request: Request, heard: Heard, carried: RelayedMessage, place: Place) -> Answer:
    words, joining = request.words, _joining(request, place)
    places = words.listed([place_label(one) for one in joining.places]) if joining else place_label(place)
    told = [Text(words("joined-said" if carried.crossed else "joined-says-soon", places=places))]
    if heard.slowed is not None:
        told = [Text(words("crossing-later", when=request.moment(heard.slowed)))]
    back = Button(words("joined-say-back"), BACK, str(About(carried.id)))
    name = words("joined-said-as", name=names.shown(request.session, request.member, words))
    return Private(Message((*told, Note(name), Buttons((back,)))))


# Taking it back --------------------------------------------------------------------------------------------------


def find_own(request: Request) -> RelayedMessage | None:
    found = locked(request.session, RelayedMessage, request.payload(About).id)
    mine = found is not None and found.typed and found.member_id == request.member.id
    return found if mine else None


def take_back(request: Request, carried: RelayedMessage) -> Answer:
    """What nobody saw leaves no trace; later it is said to be gone, as of every message that its author deletes."""
    if written.is_out_of_reach(request.session, carried):
        told = "joined-said-back-late"
    else:
        told = "joined-said-back" if taking_back.was_shown(request.session, carried) else "joined-said-back-in-time"
    if not carried.deleted:
        taking_back.take_back(request.session, carried)
    return say(request, told)
