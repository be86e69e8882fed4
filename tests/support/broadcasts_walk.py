"""A walk at random through what is told to many."""

from __future__ import annotations

from dataclasses import dataclass, field

from sqlalchemy import Connection, text
from support.broadcasts_eyes import Broadcasts, Ledger
from support.corner import Corner
from support.posting import Platform, sending
from support.walking import Walk

from bot import routes
from bot.boundary import Account, Address, Button, ChoiceField, Form, MomentField, Prose, Said, TextField
from bot.boundary.prose import Block, Span

KINDS = {
    "broadcast.return": "reason",
    "broadcast.retract": "reason",
    "broadcast.correction-return": "reason",
    "broadcast.reply": "answer",
}  # of forms; all others hold what is told
STANDING = "select address, subject, remote from deliveries where card = 'broadcast' and remote is not null"
SPEAKS = "role in ('ASSOCIATION_PRESIDENT', 'SUPERINTENDENT', 'PTA_LIAISON', 'BOARD_LIAISON')"
WAITING = (
    "select b.id, b.version, a.group_id from broadcast_approvals a join broadcasts b on b.id = a.broadcast_id "
    "where b.status = 'waiting' and a.member_id is null order by b.id, a.group_id"
)
CORRECTED = (
    "select b.id, b.version, a.group_id from broadcast_approvals a join broadcasts b on b.id = a.broadcast_id "
    "where a.again order by b.id, a.group_id"
)
OPEN = [f"broadcast.{name}" for name in ("show", "look", "see-row", "check", "report", "replies", "change", "correct")]
FORGED = [name for name in routes.HOUSE.presses if name.startswith("broadcast.")]
PREVIEW = ("broadcast.who", "broadcast.urgent", "broadcast.want-replies", "broadcast.see", "broadcast.other")


@dataclass
class Acts(Walk):
    steps: int = 0
    held: list[tuple[Corner, Form]] = field(default_factory=list)  # forms that lie open
    said: int = 0
    platforms: dict[str, Platform] = field(
        default_factory=lambda: {name: Platform(name) for name in ("slack", "discord")}
    )

    @property
    def book(self) -> Ledger:
        assert isinstance(self.ledger, Ledger)
        return self.ledger

    def look_up(self, connection: Connection) -> None:
        self.book.now = Broadcasts.read(connection)

    async def step(self) -> None:
        """Every other one tells something, to its end; the others are random acts."""
        course = (self.tell, self.approve, self.approve, self.wait_a_day, self.post, self.reply, self.reply)
        course += (self.answer, self.afterwards)
        acts = {
            self.tell: 3,
            self.approve: 3,
            self.press: 12,
            self.forge: 12,
            self.send_what_lay_open: 3,
            self.reply: 2,
            self.answer: 2,
            self.afterwards: 3,
            self.go_home: 3,
            self.wait: 1,
            self.seat: 2,
            self.move: 2,
            self.regroup: 2,
            self.redeclare: 2,
        }
        (act,) = self.rng.choices([*acts], [*acts.values()])
        if self.steps % 2 == 0:
            act = course[self.steps // 2 % len(course)]
        self.steps += 1
        self.seen[act.__name__] = self.seen.get(act.__name__, 0) + 1
        await act()

    # What they do ------------------------------------------------------------------------------------------------

    async def tell(self) -> None:
        command, seats = self.rng.choice((("tell", "building_id is not null"), ("broadcast", SPEAKS)))
        seats_of = self.column(f"select id from seats where {seats}")
        who = self.one_of([self.rows().seats[int(str(id))][1] for id in seats_of])
        await self.did(who, await who.types(command))
        if isinstance(who.answer, Form):
            await self.fill_in(who, who.answer)
        for _ in range(self.rng.randint(0, 3)):
            offered = [one for one in self.buttons(who.answer) if one.do.startswith(PREVIEW)]
            before = who.answer
            if offered:
                await self.presses(who, self.rng.choice(offered))
            if not any(one.do == "broadcast.send" for one in self.buttons(who.answer)):
                who.answer = before
        if sends := [one for one in self.buttons(who.answer) if one.do == "broadcast.send"]:
            await self.presses(who, sends[0])

    async def approve(self) -> None:
        """By somebody for whose group it waits, or returned by them."""
        rows = self.rows()
        for query, what in ((WAITING, "broadcast."), (CORRECTED, "broadcast.correction-")):
            for id, version, group in self.waiting(query)[-3:]:
                who = self.one_of([who for theirs, who in rows.seats.values() if theirs == group])
                await self.presses(who, Button("check", f"{what}check", str(id)))
                if self.rng.random() < 0.8:
                    await self.presses(who, Button("approve", f"{what}approve", f"{id}:{version}"))
                else:
                    await self.presses(who, Button("return", f"{what}return", str(id)))

    def waiting(self, query: str) -> list[tuple[int, int, int]]:
        with self.engine.connect() as connection:
            return [(id, version, group) for id, version, group in connection.execute(text(query))]

    async def post(self) -> None:
        async with sending(self.bot, platforms=self.platforms) as sender:
            await sender.drain(5)
        self.changed()

    async def reply(self) -> None:
        """Below one that stands in a channel, by one of those who read it there."""
        with self.engine.connect() as connection:
            there = [*connection.execute(text(STANDING))]
        there = [one for one in there if "/@" not in one[0]]
        if not there:
            return
        address, subject, remote = self.rng.choice(there[-6:])
        rows, place = self.rows(), Address.parse(address)
        readers = [one.id for one in rows.people.values() if rows.channels[address].is_for(one)]
        accounts = [one for one, member in rows.accounts.items() if member in readers]
        here = [one for one in accounts if one.startswith(address.rpartition("/")[0])]
        if not here:
            return
        account = self.rng.choice(sorted(here))
        word = self.book.word(rows.accounts[account], "reply")
        self.book.texts[word].broadcast, self.book.texts[word].place = subject, address
        prose, self.said = Prose((Block("lines", (Span(word),)),)), self.said + 1
        thread = Address(place.platform, place.workspace, place.channel, remote)
        who = Corner(self.bot, Account.parse(account))
        said = Said(
            id=f"said {self.said}", actor=who.account, place=thread, message=str(self.said), text=word, prose=prose,
            to_bot=False,
        )  # fmt: skip
        await self.did(who, await self.bot.frame.handle(said))

    async def answer(self) -> None:
        for id in self.column("select id from broadcast_replies where not done")[-2:]:
            theirs = f"select broadcast_id from broadcast_replies where id = {id}"
            (told,) = [int(str(one)) for one in self.column(theirs)]
            self.rows()
            assert self.book.now is not None
            who = self.one_of([self.book.now.told[told].speaks])
            await self.presses(who, Button("see", "broadcast.replies", str(told)))
            await self.presses(who, Button("answer", "broadcast.reply", str(id)))

    async def afterwards(self) -> None:
        if out := self.column("select id from broadcasts where status in ('going', 'out', 'paused')")[-5:]:
            id = self.rng.choice(out)
            self.rows()
            assert self.book.now is not None
            told = self.book.now.told[int(str(id))]
            do = self.rng.choice(("correct", "correct", "retract", "pause", "resume", "stop", "report", "remind"))
            await self.presses(self.one_of([told.speaks]), Button(do, f"broadcast.{do}", str(id)))

    async def forge(self) -> None:
        """Presses that no card offered them, mostly those that open something."""
        ids = [str(one) for one in self.column("select id from broadcasts")]
        for do in [*self.rng.choices(OPEN, k=5), self.rng.choice(FORGED)] if ids else ():
            await self.presses(self.somebody(), Button("forged", do, self.rng.choice(ids)))

    async def send_what_lay_open(self) -> None:
        if self.held:
            who, form = self.rng.choice(self.held[-10:])
            await self.fill_in(who, form)

    async def wait_a_little(self) -> None:
        await self.bot.later(minutes=5)
        self.changed()

    async def wait_a_day(self) -> None:
        await self.bot.later(hours=24)
        self.changed()

    async def wait(self) -> None:
        await super().wait()
        self.changed()

    async def fill_in(self, who: Corner, form: Form) -> None:
        if not form.name.startswith("broadcast."):
            return
        if self.rng.random() < 0.15:
            self.held.append((who, form))
        writer, fields = self.rows().accounts[str(who.account)], dict[str, tuple[str, ...]]()
        for one in form.fields:
            if isinstance(one, TextField):
                fields[one.name] = (self.book.word(writer, KINDS.get(form.name, "said")),)
            elif isinstance(one, ChoiceField) and one.choices:
                most = min(one.most, 3)
                some = self.rng.sample(one.choices, self.rng.randint(1, min(most, len(one.choices))))
                fields[one.name] = tuple(choice.value for choice in some)
            elif isinstance(one, MomentField):
                fields[one.name] = (one.value,)
        await self.did(who, await who.sends(form.name, form.about, fields))
