"""What was changed on a poll while it was open. No answer is lost by it, and the card says what it was."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.polls.model import ON_BUTTON_MOST, Ballot, Kind, Option, Poll
from bot.texts import Words

QUESTION, REWORDED, ADDED, REMOVED = "question", "reworded", "added", "removed"
SHOWN_MOST, ROOM = 5, 600  # lines that a card has room for, and characters in all


@dataclass(frozen=True)
class Change:
    what: str
    was: str
    now: str


def has_own_options(poll: Poll) -> bool:
    """Instead of ready-made ones, which stay as they are."""
    return poll.kind not in (Kind.RATING, Kind.OPEN) and not any(option.ready for option in poll.options)


def pair(before: Sequence[str], after: Sequence[str]) -> list[tuple[int | None, int | None]]:
    """Which line became which, by their places: those that are the same stay, the others are taken in order. A line
    that became none was removed, one that was none before is added; each stands once."""
    kept = [(before.index(line), place) for place, line in enumerate(after) if line in before]
    old = [place for place in range(len(before)) if place not in {was for was, _ in kept}]
    new = [place for place in range(len(after)) if place not in {now for _, now in kept}]
    same = min(len(old), len(new))
    reworded = list(zip(old[:same], new[:same], strict=True))
    return sorted([*kept, *reworded]) + [(was, None) for was in old[same:]] + [(None, now) for now in new[same:]]


def removed(poll: Poll, labels: Sequence[str]) -> list[Option]:
    pairs = pair([option.label for option in poll.options], labels)
    return [poll.options[was] for was, now in pairs if was is not None and now is None]


def can_remove(session: Session, poll: Poll, options: Sequence[Option]) -> bool:
    """Only what nobody chose, and only where everyone sees that: a refusal would tell of answers that are not shown."""
    chosen = select(Ballot.member_id).where(Ballot.option_id.in_([option.id for option in options])).limit(1)
    return not options or (poll.counts_live and session.scalar(chosen) is None)


def amend(session: Session, poll: Poll, question: str, labels: Sequence[str], now: datetime) -> list[Change]:
    """Options keep their numbers, so answers stay with them."""
    made = [Change(QUESTION, poll.question, question)] if question != poll.question else []
    poll.question = question
    before = list(poll.options)
    pairs = pair([option.label for option in before], labels) if has_own_options(poll) else []
    last = max((option.position for option in before), default=-1)
    for was, at in pairs:
        if was is None and at is not None:
            last += 1
            poll.options.append(Option(poll_id=poll.id, position=last, label=labels[at]))
            made.append(Change(ADDED, "", labels[at]))
        elif was is not None and at is None:
            made.append(Change(REMOVED, before[was].label, ""))
            poll.options.remove(before[was])
            session.delete(before[was])
        elif was is not None and at is not None and before[was].label != labels[at]:
            made.append(Change(REWORDED, before[was].label, labels[at]))
            before[was].label = labels[at]
    said = [{"at": now.isoformat(), "what": one.what, "was": one.was, "now": one.now} for one in made]
    poll.changes = [*(poll.changes or []), *said]
    return made


def lines(poll: Poll, words: Words) -> list[str]:
    """The last of them, as many as the card has room for."""
    said: list[str] = []
    for one in reversed((poll.changes or [])[-SHOWN_MOST:]):
        line = _line(poll, one, words)
        if sum(map(len, said)) + len(line) > ROOM:
            break
        said.insert(0, line)
    return said


def _line(poll: Poll, one: dict[str, str], words: Words) -> str:
    when = words.moment(datetime.fromisoformat(one["at"]), poll.seat.district.zone)
    was, now = _cut(one["was"]), _cut(one["now"])
    match one["what"]:
        case "question":
            return words("poll-changed-question", was=was, now=now, when=when)
        case "reworded":
            return words("poll-changed-reworded", was=was, now=now, when=when)
        case "added":
            return words("poll-changed-added", now=now, when=when)
        case _:
            return words("poll-changed-removed", was=was, when=when)


def _cut(text: str) -> str:
    return text if len(text) <= ON_BUTTON_MOST else f"{text[: ON_BUTTON_MOST - 1]}…"
