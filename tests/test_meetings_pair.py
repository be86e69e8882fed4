"""Two roles that meet: what may go wrong with a pair, and what it may never do, in the core."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session
from support import databases
from support.cores import Core, core, said
from support.corner import Corner, buttons, corner, drawn, shown
from support.databases import on_either, on_sqlite
from support.districts import copy, edit

from bot import actions
from bot.boundary import FormErrors
from bot.meetings import dying, pairing, schedule, telling
from bot.meetings.written import ITEM_MOST, ITEMS
from bot.operations import commands
from bot.people import seats
from bot.storage.database import connect
from bot.timetable import Due, DueRow

pytestmark = on_either

FRIDAY, TUESDAY = "Friday, October 9, 3:15 PM", "Tuesday, October 13, 3:15 PM"
LINCOLN = "rep-lincoln,building rep,cvea,lincoln,,maria-rivera,"


async def offered(bot: Core, **times: str) -> tuple[Corner, Corner]:
    """Maria, who represents Lincoln's staff, offers two times to Rosa, who is Lincoln's PTA liaison."""
    maria, rosa = corner(bot, "Maria Rivera"), corner(bot, "Rosa Delgado", "discord")
    await maria.presses("meeting.start")
    await maria.fills_in(**times)
    await maria.clicks("Send")
    maria.sees("Sent. Rosa Delgado can pick one.")
    return maria, rosa


async def agreed(bot: Core, **times: str) -> tuple[Corner, Corner]:
    """On the second of them."""
    maria, rosa = await offered(bot, **times)
    await rosa.presses("meeting.pick", "1:2")
    rosa.sees("Usted se reúne con Maria Rivera")
    return maria, rosa


async def until(bot: Core, *moment: int) -> None:
    await bot.until(datetime(*moment, tzinfo=UTC))  # type: ignore[misc]


async def looks(who: Corner) -> Corner:
    await who.presses("meeting.show", "1")
    return who


async def writes_down(who: Corner, meeting: int = 1, **fields: str) -> Corner:
    await who.presses("meeting.note", str(meeting))
    await who.fills_in(**fields)
    return who


def rows(bot: Core, query: str) -> list[tuple[object, ...]]:
    return [tuple(row) for row in databases.rows(bot.settings.database_url, query)]


def dates(bot: Core) -> list[str]:
    return [f"{named} {str(at)[:16]} {phase}" for named, at, phase in rows(bot, ALL)]


ALL = "select named, at, phase from meetings order by named"


def snow(bot: Core, *days: str) -> None:
    for day in days:
        databases.change(
            bot.settings.database_url,
            f"insert into no_school (district_id, day, owner) values (1, '{day}', 'files')",
        )


async def load(bot: Core, folder: Path) -> None:
    """And the features hear of all that changed hands, without time going on."""
    assert commands.load(bot.settings, folder) == 0
    engine = connect(bot.settings.database_url)
    with Session(engine) as session:
        found = session.scalars(select(DueRow).where(DueRow.do == seats.CHANGED)).all()
    engine.dispose()
    await bot.frame.handle_due([Due(row.id, row.do, row.subject, row.at) for row in found])


def told(bot: Core, name: str) -> list[object]:
    query = "select key from notices join members on members.id = member_id where notices.name ="
    return [key for (key,) in rows(bot, f"{query} '{name}' order by key")]


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


async def test_an_hour_that_the_clocks_skip_or_show_twice(tmp_path: Path) -> None:
    """On Sunday, March 14, half past two is half past three; on November 1, half past one is the first one."""
    async with core(tmp_path) as bot:
        maria, rosa = await offered(bot, first="2026-11-01T01:30", second="2027-03-14T02:30")
        (await looks(maria)).sees("Sunday, November 1, 1:30 AM", "Sunday, March 14, 3:30 AM")
        await rosa.presses("meeting.pick", "1:1")
        await until(bot, 2026, 11, 2)
        assert dates(bot) == ["2026-11-01 2026-11-01 06:30 over", "2026-12-06 2026-12-06 07:30 planned"]


async def test_a_day_without_school_moves_it_to_the_next_one(tmp_path: Path) -> None:
    """Also where it becomes known late; whom it concerns is told."""
    async with core(tmp_path) as bot:
        maria, _ = await agreed(bot, first="2026-10-21T15:15", second="2026-10-22T15:15")
        await until(bot, 2026, 10, 23)
        assert dates(bot)[1] == "2026-11-26 2026-11-30 21:15 planned"  # Thanksgiving's Thursday and Friday are off
        snow(bot, "2026-11-30", "2026-12-01")
        await until(bot, 2026, 11, 28)
        (await looks(maria)).sees("Wednesday, December 2, 3:15 PM")
        assert told(bot, schedule.CHANGED) == ["maria-rivera", "rosa-delgado"]
        assert "Ahora es el miércoles 2 de diciembre, 3:15" in shown(bot, telling.show_changed, 2, "es")
        await until(bot, 2027, 4, 1)
        assert dates(bot)[1:] == [
            "2026-11-26 2026-12-02 21:15 over",
            "2026-12-24 2027-01-04 21:15 over",
            "2027-01-28 2027-01-28 21:15 over",
            "2027-02-25 2027-02-25 21:15 over",
            "2027-03-25 2027-03-25 20:15 over",
            "2027-04-22 2027-04-22 20:15 planned",
        ]


async def test_it_belongs_to_the_seats(tmp_path: Path) -> None:
    """Who follows reads it all and is told; who left reads nothing any more. A promise goes with the seat, too."""
    folder = copy(tmp_path)
    async with core(tmp_path, folder) as bot:
        maria, rosa = await agreed(bot)
        await maria.presses("meeting.add", "1")
        await maria.fills_in(text="Reading night")
        edit(folder, "seats.csv", LINCOLN, LINCOLN.replace("maria-rivera", "jamal-whitfield"))
        await load(bot, folder)
        jamal = corner(bot, "Jamal Whitfield")
        (await looks(jamal)).sees("Rosa Delgado", "Reading night", TUESDAY)
        (await looks(maria)).sees("That isn't here any more")
        assert told(bot, telling.INHERITED) == ["jamal-whitfield"]
        assert "With your role come these meetings" in shown(bot, telling.show_inherited, 1)
        await until(bot, 2026, 10, 13, 21)
        await writes_down(rosa, theirs="Bring the sign-up sheet")
        await jamal.types("somewhere")
        jamal.sees("Rosa Delgado asks whether you can do this", "Bring the sign-up sheet")
        edit(folder, "seats.csv", LINCOLN.replace("maria-rivera", "jamal-whitfield"), LINCOLN)
        await load(bot, folder)
        assert told(bot, actions.NOTICE) == ["jamal-whitfield", "maria-rivera"]
        await jamal.presses("action.accept", "1")
        jamal.sees("That isn't here any more")
        await maria.presses("action.accept", "1")
        maria.sees("on top of your next agenda")


async def test_what_was_promised_stands_on_top_of_the_next_agenda(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        maria, rosa = await agreed(bot)
        await until(bot, 2026, 10, 13, 20, 16)
        await maria.presses("meeting.note", "1")
        maria.sees("still to come")
        await until(bot, 2026, 10, 13, 21)
        assert told(bot, schedule.AFTER) == ["maria-rivera", "rosa-delgado"]
        await writes_down(maria)
        maria.sees("Please write at least one line")
        await maria.clicks("Fix it")
        await maria.fills_in(decided="Reading night on the 12th", mine="Book the gym", theirs="Ask for snacks")
        maria.sees("It's written down", "You can tell it in #lincoln-staff", "Reading night on the 12th")
        (await looks(rosa)).sees("Maria Rivera: Book the gym (quedó en hacerlo)", "Reading night on the 12th")
        await rosa.clicks("Sí, yo me encargo")
        await rosa.presses("action.on-the-way", "2")
        await rosa.presses("action.accept", "2")
        rosa.sees("ya no se puede cambiar: en camino")
        (await looks(maria)).sees("Rosa Delgado: Ask for snacks (on the way)")
        await maria.clicks("Done")
        (await looks(rosa)).sees("Book the gym (hecho)")
        await until(bot, 2026, 12, 9)
        text = (await looks(maria)).sees("Ask for snacks")
        assert "Book the gym" not in text  # done before the last time but one


async def test_each_tells_their_own_people_and_nobody_else(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        maria, rosa = await agreed(bot)
        await until(bot, 2026, 10, 13, 21)
        await writes_down(maria, decided="Reading night on the 12th")
        maria.sees("#lincoln-staff (Slack) is meant for", "I can't see who is in this channel")
        await maria.clicks("Tell Lincoln Elementary")
        await maria.presses("meeting.tell", "1")
        posts = "select address from deliveries where card = 'meeting.told' and removed = false order by address"
        places = [str(address) for (address,) in rows(bot, posts)]
        assert [one.partition(":")[0] for one in places] == ["discord", "discord", "slack"]
        assert "Reading night on the 12th" in drawn(bot, "meeting.told", 1, "es")
        await rosa.presses("meeting.tell", "1")
        rosa.sees("Eso ya no está aquí")
        await maria.clicks("Take it back")
        assert rows(bot, posts) == []
        await writes_down(rosa, decided="Noche de lectura el día 12")
        (await looks(maria)).sees("Written down by Rosa Delgado", "Written down by Maria Rivera")


async def test_nothing_typed_is_lost_to_what_is_too_long_or_too_much(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        maria, rosa = await agreed(bot)
        long = "a" * 5000
        await maria.presses("meeting.add", "1")
        answer = await maria.fills_in(text=long)
        assert isinstance(answer, FormErrors)
        maria.sees("That has 5,000 characters; 300 fit")
        await maria.clicks("Fix it")
        assert maria.answer.fields[0].value == long  # type: ignore[union-attr]
        await maria.fills_in(text="a" * ITEM_MOST)
        for number in range(ITEMS):
            await rosa.presses("meeting.add", "1")
            await rosa.fills_in(text=f"Tema {number}")
        rosa.sees(f"Ya hay {ITEMS} temas", f"Tema {ITEMS - 1}")
        assert len((await looks(maria)).sees("Tema 0")) < 3600
        await maria.presses("meeting.cancel", "1")
        await maria.fills_in(reason="b" * 5000)
        maria.sees("That has 5,000 characters")


async def test_one_date_is_left_out_and_two_who_change_it_at_once(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        maria, rosa = await agreed(bot)
        await maria.presses("meeting.cancel", "1")
        await rosa.presses("meeting.cancel", "1")
        await rosa.fills_in(reason="Estoy de viaje")
        rosa.sees("Esta junta no se hará: el martes 13", "La próxima es el martes 10 de noviembre")
        await maria.fills_in(reason="Conferences")
        maria.sees("Somebody changed this meanwhile", "Conferences")
        assert told(bot, schedule.CHANGED) == ["maria-rivera"]
        assert "“Estoy de viaje” The next one is Tuesday, November 10" in shown(bot, telling.show_changed, 1)
        await rosa.presses("meeting.uncancel", "1")
        (await looks(maria)).sees(TUESDAY)


async def test_it_ends_and_begins_again(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        maria, rosa = await agreed(bot)
        await maria.presses("meeting.end", "1")
        await rosa.presses("meeting.add", "1")
        rosa.sees("Estas juntas ya terminaron")
        await rosa.presses("meeting.again", "1")
        rosa.sees("La próxima es el martes 13 de octubre")
        await until(bot, 2026, 11, 11)
        assert [one.partition(" ")[0] for one in dates(bot)] == ["2026-10-13", "2026-11-10", "2026-12-08"]


async def test_a_president_pairs_every_building(tmp_path: Path) -> None:
    """Roles that nobody has are named to their own group alone."""
    folder = copy(tmp_path)
    edit(
        folder,
        "seats.csv",
        "pta-oak-street,pta liaison,pta,oak-street,,ramon-ibarra",
        "pta-oak-street,pta liaison,pta,oak-street,,",
    )
    async with core(tmp_path, folder) as bot:
        await agreed(bot)
        dana, lucia = corner(bot, "Dana Lee"), corner(bot, "Curtis Wendell")
        await dana.presses("meeting.pair-all")
        text = dana.sees("Nothing is proposed yet", "Riverbend Elementary: Curtis Wendell", "One pair meets already")
        assert "Nobody of ours has the role in Cedar Valley High School" in text
        assert "Oak Street" not in text
        await dana.clicks("Propose it to them")
        dana.sees("Proposed to 2 people")
        await dana.presses("meeting.propose")
        dana.sees("Every building that can be paired is.")
        assert told(bot, "meeting.proposed") == ["curtis-wendell", "naomi-feldstein"]
        assert told(bot, "meeting.empty") == ["marcus-tilley"]
        await lucia.types("somewhere")
        lucia.sees("Would you meet with Luz Paredes")
        await lucia.clicks("Offer two times")
        await lucia.fills_in()
        await lucia.clicks("Send")
        lucia.sees("Sent. Luz Paredes can pick one.")
        naomi = corner(bot, "Naomi Feldstein")
        await naomi.types("somewhere")
        await naomi.clicks("Not now")
        naomi.sees("Nobody is told")
        await lucia.presses("meeting.pair-all")
        lucia.sees("Only the person who leads a group")


@on_sqlite
async def test_a_reminder_comes_the_day_before_with_all_the_rest(tmp_path: Path) -> None:
    """One message a day, inside people's hours: of a Monday on Friday."""
    async with core(tmp_path) as bot:
        await agreed(bot, first="2026-10-16T15:15", second="2026-10-19T15:15")
        await until(bot, 2026, 12, 31)
        reminders = rows(
            bot,
            "select members.key, roundups.day from notices join roundups on roundups.id = roundup_id"
            " join members on members.id = notices.member_id where notices.name = 'meeting.tomorrow' order by day, key",
        )
        assert reminders == [
            ("maria-rivera", "2026-10-16"),
            ("rosa-delgado", "2026-10-16"),
            ("maria-rivera", "2026-11-13"),
            ("rosa-delgado", "2026-11-13"),
            ("maria-rivera", "2026-12-18"),
            ("rosa-delgado", "2026-12-18"),
        ]
        a_day = rows(bot, "select count(*) from roundups group by member_id, day")
        assert {count for (count,) in a_day} == {1}


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


async def test_other_times_for_all_that_follow(tmp_path: Path) -> None:
    """The date that both rhythms have stays one."""
    async with core(tmp_path) as bot:
        maria, rosa = await agreed(bot)
        await maria.presses("meeting.offer", "1")
        await maria.fills_in(first="2026-10-13T17:00", second="2026-10-14T17:00")
        await maria.clicks("Send")
        await rosa.presses("meeting.pick", "2:1")
        await until(bot, 2026, 11, 12)
        assert dates(bot)[:2] == ["2026-10-13 2026-10-13 22:00 over", "2026-11-10 2026-11-10 23:00 over"]


async def test_meetings_that_die(tmp_path: Path) -> None:
    """Those who meet are asked first, then their presidents hear of it by role; one that took place ends it."""
    async with core(tmp_path) as bot:
        maria, rosa = await agreed(bot)
        await until(bot, 2026, 10, 14)
        await writes_down(maria, mine="Book the gym")
        await until(bot, 2026, 12, 14)
        assert told(bot, dying.ASKED) == []
        await until(bot, 2026, 12, 16)
        assert told(bot, dying.ASKED) == ["maria-rivera", "rosa-delgado"]
        assert told(bot, dying.QUIET) == []
        await rosa.types("somewhere")
        rosa.sees("Sé de dos juntas que no se hicieron", "quince minutos por teléfono")
        await until(bot, 2027, 1, 20)
        assert told(bot, dying.QUIET) == ["dana-lee", "marcus-tilley"]
        text = shown(bot, dying.show_quiet, 1)
        assert "Lincoln Elementary's building rep" in text
        assert "The last time was on October 13, 2026" in text
        assert "Maria" not in text
        await until(bot, 2027, 2, 9, 23)
        await writes_down(rosa, meeting=5, decided="Volvemos a empezar")
        await until(bot, 2027, 2, 20)
        await maria.types("somewhere")
        assert "didn't take place" not in maria.sees()


async def test_a_seat_that_nobody_has(tmp_path: Path) -> None:
    """The other side reads so, and nothing is lost until somebody follows."""
    folder = copy(tmp_path)
    async with core(tmp_path, folder) as bot:
        _, rosa = await agreed(bot)
        edit(folder, "seats.csv", LINCOLN, LINCOLN.replace("maria-rivera", ""))
        await load(bot, folder)
        await until(bot, 2026, 10, 14)
        (await looks(rosa)).sees("el cargo está libre", "10 de noviembre")
        assert told(bot, schedule.TOMORROW) == ["rosa-delgado"]


async def test_a_day_that_is_off_all_at_once_is_known_within_the_hour(tmp_path: Path) -> None:
    """And told once, however often it is looked at."""
    async with core(tmp_path) as bot:
        await agreed(bot)
        snow(bot, "2026-10-13")
        for _ in range(3):
            bot.clock.move_to(bot.clock.now() + timedelta(hours=1, minutes=1))
            await bot.writer.do(lambda session: schedule.look_at_calendar(session, bot.clock.now()))
        assert dates(bot) == ["2026-10-13 2026-10-14 20:15 planned"]
        assert told(bot, schedule.CHANGED) == ["maria-rivera", "rosa-delgado"]
        assert rows(bot, "select sequence from meetings") == [(1,)]
        databases.change(bot.settings.database_url, "delete from no_school where day = '2026-10-13'")
        bot.clock.move_to(bot.clock.now() + timedelta(hours=2))
        await bot.writer.do(lambda session: schedule.look_at_calendar(session, bot.clock.now()))
        assert dates(bot) == ["2026-10-13 2026-10-13 20:15 planned"]


async def test_no_school_tomorrow_is_one_press(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        maria, _ = await agreed(bot, first="2026-10-14T15:15", second="2026-10-07T15:15")
        dana = corner(bot, "Dana Lee")
        await dana.types("somewhere")
        await dana.clicks("No school tomorrow")
        assert "Maria Rivera" not in dana.sees("No school on October 7, 2026?", "one meeting of others")
        await dana.clicks("Yes, no school")
        await dana.presses("meeting.no-school-yes", "2026-10-07")
        await bot.later(minutes=1)
        (await looks(maria)).sees("Thursday, October 8, 3:15 PM")
        await dana.presses("meeting.no-school-undo", "2026-10-07")
        dana.sees("Taken back")
        await bot.later(minutes=1)
        (await looks(maria)).sees("Wednesday, October 7, 3:15 PM")
        for about in ("2026-13-40", "2030-01-01", "x"):
            await dana.presses("meeting.no-school-yes", about)
            dana.sees("That isn't here any more")
        await maria.presses("meeting.no-school-yes", "2026-10-08")
        maria.sees("Only the people who look after me")


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


async def test_who_left_the_seat_tells_its_building_nothing(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        maria, _ = await agreed(bot)
        await until(bot, 2026, 10, 14)
        await writes_down(maria, decided="A reading night in May")
        yesenia = "(select id from members where key = 'yesenia-cordero')"
        databases.change(bot.settings.database_url, f"update seats set holder_id = {yesenia} where key = 'rep-lincoln'")
        await maria.presses("meeting.tell", "1")
        maria.sees("That isn't here any more.")
        assert rows(bot, "select * from deliveries where card = 'meeting.told'") == []
