"""Staff in Slack and families in Discord write in one channel, as each of them sees it."""

from __future__ import annotations

from pathlib import Path

from support.databases import on_both, on_either
from support.house import eventually, house
from support.joined_house import COMMONS, SQUARE, joined
from support.talk import Chair, chair

pytestmark = on_either


@on_both
async def test_a_channel_across_two_platforms(tmp_path: Path) -> None:
    async with house(tmp_path) as home:
        dana, rosa = await joined(home)
        await dana.types("Reading night is on *Thursday*.")
        await dana.sees("How may I call you there?")
        await dana.presses("Dana Lee")
        await dana.sees("In the other channel you are Dana Lee. Your message is on its way.")
        shown = await rosa.sees_among_cards("Reading night is on Thursday.")
        assert (shown.author, shown.text) == ("Dana Lee (via Slack)", "Reading night is on Thursday.")

        await rosa.types("¿A qué hora?")
        asked = await rosa.sees_among_cards("Rosa Delgado: este canal está unido con otro")
        await rosa.person.press(asked, "Elegir")
        await rosa.sees("¿Con qué nombre lo muestro allí?")
        await rosa.presses("Solo «una familia de Lincoln Elementary»")
        shown = await dana.sees_among_cards("¿A qué hora?")
        assert (shown.author, shown.text) == ("a Lincoln Elementary family (via Discord)", "¿A qué hora?")

        await rosa.edits("¿A qué hora?", "¿A qué hora, y dónde?")
        await dana.sees_among_cards("¿A qué hora, y dónde?", "(edited)")
        await dana.replies("At six, in the library.", under="¿A qué hora, y dónde?")
        await rosa.sees_in_thread("At six, in the library.", under="¿A qué hora, y dónde?")
        await rosa.replies("Gracias", under="¿A qué hora, y dónde?")
        await dana.sees_in_thread("Gracias", under="¿A qué hora, y dónde?")
        await rosa.deletes("Gracias")
        await dana.sees_in_thread("a Lincoln Elementary family deleted a message", under="¿A qué hora, y dónde?")

        await dana.person.say(dana.channel, "The flyer", files=(("flyer.txt", b"Come!"),))
        shown = await rosa.sees_among_cards("Dana Lee sent along flyer.txt (5 B).")
        assert [(file.name, file.content) for file in shown.files] == [("flyer.txt", b"Come!")]
        nothing_came_back(dana, rosa)

        night = "Reading night is on Thursday."
        await rosa.person.react(await rosa.sees_among_cards(night), "🎉")
        await dana.sees_in_thread(f"In #{SQUARE} (Discord): 🎉 1", under="Reading night is on")
        samuel = chair(home, "slack", "Samuel Okafor", COMMONS)
        await samuel.person.react(await samuel.sees_among_cards("Reading night is on"), "+1")
        await rosa.sees_among_cards(night, f"In #{COMMONS} (Slack): 👍 1")

        await dana.deletes("Reading night is on Thursday.")
        await rosa.sees_among_cards("Dana Lee deleted a message")
        marcus = chair(home, "discord", "Marcus Tilley", SQUARE)
        await marcus.person.press(await marcus.sees_among_cards("From here on this channel is mirrored"), "End this")
        await marcus.presses("Yes, end it")
        await dana.sees_among_cards("Marcus Tilley has ended the joining")
        await dana.types("After the end")
        await rosa.types("Después")
        await home.bot.sender.drain(5.0)
        assert not [one for one in seen(rosa) if "After the end" in one]


def seen(who: Chair) -> list[str]:
    return [one.text for one in who.person.messages(who.channel)]


def nothing_came_back(*chairs: Chair) -> None:
    """Each copy stands once, and none is a copy of a copy."""
    for one in chairs:
        copies = [shown.text for shown in one.person.messages(one.channel) if " (via " in shown.author]
        assert len(copies) == len(set(copies)), copies
        own = {shown.text for shown in one.person.messages(one.channel) if shown.author == one.person.name}
        assert not own & set(copies), copies


async def test_what_is_said_while_the_bot_is_away_crosses_and_what_was_said_before_does_not(tmp_path: Path) -> None:
    async with house(tmp_path) as home:
        rosa = chair(home, "discord", "Rosa Delgado", SQUARE)
        await rosa.types("Antes de todo")
        dana, rosa = await joined(home)
        await rosa.types("Primero")
        await rosa.person.press(await rosa.sees_among_cards("Rosa Delgado: este canal está unido con otro"), "Elegir")
        await rosa.presses("Rosa Delgado")
        await dana.sees_among_cards("Primero")
        await home.discord.close_gateway(resumable=False)
        await rosa.types("Mientras tanto")
        first = next(one for one in rosa.person.messages(rosa.channel) if one.text == "Primero")
        await rosa.person.react(first, "👍")
        await eventually(lambda: home.discord.gateway.connected)
        await dana.sees_among_cards("Mientras tanto")
        await dana.sees_among_cards("Primero", f"In #{SQUARE} (Discord): 👍 1")
        assert not [one for one in seen(dana) if "Antes de todo" in one]
