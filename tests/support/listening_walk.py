"""A walk at random through listening sessions."""

from __future__ import annotations

from dataclasses import dataclass, field

from sqlalchemy import Connection
from support.corner import Corner, next_due
from support.listening_eyes import Ledger, Sessions
from support.walking import Walk

from bot.boundary import Account, Button, ChoiceField, Form, TextField

LIKELY = {"rates": ("yes",), "which": ("new",)}  # what is chosen in a form more often than not
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

    steps: int = 0
    held: list[tuple[Corner, Form]] = field(default_factory=list)  # forms that lie open

    @property
    def book(self) -> Ledger:
        assert isinstance(self.ledger, Ledger)
        return self.ledger

    def look_up(self, connection: Connection) -> None:
        self.book.sessions = Sessions.read(connection)

    async def step(self) -> None:
        """Every other one leads a session on, from its beginning to its answer; the others are random acts."""
        course = (self.open, self.speak, self.speak, self.look_through, self.look_through, self.look_through)
        course += (self.go_on, self.look_through, self.go_on, self.rate, self.go_on, self.answer, self.answer)
        acts = {
            self.agree: 1,
            self.speak: 4,
            self.look_through: 3,
            self.answer: 2,
            self.rate: 3,
            self.press: 8,
            self.send_what_lay_open: 2,
            self.go_home: 2,
            self.wait: 1,
            self.seat: 1,
            self.move: 1,
            self.regroup: 1,
            self.redeclare: 1,
        }
        (act,) = self.rng.choices([*acts], [*acts.values()])
        if self.steps % 2 == 0:
            act = course[self.steps // 2 % len(course)]
        self.steps += 1
        self.seen[act.__name__] = self.seen.get(act.__name__, 0) + 1
        await act()

    # What they do ------------------------------------------------------------------------------------------------

    async def open(self) -> None:
        chair = self.acting(self.ids("select id from seats where role = 'BOARD_LIAISON'"))
        await self.presses(chair, Button("open", "listening.start"))
        await self.sends(chair, "listening.post")
        for session in self.ids("select id from listenings where phase = 'open'"):
            for group in self.ids(f"select group_id from listening_yeses where listening_id = {session}"):
                await self.says_yes(session, group)

    async def agree(self) -> None:
        """Or not: some take it back."""
        if session := self.a("select id from listenings order by id"):
            groups = self.ids(f"select group_id from listening_yeses where listening_id = {session}")
            await self.says_yes(session, self.rng.choice(groups))

    async def says_yes(self, session: int, group: int) -> None:
        leader = self.acting(sorted(self.sessions().leaders(self.rows(), group)))
        said = "yes" if self.rng.random() < 0.85 else "no"
        await self.presses(leader, Button(said, "listening.decide", f"{session}:{said}"))

    def sessions(self) -> Sessions:
        self.rows()
        assert self.book.sessions is not None
        return self.book.sessions

    async def speak(self) -> None:
        session = self.a("select id from listenings where phase = 'open' order by id")
        for _ in range(3 if session else 0):
            who = self.one_asked(session or 0)
            await self.presses(who, Button("say", "listening.say", str(session)))
            await self.sends(who, "listening.send")

    def one_asked(self, session: int) -> Corner:
        rows, sessions = self.rows(), self.sessions()
        asked = [one for one, id in rows.accounts.items() if sessions.is_asked(rows, session, rows.people[id])]
        if not asked or self.rng.random() < 0.1:
            return self.somebody()
        return Corner(self.bot, Account.parse(self.rng.choice(sorted(asked))))

    async def look_through(self) -> None:
        open_ones = "(select id from listenings where phase in ('open', 'sorting'))"
        often = f"and listening_id in {open_ones}" if self.rng.random() < 0.8 else ""
        if one := self.a(f"select id from listening_contributions where not taken_back {often} order by id"):
            (group,) = self.ids(f"select group_id from listening_contributions where id = {one}")
            who = self.acting(sorted(self.sessions().leaders(self.rows(), group)))
            (session,) = self.ids(f"select listening_id from listening_contributions where id = {one}")
            await self.presses(who, Button("look", "listening.look", str(session)))
            do = self.rng.choices(("sort", "hide", "show-again"), (8, 1, 1))[0]
            await self.presses(who, Button(do, f"listening.{do}", str(one)))

    async def rate(self) -> None:
        """Several people, of some titles of a session; and somebody who tries it at any time."""
        if early := self.a("select id from listenings order by id"):
            await self.presses(self.one_asked(early), Button("rate", "listening.rate", str(early)))
        if session := self.a("select id from listenings where phase = 'rating' order by id"):
            titles = self.ids(f"select id from listening_titles where listening_id = {session} order by id")[:3]
            for who in {str(one.account): one for one in (self.one_asked(session) for _ in range(30))}.values():
                for title in titles:
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

    async def wait(self) -> None:
        await super().wait()
        self.changed()

    async def go_on(self) -> None:
        """To the next thing that falls due."""
        names = ", ".join(f"'{one}'" for one in DUES)
        for name in self.column(f'select "do" from due where "do" in ({names}) order by at, id limit 1'):
            await next_due(self.bot, str(name))
        self.changed()

    async def redeclare(self) -> None:
        await super().redeclare()
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
                if one.name in LIKELY and self.rng.random() < 0.85:
                    fields[one.name] = LIKELY[one.name]
        for one in form.fields:
            if isinstance(one, TextField):
                fields[one.name] = (f"About {self.word(who, form, named=fields.get('as') == ('named',))}.",)
        await self.did(who, await who.sends(form.name, form.about, fields))

    def word(self, who: Corner, form: Form, *, named: bool) -> str:
        writer = self.rows().accounts[str(who.account)]
        return self.book.word(writer, KINDS[form.name], named=named)
