"""What the forms and cards of all features share."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from bot.boundary import Button, Buttons, Choice, ChoiceField, FormErrors, Message, Private, Quote, Text
from bot.drafts import Typed, Wrong
from bot.payloads import Shown
from bot.request import Request
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


def say(request: Request, name: str, /, **about: str | int) -> Private:
    """A private answer of one sentence."""
    return Private(Message((Text(request.words(name, **about)),)))


def in_other_languages(words: Words, texts: Texts, do: str, id: int) -> list[Button]:
    """Buttons that show the same in each language but this one."""
    return [
        Button(other("language-name"), do, str(Shown(id, other.language))) for other in texts.others(words.language)
    ]
