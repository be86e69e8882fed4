"""A walk at random through concerns, rounds and goals: in which order, which forms, and what changes meanwhile;
`goals_acts` says what people do."""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field, replace
from datetime import timedelta

from sqlalchemy import Connection
from sqlalchemy.orm import Session
from support.corner import Corner
from support.goals_eyes import Ledger, Rest
from support.walking import Walk

from bot import routes
from bot.boundary import Button, ChoiceField, Form, FormErrors, MomentField, PickField, TextField
from bot.people import model as people
from bot.people import seats

OURS = (
    *("concern.", "goal.", "canvas.", "theme.", "round.", "data.", "team.", "know.", "offer.", "board.", "cycle."),
    *("step.", "commitment.", "action.", "ask.", "home"),
)
POLLS = ("poll.vote", "poll.read", "poll.show", "poll.why")  # by which a group decides in its own place
FORGED = [name for name in routes.HOUSE.presses if name.startswith(OURS)]
# What is pressed next, where it is offered: to send what was looked over.
NEXT = (
    *("concern.send", "goal.send", "goal.ending-send", "round.ready-now", "canvas.send-now", "ask.send"),
    *("goal.tell-now", "goal.number-save", "goal.table-take", "canvas.ask-again", "goal.reopen-now"),
)
LIKELY = {"scope": "shared", "share": "yes", "as": "unnamed", "still": "yes"}
NUMBERS = {("goal.number", "value"), ("goal.number", "of"), ("goal.target", "baseline"), ("goal.target", "target")}
Act = Callable[[], Awaitable[None]]


@dataclass
class Pace(Walk):
    """How they press, fill in and wait; what changes meanwhile."""

    held: list[tuple[Corner, Form]] = field(default_factory=list)  # forms that lie open
    met: dict[str, Form] = field(default_factory=dict)  # by name, the newest that anybody was shown

    @property
    def book(self) -> Ledger:
        assert isinstance(self.ledger, Ledger)
        return self.ledger

    def look_up(self, connection: Connection) -> None:
        self.book.now = Rest.read(connection)

    @property
    def rest(self) -> Rest:
        self.rows()
        return self.book.rest

    # What they do ------------------------------------------------------------------------------------------------

    async def do(self, who: Corner, do: str, about: object = "") -> None:
        """A button, its form, and what is to be pressed then to send it."""
        await self.presses(who, Button(do, do, str(about)))

    async def presses(self, who: Corner, button: Button) -> None:
        await super().presses(who, button)
        for _ in range(2):
            following = next((one for one in self.buttons(who.answer) if one.do in NEXT), None)
            if following is None or following.do == button.do or self.rng.random() < 0.1:
                return
            await super().presses(who, following)

    async def forge(self) -> None:
        """A press that no card offered them."""
        more = self.rng.choice(("", "", "", ":en", ":1", f":{self.number()}", ":now", ":new", ":1:agree", ":what:0"))
        await self.presses(self.somebody(), Button("forged", self.rng.choice(FORGED), f"{self.number()}{more}"))

    async def send_forged(self) -> None:
        """A form that nothing opened for them, perhaps about something else."""
        if self.met:
            form = self.met[self.rng.choice(sorted(self.met))]
            about = form.about if self.rng.random() < 0.5 else re.sub(r"^\d+", str(self.number()), form.about)
            fields = tuple(replace(one, value="") if isinstance(one, TextField) else one for one in form.fields)
            await self.send_in(self.somebody(), replace(form, about=about, fields=fields))

    def number(self) -> int:
        most = self.ids("select max(n) from (select max(id) n from concerns union select max(id) from goals) t")
        return self.rng.randint(1, most[0] + 1 if most and most[0] else 3)

    def ids(self, query: str) -> list[int]:
        return [int(str(one)) for one in self.column(query) if one is not None]

    async def send_what_lay_open(self) -> None:
        if self.held:
            await self.send_in(*self.held.pop(self.rng.randrange(len(self.held))))

    async def wait(self) -> None:
        await self.bot.later(hours=self.rng.choice((1, 9, 30, 30, 170)))
        self.changed()

    async def go_on(self) -> None:
        """To the next thing that falls due, but for what does every hour."""
        (at, *_) = self.column("select min(at) from due where \"do\" <> 'digest'") or [None]
        if at is not None:
            await self.bot.later(minutes=30)
            await self.bot.later(days=self.rng.choice((1, 3, 8)))
        self.changed()

    # Forms -------------------------------------------------------------------------------------------------------

    async def fill_in(self, who: Corner, form: Form) -> None:
        if form.name.startswith(OURS) or form.name.startswith("poll.words"):
            self.met[form.name] = form
            if self.rng.random() < 0.07:
                self.held.append((who, form))
            else:
                await self.send_in(who, form)

    async def send_in(self, who: Corner, form: Form) -> None:
        fields: dict[str, tuple[str, ...]] = {}
        for one in form.fields:
            if isinstance(one, ChoiceField | PickField):
                fields[one.name] = self.chosen(one)
            elif isinstance(one, MomentField):
                fields[one.name] = (one.value,)
        for one in form.fields:
            if isinstance(one, TextField):
                fields[one.name] = (self.typed(who, form, one, named=fields.get("as") == ("named",)),)
        await self.did(who, await who.sends(form.name, form.about, fields))
        if isinstance(who.answer, FormErrors):
            self.seen["wrong " + form.name] = self.seen.get("wrong " + form.name, 0) + 1

    def chosen(self, one: ChoiceField | PickField) -> tuple[str, ...]:
        values = [choice.value for choice in one.choices]
        if LIKELY.get(one.name) in values and self.rng.random() < 0.75:
            return (LIKELY[one.name],)
        return tuple(self.rng.sample(values, min(len(values), self.rng.randint(1, max(1, one.most)))))

    def typed(self, who: Corner, form: Form, one: TextField, *, named: bool) -> str:
        """A word that stands nowhere else; now and then what stood there."""
        if (form.name, one.name) in NUMBERS:
            return str(self.rng.randint(1, 40)) if one.name != "of" else "60"
        if form.name == "goal.table":
            return "2026-10-01, 12\n2026-10-02, 14"
        if one.value and self.rng.random() < 0.2:
            return one.value
        word = self.book.word(self.rows().accounts[str(who.account)], named=named)
        return f"https://example.org/{word}" if one.name == "link" else f"About {word}."

    # What changes ------------------------------------------------------------------------------------------------

    async def deputy(self) -> None:
        """Somebody of the group acts for a seat while its holder is away."""
        rows = self.rows()
        seat = self.rng.choice(sorted(rows.seats))
        theirs = [one.id for one in rows.people.values() if one.group == rows.seats[seat][0]]
        who, now = self.rng.choice(theirs), self.bot.clock.now()

        def leave(session: Session) -> None:
            one = session.get_one(people.Seat, seat)
            one.deputy = session.get_one(people.Member, who)
            session.flush()
            seats.go_away(session, one, now + timedelta(days=self.rng.choice((2, 20))), now)

        await self.bot.writer.do(leave)
        self.changed()
        await self.bot.later(minutes=1)
        self.changed()

    def declared(self) -> list[str]:
        """Often those where a group decides about a goal."""
        deciding = "select distinct address from deliveries where card = 'goal.group' and not removed order by address"
        there = [str(one) for one in self.column(deciding)]
        return there if there and self.rng.random() < 0.7 else super().declared()

    async def redeclare(self) -> None:
        await super().redeclare()
        self.changed()
