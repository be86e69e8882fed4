"""The playbook: complete, and as easy to read in both languages as a note on the fridge. And the card that shows it."""

from __future__ import annotations

import re
from pathlib import Path

import pyphen
import pytest
from support.concerns import NOISE, agreed, answers, proposed, says, tells
from support.cores import Core, core, said
from support.corner import TEXTS, buttons, corner, next_due
from support.databases import change, on_sqlite, rows
from support.trying import ends, plans

from bot import playbook, routes
from bot.boundary import Address, Form, Text
from bot.goals.cycles import timing

pytestmark = on_sqlite

GRADE, EASE = 8, 60  # at most, as Flesch and Kincaid count; at least, as Fernández-Huerta does
LENGTHS = {"do": 120, "send": 280, "ask": 120, "trap": 140}
HYPHENS = {language: pyphen.Pyphen(lang=name, left=1, right=1) for language, name in (("en", "en_US"), ("es", "es"))}
WORD, END = re.compile(r"[^\W\d_]+(?:['\u2019][^\W\d_]+)*|\d+"), re.compile(r"[.!?]+(?:\s|$)")


def counted(language: str, text: str) -> tuple[float, float]:
    """Words of a sentence, and syllables of a word."""
    words = WORD.findall(text)
    syllables = sum(len(HYPHENS[language].positions(word)) + 1 for word in words)
    return len(words) / max(1, len(END.findall(text))), syllables / len(words)


def grade(text: str) -> float:
    """Flesch and Kincaid, 1975: years of school."""
    words, syllables = counted("en", text)
    return 0.39 * words + 11.8 * syllables - 15.59


def ease(text: str) -> float:
    """Fernández-Huerta, 1959, with words of a sentence as Flesch has them: 60 is normal, more is easier."""
    words, syllables = counted("es", text)
    return 206.84 - 60 * syllables - 1.02 * words


def test_it_is_complete() -> None:
    assert len(playbook.ROLES) == 9
    assert len(playbook.names()) == 9 * 3 * 4 + 9 * 2
    for words in TEXTS.values():
        plays = {name for name in words.variables if name.startswith("play-")}
        assert plays == playbook.names()
        assert len({words(name) for name in plays}) >= len(plays) - 2, "hardly two are the same"


@pytest.mark.parametrize("name", sorted(playbook.names()))
def test_it_is_easy_to_read(name: str) -> None:
    english, spanish = TEXTS["en"](name), TEXTS["es"](name)
    assert grade(english) <= GRADE, english
    assert ease(spanish) >= EASE, spanish
    for text in (english, spanish):
        assert len(text) <= LENGTHS[name.rpartition("-")[2]], text
        assert not re.search(r"stakeholder|management|opponent|\bseat\b|whoever", text)


def test_what_can_be_done_here_is_there() -> None:
    assert {press for _, press in playbook.DOES.values()} <= routes.HOUSE.presses.keys()
    assert {*playbook.DRAFTS.values()} | {playbook.BROADCAST} <= routes.HOUSE.commands.keys()


def test_the_measures_measure() -> None:
    hard = "Institutional stakeholders operationalize collaborative accountability methodologies."
    assert grade("The cat sat on the mat. It was warm.") < 2 < GRADE < grade(hard)
    assert ease("El sol sale hoy. Hace calor.") > 90
    assert ease("La institucionalización colaborativa operacionaliza responsabilidades administrativas.") < 0


async def test_ones_own_role_comes_first_and_others_by_a_pick(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        maria = corner(bot, "Maria Rivera")
        await maria.types("playbook")
        maria.sees("Building rep · Start somewhere", "Ask colleagues one question", "A message to send:", "A trap:")
        await maria.clicks("Ask your group")
        maria.sees("It goes to #association-caucus (Slack)")
        await maria.types("playbook")
        await maria.clicks("Make it last")
        maria.sees("Building rep · Make it last", "[Offer two times]")
        await maria.clicks("Other roles")
        assert buttons(said(maria.answer))[0].label == "Building rep"
        await maria.clicks("Principal")
        shown = maria.sees("Principal · Start somewhere", "Copy it and send it yourself")
        assert "Use it as a draft" not in shown


@pytest.mark.parametrize(
    ("who", "call", "platform", "comes"),
    [
        ("Maria Rivera", "build", "slack", "Nothing is sent yet"),  # told to colleagues
        ("Rosa Delgado", "start", "discord", "Todavía no se envía nada"),
        ("Silvia Cantú", "start", "discord", "¿De qué trata su pregunta?"),  # a question, which chooses its topic first
    ],
)
async def test_a_message_becomes_a_draft(tmp_path: Path, who: str, call: str, platform: str, comes: str) -> None:
    async with core(tmp_path) as bot:
        person = corner(bot, who, platform)
        role = {"Maria Rivera": "building-rep", "Rosa Delgado": "pta-liaison", "Silvia Cantú": "parent"}[who]
        language = "en" if who == "Maria Rivera" else "es"
        await person.presses("playbook", f"{role}:{call}")
        await person.presses("playbook.draft", f"{role}:{call}")
        person.sees(comes, playbook.text(role, call, playbook.SEND, TEXTS[language])[:60])


async def test_a_superintendents_message_is_in_the_form_of_a_broadcast(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        samuel = corner(bot, "Samuel Okafor")
        await samuel.presses("playbook.draft", "superintendent:start")
        assert isinstance(samuel.answer, Form)
        assert any("pick one goal" in getattr(field, "value", "") for field in samuel.answer.fields)


async def test_what_a_role_cannot_do_is_not_offered(tmp_path: Path) -> None:
    """A liaison of all schools has no building to ask; nobody asks twice."""
    async with core(tmp_path) as bot:
        marcus, rosa = corner(bot, "Marcus Tilley", "discord"), corner(bot, "Rosa Delgado", "discord")
        await marcus.types("playbook")
        assert "Ask your group" not in marcus.sees("PTA liaison · Start somewhere")
        await rosa.types("playbook")
        rosa.sees("[Preguntar a su grupo]")
        await rosa.presses("concern.call-post", await seat(bot, "pta-lincoln"))
        await rosa.types("playbook")
        rosa.sees("Enlace de la PTA · Hacer que dure")


async def test_nobody_speaks_for_another_role(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        for who, about in (("Owen Lindqvist", "building-rep:build"), ("Maria Rivera", "principal:build")):
            person = corner(bot, who)
            await person.presses("playbook.draft", about)
            assert "isn't here any more" in person.sees()
        owen = corner(bot, "Owen Lindqvist")
        await owen.types("playbook")
        owen.sees("What people can do, role by role.")
        await owen.presses("playbook", "nobody:never")
        owen.sees("What people can do, role by role.")


# The home card's first line --------------------------------------------------------------------------------------


async def first_line(bot: Core, name: str, platform: str = "slack") -> tuple[str, str]:
    """And its button, which is on the card once."""
    person = corner(bot, name, platform)
    await person.types("somewhere")
    message = said(person.answer)
    first = buttons(message)[0]
    assert [(one.do, one.about) for one in buttons(message)].count((first.do, first.about)) == 1
    text = message.parts[1]
    assert isinstance(text, Text)
    return text.text.replace("\xa0", " "), first.label


async def test_the_first_line_follows_what_has_happened(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        assert await first_line(bot, "Maria Rivera") == ("Ask colleagues one question. Two minutes.", "Ask")
        await corner(bot, "Maria Rivera").presses("concern.call-post", await seat(bot, "rep-lincoln"))
        line, label = await first_line(bot, "Maria Rivera")
        assert (line, label) == (
            "Meet Rosa Delgado (the PTA liaison, Lincoln Elementary) for 20 minutes.",
            "Offer two times",
        )
        line, label = await first_line(bot, "Owen Lindqvist")
        assert ("Your group is asked" in line, label) == (True, "Write it")
        await says(corner(bot, "Owen Lindqvist"), NOISE)
        line, label = await first_line(bot, "Maria Rivera")
        assert ("One person said what gets in the way." in line, label) == (True, "Read it")
        await corner(bot, "Maria Rivera").presses("concern.read", "1")
        line, label = await first_line(bot, "Maria Rivera")
        assert (line, label) == (
            "One person spoke. Pick it to start with, and offer Elena Ortiz and Rosa Delgado a time to talk.",
            "Read it",
        )


async def test_it_goes_on_until_people_are_told(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        await proposed(bot, first="Oct 14 3:15 pm", second="Oct 15 7:30 am")
        line, label = await first_line(bot, "Elena Ortiz")
        assert ("Se le pregunta por una meta compartida" in line, label) == (True, "Leer y contestar")
        await corner(bot, "Maria Rivera").presses("concern.read", "1")
        assert (await first_line(bot, "Maria Rivera"))[1] == "Offer two times"  # to the liaison, meanwhile
        await answers(bot, "Elena Ortiz", "agree")
        line, label = await first_line(bot, "Elena Ortiz")
        assert ("Dos horas para hablar" in line, label) == (True, "Elegir una hora")
        await answers(bot, "Rosa Delgado", "agree")
        line, label = await first_line(bot, "Maria Rivera")
        assert ("All agree on" in line, label) == (True, "Tell those who spoke")
        await tells(corner(bot, "Maria Rivera"))
        line, label = await first_line(bot, "Maria Rivera")
        assert ("Pick one small thing to try for three weeks." in line, label) == (True, "Plan three weeks")
        maria = corner(bot, "Maria Rivera")
        await plans(maria)
        assert (await first_line(bot, "Maria Rivera"))[1] == "Offer two times"  # to the liaison, meanwhile
        await next_due(bot, timing.OVER)
        assert (await first_line(bot, "Elena Ortiz"))[1] == "¿Qué pasó?"
        await ends(maria)
        line, label = await first_line(bot, "Maria Rivera")
        assert ("You tried one thing" in line, label) == (True, "Tell them")


@pytest.mark.parametrize(
    ("who", "platform", "role", "begins"),
    [
        ("Denise Lafayette", "slack", "principal", "playbook"),
        ("Patricia Nowak", "slack", "board-liaison", "playbook"),
        ("Silvia Cantú", "discord", "parent", "concern-start"),
        ("Beatriz Montoya", "slack", "chair", "playbook"),
        ("Hannah Whitaker", "slack", "community-liaison", "playbook"),
    ],
)
async def test_where_nothing_is_to_be_done_the_playbook_has_a_step(
    tmp_path: Path, who: str, platform: str, role: str, begins: str
) -> None:
    """By what was reached: a goal, then people who meet. Its button does it at once, or says how to."""
    async with core(tmp_path) as bot:
        language = "es" if who in ("Silvia Cantú", "Beatriz Montoya") else "en"
        button = TEXTS[language](begins)
        assert await first_line(bot, who, platform) == (playbook.text(role, "start", "do", TEXTS[language]), button)
        await agreed(bot)
        change(bot.settings.database_url, "update goals set building_id = null")
        assert (await first_line(bot, who, platform))[0] == playbook.text(role, "build", "do", TEXTS[language])
        maria = corner(bot, "Maria Rivera")
        await maria.presses("meeting.start")
        await maria.fills_in()
        await maria.clicks("Send")
        await corner(bot, "Rosa Delgado", "discord").presses("meeting.pick", "1:1")
        assert (await first_line(bot, who, platform))[0] == playbook.text(role, "include", "do", TEXTS[language])


async def test_a_parent_who_is_to_say_something_can_say_it_with_the_first_button(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        silvia = corner(bot, "Silvia Cantú", "discord")
        assert await first_line(bot, "Silvia Cantú", "discord") == (
            "Diga en dos líneas qué le hace difícil la escuela a su hijo o a su hija. Sin nombres.",
            "Decir qué dificulta las cosas",
        )
        await silvia.types("somewhere")
        assert "[¿Qué puedo hacer esta semana?]" in silvia.sees()
        await silvia.clicks("Decir qué dificulta las cosas")
        silvia.sees("¿Qué les dificulta las cosas a los alumnos?", "[Escribirlo]")


async def test_what_others_wait_for_comes_before_what_the_playbook_says(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        elena, maria = corner(bot, "Elena Ortiz"), corner(bot, "Maria Rivera")
        staff = Address("slack", maria.account.workspace, "C01LINCOLNSTAFF")
        await bot.asks(maria.account, staff, question="Which night?")
        line, label = await first_line(bot, "Elena Ortiz")
        assert ("Which night?" in line, label) == (True, "Contestar")
        await elena.types("somewhere")
        elena.sees("[¿Qué puedo hacer esta semana?]")
        assert [one.label for one in buttons(said(elena.answer)) if one.tone == "main"] == ["Contestar"]
        await elena.presses("poll.vote", "1:1")
        assert (await first_line(bot, "Elena Ortiz"))[1] == "¿Qué puedo hacer esta semana?"


async def seat(bot: Core, key: str) -> str:
    ((id,),) = rows(bot.settings.database_url, f"select id from seats where key = '{key}'")
    return str(id)
