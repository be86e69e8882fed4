"""What is said about a question is read by those for whom it was said, whatever is pressed and whatever comes later."""

from __future__ import annotations

import asyncio
import re
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from sqlalchemy import Engine, select
from sqlalchemy.orm import Session
from support import databases
from support.cores import Core, core, said
from support.corner import Corner, buttons, corner, drawn, next_due
from support.databases import on_either
from support.districts import copy, edit
from support.presences import slack_tells

from bot.operations import commands
from bot.people import model as people
from bot.people.topics import Topic
from bot.questions.model import to_change
from bot.storage.database import connect

pytestmark = on_either

CALENDAR, READING, LINCOLN = "Schedules and calendar", "Reading and literacy", "Life at Lincoln"
KITS = "Can we keep the phonics kits over summer?"


async def asked(bot: Core, name: str, topic: str, text: str = KITS, send: str = "Send it") -> Corner:
    asker = corner(bot, name)
    await asker.types("ask")
    await asker.clicks(topic)
    await asker.fills_in(question=text)
    await asker.clicks(send)
    return asker


async def answered(who: Corner, question: str, text: str) -> None:
    await who.presses("question.answer", question)
    await who.fills_in(answer=text)


async def test_what_a_committee_says_to_itself_or_asks_back_is_not_for_the_rep_who_passed_it_on(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        asker = await asked(bot, "Aisha Farouk", CALENDAR)
        rep, joel = corner(bot, "Curtis Wendell"), corner(bot, "Joel Hartmann")
        await rep.presses("question.pass", "1")
        await rep.fills_in()
        await answered(joel, "1", "On August 12.")
        await joel.presses("question.want", "1")
        await joel.fills_in(wanted="Which year?")
        await asker.presses("question.reply", "1")
        await asker.fills_in(reply="The next one.")

        await joel.presses("question.show", "1")
        joel.sees(KITS, "On August 12.", "Which year?", "The next one.")
        await rep.presses("question.show", "1:en")
        for seen in (rep.sees(KITS, "You passed it on."), drawn(bot, "question.rep", 1)):
            assert not [one for one in ("August", "Which year?", "The next one.") if one in seen]
        await rep.presses("question.show", "1:xx")  # as no button says
        rep.sees("You passed it on.")


async def test_the_preview_names_no_number_where_nobody_knows_who_is_there(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:  # no platform has told
        asker = corner(bot, "Owen Lindqvist")
        await asker.types("ask")
        await asker.clicks(READING)
        await asker.fills_in(question=KITS)
        text = asker.sees(
            "The committee is Literacy Committee", "District Administration; I can't see who is in this channel."
        )
        assert "can see this" not in text


async def test_who_sits_on_the_committee_counts_where_its_channel_is_known_without_them(tmp_path: Path) -> None:
    """Elena, a principal, sits on Lincoln's team and isn't in its channel; neither is the superintendent."""
    async with core(tmp_path) as bot:
        await slack_tells(bot, "C01LINCOLN", "U01RIVERA", "U01WHITFIELD", "U01CORDERO")
        owen, maria, elena = (corner(bot, name) for name in ("Owen Lindqvist", "Maria Rivera", "Elena Ortiz"))
        await owen.types("ask")
        await owen.clicks(LINCOLN)
        await owen.fills_in(question=KITS)
        preview = owen.sees("in #lincoln-team (Slack). 6 people can see this, one of them an administrator.")
        others = r"\d+ more people for whom it is meant may read it, too, \d+ of them administrators\."
        assert re.search(others, preview)
        await owen.clicks("Send it")
        await maria.presses("question.pass", "1")
        await maria.fills_in()
        await elena.presses("question.show", "1:en")
        elena.sees(KITS, "Owen Lindqvist")


async def test_where_a_committee_is_at_home_twice_the_channel_that_is_known_is_told_with_its_seats(
    tmp_path: Path,
) -> None:
    async with core(tmp_path) as bot:
        await slack_tells(bot, "C01LINCOLN", "U01RIVERA")
        also = "insert into committee_homes (committee_id, place_id, owner) select committees.id, places.id, 'ROSTER' "
        of = "from committees, places where committees.key = 'lincoln-team' and places.name = 'town-square'"
        databases.change(bot.settings.database_url, also + of)
        owen = corner(bot, "Owen Lindqvist")
        await owen.types("ask")
        await owen.clicks(LINCOLN)
        await owen.fills_in(question=KITS)
        owen.sees(
            "In #lincoln-team (Slack) or by their role: 6 people can see this, one of them an administrator.",
            "#town-square (Discord) is meant for everyone in the partnership; I can't see who is in this channel.",
        )


async def test_what_was_given_back_leaves_no_number_for_the_answer_to_another(tmp_path: Path) -> None:
    """Owen's message would show Yesenia's answer."""
    async with core(tmp_path) as bot:
        owen, maria = await asked(bot, "Owen Lindqvist", LINCOLN), corner(bot, "Maria Rivera")
        await answered(maria, "1", "Yes.")
        await owen.presses("question.not-yet", "1")
        await owen.fills_in(missing="For how long?")
        await maria.presses("question.give-back", "1")
        await maria.fills_in(topic=maria.choices("topic")[0])
        await owen.presses("question.have-it", "1")
        assert "wasn't for this channel" in drawn(bot, "question.answer", 1)

        await asked(bot, "Jamal Whitfield", LINCOLN, "Whose turn is it?")
        await answered(maria, "2", "Yesenia's.")
        assert "Yesenia" not in drawn(bot, "question.answer", 1)
        rows = databases.rows(databases.address(tmp_path), "select text from question_answers order by id")
        assert [text for (text,) in rows] == ["", "Yesenia's."]


async def test_a_button_approves_no_answer_that_was_proposed_after_it_was_drawn(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        asker = await asked(bot, "Ana Ruiz", "Horarios y calendario", send="Enviar")
        joel, hector = corner(bot, "Joel Hartmann"), corner(bot, "Héctor Villalobos")
        await answered(joel, "1", "On August 12.")
        await hector.presses("question.show", "1")
        old = next(one for one in buttons(said(hector.answer)) if one.do == "question.approve")
        await hector.presses("question.approve", old.about)
        await asker.presses("question.not-yet", "1")
        await asker.fills_in(missing="")
        await answered(joel, "1", "Nobody knows.")
        await hector.presses("question.approve", old.about)
        hector.sees("cambió después de mostrarse esa tarjeta")
        await asker.presses("question.show", "1")
        assert "Nobody" not in asker.sees(KITS)


async def test_a_question_that_nobody_looked_at_is_found_by_nobody(tmp_path: Path) -> None:
    """It went on because nobody holds the seat any more."""
    async with core(tmp_path) as bot:
        await asked(bot, "Owen Lindqvist", LINCOLN)
        jamal = corner(bot, "Jamal Whitfield")
        folder = copy(tmp_path / "new")
        seat = "rep-lincoln,building rep,cvea,lincoln,,maria-rivera"
        edit(folder, "seats.csv", seat, seat.removesuffix("maria-rivera"))
        assert commands.load(bot.settings, folder) == 0
        await next_due(bot, "seat.changed")
        await jamal.presses("question.follow", "1:")
        jamal.sees("That isn't here any more.")
        await corner(bot, "Yesenia Cordero").presses("question.take", "1")
        await jamal.presses("question.follow", "1:")
        jamal.sees("You'll be told when there is an answer.", KITS)


async def test_who_was_faster_is_not_pushed_aside_unasked(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        await asked(bot, "Ana Ruiz", "Lectura y escritura", send="Enviar")
        priya, grace = corner(bot, "Priya Natarajan"), corner(bot, "Grace Chen")
        await priya.presses("question.take", "1:")
        await grace.presses("question.take", "1:")  # on a card that does not show it yet
        grace.sees("Priya Natarajan is on it.")
        await grace.clicks("Take it over")
        grace.sees("Grace Chen is on it.")


async def test_a_mute_is_its_committees_alone(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        asker = corner(bot, "Ana Ruiz")
        await asker.types("ask")
        await asker.clicks("Lectura y escritura")
        await asker.fills_in(question=KITS)
        await asker.presses("question.as", "1:somewhere")
        await asker.clicks("Enviar")
        priya, joel = corner(bot, "Priya Natarajan"), corner(bot, "Joel Hartmann")
        await priya.presses("question.mute-now", "1")
        assert "can't ask the committee without a name" in drawn(bot, "question.committee", 1)
        await priya.presses("question.pass-on", "1")
        await priya.fills_in(topic="Schedules and calendar · Schedule Committee")
        await asker.agrees()
        assert "can't ask" not in drawn(bot, "question.committee", 1)
        await joel.presses("question.unmute", "1")
        assert databases.rows(databases.address(tmp_path), "select count(*) from route_mutes") == [(1,)]


async def test_no_row_says_at_which_minute_somebody_without_a_name_closed_their_question(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        asker = corner(bot, "Ana Ruiz")
        await asker.types("ask")
        await asker.clicks("Lectura y escritura")
        await asker.fills_in(question=KITS)
        await asker.presses("question.as", "1:somewhere")
        await asker.clicks("Enviar")
        await answered(corner(bot, "Priya Natarajan"), "1", "Yes.")
        await asker.presses("question.enough", "1")
        closing = """select at from due where "do" in ('question.forget-followers', 'question.forget-asker')"""
        times = [str(at) for (at,) in databases.rows(databases.address(tmp_path), closing)]
        assert len(times) == 2
        assert all(":00:00" in at for at in times), times


# The FAQ ---------------------------------------------------------------------------------------------------------


async def test_a_home_that_is_for_others_by_now_shows_the_question_no_more(tmp_path: Path) -> None:
    """Its committee opens it by the card's button."""
    async with core(tmp_path) as bot:
        await asked(bot, "Aisha Farouk", CALENDAR)
        rep, joel, priya = (corner(bot, name) for name in ("Curtis Wendell", "Joel Hartmann", "Priya Natarajan"))
        await rep.presses("question.pass", "1")
        await rep.fills_in()
        assert KITS in drawn(bot, "question.committee", 1)
        databases.change(bot.settings.database_url, FOR_EVERYBODY)
        card = drawn(bot, "question.committee", 1)
        assert "isn't shown there any more" in card
        assert KITS not in card
        await joel.presses("question.show", "1")
        joel.sees(KITS)
        await priya.presses("question.show", "1")
        assert KITS not in priya.sees()


FOR_EVERYBODY = (
    "update places set audience = 'COMMUNITY' where id = (select home_id from committees where key = 'schedule')"
)

# Two at once -----------------------------------------------------------------------------------------------------


async def test_all_for_whom_its_channel_is_read_its_card_in_the_other_language(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        await asked(bot, "Maria Rivera", READING)
        for reader in (corner(bot, "Elena Ortiz"), corner(bot, "Ana Ruiz"), corner(bot, "Rosa Delgado", "discord")):
            await reader.presses("question.show", "1:es")
            reader.sees("Una pregunta para Literacy Committee", KITS)
            assert buttons(said(reader.answer)) == []  # they are for those who have it
        elena, patricia = corner(bot, "Elena Ortiz"), corner(bot, "Patricia Nowak")
        for do in ("question.take", "question.answer", "question.pass-on"):
            await elena.presses(do, "1")
            elena.sees("Ahora la tiene Literacy Committee. Eso solo lo pueden hacer sus integrantes.")
        await patricia.presses("question.show", "1:es")  # of the board, for whom the channel isn't meant
        patricia.sees("That isn't here any more.")


@databases.on_postgresql
async def test_who_waits_for_a_question_sees_where_it_went(tmp_path: Path, database: str) -> None:
    """PostgreSQL reads a row anew for which it waited, but not what was joined to it."""
    async with core(tmp_path) as bot:
        await asked(bot, "Owen Lindqvist", LINCOLN)
        engine = connect(bot.settings.database_url)
        with Session(engine) as passing, ThreadPoolExecutor() as other:
            question = to_change(passing, 1)
            assert question
            assert question.rep
            waiting = other.submit(_read, engine)
            while not databases.rows(databases.address(tmp_path), WAITS):
                await asyncio.sleep(0.02)
            literacy = passing.scalars(select(people.Committee).where(people.Committee.key == "literacy")).one()
            topic = passing.scalars(select(Topic).where(Topic.key == "reading")).one()
            question.committee, question.topic, question.rep = literacy, topic, None
            passing.commit()
            assert waiting.result(10) == ("literacy", "reading", None)
        engine.dispose()


WAITS = "select 1 from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()"


def _read(engine: Engine) -> tuple[str | None, str, int | None]:
    with Session(engine) as session:
        question = to_change(session, 1)
        assert question
        return question.committee and question.committee.key, question.topic.key, question.rep and question.rep.id
