"""On the home card, asked for in a joined channel: with which it is joined, and what of it crosses."""

from __future__ import annotations

from dataclasses import replace

from sqlalchemy.orm import Session

from bot.boundary import Address, Button, Buttons, Part, Text
from bot.bridge.joined import joinings, naming, saying
from bot.bridge.joined.model import Joining, Stage
from bot.feature import Urgency, Waiting
from bot.people import model as people
from bot.people.cards import place_label, platform_of
from bot.people.places import Place, find_place
from bot.request import Request
from bot.texts import Words


def on_home(request: Request) -> list[Waiting]:
    place = find_place(request.session, replace(request.act.place, thread="")) if request.act.place else None
    joining = joinings.of_place(request.session, place) if place else None
    if place is None or joining is None or joining.stage != Stage.ON:
        return []
    return [Waiting(lambda: _draw(request, place, joining), Urgency.WATCH)]


def _draw(request: Request, here: Place, joining: Joining) -> list[Part]:
    words, session = request.words, request.session
    there = words.listed([place_label(place) for place in joining.places if place.id != here.id])
    unheard = [place for place in joining.places if not _hears(session, place)]
    what = [_what_crosses(place, place in unheard, words) for place in joining.places] if unheard else []
    # Who has chosen a name is offered this at the end of the card.
    mine = [] if naming.offer(request) else [Button(words("shown-mine"), "shown")]
    by_command = [saying.button(request, here)] if here in unheard else []
    return [
        Text(words("joined-here", there=there)),
        *map(Text, what or [words("joined-crosses-both")]),
        *([Buttons((*by_command, *mine))] if by_command or mine else []),
    ]


def _hears(session: Session, place: Place) -> bool:
    at = Address.parse(place.address)
    workspace = session.get(people.Connection, f"{at.platform}:{at.workspace}")
    return workspace is None or workspace.hears


def _what_crosses(place: Place, unheard: bool, words: Words) -> str:
    if unheard:
        return words("joined-crosses-named", place=place_label(place), platform=platform_of(place.address))
    return words("joined-crosses-all", place=place_label(place))
