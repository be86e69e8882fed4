"""All buildings paired at once, and meetings that die, in the core."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

from support import databases
from support.cores import core
from support.corner import corner, shown
from support.databases import on_either
from support.districts import copy, edit
from support.meetings import agreed, saved, told, until, writes_down

from bot.meetings import dying

pytestmark = on_either


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
        assert "[Back]" in text
        assert "Nobody of ours has the role in Cedar Valley High School" in text
        assert "Oak Street" not in text
        await dana.clicks("Propose it to them")
        dana.sees("Proposed to 2 people")
        await dana.presses("meeting.propose")
        dana.sees("Every building that can be paired is, or was asked. Number of pairs: 3")
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
        await dana.presses("meeting.pair-all")  # who doesn't see it either
        dana.sees("Every building that can be paired is, or was asked. Number of pairs: 3")
        await naomi.presses("meeting.start")
        await naomi.fills_in()  # she can whenever she likes
        naomi.sees("Nothing is sent yet")
        bot.clock.move_to(bot.clock.now() + timedelta(days=366))
        await dana.presses("meeting.pair-all")
        dana.sees("Nothing is proposed yet", "Naomi Feldstein")
        await lucia.presses("meeting.pair-all")
        lucia.sees("Only the person who leads a group")


async def test_who_took_their_own_offer_back_can_be_paired(tmp_path: Path) -> None:
    """But not who offered times because they were asked to, and then thought better of it."""
    async with core(tmp_path) as bot:
        dana, curtis = corner(bot, "Dana Lee"), corner(bot, "Curtis Wendell")
        await curtis.presses("meeting.start")
        await curtis.fills_in()
        await curtis.clicks("Send")
        await dana.presses("meeting.pair-all")
        assert "Curtis Wendell" not in dana.sees("Nothing is proposed yet")
        await curtis.presses("meeting.take-back", "1")
        await dana.presses("meeting.pair-all")
        dana.sees("Nothing is proposed yet", "Curtis Wendell")
        await dana.clicks("Propose it to them")
        await curtis.types("somewhere")
        await curtis.clicks("Offer two times")
        await curtis.fills_in()
        await curtis.clicks("Send")
        await curtis.presses("meeting.take-back", "2")
        curtis.sees("Taken back")
        await dana.presses("meeting.pair-all")
        dana.sees("Every building that can be paired is, or was asked.")


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


async def test_two_at_which_too_few_were_there_to_decide(tmp_path: Path) -> None:
    """Also where somebody wrote their minutes."""
    async with core(tmp_path) as bot:
        joel, isabel = await saved(bot), corner(bot, "Isabel Carranza", "discord")
        databases.change(bot.settings.database_url, "update meeting_series set quorum = 'one'")
        for meeting, month, day in ((1, 10, 22), (2, 11, 30)):
            await isabel.presses("meeting.reply", f"{meeting}:no")
            await until(bot, 2026, month, day, 23)
            await joel.presses("meeting.propose-minutes", str(meeting))
            joel.sees("By what people said, too few were there to decide")
        assert told(bot, dying.ASKED) == []
        await until(bot, 2026, 12, 8)
        assert "joel-hartmann" in told(bot, dying.ASKED)
        await joel.types("somewhere")
        joel.sees("Change all that follow", "End these meetings")
