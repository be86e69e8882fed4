"""What an asker and those who have the question said to each other is for them: it goes along where the asker was told
that it would, and nowhere else."""

from __future__ import annotations

from pathlib import Path

from support.cores import Core, core
from support.corner import Corner, corner, drawn
from support.databases import on_either
from support.districts import copy, edit
from support.meetings import load
from test_committees_closed import closes, passed
from test_readers import LUNCH, asks

pytestmark = on_either

TEAM = "Life at Lincoln · Lincoln Leadership Team"
REPLY = "Elena Ortiz does, every day."


async def is_asked(who: Corner, wanted: str = "Who does that?") -> None:
    await who.presses("question.want", "1")
    await who.fills_in(wanted=wanted)


async def replies(asker: Corner, reply: str = REPLY) -> str:
    """What the form says of who reads it."""
    await asker.presses("question.reply", "1")
    hint = asker.field(0).hint
    await asker.fills_in(reply=reply)
    return hint


async def with_its_first_reader(bot: Core) -> tuple[Corner, Corner]:
    owen, maria = await asks(bot, "Owen Lindqvist", "Reading and literacy", LUNCH), corner(bot, "Maria Rivera")
    await owen.clicks("Send it")
    await is_asked(maria)
    return owen, maria


async def test_what_a_committee_was_told_stays_with_it_when_it_passes_the_question_on(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        ana = await asks(bot, "Ana Ruiz", "Lectura y escritura", LUNCH)
        await ana.clicks("Enviar")
        priya, elena = corner(bot, "Priya Natarajan"), corner(bot, "Elena Ortiz")
        await is_asked(priya)
        hint = await replies(ana)
        assert hint.startswith("Lo lee Literacy Committee; no lo lee nadie a quien se pase después la pregunta.")
        await priya.presses("question.later", "1")
        await priya.fills_in(day=priya.choices("day")[0], reason="Ms. Ortiz is on leave.")
        await ana.presses("question.reply", "1")
        begun = ana.answer
        await priya.presses("question.pass-on", "1")
        await priya.fills_in(topic=TEAM)
        assert "Pasa solo su pregunta" in drawn(bot, "question.widen", 1, "es")
        await ana.agrees()
        await elena.presses("question.show", "1:en")
        seen = elena.sees(LUNCH)
        assert not [one for one in ("Who does that?", REPLY, "on leave") if one in seen]
        assert "What you and those who had it before wrote to each other didn't go along." in drawn(
            bot, "question.detail", 1
        )
        ana.answer = begun  # it was for the others
        await ana.fills_in(reply="On Mondays, too.")
        ana.sees("Lincoln Leadership Team", "On Mondays, too.")
        await elena.presses("question.show", "1:en")
        assert "Mondays" not in elena.sees(LUNCH)


async def test_what_a_first_reader_was_told_goes_to_the_committee_as_both_were_told(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        owen, maria = await with_its_first_reader(bot)
        hint = await replies(owen)
        assert "Lincoln Elementary's building rep and, if the question is passed to them, by Literacy Comm" in hint
        await maria.presses("question.pass", "1")
        assert maria.field(0).hint.endswith("What you and the asker wrote to each other goes along.")
        await maria.fills_in()
        assert REPLY in drawn(bot, "question.committee", 1)


async def test_what_a_first_reader_was_told_is_not_for_a_colleague_who_gets_the_question(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        owen, maria = await with_its_first_reader(bot)
        await replies(owen)
        await maria.presses("question.hand-on", "1")
        await maria.fills_in(seat=maria.choices("seat")[0])
        yesenia = corner(bot, "Yesenia Cordero")
        await yesenia.presses("question.show", "1:en")
        assert REPLY not in yesenia.sees(LUNCH)


async def test_who_comes_to_a_seat_reads_why_the_question_there_takes_longer(tmp_path: Path) -> None:
    """The seat has it: each of its holders reads the reason."""
    async with core(tmp_path) as bot:
        _, maria = await with_its_first_reader(bot)
        await maria.presses("question.later", "1")
        await maria.fills_in(day=maria.choices("day")[1], reason="Ms. Ortiz is on leave.")
        edit(folder := copy(tmp_path), "seats.csv", ",maria-rivera,lincoln-team", ",yesenia-cordero,lincoln-team")
        await load(bot, folder)
        yesenia = corner(bot, "Yesenia Cordero")
        await yesenia.presses("question.show", "1:en")
        yesenia.sees(LUNCH, "The asker was told of the new date, and why:", "Ms. Ortiz is on leave.")


async def test_what_a_committee_was_told_does_not_come_back_with_the_question(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        owen, maria = await passed(bot)
        priya = corner(bot, "Priya Natarajan")
        await is_asked(priya, "Which rep hides them?")
        await replies(owen, "Maria Rivera does.")
        await priya.presses("question.later", "1")
        await priya.fills_in(day=priya.choices("day")[0], reason="Maria has to be asked first.")
        await closes(bot, tmp_path, "literacy")
        await maria.presses("question.show", "1:en")
        seen = maria.sees("it is yours to answer")
        assert not [one for one in ("Which rep", "Maria Rivera does.", "asked first") if one in seen]


async def test_who_reads_what_is_missing_is_said_before_it_is_written(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        owen, maria = await with_its_first_reader(bot)
        await maria.presses("question.answer", "1")
        await maria.fills_in(answer="Nobody may.")
        await owen.presses("question.not-yet", "1")
        assert "if the question is passed to them, by Literacy Committee." in owen.field(0).hint


async def test_a_form_that_lay_open_says_nothing_to_those_who_ask_back_by_now(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        ana = await asks(bot, "Ana Ruiz", "Lectura y escritura", LUNCH)
        await ana.clicks("Enviar")
        priya, elena = corner(bot, "Priya Natarajan"), corner(bot, "Elena Ortiz")
        await is_asked(priya)
        await ana.presses("question.reply", "1")
        begun = ana.answer
        await priya.presses("question.pass-on", "1")
        await priya.fills_in(topic=TEAM)
        await ana.agrees()
        await is_asked(elena, "Which room?")
        ana.answer = begun
        await ana.fills_in(reply=REPLY)
        ana.sees("Ahora su pregunta la tiene", REPLY)
        await elena.presses("question.show", "1:en")
        assert REPLY not in elena.sees("Which room?")
        await replies(ana, "Room 4.")
        await elena.presses("question.show", "1:en")
        elena.sees("Room 4.")


async def test_a_reply_goes_to_those_whom_its_form_has_named(tmp_path: Path) -> None:
    """Its first reader may pass the question on meanwhile, to the committee that was named."""
    async with core(tmp_path) as bot:
        owen, maria = await with_its_first_reader(bot)
        await owen.presses("question.reply", "1")
        assert "if the question is passed to them, by Literacy Committee" in owen.field(0).hint
        await maria.presses("question.pass", "1")
        await maria.fills_in()
        await owen.fills_in(reply=REPLY)
        assert REPLY in drawn(bot, "question.committee", 1)


async def test_but_not_to_those_to_whom_it_went_straight_on(tmp_path: Path) -> None:
    """Its first reader is gone, and has passed on nothing."""
    async with core(tmp_path) as bot:
        owen, _ = await with_its_first_reader(bot)
        await owen.presses("question.reply", "1")
        begun = owen.answer
        edit(folder := copy(tmp_path), "seats.csv", ",maria-rivera,lincoln-team", ",,lincoln-team")
        await load(bot, folder)
        await is_asked(corner(bot, "Priya Natarajan"), "Which room?")
        owen.answer = begun
        await owen.fills_in(reply=REPLY)
        owen.sees("Literacy Committee", REPLY)
        assert REPLY not in drawn(bot, "question.committee", 1)


async def test_nor_to_those_to_whom_its_asker_let_go_the_question_alone(tmp_path: Path) -> None:
    """The board's liaison came to the committee that was named."""
    async with core(tmp_path) as bot:
        owen, maria = await with_its_first_reader(bot)
        await owen.presses("question.reply", "1")
        begun = owen.answer
        liaison, home = "patricia-nowak,district-team", "literacy-committee,en,joint,cvea;administration;pta;library"
        edit(folder := copy(tmp_path), "seats.csv", liaison, f"{liaison};literacy")
        edit(folder, "places.csv", home, f"{home};board")
        await load(bot, folder)
        await maria.presses("question.pass", "1")
        await maria.fills_in()
        assert "Your question alone goes along" in drawn(bot, "question.widen", 1)
        await owen.agrees()
        await is_asked(corner(bot, "Priya Natarajan"), "Which room?")
        owen.answer = begun
        await owen.fills_in(reply=REPLY)
        owen.sees("Literacy Committee", REPLY)
        patricia = corner(bot, "Patricia Nowak")
        await patricia.presses("question.show", "1:en")
        assert REPLY not in patricia.sees(LUNCH)
