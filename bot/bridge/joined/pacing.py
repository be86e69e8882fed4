"""How often what one author of a group writes may cross: its moderators choose, for their own group only."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import select

from bot.boundary import Answer, Button, Buttons, Part, Text
from bot.bridge.joined import crossing, joinings, moderation
from bot.bridge.joined.crossing import CrossingPace
from bot.bridge.joined.model import Joining, Stage
from bot.bridge.joined.moderation import Act
from bot.forms import say
from bot.payloads import Payload
from bot.people.cards import place_label
from bot.request import Refusal, Request
from bot.storage.database import take_turns
from bot.texts import Words

CHOICES = (0, 30, 120, 600)  # seconds


@dataclass(frozen=True)
class Pace(Payload):
    """A joining, and the seconds between two messages of one author."""

    id: int
    seconds: str


def shown(request: Request) -> Iterator[Part]:
    """To a moderator, of each joined channel in which their group has a part."""
    words, session = request.words, request.session
    on = select(Joining).where(Joining.district_id == request.member.district_id, Joining.stage == Stage.ON)
    for joining in session.scalars(on.order_by(Joining.id)).all():
        if joinings.parts_of(session, request.member, joining.places):
            now = crossing.pace(session, joining.id, request.member.group_id)
            group, places = request.member.group.name, words.listed([place_label(one) for one in joining.places])
            yield Text(words("moderate-pace-now", group=group, places=places, pace=_label(now, words)))
            others = [seconds for seconds in CHOICES if seconds != now]
            labels = [(one, words("moderate-pace-choose", seconds=one)) for one in others]
            yield Buttons(
                tuple(Button(label, "moderate.pace", str(Pace(joining.id, str(one)))) for one, label in labels)
            )


def _label(seconds: int, words: Words) -> str:
    return words("moderate-pace-of", seconds=seconds)


def find(request: Request) -> Joining | None:
    joining = request.session.get(Joining, request.payload(Pace).id)
    mine = joining is not None and joining.district_id == request.member.district_id
    return joining if mine and joining and joining.stage == Stage.ON else None


def is_moderator(request: Request, joining: Joining) -> None:
    session, member = request.session, request.member
    if not moderation.can(session, member) or not joinings.parts_of(session, member, joining.places):
        raise Refusal.saying(request.words("moderate-own-only"))


def choose(request: Request, joining: Joining) -> Answer:
    chosen = {str(one): one for one in CHOICES}.get(request.payload(Pace).seconds, 0)
    session, member = request.session, request.member
    take_turns(session, Joining, joining.id)
    row = session.get(CrossingPace, (joining.id, member.group_id), with_for_update=True)
    if row is None:
        session.add(CrossingPace(joining_id=joining.id, group_id=member.group_id, seconds=chosen))
    else:
        row.seconds = chosen
    moderation.note(session, joining.id, Act.PACE, member, str(chosen), request.now)
    return say(request, "moderate-paced", group=member.group.name, pace=_label(chosen, request.words))
