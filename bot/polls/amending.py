"""What people do to an open poll of their own: set a word right, add an answer."""

from __future__ import annotations

from bot.boundary import Answer, Button, Buttons, Form, FormErrors, Message, Private, Quote, Submit, Text, TextField
from bot.delivery import outbox
from bot.drafts import Typed
from bot.polls import cards, changes, writing
from bot.polls.fields import first
from bot.polls.model import ALL_OPTIONS_MOST, OPTIONS_MOST, QUESTION_MOST, Poll
from bot.request import Refusal, Request

FORM = "poll.amend"


def ask(request: Request, poll: Poll) -> Answer:
    _refuse_if_over(request, poll)
    words = request.words
    fields = [TextField("question", words("poll-form-question"), "", poll.question, QUESTION_MOST)]
    if changes.has_own_options(poll):
        options = "\n".join(option.label for option in poll.options)
        most = ALL_OPTIONS_MOST + OPTIONS_MOST
        hint = words("poll-amend-hint")
        fields.append(TextField("options", words("poll-form-options"), hint, options, most, long=True))
    return Form(FORM, words("poll-amend"), words("poll-amend-submit"), words("cancel"), tuple(fields), str(poll.id))


def amend(request: Request, poll: Poll) -> Answer:
    _refuse_if_over(request, poll)
    typed: Typed = request.act.fields if isinstance(request.act, Submit) else {}
    reader = writing.Reader(request, typed)
    question, labels = reader.question(), reader.labels() if changes.has_own_options(poll) else []
    gone = changes.removed(poll, labels) if labels else []
    if not reader.wrong and not changes.can_remove(request.session, poll, gone):
        reader.say("options", "poll-wrong-removed")
    if reader.wrong:
        return FormErrors(reader.wrong, _not_so(request, poll, typed, list(reader.wrong.values())))
    if not changes.amend(request.session, poll, question, labels, request.now):
        return Private(_with_buttons(request, poll, "poll-amend-same"))
    outbox.change(request.session, cards.CARD, poll.id)
    return Private(_with_buttons(request, poll, "poll-amend-done"))


def _with_buttons(request: Request, poll: Poll, name: str) -> Message:
    return Message((Text(request.words(name)), Buttons(tuple(cards.author_buttons(request, poll)))))


def _not_so(request: Request, poll: Poll, typed: Typed, errors: list[str]) -> Message:
    """With what was typed, which is nowhere else by now."""
    words = [text for name in ("question", "options") if (text := first(typed, name).strip())]
    again = Button(request.words("fix-it"), "poll.amend", str(poll.id), "main")
    return Message((*(Text(error) for error in errors), *(Quote(text) for text in words), Buttons((again,))))


def _refuse_if_over(request: Request, poll: Poll) -> None:
    if not poll.takes_answers(request.now):
        raise Refusal.saying(request.words("poll-is-closed", when=request.moment(poll.closes_at)))
