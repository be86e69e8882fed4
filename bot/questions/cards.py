"""How a question looks, to everyone with whom it rests and to whoever asked it."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy.orm import Session, object_session

from bot.boundary import Button, Buttons, Heading, Message, Note, Part, Quote, Text
from bot.people import model as people
from bot.people.cards import acting_name, place_label, seat_title
from bot.people.topics import Topic
from bot.questions import anonymity, mutes, outcomes
from bot.questions import parts as parts_of
from bot.questions.model import SILENT, Answer, Question, Status
from bot.texts import Texts, Words

REP, COMMITTEE, ANSWER, GIVEN_BACK = "question.rep", "question.committee", "question.answer", "question.given-back"
DETAIL, PASSED = "question.detail", "question.passed"
SHORT = 30  # characters of a question by which it is recognised

# Where it rests --------------------------------------------------------------------------------------------------


def rep_card(session: Session, subject: int, words: Words, texts: Texts) -> Message:
    """In the DM of whoever reads it first."""
    return for_rep(session.get_one(Question, subject), words)


def for_rep(question: Question, words: Words) -> Message:
    id = str(question.id)
    if over := parts_of.over(question, words):
        return over
    if question.committee:  # what they and whoever asked say to each other from now on is not for them
        passed = Note(words("question-rep-passed", committee=question.committee.name))
        return Message((Heading(words("question-rep-title")), *_first_asked(question, words), passed))
    parts = [Heading(words("question-rep-title")), *_asked(question, words)]
    if question.status is Status.WITH_REP:
        buttons = [Button(words("question-answer"), "question.answer", id, "main")]
        if question.topic.committee:
            to = words("question-pass-to", committee=short(question.topic.committee.name, 50))
            buttons.append(Button(to, "question.pass", id))
        buttons.append(Button(words("question-want"), "question.want", id))
        buttons += parts_of.more(question, words)
        buttons += parts_of.keeping_time(question, words)
        buttons.append(Button(words("question-give-back"), "question.give-back", id))
        parts += [Text(words("question-rep-what-now")), Buttons(tuple(buttons))]
    return Message((*parts, *outcomes.of(question, words)))


def committee_card(session: Session, subject: int, words: Words, texts: Texts) -> Message:
    """In the committee's home."""
    question = session.get_one(Question, subject)
    message = for_committee(question, words)
    others = [
        Button(other("language-name"), "question.show", f"{question.id}:{other.language}")
        for other in texts.others(words.language)
    ]
    return Message(
        (*message.parts, Buttons(tuple(others))), thread=f"{question.topic.name(words.language)} · {question.id}"
    )


def passed_card(session: Session, subject: int, words: Words, texts: Texts) -> Message:
    """In the home of a committee that passed it on: where it is now, not what became of it."""
    question = session.get_one(Question, subject)
    return Message((Text(words("question-passed-card", who=holders(question, words))),))


def for_committee(question: Question, words: Words) -> Message:
    id, name = str(question.id), question.committee.name if question.committee else ""
    if over := parts_of.over(question, words):
        return over
    parts = [Heading(words("question-committee-title", committee=name)), *_asked(question, words)]
    if question.claimer:
        parts.append(Text(words("question-claimed", name=question.claimer.name)))
    if question.waits:
        take = words("question-take-over" if question.claimer else "question-take")
        parts += parts_of.proposed(question, words)
        buttons = (
            Button(take, "question.take", f"{id}:{question.claimer_id or ''}"),
            *parts_of.answering(question, words),
            Button(words("question-want"), "question.want", id),
            *parts_of.more(question, words),
            Button(words("question-pass"), "question.pass-on", id),
            Button(words("question-give-back"), "question.give-back", id),
        )
        foot = "following-committee-foot" if question.findable else "question-committee-foot"
        parts += [Note(words(foot)), Buttons(buttons)]
    return Message((*parts, *outcomes.of(question, words), *mutes.parts(question, words)))


def with_again(message: Message, question: Question, place: people.Place, words: Words) -> Message:
    """For those who can see to it that it stands where it should."""
    again = Button(words("question-again"), "question.again", str(question.id), "main")
    return Message((*message.parts, Text(words("question-stuck", place=place_label(place))), Buttons((again,))))


def _first_asked(question: Question, words: Words) -> list[Part]:
    topic = question.topic.name(words.language)
    asked = Text(words("question-asked", asker=asker_line(question, words), topic=topic))
    return [asked, Quote(question.text), *parts_of.changed(question, words)]


def _asked(question: Question, words: Words) -> list[Part]:
    when = words.moment(question.due_at, question.district.zone)
    parts = [*_first_asked(question, words), *parts_of.wondering(question, words)]
    if question.waits and question.missing:
        parts += [Text(words("question-missing")), Quote(question.missing)]
    if question.wanted:
        parts += [Text(words("question-wanted")), Quote(question.wanted)]
        parts += [Text(words("question-replied")), Quote(question.reply)] if question.reply else []
    if question.waits:
        due = words("question-due-urgent" if question.urgent else "question-due", when=when)
        parts.append(Text(due))
    if question.unreached:
        parts.append(Text(words("question-unreached")))
    said_since = (*parts_of.noted(question, words), *parts_of.delayed(question, words))
    return [*parts, *said_since, *parts_of.merged(question, words)]


def asker_line(question: Question, words: Words) -> str:
    """ "Owen Lindqvist (Lincoln Elementary)"."""
    asker, session = question.asker, object_session(question)
    if asker is None:
        return anonymity.shown(question, words)
    building = session.get(people.Building, asker.building_id) if session and asker.building_id else None
    return f"{asker.name} ({(building or asker.group).name})"


def holders(question: Question, words: Words) -> str:
    """With whom it rests."""
    if question.committee:
        return question.committee.name
    return seat_title(question.rep, words) if question.rep else words("nobody-yet")


# What the asker sees ---------------------------------------------------------------------------------------------


def detail_card(session: Session, subject: int, words: Words, texts: Texts) -> Message:
    """In the asker's DM."""
    return detail(session.get_one(Question, subject), words)


def detail(question: Question, words: Words) -> Message:
    """What they are asked before they get an answer."""
    if over := parts_of.over(question, words):
        return over
    parts: list[Part] = [
        Text(words("question-detail-title", who=holders(question, words))),
        Quote(short(question.text, 200)),
        Quote(question.wanted or ""),
    ]
    if question.reply:
        parts += [Text(words("question-detail-replied")), Quote(question.reply)]
    if question.waits:
        label = words("question-reply-again" if question.reply else "question-reply")
        parts.append(Buttons((Button(label, "question.reply", str(question.id), "main"),)))
    return Message(tuple(parts))


def answer_card(session: Session, subject: int, words: Words, texts: Texts) -> Message:
    """In the asker's DM."""
    return answer(session.get_one(Answer, subject), words)


def answer(told: Answer, words: Words) -> Message:
    question, id = told.question, str(told.question_id)
    if over := parts_of.over(question, words):
        return over
    parts: list[Part] = [
        Heading(words("question-answer-title")),
        Quote(question.text),
        Text(words("question-answer-from", name=outcomes.answerer(told, words), who=holders(question, words))),
        *outcomes.said(told, words),
    ]
    if question.status is Status.ANSWERED and told is question.answers[-1]:
        yes = Button(words("question-enough"), "question.enough", id, "main")
        no = Button(words("question-not-yet"), "question.not-yet", id)
        closes = Note(words("question-answer-closes", days=SILENT))
        return Message((*parts, Text(words("question-answer-asks")), Buttons((yes, no)), closes))
    if question.status is not Status.CLOSED or told is not question.answers[-1]:
        return Message((*parts, Note(words("question-is-open-again"))))
    said = "question-is-closed-by-itself-to-asker" if question.by_itself else "question-is-closed-to-asker"
    again = Button(words("question-not-yet-after-all"), "question.not-yet", id)
    return Message((*parts, Note(words(said)), Buttons((again,))))


def for_asker(question: Question, words: Words) -> Message:
    if question.status is Status.GIVEN_BACK:
        return given_back(question, words)
    if question.status is Status.MERGED and (target := question.merged_into):
        when = words.moment(target.due_at, target.district.zone)
        return Message((Quote(question.text), Text(words("merging-asker", who=holders(target, words), when=when))))
    if question.answers and not question.waits:
        return answer(question.answers[-1], words)
    if question.wanted and not question.reply:
        return detail(question, words)
    when = words.moment(question.due_at, question.district.zone)
    return Message((Quote(question.text), Text(words("question-rests", who=holders(question, words), when=when))))


def given_back_card(session: Session, subject: int, words: Words, texts: Texts) -> Message:
    return given_back(session.get_one(Question, subject), words)


def given_back(question: Question, words: Words) -> Message:
    if not question.text:
        return Message((Text(words("question-card-given-back")),))
    parts: list[Part] = [Heading(words("question-given-back-title"))]
    if question.contact:
        reader = holders(question, words)
        parts += [
            Text(words("question-given-back", reader=reader, topic=question.contact.name(words.language))),
            *(Text(line) for line in contact_lines([question.contact], words)),
        ]
    parts += [Text(words("question-danger")), Text(words("question-given-back-words")), Quote(question.text)]
    have = Button(words("question-have-it"), "question.have-it", str(question.id))
    return Message((*parts, Note(words("question-given-back-else")), Buttons((have,))))


def contact_lines(topics: Sequence[Topic], words: Words) -> list[str]:
    """Who can help with what is not for this channel, each of them once."""
    names: dict[people.Seat | None, list[str]] = {}
    for topic in topics:
        names.setdefault(topic.contact, []).append(topic.name(words.language))
    return [_contact_line(seat, "; ".join(about), words) for seat, about in names.items()]


def _contact_line(seat: people.Seat | None, about: str, words: Words) -> str:
    if seat is None or seat.acting is None:
        return words("question-contact-nobody", topic=about)
    return words("question-contact", topic=about, name=acting_name(seat, words), seat=seat_title(seat, words))


def short(text: str, most: int = SHORT) -> str:
    line = " ".join(text.split())
    return line if len(line) <= most else f"{line[: most - 1].rstrip()}…"
