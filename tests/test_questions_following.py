"""Somebody wonders about the same as somebody else, and is told with them; and once a week committees hear how their
questions stand."""

from __future__ import annotations

from pathlib import Path

import pytest
from support import databases
from support.cores import core
from support.corner import Corner, corner, next_due, shown
from support.databases import on_either
from support.house import eventually, house
from support.talk import Chair, chair, forge, later

from bot import notices
from bot.questions import following

pytestmark = on_either

KITS = "Can our classes keep the phonics kits over summer?"
AGAIN = "May a class keep its phonics kits in summer?"
OFFERED = "told with them instead"
TOLD = "select count(*) from notices where name = 'question-followed'"


async def asks(asker: Chair, text: str, topic: str = "Reading and literacy") -> None:
    """Up to the preview."""
    await asker.types("/ask")
    await asker.presses(topic)
    await asker.fills_in(question=text)
    await asker.sees(text)


async def test_who_wonders_too_is_counted_and_told_with_the_asker(tmp_path: Path) -> None:
    async with house(tmp_path) as home:
        ana = chair(home, "slack", "Ana Ruiz")
        priya = chair(home, "slack", "Priya Natarajan", "literacy-committee")
        owen, owens_dm = chair(home, "slack", "Owen Lindqvist", "lincoln-staff"), chair(home, "slack", "Owen Lindqvist")
        guadalupe = chair(home, "discord", "Guadalupe Navarrete", "plaza-en-español")
        jamal = chair(home, "slack", "Jamal Whitfield", "lincoln-staff")

        await asks(ana, KITS, "Lectura y escritura")
        await ana.sees("pueden ver sus palabras, sin su nombre")
        await ana.presses("Enviar")
        await asks(jamal, AGAIN)
        assert OFFERED not in (await jamal.sees("Nothing is sent yet")).text  # nobody has looked at it yet
        await priya.answers("I'll take it")
        await priya.sees_card("Priya Natarajan is on it.", "and to others who wonder too")

        await asks(owen, AGAIN)
        seen = await owen.sees("Others have asked much the same", KITS)
        assert "Ana" not in seen.text
        await owen.presses("I wonder too")
        await owen.sees("You'll be told when there is an answer.", KITS, "It is with Literacy Committee")
        await priya.sees_card("One other wonders too.")
        await guadalupe.types("/ask")
        await guadalupe.presses("Lectura y escritura")
        await guadalupe.fills_in(question=AGAIN)
        await guadalupe.presses("Yo también quiero saber")
        await guadalupe.sees("la respuesta la encuentra en /somewhere; si quiere que le avise", KITS)
        await priya.sees_card("2 others wonder too.")
        assert databases.rows(databases.address(tmp_path), "select id from drafts where member_id is null") == []

        await priya.answers("Answer")
        await priya.fills_in(answer="Yes, until August 1.")
        await ana.sees_card("Contestó Priya Natarajan", "Yes, until August 1.")
        for _ in range(20):  # until a day on which he may be written to
            await later(home, days=1)
            if owens_dm.card:
                break
        await owens_dm.sees_card("News of a question that you wonder about too:", KITS, "Yes, until August 1.")
        await guadalupe.types("/somewhere")
        await guadalupe.sees("Usted también quiere saber la respuesta a una pregunta", "Hay una respuesta.")
        await guadalupe.presses("Ver «Can our classes keep the phon…»")
        await guadalupe.sees("Contestó Priya Natarajan", "Yes, until August 1.")
        await guadalupe.presses("Ya no me avise")
        await priya.sees_among_cards("One other wonders too.")
        await forge(home, jamal, "question.followed", "1")
        await jamal.sees("That isn't here any more.")
        await forge(home, jamal, "question.follow", "1:")  # it is answered: nobody finds it any more
        await jamal.sees("That isn't here any more.")

        await ana.answers("Sí, queda contestada")
        await later(home, days=15)
        house_ = databases.address(tmp_path)
        await eventually(lambda: databases.rows(house_, "select count(*) from question_followers")[0][0] == 0)


async def test_what_its_asker_keeps_from_others_or_says_otherwise_is_offered_to_nobody(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        ana, owen, priya = (corner(bot, name) for name in ("Ana Ruiz", "Owen Lindqvist", "Priya Natarajan"))
        for hides in (True, False):
            await ana.types("ask")
            await ana.clicks("Lectura y escritura")
            await ana.fills_in(question=KITS)
            if hides:
                await ana.clicks("Que otros no la vean")
                ana.sees("Quienes pregunten casi lo mismo no ven sus palabras.")
            await ana.clicks("Enviar")
            await priya.presses("question.take", "1" if hides else "2")
        assert OFFERED in await _preview(owen)
        await owen.presses("question.follow", "1:")
        owen.sees("That isn't here any more.")
        await ana.presses("question.change", "2")
        await ana.fills_in(question=f"{KITS} My son needs them.")
        assert OFFERED not in await _preview(owen)  # nobody has looked at these words yet
        await owen.presses("question.follow", "2:")
        owen.sees("That isn't here any more.")


async def test_what_its_asker_writes_later_is_not_for_those_who_follow(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        ana, owen, priya = (corner(bot, name) for name in ("Ana Ruiz", "Owen Lindqvist", "Priya Natarajan"))
        await ana.types("ask")
        await ana.clicks("Lectura y escritura")
        await ana.fills_in(question=KITS)
        await ana.clicks("Enviar")
        await priya.presses("question.take", "1")
        await owen.presses("question.follow", "1:")
        await ana.presses("question.change", "1")
        await ana.fills_in(question=f"{KITS} My son Tim needs them.")
        await owen.presses("question.followed", "1")
        assert "Tim" not in owen.sees("A question that was changed since", "It is with Literacy Committee")
        await owen.types("somewhere")
        assert KITS not in owen.sees("You wonder about one question")
        await priya.presses("question.answer", "1")
        await priya.fills_in(answer="Yes.")
        assert "Tim" not in shown(bot, following.show_news, 1)


async def test_followers_are_told_some_at_a_time_and_each_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """However many they are; and with another answer all of them once more."""
    monkeypatch.setattr(notices, "AT_ONCE", 2)
    async with core(tmp_path) as bot:
        owen, maria, priya = (corner(bot, name) for name in ("Owen Lindqvist", "Maria Rivera", "Priya Natarajan"))
        await _preview(owen)
        await owen.clicks("Send it")
        await maria.presses("question.pass", "1")
        await maria.fills_in()
        for name in ("Jamal Whitfield", "Aisha Farouk", "Curtis Wendell", "Joel Hartmann", "Dana Lee"):
            follower = corner(bot, name)
            await follower.presses("question.follow", "1:")
            follower.sees("You'll be told when there is an answer.")

        async def told() -> list[int]:
            counts = []
            for _ in range(4):
                await next_due(bot, "question.answered")
                ((count,),) = databases.rows(bot.settings.database_url, TOLD)
                counts.append(int(str(count)))
            return counts

        await priya.presses("question.answer", "1")
        await priya.fills_in(answer="Yes.")
        assert await told() == [2, 4, 5, 5]
        databases.change(bot.settings.database_url, "delete from notices")
        await owen.presses("question.not-yet", "1")
        await owen.fills_in(missing="All of them?")
        await priya.presses("question.answer", "1")
        await priya.fills_in(answer="All.")
        assert await told() == [2, 4, 5, 5]


async def _preview(asker: Corner) -> str:
    await asker.types("ask")
    await asker.clicks("Reading and literacy")
    await asker.fills_in(question=AGAIN)
    return asker.sees("Nothing is sent yet")
