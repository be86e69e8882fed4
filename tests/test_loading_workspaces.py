"""Several districts, and one in several workspaces: none takes what is another's."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session
from support import districts, terminal
from support.databases import on_either
from support.districts import PRETEND, edit
from test_loading import folder, member, place, session

from bot.people import committees, model, roster
from bot.people.places import Place

pytestmark = on_either

__all__ = ["folder", "session"]


def test_two_districts_live_side_by_side(session: Session, folder: Path) -> None:
    cedar = districts.load(session, roster.read(PRETEND))
    edit(folder, "district.yaml", "key: cedar-valley", "key: elm-hills")
    edit(folder, "district.yaml", "T01CEDAR", "T01ELMHILLS")
    edit(folder, "district.yaml", "discord_guild: ", "discord_guild: 1")
    elm = districts.load(session, roster.read(folder))
    places = session.scalars(select(Place).where(Place.district_id == elm.id)).all()
    maria = session.scalars(
        select(model.Member).where(model.Member.key == "maria-rivera", model.Member.district_id == cedar.id)
    ).one()
    assert places
    assert not any(place.admits(maria) for place in places)


def test_no_district_can_take_another_s_workspace(session: Session, folder: Path) -> None:
    districts.load(session, roster.read(PRETEND))
    edit(folder, "district.yaml", "key: cedar-valley", "key: elm-hills")
    with pytest.raises(roster.RosterError) as wrong:
        districts.load(session, roster.read(folder))
    assert terminal.read(*wrong.value.lines) == [
        "district.yaml: slack_team already belongs to another district",
        "district.yaml: discord_guild already belongs to another district",
    ]
    assert not session.new
    assert session.scalar(select(func.count()).select_from(model.District)) == 1


def test_a_district_may_have_further_workspaces(session: Session, folder: Path) -> None:
    districts.spread(
        folder, "T02ELMHILLS", "1268401200690098999", {"slack": "C02HOME", "discord": "1198000255257084999"}
    )
    spread = roster.read(folder)
    district = districts.load(session, spread)
    rosa = member(session, "rosa-delgado")
    addresses = session.scalars(select(model.Account.address).where(model.Account.member_id == rosa.id))
    assert sorted(address.partition("/")[0] for address in addresses) == [
        *("discord:1268401200690098927", "discord:1268401200690098999"),
        *("slack:T01CEDAR", "slack:T02ELMHILLS"),
    ]
    team = session.scalars(select(model.Committee).where(model.Committee.key == "district-team")).one()
    assert {home.address for home in committees.homes(session, team)} >= {
        *("slack:T02ELMHILLS/C02HOME", "discord:1268401200690098999/1198000255257084999"),
    }
    tied = session.scalars(select(model.Connection.address).where(model.Connection.district_id == district.id))
    assert set(tied) == {*spread.district.workspaces}
    here = next(one for one in spread.places if one.channel == "C01LEADERSHIP")
    assert spread.admitted(place(spread, "home-there-slack")) == spread.admitted(here)
    edit(folder, "district.yaml", "key: cedar-valley", "key: elm-hills")
    edit(folder, "district.yaml", "T01CEDAR", "T01ELM")
    edit(folder, "district.yaml", "discord_guild: ", "discord_guild: 1")
    with pytest.raises(roster.RosterError) as wrong:
        districts.load(session, roster.read(folder))
    assert terminal.read(*wrong.value.lines) == [
        "district.yaml: 'slack:T02ELMHILLS' already belongs to another district",
        "district.yaml: 'discord:1268401200690098999' already belongs to another district",
    ]
