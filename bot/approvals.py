"""Approval by a second person: what one member of a committee proposed, another approves. Nobody approves what they
proposed themselves, nor a version that they have not seen."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Protocol

from sqlalchemy.orm import Session

from bot.payloads import HIGHEST, Payload
from bot.people import model as people
from bot.request import Refusal, Request


class Proposal(Protocol):
    """What waits for approval, as it is now."""

    version: int

    @property
    def proposer_id(self) -> int: ...

    @property
    def committee(self) -> people.Committee | None: ...


@dataclass(frozen=True)
class Seen(Payload):
    """What a button approves: a thing, and its version as the button's reader saw it."""

    id: int
    version: int


@dataclass(frozen=True)
class Approval:
    """Approved by another member of the committee; where `chair` finds one, by its chair alone, unless it was the chair
    who proposed it. `own` and `changed` are names in `content/`, of why not."""

    own: str
    changed: str
    chair: Callable[[Session, Any], people.Member | None] = lambda _session, _proposal: None

    def approver(self, session: Session, proposal: Proposal) -> people.Member | None:
        """The only one who may; None: any other member of the committee."""
        chair = self.chair(session, proposal)
        return chair if chair is not None and chair.id != proposal.proposer_id else None

    def may(self, session: Session, proposal: Proposal, member: people.Member) -> bool:
        """Of somebody on the committee."""
        only = self.approver(session, proposal)
        return proposal.proposer_id != member.id and (only is None or only.id == member.id)

    def refuse_unless_may(self, request: Request, proposal: Proposal) -> None:
        if proposal.proposer_id == request.member.id:
            raise Refusal.saying(request.words(self.own))
        only, committee = self.approver(request.session, proposal), proposal.committee
        if only is not None and committee is not None and only.id != request.member.id:
            raise Refusal.saying(request.words("may-only-its-chair", name=only.name, committee=committee.name))

    def refuse_unless_seen(self, request: Request, proposal: Proposal) -> None:
        if request.payload(Seen).version != proposal.version:
            raise Refusal.saying(request.words(self.changed))


def new_version() -> int:
    """Random: an older button never fits a newer proposal."""
    return 1 + secrets.randbelow(HIGHEST)
