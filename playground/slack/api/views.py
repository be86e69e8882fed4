"""views.*: modals and home tabs."""

from __future__ import annotations

from playground.slack.api.method import TIER_4, Host, Method
from playground.slack.refusal import Json, Refusal
from playground.slack.views import OpenView, accepted


def _open(host: Host, args: Json) -> Json:
    view = accepted(args["view"], "modal")
    trigger = host.triggers.exchange(args["trigger_id"])
    return _answer(host, host.views.open(trigger.user, view))


def _push(host: Host, args: Json) -> Json:
    view = accepted(args["view"], "modal")
    trigger = host.triggers.exchange(args["trigger_id"])
    if not trigger.view:
        raise Refusal("invalid_trigger_id", "views.push needs a trigger that came out of a modal")
    return _answer(host, host.views.push(trigger.user, view))


def _update(host: Host, args: Json) -> Json:
    if "view_id" not in args and "external_id" not in args:
        raise Refusal("invalid_arguments", "missing required field: view_id")
    if "view_id" in args:
        found = host.views.find(lambda view: view.id == args["view_id"])
    else:
        found = host.views.find(lambda view: view.view.get("external_id") == args["external_id"])
    view = accepted(args["view"], found.view["type"])
    if args.get("hash", found.hash) != found.hash:
        raise Refusal("hash_conflict")
    host.views.update(found, view)
    return _answer(host, found)


def _publish(host: Host, args: Json) -> Json:
    user = host.workspace.person(args["user_id"])
    view = accepted(args["view"], "home")
    home = host.views.homes.get(user.id)
    if home is not None and args.get("hash", home.hash) != home.hash:
        raise Refusal("hash_conflict")
    return _answer(host, host.views.publish(user.id, view))


def _answer(host: Host, view: OpenView) -> Json:
    return {"view": host.payloads.view(view)}


METHODS = {
    "views.open": Method(_open, TIER_4, {"trigger_id": "string", "view": "json"}),
    "views.push": Method(_push, TIER_4, {"trigger_id": "string", "view": "json"}),
    "views.update": Method(
        _update, TIER_4, {"view": "json"}, {"view_id": "string", "external_id": "string", "hash": "string"}
    ),
    "views.publish": Method(_publish, TIER_4, {"user_id": "string", "view": "json"}, {"hash": "string"}),
}
