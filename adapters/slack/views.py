"""Modals and the home tab. Every view carries in its `private_metadata` the place where it began."""

from __future__ import annotations

import json

from slack_sdk.models import blocks as kit
from slack_sdk.models.views import View

from adapters.slack.render import Json, blocks, plain
from bot.boundary import Address, Choice, ChoiceField, Form, Message, Suggestions, TextField

MOST_TITLE = 24


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
        blocks=[_field(field) for field in form.fields],
    )
    shown: Json = view.to_dict()
    return shown


def options(suggestions: Suggestions) -> list[Json]:
    """What a person who types is offered."""
    return [_option(choice).to_dict() for choice in suggestions.choices]


def _began(about: str, place: Address | None) -> str:
    where = {"channel": place.channel, "thread": place.thread} if place else {}
    return json.dumps({"about": about} | where)


def _field(field: TextField | ChoiceField) -> kit.InputBlock:
    """The block's id is the field's name: Slack wants refusals keyed by it."""
    return kit.InputBlock(
        block_id=field.name,
        label=plain(field.label, 2000),
        hint=plain(field.hint, 2000) if field.hint else None,
        element=_typed(field) if isinstance(field, TextField) else _chosen(field),
        optional=True if isinstance(field, TextField) and field.optional else None,
    )


def _typed(field: TextField) -> kit.PlainTextInputElement:
    most = min(field.most, 3000)
    return kit.PlainTextInputElement(
        action_id=field.name, multiline=field.long, max_length=most, initial_value=field.value[:most] or None
    )


def _chosen(field: ChoiceField) -> kit.StaticSelectElement | kit.StaticMultiSelectElement:
    options = [_option(choice) for choice in field.choices]
    chosen = [_option(choice) for choice in field.choices if choice.value in field.chosen][: field.most]
    if field.most == 1:
        return kit.StaticSelectElement(
            action_id=field.name, options=options, initial_option=chosen[0] if chosen else None
        )
    return kit.StaticMultiSelectElement(
        action_id=field.name, options=options, initial_options=chosen or None, max_selected_items=field.most
    )


def _option(choice: Choice) -> kit.Option:
    return kit.Option(text=plain(choice.label, 75), value=choice.value)
