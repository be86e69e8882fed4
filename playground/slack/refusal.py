"""How the pretend Slack says no."""

from __future__ import annotations

from typing import Any

Json = dict[str, Any]  # an object as it travels


class Refusal(Exception):
    """`error` is Slack's own code ("not_in_channel"); `rules` say what was broken and where, without anybody's text."""

    def __init__(self, error: str, *rules: str) -> None:
        super().__init__(error)
        self.error = error
        self.rules = rules

    def answer(self) -> Json:
        if not self.rules:
            return {"ok": False, "error": self.error}
        messages = [f"[ERROR] {rule}" for rule in self.rules]
        return {
            "ok": False,
            "error": self.error,
            "errors": list(self.rules),
            "response_metadata": {"messages": messages},
        }


class Limited(Exception):
    """Too many requests: come back `after` seconds (a whole number, as in Retry-After)."""

    def __init__(self, after: int) -> None:
        super().__init__(f"again after {after} s")
        self.after = after
