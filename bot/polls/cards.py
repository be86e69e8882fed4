"""How a poll looks, to everyone and to one person."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy.orm import Session

from bot.boundary import Bar, Button, Buttons, Heading, Message, Note, Part, Quote, Text
from bot.drafts import Draft
from bot.outbox import Standing, State
from bot.people.cards import place_label, reach_lines, seat_title
from bot.people.model import Place, Reach
from bot.polls.model import Option, Poll, Status, Tally, tally
from bot.polls.writing import Written
from bot.request import Request
from bot.texts import Texts, Words

CARD = "poll"


def card(session: Session, subject: int, words: Words, texts: Texts) -> Message:
    """The poll as it stands in a place."""
    poll = session.get_one(Poll, subject)
    if poll.status is Status.WITHDRAWN:
        return Message((Text(words("poll-card-withdrawn")),))
    return poll_message(poll, tally(session, poll), words, texts)


def poll_message(poll: Poll, count: Tally, words: Words, texts: Texts) -> Message:
    seat, when = seat_title(poll.seat, words), words.moment(poll.closes_at, poll.seat.district.zone)
    parts: list[Part] = [Heading(poll.question)]
    if poll.status is Status.OPEN:
        ask = "poll-card-several" if poll.several else "poll-card-one"
        parts.append(Text(words(ask, seat=seat, when=when)))
    else:
        parts.append(Text(words("poll-card-closed", seat=seat, when=when)))
    parts += [_bar(option, count, words) for option in poll.options]
    parts.append(Note(words("poll-card-voters", count=count.voters)))
    return Message((*parts, Buttons(tuple(_card_buttons(poll, words, texts)))))


def _bar(option: Option, count: Tally, words: Words) -> Bar:
    votes = count.votes.get(option.id, 0)
    return Bar(option.label, words("poll-votes", count=votes), votes / count.voters if count.voters else 0.0)


def _card_buttons(poll: Poll, words: Words, texts: Texts) -> list[Button]:
    buttons = []
    if poll.status is Status.OPEN:
        buttons += [Button(option.label, "poll.vote", f"{poll.id}:{option.id}") for option in poll.options]
        buttons.append(Button(words("poll-who-sees"), "poll.who-sees", str(poll.id)))
    for other in texts.others(words.language):
        buttons.append(Button(other("language-name"), "poll.show", f"{poll.id}:{other.language}"))
    return buttons


def preview(request: Request, written: Written, draft: Draft, reach: Reach) -> Message:
    words = request.words
    several = words("poll-form-several" if written.several else "poll-form-one")
    return Message(
        (
            Heading(words("poll-preview-title")),
            Quote("\n".join((written.question, *(f"• {option}" for option in written.options)))),
            Text(words("poll-preview-places", places=words.listed([place_label(place) for place in written.places]))),
            Text(reach_lines(reach, words)),
            Note(
                words(
                    "poll-preview-terms",
                    seat=seat_title(written.seat, words),
                    several=several,
                    when=request.moment(written.closes_at),
                )
            ),
            Buttons(
                (
                    Button(words("poll-post"), "poll.post", str(draft.id), "main"),
                    Button(words("edit"), "poll.edit", str(draft.id)),
                    Button(words("cancel"), "poll.cancel", str(draft.id)),
                )
            ),
        )
    )


def wrong(words: Words, errors: Sequence[str], draft: Draft) -> Message:
    fix = Button(words("fix-it"), "poll.edit", str(draft.id), "main")
    cancel = Button(words("cancel"), "poll.cancel", str(draft.id))
    return Message((Text(words("nothing-lost")), *(Text(error) for error in errors), Buttons((fix, cancel))))


def posted(request: Request, poll: Poll) -> Message:
    words = request.words
    until = words("poll-posted", when=request.moment(poll.closes_at))
    return Message((Text(until), Buttons(tuple(author_buttons(request, poll)))))


def author_buttons(request: Request, poll: Poll) -> list[Button]:
    """What the holder of its seat can do with an open poll."""
    buttons = [Button(request.words("poll-close"), "poll.close", str(poll.id))]
    if poll.can_be_undone(request.now):
        buttons.append(Button(request.words("poll-undo"), "poll.undo", str(poll.id), "danger"))
    return buttons


def answered(request: Request, poll: Poll, chosen: Sequence[Option]) -> Message:
    """What this person's answer is now, and how to change it."""
    words, when = request.words, request.moment(poll.closes_at)
    if not chosen:
        return Message((Text(words("poll-answer-none", when=when)),))
    labels = words.listed([option.label for option in chosen])
    backs = [
        Button(words("poll-take-back", option=_short(option.label)), "poll.take-back", f"{poll.id}:{option.id}")
        for option in chosen
    ]
    said = words("poll-answer-several" if poll.several else "poll-answer-one", answer=labels, when=when)
    return Message((Text(said), Buttons(tuple(backs))))


def _short(label: str) -> str:
    return label if len(label) <= 40 else f"{label[:39]}…"


def who_sees(request: Request, poll: Poll, mine: bool) -> Message:
    parts: list[Part] = [Text(request.words("poll-who-sees-what"))]
    if mine:
        parts.append(Buttons(tuple(author_buttons(request, poll))))
    return Message(tuple(parts))


def ask_to_close(request: Request, poll: Poll, voters: int) -> Message:
    words = request.words
    close = Button(words("poll-close-yes"), "poll.close-now", str(poll.id), "main")
    keep = Button(words("poll-close-no"), "home")
    return Message((Heading(poll.question), Text(words("poll-close-sure", count=voters)), Buttons((close, keep))))


def mine_on_home(request: Request, poll: Poll, stuck: Sequence[tuple[Place, Standing]]) -> list[Part]:
    words = request.words
    buttons = author_buttons(request, poll)
    parts: list[Part] = [Text(words("poll-home-mine", question=poll.question, when=request.moment(poll.closes_at)))]
    for place, standing in stuck:
        held = standing.state is State.HELD
        parts.append(Text(words("poll-home-held" if held else "poll-home-failed", place=place_label(place))))
    if stuck:
        buttons.insert(0, Button(words("poll-home-again"), "poll.again", str(poll.id), "main"))
    return [*parts, Buttons(tuple(buttons))]


def waiting_on_home(request: Request, poll: Poll) -> list[Part]:
    words = request.words
    line = words("poll-home-waiting", question=poll.question, when=request.moment(poll.closes_at))
    answer = Button(words("poll-home-answer"), "poll.show", f"{poll.id}:{words.language}", "main")
    return [Text(line), Buttons((answer,))]
