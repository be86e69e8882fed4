"""Of two entries on the roster, linked by their person, one gets a second account in the files: it is that one
person's, who votes once."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from support import districts
from support.corner import next_due
from support.databases import on_both, on_either
from support.linked import ANJALI, GILBERTO, NEWCOMER, ROY, VISITOR, Desk
from support.talk import core

from bot.operations import commands
from bot.people import links

pytestmark = on_either
HERS = f"anjali-deshpande,Anjali Deshpande,en,board,,,{ANJALI.user}\n"
BOTH = f"anjali-deshpande,Anjali Deshpande,en,board,,{VISITOR.user},{ANJALI.user}\n"


class Files:
    """Of the pretend district, in which Anjali has a line in `members.csv`."""

    def __init__(self, desk: Desk, folder: Path) -> None:
        self.desk, self.folder, self.says = desk, districts.copy(folder / "files"), HERS

    async def say(self, line: str) -> None:
        districts.edit(self.folder, "members.csv", self.says, line)
        self.says = line
        assert commands.load(self.desk.bot.settings, self.folder) == 0
        await next_due(self.desk.bot, links.PARTED)

    def whose(self) -> list[str | None]:
        return [self.desk.whose(account) for account in (ROY, ANJALI, VISITOR)]


@pytest.fixture
async def files(tmp_path: Path) -> AsyncIterator[Files]:
    async with core(tmp_path) as bot:
        yield Files(Desk(bot), tmp_path)


@on_both
async def test_a_second_account_of_an_entry_that_is_one_with_another_votes_with_it(files: Files) -> None:
    desk = files.desk
    await desk.links(ROY, ANJALI)
    await files.say(BOTH)
    await desk.poll()
    await desk.votes(ROY, 1)
    await desk.votes(ANJALI, 3)
    await desk.votes(VISITOR, 2)
    assert desk.answers() == [("Thursday", "roy-thibodeaux")]
    await files.say(BOTH)  # loaded again, nothing changes
    assert files.whose() == ["roy-thibodeaux"] * 3
    await desk.unlinks(ROY)
    assert files.whose() == ["roy-thibodeaux", "anjali-deshpande", "anjali-deshpande"]
    await files.say(BOTH)
    assert files.whose() == ["roy-thibodeaux", "anjali-deshpande", "anjali-deshpande"]


async def test_it_is_theirs_for_as_long_as_the_files_give_both_to_the_same_entry(files: Files) -> None:
    """Nobody proved with a code that it is theirs: it was a mistake, perhaps."""
    await files.desk.links(ROY, ANJALI)
    await files.say(BOTH)
    await files.say(HERS)
    assert files.whose() == ["roy-thibodeaux", "roy-thibodeaux", None]
    await files.say(BOTH)
    assert files.whose() == ["roy-thibodeaux"] * 3
    await files.say(BOTH.replace(ANJALI.user, NEWCOMER.user))
    assert files.whose()[2] == "anjali-deshpande"
    assert files.desk.whose(NEWCOMER) == "anjali-deshpande"


async def test_an_account_that_was_anothers_is_theirs_from_then_on(files: Files) -> None:
    """Gilberto's, which the files give to Anjali by now."""
    desk = files.desk
    await desk.links(ROY, ANJALI)
    members = (files.folder / "members.csv").read_text("utf-8").splitlines()
    districts.edit(files.folder, "members.csv", next(one for one in members if GILBERTO.user in one) + "\n", "")
    await files.say(BOTH.replace(VISITOR.user, GILBERTO.user))
    assert desk.whose(GILBERTO) == "roy-thibodeaux"


async def test_a_second_account_of_an_entry_that_has_one_of_its_own_is_that_ones(files: Files) -> None:
    """As it was given before anything made the two one."""
    await files.say(BOTH)
    assert files.whose() == ["roy-thibodeaux", "anjali-deshpande", "anjali-deshpande"]
    assert "The roster says so." in await files.desk.types(ANJALI)
    await files.say(HERS)
    assert files.whose() == ["roy-thibodeaux", "anjali-deshpande", None]
