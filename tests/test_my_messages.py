"""My messages, and where the day's one message comes: to Slack, to Discord where somebody asked for it, or not at all;
then it is on the home card."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import select
from support import databases
from support.cores import Core, core, said
from support.corner import Corner, buttons, corner, drawn, next_due
from support.databases import on_both
from support.rendered import assert_shown_whole

from bot import notices, routes
from bot.boundary import Form, Text
from bot.feature import Feature, NoticeKind
from bot.people import model as people
from bot.storage import context
from bot.texts import read
from wiring import CONTENT

pytestmark = on_both

TUESDAY = datetime(2027, 3, 2, 9, tzinfo=ZoneInfo("America/Chicago"))  # with school
KIND = NoticeKind("poll-reminders", lambda *_: True, lambda _session, subject, _words: [Text(f"News {subject}")])
HOUSE = routes.house([*routes.FEATURES, Feature(notices={"news": KIND})])
TOLD = "select address, subject from deliveries where card = 'roundup' order by id"
REFUSE = "update deliveries set state = 'FAILED', reason = '50007', waits_since = null where card = 'roundup'"
LABELS = [name for name, variables in sorted(read(CONTENT)["en"].variables.items()) if not variables]


async def tell(bot: Core, name: str, subject: int, days: int = 4) -> None:
    def work(session: notices.Session) -> None:
        member = session.scalars(select(people.Member.id).where(people.Member.name == name)).one()
        context.of(session).now = bot.clock.now()
        notices.tell(session, member, "news", subject, bot.clock.now(), bot.clock.now() + timedelta(days=days))

    await bot.writer.do(work)


def told(bot: Core) -> list[str]:
    """On which platforms the day's messages came so far."""
    return [address.partition(":")[0] for address, _ in databases.rows(bot.settings.database_url, TOLD)]


def newest(bot: Core) -> str:
    return drawn(bot, notices.CARD, databases.rows(bot.settings.database_url, TOLD)[-1][1], house=HOUSE)


async def at_home(reader: Corner) -> str:
    await reader.types("somewhere")
    return reader.sees("Hello" if "Kevin" in said(reader.answer).text() else "Hola")


def offered(reader: Corner) -> list[str]:
    return [button.label for button in buttons(said(reader.answer))]


@on_both
async def test_a_parent_without_slack_reads_it_at_home_until_they_ask_for_messages(tmp_path: Path) -> None:
    async with core(tmp_path, house=HOUSE) as bot:
        bot.clock.move_to(TUESDAY)
        kevin = corner(bot, "Kevin Brandvold", "discord")
        await tell(bot, "Kevin Brandvold", 1)
        await next_due(bot, notices.NOTICE)
        assert told(bot) == []
        for _ in range(2):  # and for as long as it is worth knowing
            assert "News 1" in await at_home(kevin)
        await tell(bot, "Kevin Brandvold", 2)
        await kevin.clicks("Message me here")
        kevin.sees("Done.", "come in Discord: at most one a day")
        await bot.later(hours=1)
        assert told(bot) == ["discord"]
        assert "News 2" in newest(bot)
        assert "News 1" not in newest(bot), "which was read at home"
        assert "News" not in await at_home(kevin)
        await tell(bot, "Kevin Brandvold", 3)
        await bot.later(hours=6)
        assert len(told(bot)) == 1, "one a day"
        await bot.later(days=1)
        assert told(bot) == ["discord", "discord"]

        await kevin.presses("messages")
        await kevin.clicks("Don't message me")
        kevin.sees("Done.", "I don't write to you unless you asked for something.")
        await tell(bot, "Kevin Brandvold", 4, days=2)
        await bot.later(days=1, hours=1)
        assert len(told(bot)) == 2
        assert "News 4" in await at_home(kevin)
        assert "Message me here" not in offered(kevin), "they have said no"
        await bot.later(days=2)
        assert "News 4" not in await at_home(kevin)


@on_both
async def test_with_both_the_last_press_wins_and_can_be_undone(tmp_path: Path) -> None:
    async with core(tmp_path, house=HOUSE) as bot:
        bot.clock.move_to(TUESDAY)
        here, there = corner(bot, "Rosa Delgado", "discord"), corner(bot, "Rosa Delgado", "slack")
        await at_home(here)
        assert "¿Puedo escribirle aquí" not in said(here.answer).text(), "it comes in Slack"
        await tell(bot, "Rosa Delgado", 1)
        await bot.later(hours=1)
        assert told(bot) == ["slack"]
        await here.clicks("Escríbame aquí")
        here.sees("Listo.", "en Discord:")
        await tell(bot, "Rosa Delgado", 2)
        await bot.later(hours=2)
        assert len(told(bot)) == 1, "one a day, wherever it comes"
        await bot.later(days=1)
        assert told(bot)[1:] == ["discord"]
        await at_home(there)
        await there.clicks("Escríbame aquí")
        there.sees("en Slack:")
        await there.clicks("Deshacer")
        there.sees("en Discord:")
        await here.presses("messages.where", "slack")
        await tell(bot, "Rosa Delgado", 3)
        await bot.later(days=1)
        assert told(bot)[2:] == ["slack"]
        await here.presses("messages.where", "pager")
        here.sees("Eso ya no está aquí.")


@on_both
async def test_who_keeps_the_bot_out_is_not_written_to_again_before_they_ask(tmp_path: Path) -> None:
    async with core(tmp_path, house=HOUSE) as bot:
        bot.clock.move_to(TUESDAY)
        ramon, database = corner(bot, "Ramón Ibarra", "discord"), bot.settings.database_url
        assert "¿Puedo escribirle aquí, en Discord?" in await at_home(ramon), "for he has a role"
        await ramon.clicks("Escríbame aquí")
        await tell(bot, "Ramón Ibarra", 1)
        await bot.later(minutes=8)
        databases.change(database, REFUSE)
        await bot.later(hours=3)
        assert "Discord no me dejó escribirle." in await at_home(ramon)
        ramon.sees("News 1")
        await tell(bot, "Ramón Ibarra", 2)
        await bot.later(days=1)
        assert told(bot) == ["discord"], "nobody knocks twice"
        await ramon.clicks("Escríbame aquí")
        await bot.later(hours=1)
        assert told(bot) == ["discord"] * 2
        assert newest(bot).startswith("News 2")


async def test_each_kind_is_named_once(tmp_path: Path) -> None:
    """On a phone a list above its buttons is as long as they are: the buttons alone say what comes and what doesn't."""
    async with core(tmp_path) as bot:
        maria = corner(bot, "Maria Rivera")
        await maria.presses("messages")
        text = maria.sees("These come to you:", "Turn off: Poll reminders")
        assert (text.count("Poll reminders"), "left these out" in text) == (1, False)
        await maria.clicks("Turn off: Poll reminders")
        text = maria.sees("You left these out:", "Turn on: Poll reminders", "These come to you:")
        assert text.count("Poll reminders") == 1


@pytest.mark.parametrize("count", [12, 40])
async def test_any_number_of_kinds_has_a_switch_each(tmp_path: Path, count: int) -> None:
    labels = [label for label in LABELS if len(read(CONTENT)["en"](label)) < 50][:count]
    more = {f"kind-{label}": replace(KIND, label=label) for label in labels}
    kinds = {**more, "again": replace(KIND, label=labels[0])}
    async with core(tmp_path, house=routes.house([*routes.FEATURES, Feature(notices=kinds)])) as bot:
        maria = corner(bot, "Maria Rivera")
        await maria.presses("messages")
        pages = [said(maria.answer)]
        while "More of them" in offered(maria) and len(pages) < 4:
            await maria.clicks("More of them")
            pages.append(said(maria.answer))
        for page in pages:
            assert_shown_whole(page)
        switches = {
            button.label: button for page in pages for button in buttons(page) if button.do == "messages.switch"
        }
        words = read(CONTENT)["en"]
        assert {f"Turn off: {words(label)}" for label in labels} <= switches.keys()
        off = switches[f"Turn off: {words(labels[0])}"]
        for _ in range(2):  # a second press changes nothing
            await maria.presses(off.do, off.about)
            maria.sees("You left these out:", f"Turn on: {words(labels[0])}")
        key = databases.rows(bot.settings.database_url, "select key from preferences order by key")
        assert key == [("muted again",), (f"muted kind-{labels[0]}",)]
        await maria.clicks(f"Turn on: {words(labels[0])}")
        assert "left these out" not in maria.sees(f"Turn off: {words(labels[0])}")
        assert databases.rows(bot.settings.database_url, "select key from preferences") == []


async def test_what_was_posted_before_there_were_switches_still_works(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        maria = corner(bot, "Maria Rivera")
        old = {"hours": ("9-17",), "days": ("every day",), "poll": ("no",), "question-followed": ("yes",)}
        await maria.sends("messages.wishes", "", old)
        maria.sees("Saved.", "Hours: 9:00 AM to 5:00 PM", "Days: Every day", "Turn on: Poll reminders")
        await maria.clicks("Turn on: Poll reminders")
        maria.sees("Turn off: Poll reminders")
        await maria.presses("messages.mute", "poll")
        maria.sees("From now on I leave these out: Poll reminders")
        await maria.clicks("My messages")
        await maria.clicks("Change hours and days")
        assert isinstance(maria.answer, Form)
        assert [field.name for field in maria.answer.fields] == ["hours", "days", "zone"]
        await maria.fills_in(hours="As the district has it: 7:00 AM to 6:00 PM")
        maria.sees("Hours: 7:00 AM to 6:00 PM", "Days: Every day", "Turn on: Poll reminders")
        await maria.sends("messages.questions", "", {"questions": ("daily",)})
        maria.sees("Questions for your role: In the day's one message")


async def test_without_the_days_message_questions_are_not_said_to_come_in_it(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        maria = corner(bot, "Maria Rivera")
        await maria.sends("messages.questions", "", {"questions": ("daily",)})
        await maria.clicks("Don't message me")
        maria.sees("I write to you only with questions", "Questions for your role: At once, inside my hours")
        await maria.clicks("Undo")
        maria.sees("Questions for your role: In the day's one message")


async def test_who_turned_messages_to_many_off_is_promised_nothing_urgent(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        luz = corner(bot, "Luz Paredes")
        await luz.presses("messages")
        luz.sees("y otro más si algo es urgente", "Si algo es urgente:")
        await luz.presses("messages.mute", "broadcast")
        await luz.presses("messages")
        assert "urgente" not in luz.sees("Lo que usted no pidió llega en Slack: un mensaje al día como máximo.")
