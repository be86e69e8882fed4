"""The operator's command for a school's calendar: a file is read and looked over, and taken over or undone beside a bot
that works. Each returns the exit status, or raises Stopped."""

from __future__ import annotations

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
        if file.stat().st_size > calendar_files.LARGEST:
            raise Unreadable("calendar-file-large")
        content = file.read_bytes()
    except OSError as error:
        raise Stopped(line("terminal-calendar-shut", file=str(file), why=error.strerror or "")) from None
    except Unreadable as unreadable:
        raise _unreadable(file, unreadable, words) from None

    engine = opening.open_database(settings, migrating=True)
    writer = Writer(engine, outbox.note_changes)
    try:
        with database.reading(engine) as session:
            found = _read(session, texts, words, file, content, key, now)
        preview = writer.submit(
            lambda session: _take(session, words, file.name, key, found, now, applying), alone=True
        ).result()
        print(preview.text(), words("calendar-file-applied" if applying else "terminal-calendar-not-yet"), sep="\n\n")
        return 0
    finally:
        writer.close()
        engine.dispose()


def _read(session: Session, texts: Texts, words: Words, file: Path, content: bytes, key: str, now: datetime) -> Found:
    """Raises Stopped."""
    district = _district(session, key)
    if district is None:
        raise Stopped(line("terminal-which-district"))
    try:
        return calendar_files.read(file.name, content, district.zone, now.date(), uploads.named(texts))
    except Unreadable as unreadable:
        raise _unreadable(file, unreadable, words) from None


def _unreadable(file: Path, why: Unreadable, words: Words) -> Stopped:
    """In words as in chat, which are not among those for a terminal."""
    return Stopped(line("terminal-calendar-unreadable", file=str(file), why=words(why.says)))


def _take(session: Session, words: Words, name: str, key: str, found: Found, now: datetime, applying: bool) -> Message:
    district = _district(session, key)
    assert district
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
