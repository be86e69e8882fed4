"""Cancels that a library's inside lets out, though nobody cancelled the task that called it."""

from __future__ import annotations

import asyncio

import pytest


def leaks_once(monkeypatch: pytest.MonkeyPatch, owner: type, name: str) -> None:
    """The next call of this coroutine method."""
    method, left = getattr(owner, name), [asyncio.CancelledError()]

    async def call(*given: object, **named: object) -> object:
        if left:
            raise left.pop()
        return await method(*given, **named)

    monkeypatch.setattr(owner, name, call)
