"""Whatever members write is shown as they wrote it, to everyone who sees it, and notifies nobody."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.databases import on_either
from support.house import eventually, house
from support.talk import Chair, chair, posted

from playground.person import SeenMessage

pytestmark = on_either

TEXTS = (
    "<!channel> <@U01RIVERA> @everyone @here <@1227600247627320631> <!here|x>",
    "*bold* _it_ ~no~ **b** __u__ ~~s~~ ||spoiler|| `code` ```block```",
    "> quoted? # not a heading, -# small, - item, 1. first",
    "# heading? | > * [x](https://example.com) <https://example.com|y>",
    "https://example.com/a_b_c?d=*e* and &amp; &lt;b&gt; <b>",
    ":smile: :tada: <:x:12345> <t:17000:R> </poll:123>",
    "\\*escaped\\* \\ back`slash¯\\_(ツ)_/¯",
    "¿Qué día? “quotes” 日本語 👩‍👩‍👧 é ﷽",
)


@pytest.mark.parametrize("text", TEXTS)
async def test_it_is_shown_as_it_was_typed(tmp_path: Path, text: str) -> None:
    async with house(tmp_path) as home:
        maria = chair(home, "slack", "Maria Rivera", "lincoln-staff")
        dana = chair(home, "discord", "Dana Lee", "town-square")
        option = text[:60].strip()
        await maria.types("/poll")
        await maria.fills_in(
            question=text, options=f"{option}\nNeither", places=["#lincoln-staff (Slack)", "#town-square (Discord)"]
        )
        harmless(await maria.sees("Nothing is posted yet", text, option))
        await maria.presses("Post it")
        await maria.sees("Posted. It closes")
        for everyone in (maria, dana):
            card = await everyone.sees_card("Nobody has answered yet.")
            shows(card, text, option)
            assert card.lines[0].kind == "heading"
        for everyone in (maria, dana):
            card = await everyone.sees_card(text)
            await everyone.answers(card.buttons[0].label)
            harmless(await everyone.sees("Your answer is in", option))
            harmless(await everyone.sees(option))
        await maria.sees_card("2 people have answered.")
        await no_channel_was_pinged(maria, dana)


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("\u202eevil\u202c Which\u2066 night?\u2069", "evil Which night?"),
        ("Which\0 \x1b[31mnight\x07?", "Which [31mnight?"),
        ("\u0336Whi\u200bch ni\U000e0041ght\u061c?", "Which night?"),
        ("Which\tnight\u2028or\r\nday?", "Which night or day?"),
    ],
)
async def test_what_turns_or_hides_text_is_left_out(tmp_path: Path, typed: str, shown: str) -> None:
    async with house(tmp_path) as home:
        marcus = chair(home, "discord", "Marcus Tilley", "town-square")
        reader = chair(home, "slack", "Dana Lee", "partnership-commons")
        await marcus.types("/poll")
        await marcus.fills_in(question=typed.replace("\0", ""), options="Yes\nNo")
        await marcus.presses("Post it")
        card = await marcus.sees_card("Nobody has answered yet.")
        assert card.lines[0].text == shown
        assert reader.card is None


@pytest.mark.parametrize(
    ("platform", "name", "channel"),
    [("slack", "Maria Rivera", "lincoln-staff"), ("discord", "Marcus Tilley", "town-square")],
)
async def test_forty_thousand_emoji_are_refused_with_the_limit(
    tmp_path: Path, platform: str, name: str, channel: str
) -> None:
    async with house(tmp_path) as home:
        author = chair(home, platform, name, channel)
        emoji = "😀" * (40_000 if platform == "slack" else 5_900)
        await author.types(f"/poll {emoji} | A | B")
        await author.sees("The question has", "150 fit")
        await author.types(f"/poll Which? | {emoji} | B")
        await author.sees("characters; 300 fit")
        await author.presses("Fix it")
        form = await author.form()
        assert form.field("What do you want to ask?").value == "Which?"
        await author.fills_in(options="A\nB")
        await author.sees("Nothing is posted yet", "Which?")


async def test_lengths_at_the_limit_fit_everywhere(tmp_path: Path) -> None:
    async with house(tmp_path) as home:
        samuel = chair(home, "slack", "Samuel Okafor", "all-staff")
        reader = chair(home, "discord", "Dana Lee", "town-square")
        question = "😀*_~" * 37 + "??"
        options = [f"{number}{'😀&<*_' * 14}abc{number}" for number in range(10)]
        await posted(
            samuel, f"/poll {question} | {' | '.join(options)}", "#all-staff (Slack)", "#town-square (Discord)"
        )
        for everyone in (samuel, reader):
            card = await everyone.sees_card("Nobody has answered yet.")
            shows(card, question, *options)
            assert len(card.buttons) == 12


def shows(card: SeenMessage, *texts: str) -> None:
    assert all(text in card.text for text in texts), card.text
    assert not card.pings


def harmless(message: SeenMessage) -> None:
    assert not message.pings


async def no_channel_was_pinged(*chairs: Chair) -> None:
    for one in chairs:
        await eventually(lambda one=one: not any(message.pings for message in one.person.messages(one.channel)))
