"""Listening sessions of a board: who may open one where, who speaks, and who looks through what."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session
from support import databases
from support.at_once import at_once, by
from support.cores import core
from support.corner import corner, drawn
from support.databases import on_either, rows
from support.districts import copy, edit
from support.listening import asks, opened, reading, says, standing, writes
from support.meetings import load, told

from bot.boundary import Form, FormErrors
from bot.listening.model import OPEN
from bot.people.model import Group, GroupKind
from bot.people.places import Place

pytestmark = on_either

VERSION = "select wanted from deliveries where card = 'listening.open'"
LATE = "The late bus leaves before tutoring ends."


# Opening ---------------------------------------------------------------------------------------------------------


@databases.on_both
async def test_of_two_that_are_opened_at_once_one_is(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        one, other = corner(bot, "Patricia Nowak"), corner(bot, "Patricia Nowak")
        for who in (one, other):
            await writes(who)
        await at_once(bot, *(by(who, lambda who: who.clicks("Ask them")) for who in (one, other)))
        one.sees("Asked:")
        assert "Asked:" not in other.sees()
        assert rows(bot.settings.database_url, "select count(*) from listenings") == [(1,)]


async def test_nothing_is_asked_before_all_who_lead_a_group_there_say_yes(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        await asks(bot, "#association-caucus (Slack)", "#lincoln-families (Discord)")
        dana, marcus = corner(bot, "Dana Lee"), corner(bot, "Marcus Tilley", "discord")
        assert standing(bot) == []
        await dana.presses("listening.decide", "1:yes")
        assert standing(bot) == ["C01ASSOCIATION"], "families are asked by the yes of theirs"
        await marcus.presses("listening.decide", "1:yes")
        assert standing(bot) == ["1103628476113515559", "C01ASSOCIATION"]

        await dana.types("somewhere")
        await dana.clicks("Take my yes back")
        dana.sees("isn't asked, or asked any more")
        assert standing(bot) == []
        owen = corner(bot, "Owen Lindqvist")
        await owen.presses("listening.say", "1")
        owen.sees("You aren't among those who are asked here.")
        await dana.clicks("Yes, it may")
        assert standing(bot) == ["1103628476113515559", "C01ASSOCIATION"]


async def test_it_comes_to_no_place_that_is_the_boards_own_by_now(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        await asks(bot)

        def redeclare(session: Session) -> None:
            place = session.scalars(select(Place).where(Place.name == "association-caucus")).one()
            place.groups = list(session.scalars(select(Group).where(Group.kind == GroupKind.BOARD)))

        await bot.writer.do(redeclare)
        await corner(bot, "Dana Lee").presses("listening.decide", "1:yes")
        assert standing(bot) == []


async def test_nobody_is_asked_without_their_groups_yes_where_a_place_is_theirs_by_now(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        await opened(bot)

        def redeclare(session: Session) -> None:
            place = session.scalars(select(Place).where(Place.name == "association-caucus")).one()
            place.groups = list(session.scalars(select(Group).where(Group.kind == GroupKind.PARENTS)))

        await bot.writer.do(redeclare)
        silvia = corner(bot, "Silvia Cantú", "discord")
        await silvia.presses("listening.say", "1")
        silvia.sees("Aquí no se le pregunta")


@pytest.mark.parametrize("name", ["Roy Thibodeaux", "Dana Lee", "Samuel Okafor", "Maria Rivera"])
async def test_nobody_else_opens_one(tmp_path: Path, name: str) -> None:
    async with core(tmp_path) as bot:
        who = corner(bot, name)
        await who.presses("listening.start")
        who.sees("Only the board's chair or liaison opens")


async def test_nobody_says_yes_for_another_group(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        await asks(bot)
        for name in ("Samuel Okafor", "Maria Rivera", "Patricia Nowak"):
            who = corner(bot, name)
            await who.presses("listening.decide", "1:yes")
            who.sees("Only those who lead a group that is asked")
        assert standing(bot) == []


async def test_it_is_offered_nowhere_among_the_boards_own(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        patricia = corner(bot, "Patricia Nowak")
        await patricia.presses("listening.start")
        offered = patricia.choices("places")
        assert "#partnership-commons (Slack)" in offered
        assert not any("board" in one or "leadership" in one for one in offered)


async def test_what_a_session_needs(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        patricia = corner(bot, "Patricia Nowak")
        await patricia.presses("listening.start")
        form = patricia.answer
        assert isinstance(form, Form)
        given = {"question_en": ("x" * 201,), "question_es": ("",), "places": ("1", "999"), "until": ("400",)}
        refused = await patricia.sends(form.name, form.about, given)
        assert isinstance(refused, FormErrors)
        assert refused.errors.keys() == {"question_en", "question_es", "places", "until"}
        await patricia.clicks("Fix it")
        assert patricia.field(0).value == "x" * 201


async def test_one_at_a_time(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        patricia = await asks(bot)
        await patricia.presses("listening.start")
        patricia.sees("One of your listening sessions is under way.")


# Speaking --------------------------------------------------------------------------------------------------------


async def test_what_is_too_long_or_looks_like_a_students_record_is_pointed_out(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        await opened(bot)
        owen = corner(bot, "Owen Lindqvist")
        await owen.presses("listening.say", "1")
        await owen.fills_in(text="x" * 601)
        assert isinstance(owen.answer, FormErrors)
        owen.sees("That is 601 characters; 600 fit.")
        await owen.clicks("Fix it")
        await owen.fills_in(text="CV-12345 waits an hour.")
        owen.sees("CV-12345", "Send it as it is")
        await owen.clicks("Send it as it is")
        owen.sees("Sent. Thank you.")


async def test_the_same_words_or_too_many_are_refused_and_given_back(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        await opened(bot)
        owen = corner(bot, "Owen Lindqvist")
        await says(owen, LATE)
        await says(owen, f" {LATE.upper()} ", named=True)
        owen.sees("You have said just that already.", LATE.upper())
        for number in range(4):
            await says(owen, f"Bus {number} is late.", named=number % 2 == 0)
            owen.sees("Sent.")
        await says(owen, "One more.")
        owen.sees("You have said 5 things here.", "One more.")
        await says(corner(bot, "Beatriz Montoya"), LATE)
        assert rows(bot.settings.database_url, "select count(*) from listening_contributions") == [(6,)]


async def test_no_member_of_the_board_speaks_there(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        await opened(bot, "#partnership-commons (Slack)")
        for name in ("Roy Thibodeaux", "Patricia Nowak"):
            who = corner(bot, name)
            await who.presses("listening.say", "1")
            who.sees("Board members are heard through their liaison, or in their own meetings.")


async def test_what_is_being_written_when_it_closes_comes_back(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        patricia = await opened(bot)
        owen = corner(bot, "Owen Lindqvist")
        await owen.presses("listening.say", "1")
        await owen.fills_in(text=LATE)
        await patricia.presses("listening.close-now", "1")
        patricia.sees("Nobody has said anything.")
        await owen.clicks("Send it")
        owen.sees("isn't open any more", LATE)


@pytest.mark.parametrize("named", [True, False])
async def test_own_words_are_taken_back(tmp_path: Path, named: bool) -> None:
    async with core(tmp_path) as bot:
        await opened(bot)
        owen = corner(bot, "Owen Lindqvist")
        await says(owen, LATE, named=named)
        await owen.presses("listening.own", "1")
        owen.sees(LATE, "The board hasn't read it yet.")
        await owen.clicks("Take it back")
        await owen.clicks("Yes, take it back")
        owen.sees("Its words are deleted.")
        await owen.presses("listening.own", "1")
        owen.sees("You have said nothing here")
        dana = corner(bot, "Dana Lee")
        await dana.presses("listening.look", "1")
        assert LATE not in dana.sees("Nobody has written anything yet.")
        assert rows(bot.settings.database_url, "select text from listening_contributions") == [("",)]
        await bot.later(days=2)
        assert rows(bot.settings.database_url, "select count(*) from return_paths") == [(0,)]


# Looking through -------------------------------------------------------------------------------------------------


async def test_what_was_hidden_reaches_nobody_but_its_author_and_can_be_shown_again(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        await opened(bot)
        owen, dana = corner(bot, "Owen Lindqvist"), corner(bot, "Dana Lee")
        await says(owen, LATE, named=True)
        await says(owen, "Another thing.")
        await dana.presses("listening.look", "1")
        await dana.clicks("Hide it")
        await dana.fills_in(why="")
        assert isinstance(dana.answer, FormErrors)
        await dana.clicks("Fix it")
        await dana.fills_in(why="One employee.")
        hidden = dana.sees("Its author is told why")
        assert LATE not in hidden
        await reading(bot)
        patricia = corner(bot, "Patricia Nowak")
        await patricia.presses("listening.read", "1")
        assert LATE not in patricia.sees("One thing was said", "Another thing.")
        await patricia.presses("listening.answer", "1")
        patricia.sees("isn't here any more")
        await dana.presses("listening.show-again", "1")
        dana.sees("It is shown again.")
        await patricia.presses("listening.read", "1")
        patricia.sees("2 things were said", LATE)


async def test_who_opened_it_hides_nothing_that_a_group_was_to_look_through(tmp_path: Path) -> None:
    """Its author was told who looks it through, and nobody leads the group any more."""
    async with core(tmp_path) as bot:
        await opened(bot)
        await says(corner(bot, "Owen Lindqvist"), LATE)
        await reading(bot)
        vacant = "update seats set holder_id = null where key = 'association-president'"
        databases.change(bot.settings.database_url, vacant)
        patricia = corner(bot, "Patricia Nowak")
        await patricia.sends("listening.hide", "1", {"why": ("We would rather not.",)})
        patricia.sees("Only the leaders of a group look through")
        await patricia.presses("listening.look", "1")
        assert "Hide it" not in str(patricia.answer)
        await patricia.presses("listening.read", "1")
        patricia.sees(LATE)


async def test_what_is_hidden_gets_no_reader_by_that(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        await opened(bot)
        await says(corner(bot, "Owen Lindqvist"), LATE)
        told = "select audience from listening_contributions"
        before = rows(bot.settings.database_url, told)
        other = "select id from members where name = 'Beatriz Montoya'"
        role = "(select role from seats where key = 'association-president')"
        leads = f"role = {role}, building_id = null, committee_id = null"
        second = "select min(id) from seats where key <> 'association-president' and group_id ="
        group = "(select group_id from seats where key = 'association-president')"
        databases.change(
            bot.settings.database_url, f"update seats set holder_id = ({other}), {leads} where id = ({second} {group})"
        )
        dana = corner(bot, "Dana Lee")
        await dana.sends("listening.hide", "1", {"why": ("One employee.",)})
        dana.sees("It is hidden from the board.")
        assert rows(bot.settings.database_url, told) == before


async def test_titles_of_a_group_are_its_own_until_the_board_reads(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        await opened(bot, "#association-caucus (Slack)", "#pta-caucus (Discord)")
        dana, marcus = corner(bot, "Dana Lee"), corner(bot, "Marcus Tilley", "discord")
        await says(corner(bot, "Owen Lindqvist"), LATE)
        await says(corner(bot, "Silvia Cantú", "discord"), "El camión llega tarde.")
        await dana.presses("listening.sort", "1")
        await dana.fills_in(title_en="Late buses", title_es="Camiones tarde")
        await marcus.presses("listening.sort", "2")
        assert marcus.choices("which") == ["A new one, below", "None"]
        await reading(bot)
        patricia = corner(bot, "Patricia Nowak")
        await patricia.presses("listening.sort", "2")
        await patricia.fills_in(which="Late buses")
        patricia.sees("It is under “Late buses”.")
        await patricia.presses("listening.answer", "1::all")
        form = patricia.answer
        assert isinstance(form, Form)
        await patricia.presses("listening.sort", "2")
        await patricia.fills_in(which="None")
        patricia.answer = form
        await patricia.fills_in(words="October 20")
        patricia.sees("What is under this title has changed.")  # two were, when the form was opened
        await patricia.presses("listening.sort", "2")
        await patricia.fills_in(which="Late buses")
        await patricia.presses("listening.answer", "1::all")
        await patricia.fills_in(words="October 20")
        patricia.sees("The 2 who said it are being told.")


# Without somebody who answers ---------------------------------------------------------------------------------------


async def test_while_nobody_has_the_role_that_answers_people_read_just_that(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        await opened(bot)
        owen, priya, folder = corner(bot, "Owen Lindqvist"), corner(bot, "Priya Natarajan"), copy(tmp_path)
        assert "Patricia Nowak (the board's liaison" in drawn(bot, OPEN, 1)
        await says(owen, LATE)
        before = rows(bot.settings.database_url, VERSION)
        liaison = "board-liaison,board liaison,board,,,{},district-team,"
        edit(folder, "seats.csv", liaison.format("patricia-nowak"), liaison.format(""))
        await load(bot, folder)
        card = drawn(bot, OPEN, 1)
        assert "nobody has that role now" in card
        assert "nobody holds it yet" not in card
        assert "its chair's answer comes back to you" not in card
        assert "ahora nadie tiene ese cargo" in drawn(bot, OPEN, 1, "es")
        assert rows(bot.settings.database_url, VERSION) != before, "it is drawn anew where it stands"
        await priya.presses("listening.say", "1")
        await priya.fills_in(text="Kits.")
        priya.sees("Nobody can answer it now")
        await reading(bot)
        edit(folder, "seats.csv", liaison.format(""), liaison.format("roy-thibodeaux"))
        await load(bot, folder)
        assert told(bot, "listening-unanswered") == ["roy-thibodeaux"]
        roy = corner(bot, "Roy Thibodeaux")
        await roy.types("somewhere")
        roy.sees("waits for your answer")
