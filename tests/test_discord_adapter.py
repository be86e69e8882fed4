"""Conversations on the wire between people at a pretend Discord and the adapter."""

from __future__ import annotations

import pytest
from support.adapters import bot, discord, discord_core
from support.discord_bot import (
    ADDRESS,
    BOT,
    FAMILIES,
    GUILD,
    Core,
    connect,
    private_texts,
    say,
    until,
)

from adapters.discord import inbound
from adapters.discord.connection import Connection
from adapters.discord.gateway import Shard
from bot.boundary import (
    Account,
    Bar,
    Button,
    Buttons,
    Choice,
    ChoiceField,
    Command,
    Form,
    FormErrors,
    Heading,
    Joined,
    Left,
    Message,
    MomentField,
    PickField,
    Press,
    Private,
    Said,
    Submit,
    TextField,
)
from playground.discord import Discord, greeting

__all__ = ["bot", "discord", "discord_core"]

FORM = Form(
    name="poll",
    title="A new poll",
    submit="Preview",
    cancel="Cancel",
    about="7",
    fields=(
        TextField("question", "Question", value="Which day?"),
        ChoiceField("how", "Answers", (Choice("one", "One"), Choice("some", "Several")), chosen=("one",)),
    ),
)


PEOPLE = tuple(Choice(f"#{number}", f"Teacher {number}") for number in range(30))
PLAN = Form(
    name="plan",
    title="A meeting",
    submit="Go on",
    cancel="Not now",
    about="7",
    fields=(
        MomentField("begins", "When?", "Fri 3pm", time="Time of day"),
        PickField("who", "With whom?", "people", PEOPLE, hint="Begin to type a name."),
        PickField("also", "And with whom?", "people", PEOPLE, ("#1",), most=2),
    ),
)


async def test_a_command_is_answered_privately(discord: Discord, core: Core, bot: Connection) -> None:
    ana, dana = discord.sit("11"), discord.sit("12")
    core.will(Private(say("¿Qué quiere preguntar?")))

    outcome = await ana.command(FAMILIES, "poll", "¿Qué día? | Martes | Jueves")

    assert outcome.acknowledged
    assert isinstance(core.last, Command)
    assert (core.last.name, core.last.text, core.last.language) == ("poll", "¿Qué día? | Martes | Jueves", "es")
    assert (core.last.actor, core.last.place) == (Account("discord", GUILD, "11"), ADDRESS)
    assert [message.text for message in ana.messages(FAMILIES)] == ["¿Qué quiere preguntar?"]
    assert dana.messages(FAMILIES) == []


async def test_a_command_with_nothing_to_say_leaves_nothing(discord: Discord, core: Core, bot: Connection) -> None:
    ana = discord.sit("11")
    assert (await ana.command(FAMILIES, "somewhere")).acknowledged
    await until(lambda: not ana.messages(FAMILIES))


async def test_a_vote_on_a_card(discord: Discord, core: Core, bot: Connection) -> None:
    ana = discord.sit("11")
    card = Message(
        (Heading("Which day?"), Bar("Tuesday", "0 votes", 0), Buttons((Button("Tuesday", "vote", "7/1", "main"),)))
    )
    remote = await bot.platform.post(ADDRESS, card, 99, None)
    (seen,) = ana.messages(FAMILIES)
    assert (seen.id, seen.text) == (remote, "Which day?\nTuesday: 0 votes")
    assert seen.button("Tuesday").key == "vote|7/1|99"

    core.will(Private(say("You chose Tuesday.", Button("Change", "change", "7"))), Private(say("What will it be?")))
    assert (await ana.press(seen, "Tuesday")).acknowledged
    assert isinstance(core.last, Press)
    assert (core.last.do, core.last.about) == ("vote", "7/1")
    card_still, answer = ana.messages(FAMILIES)
    assert card_still == seen
    assert (answer.text, answer.private) == ("You chose Tuesday.", True)

    assert (await ana.press(answer, "Change")).acknowledged
    assert private_texts(discord, "11") == ["What will it be?"], "it takes the place of the first"


async def test_a_press_with_nothing_to_say(discord: Discord, core: Core, bot: Connection) -> None:
    ana = discord.sit("11")
    await bot.platform.post(ADDRESS, say("Which day?", Button("Tuesday", "vote")), 99, None)
    (seen,) = ana.messages(FAMILIES)
    assert (await ana.press(seen, "Tuesday")).acknowledged
    assert ana.messages(FAMILIES) == [seen]


async def test_a_form_is_filled_in_mended_and_sent_in_again(discord: Discord, core: Core, bot: Connection) -> None:
    ana = discord.sit("11")
    core.will(FORM)
    assert (await ana.command(FAMILIES, "poll")).acknowledged
    assert ana.form
    assert (ana.form.title, ana.form.field("Question").value) == ("A new poll", "Which day?")
    assert ana.form.field("Answers").chosen == ("one",)

    core.will(FormErrors({"question": "Too short."}, say("The question is too short.", Button("Fix it", "fix", "7"))))
    assert (await ana.submit({"question": "", "how": "some"})).acknowledged
    assert isinstance(core.last, Submit)
    assert (core.last.form, core.last.about) == ("poll", "7")
    assert core.last.fields == {"question": ("",), "how": ("some",)}
    (mend,) = ana.messages(FAMILIES)
    assert (mend.text, mend.private) == ("The question is too short.", True)

    core.will(FORM, Private(say("This is what people will see.")))
    assert (await ana.press(mend, "Fix it")).acknowledged
    assert ana.form
    assert (await ana.submit({"question": "Which day?"})).acknowledged
    assert private_texts(discord, "11") == ["This is what people will see."]


async def test_a_form_from_a_card_leaves_the_card(discord: Discord, core: Core, bot: Connection) -> None:
    ana = discord.sit("11")
    await bot.platform.post(ADDRESS, say("Ask us", Button("Ask", "ask")), 99, None)
    (card,) = ana.messages(FAMILIES)
    core.will(FORM, Private(say("Thank you.")), FORM, None)
    await ana.press(card, "Ask")
    await ana.submit({})
    assert private_texts(discord, "11") == ["Thank you."]
    await ana.press(card, "Ask")
    assert (await ana.submit({})).acknowledged
    assert ana.messages(FAMILIES)[0] == card


async def test_what_is_said_in_a_dm_is_answered_there(discord: Discord, core: Core, bot: Connection) -> None:
    ana = discord.sit("11")
    dm = discord.dm("11")
    core.will(Private(say("What can I do?", Button("Ask", "ask"))), Private(say("Go on.")))
    await ana.say(dm, "hello")
    await until(lambda: len(ana.messages(dm)) == 2)
    assert isinstance(core.last, Said)
    assert (core.last.text, core.last.actor) == ("hello", Account("discord", "", "11"))

    answer = ana.messages(dm)[-1]
    assert answer.text == "What can I do?"
    assert (await ana.press(answer, "Ask")).acknowledged
    assert [message.text for message in ana.messages(dm)] == ["hello", "Go on."]


async def test_who_names_the_bot_is_answered_in_a_dm(discord: Discord, core: Core, bot: Connection) -> None:
    ana = discord.sit("11")
    await ana.say(FAMILIES, "just talking")
    await until(lambda: core.events)
    assert isinstance(core.last, Said)
    assert not core.last.to_bot
    core.will(Private(say("What can I do?")))
    await ana.say(FAMILIES, "@Start Somewhere can you help?")
    await until(lambda: ana.messages(discord.dm("11")))
    assert isinstance(core.last, Said)
    assert (core.last.text, core.last.place, core.last.to_bot) == ("can you help?", ADDRESS, True)

    discord.dms_refused.add("11")
    core.will(Private(say("What can I do?")))
    await ana.say(FAMILIES, "@Start Somewhere and now?")
    await until(lambda: len(core.events) == 2)
    assert (await ana.command(FAMILIES, "somewhere")).acknowledged


async def test_it_tells_where_it_came_and_went(discord: Discord, core: Core, bot: Connection) -> None:
    joined, left = (kind(platform="discord", workspace=GUILD) for kind in (Joined, Left))
    await until(lambda: core.moves == [joined])
    discord.dispatch("GUILD_DELETE", {"id": GUILD, "unavailable": True})  # Discord has trouble of its own
    discord.remove_bot(GUILD)
    await until(lambda: core.moves == [joined, left])
    discord.invite(GUILD)
    await until(lambda: core.moves == [joined, left, joined])


async def test_of_servers_that_discord_does_not_list_it_asks_whether_it_is_still_there(
    discord: Discord, core: Core, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One it was taken out of, one Discord forgot to list, and of one another shard hears."""
    gone, elsewhere, asked = "8388608", "4194304", []

    async def was_in(bot: str) -> list[str]:
        asked.append(bot)
        return [elsewhere, GUILD, gone]

    told = greeting.ready
    monkeypatch.setattr(greeting, "ready", lambda *about, **more: told(*about, **more) | {"guilds": []})
    connection = connect(discord, core, shard=Shard(0, 2), was_in=was_in)
    await connection.start()
    await until(lambda: Left(platform="discord", workspace=gone) in core.moves)
    await connection.stop()
    assert [event for event in core.moves if isinstance(event, Left)] == [Left(platform="discord", workspace=gone)]
    assert asked == [BOT]


@pytest.mark.parametrize("odd", [{}, {"guilds": None}, {"guilds": [{}]}, {"guilds": [{"id": GUILD}, 7]}])
def test_what_does_not_say_where_the_bot_is_ends_nothing(odd: object) -> None:
    assert inbound.guilds(odd) is None


def test_servers_that_discord_cannot_reach_are_listed_too() -> None:
    assert inbound.guilds({"guilds": [{"id": "1", "unavailable": True}, {"id": "2"}]}) == {"1", "2"}


async def test_a_day_a_time_and_people_are_typed(discord: Discord, core: Core, bot: Connection) -> None:
    ana = discord.sit("11")
    core.will(PLAN)
    await ana.command(FAMILIES, "poll")
    assert ana.form is not None
    begins, who, also = ana.form.fields
    assert (begins.placeholder, begins.most, who.hint, also.value) == (
        "Fri 3pm",
        100,
        "Begin to type a name.",
        "Teacher 1",
    )
    await ana.submit({"begins": "viernes 3 p. m.", "who": "Teacher 2", "also": "Teacher 1\nTeacher 3"})
    sent = core.last
    assert isinstance(sent, Submit)
    assert sent.fields == {"begins": ("viernes 3 p. m.",), "who": ("Teacher 2",), "also": ("Teacher 1\nTeacher 3",)}

    core.will(PLAN.filled_in(sent.fields))  # as a button does that opens it again
    await ana.command(FAMILIES, "poll")
    await ana.submit({})
    again = core.last
    assert isinstance(again, Submit)
    assert again.fields == sent.fields

    core.will(PLAN.filled_in({"begins": ("2026-10-14T15:15",), "who": ("#2",)}))  # picked on Slack
    await ana.command(FAMILIES, "poll")
    await ana.submit({})
    picked = core.last
    assert isinstance(picked, Submit)
    assert picked.fields == {"begins": ("2026-10-14 15:15",), "who": ("Teacher 2",), "also": ("Teacher 1",)}
