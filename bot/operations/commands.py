"""The operator's commands. Each returns the exit status."""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy.exc import NoResultFound
from sqlalchemy.orm import Session

from bot.delivery import outbox
from bot.onboarding import strangers
from bot.operations import left_open, opening
from bot.operations.left_open import LeftOpen
from bot.operations.settings import Settings
from bot.people import loading, roster, token_store
from bot.people.token_store import Seal
from bot.storage import database, keys
from bot.storage.writer import Writer


def migrate(settings: Settings) -> int:
    """Brings the database to what this version needs."""
    opening.open_database(settings, migrating=True, making=True).dispose()
    return 0


def load(settings: Settings, folder: Path) -> int:
    """Reads a district's files into the database, beside a bot that works on it."""
    try:
        files = roster.read(folder)
    except roster.RosterError as error:
        print(*error.problems, sep="\n", file=sys.stderr)
        return 1
    is_there = database.is_there(settings.database_url)
    engine = opening.open_database(settings, migrating=True, making=True)
    try:
        with database.reading(engine) as session:
            steps = loading.steps(session, files, datetime.now(UTC))
            left = LeftOpen.before(session, files.district.key)
    except roster.RosterError as error:
        print(*error.problems, sep="\n", file=sys.stderr)
        return 1
    writer = Writer(engine, outbox.note_changes)
    try:
        for step in steps:
            writer.submit(step, alone=True).result()
        with database.reading(engine) as session:
            without = [*left.warnings(left_open.peopled(session, files.district.key))]
    finally:
        writer.close()
        engine.dispose()
    if not is_there:
        print(f"made {database.sqlite_file(settings.database_url)}")
    print(*(f"warning: {one}\n" for one in (*files.warnings, *without)), sep="", end="", file=sys.stderr)
    return 0


def code(settings: Settings, district: str) -> int:
    """Prints a code that ties a workspace to the district."""
    engine = opening.open_database(settings)
    try:
        with Session(engine) as session, session.begin():
            print(strangers.code_for(session, district))
    except NoResultFound:
        print(f"no district has the key '{district}'; `load` reads it from its files", file=sys.stderr)
        return 1
    except strangers.NoCaretakers:
        print(f"the files of '{district}' name no caretakers: nobody could hand a code in", file=sys.stderr)
        return 1
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
        print(f"{lost} of the secrets are closed with none of the keys; nothing was done to these", file=sys.stderr)
    return 1 if lost else 0
