"""What people do with concerns, in rounds and to agree on goals, and in which order; each act by somebody whose it is,
mostly."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from support.goals_eyes import SORT
from support.goals_walk import Act
from support.goals_work import Work

from bot.boundary import Button

SAYS = ("agree", "agree", "agree", "agree", "agree", "live", "concern", "block", "more time")


@dataclass
class Acts(Work):
    steps: int = 0

    async def step(self) -> None:
        """Two of three lead something on: from what gets in the way to a goal and its end, or through a round; the
        others are random acts."""
        self.bot.clock.move_to(self.bot.clock.now() + timedelta(minutes=self.rng.uniform(1, 30)))
        course = self.course()
        acts: dict[Act, int] = {
            **dict.fromkeys((self.speak, self.look_in, self.look_around_in), 6),
            **dict.fromkeys((self.answer, self.work, self.lead, self.help_out, self.offer, self.data, self.team), 3),
            **dict.fromkeys((self.rule, self.vote, self.take_back, self.call, self.write_on, self.send_forged), 2),
            **dict.fromkeys((self.send_what_lay_open, self.go_home, self.wait, self.name_chairs), 2),
            **dict.fromkeys((self.seat, self.deputy, self.move, self.regroup, self.rehome), 2),
            self.redeclare: 5,
            self.press: 14,
            self.forge: 8,
        }
        (act,) = self.rng.choices([*acts], [*acts.values()])
        if self.steps % 3:
            act = course[(self.steps // 3 * 2 + self.steps % 3 - 1) % len(course)]
        self.steps += 1
        self.seen[act.__name__] = self.seen.get(act.__name__, 0) + 1
        await act()

    def course(self) -> tuple[Act, ...]:
        goal = (self.speak, self.rule, self.start, self.answer, self.vote, self.answer, self.work, self.team, self.work)
        round_ = (self.sort, self.open_parts, self.name_chairs, self.show_lists, self.begin, self.rate, self.end_round)
        written = (self.scope, self.start_of_title, self.write_on, self.write_on, self.answer, self.answer, self.answer)
        after = (self.vote, self.help_out, self.data, self.team, self.work, self.lead, self.help_out, self.end)
        return (*goal, self.speak, *round_, *goal, *written, *after)

    # Concerns ----------------------------------------------------------------------------------------------------

    async def speak(self) -> None:
        """One at Lincoln, and one anywhere."""
        rows = self.rows()
        here = {
            rows.people[who].building for _, who in [rows.seats[one] for one in self.seats({"BUILDING_REP"})] if who
        }
        building = self.rng.choice(sorted(one for one in here if one)[:2] or [None])
        await self.do(
            self.one_of({one.id for one in rows.people.values() if one.building == building}), "concern.write-at-once"
        )
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

    async def start(self) -> None:
        """A goal of a concern by its building's rep or liaison, or of a line; now and then one is reported, or taken
        off the list."""
        reps = [self.rest.get("seats", seat) for seat in self.seats({"BUILDING_REP", "PTA_LIAISON"})]
        there = " or ".join(
            f"(group_id = {one['group_id']} and building_id = {one['building_id'] or 0})" for one in reps
        )
        for _ in range(2):
            if (
                one := self.some("concerns", f"not taken_back and hidden = '' and goal_id is null and ({there})")
            ) is None:
                return
            concern = self.rest.get("concerns", one)
            begin = self.rng.random() < 0.8
            roles = {"BUILDING_REP", "PTA_LIAISON"} if begin else SORT
            here = self.rest.seats(roles, concern["group_id"], concern["building_id"])
            if begin:
                here = {seat for seat in here if self.rest.get("seats", seat)["building_id"]}
            who = self.acting(here)
            await self.do(who, "concern.read")
            await self.do(who, "goal.start" if begin else self.rng.choice(("concern.hide", "concern.report")), one)
        if self.rng.random() < 0.2:
            await self.do(self.acting(self.seats({"BUILDING_REP", "PTA_LIAISON"})), "goal.start-line")

    # Rounds ------------------------------------------------------------------------------------------------------

    async def sort(self) -> None:
        for one in self.ids("select id from concerns where not taken_back and hidden = '' order by id desc limit 7"):
            own = self.rest.get("concerns", one)["group_id"]
            title = self.some("themes", f"group_id = {own} and round_id is null")
            new = title is None or self.rng.random() < 0.4
            who = self.acting(self.rest.seats(SORT, own))
            await self.do(who, "theme.title" if new else "theme.put", f"{one}:{'new' if new else title}")

    async def open_parts(self) -> None:
        for group in sorted(self.rest.tables["groups"]):
            await self.do(self.leader(group), "round.open")

    async def name_chairs(self) -> None:
        parts = self.ids(
            "select group_id from round_parts where chair_id is null and round_id = (select max(id) from rounds)"
        )
        for group in parts[:2] if self.rng.random() < 0.8 else ():
            await self.do(self.leader(group), "round.chair", self.newest_round())
        for seat in self.ids("select chair_id from round_parts where chair_id is not null and not chairs"):
            await self.do(self.acting([seat]), "round.chair-yes")

    def newest_round(self) -> int:
        return max(self.rest.tables["rounds"], default=1)

    async def show_lists(self) -> None:
        for group in 2 * sorted(self.rest.open_groups(self.newest_round())):
            await self.do(self.leader(group), "round.ready", self.newest_round())

    async def begin(self) -> None:
        """Groups whose lists are not there pause, mostly; now and then two titles become one before."""
        here = self.newest_round()
        if self.rng.random() < 0.4:
            await self.do(self.leader(), "theme.join", here)
            await self.do(self.leader(), "round.show")
        for group in self.ids(f"select group_id from round_parts where not ready and not paused and round_id = {here}"):
            await self.do(self.leader(group), "round.pause")
        for group in sorted(self.rest.open_groups(here)):
            await self.do(self.leader(group), "round.begin", here)

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

    def leading(self) -> list[int]:
        """Co-chairs, or who opened a part."""
        there = f"not paused and round_id = {self.newest_round()}"
        chairs = self.ids(f"select chair_id from round_parts where chairs and {there}")
        return chairs if len(chairs) > 1 else self.ids(f"select seat_id from round_parts where {there}")

    async def scope(self) -> None:
        for title in self.ids(f"select id from themes where round_id = {self.newest_round()} order by id")[:3]:
            await self.do(self.acting(self.leading()), "theme.scope", title)
            await self.do(self.acting(self.seats({"SUPERINTENDENT", "BOARD_LIAISON"})), "theme.reply", title)

    async def start_of_title(self) -> None:
        for title in self.ids("select id from themes where scope = 'shared' order by id desc limit 2"):
            await self.do(self.acting(self.leading()), "goal.start-theme", title)

    async def write_on(self) -> None:
        """The forms of a goal that two write, what the groups bring, and sending it."""
        if (goal := self.some("goals", "co_seat_id is not null and status in ('draft', 'proposed')")) is None:
            return
        for seat in sorted(self.rest.positions.get(goal, ()))[:3]:
            await self.do(self.acting([seat]), "canvas.bring", goal)
        for form in ("what", "how", "step"):
            who = self.leads(goal)
            await self.do(who, "goal.show", goal)
            offered = [one for one in self.buttons(who.answer) if one.do == "canvas.write"]
            for one in [one for one in offered if form in one.about.split(":")][:1]:
                await self.presses(who, one)
        await self.do(self.leads(goal), "canvas.send", goal)

    # Saying yes --------------------------------------------------------------------------------------------------

    async def answer(self) -> None:
        """Each seat that is asked; or its group, in its own place."""
        for goal in self.ids("select id from goals where status = 'proposed' order by id desc limit 3"):
            await self.answers(goal)

    async def answers(self, goal: int) -> None:
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
        for goal, seat in self.pairs(
            "select goal_id, seat_id from goal_positions where answer in ('concern', 'block')"
        ):
            if self.rng.random() < 0.3:
                await self.do(self.acting([seat]), "goal.share-reason", goal)
