"""The page's own sentences, one file a language. What the bot says is none of its business."""

from __future__ import annotations

import tomllib
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

LANGUAGES = ("en", "es")


class Words(BaseModel):
    """The files have these names and no others; what stands in {braces} is filled in by the page."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_min_length=1)

    language: str
    title: str
    heading: str
    intro: str
    try_this: str
    language_switch: str
    sides: str

    slack: str
    discord: str
    sit_down: str
    nobody_found: str
    nobody_sits: str
    sit_down_as: str  # {name}
    channels: str  # {name}
    home: str
    events: str  # {count}
    new: str
    conversation: str  # {channel}
    only_you: str
    edited: str
    empty_home: str
    empty_channel: str

    write: str  # {channel}
    write_hint: str
    send: str
    suggestions: str
    fitting: str
    chosen: str
    thread: str
    replies_one: str
    replies: str  # {count}
    in_thread: str  # {channel}
    back: str  # {channel}
    change: str
    delete: str
    changing: str
    attach: str
    too_large: str
    not_theirs: str

    cancel: str
    close: str
    close_form: str
    at_most: str  # {count}
    check_form: str
    not_allowed: str  # {name}
    not_possible: str
    gone: str

    clock: str
    clock_shows: str  # {weekday} {month} {day} {hour} {minute} {half}
    clock_silent: str
    clock_moving: str
    clock_failed: str
    skip: str
    in_an_hour: str
    next_school_day: str
    next_tuesday: str
    next_meeting: str
    no_meeting: str
    halves: tuple[str, str]
    weekdays: tuple[str, ...] = Field(min_length=7, max_length=7)
    months: tuple[str, ...] = Field(min_length=12, max_length=12)

    def side(self, key: Literal["slack", "discord"]) -> str:
        return self.slack if key == "slack" else self.discord

    def moment(self, when: datetime) -> str:
        """ "Tuesday, October 6, 3:15 p.m."; the wall time that `when` carries."""
        return self.clock_shows.format(
            weekday=self.weekdays[when.weekday()],
            month=self.months[when.month - 1],
            day=when.day,
            hour=(when.hour - 1) % 12 + 1,
            minute=f"{when.minute:02}",
            half=self.halves[when.hour // 12],
        )


@cache
def load(language: str) -> Words:
    """Any language but ours is read as English. Raises pydantic's ValidationError when a file lacks a sentence."""
    chosen = language if language in LANGUAGES else LANGUAGES[0]
    text = Path(__file__).with_name(f"{chosen}.toml").read_text(encoding="utf-8")
    return Words.model_validate(tomllib.loads(text))
