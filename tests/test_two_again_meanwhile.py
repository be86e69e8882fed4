"""Two accounts were linked, and are two again: what was done while they were one, what the roster says meanwhile, and
what goes on coming to an account that is out."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from support import databases, districts
from support.broadcasts import ASSOCIATION, at_noon, writes
from support.concerns import GOAL, says
from support.cores import Core, core, said
from support.corner import Corner, buttons, corner, next_due
from support.databases import on_either, rows
from support.joined import COMMONS, joined, named
from support.linked import ANJALI, NEWCOMER, ROY, SECOND, Desk
from support.posting import Platform, sending
from support.talk import core as talking
from test_broadcast_story import LATE
from test_two_again import REFUSED, SENT, asks, is_muted, teachers
from test_two_again_elsewhere import chose_anjali, of_riverbend

from bot import drafts
from bot.boundary import Form
from bot.operations import commands
from bot.people import links

pytestmark = on_either
BEFORE, SINCE = "The annex has no ramp.", "The board room is too far."


def line(folder: Path, name: str) -> str:
    members = (folder / "members.csv").read_text(encoding="utf-8").splitlines()
    return next(one for one in members if name in one)


async def concerns_of(who: Corner) -> str:
    await who.types("concern")
    return who.sees()


# The roster --------------------------------------------------------------------------------------------------------


async def test_a_line_that_is_lost_and_found_changes_nothing(tmp_path: Path) -> None:
    async with core(tmp_path, teachers(tmp_path)) as bot:
        desk, roy, anjali = Desk(bot), corner(bot, "Roy Thibodeaux"), corner(bot, "Anjali Deshpande", "discord")
        await says(anjali, BEFORE, named=True)
        await desk.links(ROY, ANJALI)
        folder = tmp_path / "files" / "district"
        hers = line(folder, "Anjali Deshpande")
        districts.edit(folder, "members.csv", f"{hers}\n", "")
        assert commands.load(bot.settings, folder) == 0
        assert BEFORE in await concerns_of(anjali)
        assert "I then no longer know your Discord account" in await desk.presses(ROY, "link.undo")
        members = folder / "members.csv"
        members.write_text(members.read_text(encoding="utf-8") + f"{hers}\n", encoding="utf-8")
        assert commands.load(bot.settings, folder) == 0
        assert BEFORE in await concerns_of(roy)
        await desk.unlinks(ROY)
        assert BEFORE in await concerns_of(anjali)
        assert BEFORE not in await concerns_of(roy)


async def test_who_is_one_by_the_roster_by_now_is_muted_as_before(tmp_path: Path) -> None:
    async with core(tmp_path, teachers(tmp_path)) as bot:
        desk, roy, anjali = Desk(bot), corner(bot, "Roy Thibodeaux"), corner(bot, "Anjali Deshpande", "discord")
        assert SENT in await asks(anjali)
        await is_muted(bot)
        await desk.links(ROY, ANJALI)
        folder = tmp_path / "files" / "district"
        hers, his = line(folder, "Anjali Deshpande"), line(folder, "Roy Thibodeaux")
        districts.edit(folder, "members.csv", f"{hers}\n", "")
        districts.edit(folder, "members.csv", his, his.removesuffix(",") + f",{ANJALI.user}")
        for _ in range(2):
            assert commands.load(bot.settings, folder) == 0
            for who in (roy, anjali):
                assert REFUSED in await asks(who)
            assert "The roster says so." in await desk.types(ROY)


async def test_an_entry_with_an_account_of_its_own_is_somebody_else(tmp_path: Path) -> None:
    """The line had a wrong account; the files say by now whose that is, and what the right one is."""
    async with core(tmp_path, teachers(tmp_path)) as bot:
        desk, roy = Desk(bot), corner(bot, "Roy Thibodeaux")
        await desk.links(ROY, ANJALI)
        folder = tmp_path / "files" / "district"
        his = line(folder, "Roy Thibodeaux")
        districts.edit(folder, "members.csv", ANJALI.user, SECOND.user)
        districts.edit(folder, "members.csv", his, his.removesuffix(",") + f",{ANJALI.user}")
        assert commands.load(bot.settings, folder) == 0
        anjali = Corner(bot, SECOND)
        assert SENT in await asks(anjali)
        await is_muted(bot)
        assert REFUSED in await asks(anjali)
        assert SENT in await asks(roy)


async def test_what_was_whose_is_known_until_each_has_theirs(tmp_path: Path) -> None:
    """The roster has ended the link, and what is forgotten hourly is forgotten before the features hear of it."""
    async with core(tmp_path, teachers(tmp_path)) as bot:
        desk, roy, anjali = Desk(bot), corner(bot, "Roy Thibodeaux"), corner(bot, "Anjali Deshpande", "discord")
        await says(anjali, BEFORE, named=True)
        await desk.links(ROY, ANJALI)
        folder = tmp_path / "files" / "district"
        districts.edit(folder, "members.csv", "Anjali Deshpande,en,cvea", "Anjali Deshpande,en,library")
        assert commands.load(bot.settings, folder) == 0
        now = bot.clock.now()
        await bot.writer.do(lambda session: drafts.forget(session, now))
        await next_due(bot, links.PARTED)
        assert BEFORE in await concerns_of(anjali)
        assert BEFORE not in await concerns_of(roy)


# What goes on coming -----------------------------------------------------------------------------------------------


@asynccontextmanager
async def shown(bot: Core) -> AsyncIterator[Platform]:
    """All that stands on Discord, once everything is sent."""
    discord = Platform("discord")
    async with sending(bot, platforms={"slack": Platform("slack"), "discord": discord}) as sender:
        yield discord
        await sender.drain(10.0)


def texts(platform: Platform) -> str:
    return "\n".join(one.text for one in platform.standing.values())


async def test_an_account_that_the_roster_gives_to_somebody_new_shows_nothing_new(tmp_path: Path) -> None:
    """It was nobody's before the superintendent took it for his own; a broadcast was handed in there."""
    files = districts.copy(tmp_path / "files")
    his = line(files, "Samuel Okafor")
    districts.edit(files, "members.csv", his, f"{his.rpartition(',')[0]},")  # in Slack alone
    async with core(tmp_path, files) as bot:
        databases.change(bot.settings.database_url, LATE)
        await at_noon(bot)
        samuel, new, desk = corner(bot, "Samuel Okafor"), Corner(bot, NEWCOMER), Desk(bot)
        await desk.presses(NEWCOMER, "link.yes", await desk.code(samuel.account))
        await samuel.presses("link.confirm", "1")
        await writes(new, ASSOCIATION)
        await new.presses(*next((one.do, one.about) for one in buttons(said(new.answer)) if one.tone == "main"))
        async with shown(bot) as discord:
            members = files / "members.csv"
            added = f"new-person,New Person,en,pta,lincoln,,{NEWCOMER.user}\n"
            members.write_text(members.read_text(encoding="utf-8") + added, encoding="utf-8")
            assert commands.load(bot.settings, files) == 0
            await next_due(bot, links.PARTED)
            elena = corner(bot, "Elena Ortiz")
            await elena.presses("broadcast.return", "1")
            await elena.fills_in(reason="Not before the grievance is settled.")
        assert "grievance" not in texts(discord)
        assert rows(bot.settings.database_url, "select state from joins") == [("parted",)]


async def test_what_a_question_came_to_does_not_come_to_an_account_that_is_nobodys(tmp_path: Path) -> None:
    async with core(tmp_path, teachers(tmp_path)) as bot:
        await at_noon(bot)
        desk, roy, new = Desk(bot), corner(bot, "Roy Thibodeaux"), Corner(bot, NEWCOMER)
        await desk.presses(NEWCOMER, "link.yes", await desk.code(ROY))
        assert SENT in await asks(new)
        maria = corner(bot, "Maria Rivera")
        await maria.presses("question.want", "1")
        await maria.fills_in(wanted="Which room?")
        discord = Platform("discord")
        async with sending(bot, platforms={"slack": Platform("slack"), "discord": discord}) as sender:
            await sender.drain(10.0)
            assert "Which room?" in texts(discord)
            await desk.unlinks(ROY)
            await roy.presses("question.reply", "1")
            assert isinstance(roy.answer, Form)
            await roy.fills_in(**{roy.answer.fields[0].name: "Room 12."})
            await sender.drain(10.0)
        assert "Room 12." not in texts(discord)


# What was done meanwhile -------------------------------------------------------------------------------------------


async def test_what_one_chooses_meanwhile_leaves_the_others_choice(tmp_path: Path) -> None:
    async with core(tmp_path, teachers(tmp_path)) as bot:
        desk, roy, database_url = Desk(bot), corner(bot, "Roy Thibodeaux"), bot.settings.database_url
        hers = "insert into preferences (member_id, key, value) select id, 'where', 'home' from members"
        databases.change(database_url, f"{hers} where key = 'anjali-deshpande'")
        await desk.links(ROY, ANJALI)
        await roy.presses("messages.where", "")
        await desk.unlinks(ROY)
        chosen = "select members.key, value from preferences join members on members.id = member_id where value <> ''"
        assert rows(database_url, chosen) == [("anjali-deshpande", "home")]


async def test_both_choose_once_the_files_say_that_they_are_two(tmp_path: Path) -> None:
    async with core(tmp_path, teachers(tmp_path)) as bot:
        desk, roy, database_url = Desk(bot), corner(bot, "Roy Thibodeaux"), bot.settings.database_url
        hers = "insert into preferences (member_id, key, value) select id, 'where', 'home' from members"
        databases.change(database_url, f"{hers} where key = 'anjali-deshpande'")
        await desk.links(ROY, ANJALI)
        folder = tmp_path / "files" / "district"
        districts.edit(folder, "members.csv", ANJALI.user, SECOND.user)
        assert commands.load(bot.settings, folder) == 0
        await Corner(bot, SECOND).presses("messages.where", "discord")
        await roy.presses("messages.where", "home")
        chosen = "select members.key, value from preferences join members on members.id = member_id order by 1"
        assert rows(database_url, chosen) == [("anjali-deshpande", "discord"), ("roy-thibodeaux", "home")]


async def test_whom_leaders_let_read_meanwhile_reads_only_what_is_theirs(tmp_path: Path) -> None:
    async with core(tmp_path, of_riverbend(tmp_path)) as bot:
        roy, maria = corner(bot, "Roy Thibodeaux"), await chose_anjali(bot)
        desk = Desk(bot)
        await desk.links(ROY, ANJALI)
        await maria.types("somewhere")
        await maria.clicks("Let Roy Thibodeaux read it")
        await roy.presses("goal.show", "1")
        roy.sees(GOAL["change"])
        await desk.unlinks(ROY)
        await roy.presses("goal.show", "1")
        assert GOAL["change"] not in roy.sees()
        await maria.types("somewhere")
        maria.sees("Anjali Deshpande")


async def test_what_was_said_since_from_an_account_is_its_own(tmp_path: Path) -> None:
    async with talking(tmp_path) as bot:
        joint = await joined(bot)
        await named(joint, ROY)
        desk = Desk(bot)
        await desk.links(ROY, ANJALI)
        await joint.says("The board should listen", 1, ANJALI)
        await joint.posts()
        assert "Roy Thibodeaux" in str(await joint.shown(COMMONS))
        await desk.unlinks(ROY)
        await named(joint, ANJALI)
        await joint.edits("Roy is a liar", 1, 2.0, ANJALI)
        assert "Roy Thibodeaux" not in str(await joint.shown(COMMONS))
        wrote = "select key from carried join members on members.id = member_id"
        assert rows(bot.settings.database_url, wrote) == [("anjali-deshpande",)]


async def test_a_draft_that_is_sent_from_the_others_account_is_still_its_writers(tmp_path: Path) -> None:
    async with core(tmp_path, teachers(tmp_path)) as bot:
        desk, roy, anjali = Desk(bot), corner(bot, "Roy Thibodeaux"), corner(bot, "Anjali Deshpande", "discord")
        for named, text in ((True, BEFORE), (False, SINCE)):
            await roy.presses("concern.write-at-once")
            form = roy.answer
            assert isinstance(form, Form)
            way = "named" if named else "unnamed"
            await roy.sends("concern.write", form.about, {"text": (text,), "as": (way,), "share": ("no",)})
            await desk.links(ROY, ANJALI)
            await anjali.presses("concern.send", form.about)
            anjali.sees("Something here has changed since you looked.")  # Roy's name, and his readers
            await anjali.clicks("Send it")
            anjali.sees("Sent.")
            await desk.unlinks(ROY)
        for text in (BEFORE, SINCE):
            assert text in await concerns_of(roy)
            assert text not in await concerns_of(anjali)
