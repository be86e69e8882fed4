"""Who and what is there when the pretend platforms start: read from one JSON file, or built by a test."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict, Field


class Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True)  # there are tokens in it


class User(Part):
    id: str
    name: str  # as shown
    handle: str  # as typed after @
    locale: str = "en-US"


class Channel(Part):
    id: str
    name: str
    members: tuple[str, ...]  # user ids, the bot's own among them if it may post here
    private: bool = False


class SlackWorld(Part):
    team_id: str
    team_name: str
    app_id: str
    bot_id: str  # the bot's B… id
    bot_user_id: str
    bot_token: str
    app_token: str
    users: tuple[User, ...]
    channels: tuple[Channel, ...]
    newcomers: dict[str, str] = {}  # user id by language: whom somebody new to the page is offered to sit down as
    roles: dict[str, dict[str, str]] = {}  # by language and user id: what they are here, for the page's list of names
    events: tuple[str, ...] | None = None  # what the app subscribed to ("message.im"); None: everything
    scopes: tuple[str, ...] | None = None  # what it was granted; None: whatever it needs
    shortcuts: dict[str, str] = {}  # the app's entries in the menu of a message: labels by callback_id


class DiscordWorld(Part):
    guild_id: str
    guild_name: str
    application_id: str  # also the id of the bot's user, as for Discord's newer applications
    bot_name: str = "Start Somewhere"
    bot_token: str
    users: tuple[User, ...]
    channels: tuple[Channel, ...]
    newcomers: dict[str, str] = {}  # user id by language: whom somebody new to the page is offered to sit down as
    roles: dict[str, dict[str, str]] = {}  # by language and user id: what they are here, for the page's list of names


class Offered(Part):
    """A slash command as it is offered to somebody who types: what it does and what may follow it, by language."""

    name: str
    does: dict[str, str] = {}
    hint: dict[str, str] = {}


class World(Part):
    slack: SlackWorld | None = None
    discord: DiscordWorld | None = None
    commands: tuple[Offered, ...] = ()  # only hints for the page: what is registered, each platform knows by itself
    tries: dict[str, str] = {}  # by language: what somebody new to the page may try, beside what it says itself
    zone: str = Field(default="UTC", description="the IANA name of the time zone that the people live in")
    clock_url: str = Field(default="", description="where the bot's clock can be read and moved; empty: nowhere")
