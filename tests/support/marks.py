"""A table of a test's own, to see which jobs left a trace, and the writer that they run on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Engine, select
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column
from support import databases

from bot.storage import database


class Base(DeclarativeBase):
    pass


class Mark(Base):
    __tablename__ = "marks"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]


def mark(session: Session, name: str) -> None:
    """Leaves a trace, once the session is flushed."""
    session.add(Mark(name=name))


def marks(engine: Engine) -> list[str]:
    """All that are there, in the order in which they were made."""
    with database.reading(engine) as session:
        return list(session.scalars(select(Mark.name).order_by(Mark.id)))


def counted(engine: Engine, prefix: str) -> Counter[str]:
    """How often each stands there whose name begins so, without that beginning."""
    return Counter(name.removeprefix(prefix) for name in marks(engine) if name.startswith(prefix))


@contextmanager
def marking(folder: Path) -> Iterator[Engine]:
    """A migrated database that has the table, too."""
    engine = database.connect(databases.address(folder, "marks"))
    database.migrate(engine)
    Base.metadata.create_all(engine)
    try:
        yield engine
    finally:
        engine.dispose()
