"""What people type after /somewhere: the English name of a command, or one in a language of theirs."""

from __future__ import annotations

from itertools import product
from pathlib import Path

from support.cores import core
from support.corner import TEXTS, corner
from support.databases import on_either

from bot import cleaning, routes

pytestmark = on_either

COMMANDS = {*routes.HOUSE.commands, *routes.HOUSE.subcommands} - {"somewhere"}


async def test_a_question_in_spanish(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        rosa = corner(bot, "Rosa Delgado", "discord")
        for typed in ("ask", "pregunta", "PREGUNTAR"):
            await rosa.types("somewhere", f"{typed} ¿Cuándo es la junta?")
            rosa.sees("Preguntar a un comité", "¿Cuándo es la junta?")


async def test_with_an_accent_or_without(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        maria = corner(bot, "Maria Rivera")
        await maria.types("somewhere", "guía")
        with_accent = maria.answer
        await maria.types("somewhere", "guia")
        assert maria.answer == with_accent
        await maria.types("somewhere", "playbook")
        assert maria.answer == with_accent


async def test_the_home_card_says_so(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        for name, account, said in (
            ("Rosa Delgado", "discord", "/somewhere pregunta"),
            ("Maria Rivera", "slack", "/somewhere ask"),
        ):
            reader = corner(bot, name, account)
            await reader.types("somewhere")
            reader.sees(said)


def test_each_command_has_names_of_its_own() -> None:
    every = [
        (one, command) for command, words in product(COMMANDS, TEXTS.values()) for one in cleaning.names(command, words)
    ]
    assert {command for _, command in every} == COMMANDS
    meant = cleaning.typed(COMMANDS, TEXTS)
    for one, command in every:
        assert meant[cleaning.plain(one)] == command
