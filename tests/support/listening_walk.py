"""A walk at random through listening sessions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from sqlalchemy import text
from sqlalchemy.orm import Session
from support.corner import Corner, next_due
from support.eyes import Rows
from support.listening_eyes import Ledger, Sessions
from support.walking import Walk

from bot import timetable
from bot.boundary import Account, Button, ChoiceField, Form, TextField
from bot.people.places import CHANGED

DUES = ("listening.close", "listening.rate", "listening.read", "listening.remind")
KINDS = {
    "listening.ask": "question",
    "listening.write": "said",
    "listening.hide": "reason",
    "listening.sort": "title",
    "listening.answer": "answer",
}


@dataclass
class Acts(Walk):
    """What people do in sessions, and what changes meanwhile."""

    held: list[tuple[Corner, Form]] = field(default_factory=list)  # forms that lie open

    @property
    def book(self) -> Ledger:
        assert isinstance(self.ledger, Ledger)
        return self.ledger

    def rows(self) -> Rows:
        found = super().rows()
        if self.book.sessions is None:
            with self.engine.connect() as connection:
                self.book.sessions = Sessions.read(connection)
        return found

    def changed(self) -> None:
        super().changed()
        self.book.sessions = None

    async def step(self) -> None:
        acts = {
            self.open: 2,
            self.agree: 5,
            self.speak: 9,
            self.look_through: 6,
            self.rate: 5,
            self.answer: 4,
            self.press: 8,
            self.send_what_lay_open: 2,
            self.go_home: 2,
            self.go_on: 3,
            self.seat: 1,
            self.move: 1,
            self.regroup: 1,
            self.redeclare: 1,
        }
        (act,) = self.rng.choices([*acts], [*acts.values()])
        self.seen[act.__name__] = self.seen.get(act.__name__, 0) + 1
        await act()

    # What they do ------------------------------------------------------------------------------------------------

    def acting(self, seats: Sequence[int]) -> Corner:
        """Of one of these seats; anybody where nobody acts."""
        rows = self.rows()
        who = [rows.seats[seat][1] for seat in seats if rows.seats[seat][1] is not None]
        theirs = sorted(one for one, member in rows.accounts.items() if who and member == self.rng.choice(who))
        if not theirs or self.rng.random() < 0.1:
            return self.somebody()
        return Corner(self.bot, Account.parse(self.rng.choice(theirs)))

    def a(self, of: str) -> int | None:
        found = self.ids(of)
        return self.rng.choice(found[-6:]) if found else None

    def ids(self, query: str) -> list[int]:
        with self.engine.connect() as connection:
            return list(connection.execute(text(query)).scalars())

    async def open(self) -> None:
        chair = self.acting(self.ids("select id from seats where role = 'BOARD_LIAISON'"))
        await self.presses(chair, Button("open", "listening.start"))
        await self.sends(chair, "listening.post")

    async def sends(self, who: Corner, do: str) -> None:
        """What they were shown to look over, if they were."""
        if send := next((one for one in self.buttons(who.answer) if one.do == do), None):
            await self.presses(who, send)

    async def agree(self) -> None:
        if session := self.a("select id from listenings order by id"):
            groups = self.ids(f"select group_id from listening_yeses where listening_id = {session}")
            sessions, rows = self.sessions(), self.rows()
            leader = self.acting([one for group in groups for one in sorted(sessions.leaders(rows, group))])
            said = "yes" if self.rng.random() < 0.85 else "no"
            await self.presses(leader, Button(said, "listening.decide", f"{session}:{said}"))

    def sessions(self) -> Sessions:
        self.rows()
        assert self.book.sessions is not None
        return self.book.sessions

    async def speak(self) -> None:
        if session := self.a("select id from listenings where phase = 'open' order by id"):
            who = self.one_asked(session)
            await self.presses(who, Button("say", "listening.say", str(session)))
            await self.sends(who, "listening.send")

    def one_asked(self, session: int) -> Corner:
        rows, sessions = self.rows(), self.sessions()
        asked = [one for one, id in rows.accounts.items() if sessions.is_asked(rows, session, rows.people[id])]
        if not asked or self.rng.random() < 0.1:
            return self.somebody()
        return Corner(self.bot, Account.parse(self.rng.choice(sorted(asked))))

    async def look_through(self) -> None:
        if one := self.a("select id from listening_contributions where not taken_back order by id"):
            (group,) = self.ids(f"select group_id from listening_contributions where id = {one}")
            who = self.acting(sorted(self.sessions().leaders(self.rows(), group)))
            (session,) = self.ids(f"select listening_id from listening_contributions where id = {one}")
            await self.presses(who, Button("look", "listening.look", str(session)))
            do = self.rng.choices(("sort", "hide", "show-again"), (6, 2, 1))[0]
            await self.presses(who, Button(do, f"listening.{do}", str(one)))

    async def rate(self) -> None:
        """Several people, one title or another."""
        titles = self.ids(
            "select t.id from listening_titles t join listenings l on l.id = t.listening_id where l.phase = 'rating'"
        )
        for _ in range(20 if titles else 0):
            (session,) = self.ids(f"select listening_id from listening_titles where id = {titles[-1]}")
            who, title = self.one_asked(session), self.rng.choice(titles)
            said = self.rng.choice(("now", "not now"))
            await self.presses(who, Button(said, "listening.rate-say", f"{title}:{said}"))

    async def answer(self) -> None:
        if session := self.a("select id from listenings where phase = 'reading' order by id"):
            who = self.acting(self.ids("select id from seats where role = 'BOARD_LIAISON'"))
            for do in ("read", "matters"):
                await self.presses(who, Button(do, f"listening.{do}", str(session)))
            board = self.ids("select m.id from members m join groups g on g.id = m.group_id where g.kind = 'BOARD'")
            other = sorted(one for one, id in self.rows().accounts.items() if id in board)
            if other:
                reader = Corner(self.bot, Account.parse(self.rng.choice(other)))
                await self.presses(reader, Button("read", "listening.read", str(session)))
            theirs = self.ids(f"select id from listening_contributions where listening_id = {session}")
            about = f"{self.rng.choice(theirs)}:{self.rng.choice(('one', 'all'))}"
            await self.presses(who, Button("answer", "listening.answer", about))

    async def go_on(self) -> None:
        """To the next thing that falls due, or for some time."""
        if self.rng.random() < 0.7:
            before = self.bot.clock.now()
            await next_due(self.bot, self.rng.choice(DUES))
            self.bot.clock.move_to(max(before, self.bot.clock.now()))
        else:
            await self.bot.later(hours=self.rng.choice((1, 9)))
        self.changed()

    async def redeclare(self) -> None:
        """As a load does, which tells of it."""
        await super().redeclare()
        ids, now = self.ids("select id from places"), self.bot.clock.now()

        def tell(session: Session) -> None:
            for id in ids:
                timetable.set_due(session, CHANGED, id, now)

        await self.bot.writer.do(tell)
        await self.bot.later(minutes=1)
        self.changed()

    async def send_what_lay_open(self) -> None:
        if self.held:
            who, form = self.held.pop(self.rng.randrange(len(self.held)))
            await self.send_in(who, form)
            if form.name in ("listening.write", "listening.ask"):
                await self.sends(who, "listening.send" if form.name == "listening.write" else "listening.post")

    async def fill_in(self, who: Corner, form: Form) -> None:
        if form.name.startswith("listening."):
            if self.rng.random() < 0.1:
                self.held.append((who, form))
            else:
                await self.send_in(who, form)

    async def send_in(self, who: Corner, form: Form) -> None:
        fields: dict[str, tuple[str, ...]] = {}
        for one in form.fields:
            if isinstance(one, ChoiceField):
                most = max(1, min(one.most, 3, len(one.choices)))
                fields[one.name] = tuple(choice.value for choice in self.rng.sample(one.choices, most))
            elif isinstance(one, TextField):
                fields[one.name] = (f"About {self.word(who, form)}.",)
        await self.did(who, await who.sends(form.name, form.about, fields))

    def word(self, who: Corner, form: Form) -> str:
        writer = self.rows().accounts[str(who.account)]
        return self.book.word(writer, KINDS[form.name])
