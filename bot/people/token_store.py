"""Where what opens a workspace is kept: sealed with a key that is not in the database."""

from __future__ import annotations

import asyncio
import hashlib
import json
import time
import uuid
from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import asdict

from cryptography.fernet import InvalidToken
from sqlalchemy import Engine, select
from sqlalchemy.orm import Session

from bot.boundary import Secret
from bot.people import connections, tickets
from bot.people.model import Connection
from bot.storage import leases
from bot.storage.database import reading
from bot.storage.keys import Keys
from bot.storage.writer import Repeated, Writer

INSTALLING = "installing"  # what the tickets of installations under way are for
TICKET_LASTS = 600.0  # seconds
AGAIN = 0.5  # seconds until the next look while another process renews


class Seal:
    def __init__(self, keys: Keys) -> None:
        self._fernet = keys.tokens

    def close(self, secret: Secret) -> str:
        return self._fernet.encrypt(json.dumps(asdict(secret)).encode()).decode()

    def open(self, sealed: str) -> Secret | None:
        """None: none of the keys closed it."""
        try:
            return Secret(**json.loads(self._fernet.decrypt(sealed)))
        except InvalidToken:
            return None

    def close_anew(self, sealed: str) -> str | None:
        """With the first key, as of when it was closed. None: none of the keys closed it."""
        try:
            return self._fernet.rotate(sealed).decode()
        except InvalidToken:
            return None

    def stamp(self, words: str) -> str:
        """With the time, so that `is_stamped` knows it again."""
        return self._fernet.encrypt(words.encode()).decode()

    def is_stamped(self, token: str, words: str, lasts: float) -> bool:
        """Whether we stamped it with these words, no longer ago than so many seconds, and it is spelled as it was
        given away: Fernet reads past what is not base64."""
        try:
            return _is_as_given(token) and self._fernet.decrypt(token, ttl=int(lasts)) == words.encode()
        except InvalidToken:
            return False


def _is_as_given(token: str) -> bool:
    try:
        return urlsafe_b64encode(urlsafe_b64decode(token)).decode() == token
    except ValueError:  # no base64, or no ASCII
        return False


def reseal(session: Session, seal: Seal) -> int:
    """Closes everything with the first key. Returns how many none of the keys opened: they stay as they are."""
    lost = 0
    closed = select(Connection).where(Connection.secret.is_not(None)).with_for_update(of=Connection)
    for connection in session.scalars(closed.order_by(Connection.address)):
        anew = seal.close_anew(connection.secret or "")
        lost += anew is None
        connection.secret = anew or connection.secret
    return lost


class Vault:
    """A `boundary.Keyring` for the workspaces of one platform."""

    def __init__(self, engine: Engine, writer: Writer, seal: Seal, platform: str) -> None:
        self._engine, self._writer, self._seal, self._platform = engine, writer, seal, platform

    async def read(self, workspace: str) -> Secret | None:
        return await asyncio.to_thread(self._read, self._address(workspace))

    async def keep(self, workspace: str, secret: Secret) -> None:
        sealed = self._seal.close(secret)

        def keep(session: Session) -> None:
            connections.join(session, self._address(workspace)).secret = sealed

        await self._writer.do(keep)

    async def workspaces(self) -> Sequence[str]:
        return await asyncio.to_thread(self._workspaces)

    async def lose(self, workspace: str, secret: Secret) -> None:
        address = self._address(workspace)

        def lose(session: Session) -> None:
            connection = session.get(Connection, address)
            if connection and connection.secret and self._seal.open(connection.secret) == secret:
                connections.end(session, address)

        await self._writer.do(lose)

    async def renew(self, workspace: str, old: Secret, ask: Callable[[Secret], Awaitable[Secret]]) -> Secret | None:
        lease, holder = f"renewing {self._address(workspace)}", uuid.uuid4().hex
        while (now := await self.read(workspace)) == old:
            if not await self._writer.aside(lambda session: leases.take(session, lease, holder, time.time())):
                await asyncio.sleep(AGAIN)
                continue
            try:
                now = await self.read(workspace)
                if now == old:
                    await self.keep(workspace, new := await ask(old))
                    return new
            finally:
                await self._writer.aside(lambda session: leases.give_back(session, holder))
        return now

    async def ticket(self) -> str:
        """Nothing is kept of it until it is redeemed: anybody may ask for one, as often as they like."""
        return self._seal.stamp(self._stamped)

    async def redeem(self, ticket: str) -> bool:
        """Of what nobody stamped nothing is kept either."""
        if not self._seal.is_stamped(ticket, self._stamped, TICKET_LASTS):
            return await self._writer.do(lambda session: _redeem_unstamped(session, ticket))
        spent = hashlib.blake2s(ticket.encode(), digest_size=16).hexdigest()
        try:
            await self._writer.do(lambda _: None, key=f"{INSTALLING}:{spent}")
        except Repeated:
            return False
        return True

    @property
    def _stamped(self) -> str:
        return f"{INSTALLING} {self._platform}"

    def _address(self, workspace: str) -> str:
        return f"{self._platform}:{workspace}"

    def _read(self, address: str) -> Secret | None:
        with reading(self._engine) as session:
            sealed = session.scalar(select(Connection.secret).where(Connection.address == address))
        return self._seal.open(sealed) if sealed else None

    def _workspaces(self) -> Sequence[str]:
        theirs = Connection.address.startswith(self._address(""), autoescape=True) & Connection.secret.is_not(None)
        with reading(self._engine) as session:
            addresses = session.scalars(select(Connection.address).where(theirs).order_by(Connection.address)).all()
        return [address.partition(":")[2] for address in addresses]


def _redeem_unstamped(session: Session, ticket: str) -> bool:
    """One from before they were stamped is a row."""
    if found := tickets.find(session, INSTALLING, ticket, time.time()):
        tickets.hand_in(session, found)
    return found is not None
