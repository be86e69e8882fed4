"""How it looks where people write in answer: the form, what stands on the card, all of it privately."""

from __future__ import annotations

from collections.abc import Sequence

from bot.boundary import Button, Buttons, Form, Heading, Message, Note, Part, Quote, Text, TextField
from bot.polls import remarks
from bot.polls.model import AGREE, BLOCK, CONCERN, LIVE_WITH, Option, Poll, Tally
from bot.polls.ready import SAYINGS
from bot.polls.remarks import Said
from bot.polls.secrecy import LEAST
from bot.request import Request
from bot.texts import Words

FORM = "poll.words"
ROOM_ON_CARD = 1500  # characters of what people wrote
PAGE = 5  # of them in a private message


def form(request: Request, poll: Poll, option: Option) -> Form:
    """Asks for what must be written. What an anonymous answer says so far, the form does not show."""
    words, written = request.words, ""
    if not poll.anonymous:
        written = remarks.text_of(request.session, poll.id, request.member.id)
    hint = words("poll-words-hint-anonymous", least=LEAST) if poll.anonymous else words("poll-words-hint")
    return Form(
        name=FORM,
        title=words("poll-words-title"),
        submit=words("poll-words-submit"),
        cancel=words("cancel"),
        fields=(TextField("text", words("poll-words-reason"), hint, written, remarks.MOST, long=True),),
        about=f"{poll.id}:{option.id}",
    )


def missing(words: Words, poll: Poll, option: Option, error: str) -> Message:
    again = Button(words("fix-it"), "poll.vote", f"{poll.id}:{option.id}", "main")
    return Message((Text(error), Buttons((again,))))


def outcome(poll: Poll, count: Tally, words: Words) -> str:
    """What a closed consent decides."""
    votes = {option.ready: count.votes.get(option.id, 0) for option in poll.options}
    if votes[BLOCK]:
        return words("poll-consent-blocked", count=votes[BLOCK])
    if votes[CONCERN]:
        return words("poll-consent-concerns", count=votes[CONCERN])
    return words("poll-consent-adopted" if votes[AGREE] or votes[LIVE_WITH] else "poll-consent-nobody")


def on_card(poll: Poll, count: Tally, words: Words) -> list[Part]:
    """As much of what people wrote as the card has room for."""
    fitting = _fitting(count.said)
    if not fitting:
        return []
    parts: list[Part] = [Text(words("poll-reasons"))]
    parts += [Quote(line(poll, said, words)) for said in fitting]
    if left := count.said_in_all - len(fitting):
        parts.append(Note(words("poll-words-more", count=left)))
    return parts


def buttons(poll: Poll, count: Tally, words: Words) -> list[Button]:
    """To what the card has no room for."""
    if count.said_in_all == len(_fitting(count.said)):
        return []
    return [Button(words("poll-read-all"), "poll.read", str(poll.id))]


def line(poll: Poll, said: Said, words: Words) -> str:
    option = next(option for option in poll.options if option.id == said.option_id)
    return words("poll-reason", option=words(SAYINGS[option.ready or ""]), text=said.text)


def page(poll: Poll, said: Sequence[Said], number: int, in_all: int, words: Words) -> Message:
    """All of it, five at a time, `number` counting from 0."""
    first, last = number * PAGE + 1, number * PAGE + len(said)
    where = words("poll-words-page", first=first, last=last, count=in_all) if said else words("poll-words-none")
    parts: list[Part] = [Heading(poll.question), Text(where), *(Quote(line(poll, one, words)) for one in said)]
    turns = []
    if number:
        turns.append(Button(words("poll-words-back"), "poll.read", f"{poll.id}:{number}"))  # they count from 1
    if last < in_all:
        turns.append(Button(words("poll-words-next"), "poll.read", f"{poll.id}:{number + 2}"))
    return Message((*parts, *([Buttons(tuple(turns))] if turns else [])))


def _fitting(said: Sequence[Said]) -> Sequence[Said]:
    room = ROOM_ON_CARD
    for place, one in enumerate(said):
        room -= len(one.text)
        if room < 0:
            return said[:place]
    return said
