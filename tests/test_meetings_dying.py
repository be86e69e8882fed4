"""All buildings paired at once, and meetings that die, in the core."""

from __future__ import annotations

from datetime import timedelta
from functools import partial
from pathlib import Path

from sqlalchemy.orm import Session
from support import databases
from support.cores import Core, core
from support.corner import corner
from support.databases import on_either
from support.districts import copy, edit
from support.meetings import agreed, saved, told, until, writes_down

from bot.meetings import dying
from bot.meetings.model import Kind, Meeting, Phase, Series, State

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
    """Those who meet are asked; one that took place ends it."""
    async with core(tmp_path) as bot:
        maria, rosa = await agreed(bot)
        await until(bot, 2026, 10, 14)
        await writes_down(maria, mine="Book the gym")
        await until(bot, 2026, 12, 14)
        assert told(bot, dying.ASKED) == []
        await until(bot, 2026, 12, 16)
        assert told(bot, dying.ASKED) == ["maria-rivera", "rosa-delgado"]
        await rosa.types("somewhere")
        rosa.sees("Nadie me ha avisado que se hicieron sus dos últimas juntas", "quince minutos por teléfono")
        await until(bot, 2027, 2, 9, 23)
        await writes_down(rosa, meeting=5, decided="Volvemos a empezar")
        await until(bot, 2027, 2, 20)
        await maria.types("somewhere")
        assert "Nobody has told me" not in maria.sees()


async def test_nobody_but_the_two_hears_that_they_do_not_meet(tmp_path: Path) -> None:
    """Neither the presidents of their groups nor the superintendent: nobody told the two that they would."""
    async with core(tmp_path) as bot:
        await agreed(bot)
        await until(bot, 2027, 2, 20)
        there = (
            "select distinct m.key from notices n join members m on m.id = n.member_id where n.name like 'meeting.%'"
        )
        assert sorted(databases.rows(bot.settings.database_url, there)) == [("maria-rivera",), ("rosa-delgado",)]
        for name in ("Dana Lee", "Samuel Okafor"):
            president = corner(bot, name)
            await president.types("somewhere")
            assert "Lincoln Elementary's building rep" not in president.sees()


async def test_caretakers_read_how_many_pairs_met_in_steps(tmp_path: Path) -> None:
    """Neither how many pairs there are, nor that few or none of them met."""
    async with core(tmp_path) as bot:
        dana = corner(bot, "Dana Lee")
        for meet, do_not in ((0, 5), (4, 0)):
            await bot.writer.do(partial(pairs, bot, meet, do_not))
            await dana.types("somewhere")
            assert "pairs met" not in dana.sees()
        for meet, do_not in ((1, 0), (4, 3)):
            await bot.writer.do(partial(pairs, bot, meet, do_not))
            await dana.types("somewhere")
            dana.sees("at least 5 pairs met")
        samuel = corner(bot, "Samuel Okafor")
        await samuel.types("somewhere")
        samuel.sees("at least 5 pairs met. Others may have met without telling me.")
        maria = corner(bot, "Maria Rivera")
        await maria.types("somewhere")
        assert "pairs met" not in maria.sees()


def pairs(bot: Core, meet: int, do_not: int, session: Session) -> None:
    """So many more that wrote a line of a meeting a week ago, and so many that wrote none."""
    now = bot.clock.now()
    for held in (*(True for _ in range(meet)), *(None for _ in range(do_not))):
        there = {"district_id": 1, "zone": "America/Chicago", "made_by_id": 1, "made_at": now, "looked_at": now}
        series = Series(kind=Kind.PAIR, state=State.GOING, **there)
        at = now - timedelta(days=7)
        session.add(Meeting(series=series, named=at.date(), at=at, length=20, phase=Phase.OVER, held=held))


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
        joel.sees("Nobody has told me that your last two meetings took place with enough people to decide")
        joel.sees("Change all that follow", "End these meetings")
