"""What the body of a message may say, when it is posted and when it is edited."""

from __future__ import annotations

from playground.discord import components
from playground.discord.errors import Json, Refusal, Wrong
from playground.discord.shape import Shape, choice, either, fields, flag, many, nothing, number, snowflake, text, url

SUPPRESS_EMBEDS, EPHEMERAL, LOADING, SUPPRESS_NOTIFICATIONS, V2 = 1 << 2, 1 << 6, 1 << 7, 1 << 12, 1 << 15
MOST_EMBED_TEXT = 6000

_embed = fields(
    {},
    {
        "title": text(0, 256),
        "type": choice(("rich",)),
        "description": text(0, 4096),
        "url": url,
        "timestamp": text(1, 40),
        "color": number(0, 0xFFFFFF),
        "footer": fields({"text": text(1, 2048)}, {"icon_url": url}),
        "image": fields({"url": url}, {}),
        "thumbnail": fields({"url": url}, {}),
        "author": fields({"name": text(1, 256)}, {"url": url, "icon_url": url}),
        "fields": many(fields({"name": text(1, 256), "value": text(1, 1024)}, {"inline": flag}), 0, 25),
    },
)
_allowed_mentions = fields(
    {},
    {
        "parse": many(choice(("users", "roles", "everyone")), 0, 3),
        "users": many(snowflake, 0, 100),
        "roles": many(snowflake, 0, 100),
        "replied_user": flag,
    },
)
_attachment = fields({"id": snowflake}, {"filename": text(1, 1024), "description": text(0, 1024), "is_spoiler": flag})
_reference = fields(
    {"message_id": snowflake},
    {"channel_id": snowflake, "guild_id": snowflake, "fail_if_not_exists": flag, "type": choice((0,))},
)
_common = {
    "content": text(0, 2000),
    "embeds": many(_embed, 0, 10),
    "allowed_mentions": _allowed_mentions,
    "components": components.MESSAGE_COMPONENTS,
    "attachments": many(_attachment, 0, 10),
    "flags": number(0, 2**31 - 1),
    "tts": flag,  # discord.py sends it with edits too, where Discord passes over it
}
_nonce = either(number(-(2**63), 2**63 - 1), text(0, 25))
CREATE = fields(
    {},
    {
        **_common,
        "nonce": _nonce,
        "enforce_nonce": flag,
        "message_reference": _reference,
        "sticker_ids": many(snowflake, 0, 0),
        "poll": nothing,
    },
)
EDIT = fields({}, {**_common, "sticker_ids": many(snowflake, 0, 0)})
SPOKEN = fields({}, {**_common, "username": text(1, 80), "avatar_url": url})  # by a webhook: no nonce, no reply
ANSWER = fields({}, {**_common, "poll": nothing})

CREATE_FLAGS = SUPPRESS_EMBEDS | SUPPRESS_NOTIFICATIONS | V2
ANSWER_FLAGS = CREATE_FLAGS | EPHEMERAL
EDIT_FLAGS = SUPPRESS_EMBEDS | V2


def check(body: Json, flags: int, may_set: int) -> None:
    """Raises Refusal 50035 if the body, which has the shape already, cannot be a message with these flags."""
    wrong = Wrong()
    if (body.get("flags") or 0) & ~may_set:
        wrong.add(("flags",), "BASE_TYPE_CHOICES", "A flag that may not be set here.")
    if flags & V2:
        for name in ("content", "embeds"):
            if body.get(name):
                message = f"The '{name}' field cannot be used when using MessageFlags.IS_COMPONENTS_V2"
                wrong.add((name,), "MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2", message)
    if sum(map(_embed_text, body.get("embeds") or [])) > MOST_EMBED_TEXT:
        wrong.add(("embeds",), "MAX_EMBED_SIZE_EXCEEDED", f"Embed size exceeds maximum size of {MOST_EMBED_TEXT}")
    mentions = body.get("allowed_mentions") or {}
    for name in ("users", "roles"):
        if name in (mentions.get("parse") or []) and mentions.get(name):
            message = f'parse:["{name}"] and {name}: [ids...] are mutually exclusive.'
            wrong.add(("allowed_mentions",), "MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE", message)
    components.check_message(body.get("components") or [], bool(flags & V2), wrong)
    wrong.refuse()


def check_kept(before: int, after: int) -> None:
    """Raises Refusal 50035 if an edit would take Components V2 away."""
    if before & V2 and not after & V2:
        wrong = Wrong()
        wrong.add(("flags",), "MESSAGE_FLAGS_CANNOT_REMOVE_V2", "IS_COMPONENTS_V2 cannot be removed from a message.")
        wrong.refuse()


def shaped(body: object, shape: Shape) -> Json:
    """The body itself if it has the shape. Raises Refusal 50035."""
    wrong = Wrong()
    shape(body, (), wrong)
    wrong.refuse()
    if not isinstance(body, dict):
        raise Refusal(50109)
    return body


def _embed_text(embed: Json) -> int:
    whole = [embed.get("title"), embed.get("description")]
    whole += [(embed.get("footer") or {}).get("text"), (embed.get("author") or {}).get("name")]
    whole += [part for field in embed.get("fields") or [] for part in (field["name"], field["value"])]
    return sum(len(part or "") for part in whole)
