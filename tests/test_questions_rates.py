"""How many questions one person may ask: so many in a minute, and so many without a name."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

from support.corner import Corner, buttons, corner
from support.databases import address, on_either, rows
from support.talk import Core, core, said

pytestmark = on_either

WITHOUT = ("Ask without my name", "Leave my building out")


async def written(bot: Core, *clicks: str, text: str) -> Corner:
    """Up to the preview."""
    owen = corner(bot, "Owen Lindqvist")
    await owen.types("ask")
    await owen.clicks("Reading and literacy")
    await owen.fills_in(question=text)
    for label in clicks:
        await owen.clicks(label)
    return owen


def asked(folder: Path) -> int:
    return len(rows(address(folder), "select id from questions"))


async def test_ten_at_most_are_open_without_a_name(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        for number in range(11):
            owen = await written(bot, *WITHOUT, text=f"{number}?")
            await owen.clicks("Send it")
        owen.sees("You have 10 questions without a name that aren't over yet", "10?")
        assert asked(tmp_path) == 10
        priya = corner(bot, "Priya Natarajan")
        await priya.presses("question.answer", "1")
        await priya.fills_in(answer="The principal.")
        await owen.presses("question.enough", "1")
        owen = await written(bot, *WITHOUT, text="10?")
        await owen.clicks("Send it")
        owen.sees("Sent.")


async def test_sixty_questions_in_a_row_are_ten_in_a_minute(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        for number in range(60):
            owen = await written(bot, text=f"{number}?")
            await owen.clicks("Send it")
        owen.sees("You have sent 10 polls and questions within a minute", "your draft is kept")
        assert asked(tmp_path) == 10
        bot.clock.move_to(bot.clock.now() + timedelta(minutes=1))
        await owen.presses("question.send", "60")
        owen.sees("Sent.")
        await owen.presses("question.send", "1")  # pressed twice
        owen.sees("Sent.")
        assert asked(tmp_path) == 11


async def test_after_ten_by_name_none_goes_without_one_in_that_minute(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        for number in range(10):
            owen = await written(bot, text=f"{number}?")
            await owen.clicks("Send it")
        owen = await written(bot, *WITHOUT, text="10?")
        await owen.clicks("Send it")
        owen.sees("You have sent 10 polls and questions within a minute", "your draft is kept")
        assert asked(tmp_path) == 10


async def test_what_is_written_beforehand_goes_no_faster(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        prepared = [await written(bot, text=f"{number}?") for number in range(12)]
        last = next(one for one in buttons(said(prepared[11].answer)) if one.label == "Send it")
        bot.clock.move_to(bot.clock.now() + timedelta(minutes=2))
        for owen in prepared:
            await owen.clicks("Send it")
        prepared[9].sees("Sent.")
        for owen in prepared[10:]:
            owen.sees("You have sent 10 polls and questions within a minute", "your draft is kept")
        assert asked(tmp_path) == 10
        bot.clock.move_to(bot.clock.now() + timedelta(minutes=1))
        await owen.presses(last.do, last.about)
        owen.sees("Sent.")


async def test_taking_back_makes_no_room_for_another_without_a_name_at_once(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        for number in range(1, 11):
            owen = await written(bot, *WITHOUT, text=f"{number}?")
            await owen.clicks("Send it")
            owen.sees("Sent.")
            await owen.presses("question.take-back-now", str(number))
        await owen.presses("question.not-yet", "10")
        owen.sees("That question isn't open to this any more")
        for _ in ("the same day", "the next day"):
            owen = await written(bot, *WITHOUT, text="11?")
            await owen.clicks("Send it")
            owen.sees("10 questions without a name", "or that you asked since yesterday and took back", "11?")
            bot.clock.move_to(bot.clock.now() + timedelta(days=1))
        assert asked(tmp_path) == 10
        owen = await written(bot, *WITHOUT, text="11?")
        await owen.clicks("Send it")
        owen.sees("Sent.")


async def test_one_taken_back_days_later_makes_room(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        for number in range(10):
            owen = await written(bot, *WITHOUT, text=f"{number}?")
            await owen.clicks("Send it")
        bot.clock.move_to(bot.clock.now() + timedelta(days=2))
        await owen.presses("question.take-back-now", "1")
        owen = await written(bot, *WITHOUT, text="10?")
        await owen.clicks("Send it")
        owen.sees("Sent.")
