"""How a poll's result looks: counts, an average, the rounds of an instant run-off, what was written."""

from __future__ import annotations

from collections.abc import Mapping

from bot.boundary import Bar, Note, Part, Text
from bot.disclosure_control import FEWEST
from bot.polls import runoff, written_answers
from bot.polls.counting import Tally
from bot.polls.model import AGREE, BLOCK, CONCERN, LIVE_WITH, Kind, Option, Poll, Status
from bot.polls.presets import label, numbered, short
from bot.polls.runoff import Outcome, Round, Why
from bot.texts import Words

WHY = {
    Why.FEWEST: "poll-round-out",
    Why.EARLIER_ROUND: "poll-round-out-earlier",
    Why.TOGETHER: "poll-round-out-together",
    Why.LISTED_LAST: "poll-round-out-listed",
}


def result(poll: Poll, count: Tally, words: Words) -> list[Part]:
    """What the card says of it, or when there will be something to say."""
    if poll.kind is Kind.OPEN and (poll.status is not Status.CLOSED or count.is_shown):
        return _of_open_poll(poll, count, words)
    if not poll.shows_count:
        if poll.anonymous:
            return [Note(words("poll-card-anonymous", least=FEWEST))]
        return [Note(words("poll-card-after" if poll.counts_after else "poll-card-late"))]
    if not count.is_shown:
        return [Note(words("poll-card-too-few", least=FEWEST))]
    said = "poll-card-answered" if poll.status is Status.CLOSED else "poll-card-voters"
    return [*_counted(poll, count, words), Note(words(said, count=count.voters)), *_unanimous(poll, count, words)]


def _unanimous(poll: Poll, count: Tally, words: Words) -> list[Part]:
    """Where what each of them answered is plain, though no name is kept."""
    if not poll.anonymous or not (agreed := _agreed(poll, count)):
        return []
    labels = words.listed([short(option, words) for option in agreed])
    said = "poll-card-unanimous-first" if poll.kind is Kind.RANKED else "poll-card-unanimous"
    return [Note(words(said, option=labels))]


def _agreed(poll: Poll, count: Tally) -> list[Option]:
    """What everybody who answered chose; of rankings their favourite."""
    votes = outcome(poll, count).rounds[0].votes if poll.kind is Kind.RANKED else count.votes
    return [option for option in poll.options if 0 < count.voters == votes.get(option.id, 0)]


def _of_open_poll(poll: Poll, count: Tally, words: Words) -> list[Part]:
    if poll.status is not Status.CLOSED:
        return [Note(shown_late(words, anonymous=poll.anonymous))]
    parts = written_answers.on_card(poll, count.written, count.written_in_all, words)
    if not poll.published and count.voters:
        parts = [Note(words("poll-open-waits"))]
    elif poll.published and not parts:
        parts = [Note(words("poll-open-none-shown"))]
    return [*parts, Note(words("poll-card-answered", count=count.voters))]


def shown_late(words: Words, *, anonymous: bool) -> str:
    """When the answers to an open poll show."""
    return words("poll-card-open-anonymous", least=FEWEST) if anonymous else words("poll-card-open-late")


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
        decision = [Text(consent(poll, count, words))] if has_consented(poll) else []
        reasons = written_answers.on_card(poll, count.written, count.written_in_all, words)
        return [*decision, *bars(poll, count, words), *reasons]
    if poll.kind is Kind.RATING and count.voters:
        return [Text(average(poll, count, words)), *bars(poll, count, words)]
    return [*bars(poll, count, words)]


def consent(poll: Poll, count: Tally, words: Words) -> str:
    """What a closed consent decides."""
    votes = {option.ready: count.votes.get(option.id, 0) for option in poll.options}
    if votes[BLOCK]:
        return words("poll-consent-blocked", count=votes[BLOCK])
    if votes[CONCERN]:
        return words("poll-consent-concerns", count=votes[CONCERN])
    return words("poll-consent-adopted" if votes[AGREE] or votes[LIVE_WITH] else "poll-consent-nobody")


def has_consented(poll: Poll) -> bool:
    """Whether it decides something: too few may have answered for that."""
    return poll.kind is Kind.CONSENT and poll.valid is not False


def average(poll: Poll, count: Tally, words: Words) -> str:
    sum_of_all = sum((option.position + 1) * count.votes.get(option.id, 0) for option in poll.options)
    return words("poll-average", average=sum_of_all / count.voters, highest=len(poll.options))


def bars(poll: Poll, count: Tally, words: Words) -> list[Bar]:
    found = []
    for option in poll.options:
        votes = count.votes.get(option.id, 0)
        name = numbered(option, words) if poll.is_numbered else label(option, words)
        share = votes / count.voters if count.voters else 0.0
        found.append(Bar(name, words("poll-votes", count=votes), share))
    return found


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


def figure(poll: Poll) -> str:
    """The name of the text for how many gave an answer."""
    return "poll-figure-rating" if poll.kind is Kind.RATING else "poll-figure"
