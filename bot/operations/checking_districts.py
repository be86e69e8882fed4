"""What `check` finds of the districts in the database, and what their files name on the platforms."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from bot import boundary
from bot.boundary import Secret
from bot.boundary.checking import Channel, Expected, Finding, fine, todo
from bot.people import connections, model
from bot.people.model import Account, Connection, District, Member
from bot.people.places import Place, PlaceKind
from bot.people.token_store import Seal
from bot.storage import keys

There = tuple[str, str]  # a platform and a workspace


def look(session: Session, platforms: Sequence[str]) -> Iterator[Finding]:
    """`platforms`: those that the bot would connect to."""
    districts = session.scalars(select(District).order_by(District.key)).all()
    if not districts:
        yield todo("check-district-none")
    for district in districts:
        people = session.scalar(select(func.count()).where(Member.district_id == district.id, Member.on_roster)) or 0
        yield fine("check-district-fine", district=district.name, people=people)
        yield _caretakers(session, district, platforms)
        if len(districts) > 1:  # the only one's workspaces are tied to it when the bot comes into them
            yield from _untied(session, district, platforms)


def _caretakers(session: Session, district: District, platforms: Sequence[str]) -> Finding:
    caretakers = model.caretakers(session, district.id)
    if not caretakers:
        return todo("check-caretakers-none", district=district.name)
    theirs = select(Account).where(Account.member_id.in_([one.id for one in caretakers]))
    reached = {one.member_id for one in session.scalars(theirs) if one.address.partition(":")[0] in platforms}
    if lost := tuple(one.name for one in caretakers if one.id not in reached):
        return todo("check-caretakers-lost", people=lost)
    return fine("check-caretakers-fine", people=tuple(one.name for one in caretakers))


def _untied(session: Session, district: District, platforms: Sequence[str]) -> Iterator[Finding]:
    tied = {one.address: one.district_id for one in session.scalars(select(Connection))}
    for platform, workspace in sorted({*_channels(session), *_people(session)}):
        address = f"{platform}:{workspace}"
        named = platform in platforms and connections.names(session, district, address)
        if named and tied.get(address) != district.id:
            yield todo("check-district-untied", district=district.name, workspace=address, key=district.key)


def expected(session: Session, *, opens: bool) -> Mapping[str, Sequence[Expected]]:
    """By platform, without workspaces that nothing here opens. `opens`: the keys are the right ones for what is
    sealed."""
    channels, people, secrets = _channels(session), _people(session), _secrets(session, opens)
    found: defaultdict[str, list[Expected]] = defaultdict(list)
    for platform, workspace in sorted({*channels, *people}):
        there, address = (platform, workspace), f"{platform}:{workspace}"
        if address not in secrets or secrets[address]:
            named = channels.get(there, []), people.get(there, {})
            found[platform].append(Expected(workspace, *named, secrets.get(address)))
    return found


def _channels(session: Session) -> Mapping[There, list[Channel]]:
    found: defaultdict[There, list[Channel]] = defaultdict(list)
    for place in session.scalars(select(Place).order_by(Place.name)):
        if place.groups or place.audience is PlaceKind.COMMUNITY:  # of others the files say nothing any more
            at = boundary.Address.parse(place.address)
            named = Channel(at.channel, place.name, caucus=place.audience is PlaceKind.CAUCUS)
            found[at.platform, at.workspace].append(named)
    return found


def _people(session: Session) -> Mapping[There, dict[str, str]]:
    found: defaultdict[There, dict[str, str]] = defaultdict(dict)
    for address, key in session.execute(select(Account.address, Member.key).join(Member).order_by(Member.key)):
        one = boundary.Account.parse(address)
        found[one.platform, one.workspace][one.user] = key
    return found


def _secrets(session: Session, opens: bool) -> Mapping[str, Secret | None]:
    """Of workspaces that each have a secret of their own, by their addresses. None: it is sealed for us, too."""
    sealed = session.scalars(select(Connection).where(Connection.secret.is_not(None))).all()
    seal = Seal(keys.of(session.get_bind())) if sealed and opens else None
    return {one.address: seal.open(one.secret or "") if seal else None for one in sealed}
