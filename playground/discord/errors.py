"""Discord's refusals: an HTTP status, a code of Discord's own and, for a bad body, what is wrong where."""

from __future__ import annotations

from typing import Any

Json = dict[str, Any]
Where = tuple[str | int, ...]

# https://docs.discord.com/developers/topics/opcodes-and-status-codes
REASONS = {
    0: (401, "401: Unauthorized"),
    10002: (404, "Unknown Application"),
    10003: (404, "Unknown Channel"),
    10004: (404, "Unknown Guild"),
    10007: (404, "Unknown Member"),
    10008: (404, "Unknown Message"),
    10013: (404, "Unknown User"),
    10015: (404, "Unknown Webhook"),
    10062: (404, "Unknown interaction"),
    10063: (404, "Unknown application command"),
    30007: (400, "Maximum number of webhooks reached (15)"),
    10070: (404, "Unknown Guild Scheduled Event"),
    30038: (400, "Maximum number of guild scheduled events reached (100)"),
    40060: (400, "Interaction has already been acknowledged."),
    50001: (403, "Missing Access"),
    50003: (403, "Cannot execute action on a DM channel"),
    50005: (403, "Cannot edit a message authored by another user"),
    50006: (400, "Cannot send an empty message"),
    50007: (403, "Cannot send messages to this user"),
    50013: (403, "Missing Permissions"),
    50024: (400, "Cannot execute action on this channel type"),
    50027: (401, "Invalid Webhook Token"),
    40005: (413, "Request entity too large"),
    50035: (400, "Invalid Form Body"),
    50083: (400, "Thread is archived"),
    180000: (400, "Cannot update a finished event"),
    160004: (400, "A thread has already been created for this message"),
    50278: (403, "Cannot send messages to this user due to having no mutual guilds"),
    50109: (400, "The request body contains invalid JSON."),
}


class Refusal(Exception):
    """A request that is answered with an error. `code` is one of `REASONS`."""

    def __init__(self, code: int, errors: Json | None = None) -> None:
        self.status, message = REASONS[code]
        super().__init__(message)
        self.body: Json = {"message": message, "code": code}
        if errors is not None:
            self.body["errors"] = errors


class Wrong:
    """Gathers all that is wrong with one body."""

    def __init__(self) -> None:
        self._found: list[tuple[Where, str, str]] = []

    def __bool__(self) -> bool:
        return bool(self._found)

    def add(self, where: Where, code: str, message: str) -> None:
        self._found.append((where, code, message))

    def refuse(self) -> None:
        """Raises Refusal 50035 if anything is wrong."""
        if self._found:
            raise Refusal(50035, self._nested())

    def _nested(self) -> Json:
        tree: Json = {}
        for where, code, message in self._found:
            node = tree
            for step in where:
                node = node.setdefault(str(step), {})
            node.setdefault("_errors", []).append({"code": code, "message": message})
        return tree
