"""What can be set from outside: each setting documented, each secret kept."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from pydantic import SecretStr, ValidationError

from bot.operations.settings import Settings

EXAMPLE = (Path(__file__).parent.parent / ".env.example").read_text(encoding="utf-8")
LINES = dict(re.findall(r"^#?([A-Z_]+)=(.*)$", EXAMPLE, re.MULTILINE))
SECRETS = {
    "slack_bot_token",
    "slack_app_token",
    "slack_signing_secret",
    "slack_client_secret",
    "connection_keys",
    "discord_token",
}


@pytest.fixture(autouse=True)
def _nothing_set(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    for name in LINES:
        monkeypatch.delenv(name, raising=False)


def test_the_example_names_every_setting_and_no_other() -> None:
    assert {name.lower() for name in LINES} == Settings.model_fields.keys()


@pytest.mark.parametrize("name", Settings.model_fields)
def test_a_setting_says_what_it_is_for(name: str) -> None:
    assert Settings.model_fields[name].description


def test_the_example_as_it_stands_sets_nothing() -> None:
    Path(".env").write_text(EXAMPLE, encoding="utf-8")
    assert Settings() == Settings(_env_file=None)


def test_what_the_example_comments_out_is_the_default() -> None:
    """So that somebody who takes the mark away changes nothing."""
    Path(".env").write_text(re.sub(r"^#(?=[A-Z_]+=)", "", EXAMPLE, flags=re.MULTILINE), encoding="utf-8")
    assert Settings() == Settings(_env_file=None)


def test_the_environment_comes_before_the_file(monkeypatch: pytest.MonkeyPatch) -> None:
    Path(".env").write_text("PORT=8001\nLOG_LEVEL=ERROR\n", encoding="utf-8")
    monkeypatch.setenv("PORT", "8002")
    assert (Settings().port, Settings().log_level) == (8002, "ERROR")


def test_every_token_is_a_secret() -> None:
    secret = {name for name, field in Settings.model_fields.items() if field.annotation == SecretStr | None}
    assert secret == SECRETS == {name for name in Settings.model_fields if name.endswith(("token", "secret", "keys"))}


def test_no_secret_shows(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in SECRETS:
        monkeypatch.setenv(name.upper(), "hush-hush")
    settings = Settings()
    assert settings.discord_token is not None
    assert settings.discord_token.get_secret_value() == "hush-hush"
    assert "hush" not in repr(settings) + str(settings) + settings.model_dump_json()


def test_a_line_break_that_was_copied_along_is_taken_off(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SLACK_BOT_TOKEN", " xoxb-1\n")
    monkeypatch.setenv("DISCORD_TOKEN", "\n")
    settings = Settings()
    assert settings.slack_bot_token == SecretStr("xoxb-1")
    assert not settings.discord_token


def test_a_wrong_value_is_not_repeated(monkeypatch: pytest.MonkeyPatch) -> None:
    """Somebody may have put a token on the wrong line."""
    monkeypatch.setenv("PORT", "xoxb-hush-hush")
    with pytest.raises(ValidationError, match="port") as told:
        Settings()
    assert "hush" not in str(told.value)
