"""Which workspace belongs to which district. Nothing that happens in a workspace reaches a district before the two are
tied: by a caretaker with a code or, where an installation has only one district, by loading files that name it."""

from __future__ import annotations

from collections.abc import Sequence

from cryptography.fernet import InvalidToken
from sqlalchemy import ColumnElement, delete, exists, or_, select, update
from sqlalchemy.orm import InstrumentedAttribute, Session

from bot.boundary import Act, Address, BotChannels, ChannelMembers, Joined, Left
from bot.delivery import forgetting
from bot.delivery.outbox import Delivery
from bot.people.model import Account, Connection, District, Member
from bot.people.places import Place, find_place
from bot.people.presence import Presence
from bot.storage import keys
from bot.storage.database import insert, locked

LATEST = 3600.0  # seconds by which one list may come after another that was asked for later; else a clock was wrong


def find(session: Session, act: Act) -> Connection | None:
    """The workspace through which it came; None where the platform does not say, or where we never were."""
    return session.get(Connection, f"{act.actor.platform}:{act.workspace}") if act.workspace else None


def note(session: Session, told: Joined | Left | BotChannels) -> None:
    """Where the bot is, and where it is not any more."""
    match told:
        case Joined():
            join(session, told.id, hears=told.hears, bot=told.bot)
        case Left():
            end(session, told.id, told.at)
        case BotChannels():
            _keep_to(session, told)


def join(session: Session, address: str, *, hears: bool | None = None, bot: str = "") -> Connection:
    """The bot is in this workspace, if known as the `bot` of this id. Doing it twice is doing it once. `hears` is known
    where the platform says so."""
    connection = session.get(Connection, address)
    if connection is None:  # two processes may learn of it at once
        session.execute(insert(session)(Connection).values(address=address).on_conflict_do_nothing())
        connection = session.get_one(Connection, address)
    connection.hears = connection.hears if hears is None else hears
    connection.bot = bot or connection.bot
    districts = session.scalars(select(District).limit(2)).all()
    if connection.district_id is None and len(districts) == 1 and names(session, districts[0], address):
        tie(connection, districts[0])
    return connection


def to_change(session: Session, address: str) -> Connection:
    """The same, as it stands now; nobody else ties it meanwhile."""
    connection = join(session, address)
    session.execute(select(Connection.address).where(Connection.address == address).with_for_update())
    session.refresh(connection)
    return connection


def joined_as(session: Session, platform: str, bot: str) -> Sequence[str]:
    """The workspaces in which the bot of this id was when it last heard of them; those in which a bot has posted
    something, too, if nobody knows which, as it heard of none since that is kept."""
    there = Connection.address.startswith(f"{platform}:", autoescape=True)
    posted = exists().where(Delivery.address.startswith(Connection.address + "/"), Delivery.remote.is_not(None))
    theirs = or_(Connection.bot == bot, (Connection.bot == "") & posted)
    addresses = session.scalars(select(Connection.address).where(there, theirs).order_by(Connection.address)).all()
    return [address.partition(":")[2] for address in addresses]


def tie(connection: Connection, district: District) -> None:
    connection.district_id = district.id


def names(session: Session, district: District, address: str) -> bool:
    """Whether the district's roster has a place or an account there."""
    place = select(Place.id).where(Place.district_id == district.id, _in(Place.address, address))
    account = select(Account.member_id).join(Member).where(Member.district_id == district.id)
    return bool(session.scalar(place.limit(1)) or session.scalar(account.where(_in(Account.address, address)).limit(1)))


def gather(session: Session, members: ChannelMembers) -> None:
    """Remembers who is in a place that the district listed, of two lists by the one that was asked for last."""
    place = find_place(session, members.place)
    if place is None or not _stays(session, f"{members.place.platform}:{members.place.workspace}"):
        return
    locked(session, Place, place.id)  # two lists of one place may arrive at once
    asked = members.asked or place.gathered_at
    if 0 < place.gathered_at - asked < LATEST:
        return
    place.gathered_at = asked
    if not members.accounts:
        place.is_public = None
    elif members.public is not None:
        place.is_public = members.public
    there, here = Presence.place_id == place.id, {str(account) for account in members.accounts}
    if set(session.scalars(select(Presence.account).where(there))) == here:
        return
    session.execute(delete(Presence).where(there))
    session.add_all(Presence(place_id=place.id, account=account) for account in here)


def _keep_to(session: Session, inside: BotChannels) -> None:
    """Nobody tells of those who come and go anywhere else."""
    known = select(Presence.place_id).where(Presence.place_id == Place.id).exists()
    there = _in(Place.address, f"{inside.platform}:{inside.workspace}")
    for address in session.scalars(select(Place.address).where(there, known).order_by(Place.address)).all():
        place = Address.parse(address)
        if place.channel not in inside.channels:
            gather(session, ChannelMembers(id=inside.id, place=place, accounts=(), asked=inside.asked))


def _stays(session: Session, address: str) -> bool:
    """Whether the bot is in this workspace, and not being taken out of it until this ends."""
    there = select(Connection.address).where(Connection.address == address).with_for_update(read=True, key_share=True)
    return session.scalar(there) is not None


def end(session: Session, address: str, at: float | None = None) -> None:
    """The bot is no longer there: what opened the workspace is forgotten, and what was still to be said there is not
    said, even if it comes back for another district. Nothing if it was let in again after that Unix time."""
    if at is not None and _kept_at(session, address) > at:
        return
    session.execute(delete(Connection).where(Connection.address == address))
    there = _in(Place.address, address)
    session.execute(delete(Presence).where(Presence.place_id.in_(select(Place.id).where(there))))
    session.execute(update(Place).where(there).values(is_public=None))
    forgetting.abandon(session, f"{address}/", "not_connected")


def _kept_at(session: Session, address: str) -> int:
    """The Unix time at which what opens the workspace was closed; 0: nothing that these keys open is there."""
    sealed = session.scalar(select(Connection.secret).where(Connection.address == address).with_for_update())
    try:
        return keys.of(session.get_bind()).tokens.extract_timestamp(sealed) if sealed else 0
    except InvalidToken:
        return 0


def _in(column: InstrumentedAttribute[str], address: str) -> ColumnElement[bool]:
    return column.startswith(f"{address}/", autoescape=True)
