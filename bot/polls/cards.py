"""How a poll looks, to everyone and to one person."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from sqlalchemy.orm import Session, object_session

from bot.boundary import Button, Buttons, Heading, Message, Note, Part, Text
from bot.disclosure_control import FEWEST, totals_may_be_shown
from bot.forms import in_other_languages
from bot.people import circles
from bot.people.cards import seat_title
from bot.people.circles import AudienceFilter
from bot.polls import breakdown, results, terms, written_answers
from bot.polls.counting import Tally, tally
from bot.polls.model import ON_BUTTON_MOST, Kind, Option, Poll, Status, Vote
from bot.polls.presets import label, numbered, short, taking_back
from bot.polls.results import result
from bot.request import Request
from bot.texts import Texts, Words

CARD = "poll"
CHANGES_MOST, CHANGES_ROOM = 5, 600  # lines that a card has room for, and characters in all


def card(session: Session, subject: int, words: Words, texts: Texts) -> Message:
    """The poll as it stands in a place."""
    poll = session.get_one(Poll, subject)
    if poll.status is Status.WITHDRAWN:
        return Message((Text(words("poll-card-withdrawn")),))
    return poll_message(poll, tally(session, poll), words, texts)


def poll_message(poll: Poll, count: Tally, words: Words, texts: Texts) -> Message:
    seat, when = seat_title(poll.seat, words), words.moment(poll.closes_at, poll.seat.district.zone)
    if poll.status is not Status.OPEN:
        ask = words("poll-card-closed", seat=seat, when=when)
    elif poll.most:
        ask = words("poll-card-up-to", seat=seat, when=when, most=poll.most)
    else:
        several = "poll-card-several" if poll.several else "poll-card-one"
        asks = {Kind.RANKED: "poll-card-ranked", Kind.CONSENT: "poll-card-consent", Kind.OPEN: "poll-card-open"}
        ask = words(asks.get(poll.kind, several), seat=seat, when=when)
    parts = [
        Heading(poll.question),
        Text(ask),
        *_terms(poll, words),
        *map(Note, changes(poll, words)),
        *_listed(poll, words),
        *result(poll, count, words),
    ]
    return Message((*parts, Buttons(tuple(_card_buttons(poll, count, words, texts)))))


def _terms(poll: Poll, words: Words) -> list[Part]:
    """What it takes to count, or that it does not."""
    if poll.status is not Status.OPEN:
        return [Text(terms.quorum_missed(poll.quorum, words))] if poll.valid is False else []
    said = [terms.quorum_said(poll.quorum, words), words("poll-card-until-all") if poll.until_all else ""]
    if poll.audience:
        session, district = object_session(poll), poll.seat.district
        assert session is not None
        whom = circles.named(session, AudienceFilter.parse(poll.audience), district, words)
        said.insert(0, words("poll-card-audience", audience=whom))
    return [Note(line) for line in said if line]


def changes(poll: Poll, words: Words) -> list[str]:
    """What was changed while it was open: the last of it, as much as the card has room for."""
    said: list[str] = []
    for one in reversed((poll.changes or [])[-CHANGES_MOST:]):
        line = _changed(poll, one, words)
        if sum(map(len, said)) + len(line) > CHANGES_ROOM:
            break
        said.insert(0, line)
    return said


def _changed(poll: Poll, one: dict[str, str], words: Words) -> str:
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


def _listed(poll: Poll, words: Words) -> list[Part]:
    """The options, where no button names them."""
    if poll.status is not Status.OPEN:
        return []
    if poll.is_numbered and (poll.kind is Kind.RANKED or not poll.counts_live):
        return [Text("\n".join(numbered(option, words) for option in poll.options))]
    if poll.kind is not Kind.RANKED:
        return []
    return [Text("\n".join(f"• {label(option, words)}" for option in poll.options))]


def _card_buttons(poll: Poll, count: Tally, words: Words, texts: Texts) -> list[Button]:
    buttons, id = [], str(poll.id)
    if poll.status is Status.OPEN:
        if poll.kind is Kind.RANKED:
            buttons.append(Button(words("poll-rank"), "poll.rank", id, "main"))
        elif poll.kind is Kind.OPEN:
            buttons.append(written_answers.answer_button(poll, words))
        else:
            buttons += [_vote(poll, option, words) for option in poll.options]
        buttons.append(Button(words("poll-who-sees"), "poll.who-sees", id))
    elif poll.can_be_split and count.voters >= breakdown.LEAST:
        buttons.append(Button(words("poll-by-group"), "poll.by-group", id))
    if poll.status is Status.CLOSED and count.can_be_exported and poll.kind is not Kind.OPEN:
        buttons.append(Button(words("poll-take-along"), "poll.take-along", id))
    if count.written_in_all > len(written_answers.fitting(count.written)):
        buttons.append(Button(words("poll-read-all"), "poll.read", id))
    return [*buttons, *in_other_languages(words, texts, "poll.show", poll.id)]


def _vote(poll: Poll, option: Option, words: Words) -> Button:
    name = str(option.position + 1) if poll.is_numbered else label(option, words)
    return Button(name, "poll.vote", str(Vote(poll.id, option.id)))


def _next(poll: Poll, option: Option, words: Words) -> Button:
    """In a ranking, where a number alone would read like a place."""
    vote = _vote(poll, option, words)
    return replace(vote, label=short(option, words)) if poll.is_numbered else vote


def posted(request: Request, poll: Poll) -> Message:
    words = request.words
    until = words("poll-posted", when=request.moment(poll.closes_at))
    return Message((Text(until), Buttons(tuple(author_buttons(request, poll)))))


def planned(request: Request, poll: Poll) -> Message:
    words = request.words
    said = words("poll-planned", when=request.moment(poll.opened_at))
    return Message((Text(said), Buttons((stop_button(poll, words),))))


def stop_button(poll: Poll, words: Words) -> Button:
    return Button(words("poll-stop-weekly" if poll.weekly else "poll-stop"), "poll.stop", str(poll.id))


def author_buttons(request: Request, poll: Poll) -> list[Button]:
    """What the holder of its seat can do with an open poll."""
    words, id = request.words, str(poll.id)
    buttons = [Button(words("poll-close"), "poll.close", id), Button(words("poll-later"), "poll.later", id)]
    buttons.append(Button(words("poll-amend"), "poll.amend", id))
    if poll.can_be_undone(request.now):
        buttons.append(Button(words("poll-undo"), "poll.undo", id, "danger"))
    return buttons


def reopen_button(poll: Poll, words: Words) -> Button:
    return Button(words("poll-reopen"), "poll.later", str(poll.id))


def put_off(request: Request, poll: Poll) -> Message:
    until = request.words("poll-later-done", when=request.moment(poll.closes_at))
    return Message((Text(until), Buttons(tuple(author_buttons(request, poll)))))


def just_closed(request: Request, poll: Poll, count: Tally) -> Message:
    """For the author who closed it."""
    message = poll_message(poll, count, request.words, request.texts)
    if poll.kind is Kind.OPEN and count.is_shown and count.voters:
        look = Buttons((written_answers.look_button(poll, request.words),))
        message = Message((*message.parts, look))
    if not poll.can_be_put_off(request.now):
        return message
    return Message((*message.parts, Buttons((reopen_button(poll, request.words),))))


def answered(request: Request, poll: Poll, chosen: Sequence[int], *, fits: bool = True) -> Message:
    """What this person's answer is now, and how to change it. Unless it `fits`, it is what it was before."""
    words, when = request.words, request.moment(poll.closes_at)
    options = [option for option in poll.options if option.id in chosen]
    if not options:
        return Message((Text(words("poll-answer-none", when=when)),))
    labels = words.listed([label(option, words) for option in options])
    said = words("poll-answer-several" if poll.several else "poll-answer-one", answer=labels, when=when)
    if not fits:
        said = words("poll-answer-full", answer=labels, most=poll.most)
    so_far = results.so_far(poll, tally(request.session, poll), words) if poll.counts_after else []
    return Message((Text(said), *so_far, Buttons(taking_back(poll, chosen, words))))


def answered_anonymously(request: Request, poll: Poll, *, is_in: bool, fits: bool = True) -> Message:
    """Without what was chosen: others may be looking at the screen."""
    words, when = request.words, request.moment(poll.closes_at)
    if not is_in:
        return Message((Text(words("poll-answer-none", when=when)),))
    said = words("poll-answer-anonymous-several" if poll.several else "poll-answer-anonymous", when=when)
    if not fits:
        said = words("poll-answer-anonymous-full", most=poll.most)
    return Message((Text(said), Buttons(taking_back(poll, (), words))))


def ranking(request: Request, poll: Poll, ranked: Sequence[int]) -> Message:
    """The order so far, each press being counted already, and what can come next. Of an anonymous one no more than
    what it takes to go on: others may be looking at the screen."""
    words, when = request.words, request.moment(poll.closes_at)
    options = {option.id: option for option in poll.options}
    left = [_next(poll, option, words) for option in poll.options if option.id not in ranked]
    parts: list[Part] = [Heading(poll.question)]
    if not ranked:
        parts.append(Text(words("poll-ranking-none", when=when)))
    elif poll.anonymous:
        parts.append(Text(words("poll-ranking-anonymous", count=len(ranked), most=len(options), when=when)))
    else:
        lines = (f"{place}. {label(options[id], words)}" for place, id in enumerate(ranked, start=1))
        parts += [Text(words("poll-ranking", when=when)), Text("\n".join(lines))]
    if ranked:
        left.append(Button(words("poll-start-over"), "poll.take-back", str(poll.id), "danger"))
    return Message((*parts, Buttons(tuple(left))))


def who_sees(request: Request, poll: Poll, mine: bool) -> Message:
    parts: list[Part] = [Text(said) for said in _who_sees(poll, request.words)]
    if mine:
        parts.append(Buttons(tuple(author_buttons(request, poll))))
    return Message(tuple(parts))


def _who_sees(poll: Poll, words: Words) -> list[str]:
    is_ranked = poll.kind is Kind.RANKED
    if poll.anonymous:
        said = [
            words("poll-who-sees-anonymous"),
            words("poll-who-sees-anonymous-open"),
            words("poll-who-sees-anonymous-closed", least=FEWEST, ranked="yes" if is_ranked else "no"),
        ]
        if poll.takes_words:
            said.append(words("poll-who-sees-words-anonymous", least=FEWEST))
        if poll.kind is Kind.OPEN:
            said.append(words("poll-who-sees-open-first"))
        return [*said, words("poll-who-sees-anonymous-beyond")]
    sees = "poll-who-sees-live" if poll.counts_live else "poll-who-sees-late"
    if poll.counts_after:
        sees = "poll-who-sees-after"
    said = [words("poll-who-sees-ranked" if is_ranked else sees)] if poll.kind is not Kind.OPEN else []
    if poll.can_be_split:
        said.append(words("poll-who-sees-groups"))
    if poll.takes_words:
        said.append(words("poll-who-sees-open" if poll.kind is Kind.OPEN else "poll-who-sees-words"))
    return [*said, words("poll-who-sees-named")]


def ask_to_close(request: Request, poll: Poll, voters: int) -> Message:
    words = request.words
    close = Button(words("poll-close-yes"), "poll.close-now", str(poll.id), "main")
    keep = Button(words("poll-close-no"), "home")
    sure = [words("poll-close-sure", count=voters), words("poll-close-undone")]
    if poll.anonymous:  # who asked could otherwise look again and again, and see when each answer comes
        said = "poll-close-sure-enough" if totals_may_be_shown(voters) else "poll-close-sure-few"
        sure = [words(said, least=FEWEST), words("poll-close-for-good")]
    return Message((Heading(poll.question), Text(" ".join(sure)), Buttons((close, keep))))
