"""Two roles that agree when to meet: what may go wrong, and what it may never do, in the core."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.cores import core, said
from support.corner import buttons, corner
from support.databases import on_either
from support.meetings import FRIDAY, TUESDAY, agreed, dates, offered, rows, told, until

from bot.meetings import pairing

pytestmark = on_either


async def test_times_are_asked_first_and_one_tap_agrees(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        maria, rosa = corner(bot, "Maria Rivera"), corner(bot, "Rosa Delgado", "discord")
        await maria.presses("meeting.start")
        await maria.fills_in(how="By phone, with an interpreter")
        maria.sees(
            "Nothing is sent yet", "Rosa Delgado", FRIDAY, TUESDAY, "20 minutes. Once a month. By phone, with an"
        )
        await maria.clicks("Send")
        await maria.types("somewhere")
        maria.sees("Rosa Delgado can pick a time", FRIDAY)
        await maria.presses("meeting.pick", "1:1")
        maria.sees("The other side picks one")
        await rosa.types("somewhere")
        rosa.sees("Maria Rivera", "quisiera reunirse con usted", "Por teléfono, con intérprete")
        assert told(bot, pairing.ASKED) == ["rosa-delgado"]
        await rosa.clicks("el martes 13 de octubre, 3:15\xa0p.m.")
        await rosa.presses("meeting.pick", "1:1")
        rosa.sees("Esa propuesta ya terminó")
        assert dates(bot) == ["2026-10-13 2026-10-13 20:15 planned"]
        assert told(bot, pairing.AGREED) == ["maria-rivera"]
        curtis = corner(bot, "Curtis Wendell")
        for do, about in (
            ("meeting.show", "1"),
            ("meeting.add", "1"),
            ("meeting.pick", "1:1"),
            ("meeting.cancel", "1"),
        ):
            await curtis.presses(do, about)
            curtis.sees("That isn't here any more")


async def test_neither_suits_and_others_are_offered(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        maria, rosa = await offered(bot)
        await rosa.presses("meeting.neither", "1")
        await rosa.fills_in(first="2026-10-14T17:00", second="15 de octubre 5 p. m.")
        await rosa.clicks("Enviar")
        await rosa.presses("meeting.pick", "1:1")
        rosa.sees("Esa propuesta ya terminó")
        await maria.presses("meeting.pick", "2:2")
        maria.sees("You meet with Rosa Delgado", "Thursday, October 15, 5:00 PM")

        await rosa.presses("meeting.move", "1")  # just this once
        await rosa.fills_in(first="2026-10-16T17:00", second="2026-10-19T17:00")
        await rosa.clicks("Enviar")
        await maria.presses("meeting.show", "1")
        maria.sees("Which of these suits you, just this once?")
        await maria.clicks("Monday, October 19, 5:00\xa0PM")
        await until(bot, 2026, 10, 20)
        assert dates(bot) == ["2026-10-15 2026-10-19 22:00 over", "2026-11-19 2026-11-19 23:00 planned"]


@pytest.mark.parametrize(
    ("first", "second", "says"),
    [
        ("2026-10-06T09:00", "2026-10-13T15:15", "That time has passed"),
        ("2026-11-26T15:15", "2026-10-13T15:15", "There is no school on November 26, 2026"),
        ("2026-10-13T15:15", "2026-10-13T15:15", "Both times are the same"),
        ("2026-99-99T15:15", "2026-10-13T15:15", "I can't tell which day"),
        ("whenever", "2026-10-13T15:15", "I can't tell which day"),
    ],
)
async def test_times_that_cannot_be(tmp_path: Path, first: str, second: str, says: str) -> None:
    async with core(tmp_path) as bot:
        maria = corner(bot, "Maria Rivera")
        await maria.presses("meeting.start")
        await maria.fills_in(first=first, second=second)
        maria.sees(says)
        await maria.clicks("Fix it")
        await maria.fills_in(first="2026-10-12T15:15", second="2026-10-13T15:15")
        await maria.clicks("Send")
        maria.sees("Sent.")


async def test_buttons_of_what_is_over_say_so(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        maria, rosa = await offered(bot)
        await maria.clicks("Take it back")
        await rosa.presses("meeting.pick", "1:1")
        rosa.sees("Esa propuesta ya terminó")
        await maria.presses("meeting.start")
        await maria.fills_in()
        await maria.clicks("Send")
        await bot.later(days=10)
        await rosa.presses("meeting.pick", "2:1")
        rosa.sees("Esa hora ya pasó")
        await maria.types("somewhere")
        maria.sees("picked none of these, and they have passed")
        assert buttons(said(maria.answer))


async def test_both_offer_at_once(tmp_path: Path) -> None:
    """There is one series, and who comes second is told where it is."""
    async with core(tmp_path) as bot:
        maria, rosa = corner(bot, "Maria Rivera"), corner(bot, "Rosa Delgado", "discord")
        for one in (maria, rosa):
            await one.presses("meeting.start")
            await one.fills_in()
        await rosa.clicks("Enviar")
        await maria.clicks("Send")
        maria.sees("you meet already")
        assert rows(bot, "select count(*) from meeting_series") == [(1,)]
        await maria.types("somewhere")
        maria.sees("Rosa Delgado", "Which time suits you?")


FIRST = "select kind, s.version, rule, at from meeting_series s join meetings m on m.series_id = s.id where s.id = 1"


async def test_a_forged_form_takes_over_nobodys_meetings(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        await agreed(bot)
        lucia, joel = corner(bot, "Lucía Benavides"), corner(bot, "Joel Hartmann")
        before = rows(bot, FIRST)
        version = str(rows(bot, "select version from meeting_series")[0][0])
        times = {"first": ("2026-10-14T15:15",), "second": ("2026-10-15T15:15",)}
        terms = {**times, "how": ("phone",), "often": ("week",), "series": ("1",), "meeting": ("1",)}
        body = {"when": ("2026-10-22T16:00",), "often": ("week",), "series": ("1",), "version": (version,)}
        for who, form, forged, send in (
            (lucia, "meeting.pair", terms, "Enviar"),
            (joel, "meeting.body", body, "Save it"),
        ):
            await who.sends(form, "", forged)
            await who.clicks(send)
            await who.presses("meeting.show", "1")
            assert "Maria Rivera" not in who.sees()
        assert rows(bot, FIRST) == before
