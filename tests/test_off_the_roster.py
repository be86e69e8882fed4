"""Somebody is struck off the district's files. With the next load they are of no group: not counted, not named, not
offered. Members on the files without an account stay what they were, and those who come back are again."""

from __future__ import annotations

import re
from pathlib import Path

from sqlalchemy import literal, select
from sqlalchemy.orm import Session
from support import databases, districts
from support.broadcasts import ASSOCIATION, at_noon, sends
from support.broadcasts import writes as drafts
from support.concerns import agreed
from support.cores import Core, core
from support.corner import Corner, corner
from support.databases import on_both, on_either, rows
from support.linked import ANJALI, ROY, Desk

from bot.boundary import Private, Suggestions, Typing
from bot.broadcasts import reading
from bot.broadcasts.model import Broadcast
from bot.operations import commands
from bot.people import audiences, circles, model, places
from bot.people.audiences import Audience, Clause, Kind
from bot.people.circles import AudienceFilter

pytestmark = on_either

OWEN, AISHA, IGNACIO = "owen-lindqvist", "aisha-farouk", "ignacio-barrera"
LEFT = (OWEN, AISHA)


def loaded(bot: Core, files: Path) -> None:
    """By the command, as somebody runs it beside the bot."""
    assert commands.load(bot.settings, files) == 0


def strike(files: Path, *keys: str) -> None:
    """Out of the list of members; none of them has a role."""
    there = (files / "members.csv").read_text("utf-8").splitlines(keepends=True)
    kept = [line for line in there if line.partition(",")[0] not in keys]
    assert len(kept) == len(there) - len(keys)
    (files / "members.csv").write_text("".join(kept), "utf-8")


def struck_off(bot: Core, tmp_path: Path, *keys: str) -> Path:
    """Returns the files."""
    files = districts.copy(tmp_path / "files")
    strike(files, *keys)
    loaded(bot, files)
    return files


async def told(dana: Corner) -> int:
    """How many people her message to the association tells."""
    await drafts(dana, ASSOCIATION)
    found = re.search(r"(\d+) people I know", dana.sees())
    assert found
    return int(found[1])


# A message to one's group ------------------------------------------------------------------------------------------


@on_both
async def test_the_president_tells_her_group_when_two_have_left_it(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        await at_noon(bot)
        dana = corner(bot, "Dana Lee")
        await drafts(dana, ASSOCIATION)
        dana.sees("29 people I know", "One person has no account that I know")
        struck_off(bot, tmp_path, *LEFT)
        await drafts(dana, ASSOCIATION)
        dana.sees("27 people I know", "One person has no account that I know")  # Douglas, who is on the files
        await dana.clicks("Who doesn't get it at once?")
        seen = dana.sees("Of your own group: Douglas Pruitt\n")
        assert "Owen" not in seen
        assert "Aisha" not in seen
        loaded(bot, districts.PRETEND)  # they are back
        await drafts(dana, ASSOCIATION)
        dana.sees("29 people I know")


async def test_who_has_left_is_not_among_those_for_whom_it_takes_a_second_word(tmp_path: Path) -> None:
    """More than 28 people are told only with the word of another here. There were thirty in the association."""
    async with core(tmp_path) as bot:
        await at_noon(bot)
        dana = corner(bot, "Dana Lee")
        databases.change(bot.settings.database_url, "update districts set approval_above = 28")
        await drafts(dana, ASSOCIATION)
        await dana.clicks("Send to approver")
        files = districts.copy(tmp_path / "files")
        districts.edit(files, "district.yaml", "zone:", "approval_above: 28\nzone:")
        strike(files, *LEFT)
        loaded(bot, files)
        await sends(dana, ASSOCIATION)


async def test_who_has_left_is_not_asked_for_the_spanish(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        await at_noon(bot)
        dana = corner(bot, "Dana Lee")
        await drafts(dana, ASSOCIATION)
        await dana.clicks("Ask someone for the Spanish")
        struck_off(bot, tmp_path, IGNACIO)
        await dana.fills_in(whom="Ignacio Barrera")  # in the form that was open meanwhile
        dana.sees("That isn't here any more.")
        await drafts(dana, ASSOCIATION)
        await dana.clicks("Ask someone for the Spanish")
        assert dana.choices("whom")
        assert "Ignacio Barrera" not in dana.choices("whom")


async def test_what_waits_for_the_words_of_somebody_who_has_left_says_so(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        await at_noon(bot)
        dana = corner(bot, "Dana Lee")
        await drafts(dana, ASSOCIATION)
        await dana.clicks("Ask someone for the Spanish")
        await dana.fills_in(whom="Ignacio Barrera")
        await dana.types("somewhere")
        dana.sees("Ignacio Barrera was asked to write it")
        struck_off(bot, tmp_path, IGNACIO)
        await dana.types("somewhere")
        dana.sees("Nobody is writing it in the other language. You can ask someone else")
        loaded(bot, districts.PRETEND)
        await dana.types("somewhere")
        dana.sees("Ignacio Barrera was asked to write it")


async def test_the_number_of_readers_falls_with_nobody_who_leaves(tmp_path: Path) -> None:
    """It once did, for only those who are here are counted: and so it said that Owen, who had left alone, had pressed
    "I've read it". What was told stays; what was told to nobody yet is counted of those who are here."""
    async with core(tmp_path) as bot:
        await at_noon(bot)
        dana = corner(bot, "Dana Lee")
        await sends(dana, ASSOCIATION)
        await sends(dana, ASSOCIATION)
        await bot.later(minutes=10)
        for name in ("Owen Lindqvist", "Aisha Farouk", "Thuy Pham", "Greta Holm", "Maria Rivera"):
            for message in ("1", "2"):
                await corner(bot, name).presses("broadcast.read", message)
        await dana.presses("broadcast.report", "1")
        dana.sees("At least 5 people have said that they read it.")
        struck_off(bot, tmp_path, OWEN)
        await dana.presses("broadcast.report", "1")
        dana.sees("At least 5 people have said that they read it.")
        assert await in_the_table(dana) == "5"
        await dana.presses("broadcast.report", "2")
        dana.sees("Fewer than five people have said that they read it.")
        await bot.later(days=31)  # who has read it is forgotten
        await dana.presses("broadcast.report", "1")
        dana.sees("At least 5 people have said that they read it.")


async def in_the_table(dana: Corner) -> str:
    """How many have read it, in what she takes along."""
    await dana.presses("broadcast.take-along", "1")
    assert isinstance(dana.answer, Private)
    table = (await dana.answer.files[-1].make()).decode("utf-8-sig")
    return next(line for line in table.splitlines() if "in steps" in line and "read" in line).rpartition(",")[2]


# A team and a building ---------------------------------------------------------------------------------------------


@on_both
async def test_the_group_puts_nobody_forward_who_has_left_it(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        maria, dana, owen = await agreed(bot), corner(bot, "Dana Lee"), corner(bot, "Owen Lindqvist")
        await owen.types("know", "dyslexia")
        await maria.presses("team.ask", "1")
        await maria.fills_in(group=ASSOCIATION, what="knows about dyslexia", hours="One hour monthly")
        await dana.presses("team.forward", "1")
        assert "Owen Lindqvist · dyslexia" in await suggested(dana, "owen")
        struck_off(bot, tmp_path, OWEN)
        assert await suggested(dana, "owen") == []
        assert not any("dyslexia" in one for one in await suggested(dana, ""))
        number = rows(bot.settings.database_url, f"select id from members where key = '{OWEN}'")[0][0]
        for given in ("Owen Lindqvist", f"#{number}", str(number)):
            await dana.sends("team.forward", "1", {"whom": (given,)})
            assert rows(bot.settings.database_url, "select state from open_seats") == [("asked",)]
        loaded(bot, districts.PRETEND)
        assert "Owen Lindqvist · dyslexia" in await suggested(dana, "owen")
        await dana.sends("team.forward", "1", {"whom": ("Owen Lindqvist",)})
        dana.sees("Owen Lindqvist is asked.")


async def suggested(who: Corner, typed: str) -> list[str]:
    act = Typing(id="typed", actor=who.account, place=who.place, name="team.forward", text=typed, about="1")
    found = await who.bot.frame.handle(act)
    assert isinstance(found, Suggestions)
    return [choice.label for choice in found.choices]


async def test_who_has_left_the_school_is_none_of_those_whom_a_question_reaches_otherwise(tmp_path: Path) -> None:
    """Lincoln's rep asks her colleagues there. None of them is in the staff's channel."""
    async with core(tmp_path) as bot:
        database, maria = bot.settings.database_url, corner(bot, "Maria Rivera")
        databases.change(database, "delete from presences")
        databases.change(database, "delete from place_groups")
        await maria.presses("concern.call")
        before = maria.sees()
        struck_off(bot, tmp_path, OWEN)
        databases.change(database, "delete from place_groups")
        await maria.presses("concern.call")
        assert "6 people" in before
        maria.sees("5 people")


# Everywhere --------------------------------------------------------------------------------------------------------


async def test_nobody_reads_belongs_or_is_meant_who_is_off_the_roster(tmp_path: Path) -> None:
    """One by one, in lists, in places and in circles; until they are on it again."""
    async with core(tmp_path) as bot:
        struck_off(bot, tmp_path, *LEFT)
        asks(bot, off={*LEFT})
        loaded(bot, districts.PRETEND)
        asks(bot, off=set())


def asks(bot: Core, off: set[str]) -> None:
    engine = databases.connect(bot.settings.database_url)
    with Session(engine) as session:
        district, every = session.scalars(select(model.District)).one(), list(session.scalars(select(model.Member)))
        assert {one.key for one in every if not one.on_roster} == off
        apart = Audience(frozenset(Clause(Kind.MEMBER, one.id, group=one.group_id) for one in every))
        each = [audiences.of_district(district), apart]
        each += [audiences.of_group(one) for one in session.scalars(select(model.Group))]
        whole = Audience(frozenset(clause for one in each for clause in one.clauses))
        there = session.scalars(select(places.Place).where(places.Place.audience == places.PlaceKind.COMMUNITY)).all()
        told = circles.reached(session, there, AudienceFilter()).subquery()
        reached = set(session.scalars(select(told.c.id)))
        for one in every:
            on, circle = one.key not in off, AudienceFilter()
            reads = session.scalar(select(audiences.read_by(session, one, literal(str(whole)))))
            assert {bool(reads), whole.admits(session, one), circle.includes(session, one)} == {on}, one.key
            assert {place.admits(one) for place in there if not place.buildings} == {on}
            assert on or one.id not in reached
        for of in (whole.members(), AudienceFilter().members(), places.admitted(there[0])):
            found = set(session.scalars(select(model.Member.key).where(of)))
            assert not found & off
            assert "douglas-pruitt" in found or there[0].buildings  # on the files, without an account
    engine.dispose()


# One person, two entries -------------------------------------------------------------------------------------------


def teachers(tmp_path: Path) -> Path:
    """Roy and Anjali are of the association; Anjali reads Spanish."""
    files = districts.copy(tmp_path / "files")
    districts.edit(files, "members.csv", "Roy Thibodeaux,en,board,,", "Roy Thibodeaux,es,cvea,lincoln,")
    districts.edit(files, "members.csv", "Anjali Deshpande,en,board,,", "Anjali Deshpande,es,cvea,lincoln,")
    return files


async def test_who_is_on_the_files_twice_and_linked_is_one_person_whichever_is_struck_off(tmp_path: Path) -> None:
    async with core(tmp_path, teachers(tmp_path)) as bot:
        await at_noon(bot)
        desk, dana, files = Desk(bot), corner(bot, "Dana Lee"), tmp_path / "files" / "district"
        whole = (files / "members.csv").read_text("utf-8")

        async def offered() -> set[str]:
            """Of the two, who can be asked for the Spanish."""
            await drafts(dana, ASSOCIATION)
            await dana.clicks("Ask someone for the Spanish")
            return {"Roy Thibodeaux", "Anjali Deshpande"} & {*dana.choices("whom")}

        two = await told(dana)
        assert await offered() == {"Roy Thibodeaux", "Anjali Deshpande"}
        await desk.links(ROY, ANJALI)
        assert await offered() == {"Roy Thibodeaux"}
        assert await told(dana) == two - 1

        strike(files, "anjali-deshpande")  # the entry that became Roy's: he is who he was
        loaded(bot, files)
        assert (desk.whose(ANJALI), await offered()) == ("roy-thibodeaux", {"Roy Thibodeaux"})
        assert await told(dana) == two - 1
        (files / "members.csv").write_text(whole, "utf-8")
        loaded(bot, files)
        assert (desk.whose(ANJALI), await offered()) == ("roy-thibodeaux", {"Roy Thibodeaux"})

        strike(files, "roy-thibodeaux")  # now she is herself again
        loaded(bot, files)
        assert (desk.whose(ANJALI), desk.whose(ROY)) == ("anjali-deshpande", None)
        assert await offered() == {"Anjali Deshpande"}
        assert await told(dana) == two - 1
        (files / "members.csv").write_text(whole, "utf-8")
        loaded(bot, files)
        assert await offered() == {"Roy Thibodeaux", "Anjali Deshpande"}
        assert await told(dana) == two


async def test_who_is_on_the_files_twice_and_linked_is_asked_and_counted_once(tmp_path: Path) -> None:
    async with core(tmp_path, teachers(tmp_path)) as bot:
        await at_noon(bot)
        maria = corner(bot, "Maria Rivera")
        await sends(corner(bot, "Dana Lee"), ASSOCIATION)
        databases.change(bot.settings.database_url, "delete from place_groups")  # no channel of theirs
        await maria.presses("concern.call")
        maria.sees("8 people of your group here")
        before = counted(bot)
        await Desk(bot).links(ROY, ANJALI)
        await maria.presses("concern.call")
        maria.sees("7 people of your group here")
        assert counted(bot) == before - 1


def counted(bot: Core) -> int:
    """Of how many people it is said whether they have read the first message."""
    engine = databases.connect(bot.settings.database_url)
    with Session(engine) as session:
        row = session.get_one(Broadcast, 1)
        found = session.scalars(select(model.Member.id).where(reading.told(session, row))).all()
    engine.dispose()
    return len(found)


# A load ------------------------------------------------------------------------------------------------------------


async def test_one_district_strikes_nobody_off_another(tmp_path: Path) -> None:
    """The same people by their keys, in files of their own."""
    async with core(
        tmp_path, districts.PRETEND, districts.elsewhere(tmp_path, "T02OTHER", "1268401200690098999")
    ) as bot:
        struck_off(bot, tmp_path / "new", *LEFT)
        query = "select d.key, m.key from members m join districts d on d.id = m.district_id where not m.on_roster"
        assert sorted(rows(bot.settings.database_url, query)) == [("cedar-valley", key) for key in sorted(LEFT)]


async def test_a_load_that_changes_nothing_strikes_nobody_off(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        loaded(bot, districts.PRETEND)
        assert rows(bot.settings.database_url, "select count(*) from members where not on_roster") == [(0,)]
