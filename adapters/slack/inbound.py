"""Slack's payloads as events. What is malformed, unknown or our own is nothing at all: None."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from pydantic import ValidationError

from adapters.prose import unnamed
from adapters.slack import payloads, prose, talk
from adapters.slack.escape import spoken
from adapters.slack.views import TIME
from adapters.slack.wire import Bot
from bot.boundary import (
    Account,
    Act,
    Address,
    Command,
    Deleted,
    Edited,
    Left,
    Opened,
    Press,
    Said,
    Shortcut,
    Submit,
    Typing,
)

NAME = "slack"


@dataclass(frozen=True, kw_only=True)
class Heard:
    """An act and what is needed to answer it."""

    act: Act
    where: Literal["message", "modal", "home", "form", "search", "tab", "dm", "channel"]
    trigger: str = ""  # opens a modal, for 3 s
    response_url: str = ""
    private: bool = False  # pressed in a message that only this person sees
    view: str = ""  # the id of the modal it was pressed in


@dataclass(frozen=True)
class Moved:
    """Somebody came into a channel or left it."""

    id: str
    channel: str


def parse(payload: object, bot: Bot) -> Heard | Moved | Deleted | None:
    """Whatever Slack sent, as JSON; never raises."""
    if not isinstance(payload, dict):
        return None
    read = _READERS.get(str(payload.get("type", "slash_command")))
    try:
        return read(payload, bot) if read else None
    except ValidationError:
        return None


def taken_out(payload: object) -> Left | None:
    """Out of which workspace the bot was taken, if that is what it says. Never raises."""
    try:
        said = payloads.TakenOut.model_validate(payload)
    except ValidationError:
        return None
    gone = said.event.type == "app_uninstalled" or said.event.tokens.bot
    if not gone:
        return None
    word = f"{NAME}:{said.event_id}" if said.event_id else ""
    return Left(platform=NAME, workspace=said.team_id, word=word, at=said.event_time)


def _command(payload: object, bot: Bot) -> Heard:
    typed = payloads.SlashCommand.model_validate(payload)
    act = Command(
        id=_identity(typed.trigger_id),
        actor=Account("slack", typed.team_id, typed.user_id),
        place=Address("slack", bot.workspace, typed.channel_id),
        name=typed.command.removeprefix("/"),
        text=spoken(typed.text),
    )
    return Heard(act=act, where="message", trigger=typed.trigger_id, response_url=typed.response_url)


def _shortcut(payload: object, bot: Bot) -> Heard:
    used = payloads.MessageAction.model_validate(payload)
    act = Shortcut(
        id=_identity(used.trigger_id),
        actor=_actor(used.user, used.team, bot),
        place=Address("slack", bot.workspace, used.channel.id),
        name=used.callback_id,
        text=unnamed(prose.read(used.message.blocks, used.message.text, bot.workspace)),
    )
    return Heard(act=act, where="message", trigger=used.trigger_id, response_url=used.response_url)


def _press(payload: object, bot: Bot) -> Heard | None:
    pressed = payloads.BlockActions.model_validate(payload)
    action = pressed.actions[0]
    if action.type not in ("button", "external_select"):
        return None
    picked = action.selected_option.value if action.selected_option else None
    act = Press(
        id=_identity(pressed.trigger_id),
        actor=_actor(pressed.user, pressed.team, bot),
        place=_began(pressed.view, bot)[1] if pressed.view else _standing(pressed.container, bot),
        do=action.action_id.rpartition("#")[0],
        about=picked or action.value or "",
    )
    if pressed.view is None:
        link, private = pressed.response_url, pressed.container.is_ephemeral
        return Heard(act=act, where="message", trigger=pressed.trigger_id, response_url=link, private=private)
    if pressed.view.type == "home":
        return Heard(act=act, where="home", trigger=pressed.trigger_id)
    return Heard(act=act, where="modal", trigger=pressed.trigger_id, view=pressed.view.id)


def _typing(payload: object, bot: Bot) -> Heard:
    typed = payloads.BlockSuggestion.model_validate(payload)
    about, place = _began(typed.view, bot) if typed.view else ("", _standing(typed.container, bot))
    act = Typing(
        id=f"slack:typing:{typed.action_id}",  # Slack gives it no id, and nothing comes of it
        actor=_actor(typed.user, typed.team, bot),
        place=place,
        name=typed.action_id.rpartition("#")[0],
        text=typed.value,
        about=about,
    )
    return Heard(act=act, where="search")


def _submission(payload: object, bot: Bot) -> Heard:
    sent = payloads.ViewSubmission.model_validate(payload)
    about, place = _began(sent.view, bot)
    act = Submit(
        id=_identity(sent.trigger_id),
        actor=_actor(sent.user, sent.team, bot),
        place=place,
        form=sent.view.callback_id,
        about=about,
        fields=_fields(sent.view.state),
    )
    return Heard(act=act, where="form", trigger=sent.trigger_id)


def _event(payload: object, bot: Bot) -> Heard | Moved | Deleted | None:
    callback = payloads.EventCallback.model_validate(payload)
    event, id = callback.event, f"slack:{callback.event_id}"
    match event:
        case payloads.Happened(type="message", subtype="message_changed" | "message_deleted"):
            changed = talk.changed(payload, bot)
            return Heard(act=changed, where="channel") if isinstance(changed, Edited) else changed
        case payloads.Happened(type="message", is_alone=True):
            return _heard(talk.said(payload, bot, to_bot=True), "dm")
        case payloads.Happened(type="message"):
            return _heard(talk.said(payload, bot, to_bot=False), "channel")
        case payloads.Happened(type="app_mention"):
            return _heard(talk.said(payload, bot, to_bot=True), "channel")
        case payloads.Happened(type="reaction_added" | "reaction_removed"):
            put = talk.reacted(payload, bot)
            return Heard(act=put, where="channel") if put else None
        case payloads.Happened(type="member_joined_channel" | "member_left_channel"):
            return Moved(id, event.channel)
        case payloads.Happened(type="app_home_opened", tab="home" | "") if event.user and not event.bot_id:
            actor = Account("slack", event.user_team or event.team or bot.workspace, event.user)
            return Heard(act=Opened(id=id, actor=actor), where="tab")
    return None


def _heard(said: Said | None, where: Literal["dm", "channel"]) -> Heard | None:
    return Heard(act=said, where=where) if said else None


_READERS: dict[str, Callable[[object, Bot], Heard | Moved | Deleted | None]] = {
    "slash_command": _command,
    "message_action": _shortcut,
    "block_actions": _press,
    "block_suggestion": _typing,
    "view_submission": _submission,
    "event_callback": _event,
}


def _actor(user: payloads.User, team: payloads.Named | None, bot: Bot) -> Account:
    """In a channel shared between workspaces an outside author has another team's id."""
    return Account("slack", user.team_id or (team.id if team else bot.workspace), user.id)


def _standing(container: payloads.Container, bot: Bot) -> Address | None:
    """Where a message stands. The first message of a thread stands in the channel."""
    if container.channel_id is None:
        return None
    thread = container.thread_ts if container.thread_ts != container.message_ts else None
    return Address("slack", bot.workspace, container.channel_id, thread or "")


def _began(view: payloads.View, bot: Bot) -> tuple[str, Address | None]:
    """What a view is about, and the place where it began."""
    if not view.private_metadata:
        return "", None
    began = payloads.Began.model_validate_json(view.private_metadata)
    place = Address("slack", bot.workspace, began.channel, began.thread) if began.channel else None
    return began.about, place


def _identity(trigger: str) -> str:
    """Of a command, a press or a form: each has its own trigger. That is a ticket, so only its digest goes further."""
    return f"slack:{hashlib.blake2s(trigger.encode(errors='replace'), digest_size=12).hexdigest()}"


def _fields(state: payloads.State) -> dict[str, tuple[str, ...]]:
    """By name; a time of day goes with its day."""
    filled = {name: _filled(field) for name, block in state.values.items() for field in list(block.values())[:1]}
    times = {name: filled.pop(name) for name in list(filled) if name.endswith(TIME)}
    for name, time in times.items():
        day = name.removesuffix(TIME)
        filled[day] = ("".join((*filled.get(day, ()), *(f"T{one}" for one in time if one))),)
    return filled


def _filled(field: payloads.Input) -> tuple[str, ...]:
    match field.type:
        case "plain_text_input":
            return (field.value or "",)
        case "datepicker":
            return (field.selected_date or "",)
        case "timepicker":
            return (field.selected_time or "",)
    picked = [field.selected_option] if field.selected_option else field.selected_options or []
    return tuple(option.value for option in picked)
