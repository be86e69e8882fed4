"""Who abuses a committee under their name is muted by those of their own group, or by any of the committee where that
has nobody else on it."""

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


async def test_where_their_group_has_nobody_on_the_committee_any_of_it_mutes_them(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        rude = await asks(bot, "Hannah Whitaker", topic="Schedules and calendar")
        rude.sees("Sent.", "Schedule Committee")
        joel, isabel = corner(bot, "Joel Hartmann"), corner(bot, "Isabel Carranza", "discord")
        await joel.presses("question.mute", "1")
        joel.sees("takes no questions from Hannah Whitaker, with or without a name")
        await joel.clicks("Mute for 30 days")
        joel.sees("takes no questions from Hannah Whitaker.")
        rude = await asks(bot, "Hannah Whitaker", topic="Schedules and calendar")
        rude.sees("That committee takes no questions from you until", "Rude?")
        await isabel.presses("question.unmute", "1")
        rude = await asks(bot, "Hannah Whitaker", topic="Schedules and calendar")
        rude.sees("Sent.")


async def test_so_it_is_where_they_are_all_that_it_has_of_their_group(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        isabel, joel = corner(bot, "Isabel Carranza", "discord"), corner(bot, "Joel Hartmann")
        for answer in ("Enviada.", "no recibe preguntas de usted hasta"):
            await isabel.types("ask")
            await isabel.clicks("Horarios y calendario")
            await isabel.fills_in(question="¿Nadie sabe contar?")
            await isabel.clicks("Enviar")
            isabel.sees(answer)
            await joel.presses("question.mute-now", "1")
            joel.sees("takes no questions from Isabel Carranza.")


async def test_a_mute_without_a_name_shows_on_no_question_with_one(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        await asks(bot, "Maria Rivera", "Ask without my name", "Leave my building out")
        await asks(bot, "Maria Rivera")
        await corner(bot, "Priya Natarajan").presses("question.mute-now", "1")
        assert "Lift the mute" in [one.label for one in buttons(draw(bot, "question.committee", 1))]
        assert "Mute this asker" in [one.label for one in buttons(draw(bot, "question.committee", 2))]
