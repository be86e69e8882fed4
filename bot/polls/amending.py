"""Setting an open poll right: a word, an answer more. No answer that was given is lost by it, and the card says what
was changed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot import forms
from bot.boundary import Answer, Buttons, Form, Message, Private, Text, TextField
from bot.delivery import outbox
from bot.polls import cards, writing
from bot.polls.model import ALL_OPTIONS_MOST, OPTIONS_MOST, QUESTION_MOST, Ballot, Kind, Option, Poll, Status
from bot.request import Request

FORM = "poll.amend"
OWN_WORDS = ("question", "options")
QUESTION, REWORDED, ADDED, REMOVED = "question", "reworded", "added", "removed"


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


# What its author does --------------------------------------------------------------------------------------------


def ask(request: Request, poll: Poll) -> Answer:
    words = request.words
    fields = [TextField("question", words("poll-form-question"), "", poll.question, QUESTION_MOST)]
    if has_own_options(poll):
        options = "\n".join(option.label for option in poll.options)
        most = ALL_OPTIONS_MOST + OPTIONS_MOST
        hint = words("poll-amend-hint")
        fields.append(TextField("options", words("poll-form-options"), hint, options, most, long=True))
    return Form(FORM, words("poll-amend"), words("poll-amend-submit"), words("cancel"), tuple(fields), str(poll.id))


def set_right(request: Request, poll: Poll) -> Answer:
    reader = writing.Reader(request, request.fields)
    question, labels = reader.question(), reader.labels() if has_own_options(poll) else []
    if not reader.wrong and not can_remove(request.session, poll, removed(poll, labels) if labels else []):
        reader.say("options", "poll-wrong-removed")
    if reader.wrong:
        return forms.refused(request, reader.wrong, "poll.amend", *OWN_WORDS)
    changes = amend(request.session, poll, question, labels, request.now)
    if changes:
        outbox.change(request.session, cards.CARD, poll.id)
        _amend_next(request, poll, question, labels)
    said = Text(request.words("poll-amend-done" if changes else "poll-amend-same"))
    return Private(Message((said, Buttons(tuple(cards.author_buttons(request, poll))))))


def _amend_next(request: Request, poll: Poll, question: str, labels: Sequence[str]) -> None:
    """One that is asked again is planned already. Nobody has seen that one, so its card says nothing of the change."""
    planned = select(Poll).where(Poll.follows == poll.id, Poll.status == Status.PLANNED).with_for_update(of=Poll)
    for following in request.session.scalars(planned).unique().all():
        amend(request.session, following, question, labels, request.now)
        following.changes, following.planner_id = None, request.member.id
