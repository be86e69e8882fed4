"""A district of committees that sit in Slack and in Discord, and of people on both who ask them something."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

DISTRICT = """
key: committees
name: Committees
zone: America/Chicago
language: en
slack_team: T01COMM
discord_guild: "490000000000000000"
groups:
  - {key: association, kind: association, name: The Association}
  - {key: pta, kind: parents, name: The PTA}
committees:
"""
GROUPS = {"slack": "association", "discord": "pta"}


@dataclass(frozen=True)
class Committee:
    """`homes` are channels and `members` user ids, by platform; its topic has its name."""

    key: str
    name: str
    homes: dict[str, str]
    members: dict[str, tuple[str, str]]


def committees(count: int) -> list[Committee]:
    return [
        Committee(
            f"committee-{n}",
            f"Committee {n}",
            {"slack": f"C01COMM{n:04}", "discord": f"4000000000000{n:05}"},
            {
                "slack": (f"U01MEMBER{n:04}A", f"U01MEMBER{n:04}B"),
                "discord": (f"51000000000{n:05}1", f"51000000000{n:05}2"),
            },
        )
        for n in range(1, count + 1)
    ]


def askers(platform: str, count: int) -> list[str]:
    """User ids."""
    return [f"U01ASKER{n:04}" if platform == "slack" else f"5200000000000{n:05}" for n in range(1, count + 1)]


def write(folder: Path, count: int, asking: int) -> Path:
    """So many committees, and as many who ask on each platform. Returns the folder."""
    folder.mkdir()
    entries, topics, members, seats, places = [], [], [], [], []
    for one in committees(count):
        home, also = f"slack:{one.homes['slack']}", f'"discord:{one.homes["discord"]}"'
        entries.append(f"  - {{key: {one.key}, kind: issue, name: {one.name}, home: {home}, also: [{also}]}}")
        topics.append(f"  - {{key: {one.key}, en: {one.name}, es: Comité {one.name}, committee: {one.key}}}")
        for platform, channel in one.homes.items():
            places.append(f"{platform},{channel},{one.key},en,joint,association;pta,")
            for user in one.members[platform]:
                members.append(_member(platform, user))
                seats.append(f"seat-{user.lower()},member,{_group(platform)},,{one.key},m-{user.lower()},")
    members += [_member(platform, user) for platform in GROUPS for user in askers(platform, asking)]
    parts = (DISTRICT, *entries, "topics:", *topics)
    (folder / "district.yaml").write_text("\n".join(parts) + "\n")
    (folder / "members.csv").write_text("\n".join(["key,name,language,group,building,slack,discord", *members]) + "\n")
    (folder / "seats.csv").write_text("\n".join(["key,role,group,building,committee,holder,committees", *seats]) + "\n")
    (folder / "places.csv").write_text(
        "\n".join(["platform,channel,name,language,audience,groups,buildings", *places]) + "\n"
    )
    return folder


def _member(platform: str, user: str) -> str:
    accounts = f"{user}," if platform == "slack" else f",{user}"
    return f"m-{user.lower()},Member {user[-6:]} {platform.title()},en,{_group(platform)},,{accounts}"


def _group(platform: str) -> str:
    return GROUPS[platform]
