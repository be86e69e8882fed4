"""How a poll's result looks: counts, an average, the rounds of an instant run-off, counts by group."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from bot.boundary import Bar, Heading, Message, Note, Part, Text
from bot.polls import remark_cards, runoff
from bot.polls.counting import Tally
from bot.polls.groups import BUILDINGS, GROUPS, Row, Table
from bot.polls.model import ON_BUTTON_MOST, Kind, Option, Poll, Status
from bot.polls.ready import SAYINGS
from bot.polls.runoff import Outcome, Round, Why
from bot.polls.secrecy import LEAST
from bot.texts import Words

WHY = {
    Why.FEWEST: "poll-round-out",
    Why.EARLIER_ROUND: "poll-round-out-earlier",
    Why.TOGETHER: "poll-round-out-together",
    Why.LISTED_LAST: "poll-round-out-listed",
}
HEADINGS = {GROUPS: "poll-by-groups", BUILDINGS: "poll-by-buildings"}
OTHERS = {GROUPS: "poll-other-groups", BUILDINGS: "poll-other-buildings"}
SHORT = 40  # characters of a label where many stand in a line


def label(option: Option, words: Words) -> str:
    return words(SAYINGS[option.ready]) if option.ready else option.label


def short(option: Option, words: Words) -> str:
    """Of those that are too long for a button, with the number."""
    text = label(option, words)
    if len(text) > ON_BUTTON_MOST:
        text = numbered(option, words)
    return text if len(text) <= SHORT else f"{text[: SHORT - 1]}…"


def numbered(option: Option, words: Words) -> str:
    return f"{option.position + 1}. {label(option, words)}"


def result(poll: Poll, count: Tally, words: Words) -> list[Part]:
    """What the card says of it, or when there will be something to say."""
    if poll.kind is Kind.OPEN and (poll.status is not Status.CLOSED or count.is_shown):
        return remark_cards.result(poll, count, words)
    if not poll.shows_count:
        name = "poll-card-anonymous" if poll.anonymous else "poll-card-late"
        if poll.counts_after:
            name = "poll-card-after"
        return [Note(words(name, least=LEAST) if poll.anonymous else words(name))]
    if not count.is_shown:
        return [Note(words("poll-card-too-few", least=LEAST))]
    said = "poll-card-answered" if poll.status is Status.CLOSED else "poll-card-voters"
    return [*_counted(poll, count, words), Note(words(said, count=count.voters))]


def so_far(poll: Poll, count: Tally, words: Words) -> list[Part]:
    """Of a poll that is open, for somebody who has answered."""
    return [
        Note(words("poll-so-far")),
        *_counted(poll, count, words),
        Note(words("poll-card-voters", count=count.voters)),
    ]


def _counted(poll: Poll, count: Tally, words: Words) -> list[Part]:
    if poll.kind is Kind.RANKED:
        return _rounds(poll, count, words)
    if poll.kind is Kind.CONSENT and poll.status is Status.CLOSED:
        decided = [Text(remark_cards.outcome(poll, count, words))] if has_consented(poll) else []
        return [*decided, *bars(poll, count, words), *remark_cards.on_card(poll, count, words)]
    if poll.kind is Kind.RATING and count.voters:
        return [Text(average(poll, count, words)), *bars(poll, count, words)]
    return [*bars(poll, count, words)]


def has_consented(poll: Poll) -> bool:
    """Whether it decides something: too few may have answered for that."""
    return poll.kind is Kind.CONSENT and poll.valid is not False


def average(poll: Poll, count: Tally, words: Words) -> str:
    sum_of_all = sum((option.position + 1) * count.votes.get(option.id, 0) for option in poll.options)
    return words("poll-average", average=sum_of_all / count.voters, highest=len(poll.options))


def bars(poll: Poll, count: Tally, words: Words) -> list[Bar]:
    return [_bar(poll, option, count, words) for option in poll.options]


def _bar(poll: Poll, option: Option, count: Tally, words: Words) -> Bar:
    votes = count.votes.get(option.id, 0)
    name = numbered(option, words) if poll.is_numbered else label(option, words)
    return Bar(name, words("poll-votes", count=votes), votes / count.voters if count.voters else 0.0)


# Rounds ----------------------------------------------------------------------------------------------------------


def _rounds(poll: Poll, count: Tally, words: Words) -> list[Part]:
    if not count.voters:
        return []
    decision = outcome(poll, count)
    names = {option.id: short(option, words) for option in poll.options}
    lines = [Text(_round(number, one, names, words)) for number, one in enumerate(decision.rounds, start=1)]
    tied = any(one.why not in (None, Why.FEWEST) for one in decision.rounds)
    return [Text(decided(poll, decision, words)), *lines, *([Note(words("poll-tie-rule"))] if tied else [])]


def outcome(poll: Poll, count: Tally) -> Outcome:
    return count.outcome or runoff.count([option.id for option in poll.options], count.rankings)


def decided(poll: Poll, decision: Outcome, words: Words) -> str:
    names = {option.id: short(option, words) for option in poll.options}
    if decision.winner is not None:
        return words("poll-winner", option=names[decision.winner])
    return words("poll-tied", options=words.listed([names[option] for option in decision.tied]))


def _round(number: int, one: Round, names: Mapping[int, str], words: Words) -> str:
    figures = [words("poll-figure", option=names[option], count=votes) for option, votes in one.votes.items()]
    said = [words("poll-round", number=number, figures=", ".join(figures))]
    if one.exhausted:
        said.append(words("poll-round-exhausted", count=one.exhausted))
    if one.why is not None:
        said.append(words(WHY[one.why], options=words.listed([names[option] for option in one.out])))
    return " ".join(said)


# By group --------------------------------------------------------------------------------------------------------


def by_group(poll: Poll, tables: Sequence[Table], words: Words) -> Message:
    parts: list[Part] = [Heading(poll.question)]
    for table in tables:
        rows = "\n".join(_row(poll, table.by, row, words) for row in table.rows)
        parts += [Text(words(HEADINGS[table.by])), Text(rows)]
    return Message((*parts, Note(words("poll-by-group-note" if tables else "poll-by-group-none"))))


def _row(poll: Poll, by: str, row: Row, words: Words) -> str:
    names = {option.id: short(option, words) for option in poll.options}
    name = figure(poll)
    figures = [
        words(name, option=names[options[0]] if len(options) == 1 else words("poll-other-answers"), count=many)
        for options, many in row.votes
    ]
    return words("poll-row", name=row_name(by, row, words), people=row.people, figures=", ".join(figures))


def figure(poll: Poll) -> str:
    return "poll-figure-rating" if poll.kind is Kind.RATING else "poll-figure"


def row_name(by: str, row: Row, words: Words) -> str:
    return words(OTHERS[by]) if len(row.names) > 1 else row.names[0] or words("poll-no-building")
