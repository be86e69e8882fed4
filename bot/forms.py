"""What the forms and cards of all features share."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from bot import drafts, picks
from bot.boundary import (
    Button,
    Buttons,
    Choice,
    ChoiceField,
    Form,
    FormErrors,
    Message,
    Private,
    Quote,
    Suggestions,
    Text,
    Typing,
)
from bot.boundary.answers import CHOICES
from bot.drafts import Typed, Wrong
from bot.payloads import Kept, Shown
from bot.request import Refusal, Request
from bot.texts import Texts, Words


def first(typed: Typed, field: str) -> str:
    """What was typed into a text field, or the one choice; empty: nothing."""
    return next(iter(typed.get(field, ())), "")


def choices(
    name: str, label: str, offered: Sequence[Choice], typed: Typed, most: int = 1, hint: str = ""
) -> ChoiceField:
    """What was chosen before is chosen, as far as it is offered."""
    values = {choice.value for choice in offered}
    chosen = tuple(value for value in typed.get(name, ()) if value in values)
    return ChoiceField(name, label, tuple(offered), chosen[:most], hint, most)


def several(name: str, label: str, offered: Sequence[tuple[str, str]], typed: Typed, words: Words) -> ChoiceField:
    """Any number of these, of which the first is everyone: as many as a form can offer, which says if these are not
    all; those that were chosen before come after the first."""
    order = (offered[0][0], *typed.get(name, ()))
    first_those = sorted(offered, key=lambda choice: order.index(choice[0]) if choice[0] in order else len(order))
    shown = [Choice(*choice) for choice in first_those[:CHOICES]]
    hint = words("poll-form-list-cut", count=CHOICES) if len(offered) > CHOICES else ""
    return choices(name, label, shown, typed, len(shown), hint)


def moment(text: str) -> datetime | None:
    """What a choice of a time stands for; None for anything else."""
    try:
        at = datetime.fromisoformat(text)
    except ValueError:
        return None
    return at if at.tzinfo else None


def refused(request: Request, wrong: Wrong, opens: str, *own_words: str) -> FormErrors:
    """For a form of which there is no draft. Where it is closed by now: what is wrong, what its writer typed into the
    fields `own_words`, and the press `opens` that opens it again."""
    typed = (Quote(text) for name in own_words if (text := request.given(name)))
    again = Buttons((Button(request.words("fix-it"), opens, request.about, "main"),))
    return FormErrors(wrong, Message((*map(Text, wrong.values()), *typed, again)))


def reopened(request: Request, form: Form) -> Form:
    """The form, as it was filled in when it was refused (`keep_refused`); as it is where it was not."""
    draft = drafts.own(request, form.name)
    if draft is None:
        return form
    about = replace(Kept.parse(form.about), draft=str(draft.id))
    return replace(form, about=str(about)).filled_in(draft.typed)


def keep_refused(request: Request, form: str, opens: str, wrong: Wrong) -> FormErrors:
    """What is wrong, with a button that opens the form again, filled in. The form is about a row."""
    draft = drafts.keep(request, form, request.fields, drafts.own(request, form))
    kept = replace(request.payload(Kept), draft=str(draft.id))
    again = Buttons((Button(request.words("fix-it"), opens, str(kept), "main"),))
    return FormErrors(wrong, Message((*map(Text, wrong.values()), again)))


def look_again(request: Request, form: str, opens: str, why: str) -> FormErrors:
    """What the form itself said is another by now, which nobody can set right in it: it is opened anew, filled in."""
    return replace(keep_refused(request, form, opens, {"": why}), errors={})


def forget_refused(request: Request, form: str) -> None:
    if (draft := drafts.own(request, form)) is not None:
        request.session.delete(draft)


def picked(request: Request, form: str, field: str, offered: Sequence[Choice], gone: str) -> Choice | FormErrors:
    """The choice of a `picks.field`, in a form that bears the name of the press that opens it. Raises Refusal, saying
    `gone`, where it is not offered any more."""
    try:
        chosen = picks.read(offered, request.given(field))
    except picks.NotInList:
        raise Refusal.saying(request.words(gone)) from None
    except picks.Unclear as unclear:
        return keep_refused(request, form, form, {field: picks.wrong(unclear, request.words)})
    forget_refused(request, form)
    return chosen


def suggested(request: Request, offered: Sequence[Choice]) -> Suggestions:
    """For the same field, while somebody types."""
    return picks.suggested(offered, request.act.text if isinstance(request.act, Typing) else "")


def say(request: Request, name: str, /, **about: str | int) -> Private:
    """A private answer of one sentence."""
    return Private(Message((Text(request.words(name, **about)),)))


def in_other_languages(words: Words, texts: Texts, do: str, id: int) -> list[Button]:
    """Buttons that show the same in each language but this one."""
    return [
        Button(other("language-name"), do, str(Shown(id, other.language))) for other in texts.others(words.language)
    ]
