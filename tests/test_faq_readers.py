"""Until an entry of the FAQ is approved it may have its asker's words: those see it who may read the question."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from sqlalchemy.orm import Session
from support import databases
from support.cores import Core
from support.corner import Corner, buttons, corner, draw, drawn
from support.databases import on_either
from test_readers import LUNCH, asks, comes_among_staff, passes, with_a_caucus

from bot.people.audiences import Audience
from bot.questions import readers
from bot.questions.faq import search
from bot.questions.faq.model import Entry, State
from bot.questions.model import Question

pytestmark = on_either


async def answered(bot: Core) -> Corner:
    """In the association's council, by its president."""
    aisha, dana = await asks(bot, "Aisha Farouk", "Lunch and breaks", LUNCH), corner(bot, "Dana Lee")
    await aisha.clicks("Send it")
    await passes(bot, "Curtis Wendell", "1")
    await dana.presses("question.answer", "1")
    await dana.fills_in(answer="Only in an emergency.")
    return dana


async def publishes(who: Corner) -> None:
    await who.presses("faq.publish", "1")
    await who.fills_in()
    await who.clicks("Ask for approval")
    who.sees("Association Council")


async def test_who_may_not_read_a_question_sees_no_entry_of_it_before_it_is_approved(tmp_path: Path) -> None:
    async with with_a_caucus(tmp_path) as bot:
        dana, samuel = await answered(bot), corner(bot, "Samuel Okafor")
        comes_among_staff(bot, tmp_path)
        await publishes(dana)
        await samuel.presses("home")
        assert "lunch" not in samuel.sees()
        for press in ("faq.look", "faq.change", "faq.approve", "faq.withdraw"):
            await samuel.presses(press, "1:1" if press == "faq.approve" else "1")
            samuel.sees("That isn't here any more.")
        assert databases.rows(bot.settings.database_url, "select state from faq_entries") == [("waiting",)]
        await dana.presses("faq.look", "1:en")
        dana.sees(LUNCH, "Anybody on the committee but the person who proposed it can approve it.")


async def test_a_chair_who_may_not_read_the_question_is_not_waited_for(tmp_path: Path) -> None:
    async with with_a_caucus(tmp_path) as bot:
        dana = await answered(bot)
        comes_among_staff(bot, tmp_path)
        sits = "insert into committee_seats (committee_id, seat_id, owner) select committees.id, seats.id, 'files' "
        chair = "from committees, seats where committees.key = 'council' and seats.key = 'schedule-chair'"
        databases.change(bot.settings.database_url, sits + chair)
        await publishes(dana)
        dana.sees("Anybody on the committee but the person who proposed it can approve it.")


async def test_the_card_of_an_entry_has_no_words_where_others_came_to_read(tmp_path: Path) -> None:
    async with with_a_caucus(tmp_path) as bot:
        dana = await answered(bot)
        await publishes(dana)
        assert LUNCH in drawn(bot, "faq.entry", 1)
        more = "insert into place_groups (place_id, group_id) select places.id, groups.id from places, groups "
        databases.change(
            bot.settings.database_url, f"{more}where address like '%C01ASSOCIATION' and groups.key = 'administration'"
        )
        assert "The channel where this was shown is now for more people" in drawn(bot, "faq.entry", 1)
        assert "lunch" not in drawn(bot, "faq.entry", 1)


async def test_what_is_out_is_set_right_by_those_who_never_read_its_question(tmp_path: Path) -> None:
    """The correction begins with words that everybody finds."""
    async with with_a_caucus(tmp_path) as bot:
        dana, samuel = await answered(bot), corner(bot, "Samuel Okafor")
        await publishes(dana)
        out = (
            "update faq_entries set state = 'published', audience = 'district:1', approved_at = '2026-10-05 12:00:00', "
        )
        rep = "approver_id = (select id from members where key = 'maria-rivera')"
        databases.change(bot.settings.database_url, out + rep)
        comes_among_staff(bot, tmp_path)
        await samuel.presses("faq.change", "1")
        await samuel.fills_in(**{"answer-en": "Only in an emergency, or by agreement."})
        await samuel.clicks("Ask for approval")
        await samuel.presses("faq.look", "2:en")
        samuel.sees("or by agreement.")
        await dana.presses("faq.look", "2:en")
        dana.sees("or by agreement.")


# Answering from it ---------------------------------------------------------------------------------------------------


def publish(session: Session, whom: Callable[[Question], Audience]) -> None:
    """For certain people, by the question that it would answer."""
    question = session.get_one(Question, 1)
    about = {"district_id": question.district.id, "committee": question.topic.committee, "publisher": question.asker}
    entry = Entry(texts={"en": [LUNCH, "Never."]}, state=State.PUBLISHED, audience=whom(question), **about)
    session.add(entry)
    session.flush()
    search.index(session, entry)


def is_offered(bot: Core) -> bool:
    """To those who have the question: to answer it from the FAQ."""
    return "faq.use" in {one.do for one in buttons(draw(bot, "question.committee", 1))}


def becomes_one_of(bot: Core, group: str, name: str) -> None:
    theirs = f"update members set group_id = (select id from groups where key = '{group}') where name = '{name}'"
    databases.change(bot.settings.database_url, theirs)


async def test_what_its_readers_may_read_answers_no_asker_who_may_not_by_now(tmp_path: Path) -> None:
    async with with_a_caucus(tmp_path) as bot:
        owen, dana = await asks(bot, "Owen Lindqvist", "Lunch and breaks", LUNCH), corner(bot, "Dana Lee")
        await owen.clicks("Send it")
        await passes(bot, "Maria Rivera", "1")
        await bot.writer.do(lambda session: publish(session, readers.finders))
        assert is_offered(bot)
        form = await dana.presses("faq.use", "1")
        becomes_one_of(bot, "administration", "Owen Lindqvist")
        assert not is_offered(bot)
        dana.answer = form  # which lay open
        await dana.fills_in(entry=LUNCH)
        dana.sees("Nothing in the FAQ fits this question.")


async def test_nor_a_question_that_others_may_find_with_its_answer(tmp_path: Path) -> None:
    """Those of the group that was its asker's then."""
    async with with_a_caucus(tmp_path) as bot:
        walter = await asks(bot, "Walter Grimsby", "Lunch and breaks", LUNCH)
        await walter.clicks("Send it")
        becomes_one_of(bot, "cvea", "Walter Grimsby")
        await bot.writer.do(lambda session: publish(session, lambda question: question.audience))
        assert not is_offered(bot)
        await bot.writer.do(lambda session: publish(session, readers.finders))
        assert is_offered(bot)
