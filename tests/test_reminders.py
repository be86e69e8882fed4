"""Whoever has not answered is reminded once, alone or in one post that names nobody."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

import pytest
from support import databases, watching
from support.databases import on_either
from support.house import House, eventually, house
from support.linked import MARIA, TEAM
from support.talk import LINE, QUESTION, Chair, Core, chair, core, gathered, later, noon, posted

from bot.boundary import Address, ChoiceField, Form

pytestmark = on_either

PLACES = ("#lincoln-staff (Slack)", "#town-square (Discord)", "#plaza-en-español (Discord)")
TOLD = "select key from roundups join members on members.id = member_id order by key"
POSTS = "select count(*) from deliveries where card = 'poll.reminder'"
OWEN = "from members where key = 'owen-lindqvist'"
OWENS_HOURS = (
    f"insert into preferences (member_id, key, value) select id, 'hours', '20-22' {OWEN}"
    f" union all select id, 'days', 'every day' {OWEN}"
)
STAFF = Address("slack", TEAM, "C01LINCOLNSTAFF")
TUESDAY = 1


async def until_tuesday_noon(home: House) -> None:
    """With a poll that closes on Wednesday at four, nobody's hours or days are in the way."""
    now = home.bot.clock.now()
    await later(home, seconds=(noon(now, TUESDAY) - now).total_seconds())


def told(folder: Path) -> list[str]:
    """Whom the bot wrote to unasked, by key, once for each time."""
    return [key for (key,) in databases.rows(databases.address(folder), TOLD)]


def lincoln(home: House) -> tuple[Chair, Chair, Chair]:
    """Maria and Jamal in Slack, Kevin in Discord."""
    return (
        chair(home, "slack", "Maria Rivera", "lincoln-staff"),
        chair(home, "slack", "Jamal Whitfield", "lincoln-staff"),
        chair(home, "discord", "Kevin Brandvold", "town-square"),
    )


async def test_only_those_who_have_not_answered_are_reminded(tmp_path: Path) -> None:
    async with house(tmp_path) as home:
        await gathered(tmp_path, 14)
        await until_tuesday_noon(home)
        maria, jamal, kevin = lincoln(home)
        guadalupe = chair(home, "discord", "Guadalupe Navarrete", "plaza-en-español")
        priya, beatriz = chair(home, "slack", "Priya Natarajan"), chair(home, "slack", "Beatriz Montoya")
        curtis = chair(home, "slack", "Curtis Wendell")
        await maria.types(LINE)
        await maria.presses("Edit")
        await maria.fills_in(places=PLACES)
        await maria.sees("Those who haven't answered are reminded Wednesday", "by one post that names nobody")
        await maria.presses("Post it")
        await maria.sees("Posted. It closes")
        await jamal.answers("Tuesday")
        await jamal.sees("Your answer is in")
        await kevin.answers("Tuesday")
        await kevin.sees("Your answer is in")
        await later(home, hours=24)

        card = await priya.sees_card("This poll closes Wednesday", "4:00 PM", "your answer wasn't in yet", QUESTION)
        assert [button.label for button in card.buttons] == [
            "Answer now",
            "Skip this one",
            "No poll reminders",
            "My messages",
        ]
        await beatriz.sees_card("Esta encuesta se cierra el miércoles", "su respuesta todavía no estaba", QUESTION)
        assert curtis.card is None  # of another school
        names = told(tmp_path)
        assert {"maria-rivera", "priya-natarajan", "beatriz-montoya"} <= set(names)
        assert not {"jamal-whitfield", "kevin-brandvold", "curtis-wendell"} & set(names)
        assert len(names) == len(set(names))

        await priya.answers("Answer now")
        await priya.sees(QUESTION)
        await priya.presses("Thursday")
        await priya.sees("Your answer is in")

        note = await kevin.sees_card("This poll closes Wednesday", "only you see that", QUESTION)
        assert not note.pings
        assert [button.label for button in note.buttons] == ["Is my answer in?"]
        await kevin.answers("Is my answer in?")
        await kevin.sees("Yes, your answer is in. You can change it until Wednesday")
        await guadalupe.answers("¿Está mi respuesta?")
        await guadalupe.sees("Su respuesta todavía no está. Puede contestar hasta el miércoles")
        await guadalupe.presses("Contestar ahora")
        await guadalupe.presses("Neither")
        await guadalupe.sees("Recibí su respuesta")
        await later(home, hours=5)
        await kevin.sees_card("Closed Wednesday")  # and the reminder is gone
        assert told(tmp_path) == names


async def test_of_an_anonymous_one_all_are_reminded_together(tmp_path: Path) -> None:
    """A message to those alone who have not answered would tell who has, in their DMs and in the database."""
    async with house(tmp_path) as home:
        await gathered(tmp_path, 14)
        await until_tuesday_noon(home)
        maria, jamal, kevin = lincoln(home)
        await maria.types(LINE)
        await maria.presses("Edit")
        await maria.fills_in(places=PLACES)
        await maria.switches("Make it anonymous", "Make it not anonymous")
        await maria.sees("Everybody is reminded Wednesday", "I write to nobody alone")
        await maria.presses("Post it")
        await maria.sees("Posted. It closes")
        await jamal.answers("Tuesday")
        await jamal.sees("Your answer is in")
        await later(home, hours=24)

        for who, said in ((jamal, "Yes, your answer is in."), (kevin, "Your answer isn't in yet.")):
            await who.sees_card("This poll closes Wednesday", "only you see that", QUESTION)
            await who.answers("Is my answer in?")
            await who.sees(said)
        assert told(tmp_path) == []
        await later(home, hours=5)
        await jamal.sees_card("Closed Wednesday")  # and the reminder is gone
        assert told(tmp_path) == []


async def test_in_discord_those_are_reminded_alone_who_asked_for_it(tmp_path: Path) -> None:
    async with house(tmp_path) as home:
        await gathered(tmp_path, 14)
        await until_tuesday_noon(home)
        maria, _, kevin = lincoln(home)
        kevins_dm = chair(home, "discord", "Kevin Brandvold")
        guadalupe, guadalupes_dm = (
            chair(home, "discord", "Guadalupe Navarrete", *channel) for channel in (("plaza-en-español",), ())
        )
        for parent, here, done in (
            (kevin, "Message me here", "come in Discord: at most one a day"),
            (guadalupe, "Escríbame aquí", "llega en Discord: un mensaje al día como máximo"),
        ):
            await parent.types("/somewhere")
            await parent.presses(here)
            await parent.sees(done)
        home.discord.dms_refused.add(guadalupe.person.id)
        await posted(maria, LINE, *PLACES)
        await later(home, hours=25)
        await kevins_dm.sees_card("This poll closes Wednesday", QUESTION)
        assert guadalupes_dm.card is None
        await guadalupe.types("/somewhere")
        await guadalupe.sees("Discord no me dejó escribirle.", "Esta encuesta se cierra el miércoles", QUESTION)
        await guadalupe.presses("Contestar ahora")
        await guadalupe.presses("Neither")
        await guadalupe.sees("Recibí su respuesta")
        assert {"kevin-brandvold", "guadalupe-navarrete"} <= set(told(tmp_path))


async def test_no_reminder_where_the_author_wants_none(tmp_path: Path) -> None:
    async with house(tmp_path) as home:
        await gathered(tmp_path, 14)
        await until_tuesday_noon(home)
        maria, _, kevin = lincoln(home)
        await maria.types(LINE)
        await maria.presses("Edit")
        await maria.fills_in(places=PLACES)
        await maria.presses("Send no reminder")
        preview = await maria.sees("Nothing is posted yet")
        await eventually(lambda: maria.answer and "are reminded" not in maria.answer.text)
        assert preview
        await maria.presses("Remind people")
        await maria.sees("are reminded")
        await maria.presses("Send no reminder")
        await eventually(lambda: maria.answer and "are reminded" not in maria.answer.text)
        await maria.presses("Edit")  # which forgets nothing
        await maria.fills_in(question="And now?")
        await maria.presses("Post it")
        await maria.sees("Posted. It closes")
        await later(home, hours=27)
        assert told(tmp_path) == []
        await kevin.sees_card("And now?", "Please pick one by")


@pytest.mark.parametrize(
    ("name", "skip", "skipped", "mute", "muted", "mine", "off", "turn_on", "on"),
    [
        (
            "Priya Natarajan",
            "Skip this one",
            "I won't remind you of this poll",
            "No poll reminders",
            "From now on I leave these out: Poll reminders",
            "My messages",
            "You left these out:",
            "Turn on: Poll reminders",
            "Turn off: Poll reminders",
        ),
        (
            "Beatriz Montoya",
            "Omitir esta",
            "no le recordaré esta encuesta",
            "Sin recordatorios de encuestas",
            "ya no le mando esto: Recordatorios de encuestas",
            "Mis mensajes",
            "Esto no le llega:",
            "Activar: Recordatorios de encuestas",
            "Desactivar: Recordatorios de encuestas",
        ),
    ],
)
async def test_skipped_muted_and_heard_again(
    tmp_path: Path,
    name: str,
    skip: str,
    skipped: str,
    mute: str,
    muted: str,
    mine: str,
    off: str,
    turn_on: str,
    on: str,
) -> None:
    async with house(tmp_path) as home:
        await gathered(tmp_path, 14)
        await until_tuesday_noon(home)
        maria, _, _ = lincoln(home)
        reader = chair(home, "slack", name)
        key = name.lower().replace(" ", "-")
        await posted(maria)
        await later(home, hours=24)
        first = reader.card
        assert first
        await reader.answers(skip)
        await reader.sees(skipped)
        await eventually(lambda: (now := reader.card) and skip not in [button.label for button in now.buttons])
        await reader.answers(mine)
        await watching.with_button(lambda: reader.answer, on)

        await posted(maria, "/poll Shall we?")
        await later(home, hours=24)
        await reader.answers(mute)
        await reader.sees(muted)
        assert told(tmp_path).count(key) == 2

        await posted(maria, "/poll Now?")
        await later(home, hours=24)
        assert told(tmp_path).count(key) == 2
        await reader.presses(mine)
        await reader.sees(off)
        await reader.switches(turn_on, on)
        await later(home, hours=72)  # over the weekend
        await posted(maria, "/poll And then?")
        await later(home, hours=24)
        await reader.sees_card("And then?")
        assert told(tmp_path).count(key) == 3


async def puts_off(bot: Core, days: int) -> None:
    """To the last moment that is offered within so many days."""
    form = await bot.presses(MARIA, "poll.later", "1")
    assert isinstance(form, Form)
    assert isinstance(form.fields[0], ChoiceField)
    offered = [datetime.fromisoformat(one.value) for one in form.fields[0].choices]
    latest = max(at for at in offered if at < bot.clock.now() + timedelta(days))
    await bot.sends(MARIA, "poll.later", "1", closes=latest.isoformat())


async def test_another_closing_time_reminds_nobody_twice(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        await bot.until(noon(bot.clock.now(), TUESDAY))
        databases.change(bot.settings.database_url, OWENS_HOURS)
        await bot.asks(MARIA, STAFF, *PLACES)
        await bot.later(days=1)
        names = told(tmp_path)
        assert {"maria-rivera", "priya-natarajan"} <= set(names)
        assert "owen-lindqvist" not in names, "it would have closed before his hours begin"
        posts = databases.rows(bot.settings.database_url, POSTS)
        assert posts == [(2,)]
        await puts_off(bot, 3)
        await bot.later(hours=10)
        assert sorted(told(tmp_path)) == sorted([*names, "owen-lindqvist"])
        await bot.later(days=3)
        await puts_off(bot, 9)  # and open again, over another week
        await bot.later(days=9)
        assert sorted(told(tmp_path)) == sorted([*names, "owen-lindqvist"])
        assert databases.rows(bot.settings.database_url, POSTS) == posts
