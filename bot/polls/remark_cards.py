"""How it looks where people write in answer: the form, what stands on the card, all of it privately."""

from __future__ import annotations

from collections.abc import Sequence

from bot.boundary import Button, Buttons, Form, Heading, Message, Note, Part, Quote, Text, TextField
from bot.polls import remarks
from bot.polls.counting import Tally
from bot.polls.model import AGREE, BLOCK, CONCERN, LIVE_WITH, Kind, Option, Poll, Status
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
    asks = words("poll-open-label" if poll.kind is Kind.OPEN else "poll-words-reason")
    if poll.kind is Kind.OPEN and not poll.anonymous:
        hint = words("poll-open-hint")
    return Form(
        name=FORM,
        title=words("poll-open-title" if poll.kind is Kind.OPEN else "poll-words-title"),
        submit=words("poll-words-submit"),
        cancel=words("cancel"),
        fields=(TextField("text", asks, hint, written, remarks.MOST, long=True),),
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
    parts: list[Part] = [Text(words("poll-open-answers" if poll.kind is Kind.OPEN else "poll-reasons"))]
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
    if poll.kind is Kind.OPEN:
        return said.text
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


def answer_button(poll: Poll, words: Words) -> Button:
    return Button(words("poll-open-answer"), "poll.vote", f"{poll.id}:{poll.options[0].id}", "main")


def answered(request: Request, poll: Poll, option: Option, text: str) -> Message:
    """Of an anonymous one without the text: others may be looking at the screen."""
    words = request.words
    back = Button(words("poll-take-all-back"), "poll.take-back", f"{poll.id}:{option.id}")
    said = Text(words("poll-open-in", when=request.moment(poll.closes_at)))
    return Message((said, *([] if poll.anonymous else [Quote(text)]), Buttons((back,))))


def result(poll: Poll, count: Tally, words: Words) -> list[Part]:
    """What the card of an open poll says of the answers."""
    if poll.status is not Status.CLOSED:
        late = words("poll-card-open-anonymous", least=LEAST) if poll.anonymous else words("poll-card-open-late")
        return [Note(late)]
    parts = on_card(poll, count, words)
    if not poll.published and count.voters:
        parts = [Note(words("poll-open-waits"))]
    elif poll.published and not parts:
        parts = [Note(words("poll-open-none-shown"))]
    return [*parts, Note(words("poll-card-answered", count=count.voters))]


# For whoever asked -----------------------------------------------------------------------------------------------


def look_button(poll: Poll, words: Words) -> Button:
    return Button(words("poll-open-look"), "poll.look", str(poll.id), "" if poll.published else "main")


def on_home(request: Request, poll: Poll) -> list[Part]:
    name = "poll-open-home-published" if poll.published else "poll-open-home"
    return [Text(request.words(name, question=poll.question)), Buttons((look_button(poll, request.words),))]


def looking(poll: Poll, said: Sequence[Said], number: int, in_all: int, shown: int, words: Words) -> Message:
    """Every answer, five at a time, each to be hidden or shown."""
    first, last = number * PAGE + 1, number * PAGE + len(said)
    state = words("poll-open-published" if poll.published else "poll-open-unpublished", count=shown)
    parts: list[Part] = [
        Heading(poll.question),
        Text(state),
        Text(words("poll-words-page", first=first, last=last, count=in_all)),
    ]
    for place, one in enumerate(said, start=first):
        name, do = ("poll-open-show", "poll.unhide") if one.hidden else ("poll-open-hide", "poll.hide")
        parts += [Quote(one.text), *([Note(words("poll-open-hidden"))] if one.hidden else [])]
        parts.append(Buttons((Button(words(name, number=place), do, f"{poll.id}:{one.token}"),)))
    turns = []
    if number:
        turns.append(Button(words("poll-words-back"), "poll.look", f"{poll.id}:{number}"))
    if last < in_all:
        turns.append(Button(words("poll-words-next"), "poll.look", f"{poll.id}:{number + 2}"))
    if not poll.published:
        turns.append(Button(words("poll-open-publish"), "poll.publish", str(poll.id), "main"))
    return Message((*parts, *([Buttons(tuple(turns))] if turns else [])))


def published(words: Words, poll: Poll, shown: int) -> Message:
    return Message((Text(words("poll-open-published", count=shown)), Buttons((look_button(poll, words),))))


def _fitting(said: Sequence[Said]) -> Sequence[Said]:
    room = ROOM_ON_CARD
    for place, one in enumerate(said):
        room -= len(one.text)
        if room < 0:
            return said[:place]
    return said
