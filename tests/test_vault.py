"""Where what opens a workspace is kept: sealed, renewed once, closed with new keys."""

from __future__ import annotations

import asyncio
import string
import time
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from sqlalchemy.orm import Session
from support import databases
from support.databases import on_both
from support.terminal import stops

from bot.boundary import Refused, Secret
from bot.delivery import outbox
from bot.operations import commands
from bot.operations.settings import Settings
from bot.people import connections, tickets, token_store
from bot.people.token_store import Seal, Vault
from bot.storage import database, keys
from bot.storage.keys import Keys
from bot.storage.writer import Writer

pytestmark = on_both

TEAM, LONG_AGO = "T0CEDAR", 1_700_000_000.0  # a Unix time
OLD, NEW = databases.KEY, keys.new_key()
FIRST = Secret("xoxe.xoxb-1", "xoxe-1", time.time() + 60)
SECOND = Secret("xoxe.xoxb-2", "xoxe-2", time.time() + 43_200)


@contextmanager
def process(folder: Path, outside: str = OLD) -> Iterator[Vault]:
    """One of several on the same database."""
    engine = database.connect(databases.address(folder))
    database.migrate(engine)
    writer = Writer(engine, outbox.note_changes)
    try:
        yield Vault(engine, writer, Seal(Keys(outside)), "slack")
    finally:
        writer.close()
        engine.dispose()


@pytest.fixture
async def kept(tmp_path: Path) -> AsyncIterator[Vault]:
    with process(tmp_path) as kept:
        await kept.keep(TEAM, FIRST)
        yield kept


async def test_it_is_read_as_it_was_kept(kept: Vault, tmp_path: Path) -> None:
    assert await kept.read(TEAM) == FIRST
    assert await kept.read("T0OTHER") is None
    with process(tmp_path, keys.new_key()) as stranger:
        assert await stranger.read(TEAM) is None


def test_a_secret_does_not_show_itself() -> None:
    assert "xox" not in repr(FIRST)


@pytest.mark.parametrize("given", ["", "no key", f"{OLD},", f"{OLD};{NEW}"], ids=range(4))
def test_what_is_no_key_is_refused(given: str) -> None:
    with pytest.raises(ValueError, match="new-key"):
        Keys(given)


async def test_several_processes_ask_for_another_only_once(kept: Vault, tmp_path: Path) -> None:
    """A refresh token is good once: whoever came second would be locked out."""
    asked: list[Secret] = []

    async def ask(old: Secret) -> Secret:
        asked.append(old)
        await asyncio.sleep(0.2)  # as long as Slack takes; the others look again meanwhile
        return SECOND

    with process(tmp_path) as other, process(tmp_path) as third:
        everybody = (kept, other, third, kept)
        assert await asyncio.gather(*(one.renew(TEAM, FIRST, ask) for one in everybody)) == [SECOND] * 4
    assert asked == [FIRST]
    assert await kept.read(TEAM) == SECOND


async def test_what_was_not_given_can_be_asked_for_again(kept: Vault) -> None:
    async def refuse(_: Secret) -> Secret:
        raise Refused("invalid_refresh_token")

    async def give(_: Secret) -> Secret:
        return SECOND

    with pytest.raises(Refused):
        await kept.renew(TEAM, FIRST, refuse)
    assert await kept.renew(TEAM, FIRST, give) == SECOND


async def test_who_was_taken_out_meanwhile_gets_none(kept: Vault, tmp_path: Path) -> None:
    with Session(database.connect(databases.address(tmp_path))) as session:
        session.execute(token_store.Connection.__table__.delete())
        session.commit()
    assert await kept.renew(TEAM, FIRST, lambda _: asyncio.sleep(0, SECOND)) is None


async def test_a_ticket_is_good_once_and_for_ten_minutes(kept: Vault, monkeypatch: pytest.MonkeyPatch) -> None:
    ticket = await kept.ticket()
    assert [await kept.redeem(ticket), await kept.redeem(ticket), await kept.redeem("A" * 24)] == [True, False, False]
    ticket = await kept.ticket()
    monkeypatch.setattr(token_store, "TICKET_LASTS", -1.0)
    assert not await kept.redeem(ticket)


async def test_a_ticket_takes_up_no_room_until_it_is_redeemed(kept: Vault, tmp_path: Path) -> None:
    for _ in range(5):
        await kept.ticket()
    assert databases.rows(databases.address(tmp_path), "SELECT * FROM tickets") == []
    assert databases.rows(databases.address(tmp_path), "SELECT * FROM seen_keys") == []


@pytest.mark.parametrize(
    "again",
    [
        lambda t: t + "\n",
        lambda t: " " + t,
        lambda t: t + "==",
        lambda t: t.rstrip("=") + "=" * 4,
        lambda t: t[:5] + "!" + t[5:],
        lambda t: t[:9] + "\n" + t[9:],
    ],
    ids=["line", "space", "padded", "padded anew", "junk", "broken"],
)
async def test_a_ticket_is_good_once_however_it_is_spelled(kept: Vault, again: Callable[[str], str]) -> None:
    """Base64 is read past what is none of its letters: the same ticket, in other words, comes again."""
    ticket = await kept.ticket()
    assert [await kept.redeem(ticket), await kept.redeem(again(ticket))] == [True, False]


async def test_its_last_letter_is_not_another(kept: Vault) -> None:
    """Before the padding some bits mean nothing: four letters, or sixteen, say the same."""
    ticket = await kept.ticket()
    body, ends = ticket.rstrip("="), string.ascii_letters + string.digits + "-_"
    spelled = [body[:-1] + end + "=" * ticket.count("=") for end in ends]
    assert [await kept.redeem(one) for one in (ticket, *spelled)].count(True) == 1


async def test_what_nobody_stamped_leaves_nothing(kept: Vault, tmp_path: Path) -> None:
    """A stranger comes back from where nobody sent them, with a cookie and a state that they made up."""
    forged = Seal(Keys(NEW)).stamp("installing slack")
    made_up = [*(f"junk {number}" for number in range(20)), "", "é", "\udc80", "A" * 24, "A" * 5000, forged]
    assert not any([await kept.redeem(state) for state in made_up])
    assert databases.rows(databases.address(tmp_path), "SELECT * FROM seen_keys") == []


async def test_a_ticket_of_the_former_kind_is_still_good_once(kept: Vault, tmp_path: Path) -> None:
    with Session(database.connect(databases.address(tmp_path))) as session:
        ticket = tickets.issue(session, token_store.INSTALLING, "slack", time.time() + 60)
        session.commit()
    assert [await kept.redeem(ticket), await kept.redeem(ticket)] == [True, False]


async def test_when_something_was_kept_is_known_and_no_change_of_keys_makes_it_younger(
    kept: Vault, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A farewell may come after it, of an hour in which the bot was away."""
    monkeypatch.setattr(time, "time", lambda: LONG_AGO)
    await kept.keep(TEAM, FIRST)
    monkeypatch.undo()
    settings = Settings(_env_file=None, database_url=databases.address(tmp_path), connection_keys=f"{NEW},{OLD}")
    assert commands.reseal(settings) == 0
    with process(tmp_path, NEW) as after, Session(database.connect(databases.address(tmp_path))) as session:
        keys.know(session.get_bind(), Keys(NEW))
        for at, there in ((LONG_AGO - 60, FIRST), (LONG_AGO + 60, None)):
            connections.end(session, f"slack:{TEAM}", at)
            session.commit()
            assert await after.read(TEAM) == there


async def test_keys_are_changed_without_losing_anything(kept: Vault, tmp_path: Path) -> None:
    """The new one first, both for a while; after `reseal` the old one can go."""
    settings = Settings(_env_file=None, database_url=databases.address(tmp_path), connection_keys=f"{NEW},{OLD}")
    assert commands.reseal(settings) == 0
    with process(tmp_path, NEW) as after:
        assert await after.read(TEAM) == FIRST
    assert await kept.read(TEAM) is None

    lost = Settings(_env_file=None, database_url=databases.address(tmp_path), connection_keys=OLD)
    with stops("a key that is not here") as told:
        commands.reseal(lost)
    assert OLD not in str(told)
    databases.change(databases.address(tmp_path), "UPDATE connections SET secret = 'closed with another'")
    with stops("1 of the secrets is closed with none of the keys"):
        commands.reseal(settings)
