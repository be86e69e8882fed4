"""How the FAQ looks."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy.orm import Session

from bot.boundary import Button, Buttons, Heading, Message, Note, Part, Quote, Text
from bot.drafts import Draft
from bot.people import model as people
from bot.questions.faq import writing
from bot.questions.faq.model import Entry, State, approver
from bot.texts import Texts, Words

CARD = "faq.entry"
LABEL = 75  # characters of a button

# For its committee -----------------------------------------------------------------------------------------------


def preview(words: Words, draft: Draft, texts: writing.Texts, names: Sequence[str], committee: str) -> Message:
    buttons = [
        Button(words("faq-propose"), "faq.propose", str(draft.id), "" if names else "main"),
        Button(words("edit"), "faq.edit", str(draft.id), "main" if names else ""),
        Button(words("cancel"), "faq.cancel", str(draft.id)),
    ]
    parts: list[Part] = [Heading(words("faq-preview-title")), *_told(texts)]
    if names:
        parts.append(Text(words("faq-names", names=words.listed(names))))
    return Message((*parts, Note(words("faq-preview-next", committee=committee)), Buttons(tuple(buttons))))


def wrong(words: Words, errors: Sequence[str], draft: Draft) -> Message:
    fix = Button(words("fix-it"), "faq.edit", str(draft.id), "main")
    cancel = Button(words("cancel"), "faq.cancel", str(draft.id))
    return Message((Text(words("nothing-lost")), *(Text(error) for error in errors), Buttons((fix, cancel))))


def card(session: Session, subject: int, words: Words, texts: Texts) -> Message:
    """In the home of the committee that approves it."""
    entry = session.get_one(Entry, subject)
    message = for_committee(session, entry, words)
    others = [
        Button(other("language-name"), "faq.look", f"{entry.id}:{other.language}")
        for other in texts.others(words.language)
    ]
    return Message((*message.parts, Buttons(tuple(others))))


def for_committee(session: Session, entry: Entry, words: Words) -> Message:
    id = str(entry.id)
    if entry.state is State.WITHDRAWN:
        return Message((Text(words("faq-card-withdrawn")), *_told(entry.texts)))
    change = Button(words("faq-change"), "faq.change", id)
    if entry.state is State.PUBLISHED:
        withdraw = Button(words("faq-withdraw"), "faq.withdraw", id)
        stands = Note(standing(session, entry, words))
        return Message((Heading(words("faq-card-published")), *_told(entry.texts), stands, Buttons((change, withdraw))))
    parts: list[Part] = [
        Heading(words("faq-card-title")),
        Text(words("faq-card-from", name=entry.publisher.name)),
        *_told(entry.texts),
    ]
    if names := writing.names_in(session, entry.district_id, entry.texts):
        parts.append(Text(words("faq-names", names=words.listed(names))))
    who = approver(session, entry)
    parts.append(Note(words("faq-card-who", name=who.name) if who else words("faq-card-anyone")))
    buttons = (
        Button(words("faq-approve"), "faq.approve", f"{id}:{entry.version}", "main"),
        change,
        Button(words("faq-decline"), "faq.withdraw", id),
    )
    return Message((*parts, Buttons(buttons)))


def _told(texts: writing.Texts) -> list[Part]:
    return [part for question, answer in texts.values() for part in (Quote(question), Quote(answer))]


# For everybody ---------------------------------------------------------------------------------------------------


def answer(
    session: Session, entry: Entry, language: str, words: Words, draft: Draft | None, others: Sequence[Words]
) -> Message:
    """What stands in the FAQ, to somebody who was about to ask."""
    told, about = entry.tells(language), str(draft.id) if draft else ""
    buttons = [
        Button(words("faq-enough"), "faq.enough", about, "main"),
        Button(words("faq-ask-anyway"), "question.start", about),
    ]
    for other in others:
        if other.language in entry.texts and other.language != told.language:
            buttons.append(Button(other("language-name"), "faq.show", f"{entry.id}:{about}:{other.language}"))
    parts = (
        Heading(words("faq-title")),
        Quote(told.question),
        Text(told.answer),
        Note(standing(session, entry, words)),
    )
    return Message((*parts, Buttons(tuple(buttons))))


def standing(session: Session, entry: Entry, words: Words) -> str:
    zone = session.get_one(people.District, entry.district_id).zone
    when = words.day(entry.approved_at, zone) if entry.approved_at else ""
    return words("faq-approved", committee=entry.committee.name, when=when)


def offered(found: Sequence[Entry], words: Words, about: str) -> list[Part]:
    """What may be an answer already; `about` is the draft of whoever asks."""
    if not found:
        return []
    buttons = [
        Button(label(entry, words.language, LABEL), "faq.show", f"{entry.id}:{about}:{words.language}")
        for entry in found
    ]
    return [Text(words("faq-offered")), Buttons(tuple(buttons))]


def label(entry: Entry, language: str, most: int) -> str:
    line = " ".join(entry.tells(language).question.split())
    return line if len(line) <= most else f"{line[: most - 1].rstrip()}…"
