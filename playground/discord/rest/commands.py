"""Registering slash commands, everywhere or in the guild."""

from __future__ import annotations

from typing import Any

from playground.discord.errors import Refusal
from playground.discord.rest.call import Call, Created, Handler


def listed(call: Call) -> Any:
    return call.commands.listed(_scope(call))


def replace(call: Call) -> Any:
    return call.commands.replace(_scope(call), call.body)


def put(call: Call) -> Any:
    command, new = call.commands.put(_scope(call), call.body)
    return Created(command) if new else command


def one(call: Call) -> Any:
    return call.commands.one(_scope(call), call.params["command_id"])


def change(call: Call) -> Any:
    return call.commands.change(_scope(call), call.params["command_id"], call.body)


def remove(call: Call) -> Any:
    call.commands.remove(_scope(call), call.params["command_id"])


def _scope(call: Call) -> str:
    if call.params["application_id"] != call.state.bot.id:
        raise Refusal(10002)
    scope = call.params.get("guild_id", "")
    if scope and not (scope in call.state.guilds and call.state.guilds[scope].has_bot):
        raise Refusal(50001)
    return scope


ROUTES: dict[str, Handler] = {
    f"{method} /applications/{{application_id}}{scope}/commands{rest}": handler
    for scope in ("", "/guilds/{guild_id}")
    for method, rest, handler in (
        ("GET", "", listed),
        ("PUT", "", replace),
        ("POST", "", put),
        ("GET", "/{command_id}", one),
        ("PATCH", "/{command_id}", change),
        ("DELETE", "/{command_id}", remove),
    )
}
