"""The operator's commands. Each returns the exit status, or raises Stopped."""

from __future__ import annotations

from contextlib import ExitStack
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy.exc import NoResultFound
from sqlalchemy.orm import Session

from bot.boundary.terminal import Stopped, line
from bot.delivery import outbox
from bot.onboarding import strangers
from bot.operations import left_open, opening
from bot.operations.left_open import LeftOpen
from bot.operations.settings import Settings
from bot.operations.terminal import IN_ENGLISH, Terminal
from bot.people import loading, roster, token_store
from bot.people.token_store import Seal
from bot.storage import database, keys
from bot.storage.writer import Writer


def migrate(settings: Settings) -> int:
    """Brings the database to what this version needs."""
    opening.open_database(settings, migrating=True, making=True).dispose()
    return 0


def load(settings: Settings, folder: Path, terminal: Terminal = IN_ENGLISH) -> int:
    """Reads a district's files into the database, beside a bot that works on it."""
    files = roster.read(folder)
    is_new = not opening.is_there(settings)
    engine = opening.open_database(settings, migrating=True, making=True)
    with ExitStack() as ending:
        ending.callback(engine.dispose)
        with database.reading(engine) as session:
            steps = loading.steps(session, files, datetime.now(UTC))
            left = LeftOpen.before(session, files.district.key)
        writer = Writer(engine, outbox.note_changes)
        ending.callback(writer.close)
        for step in steps:
            writer.submit(step, alone=True).result()
        with database.reading(engine) as session:
            without = [*left.warnings(left_open.peopled(session, files.district.key))]
    if is_new:
        terminal.say(line("terminal-made", file=str(database.sqlite_file(settings.database_url))))
    terminal.warn(*(line("terminal-warning", says=one) for one in (*files.warnings, *without)))
    return 0


def code(settings: Settings, district: str) -> int:
    """Prints a code that ties a workspace to the district."""
    engine = opening.open_database(settings)
    try:
        with Session(engine) as session, session.begin():
            print(strangers.code_for(session, district))
    except NoResultFound:
        raise Stopped(line("terminal-no-district", key=district)) from None
    except strangers.NoCaretakers:
        raise Stopped(line("terminal-no-caretakers", key=district)) from None
    finally:
        engine.dispose()
    return 0


def new_key() -> int:
    """Prints a key for CONNECTION_KEYS."""
    print(keys.new_key())
    return 0


def reseal(settings: Settings) -> int:
    """Closes all that is sealed with the first of the keys."""
    engine = opening.open_database(settings)
    with Session(engine) as session, session.begin():
        lost = token_store.reseal(session, Seal(keys.of(engine))) + keys.wrap_anew(session)
    engine.dispose()
    if lost:
        raise Stopped(line("terminal-secrets-lost", count=lost))
    return 0
