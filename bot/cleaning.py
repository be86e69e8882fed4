"""What people typed, before anybody looks at it."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import replace

from bot.boundary import Act, Command, Said, Shortcut, Span, Submit, Typing, characters
from bot.texts import Texts, Words


def typed(commands: Iterable[str], texts: Texts) -> dict[str, str]:
    """What can be typed after /somewhere, and the command that it means: its own name, and those in `content/`."""
    own = {name: name for name in commands}
    others = {plain(one): name for words in texts.values() for name in own for one in names(name, words)}
    return others | own


def names(command: str, words: Words) -> list[str]:
    """Of a command in a language, the one to be told people first."""
    name = f"typed-{command}"
    return words(name).split(", ") if name in words.variables else []


def plain(word: str) -> str:
    """In small letters, without accents."""
    apart = unicodedata.normalize("NFKD", word.casefold())
    return "".join(one for one in apart if not unicodedata.combining(one))


def clean(act: Act, commands: Mapping[str, str]) -> Act:
    """The act with every text fit to be stored and shown, `/somewhere poll …` being `/poll …`; `commands` as made by
    `typed`."""
    match act:
        case Command():
            first, _, rest = act.text.strip().partition(" ")
            if act.name == "somewhere" and (meant := commands.get(plain(first))):
                return replace(act, name=meant, text=characters.clean(rest))
            return replace(act, text=characters.clean(act.text))
        case Shortcut() | Typing():
            return replace(act, text=characters.clean(act.text))
        case Submit():
            fields = {name: tuple(characters.clean(value) for value in values) for name, values in act.fields.items()}
            return replace(act, fields=fields)
        case Said():
            files = tuple(replace(file, name=characters.clean(file.name)) for file in act.files)
            return replace(act, text=characters.clean(act.text), prose=act.prose.each(_span), files=files)
        case _:
            return act


def _span(span: Span) -> Span:
    return replace(span, text=characters.clean(span.text), link=characters.clean(span.link))
