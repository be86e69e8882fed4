"""What a Web API method is made of."""

from __future__ import annotations

from collections.abc import Callable, Container, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from playground.slack.arguments import Argument
from playground.slack.news import News
from playground.slack.payloads import Payloads
from playground.slack.rates import Rates
from playground.slack.refusal import Json
from playground.slack.sockets import Sockets
from playground.slack.tickets import Triggers
from playground.slack.uploads import Uploads
from playground.slack.views import Views
from playground.slack.workspace import Workspace

TIER_2, TIER_3, TIER_4 = 20, 50, 100  # calls a minute


class Host(Protocol):
    """What the methods work on."""

    workspace: Workspace
    views: Views
    triggers: Triggers
    payloads: Payloads
    news: News
    sockets: Sockets
    rates: Rates
    rates_enforced: bool
    scopes: Container[str] | None
    uploads: Uploads

    @property
    def address(self) -> str:
        """Host and port."""

    @property
    def files_address(self) -> str:
        """What the addresses of files have in front."""

    def emit_all(self, events: Sequence[Json]) -> None:
        """Sends events to the bot, in the background, if it listens for them."""


@dataclass(frozen=True)
class Method:
    """`call` takes the typed arguments and returns the answer without its `ok`; it may raise Refusal or Limited."""

    call: Callable[[Host, Json], Json]
    a_minute: int
    required: Mapping[str, Argument] = field(default_factory=dict)
    optional: Mapping[str, Argument] = field(default_factory=dict)
    app_token: bool = False
    scope: str = ""  # refused to an app that was not granted it
