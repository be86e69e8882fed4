"""A committee at home in Slack and in Discord: a question that rests with it, and a card under which its members talk,
without a platform."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session
from support.cores import Core
from support.house import House
from support.talk import Chair, chair

import wiring
from bot import routes, texts
from bot.boundary import Account, Address, Answer, Attachment, Deleted, Edited, Event, Prose, Said
from bot.bridge import talks
from bot.delivery.outbox import Delivery
from bot.people.places import Place

KITS = "Can we keep the phonics kits over summer?"
HOME = "partnership-leadership"
SLACK, DISCORD = "slack:T01CEDAR/C01LEADERSHIP", "discord:1268401200690098927/1198000255257084615"
CARD, SUBJECT = "question.committee", 7
UNDER = Address("slack", "T01CEDAR", "C01LEADERSHIP", "100.1")
TEXTS = texts.read(wiring.CONTENT)
DANA = Account("slack", "T01CEDAR", "U01DLEE")


@dataclass
class Talking:
    bot: Core

    async def told(self, *events: Event) -> list[Answer]:
        return [await self.bot.frame.handle(event) for event in events]

    async def shown(self, address: str = f"{DISCORD}/77") -> list[str]:
        """What stands there, in order."""

        def look(session: Session) -> list[str]:
            there = select(Delivery).where(Delivery.address == address, Delivery.removed.is_(False))
            rows = session.scalars(there.order_by(Delivery.number)).all()
            return [routes.HOUSE.cards[row.card](session, row.subject, TEXTS["en"], TEXTS).text() for row in rows]

        return await self.bot.writer.look(look)


async def opened(bot: Core, *homes: str, card: str = "100.1", room: str = "77") -> Talking:
    """A card stands in these homes; in each, as message `card`, or `room` in Discord."""

    def put(session: Session) -> None:
        found = {place.address: place for place in session.scalars(select(Place))}
        talks.put(session, CARD, SUBJECT, [found[home] for home in homes])

    await bot.writer.do(put)
    for home in homes:
        id = room if home == DISCORD else card
        await bot.writer.do(lambda session, home=home, id=id: talks.open_thread(session, CARD, SUBJECT, home, id))
    return Talking(bot)


def said(text: str, number: int = 1, who: Account = DANA, files: Sequence[Attachment] = ()) -> Said:
    prose, id = Prose.plain(text), f"slack:{number}"
    return Said(
        id=id, actor=who, place=UNDER, to_bot=False, message=f"200.{number}", text=text, prose=prose, files=tuple(files)
    )


def edited(text: str, edition: float, number: int = 1) -> Edited:
    one = said(text, number)
    return Edited(
        id=f"slack:{number}@{edition}", actor=DANA, place=UNDER, to_bot=False, message=one.message, text=text,
        prose=one.prose, edition=edition,
    )  # fmt: skip


def deleted(number: int = 1) -> Deleted:
    return Deleted(id=f"slack:{number}!", place=UNDER, message=f"200.{number}")


async def asked(home: House) -> tuple[Chair, Chair]:
    """It is asked; Dana in Slack and Hannah in Discord see its card."""
    ana = chair(home, "slack", "Ana Ruiz")
    dana, hannah = chair(home, "slack", "Dana Lee", HOME), chair(home, "discord", "Hannah Whitaker", HOME)
    await ana.types("/ask")
    await ana.presses("Cualquier tema de todo el distrito")
    await ana.fills_in(question=KITS)
    await ana.presses("Enviar")
    await dana.sees_card(KITS)
    await hannah.sees_card(KITS)
    return dana, hannah
