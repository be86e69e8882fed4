"""Who leads, who takes notes, who comes and whether that is enough to decide, in the core."""

from __future__ import annotations

from pathlib import Path

from support import databases
from support.cores import Core, core
from support.corner import Corner, corner, drawn, shown
from support.databases import on_either
from support.meetings import adds, deliveries, rows, saved, set_up, told, until

from bot.meetings import replies, schedule, telling

pytestmark = on_either

# The Schedule Committee: two of the administration, four of the association (one role is free) and one of the PTA.
WEEKLY = "Every week on that weekday"


def turns(bot: Core) -> list[str]:
    """ "10-22 leads joel-hartmann" """
    query = (
        "select named, meeting_turns.role, members.key from meeting_turns join meetings on meetings.id = meeting_id"
        " join seats on seats.id = seat_id join members on members.id = holder_id"
        " where not passed order by named, meeting_turns.role"
    )
    return [f"{str(named)[5:]} {role} {who}" for named, role, who in rows(bot, query)]


async def looks(who: Corner) -> Corner:
    await who.presses("meeting.show", "1")
    return who


async def chairs_ask(bot: Core, quorum: str) -> Corner:
    """The chair, once it takes so many to decide."""
    joel = await saved(bot)
    databases.change(bot.settings.database_url, f"update meeting_series set quorum = '{quorum}'")
    return joel


async def test_the_parts_go_round_over_the_groups(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        joel = await saved(bot, often=WEEKLY)
        (await looks(joel)).sees("Leads: Joel Hartmann. Takes notes: Maria Rivera.")
        await until(bot, 2026, 11, 13)
        assert [one for one in turns(bot) if "leads" in one] == [
            "10-22 leads joel-hartmann",
            "10-29 leads maria-rivera",
            "11-05 leads isabel-carranza",
            "11-12 leads arturo-cisneros",
            "11-19 leads naomi-feldstein",
        ]
        who = [one.split()[2] for one in turns(bot) if "notes" in one]
        assert who == ["maria-rivera", "arturo-cisneros", "naomi-feldstein", "isabel-carranza", "joel-hartmann"]


async def test_i_cannot_hands_it_on_and_no_school_keeps_it(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        joel, maria = await saved(bot), corner(bot, "Maria Rivera")
        await looks(joel)
        await joel.clicks("I can't do my part")
        joel.sees("it went to the next person", "Leads: Naomi Feldstein.")
        await joel.presses("meeting.hand-on", "1")
        joel.sees("You have no part in this meeting")
        await looks(maria)
        await maria.clicks("More")
        await maria.clicks("Somebody else takes notes")
        await maria.fills_in(who="Héctor Villalobos (a member of Schedule Committee)")
        maria.sees("Takes notes: Héctor Villalobos.")
        before = [one.split(" ", 1)[1] for one in turns(bot)]
        await joel.presses("meeting.cancel", "1")
        await joel.fills_in()
        assert [one.split(" ", 1)[1] for one in turns(bot)] == before * 2  # the next date has the same people
        databases.change(
            bot.settings.database_url,
            "update seats set away_until = '2027-01-01 00:00:00' where key = 'rep-prairie-view'",
        )
        await until(bot, 2026, 11, 30)
        assert turns(bot)[-2:] == ["11-26 leads joel-hartmann", "11-26 notes hector-villalobos"]  # Naomi is away
        for do in ("meeting.swap", "meeting.hand-on"):
            await corner(bot, "Aisha Farouk").presses(do, "2")


async def test_one_tap_says_whether_they_come(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        joel, maria = await chairs_ask(bot, "one"), corner(bot, "Maria Rivera")
        isabel = corner(bot, "Isabel Carranza", "discord")
        await adds(joel, "Bus times")
        for one in (joel, maria):
            await looks(one)
            await one.clicks("I'm coming")
        (await looks(maria)).sees(
            "Coming so far: Cedar Valley Education Association: 1 and District Administration: 1."
        )
        await isabel.presses("meeting.reply", "1:deputy")
        isabel.sees("Usted todavía no tiene suplente")
        await isabel.presses("meeting.reply", "1:no")
        isabel.sees("Anotado: usted no va el jueves 22 de octubre")
        (await looks(joel)).sees("Too few people to decide. You can talk; decisions wait until November 30, 2026.")
        assert told(bot, replies.SHORT) == []  # it is said the day before, with all the rest
        await until(bot, 2026, 10, 21, 14)
        assert "hector-villalobos" in told(bot, schedule.TOMORROW)
        text = shown(bot, telling.show_tomorrow, 1, "es")
        assert "No hay suficientes personas para decidir. Pueden platicar; las decisiones quedan para el 30 de" in text
        assert "Too few people to decide" in drawn(bot, "meeting.agenda", 1)
        await isabel.presses("meeting.reply", "1:yes")
        assert "Too few people to decide" not in drawn(bot, "meeting.agenda", 1)
        await isabel.presses("meeting.reply", "1:no")
        assert len(told(bot, replies.SHORT)) == 6
        await until(bot, 2026, 10, 22, 22)
        await isabel.presses("meeting.reply", "1:yes")
        isabel.sees("Esa junta ya empezó")
        await joel.presses("meeting.outcomes", "1")
        joel.sees("By what people said, too few were there to decide")
        await joel.clicks("Write down: Bus times")
        await joel.fills_in(outcome="Decided")
        joel.sees("Too few were there to decide")
        await joel.presses("meeting.enough-came", "1")
        await joel.clicks("What came of it")
        await joel.clicks("Write down: Bus times")
        await joel.fills_in(outcome="Decided")
        joel.sees("Decided: Bus times")


async def test_minutes_that_are_out_are_not_corrected_to_a_decision_of_too_few(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        joel, isabel = await chairs_ask(bot, "one"), corner(bot, "Isabel Carranza", "discord")
        await adds(joel, "Bus times")
        await isabel.presses("meeting.reply", "1:no")
        await until(bot, 2026, 10, 22, 22)
        await joel.presses("meeting.outcome", "1:i1")
        await joel.fills_in(outcome="Dropped")
        await joel.presses("meeting.propose-minutes", "1")
        await until(bot, 2026, 10, 27)
        assert "too few were there" in drawn(bot, "meeting.minutes", 1)
        for enough in (False, True):
            await joel.presses("minutes.correct", "1:i1")
            await joel.fills_in(outcome="Decided", line="Two buses.")
            assert ("Too few were there to decide" in joel.sees()) is not enough
            await joel.presses("meeting.enough-came", "1")
        card = drawn(bot, "meeting.minutes", 1)
        assert "Decided: Bus times. Two buses." in card
        assert "too few" not in card


async def test_half_of_each_group_and_a_deputy_who_stands_in(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        joel = await chairs_ask(bot, "half")
        databases.change(
            bot.settings.database_url,
            "update seats set deputy_id = (select id from members where key = 'curtis-wendell')"
            " where key = 'rep-lincoln'",
        )
        maria, naomi = corner(bot, "Maria Rivera"), corner(bot, "Naomi Feldstein")
        await looks(maria)
        await maria.clicks("My deputy comes")
        maria.sees("your deputy comes", "Takes notes: Naomi Feldstein.")
        assert told(bot, replies.STANDS_IN) == ["curtis-wendell"]
        assert "Maria Rivera asks you to stand in: Schedule Committee" in shown(bot, replies.show_stands_in, 1)
        prairie = "'rep-prairie-view'"
        databases.change(
            bot.settings.database_url,
            f"update seats set deputy_id = (select id from members where key = 'greta-holm') where key = {prairie}",
        )
        await naomi.presses("meeting.reply", "1:deputy")
        for name in ("Maria Rivera", "Naomi Feldstein"):  # neither deputy reads who sends the other
            assert name not in shown(bot, replies.show_stands_in, 1)
        assert "You are asked to stand in: Schedule Committee" in shown(bot, replies.show_stands_in, 1)
        await naomi.presses("meeting.reply", "1:no")
        text = (await looks(joel)).sees("Thursday, October 22")
        assert "Too few" not in text  # two of the association's four can come


async def test_a_number_of_people_whatever_their_group(tmp_path: Path) -> None:
    """Of seven roles one is free. Who acts for two is one, and a deputy who comes is another."""
    async with core(tmp_path) as bot:
        joel = await set_up(bot)
        await joel.clicks("Who chairs, how many it takes")
        assert "At least 8 people" not in str(joel.answer)
        await joel.fills_in(quorum="At least 6 people")
        joel.sees("To decide, it takes: At least 6 people.")
        await joel.clicks("Save it")
        assert "Too few" not in (await looks(joel)).sees("Thursday, October 22")
        await corner(bot, "Naomi Feldstein").presses("meeting.reply", "1:no")
        (await looks(joel)).sees("Too few people to decide")
        await corner(bot, "Naomi Feldstein").presses("meeting.reply", "1:yes")
        joels = "update seats set {} = (select id from members where key = 'joel-hartmann') where key = 'rep-lincoln'"
        databases.change(bot.settings.database_url, joels.format("holder_id"))
        (await looks(joel)).sees("Too few people to decide")
        curtis = joels.replace("joel-hartmann", "curtis-wendell")
        databases.change(bot.settings.database_url, curtis.format("deputy_id"))
        await joel.presses("meeting.reply", "1:deputy")
        assert "Too few" not in (await looks(joel)).sees("Thursday, October 22")


async def test_a_message_of_ones_own_a_quarter_of_an_hour_before(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        joel, hector = await saved(bot), corner(bot, "Héctor Villalobos")
        await looks(hector)
        await hector.clicks("Más")
        await hector.clicks("Avíseme justo antes")
        hector.sees("Le escribiré un cuarto de hora antes")
        await joel.presses("meeting.put", "1")
        await joel.fills_in(to="2026-10-23T16:00")
        await joel.presses("meeting.put", "1")
        await joel.fills_in(to="2026-10-22T16:00")
        await bot.later(minutes=3)
        assert deliveries(bot, "meeting.news") == []  # it was set back within the minute
        await joel.presses("meeting.put", "1")
        await joel.fills_in(to="2026-10-22T16:30")
        await bot.later(minutes=3)
        assert len(deliveries(bot, "meeting.news")) == 2  # in the committee's home, and to the one who asked
        await until(bot, 2026, 10, 22, 21, 20)
        assert len(deliveries(bot, "meeting.soon-card")) == 2
        assert "In a quarter of an hour: Schedule Committee" in drawn(bot, "meeting.soon-card", 1)
        await hector.presses("meeting.nudge", "1")
        await until(bot, 2026, 12, 1)
        assert len(deliveries(bot, "meeting.soon-card")) == 3
