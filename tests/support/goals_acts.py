"""What people do with concerns, in rounds and for goals, each act by somebody whose it is, mostly."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta

from support.corner import Corner
from support.goals_eyes import APPOINT, LEAD, SORT
from support.goals_walk import Act, Pace

from bot.boundary import Button

SAYS = ("agree", "agree", "agree", "agree", "agree", "live", "concern", "block", "more time")
LOOKS = (
    *("goal.show", "goal.record", "goal.record-file", "goal.numbers", "goal.take-numbers", "team.show", "offer.list"),
    *("commitment.list", "cycle.show", "commitment.show", "step.show", "theme.open", "concern.call-show"),
)
LISTS = ("goal.list", "data.list", "round.results", "round.show", "theme.list", "theme.sort", "concern.read")
LISTS += ("concern.start", "know.list", "board.read", "round.rate", "home")


@dataclass
class Acts(Pace):
    steps: int = 0

    async def step(self) -> None:
        """Every other one leads something on: from what gets in the way to a goal and its end, or through a round; the
        others are random acts."""
        self.bot.clock.move_to(self.bot.clock.now() + timedelta(minutes=self.rng.uniform(1, 30)))
        course = self.course()
        acts: dict[Act, int] = {
            **dict.fromkeys((self.speak, self.look_in, self.look_around_in), 6),
            **dict.fromkeys((self.answer, self.work, self.lead, self.help_out, self.offer, self.data, self.team), 3),
            **dict.fromkeys((self.rule, self.vote, self.take_back, self.call, self.write_on, self.send_forged), 2),
            **dict.fromkeys((self.send_what_lay_open, self.go_home, self.wait, self.name_chairs), 2),
            **dict.fromkeys((self.seat, self.deputy, self.move, self.regroup, self.rehome, self.redeclare), 1),
            self.press: 14,
            self.forge: 8,
        }
        (act,) = self.rng.choices([*acts], [*acts.values()])
        if self.steps % 2 == 0:
            act = course[self.steps // 2 % len(course)]
        self.steps += 1
        self.seen[act.__name__] = self.seen.get(act.__name__, 0) + 1
        await act()

    def course(self) -> tuple[Act, ...]:
        goal = (self.speak, self.speak, self.start, self.answer, self.answer, self.work, self.work, self.team)
        goal += (self.help_out, self.work, self.team, self.help_out, self.answer, self.work, self.lead, self.end)
        round_ = (self.speak, self.speak, self.sort, self.sort, self.open_parts, self.name_chairs, self.show_lists)
        round_ += (self.begin, self.rate, self.end_round, self.scope, self.start_of_title, self.write_on, self.write_on)
        return (*goal, *round_, self.answer, self.answer, self.vote, self.data, self.data, self.work, self.end)

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

    # Concerns ----------------------------------------------------------------------------------------------------

    async def speak(self) -> None:
        """One at Lincoln, and one anywhere."""
        rows = self.rows()
        here = {rows.people[who].building for _, who in [rows.seats[one] for one in self.seats({"BUILDING_REP"})] if who}
        building = self.rng.choice(sorted(one for one in here if one)[:2] or [None])
        await self.do(self.one_of({one.id for one in rows.people.values() if one.building == building}), "concern.write-at-once")
        await self.do(self.somebody(), "concern.write-at-once")

    async def call(self) -> None:
        who = self.acting(self.seats({"BUILDING_REP", "PTA_LIAISON"}))
        await self.do(who, "concern.call")
        await self.sends(who, "concern.call-post")

    async def take_back(self) -> None:
        """Something: a concern, a goal, an offer, what was counted."""
        if (one := self.some("concerns", "not taken_back")) is not None:
            author = {self.book.authors.get(one)}
            do = self.rng.choice(("concern.take-back-now", "concern.take-back", "concern.take-out"))
            await self.do(self.one_of(author), do, one)
        if self.rng.random() < 0.3 and (goal := self.some("goals", "status in ('draft', 'proposed')")) is not None:
            await self.do(self.leads(goal), "goal.take-back-now", goal)
            await self.do(self.leads(goal), "goal.again", goal)

    async def read_and_act(self, concern: int, do: str) -> None:
        one = self.rest.get("concerns", concern)
        who = self.acting(self.rest.seats(SORT, one["group_id"], one["building_id"]))
        await self.do(who, "concern.read")
        await self.do(who, do, concern)

    async def start(self) -> None:
        """A goal of a concern, or of a line; now and then one is reported, or taken off the list."""
        if (one := self.some("concerns", "not taken_back and hidden = '' and building_id is not null")) is not None:
            await self.read_and_act(one, self.rng.choice(("goal.start", "goal.start", "goal.start", "concern.hide", "concern.report")))
        if self.rng.random() < 0.3:
            await self.do(self.acting(self.seats({"BUILDING_REP", "PTA_LIAISON"})), "goal.start-line")

    # Rounds ------------------------------------------------------------------------------------------------------

    async def sort(self) -> None:
        for one in self.ids("select id from concerns where not taken_back and hidden = '' order by id desc limit 4"):
            own = self.rest.get("concerns", one)["group_id"]
            title = self.some("themes", f"group_id = {own} and round_id is null")
            new = title is None or self.rng.random() < 0.4
            who = self.acting(self.rest.seats(SORT, own))
            await self.do(who, "theme.title" if new else "theme.put", f"{one}:{'new' if new else title}")

    async def open_parts(self) -> None:
        for group in sorted(self.rest.tables["groups"]):
            await self.do(self.leader(group), "round.open")

    async def name_chairs(self) -> None:
        parts = self.ids("select group_id from round_parts where chair_id is null and round_id = (select max(id) from rounds)")
        for group in parts[:2] if self.rng.random() < 0.6 else ():
            await self.do(self.leader(group), "round.chair", self.newest_round())
        for seat in self.ids("select chair_id from round_parts where chair_id is not null and not chairs"):
            await self.do(self.acting([seat]), "round.chair-yes")

    def newest_round(self) -> int:
        return max(self.rest.tables["rounds"], default=1)

    async def show_lists(self) -> None:
        for group in sorted(self.rest.open_groups(self.newest_round())):
            await self.do(self.leader(group), "round.ready", self.newest_round())

    async def begin(self) -> None:
        if self.rng.random() < 0.4:
            await self.do(self.leader(), "theme.join", self.newest_round())
            await self.do(self.leader(), "round.show")
            await self.do(self.leader(), "round.pause")
        ready = sorted(self.rest.open_groups(self.newest_round()))
        for group in ready:
            await self.do(self.leader(group), "round.begin", self.newest_round())

    async def rate(self) -> None:
        titles = self.ids(f"select id from themes where round_id = {self.newest_round()} order by id")[:2]
        groups = self.rest.open_groups(self.newest_round())
        for _ in range(20 if titles else 0):
            who = self.one_of({one.id for one in self.rows().people.values() if one.group in groups})
            for title in titles:
                await self.do(who, "round.say", f"{title}:{self.rng.choice(('now', 'not now'))}")

    async def end_round(self) -> None:
        if self.ids("select id from rounds where phase = 'rating'"):
            await self.bot.later(days=9)
            self.changed()
        await self.do(self.leader(), "round.results")

    def leading(self) -> Iterable[int]:
        """Co-chairs, or leaders of groups."""
        chairs = self.ids(f"select chair_id from round_parts where chairs and round_id = {self.newest_round()}")
        return chairs if len(chairs) > 1 else self.seats(LEAD, whole=True)

    async def scope(self) -> None:
        for title in self.ids(f"select id from themes where round_id = {self.newest_round()} order by id")[:3]:
            await self.do(self.acting(self.leading()), "theme.scope", title)
            await self.do(self.acting(self.seats({"SUPERINTENDENT", "BOARD_LIAISON"})), "theme.reply", title)

    async def start_of_title(self) -> None:
        if (title := self.some("themes", "scope = 'shared'")) is not None:
            await self.do(self.acting(self.leading()), "goal.start-theme", title)

    async def write_on(self) -> None:
        """The forms of a goal that two write, what the groups bring, and sending it."""
        if (goal := self.some("goals", "co_seat_id is not null and status in ('draft', 'proposed')")) is None:
            return
        for seat in sorted(self.rest.positions.get(goal, ()))[:3]:
            await self.do(self.acting([seat]), "canvas.bring", goal)
        who = self.leads(goal)
        for form in ("what", "how", "step"):
            await self.do(who, "goal.show", goal)
            offered = [one for one in self.buttons(who.answer) if one.do == "canvas.write" and f":{form}:" in one.about]
            for one in offered[:1]:
                await self.presses(who, one)
        await self.do(who, "canvas.send", goal)

    # Saying yes --------------------------------------------------------------------------------------------------

    async def answer(self) -> None:
        """Each seat that is asked; or its group, in its own place."""
        if (goal := self.some("goals", "status = 'proposed'")) is None:
            return
        version = self.rest.get("goals", goal)["version"]
        waits = f"goal_id = {goal} and (answer is null or answer not in ('agree', 'live'))"
        for seat in self.ids(f"select seat_id from goal_positions where place_id is null and {waits}"):
            await self.do(self.acting([seat]), "goal.answer", f"{goal}:{version}:{self.rng.choice(SAYS)}")
        if self.ids(f"select seat_id from goal_positions where place_id is not null and {waits}"):
            await self.vote()
        if self.rng.random() < 0.2:
            await self.do(self.leads(goal), self.rng.choice(("goal.change", "goal.offer-times")), goal)

    async def rule(self) -> None:
        do = self.rng.choice(("goal.rule-place", "goal.rule-place", "goal.rule-change", "goal.rule"))
        await self.do(self.leader(), do)

    async def vote(self) -> None:
        await self.bot.later(minutes=1)
        self.changed()
        for poll in self.ids("select id from polls where status = 'OPEN' and kind = 'consent'")[-2:]:
            options = self.ids(f"select id from poll_options where poll_id = {poll} order by id")
            asked = f"select address from poll_places join places on places.id = place_id where poll_id = {poll}"
            channels = [self.rows().channels[str(address)] for address in self.column(asked)]
            members = {one.id for one in self.rows().people.values() if any(at.is_for(one) for at in channels)}
            for _ in range(8):
                option = self.rng.choice(options if self.rng.random() < 0.3 else options[:1])
                await self.presses(self.one_of(members), Button("vote", "poll.vote", f"{poll}:{option}"))
        for goal, seat in self.pairs("select goal_id, seat_id from goal_positions where answer in ('concern', 'block')"):
            if self.rng.random() < 0.3:
                await self.do(self.acting([seat]), "goal.share-reason", goal)

    # Working on it -----------------------------------------------------------------------------------------------

    async def work(self) -> None:
        """A small test of an agreed goal, its steps and their lines, numbers, help, and thanks."""
        if (goal := self.some("goals", "status = 'agreed'")) is None:
            return
        do = self.rng.choice(("goal.word", "goal.tell", "goal.target", "goal.number", "goal.table"))
        await self.do(self.leads(goal), do, goal)
        await self.do(self.of_team(goal), "cycle.plan", goal)
        for cycle in self.ids(f"select max(id) from cycles where goal_id = {goal}"):
            await self.do(self.of_team(goal), self.rng.choice(("step.add", "step.add", "cycle.end", "cycle.show")), cycle)
            await self.do(self.reads(goal), "cycle.show", cycle)
        for step in self.ids("select id from actions where source = 'goals.cycles' order by id desc limit 3"):
            who = self.acting([self.rest.get("actions", step)["seat_id"]])
            for name in self.rng.sample(("accept", "accept", "stuck", "on-the-way", "done", "decline"), 2):
                await self.do(who, f"action.{name}", step)
            await self.do(who, self.rng.choice(("step.line", "step.line", "step.help", "step.ask-whom", "step.show")), step)

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
            await self.do(self.leads(goals[0]), "goal.reopen" if ended and self.rng.random() < 0.4 else "goal.end", goals[0])

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
