"""Discord's payloads, as what a person did. Whatever is malformed, unknown or not for us is nothing."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Annotated, Any, Literal

from pydantic import Field, OnErrorOmit, StringConstraints, ValidationError

from adapters.discord import prose
from adapters.discord.ids import ButtonId, FormId, deliveries
from adapters.discord.render import EPHEMERAL
from adapters.discord.talk import NAME, Id, Mentions, Payload, User, names
from adapters.payloads import OrDefault
from adapters.prose import unnamed
from bot.boundary import Account, Act, Address, Command, Press, Shortcut, Submit, Typing

MESSAGE = 3  # a command in the menu of a message


@dataclass(frozen=True, kw_only=True)
class Interaction:
    """Something done that Discord wants acknowledged within 3 s, at an address that only this has."""

    event: Act
    id: str
    application: str
    token: str = field(repr=False)
    source: Literal["", "shared", "private"]  # whether it began at a message, and whether only this person sees that


class Member(Payload):
    user: User


class Source(Payload):
    flags: Annotated[int, OrDefault] = 0
    components: Annotated[list[Any], OrDefault] = Field(default=[])


class Typed(Payload):
    name: Literal["text"]
    type: Literal[3]
    value: str


class CommandData(Payload):
    type: Literal[1]
    name: str
    options: list[Typed] = Field(default=[], max_length=1)


class Said(Payload):
    content: Annotated[str, OrDefault] = ""
    mentions: Mentions = Field(default=[])


class Resolved(Payload):
    messages: dict[Id, Said]


class ShortcutData(Payload):
    type: Literal[3]
    name: str
    target_id: Id
    resolved: Resolved


class BeingTyped(Payload):
    name: Literal["text"]
    type: Literal[3]
    value: str
    focused: Literal[True]


class TypingData(Payload):
    type: Literal[1]
    name: str
    options: list[BeingTyped] = Field(min_length=1, max_length=1)


class PressData(Payload):
    component_type: Literal[2]
    custom_id: str


class Written(Payload):
    type: Literal[4]
    custom_id: str
    value: str | None = None


class Chosen(Payload):
    type: Literal[3]
    custom_id: str
    values: list[str] | None = None


class Label(Payload):
    type: Literal[18]
    component: Annotated[Written | Chosen, Field(discriminator="type")]


class Shown(Payload):
    type: Literal[10]  # a text that the form only shows


class FormData(Payload):
    """Of what was filled in, only the part that has another shape is left out, and its writer is asked for it again."""

    custom_id: str
    components: Annotated[list[OnErrorOmit[Annotated[Label | Shown, Field(discriminator="type")]]], OrDefault] = Field(
        default=[]
    )


class InteractionPayload(Payload):
    id: Id
    application_id: Id
    token: Annotated[str, StringConstraints(min_length=1)]
    type: int
    data: dict[str, Any]
    channel_id: Id | None = None
    guild_id: Id | None = None
    member: Member | None = None  # in a server
    user: User | None = None  # in a DM
    locale: Annotated[str, OrDefault] = ""
    message: Source | None = None


class Guild(Payload):
    id: Id
    unavailable: bool = False


class Ready(Payload):
    guilds: list[Guild]


def interaction(payload: object) -> Interaction | None:
    """From the data of INTERACTION_CREATE."""
    try:
        seen = InteractionPayload.model_validate(payload)
        event = _event(seen)
    except ValidationError:
        return None
    if event is None:
        return None
    return Interaction(event=event, id=seen.id, application=seen.application_id, token=seen.token, source=_source(seen))


def guild(payload: object) -> str | None:
    """From the data of GUILD_CREATE and GUILD_DELETE: which one; None while Discord itself cannot reach it."""
    try:
        seen = Guild.model_validate(payload)
    except ValidationError:
        return None
    return None if seen.unavailable else seen.id


def guilds(payload: object) -> frozenset[str] | None:
    """From the data of READY: all that the bot is in, also those that Discord itself cannot reach; None: it does not
    say."""
    try:
        return frozenset(seen.id for seen in Ready.model_validate(payload).guilds)
    except ValidationError:
        return None


def _event(seen: InteractionPayload) -> Act | None:
    user = seen.member.user if seen.member else seen.user
    if user is None:
        return None
    about: dict[str, Any] = {
        "id": f"{NAME}:{seen.id}",
        "actor": Account(NAME, seen.guild_id or "", user.id),
        "place": Address(NAME, seen.guild_id or "", seen.channel_id) if seen.channel_id else None,
        "language": _language(seen.locale),
    }
    match seen.type:
        case 2 if seen.data.get("type") == MESSAGE:
            used = ShortcutData.model_validate(seen.data)
            message = used.resolved.messages.get(used.target_id)
            return Shortcut(**about, name=used.name, text=_words(message, seen.guild_id or "")) if message else None
        case 2:
            command = CommandData.model_validate(seen.data)
            return Command(**about, name=command.name, text=command.options[0].value if command.options else "")
        case 3:
            button = ButtonId.parse(PressData.model_validate(seen.data).custom_id)
            return button and Press(**about, do=button.do, about=button.about)
        case 4:
            so_far = TypingData.model_validate(seen.data)
            return Typing(**about, name=so_far.name, text=so_far.options[0].value)
        case 5:
            form = FormData.model_validate(seen.data)
            form_id = FormId.parse(form.custom_id)
            return form_id and Submit(**about, form=form_id.form, about=form_id.about, fields=_fields(form))
        case _:
            return None


def _words(message: Said, guild: str) -> str:
    return unnamed(prose.read(message.content, guild, names(message.mentions)))


def _fields(form: FormData) -> dict[str, tuple[str, ...]]:
    answers = [label.component for label in form.components if isinstance(label, Label)]
    return {
        answer.custom_id: (answer.value or "",) if isinstance(answer, Written) else tuple(answer.values or ())
        for answer in answers
    }


def _language(locale: str) -> str:
    """Discord says "es-419"."""
    return locale[:2] if re.fullmatch(r"[a-z]{2}(-[A-Za-z0-9]+)?", locale) else ""


def _source(seen: InteractionPayload) -> Literal["", "shared", "private"]:
    message = seen.message
    if message is None:
        return ""
    # A private message in a DM is not ephemeral, but its buttons belong to no delivery.
    alone = message.flags & EPHEMERAL or (seen.guild_id is None and deliveries(message.components) == {""})
    return "private" if alone else "shared"
