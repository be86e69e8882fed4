"""A district with as many people as a test wants: one association in Slack, one PTA in Discord, a building rep."""

from __future__ import annotations

from pathlib import Path

from bot.people import roster

STAFF, FAMILIES = "C01STAFF", "400000000000000001"
REP = "U01REP"

DISTRICT = """
key: crowd
name: Crowd
zone: America/Chicago
language: en
slack_team: T01CROWD
discord_guild: "400000000000000009"
groups:
  - {key: association, kind: association, name: The Association}
  - {key: pta, kind: parents, name: The PTA}
buildings:
  - {key: lincoln, kind: school, name: Lincoln}
"""


def write(folder: Path, staff: int, families: int, both: int = 0) -> Path:
    """`both` of the families also have a Slack account. Returns the folder."""
    folder.mkdir()
    members = ["key,name,language,group,building,slack,discord", f"rep,The Rep,en,association,lincoln,{REP},"]
    members += [f"staff-{n},Staff {n},en,association,lincoln,U01STAFF{n:04},,"[:-1] for n in range(staff)]
    for n in range(families):
        slack = f"U01PARENT{n:04}" if n < both else ""
        members.append(f"family-{n},Family {n},es,pta,,{slack},5000000000000{n:05}")
    (folder / "district.yaml").write_text(DISTRICT)
    (folder / "members.csv").write_text("\n".join(members) + "\n")
    (folder / "seats.csv").write_text(
        "key,role,group,building,committee,holder,committees\nrep,building rep,association,lincoln,,rep,\n"
    )
    (folder / "places.csv").write_text(
        "platform,channel,name,language,audience,groups,buildings\n"
        f"slack,{STAFF},staff,en,community,,\n"
        f"discord,{FAMILIES},families,es,community,,\n"
    )
    return folder


def read(folder: Path) -> roster.Roster:
    return roster.read(folder)
