"""How questions look on the home card."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from bot.boundary import Button, Buttons, Part, Text
from bot.questions import cards
from bot.questions.model import Question, Status
from bot.texts import Words


def listed(title: str, questions: Sequence[Question], words: Words, stuck: Collection[Question] = ()) -> list[Part]:
    """`stuck`: those whose card does not stand where it should."""
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
        lines.append(words("question-home-line", begin=cards.short(question.text, 80), state=state))
    buttons = tuple(
        Button(
            words("question-open", begin=cards.short(question.text)), "question.show", f"{question.id}:{words.language}"
        )
        for question in questions
    )
    return [Text("\n".join((title, *lines))), Buttons(buttons)]
