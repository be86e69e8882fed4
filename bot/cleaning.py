"""What people typed, before anybody looks at it."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from bot.boundary import Act, Command, Said, Shortcut, Span, Submit, Typing, characters


def clean(act: Act, commands: Collection[str]) -> Act:
    """The act with every text fit to be stored and shown, `/somewhere poll …` being `/poll …`."""
    match act:
        case Command():
            first, _, rest = act.text.strip().partition(" ")
            if act.name == "somewhere" and first.lower() in commands:
                return replace(act, name=first.lower(), text=characters.clean(rest))
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
