"""Two channels, one in Slack and one in Discord, that are joined; and what people say there, without a platform."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import select, update
from sqlalchemy.orm import Session
from support import databases
from support.cores import Core
from support.corner import TEXTS, Corner, corner

from bot import routes
from bot.boundary import Account, Address, Answer, Attachment, Deleted, Edited, Prose, Reacted, Said
from bot.bridge import talks
from bot.bridge.joined.model import JOINED, Joining
from bot.delivery.outbox import Delivery, State
from bot.people.places import Place, PlaceKind

COMMONS = Address("slack", "T01CEDAR", "C01COMMONS")
SQUARE = Address("discord", "1268401200690098927", "1208438037586371632")
PLACES = (COMMONS, SQUARE)
CARD = "0.5"  # the message in each from which on they are joined; people's are numbered from 1, an older one is 0
# One of each group that has to agree, after the one who asks, who is a caretaker and of the association.
AGREEING = ("Samuel Okafor", "Patricia Nowak", "Marcus Tilley", "Hannah Whitaker")
DANA = Account("slack", "T01CEDAR", "U01DLEE")
ROSA = Account("discord", SQUARE.workspace, "1138732774015241103")  # of a family at Lincoln Elementary


@dataclass
class Joint:
    """What is told, and what stands where."""

    bot: Core

    async def says(self, text: str, number: int, who: Account = DANA, *, files: tuple[Attachment, ...] = (),
                   under: str = "", reply_to: str = "") -> Answer:  # fmt: skip
        return await self.bot.frame.handle(said(text, number, who, files=files, under=under, reply_to=reply_to))

    async def edits(self, text: str, number: int, edition: float, who: Account = DANA, *, under: str = "") -> Answer:
        return await self.bot.frame.handle(self.edited(said(text, number, who, under=under), edition))

    def edited(self, one: Said, edition: float) -> Edited:
        """It says this by now."""
        return Edited(**{**vars(one), "id": f"{one.id}@{edition}"}, edition=edition)

    async def deletes(self, number: int, who: Account = DANA, *, under: str = "") -> Answer:
        one = said("", number, who, under=under)
        assert one.place
        return await self.bot.frame.handle(Deleted(id=f"{one.id}!", place=one.place, message=one.message))

    async def reacts(
        self, emoji: str, number: int | str, who: Account = DANA, *, on: bool = True, at: float = 1.0
    ) -> None:
        place = COMMONS if who.platform == "slack" else SQUARE
        await self.bot.frame.handle(
            Reacted(id=f"{number}{emoji}{at}", actor=who, place=place, message=str(number), emoji=emoji, on=on, at=at)
        )

    async def copy_of(self, number: int, at: Address = SQUARE) -> str:
        """What the platform calls the copy that is there."""
        (row,) = databases.rows(
            self.bot.settings.database_url,
            "select remote from deliveries join carried on carried.id = subject where card = 'bridge.message' "
            f"and message = '{number}' and deliveries.address like '{at}%'",
        )
        return str(row[0])

    async def posts(self, first: int = 5000) -> None:
        """All that waits to be posted stands, and is known to."""

        def stand(session: Session) -> None:
            rows = select(Delivery).where(Delivery.state == "waiting", Delivery.removed.is_(False))
            for row in session.scalars(rows.order_by(Delivery.id)).all():
                remote = f"{first + row.id}"
                row.state, row.remote, row.waits_since = "standing", remote, None
                session.flush()
                posted = talks.openings(routes.HOUSE.threads)
                if row.card in posted:
                    posted[row.card](session, row.card, row.subject, row.address, remote)

        await self.bot.writer.do(stand)

    async def shown(self, at: Address | str = SQUARE, language: str = "en") -> list[str]:
        """Of what people said, in order."""

        def look(session: Session) -> list[str]:
            there = select(Delivery).where(Delivery.address == str(at), Delivery.removed.is_(False))
            rows = session.scalars(there.where(Delivery.card.startswith("bridge.")).order_by(Delivery.number)).all()
            words = TEXTS[language]
            return [
                routes.HOUSE.cards[row.card](session, row.subject, words, TEXTS).introduced().text() for row in rows
            ]

        return await self.bot.writer.look(look)

    async def stage(self) -> str:
        return await self.bot.writer.look(lambda session: session.scalars(select(Joining.stage)).one())

    def corner(self, name: str, platform: str = "slack") -> Corner:
        return corner(self.bot, name, platform)


async def asked(bot: Core, pause: int = 0) -> Joint:
    """Dana asks in Slack. What is said will cross after so many seconds."""
    dana = corner(bot, "Dana Lee")
    dana.place = COMMONS
    await dana.types("join")
    await dana.clicks("#town-square (Discord)")
    dana.sees("what people write in one is shown in the other", "The district may have to release")
    await dana.clicks("Ask everybody")
    dana.sees("It begins once the last one has agreed")
    await bot.writer.do(lambda session: session.execute(update(Joining).values(pause=pause)))
    return Joint(bot)


async def agree(joint: Joint, *names: str, joining: int = 1) -> None:
    for name in names:
        platform = "discord" if name in ("Marcus Tilley", "Hannah Whitaker") else "slack"
        await joint.corner(name, platform).presses("joining.agree", str(joining))


async def joined(bot: Core, pause: int = 0) -> Joint:
    """Everybody has agreed, and it is told in both. What is said then crosses after so many seconds."""
    joint = await asked(bot, pause)
    await agree(joint, *AGREEING)

    def stand(session: Session) -> None:
        card = update(Delivery).where(Delivery.card == JOINED)
        session.execute(card.values(state=State.STANDING, remote=CARD, waits_since=None))
        for place in PLACES:
            talks.open_thread(session, JOINED, 1, str(place), CARD)

    await bot.writer.do(stand)
    return joint


async def named(joint: Joint, *who: Account) -> None:
    """They have chosen their names as the roster has them."""
    for account in who:
        place = COMMONS if account.platform == "slack" else SQUARE
        await joint.bot.presses(account, "shown.as", "named", place)


def narrow(session: Session, address: Address) -> None:
    """The place is for fewer from now on."""
    place = session.scalars(select(Place).where(Place.address == str(address))).one()
    place.audience = PlaceKind.CAUCUS


def said(text: str, number: int, who: Account, *, files: tuple[Attachment, ...] = (), under: str = "",
         reply_to: str = "") -> Said:  # fmt: skip
    place, prose = (COMMONS if who.platform == "slack" else SQUARE), Prose.plain(text)
    if under:
        place = Address(place.platform, place.workspace, place.channel, under)
    id = f"{who.platform}:{number}"
    return Said(
        id=id, actor=who, place=place, to_bot=False, message=str(number), text=text, prose=prose, files=files,
        reply_to=reply_to,
    )  # fmt: skip
