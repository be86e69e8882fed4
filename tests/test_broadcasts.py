"""Whom a seat may tell something, who has to approve it, and what becomes of what nobody meant."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session
from support import databases
from support.broadcasts import ASSOCIATION, POSTED, PTA, STATUS, TEXT, TOLD, at_noon, rows, sends, to_staff, writes
from support.corner import corner
from support.databases import on_either
from support.talk import core

from adapters.discord import outbound as discord
from adapters.slack import outbound as slack
from bot.boundary import Form, TextField
from bot.broadcasts import member_merge
from bot.delivery import durations
from bot.people.model import Member
from bot.storage import context

pytestmark = on_either


async def test_what_is_too_long_is_refused_with_a_count_and_kept(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        maria = corner(bot, "Maria Rivera")
        await maria.types("tell", "x" * 3000)
        maria.sees("Your text has 3,000 characters; 2,000 fit on every platform")
        form = await maria.clicks("Fix it")
        assert isinstance(form, Form)
        assert any(isinstance(one, TextField) and one.value == "x" * 3000 for one in form.fields)
        await maria.fills_in(text="x" * 2000)
        maria.sees("Nothing is sent yet", "x" * 2000)


async def test_an_audience_of_nobody_is_refused(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        dana = corner(bot, "Dana Lee")
        await writes(dana, "School Board", buildings="Lincoln Elementary")
        dana.sees("Nobody would get this", "What you typed is kept")
        await writes(dana)
        dana.sees("Please pick from the list who should get it")
        assert not rows(bot, STATUS)


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ("2026-10-06T08:00", "That time has passed"),
        (
            "2026-10-06T23:00",
            "Nobody is written to at that hour. The next time that works is Wednesday, October 7, 7:00 AM",
        ),
        ("yesterday", "I can't tell which day and time that is"),
        ("2026-10-08T09:00", "It goes out Thursday, October 8, 9:00 AM"),
    ],
)
async def test_a_time_that_cannot_be(tmp_path: Path, given: str, said: str) -> None:
    async with core(tmp_path) as bot:
        dana = corner(bot, "Dana Lee")
        await writes(dana, ASSOCIATION)
        await dana.clicks("At another time")
        await dana.fills_in(at=given)
        dana.sees(said)


async def test_a_planned_one_is_looked_at_changed_and_taken_off(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        dana = corner(bot, "Dana Lee")
        await writes(dana, ASSOCIATION)
        await dana.clicks("At another time")
        await dana.fills_in(at="2026-10-08T09:00")
        await dana.clicks("Send it")
        dana.sees("It goes out Thursday")
        await dana.types("somewhere")
        dana.sees("“Insurance”", "It goes out Thursday")
        await dana.clicks("Change it")
        await dana.fills_in(title="Insurance week")
        await dana.clicks("Send it")
        assert rows(bot, STATUS) == ["withdrawn", "planned"]
        await dana.types("somewhere")
        await dana.clicks("Stop: don't send it")
        dana.sees("Taken off. Nobody got it.")
        await bot.later(days=3)
        assert not rows(bot, POSTED)
        await dana.clicks("Change it")
        assert "Insurance week" in str(dana.answer), "and it can be sent after all"


async def test_stop_within_two_minutes_reaches_nobody(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        await at_noon(bot)
        samuel = await to_staff(bot)
        await bot.later(seconds=110)
        await samuel.clicks("Stop: don't send it")
        await bot.later(days=2)
        assert not rows(bot, POSTED)
        assert not rows(bot, TOLD)


async def test_what_is_sent_at_night_waits_until_the_morning(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        await bot.later(hours=12)
        dana = corner(bot, "Dana Lee")
        await writes(dana, ASSOCIATION)
        dana.sees("Nobody is written to at this hour: it goes out Wednesday", "7:00 AM")
        await dana.clicks("Send it")
        await bot.later(minutes=10)
        assert not rows(bot, POSTED)
        await bot.later(hours=12)
        assert len(rows(bot, POSTED)) == 1


# Approval --------------------------------------------------------------------------------------------------------


async def test_nobody_approves_their_own_from_whatever_account(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        databases.change(bot.settings.database_url, "update districts set approval_above = 10")
        dana, other = corner(bot, "Dana Lee"), corner(bot, "Dana Lee", "discord")
        await writes(dana, ASSOCIATION)
        dana.sees("somebody else must approve it, just as it is here: Beatriz Montoya", "or one of 8 more.")
        await dana.clicks("Send to approver")
        for do in ("broadcast.check", "broadcast.approve"):
            await other.presses(do, "1:1")
            other.sees("You wrote this yourself")
        kevin = corner(bot, "Kevin Brandvold", "discord")
        for do in ("broadcast.check", "broadcast.approve", "broadcast.show", "broadcast.stop", "broadcast.report"):
            await kevin.presses(do, "1")
            assert TEXT not in kevin.sees("That isn't here any more")
        await bot.later(days=3)
        assert rows(bot, STATUS) == ["waiting"]


async def test_what_changed_is_looked_at_again_and_what_comes_back_says_why(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        databases.change(bot.settings.database_url, "update districts set approval_above = 10")
        dana, maria = corner(bot, "Dana Lee"), corner(bot, "Maria Rivera")
        await writes(dana, ASSOCIATION)
        await dana.clicks("Send to approver")
        await maria.types("somewhere")
        await maria.clicks("Look it over")
        old = maria.answer
        await maria.clicks("Send back")
        await maria.fills_in(reason="Friday is a holiday.")
        maria.sees("It's back with Dana Lee")
        await dana.types("somewhere")
        dana.sees("It came back to you", "Friday is a holiday.")
        await dana.clicks("Change it")
        await dana.fills_in(text="It ends on Thursday.")
        await dana.clicks("Send to approver")
        maria.answer = old
        await maria.clicks("Approve")
        maria.sees("That isn't here any more")
        await maria.types("somewhere")
        await maria.clicks("Look it over")
        maria.sees("It ends on Thursday.")
        await maria.clicks("Approve")
        maria.sees("It goes out")
        await bot.later(minutes=3)
        assert len(rows(bot, POSTED)) == 1


async def test_another_groups_people_are_told_with_the_word_of_their_own_seat(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        await at_noon(bot)
        dana, rosa = corner(bot, "Dana Lee"), corner(bot, "Rosa Delgado")
        await writes(dana, ASSOCIATION, PTA)
        dana.sees("50 people I know get it", "Adriana Ponce, Isabel Carranza, Luz Paredes, or one of 3 more.")
        await dana.clicks("Send to approver")
        maria = corner(bot, "Maria Rivera")
        await maria.presses("broadcast.approve", "1:1")
        maria.sees("That isn't here any more")
        await rosa.types("somewhere")
        await rosa.clicks("Revisar")
        await rosa.clicks("Aprobar")
        rosa.sees("Sale el martes")


async def test_who_turn_out_to_be_one_person_do_not_approve_their_own(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        databases.change(bot.settings.database_url, "update districts set approval_above = 10")
        dana, maria = corner(bot, "Dana Lee"), corner(bot, "Maria Rivera")
        await writes(dana, ASSOCIATION)
        await dana.clicks("Send to approver")
        await maria.types("somewhere")
        await maria.clicks("Look it over")
        await maria.clicks("Approve")

        def become_one(session: Session) -> None:
            context.of(session).now = bot.clock.now()
            every = {one.key: one for one in session.scalars(select(Member))}
            member_merge.merge(session, every["dana-lee"], every["maria-rivera"])

        await bot.writer.do(become_one)
        await bot.later(minutes=5)
        assert rows(bot, STATUS) == ["waiting"]
        assert not rows(bot, POSTED)


async def test_who_may_not_is_told_so_and_keeps_their_words(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        owen = corner(bot, "Owen Lindqvist")
        await owen.types("tell", TEXT)
        owen.sees("goes with a role in it", TEXT)
        await owen.types("broadcast", TEXT)
        owen.sees("from a role that speaks for a group", TEXT)
        maria = corner(bot, "Maria Rivera")
        await maria.types("broadcast", TEXT)
        maria.sees("from a role that speaks for a group")


# Languages -------------------------------------------------------------------------------------------------------


async def test_nothing_goes_out_half_translated(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        dana = corner(bot, "Dana Lee")
        await writes(dana, ASSOCIATION)
        dana.sees("12 of them read Spanish")
        await dana.clicks("Write the Spanish")
        await dana.fills_in(text="La inscripción termina el viernes.")
        dana.sees("Please write in a few words what it is about", "La inscripción termina")
        await dana.clicks("Fix it")
        await dana.fills_in(title="Seguro", text="La inscripción termina el viernes.")
        await dana.clicks("Edit")
        await dana.fills_in(text="It ends on Thursday.")
        dana.sees("You changed your text. The Spanish still says what it said before")
        await dana.clicks("Fix it")
        await dana.fills_in(text="La inscripción termina el jueves.")
        await dana.clicks("Send it")
        dana.sees("It goes out")


# Places ----------------------------------------------------------------------------------------------------------


async def test_who_was_to_read_it_in_a_channel_that_is_gone_gets_it_by_message(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        await at_noon(bot)
        dana = corner(bot, "Dana Lee")
        await sends(dana, ASSOCIATION)
        await bot.later(minutes=3)
        assert (len(rows(bot, POSTED)), rows(bot, TOLD)) == (1, ["douglas-pruitt"]), "who has no account"
        lost = "update deliveries set state = 'FAILED', reason = 'channel_not_found', waits_since = null"
        databases.change(bot.settings.database_url, f"{lost} where card = 'broadcast'")
        await bot.later(minutes=30)
        assert len(rows(bot, TOLD)) == 30
        await dana.types("somewhere")
        await dana.clicks("How did it go?")
        dana.sees("association-caucus (Slack) couldn't be used", "29 people have it by message")


async def test_a_channel_that_is_meant_for_others_by_now_gets_nothing(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        await at_noon(bot)
        await sends(corner(bot, "Dana Lee"), ASSOCIATION)
        opened = "update places set audience = 'COMMUNITY' where name = 'association-caucus'"
        databases.change(bot.settings.database_url, opened)
        await bot.later(minutes=30)
        assert (rows(bot, POSTED), len(rows(bot, TOLD))) == ([], 30)


async def test_it_is_posted_in_as_few_channels_as_reach_the_same_people(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        await at_noon(bot)
        await writes(corner(bot, "Dana Lee"), "Everyone in the partnership")
        seen = corner(bot, "Dana Lee")
        await seen.types("somewhere")
        await seen.clicks("Go on writing")
        seen.sees(
            "70 people I know get it, 10 of them administrators",
            "It is posted in #partnership-commons (Slack), #town-square (Discord), and #plaza-en-español (Discord).",
            "Whoever reads #partnership-commons (Slack), #town-square (Discord)",
            "I can't see who that is",
            "School Board: Patricia Nowak; Cedar Valley PTA: Adriana Ponce",
        )


async def test_who_was_not_in_it_when_it_was_approved_does_not_get_it_unapproved(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        await at_noon(bot)
        samuel = corner(bot, "Samuel Okafor")
        await writes(samuel, "Building reps")
        await samuel.clicks("Send it")
        moved = "update members set group_id = (select id from groups where key = 'pta') where key = 'maria-rivera'"
        databases.change(bot.settings.database_url, moved)
        await bot.later(hours=1)
        assert rows(bot, STATUS) == ["waiting"]
        await samuel.types("somewhere")
        samuel.sees("It waits for approval. Adriana Ponce")


async def test_an_employer_never_posts_in_a_caucus_of_others(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        await at_noon(bot)
        await to_staff(bot)
        await bot.later(minutes=30)
        assert (rows(bot, POSTED), len(rows(bot, TOLD))) == ([], 30)


def test_what_is_promised_of_time_is_what_the_platforms_allow() -> None:
    for platform, adapter in (("slack", slack.Outbound), ("discord", discord.Outbound)):
        for do, pace in durations.PACES[platform].items():
            assert adapter.paces[do] == pace
    assert durations.of("post", ["slack:T/C"], 500) > timedelta(minutes=1)
