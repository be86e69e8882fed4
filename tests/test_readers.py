"""A question is read by those whom its asker was shown, found by them and the asker's own group, and comes to nobody
else before the asker said yes."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from support import council, databases
from support.cores import Core, core, said
from support.corner import Corner, buttons, corner, drawn, next_due
from support.databases import on_either
from support.districts import copy, edit

from bot.operations import commands
from bot.people import weekly

pytestmark = on_either

LUNCH = "May principals take teachers out of their lunch?"
LUNCH_TOO = "May principals take teachers out of lunch?"
OFFERED = "Others have asked much the same"
COUNCIL = """  - key: council
    kind: issue
    name: Association Council
    home: slack:C01ASSOCIATION
  - key: schedule
    kind: issue"""
LUNCHES = """  - key: lunch
    en: Lunch and breaks
    es: Almuerzo y descansos
    committee: council
    everyone: true
  - key: bargaining"""


@asynccontextmanager
async def with_a_caucus(tmp_path: Path) -> AsyncIterator[Core]:
    """A committee of the association is at home in its own channel, and answers a topic."""
    async with core(tmp_path) as bot:
        folder = copy(tmp_path / "new")
        edit(folder, "district.yaml", "  - key: schedule\n    kind: issue", COUNCIL)
        edit(folder, "district.yaml", "  - key: bargaining", LUNCHES)
        edit(folder, "seats.csv", "dana-lee,district-team,", "dana-lee,district-team;council,")
        assert commands.load(bot.settings, folder) == 0
        yield bot


async def asks(bot: Core, name: str, topic: str, text: str, *, platform: str = "slack") -> Corner:
    """Up to the preview."""
    asker = corner(bot, name, platform)
    await asker.types("ask")
    await asker.clicks(topic)
    await asker.fills_in(question=text)
    return asker


async def passes(bot: Core, name: str, question: str) -> None:
    """To the committee, as its first reader."""
    rep = corner(bot, name)
    await rep.presses("question.pass", question)
    await rep.fills_in()


def comes_among_staff(bot: Core, tmp_path: Path) -> None:
    """The association's council works in #all-staff from now on, and the superintendent is on it."""
    folder = tmp_path / "new" / "district"
    edit(folder, "district.yaml", "home: slack:C01ASSOCIATION", "home: slack:C01ALLSTAFF")
    edit(folder, "seats.csv", "samuel-okafor,district-team,", "samuel-okafor,district-team;council,")
    assert commands.load(bot.settings, folder) == 0


async def test_what_is_asked_in_a_caucus_is_found_by_nobody_else(tmp_path: Path) -> None:
    """Nor by its own group, unless its asker lets them."""
    async with with_a_caucus(tmp_path) as bot:
        jamal, dana = await asks(bot, "Jamal Whitfield", "Lunch and breaks", LUNCH), corner(bot, "Dana Lee")
        jamal.sees("in #association-caucus (Slack).", "Others who ask much the same don't see your words.")
        await jamal.clicks("Send it")
        await passes(bot, "Maria Rivera", "1")
        await dana.presses("question.take", "1:")
        dana.sees("Dana Lee is on it.")
        owen = await asks(bot, "Owen Lindqvist", "Lunch and breaks", LUNCH_TOO)
        assert OFFERED not in owen.sees("Nothing is sent yet")

        priya = await asks(bot, "Priya Natarajan", "Lunch and breaks", LUNCH)
        await priya.clicks("Let others find it")
        priya.sees("Others of Cedar Valley Education Association, and people who can read it there anyway")
        await priya.clicks("Send it")
        await passes(bot, "Maria Rivera", "2")
        await dana.presses("question.take", "2:")
        walter = await asks(bot, "Walter Grimsby", "Lunch and breaks", LUNCH_TOO)
        assert OFFERED not in walter.sees("Nothing is sent yet")
        await walter.presses("question.follow", "2:")
        walter.sees("That isn't here any more.")
        owen = await asks(bot, "Owen Lindqvist", "Lunch and breaks", LUNCH_TOO)
        owen.sees(OFFERED, LUNCH)
        await owen.clicks("I wonder too")
        owen.sees("You'll be told when there is an answer.")

        await dana.presses("question.pass-on", "1")
        await dana.fills_in(topic="Life at Lincoln · Lincoln Leadership Team")
        assert "administrators are among its new readers." in drawn(bot, "question.widen", 1)

        theirs = "update members set group_id = (select id from groups where key = 'administration') where key = "
        databases.change(bot.settings.database_url, f"{theirs}'owen-lindqvist'")  # he is a principal now
        await owen.presses("question.followed", "2")
        owen.sees("That isn't here any more.")
        await owen.types("somewhere")
        assert "lunch" not in owen.sees()


async def test_only_their_own_are_offered_what_a_caucus_deals_with(tmp_path: Path) -> None:
    """Unless the files say that everyone may ask; also not with a button that stands from before."""
    async with with_a_caucus(tmp_path) as bot:
        walter, owen, dana = corner(bot, "Walter Grimsby"), corner(bot, "Owen Lindqvist"), corner(bot, "Dana Lee")
        await walter.types("ask")
        assert "Lunch and breaks" in {button.label for button in buttons(said(walter.answer))}
        edit(tmp_path / "new" / "district", "district.yaml", "    everyone: true\n", "")
        assert commands.load(bot.settings, tmp_path / "new" / "district") == 0

        await walter.clicks("Lunch and breaks")
        walter.sees("That topic isn't offered any more.")
        await walter.types("ask")
        offered = {button.label for button in buttons(said(walter.answer))}
        assert "Reading and literacy" in offered
        assert "Lunch and breaks" not in offered
        await owen.types("ask")
        await owen.clicks("Lunch and breaks")
        await owen.fills_in(question=LUNCH)
        await owen.clicks("Send it")
        await passes(bot, "Maria Rivera", "1")
        await dana.presses("question.take", "1:")
        dana.sees("Dana Lee is on it.")


async def test_nor_is_what_two_groups_deal_with_without_the_administration(tmp_path: Path) -> None:
    files = council.with_council(tmp_path)
    seats = ("table-chair,chair,cvea,,table,ana-ruiz,,", "table-one,member,pta,,table,nadia-haddad,,")
    council.has_committee(files, "table", "Families' Table", "joint,cvea;pta", *seats)
    buses = "  - key: buses\n    en: Buses\n    es: Autobuses\n    committee: table\n  - key: bargaining"
    edit(files, "district.yaml", "  - key: bargaining", buses)
    async with core(tmp_path, files) as bot:
        for name, offered in (("Walter Grimsby", False), ("Patricia Nowak", False), ("Owen Lindqvist", True)):
            asker = corner(bot, name)
            await asker.types("ask")
            assert ("Buses" in {button.label for button in buttons(said(asker.answer))}) is offered, name


async def test_what_a_caucus_publishes_stays_there(tmp_path: Path) -> None:
    async with with_a_caucus(tmp_path) as bot:
        aisha = await asks(bot, "Aisha Farouk", "Lunch and breaks", LUNCH)
        await aisha.clicks("Send it")
        await passes(bot, "Curtis Wendell", "1")
        priya, dana = corner(bot, "Priya Natarajan"), corner(bot, "Dana Lee")
        await dana.presses("question.answer", "1")
        await dana.fills_in(answer="Only in an emergency.")
        await dana.presses("faq.publish", "1")
        await dana.fills_in()
        dana.sees("people of Cedar Valley Education Association, and nobody else, can find it")
        await dana.clicks("Ask for approval")
        sits = "insert into committee_seats (committee_id, seat_id, owner) select committees.id, seats.id, 'files' "
        second = "from committees, seats where committees.key = 'council' and seats.key = 'literacy-reading'"
        databases.change(bot.settings.database_url, sits + second)
        await priya.presses("faq.approve", "1:1")
        priya.sees("Now people of Cedar Valley Education Association, and nobody else, can find it.")
        owen = await asks(bot, "Owen Lindqvist", "Reading and literacy", LUNCH)
        owen.sees("This may be answered already:")
        walter = await asks(bot, "Walter Grimsby", "Reading and literacy", LUNCH)
        assert "answered already" not in walter.sees("Nothing is sent yet")
        await walter.presses("faq.show", "1::en")
        assert "emergency" not in walter.sees()


async def test_an_entry_is_shown_once_more_where_others_would_find_it_by_now(tmp_path: Path) -> None:
    async with with_a_caucus(tmp_path) as bot:
        aisha = await asks(bot, "Aisha Farouk", "Lunch and breaks", LUNCH)
        await aisha.clicks("Send it")
        await passes(bot, "Curtis Wendell", "1")
        dana = corner(bot, "Dana Lee")
        await dana.presses("question.answer", "1")
        await dana.fills_in(answer="Only in an emergency.")
        await dana.presses("faq.publish", "1")
        await dana.fills_in()
        dana.sees("people of Cedar Valley Education Association, and nobody else, can find it")
        there = "(select id from places where name = 'partnership-leadership' and address like 'slack%')"
        moved = f"update committees set home_id = {there} where key = 'council'"
        databases.change(bot.settings.database_url, moved)
        await dana.clicks("Ask for approval")
        dana.sees("everybody in the district can find it")
        assert databases.rows(bot.settings.database_url, "select count(*) from faq_entries") == [(0,)]
        await dana.clicks("Ask for approval")
        assert databases.rows(bot.settings.database_url, "select count(*) from faq_entries") == [(1,)]


async def test_new_readers_are_shown_to_the_asker_before_they_read_it(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        ana = await asks(bot, "Ana Ruiz", "Lectura y escritura", LUNCH)
        await ana.clicks("Enviar")
        priya, elena = corner(bot, "Priya Natarajan"), corner(bot, "Elena Ortiz")
        for again in (False, True):
            await priya.presses("question.pass-on", "1")
            await priya.fills_in(topic="Life at Lincoln · Lincoln Leadership Team", note="It's about Lincoln.")
            priya.sees("The asker of this question was never told that Lincoln Leadership Team would read it")
            await elena.presses("question.answer", "1")  # she reads it where it is
            elena.sees("Ahora la tiene Literacy Committee.")
            assert "Lincoln Leadership Team may read it" in drawn(bot, "question.committee", 1)
            asked = drawn(bot, "question.widen", 1, "es")
            assert "Priya Natarajan quisiera pasarla a Lincoln Leadership Team" in asked
            assert "(Slack)" in asked
            assert "no puedo ver quién está en este canal" in asked
            if not again:
                await ana.presses("question.keep-here", "1")
                ana.sees("Se queda donde está")
                assert "would rather that Lincoln Leadership Team" in drawn(bot, "question.committee", 1)
                assert "It's about Lincoln." not in drawn(bot, "question.committee", 1)
        await ana.presses("question.widen", "1:0123456789ab")  # as they were before somebody changed the files
        ana.sees("¿Pueden leer su pregunta otras personas?")
        await ana.agrees()
        assert "It's about Lincoln." in drawn(bot, "question.committee", 1)
        await elena.presses("question.show", "1")
        elena.sees("Una pregunta para Lincoln Leadership Team", LUNCH, "[Contestar]")


async def test_to_an_asker_who_has_left_nobody_new_is_shown(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        ana = await asks(bot, "Ana Ruiz", "Lectura y escritura", LUNCH)
        await ana.clicks("Enviar")
        priya = corner(bot, "Priya Natarajan")
        theirs = "delete from accounts where member_id = (select id from members where key = 'ana-ruiz')"
        databases.change(bot.settings.database_url, theirs)
        await priya.presses("question.pass-on", "1")
        await priya.fills_in(topic="Life at Lincoln · Lincoln Leadership Team", note="Yours?")
        priya.sees("I can't reach them any more to ask. It stays here", "Yours?")


def move_among_everybody(bot: Core, tmp_path: Path) -> None:
    """The Literacy Committee is at home in a channel of the whole community from now on."""
    folder = copy(tmp_path / "moved")
    edit(folder, "district.yaml", "home: slack:C01LITERACY", "home: slack:C01TOWNHALL")
    edit(folder, "places.csv", "slack,C01LITERACY,", "slack,C01TOWNHALL,town-hall,en,community,,\nslack,C01LITERACY,")
    assert commands.load(bot.settings, folder) == 0


async def test_where_a_committee_moves_among_others_its_questions_stay(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        ana = await asks(bot, "Ana Ruiz", "Lectura y escritura", LUNCH)
        await ana.clicks("Enviar")
        priya = corner(bot, "Priya Natarajan")
        await priya.presses("question.answer", "1")
        await priya.fills_in(answer="Only in an emergency.")
        folder = copy(tmp_path / "new")
        edit(folder, "district.yaml", "home: slack:C01LITERACY", "home: slack:C01TOWNHALL")
        edit(
            folder, "places.csv", "slack,C01LITERACY,", "slack,C01TOWNHALL,town-hall,en,community,,\nslack,C01LITERACY,"
        )
        assert commands.load(bot.settings, folder) == 0
        await ana.presses("question.not-yet", "1")
        await ana.fills_in(missing="Which ones?")
        there = "select count(*) from deliveries where address like '%C01TOWNHALL' and removed = false"
        assert databases.rows(bot.settings.database_url, there) == [(0,)]
        await ana.agrees()
        assert databases.rows(bot.settings.database_url, there) == [(1,)]


async def test_what_newcomers_may_not_read_is_not_counted_for_them(tmp_path: Path) -> None:
    async with with_a_caucus(tmp_path) as bot:
        jamal = await asks(bot, "Jamal Whitfield", "Lunch and breaks", LUNCH)
        await jamal.clicks("Send it")
        await passes(bot, "Maria Rivera", "1")
        comes_among_staff(bot, tmp_path)
        await next_due(bot, weekly.DIGEST)
        url = bot.settings.database_url
        assert databases.rows(url, "select subject from deliveries where card = 'question.digest'") == []


async def test_what_was_previewed_is_what_is_sent(tmp_path: Path) -> None:
    """Between the two the committee came to be at home elsewhere."""
    async with core(tmp_path) as bot:
        ana = await asks(bot, "Ana Ruiz", "Lectura y escritura", LUNCH)
        ana.sees("en #literacy-committee (Slack)")
        move_among_everybody(bot, tmp_path)
        await ana.clicks("Enviar")
        ana.sees("Todavía no se envía nada", "en #town-hall (Slack)")
        await ana.clicks("Enviar")
        ana.sees("Enviada")


async def test_who_answered_once_and_left_publishes_nothing(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        ana, priya = await asks(bot, "Ana Ruiz", "Lectura y escritura", LUNCH), corner(bot, "Priya Natarajan")
        await ana.clicks("Enviar")
        await priya.presses("question.answer", "1")
        await priya.fills_in(answer="Only in an emergency.")
        seat = "update seats set holder_id = null where key = 'literacy-reading'"
        databases.change(bot.settings.database_url, seat)
        await ana.presses("question.change", "1")
        await ana.fills_in(question="May Mr. Walter Grimsby do that?")
        await priya.presses("faq.publish", "1")
        assert "Grimsby" not in priya.sees()
