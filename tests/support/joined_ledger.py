"""What was said in channels that may be joined, and where each word of it may stand under which names: written down
apart from the bot's own code, and as plainly as it can be said."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import count

from sqlalchemy import Connection, text
from support.eyes import TOKEN, Rows
from support.joined_sights import Sight

ON = (
    "select joinings.id, address from joinings join joined_places on joining_id = joinings.id "
    "join places on places.id = place_id where stage = 'on'"
)
MUTED = (
    "select address, joining_id from moderations join accounts on accounts.member_id = moderations.member_id "
    "where until > :now"
)
UNNAMED, STAYS = "unnamed", "stays"
Choice = str | frozenset[str] | None  # UNNAMED, STAYS or names; None: nobody can tell, or they have not said


@dataclass
class State:
    """For whom places are, which are joined and who is muted, as the rows are."""

    rows: Rows
    rostered: set[int]
    joined: dict[frozenset[str], int]
    muted: set[tuple[str, int]]  # an account, and in which joining

    @classmethod
    def read(cls, connection: Connection, now: object) -> State:
        pairs: dict[int, set[str]] = {}
        for id, address in connection.execute(text(ON)):
            pairs.setdefault(id, set()).add(address)
        muted = {(str(address), int(id)) for address, id in connection.execute(text(MUTED), {"now": now})}
        rostered = set(connection.scalars(text("select id from members where on_roster")))
        return cls(Rows.read(connection), rostered, {frozenset(both): id for id, both in pairs.items()}, muted)

    def partner(self, here: str) -> tuple[str, int]:
        """With what it is joined, and by which joining; empty: with nothing."""
        found = [(both, id) for both, id in self.joined.items() if here in both]
        return next(((next(iter(both - {here})), id) for both, id in found), ("", 0))

    def admits(self, account: str, place: str) -> bool:
        member = self.rows.accounts.get(account)
        channel = self.rows.channels.get(place)
        if member not in self.rostered or channel is None:
            return False
        return channel.is_for(self.rows.people[member])

    def carries(self, line: Line, *, has_crossed: bool = False) -> bool:
        """What its author says now, where it was said. The change of what has crossed crosses, too, once the same two
        channels are joined anew."""
        same = self.rows.channels.get(line.here) == self.rows.channels.get(line.there)
        joining = self.joined.get(frozenset((line.here, line.there)), 0)
        on = joining != 0 and (joining == line.joining or has_crossed)
        meant = self.admits(line.account, line.here) and self.admits(line.account, line.there)
        return same and on and meant and (line.account, joining) not in self.muted


@dataclass
class Line:
    """What somebody said in a channel, in all its versions. `there`: with what that was joined then. `typed` with a
    command, it is the bot that says it in both. `unheard`: the bot could not learn, or do, what became of it."""

    account: str
    here: str
    there: str
    joining: int
    typed: bool = False
    words: list[str] = field(default_factory=list)
    deleted: bool = False
    hidden: bool = False
    stopped: bool = False  # no later version crosses
    unheard: bool = False


@dataclass
class Word:
    """`crosses`: it may, as things were when it was written. `waits` for its author to say under which name; `asked`:
    for them to say that it is no student's record. `names`: those that may stand beside it, once it has crossed."""

    line: Line
    crosses: bool
    waits: bool = False
    asked: bool = False
    is_file: bool = False
    names: frozenset[str] | None = None
    mentions: tuple[str, ...] = ()


@dataclass
class Ledger:
    named: dict[str, str]  # by account, the name on the roster
    words: dict[str, Word] = field(default_factory=dict)
    lines: list[Line] = field(default_factory=list)
    choices: dict[str, Choice] = field(default_factory=dict)
    one: dict[str, set[str]] = field(default_factory=dict)  # by account, the others of the same person
    linked: dict[str, set[str]] = field(default_factory=dict)  # the same, of all times
    between_two: dict[str, tuple[str, ...]] = field(default_factory=dict)  # words for nobody else, and their accounts
    copies: dict[tuple[str, str], str] = field(default_factory=dict)  # by place and message, the word that crossed
    numbers: count[int] = field(default_factory=lambda: count(1))
    aliases: dict[str, set[str]] = field(default_factory=dict)  # by account, what else they called themselves ever

    # What people do ------------------------------------------------------------------------------------------------

    def says(self, state: State, account: str, here: str, *, typed: bool = False) -> Line:
        there, joining = state.partner(here)
        self.lines.append(line := Line(account, here, there, joining, typed))
        return line

    def word(self, state: State, line: Line, *, mentions: Iterable[str] = (), asked: bool = False) -> str:
        """For its next version."""
        carries = state.carries(line, has_crossed=self.has_crossed(line))
        new, choice = not line.words, self.choices.get(line.account)
        may = carries and not line.stopped and not (new and choice == STAYS)
        line.stopped = line.stopped or not (may if new else carries)
        token = f"word{next(self.numbers)}x"
        self.words[token] = Word(line, may, choice is None, asked, mentions=tuple(mentions))
        line.words.append(token)
        for file in self.words.values():  # what was held because of what it said before goes with what it says now
            if file.is_file and file.line is line:
                file.asked = asked
        return token

    def file(self, line: Line) -> str:
        token = f"word{next(self.numbers)}x"
        said = self.words[line.words[-1]]
        self.words[token] = Word(line, said.crosses, said.waits, said.asked, is_file=True)
        return token

    def tells(self, one: str, other: str) -> str:
        self.between_two[token := f"word{next(self.numbers)}x"] = (one, other)
        return token

    def chooses(self, account: str, choice: Choice) -> None:
        for one in self.persons(account):
            self.choices[one] = choice
            if isinstance(choice, frozenset):
                self.aliases.setdefault(one, set()).update(choice)
        for word in self.words.values():
            if choice == STAYS and word.line.account in self.persons(account) and word.waits and word.names is None:
                word.crosses, word.line.stopped = False, True

    def links(self, one: str, other: str, is_one: bool) -> None:
        """They are one person from now on, or two: what they said before holds, if they did not say two things."""
        if is_one == (other in self.one.get(one, ())):
            return
        for mine, theirs in ((one, other), (other, one)):
            self.linked.setdefault(mine, set()).add(theirs)
            self.one[mine] = {theirs} if is_one else set()
        said = {self.choices.get(one), self.choices.get(other)} - {None}
        self.choices[one] = self.choices[other] = said.pop() if is_one and len(said) == 1 else None

    def persons(self, account: str) -> set[str]:
        return {account, *self.one.get(account, ())}

    def sends_as_is(self, account: str) -> None:
        for word in self.words.values():
            if word.line.account in self.persons(account):
                word.asked = False

    def has_crossed(self, line: Line) -> bool:
        return any(self.words[token].names is not None for token in line.words)

    # What is seen --------------------------------------------------------------------------------------------------

    def wrong(self, sight: Sight, states: tuple[State, State]) -> str:
        """What nobody may ever see; empty: nothing is."""
        for token in sorted(set(TOKEN.findall(sight.text))):
            if token in self.between_two:
                if sight.reader not in self._both(token):
                    return f"{token} was between two"
                continue
            word = self.words[token]
            if sight.reader:
                if not self._may_read(sight.reader, word, states):
                    return f"{token} is shown to {sight.reader}"
            elif wrong := self._wrong_place(sight, token, word, states):
                return wrong
        return ""

    def _both(self, token: str) -> set[str]:
        return {one for each in self.between_two[token] for one in self._ever(each)}

    def _ever(self, account: str) -> set[str]:
        return {account, *self.linked.get(account, ())}

    def _may_read(self, reader: str, word: Word, states: tuple[State, State]) -> bool:
        line = word.line
        places = [line.here] if word.names is None else [line.here, line.there]
        there = any(state.admits(reader, place) for state in states for place in places)
        return reader in self._ever(line.account) or there

    def _wrong_place(self, sight: Sight, token: str, word: Word, states: tuple[State, State]) -> str:
        line = word.line
        if sight.place == line.here and not line.typed:
            return ""
        if sight.place not in (line.here, line.there):
            return f"{token} stands in {sight.place}"
        self.copies[sight.place, sight.id] = token
        if word.names is not None:
            return ""
        carried = [state.carries(line, has_crossed=self.has_crossed(line)) for state in states]
        if not word.crosses or word.asked or not any(carried):
            return f"{token} has crossed to {sight.place}: {word}, {carried}"
        before = [self.words[one].names or frozenset() for one in line.words]  # a copy keeps what it crossed with
        word.names = frozenset().union(*before, *map(self.names_of, (line.account, *word.mentions)))
        return ""

    def stale(self, sight: Sight) -> str:
        """What must go, if it is not gone yet."""
        if sight.reader:
            return ""
        for token in sorted(set(TOKEN.findall(sight.text)) - self.between_two.keys()):
            word, line = self.words[token], self.words[token].line
            old = not word.is_file and token != line.words[-1]
            hidden = line.hidden and (line.typed or sight.place != line.here)
            if (old or line.deleted or hidden) and not line.unheard:
                return f"{token} still stands"
        token = self.copies.get((sight.place, sight.id), "")
        if token and (extra := self._shown(sight.text) - (self.words[token].names or set())):
            return f"{token} names {extra}"
        return ""

    def names_of(self, account: str) -> frozenset[str]:
        choice = self.choices.get(account)
        if isinstance(choice, frozenset):
            return choice
        if choice in (UNNAMED, STAYS) or account not in self.linked:
            return frozenset()
        return frozenset().union(*({self.named[one], *self.aliases.get(one, ())} for one in self._ever(account)))

    def _shown(self, text: str) -> set[str]:
        every = {*self.named.values()}.union(*self.aliases.values())
        return {name for name in every if name in text}
