"""How questions look on the home card."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from bot.boundary import Button, Buttons, Part, Text
from bot.people import school_days
from bot.questions import cards
from bot.questions.model import Question, Status
from bot.request import Request


def listed(request: Request, title: str, questions: Sequence[Question], stuck: Collection[Question] = ()) -> list[Part]:
    """`stuck`: those whose card does not stand where it should."""
    words, off = request.words, school_days.off(request.session, request.district)
    lines = []
    for question in questions:
        rests = question.merged_into or question
        who, when = cards.holders(rests, words), words.moment(rests.due_at, question.district.zone)
        state = words("question-home-waits", who=who, when=when)
        if question.waits and question.wanted and not question.reply:
            state = words("question-home-wanted")
        if question.proposed:
            state = words("question-home-proposed")
        if question in stuck:
            state = words("question-home-stuck")
        if question.status is Status.ANSWERED:
            state = words("question-home-answered")
        if question.status is Status.GIVEN_BACK:
            state = words("question-home-given-back")
        if rests.waits:
            days = school_days.passed(question.asked_at, request.now, request.district, off)
            state = f"{state} {words('question-home-for', days=days)}"
        lines.append(words("question-home-line", begin=cards.short(question.text, 80), state=state))
    buttons = tuple(
        Button(
            words("question-open", begin=cards.short(question.text)), "question.show", f"{question.id}:{words.language}"
        )
        for question in questions
    )
    return [Text("\n".join((title, *lines))), Buttons(buttons)]
