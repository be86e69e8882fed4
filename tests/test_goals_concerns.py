"""What gets in the way: who reads it, what is said before it is sent, and what becomes of it."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.concerns import ASKED, GOAL, KITS, NOISE, agreed, answers, calls, proposed, says, writes
from support.cores import Core, core, said
from support.corner import buttons, corner, drawn, next_due, shown
from support.databases import change, on_either, rows
from support.districts import copy, edit

from bot.goals import authors, calling, consenting, reading
from bot.goals.concerns import CALL

pytestmark = on_either

REP = "6"  # the seat of Lincoln's


async def test_what_is_not_for_this_channel_comes_first(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        owen = corner(bot, "Owen Lindqvist")
        await owen.types("concern", NOISE)
        text = owen.sees("Contract and bargaining; A grievance: Dana Lee", "call 911", "(Maria Rivera)", "(Dana Lee)")
        assert text.index("call 911") < text.index("Maria Rivera")
        await owen.clicks("Write it")
        await owen.fills_in()
        owen.sees(NOISE, "It goes without your name", "never longer than 120 days", "This is the district's Slack")
        await owen.clicks("Cancel")
        owen.sees("Nothing was sent")


async def test_to_whom_one_can_turn_in_ones_own_building_comes_first(tmp_path: Path) -> None:
    """A parent asks the principal of their school first about somebody's safety, and only then the superintendent."""
    folder = copy(tmp_path)
    safety = "es: La seguridad de una persona\n    contact: "
    edit(folder, "district.yaml", f"{safety}superintendent", f"{safety}principal-lincoln")
    async with core(tmp_path, folder) as bot:
        rosa, jorge = corner(bot, "Rosa Delgado", "discord"), corner(bot, "Jorge Olivares", "discord")
        await calls(rosa, "17")
        await jorge.types("concern")
        for text in (jorge.sees("Elena Ortiz"), drawn(bot, CALL, 1, "es")):
            assert text.index("La seguridad de una persona: Elena Ortiz") < text.index("Contrato y negociación")
        walter = corner(bot, "Walter Grimsby")  # of another school
        await walter.types("concern")
        text = walter.sees("Elena Ortiz")
        assert text.index("Contract and bargaining") < text.index("Elena Ortiz")


async def test_the_seats_of_ones_own_group_read_it_and_nobody_else(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        await says(corner(bot, "Owen Lindqvist"), NOISE)
        for name in ("Maria Rivera", "Dana Lee"):
            reader = corner(bot, name)
            await reader.presses("concern.read", "1")
            reader.sees("One concern", NOISE, "Without a name · Lincoln Elementary")
        for name in ("Curtis Wendell", "Rosa Delgado", "Samuel Okafor"):
            reader = corner(bot, name)
            await reader.presses("concern.read", "1")
            assert NOISE not in reader.sees("0 ")
            for do in ("concern.report", "goal.start", "concern.take-back"):
                await reader.presses(do, "1")
                assert NOISE not in reader.sees("/somewhere")
        elena = corner(bot, "Elena Ortiz")
        await elena.presses("concern.read", "1")
        elena.sees("Lo que escribe un grupo solo lo leen quienes lo representan.")


async def test_whose_seat_it_is_later_reads_it_too(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        await says(corner(bot, "Owen Lindqvist"), NOISE)
        database = bot.settings.database_url
        change(database, "update seats set holder_id = (select id from members where key = 'thuy-pham')"
               " where key = 'rep-lincoln'")  # fmt: skip
        maria, thuy = corner(bot, "Maria Rivera"), corner(bot, "Thuy Pham")
        await maria.presses("concern.read", "1")
        assert NOISE not in said(maria.answer).text()
        await thuy.types("somewhere")
        await thuy.clicks("Read it")
        thuy.sees(NOISE)


async def test_who_must_report_it_says_so(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        owen = corner(bot, "Owen Lindqvist")
        await says(owen, NOISE)
        maria, dana = corner(bot, "Maria Rivera"), corner(bot, "Dana Lee")
        await maria.presses("concern.read", "1")
        await maria.clicks("I must report this")
        maria.sees("marked it as handed on", "A person's safety", "Samuel Okafor", "call 911", "I give no legal advice")
        await dana.presses("concern.read", "1")
        dana.sees("Handed on by Lincoln Elementary's building rep, October 6, 2026.")
        await dana.presses("concern.report-undo", "1")
        dana.sees("Only they can unmark it.")
        await owen.types("concern")
        owen.sees("handed it on to someone who must look at it")
        await maria.presses("concern.report-undo", "1")
        maria.sees("It isn't marked any more.")


async def test_a_group_takes_something_off_its_list_and_its_author_is_told_why(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        database = bot.settings.database_url
        await says(corner(bot, "Owen Lindqvist"), NOISE)
        maria, dana = corner(bot, "Maria Rivera"), corner(bot, "Dana Lee")
        await maria.presses("concern.read", "1")
        await maria.clicks("Take it off the list")
        await maria.fills_in(why=" ")
        maria.sees("Please say why")
        await maria.clicks("Fix it")
        await maria.fills_in(why="It is about one employee.")
        maria.sees("Its writer is told why")
        await dana.presses("concern.read", "1")
        assert NOISE not in dana.sees("0 concerns")
        await dana.presses("concern.show-again", "1")
        dana.sees("That isn't here any more.")
        ((letter,),) = rows(database, "select subject from deliveries where card = 'question.letter'")
        told = drawn(bot, "question.letter", int(letter))
        assert "Lincoln Elementary's building rep took this off the list: It is about one employee." in told
        assert NOISE in told
        assert "A particular employee" in told
        await maria.clicks("Put it back")
        assert "on the list again" in drawn(bot, "question.letter", int(letter))
        await dana.presses("concern.read", "1")
        dana.sees(NOISE)


async def test_a_concern_is_taken_back(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        owen, maria = corner(bot, "Owen Lindqvist"), await proposed(bot, shared=True)
        assert NOISE in drawn_goal(bot)
        await owen.types("concern")
        await owen.clicks("Take it back")
        await owen.clicks("Yes, take it back")
        owen.sees("This was taken back.")
        assert NOISE not in drawn_goal(bot)
        await maria.presses("concern.read", "1")
        maria.sees("0 concerns")
        await next_due(bot, authors.FORGET)
        assert not rows(bot.settings.database_url, "select * from return_keys")


def drawn_goal(bot: Core) -> str:
    return shown(bot, consenting.show_asked, 1)


async def test_words_are_shown_only_where_their_author_said_so(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        await proposed(bot)
        assert NOISE not in drawn_goal(bot)
        elena = corner(bot, "Elena Ortiz")
        await elena.presses("goal.show", "1")
        assert NOISE not in elena.sees("20 quiet minutes")


async def test_those_who_spoke_are_told_and_the_way_back_ends(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        database = bot.settings.database_url
        maria = await agreed(bot)
        await says(corner(bot, "Thuy Pham"), KITS, named=True)
        await maria.presses("goal.tell", "1")
        await maria.clicks("Add a line")
        await maria.fills_in(word="Thank you all.")
        maria.sees("Thank you all.", "It can't be taken back.")
        await maria.clicks("Tell them")
        await bot.later(minutes=30)
        ((letter,),) = rows(database, "select subject from deliveries where card = 'question.letter'")
        told = drawn(bot, "question.letter", int(letter))
        parts = (
            NOISE,
            "Your school starts with this",
            "Thank you all.",
            "You gave no name.",
            "This message stays here with you.",
        )
        assert [one for one in parts if one not in told] == []
        told = shown(bot, authors.show, 2)
        assert KITS in told
        assert "yours stays on the list" in told
        await bot.later(days=16)
        assert not rows(database, "select * from return_keys")
        assert not rows(database, "select * from deliveries where card = 'question.letter'")
        await maria.presses("goal.tell-now", "1")
        assert len(rows(database, "select * from notices where name = 'concern-said'")) == 1


async def test_a_way_back_that_nobody_uses_ends_by_itself(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        await says(corner(bot, "Owen Lindqvist"), NOISE)
        await bot.later(days=119)
        assert rows(bot.settings.database_url, "select * from return_keys")
        await bot.later(days=3)
        assert not rows(bot.settings.database_url, "select * from return_keys")


# Asking the group ------------------------------------------------------------------------------------------------


async def test_where_a_group_has_no_place_each_of_its_people_is_told(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        database = bot.settings.database_url
        change(database, "delete from place_groups where place_id in (select id from places where audience = 'CAUCUS')")
        maria = corner(bot, "Maria Rivera")
        await maria.presses("concern.call")
        maria.sees("6 people of your group here read it in the day's one message")
        await maria.clicks("Post it")
        assert not rows(database, "select * from deliveries")
        told = "select m.name from notices n join members m on m.id = n.member_id where n.name = 'concern-call'"
        assert {name for (name,) in rows(database, told)} == {
            *("Priya Natarajan", "Jamal Whitfield", "Beatriz Montoya"),
            *("Owen Lindqvist", "Yesenia Cordero", "Thuy Pham"),
        }
        owen = corner(bot, "Owen Lindqvist")
        assert "A grievance: Dana Lee" in shown(bot, calling.show_notice, 1)
        await owen.presses("concern.call-show", "1:es")
        owen.sees("¿Qué les dificulta las cosas")
        await maria.presses("concern.call")
        maria.sees("You have asked already")


async def test_nobody_asks_another_group(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        for name in ("Elena Ortiz", "Owen Lindqvist", "Samuel Okafor"):
            asker = corner(bot, name)
            await asker.presses("concern.call-post", REP)
            assert "PTA" in said(asker.answer).text()
        assert not rows(bot.settings.database_url, "select * from concern_calls")
        rosa = corner(bot, "Rosa Delgado")
        await rosa.presses("concern.call-post", REP)
        rosa.sees("Eso ya no está aquí.")
        await rosa.presses("concern.call")
        await rosa.clicks("Publicar")
        found = "select s.key, d.address from concern_calls c join seats s on s.id = c.seat_id, deliveries d"
        assert rows(bot.settings.database_url, found) == [
            ("pta-lincoln", "discord:1268401200690098927/1173081832966680239")
        ]


async def test_where_nobody_writes_it_is_brought_up_once_and_ends_kindly(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        database, maria = bot.settings.database_url, corner(bot, "Maria Rivera")
        await calls(maria, REP)
        await next_due(bot, calling.DUE)
        assert rows(database, "select count(*) from notices where name = 'concern-call'") == [(6,)]
        await next_due(bot, calling.DUE)
        assert "This is over, thank you." in drawn(bot, CALL, 1)
        assert "Nobody has written. That happens." in shown(bot, calling.show_quiet, 1)
        told = "select m.name from notices n join members m on m.id = n.member_id where n.name = 'concern-quiet'"
        assert rows(database, told) == [("Maria Rivera",)]
        await maria.presses("concern.call")
        maria.sees("Nothing is sent yet")


async def test_where_somebody_wrote_it_is_simply_over(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        maria = corner(bot, "Maria Rivera")
        await calls(maria, REP)
        await says(corner(bot, "Owen Lindqvist"), NOISE)
        assert "One person said what gets in the way." in shown(bot, reading.show_new, 6)
        await next_due(bot, calling.DUE)
        told = rows(bot.settings.database_url, "select name from notices")
        assert {name for (name,) in told} == {"concern-new"}
        assert rows(bot.settings.database_url, "select closed_at is null from concern_calls") == [(0,)]


async def test_what_looks_like_a_student_record_is_pointed_out(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        owen = corner(bot, "Owen Lindqvist")
        await writes(owen, "CV-12345 has no book.")
        owen.sees("“CV-12345”")
        assert [one.label for one in buttons(said(owen.answer))] == ["Edit", "Send it as it is", "Cancel"]
        send = next(one for one in buttons(said(owen.answer)) if one.do == "concern.send")
        await owen.presses(send.do, send.about.partition(":")[0])
        owen.sees("Nothing is sent yet")
        await owen.presses(send.do, send.about)
        owen.sees("Sent. Thank you.")


async def test_where_nobody_spoke_nobody_is_to_be_told(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        maria = corner(bot, "Maria Rivera")
        await maria.presses("goal.start-line")
        await maria.fills_in(line="They can't hear each other", **GOAL)
        await maria.clicks("Send it")
        for name in ASKED:
            await answers(bot, name, "agree")
        await maria.presses("goal.show", "1")
        assert "goal.tell" not in {one.do for one in buttons(said(maria.answer))}
        await says(corner(bot, "Thuy Pham"), KITS)
        await maria.presses("goal.show", "1")
        await maria.clicks("Tell those who spoke")
        maria.sees("It can't be taken back.")


@pytest.mark.parametrize("name", ["Owen Lindqvist", "Maria Rivera"])
async def test_who_is_told_of_an_unnamed_one_does_not_say_that_a_reader_wrote_it(tmp_path: Path, name: str) -> None:
    """Maria reads her colleagues' concerns herself."""
    async with core(tmp_path) as bot:
        await says(corner(bot, name), NOISE)
        told = "select name from members where id in (select member_id from notices where name = 'concern-new')"
        assert sorted(rows(bot.settings.database_url, told)) == [("Dana Lee",), ("Maria Rivera",)]


async def test_what_was_typed_with_the_command_is_shown_before_it_is_written(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        owen = corner(bot, "Owen Lindqvist")
        await owen.types("concern", NOISE)
        owen.sees(NOISE, "Nothing is sent yet", "[Write it]")
        await owen.clicks("Write it")
        assert owen.field(0).value == NOISE
        await owen.types("concern")
        assert "Nothing is sent yet" not in owen.sees("[Write it]")
