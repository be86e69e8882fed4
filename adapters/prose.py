"""What somebody wrote, for a reader to whom the core cannot say the names of those who are named in it."""

from __future__ import annotations

from dataclasses import replace

from bot.boundary import Prose, Span

SOMEBODY = "@…"


def unnamed(prose: Prose) -> str:
    """Its text, with what the platform itself says of a name, and never with an id."""
    return prose.each(_unnamed).text


def _unnamed(span: Span) -> Span:
    return replace(span, text=span.text or SOMEBODY, names="") if span.names else span
