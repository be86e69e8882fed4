"""Parts of the cards of those with whom a question rests."""

from __future__ import annotations

from sqlalchemy.orm import object_session

from bot.boundary import Button, Buttons, Message, Note, Part, Quote, Text
from bot.questions import followers
from bot.questions.faq import search
from bot.questions.model import Question, Status
from bot.texts import Words


def proposed(question: Question, words: Words) -> list[Part]:
    """The answer that a second member must still approve."""
    found = question.proposed
    return [Text(words("question-proposed", name=found.member.name)), Quote(found.text)] if found else []


def answering(question: Question, words: Words) -> list[Button]:
    id, found = str(question.id), question.proposed
    if found is None:
        return [Button(words("question-answer"), "question.answer", id, "main")]
    approve = Button(words("question-approve"), "question.approve", f"{id}:{found.version}", "main")
    return [approve, Button(words("question-proposal-change"), "question.answer", id)]


def undo(question: Question, words: Words) -> Button:
    """For whoever has just sent the last answer."""
    return Button(words("question-undo"), "question.undo", str(question.answers[-1].id), "danger")


def noted(question: Question, words: Words) -> list[Part]:
    """What those said who had it before."""
    return [Text(words("question-noted")), Quote(question.note)] if question.waits and question.note else []


def delayed(question: Question, words: Words) -> list[Part]:
    """Why its date is a new one, as the asker was told."""
    if not question.waits or not question.delays:
        return []
    return [Text(words("question-delayed")), Quote(question.delays[-1].reason)]


def merged(question: Question, words: Words) -> list[Part]:
    """With which it is answered."""
    target = question.merged_into
    if question.status is not Status.MERGED or target is None:
        return []
    apart = Button(words("merging-undo"), "question.split", str(question.id))
    return [Text(words("merging-into")), Quote(target.text), Buttons((apart,))]


def wondering(question: Question, words: Words) -> list[Part]:
    """How many others want to know it, and how many asked it too."""
    session = object_session(question)
    if session is None:
        return []
    follow, asked = followers.count(session, question), followers.count_merged(session, question)
    said = [words("following-count", count=follow)] if follow else []
    said += [words("merging-count", count=asked)] if asked else []
    return [Note(" ".join(said))] if said else []


def more(question: Question, words: Words) -> list[Button]:
    """Where somebody has asked it before."""
    id, session = str(question.id), object_session(question)
    buttons = []
    if session and search.is_anything(session, question.topic.district_id):
        buttons.append(Button(words("faq-use"), "faq.use", id))
    if session and followers.others_wait(session, question):
        buttons.append(Button(words("merging-merge"), "question.merge", id))
    return buttons


def changed(question: Question, words: Words) -> list[Part]:
    """That its asker said it otherwise before."""
    if question.changed is None:
        return []
    after = not question.waits and question.changed == len(question.answers)
    return [Note(words("question-asker-changed-after" if after else "question-asker-changed"))]


def over(question: Question, words: Words) -> Message | None:
    """Where its words are nobody's business any more."""
    if question.taken_back:
        return Message((Text(words("question-taken-back")),))
    return Message((Text(words("question-card-given-back")),)) if question.status is Status.GIVEN_BACK else None


def keeping_time(question: Question, words: Words) -> list[Button]:
    """For whoever cannot answer it in time."""
    id = str(question.id)
    hand_on = Button(words("question-hand-on"), "question.hand-on", id)
    return [hand_on, Button(words("question-later"), "question.later", id)]
