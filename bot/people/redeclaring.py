"""A place that is for others by now: what was said in it, or in its threads, was said for its readers then. Nothing new
of that is shown there, and what waits is not posted, unless all its readers now were among those. What is said there
from now on is said for its readers now. And an account that is somebody else's by now, in its direct messages."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from bot.boundary import Account, Address
from bot.delivery import outbox
from bot.delivery.outbox import Delivery, State
from bot.people import audiences
from bot.people.audiences import Audience
from bot.people.places import Place


def withhold(session: Session, place: Place, before: Audience) -> None:
    """Its files have just been loaded; `before` was its audience until then. What is shown of a card once it was
    withheld is drawn anew where the place is for its readers again."""
    session.flush()
    there = (Delivery.address == place.address) | Delivery.address.startswith(f"{place.address}/", autoescape=True)
    said = there & (Delivery.state != State.GONE)
    outbox.lock(session, said)
    session.execute(update(Delivery).where(said, Delivery.meant_for.is_(None)).values(meant_for=str(before)))
    now = audiences.of_place(place)
    for meant in session.scalars(select(Delivery.meant_for).where(said).distinct()).all():
        withheld = not Audience.parse(meant or "").covers(session, now)
        turned = said & (Delivery.meant_for == meant) & (Delivery.withheld != withheld)
        shown = update(Delivery).where(turned).values(withheld=withheld).returning(Delivery.card, Delivery.subject)
        for card, subject in session.execute(shown).all():
            if not withheld:
                outbox.change(session, card, subject)


def withhold_alone(session: Session, account: Account, is_theirs: Callable[[str, int], bool] | None = None) -> None:
    """An account is somebody else's now: of what came to it while it was another's nothing new is shown there, but for
    cards (of that name and subject) that are theirs, too."""
    nowhere = Address.alone_with(replace(account, workspace=""))  # as Discord tells of direct messages
    there = Delivery.address.in_([str(Address.alone_with(account)), str(nowhere)]) & (Delivery.state != State.GONE)
    outbox.lock(session, there)
    came = session.execute(select(Delivery.id, Delivery.card, Delivery.subject).where(there)).all()
    others = [id for id, card, subject in came if is_theirs is None or not is_theirs(card, subject)]
    session.execute(update(Delivery).where(Delivery.id.in_(others)).values(withheld=True))
