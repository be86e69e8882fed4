"""What people put below a file that crossed to a joined channel, where the file is a message of its own, beside the
words that it came with."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.databases import on_either
from support.house import house
from support.joined_house import joined_by_name
from support.talk import Chair

from playground.person import SeenMessage

pytestmark = on_either

FLYER = (("flyer.txt", b"Reading night"),)


async def sends_the_flyer(who: Chair, other: Chair, text: str) -> SeenMessage:
    """The message that shows it in the other channel."""
    await who.person.say(who.channel, text, files=FLYER)
    return await other.sees_among_cards("sent along flyer.txt")


async def rosa_is_named(rosa: Chair) -> None:
    await rosa.types("Hola")
    asked = await rosa.sees_among_cards("Rosa Delgado: este canal está unido con otro")
    await rosa.person.press(asked, "Elegir")
    await rosa.presses("Rosa Delgado")


async def test_an_answer_below_it_is_one_to_the_message_that_brought_it(tmp_path: Path) -> None:
    async with house(tmp_path) as home:
        dana, rosa = await joined_by_name(home)
        await rosa_is_named(rosa)
        flyer = await sends_the_flyer(rosa, dana, "The flyer")
        await dana.person.reply(flyer, "Thank you")
        await rosa.sees_in_thread("Thank you", under="The flyer")
        await rosa.replies("You're welcome", under="The flyer")
        await dana.sees_in_thread("You're welcome", under="The flyer")
        await dana.edits("Thank you", "Thank you all")
        await rosa.sees_in_thread("Thank you all", under="The flyer")
        await dana.deletes("Thank you all")
        await rosa.sees_in_thread("deleted", under="The flyer")
        assert "Thank you" not in str(await dana.thread("The flyer")), "it stands in Slack already"


async def test_on_discord_too(tmp_path: Path) -> None:
    async with house(tmp_path) as home:
        dana, rosa = await joined_by_name(home)
        await rosa_is_named(rosa)
        flyer = await sends_the_flyer(dana, rosa, "The flyer")
        await rosa.person.reply(flyer, "Gracias")
        await dana.sees_in_thread("Gracias", under="The flyer")
        await rosa.deletes("Gracias")
        await dana.sees_in_thread("deleted", under="The flyer")


async def test_its_author_takes_it_back_once_the_channels_are_parted(tmp_path: Path) -> None:
    """A thread is a channel of its own on Discord, and no longer one of the bot's then."""
    async with house(tmp_path) as home:
        dana, rosa = await joined_by_name(home)
        await rosa_is_named(rosa)
        flyer = await sends_the_flyer(dana, rosa, "The flyer")
        await rosa.person.reply(flyer, "Gracias")
        await dana.sees_in_thread("Gracias", under="The flyer")
        await dana.person.press(await dana.sees_among_cards("From here on this channel is mirrored"), "End this")
        await dana.presses("Yes, end it")
        await dana.sees_among_cards("Dana Lee has ended the joining")
        await rosa.deletes("Gracias")
        await dana.sees_in_thread("deleted", under="The flyer")


async def test_before_it_is_known_where_the_file_stands(tmp_path: Path) -> None:
    """Slack has taken the file, and shows it a moment later."""
    async with house(tmp_path) as home:
        dana, rosa = await joined_by_name(home)
        await rosa_is_named(rosa)
        home.slack.uploads.takes = 0.2
        flyer = await sends_the_flyer(rosa, dana, "The flyer")
        await dana.person.reply(flyer, "Thank you")
        await rosa.sees_in_thread("Thank you", under="The flyer")


async def test_where_slack_does_not_say_that_it_has_come(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.delivery.claims.SETTLE", 0.2)
    async with house(tmp_path) as home:
        dana, rosa = await joined_by_name(home)
        await rosa_is_named(rosa)
        home.slack.faults.next("files.completeUploadExternal", "502_after")
        flyer = await sends_the_flyer(rosa, dana, "The flyer")
        await dana.person.reply(flyer, "Thank you")
        await rosa.sees_in_thread("Thank you", under="The flyer")


async def test_two_files_have_a_thread_each_and_answers_come_below_the_words(tmp_path: Path) -> None:
    async with house(tmp_path) as home:
        dana, rosa = await joined_by_name(home)
        await rosa_is_named(rosa)
        await rosa.person.say(rosa.channel, "Two flyers", files=(*FLYER, ("menu.txt", b"Soup")))
        for name in ("flyer.txt", "menu.txt"):
            shown = await dana.sees_among_cards(f"sent along {name}")
            await dana.person.reply(shown, f"About {name}")
            await rosa.sees_in_thread(f"About {name}", under="Two flyers")
        await rosa.replies("Both are for you", under="Two flyers")
        await dana.sees_in_thread("Both are for you", under="Two flyers")
        everywhere = [text for one in dana.person.messages(dana.channel) for text in map(str, dana.person.thread(one))]
        assert sum("Both are for you" in text for text in everywhere) == 1


async def test_an_emoji_on_it_holds_nothing_up(tmp_path: Path) -> None:
    """It is not the message's: nobody is waited for, and Slack need not tell of it again."""
    async with house(tmp_path) as home:
        dana, rosa = await joined_by_name(home)
        await rosa_is_named(rosa)
        flyer = await sends_the_flyer(rosa, dana, "The flyer")
        await dana.person.reply(flyer, "Thank you")
        await rosa.sees_in_thread("Thank you", under="The flyer")
        assert (await dana.person.react(flyer, "+1")).acknowledged


async def test_nor_does_one_on_a_file_within_a_thread(tmp_path: Path) -> None:
    async with house(tmp_path) as home:
        dana, rosa = await joined_by_name(home)
        await rosa_is_named(rosa)
        await dana.types("Who brings the flyer?")
        await rosa.sees_among_cards("Who brings the flyer?")
        await rosa.replies("I do", under="Who brings the flyer?", files=FLYER)
        await dana.sees_in_thread("sent along flyer.txt", under="Who brings the flyer?")
        above = next(one for one in dana.person.messages(dana.channel) if "Who brings" in one.text)
        flyer = next(one for one in dana.person.thread(above) if "sent along flyer.txt" in one.text)
        assert (await dana.person.react(flyer, "+1")).acknowledged
