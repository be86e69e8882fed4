"""auth.*, apps.*, users.info and team.info: who is who, and how to connect."""

from __future__ import annotations

from playground.slack.api import pages
from playground.slack.api.method import TIER_2, TIER_3, TIER_4, Host, Method
from playground.slack.refusal import Json, Refusal
from playground.slack.workspace import BOT_NAME

_OFTEN = 600  # auth.test: "hundreds of requests per minute"
_CONNECTS = 30  # documented as tier 1; Slack is patient with the ten sockets that an app may open


def _auth_test(host: Host, args: Json) -> Json:
    world = host.workspace.world
    return {
        "url": f"http://{host.address}/",
        "team": world.team_name,
        "user": "start_somewhere",
        "team_id": world.team_id,
        "user_id": world.bot_user_id,
        "bot_id": world.bot_id,
        "is_enterprise_install": False,
    }


def _connections_open(host: Host, args: Json) -> Json:
    if not host.sockets.link_enabled:
        raise Refusal("forbidden_team")
    return {"url": f"ws://{host.address}/link/?ticket={host.sockets.new_ticket()}&app_id={host.workspace.world.app_id}"}


def _users_info(host: Host, args: Json) -> Json:
    workspace = host.workspace
    if args["user"] == workspace.world.bot_user_id:
        return {"user": _user_json(host, workspace.world.bot_user_id, "start_somewhere", BOT_NAME, bot=True)}
    person = workspace.person(args["user"])
    made = _user_json(host, person.id, person.handle, person.name, bot=False)
    return {"user": made | ({"locale": person.locale} if args.get("include_locale") else {})}


def _users_list(host: Host, args: Json) -> Json:
    """Those who left among them."""
    workspace, bot = host.workspace, host.workspace.world.bot_user_id
    everybody = [(one.id, one.handle, one.name, False) for one in workspace.people]
    found = sorted([*everybody, (bot, "start_somewhere", BOT_NAME, True)])
    page, cursor = pages.cut([one for one in found if one[0] > pages.after(args)], args, lambda one: one[0])
    members = [_user_json(host, id, handle, name, bot=is_bot) for id, handle, name, is_bot in page]
    return {"members": members, "cache_ts": 1_700_000_000, "response_metadata": {"next_cursor": cursor}}


def _team_info(host: Host, args: Json) -> Json:
    world = host.workspace.world
    if args.get("team", world.team_id) != world.team_id:
        raise Refusal("team_not_found")
    return {"team": {"id": world.team_id, "name": world.team_name, "domain": host.workspace.domain}}


def _user_json(host: Host, user: str, handle: str, name: str, *, bot: bool) -> Json:
    team = host.workspace.world.team_id
    return {
        "id": user,
        "team_id": team,
        "name": handle,
        "real_name": name,
        "deleted": user in host.workspace.left,
        "is_bot": bot,
        "is_app_user": False,
        "tz": "Etc/UTC",
        "tz_offset": 0,
        "profile": {"real_name": name, "display_name": name, "team": team, **_picture(user, bot)},
        "updated": 1_700_000_000,
    }


def _picture(user: str, bot: bool) -> Json:
    """People have chosen one each."""
    at = f"https://avatars.slack.example/{user}"
    return {} if bot else {"is_custom_image": True, "image_72": f"{at}_72.png", "image_192": f"{at}_192.png"}


METHODS = {
    "auth.test": Method(_auth_test, _OFTEN),
    "apps.connections.open": Method(_connections_open, _CONNECTS, app_token=True),
    "users.info": Method(_users_info, TIER_4, {"user": "string"}, {"include_locale": "flag"}, scope="users:read"),
    "users.list": Method(_users_list, TIER_2, {}, {**pages.ARGUMENTS, "include_locale": "flag"}, scope="users:read"),
    "team.info": Method(_team_info, TIER_3, {}, {"team": "string"}),
}
