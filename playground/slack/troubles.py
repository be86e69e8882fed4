"""Answers that are not what was asked for: what a fault makes of a request, and "too many"."""

from __future__ import annotations

import asyncio
import math

from aiohttp import web

from playground.faults import Fault, cut


def prevented(request: web.Request, fault: Fault | None) -> web.Response | None:
    """What is answered instead of doing anything; None: go on."""
    match fault:
        case Fault("429", seconds):
            return limited(math.ceil(seconds))
        case Fault("500"):
            return web.Response(status=500, text="Internal Server Error")
        case Fault("drop_before"):
            return cut(request)
    return None


def limited(after: int) -> web.Response:
    body = {"ok": False, "error": "ratelimited"}
    return web.json_response(body, status=429, headers={"Retry-After": str(after)})


def signed_out(request: web.Request) -> web.Response:
    """Away to a page to sign in at; it, too, is answered here."""
    if "signin" in request.query:
        return web.Response(text="<!DOCTYPE html><title>Sign in</title>", content_type="text/html")
    return web.Response(status=302, headers={"Location": str(request.rel_url.update_query(signin=""))})


async def spoiled(request: web.Request, fault: Fault | None, answer: web.Response) -> web.Response:
    """What becomes of the answer now that all is done."""
    match fault:
        case Fault("drop_after"):
            return cut(request)
        case Fault("502_after"):
            return web.Response(status=502, text="Bad Gateway")
        case Fault("slow", seconds):
            await asyncio.sleep(seconds)
    return answer
