"""What Discord keeps for us in a `custom_id`, 100 characters at most: all that a button or a form needs, so that both
work after any restart. The delivery in a button's id is also the evidence that a message was posted."""

from __future__ import annotations

from typing import NamedTuple

BUTTON = 2  # Discord's number for this kind of component


class ButtonId(NamedTuple):
    """`delivery` is empty in a message that only one person sees."""

    do: str
    about: str
    delivery: str

    def __str__(self) -> str:
        return "|".join(self)

    @classmethod
    def parse(cls, text: str) -> ButtonId | None:
        do, _, rest = text.partition("|")
        about, bar, delivery = rest.rpartition("|")
        if not do or not bar or (delivery and not (delivery.isascii() and delivery.isdigit())):
            return None
        return cls(do, about, delivery)


class FormId(NamedTuple):
    form: str
    about: str

    def __str__(self) -> str:
        return "|".join(self)

    @classmethod
    def parse(cls, text: str) -> FormId | None:
        form, bar, about = text.partition("|")
        return cls(form, about) if form and bar else None


def deliveries(components: object) -> set[str]:
    """The deliveries that the buttons among a message's components, as Discord tells them, belong to."""
    found = set()
    waiting = [components]
    while waiting:
        part = waiting.pop()
        if isinstance(part, list):
            waiting.extend(part)
        elif isinstance(part, dict):
            waiting.append(part.get("components"))
            custom_id = part.get("custom_id")
            if part.get("type") == BUTTON and isinstance(custom_id, str) and (id := ButtonId.parse(custom_id)):
                found.add(id.delivery)
    return found
