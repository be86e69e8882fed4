"""The bot's clock: read, shown and moved. Domain time belongs to the bot; the page only asks for it."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import aiohttp

from playground.page.elements import button, tag
from playground.words import Words

Ahead = Callable[[datetime], datetime]

_TUESDAY, _FRIDAY, _WEEK = 1, 4, 7
_READ_SECONDS = 2.0
_MOVE_SECONDS = 300.0  # a move returns when all that fell due has happened


def in_an_hour(now: datetime) -> datetime:
    """An hour that passes, even where the clocks are changed in it."""
    return (now.astimezone(UTC) + timedelta(hours=1)).astimezone(now.tzinfo)


def next_school_day(now: datetime) -> datetime:
    """At five, as the clock on the wall says it: what closes on the next school day has closed by then. The pretend
    district has no days off."""
    days = _WEEK - now.weekday() if now.weekday() >= _FRIDAY else 1
    return (now + timedelta(days=days)).replace(hour=17, minute=0, second=0, microsecond=0)


def next_tuesday(now: datetime) -> datetime:
    """The first Tuesday after today, at three."""
    days = (_TUESDAY - now.weekday() - 1) % 7 + 1
    return (now + timedelta(days=days)).replace(hour=15, minute=0, second=0, microsecond=0)


class Clock:
    """In the people's own time zone. `last` is what it said when it was last asked, None where it did not answer."""

    def __init__(self, url: str, zone: str) -> None:
        self._url, self._zone = url, ZoneInfo(zone)
        self.last: datetime | None = None

    async def now(self) -> datetime | None:
        """None while the bot does not answer."""
        self.last = await self._ask("GET", None, _READ_SECONDS)
        return self.last

    async def meeting(self) -> datetime | None:
        """When the next step of a meeting is done: its agenda is out, its people are reminded, it is over. None: none
        is planned, or the bot does not answer."""
        return await self._ask("GET", None, _READ_SECONDS, "meeting")

    async def move(self, to: datetime) -> datetime | None:
        """Returns when the bot has come to `to` and done all that fell due; None where it did not."""
        return await self._ask("POST", {"to": to.isoformat()}, _MOVE_SECONDS)

    async def _ask(
        self, method: str, body: dict[str, str] | None, seconds: float, what: str = "now"
    ) -> datetime | None:
        timeout = aiohttp.ClientTimeout(total=seconds)
        try:
            async with (
                aiohttp.ClientSession(timeout=timeout) as session,
                session.request(method, self._url, json=body, raise_for_status=True) as answer,
            ):
                return datetime.fromisoformat((await answer.json())[what]).astimezone(self._zone)
        except (aiohttp.ClientError, TimeoutError, KeyError, ValueError, TypeError):
            return None


class ClockBar:
    """Shows the time and four ways ahead."""

    def __init__(self, clock: Clock, words: Words) -> None:
        self._clock = clock
        self._words = words
        self._moving = asyncio.Lock()
        shown = words.moment(clock.last) if clock.last is not None else ""
        with tag("section", classes="clock", data_testid="clock", aria_label=words.clock) as self._box:
            with tag("p", classes="time"):
                tag("span", words.clock, "clock-name")
                self._shown = tag("span", shown, "clock-time", role="status")
            with tag("div", classes="moves", role="group", aria_label=words.skip):
                tag("span", words.skip, "clock-name", aria_hidden="true")
                button(words.in_an_hour, lambda: self._move(in_an_hour))
                button(words.next_school_day, lambda: self._move(next_school_day))
                button(words.next_tuesday, lambda: self._move(next_tuesday))
                button(words.next_meeting, self._move_to_meeting)

    async def refresh(self) -> None:
        if not self._moving.locked():
            self._show(await self._clock.now())

    async def _move_to_meeting(self) -> None:
        if self._moving.locked():
            return
        there = await self._clock.meeting()
        if there is None:
            self._shown.set_text(self._words.no_meeting)
        else:
            await self._move(lambda _now: there)

    async def _move(self, ahead: Ahead) -> None:
        if self._moving.locked():
            return
        async with self._moving:
            self._box.classes("moving")
            self._shown.set_text(self._words.clock_moving)
            now = await self._clock.now()
            then = await self._clock.move(ahead(now)) if now is not None else None
            self._box.classes(remove="moving")
        if then is None and now is not None:
            self._shown.set_text(self._words.clock_failed)
        else:
            self._show(then)

    def _show(self, now: datetime | None) -> None:
        if not self._box.is_deleted:
            self._shown.set_text(self._words.moment(now) if now is not None else self._words.clock_silent)
