"""Modals and the home tab. Every view carries in its `private_metadata` the place where it began."""

from __future__ import annotations

import json
from collections.abc import Iterator

from slack_sdk.models import blocks as kit
from slack_sdk.models.views import View

from adapters.slack.escape import cut
from adapters.slack.render import Json, blocks, plain
from bot.boundary import (
    Address,
    Choice,
    ChoiceField,
    Field,
    Form,
    Message,
    MomentField,
    PickField,
    Suggestions,
    TextField,
    abridged,
)

MOST_TITLE = 24
MOST_TYPED = 3000
LEAST_TYPED = 0  # characters before something is suggested: a list is there as soon as it is opened
TIME = "#time"  # after the name of a field: where its time of day is picked


def home(message: Message) -> Json:
    view: Json = View(type="home", blocks=blocks(message)).to_dict()
    return view


def pop_up(message: Message, title: str, place: Address | None) -> Json:
    """A modal that shows a message, with nothing to send in. Without a label of ours Slack names its close button."""
    view = View(
        type="modal",
        title=plain(title, MOST_TITLE),
        private_metadata=_began("", place),
        blocks=blocks(message),
    )
    shown: Json = view.to_dict()
    return shown


def form(form: Form, place: Address | None) -> Json:
    view = View(
        type="modal",
        callback_id=form.name,
        title=plain(form.title, MOST_TITLE),
        submit=plain(form.submit, MOST_TITLE),
        close=plain(form.cancel, MOST_TITLE),
        private_metadata=_began(form.about, place),
        blocks=[block for place, field in enumerate(form.fields) for block in _inputs(field, place)],
    )
    shown: Json = view.to_dict()
    return shown


def options(suggestions: Suggestions) -> list[Json]:
    """What a person who types is offered."""
    return [_option(choice).to_dict() for choice in suggestions.choices]


def _began(about: str, place: Address | None) -> str:
    where = {"channel": place.channel, "thread": place.thread} if place else {}
    return json.dumps({"about": about} | where)


def _inputs(field: Field, place: int) -> Iterator[kit.InputBlock]:
    """The block's id is the field's name: Slack wants refusals keyed by it. A time of day has a block of its own."""
    match field:
        case TextField(value=value, most=most, long=long, optional=optional):
            yield _input(field, _typed(field.name, value, most, long=long), optional=optional)
        case ChoiceField(optional=optional):
            yield _input(field, _chosen(field), optional=optional)
        case PickField(typed="", most=1):
            first = next(map(_option, field.picked), None)
            yield _input(
                field,
                kit.ExternalDataSelectElement(
                    action_id=f"{field.suggests}#{place}", initial_option=first, min_query_length=LEAST_TYPED
                ),
            )
        case PickField(typed=""):
            yield _input(
                field,
                kit.ExternalDataMultiSelectElement(
                    action_id=f"{field.suggests}#{place}",
                    initial_options=[_option(one) for one in field.picked] or None,
                    min_query_length=LEAST_TYPED,
                    max_selected_items=field.most,
                ),
            )
        case PickField(written=written, most=most):  # what is no choice can be put into nothing but a text
            yield _input(field, _typed(field.name, written, MOST_TYPED, long=most > 1))
        case MomentField(picked=(day, time), optional=optional):
            yield _input(
                field, kit.DatePickerElement(action_id=field.name, initial_date=day or None), optional=optional
            )
            if field.time:
                name = f"{field.name}{TIME}"
                element = kit.TimePickerElement(action_id=name, initial_time=time or None)
                yield kit.InputBlock(block_id=name, label=plain(field.time, 2000), element=element, optional=True)
        case MomentField(value=value, optional=optional):
            yield _input(field, _typed(field.name, value, MOST_TYPED, hint=field.example), optional=optional)


def _input(field: Field, element: kit.InputInteractiveElement, *, optional: bool = False) -> kit.InputBlock:
    return kit.InputBlock(
        block_id=field.name,
        label=plain(field.label, 2000),
        hint=plain(field.hint, 2000) if field.hint else None,
        element=element,
        optional=optional or None,
    )


def _typed(name: str, value: str, most: int, *, long: bool = False, hint: str = "") -> kit.PlainTextInputElement:
    whole = cut(value, MOST_TYPED)
    return kit.PlainTextInputElement(
        action_id=name,
        multiline=long,
        max_length=max(most, len(whole)),
        initial_value=whole or None,
        placeholder=plain(hint, 150) if hint else None,
    )


def _chosen(field: ChoiceField) -> kit.StaticSelectElement | kit.StaticMultiSelectElement:
    options = [_option(choice) for choice in field.choices]
    chosen = [_option(choice) for choice in field.choices if choice.value in field.chosen]
    if field.most == 1:
        return kit.StaticSelectElement(
            action_id=field.name, options=options, initial_option=chosen[0] if chosen else None
        )
    return kit.StaticMultiSelectElement(
        action_id=field.name, options=options, initial_options=chosen or None, max_selected_items=field.most
    )


def _option(choice: Choice) -> kit.Option:
    return kit.Option(text=plain(abridged(choice.label, 75), 75), value=choice.value)
