"""How the FAQ looks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy.orm import Session

from bot import forms
from bot.approvals import Seen
from bot.boundary import Button, Buttons, Heading, Message, Note, Part, Quote, Text, in_a_line
from bot.drafts import Draft
from bot.payloads import Payload, Shown
from bot.people import model as people
from bot.people import presence
from bot.people.audiences import Audience, Kind
from bot.questions.faq import rules
from bot.questions.faq.model import Entry, State, Told, names_in
from bot.texts import Texts, Words

CARD = "faq.entry"
LABEL = 75  # characters of a button


@dataclass(frozen=True)
class ForAsker(Payload):
    """An entry, for the asker with this draft (a number, or nothing), in a language (or the reader's)."""

    id: int
    draft: str = ""
    language: str = ""


# For its committee -----------------------------------------------------------------------------------------------


def card(session: Session, subject: int, words: Words, texts: Texts) -> Message:
    """In the home of the committee that approves it; no words, where that is meant for more people by now."""
    entry = session.get_one(Entry, subject)
    if not all(rules.may_come_to(session, entry, home) for home in presence.stands_in(session, CARD, subject)):
        look = Button(words("faq-look"), "faq.look", str(Shown(entry.id, words.language)))
        return Message((Text(words("faq-is-for-others")), Buttons((look,))))
    others = forms.in_other_languages(words, texts, "faq.look", entry.id)
    return Message((*for_committee(session, entry, words).parts, Buttons(tuple(others))))


def for_committee(session: Session, entry: Entry, words: Words) -> Message:
    id = str(entry.id)
    if entry.state is State.WITHDRAWN:
        return Message((Text(words("faq-card-withdrawn")), *told(entry.texts)))
    change = Button(words("faq-change"), "faq.change", id)
    if entry.state is State.PUBLISHED:
        withdraw = out(entry, words)
        stands = Note(standing(session, entry, words))
        return Message((Heading(words("faq-card-published")), *told(entry.texts), stands, Buttons((change, withdraw))))
    parts: list[Part] = [
        Heading(words("faq-card-title")),
        Text(words("faq-card-from", name=entry.publisher.name, readers=readers(session, entry.audience, words))),
        *told(entry.texts),
    ]
    if names := names_in(session, entry.district_id, entry.texts):
        parts.append(Text(words("faq-names", names=words.listed(names))))
    who = rules.APPROVAL.approver(session, entry)
    parts.append(Note(words("faq-card-who", name=who.name) if who else words("faq-card-anyone")))
    buttons = (
        Button(words("faq-approve"), "faq.approve", str(Seen(entry.id, entry.version)), "main"),
        change,
        Button(words("faq-decline"), "faq.withdraw", id),
    )
    return Message((*parts, Buttons(buttons)))


def out(entry: Entry, words: Words, tone: str = "") -> Button:
    return Button(words("faq-withdraw"), "faq.withdraw", str(entry.id), tone)


def for_caretaker(entry: Entry, words: Words) -> list[Part]:
    """Below an entry of a committee that has closed."""
    return [Note(words("faq-deserted", committee=entry.committee.name)), Buttons((out(entry, words),))]


def told(texts: Told) -> list[Part]:
    return [part for question, answer in texts.values() for part in (Quote(question), Quote(answer))]


def readers(session: Session, audience: Audience, words: Words) -> str:
    """Who can find an entry: one group, or everybody in the district (`rules.audience`)."""
    groups = [clause.id for clause in audience.clauses if clause.kind is Kind.GROUP]
    if not groups:
        return words("faq-readers-all")
    return words("faq-readers-group", group=session.get_one(people.Group, groups[0]).name)


# For everybody ---------------------------------------------------------------------------------------------------


def answer(
    session: Session, entry: Entry, language: str, words: Words, draft: Draft | None, others: Sequence[Words]
) -> Message:
    """What stands in the FAQ, to somebody who was about to ask."""
    tells, about = entry.tells(language), str(draft.id) if draft else ""
    buttons = [
        Button(words("faq-enough"), "faq.enough", about, "main"),
        Button(words("faq-ask-anyway"), "question.start", about),
    ]
    for other in others:
        if other.language in entry.texts and other.language != tells.language:
            shown = str(ForAsker(entry.id, about, other.language))
            buttons.append(Button(other("language-name"), "faq.show", shown))
    parts = (
        Heading(words("faq-title")),
        Quote(tells.question),
        Text(tells.answer),
        Note(standing(session, entry, words)),
    )
    return Message((*parts, Buttons(tuple(buttons))))


def standing(session: Session, entry: Entry, words: Words) -> str:
    zone = session.get_one(people.District, entry.district_id).zone
    when = words.day(entry.approved_at, zone) if entry.approved_at else ""
    return words("faq-approved", committee=entry.committee.name, when=when)


def offered(found: Sequence[Entry], words: Words, about: str) -> list[Part]:
    """What may be an answer already; `about` is the asker's draft."""
    if not found:
        return []
    buttons = [
        Button(label(entry, words.language, LABEL), "faq.show", str(ForAsker(entry.id, about, words.language)))
        for entry in found
    ]
    return [Text(words("faq-offered")), Buttons(tuple(buttons))]


def label(entry: Entry, language: str, most: int) -> str:
    return in_a_line(entry.tells(language).question, most)
