"""Somebody takes a copy of the database while a poll is open and a question has its way back, not the key outside."""

from __future__ import annotations

import os
import re
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy.orm import Session
from structlog.testing import capture_logs
from support import databases
from support.corner import corner
from support.databases import on_both, on_postgresql
from support.districts import pretend
from support.forensics import lies_about
from support.landed import rows as landed
from support.landed.world import LANDED, ROWS
from support.process import ROOT
from support.talk import Core, core
from support.terminal import stops

import wiring
from bot import return_paths
from bot.boundary import Account, Address, Command, Press
from bot.operations import commands, opening
from bot.operations.opening import Shut
from bot.operations.settings import Settings
from bot.polls import secrecy
from bot.return_paths import Thing
from bot.storage import keys, scrubbing, sealing
from bot.storage.sealing import Broken

STAFF = Address("slack", "T01CEDAR", "C01COMMONS")
VOTERS = [Account("slack", "T01CEDAR", one.slack) for one in pretend().members if one.slack][:6]
KEYED = ("ballot_keys", "return_keys", "mute_keys")
BALLOTS, WAYS_BACK = "SELECT digest, sealed FROM sealed_ballots", "SELECT sealed FROM return_paths"
QUESTION = Thing("question", 1)
NEW, OTHER = keys.new_key(), keys.new_key()


def settings(database: str, given: str = databases.KEY) -> Settings:
    return Settings(_env_file=None, database_url=database, connection_keys=given)


async def furnish(bot: Core) -> None:
    """An anonymous poll with six answers, and a question without a name whose asker is muted."""
    maria = Account("slack", "T01CEDAR", "U01RIVERA")
    ask = Command(id="ask", actor=maria, place=STAFF, name="poll", text="Which tree? | Maple | Oak")
    await bot.frame.handle(ask)
    for do, about in (("poll.secrecy", "1"), ("poll.post", "1::2")):
        await bot.frame.handle(Press(id=do, actor=maria, place=STAFF, do=do, about=about))
    for voter in VOTERS:
        vote = Press(id=f"vote {voter}", actor=voter, place=STAFF, do="poll.vote", about="1:1")
        await bot.frame.handle(vote)
    owen = corner(bot, "Owen Lindqvist")
    await owen.types("ask")
    await owen.clicks("Reading and literacy")
    await owen.fills_in(question="Kits?")
    for label in ("Ask without my name", "Leave my building out", "Send it"):
        await owen.clicks(label)
    await corner(bot, "Priya Natarajan").presses("question.mute-now", "1")


def opens(database: str, given: str) -> None:
    """All of it, with these keys: the answers are counted, the asker and the mute are known."""
    engine = opening.open_database(settings(database, given))
    try:
        with Session(engine) as session:
            path = return_paths.find(session, QUESTION)
            assert path is not None
            assert path.mute
            assert return_paths.leads_to(session, QUESTION, path.member)
            secrecy.close(session, 1)
            session.flush()
            assert secrecy.counts(session, 1) == {1: len(VOTERS)}
    finally:
        engine.dispose()


def kept(database: str) -> list[bytes]:
    return [bytes(key) for table in KEYED for (key,) in databases.rows(database, f"SELECT key FROM {table}")]


def unwrapped(database: str) -> list[bytes]:
    """What lies there, with the key outside: what nobody must find without it."""
    engine = databases.connect(database)
    ballots, ways_back, _ = kept(database)
    with Session(engine) as session:
        poll = keys.unwrap(session, secrecy.BallotKey, 1, key=ballots)
        question = keys.unwrap(session, return_paths.Key, *QUESTION, key=ways_back)
    engine.dispose()
    return [poll, question]


@on_both
async def test_a_copy_of_the_database_alone_opens_nothing(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        await furnish(bot)
        address = bot.settings.database_url
        assert len(kept(address)) == len(KEYED)
        sealed = [(text, f"poll:1:{bytes(digest).hex()}") for digest, text in databases.rows(address, BALLOTS)]
        sealed += [(text, "return_paths question 1") for (text,) in databases.rows(address, WAYS_BACK)]
        assert len(sealed) == len(VOTERS) + 1
        for one in kept(address):
            for key in (one[at : at + 32] for at in range(len(one) - 31)):
                for text, place in sealed:
                    with pytest.raises(Broken):
                        sealing.unseal(key, bytes(text), place)
        assert list(lies_about(unwrapped(address), databases.files(address))) == []
        with stops("sealed under a key that is not here: set CONNECTION_KEYS") as told:
            opens(address, OTHER)
        assert OTHER not in str(told)
        opens(address, databases.KEY)


@on_both
async def test_keys_are_changed_without_losing_an_answer_or_a_way_back(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        await furnish(bot)
        address = bot.settings.database_url
        opens(address, f"{NEW},{databases.KEY}")
        assert commands.reseal(settings(address, f"{NEW},{databases.KEY}")) == 0
        opens(address, NEW)
        with pytest.raises(Shut):
            opens(address, databases.KEY)


@on_both
def test_what_an_older_version_left_is_wrapped_and_gone_as_it_lay_there(
    tmp_path: Path, database: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Even if that is broken off: it is done at the next start."""
    if database == databases.POSTGRESQL:
        databases.throw_old_logs_away()
    address = databases.empty(tmp_path)
    with monkeypatch.context() as broken:
        broken.setattr(keys, "_put", _fails)
        with pytest.raises(RuntimeError):
            landed.put_back(address, landed.read(LANDED / "0031" / ROWS))
    before = kept(address)
    assert before
    assert {len(key) for key in before} == {32}
    assert databases.rows(address, "SELECT * FROM key_checks") == []

    engine = opening.open_database(settings(address))
    assert not {len(key) for key in kept(address)} & {32}
    files = databases.files(address) if database == databases.POSTGRESQL else list(tmp_path.glob("empty.db*"))
    assert list(lies_about(before, files)), "until the files are scrubbed"
    with Session(engine) as session, session.begin():
        found = keys.SCRUBBING.find(session)
    assert scrubbing.scrub(engine, found)
    with Session(engine) as session, session.begin():
        keys.SCRUBBING.done(session, found)
        assert list(keys.SCRUBBING.find(session).of) == []
    engine.dispose()
    files = databases.files(address) if database == databases.POSTGRESQL else list(tmp_path.glob("empty.db*"))
    assert list(lies_about(before, files)) == []


def _fails(*_: object) -> None:
    raise RuntimeError


# The first start ---------------------------------------------------------------------------------------------------


def start(file: Path, given: str = "", command: str = "migrate") -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "DATABASE_URL": f"sqlite:///{file}", "CONNECTION_KEYS": given}
    return subprocess.run(
        [sys.executable, ROOT / "main.py", command], env=environment, capture_output=True, text=True, timeout=60
    )


def test_the_first_start_makes_a_key_file_without_which_there_is_no_other(tmp_path: Path) -> None:
    file, key_file = tmp_path / "house.db", tmp_path / "house.db.key"
    assert start(file).returncode == 0
    made = key_file.read_text()
    assert re.fullmatch(r"\S{43}=\n", made)
    assert os.name != "posix" or stat.S_IMODE(key_file.stat().st_mode) == 0o600
    assert (start(file).returncode, key_file.read_text()) == (0, made)
    assert sorted(one.name for one in tmp_path.iterdir()) == ["house.db", "house.db.key"]

    key_file.rename(tmp_path / "elsewhere")
    for command in ("migrate", "run", "reseal"):
        for given in ("", OTHER, "hush-hush"):
            refused = start(file, given, command)
            assert refused.returncode == 1
            said = refused.stderr + refused.stdout
            assert ("a key is what new-key prints" if given == "hush-hush" else f"put back the file {key_file}") in said
            assert not re.search(f"Traceback|hush|{OTHER}|{made.strip()}", said)
    assert not key_file.exists()
    assert start(file, made.strip()).returncode == 0
    (tmp_path / "elsewhere").rename(key_file)
    assert start(file).returncode == 0


@pytest.mark.parametrize("slip", ["empty", "folder", "leads nowhere"])
def test_a_key_file_without_a_key_is_named(tmp_path: Path, slip: str) -> None:
    """Before the database was begun, and after."""
    file, key_file = tmp_path / "house.db", tmp_path / "house.db.key"
    if slip == "empty":
        key_file.touch(0o600)
    elif slip == "folder":
        key_file.mkdir(0o700)
    else:
        key_file.symlink_to(tmp_path / "nowhere")
    with stops(f"{key_file}: a key is what new-key prints"):
        commands.migrate(settings(f"sqlite:///{file}", ""))

    assert commands.migrate(settings(f"sqlite:///{file}", NEW)) == 0
    with stops(f"put back the file {key_file}"):
        commands.migrate(settings(f"sqlite:///{file}", ""))


def test_a_key_of_the_settings_takes_the_place_of_the_file(tmp_path: Path) -> None:
    file = tmp_path / "house.db"
    for given, command in (("", "migrate"), (NEW, "migrate"), (NEW, "reseal")):
        assert start(file, given, command).returncode == 0
    (tmp_path / "house.db.key").unlink()
    assert start(file, NEW).returncode == 0


@on_postgresql
def test_postgresql_needs_the_setting(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("CONNECTION_KEYS")
    address = databases.empty(tmp_path)
    for command in (commands.migrate, commands.reseal):
        with stops("CONNECTION_KEYS, and it is empty: `start-somewhere new-key` prints a key"):
            command(Settings(_env_file=None, database_url=address))
    with capture_logs() as logged:
        assert [wiring.work(Settings(_env_file=None, database_url=address), one) for one in wiring.ROLES] == [1, 1, 1]
    assert all("new-key" in one["reason"] for one in logged)
    assert databases.rows(address, "SELECT * FROM pg_tables WHERE schemaname = 'public'") == []
