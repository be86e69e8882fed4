"""The form that a platform has opened for a person, as a dialog."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping, Sequence
from functools import partial

from nicegui import ui
from nicegui.events import ValueChangeEventArguments

from playground.page.conversation import Card, Hands
from playground.page.elements import button, tag
from playground.page.suggestions import Suggestions
from playground.person import SeenField, SeenForm, SeenMessage
from playground.words import Words

Values = Mapping[str, str | Sequence[str]]
Submit = Callable[[Values], Awaitable[None]]
FindIn = Callable[[str, str], Awaitable[Sequence[tuple[str, str]]]]  # a field's name and what was typed into it
Press = Callable[[SeenMessage, str], Awaitable[None]]


class TextBox:
    def __init__(self, field: SeenField) -> None:
        with tag("div", classes="field"):
            self._input = ui.textarea(value=field.value) if field.long else ui.input(value=field.value)
            tag("label", field.label, "caption", for_=self._input.html_id).move(target_index=0)
            self._input.props("outlined dense")
            self._input.props["aria-label"] = field.label
            self._input.props.set_optional("hint", field.hint or None)
            self._input.props.set_optional("placeholder", field.placeholder or None)
            if field.kind in ("date", "time"):
                self._input.props["type"] = field.kind
            elif field.most:
                self._input.props["maxlength"] = field.most
            if field.long:
                self._input.props("autogrow")

    def value(self) -> str:
        return self._input.value or ""

    def complain(self, error: str) -> None:
        self._input.error = error or None


class Picker:
    """One of several choices."""

    def __init__(self, field: SeenField) -> None:
        with tag("div", classes="field"):
            tag("span", field.label, "caption", aria_hidden="true")
            self._select = ui.select(dict(field.choices), value=next(iter(field.chosen), None))
            self._select.props('outlined dense options-dense=false behavior="menu"')
            self._select.props["aria-label"] = field.label
            self._select.props.set_optional("hint", field.hint or None)

    def value(self) -> Sequence[str]:
        return () if self._select.value is None else (str(self._select.value),)

    def complain(self, error: str) -> None:
        self._select.error = error or None


class Ticks:
    """Any of several choices, at most so many."""

    def __init__(self, field: SeenField, words: Words) -> None:
        with tag("fieldset", classes="field ticks"):
            tag("legend", field.label, "caption")
            self._boxes = {value: ui.checkbox(label, value=value in field.chosen) for value, label in field.choices}
            hints = [field.hint, words.at_most.format(count=field.most) if field.most < len(field.choices) else ""]
            tag("p", " ".join(filter(None, hints)), "hint")
            self._error = tag("p", classes="error", role="alert")

    def value(self) -> Sequence[str]:
        return tuple(value for value, box in self._boxes.items() if box.value)

    def complain(self, error: str) -> None:
        self._error.set_text(error)


class Finder:
    """One or several of what is found by typing; a press takes what was chosen away again."""

    def __init__(self, field: SeenField, words: Words, find: FindIn) -> None:
        self._most = field.most
        self._labels = dict(field.choices)  # of all that was found so far
        self._chosen = list(field.chosen)
        with tag("div", classes="field"):
            self._input = ui.input(placeholder=field.placeholder, on_change=self._changed).props("outlined dense")
            tag("label", field.label, "caption", for_=self._input.html_id).move(target_index=0)
            self._input.props["aria-label"] = field.label
            self._input.props.set_optional("hint", field.hint or None)
            self._input.on("focus", self._opened, args=[])
            self._suggestions = Suggestions(words.fitting, partial(self._find, field.name, find), self._take)
            self._taken = tag("div", classes="offers", role="group", aria_label=words.chosen)
        self._draw()

    def value(self) -> Sequence[str]:
        return tuple(self._chosen)

    def complain(self, error: str) -> None:
        self._input.error = error or None

    async def _changed(self, change: ValueChangeEventArguments[str | None]) -> None:
        if change.value:
            await self._suggestions.follow(change.value)
        else:
            self._suggestions.clear()

    async def _opened(self) -> None:
        """Some are there before anything is typed, where the form says so."""
        if not self._input.value:
            await self._suggestions.follow("")

    async def _find(self, name: str, find: FindIn, text: str) -> Sequence[tuple[str, str]]:
        found = await find(name, text)
        self._labels |= dict(found)
        return found

    async def _take(self, value: str) -> None:
        kept = [one for one in self._chosen if one != value]
        self._chosen = [*kept[max(0, len(kept) + 1 - self._most) :], value]
        self._suggestions.clear()
        self._input.set_value("")
        self._draw()

    def _leave(self, value: str) -> None:
        self._chosen.remove(value)
        self._draw()

    def _draw(self) -> None:
        self._taken.clear()
        with self._taken:
            for value in self._chosen:
                button(f"{self._labels[value]} ✕", partial(self._leave, value), "offer")


Input = TextBox | Picker | Ticks | Finder


def _input(field: SeenField, words: Words, find: FindIn) -> Input:
    if field.kind == "found":
        return Finder(field, words, find)
    if field.kind != "choice":
        return TextBox(field)
    return Picker(field) if field.most <= 1 else Ticks(field, words)


def _shape(form: SeenForm) -> object:
    """What must be the same for the drawn fields to stay, with all that was typed into them."""
    fields = tuple(
        (field.name, field.label, field.kind, field.most, () if field.kind == "found" else field.choices)
        for field in form.fields
    )
    return form.title, form.submit, form.shown is None, fields


class FormDialog:
    """Shows a person's open form and follows it: errors appear beside the fields, what was typed stays."""

    def __init__(
        self, classes: str, words: Words, hands: Hands, find: FindIn, submit: Submit, dismiss: Callable[[], None]
    ) -> None:
        self._words = words
        self._hands = hands
        self._find = find
        self._submit = submit
        self._dismiss = dismiss
        self._form: SeenForm | None = None
        self._inputs: dict[str, Input] = {}
        self._card: Card | None = None
        with ui.dialog().props("no-backdrop-dismiss") as self._dialog, tag("div", "", classes, data_testid="form"):
            self._title = tag("h2")
            self._body = tag("div", classes="form-body")
            self._complaint = tag("p", classes="error", role="alert")
            self._end = tag("div", classes="form-end")
        self._dialog.props["aria-labelledby"] = self._title.html_id
        self._dialog.on_value_change(self._opened_or_closed)

    def show(self, form: SeenForm | None) -> None:
        before, self._form = self._form, form
        if form is None:
            self._dialog.close()
            return
        if before is None or _shape(before) != _shape(form):
            self._draw(form)
        if self._card is not None and form.shown is not None:
            self._card.show(form.shown)
        if before is None or before.fields != form.fields:
            for field in form.fields:
                self._inputs[field.name].complain(field.error)
            if any(field.error for field in form.fields):
                self._body.client.run_javascript(f"goToTheError({self._body.html_id!r})")
        self._dialog.open()

    def complain(self, sentence: str) -> None:
        """Says something about the form as a whole."""
        self._complaint.set_text(sentence)

    def _draw(self, form: SeenForm) -> None:
        self._title.set_text(form.title)
        self._body.clear()
        self._end.clear()
        self.complain("")
        self._body.client.run_javascript(f"goToTheTop({self._body.html_id!r})")
        with self._body:
            self._card = Card(self._words, self._hands) if form.shown is not None else None
            self._inputs = {field.name: _input(field, self._words, self._find) for field in form.fields}
        with self._end:
            button(self._words.cancel if form.submit else self._words.close_form, self._dialog.close)
            if form.submit:
                button(form.submit, self._send, "main", data_testid="send-form")

    async def _send(self) -> None:
        self.complain("")
        await self._submit({name: field.value() for name, field in self._inputs.items()})

    def _opened_or_closed(self, change: ValueChangeEventArguments[bool]) -> None:
        if not change.value and self._form is not None:
            self._form = None
            self._dismiss()
