"""Of two districts in one bot, none reaches into the other, and each works on its own."""

from __future__ import annotations

from pathlib import Path

from support import databases
from support.databases import on_either
from support.furnished import HELD, furnish
from support.talk import QUESTION, Core, counts
from support.two_districts import DANA, IDS, MARIA, TEAM, bot, code, command, other, told

from bot import routes
from bot.boundary import Account, Act, Address, Command, Press, Submit
from bot.storage.tables import Table

pytestmark = on_either

__all__ = ["bot", "other"]


async def test_no_act_reaches_into_another_district(bot: Core, tmp_path: Path) -> None:
    """Everything that can be asked for, about everything there is, by somebody of another district, of none, or from a
    workspace that is not tied: nothing changes, and nobody is shown a word of it."""
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
            acts: list[Act] = [Press(id=f"here-{next(IDS)}", do=do, about=about, **who) for do in routes.HOUSE.presses]
            acts += [
                Submit(id=f"here-{next(IDS)}", form=form, about=about, fields={"question": ("?",)}, **who)
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
        acts: list[Act] = [Press(id=f"here-{next(IDS)}", do=do, about=about, **who) for do in routes.HOUSE.presses]
        acts += [Submit(id=f"here-{next(IDS)}", form=one, about=about, fields={}, **who) for one in routes.HOUSE.forms]
        if about == "1":
            held = str(databases.rows(database, HELD)[0][0])
            acts += [Press(id=f"here-{next(IDS)}", do=do, about=held, **who) for do in ("held.send", "held.leave")]
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
