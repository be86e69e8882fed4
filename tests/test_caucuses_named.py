"""Who is on a committee in which one group meets alone: nobody of another is told, neither by name nor by counting."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.cores import Core, core
from support.corner import Corner, corner
from support.databases import change, on_either, rows
from support.districts import copy, edit
from test_goals_cycles import planned

from bot.boundary import Address, Form, FormErrors, Suggestions, Typing

pytestmark = on_either

HIGH_SCHOOL = Address("slack", "T01CEDAR", "C01HIGHSCHOOL")
CAUCUS = Address("slack", "T01CEDAR", "C01COUNCIL")


@pytest.fixture
def files(tmp_path: Path) -> Path:
    """With the association's Bargaining Council, at home in a channel of its own: Héctor chairs it, Ana is on it."""
    folder = copy(tmp_path / "files")
    edit(folder, "places.csv", "slack,C01BOARD,", "slack,C01COUNCIL,council,en,caucus,cvea,\nslack,C01BOARD,")
    before = "  - key: schedule\n    kind: issue"
    council = "  - key: council\n    kind: issue\n    name: Bargaining Council\n    home: slack:C01COUNCIL\n"
    edit(folder, "district.yaml", before, council + before)
    last = "literacy-reading,member,cvea,,literacy,priya-natarajan,,"
    seats = "council-chair,chair,cvea,,council,hector-villalobos,,\ncouncil-one,member,cvea,,council,ana-ruiz,,"
    edit(folder, "seats.csv", last, f"{last}\n{seats}")
    return folder


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


async def offered_by_more_settings(bot: Core, name: str, place: Address) -> list[str]:
    who = corner(bot, name)
    who.place = place
    await who.types("poll", "Free on Tuesday at 4? | Yes | No")
    await who.clicks("More settings")
    return who.choices("people")


async def test_whom_one_could_ask_names_none_of_them_to_others(tmp_path: Path, files: Path) -> None:
    async with core(tmp_path, files) as bot:
        await planned(bot)
        maria = await stuck(bot, "Maria Rivera", "rep-lincoln")
        assert await suggested(maria, "step.ask-whom", "bargaining", "1")
        rosa = await stuck(bot, "Rosa Delgado", "pta-lincoln", "discord")
        assert not await suggested(rosa, "step.ask-whom", "bargaining", "1")
        elena = await stuck(bot, "Elena Ortiz", "principal-lincoln")
        assert not await suggested(elena, "step.ask-whom", "bargaining", "1")
        await elena.presses("step.ask", f"1:{number(bot, 'seats', 'council-chair')}")
        elena.sees("ya no está aquí")


async def test_others_ask_no_poll_that_would_count_them(tmp_path: Path, files: Path) -> None:
    async with core(tmp_path, files) as bot:
        assert "Bargaining Council" not in await offered_by_more_settings(bot, "Katherine Oyelaran", HIGH_SCHOOL)
        assert "Bargaining Council" in await offered_by_more_settings(bot, "Dana Lee", CAUCUS)
        katherine = corner(bot, "Katherine Oyelaran")
        katherine.place = HIGH_SCHOOL
        await katherine.types("poll", "Free on Tuesday at 5? | Yes | No")
        await katherine.clicks("More settings")
        form = katherine.answer
        assert isinstance(form, Form)
        council = number(bot, "committees", "council")
        await katherine.sends("poll.terms", form.about, {"people": (f"committee:{council}",)})
        assert isinstance(katherine.answer, FormErrors)
        assert "Please pick from the list." in katherine.answer.errors.values()
