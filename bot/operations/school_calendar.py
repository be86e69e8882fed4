"""The operator's command for a school's calendar: a file is read and looked over, and taken over or undone beside a bot
that works. Each returns the exit status, or raises Stopped."""

from __future__ import annotations

from contextlib import ExitStack
from datetime import datetime
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.boundary import Message
from bot.boundary.terminal import Stopped, line
from bot.delivery import outbox
from bot.meetings import no_school
from bot.meetings.calendars import cards, model, uploads
from bot.meetings.calendars.model import CalendarUpload, Stage
from bot.operations import opening
from bot.operations.settings import Settings
from bot.people import calendar_files
from bot.people.calendar_files import Found, Unreadable
from bot.people.model import District
from bot.storage import database
from bot.storage.writer import Writer
from bot.texts import Texts, Words


def take(
    settings: Settings, texts: Texts, file: Path, key: str, now: datetime, *, applying: bool, language: str = ""
) -> int:
    """Prints what it changes, and takes it over if `applying`."""
    words = texts[language]
    try:
        content, named = _content(file), uploads.named(texts)
        engine = opening.open_database(settings, migrating=True)
        with ExitStack() as ending:
            ending.callback(engine.dispose)
            with database.reading(engine) as session:
                zone = _chosen(session, key).zone
            found = calendar_files.read(file.name, content, zone, now.date(), named)
            writer = Writer(engine, outbox.note_changes)
            ending.callback(writer.close)
            shown = writer.submit(
                lambda session: _take(session, words, file.name, key, found, now, applying), alone=True
            ).result()
    except Unreadable as unreadable:  # in words as in chat, which are not among those for a terminal
        raise Stopped(line("terminal-calendar-unreadable", file=str(file), why=words(unreadable.says))) from None
    print(shown.text(), words("calendar-file-applied" if applying else "terminal-calendar-not-yet"), sep="\n\n")
    return 0


def _content(file: Path) -> bytes:
    """Raises Unreadable and Stopped."""
    try:
        if file.stat().st_size > calendar_files.LARGEST:
            raise Unreadable("calendar-file-large")
        return file.read_bytes()
    except OSError as error:
        raise Stopped(line("terminal-calendar-shut", file=str(file), why=error.strerror or "")) from None


def _take(session: Session, words: Words, name: str, key: str, found: Found, now: datetime, applying: bool) -> Message:
    district = _chosen(session, key)
    upload = CalendarUpload(district=district, name=name, stage=Stage.READ, at=now)
    session.add(upload)
    model.note(upload, found)
    session.flush()
    shown = Message(tuple(cards.preview(session, upload, words)[0 if not applying else 1 :]))
    if applying:
        model.apply(session, upload, model.difference(session, upload, cards.day_of(upload)))
        no_school.look_at_all(session, district, now)
    else:
        session.delete(upload)
    return shown


def _chosen(session: Session, key: str) -> District:
    """Raises Stopped."""
    district = _district(session, key)
    if district is None:
        raise Stopped(line("terminal-which-district"))
    return district


def undo(settings: Settings, texts: Texts, key: str, now: datetime, *, language: str = "") -> int:
    """The one that was taken over last."""

    def back(session: Session) -> bool:
        district = _district(session, key)
        upload = model.last_applied(session, district.id) if district else None
        if district is None or upload is None:
            return False
        model.undo(session, upload)
        outbox.change(session, cards.CARD, upload.id)
        no_school.look_at_all(session, district, now)
        return True

    engine = opening.open_database(settings, migrating=True)
    writer = Writer(engine, outbox.note_changes)
    try:
        if not writer.submit(back, alone=True).result():
            raise Stopped(line("terminal-calendar-none"))
    finally:
        writer.close()
        engine.dispose()
    print(texts[language]("calendar-file-undone"))
    return 0


def _district(session: Session, key: str) -> District | None:
    """The only one, where no key is given."""
    every = select(District)
    found = session.scalars(every.where(District.key == key) if key else every).all()
    return found[0] if len(found) == 1 else None
