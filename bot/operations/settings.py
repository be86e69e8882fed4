"""What can be set from outside, by environment variables of these names (in capitals). See .env.example."""

from __future__ import annotations

import re
from typing import Annotated, Literal, get_args

from pydantic import BeforeValidator, Field, SecretStr, ValidationError, field_validator
from pydantic_core import ErrorDetails, PydanticCustomError
from pydantic_settings import BaseSettings, SettingsConfigDict
from sqlalchemy import make_url
from sqlalchemy.exc import ArgumentError

from bot.boundary.terminal import Line, OneOf, Stopped, line

URL = "setting-database-url"  # what is said of an address that is none
Level = Annotated[Literal["DEBUG", "INFO", "WARNING", "ERROR"], BeforeValidator(lambda level: str(level).upper())]


class Settings(BaseSettings):
    model_config = SettingsConfigDict(
        env_file=".env",
        env_ignore_empty=True,
        extra="ignore",
        hide_input_in_errors=True,
        str_strip_whitespace=True,  # a line break that was copied along
    )

    database_url: str = Field("sqlite:///start-somewhere.db", description="Where the data is kept.")
    slack_bot_token: SecretStr | None = Field(None, description="Slack's bot token (xoxb-…). Empty: Slack is left out.")
    slack_app_token: SecretStr | None = Field(None, description="Slack's app-level token (xapp-…), for Socket Mode.")
    slack_signing_secret: SecretStr | None = Field(
        None, description="Slack's signing secret. With it Slack calls /slack/events, and there is no Socket Mode."
    )
    slack_api_url: str = Field("https://slack.com/api/", description="Slack's API, or a pretend one.")
    slack_client_id: str = Field("", description="The Slack app's client id, to be installed at /slack/install.")
    slack_client_secret: SecretStr | None = Field(None, description="The Slack app's client secret, for the same.")
    connection_keys: SecretStr | None = Field(
        None,
        description="Keys outside the database, parted by commas, under which its secrets are sealed. The first seals. "
        "Empty: on SQLite a key file beside the database; PostgreSQL needs them.",
    )
    discord_token: SecretStr | None = Field(None, description="Discord's bot token. Empty: Discord is left out.")
    discord_message_content: bool = Field(
        True,
        description="Whether Discord is asked for what people write among themselves (its privileged intent Message "
        "Content): for joined channels and the threads of committees. Without it only what names the bot is heard.",
    )
    discord_api_url: str = Field("", description="Discord's API, or a pretend one. Empty: the real one.")
    discord_gateway_url: str = Field("", description="Discord's gateway, or a pretend one. Empty: the real one.")
    port: int = Field(8000, description="Where /healthz answers, and /slack/events over HTTP.")
    bind: str = Field(
        "",
        description="The address that PORT is on. Empty: 127.0.0.1, which only this machine reaches, or with "
        "SLACK_SIGNING_SECRET 0.0.0.0, every one.",
    )
    public_url: str = Field(
        "",
        description="The address at which the internet reaches PORT, such as https://partnership.example.org. With it "
        "members can subscribe to their meetings in their calendars. Empty: they cannot.",
    )
    log_level: Level = Field("INFO", description="DEBUG, INFO, WARNING or ERROR. No level ever logs what people write.")
    pretend_clock: bool = Field(
        False, description="For the demo: the clock can be moved ahead at /clock, and only this machine can reach PORT."
    )

    @field_validator("database_url")
    @classmethod
    def _is_of_a_kind_that_we_know(cls, url: str) -> str:
        """With PostgreSQL's own name where a host gives it the shorter one."""
        url = re.sub("^postgres://", "postgresql://", url)
        try:
            parsed = make_url(url)
            kind = parsed.get_dialect()
        except ArgumentError:
            raise PydanticCustomError(URL, URL) from None
        if kind.name not in ("sqlite", "postgresql") or kind.is_async:
            raise PydanticCustomError(URL, URL)
        if kind.name == "sqlite" and (parsed.host or "uri" in parsed.query):  # SQLite's own addresses name another file
            raise PydanticCustomError(URL, URL)
        return url


def read() -> Settings:
    """Raises Stopped with a line for each that cannot be, without what was given: it may be a token on the wrong
    line."""
    try:
        return Settings()
    except ValidationError as error:
        wrong = [line("setting-wrong", name=str(one["loc"][0]).upper(), why=_why(one)) for one in error.errors()]
        raise Stopped(*wrong) from None


def _why(error: ErrorDetails) -> Line:
    match error["type"]:
        case "literal_error":
            return line("setting-one-of", known=OneOf(get_args(get_args(Level)[0])))
        case "bool_parsing":
            return line("setting-yes-or-no")
        case "int_parsing" | "int_parsing_size":
            return line("setting-number")
        case kind:
            return line(URL) if kind == URL else line("setting-unfit")
