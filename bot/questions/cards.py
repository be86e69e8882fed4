"""How a question looks to those who have it."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy.orm import Session, object_session

from bot import approvals, forms
from bot.boundary import Button, Buttons, Heading, Message, Note, Part, Quote, Text, in_a_line
from bot.payloads import Payload
from bot.people import model as people
from bot.people import presence, seats
from bot.people.cards import place_label, seat_title, signature
from bot.people.places import Place
from bot.questions import anonymity, muting, readers
from bot.questions.faq import search
from bot.questions.model import (
    COMMITTEE,
    Answer,
    Question,
    Status,
    count_followers,
    count_merged,
    goes_to_others,
    others_wait,
)
from bot.texts import Texts, Words

ON_HOME = 3  # questions of a kind that the home card has room for


@dataclass(frozen=True)
class Claimed(Payload):
    """A question, and who had taken it when its card was drawn: a member's number, empty while nobody had."""

    id: int
    by: str = ""


def rep_card(session: Session, subject: int, words: Words, texts: Texts) -> Message:
    """In the DM of its first reader."""
    return for_rep(session.get_one(Question, subject), words)


def for_rep(question: Question, words: Words) -> Message:
    id = str(question.id)
    if over := gone(question, words):
        return over
    if question.committee:  # what they and the asker say to each other from now on is not for them
        passed = Note(words("question-rep-passed", committee=question.committee.name))
        return Message((Heading(words("question-rep-title")), *_first_asked(question, words), passed))
    parts = [Heading(words("question-rep-title")), *_asked(question, words)]
    if question.status is Status.WITH_REP:
        buttons = [Button(words("question-answer"), "question.answer", id, "main")]
        if question.topic.committee:
            to = words("question-pass-to", committee=in_a_line(question.topic.committee.name, 50))
            buttons.append(Button(to, "question.pass", id))
        buttons.append(Button(words("question-want"), "question.want", id))
        buttons += _asked_before(question, words)
        buttons += keeping_time(question, words)
        buttons.append(Button(words("question-give-back"), "question.give-back", id))
        if question.topic.committee is None:
            parts.append(Text(words("question-rep-alone", topic=question.topic.name(words.language))))
        parts += [Text(words("question-rep-what-now")), Buttons(tuple(buttons))]
    return Message((*parts, *_outcome(question, words)))


def committee_card(session: Session, subject: int, words: Words, texts: Texts) -> Message:
    """In the committee's home; no words, where one of its homes is meant for more people by now."""
    question = session.get_one(Question, subject)
    homes = presence.stands_in(session, COMMITTEE, subject)
    if not all(readers.may_come_to(session, question, home) for home in homes):
        show = Button(words("question-see"), "question.show", str(question.id))
        return Message((Text(words("question-is-for-others")), Buttons((show,))))
    others = Buttons(tuple(forms.in_other_languages(words, texts, "question.show", question.id)))
    thread = f"{question.topic.name(words.language)} · {question.id}"
    return Message((*for_committee(question, words).parts, others), thread=thread)


def for_committee(question: Question, words: Words) -> Message:
    id, name = str(question.id), question.committee.name if question.committee else ""
    if over := gone(question, words):
        return over
    parts = [Heading(words("question-committee-title", committee=name)), *_asked(question, words)]
    if question.claimer:
        parts.append(Text(words("question-claimed", name=question.claimer.name)))
    if question.waits:
        take = words("question-take-over" if question.claimer else "question-take")
        buttons = [Button(take, "question.take", str(Claimed(question.id, str(question.claimer_id or ""))))]
        if proposed := question.proposed:
            parts += [Text(words("question-proposed", name=proposed.member.name)), Quote(proposed.text)]
            seen = str(approvals.Seen(question.id, proposed.version))
            buttons.append(Button(words("question-approve"), "question.approve", seen, "main"))
            buttons.append(Button(words("question-proposal-change"), "question.answer", id))
        else:
            buttons.append(Button(words("question-answer"), "question.answer", id, "main"))
        buttons.append(Button(words("question-want"), "question.want", id))
        buttons += _asked_before(question, words)
        buttons.append(Button(words("question-pass"), "question.pass-on", id))
        buttons.append(Button(words("question-give-back"), "question.give-back", id))
        others = (session := object_session(question)) is not None and goes_to_others(session, question)
        foot = "following-committee-foot" if others else "question-committee-foot"
        parts += [Note(words(foot)), Buttons(tuple(buttons))]
    return Message((*parts, *_outcome(question, words), *_mute(question, words)))


def for_readers(question: Question, words: Words) -> Message:
    """What others read in the committee's home: its buttons are not theirs."""
    parts = for_committee(question, words).parts
    return Message(tuple(part for part in parts if not isinstance(part, Buttons)))


def passed_card(session: Session, subject: int, words: Words, texts: Texts) -> Message:
    """In the home of a committee that passed it on: where it is now, not what became of it."""
    question = session.get_one(Question, subject)
    return Message((Text(words("question-passed-card", who=holders(question, words))),))


def with_again(message: Message, question: Question, place: Place, words: Words) -> Message:
    """For those who can see to it that it comes where it should be."""
    again = Button(words("question-again"), "question.again", str(question.id), "main")
    return Message((*message.parts, Text(words("question-stuck", place=place_label(place))), Buttons((again,))))


# What was asked, and what was said since -------------------------------------------------------------------------


def _first_asked(question: Question, words: Words) -> list[Part]:
    topic, asker, session = question.topic.name(words.language), question.asker, object_session(question)
    who = anonymity.described(question.group, question.building, words)
    if asker is not None:  # "Owen Lindqvist (Lincoln Elementary)"
        building = session.get(people.Building, asker.building_id) if session and asker.building_id else None
        who = f"{asker.name} ({(building or asker.group).name})"
    parts: list[Part] = [Text(words("question-asked", asker=who, topic=topic)), Quote(question.text)]
    if question.changed is not None:
        after = not question.waits and question.changed == len(question.answers)
        parts.append(Note(words("question-asker-changed-after" if after else "question-asker-changed")))
    return parts


def _asked(question: Question, words: Words) -> list[Part]:
    parts, session = _first_asked(question, words), object_session(question)
    follow, too = (count(session, question) if session else 0 for count in (count_followers, count_merged))
    said = [words("following-count", count=follow)] if follow else []
    said += [words("merging-count", count=too)] if too else []
    if said:
        parts.append(Note(" ".join(said)))
    if question.waits and question.missing:
        parts += [Text(words("question-missing")), Quote(question.missing)]
    if question.wanted:
        parts += [Text(words("question-wanted")), Quote(question.wanted)]
        parts += [Text(words("question-replied")), Quote(question.reply)] if question.reply else []
    if question.waits:
        when = words.moment(question.due_at, question.district.zone)
        parts.append(Text(words("question-due-urgent" if question.urgent else "question-due", when=when)))
    if question.unreached:
        parts.append(Text(words("question-unreached")))
    if question.waits and question.note:
        parts += [Text(words("question-noted")), Quote(question.note)]
    parts += _widening(question, words)
    if question.waits and question.delayed:
        parts += [Text(words("question-delayed")), Quote(question.delayed)]
    if question.status is Status.MERGED and question.merged_into:
        apart = Button(words("merging-undo"), "question.split", str(question.id))
        parts += [*_merged_into(question, question.merged_into, words), Buttons((apart,))]
    return parts


def _merged_into(question: Question, other: Question, words: Words) -> list[Part]:
    session = object_session(question)
    if session is None or not readers.are_readers_of(session, question, other):
        return [Text(words("merging-into-another"))]
    return [Text(words("merging-into")), Quote(other.text)]


def _widening(question: Question, words: Words) -> list[Part]:
    asked = readers.wanted(question)
    if asked is None or asked.committee is None or not question.waits:
        return []
    refused, waits = "widening-refused", "widening-waits"
    if asked.committee is question.committee:
        refused, waits = "widening-refused-newcomers", "widening-waits-newcomers"
    said = refused if asked.refused else waits
    return [Text(words(said, committee=asked.committee.name))]


def _asked_before(question: Question, words: Words) -> list[Button]:
    id, session = str(question.id), object_session(question)
    buttons = []
    if session and search.is_anything(session, question.topic.district_id, search.for_question(session, question)):
        buttons.append(Button(words("faq-use"), "faq.use", id))
    if session and others_wait(session, question):
        buttons.append(Button(words("merging-merge"), "question.merge", id))
    return buttons


def keeping_time(question: Question, words: Words) -> list[Button]:
    """For those who cannot answer it in time."""
    id = str(question.id)
    hand_on = Button(words("question-hand-on"), "question.hand-on", id)
    return [hand_on, Button(words("question-later"), "question.later", id)]


def answerer(told: Answer, words: Words) -> str:
    """Both names where a deputy answered for the seat that reads questions first."""
    question, session = told.question, object_session(told)
    of_seat = question.rep if question.committee is None and question.merged_into_id is None else None
    if of_seat is None or session is None or told.sent_at is None:
        return told.member.name
    return signature(told.member, seats.holder_at(session, of_seat, told.sent_at), words)


# What became of it -----------------------------------------------------------------------------------------------


def _outcome(question: Question, words: Words) -> list[Part]:
    if question.waits or not question.answers:
        return []
    last = question.answers[-1]
    state = "question-is-closed" if question.status is Status.CLOSED else "question-is-answered"
    if question.by_itself:
        state = "question-is-closed-by-itself"
    parts = [Text(words("question-answered-by", name=answerer(last, words))), *said(last, words), Note(words(state))]
    if last.withdrawn:
        return parts
    return [*parts, Buttons((Button(words("faq-publish"), "faq.publish", str(question.id)),))]


def said(told: Answer, words: Words) -> list[Part]:
    """What an answer says now: it may have been changed or taken back after it was sent."""
    if told.withdrawn:
        return [Text(words("question-withdrawn"))]
    return [Quote(told.text), *([Note(words("question-changed"))] if told.changed else [])]


def gone(question: Question, words: Words) -> Message | None:
    """Where its words are nobody's business any more."""
    if question.taken_back:
        return Message((Text(words("question-taken-back")),))
    if question.has_nobody_left:
        return Message((Text(words("question-card-nobody-left")),))
    return Message((Text(words("question-card-given-back")),)) if question.status is Status.GIVEN_BACK else None


def _mute(question: Question, words: Words) -> list[Part]:
    if not muting.can_be(question):
        return []
    id, ends = str(question.id), muting.of(question)
    if ends is None:
        return [Buttons((Button(words("mute"), "question.mute", id),))]
    lift = Buttons((Button(words("mute-lift"), "question.unmute", id),))
    if question.asker:  # whom all in the channel know
        return [lift]
    return [Text(words("mute-stands", until=words.moment(ends, question.district.zone))), lift]


def holders(question: Question, words: Words) -> str:
    """Those who have it."""
    if question.committee:
        return question.committee.name
    return seat_title(question.rep, words) if question.rep else words("nobody-yet")
