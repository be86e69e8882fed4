"""Whatever people write, approve, stop and choose, at whatever hour: nobody is told twice, nobody outside is told, and
nothing goes without the approval that it needs."""

from __future__ import annotations

import asyncio
import shutil
import tempfile
from collections.abc import Coroutine
from pathlib import Path
from typing import Any, TypeVar

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule
from support import databases
from support.cores import core
from support.corner import Corner, corner
from support.districts import pretend

from bot.boundary import Account, Form
from bot.people.model import Role

T = TypeVar("T")
ABOVE = 10  # people who may be told without approval
SENDERS = {  # the groups that each may tell by their seat, and the building of that
    "Dana Lee": ({"cvea"}, ""),
    "Samuel Okafor": ({"cvea", "administration"}, ""),
    "Marcus Tilley": ({"pta"}, ""),
    "Rosa Delgado": ({"pta"}, "lincoln"),
}
OTHERS = ("Maria Rivera", "Luz Paredes", "Elena Ortiz", "Patricia Nowak", "Hannah Whitaker", "Owen Lindqvist")
APPROVERS = (*SENDERS, *OTHERS)
GROUPS = {one.name: one.key for one in pretend().district.groups}
BUILDINGS = {one.name: one.key for one in pretend().district.buildings}
MEMBERS = {one.key: one for one in pretend().members}
KEYS = {one.name: one.key for one in pretend().members}
EVERYWHERE = "In any building"
REPS = "Building reps"

senders, names = st.sampled_from([*SENDERS]), st.sampled_from(APPROVERS)
groups = st.sets(st.sampled_from([*GROUPS]), min_size=1, max_size=3)
left_out = st.sampled_from(["", "", REPS, *GROUPS])
buildings = st.sampled_from([EVERYWHERE, EVERYWHERE, "Lincoln Elementary", "Cedar Valley High School"])


class Telling(RuleBasedStateMachine):
    """At the core, with the pretend district."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.mkdtemp(prefix="telling-")
        self.runner = asyncio.Runner()
        self.on = databases.on("sqlite")
        self.on.__enter__()
        self.manager = core(Path(self.folder))
        self.bot = self.runner.run(self.manager.__aenter__())
        self.sent: list[tuple[str, frozenset[str], str, str]] = []  # by whom, to which groups, where, without whom

    def teardown(self) -> None:
        self.runner.run(self.bot.later(hours=40))
        self.compare()
        self.runner.run(self.manager.__aexit__(None, None, None))
        self.runner.close()
        self.on.__exit__(None, None, None)
        shutil.rmtree(self.folder)

    @initialize()
    def few_may_be_told_by_one(self) -> None:
        databases.change(self.bot.settings.database_url, f"update districts set approval_above = {ABOVE}")

    # What people do --------------------------------------------------------------------------------------------

    @rule(who=senders, to=groups, where=buildings, without=left_out, urgent=st.booleans(), approved=st.booleans())
    def writes(self, who: str, to: set[str], where: str, without: str, urgent: bool, approved: bool) -> None:
        sender = self.sits(who)
        form = self.do(sender.types("broadcast"))
        assert isinstance(form, Form)
        offered = {field.name: field.choices for field in form.fields if hasattr(field, "choices")}
        people = tuple(one.value for one in offered["people"] if one.label in to)
        there = tuple(one.value for one in offered["buildings"] if one.label == where)
        fields = {"title": ("T",), "text": ("Said.",), "people": people, "buildings": there, "asks": ("yes",)}
        self.do(sender.sends("broadcast.write", "", fields))
        if without and "[Who else, who not]" in sender.sees():
            form = self.do(sender.clicks("Who else, who not"))
            assert isinstance(form, Form)
            values = tuple(one.value for one in offered["people"] if one.label == without)
            self.do(sender.sends(form.name, form.about, {"not": values}))
        else:
            without = ""
        if urgent and "[Make it urgent]" in sender.sees():
            self.do(sender.clicks("Make it urgent"))
        label = next((one for one in ("Send it", "Send to approver") if f"[{one}]" in sender.sees()), "")
        if label:
            self.do(sender.clicks(label))
        if len(self.rows("select id from broadcasts")) > len(self.sent):
            left = GROUPS.get(without, without)
            self.sent.append((who, frozenset(GROUPS[one] for one in to), BUILDINGS.get(where, ""), left))
            if approved:
                self.all_approve(len(self.sent))

    @rule(who=names, number=st.integers(1, 4))
    def approves(self, who: str, number: int) -> None:
        for (version,) in self.rows(f"select version from broadcasts where id = {number}"):
            self.do(self.sits(who).presses("broadcast.approve", f"{number}:{version}"))

    def all_approve(self, number: int) -> None:
        for who in APPROVERS:
            self.approves(who, number)

    @rule(who=names, number=st.integers(1, 4), do=st.sampled_from(["pause", "resume", "stop", "withdraw", "retract"]))
    def interferes(self, who: str, number: int, do: str) -> None:
        person = self.sits(who)
        if do == "retract":
            self.do(person.sends("broadcast.retract", str(number), {"reason": ("",)}))
        else:
            self.do(person.presses(f"broadcast.{do}", str(number)))

    @rule(who=st.sampled_from(sorted(KEYS)), where=st.sampled_from(["home", "discord", ""]))
    def chooses(self, who: str, where: str) -> None:
        member = MEMBERS[KEYS[who]]
        if account := next(iter(pretend().accounts(member)), None):
            person = Corner(self.bot, Account.parse(account))
            self.do(person.presses("messages.where", where))

    @rule(hours=st.sampled_from([0.02, 0.2, 1, 5, 14]))
    def time_passes(self, hours: float) -> None:
        self.runner.run(self.bot.later(hours=hours))
        self.compare()

    # What should come of it ------------------------------------------------------------------------------------

    def compare(self) -> None:
        for id, (who, to, where, without) in enumerate(self.sent, 1):
            told = self.told(id)
            assert len(told) == len(set(told)), "nobody is told twice"
            meant = self.meant(to, where, without)
            assert set(told) <= meant, "nobody outside is told"
            needs, given = self.needs(who, meant), self.approved(id)
            if told or self.rows(f"select 1 from deliveries where card = 'broadcast' and subject = {id}"):
                assert needs <= given, (needs, given)
            assert KEYS[who] not in {key for (key,) in self.approvers(id)}, "nobody approves their own"
        self.posts_are_inside()
        self.nobody_is_woken()

    def told(self, id: int) -> list[str]:
        lines = "select m.key from notices n join members m on m.id = n.member_id"
        lines = f"{lines} where n.name = 'broadcast' and n.subject = {id}"
        alone = f"select key from broadcast_directs join members m on m.id = member_id where broadcast_id = {id}"
        return [str(key) for query in (lines, alone) for (key,) in self.rows(query)]

    def meant(self, to: frozenset[str], where: str, without: str) -> set[str]:
        reps = {one.holder for one in pretend().seats if one.role is Role.BUILDING_REP}
        left = reps if without == REPS else {key for key, one in MEMBERS.items() if one.group == without}
        return {key for key, one in MEMBERS.items() if one.group in to and where in ("", one.building)} - left

    def needs(self, who: str, keys: set[str]) -> set[str]:
        """The groups of which somebody has to approve it."""
        theirs, building = SENDERS[who]
        meant = [MEMBERS[key] for key in keys]
        needed = {one.group for one in meant} - theirs
        beyond = building and any(one.building != building for one in meant)
        return needed | ({MEMBERS[KEYS[who]].group} if beyond or len(meant) > ABOVE else set())

    def approved(self, id: int) -> set[str]:
        query = "select g.key from broadcast_approvals a join groups g on g.id = a.group_id"
        return {str(key) for (key,) in self.rows(f"{query} where broadcast_id = {id} and a.member_id is not null")}

    def approvers(self, id: int) -> list[tuple[str]]:
        query = "select m.key from broadcast_approvals a join members m on m.id = a.member_id"
        return [(str(key),) for (key,) in self.rows(f"{query} where broadcast_id = {id}")]

    def posts_are_inside(self) -> None:
        query = "select d.subject, p.name from deliveries d join places p on p.address = d.address"
        places = {(one.platform, one.name): one for one in pretend().places}
        for id, name in self.rows(f"{query} where d.card = 'broadcast'"):
            place = next(one for (_, called), one in places.items() if called == name)
            _, to, where, without = self.sent[int(str(id)) - 1]
            assert without != REPS, "they may be there"
            assert place.groups, "never where everybody is"
            assert set(place.groups) <= to - {without}
            assert not where or set(place.buildings) <= {where} != set()

    def nobody_is_woken(self) -> None:
        """One message of the day, and one that is urgent."""
        for table in ("roundups", "broadcast_directs"):
            twice = self.rows(f"select member_id from {table} group by member_id, day having count(*) > 1")
            assert not twice

    def rows(self, query: str) -> list[tuple[object, ...]]:
        return [tuple(row) for row in databases.rows(self.bot.settings.database_url, query)]

    def sits(self, name: str) -> Corner:
        return corner(self.bot, name, "discord" if name == "Marcus Tilley" else "slack")

    def do(self, act: Coroutine[Any, Any, T]) -> T:
        return self.runner.run(act)


TestTelling = Telling.TestCase
TestTelling.settings = settings(max_examples=10, stateful_step_count=20, print_blob=True)
