"""Who decides about a theme, as it is said."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import object_session

from bot.goals.rounds.model import Scope, Theme
from bot.people.cards import acting_name, seat_title
from bot.people.model import Role, Seat
from bot.texts import Words

NAMES = {
    Scope.SHARED: "scope-shared",
    Scope.ADMINISTRATION: "scope-administration",
    Scope.BOARD: "scope-board",
    Scope.CLASSROOM: "scope-classroom",
    Scope.BARGAINING: "scope-bargaining",
}
OWNERS = {Scope.ADMINISTRATION: Role.SUPERINTENDENT, Scope.BOARD: Role.BOARD_LIAISON}


def owner(theme: Theme) -> Seat | None:
    """The seat to which a theme goes that is not shared."""
    role, session = OWNERS.get(theme.scope) if theme.scope else None, object_session(theme)
    if role is None or session is None:
        return None
    theirs = select(Seat).where(Seat.district_id == theme.group.district_id, Seat.role == role)
    return session.scalars(theirs.order_by(Seat.id)).first()


def lines(theme: Theme, words: Words) -> list[str]:
    """Who decides, and why; none until that is said."""
    if theme.scope is None:
        return []
    said = [words("result-scope", scope=words(NAMES[theme.scope]), why=theme.why)]
    if seat := owner(theme):
        said.append(words("result-decides", seat=seat_title(seat, words), name=acting_name(seat, words)))
    if theme.reply and theme.replied_by:
        said.append(words("result-reply", seat=seat_title(theme.replied_by, words), text=theme.reply))
    return said
