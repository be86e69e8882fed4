"""Copies of the pretend district to be changed by tests."""

from __future__ import annotations

import csv
import shutil
from collections.abc import Mapping
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

import yaml
from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.people import loading, model, roster

PRETEND = Path(__file__).parent.parent.parent / "content" / "pretend-district"
RIVERA = "maria-rivera,Maria Rivera,en,cvea,lincoln,U01RIVERA,"


@cache
def pretend() -> roster.Roster:
    """Read once: it never changes."""
    return roster.read(PRETEND)


def copy(into: Path) -> Path:
    """The folder of the copy."""
    return Path(shutil.copytree(PRETEND, into / "district"))


def elsewhere(into: Path, team: str, guild: str) -> Path:
    """The folder of a second district, with the same people in workspaces of its own."""
    folder = copy(into)
    edit(folder, "district.yaml", "key: cedar-valley", "key: other")
    edit(folder, "district.yaml", "name: Cedar Valley\n", "name: Otherside\n")
    edit(folder, "district.yaml", "T01CEDAR", team)
    edit(folder, "district.yaml", "1268401200690098927", guild)
    return folder


def edit(folder: Path, file: str, old: str, new: str) -> None:
    text = (folder / file).read_text("utf-8")
    assert old in text
    (folder / file).write_text(text.replace(old, new, 1), "utf-8")


def load(session: Session, files: roster.Roster) -> model.District:
    """All steps in this one Session."""
    for step in loading.steps(session, files, datetime.now(UTC)):
        step(session)
        session.flush()
        session.expire_all()
    return session.scalars(select(model.District).where(model.District.key == files.district.key)).one()


def spread(folder: Path, team: str, guild: str, channels: Mapping[str, str]) -> None:
    """The district has a further workspace on each platform; everybody is there, too, and the district team has a
    further home in each, in these channels."""
    further = {"slack": team, "discord": guild}
    guild_line = next(
        line for line in (folder / "district.yaml").read_text("utf-8").splitlines() if line.startswith("discord_guild")
    )
    edit(folder, "district.yaml", guild_line, f"{guild_line}\nalso: [slack:{team}, discord:{guild}]")
    homes = ", ".join(f'"{platform}:{further[platform]}/{channel}"' for platform, channel in channels.items())
    edit(folder, "district.yaml", "also: [slack:C01LEADERSHIP]", f"also: [slack:C01LEADERSHIP, {homes}]")
    members, places = (_table(folder / file) for file in ("members.csv", "places.csv"))
    for one in members:
        accounts = (f"{platform}:{id}/{one[platform]}" for platform, id in further.items() if one[platform])
        one["also"] = ";".join(accounts)
    home = next(one for one in places if one["channel"] == "C01LEADERSHIP")
    for platform, channel in channels.items():
        there = {"platform": platform, "channel": channel, "workspace": further[platform]}
        places.append(home | there | {"name": f"home-there-{platform}"})
    for file, lines in (("members.csv", members), ("places.csv", places)):
        with (folder / file).open("w", encoding="utf-8", newline="") as out:
            writer = csv.DictWriter(out, list(lines[-1]))
            writer.writeheader()
            writer.writerows(lines)


def _table(file: Path) -> list[dict[str, str]]:
    with file.open(encoding="utf-8", newline="") as table:
        return list(csv.DictReader(table))


def close_committee(folder: Path, key: str) -> None:
    """The files name neither it nor its topics and own seats, and the others sit on it no more."""
    path = folder / "district.yaml"
    district = yaml.safe_load(path.read_text("utf-8"))
    district["committees"] = [one for one in district["committees"] if one["key"] != key]
    district["topics"] = [one for one in district["topics"] if one.get("committee") != key]
    path.write_text(yaml.safe_dump(district, allow_unicode=True, sort_keys=False), "utf-8")
    rows = _table(folder / "seats.csv")
    for row in rows:
        row["committees"] = ";".join(one for one in row["committees"].split(";") if one != key)
    with (folder / "seats.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]))
        writer.writeheader()
        writer.writerows(row for row in rows if row["committee"] != key)
