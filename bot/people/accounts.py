"""Whose an account is."""

from __future__ import annotations

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session, joinedload

from bot.boundary import Act
from bot.people.model import Account, Connection, Member


def find_member(session: Session, act: Act) -> Member | None:
    """Who did it, if the workspace through which it came is tied to their district. Where the platform does not say
    the workspace (a DM), only a user id that one member has counts. Nobody links or unlinks the account meanwhile."""
    # One that had to wait for a link being made finds a row that no longer fits; the second look is right.
    return _look_for_member(session, act) or _look_for_member(session, act)


def _look_for_member(session: Session, act: Act) -> Member | None:
    actor = act.actor
    if act.workspace:
        tied = f"{actor.platform}:{act.workspace}"
        return session.scalars(_MEMBER, {"account": str(actor), "connection": tied}).one_or_none()
    there = Connection.address.startswith(f"{actor.platform}:", autoescape=True)
    theirs = Account.address == Connection.address + f"/{actor.user}"
    found = set(session.scalars(_MEMBERS.where(there, theirs)))  # one may be in several workspaces
    return found.pop() if len(found) == 1 else None


# Made once: making a statement takes longer than running it, and everybody who does something is looked up. With their
# group: what kind that is decides of what they are asked.
_MEMBERS = (
    select(Member)
    .options(joinedload(Member.group, innerjoin=True))
    .join(Account, Account.member_id == Member.id)
    .join(Connection, Connection.district_id == Member.district_id)
    .with_for_update(of=Account, read=True, key_share=True)
)
_MEMBER = _MEMBERS.where(Account.address == bindparam("account"), Connection.address == bindparam("connection"))
