"""A district's files say that a channel is for others now: what was said in it was not said for them. It is neither
posted there later, nor does what stands there say anything new."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy.orm import Session
from support import districts
from support.at_once import at_once, by
from support.cores import Core, core
from support.corner import Corner, corner
from support.databases import on_both, on_either, rows
from support.posting import Platform, sending

from bot.boundary import Address, Refused
from bot.delivery import claims, outbox, outcomes
from bot.operations import commands

pytestmark = on_either

CAUCUS = Address("slack", "T01CEDAR", "C01ASSOCIATION")
LINE = "association-caucus,en,{},"
ASKS = "Do we raise the duty schedule?"
KEPT_BACK = "that channel is for other people by now"


class Files:
    """Of the pretend district, changed and loaded again."""

    def __init__(self, bot: Core, folder: Path) -> None:
        self.bot, self.folder, self.says = bot, districts.copy(folder / "files"), "caucus,cvea"

    def declare(self, says: str) -> None:
        districts.edit(self.folder, "places.csv", LINE.format(self.says), LINE.format(says))
        self.says = says
        assert commands.load(self.bot.settings, self.folder) == 0


OTHERS, ALSO, OWN = "caucus,administration", "joint,cvea;administration", "caucus,cvea"


async def asks(bot: Core) -> Corner:
    """The association's president, in its own channel."""
    dana = corner(bot, "Dana Lee")
    dana.place = CAUCUS
    await dana.types("poll", f"{ASKS} | Yes | No")
    await dana.clicks("Post it")
    dana.sees("Posted.")
    return dana


@asynccontextmanager
async def posting(bot: Core, slack: Platform) -> AsyncIterator[None]:
    """All that is to be said there is, once this ends."""
    async with sending(bot, platforms={"slack": slack, "discord": Platform("discord")}) as sender:
        yield
        await sender.drain(10)


def standing(slack: Platform) -> str:
    return "\n".join(one.text for one in slack.standing.values() if one.at == CAUCUS)


@on_both
async def test_what_waits_is_not_posted_for_others(tmp_path: Path) -> None:
    """Its author is told, and pressing changes nothing."""
    slack = Platform("slack")
    async with core(tmp_path) as bot:
        files, dana = Files(bot, tmp_path), await asks(bot)
        files.declare(ALSO)
        async with posting(bot, slack):
            pass
        assert standing(slack) == ""
        await dana.types("somewhere")
        assert "Post it again" not in dana.sees(ASKS, "#association-caucus (Slack)", KEPT_BACK)
        async with posting(bot, slack):
            await dana.presses("poll.again", "1")
            dana.sees(KEPT_BACK)
        assert standing(slack) == ""


@on_both
async def test_what_is_asked_while_the_files_are_loaded_is_not_posted_for_others(tmp_path: Path) -> None:
    slack = Platform("slack")
    async with core(tmp_path) as bot:
        files, dana = Files(bot, tmp_path), corner(bot, "Dana Lee")
        dana.place = CAUCUS
        await dana.types("poll", f"{ASKS} | Yes | No")

        async def loads(_bot: Core) -> None:
            await asyncio.to_thread(files.declare, ALSO)

        await at_once(bot, by(dana, lambda dana: dana.clicks("Post it")), loads)
        dana.sees("Posted.")
        async with posting(bot, slack):
            pass
        assert standing(slack) == ""


async def test_what_could_not_be_posted_is_not_posted_for_others_again(tmp_path: Path) -> None:
    slack = Platform("slack")
    async with core(tmp_path) as bot:
        files, dana = Files(bot, tmp_path), await asks(bot)
        slack.fails(Refused("not_in_channel"))
        async with posting(bot, slack):
            pass
        await dana.types("somewhere")
        dana.sees("Invite me to that channel")
        files.declare(OTHERS)
        async with posting(bot, slack):
            await dana.presses("poll.again", "1")
            dana.sees(KEPT_BACK)
        assert standing(slack) == ""
        files.declare(OWN)
        async with posting(bot, slack):
            await dana.presses("poll.again", "1")
            dana.sees("I'm trying again.")
        assert ASKS in standing(slack)


@on_both
async def test_what_stands_there_says_nothing_new_to_others(tmp_path: Path) -> None:
    """Once the channel is for its own people again, it does."""
    slack = Platform("slack")
    async with core(tmp_path) as bot:
        files, dana = Files(bot, tmp_path), await asks(bot)
        async with posting(bot, slack):
            pass
        assert ASKS in standing(slack)
        files.declare(ALSO)
        async with posting(bot, slack):
            await dana.presses("poll.close-now", "1")
        assert standing(slack) == (
            "What was here is for other people by now, so it isn't updated here any more. "
            "Type /somewhere to see what is for you."
        )
        files.declare(OWN)
        async with posting(bot, slack):
            pass
        assert ASKS in standing(slack)
        assert "closed" in standing(slack).lower()


async def test_one_that_could_not_be_updated_makes_way_for_none_before_others(tmp_path: Path) -> None:
    slack = Platform("slack")
    async with core(tmp_path) as bot:
        files, dana = Files(bot, tmp_path), await asks(bot)
        async with posting(bot, slack):
            pass
        slack.fails(Refused("cant_update_message"))
        async with posting(bot, slack):
            await corner(bot, "Owen Lindqvist").presses("poll.vote", "1:1")
        files.declare(ALSO)
        async with posting(bot, slack):
            await dana.presses("poll.again", "1")
            dana.sees(KEPT_BACK)
        assert ASKS not in standing(slack)
        assert rows(bot.settings.database_url, "select count(*) from deliveries where card = 'poll'") == [(1,)]


async def test_what_was_said_for_more_people_than_now_is_posted(tmp_path: Path) -> None:
    slack = Platform("slack")
    async with core(tmp_path) as bot:
        files = Files(bot, tmp_path)
        files.declare(ALSO)
        await asks(bot)
        files.declare(OWN)
        async with posting(bot, slack):
            pass
        assert ASKS in standing(slack)


async def test_what_is_said_from_then_on_is_for_those_who_read_it_now(tmp_path: Path) -> None:
    slack = Platform("slack")
    async with core(tmp_path) as bot:
        Files(bot, tmp_path).declare(ALSO)
        await asks(bot)
        async with posting(bot, slack):
            pass
        assert ASKS in standing(slack)


async def test_in_a_closed_channel_nothing_is_said_for_nobody_knows_whom(tmp_path: Path) -> None:
    slack = Platform("slack")
    async with core(tmp_path) as bot:
        files, dana = Files(bot, tmp_path), await asks(bot)
        places = (files.folder / "places.csv").read_text("utf-8").splitlines(keepends=True)
        left = [line for line in places if "C01ASSOCIATION" not in line]
        (files.folder / "places.csv").write_text("".join(left), "utf-8")
        district = (files.folder / "district.yaml").read_text("utf-8")
        (files.folder / "district.yaml").write_text(district.replace("C01ASSOCIATION", "C01ALLSTAFF"), "utf-8")
        assert commands.load(bot.settings, files.folder) == 0
        async with posting(bot, slack):
            pass
        assert ASKS not in standing(slack)
        await dana.types("somewhere")
        dana.sees(KEPT_BACK)


@pytest.mark.parametrize("withheld", [False, True])
async def test_below_what_is_withheld_no_thread_begins(tmp_path: Path, withheld: bool) -> None:
    """It was in doubt whether it had been posted there; what was said below it elsewhere is for those of then."""
    begun = list[str]()

    def note(_session: Session, _card: str, _subject: int, address: str, _remote: str) -> None:
        begun.append(address)

    def finish(session: Session) -> None:
        outbox.say(session, CAUCUS, "card", 1, "en")
        session.flush()
        slack = Platform("slack")
        (attempt,) = claims.claim(session, {"slack": slack}, 1, time.time())
        sent = replace(attempt, withheld=withheld)
        outcomes.finish(session, sent, "1.1", time.time(), slack.paces, {"card": note})

    async with core(tmp_path) as bot:
        await bot.writer.do(finish)
        assert begun == ([] if withheld else [str(CAUCUS)])
