"""Choosing from a list of any length. One that a form can hold is chosen from; in a longer one people type, and those
that fit are suggested to them, or found when the form comes in where a platform suggests nothing there."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

from bot.boundary import Choice, ChoiceField, PickField, Suggestions
from bot.boundary.answers import CHOICES
from bot.texts import Words

MARK = "#"  # begins what stands for a choice that was picked, so that nobody types it
NAMED = 3  # of several that fit what was typed


class NotInList(ValueError):
    """It is none of those that were offered to choose from: forged, or gone since."""


class Unclear(ValueError):
    """What was typed fits none of the choices, or several: those in `fitting`."""

    def __init__(self, fitting: Sequence[Choice]) -> None:
        super().__init__(f"{len(fitting)} fit")  # never what was typed
        self.fitting = fitting


def field(name: str, label: str, offered: Sequence[Choice], suggests: str, hint: str = "") -> ChoiceField | PickField:
    """One is to be chosen. `suggests` is the name in `bot.routes.TYPING` of what answers with `suggested`; `hint` says
    that a name is to be typed."""
    if len(offered) <= CHOICES:
        return ChoiceField(name, label, tuple(offered))
    marked = tuple(Choice(f"{MARK}{one.value}", one.label) for one in offered)
    return PickField(name, label, suggests, marked, hint=hint)


def suggested(offered: Sequence[Choice], text: str) -> Suggestions:
    found = _fitting(offered, text)[:CHOICES]
    return Suggestions(tuple(Choice(f"{MARK}{one.value}", one.label) for one in found))


def read(offered: Sequence[Choice], given: str) -> Choice:
    """What came back from the field. Raises NotInList, Unclear."""
    if len(offered) <= CHOICES:
        chosen = next((one for one in offered if one.value == given), None)
        if chosen is None:
            raise NotInList
        return chosen
    if picked := next((one for one in offered if f"{MARK}{one.value}" == given), None):
        return picked
    typed = _words(given)
    fitting = _fitting(offered, given) if typed else []
    whole = [one for one in fitting if set(typed) <= set(_words(one.label))]
    named = [one for one in whole if typed == _words(one.label)]
    for found in (named, whole, fitting):
        if len(found) == 1:
            return found[0]
    raise Unclear(fitting)


def wrong(unclear: Unclear, words: Words) -> str:
    if not unclear.fitting:
        return words("pick-none")
    named = "; ".join(one.label for one in unclear.fitting[:NAMED])
    return words("pick-several", names=named, count=len(unclear.fitting))


def _fitting(offered: Sequence[Choice], text: str) -> list[Choice]:
    """Each word of the text begins a word of theirs."""
    typed = _words(text)
    return [one for one in offered if all(any(word.startswith(part) for word in _words(one.label)) for part in typed)]


def _words(text: str) -> list[str]:
    """In small letters, without accents and signs."""
    apart = unicodedata.normalize("NFKD", text.casefold())
    kept = (one if one.isalnum() else " " for one in apart if not unicodedata.combining(one))
    return "".join(kept).split()
