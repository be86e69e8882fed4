"""What Discord keeps for us in a `custom_id`, 100 characters at most: all that a button or a form needs, so that both
work after any restart; and in the number of a message's outermost component, as evidence that it was posted."""

from __future__ import annotations

from typing import NamedTuple

BUTTON, CONTAINER = 2, 17  # Discord's numbers for these kinds of component
FIRST, MANY = 10**9, 10**9  # of the numbers that containers have by which a delivery is known; Discord gives small ones


def container_id(delivery: str) -> dict[str, int]:
    """The number of the container around a message that belongs to a delivery."""
    return {"id": FIRST + int(delivery) % MANY} if delivery else {}


def bears(components: object, delivery: int) -> bool:
    """Whether a message of ours, as Discord tells it, is this delivery."""
    outer = components if isinstance(components, list) else []
    numbers = [part.get("id") for part in outer if isinstance(part, dict) and part.get("type") == CONTAINER]
    return container_id(str(delivery))["id"] in numbers or str(delivery) in deliveries(components)


class ButtonId(NamedTuple):
    """`delivery` is empty in a message that only one person sees. Where a message has the same button twice, which
    Discord refuses, the second is written `do#2`."""

    do: str
    about: str
    delivery: str

    def __str__(self) -> str:
        return "|".join(self)

    def again(self, number: int) -> ButtonId:
        return self._replace(do=f"{self.do}#{number}")

    @classmethod
    def parse(cls, text: str) -> ButtonId | None:
        do, _, rest = text.partition("|")
        do = do.partition("#")[0]
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
