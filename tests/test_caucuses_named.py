"""Who is on a committee in which one group meets alone, or two without a third: nobody of another is told, neither by
name nor by counting."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session
from support import council
from support.cores import Core, core
from support.corner import corner
from support.council import CAUCUS, HIGH_SCHOOL, has_committee, number, stuck, suggested
from support.databases import on_either
from support.districts import copy, edit
from support.statements import counted
from test_goals_cycles import planned

from bot.boundary import Address, Form, FormErrors
from bot.people import caucuses
from bot.people.model import Member

pytestmark = on_either


@pytest.fixture
def files(tmp_path: Path) -> Path:
    return council.with_council(tmp_path)


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
    """Neither by the committee nor by the role that they have there."""
    async with core(tmp_path, files) as bot:
        named = {"Bargaining Council", "Chairs of committees", "Other committee members"}
        assert named.isdisjoint(await offered_by_more_settings(bot, "Katherine Oyelaran", HIGH_SCHOOL))
        assert named <= set(await offered_by_more_settings(bot, "Dana Lee", CAUCUS))
        katherine = corner(bot, "Katherine Oyelaran")
        katherine.place = HIGH_SCHOOL
        await katherine.types("poll", "Free on Tuesday at 5? | Yes | No")
        await katherine.clicks("More settings")
        form = katherine.answer
        assert isinstance(form, Form)
        for people in (f"committee:{number(bot, 'committees', 'council')}", "seat:chair", "seat:member"):
            await katherine.sends("poll.terms", form.about, {"people": (people,)})
            assert isinstance(katherine.answer, FormErrors), people
            assert "Please pick from the list." in katherine.answer.errors.values()


async def test_two_groups_that_meet_without_a_third_keep_it_to_themselves(tmp_path: Path, files: Path) -> None:
    """Families' Table is at home where the association and the PTA read, and no administrator does."""
    seats = ("table-chair,chair,cvea,,table,ana-ruiz,,", "table-one,member,pta,,table,nadia-haddad,,")
    has_committee(files, "table", "Families' Table", "joint,cvea;pta", *seats)
    async with core(tmp_path, files) as bot:
        await planned(bot)
        rosa = await stuck(bot, "Rosa Delgado", "pta-lincoln", "discord")
        assert len(await suggested(rosa, "step.ask-whom", "families' table", "1")) == 2
        elena = await stuck(bot, "Elena Ortiz", "principal-lincoln")
        assert not await suggested(elena, "step.ask-whom", "families' table", "1")
        await elena.presses("step.ask", f"1:{number(bot, 'seats', 'table-chair')}")
        elena.sees("ya no está aquí")
        assert "Families' Table" not in await offered_by_more_settings(bot, "Katherine Oyelaran", HIGH_SCHOOL)


@pytest.mark.parametrize("many", [1, 12])
async def test_it_is_found_in_few_statements(tmp_path: Path, many: int) -> None:
    """As many for a dozen committees as for one."""
    folder = copy(tmp_path / "files")
    for each in range(many):
        has_committee(folder, f"table{each}", f"Table {each}", "joint,cvea;pta", f"s{each},member,cvea,,table{each},,,")

    def found(session: Session) -> tuple[int, int]:
        katherine = session.scalars(select(Member).where(Member.key == "katherine-oyelaran")).one()
        with counted(session) as run:
            return len(caucuses.of_others(session, katherine)), len(run)

    async with core(tmp_path, folder) as bot:
        assert await bot.writer.do(found) == (many, 4)


async def test_data_is_asked_for_from_the_role_that_was_picked(tmp_path: Path, files: Path) -> None:
    """A role at a building comes first, and the form says which."""
    first = "association-president,association president,cvea,,,dana-lee"
    edit(files, "seats.csv", first, f"literacy-first,member,cvea,,literacy,maria-rivera,,\n{first}")
    async with core(tmp_path, files) as bot:
        maria, samuel = corner(bot, "Maria Rivera"), corner(bot, "Samuel Okafor")
        await maria.presses("data.start")
        rep, member = maria.choices("signed")
        assert (rep, member) == ("Lincoln Elementary's building rep", "a member of Literacy Committee")
        await maria.fills_in(what="Fall reading scores")
        await maria.presses("data.start")
        await maria.fills_in(what="Spring reading scores", signed=member)
        await samuel.types("somewhere")
        samuel.sees(f"Maria Rivera, {rep}, asks for data", f"Maria Rivera, {member}, asks for data")
        hector = corner(bot, "Héctor Villalobos")
        asked = {"what": ("Scores",), "why": ("",), "from": (str(number(bot, "seats", "superintendent")),)}
        await hector.sends("data.ask", "", {**asked, "signed": (str(number(bot, "seats", "pta-council")),)})
        hector.sees("Ese ya no es su cargo")
        await hector.clicks("Corregir")
        await hector.sends("data.ask", "", {**asked, "signed": (str(number(bot, "seats", "council-chair")),)})
        await hector.sends("data.ask", "", asked)  # of a form that was open before it asked
        await samuel.types("somewhere")
        told = samuel.sees("a member of Cedar Valley Education Association, asks for data")
        assert "Bargaining Council" not in told
