"""What somebody typed into a form, kept until it can stand: nothing typed is ever lost to a mistake."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta

from sqlalchemy import JSON, ForeignKey, delete, update
from sqlalchemy.orm import Mapped, Session, mapped_column

from bot.people.model import Member
from bot.request import Request, number
from bot.storage.tables import Table

Typed = Mapping[str, tuple[str, ...]]
KEPT = timedelta(days=1)


class Draft(Table):
    __tablename__ = "drafts"
    __table_args__ = ({"sqlite_autoincrement": True},)  # an old button never finds a newer draft
    id: Mapped[int] = mapped_column(primary_key=True)
    member_id: Mapped[int] = mapped_column(ForeignKey("members.id"))
    form: Mapped[str]
    fields: Mapped[dict[str, list[str]]] = mapped_column(JSON)
    at: Mapped[datetime] = mapped_column(index=True)
    became: Mapped[int | None]  # the number of what was made of it

    @property
    def typed(self) -> Typed:
        return {name: tuple(values) for name, values in self.fields.items()}


def keep(request: Request, form: str, typed: Typed, draft: Draft | None) -> Draft:
    """Writes down what was typed, over `draft` if there is one."""
    if draft is None:
        draft = Draft(member_id=request.member.id, form=form)
        request.session.add(draft)
    draft.fields = {name: list(values) for name, values in typed.items()}
    draft.at = request.now
    request.session.flush()  # its number is on the buttons of the answer; nothing after this refuses
    return draft


def find(request: Request, form: str) -> Draft | None:
    """The draft that the act is about, for nobody else to post or change meanwhile."""
    key = number(request.about.partition(":")[0])
    draft = request.session.get(Draft, key, with_for_update=True) if key else None
    return draft if draft is not None and draft.form == form else None


def pass_on(session: Session, leaving: Member, staying: Member) -> None:
    """The two turned out to be one person."""
    session.execute(update(Draft).where(Draft.member_id == leaving.id).values(member_id=staying.id))


def forget(session: Session, now: datetime) -> bool:
    """Forgets what nobody came back to."""
    session.execute(delete(Draft).where(Draft.at < now - KEPT))
    return False
