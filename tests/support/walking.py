"""A walk at random: everybody of the pretend district may do anything at any time, while the roster changes; what is
shown to anybody is held against a ledger of who wrote what for whom."""

from __future__ import annotations

import random
from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Protocol

from sqlalchemy import Connection, Engine, or_, select, text
from sqlalchemy.orm import Session
from support.cores import Core
from support.corner import TEXTS, Corner, buttons
from support.eyes import TOKEN, Person, Rows

from bot import routes, timetable
from bot.boundary import Account, Answer, Button, Form, FormErrors, Message, PickField, Private
from bot.notices import Notice, standing
from bot.people import audiences, redeclaring, seats
from bot.people import model as people
from bot.people.places import CHANGED, Place, PlaceKind
from bot.storage import context, database

KEPT = 300  # buttons that somebody may press or forge, the newest


class Ledger(Protocol):
    @property
    def texts(self) -> Mapping[str, object]:
        """What was written, by the word that stands in it and nowhere else."""

    def may(self, rows: Rows, person: Person, word: str) -> bool: ...


@dataclass
class Walk:
    bot: Core
    engine: Engine
    rng: random.Random
    ledger: Ledger
    dull: tuple[str, ...] = ()  # names of presses that lead nowhere
    known: list[tuple[list[int], Button]] = field(default_factory=list)  # and who was shown it
    roster: Rows | None = None
    may: set[tuple[int, str]] = field(default_factory=set)  # who was found to be meant, since the roster changed last
    seen: dict[str, int] = field(default_factory=dict)  # how often each kind of thing was done

    def rows(self) -> Rows:
        """Read once until something changes."""
        if self.roster is None:
            with self.engine.connect() as connection:
                self.roster = Rows.read(connection)
                self.look_up(connection)
        return self.roster

    def look_up(self, connection: Connection) -> None:
        """What the ledger knows besides of the rows as they are."""

    def change(self, statement: str, **values: object) -> None:
        with self.engine.begin() as connection:
            connection.execute(text(statement), values)
        self.changed()

    def changed(self) -> None:
        self.roster = None
        self.may.clear()

    def somebody(self) -> Corner:
        return Corner(self.bot, Account.parse(self.rng.choice(sorted(self.rows().accounts))))

    # Who, and of what ------------------------------------------------------------------------------------------------

    def acting(self, seats: Iterable[int]) -> Corner:
        """Of one of these seats; anybody where nobody acts."""
        rows = self.rows()
        return self.one_of({rows.seats[seat][1] for seat in seats})

    def one_of(self, members: Container[int | None]) -> Corner:
        """By far the most often; anybody where none of them has an account."""
        theirs = sorted(one for one, member in self.rows().accounts.items() if member in members)
        if not theirs or self.rng.random() < 0.1:
            return self.somebody()
        return Corner(self.bot, Account.parse(self.rng.choice(theirs)))

    def a(self, of: str) -> int | None:
        found = self.ids(of)
        return self.rng.choice(found[-6:]) if found else None

    def ids(self, query: str) -> list[int]:
        return [int(str(one)) for one in self.column(query)]

    def column(self, query: str) -> list[object]:
        with self.engine.connect() as connection:
            return list(connection.execute(text(query)).scalars())

    # What they do ----------------------------------------------------------------------------------------------------

    async def press(self) -> None:
        """A button that they were shown; now and then somebody who was not."""
        if not self.known:
            return
        readers, button = self.rng.choice(self.known)
        accounts = sorted(one for one, member in self.rows().accounts.items() if member in readers)
        if not accounts or self.rng.random() < 0.2:
            await self.presses(self.somebody(), button)
        else:
            await self.presses(Corner(self.bot, Account.parse(self.rng.choice(accounts))), button)

    async def presses(self, who: Corner, button: Button) -> None:
        await self.did(who, await who.presses(button.do, button.about))
        if isinstance(who.answer, Form):
            await self.fill_in(who, who.answer)

    async def sends(self, who: Corner, do: str) -> None:
        """What they were shown to look over, if they were."""
        if send := next((one for one in self.buttons(who.answer) if one.do == do), None):
            await self.presses(who, send)

    async def fill_in(self, who: Corner, form: Form) -> None:
        raise NotImplementedError

    async def go_home(self) -> None:
        who = self.somebody()
        await self.did(who, await who.types("somewhere"))

    async def wait(self) -> None:
        await self.bot.later(hours=self.rng.choice((1, 9, 30)))

    # What changes ----------------------------------------------------------------------------------------------------

    async def seat(self) -> None:
        """Somebody else of its group holds a seat, or nobody."""
        rows = self.rows()
        seat = self.rng.choice(sorted(rows.seats))
        group, _ = rows.seats[seat]
        theirs = [one.id for one in rows.people.values() if one.group == group]
        who = self.rng.choice([*theirs, None])

        def hand_over(session: Session) -> None:
            member = session.get_one(people.Member, who) if who is not None else None
            seats.hand_over(session, session.get_one(people.Seat, seat), member, self.bot.clock.now())

        await self.bot.writer.do(hand_over)
        self.changed()
        await self.bot.later(minutes=1)

    async def move(self) -> None:
        """Somebody works in another building."""
        rows = self.rows()
        where = self.rng.choice([one.building for one in rows.people.values()])
        self.change(
            "update members set building_id = :where where id = :id",
            where=where,
            id=self.rng.choice(sorted(rows.people)),
        )

    async def rehome(self) -> None:
        """A committee works in another channel."""
        rows = self.rows()
        place = self.rng.choice(sorted(rows.channels))
        moved = "update committees set home_id = (select id from places where address = :place) where id = :id"
        self.change(moved, place=place, id=self.rng.choice(sorted(rows.homes)))

    async def regroup(self) -> None:
        """Somebody belongs to another group, and gives their seats up."""
        rows = self.rows()
        who, group = self.rng.choice(sorted(rows.people)), self.rng.choice([one.group for one in rows.people.values()])

        def change(session: Session) -> None:
            theirs = select(people.Seat).where(or_(people.Seat.holder_id == who, people.Seat.deputy_id == who))
            for seat in session.scalars(theirs).all():
                seat.deputy = None
                seats.hand_over(session, seat, None, self.bot.clock.now())
            session.get_one(people.Member, who).group_id = group

        await self.bot.writer.do(change)
        self.changed()
        await self.bot.later(minutes=1)

    async def redeclare(self) -> None:
        """As a load does: a channel is meant for other groups, and for other buildings or for all. What was said there
        is withheld from new readers, and the features hear of it."""
        rows, now = self.rows(), self.bot.clock.now()
        address = self.rng.choice(self.declared())
        groups = self.rng.sample(sorted({one.group for one in rows.people.values()}), self.rng.choice((1, 2, 3)))
        every = sorted({one.building for one in rows.people.values() if one.building is not None})
        buildings = self.rng.sample(every, self.rng.choice((0, 0, 1, 2)))

        def declare(session: Session) -> None:
            place = session.scalars(select(Place).where(Place.address == address)).one()
            before = audiences.of_place(place)
            place.groups = [session.get_one(people.Group, one) for one in groups]
            place.buildings = [session.get_one(people.Building, one) for one in buildings]
            place.audience = PlaceKind.CAUCUS if len(groups) == 1 else PlaceKind.JOINT
            redeclaring.withhold(session, place, before)
            timetable.set_due(session, CHANGED, place.id, now)

        await self.bot.writer.do(declare)
        self.changed()
        await self.bot.later(minutes=1)

    def declared(self) -> list[str]:
        """Addresses of channels that are meant for some groups."""
        return sorted(one for one, channel in self.rows().channels.items() if channel.groups)

    # Whose eyes ------------------------------------------------------------------------------------------------------

    async def did(self, who: Corner, answer: Answer) -> None:
        """They are shown the answer."""
        self.note(who)
        rows = self.rows()
        them = [rows.accounts[str(who.account)]]
        self.look(rows, them, await everything(answer), f"{who.account} is answered")
        self.know(them, self.buttons(answer))

    def note(self, who: Corner) -> None:
        """What is new is written down before they are shown it."""

    def buttons(self, answer: Answer) -> list[Button]:
        return buttons(answer.message) if isinstance(answer, Private | FormErrors) else []

    def look(self, rows: Rows, readers: list[int], shown: object, where: str) -> None:
        for word in sorted(set(TOKEN.findall(repr(shown)))):
            self.seen["read"] = self.seen.get("read", 0) + len(readers)
            for reader in readers:
                if (reader, word) not in self.may:
                    about = (where, reader, word, self.ledger.texts[word])
                    assert self.may_read(rows, rows.people[reader], word), about
                    self.may.add((reader, word))

    def may_read(self, rows: Rows, person: Person, word: str) -> bool:
        return self.ledger.may(rows, person, word)

    def look_around(self) -> None:
        """At all that stands somewhere, as it would be drawn now."""
        rows = self.rows()
        stands = (
            "select card, subject, address, language from deliveries "
            "where removed = false and withheld = false and done_at is null order by id desc limit 120"
        )
        now = self.bot.clock.now()
        with database.reading(self.engine) as session, context.only_reading(session, now):
            for card, subject, address, language in session.execute(text(stands)).all():
                shown, readers = self.draw(session, card, subject, language), self.those_at(rows, address)
                self.look(rows, readers, shown, f"{card} {subject} in {address}")
                self.know(self.holders(rows, readers), buttons(shown))
            self.look_at_notices(session, rows)

    def those_at(self, rows: Rows, address: str) -> list[int]:
        """In a direct message, a channel, or a thread of one."""
        account, channel = address.replace("/@", "/"), rows.channels.get("/".join(address.split("/")[:2]))
        if account in rows.accounts:
            return [rows.accounts[account]]
        return [one.id for one in rows.people.values() if channel.is_for(one)] if channel else []

    def look_at_notices(self, session: Session, rows: Rows) -> None:
        """At all that would be in anybody's message of the day, if it was theirs now."""
        kinds = routes.HOUSE.notices
        for id in session.scalars(select(Notice.member_id).distinct().order_by(Notice.member_id)).all():
            member = session.get_one(people.Member, id)
            for one in standing(session, kinds, member, Notice.until > self.bot.clock.now()):
                shown = Message(tuple(kinds[one.name].show(session, one.subject, TEXTS[member.language])))
                self.look(rows, [id], shown, f"{one.name} {one.subject} is told")
                self.know([id], buttons(shown))

    def know(self, readers: list[int], offered: list[Button]) -> None:
        found = [(readers, one) for one in offered if not one.do.startswith(self.dull)]
        self.known = [*self.known, *found][-KEPT:]

    def holders(self, rows: Rows, readers: list[int]) -> list[int]:
        """Of them those who act for a seat, for whom most buttons are; everybody where nobody does."""
        acting = {who for _, who in rows.seats.values()}
        return [one for one in readers if one in acting] or readers

    def draw(self, session: Session, card: str, subject: int, language: str) -> Message:
        return routes.HOUSE.cards[card](session, subject, TEXTS[language], TEXTS)


async def everything(answer: Answer) -> tuple[object, ...]:
    """All that it shows: what a form is filled in with, what its lists offer, and what is in its files."""
    offered = [one.choices for one in answer.fields if isinstance(one, PickField)] if isinstance(answer, Form) else []
    files = answer.files if isinstance(answer, Private) else ()
    return answer, offered, [(await one.make()).decode(errors="replace") for one in files]
