"""Saying something in two joined channels with a command, by the same rules as what is heard there."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest
from support import databases
from support.cores import core, said
from support.corner import Corner, buttons
from support.databases import on_both, on_either
from support.house import eventually, house
from support.joined import AGREEING, COMMONS, DANA, ROSA, SQUARE, Joint, joined, named
from support.joined_house import joined_by_name
from test_joined_unheard import copies, wordless

from bot.boundary import Form
from bot.bridge import talks
from bot.bridge.joined import naming, saying
from bot.bridge.joined.model import JOINED

pytestmark = on_either

TEXT = "Who brings the books?"


@pytest.fixture
async def joint(tmp_path: Path) -> AsyncIterator[Joint]:
    async with core(tmp_path) as bot:
        joint = await joined(bot)
        await named(joint, DANA, ROSA)
        yield joint


def here(joint: Joint, name: str, platform: str = "slack") -> Corner:
    """In the channel."""
    who = joint.corner(name, platform)
    who.place = COMMONS if platform == "slack" else SQUARE
    return who


async def says(who: Corner, text: str = TEXT) -> str:
    await who.types("say")
    await who.fills_in(text=text)
    return who.sees()


async def test_it_is_posted_in_both_and_answered_in_both(joint: Joint) -> None:
    rosa = here(joint, "Rosa Delgado", "discord")
    assert "Lo publico en #partnership-commons (Slack) y #town-square (Discord)" in await says(rosa)
    rosa.sees("Allí usted se llama Rosa Delgado")
    for place in (COMMONS, SQUARE):
        (shown,) = await joint.shown(place)
        assert TEXT in shown
    await joint.posts()
    mine = await copy_of(joint, "discord")
    assert await joint.says("I do", 7000, ROSA, reply_to=mine) is None
    await joint.says("And I", 300, under=await copy_of(joint, "slack"))
    assert len(await joint.shown(COMMONS)) == 2
    assert "And I" in str(await joint.shown(f"{SQUARE}/{mine}"))


async def copy_of(joint: Joint, platform: str) -> str:
    mine = f"card = 'bridge.message' and subject = 1 and address like '{platform}:%'"
    rows = databases.rows(joint.bot.settings.database_url, f"select remote from deliveries where {mine}")
    return str(rows[0][0])


async def test_what_is_typed_after_the_command_is_in_the_form(joint: Joint) -> None:
    dana = here(joint, "Dana Lee")
    await dana.types("say", TEXT)
    assert dana.field(0).value == TEXT
    await dana.fills_in(text="")
    dana.sees("Please write what you want to say")


async def test_its_author_is_asked_for_a_name_first(joint: Joint) -> None:
    samuel = here(joint, "Samuel Okafor")
    await says(samuel)
    samuel.sees("How may I call you there?")
    assert await joint.shown(SQUARE) == await joint.shown(COMMONS) == []
    await samuel.presses("shown.as", "named")
    for place in (COMMONS, SQUARE):
        assert TEXT in str(await joint.shown(place))
    await samuel.clicks(f"Take back “{TEXT}”")
    samuel.sees("Taken back. Where it stood, it now says that it was deleted.")
    for place in (COMMONS, SQUARE):
        assert TEXT not in str(await joint.shown(place))


async def test_what_was_heard_is_its_authors_to_delete(joint: Joint) -> None:
    """With what was typed it waits for their name; it stands as their own message."""
    samuel = here(joint, "Samuel Okafor")
    await joint.says("Heard", 1, samuel.account)
    await says(samuel)
    await samuel.presses("shown.as", "unnamed")
    samuel.sees("Your 2 messages are on their way.")
    offered = [one.label for one in buttons(said(samuel.answer))]
    assert offered == [f"Take back “{TEXT}”"]


async def test_after_the_pause_and_taken_back_before(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        joint = await joined(bot, pause=10)
        await named(joint, DANA)
        dana = here(joint, "Dana Lee")
        assert "In a moment I post it" in await says(dana)
        await dana.clicks("Take it back")
        dana.sees("Taken back. Nobody saw it.")
        await says(dana, "This stays")
        assert await joint.shown() == []
        await bot.until(bot.clock.now() + timedelta(seconds=11))
        for place in (COMMONS, SQUARE):
            (shown,) = await joint.shown(place)
            assert "This stays" in shown
        await dana.clicks("Take it back")
        dana.sees("it now says that it was deleted")
        for place in (COMMONS, SQUARE):
            assert "This stays" not in str(await joint.shown(place))
            assert "deleted a message" in str(await joint.shown(place))


async def test_what_looks_like_a_record_is_pointed_out_first(joint: Joint) -> None:
    dana = here(joint, "Dana Lee")
    await says(dana, "It was student 1234567890")
    dana.sees("Nothing is sent yet", "looks like a number")
    assert await joint.shown() == []
    await dana.clicks("Send it as it is")
    dana.sees("I post it in")
    assert "1234567890" in str(await joint.shown())


async def test_who_is_muted_or_wants_nothing_to_cross_gets_it_back(joint: Joint) -> None:
    await joint.says("First", 1, ROSA)
    await joint.corner("Marcus Tilley", "discord").sends("moderate.mute", "1", {"reason": ("Because",)})
    rosa = here(joint, "Rosa Delgado", "discord")
    await says(rosa)
    rosa.sees("No lo publiqué: por ahora, quien modera en su propio grupo", TEXT)
    await joint.bot.presses(DANA, "shown.as", "stays", COMMONS)
    dana = here(joint, "Dana Lee")
    await says(dana)
    dana.sees("I didn't post it: you chose that what you write doesn't cross.", TEXT)
    for there in (COMMONS, SQUARE):
        assert TEXT not in str(await joint.shown(there))


async def test_elsewhere_nothing_is_said(joint: Joint) -> None:
    dana = joint.corner("Dana Lee")
    await dana.types("say", TEXT)
    dana.sees("type “/somewhere say” in one of them", TEXT)
    await here(joint, "Dana Lee").presses("joining.end", "1:yes")
    await dana.sends(saying.SAY, place(joint), {"text": (TEXT,)})
    dana.sees("type “/somewhere say” in one of them", TEXT)


def place(joint: Joint) -> str:
    query = f"select id from places where address = '{COMMONS}'"
    return str(databases.rows(joint.bot.settings.database_url, query)[0][0])


async def test_only_its_author_takes_it_back(joint: Joint) -> None:
    await says(here(joint, "Dana Lee"))
    await joint.says("Heard", 300)
    rosa = joint.corner("Rosa Delgado", "discord")
    await rosa.presses(naming.BACK, "1")
    dana = joint.corner("Dana Lee")
    await dana.presses(naming.BACK, "2")
    dana.sees("That isn't here any more")
    assert TEXT in str(await joint.shown())


async def test_what_is_put_to_it_is_told_in_the_other(joint: Joint) -> None:
    await says(here(joint, "Dana Lee"))
    await joint.posts()
    await joint.reacts("👍", await copy_of(joint, "discord"), ROSA)
    below = f"{COMMONS}/{await copy_of(joint, 'slack')}"
    query = f"select count(*) from deliveries where card = 'bridge.reactions' and address = '{below}'"
    assert databases.rows(joint.bot.settings.database_url, query) == [(1,)]
    hidden = joint.corner("Dana Lee")
    await hidden.sends("moderate.hide", "1", {"reason": ("Because",)})
    assert await joint.shown(SQUARE) == []


@on_both
async def test_where_discord_keeps_words_from_the_bot_a_command_crosses(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with house(tmp_path) as home:
        dana, rosa = await joined_by_name(home)
        await rosa.types("Hola")
        asked = await rosa.sees_among_cards("Rosa Delgado: este canal está unido con otro")
        await rosa.person.press(asked, "Elegir")
        await rosa.presses("Rosa Delgado")
        await wordless(home, monkeypatch)
        await rosa.types("/somewhere")
        await rosa.sees("También pasa lo que usted escribe con «/somewhere decir».")
        await rosa.presses("Escribir en los dos canales")
        await rosa.fills_in(text="¿A qué hora es?")
        await rosa.sees("Lo publico en")
        await eventually(lambda: copies(dana, "¿A qué hora es?") and copies(rosa, "¿A qué hora es?"))
        assert copies(rosa, "¿A qué hora es?")[0].author == "Rosa Delgado (via /somewhere)"
        await dana.types("/somewhere say At six")
        await dana.fills_in()
        await dana.sees("I post it in")
        await rosa.sees_among_cards("At six")
        await dana.replies("And bring books", under="At six")
        shown = await rosa.sees_among_cards("At six")
        await eventually(lambda: "And bring books" in str(rosa.person.thread(shown)))


async def test_a_form_from_before_another_joining_is_not_posted_in_that(joint: Joint) -> None:
    """Its writer meant another channel, and those who read it."""
    dana = here(joint, "Dana Lee")
    await dana.types("say")
    form = dana.answer
    assert isinstance(form, Form)
    await dana.presses("joining.end", "1:yes")
    await dana.types("join")
    await dana.clicks("#plaza-en-español (Discord)")
    await dana.clicks("Ask everybody")
    for name in AGREEING:
        await here(joint, name, "discord" if name in ("Marcus Tilley", "Hannah Whitaker") else "slack").presses(
            "joining.agree", "2"
        )
    await joint.bot.writer.do(lambda session: talks.open_thread(session, JOINED, 2, str(COMMONS), "200.0"))
    await dana.sends(form.name, form.about, {"text": (TEXT,)})
    dana.sees("this channel is not joined with the other any more")
    await says(dana)
    dana.sees("#plaza-en-español")


async def test_a_form_of_an_older_version_is_looked_at_once_more(joint: Joint) -> None:
    """It does not say with what the channel was joined when it was opened."""
    dana = here(joint, "Dana Lee")
    await dana.sends(saying.SAY, place(joint), {"text": (TEXT,)})
    dana.sees("Nothing is posted yet", TEXT)
    assert await joint.shown(SQUARE) == await joint.shown(COMMONS) == []
    await dana.clicks("Fix it")
    await dana.fills_in(text=TEXT)
    dana.sees("I post it in")
    assert TEXT in str(await joint.shown(SQUARE))


async def test_what_was_typed_before_the_channels_were_for_others_comes_back(joint: Joint) -> None:
    dana = here(joint, "Dana Lee")
    await dana.types("say")
    for table in ("place_groups", "place_buildings"):
        databases.change(joint.bot.settings.database_url, f"delete from {table} where place_id in ({BOTH})")
    groups = "insert into place_groups (place_id, group_id) select places.id, groups.id from places, groups"
    those = f"where places.id in ({BOTH}) and groups.key in ('cvea', 'board')"
    databases.change(joint.bot.settings.database_url, f"{groups} {those}")
    databases.change(joint.bot.settings.database_url, f"update places set audience = 'JOINT' where id in ({BOTH})")
    await dana.fills_in(text=TEXT)
    dana.sees("I didn't post it", TEXT)
    assert await joint.shown(SQUARE) == await joint.shown(COMMONS) == []


BOTH = f"select id from places where address in ('{COMMONS}', '{SQUARE}')"
