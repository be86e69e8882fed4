"""In the place of the bot: answers the pretend Slack by a fixed script, over plain slack_sdk."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, contextmanager
from typing import Any

from slack_sdk import WebClient
from slack_sdk.http_retry.builtin_handlers import RateLimitErrorRetryHandler
from slack_sdk.socket_mode import SocketModeClient
from slack_sdk.socket_mode.client import BaseSocketModeClient
from slack_sdk.socket_mode.request import SocketModeRequest
from slack_sdk.socket_mode.response import SocketModeResponse

from playground.world import SlackWorld

Json = dict[str, Any]


def plain(text: str) -> Json:
    return {"type": "plain_text", "text": text}


def section(text: str) -> Json:
    return {"type": "section", "text": plain(text)}


def buttons(*labels: str) -> Json:
    elements = [{"type": "button", "text": plain(label), "action_id": label.lower()} for label in labels]
    return {"type": "actions", "elements": elements}


def _field(name: str, label: str, element: Json) -> Json:
    return {"type": "input", "block_id": name, "label": plain(label), "element": {"action_id": name, **element}}


def _options(*labels: str) -> list[Json]:
    return [{"text": plain(label), "value": label.lower()} for label in labels]


FORM: Json = {
    "type": "modal",
    "callback_id": "question",
    "title": plain("Ask something"),
    "submit": plain("Ask"),
    "close": plain("Not now"),
    "blocks": [
        _field("question", "Question", {"type": "plain_text_input", "multiline": True}),
        _field("when", "When", {"type": "static_select", "options": _options("Soon", "Later")}),
        _field("whom", "Whom", {"type": "multi_static_select", "options": _options("Staff", "Board", "PTA")}),
        _field("day", "Until", {"type": "datepicker"}) | {"optional": True},
        _field("hour", "Until when", {"type": "timepicker"}) | {"optional": True},
        _field("also", "And whom", {"type": "multi_external_select", "min_query_length": 0, "max_selected_items": 2})
        | {"optional": True},
    ],
}
SEARCH = {"type": "external_select", "action_id": "find", "placeholder": plain("Find something"), "min_query_length": 3}
FOUND = _options("Phonics kits", "Phone numbers")
HOME: Json = {
    "type": "home",
    "blocks": [
        section("Nothing waits for you."),
        buttons("Ask something"),
        {"type": "actions", "elements": [SEARCH]},
    ],
}


class ScriptedBot:
    """Publishes a home tab, opens FORM at a press of "Ask something" and
    from the menu of a message, refuses a question without a question mark, and
    keeps what was sent in. Its home tab has a search, and it keeps what was picked there."""

    def __init__(self, world: SlackWorld, api_url: str) -> None:
        self.web = WebClient(token=world.bot_token, base_url=api_url)
        self.web.retry_handlers.append(RateLimitErrorRetryHandler(max_retry_count=5))
        self.submitted: list[Json] = []
        self.picked: list[str] = []
        self._socket = SocketModeClient(app_token=world.app_token, web_client=WebClient(base_url=api_url))
        self._socket.socket_mode_request_listeners.append(self._answer)

    def _answer(self, client: BaseSocketModeClient, request: SocketModeRequest) -> None:
        answer: Json | None = None
        match request.payload:
            case {"event": {"type": "app_home_opened", "user": user}}:
                self.web.views_publish(user_id=user, view=HOME)
            case {"type": "block_actions", "trigger_id": trigger, "actions": [{"action_id": "ask something"}]} | {
                "type": "message_action",
                "trigger_id": trigger,
                "callback_id": "about",
            }:
                self.web.views_open(trigger_id=trigger, view=FORM)
            case {"type": "block_suggestion", "value": typed}:
                fitting = [one for one in FOUND if one["value"].startswith(typed)]
                answer = {"options": fitting}
            case {"type": "block_actions", "actions": [{"selected_option": {"value": picked}}]}:
                self.picked.append(picked)
            case {"type": "view_submission", "view": {"state": {"values": values}}}:
                answer = self._take(values)
        client.send_socket_mode_response(SocketModeResponse(request.envelope_id, answer))

    def _take(self, values: Json) -> Json | None:
        if "?" not in values["question"]["question"]["value"]:
            return {"response_action": "errors", "errors": {"question": "A question ends with a question mark."}}
        self.submitted.append(values)
        return None

    @contextmanager
    def connected(self) -> Iterator[ScriptedBot]:
        self._socket.connect()
        with closing(self._socket):
            yield self
