"""What changes for all dates that follow, and who hears of it once: another rhythm, a pause, an end, in the core."""

from __future__ import annotations

from pathlib import Path

from support.cores import Core, core
from support.corner import Corner, corner, drawn
from support.databases import on_either
from support.meetings import adds, dates, rows, saved, told, until

from bot.meetings import lasting

pytestmark = on_either

FORTNIGHT = "Every other week on that weekday"


async def changes(who: Corner, **fields: str) -> None:
    await who.presses("meeting.change", "1")
    await who.fills_in(**fields)
    await who.clicks("Save it")


def posted(bot: Core, card: str = lasting.NEWS) -> list[object]:
    return [one for (one,) in rows(bot, f"select id from deliveries where card = '{card}' and not removed")]


async def test_all_that_follow_are_told_once_a_minute_after_the_last_click(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        joel = await saved(bot)
        assert posted(bot) == told(bot, lasting.SET) == []
        await changes(joel, when="2026-10-20T15:30", often=FORTNIGHT)
        await bot.later(seconds=50)
        await changes(joel, when="2026-10-21T15:30", often=FORTNIGHT)
        await bot.later(seconds=50)
        assert posted(bot) == told(bot, lasting.SET) == []
        await bot.later(minutes=1)
        assert len(posted(bot)) == 1  # in the committee's home
        card = drawn(bot, lasting.NEWS, 1)
        assert "Schedule Committee meets regularly. Next: Wednesday, October 21, 3:30 PM" in card
        assert "After that: November 4, 2026 and November 18, 2026." in card
        assert "Después: 4 de noviembre de 2026 y 18 de noviembre de 2026." in drawn(bot, lasting.NEWS, 1, "es")
        assert len(told(bot, lasting.SET)) == 5
        assert "joel-hartmann" not in told(bot, lasting.SET)  # who did all of it
        await changes(joel, when="2026-10-22T16:00", often=FORTNIGHT)
        await bot.later(minutes=2)
        assert len(posted(bot)) == 1  # in the place of the one before it
        assert "Thursday, October 22, 4:00 PM" in drawn(bot, lasting.NEWS, 1)


async def test_what_is_set_back_within_the_minute_is_no_news(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        joel = await saved(bot)
        await bot.later(minutes=2)
        before = posted(bot)
        await joel.presses("meeting.end", "1")
        await joel.clicks("Begin again")
        await bot.later(minutes=2)
        assert posted(bot) == before
        assert told(bot, lasting.ENDED) == []


async def test_an_end_is_posted_and_what_was_posted_of_its_dates_goes(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        joel = await saved(bot)
        await adds(joel, "Bus times")
        await joel.presses("meeting.send-agenda", "1")
        await joel.presses("meeting.put", "1")
        await joel.fills_in(to="2026-10-23T16:00")
        await bot.later(minutes=2)
        assert len(posted(bot, "meeting.news")) == 1
        await joel.presses("meeting.end", "1")
        await bot.later(minutes=2)
        assert posted(bot, "meeting.news") == []
        assert len(posted(bot)) == 1
        assert "These meetings have ended: Schedule Committee" in drawn(bot, lasting.NEWS, 1)
        assert "This meeting is not to be" in drawn(bot, "meeting.agenda", 1)
        assert len(told(bot, lasting.ENDED)) == 5


async def test_a_pause_is_over_by_itself_or_before(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        joel = await saved(bot, often="Every week on that weekday")
        await bot.later(minutes=2)
        await joel.presses("meeting.pause", "1")
        await joel.fills_in(to="2026-10-06")  # today
        joel.sees("That time has passed")
        await joel.presses("meeting.pause", "1")
        await joel.fills_in(to="2026-11-10")
        joel.sees("Paused. The next one is Thursday, November 12, 4:00 PM")
        await bot.later(minutes=2)
        assert "Schedule Committee: paused. Next: Thursday, November 12" in drawn(bot, lasting.NEWS, 1)
        await joel.presses("meeting.show", "1")
        await joel.clicks("More")
        joel.sees("All that follow:", "Change all that follow", "End these meetings", "Calendar of these meetings")
        await joel.clicks("Go on now")
        joel.sees("Good. The next one is Thursday, October 22, 4:00 PM")
        await joel.presses("meeting.resume", "1")
        joel.sees("Good. The next one is Thursday, October 22, 4:00 PM")
        await bot.later(minutes=2)
        assert "meets regularly. Next: Thursday, October 22" in drawn(bot, lasting.NEWS, 1)
        await joel.presses("meeting.pause", "1")
        await joel.fills_in(to="2026-11-10")
        await until(bot, 2026, 11, 13)
        assert [one.split()[0] for one in dates(bot) if "dropped" not in one] == ["2026-11-12", "2026-11-19"]
        await joel.presses("meeting.show", "1")
        await joel.clicks("More")
        assert "Go on now" not in joel.sees("Pause until", "This date: Thursday, November 19")
        naomi = corner(bot, "Naomi Feldstein")
        await naomi.presses("meeting.rest", "1")
        assert "All that follow" not in naomi.sees("For you:", "Past minutes")
        await naomi.presses("meeting.resume", "1")
        naomi.sees("Only those who chair it can do that")
