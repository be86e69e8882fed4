"""What one line of a district's files says, and what it may say."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cache
from typing import Annotated, Literal
from zoneinfo import available_timezones

from pydantic import AfterValidator, BeforeValidator, Field, model_validator

from bot.people import model, records, weekly
from bot.people.hours import DEFAULT, WEEKDAYS
from bot.people.hours import Hours as Times
from bot.people.places import PlaceKind
from bot.people.seats import Capability
from bot.people.sheets import Row, misfit, shaped


def _split(cell: object) -> object:
    return [part.strip() for part in cell.split(";") if part.strip()] if isinstance(cell, str) else cell


def _without_repeats(keys: tuple[str, ...]) -> tuple[str, ...]:
    if len(set(keys)) < len(keys):
        raise misfit("roster-key-twice")
    return keys


@cache
def _zones() -> set[str]:
    """All that there are, which takes a look at every file of theirs."""
    return available_timezones()


def _zone(name: str) -> str:
    if name not in _zones():
        raise misfit("roster-zone")
    return name


def _hours(text: str) -> str:
    try:
        Times.parse(text, WEEKDAYS)
    except ValueError:
        raise misfit("roster-hours") from None
    return text


def _record(pattern: str) -> str:
    try:
        return records.check(pattern)
    except ValueError:
        raise misfit("roster-record", kinds=", ".join(records.KINDS)) from None


def _weekly(text: str) -> str:
    try:
        weekly.parse(text)
    except ValueError:
        raise misfit("roster-weekly") from None
    return text


SNOWFLAKE = r"[1-9][0-9]{16,19}"
Key = Annotated[str, shaped(r"[a-z0-9-]{1,40}", "roster-key")]
Keys = Annotated[tuple[Key, ...], BeforeValidator(_split), AfterValidator(_without_repeats)]
Name = Annotated[str, shaped(r"[^\x00-\x1f\x7f\u2028\u2029]{1,75}", "roster-name")]
Topical = Annotated[str, shaped(r"[^\x00-\x1f\x7f\u2028\u2029]{1,40}", "roster-topical")]
Language = Literal["en", "es"]  # those that content/ has
Zone = Annotated[str, AfterValidator(_zone)]
Hours = Annotated[str, AfterValidator(_hours)]
Weekly = Annotated[str, AfterValidator(_weekly)]
Days = Literal["weekdays", "every day"]
Record = Annotated[str, AfterValidator(_record)]
Arrivals = Literal["at once", "in hours", "daily"]
Platform = Literal["slack", "discord"]
PLATFORMS: tuple[Platform, ...] = ("slack", "discord")
SlackTeam = Annotated[str, shaped(r"[TE][A-Z0-9]{5,20}", "roster-slack-team")]
SlackUser = Annotated[str, shaped(r"[UW][A-Z0-9]{5,20}", "roster-slack-user")]
Snowflake = Annotated[str, shaped(SNOWFLAKE, "roster-snowflake")]
Channel = Annotated[str, shaped(rf"[CG][A-Z0-9]{{5,20}}|{SNOWFLAKE}", "roster-channel")]
Team = Annotated[str, shaped(rf"[TE][A-Z0-9]{{5,20}}|{SNOWFLAKE}", "roster-team")]
Workspace = Annotated[str, shaped(rf"slack:[TE][A-Z0-9]{{5,20}}|discord:{SNOWFLAKE}", "roster-workspace")]
ELSEWHERE = rf"slack:[TE][A-Z0-9]{{5,20}}/[UW][A-Z0-9]{{5,20}}|discord:{SNOWFLAKE}/{SNOWFLAKE}"
Elsewhere = Annotated[str, shaped(ELSEWHERE, "roster-elsewhere")]
Accounts = Annotated[tuple[Elsewhere, ...], BeforeValidator(_split), AfterValidator(_without_repeats)]
Home = Annotated[str, shaped(r"(slack|discord):([A-Z0-9]{6,21}/)?[A-Z0-9]{6,21}", "roster-home")]


class Group(Row):
    key: Key
    kind: model.GroupKind
    name: Name


class Building(Row):
    key: Key
    kind: model.BuildingKind
    name: Name


class Committee(Row):
    key: Key
    kind: model.CommitteeKind
    name: Name
    home: Home | None = None  # the `Place.key` of a line in places.csv
    approval: bool = False  # whether its answers need a second member's approval
    files: bool = True  # whether what is sent along goes to its other homes, too
    also: tuple[Home, ...] = ()  # further homes, for the same people: what is said in one is carried to the others

    @property
    def homes(self) -> tuple[str, ...]:
        return (*([self.home] if self.home else []), *self.also)


class Topic(Row):
    """What people can ask a committee about; or, if it is not for this channel, which seat can help instead."""

    key: Key
    en: Topical
    es: Topical
    committee: Key | None = None
    everyone: bool = False  # whether everyone may ask, also where others have that committee to themselves
    contact: Key | None = None

    @model_validator(mode="after")
    def _one_way(self) -> Topic:
        if bool(self.committee) == bool(self.contact):
            raise misfit("roster-topic-ways")
        return self


class District(Row):
    key: Key
    name: Name
    zone: Zone
    language: Language
    slack_team: SlackTeam | None = None
    discord_guild: Snowflake | None = None
    also: tuple[Workspace, ...] = ()  # further workspaces and servers
    digest: Weekly = weekly.DEFAULT  # when committees and reps are told about the week
    hours: Hours = DEFAULT  # in which people may be written to without having asked
    days: Days = "weekdays"
    questions: Arrivals = "daily"  # how a question comes to the seat that reads it first
    caretakers: tuple[Key, ...] = ()  # two of members.csv, of different groups
    groups: tuple[Group, ...]
    buildings: tuple[Building, ...] = ()
    committees: tuple[Committee, ...] = ()
    topics: tuple[Topic, ...] = ()
    no_school: tuple[date, ...] = ()
    student_records: tuple[Record, ...] = records.KINDS  # what is pointed out before it is said more widely
    capabilities: Mapping[model.Role, tuple[Capability, ...]] = Field(default_factory=dict)  # instead of the usual
    approval_above: int = Field(default=50, ge=1, le=100_000)  # people whom one person alone may tell something
    families_until: int = Field(default=20, ge=12, le=24)  # the hour until which something urgent may come to families
    open_meeting_hours: int = Field(default=72, ge=0, le=744)  # before an open meeting, its agenda is public and frozen

    def workspace(self, platform: Platform) -> str:
        """The id of the district's first workspace there; empty: it has none."""
        return (self.slack_team if platform == "slack" else self.discord_guild) or ""

    @property
    def workspaces(self) -> tuple[str, ...]:
        """All of them, such as "slack:T01"."""
        first = (f"{platform}:{id}" for platform in PLATFORMS if (id := self.workspace(platform)))
        return (*first, *self.also)


class Member(Row):
    key: Key
    name: Name
    language: Language
    group: Key
    building: Key | None = None
    slack: SlackUser | None = None
    discord: Snowflake | None = None
    also: Accounts = ()  # in further workspaces, each as `boundary.Account` is written

    def account(self, platform: Platform, workspace: str = "") -> str:
        """Their user id there, in the first workspace or in a further one; empty: they are not there."""
        if not workspace:
            return (self.slack if platform == "slack" else self.discord) or ""
        there = f"{platform}:{workspace}/"
        return next((one.removeprefix(there) for one in self.also if one.startswith(there)), "")


class Seat(Row):
    """Of a building, of a committee, or else of its group as a whole."""

    key: Key
    role: model.Role
    group: Key
    building: Key | None = None
    committee: Key | None = None
    holder: Key | None = None  # None: vacant
    committees: Keys = ()  # where it sits besides
    above: Key | None = None  # the seat that is told of what waits too long with this one
    term_until: date | None = None  # its last day; the holder acts on until somebody follows
    deputy: Key | None = None  # of the seat's own group: acts while it is vacant or its holder is away

    @property
    def sits_on(self) -> set[str]:
        """The keys of all its committees."""
        return {*self.committees, self.committee} if self.committee else {*self.committees}

    @model_validator(mode="after")
    def _one_body(self) -> Seat:
        if self.building and self.committee:
            raise misfit("roster-two-bodies")
        return self


class Place(Row):
    platform: Platform
    channel: Channel
    name: Name
    language: Language
    audience: PlaceKind
    groups: Keys = ()
    buildings: Keys = ()  # only for people of these, and of none; empty: for people of all
    workspace: Team | None = None  # a further one; None: the district's first there
    mentions: Snowflake | None = None  # that is pinged by what is told to many there

    @property
    def key(self) -> str:
        """ "slack:C01"; in a further workspace "slack:T02/C01"."""
        return (
            f"{self.platform}:{self.workspace}/{self.channel}" if self.workspace else f"{self.platform}:{self.channel}"
        )

    @model_validator(mode="after")
    def _fits(self) -> Place:
        if (self.platform == "discord") != self.channel.isdigit():
            raise misfit("roster-other-platform")
        if self.mentions and self.platform != "discord":
            raise misfit("roster-no-mentions")
        if self.audience is PlaceKind.CAUCUS and len(self.groups) != 1:
            raise misfit("roster-caucus")
        if self.audience is PlaceKind.JOINT and len(self.groups) < 2:
            raise misfit("roster-joint")
        if self.audience is PlaceKind.COMMUNITY and self.groups:
            raise misfit("roster-community")
        return self
