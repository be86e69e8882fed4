"""One request to the REST API, as its handler sees it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from playground.discord.attachments import Upload
from playground.discord.commands import Commands
from playground.discord.interactions import Interactions
from playground.discord.state import State


@dataclass(frozen=True)
class Call:
    state: State
    commands: Commands
    interactions: Interactions
    gateway_url: str
    identifies: int
    shards: int  # as many as are advised
    params: Mapping[str, str]  # from the path
    query: Mapping[str, str]
    body: Any
    uploads: Mapping[str, Upload] = field(default_factory=dict)  # by the name of their part


@dataclass(frozen=True)
class Created:
    """Answered with 201."""

    body: Any


Handler = Callable[[Call], Any]  # the JSON to answer with, None for 204; raises Refusal
