"""Choosing from a list, in a form about a question that bears the name of the press that opens it. What is unclear is
asked once more, with all that was written."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot import drafts, picks
from bot.boundary import Button, Buttons, Choice, Form, FormErrors, Message, Submit, Suggestions, Text, Typing
from bot.questions import resting
from bot.questions.model import Question
from bot.request import Refusal, Request

NOTE = "note"  # the field of such a form whose words are nowhere else


def form(request: Request, question: Question, asked: Form) -> Form:
    """As it was filled in before, if it was."""
    draft = drafts.own(request, asked.name)
    return replace(asked, about=f"{question.id}:{draft.id}").filled_in(draft.typed) if draft else asked


def suggested(request: Request, offered: Sequence[Choice]) -> Suggestions:
    return picks.suggested(offered, request.act.text if isinstance(request.act, Typing) else "")


def read(
    request: Request, question: Question, name: str, field: str, offered: Sequence[Choice], gone: str
) -> Choice | FormErrors:
    """`name`: of the form. Raises Refusal, saying `gone` and giving the note back, where it is not offered."""
    draft, typed = drafts.own(request, name), request.act.fields if isinstance(request.act, Submit) else {}
    try:
        chosen = picks.read(offered, next(iter(typed.get(field, ())), ""))
    except picks.NotInList:
        raise Refusal(resting.returning(request, gone, NOTE)) from None
    except picks.Unclear as unclear:
        error, draft = picks.wrong(unclear, request.words), drafts.keep(request, name, typed, draft)
        fix = Button(request.words("fix-it"), name, f"{question.id}:{draft.id}", "main")
        return FormErrors({field: error}, Message((Text(error), Buttons((fix,)))))
    if draft is not None:
        request.session.delete(draft)
    return chosen
