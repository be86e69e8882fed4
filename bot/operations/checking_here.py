"""What `check` finds on this machine, without changing it: the settings, the database and its key."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from sqlalchemy import Engine
from sqlalchemy.exc import DBAPIError, SQLAlchemyError

from bot.boundary.checking import Expected, Finding, fine, todo
from bot.operations import checking_districts, opening
from bot.operations.settings import Settings
from bot.storage import database, keys, private_files
from bot.storage.keys import KeyCheck, Keys
from bot.storage.outages import is_damaged
from bot.storage.private_files import Exposed, Shared, Unusable


@dataclass
class Here:
    """`expected`: what the files of all districts name, by platform."""

    found: list[Finding] = field(default_factory=list)
    expected: Mapping[str, Sequence[Expected]] = field(default_factory=dict)


def look(settings: Settings, platforms: Sequence[str]) -> Here:
    """`platforms`: those that the bot would connect to."""
    here = Here([*_of_settings(settings, platforms)])
    try:
        _database(settings, platforms, here)
    except Exposed as error:
        here.found.append(todo("check-database-exposed", mend=error.mend))
    except Shared as error:
        here.found.append(todo("check-database-shared", path=str(error.path)))
    except Unusable as error:
        here.found.append(todo("check-database-unusable", path=str(error.path)))
    except DBAPIError as error:
        here.found.append(todo("check-database-damaged" if is_damaged(error) else "check-database-unreachable"))
    except (SQLAlchemyError, OSError, ImportError):
        here.found.append(todo("check-database-unreachable"))
    return here


def mentions(settings: Settings, platform: str) -> bool:
    """Whether anything is set that opens it."""
    opens = [
        name for name in Settings.model_fields if name.startswith(platform) and not name.endswith(("url", "content"))
    ]
    return any(getattr(settings, name) for name in opens)


def _of_settings(settings: Settings, platforms: Sequence[str]) -> Iterator[Finding]:
    line = settings.slack_app_token or settings.slack_signing_secret
    installs = bool(settings.slack_client_id and settings.slack_client_secret)
    if not platforms and not any(mentions(settings, one) for one in ("slack", "discord")):
        yield todo("check-settings-none")
    if settings.slack_bot_token and not line:
        yield todo("check-settings-slack-line")
    if line and not settings.slack_bot_token and not installs:
        yield todo("check-settings-slack-token")
    if bool(settings.slack_client_id) != bool(settings.slack_client_secret):
        yield todo("check-settings-slack-install")


def _database(settings: Settings, platforms: Sequence[str], here: Here) -> None:
    """Raises Exposed, Shared, Unusable, SQLAlchemyError, OSError and, for a kind of database that the bot doesn't know,
    ImportError."""
    if not database.is_there(settings.database_url):
        here.found.append(todo("check-database-none", file=str(database.sqlite_file(settings.database_url))))
        return
    engine = database.connect(settings.database_url)
    try:
        with engine.execution_options(reads=True).connect() as connection:
            if database.is_newer(connection):
                here.found.append(todo("check-database-newer"))
                return
            if not database.is_at_newest(connection):
                here.found.append(todo("check-database-older"))
                return
        wrong = _key(settings, engine)
        here.found.append(wrong or fine("check-database-fine"))
        with database.reading(engine) as session:
            here.found += checking_districts.look(session, platforms)
            here.expected = checking_districts.expected(session, opens=not wrong)
    finally:
        engine.dispose()


def _key(settings: Settings, engine: Engine) -> Finding | None:
    """None: the database opens with it, or, before the first start, will be sealed with one."""
    try:
        given = ",".join(opening.outside(settings))
    except opening.Shut:
        return todo("check-key-malformed")
    file = database.sqlite_file(settings.database_url)
    if not given and file is None:
        return todo("check-key-none")
    if given:
        keys.know(engine, Keys(given))
    with database.reading(engine) as session:
        if not given and file:
            is_sealed = session.get(KeyCheck, 1) is not None
            return todo("check-key-missing", file=str(private_files.key_file(file))) if is_sealed else None
        return None if keys.fit(session) else todo("check-key-wrong")
