"""What somebody sees who asks, until it is sent: what it can be about, who will read it, and under which name."""

from __future__ import annotations

from collections.abc import Sequence

from bot import review
from bot.boundary import Button, Buttons, Heading, Message, Note, Part, Quote, Text
from bot.drafts import Draft
from bot.people import model as people
from bot.people import presence, records
from bot.people.cards import acting_name, place_label, reach_lines, seat_title
from bot.people.topics import Topic
from bot.questions import anonymity, following
from bot.questions.asking import NO, QUESTION, YES, Written, first
from bot.questions.cards import contact_lines, short
from bot.questions.faq import cards as faq
from bot.questions.faq import looking
from bot.questions.model import TEXT_MOST
from bot.request import Request
from bot.texts import Words

TOPICS = 20  # that there are buttons for


def choose(request: Request, draft: Draft, offered: Sequence[Topic], not_here: Sequence[Topic]) -> Message:
    """What it is about; and first of all what is not for this channel."""
    words, text = request.words, first(draft.typed, QUESTION)
    parts: list[Part] = [Heading(words("question-choose"))]
    if text:
        parts.append(Quote(short(text, 300)))
    if len(text) > TEXT_MOST:
        parts.append(Text(words("question-too-long", count=len(text), most=TEXT_MOST)))
    parts += looking.box(request)
    parts += faq.offered(looking.similar(request, text), words, str(draft.id))
    if not_here:
        lines = "\n".join(f"• {line}" for line in contact_lines(not_here, words))
        parts += [Text(f"{words('question-not-here')}\n{lines}"), Note(words("question-danger"))]
    buttons = [
        Button(topic.name(words.language), "question.topic", f"{draft.id}:{topic.id}") for topic in offered[:TOPICS]
    ]
    parts += [Text(words("question-choose-one")), Buttons(tuple(buttons))]
    if left := len(offered) - len(buttons):
        parts.append(Note(words("question-choose-more", count=left)))
    return Message(tuple(parts))


def show(request: Request, draft: Draft, written: Written, homes: Sequence[people.Place]) -> Message:
    words, committee, guise = request.words, written.topic.committee, written.guise
    rep, otherwise = guise.rep, anonymity.buttons(request, draft.id, guise)
    found = records.find(request.district, written.text, request.now)
    send = Button(words("question-send"), "question.send", str(draft.id), "main")
    change = Button(words("edit"), "question.edit", str(draft.id))
    cancel = Button(words("cancel"), "question.cancel", str(draft.id))
    found_by = NO if written.findable else YES
    label = words("following-hide" if written.findable else "following-find")
    otherwise = [*otherwise, Button(label, "question.findable", f"{draft.id}:{found_by}")]
    if found:
        send = Button(words("records-as-is"), "question.send", review.as_is(draft.id, found))
        change = Button(words("edit"), "question.edit", str(draft.id), "main")
    readers = [
        words("question-reads-rep", seat=seat_title(rep, words), name=acting_name(rep, words))
        if rep
        else words("question-reads-no-rep")
    ]
    if committee and homes:
        reach, labels = presence.reach(request.session, homes), words.listed([place_label(home) for home in homes])
        there = words("question-reads-committee", committee=committee.name, place=labels)
        readers.append(f"{there} {reach_lines(reach, words)}")
    return Message(
        (
            Heading(words("question-preview-title")),
            Quote(written.text),
            Text("\n".join(readers)),
            *anonymity.lines(request, guise, committee),
            Note(words("faq-consent")),
            Note(words("following-findable" if written.findable else "following-hidden")),
            *faq.offered(looking.similar(request, written.text), words, str(draft.id)),
            *following.offered(request, committee, written.text, str(draft.id)),
            *review.pointed_out(found, words),
            Buttons((*((change, send) if found else (send, change)), *otherwise, cancel)),
        )
    )


def wrong(words: Words, errors: Sequence[str], draft: Draft) -> Message:
    fix = Button(words("fix-it"), "question.edit", str(draft.id), "main")
    cancel = Button(words("cancel"), "question.cancel", str(draft.id))
    return Message((Text(words("nothing-lost")), *(Text(error) for error in errors), Buttons((fix, cancel))))


def offer(words: Words, draft: Draft) -> list[Part]:
    """To somebody who wrote to the bot: shall this be a question?"""
    ask = Button(words("question-offer-yes"), "question.start", str(draft.id), "main")
    return [Quote(short(first(draft.typed, QUESTION), 300)), Text(words("question-offer")), Buttons((ask,))]
