"""Modals and home tabs: which of them Slack takes, and which of them stand."""

from __future__ import annotations

import hashlib
import json
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from slack_sdk.errors import SlackObjectFormationError
from slack_sdk.models.views import View

from playground.slack import fields
from playground.slack.blocks import IN_VIEW, check_together, elements_of, kept_blocks, kept_text
from playground.slack.refusal import Json, Refusal
from playground.slack.shapes import Misshapen, flag, kind, many, string, text, thing
from playground.slack.workspace import new_id

_STACK = 3
_MOST_BYTES = 250_000
_TITLE = text(24, plain=True)
_BOTH = {"private_metadata": string(3000, 0), "callback_id": string(255, 0), "external_id": string(255, 0)}
_BLOCKS = {"blocks": many(IN_VIEW, 1, 100)}
_SHAPES = {
    "modal": thing(
        {"title": _TITLE, **_BLOCKS},
        {**_BOTH, "submit": _TITLE, "close": _TITLE, "clear_on_close": flag, "notify_on_close": flag},
    ),
    "home": thing(_BLOCKS, _BOTH),
}


@dataclass
class OpenView:
    """A view that stands, with what was entered in it."""

    user: str
    view: Json  # as it was given, blocks as Slack keeps them
    id: str = field(default_factory=lambda: new_id("V"))
    root: str = ""
    previous: str = ""
    hash: str = ""
    state: fields.State = field(default_factory=dict)
    errors: dict[str, str] = field(default_factory=dict)  # by block_id

    def __post_init__(self) -> None:
        self.root = self.root or self.id
        self.show(self.view)

    def show(self, view: Json) -> None:
        """Takes on new content; what was entered stays where its input stays."""
        self.view = view
        elements = [(block["block_id"], element) for block in view["blocks"] for element in elements_of(block)]
        self.state = fields.initial(elements, self.state)
        self.errors = {}
        digest = hashlib.sha256(f"{self.id}{time.time_ns()}".encode()).hexdigest()
        self.hash = f"{int(time.time())}.{digest[:8]}"

    @property
    def inputs(self) -> list[Json]:
        return [block for block in self.view["blocks"] if block["type"] == "input"]


def accepted(view: Any, allowed: str) -> Json:
    """The view as Slack keeps it, if it is one of the `allowed` type ("modal" or "home"). Raises Refusal."""
    try:
        kind({allowed: _SHAPES[allowed]})(view, "/view")
        check_together(view["blocks"], "/view/blocks")
        View(**view).validate_json()
    except (Misshapen, SlackObjectFormationError) as wrong:
        raise Refusal("invalid_arguments", str(wrong)) from None
    if allowed == "modal" and "submit" not in view and any(block["type"] == "input" for block in view["blocks"]):
        raise Refusal("invalid_arguments", "missing required field: submit [json-pointer:/view]")
    if len(json.dumps(view, ensure_ascii=False).encode("utf-8", "replace")) > _MOST_BYTES:
        raise Refusal("view_too_large")
    labels = {name: kept_text(view[name]) for name in ("title", "submit", "close") if name in view}
    return {**view, **labels, "blocks": kept_blocks(view["blocks"])}


class Views:
    def __init__(self) -> None:
        self.homes: dict[str, OpenView] = {}
        self._stacks: dict[str, list[OpenView]] = {}

    def top(self, user: str) -> OpenView | None:
        """The modal in front of this person."""
        stack = self._stacks.get(user)
        return stack[-1] if stack else None

    def open(self, user: str, view: Json) -> OpenView:
        self._check_external_id(view)
        opened = OpenView(user, view)
        self._stacks[user] = [opened]
        return opened

    def push(self, user: str, view: Json) -> OpenView:
        """Raises Refusal."""
        stack = self._stacks.get(user)
        if not stack:
            raise Refusal("not_found")
        if len(stack) >= _STACK:
            raise Refusal("push_limit_reached")
        self._check_external_id(view)
        pushed = OpenView(user, view, root=stack[0].root, previous=stack[-1].id)
        stack.append(pushed)
        return pushed

    def update(self, found: OpenView, view: Json) -> None:
        """Raises Refusal."""
        self._check_external_id(view, but=found)
        found.show(view)

    def publish(self, user: str, view: Json) -> OpenView:
        home = self.homes.get(user)
        self._check_external_id(view, but=home)
        if home is None:
            home = self.homes[user] = OpenView(user, view)
        else:
            home.show(view)
        return home

    def pop(self, view: OpenView) -> None:
        """Closes this view and what lies on it."""
        stack = self._stacks.get(view.user, [])
        if view in stack:
            del stack[stack.index(view) :]

    def clear(self, user: str) -> None:
        self._stacks.pop(user, None)

    def find(self, matches: Callable[[OpenView], bool]) -> OpenView:
        """Raises Refusal."""
        for view in self._all():
            if matches(view):
                return view
        raise Refusal("not_found")

    def _all(self) -> list[OpenView]:
        return [*self.homes.values(), *(view for stack in self._stacks.values() for view in stack)]

    def _check_external_id(self, view: Json, but: OpenView | None = None) -> None:
        wanted = view.get("external_id")
        if wanted and any(other.view.get("external_id") == wanted and other is not but for other in self._all()):
            raise Refusal("duplicate_external_id")
