"""What `check` finds on this machine, without changing it: the settings, the database, and the districts in it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from sqlalchemy import Engine, func, select
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import Session

from bot import boundary
from bot.boundary.checking import Channel, Expected, Finding, fine, todo
from bot.operations import opening
from bot.operations.settings import Settings
from bot.people import model
from bot.people.model import Account, District, Member
from bot.people.places import Place, PlaceKind
from bot.storage import database, keys, private_files
from bot.storage.keys import KeyCheck, Keys, Shut
from bot.storage.private_files import Exposed


@dataclass
class Here:
    """`expected`: what the files of all districts name, by platform."""

    found: list[Finding] = field(default_factory=list)
    expected: Mapping[str, Sequence[Expected]] = field(default_factory=dict)


def look(settings: Settings, platforms: Sequence[str]) -> Here:
    """`platforms`: those that the bot would connect to."""
    here = Here([*_of_settings(settings, platforms)])
    try:
        _database(settings, platforms, here)
    except Exposed as error:
        here.found.append(todo("check-database-exposed", mend=error.mend))
    except (SQLAlchemyError, OSError):
        here.found.append(todo("check-database-unreachable"))
    return here


def mentions(settings: Settings, platform: str) -> bool:
    """Whether anything is set that opens it."""
    opens = [
        name for name in Settings.model_fields if name.startswith(platform) and not name.endswith(("url", "content"))
    ]
    return any(getattr(settings, name) for name in opens)


def _of_settings(settings: Settings, platforms: Sequence[str]) -> Iterator[Finding]:
    line = settings.slack_app_token or settings.slack_signing_secret
    installs = bool(settings.slack_client_id and settings.slack_client_secret)
    if not platforms and not any(mentions(settings, one) for one in ("slack", "discord")):
        yield todo("check-settings-none")
    if settings.slack_bot_token and not line:
        yield todo("check-settings-slack-line")
    if line and not settings.slack_bot_token and not installs:
        yield todo("check-settings-slack-token")
    if bool(settings.slack_client_id) != bool(settings.slack_client_secret):
        yield todo("check-settings-slack-install")


def _database(settings: Settings, platforms: Sequence[str], here: Here) -> None:
    """Raises Exposed, SQLAlchemyError and OSError."""
    file = database.sqlite_file(settings.database_url)
    if file and not file.exists():
        here.found.append(todo("check-database-none"))
        return
    engine = database.connect(settings.database_url)
    try:
        with engine.execution_options(reads=True).connect() as connection:
            if not database.is_at_newest(connection):
                here.found.append(todo("check-database-older"))
                return
        here.found.append(_key(settings, engine) or fine("check-database-fine"))
        with database.reading(engine) as session:
            districts = session.scalars(select(District).order_by(District.key)).all()
            for district in districts:
                here.found += _district(session, district, platforms)
            here.expected = _expected(session)
        if not districts:
            here.found.append(todo("check-district-none"))
    finally:
        engine.dispose()


def _key(settings: Settings, engine: Engine) -> Finding | None:
    """None: the database opens with it, or, before the first start, will be sealed with one."""
    try:
        given = ",".join(opening.outside(settings))
    except Shut:
        return todo("check-key-malformed")
    file = database.sqlite_file(settings.database_url)
    if not given and file is None:
        return todo("check-key-none")
    if given:
        keys.know(engine, Keys(given))
    with database.reading(engine) as session:
        if not given and file:
            is_sealed = session.get(KeyCheck, 1) is not None
            return todo("check-key-missing", file=str(private_files.key_file(file))) if is_sealed else None
        return None if keys.fit(session) else todo("check-key-wrong")


def _district(session: Session, district: District, platforms: Sequence[str]) -> Iterator[Finding]:
    people = session.scalar(select(func.count()).where(Member.district_id == district.id)) or 0
    yield fine("check-district-fine", district=district.name, people=people)
    caretakers = model.caretakers(session, district.id)
    if not caretakers:
        yield todo("check-caretakers-none", district=district.name)
        return
    of_them = select(Account).where(Account.member_id.in_([one.id for one in caretakers]))
    reached = {one.member_id for one in session.scalars(of_them) if _platform(one.address) in platforms}
    lost = tuple(one.name for one in caretakers if one.id not in reached)
    yield (
        todo("check-caretakers-lost", people=lost)
        if lost
        else fine("check-caretakers-fine", people=tuple(one.name for one in caretakers))
    )


def _expected(session: Session) -> dict[str, list[Expected]]:
    channels: defaultdict[tuple[str, str], list[Channel]] = defaultdict(list)
    for place in session.scalars(select(Place).order_by(Place.name)):
        at = boundary.Address.parse(place.address)
        if place.groups or place.audience is PlaceKind.COMMUNITY:  # the files name it still
            named = Channel(at.channel, place.name, caucus=place.audience is PlaceKind.CAUCUS)
            channels[at.platform, at.workspace].append(named)
    people: defaultdict[tuple[str, str], dict[str, str]] = defaultdict(dict)
    for address, key in session.execute(select(Account.address, Member.key).join(Member).order_by(Member.key)):
        one = boundary.Account.parse(address)
        people[one.platform, one.workspace][one.user] = key
    found: defaultdict[str, list[Expected]] = defaultdict(list)
    for platform, workspace in sorted({*channels, *people}):
        there = platform, workspace
        found[platform].append(Expected(workspace, channels[there], people[there]))
    return found


def _platform(address: str) -> str:
    return address.partition(":")[0]
