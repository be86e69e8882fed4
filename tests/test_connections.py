"""Which workspace belongs to which district: tying them, and letting go."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session
from support import databases
from support.databases import on_either
from support.districts import edit, elsewhere
from support.furnished import HELD, furnish
from support.talk import LINE, QUESTION, Core, core, counts, said

from bot import routes
from bot.boundary import Account, Act, Address, ChannelMembers, Command, Joined, Left, Opened, Press, Secret, Submit
from bot.delivery import outbox
from bot.onboarding import strangers
from bot.operations import commands
from bot.people.token_store import Seal, Vault
from bot.storage.keys import Keys, new_key
from bot.storage.tables import Table

pytestmark = on_either

TEAM, GUILD = "T02OTHER", "1268401200690098928"
DANA, SAMUEL, MARIA = "U01DLEE", "U01OKAFOR", "U01RIVERA"
UNTIED = "This place isn't connected to a district yet."
_acts = iter(range(1_000_000))


@pytest.fixture
def other(tmp_path: Path) -> Path:
    return elsewhere(tmp_path, TEAM, GUILD)


@pytest.fixture
async def bot(tmp_path: Path, other: Path) -> AsyncIterator[Core]:
    """Two districts are loaded; the first was alone when it was."""
    async with core(tmp_path) as bot:
        assert commands.load(bot.settings, other) == 0
        yield bot


def command(user: str, text: str, team: str = TEAM) -> Command:
    actor, place = Account("slack", team, user), Address("slack", team, "C01COMMONS")
    return Command(id=f"here-{next(_acts)}", actor=actor, place=place, name="somewhere", text=text, language="en")


async def told(bot: Core, act: Act) -> str:
    return said(await bot.frame.handle(act)).text()


async def code(bot: Core, district: str = "other") -> str:
    return await bot.writer.do(lambda session: strangers.code_for(session, district))


async def test_a_caretaker_ties_a_workspace_with_a_code(bot: Core) -> None:
    await bot.frame.handle(Joined(platform="slack", workspace=TEAM))
    assert (await told(bot, command(DANA, ""))).startswith(UNTIED)

    handed_over = await code(bot)
    assert await told(bot, command(DANA, f"connect {handed_over.lower()}")) == (
        "Done. From now on this is Otherside's. Type /somewhere to begin."
    )
    assert "Hello, Dana Lee" in await told(bot, command(DANA, ""))
    assert "Hello, Maria Rivera" in await told(bot, command(MARIA, ""))


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
    assert commands.code(bot.settings, "other") == 1
    assert "name no caretakers" in capsys.readouterr().err


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


async def test_no_act_reaches_into_another_district(bot: Core, tmp_path: Path) -> None:
    """Whatever can be asked for, about whatever there is, by somebody of another district, of none, or from a workspace
    that is not tied: nothing changes, and nobody is shown a word of it."""
    maria, place = Account("slack", "T01CEDAR", MARIA), Address("slack", "T01CEDAR", "C01COMMONS")
    for number, act in enumerate((("poll", QUESTION), ("poll", "A draft?"))):
        line = f"{act[1]} | Tuesday | Thursday"
        await bot.frame.handle(Command(id=f"own-{number}", actor=maria, place=place, name=act[0], text=line))
    await bot.frame.handle(Press(id="post", actor=maria, place=place, do="poll.post", about="1"))
    await told(bot, command(DANA, f"connect {await code(bot)}"))
    before = counts(tmp_path) | {"drafts": drafts_there(bot)}

    strangers = [(TEAM, MARIA), (TEAM, DANA), (TEAM, "U0NOBODY"), ("T03THIRD", MARIA), ("T01CEDAR", "U0NOBODY")]
    for team, user in strangers:
        who = {"actor": Account("slack", team, user), "place": Address("slack", team, "C01COMMONS"), "language": "en"}
        for about in ("1", "2", "1:1", "1:2", "1:es"):
            acts: list[Act] = [
                Press(id=f"here-{next(_acts)}", do=do, about=about, **who) for do in routes.HOUSE.presses
            ]
            acts += [
                Submit(id=f"here-{next(_acts)}", form=form, about=about, fields={"question": ("?",)}, **who)
                for form in routes.HOUSE.forms
            ]
            for act in acts:
                answer = await bot.frame.handle(act)
                assert QUESTION not in repr(answer)
                assert "A draft?" not in repr(answer)
    assert counts(tmp_path) | {"drafts": drafts_there(bot)} == before


async def test_what_a_district_works_on_is_its_own(bot: Core) -> None:
    """Of goals, meetings, broadcasts and all else that there is, its words are shown to nobody of another district, and
    its rows stay as they are."""
    await furnish(bot)
    database = bot.settings.database_url
    databases.change(database, "update meetings set agenda = 'out', closed_at = at")
    databases.change(database, "update meeting_series set name = 'Bell times' where name <> ''")
    await told(bot, command(DANA, f"connect {await code(bot)}"))
    there = {one: [tuple(row) for row in databases.rows(database, f"select * from {one}")] for one in TABLES}
    who = {"actor": Account("slack", TEAM, DANA), "place": Address("slack", TEAM, "C01COMMONS"), "language": "en"}
    for about in ("1", "2:es"):
        acts: list[Act] = [Press(id=f"here-{next(_acts)}", do=do, about=about, **who) for do in routes.HOUSE.presses]
        acts += [
            Submit(id=f"here-{next(_acts)}", form=one, about=about, fields={}, **who) for one in routes.HOUSE.forms
        ]
        if about == "1":
            held = str(databases.rows(database, HELD)[0][0])
            acts += [Press(id=f"here-{next(_acts)}", do=do, about=held, **who) for do in ("held.send", "held.leave")]
        for act in acts:
            answer = repr(await bot.frame.handle(act))
            assert not [one for one in WORDS if one in answer], act
    for table, rows in there.items():
        now = {repr(tuple(row)) for row in databases.rows(database, f"select * from {table}")}
        assert not [row for row in rows if repr(row) not in now], table


# Of what `furnish` lays out.
WORDS = ("More books", "Too few books.", "Read on Tuesdays", "Ask for books", "An hour on Tuesdays", "Ask early.")
WORDS += ("phonics kits", "Bus times", "Bell times", "The copier is back.", "stammering", "The buses are late.")
TABLES = {*Table.metadata.tables} - {"seen_keys", "drafts"}  # which forget, or are of another district, too


def drafts_there(bot: Core) -> int:
    """Of the first district."""
    query = "SELECT count(*) FROM drafts JOIN members ON member_id = members.id WHERE district_id = 1"
    return int(databases.rows(bot.settings.database_url, query)[0][0])


async def test_whoever_runs_the_bot_makes_the_code(bot: Core, capsys: pytest.CaptureFixture[str]) -> None:
    assert commands.code(bot.settings, "other") == 0
    assert "Done." in await told(bot, command(DANA, f"connect {capsys.readouterr().out.strip()}"))
    assert commands.code(bot.settings, "nowhere") == 1
    assert "no district has the key 'nowhere'" in capsys.readouterr().err
