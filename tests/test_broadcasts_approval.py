"""Who has to approve what is told to many: never the sender, and somebody of each group that is told."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session
from support import databases, districts
from support.broadcasts import (
    ALONE,
    ASSOCIATION,
    POSTED,
    PTA,
    STATUS,
    TEXT,
    approved_within,
    at_noon,
    rows,
    to_staff,
    writes,
)
from support.corner import Corner, corner
from support.databases import on_either
from support.meetings import load, told
from support.posting import Platform, sending
from support.talk import Core, core

from bot.boundary import Private
from bot.broadcasts import member_merge
from bot.people import belongings
from bot.people.model import Member
from bot.storage import context

pytestmark = on_either


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
        dana.sees("meant for 48 people I know", "Adriana Ponce, Isabel Carranza, Luz Paredes, or one of 3 more.")
        await dana.clicks("Send to approver")
        maria = corner(bot, "Maria Rivera")
        await maria.presses("broadcast.approve", "1:1")
        maria.sees("That isn't here any more")
        await rosa.types("somewhere")
        await rosa.clicks("Revisar")
        rosa.sees("Adriana Ponce, Isabel Carranza, Luz Paredes o una de otras 3 personas.")  # as Dana read
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
            belongings.hand_over(session, every["dana-lee"], every["maria-rivera"])
            member_merge.merge(session, every["dana-lee"], every["maria-rivera"])

        await bot.writer.do(become_one)
        await bot.later(minutes=5)
        assert rows(bot, STATUS) == ["waiting"]
        assert not rows(bot, POSTED)


async def test_who_may_not_is_told_so_and_keeps_their_words(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        owen = corner(bot, "Owen Lindqvist")
        await owen.types("tell", TEXT)
        owen.sees(
            "goes with a role in it. You can ask Maria Rivera to tell it: Lincoln Elementary's building rep.", TEXT
        )
        await owen.types("broadcast", TEXT)
        owen.sees(
            "You can ask Dana Lee to send it: the association's president, Cedar Valley Education Association.", TEXT
        )
        maria = corner(bot, "Maria Rivera")
        await maria.types("broadcast", TEXT)
        maria.sees("from a role that speaks for a group. You can ask Dana Lee")
        vacant = "update seats set holder_id = null, deputy_id = null where role = 'SUPERINTENDENT'"
        databases.change(bot.settings.database_url, vacant)
        elena = corner(bot, "Elena Ortiz")
        await elena.types("broadcast", TEXT)
        elena.sees("Por ahora nadie lo tiene en su grupo; Dana Lee o Samuel Okafor puede ayudarle.", TEXT)


async def test_who_approved_it_can_correct_it_and_not_write_it_anew(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        _, maria = await approved_within(bot)
        assert "[Change it]" not in maria.sees("Stop: don't send it")
        await maria.presses("broadcast.change", "1")
        maria.sees("Only the association's president")
        await bot.later(minutes=5)
        await maria.types("somewhere")
        await maria.clicks("Correct it")
        await maria.fills_in(**{"text-en": "It ends on Thursday."})
        maria.sees("Corrected. Every copy changes")


async def test_how_many_have_read_it_is_for_its_sender_and_not_for_who_approved_it(tmp_path: Path) -> None:
    """As those who press are told."""
    async with core(tmp_path) as bot:
        dana, maria = await approved_within(bot)
        await bot.later(minutes=5)
        owen = corner(bot, "Owen Lindqvist")
        await owen.presses("broadcast.read", "1")
        owen.sees("Only the association's president, Cedar Valley Education Association sees how many, never who.")
        await maria.presses("broadcast.report", "1")
        report = maria.sees("“Insurance”", "Going out since Tuesday")
        assert not any(one in report for one in ("said that they read it", "Remind those", "Take the numbers"))
        for do in ("broadcast.remind", "broadcast.take-along"):
            await maria.presses(do, "1")
            maria.sees("Only the association's president", "Dana Lee")
        await dana.presses("broadcast.report", "1")
        dana.sees("Fewer than five people have said", "Remind those who haven't", "Take the numbers along")


async def test_something_urgent_comes_to_families_until_eight(tmp_path: Path) -> None:
    """And to staff no later than the district's hours."""
    async with core(tmp_path) as bot:
        await at_noon(bot)
        await bot.later(hours=7)
        dana, rosa = corner(bot, "Dana Lee"), corner(bot, "Rosa Delgado")
        await writes(dana, PTA)
        await dana.clicks("Make it urgent")
        await dana.clicks("Send to approver")
        await rosa.types("somewhere")
        await rosa.clicks("Revisar")
        await rosa.clicks("Aprobar")
        await bot.later(minutes=5)
        assert {"rosa-delgado", "luz-paredes"} <= set(rows(bot, ALONE))
        luz, maria = corner(bot, "Luz Paredes"), corner(bot, "Maria Rivera")
        for who in (luz, maria):
            await who.presses("messages")
        luz.sees("y otro más si algo es urgente", "Horario: de 7:00 a.m. a 6:00 p.m.")
        luz.sees("Si algo es urgente: de 7:00 a.m. a 8:00 p.m.")
        assert "If something is urgent" not in maria.sees("and one more if something is urgent")
        samuel = await to_staff(bot, urgent=True)
        samuel.sees("It goes out Wednesday", "7:00 AM")
        await bot.later(minutes=30)
        assert "maria-rivera" not in rows(bot, ALONE)


@pytest.mark.parametrize("gives_up", ["sender", "approver"])
async def test_who_gives_their_seat_up_changes_nothing_that_was_told(tmp_path: Path, gives_up: str) -> None:
    async with core(tmp_path) as bot:
        await at_noon(bot)
        dana, marcus = corner(bot, "Dana Lee"), corner(bot, "Marcus Tilley", "discord")
        await writes(dana, PTA)
        await dana.clicks("Send to approver")
        await marcus.types("somewhere")
        await marcus.clicks("Look it over")
        await marcus.clicks("Approve")
        await bot.later(minutes=5)
        who, seat = {"sender": (dana, "association-president"), "approver": (marcus, "pta-council")}[gives_up]
        databases.change(bot.settings.database_url, f"update seats set holder_id = null where key = '{seat}'")
        await who.presses("broadcast.correct", "1")
        assert isinstance(who.answer, Private)
        await who.sends("broadcast.correct", "1", {"title-en": ("New",), "text-en": ("Strike on Monday!",)})
        assert rows(bot, "select text from broadcast_texts") == [TEXT]


async def test_what_comes_back_is_for_those_who_have_the_role_now(tmp_path: Path) -> None:
    slack, files = Platform("slack"), districts.copy(tmp_path / "files")
    async with core(tmp_path) as bot:
        await at_noon(bot)
        samuel, elena = corner(bot, "Samuel Okafor"), corner(bot, "Elena Ortiz")
        await writes(samuel, PTA)
        await samuel.clicks("Send to approver")
        await shown(bot, slack)
        assert "waits for approval" in alone_with(samuel, slack)
        districts.edit(files, "seats.csv", "samuel-okafor", "elena-ortiz")
        await load(bot, files)
        marcus = corner(bot, "Marcus Tilley", "discord")
        await marcus.presses("broadcast.return", "1")
        await marcus.fills_in(reason="SECRET: this is Elena's to say.")
        marcus.sees("It's back with Elena Ortiz, with your reason.")
        await shown(bot, slack)
        assert "isn't updated here any more" in alone_with(samuel, slack)
        assert told(bot, "broadcast.back") == ["elena-ortiz"]
        await elena.types("somewhere")
        elena.sees("SECRET: this is Elena's to say.")
        await elena.presses("broadcast.see-row", "1:en")
        await elena.clicks("Volver")
        elena.sees(TEXT)
        districts.edit(files, "seats.csv", "elena-ortiz", "denise-lafayette")
        await load(bot, files)
        assert told(bot, "broadcast.back") == ["denise-lafayette", "elena-ortiz"]


async def test_why_it_was_sent_back_is_for_its_sender_and_not_for_others_who_approved_it(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        await at_noon(bot)
        dana, patricia = corner(bot, "Dana Lee"), corner(bot, "Patricia Nowak")
        marcus = corner(bot, "Marcus Tilley", "discord")
        await writes(dana, "Everyone in the partnership")
        await dana.clicks("Send to approver")
        await patricia.presses("broadcast.check", "1")
        await patricia.clicks("Approve")
        await marcus.presses("broadcast.return", "1")
        await marcus.fills_in(reason="SECRET: our families are angry.")
        await dana.types("somewhere")
        dana.sees("SECRET: our families are angry.")
        await patricia.types("somewhere")
        assert "SECRET" not in patricia.sees("Nothing was sent. It is back with Dana Lee.")
        await patricia.presses("broadcast.report", "1")
        assert "SECRET" not in patricia.sees()


async def shown(bot: Core, slack: Platform) -> None:
    async with sending(bot, platforms={"slack": slack, "discord": Platform("discord")}) as sender:
        await sender.drain(5)


def alone_with(who: Corner, slack: Platform) -> str:
    return "".join(one.text for one in slack.standing.values() if who.account.user in one.at.channel)


async def test_what_a_translator_writes_after_it_was_looked_over_is_looked_over(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        await at_noon(bot)
        samuel, elena = corner(bot, "Samuel Okafor"), corner(bot, "Elena Ortiz")
        await writes(samuel, ASSOCIATION)
        await samuel.clicks("Ask someone for the Spanish")
        await samuel.fills_in(whom="Elena Ortiz")
        for text in ("La inscripción termina el viernes.", "La inscripción no termina."):
            await elena.presses("broadcast.words", "1")
            await elena.fills_in(title="Seguro", text=text)
            if "viernes" in text:
                await samuel.presses("broadcast.look", "1")
        await samuel.clicks("Send it")
        assert rows(bot, STATUS) == ["writing"]
        await samuel.clicks("Send it")
        assert rows(bot, STATUS) == ["planned"]


async def test_who_was_asked_for_the_other_language_and_left_the_group_reads_it_no_more(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        await at_noon(bot)
        samuel, elena = corner(bot, "Samuel Okafor"), corner(bot, "Elena Ortiz")
        await writes(samuel, ASSOCIATION)
        await samuel.clicks("Ask someone for the Spanish")
        await samuel.fills_in(whom="Elena Ortiz")
        families = "(select id from groups where name = 'Cedar Valley PTA')"
        databases.change(
            bot.settings.database_url, f"update members set group_id = {families} where name = 'Elena Ortiz'"
        )
        for act in ("broadcast.words", "broadcast.words-no"):
            await elena.presses(act, "1")
            assert isinstance(elena.answer, Private), act
        await elena.sends("broadcast.words", "1", {"title": ("Seguro",), "text": ("La inscripción no termina.",)})
        assert len(rows(bot, "select text from broadcast_texts")) == 1
        assert rows(bot, "select count(*) from broadcasts where translator_id is not null") == ["1"]
        await elena.types("somewhere")
        assert "Samuel Okafor" not in elena.sees()
