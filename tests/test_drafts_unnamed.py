"""A draft bears its writer's number. Of what went without a name no draft stays that says the same: somebody with a
copy of the database would read there whose it is."""

from __future__ import annotations

from pathlib import Path

from support.concerns import says, writes
from support.cores import Core, core
from support.corner import Corner, corner
from support.databases import POSTGRESQL, change, connect, files, on_both, on_either, rows, throw_old_logs_away
from support.listening import opened
from support.listening import says as contributes

from bot import routes
from bot.boundary import Said
from bot.storage import scrubbing

pytestmark = on_either

HALL = "My principal shouts at us in the hall."
AIDES = "Why are aides moved without notice?"
MENU = "The menu comes too late for families."


def drafted(bot: Core) -> list[str]:
    """What lies in those that are not sent."""
    query = "select fields from drafts where became is null order by id"
    return [str(fields) for (fields,) in rows(bot.settings.database_url, query)]


async def tells_the_bot(who: Corner, text: str) -> None:
    who.answer = await who.bot.frame.handle(Said(id=f"says {text}", actor=who.account, place=who.place, text=text))


async def test_a_concern_leaves_no_other_draft_of_its_words(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        aisha, owen = corner(bot, "Aisha Farouk"), corner(bot, "Owen Lindqvist")
        await tells_the_bot(aisha, HALL)  # who offers to ask it
        await aisha.types("concern", f"{HALL} Every week!")  # closed, and begun anew
        await aisha.types("concern", "My principal")
        await aisha.types("concern", "")
        await aisha.types("concern", MENU)
        await aisha.types("ask", AIDES)
        await owen.types("concern", HALL)
        assert len(drafted(bot)) == 7
        await says(aisha, HALL)
        aisha.sees("Sent.")
        left = drafted(bot)
        assert all(text in one for one, text in zip(left, (MENU, AIDES, HALL), strict=True)), left


async def test_what_else_a_draft_said_is_given_back(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        aisha = corner(bot, "Aisha Farouk")
        await aisha.types("concern", f"{HALL} It is every week!")
        await aisha.types("concern", "My principal shouts at us in the staff room, too.")
        await says(aisha, HALL)
        aisha.sees("Sent.", "Another draft of yours said much the same.", "It is every week!", "in the staff room")
        await aisha.presses("concern.send", "1")
        aisha.sees("or it was much the same as one that you sent without your name")


async def test_where_there_is_no_other_draft_nothing_is_said_of_one(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        aisha = corner(bot, "Aisha Farouk")
        await writes(aisha, HALL)
        await aisha.clicks("Send it")
        assert "draft" not in aisha.sees("Sent.")
        await aisha.types("ask", AIDES)
        await aisha.clicks("Reading and literacy")
        await aisha.fills_in()
        await aisha.clicks("Ask without my name")
        await aisha.clicks("Send it")
        assert "draft" not in aisha.sees("Sent.")
        await opened(bot)
        await contributes(aisha, MENU)
        assert "draft" not in aisha.sees("Sent.")


async def test_a_question_leaves_none_either(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        aisha = corner(bot, "Aisha Farouk")
        await aisha.types("concern", "Aides are moved without any notice!")
        await aisha.types("ask", AIDES)
        await aisha.types("ask", AIDES)
        await aisha.clicks("Reading and literacy")
        await aisha.fills_in()
        await aisha.clicks("Ask without my name")
        await aisha.clicks("Send it")
        aisha.sees("Sent.")
        assert drafted(bot) == []


async def test_under_their_name_they_keep_what_they_drafted(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        aisha = corner(bot, "Aisha Farouk")
        await aisha.types("concern", HALL)
        await says(aisha, HALL, named=True)
        assert HALL in drafted(bot)[0]


async def test_what_is_said_to_a_board_leaves_none(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        await opened(bot)
        aisha = corner(bot, "Aisha Farouk")
        await aisha.presses("listening.say", "1")
        await aisha.types("ask", AIDES)
        await contributes(aisha, AIDES)
        aisha.sees("Sent.")
        assert drafted(bot) == []


async def test_who_says_it_again_leaves_no_draft_of_it(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        await opened(bot)
        aisha = corner(bot, "Aisha Farouk")
        for say, text in ((says, HALL), (contributes, AIDES)):
            await say(aisha, text)
            aisha.sees("Sent.")
            await say(aisha, text)
            aisha.sees("You have said just that already", text)  # which is theirs to copy
        assert not any(text in one for one in drafted(bot) for text in (HALL, AIDES))


@on_both
async def test_what_nobody_came_back_to_is_gone_from_the_files_too(tmp_path: Path, database: str) -> None:
    if database == POSTGRESQL:
        throw_old_logs_away()
    async with core(tmp_path) as bot:
        aisha = corner(bot, "Aisha Farouk")
        await says(aisha, HALL)
        engine = connect(bot.settings.database_url)
        await scrubbing.scrub_remains(engine, bot.writer, routes.HOUSE.scrubbing)
        await aisha.types("concern", f"zebra {HALL}")  # not sure that it was sent
        await bot.later(hours=25)
        for chore in routes.HOUSE.maintenance:
            await bot.writer.do(lambda session, run=chore.run: run(session, bot.clock.now()))
        assert drafted(bot) == []
        await scrubbing.scrub_remains(engine, bot.writer, routes.HOUSE.scrubbing)
        engine.dispose()
        assert not any(b"zebra" in file.read_bytes() for file in files(bot.settings.database_url))


async def test_what_is_shown_of_an_asker_is_what_was_looked_over(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        patricia, there = corner(bot, "Patricia Nowak"), "address like '%U01THIBODEAUX'"
        database = bot.settings.database_url
        ((address, member),) = rows(database, f"select address, member_id from accounts where {there}")
        change(database, f"delete from accounts where {there}")
        await patricia.types("ask")
        await patricia.clicks("Reading and literacy")
        await patricia.fills_in(question=AIDES)
        await patricia.clicks("Ask without my name")
        patricia.sees("from someone in the partnership")
        change(database, f"insert into accounts (address, member_id) values ('{address}', {member})")
        await patricia.clicks("Send it")
        patricia.sees("from a school board member", AIDES)
        assert rows(database, "select count(*) from questions") == [(0,)]
        await patricia.clicks("Send it")
        patricia.sees("Sent.")
