"""What the asker is shown, and how it reaches them: all of it goes through here, whether the question carries their
name or not. Those who have the question learn whether it arrived, and of somebody without a name no more than that."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy.orm import Session, object_session

from bot import return_paths, timetable
from bot.boundary import Account, Address, Button, Buttons, Heading, Message, Note, Part, Quote, Text, in_a_line
from bot.delivery import outbox
from bot.delivery.outbox import Standing, State
from bot.people import audiences, committees, links, presence
from bot.people import model as people
from bot.people.cards import contact_lines, place_label, reach_lines
from bot.questions import cards, readers
from bot.questions.model import (
    ANSWER,
    COMMITTEE,
    DETAIL,
    REP,
    SILENT,
    WIDEN,
    Answer,
    Delay,
    Question,
    Status,
    dm_of,
    to_change,
)
from bot.questions.readers import Readers
from bot.texts import Texts, Words

LOOK = "question.look"  # the name under which the timetable looks whether something arrived
SOON, AGAIN = timedelta(minutes=10), timedelta(hours=6)  # until it looks, and once more while it is on its way


def tell(session: Session, question: Question, card: str, subject: int) -> None:
    """Shows them a card, in a direct message where they asked."""
    if question.asker is None or question.account is None:
        return_paths.tell(session, question.thing, card, subject)
        return
    account: str | None = question.account
    if account not in links.accounts_of(session, question.asker):
        account = dm_of(session, question.asker, question.account)  # another of theirs
    if account is None:
        question.unreached = True  # they have left
        return
    outbox.say(session, Address.alone_with(Account.parse(account)), card, subject, question.asker.language)


def change(session: Session, question: Question, card: str, subject: int) -> None:
    """What a card that they were shown says has changed."""
    for name, number in _shown(session, question, card, subject):
        outbox.change(session, name, number)


def settle(session: Session, question: Question, card: str, subject: int) -> None:
    """It has changed for the last time, as a rule."""
    for name, number in _shown(session, question, card, subject):
        outbox.settle(session, name, number)


def standings(session: Session, question: Question, card: str, subject: int) -> list[Standing]:
    """How a card that they are to see fares. Of one without a name the addresses are left out."""
    found = [one for shown in _shown(session, question, card, subject) for one in outbox.standings(session, *shown)]
    return [Standing(0, "", one.state, one.reason, one.withheld) for one in found] if question.anonymous else found


def _shown(session: Session, question: Question, card: str, subject: int) -> list[tuple[str, int]]:
    """The name and number under which the outbox has it."""
    if not question.anonymous:
        return [(card, subject)]
    return [(return_paths.LETTER, one) for one in return_paths.letters(session, question.thing, card, subject)]


# Whether it reached them -----------------------------------------------------------------------------------------


def look_later(session: Session, question: Question, now: datetime) -> None:
    """Something was said to them."""
    timetable.forget(session, LOOK, question.id)
    timetable.set_due(session, LOOK, question.id, now + SOON)


def look(session: Session, subject: int, now: datetime) -> None:
    """For the timetable: at the card that they were to see last."""
    question = to_change(session, subject)
    if question is None:
        return
    if question.status is Status.ANSWERED:
        states = {one.state for one in standings(session, question, ANSWER, question.answers[-1].id)}
    elif question.waits and (asked := readers.wanted(question)) is not None and not asked.refused:
        states = {one.state for one in standings(session, question, WIDEN, question.id)}
    elif question.waits and question.wanted and not question.reply:
        states = {one.state for one in standings(session, question, DETAIL, question.id)}
    else:
        return
    if State.WAITING in states and states <= {State.WAITING, State.STANDING}:
        timetable.set_due(session, LOOK, subject, now + AGAIN)
    else:
        _note(session, question, reached=bool(states) and not states & {State.FAILED, State.HELD})


def heard(session: Session, question: Question) -> None:
    """They have it: they did something about it."""
    _note(session, question, reached=True)


def _note(session: Session, question: Question, *, reached: bool) -> None:
    if question.unreached == reached:
        question.unreached = not reached
        for card in (REP, COMMITTEE):
            outbox.change(session, card, question.id)


# How it looks ----------------------------------------------------------------------------------------------------


def show(question: Question, words: Words) -> Message:
    """Their question, as it is now."""
    if question.status is Status.GIVEN_BACK:
        return given_back(question, words)
    if question.status is Status.MERGED and (target := question.merged_into):
        when = words.moment(target.due_at, target.district.zone)
        said = Text(words("merging-asker", who=cards.holders(target, words), when=when))
        return Message((Quote(question.text), said))
    if question.waits and (asked := readers.wanted(question)) is not None and not asked.refused:
        return widening(question, words)
    if question.answers and not question.waits:
        return answer(question.answers[-1], words)
    if question.wanted and not question.reply:
        return detail(question, words)
    when = words.moment(question.due_at, question.district.zone)
    return Message((Quote(question.text), Text(words("question-rests", who=cards.holders(question, words), when=when))))


def detail_card(session: Session, subject: int, words: Words, texts: Texts) -> Message:
    return detail(session.get_one(Question, subject), words)


def detail(question: Question, words: Words) -> Message:
    """What they are asked before they get an answer."""
    if over := cards.gone(question, words):
        return over
    if not question.wanted:
        gone_on = Text(words("question-detail-over", who=cards.holders(question, words)))
        return Message((Quote(in_a_line(question.text, 200)), gone_on))
    parts: list[Part] = [
        Text(words("question-detail-title", who=cards.holders(question, words))),
        Quote(in_a_line(question.text, 200)),
        Quote(question.wanted),
    ]
    if question.reply:
        parts += [Text(words("question-detail-replied")), Quote(question.reply)]
    if question.waits:
        label = words("question-reply-again" if question.reply else "question-reply")
        parts.append(Buttons((Button(label, "question.reply", str(question.id), "main"),)))
    return Message(tuple(parts))


def who_reads(question: Question, words: Words) -> str:
    """What the asker says to those who have it (`Question.leave_behind`)."""
    who, next_one = cards.holders(question, words), question.topic.committee
    if question.committee is None and next_one is not None:
        return words("question-said-first", who=who, committee=next_one.name)
    return words("question-said", who=who)


def widening_card(session: Session, subject: int, words: Words, texts: Texts) -> Message:
    return widening(session.get_one(Question, subject), words)


def widening(question: Question, words: Words) -> Message:
    """Whether a committee whose people they were not shown may read it."""
    if over := cards.gone(question, words):
        return over
    asked, committee = readers.wanted(question), None
    if asked is not None and question.waits:
        committee = asked.committee
    if asked is None or committee is None:
        return Message((Quote(question.text), Text(words("widening-over", who=cards.holders(question, words)))))
    said = "widening-newcomers" if committee is question.committee else "widening-nobody"
    why = words(said, committee=committee.name)
    if asked.member is not None:
        why = words("widening-wants", name=asked.member.name, committee=committee.name)
    parts: list[Part] = [Heading(words("widening-title")), Quote(question.text), Text(why)]
    yes = Button(words("widening-yes"), "question.widen", str(Readers(question.id, _seen(question, committee))), "main")
    no = Button(words("widening-no"), "question.keep-here", str(question.id))
    new = Text("\n".join(_new_readers(question, committee, words)))
    alone = [Text(words("widening-alone"))] if question.said else []
    if asked.refused:  # which they can think over
        kept = Text(words("widening-kept", who=cards.holders(question, words)))
        return Message((*parts, kept, new, *alone, Buttons((yes,)), Note(words("widening-else"))))
    return Message((*parts, new, *alone, Buttons((yes, no)), Note(words("widening-else"))))


def _seen(question: Question, committee: people.Committee) -> str:
    session = object_session(question)
    return audiences.of_committee(session, committee).seen if session else ""


def _new_readers(question: Question, committee: people.Committee, words: Words) -> list[str]:
    session = object_session(question)
    if session is None:
        return []
    there = committees.homes(session, committee)
    lines = [words("widening-committee", committee=committee.name)]
    if there:
        reach = presence.reach(session, there, audiences.of_its_seats(session, committee))
        labels = words.listed([place_label(home) for home in there])
        said = words("question-reads-committee", committee=committee.name, place=labels)
        lines = [f"{said} {reach_lines(reach, words)}"]
    new = audiences.of_committee(session, committee).beyond(question.audience)
    if count := audiences.administrators(session, new):
        lines.append(words("widening-administrators", count=count))
    return lines


def answer_card(session: Session, subject: int, words: Words, texts: Texts) -> Message:
    return answer(session.get_one(Answer, subject), words)


def answer(told: Answer, words: Words) -> Message:
    question, id = told.question, str(told.question_id)
    if over := cards.gone(question, words):
        return over
    parts: list[Part] = [
        Heading(words("question-answer-title")),
        Quote(question.text),
        Text(words("question-answer-from", name=cards.answerer(told, words), who=cards.holders(question, words))),
        *cards.said(told, words),
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


def delay_card(session: Session, subject: int, words: Words, texts: Texts) -> Message:
    delay = session.get_one(Delay, subject)
    question, when = delay.question, words.moment(delay.due_at, delay.question.district.zone)
    if over := cards.gone(question, words):
        return over
    said = Text(words("question-delay", who=cards.holders(question, words), when=when))
    why = Text(words("question-delay-reason"))
    return Message((said, Quote(in_a_line(question.text, 200)), why, Quote(delay.reason)))


def given_back_card(session: Session, subject: int, words: Words, texts: Texts) -> Message:
    return given_back(session.get_one(Question, subject), words)


def given_back(question: Question, words: Words) -> Message:
    if not question.text:
        return cards.gone(question, words) or Message(())
    if question.has_nobody_left:
        return _nobody_left(question, words)
    parts: list[Part] = [Heading(words("question-given-back-title"))]
    if question.contact:
        reader, topic = cards.holders(question, words), question.contact.name(words.language)
        parts.append(Text(words("question-given-back", reader=reader, topic=topic)))
        parts += [Text(line) for line in contact_lines([question.contact], words)]
    parts += [Text(words("question-danger")), Text(words("question-given-back-words")), Quote(question.text)]
    have = Button(words("question-have-it"), "question.have-it", str(question.id))
    return Message((*parts, Note(words("question-given-back-else")), Buttons((have,))))


def _nobody_left(question: Question, words: Words) -> Message:
    """The committee that had it is closed: the words are there to be asked elsewhere."""
    ask = Button(words("question-start"), "question.start", "", "main")
    have = Button(words("question-have-it"), "question.have-it", str(question.id))
    return Message(
        (
            Heading(words("question-nobody-left-title")),
            Text(words("question-nobody-left", committee=cards.holders(question, words))),
            Text(words("question-given-back-words")),
            Quote(question.text),
            Note(words("question-nobody-left-else")),
            Buttons((ask, have)),
        )
    )
