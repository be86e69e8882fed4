"""What the forms and cards of all features share."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from bot.boundary import Button, Choice, ChoiceField, Message, Private, Text
from bot.drafts import Typed
from bot.payloads import Shown
from bot.request import Request
from bot.texts import Texts, Words


def first(typed: Typed, field: str) -> str:
    """What was typed into a text field, or the one choice; empty: nothing."""
    return next(iter(typed.get(field, ())), "")


def choices(name: str, label: str, offered: Sequence[Choice], typed: Typed, most: int = 1) -> ChoiceField:
    """What was chosen before is chosen, as far as it is offered."""
    values = {choice.value for choice in offered}
    chosen = tuple(value for value in typed.get(name, ()) if value in values)
    return ChoiceField(name, label, tuple(offered), chosen[:most], most=most)


def say(request: Request, name: str, /, **about: str | int) -> Private:
    """A private answer of one sentence."""
    return Private(Message((Text(request.words(name, **about)),)))


def in_other_languages(words: Words, texts: Texts, do: str, id: int) -> list[Button]:
    """Buttons that show the same in each language but this one."""
    others: Iterable[Words] = (other for other in texts.values() if other.language != words.language)
    return [Button(other("language-name"), do, str(Shown(id, other.language))) for other in others]
