"""What a question without a name shows of its asker, who may act on it, and how abuse is answered."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from sqlalchemy.orm import Session
from support import databases
from support.corner import Corner, buttons, corner, drawn
from support.databases import on_either
from support.posting import sending
from support.talk import Core, core, said

from bot.boundary import Account
from bot.people import school_days
from bot.questions.model import Question
from bot.storage import database
from bot.timetable import Timetable

pytestmark = on_either

LETTERS = "select subject from deliveries where card = 'question.letter' order by id"
TEXT = "Who decides about the library hours?"


async def written(bot: Core, name: str, *clicks: str, topic: str = "Reading and literacy", text: str = TEXT) -> Corner:
    """Up to the preview."""
    asker = corner(bot, name)
    await asker.types("ask")
    await asker.clicks(topic)
    await asker.fills_in(question=text)
    for label in clicks:
        await asker.clicks(label)
    return asker


def questions(folder: Path) -> list[tuple[object, ...]]:
    query = "select asker_id, account, group_id, building_id, rep_id from questions order by id"
    return [tuple(row) for row in databases.rows(databases.address(folder), query)]


async def test_where_few_could_have_asked_it_is_said_before_it_is_sent(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        mei = await written(bot, "Mei-Ling Tsai", "Ask without my name")
        mei.sees(
            "from an educator at Student Services", "Only 3 people of your group can ask from Student Services", TEXT
        )
        await mei.clicks("Leave my building out")
        assert "could be guessed" not in mei.sees(
            "It goes straight to the committee.", "from an educator in the district"
        )
        await mei.clicks("Send it")
        assert [row[:2] + row[3:] for row in questions(tmp_path)] == [(None, None, None, None)]
        assert "an educator in the district" in drawn(bot, "question.committee", 1)

        patricia = await written(bot, "Patricia Nowak", "Ask without my name")
        patricia.sees("from a school board member")
        databases.change(bot.settings.database_url, "delete from accounts where address like '%U01THIBODEAUX'")
        patricia = await written(bot, "Patricia Nowak", "Ask without my name")
        assert "board" not in patricia.sees("It goes straight to the committee.", "from someone in the partnership")
        databases.change(
            bot.settings.database_url,
            "update members set building_id = (select id from buildings where key = 'lincoln') "
            "where key = 'patricia-nowak'",
        )
        patricia = await written(bot, "Patricia Nowak", "Ask without my name")
        text = patricia.sees("It goes straight to the committee.", "from someone in the partnership")
        assert "board" not in text
        assert "building" not in text, "nor is one offered that would name them"
        await patricia.clicks("Edit")
        assert patricia.choices("as") == ["Under my name", "Without my name or building"]


async def test_the_building_may_be_shown_and_its_reader_skipped(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        owen = await written(bot, "Owen Lindqvist", "Ask without my name", "Let it go straight to the committee")
        owen.sees("It goes straight to the committee.", "from an educator at Lincoln Elementary")
        await owen.clicks("Let it be looked at here first")
        owen.sees("First Lincoln Elementary's building rep reads it")
        await owen.clicks("Use my name")
        owen.sees("It goes under your name, Owen Lindqvist.")
        await owen.clicks("Edit")
        await owen.fills_in(**{"as": "Without my name or building"})
        owen.sees("from an educator in the district")


async def test_sent_twice_it_is_sent_once_and_only_its_asker_may_act_as_such(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        owen = await written(bot, "Owen Lindqvist", "Ask without my name", "Leave my building out")
        send = next(one for one in buttons(said(owen.answer)) if one.do == "question.send")
        await owen.presses(send.do, send.about)
        owen.sees("Sent. It is with Literacy Committee now")
        await owen.presses(send.do, send.about)
        owen.sees("without your name. Type /somewhere")
        assert len(questions(tmp_path)) == 1
        assert databases.rows(databases.address(tmp_path), "select * from drafts") == []
        priya = corner(bot, "Priya Natarajan")
        await priya.presses("question.answer", "1")
        await priya.fills_in(answer="The principal.")
        for name in ("Jamal Whitfield", "Priya Natarajan", "Maria Rivera"):
            other = corner(bot, name)
            for do in ("question.enough", "question.not-yet", "question.have-it", "question.reply"):
                await other.presses(do, "1")
                other.sees("That isn't here any more.")
        await owen.presses("question.show", "1")
        owen.sees("The principal.", "Does that answer it?")
        await owen.clicks("That answers it")
        owen.sees("Thank you. The question is closed.")


async def test_a_committee_mutes_whoever_asked_and_learns_nothing(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        for text in ("Rude!", "Kind?"):
            owen = await written(bot, "Owen Lindqvist", "Ask without my name", "Leave my building out", text=text)
            await owen.clicks("Send it")
        priya, jamal = corner(bot, "Priya Natarajan"), corner(bot, "Jamal Whitfield")
        await jamal.presses("question.mute-now", "1")
        jamal.sees("It is with Literacy Committee now. Only its members can do that.")
        await priya.presses("question.mute", "1")
        assert "Owen" not in priya.sees("takes no questions without a name from this asker")
        await priya.clicks("Mute for 30 days")
        assert "can't ask the committee without a name until" in drawn(bot, "question.committee", 1)
        assert "can't ask" not in drawn(bot, "question.committee", 2), "two by the same person look like any two"

        owen = await written(bot, "Owen Lindqvist", "Ask without my name", "Leave my building out")
        await owen.clicks("Send it")
        owen.sees("takes no questions without a name from you until", "You can ask under your name.", TEXT)
        owen = await written(bot, "Owen Lindqvist")
        await owen.clicks("Send it")
        owen.sees("Sent.")
        owen = await written(
            bot, "Owen Lindqvist", "Ask without my name", "Leave my building out", topic="Schedules and calendar"
        )
        await owen.clicks("Send it")
        owen.sees("Sent. It is with Schedule Committee now")

        await priya.presses("question.unmute", "1")
        owen = await written(bot, "Owen Lindqvist", "Ask without my name", "Leave my building out")
        await owen.clicks("Send it")
        owen.sees("Sent.")
        await priya.presses("question.mute-now", "2")
        bot.clock.move_to(bot.clock.now() + timedelta(days=31))
        owen = await written(bot, "Owen Lindqvist", "Ask without my name", "Leave my building out")
        await owen.clicks("Send it")
        owen.sees("Sent.")


async def test_who_links_accounts_keeps_what_they_asked_and_their_mute(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        guadalupe = corner(bot, "Guadalupe Navarrete", "discord")
        await guadalupe.types("ask")
        await guadalupe.clicks("Lectura y escritura")
        await guadalupe.fills_in(**{"question": TEXT, "as": "Sin mi nombre ni mi escuela o departamento"})
        await guadalupe.clicks("Enviar")
        await corner(bot, "Priya Natarajan").presses("question.mute-now", "1")
        databases.change(  # a second entry of hers, at Slack
            bot.settings.database_url,
            "insert into accounts (address, member_id) select 'slack:T01CEDAR/U01GUADALUPE', id from members"
            " where name = 'Scott Lindgren'",
        )
        at_slack = Corner(bot, Account("slack", "T01CEDAR", "U01GUADALUPE"))
        await at_slack.types("link")
        code = at_slack.sees("/link ").split("/link ")[-1].split()[0]
        await guadalupe.types("link", code)
        await guadalupe.presses("link.yes", code)
        await at_slack.presses("question.show", "1")
        at_slack.sees(TEXT)
        await guadalupe.types("ask")
        await guadalupe.clicks("Reading and literacy")
        await guadalupe.fills_in(**{"question": TEXT, "as": "Without my name or building"})
        await guadalupe.clicks("Send it")
        guadalupe.sees("takes no questions without a name from you until")


async def test_where_whoever_asked_cannot_be_reached_the_committee_hears_that_and_no_more(tmp_path: Path) -> None:
    """One shuts out direct messages, another leaves."""
    async with core(tmp_path) as bot, sending(bot, "U01LINDQVIST") as sender:
        engine = database.connect(bot.settings.database_url)
        timetable = Timetable(engine, bot.clock, bot.frame.handle_due)
        owen = await written(bot, "Owen Lindqvist", "Ask without my name", "Leave my building out")
        await owen.clicks("Send it")
        rashid = await written(bot, "Rashid Karimi", "Ask without my name", "Leave my building out")
        await rashid.clicks("Send it")
        databases.change(bot.settings.database_url, "delete from accounts where address like '%U01KARIMI'")
        priya = corner(bot, "Priya Natarajan")
        for number in ("1", "2"):
            await priya.presses("question.answer", number)
            await priya.fills_in(answer="The principal.")
        await sender.drain(10.0)
        await timetable.jump(bot.clock.now() + timedelta(minutes=11), lambda: sender.drain(10.0))
        for number in (1, 2):
            assert "I couldn't reach the asker." in drawn(bot, "question.committee", number)
            await priya.presses("question.show", str(number))
            priya.sees("I couldn't reach the asker.")
        await owen.types("somewhere")
        owen.sees("There is an answer: does it do?")
        await owen.presses("question.enough", "1")
        assert "I couldn't reach" not in drawn(bot, "question.committee", 1)
        engine.dispose()


async def test_what_is_not_for_this_channel_goes_back_without_a_name(tmp_path: Path) -> None:
    """And where it cannot arrive, the words go with the way back."""
    async with core(tmp_path) as bot, sending(bot, "U01CORDERO") as sender:
        engine = database.connect(bot.settings.database_url)
        timetable = Timetable(engine, bot.clock, bot.frame.handle_due)
        maria = corner(bot, "Maria Rivera")
        for number, name in enumerate(("Owen Lindqvist", "Thuy Pham"), 1):
            asker = await written(bot, name, "Ask without my name", text=f"Is {number} in the contract?")
            await asker.clicks("Send it")
            await maria.presses("question.give-back", str(number))
            await maria.fills_in(topic="Contract and bargaining")
        letters = [number for (number,) in databases.rows(bot.settings.database_url, LETTERS)]
        assert "Is 1 in the contract?" in drawn(bot, "question.letter", letters[0])
        await timetable.jump(bot.clock.now() + timedelta(minutes=11), lambda: sender.drain(10.0))
        await asker.presses("question.have-it", "2")
        texts = "select text from questions order by id"
        assert [text for (text,) in databases.rows(bot.settings.database_url, texts)] == ["", ""]
        yesenia = await shut_out(bot)
        await maria.presses("question.give-back", "3")
        await maria.fills_in(topic="Contract and bargaining")
        await timetable.jump(bot.clock.now() + timedelta(days=10), lambda: sender.drain(10.0))
        await yesenia.presses("question.show", "3")
        yesenia.sees("Is 3 in the contract?", "Dana Lee")
        await timetable.jump(bot.clock.now() + timedelta(days=6), lambda: sender.drain(10.0))
        await yesenia.presses("question.show", "3")
        yesenia.sees("Eso ya no está aquí.")
        assert [text for (text,) in databases.rows(bot.settings.database_url, texts)] == ["", "", ""]
        engine.dispose()


async def test_of_what_its_asker_does_only_the_day_is_kept(tmp_path: Path) -> None:
    """But not of when it was answered, nor of the questions between which its number lies."""
    async with core(tmp_path) as bot:
        owen, priya = await written(bot, "Owen Lindqvist", "Ask without my name"), corner(bot, "Priya Natarajan")
        await owen.clicks("Leave my building out")
        await owen.clicks("Send it")
        for ends in ("not-yet", "enough"):
            await bot.later(hours=1)
            await priya.presses("question.answer", "1")
            await priya.fills_in(answer="The board does.")
            await owen.presses(f"question.{ends}", "1")
            if ends == "not-yet":
                await owen.fills_in(missing="Who on it?")
        times = await bot.writer.do(when)
        hours = [one.astimezone(ZoneInfo("America/Chicago")).time() for one in times if one is not None]
        assert hours == [time(), time(), school_days.END]


def when(session: Session) -> tuple[datetime | None, ...]:
    question = session.get_one(Question, 1)
    return question.asked_at, question.closed_at, question.due_at


async def shut_out(bot: Core) -> Corner:
    """A question of somebody who takes no direct messages."""
    yesenia = corner(bot, "Yesenia Cordero")
    await yesenia.types("ask")
    await yesenia.clicks("Lectura y escritura")
    how = "Sin mi nombre; se dice mi escuela o departamento"
    await yesenia.fills_in(**{"question": "Is 3 in the contract?", "as": how})
    await yesenia.clicks("Enviar")
    return yesenia
