"""Plain HTML elements: real buttons and headings, styled by style.css alone."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from nicegui.element import Element
from nicegui.elements.mixins.text_element import TextElement

Press = Callable[[], Awaitable[None] | None]


def tag(name: str, text: str = "", classes: str = "", **attributes: str) -> TextElement:
    """An element with nothing but text in it; an underscore in an attribute's name is written as a hyphen."""
    element = TextElement(tag=name, text=text).classes(classes)
    for attribute, value in attributes.items():
        element.props[attribute.rstrip("_").replace("_", "-")] = value
    return element


def attribute(element: Element, name: str, value: str) -> None:
    """Sets it if it is not so already. Touching an input for nothing could undo what is being typed into it."""
    if element.props.get(name) != value:
        element.props[name] = value


def button(label: str, on_press: Press, classes: str = "", **attributes: str) -> TextElement:
    """A real button that rests from the press until `on_press` is done. It is never `disabled` meanwhile: a disabled
    button would lose the focus."""
    element = tag("button", label, f"button {classes}", type="button", **attributes)

    async def pressed() -> None:
        if element.props.get("aria-disabled"):
            return
        element.props["aria-disabled"] = "true"
        try:
            if (doing := on_press()) is not None:
                await doing
        finally:
            if not element.is_deleted:
                element.props.pop("aria-disabled", None)

    element.on("click", pressed, args=[])
    return element
