"""What people do for goals that were agreed, with data, and where they look; each act by somebody whose it is,
mostly."""

from __future__ import annotations

from dataclasses import dataclass

from support.corner import Corner
from support.goals_eyes import APPOINT, LEAD, SORT
from support.goals_walk import Pace

from bot.boundary import Button

LOOKS = (
    *("goal.show", "goal.record", "goal.record-file", "goal.numbers", "goal.take-numbers", "team.show", "offer.list"),
    *("commitment.list", "cycle.show", "commitment.show", "step.show", "theme.open", "concern.call-show"),
)
LISTS = ("goal.list", "data.list", "round.results", "round.show", "theme.list", "theme.sort", "concern.read")
LISTS += ("concern.start", "know.list", "board.read", "round.rate", "home")


@dataclass
class Work(Pace):
    # Who ---------------------------------------------------------------------------------------------------------

    def seats(self, roles: set[str], *, whole: bool = False) -> set[int]:
        every = self.rest.tables["seats"].items()
        return {id for id, one in every if one["role"] in roles and not (whole and one["building_id"])}

    def some(self, table: str, where: str = "1 = 1") -> int | None:
        return self.a(f"select id from {table} where {where} order by id")

    def leader(self, group: int | None = None) -> Corner:
        rest = self.rest
        return self.acting(s for s in self.seats(LEAD, whole=True) if group in (None, rest.get("seats", s)["group_id"]))

    def leads(self, goal: int) -> Corner:
        return self.acting(self.rest.leaders(goal))

    def of_team(self, goal: int) -> Corner:
        return self.acting(self.rest.asked(goal))

    def reads(self, goal: int) -> Corner:
        rows = self.rows()
        return self.one_of({one.id for one in rows.people.values() if self.book.reads_goal(rows, one, goal)})

    # Working on it -----------------------------------------------------------------------------------------------

    async def work(self) -> None:
        """A small test of an agreed goal, its steps and their lines, numbers, help, and thanks."""
        if (goal := self.some("goals", "status = 'agreed'")) is None:
            return
        do = self.rng.choice(("goal.word", "goal.tell", "goal.target", "goal.number", "goal.table"))
        await self.do(self.leads(goal), do, goal)
        await self.do(self.of_team(goal), "cycle.plan", goal)
        for cycle in self.ids(f"select max(id) from cycles where goal_id = {goal}"):
            await self.do(
                self.of_team(goal), self.rng.choice(("step.add", "step.add", "cycle.end", "cycle.show")), cycle
            )
            await self.do(self.reads(goal), "cycle.show", cycle)
        for step in self.ids("select id from actions where source = 'goals.cycles' order by id desc limit 3"):
            who = self.acting([self.rest.get("actions", step)["seat_id"]])
            for name in self.rng.sample(("accept", "accept", "stuck", "on-the-way", "done", "decline"), 2):
                await self.do(who, f"action.{name}", step)
            await self.do(
                who, self.rng.choice(("step.line", "step.line", "step.help", "step.ask-whom", "step.show")), step
            )

    async def lead(self) -> None:
        """One's own group, and what was asked of a seat."""
        for ask in self.ids("select id from asks where answered_at is null order by id desc limit 2"):
            await self.do(self.acting([self.rest.get("asks", ask)["to_id"]]), "ask.answer", ask)
        await self.do(self.leader(), self.rng.choice(("round.show", "theme.list", "goal.rule", "round.pause")))

    async def help_out(self) -> None:
        """What roles give."""
        if (goal := self.some("goals", "status = 'agreed'")) is not None:
            await self.do(self.of_team(goal), "commitment.ask", goal)
        for one in self.ids("select id from commitments order by id desc limit 3"):
            seat = self.rest.get("commitments", one)["seat_id"]
            names = ("offer", "offer", "decline", "change", "fits", "misfit", "approve", "refuse", "deliver")
            for name in self.rng.sample(names, 3):
                keeps = self.seats({"ASSOCIATION_PRESIDENT"}) if name in ("fits", "misfit") else {seat}
                who = self.acting(keeps)
                await self.do(who, "commitment.show", one)
                offered = [at for at in self.buttons(who.answer) if at.do == f"commitment.{name}"]
                await self.presses(who, offered[0] if offered else Button(name, f"commitment.{name}", str(one)))

    async def team(self) -> None:
        if (goal := self.some("goals", "status in ('draft', 'proposed', 'agreed')")) is not None:
            await self.do(self.leads(goal), "team.ask", goal)
            who = self.leads(goal)
            await self.do(who, "team.show", goal)
            for one in self.buttons(who.answer):
                if one.do.startswith("team.") and one.do != "team.ask" and self.rng.random() < 0.6:
                    await self.presses(who, one)
        for place in self.ids("select id from open_seats where state in ('asked', 'invited') order by id desc limit 3"):
            one = self.rest.get("open_seats", place)
            await self.do(self.acting(self.rest.seats(APPOINT, one["group_id"])), "team.forward", place)
            asked = {self.rest.get("open_seats", place)["member_id"]}
            await self.do(self.one_of(asked), self.rng.choice(("team.yes", "team.yes", "team.yes", "team.no")), place)

    async def end(self) -> None:
        goals = self.ids("select id from goals where status in ('agreed', 'ended') order by id")
        if len(goals) > 2 or (goals and self.rng.random() < 0.2):
            ended = self.rest.get("goals", goals[0])["status"] == "ended"
            await self.do(
                self.leads(goals[0]), "goal.reopen" if ended and self.rng.random() < 0.4 else "goal.end", goals[0]
            )

    # Data, knowledge, offers -------------------------------------------------------------------------------------

    async def data(self) -> None:
        title = self.some("themes", "round_id is not null")
        who = self.acting(self.rows().seats)
        await self.do(who, "data.ask" if title and self.rng.random() < 0.6 else "data.start", title or "")
        for item in self.ids("select id from data_items where answer = '' order by id desc limit 2"):
            do = self.rng.choice(("data.answer", "data.answer", "data.decline"))
            await self.do(self.acting([self.rest.get("data_items", item)["seat_id"]]), do, item)
        await self.do(self.somebody(), "data.list")

    async def offer(self) -> None:
        await self.do(self.somebody(), "know.add")
        await self.do(self.acting(self.seats({"COMMUNITY_LIAISON"})), "offer.start")
        await self.do(self.acting(self.seats({"BOARD_LIAISON"})), "board.state")

    # Looking -----------------------------------------------------------------------------------------------------

    async def look_in(self) -> None:
        """At something by its number, mostly by somebody who may."""
        goal = self.some("goals")
        who = self.reads(goal) if goal is not None and self.rng.random() < 0.6 else self.somebody()
        about = goal if goal is not None and self.rng.random() < 0.7 else self.number()
        for do in self.rng.sample(LOOKS, 3):
            await self.do(who, do, about)

    async def look_around_in(self) -> None:
        """Lists, by somebody who speaks for a group or by anybody."""
        who = self.acting(self.seats(SORT)) if self.rng.random() < 0.5 else self.somebody()
        for do in self.rng.sample(LISTS, 3):
            await self.do(who, do)

    def pairs(self, query: str) -> list[tuple[int, int]]:
        with self.engine.connect() as connection:
            return [(one, other) for one, other in connection.exec_driver_sql(query)]
