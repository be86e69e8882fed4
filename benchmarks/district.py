"""A district of any size in a database, and polls in it that everybody may answer."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from benchmarks.processes import KEY
from bot import timetable
from bot.boundary import Address
from bot.delivery import outbox
from bot.operations import commands
from bot.operations.settings import Settings
from bot.people import model as people
from bot.people import roster
from bot.people.entries import Platform
from bot.people.places import Place
from bot.polls import cards, lifecycle
from bot.polls.counting import tally
from bot.polls.model import Option, Poll
from bot.storage import context
from bot.storage.database import connect
from bot.storage.seen_keys import SeenKey
from tests.support import crowd

OPTIONS = ("Tuesday", "Thursday", "Neither")


@dataclass(frozen=True)
class Crowd:
    """A district of its own, in a database of its own."""

    roster: roster.Roster
    database: str

    def accounts(self, platform: Platform) -> list[str]:
        """The user ids there, the rep left out."""
        ids = [one.account(platform) for one in self.roster.members[1:]]
        return [id for id in ids if id]


def settle(folder: Path, *, staff: int = 1, families: int = 1, database: str = "") -> Crowd:
    """So many people with an account at Slack, so many at Discord; on SQLite unless there is a database."""
    database = database or f"sqlite:///{folder / 'benchmark.db'}"
    written = crowd.write(folder / "district", staff, families)
    if commands.load(Settings(_env_file=None, database_url=database, connection_keys=KEY), written) != 0:
        raise ValueError("the district does not load")
    return Crowd(crowd.read(written), database)


def ask(database: str, platform: str, *, polls: int = 1, closes: timedelta = timedelta(days=1)) -> Poll:
    """Asks the same so often, in the district's one place on that platform. Returns the last one."""
    engine = connect(database)
    with Session(engine, expire_on_commit=False, info=context.info()) as session:
        seat = session.scalars(select(people.Seat)).one()
        place = session.scalars(select(Place).where(Place.address.startswith(platform))).one()
        now = datetime.now(UTC)
        asked = [_poll(seat, place, now, now + closes) for _ in range(polls)]
        session.add_all(asked)
        session.flush()
        for poll in asked:
            outbox.say(session, Address.parse(place.address), cards.CARD, poll.id, place.language)
            timetable.set_due(session, lifecycle.CLOSE, poll.id, poll.closes_at)
        session.commit()
    engine.dispose()
    return asked[-1]


def _poll(seat: people.Seat, place: Place, now: datetime, closes_at: datetime) -> Poll:
    return Poll(
        seat=seat,
        question="Which night suits you for the family reading evening?",
        several=False,
        opened_at=now,
        closes_at=closes_at,
        options=[Option(position=position, label=label) for position, label in enumerate(OPTIONS)],
        places=[place],
    )


def counted(database: str, poll: Poll) -> int:
    """How many have answered it."""
    engine = connect(database)
    with Session(engine) as session:
        voters = tally(session, poll).voters
    engine.dispose()
    return voters


def recorded(database: str, platform: str) -> int:
    """How many events of that platform were taken in."""
    engine = connect(database)
    with Session(engine) as session:
        keys = session.scalar(select(func.count()).where(SeenKey.key.startswith(f"{platform}:")))
    engine.dispose()
    return keys or 0
