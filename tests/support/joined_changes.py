"""What changes around joined channels, at random: which are joined, under which names people cross, who is muted, whose
accounts are one, what the roster says, and whether the bot hears them."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from contextlib import redirect_stderr
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path

from support.districts import copy
from support.house import eventually
from support.joined_ledger import STAYS, UNNAMED
from support.joined_walk import Someone, Town
from support.linked import CODE
from support.talk import dm, forge, later

from bot.operations import commands
from bot.operations.settings import Settings
from bot.people.roster import RosterError
from playground.discord.state import VIEW
from playground.person import SeenMessage

SEATED = ("Dana Lee", "Samuel Okafor", "Patricia Nowak", "Marcus Tilley", "Hannah Whitaker")
TWO = (("Roy Thibodeaux", "Anjali Deshpande"),)  # each with one account, on the one platform and on the other
PAUSES = ("0", "0", "10", "30")  # seconds
GROUPS = ("cvea", "administration", "pta", "board", "library")
PAIRS = (
    ("partnership-commons", "town-square"),
    ("partnership-commons", "plaza-en-español"),
    ("town-square", "plaza-en-español"),
    ("partnership-leadership", "partnership-leadership"),
    ("lincoln-families", "familias-de-lincoln"),
)
FREE = (
    "select id from places where id not in "
    "(select place_id from joined_places join joinings on joinings.id = joining_id where stage <> 'ended')"
)


@dataclass
class Changes(Town):
    files: Path = field(init=False)
    aliases: count[int] = field(default_factory=lambda: count(1))

    def __post_init__(self) -> None:
        super().__post_init__()
        self.files = copy(self.folder)

    async def does(self, who: Someone, do: str, about: object = "") -> None:
        who.person.dismiss()
        await forge(self.home, self.chair(who), do, str(about))

    def is_known(self, who: Someone) -> bool:
        return self.now.rows.accounts.get(who.account) in self.now.rostered

    # Under which name ----------------------------------------------------------------------------------------------

    async def choose(self) -> None:
        await self.name(self.rng.choice(self.people), self.rng.choice(("named", "named", UNNAMED, STAYS, "other")))

    async def name(self, who: Someone, way: str) -> None:
        if not self.is_known(who):
            return
        if way == "other":
            alias = f"Alias{next(self.aliases)}z"
            await self.does(who, "shown.other")
            await self.send_in(who, {"name": alias})
            if self.rows("select 1 from shown_names where name = :name", name=alias):
                self.ledger.chooses(who.account, frozenset({alias}))
            return
        await self.does(who, "shown.as", "unnamed:few" if way == UNNAMED else way)
        mine = frozenset(self.ledger.named[one] for one in self.ledger.persons(who.account))
        self.ledger.chooses(who.account, mine if way == "named" else way)

    # Which are joined ----------------------------------------------------------------------------------------------

    async def join(self) -> None:
        """Some that are not: with others than before, or with the same."""
        free = {one for (one,) in self.rows(FREE)}
        places = self.rows("select id, name from places order by address")
        found = [
            (here, there)
            for one, other in PAIRS
            for here, name in places
            for there, called in places
            if {one, other} == {name, called} and here != there and {here, there} <= free
        ]
        if not found:
            return
        here, there = self.rng.choice(found)
        dana = self.called("Dana Lee", self.rng.choice(("slack", "discord")))
        seen = {one.id for one in dana.person.messages(self.chair(dana).channel)}
        await self.does(dana, "joining.look", f"{here}:{there}")
        answer = await self.answered(dana, seen)
        if not any(one.label == "Ask everybody" for one in answer.buttons):
            return
        await dana.person.press(answer, "Ask everybody")
        await self.settle()
        ((newest,),) = self.rows("select max(id) from joinings where stage = 'asked'")
        for name in SEATED:
            if newest:
                await self.does(self.called(name), "joining.agree", newest)
        if newest:
            await self.does(dana, "joining.pause", f"{newest}:{self.rng.choice(PAUSES)}")

    async def answered(self, who: Someone, seen: set[str]) -> SeenMessage:
        """In their DM, where they had seen these before."""

        def new() -> SeenMessage | None:
            here = who.person.messages(dm(self.home, who.person))
            return next((one for one in reversed(here) if one.id not in seen), None)

        await eventually(new)
        found = new()
        assert found
        return found

    async def part(self) -> None:
        if on := sorted(self.now.joined.values()):
            await self.does(self.called(self.rng.choice(SEATED)), "joining.end", f"{self.rng.choice(on)}:yes")

    async def pace(self) -> None:
        if on := sorted(self.now.joined.values()):
            about, who = f"{self.rng.choice(on)}:", self.called(self.rng.choice(SEATED))
            await self.does(who, "joining.pause", about + self.rng.choice(PAUSES))
            await self.does(who, "moderate.pace", about + self.rng.choice(("0", "0", "30", "600")))

    # Moderation ----------------------------------------------------------------------------------------------------

    async def moderate(self) -> None:
        do = self.rng.choice(("moderate.hide", "moderate.mute"))
        found = self.rows("select id, words from carried where not deleted order by id desc limit 10")
        if not found:
            return
        id, words = self.rng.choice(found)
        for name in SEATED:  # its author's group's, and others, who may not
            await self.does(self.called(name), do, id)
            await self.send_in(self.called(name), {"reason": "Please calm"})
        hidden = self.rows("select 1 from moderations where act = 'hide' and carried_id = :id", id=id)
        for line in self.ledger.lines:
            if hidden and line.words and line.words[-1] in str(words):
                self.keep(line)
                line.hidden = line.stopped = True

    async def ask_why(self) -> None:
        """What only the two may read."""
        found = self.rows("select id, member_id, by_id from moderations where act <> 'pace' order by id desc limit 3")
        accounts = {member: account for account, member in self.now.rows.accounts.items()}
        for id, member, by in found[:1]:
            asker = next((one for one in self.people if one.account == accounts.get(int(str(member)))), None)
            if asker is None or int(str(by)) not in accounts:
                return
            token = self.ledger.tells(asker.account, accounts[int(str(by))])
            for account, who in self.now.rows.accounts.items():
                if who == by:
                    self.ledger.between_two[token] = (*self.ledger.between_two[token], account)
            await self.does(asker, "moderated.ask", id)
            await self.send_in(asker, {"text": token})

    # The roster ----------------------------------------------------------------------------------------------------

    async def link(self) -> None:
        one, other = self.called(TWO[0][0]), self.called(TWO[0][1])
        if self.rng.random() < 0.4:
            await self.does(self.rng.choice((one, other)), "link.undo-now")
        else:
            who, with_whom = self.rng.sample((one, other), 2)
            who.person.dismiss()
            channel = who.person.channels()[0][0]
            await who.person.command(channel, "link")
            shown = [found[0] for seen in who.person.messages(channel) if (found := CODE.search(seen.text))]
            if shown:
                await self.does(with_whom, "link.yes", shown[-1])
        is_one = len({self.read().rows.accounts.get(each.account) for each in (one, other)}) == 1
        self.ledger.links(one.account, other.account, is_one)

    async def load(self) -> None:
        """Files that have changed; some are refused."""
        change = self.rng.choice((self.move, self.leave_or_come, self.redeclare, self.redeclare, self.seat, self.seat))
        before = {one: one.read_bytes() for one in self.files.glob("*.csv")}
        change()
        try:
            with redirect_stderr(io.StringIO()):
                commands.load(Settings(_env_file=None, database_url=self.database), self.files)
        except RosterError:
            for one, content in before.items():
                one.write_bytes(content)
            self.done["refused"] += 1
        await later(self.home, minutes=1)

    def table(self, name: str, edit: Callable[[list[dict[str, str]]], None]) -> None:
        path = self.files / name
        with path.open(encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file))
        names = list(rows[0])
        edit(rows)
        with path.open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, names)
            writer.writeheader()
            writer.writerows(rows)

    def move(self) -> None:
        """Somebody works in another group, or in another building."""
        name = self.rng.choice(self.people).person.name

        def edit(rows: list[dict[str, str]]) -> None:
            one = next((row for row in rows if row["name"] == name), None)
            column = self.rng.choice(("group", "building"))
            if one:
                one[column] = self.rng.choice([row[column] for row in rows])

        self.table("members.csv", edit)

    def leave_or_come(self) -> None:
        name = self.rng.choice([one.person.name for one in self.people if one.person.name not in SEATED])
        whole = Path(__file__).parent.parent.parent / "content" / "pretend-district" / "members.csv"

        def edit(rows: list[dict[str, str]]) -> None:
            if any(row["name"] == name for row in rows):
                rows[:] = [row for row in rows if row["name"] != name]
                return
            with whole.open(encoding="utf-8", newline="") as file:
                rows += [row for row in csv.DictReader(file) if row["name"] == name]

        self.table("members.csv", edit)

    def redeclare(self) -> None:
        """Some channels are for others, or for the same as they were at first."""
        pair = self.rng.choice(PAIRS)
        names = self.rng.choice(((pair[0],), pair, pair))
        back, groups = self.rng.random() < 0.6, ";".join(self.rng.sample(GROUPS, self.rng.randint(2, 4)))
        whole = Path(__file__).parent.parent.parent / "content" / "pretend-district" / "places.csv"
        with whole.open(encoding="utf-8", newline="") as file:
            first = {row["channel"]: row for row in csv.DictReader(file)}
        changed = {"audience": "joint", "groups": groups, "buildings": self.rng.choice(("", "lincoln"))}

        def edit(rows: list[dict[str, str]]) -> None:
            for row in rows:
                if row["name"] in names:
                    row.update(first[row["channel"]] if back else changed)

        self.table("places.csv", edit)

    def seat(self) -> None:
        def edit(rows: list[dict[str, str]]) -> None:
            one, other = self.rng.sample([row for row in rows if row["group"] == "pta" and not row["committee"]], 2)
            one["holder"], other["holder"] = other["holder"], one["holder"]

        self.table("seats.csv", edit)

    # Whether it hears ----------------------------------------------------------------------------------------------

    async def put_out(self) -> None:
        """The bot, out of one of them; and in again, later."""
        slack, discord = self.home.slack, self.home.discord
        place = self.out or self.rng.choice(sorted({one for both in self.now.joined for one in both}) or [""])
        channel = place.rpartition("/")[2]
        if place.startswith("slack"):
            move = slack.join if self.out else slack.leave
            await move(slack.workspace.world.bot_user_id, channel)
        elif place:
            discord.deny(channel, 0 if self.out else VIEW)
        self.out = "" if self.out else place

    async def open_to_all(self) -> None:
        place = self.rng.choice(sorted({one for both in self.now.joined for one in both}) or [""])
        channel = place.rpartition("/")[2]
        if place.startswith("slack"):
            self.home.slack.workspace.conversations[channel].kind = "public"
        elif place:
            self.home.discord.open_to_all(channel)

    async def shake(self) -> None:
        """Lines are cut, and what was told is told again, once more and late."""
        slack, discord = self.home.slack, self.home.discord
        times = self.rng.choice(((1, 1), (1, 2)))
        slack.deliver_times = discord.deliver_times = times
        slack.shuffle_seconds, discord.shuffle_seconds = self.rng.choice(((0.0, 0.0), (0.02, 0.3)))
        match self.rng.randint(0, 3):
            case 0:
                await discord.close_gateway(resumable=self.rng.random() < 0.5)
            case 1:
                await discord.drop_gateway()
            case _:
                told = [payload for kind, payload in slack.delivery.sent if kind == "events_api"]
                for payload in self.rng.sample(told[-60:], min(5, len(told))):
                    await slack.send("events_api", payload)
