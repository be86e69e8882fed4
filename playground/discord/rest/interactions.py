"""Answering an interaction, and following up for as long as its token is good."""

from __future__ import annotations

from typing import Any

from playground.discord import attachments, bodies, components, payloads, posting
from playground.discord.errors import Json, Refusal, Wrong
from playground.discord.interactions import COMPONENT, SUBMIT, TYPING, Interaction, OpenForm
from playground.discord.rest.call import Call, Handler
from playground.discord.shape import anything, choice, fields, flag, many, number, text
from playground.discord.state import COMMAND_ANSWER, Message

MESSAGE, DEFER, DEFER_UPDATE, UPDATE, CHOICES, MODAL = 4, 5, 6, 7, 8, 9

_deferral = fields({}, {"flags": choice((0, bodies.EPHEMERAL)), "tts": flag})
_callback = fields({"type": number(1, 12)}, {"data": anything})
_offered = fields({"name": text(1, 100), "value": text(1, 100)}, {})
_data = {
    MESSAGE: bodies.ANSWER,
    DEFER: _deferral,
    DEFER_UPDATE: fields({}, {}),
    UPDATE: bodies.EDIT,
    CHOICES: fields({"choices": many(_offered, 0, 25)}, {}),
    MODAL: components.MODAL,
}


def callback(call: Call) -> Any:
    """The first answer. 204, or what came of it if `with_response` asks for that."""
    asked = call.interactions.to_answer(call.params["interaction_id"], call.params["interaction_token"])
    kind, data = _kind_and_data(asked, call.body)
    match kind:
        case 4:
            only_for = asked.user.id if (data.get("flags") or 0) & bodies.EPHEMERAL else ""
            asked.original = _post(call, asked, data, only_for)
        case 5:
            asked.original = _loading(call, asked, data)
        case 6:
            asked.original = asked.source
        case 8:
            call.interactions.choices[asked.user.id] = data["choices"]
        case 7:
            asked.original = _standing(asked.source)
            posting.edit(call.state, asked.original, data)
        case _:
            call.interactions.forms[asked.user.id] = OpenForm(data, asked.channel, asked.source)
    asked.answered = True
    asked.heard.set()
    return _response(call, asked, kind) if call.query.get("with_response") in ("1", "true", "True") else None


def _kind_and_data(asked: Interaction, body: Any) -> tuple[int, Json]:
    """Raises Refusal 50035: an update needs a message to update, a form does not answer a form."""
    possible = {MESSAGE, DEFER}
    if asked.source:
        possible |= {DEFER_UPDATE, UPDATE}
    if asked.kind != SUBMIT:
        possible |= {MODAL}
    if asked.kind == TYPING:
        possible = {CHOICES}
    wrong = Wrong()
    _callback(body, (), wrong)
    wrong.refuse()
    choice(tuple(sorted(possible)))(body["type"], ("type",), wrong)
    wrong.refuse()
    kind: int = body["type"]
    data: Json = body.get("data") or {}
    _data[kind](data, ("data",), wrong)
    wrong.refuse()
    if kind == MODAL:
        components.check_modal(data["components"], wrong)
        wrong.refuse()
        data = data | {"components": components.with_ids(data["components"])}
    return kind, data


def _post(call: Call, asked: Interaction, data: Json, only_for: str) -> Message:
    return posting.post(
        call.state,
        asked.channel,
        call.state.bot,
        data,
        type=COMMAND_ANSWER if asked.kind not in (COMPONENT, SUBMIT) else 0,
        may_set=bodies.ANSWER_FLAGS,
        only_for=only_for,
        interaction=call.interactions.metadata(asked),
    )


def _loading(call: Call, asked: Interaction, data: Json) -> Message:
    """ "… is thinking"."""
    flags = (data.get("flags") or 0) | bodies.LOADING
    only_for = asked.user.id if flags & bodies.EPHEMERAL else ""
    message = Message(call.state.snowflake(), asked.channel, call.state.bot, COMMAND_ANSWER, flags=flags)
    message.only_for, message.interaction = only_for, call.interactions.metadata(asked)
    asked.channel.messages[message.id] = message
    return message


def _response(call: Call, asked: Interaction, kind: int) -> Json:
    said: Json = {"id": asked.id, "type": asked.kind, "channel_id": asked.channel.id}
    said |= payloads.guild_id(asked.channel)
    answer: Json = {"interaction": said}
    if asked.original:
        said["response_message_id"] = asked.original.id
        said["response_message_loading"] = bool(asked.original.flags & bodies.LOADING)
        said["response_message_ephemeral"] = bool(asked.original.only_for)
        answer["resource"] = {"type": kind, "message": payloads.message(call.state, asked.original)}
    return answer


def _standing(message: Message | None) -> Message:
    """Raises Refusal 10008."""
    if message is None or message.id not in message.channel.messages:
        raise Refusal(10008)
    return message


def follow_up(call: Call) -> Any:
    """A further message; the first one after a deferral takes the place of "… is thinking"."""
    asked = _asked(call)
    body = attachments.taken_in(call.state, asked.channel.id, bodies.shaped(call.body, bodies.ANSWER), call.uploads)
    waiting = asked.original
    if waiting and waiting.flags & bodies.LOADING and waiting.id in asked.channel.messages:
        kept = {**body, "flags": (body.get("flags") or 0) & ~bodies.EPHEMERAL}
        posting.edit(call.state, waiting, kept)
        return payloads.message(call.state, waiting)
    only_for = asked.user.id if (body.get("flags") or 0) & bodies.EPHEMERAL else ""
    return payloads.message(call.state, _post(call, asked, body, only_for))


def read(call: Call) -> Any:
    return payloads.message(call.state, _named(call, _asked(call)))


def edit(call: Call) -> Any:
    message = _named(call, _asked(call))
    posting.edit(call.state, message, bodies.shaped(call.body, bodies.EDIT))
    return payloads.message(call.state, message)


def delete(call: Call) -> Any:
    posting.delete(call.state, _named(call, _asked(call)))


def _asked(call: Call) -> Interaction:
    return call.interactions.to_follow(call.params["webhook_id"], call.params["webhook_token"])


def _named(call: Call, asked: Interaction) -> Message:
    """The original, or a follow-up of the same interaction. Raises Refusal 10008."""
    if (message_id := call.params.get("message_id", "@original")) == "@original":
        return _standing(asked.original)
    message = _standing(asked.channel.messages.get(message_id))
    if message is not asked.original and (message.interaction or {}).get("id") != asked.id:
        raise Refusal(10008)
    return message


_WEBHOOK = "/webhooks/{webhook_id}/{webhook_token}"
ROUTES: dict[str, Handler] = {
    "POST /interactions/{interaction_id}/{interaction_token}/callback": callback,
    f"GET {_WEBHOOK}/messages/@original": read,
    f"PATCH {_WEBHOOK}/messages/@original": edit,
    f"DELETE {_WEBHOOK}/messages/@original": delete,
}
