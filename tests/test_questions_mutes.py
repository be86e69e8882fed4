"""Who abuses a committee under their name is muted by those of their own group, or by the committee where that has
nobody to do it; an administration mutes nobody else."""

from __future__ import annotations

from pathlib import Path

from support import databases
from support.corner import Corner, buttons, corner, draw, drawn
from support.databases import on_either
from support.talk import Core, core

pytestmark = on_either


async def asks(bot: Core, name: str, *clicks: str, topic: str = "Reading and literacy") -> Corner:
    asker = corner(bot, name)
    await asker.types("ask")
    await asker.clicks(topic)
    await asker.fills_in(question="Rude?")
    for label in (*clicks, "Send it"):
        await asker.clicks(label)
    return asker


async def test_those_of_their_own_group_mute_them(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        await asks(bot, "Maria Rivera")
        priya, hannah = corner(bot, "Priya Natarajan"), corner(bot, "Hannah Whitaker", "discord")
        for do in ("question.mute", "question.mute-now", "question.unmute"):
            await hannah.presses(do, "1")
            hannah.sees("from Cedar Valley Education Association can do that: each group looks after its own members.")
        await corner(bot, "Jamal Whitfield").presses("question.mute-now", "1")
        assert databases.rows(databases.address(tmp_path), "select * from asker_mutes") == []

        await priya.presses("question.mute", "1")
        priya.sees("takes no questions from Maria Rivera, with or without a name")
        await priya.clicks("Mute for 30 days")
        priya.sees("takes no questions from Maria Rivera.")
        assert "Maria Rivera can't" not in drawn(bot, "question.committee", 1), "it is posted in a channel"
        assert "Lift the mute" in [one.label for one in buttons(draw(bot, "question.committee", 1))]
        for clicks in ((), ("Ask without my name",)):
            maria = await asks(bot, "Maria Rivera", *clicks)
            maria.sees("That committee takes no questions from you until", "Rude?")
        maria = await asks(bot, "Maria Rivera", topic="Schedules and calendar")
        maria.sees("Sent.")
        owen = await asks(bot, "Owen Lindqvist", "Ask without my name", "Leave my building out")
        owen.sees("Sent.")

        await priya.presses("question.unmute", "1")
        maria = await asks(bot, "Maria Rivera")
        maria.sees("Sent.")
        await priya.presses("question.mute-now", "1")
        await bot.later(days=31)
        assert databases.rows(databases.address(tmp_path), "select * from asker_mutes") == []
        maria = await asks(bot, "Maria Rivera")
        maria.sees("Sent.")


async def test_where_their_group_has_nobody_to_do_it_the_committee_mutes_them(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        rude = await asks(bot, "Hannah Whitaker", topic="Schedules and calendar")
        rude.sees("Sent.", "Schedule Committee")
        joel, maria = corner(bot, "Joel Hartmann"), corner(bot, "Maria Rivera")
        isabel = corner(bot, "Isabel Carranza", "discord")
        for do in ("question.mute", "question.mute-now"):
            await joel.presses(do, "1")
            joel.sees("District Administration mutes nobody of another group.")
        await maria.presses("question.mute", "1")
        maria.sees("takes no questions from Hannah Whitaker, with or without a name")
        await maria.clicks("Mute for 30 days")
        maria.sees("takes no questions from Hannah Whitaker.")
        rude = await asks(bot, "Hannah Whitaker", topic="Schedules and calendar")
        rude.sees("That committee takes no questions from you until", "Rude?")
        await isabel.presses("question.unmute", "1")
        rude = await asks(bot, "Hannah Whitaker", topic="Schedules and calendar")
        rude.sees("Sent.")


async def test_of_the_last_of_their_group_on_it_those_decide_who_moderate_elsewhere(tmp_path: Path) -> None:
    """No administrator on it, and no parent."""
    async with core(tmp_path) as bot:
        gone = "(select id from members where key in ('naomi-feldstein', 'hector-villalobos'))"
        databases.change(bot.settings.database_url, f"update seats set holder_id = null where holder_id in {gone}")
        await asks(bot, "Maria Rivera", topic="Schedules and calendar")
        for name, platform in (("Joel Hartmann", "slack"), ("Isabel Carranza", "discord")):
            other = corner(bot, name, platform)
            await other.presses("question.mute-now", "1")
            assert "Dana Lee" in other.sees("Cedar Valley Education Association")
        assert databases.rows(databases.address(tmp_path), "select * from asker_mutes") == []
        dana = corner(bot, "Dana Lee")
        await dana.presses("question.mute-now", "1")
        dana.sees("takes no questions from Maria Rivera.")
        maria = await asks(bot, "Maria Rivera", topic="Schedules and calendar")
        maria.sees("People of your own group or of that committee decided so, and can lift it.")
        await maria.presses("question.unmute", "1")
        maria.sees("That is for others to decide: the question is yours.")


async def test_an_administration_mutes_nobody_who_asked_without_a_name(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        unnamed = ("Ask without my name", "Leave my building out")
        await asks(bot, "Owen Lindqvist", *unnamed, topic="Schedules and calendar")
        joel, maria = corner(bot, "Joel Hartmann"), corner(bot, "Maria Rivera")
        await joel.presses("question.mute-now", "1")
        joel.sees("District Administration mutes nobody of another group.")
        await maria.presses("question.mute-now", "1")
        maria.sees("takes no questions without a name from them.")


async def test_a_mute_without_a_name_shows_on_no_question_with_one(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        await asks(bot, "Maria Rivera", "Ask without my name", "Leave my building out")
        await asks(bot, "Maria Rivera")
        await corner(bot, "Priya Natarajan").presses("question.mute-now", "1")
        assert "Lift the mute" in [one.label for one in buttons(draw(bot, "question.committee", 1))]
        assert "Mute this asker" in [one.label for one in buttons(draw(bot, "question.committee", 2))]


async def test_who_moderates_elsewhere_and_is_not_where_its_card_is_keeps_nobody_from_muting(tmp_path: Path) -> None:
    """The parents' leaders are in Discord alone, the committee's card in Slack: nobody of theirs could press."""
    async with core(tmp_path) as bot:
        theirs = "select seats.id from seats join groups on groups.id = group_id where groups.key = 'pta'"
        there = "committee_id = (select id from committees where key = 'schedule')"
        address = bot.settings.database_url
        databases.change(address, f"delete from committee_seats where {there} and seat_id in ({theirs})")
        parents = "select members.id from members join groups on groups.id = group_id where groups.key = 'pta'"
        databases.change(address, f"delete from accounts where address like 'slack:%' and member_id in ({parents})")
        isabel, maria = corner(bot, "Isabel Carranza", "discord"), corner(bot, "Maria Rivera")
        await isabel.types("ask")
        await isabel.clicks("Horarios y calendario")
        await isabel.fills_in(question="¿Nadie sabe contar?")
        await isabel.clicks("Enviar")
        await maria.presses("question.mute-now", "1")
        maria.sees("takes no questions from Isabel Carranza.")
