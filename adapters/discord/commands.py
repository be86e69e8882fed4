"""The slash commands as Discord lists them, registered for all servers and for DMs with the bot."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import discord
from discord.http import Route

from adapters.discord.escape import cut
from adapters.discord.render import Json
from bot.boundary import Offer

CHAT_INPUT, MESSAGE, STRING = 1, 3, 3
IN_A_SERVER, IN_A_DM = 0, 1
LOCALES = {"es": ("es-ES", "es-419")}  # Discord's names of a language; English is what everybody else sees
ENGLISH = ("en-US", "en-GB")  # where the name of a command is not what is to be read
DESCRIPTION = 100  # characters


async def register(client: discord.Client, offers: Sequence[Offer]) -> None:
    """Makes Discord list exactly these; says nothing where it already does, for it takes 200 changes a day."""
    application = client.application_id
    if application is None:
        raise RuntimeError("log in first")
    wanted = sorted((_command(offer) for offer in offers), key=_name)
    route = Route("GET", "/applications/{application_id}/commands", application_id=application)
    listed = await client.http.request(route, params={"with_localizations": "true"})
    if sorted((_alike(command) for command in listed), key=_name) != wanted:
        await client.http.bulk_upsert_global_commands(application, wanted)


def _command(offer: Offer) -> Json:
    if offer.on_messages:  # Discord shows its name and nothing else
        others = {locale: offer.does[language] for language in offer.does for locale in LOCALES.get(language, ())}
        english = dict.fromkeys(ENGLISH, offer.does["en"])
        return {"type": MESSAGE, "name": offer.name, "name_localizations": english | others, "contexts": [IN_A_SERVER]}
    options = []
    if offer.hint.get("en"):
        options.append({"type": STRING, "name": "text"} | _description(offer.hint) | _marked(suggests=offer.suggests))
    return {
        "type": CHAT_INPUT,
        "name": offer.name,
        **_description(offer.does),
        "contexts": [IN_A_SERVER, IN_A_DM],
        "options": options,
    }


def _description(says: Mapping[str, str]) -> Json:
    others = {locale: cut(says[language], DESCRIPTION) for language in says for locale in LOCALES.get(language, ())}
    return {"description": cut(says["en"], DESCRIPTION), "description_localizations": others}


def _alike(listed: Json) -> Json:
    """What Discord lists, reduced to what we say of a command."""
    if listed.get("type") == MESSAGE:
        names, contexts = listed.get("name_localizations") or {}, sorted(listed.get("contexts") or ())
        return {"type": MESSAGE, "name": listed.get("name"), "name_localizations": names, "contexts": contexts}
    return {
        "type": listed.get("type"),
        "name": listed.get("name"),
        **_described(listed),
        "contexts": sorted(listed.get("contexts") or ()),
        "options": [
            {"type": option.get("type"), "name": option.get("name")}
            | _described(option)
            | _marked(suggests=bool(option.get("autocomplete")))
            | _required(option)
            for option in listed.get("options") or ()
        ],
    }


def _described(listed: Json) -> Json:
    return {
        "description": listed.get("description"),
        "description_localizations": listed.get("description_localizations") or {},
    }


def _marked(*, suggests: bool) -> Json:
    return {"autocomplete": True} if suggests else {}


def _required(option: Json) -> Json:
    return {"required": True} if option.get("required") else {}


def _name(command: Json) -> tuple[str, int]:
    return str(command["name"]), int(command["type"])
