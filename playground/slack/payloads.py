"""What Slack sends to an app, in the shapes that it really has."""

from __future__ import annotations

import time

from playground.slack.mrkdwn import escape
from playground.slack.refusal import Json
from playground.slack.views import OpenView
from playground.slack.workspace import Conversation, Message, Workspace, new_id

_VERIFICATION = "verification-token"  # the deprecated one, which nobody should look at
_SLASH_NAMES = {"im": "directmessage", "private": "privategroup"}
_TYPES = {"public": "channel", "private": "group", "im": "im"}


class Payloads:
    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._world = workspace.world

    def event(self, inner: Json) -> Json:
        """The envelope that every event of the Events API comes in."""
        team = self._world.team_id
        authorization = {"enterprise_id": None, "team_id": team, "user_id": self._world.bot_user_id}
        return {
            "token": _VERIFICATION,
            "team_id": team,
            "context_team_id": team,
            "context_enterprise_id": None,
            "api_app_id": self._world.app_id,
            "event": inner,
            "type": "event_callback",
            "event_id": new_id("Ev"),
            "event_time": int(time.time()),
            "authorizations": [{**authorization, "is_bot": True, "is_enterprise_install": False}],
            "is_ext_shared_channel": False,
            "event_context": new_id("4-"),
        }

    def farewells(self) -> list[Json]:
        """What is still said when the app has been removed; nobody is named any more as having authorized it."""
        tokens = {"oauth": [], "bot": [self._world.bot_user_id]}
        return [
            self._farewell({"type": "tokens_revoked", "tokens": tokens}),
            self._farewell({"type": "app_uninstalled"}),
        ]

    def _farewell(self, inner: Json) -> Json:
        whole = self.event(inner | {"event_ts": self._workspace.next_ts()})
        kept = ("token", "team_id", "api_app_id", "event", "type", "event_id", "event_time")
        return {name: whole[name] for name in kept}

    def message(self, message: Message, conversation: Conversation) -> Json:
        return {
            **self._workspace.message_json(message),
            "channel": conversation.id,
            "channel_type": _TYPES[conversation.kind],
            "event_ts": message.ts,
        }

    def mention(self, message: Message) -> Json:
        return {
            **self._workspace.message_json(message),
            "type": "app_mention",
            "channel": message.channel,
            "event_ts": message.ts,
        }

    def message_changed(self, message: Message, previous: Json) -> Json:
        made = {"message": self._workspace.message_json(message), "previous_message": previous}
        return {**self._message_subtype(message, "message_changed"), **made}

    def message_deleted(self, message: Message, previous: Json) -> Json:
        gone = {"deleted_ts": message.ts, "previous_message": previous}
        return {**self._message_subtype(message, "message_deleted"), **gone}

    def reaction(self, message: Message, user: str, name: str, *, on: bool) -> Json:
        """In which thread it was is not said."""
        return {
            "type": "reaction_added" if on else "reaction_removed",
            "user": user,
            "reaction": name,
            "item": {"type": "message", "channel": message.channel, "ts": message.ts},
            "item_user": message.user,
            "event_ts": self._workspace.next_ts(),
        }

    def home_opened(self, user: str, home: OpenView | None) -> Json:
        opened: Json = {"type": "app_home_opened", "user": user, "channel": self._workspace.dm(user), "tab": "home"}
        opened["event_ts"] = self._workspace.next_ts()
        return opened | ({"view": self.view(home)} if home is not None else {})

    def member(self, kind: str, user: str, conversation: Conversation) -> Json:
        """`kind`: member_joined_channel or member_left_channel."""
        return {
            "type": kind,
            "user": user,
            "channel": conversation.id,
            "channel_type": "G" if conversation.kind == "private" else "C",
            "team": self._world.team_id,
            "event_ts": self._workspace.next_ts(),
        }

    def command(
        self, user: str, conversation: Conversation, name: str, text: str, trigger_id: str, response_url: str
    ) -> Json:
        return {
            "token": _VERIFICATION,
            "team_id": self._world.team_id,
            "team_domain": self._workspace.domain,
            "channel_id": conversation.id,
            "channel_name": _SLASH_NAMES.get(conversation.kind, conversation.name),
            "user_id": user,
            "user_name": self._workspace.users[user].handle,
            "command": f"/{name}",
            "text": escape(text),
            "api_app_id": self._world.app_id,
            "is_enterprise_install": "false",
            "response_url": response_url,
            "trigger_id": trigger_id,
        }

    def shortcut(self, user: str, message: Message, callback_id: str, trigger_id: str, response_url: str) -> Json:
        conversation = self._workspace.conversations[message.channel]
        return self._interaction("message_action", user, trigger_id) | {
            "callback_id": callback_id,
            "channel": {"id": conversation.id, "name": _SLASH_NAMES.get(conversation.kind, conversation.name)},
            "message_ts": message.ts,
            "message": self._workspace.message_json(message),
            "response_url": response_url,
        }

    def press_in_message(self, user: str, message: Message, action: Json, trigger_id: str, response_url: str) -> Json:
        """An ephemeral message is not kept, so Slack does not send it along."""
        conversation = self._workspace.conversations[message.channel]
        container: Json = {"type": "message", "message_ts": message.ts, "channel_id": message.channel}
        container["is_ephemeral"] = bool(message.only_for)
        if message.thread_ts:
            container["thread_ts"] = message.thread_ts
        made = self._interaction("block_actions", user, trigger_id)
        made |= {
            "container": container,
            "channel": {"id": conversation.id, "name": _SLASH_NAMES.get(conversation.kind, conversation.name)},
            "state": {"values": {}},
            "response_url": response_url,
            "actions": [action],
        }
        return made if message.only_for else made | {"message": self._workspace.message_json(message)}

    def suggestion(self, began: Json, block: Json, element: Json, typed: str) -> Json:
        """While somebody types; `began` is the payload of a press there, with which it shares most."""
        left_out = ("actions", "trigger_id", "response_url", "state")
        made = {name: value for name, value in began.items() if name not in left_out}
        found = {"action_id": element["action_id"], "block_id": block["block_id"], "value": typed}
        return made | {"type": "block_suggestion"} | found

    def pick(self, block: Json, element: Json, option: Json) -> Json:
        """What was picked as it stands in `actions`."""
        sent = ("action_id", "placeholder", "min_query_length")
        passed: Json = {field: element[field] for field in sent if field in element}
        picked = {"type": element["type"], "block_id": block["block_id"], "selected_option": option}
        return {**passed, **picked, "action_ts": self._workspace.next_ts()}

    def press_in_view(self, user: str, view: OpenView, action: Json, trigger_id: str) -> Json:
        made = self._interaction("block_actions", user, trigger_id)
        container = {"type": "view", "view_id": view.id}
        return made | {"container": container, "view": self.view(view), "actions": [action]}

    def submission(self, view: OpenView, trigger_id: str) -> Json:
        made = self._interaction("view_submission", view.user, trigger_id)
        return made | {"view": self.view(view), "response_urls": []}

    def closed(self, view: OpenView, *, cleared: bool) -> Json:
        made = self._interaction("view_closed", view.user, "")
        del made["trigger_id"]
        return made | {"view": self.view(view), "is_cleared": cleared}

    def action(self, block: Json, element: Json) -> Json:
        """A pressed button as it stands in `actions`."""
        sent = ("action_id", "text", "value", "style", "url")
        passed: Json = {field: element[field] for field in sent if field in element}
        return {**passed, "type": "button", "block_id": block["block_id"], "action_ts": self._workspace.next_ts()}

    def view(self, view: OpenView) -> Json:
        made: Json = {
            "id": view.id,
            "team_id": self._world.team_id,
            "app_id": self._world.app_id,
            "app_installed_team_id": self._world.team_id,
            "bot_id": self._world.bot_id,
            "type": view.view["type"],
            "blocks": view.view["blocks"],
            "private_metadata": view.view.get("private_metadata", ""),
            "callback_id": view.view.get("callback_id", ""),
            "external_id": view.view.get("external_id", ""),
            "state": {"values": view.state},
            "hash": view.hash,
            "title": view.view.get("title", {"type": "plain_text", "text": "View Title", "emoji": True}),
            "submit": view.view.get("submit"),
            "close": view.view.get("close"),
            "clear_on_close": view.view.get("clear_on_close", False),
            "notify_on_close": view.view.get("notify_on_close", False),
            "root_view_id": view.root,
            "previous_view_id": view.previous or None,
        }
        return made

    def _interaction(self, kind: str, user: str, trigger_id: str) -> Json:
        handle = self._workspace.users[user].handle
        team = self._world.team_id
        return {
            "type": kind,
            "user": {"id": user, "username": handle, "name": handle, "team_id": team},
            "api_app_id": self._world.app_id,
            "token": _VERIFICATION,
            "trigger_id": trigger_id,
            "team": {"id": team, "domain": self._workspace.domain},
            "enterprise": None,
            "is_enterprise_install": False,
        }

    def _message_subtype(self, message: Message, subtype: str) -> Json:
        now = self._workspace.next_ts()
        return {
            "type": "message",
            "subtype": subtype,
            "hidden": True,
            "channel": message.channel,
            "channel_type": _TYPES[self._workspace.conversations[message.channel].kind],
            "ts": now,
            "event_ts": now,
        }
