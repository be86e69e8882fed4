"""What stays between meetings of two: topics, promises, what each tells their own people, in the core."""

from __future__ import annotations

from pathlib import Path

from support import databases
from support.cores import core
from support.corner import corner, drawn, shown
from support.databases import on_either
from support.districts import copy, edit
from support.meetings import LINCOLN, TUESDAY, agreed, load, looks, rows, told, until, writes_down
from support.presences import slack_tells

from bot import actions
from bot.boundary import FormErrors
from bot.meetings import schedule, telling
from bot.meetings.written import ITEM_MOST, ITEMS

pytestmark = on_either


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
        maria.sees("From our meeting", "Those who met", "Maria Rivera told it here.")  # all that the post says
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


async def test_who_read_it_as_those_who_met_count_among_its_readers(tmp_path: Path) -> None:
    """Rosa, who isn't in the staff's channel."""
    async with core(tmp_path) as bot:
        maria, _ = await agreed(bot)
        await slack_tells(bot, "C01LINCOLNSTAFF", "U01RIVERA", "U01LINDQVIST")
        await until(bot, 2026, 10, 13, 21)
        await writes_down(maria, decided="Reading night on the 12th")
        maria.sees("In #lincoln-staff (Slack) or by their role: 3 people can see this, none of them an administrator.")


async def test_nothing_typed_is_lost_to_what_is_too_long_or_too_much(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        maria, rosa = await agreed(bot)
        long = "a" * 5000
        await maria.presses("meeting.add", "1")
        answer = await maria.fills_in(text=long)
        assert isinstance(answer, FormErrors)
        maria.sees("That has 5,000 characters; 300 fit")
        await maria.clicks("Fix it")
        assert maria.field(0).value == long
        await maria.fills_in(text="a" * ITEM_MOST)
        for number in range(ITEMS):
            await rosa.presses("meeting.add", "1")
            await rosa.fills_in(text=f"Tema {number}")
        rosa.sees(f"Ya hay {ITEMS} temas", f"Tema {ITEMS - 1}")
        assert len((await looks(maria)).sees("Tema 0")) < 3600
        await maria.presses("meeting.cancel", "1")
        await maria.fills_in(reason="b" * 5000)
        maria.sees("That has 5,000 characters")


async def test_a_seat_that_nobody_has(tmp_path: Path) -> None:
    """The other side reads so, and nothing is lost until somebody follows."""
    folder = copy(tmp_path)
    async with core(tmp_path, folder) as bot:
        _, rosa = await agreed(bot)
        edit(folder, "seats.csv", LINCOLN, LINCOLN.replace("maria-rivera", ""))
        await load(bot, folder)
        await until(bot, 2026, 10, 14)
        (await looks(rosa)).sees("el cargo está libre", "10 de noviembre", "Nadie viene a sus juntas")
        assert told(bot, schedule.TOMORROW) == []


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
