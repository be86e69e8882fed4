"""What the core says, as Discord's components (version 2). Whatever the texts are, Discord takes the result."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from itertools import groupby
from typing import Any

from adapters.discord import prose
from adapters.discord.escape import cut, escape, one_line, plain
from adapters.discord.ids import BUTTON, ButtonId, FormId, container_id
from bot.boundary import (
    Bar,
    Button,
    Buttons,
    ChoiceField,
    Field,
    Form,
    Heading,
    Message,
    MomentField,
    Note,
    Part,
    PickField,
    Prose,
    Quote,
    Search,
    Suggestions,
    Text,
    TextField,
    abridged,
)

Json = dict[str, Any]

COMPONENTS, CHARACTERS, BUTTONS_IN_A_ROW = 40, 4000, 5  # of one message: components counted with the nested ones
BLOCKS_IN_A_BAR = 10
MOST_TYPED, MOST_PICKED = 4000, 100  # characters in a text input, and of a name or a time that is typed there
EPHEMERAL, IS_COMPONENTS_V2 = 1 << 6, 1 << 15
ACTION_ROW, SELECT, TEXT_INPUT, TEXT_DISPLAY, CONTAINER, LABEL = 1, 3, 4, 10, 17, 18
STYLES = {"main": 1, "danger": 4}
NEUTRAL = 2


def card(message: Message, delivery: str = "", role: str = "") -> Json:
    """The part of a request's body that is the message; nothing in it can ping anyone but those who have `role`."""
    shown: Json = {"type": CONTAINER, **container_id(delivery), "components": _blocks(message.parts, delivery)}
    pings = [{"type": TEXT_DISPLAY, "content": f"<@&{role}>"}] if role else []
    return {
        "flags": IS_COMPONENTS_V2,
        "components": [*pings, shown],
        "allowed_mentions": {"parse": [], "roles": [role]} if role else {"parse": []},
    }


def choices(suggestions: Suggestions) -> list[Json]:
    """What a person who types is offered."""
    return [{"name": _label(abridged(one.label, 100), 100), "value": one.value} for one in suggestions.choices]


def modal(form: Form) -> Json:
    return {
        "custom_id": str(FormId(form.name, form.about)),
        "title": _label(form.title, 45),
        "components": [_field(field) for field in form.fields],
    }


# Messages --------------------------------------------------------------------------------------------------------


def _blocks(parts: Sequence[Part], delivery: str) -> list[Json]:
    parts = [part for part in parts if not isinstance(part, Search)]  # Discord has none outside of commands
    texts = _texts(parts)
    blocks = _arrange([(part, texts.get(place, "")) for place, part in enumerate(parts)], delivery)
    if _count(blocks) < COMPONENTS:
        return blocks
    # Too scattered: all that is to be read, then all the buttons, for whose rows there is room then.
    buttons = tuple(button for part in parts if isinstance(part, Buttons) for button in part.buttons)
    one_text = _joined([(part, texts.get(place, "")) for place, part in enumerate(parts)])
    return _arrange([(Text(one_text), one_text), *((row, "") for row in _sets(buttons))], delivery)


def _sets(buttons: Sequence[Button]) -> list[Buttons]:
    return [Buttons(tuple(buttons[start : start + 25])) for start in range(0, len(buttons), 25)]


def _arrange(parts: Sequence[tuple[Part, str]], delivery: str) -> list[Json]:
    """Each part comes with what is written by it. Bars are a text of their own: Discord keeps texts a little apart."""
    blocks: list[Json] = []
    seen: Counter[ButtonId] = Counter()
    for _, run in groupby(parts, lambda part: type(part[0]) if isinstance(part[0], Bar | Buttons) else Text):
        group = list(run)
        blocks += [row for part, _ in group if isinstance(part, Buttons) for row in _rows(part, delivery, seen)]
        if text := _joined(group):
            blocks.append({"type": TEXT_DISPLAY, "content": text})
    return blocks or [{"type": TEXT_DISPLAY, "content": "…"}]


def _joined(parts: Sequence[tuple[Part, str]]) -> str:
    """Quotes stay apart: of quoted lines that follow each other Discord makes one."""
    joined, quoted = "", False
    for part, text in parts:
        if text:
            gap = "\n\n" if quoted and isinstance(part, Quote) else "\n"
            joined += gap + text if joined else text
            quoted = isinstance(part, Quote)
    return joined


def _count(blocks: Sequence[Json]) -> int:
    return sum(1 + len(block.get("components", ())) for block in blocks)


def _rows(part: Buttons, delivery: str, seen: Counter[ButtonId]) -> list[Json]:
    buttons = [_button(button, delivery, seen) for button in part.buttons]
    starts = range(0, len(buttons), BUTTONS_IN_A_ROW)
    return [{"type": ACTION_ROW, "components": buttons[start : start + BUTTONS_IN_A_ROW]} for start in starts]


def _button(button: Button, delivery: str, seen: Counter[ButtonId]) -> Json:
    id = ButtonId(button.do, button.about, delivery)
    seen[id] += 1
    return {
        "type": BUTTON,
        "style": STYLES.get(button.tone, NEUTRAL),
        "label": _label(abridged(button.label, 80), 80),
        "custom_id": str(id if seen[id] == 1 else id.again(seen[id])),
    }


def _texts(parts: Sequence[Part]) -> dict[int, str]:
    """What is written by the places of the parts, all of it together short enough."""
    writers = {place: _writer(part) for place, part in enumerate(parts) if not isinstance(part, Buttons)}
    full = {place: write(source) for place, (source, write) in writers.items()}
    between = len(full) + sum(isinstance(part, Quote) for part in parts)
    most = _fair_share([len(text) for text in full.values()], CHARACTERS - between)
    return {place: text if len(text) <= most else _shorten(*writers[place], most) for place, text in full.items()}


def _fair_share(lengths: Sequence[int], room: int) -> int:
    """The characters that each text may have, so that only the longest must give way."""
    for place, length in enumerate(sorted(lengths)):
        share = room // (len(lengths) - place)
        if length > share:
            return share
        room -= length
    return CHARACTERS


def _shorten(source: str, write: Callable[[str], str], most: int) -> str:
    fits, too_long = 1, len(source)
    while too_long - fits > 1:
        middle = (fits + too_long) // 2
        fits, too_long = (middle, too_long) if len(write(cut(source, middle))) <= most else (fits, middle)
    return write(cut(source, fits))


def _writer(part: Part) -> tuple[str, Callable[[str], str]]:
    """The member's or our own words in a part, and how they are written."""
    match part:
        case Heading():
            return one_line(part.text), lambda text: _lines("## ", text)
        case Quote():
            return part.text, lambda text: _lines("> ", text, blank="> ")
        case Note():
            return part.text, lambda text: _lines("-# ", text)
        case Bar():
            # The figure comes before the bar, which a screen reader spells out block by block.
            figure, bar = escape(cut(one_line(part.figure), 60)), _bar(part.share)
            return one_line(part.label), lambda text: f"{escape(text)}: {figure}\n{bar}".rstrip()
        case Text():
            return part.text, lambda text: _lines("", text)
        case Prose(blocks):
            # Cut short it is plain: a format that is cut in two would show.
            whole = part.text
            return whole, lambda text: prose.markdown(blocks) if text == whole else _lines("", text)
        case Buttons() | Search():
            return "", lambda text: text


def _lines(mark: str, text: str, blank: str = "") -> str:
    if not plain(text).strip():
        return ""
    return "\n".join(mark + line if line.strip() else blank for line in escape(text).split("\n"))


def _bar(share: float) -> str:
    """Solid, in steps of half a block; who has a vote sees one."""
    halves = min(max(round(share * 2 * BLOCKS_IN_A_BAR), share > 0), 2 * BLOCKS_IN_A_BAR)
    return "█" * (halves // 2) + "▌" * (halves % 2)


def _label(text: str, most: int) -> str:
    """For labels and titles, in which Discord reads no Markdown and of which none may be empty."""
    return cut(one_line(text), most) or "…"


# Forms -----------------------------------------------------------------------------------------------------------


def _field(field: Field) -> Json:
    label: Json = {"type": LABEL, "label": _label(field.label, 45), "component": _component(field)}
    return label | {"description": _label(field.hint, 100)} if field.hint else label


def _component(field: Field) -> Json:
    match field:
        case TextField(value=value, most=most, long=long):
            return _text_input(field.name, value, most, long=long)
        case ChoiceField():
            return _select(field)
        case PickField(written=written, most=most):  # nothing is suggested in a modal, so names are typed
            return _text_input(field.name, written, MOST_PICKED * most, long=most > 1)
        case MomentField(value=value, picked=picked):
            written = " ".join(filter(None, picked)) if picked else value
            return _text_input(field.name, written, MOST_PICKED) | {"placeholder": _label(field.example, 100)}


def _text_input(name: str, value: str, most: int, *, long: bool = False) -> Json:
    whole = cut(plain(value), MOST_TYPED)
    return {
        "type": TEXT_INPUT,
        "custom_id": name,
        "style": 2 if long else 1,
        "value": whole,
        "max_length": min(max(most, len(whole)), MOST_TYPED),
        "required": False,  # what is missing is the core's to say
    }


def _select(field: ChoiceField) -> Json:
    most = min(field.most, len(field.choices))
    options = [
        {
            "value": choice.value,
            "label": _label(abridged(choice.label, 100), 100),
            "default": choice.value in field.chosen,
        }
        for choice in field.choices
    ]
    bounds: Json = {"min_values": 0, "required": False} if field.optional else {"min_values": 1}
    return {"type": SELECT, "custom_id": field.name, "options": options, "max_values": most, **bounds}
