"""The rule by which a group agrees to a goal: by the seat that speaks for it in the building alone, or by that and by
the seat that leads the whole group."""

from __future__ import annotations

from sqlalchemy import ForeignKey, false
from sqlalchemy.orm import Mapped, Session, mapped_column

from bot.storage.tables import Table


class ConsentRule(Table):
    """A group without one agrees by the seat in the building."""

    __tablename__ = "consent_rules"
    group_id: Mapped[int] = mapped_column(ForeignKey("groups.id"), primary_key=True)
    leader_too: Mapped[bool] = mapped_column(default=False, server_default=false())


def leader_too(session: Session, group_id: int) -> bool:
    rule = session.get(ConsentRule, group_id)
    return rule is not None and rule.leader_too


def change(session: Session, group_id: int) -> None:
    rule = session.get(ConsentRule, group_id) or ConsentRule(group_id=group_id, leader_too=False)
    rule.leader_too = not rule.leader_too
    session.add(rule)
    session.flush()
