"""Which workspace belongs to which district: tying them, and letting go."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session
from support import databases
from support.at_once import Act, at_once
from support.databases import on_either
from support.districts import PRETEND, edit, pretend
from support.talk import LINE, Core, core, counts
from support.terminal import stops
from support.two_districts import DANA, GUILD, MARIA, SAMUEL, TEAM, UNTIED, bot, code, command, other, told

from bot.boundary import Account, Address, ChannelMembers, Command, Joined, Left, Opened, Press, Secret
from bot.delivery import outbox
from bot.onboarding import strangers
from bot.operations import commands
from bot.people import connections
from bot.people.token_store import Seal, Vault
from bot.storage.keys import Keys, new_key

pytestmark = on_either

CEDARS = "1268401200690098927"  # the server that the pretend district's files name

__all__ = ["bot", "other"]


async def test_a_caretaker_ties_a_workspace_with_a_code(bot: Core) -> None:
    await bot.frame.handle(Joined(platform="slack", workspace=TEAM))
    assert (await told(bot, command(DANA, ""))).startswith(UNTIED)

    handed_over = await code(bot)
    assert await told(bot, command(DANA, f"connect {handed_over.lower()}")) == (
        "Done. From now on this is Otherside's. Type /somewhere to begin."
    )
    assert "Hello, Dana Lee" in await told(bot, command(DANA, ""))
    assert "Hello, Maria Rivera" in await told(bot, command(MARIA, ""))


async def test_what_a_platform_keeps_from_the_bot_no_load_gives_it(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        workspace = str(pretend().district.workspace("discord"))
        await bot.frame.handle(Joined(platform="discord", workspace=workspace, hears=False))
        assert commands.load(bot.settings, PRETEND) == 0
        heard = f"select hears from connections where address = 'discord:{workspace}'"
        assert [bool(hears) for (hears,) in databases.rows(bot.settings.database_url, heard)] == [False]


async def test_a_code_is_good_once(bot: Core) -> None:
    handed_over = await code(bot)
    assert "Done." in await told(bot, command(DANA, f"connect {handed_over}"))
    actor, place = Account("discord", GUILD, "1335954413637978616"), Address("discord", GUILD, "1")
    again = Command(
        id="again", actor=actor, place=place, name="somewhere", text=f"connect {handed_over}", language="en"
    )
    assert (await told(bot, again)).startswith("That code isn't good")


@pytest.mark.parametrize("wrong", ["", "AAAAAA-BBBBBB-CCCCCC-DDDDDD", "🤔" * 500, "' OR 1=1 --", "\ud800"])
async def test_a_wrong_code_ties_nothing(bot: Core, wrong: str) -> None:
    await code(bot)
    assert (await told(bot, command(DANA, f"connect {wrong}"))).startswith("That code isn't good")
    assert (await told(bot, command(DANA, ""))).startswith(UNTIED)


@databases.on_both
async def test_of_two_codes_for_one_workspace_at_once_one_is_good(bot: Core) -> None:
    """The first district's caretaker has an account there, too."""
    ours, theirs = await code(bot, "cedar-valley"), await code(bot)
    first = "select id from members where name = 'Samuel Okafor' order by id limit 1"
    hers = f"insert into accounts (address, member_id) values ('slack:{TEAM}/U0FIRST', ({first}))"
    databases.change(bot.settings.database_url, hers)
    said: list[str] = []

    def hands_in(user: str, one: str) -> Act:
        async def act(bot: Core) -> None:
            said.append(await told(bot, command(user, f"connect {one}")))

        return act

    await at_once(bot, hands_in(DANA, theirs), hands_in("U0FIRST", ours))
    assert sum("Done." in one for one in said) == 1, said
    tied = f"select key from connections join districts on district_id = districts.id where address = 'slack:{TEAM}'"
    assert databases.rows(bot.settings.database_url, tied) == [("other",)]


async def test_a_code_is_of_no_use_to_anyone_else(bot: Core) -> None:
    handed_over = await code(bot)
    for stranger in (MARIA, "U0NOBODY"):
        assert (await told(bot, command(stranger, f"connect {handed_over}"))).startswith("That code is for a caretaker")
    # Nor for a workspace that the district's roster does not know the caretaker by.
    assert (await told(bot, command(DANA, f"connect {handed_over}", "T03THIRD"))).startswith("That code is for a")
    assert "Done." in await told(bot, command(SAMUEL, f"connect {handed_over}"))


async def test_a_district_without_caretakers_connects_nothing(
    bot: Core, other: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Not even with a code from before; and the operator is told so."""
    handed_over = await code(bot)
    edit(other, "district.yaml", "caretakers: [dana-lee, samuel-okafor]", "caretakers: []")
    assert commands.load(bot.settings, other) == 0
    assert "warning: district.yaml: it names no caretakers" in capsys.readouterr().err
    for somebody in (DANA, MARIA):
        assert "That code is for a caretaker" in await told(bot, command(somebody, f"connect {handed_over}"))
    assert (await told(bot, command(DANA, ""))).startswith(UNTIED)
    with stops("name no caretakers"):
        commands.code(bot.settings, "other")


async def test_who_left_looks_after_it_no_more(tmp_path: Path, other: Path) -> None:
    """Nobody is sent to them."""
    edit(other, "district.yaml", "[dana-lee, samuel-okafor]", "[roy-thibodeaux, samuel-okafor]")
    async with core(tmp_path, other) as bot:
        stranger = command("U0NOBODY", "")
        assert "Roy Thibodeaux or Samuel Okafor can add you" in await told(bot, stranger)
        edit(other, "district.yaml", "[roy-thibodeaux, samuel-okafor]", "[dana-lee, samuel-okafor]")
        edit(other, "members.csv", "roy-thibodeaux,Roy Thibodeaux,en,board,,U01THIBODEAUX,\n", "")
        assert commands.load(bot.settings, other) == 0
        assert "Dana Lee or Samuel Okafor can add you" in await told(bot, command("U0NOBODY", ""))


async def test_a_caretaker_whom_nothing_reaches_is_pointed_out(
    bot: Core, other: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    edit(other, "members.csv", "U01DLEE,1227600247627320631", ",")
    assert commands.load(bot.settings, other) == 0
    assert "warning: members.csv: caretaker 'dana-lee' has no account" in capsys.readouterr().err


async def test_installing_the_app_connects_nothing_by_itself(tmp_path: Path) -> None:
    """With one district neither, unless its files name the workspace."""
    async with core(tmp_path) as bot:
        vault = Vault(bot.writer._engine, bot.writer, Seal(Keys(new_key())), "slack")
        await vault.keep("T03THIRD", Secret("xoxb-1"))
        assert (await told(bot, command(DANA, "", "T03THIRD"))).startswith(UNTIED)


async def test_a_code_is_good_for_a_week(bot: Core, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(strangers, "CODE_LASTS", -1.0)
    assert (await told(bot, command(DANA, f"connect {await code(bot)}"))).startswith("That code isn't good")


async def test_a_workspace_that_has_its_district_takes_no_other_code(bot: Core) -> None:
    here = command(DANA, f"connect {await code(bot)}", "T01CEDAR")
    assert "Hello, Dana Lee" in await told(bot, here)
    assert "Hello, Maria Rivera" in await told(bot, command(MARIA, "", "T01CEDAR"))


async def test_nothing_is_offered_in_a_workspace_that_is_not_tied(bot: Core) -> None:
    """Tied on Slack only: a poll goes nowhere on Discord."""
    await told(bot, command(DANA, f"connect {await code(bot)}"))
    form = await bot.frame.handle(command(DANA, "poll"))
    (places,) = (field for field in form.fields if field.name == "places")
    assert places.choices
    assert not any("Discord" in choice.label for choice in places.choices)


async def test_the_only_district_has_its_workspaces_at_once(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        assert "Hello, Maria Rivera" in await told(bot, command(MARIA, "", "T01CEDAR"))
        await bot.frame.handle(Joined(platform="slack", workspace="T03THIRD"))
        assert (await told(bot, command(MARIA, "", "T03THIRD"))).startswith(UNTIED)


async def test_taken_out_and_let_in_again(tmp_path: Path) -> None:
    """What waited to be said is not said; afterwards the only district has its workspace again."""
    async with core(tmp_path) as bot:
        place = Address("slack", "T01CEDAR", "C01COMMONS")
        maria = Account("slack", "T01CEDAR", MARIA)
        await bot.frame.handle(ChannelMembers(id="who", place=place, accounts=(maria,)))
        line = Command(id="1", actor=maria, place=place, name="poll", text=LINE.removeprefix("/poll "))
        await bot.frame.handle(line)
        await bot.frame.handle(Press(id="2", actor=maria, place=place, do="poll.post", about="1"))
        await bot.frame.handle(Left(platform="slack", workspace="T01CEDAR"))
        assert (await told(bot, command(MARIA, "", "T01CEDAR"))).startswith(UNTIED)
        rows = databases.rows(bot.settings.database_url, "SELECT state, reason, waits_since FROM deliveries")
        assert rows == [("FAILED", "not_connected", None)]

        await bot.frame.handle(Joined(platform="slack", workspace="T01CEDAR"))
        assert "Hello, Maria Rivera" in await told(bot, command(MARIA, "", "T01CEDAR"))


async def test_a_token_that_slack_takes_back_ends_what_it_opened_and_no_other(tmp_path: Path) -> None:
    """Somebody lets the bot in again in the moment in which it finds the old one dead."""
    async with core(tmp_path) as bot:
        vault = Vault(bot.writer._engine, bot.writer, Seal(Keys(new_key())), "slack")
        await vault.keep("T03THIRD", Secret("xoxb-new"))
        await vault.lose("T03THIRD", Secret("xoxb-old"))
        assert await vault.workspaces() == ["T03THIRD"]
        await vault.lose("T03THIRD", Secret("xoxb-new"))
        assert await vault.workspaces() == []
        addresses = databases.rows(bot.settings.database_url, "SELECT address FROM connections ORDER BY address")
        assert addresses == [(f"discord:{CEDARS}",), ("slack:T01CEDAR",)]


async def asked_after(bot: Core, me: str) -> Sequence[str]:
    """The servers that Discord is asked about where it does not list them, as the bot of this id connects."""
    return await bot.writer.look(lambda session: connections.joined_as(session, "discord", me))


async def test_only_servers_that_this_bot_was_in_are_asked_after(tmp_path: Path) -> None:
    """Not those that the files name and that it never was in, and none of another token's bot."""
    async with core(tmp_path) as bot:
        for server, me in (("1", "900"), ("2", "901"), (CEDARS, "")):
            await bot.frame.handle(Joined(platform="discord", workspace=server, bot=me))
        await bot.frame.handle(Joined(platform="discord", workspace="1"))
        for me, servers in (("900", ["1"]), ("901", ["2"]), ("902", [])):
            assert await asked_after(bot, me) == servers


async def test_a_server_that_took_the_bot_out_before_anybody_kept_which_bot_is_asked_after(tmp_path: Path) -> None:
    """It posted there. One that the files name and where it never was is not asked after."""

    def posted(session: Session) -> None:
        for server in (CEDARS, "3"):
            outbox.say(session, Address("discord", server, "7"), "home", 7, "en")
        cards = session.scalars(select(outbox.Delivery).order_by(outbox.Delivery.id)).all()
        cards[0].state, cards[0].remote, cards[0].waits_since = outbox.State.STANDING, "1", None

    async with core(tmp_path) as bot:
        for server in (CEDARS, "3"):
            await bot.frame.handle(Joined(platform="discord", workspace=server))
        assert await asked_after(bot, "900") == []
        await bot.writer.do(posted)
        assert await asked_after(bot, "900") == [CEDARS]
        await bot.frame.handle(Joined(platform="discord", workspace=CEDARS, bot="901"))
        assert await asked_after(bot, "900") == []


async def test_what_was_to_be_taken_away_shows_nothing_new_to_those_who_had_it(tmp_path: Path) -> None:
    def passed_on(session: Session) -> None:
        outbox.say(session, Address("slack", "T01CEDAR", "C01LITERACY"), "question.committee", 7, "en")
        card = session.scalars(select(outbox.Delivery)).one()
        card.state, card.remote, card.waits_since = outbox.State.STANDING, "1", None
        outbox.remove(session, "question.committee", 7)

    async with core(tmp_path) as bot:
        await bot.writer.do(passed_on)
        await bot.frame.handle(Left(platform="slack", workspace="T01CEDAR"))
        await bot.frame.handle(Joined(platform="slack", workspace="T01CEDAR"))
        waits = "SELECT removed FROM deliveries WHERE waits_since IS NOT NULL"
        assert not databases.rows(bot.settings.database_url, waits)
        await bot.writer.do(lambda session: outbox.change(session, "question.committee", 7))
        assert databases.rows(bot.settings.database_url, waits) == [(True,)]


async def test_whoever_left_is_let_go_twice(bot: Core) -> None:
    for _ in range(2):
        await bot.frame.handle(Left(platform="slack", workspace="T01CEDAR"))
    assert (await told(bot, command(MARIA, "", "T01CEDAR"))).startswith(UNTIED)


async def test_a_home_tab_says_what_is_missing(bot: Core) -> None:
    opened = Opened(id="tab", actor=Account("slack", TEAM, DANA), language="en")
    assert (await told(bot, opened)).startswith(UNTIED)


async def test_in_a_message_on_discord_only_tied_districts_know_a_person(bot: Core, tmp_path: Path) -> None:
    """Both rosters name the same account; one of the two is tied."""
    rosa = Account("discord", "", "1138732774015241103")
    direct = Command(id="dm", actor=rosa, place=Address("discord", "", "1"), name="somewhere")
    assert "Rosa Delgado" in await told(bot, direct)
    before = counts(tmp_path)
    samuel, place = Account("discord", GUILD, "1335954413637978616"), Address("discord", GUILD, "1")
    line = f"connect {await code(bot)}"
    assert "Done." in await told(
        bot, Command(id="tie", actor=samuel, place=place, name="somewhere", text=line, language="en")
    )
    again = Command(id="dm2", actor=rosa, place=Address("discord", "", "1"), name="somewhere", language="en")
    assert "I don't know you yet." in await told(bot, again)
    assert counts(tmp_path) == before


async def test_whoever_runs_the_bot_makes_the_code(bot: Core, capsys: pytest.CaptureFixture[str]) -> None:
    assert commands.code(bot.settings, "other") == 0
    assert "Done." in await told(bot, command(DANA, f"connect {capsys.readouterr().out.strip()}"))
    with stops("no district has the key 'nowhere'"):
        commands.code(bot.settings, "nowhere")
