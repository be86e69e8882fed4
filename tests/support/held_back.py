"""What waits between two joined channels: whether it has crossed nobody can tell."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from bot.boundary import Address, Prose
from bot.bridge import words as prose
from bot.bridge.carrying import MESSAGE
from bot.bridge.joined.model import JOINED, Joining, Stage
from bot.bridge.model import RelayedMessage, Talk, Thread
from bot.delivery import outbox
from bot.delivery.outbox import Delivery, State
from bot.people import model as people
from bot.people.places import Place

SAID = Prose.plain("The buses are late.")


def furnish(session: Session, now: datetime) -> None:
    """What the association's president wrote in one of two other channels that are joined, and may have crossed."""
    named = select(people.Member).where(people.Member.key == "dana-lee").order_by(people.Member.id)
    dana = session.scalars(named.limit(1)).one()
    leading = Place.name == "partnership-leadership", Place.district_id == dana.district_id
    here, there = session.scalars(select(Place).where(*leading).order_by(Place.address.desc())).all()
    joining = Joining(district_id=dana.district_id, stage=Stage.ON, asker=dana, asked_at=now, places=[here, there])
    session.add(joining)
    session.flush()
    talk = Talk(district_id=dana.district_id, card=JOINED, subject=joining.id, joining_id=joining.id)
    threads = [Thread(talk=talk, place=place, under=place.address, room=place.address) for place in joining.places]
    said = RelayedMessage(thread=threads[0], message="3", member=dana, words=prose.dump(SAID))
    session.add_all((talk, *threads, said))
    session.flush()
    outbox.say(session, Address.parse(there.address), MESSAGE, said.id, "en")
    theirs = update(Delivery).where(Delivery.card == MESSAGE, Delivery.subject == said.id)
    session.execute(theirs.values(state=State.HELD, waits_since=None, since=now.timestamp()))
