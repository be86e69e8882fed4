"""What was deleted, and may still lie in the database's files and say who wrote something without a name, or rated it:
of which things (a kind and a number), and in which tables, for `bot.storage.scrubbing`."""

from __future__ import annotations

from sqlalchemy import delete, false, select, tuple_
from sqlalchemy.orm import Mapped, Session, mapped_column

from bot.storage.database import insert
from bot.storage.scrubbing import Remains, Scrubbing
from bot.storage.tables import Table

DRAFTS = ("drafts", 0)  # what was typed, perhaps to be sent without a name
# Once something was sent, and once its way back is destroyed.
SENT = ("drafts", "belongings")
RATED = ("theme_ratings", "listening_ratings")
DESTROYED = (*SENT, "return_paths", "return_keys", "reserves", *RATED)
IN_ORDER = ("destinations", "deliveries")
AMONG = 1000  # people, if there are so many, among whose rows those of the author are written anew
_TOGETHER = "xmin::text IN (SELECT xmin::text FROM return_remains WHERE destroyed)"  # with the end of the way back
ANEW = (
    "CREATE TEMPORARY TABLE anew ON COMMIT DROP AS "
    f"(SELECT address FROM destinations WHERE address LIKE '%@%' ORDER BY random() LIMIT {AMONG}) "
    f"UNION SELECT address FROM destinations WHERE {_TOGETHER} UNION SELECT address FROM deliveries WHERE {_TOGETHER}",
    "SELECT address FROM destinations WHERE address IN (SELECT address FROM anew) ORDER BY address FOR UPDATE",
    "UPDATE destinations SET numbered = numbered WHERE address IN (SELECT address FROM anew)",
    "UPDATE deliveries SET number = number WHERE address IN (SELECT address FROM anew)",
)
LOCKED = ("accounts", "questions", "concerns", "listening_contributions")  # by each act: its actor's, and the thing


class Left(Table):
    """Things of which something that was deleted may still lie in the database's files."""

    __tablename__ = "return_remains"
    kind: Mapped[str] = mapped_column(primary_key=True)
    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    destroyed: Mapped[bool] = mapped_column(default=False, server_default=false())


def leave(session: Session, thing: tuple[str, int], *, destroyed: bool) -> None:
    """Something about it was deleted that may still lie there. `destroyed`: for good."""
    kind, id = thing
    add = insert(session)(Left).values(kind=kind, id=id, destroyed=destroyed)
    session.execute(add.on_conflict_do_update(index_elements=["kind", "id"], set_={"destroyed": destroyed}))


def _find(session: Session) -> Remains:
    """Of what was sent, or whose way back has ended."""
    rows = session.execute(select(Left.kind, Left.id, Left.destroyed).order_by(Left.kind, Left.id)).all()
    things = [(row.kind, row.id) for row in rows]
    return Remains(things, DESTROYED, IN_ORDER, ANEW) if any(row.destroyed for row in rows) else Remains(things, SENT)


def _are_scrubbed(session: Session, found: Remains) -> None:
    those = delete(Left).where(tuple_(Left.kind, Left.id).in_(found.of))
    session.execute(those if found.tables == DESTROYED else those.where(~Left.destroyed))


SCRUBBING = Scrubbing("return_paths", _find, _are_scrubbed, LOCKED)
