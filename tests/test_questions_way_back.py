"""The way back to whoever asked without a name: where it leads, and how it is found."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support import databases
from support.corner import buttons, corner, drawn
from support.databases import on_either
from support.linked import ANJALI, ROY, Desk
from support.talk import Core, core, said

from bot import return_paths
from bot.boundary import Address, Form
from bot.payloads import HIGHEST
from bot.return_paths import ReturnPath, Thing
from bot.storage import sealing

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


@pytest.mark.parametrize("undo", ["link.undo-now", "link.part"])
async def test_who_is_two_again_is_answered_where_they_asked(tmp_path: Path, undo: str) -> None:
    """Asked before the two were one and while they were; of what was asked at the other account nothing changes."""
    async with core(tmp_path) as bot:
        desk = Desk(bot)
        await asked(bot, "Anjali Deshpande", "discord")
        await asked(bot, "Roy Thibodeaux")
        await desk.links(ROY, ANJALI)
        await asked(bot, "Anjali Deshpande", "discord")
        assert "Unlinked." in await desk.presses(ROY, undo, "1")
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


async def test_only_the_one_way_that_is_needed_is_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither to draw a message to its asker, wherever that workspace belongs by now, nor to list what they asked."""
    opened: list[Thing] = []
    open_ = return_paths._open

    def watched(key: bytes, thing: Thing, sealed: bytes) -> ReturnPath:
        opened.append(thing)
        return open_(key, thing, sealed)

    async with core(tmp_path) as bot:
        for name in ("Roy Thibodeaux", "Owen Lindqvist", "Jamal Whitfield"):
            await asked(bot, name)
        priya = corner(bot, "Priya Natarajan")
        await priya.presses("question.answer", "2")
        await priya.fills_in(answer="The principal.")
        ((letter, _),) = databases.rows(bot.settings.database_url, LETTERS)
        monkeypatch.setattr(return_paths, "_open", watched)
        assert "The principal." in drawn(bot, "question.letter", letter)
        owen = corner(bot, "Owen Lindqvist")
        await owen.types("somewhere")
        owen.sees("You asked one question")
        databases.change(bot.settings.database_url, "update connections set district_id = null")
        assert "The principal." in drawn(bot, "question.letter", letter)
        assert opened == [Thing("question", 2)] * 2


@given(
    st.integers(1, HIGHEST), st.text("U01ABC", max_size=60), st.lists(st.integers(1, HIGHEST), max_size=15, unique=True)
)
def test_what_is_sealed_opens_as_it_was_there_alone_and_its_length_tells_nothing(
    member: int, account: str, letters: list[int]
) -> None:
    key, here = sealing.new_key(), Thing("question", 12)
    path = ReturnPath(
        member, account, {str(letter): ("question.answer", letter) for letter in letters}, "0123456789abcdef"
    )
    sealed, marks = return_paths._seal(key, here, path), return_paths._marks(key, path)
    opened = return_paths._open(key, here, sealed)
    assert (opened.member, opened.account, opened.mute) == (member, account, path.mute)
    assert all(opened.letters_for("question.answer", letter) == [letter] for letter in letters)
    assert len(sealed) == len(return_paths._seal(key, here, ReturnPath(1, "")))
    assert len(marks) == len(return_paths._marks(key, ReturnPath(1, "")))
    assert sealed != return_paths._seal(key, here, path)
    with pytest.raises(sealing.Broken):
        return_paths._open(key, Thing("question", 13), sealed)
