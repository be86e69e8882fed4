"""Two accounts were linked, and are two again: by their person, or by the roster. Each has what was written there."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from support import databases, districts
from support.broadcasts import ASSOCIATION, at_noon
from support.broadcasts import writes as drafts
from support.concerns import says
from support.cores import Core, core, said
from support.corner import Corner, buttons, corner, next_due
from support.databases import on_both, on_either, rows
from support.linked import ANJALI, ROY, Desk
from support.posting import Platform, sending
from test_broadcast_story import LATE

from bot.boundary import Form
from bot.operations import commands
from bot.people import links

pytestmark = on_either


def teachers(folder: Path) -> Path:
    """Files of the district in which the two are of the association."""
    files = districts.copy(folder / "files")
    for name in ("Roy Thibodeaux", "Anjali Deshpande"):
        districts.edit(files, "members.csv", f"{name},en,board,,", f"{name},en,cvea,lincoln,")
    return files


BEFORE, SINCE, HIS = "The annex has no ramp.", "The board room is too far.", "Agendas come too late."


async def reads(who: Corner) -> str:
    """Their own concerns."""
    await who.types("concern")
    return who.sees()


@on_both
async def test_what_each_wrote_with_their_name_is_theirs(tmp_path: Path) -> None:
    async with core(tmp_path, teachers(tmp_path)) as bot:
        desk, roy, anjali = Desk(bot), corner(bot, "Roy Thibodeaux"), corner(bot, "Anjali Deshpande", "discord")
        await says(anjali, BEFORE, named=True)
        await says(roy, HIS, named=True)
        await desk.links(ROY, ANJALI)
        await says(anjali, SINCE, named=True)
        for who in (roy, anjali):
            await reads(who)
            who.sees(BEFORE, SINCE, HIS)
        await desk.unlinks(ROY)
        assert BEFORE in await reads(anjali)
        anjali.sees(SINCE)
        assert HIS not in anjali.sees()
        assert HIS in await reads(roy)
        assert BEFORE not in roy.sees()
        assert SINCE not in roy.sees()
        await roy.presses("concern.take-back", "1")
        assert BEFORE not in roy.sees()
        assert rows(bot.settings.database_url, "select count(*) from belongings") == [(0,)]


async def test_a_draft_is_not_the_others_to_read_or_send(tmp_path: Path) -> None:
    async with core(tmp_path, teachers(tmp_path)) as bot:
        desk, roy, anjali = Desk(bot), corner(bot, "Roy Thibodeaux"), corner(bot, "Anjali Deshpande", "discord")
        before = await writes(anjali, BEFORE)
        await desk.links(ROY, ANJALI)
        since = await writes(anjali, SINCE)
        await desk.unlinks(ROY)
        for about in (before, since):
            for do in ("concern.edit", "concern.send"):
                await roy.presses(do, about)
                assert not isinstance(roy.answer, Form)
                assert not any(text in roy.sees() for text in (BEFORE, SINCE))
        await anjali.presses("concern.send", since)
        anjali.sees("Something here has changed since you looked.")  # it bears her own name again
        await anjali.clicks("Send it")
        assert SINCE in await reads(anjali)


async def writes(who: Corner, text: str) -> str:
    """Up to the preview; returns which draft it is."""
    await who.presses("concern.write-at-once")
    form = who.answer
    assert isinstance(form, Form)
    await who.sends("concern.write", form.about, {"text": (text,), "as": ("named",), "share": ("no",)})
    who.sees(text)
    return form.about


@on_both
async def test_a_link_that_the_roster_ends_is_ended_the_same_way(tmp_path: Path) -> None:
    """Anjali is of another group by now."""
    async with core(tmp_path, teachers(tmp_path)) as bot:
        desk, roy, anjali = Desk(bot), corner(bot, "Roy Thibodeaux"), corner(bot, "Anjali Deshpande", "discord")
        await says(anjali, BEFORE, named=True)
        await says(anjali, SINCE)
        await desk.links(ROY, ANJALI)
        folder = tmp_path / "files" / "district"
        districts.edit(folder, "members.csv", "Anjali Deshpande,en,cvea", "Anjali Deshpande,en,library")
        assert commands.load(bot.settings, folder) == 0
        await next_due(bot, links.PARTED)
        assert desk.whose(ANJALI) == "anjali-deshpande"
        assert BEFORE in await reads(anjali)
        anjali.sees(SINCE)
        mine = await reads(roy)
        assert not any(text in mine for text in (BEFORE, SINCE))
        assert rows(bot.settings.database_url, "select state from joins") == [("parted",)]
        assert rows(bot.settings.database_url, "select count(*) from partings") == [(0,)]


async def test_nothing_says_from_which_account_something_went_without_a_name(tmp_path: Path) -> None:
    """Its draft is gone, and with it whose it was."""
    async with core(tmp_path, teachers(tmp_path)) as bot:
        desk, anjali = Desk(bot), corner(bot, "Anjali Deshpande", "discord")
        await writes(anjali, BEFORE)
        await desk.links(ROY, ANJALI)
        await says(anjali, SINCE)
        drafts = "select row from belongings where what = 'drafts.member_id'"
        assert [row for (row,) in rows(bot.settings.database_url, drafts)] == ["1"]
        await anjali.presses("concern.cancel", "1")
        assert rows(bot.settings.database_url, drafts) == []


async def test_where_the_roster_makes_them_one_nothing_is_taken_from_them(tmp_path: Path) -> None:
    """As the administrators are told to do it: both accounts in one line."""
    async with core(tmp_path, teachers(tmp_path)) as bot:
        desk, roy, anjali = Desk(bot), corner(bot, "Roy Thibodeaux"), corner(bot, "Anjali Deshpande", "discord")
        await says(anjali, BEFORE)
        await desk.links(ROY, ANJALI)
        await says(anjali, SINCE, named=True)
        folder = tmp_path / "files" / "district"
        members = (folder / "members.csv").read_text(encoding="utf-8").splitlines()
        ((hers, his),) = [
            (hers, his) for hers in members for his in members if "Anjali" in hers and "Roy Thibodeaux" in his
        ]
        districts.edit(folder, "members.csv", f"{hers}\n", "")
        districts.edit(folder, "members.csv", his, his.removesuffix(",") + f",{ANJALI.user}")
        assert commands.load(bot.settings, folder) == 0
        assert rows(bot.settings.database_url, "select * from partings") == []
        for who in (roy, anjali):
            assert SINCE in await reads(who)
            who.sees(BEFORE)
        assert rows(bot.settings.database_url, "select * from belongings where what = 'concerns.author_id'") == []


async def test_what_comes_to_one_is_not_drawn_any_more_in_the_others_direct_messages(tmp_path: Path) -> None:
    """A broadcast was handed in from the account that is out; now it is returned with a reason."""
    files = districts.copy(tmp_path / "files")
    districts.edit(files, "members.csv", "Anjali Deshpande,en,board,,", "Anjali Deshpande,en,administration,,")
    members = (files / "members.csv").read_text(encoding="utf-8").splitlines()
    his = next(one for one in members if "Samuel Okafor" in one)
    districts.edit(files, "members.csv", his, f"{his.rpartition(',')[0]},")  # in Slack alone
    async with core(tmp_path, files) as bot:
        databases.change(bot.settings.database_url, LATE)
        await at_noon(bot)
        samuel, anjali = corner(bot, "Samuel Okafor"), corner(bot, "Anjali Deshpande", "discord")
        desk = Desk(bot)
        await desk.lets_join(samuel.account, ANJALI)
        await drafts(anjali, ASSOCIATION)
        await anjali.presses(*next((one.do, one.about) for one in buttons(said(anjali.answer)) if one.tone == "main"))
        discord = Platform("discord")
        async with sending(bot, platforms={"slack": Platform("slack"), "discord": discord}) as sender:
            await sender.drain(10.0)
            await samuel.presses("link.undo-now")
            elena = corner(bot, "Elena Ortiz")
            await elena.presses("broadcast.return", "1")
            await elena.fills_in(reason="Not before the grievance is settled.")
            await sender.drain(10.0)
        seen = "\n".join(one.text for one in discord.standing.values())
        assert "What was here is for other people by now" in seen
        assert "grievance" not in seen


UNNAMED = ("Ask without my name", "Leave my building out")
REFUSED, SENT = "takes no questions", "Sent."


async def asks(who: Corner, *clicks: str) -> str:
    await who.types("ask")
    await who.clicks("Reading and literacy")
    await who.fills_in(question="Rude?")
    for label in (*clicks, "Send it"):
        await who.clicks(label)
    return who.sees()


async def is_muted(bot: Core) -> Corner:
    """The asker of the first question, by one of the committee to which its rep passed it."""
    for name in ("Maria Rivera", "Dana Lee"):
        rep = corner(bot, name)
        await rep.presses("question.pass", "1")
        if isinstance(rep.answer, Form):
            await rep.fills_in()
    priya = corner(bot, "Priya Natarajan")
    await priya.presses("question.mute-now", "1")
    priya.sees("Done.")
    return priya


@pytest.mark.parametrize("clicks", [(), UNNAMED], ids=["named", "unnamed"])
async def test_a_mute_is_neither_put_on_the_other_nor_got_rid_of(tmp_path: Path, clicks: Sequence[str]) -> None:
    async with core(tmp_path, teachers(tmp_path)) as bot:
        desk, roy, anjali = Desk(bot), corner(bot, "Roy Thibodeaux"), corner(bot, "Anjali Deshpande", "discord")
        assert SENT in await asks(anjali, *clicks)
        await is_muted(bot)
        for _ in range(2):
            await desk.links(ROY, ANJALI)
            assert REFUSED in await asks(roy, *clicks)
            assert REFUSED in await asks(anjali, *clicks)
            await desk.unlinks(ROY)
            assert REFUSED in await asks(anjali, *clicks)
            assert SENT in await asks(roy, *clicks)


@pytest.mark.parametrize("clicks", [(), UNNAMED], ids=["named", "unnamed"])
async def test_who_is_muted_while_they_are_one_is_who_wrote_it(tmp_path: Path, clicks: Sequence[str]) -> None:
    async with core(tmp_path, teachers(tmp_path)) as bot:
        desk, roy, anjali = Desk(bot), corner(bot, "Roy Thibodeaux"), corner(bot, "Anjali Deshpande", "discord")
        await desk.links(ROY, ANJALI)
        assert SENT in await asks(anjali, *clicks)
        priya = await is_muted(bot)
        assert REFUSED in await asks(roy, *clicks)
        await desk.unlinks(ROY)
        assert REFUSED in await asks(anjali, *clicks)
        assert SENT in await asks(roy, *clicks)
        await priya.presses("question.unmute", "1")
        assert SENT in await asks(anjali, *clicks)


async def test_what_one_chose_silences_the_other_no_longer(tmp_path: Path) -> None:
    async with core(tmp_path, teachers(tmp_path)) as bot:
        desk, database = Desk(bot), bot.settings.database_url
        chosen = "select members.key, preferences.key, value from preferences join members on members.id = member_id"
        hers = "insert into preferences (member_id, key, value) select id, '{}', '{}' from members where key = '{}'"
        databases.change(database, hers.format("where", "home", "anjali-deshpande"))
        databases.change(database, hers.format("days", "every day", "roy-thibodeaux"))
        before = sorted(map(tuple, rows(database, chosen)))
        await desk.links(ROY, ANJALI)
        assert ("roy-thibodeaux", "where", "home") in map(tuple, rows(database, chosen))
        await desk.unlinks(ROY)
        assert sorted(map(tuple, rows(database, chosen))) == before
