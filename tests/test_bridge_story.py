"""Members of a committee talk about a question, some in Slack and some in Discord, as if it were one thread."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any

from support import databases, districts
from support.bridged import HOME, KITS, asked
from support.databases import on_both, on_either
from support.districts import edit, pretend
from support.house import House, eventually, house, looked_around, platforms, settings
from support.talk import Chair, chair

import demo
import wiring
from playground.discord.components import walk
from playground.person import SeenMessage

pytestmark = on_either

Json = dict[str, Any]


@on_both
async def test_what_is_said_in_one_is_said_in_the_other(tmp_path: Path) -> None:
    async with house(tmp_path) as home:
        dana, hannah = await asked(home)
        await dana.replies("Who has the *kits*?")
        await hannah.sees_in_thread(f"Dana Lee in #{HOME} (Slack):", "Who has the kits?")
        await hannah.replies("We have **two**.")
        await dana.sees_in_thread(f"Hannah Whitaker in #{HOME} (Discord):", "We have two.")
        await dana.edits("Who has the kits?", "Who has the kits now?")
        await hannah.sees_in_thread("Who has the kits now?", "(edited)")
        await hannah.deletes("We have two.")
        await dana.sees_in_thread(f"Hannah Whitaker deleted a message in #{HOME} (Discord).")
        assert "two" not in str(await dana.thread())


async def test_a_marked_answer(tmp_path: Path) -> None:
    """In the thread, by reply in the channel, in either language; changed and taken back."""
    async with house(tmp_path) as home:
        dana, hannah = await asked(home)
        ana = chair(home, "slack", "Ana Ruiz")
        await hannah.replies("Between us: are there any left?")
        await hannah.replies("answer: Yes, until **August 1**.")
        await ana.sees_card("Contestó Hannah Whitaker", "Yes, until August 1.")
        await hannah.sees_card("Hannah Whitaker answered:", "Yes, until August 1.")
        await dana.sees_card("Hannah Whitaker answered:", "Yes, until August 1.")
        await dana.sees_in_thread("Between us")
        await dana.replies("Respuesta: No.")
        await dana.sees("Somebody has answered it meanwhile", "No.")
        await hannah.edits("answer: Yes, until August 1.", "answer: Yes, until July 1.")
        await ana.sees_card("Yes, until July 1.", "Se cambió después de enviarse.")
        await hannah.deletes("answer: Yes, until July 1.")
        await ana.sees_card("Hannah Whitaker", "Esta respuesta se retiró.")
        await dana.sees_card("Please answer by")
        assert not [one for one in ana.person.messages(ana.channel) if "Between us" in one.text]


async def test_a_marked_answer_where_there_is_one_home(tmp_path: Path) -> None:
    async with house(tmp_path) as home:
        ana, priya = chair(home, "slack", "Ana Ruiz"), chair(home, "slack", "Priya Natarajan", "literacy-committee")
        await ana.types("/ask")
        await ana.presses("Lectura y escritura")
        await ana.fills_in(question=KITS)
        await ana.presses("Enviar")
        await priya.sees_card(KITS)
        await priya.replies("Let me look")
        await priya.replies("Respuesta: Sí, todos.")
        await ana.sees_card("Contestó Priya Natarajan", "Sí, todos.")
        await priya.edits("Respuesta: Sí, todos.", "Sí, todos.")  # not an answer after all
        await ana.sees_card("Priya Natarajan", "Esta respuesta se retiró.")
        await priya.edits("Sí, todos.", "Respuesta: Casi todos.")
        await ana.sees_card("Contestó Priya Natarajan", "Casi todos.")
        assert "Let me look" not in str(databases.rows(databases.address(tmp_path), "select words from carried"))


async def test_files_go_along(tmp_path: Path) -> None:
    """Up to what the other platform takes; a larger one is told of. Who takes one away takes it away there, too."""
    async with house(tmp_path) as home:
        dana, hannah = await asked(home)
        await dana.attaches("kits.csv", b"kit,grade\n", "The list")
        await hannah.sees_in_thread("The list")
        shown = await hannah.sees_in_thread("Dana Lee sent along kits.csv (10 B).")
        assert [(file.name, file.content) for file in shown.files] == [("kits.csv", b"kit,grade\n")]
        await hannah.attaches("shelf.png", b"\x89PNG" + bytes(2000))
        shown = await dana.sees_in_thread("Hannah Whitaker sent along shelf.png (2 KB).")
        assert [(file.name, len(file.content)) for file in shown.files] == [("shelf.png", 2004)]
        await dana.attaches("film.mp4", bytes(11 << 20), "All of them")
        note = await hannah.sees_in_thread("Dana Lee sent along film.mp4 (11 MB). I couldn't bring it here")
        assert not note.files
        await dana.deletes("The list")
        await eventually(lambda: "kits.csv" not in seen_below(hannah))


def seen_below(chair: Chair) -> str:
    return "\n".join(one.text for above in chair.person.messages(chair.channel) for one in chair.person.thread(above))


async def test_what_it_looks_like_goes_along_and_nothing_pings(tmp_path: Path) -> None:
    async with house(tmp_path) as home:
        dana, hannah = await asked(home)
        link = "[the list](https://kits.example/a)"
        typed = f"*All* of _them_, @samuel.okafor & @here: see {link}\n- one\n- two\n> q\n```\nx*y*\n```"
        await dana.replies(typed)
        shown = await hannah.sees_in_thread(
            "All of them, @Samuel Okafor & @here: see", "the list", "one", "two", "q", "x*y*"
        )
        assert not shown.pings
        content = raw_on_discord(home, shown)
        assert (
            "**All** of *them*, \\@Samuel Okafor & \\@here: see [the list](<https://kits.example/a>) (kits.example)"
            in content
        )
        assert "- one\n- two\n> q\n```\nx*y*\n```" in content
        await hannah.replies(
            "**All** of *them*, @Samuel Okafor & @everyone: ~~no~~ `code`\n1. one\n2. two\n> q\n<!channel>"
        )
        shown = await dana.sees_in_thread("All of them, @Samuel Okafor & @everyone: no code", "<!channel>")
        assert not shown.pings
        section, numbers, quote, rest = raw_on_slack(home, dana, shown)
        bold = [leaf["text"] for leaf in section["elements"] if leaf.get("style") == {"bold": True}]
        assert (bold, numbers["style"], quote["type"]) == (["All"], "ordered", "rich_text_quote")
        assert rest["elements"] == [{"type": "text", "text": "<!channel>"}]


async def test_a_reply_in_the_channel_belongs_to_the_thread_and_other_talk_to_nobody(tmp_path: Path) -> None:
    async with house(tmp_path) as home:
        dana, hannah = await asked(home)
        await hannah.person.say(hannah.channel, "Under no card")
        await dana.person.say(dana.channel, "Under no card either")
        await hannah.person.say(hannah.channel, "In reply to the card", to=hannah.card)
        await dana.sees_in_thread("In reply to the card")
        await dana.replies("x" * 5000)
        await hannah.sees_in_thread("xxxx", f"The message is longer. The rest is in #{HOME} (Slack).")
        await dana.replies("a", under=KITS)
        await hannah.sees_in_thread("a")
        assert "Under no card" not in seen_below(dana) + seen_below(hannah)
        assert databases.rows(databases.address(tmp_path), "select count(*) from carried") == [(3,)]
        assert seen_below(dana).count("In reply to the card") == 1  # nothing of ours came back
        assert "In reply to the card" not in seen_below(hannah)


async def test_the_links_survive_a_restart(tmp_path: Path) -> None:
    async with platforms(demo.pretend_world(pretend())) as (slack, discord):
        chosen = settings(demo.pretend_world(pretend()), slack, discord, databases.loaded(tmp_path))
        async with wiring.running(chosen) as bot:
            await asyncio.wait_for(bot.connected, 20)
            await looked_around(chosen.database_url)
            home = House(slack, discord, pretend(), bot)
            dana, hannah = await asked(home)
            await dana.replies("Before")
            await hannah.sees_in_thread("Before")
        await hannah.replies("Meanwhile")  # which nobody hears
        async with wiring.running(chosen) as bot:
            await asyncio.wait_for(bot.connected, 20)
            await dana.sees_in_thread("Meanwhile")
            await dana.edits("Before", "Before, changed")
            await hannah.sees_in_thread("Before, changed", "(edited)")
            await hannah.replies("After")
            await dana.sees_in_thread("After")
        assert seen_below(dana).count("After") == seen_below(hannah).count("Before, changed") == 1


async def test_two_homes_on_one_platform(tmp_path: Path) -> None:
    folder = districts.copy(tmp_path)
    edit(folder, "district.yaml", "also: [slack:C01LEADERSHIP]", "also: [discord:1198000255257084616]")
    edit(folder, "district.yaml", "home: slack:C01SCHEDULE", "home: slack:C01SCHEDULE\n    also: [slack:C01LEADERSHIP]")
    everybody = "en,joint,cvea;administration;board;pta;library,"
    one, two = "slack,C01LEADERSHIP,schedule-too,en,joint,cvea;administration;pta,", "discord,1198000255257084616"
    edit(folder, "places.csv", f"slack,C01LEADERSHIP,{HOME},{everybody}", f"{one}\n{two},leadership-too,{everybody}")
    async with house(tmp_path, files=folder) as home:
        for topic, platform, name, first, second in (
            ("Horarios y calendario", "slack", "Naomi Feldstein", "schedule-committee", "schedule-too"),
            ("Cualquier tema de todo el distrito", "discord", "Hannah Whitaker", HOME, "leadership-too"),
        ):
            ana = chair(home, "slack", "Ana Ruiz", "all-staff" if platform == "slack" else "partnership-commons")
            await ana.types("/ask")
            await ana.presses(topic)
            await ana.fills_in(question=KITS)
            await ana.presses("Enviar")
            one, other = chair(home, platform, name, first), chair(home, platform, name, second)
            await one.sees_card(KITS)
            await other.sees_card(KITS)
            await one.replies("Said in the first")
            await other.sees_in_thread(f"{name} in #{first}", "Said in the first")
            await other.replies("Said in the second")
            await one.sees_in_thread(f"{name} in #{second}", "Said in the second")


def raw_on_discord(home: House, shown: SeenMessage) -> str:
    message = home.discord._state.channels[shown.channel].messages[shown.id]
    return str(next(part["content"] for _, part in walk(message.components) if part["type"] == 10))


def raw_on_slack(home: House, who: Chair, shown: SeenMessage) -> list[Json]:
    message = home.slack.workspace.conversations[who.channel].messages[shown.id]
    return next(block["elements"] for block in message.blocks if block["type"] == "rich_text")
