"""The way back to whoever asked without a name: where it leads, and how it is found."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy.orm import Session
from support import databases
from support.corner import buttons, corner, drawn
from support.databases import on_either
from support.linked import ANJALI, ROY, Desk
from support.talk import Core, core, said

from bot.boundary import Address, Form
from bot.questions import secrecy
from bot.questions.secrecy import Route

pytestmark = on_either

STRAIGHT = "Let it go straight to the committee"
LETTERS = "select subject, address from deliveries where card = 'question.letter' order by id"


async def asked(bot: Core, name: str, platform: str = "slack") -> None:
    asker = corner(bot, name, platform)
    await asker.types("ask")
    await asker.clicks("Reading and literacy")
    await asker.fills_in(question="Who decides about the library hours?")
    await asker.clicks("Ask without my name")
    if STRAIGHT in {button.label for button in buttons(said(asker.answer))}:
        await asker.clicks(STRAIGHT)
    await asker.clicks("Send it")


async def test_who_is_two_again_is_answered_where_they_asked(tmp_path: Path) -> None:
    """Asked before the two were one and while they were; of what was asked at the other account nothing changes."""
    async with core(tmp_path) as bot:
        desk = Desk(bot)
        await asked(bot, "Anjali Deshpande", "discord")
        await asked(bot, "Roy Thibodeaux")
        await desk.links(ROY, ANJALI)
        await asked(bot, "Anjali Deshpande", "discord")
        assert "Unlinked." in await desk.unlinks(ANJALI)
        priya = corner(bot, "Priya Natarajan")
        for number in ("1", "2", "3"):
            await priya.presses("question.answer", number)
            await priya.fills_in(answer="The principal.")
        sent = [address for _, address in databases.rows(bot.settings.database_url, LETTERS)]
        assert sent == [str(Address.alone_with(who)) for who in (ANJALI, ROY, ANJALI)]
        anjali, roy = corner(bot, "Anjali Deshpande", "discord"), corner(bot, "Roy Thibodeaux")
        await roy.presses("question.not-yet", "1")
        assert not isinstance(roy.answer, Form)
        await anjali.presses("question.not-yet", "1")
        assert isinstance(anjali.answer, Form)


async def test_what_is_sent_is_found_among_the_districts_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Not by opening what others asked in all the others; that is the last resort."""
    opened: list[int | None] = []
    every = secrecy.every

    def watched(session: Session, district_id: int | None = None, **how: bool) -> Iterator[tuple[int, Route]]:
        opened.append(district_id)
        return every(session, district_id, **how)

    async with core(tmp_path) as bot:
        await asked(bot, "Owen Lindqvist")
        priya = corner(bot, "Priya Natarajan")
        await priya.presses("question.answer", "1")
        await priya.fills_in(answer="The principal.")
        ((letter, _),) = databases.rows(bot.settings.database_url, LETTERS)
        monkeypatch.setattr(secrecy, "every", watched)
        assert "The principal." in drawn(bot, "question.letter", letter)
        assert opened == [1]
        databases.change(bot.settings.database_url, "update connections set district_id = null")
        assert "The principal." in drawn(bot, "question.letter", letter)
        assert opened == [1, None]
