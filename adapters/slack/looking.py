"""Looking who is in the channels of each workspace, again and again: people move while nobody hears it, the district
lists other channels, and the bot itself may have been taken out."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Coroutine
from functools import partial
from typing import Any

from adapters.cancelled import nobody_asked
from adapters.patience import patiently
from adapters.slack.gathering import Gathering
from adapters.slack.inbound import NAME, Moved
from adapters.slack.wire import LockedOut
from adapters.slack.workspaces import NOT_THERE, Workspace, Workspaces
from bot.boundary import Handle, Keyring, Refused

LOOK_AGAIN = 900.0  # seconds between two looks around a workspace
APART = 0.1  # seconds between the first looks around two workspaces

log = logging.getLogger(__name__)

Run = Callable[[Coroutine[Any, Any, None]], asyncio.Task[None]]


class Looking:
    """`run` makes a task of what it is given."""

    def __init__(self, workspaces: Workspaces, handle: Handle, run: Run) -> None:
        self._workspaces, self._handle, self._run = workspaces, handle, run
        self._looks: dict[str, asyncio.Task[None]] = {}  # by workspace
        self._beginning: asyncio.Task[None] | None = None

    def begin(self, workspace: str) -> None:
        """Unless it is being looked around already."""
        if workspace not in self._looks or self._looks[workspace].done():
            self._looks[workspace] = self._run(self._look_around(workspace))

    def begin_anew(self, workspace: str) -> None:
        """Now, with what opens it by now."""
        self.end(workspace)
        self._workspaces.forget(workspace)
        self.begin(workspace)

    def begin_all(self, keyring: Keyring) -> None:
        """Around all that have a secret, and those that will have one: of one that the bot was taken out of while
        nobody heard it nothing else may tell."""
        self._beginning = self._run(self._begin_all(keyring))

    def end(self, workspace: str) -> None:
        if look := self._looks.pop(workspace, None):
            look.cancel()

    def end_all(self) -> None:
        if self._beginning:
            self._beginning.cancel()
        for workspace in list(self._looks):
            self.end(workspace)

    async def hear(self, here: Workspace, moved: Moved) -> None:
        """Raises RetryAfter, OutcomeUnknown and LockedOut: to be told again."""
        await self._with(here, lambda gathering: gathering.gather(moved.id, moved.channel))

    async def _begin_all(self, keyring: Keyring) -> None:
        while True:
            try:
                with nobody_asked():
                    for workspace in await keyring.workspaces():
                        self.begin(workspace)
                        await asyncio.sleep(APART)
            except Exception as error:
                log.error("workspaces not listed: %s", type(error).__name__)
            await asyncio.sleep(LOOK_AGAIN)

    async def _look_around(self, workspace: str) -> None:
        """Until the bot is not there any more. What one look fails of is no reason not to look again."""
        while True:
            try:
                with nobody_asked():
                    await self._look(workspace)
            except Refused as error:
                if error.reason == NOT_THERE:
                    return
                log.warning("not looked around: %s", error.reason)
            except Exception as error:
                log.error("not looked around: %s", type(error).__name__)
            await asyncio.sleep(LOOK_AGAIN)

    async def _look(self, workspace: str) -> None:
        """Once more where Slack lets nobody in: what is on the keyring by now may differ."""
        try:
            await self._look_once(workspace)
        except LockedOut:
            await self._look_once(workspace)

    async def _look_once(self, workspace: str) -> None:
        here = await patiently(NAME, partial(self._workspaces.at, workspace))
        await self._with(here, Gathering.gather_all)

    async def _with(self, here: Workspace, look: Callable[[Gathering], Coroutine[Any, Any, None]]) -> None:
        try:
            await look(Gathering(here.client, here.bot, self._handle))
        except LockedOut:
            self._workspaces.mistrust(here)
            raise
