"""Whoever has the files looks for a link between people and answers, with the code and knowing who pressed when.

They know the ids of a poll's options and all the ways in which the code and the databases write a number down. Wherever
these stand in a page one after another, they take them for the answers of the poll's people in an order that they know.
"""

from __future__ import annotations

import base64
import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

FIRST_OPTION = 0x895500  # 9000192: written in any way, it and the 255 after it have a beginning in common
WAYS = {
    "big": re.compile(rb"\x89\x55(.)", re.DOTALL),
    "little": re.compile(rb"(.)\x55\x89\x00", re.DOTALL),
    "text": re.compile(rb"9000(\d{3})"),
}
PAGE = 8192  # bytes

Hypothesis = tuple[str, str, str, int]  # where they stand, how they are written, whose they are, from which end


@dataclass(frozen=True)
class Ballots:
    """What one poll's people answered, and the orders in which they may lie somewhere."""

    truth: Mapping[str, int]  # option ids
    orders: Mapping[str, Sequence[str]]


def strongest(polls: Sequence[Ballots], places: Mapping[str, Iterable[bytes]]) -> float:
    """By how many standard deviations the best of all hypotheses is better than chance."""
    right, chance, spread = Counter[Hypothesis](), Counter[Hypothesis](), Counter[Hypothesis]()
    for hypothesis, poll, guessed in _guesses(polls, places):
        shares = {option: many / len(poll.truth) for option, many in Counter(poll.truth.values()).items()}
        for person, option in guessed.items():
            share = shares.get(option, 0.0)
            right[hypothesis] += poll.truth[person] == option
            chance[hypothesis] += share
            spread[hypothesis] += share * (1 - share)
    return max(((right[one] - chance[one]) / math.sqrt(spread[one]) for one in right if spread[one] > 1), default=0.0)


def _guesses(
    polls: Sequence[Ballots], places: Mapping[str, Iterable[bytes]]
) -> Iterator[tuple[Hypothesis, Ballots, Mapping[str, int]]]:
    of_option = {option: number for number, poll in enumerate(polls) for option in poll.truth.values()}
    for place, contents in places.items():
        for way, number, lie in _lying(contents, of_option):
            poll = polls[number]
            for order, people in poll.orders.items():
                for end in (1, -1):
                    yield (place, way, order, end), poll, dict(zip(people[::end], lie, strict=False))


def _lying(contents: Iterable[bytes], of_option: Mapping[int, int]) -> set[tuple[str, int, tuple[int, ...]]]:
    """Each once, however often it lies about: how it is written, of which poll, the options one after another."""
    found = set()
    for content in contents:
        for start in range(0, len(content), PAGE):
            for way, pattern in WAYS.items():
                of_poll: dict[int, list[int]] = {}
                for match in pattern.findall(content[start : start + PAGE]):
                    option = 9_000_000 + int(match) if way == "text" else FIRST_OPTION + match[0]
                    if option in of_option:
                        of_poll.setdefault(of_option[option], []).append(option)
                found |= {(way, number, tuple(lie)) for number, lie in of_poll.items() if len(lie) > 2}
    return found


# Keys -----------------------------------------------------------------------------------------------------------


def ways(secret: bytes) -> Iterator[bytes]:
    """In which it may be written; half of it is enough, for the end of a page may run through it."""
    half = len(secret) // 2
    yield base64.b64encode(secret)
    for part in (secret[:half], secret[half:]):
        yield part
        yield part.hex().encode()


def lies_about(secrets: Sequence[bytes], files: Sequence[Path]) -> Iterator[str]:
    """The names of files in which one of them lies, written in any way that the code or a database would."""
    contents: dict[Path, bytes] = {}
    for file in files:
        with suppress(FileNotFoundError):  # the server tidied up meanwhile
            contents[file] = file.read_bytes().rstrip(b"\0")
    everything = b"\0".join(contents.values())  # a thousand small files, looked through at once
    lying = [way for secret in secrets for way in ways(secret) if way in everything]
    for file, content in contents.items():
        if any(way in content for way in lying):
            yield file.name
