"""What must be so of two joined channels once all that people did there has crossed."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field

from support.square import EMOJI, PLACES, WORDS, Line, Square, number

from bot.bridge.joined import failures
from playground.person import SeenMessage

FILE = re.compile(r"sent along file-(\d+)\.txt")
_FAILED = (
    "SELECT words, reason FROM carried JOIN deliveries ON carried.id = subject "
    "WHERE card = 'bridge.message' AND state = 'FAILED'"
)
_HELD = (
    "SELECT words FROM carried JOIN deliveries ON carried.id = subject "
    "WHERE card = 'bridge.message' AND state = 'HELD' AND NOT removed"
)


@dataclass
class Truth:
    """`ruled`: the numbers of messages that were held and posted once somebody had looked, so out of turn."""

    square: Square
    ruled: set[int] = field(default_factory=set)

    def held(self) -> set[int]:
        """By their numbers: it may stand there or not, and nobody can tell."""
        return {int(n) for (words,) in self.square.bots[0].rows(_HELD) for n, _ in WORDS.findall(str(words))}

    def doubtful(self) -> set[int]:
        """What is held, and what cannot stand anywhere before that does."""
        held = self.held()
        return held | {line.number for line in self.square.lines if line.parent in held}

    def missing(self) -> set[int]:
        """Those of which nothing stands in the other channel."""
        lost, found = self._lost(), set[int]()
        for platform in PLACES:
            copies = [one for one, _ in self.square.all(platform) if not self.square.is_somebodys(one)]
            found |= {number(one) for one in copies}
        return {line.number for line in self.square.lines if not line.deleted} - found - lost

    def failed(self) -> int:
        return len([words for words, _ in self.square.bots[0].rows(_FAILED) if words])

    def wrong(self) -> list[str]:
        return [one for here, there in (("slack", "discord"), ("discord", "slack")) for one in self._wrong(here, there)]

    def _wrong(self, here: str, there: str) -> Iterator[str]:
        theirs = {line.number: line for line in self.square.lines if line.platform == here}
        copies = [(one, above) for one, above in self.square.all(there) if not self.square.is_somebodys(one)]
        shown = [(int(n), int(v), above) for one, above in copies for n, v in WORDS.findall(one.text)]
        lost = self._lost()
        stand = [line for line in theirs.values() if not line.deleted and line.number not in lost]
        wanted = sorted((line.number, line.version) for line in stand)
        if (found := sorted((n, v) for n, v, _ in shown)) != wanted:
            missing, more = Counter(wanted) - Counter(found), Counter(found) - Counter(wanted)
            yield f"from {here}: {[*missing]} missing, {[*more]} too much"
        for n, _, above in shown:
            line = theirs.get(n)
            if line and above != (line.parent or None) and not (above == 0 and line.parent):
                yield f"{n} from {here} is below {above}, not {line.parent}"
        yield from self._out_of_order(here, shown, theirs)
        files = Counter((int(n), len(one.files)) for one, _ in copies for n in FILE.findall(one.text))
        if files != (sent := Counter((line.number, 1) for line in stand if line.file)):
            yield f"from {here}: files {[*(sent - files)]} missing, {[*(files - sent)]} too much"
        yield from self._miscounted(here, there, [one for one in stand if not one.parent], copies)

    def _miscounted(
        self, here: str, there: str, lines: Sequence[Line], copies: Sequence[tuple[SeenMessage, int | None]]
    ) -> Iterator[str]:
        """On the copy those of the message, and below the message those of its copy."""
        texts = {number(one): one.text for one, _ in copies}
        below = defaultdict[int, str](str)  # files are there, too, below what they answer
        for one, above in self.square.all(here):
            if above and not WORDS.search(one.text) and not FILE.search(one.text):
                below[above] += one.text
        for line in lines:
            for side, text in ((here, texts.get(line.number, "")), (there, below[line.number])):
                many = {emoji: len(line.put.get((side, emoji), ())) for emoji in EMOJI}
                found = {emoji: sum(map(int, re.findall(f"{emoji} (\\d+)", text))) for emoji in EMOJI}
                if found != many:
                    yield f"{line.number} from {here}: {found} in {side}, not {many}"

    def below_what_is_gone(self) -> set[int]:
        """What could not be said there, because somebody had deleted what it answers: its author is told so."""
        gone = {line.number for line in self.square.lines if line.deleted}
        rows = [words for words, reason in self.square.bots[0].rows(_FAILED) if reason in failures.NOTHING_ABOVE]
        failed = {int(n) for words in rows for n, _ in WORDS.findall(str(words))}
        return {line.number for line in self.square.lines if line.number in failed and line.parent in gone}

    def _lost(self) -> set[int]:
        return self.below_what_is_gone() | self.below_what_nobody_heard() | self._below_what_was_gone_already()

    def _below_what_was_gone_already(self) -> set[int]:
        """What answers something of which the bot heard that it was deleted before it heard that it was said: it never
        began to cross, and what is below it stays."""
        rows = self.square.bots[0].rows("SELECT message FROM carried WHERE deleted AND member_id IS NULL")
        stays, gone = {message for (message,) in rows}, {line.number for line in self.square.lines if line.deleted}
        below = [line for line in self.square.lines if line.parent in gone and not line.deleted]
        return {line.number for line in below if self.square.standing(line).id in stays}

    def below_what_nobody_heard(self) -> set[int]:
        """What answers, on Discord, something that was written and deleted while the bot was away: of such a thread
        nobody tells the bot."""
        rows = self.square.bots[0].rows("SELECT under FROM threads WHERE under IS NOT NULL")
        known = {str(under).rpartition("/")[2] for (under,) in rows}
        standing = {message.id for message in self.square.people["discord"][0].messages(PLACES["discord"])}
        threads = [
            channel.id
            for channel in [*self.square.discord._state.channels.values()]
            if channel.thread and channel.thread.parent.id == PLACES["discord"]
        ]
        unknown = [one for one in threads if one not in known and one not in standing]
        return {number(below) for thread in unknown for below in self.square.discord.messages(thread)}

    def _out_of_order(
        self, here: str, shown: Sequence[tuple[int, int, int | None]], theirs: dict[int, Line]
    ) -> Iterator[str]:
        """Of each author, in each thread."""
        in_turn = {n for n, line in theirs.items() if line.heard} - self.ruled
        heard = [(n, theirs[n].parent) for n, _, _ in shown if n in in_turn]
        for author in self.square.people[here]:
            for thread in {thread for _, thread in heard}:
                told = [n for n, at in heard if at == thread and theirs[n].author.id == author.id]
                if told != sorted(told):
                    yield f"from {here} out of order: {told}"

    def elsewhere(self) -> list[str]:
        """All that anybody wrote there and that stands anywhere else, but with its author, who is told in time of what
        may have arrived or not."""
        at = list[tuple[str, Collection[str]]]()
        for conversation in self.square.slack.workspace.conversations.values():
            if conversation.id != PLACES["slack"]:
                whose = conversation.members if conversation.kind == "im" else ()
                at += [(self.square.slack.eye.message(one).text, whose) for one in conversation.messages.values()]
        for channel in self.square.discord._state.channels.values():
            place = channel.thread.parent.id if channel.thread else channel.id
            if place != PLACES["discord"]:
                whose = [channel.dm_with.id] if channel.dm_with else []
                at += [(one.text, whose) for one in self.square.discord.messages(channel.id)]
        authors = {line.number: line.author.id for line in self.square.lines}
        return [text for text, whose in at for n, _ in WORDS.findall(text) if authors[int(n)] not in whose]
