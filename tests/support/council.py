"""A committee in which one group meets alone, and what others are offered beside it."""

from __future__ import annotations

from pathlib import Path

from support.cores import Core
from support.corner import Corner, corner
from support.databases import change, rows
from support.districts import copy, edit

from bot.boundary import Address, ChoiceField, Form, PickField, Suggestions, Typing

HIGH_SCHOOL = Address("slack", "T01CEDAR", "C01HIGHSCHOOL")
CAUCUS = Address("slack", "T01CEDAR", "C01COUNCIL")


def with_council(tmp_path: Path) -> Path:
    """The pretend district's files with the association's Bargaining Council, at home in a channel of its own: Héctor
    chairs it, Ana is on it."""
    folder = copy(tmp_path / "files")
    seats = ("council-chair,chair,cvea,,council,hector-villalobos,,", "council-one,member,cvea,,council,ana-ruiz,,")
    has_committee(folder, "council", "Bargaining Council", "caucus,cvea", *seats)
    return folder


def has_committee(folder: Path, key: str, name: str, meant: str, *seats: str) -> None:
    """At home in a channel of its own, meant for these."""
    channel = f"C01{key.upper()}"
    edit(folder, "places.csv", "slack,C01BOARD,", f"slack,{channel},{key},en,{meant},\nslack,C01BOARD,")
    before = "  - key: schedule\n    kind: issue"
    committee = f"  - key: {key}\n    kind: issue\n    name: {name}\n    home: slack:{channel}\n"
    edit(folder, "district.yaml", before, committee + before)
    last = "literacy-reading,member,cvea,,literacy,priya-natarajan,,"
    edit(folder, "seats.csv", last, "\n".join((last, *seats)))


def number(bot: Core, table: str, key: str) -> int:
    return int(rows(bot.settings.database_url, f"select id from {table} where key = '{key}'")[0][0])


async def stuck(bot: Core, name: str, seat: str, platform: str = "slack") -> Corner:
    """The step is theirs."""
    change(bot.settings.database_url, f"update actions set seat_id = {number(bot, 'seats', seat)} where id = 1")
    return corner(bot, name, platform)


async def suggested(who: Corner, field: str, text: str, about: str) -> list[str]:
    answer = await who.bot.frame.handle(
        Typing(id=f"{field} {text}", actor=who.account, place=who.place, name=field, text=text, about=about)
    )
    assert isinstance(answer, Suggestions)
    return [choice.label for choice in answer.choices]


def listed(who: Corner) -> str:
    """What the form that they were answered last offers."""
    assert isinstance(who.answer, Form)
    offered = [one.choices for one in who.answer.fields if isinstance(one, ChoiceField | PickField)]
    assert offered
    return "\n".join(choice.label for one in offered for choice in one)
