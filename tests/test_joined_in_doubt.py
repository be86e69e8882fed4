"""What crossed without the platform saying that it is there: a file, or what quotes a message, goes with that."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session
from support import databases
from support.bridged import DISCORD, SLACK, deleted, opened, said
from support.cores import core
from support.databases import on_either
from support.house import House, eventually, house
from support.joined import DANA, ROSA, joined, named
from support.joined_house import joined_by_name
from support.posting import Platform, sending
from support.talk import Chair
from test_joined_files_below import FLYER, rosa_is_named

from bot import routes
from bot.boundary import Attachment, OutcomeUnknown
from bot.bridge.joined import joinings
from bot.bridge.joined.model import End, Joining
from bot.delivery import claims, outbox
from bot.people import audiences, redeclaring
from bot.people import model as people
from bot.people.places import Place, PlaceKind
from bot.storage import context

pytestmark = on_either

TRIES = "select tries from deliveries where card = 'bridge.file' order by id"
NAME = "select name from carried_files"
STATE = "select state from deliveries where card = 'bridge.file' order by id"


async def sent_in_doubt(
    home: House, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fault: str
) -> tuple[Chair, Chair]:
    dana, rosa = await joined_by_name(home)
    await rosa_is_named(rosa)
    monkeypatch.setattr(claims, "SETTLE", 1000.0)
    home.slack.faults.next("files.completeUploadExternal", fault)
    await rosa.person.say(rosa.channel, "The flyer", files=FLYER)
    await dana.sees_among_cards("The flyer")
    await eventually(lambda: databases.rows(databases.address(tmp_path), TRIES) == [(1,)])
    return dana, rosa


async def looks_again(home: House, tmp_path: Path) -> None:
    database = databases.address(tmp_path)
    databases.change(database, "update deliveries set not_before = 0 where card = 'bridge.file'")
    databases.change(database, "update destinations set due_at = 0")
    home.bot.sender.wake()
    await eventually(lambda: ("WAITING",) not in databases.rows(database, STATE))


def an_hour_later(tmp_path: Path) -> None:
    """As the bot does it every hour."""
    engine = databases.connect(databases.address(tmp_path))
    with Session(engine, info=context.info()) as session:
        for chore in routes.HOUSE.maintenance:
            chore.run(session, datetime.now(UTC))
        session.commit()
    engine.dispose()


def stand(dana: Chair) -> list[str]:
    seen = dana.person.messages(dana.channel)
    return [one.text for one in seen if "flyer.txt" in one.text or one.files]


@pytest.mark.parametrize("fault", ["502_after", "drop_before"])
async def test_its_author_takes_it_back_before_that_is_known(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fault: str
) -> None:
    async with house(tmp_path) as home:
        dana, rosa = await sent_in_doubt(home, tmp_path, monkeypatch, fault)
        await rosa.deletes("The flyer")
        await dana.sees_among_cards("deleted")
        await looks_again(home, tmp_path)
        await eventually(lambda: stand(dana) == [])
        await asyncio.to_thread(an_hour_later, tmp_path)
        await eventually(lambda: databases.rows(databases.address(tmp_path), STATE) == [("GONE",)])
        assert databases.rows(databases.address(tmp_path), NAME) == [("",)]


async def test_its_name_goes_where_nobody_may_look(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(claims, "SETTLE", 0.3)
    async with core(tmp_path) as bot:
        talk = await opened(bot, SLACK, DISCORD)
        database = bot.settings.database_url
        await talk.told(said("The list", 1, files=[Attachment("list.txt", 3, "r")]))
        discord = Platform("discord")
        discord.will.append((None, True))
        discord.fails(OutcomeUnknown())
        async with sending(bot, platforms={"slack": Platform("slack"), "discord": discord}):
            await eventually(lambda: databases.rows(database, TRIES) == [(1,)])
            discord.tells = False
            await talk.told(deleted(1))
            await eventually(lambda: databases.rows(database, STATE) == [("HELD",)])
        await asyncio.to_thread(an_hour_later, tmp_path)
        assert databases.rows(database, NAME) == [("",)]


async def sends_twice(
    home: House, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, settle: float
) -> tuple[Chair, Chair]:
    """The same flyer; the second time it does not arrive. `settle`: seconds until that is looked up."""
    dana, rosa = await joined_by_name(home)
    await rosa_is_named(rosa)
    await rosa.person.say(rosa.channel, "The flyer", files=FLYER)
    await eventually(lambda: databases.rows(databases.address(tmp_path), STATE) == [("STANDING",)])
    monkeypatch.setattr(claims, "SETTLE", settle)
    home.slack.faults.next("files.completeUploadExternal", "drop_before")
    await rosa.person.say(rosa.channel, "Once more", files=FLYER)
    return dana, rosa


async def test_another_file_of_the_same_name_is_not_taken_for_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Somebody sends the same flyer twice, and takes the second back."""
    async with house(tmp_path) as home:
        dana, rosa = await sends_twice(home, tmp_path, monkeypatch, 1000.0)
        await eventually(lambda: databases.rows(databases.address(tmp_path), TRIES)[1:] == [(1,)])
        await rosa.deletes("Once more")
        await dana.sees_among_cards("deleted")
        await looks_again(home, tmp_path)
        await eventually(lambda: databases.rows(databases.address(tmp_path), STATE)[1:] == [("GONE",)])
        assert len(stand(dana)) == 1


async def test_the_second_of_two_that_are_the_same_arrives(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async with house(tmp_path) as home:
        dana, _ = await sends_twice(home, tmp_path, monkeypatch, 0.2)
        await eventually(lambda: len(stand(dana)) == 2)


@pytest.mark.parametrize("which", ["file", "message"])
async def test_what_may_have_arrived_is_not_posted_once_the_channels_are_parted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, which: str
) -> None:
    monkeypatch.setattr(claims, "SETTLE", 0.5)
    state, tries = (f"select {one} from deliveries where card = 'bridge.{which}'" for one in ("state", "tries"))
    async with core(tmp_path) as bot:
        joint, database = await joined(bot), bot.settings.database_url
        await joint.posts()
        await named(joint, ROSA)
        await joint.says("The flyer", 1, ROSA, files=(Attachment("flyer.txt", 5, "1/2/3"),))
        slack = Platform("slack")
        if which == "file":
            slack.will.append((None, True))
        slack.fails(OutcomeUnknown())
        async with sending(bot, platforms={"slack": slack, "discord": Platform("discord")}):
            await eventually(lambda: databases.rows(database, tries) == [(1,)])
            before = len(slack.accepted)
            await bot.writer.do(
                lambda session: joinings.end(session, session.get_one(Joining, 1), End.SIDE, bot.clock.now())
            )
            await eventually(lambda: databases.rows(database, state) == [("GONE",)])
        assert not [one for one in slack.accepted[before:] if "flyer" in one.text]


async def test_what_quotes_a_message_goes_with_it_although_nobody_knew_that_it_was_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(claims, "SETTLE", 0.5)
    counts = "select state, tries from deliveries where card = 'bridge.reactions'"
    copies = "select remote from deliveries join carried on carried.id = subject where card = 'bridge.message'"
    async with core(tmp_path) as bot:
        joint, database = await joined(bot), bot.settings.database_url
        await named(joint, DANA, ROSA)
        await joint.says("Reading night", 1)
        await joint.posts()
        await joint.says("Jamal will come", 2, DANA, under="1")
        await joint.posts()
        ((copy,),) = databases.rows(database, f"{copies} and message = '2'")
        await joint.reacts("🎉", str(copy), ROSA)
        slack = Platform("slack")
        slack.fails(OutcomeUnknown(), arrives=True)
        async with sending(bot, platforms={"slack": slack, "discord": Platform("discord", first=7000)}):
            await eventually(lambda: databases.rows(database, counts) == [("WAITING", 1)])
            assert "Jamal" in str(slack.standing)
            await joint.deletes(2, under="1")
            await eventually(lambda: databases.rows(database, counts)[0][0] == "GONE")
        assert "Jamal" not in str(slack.standing)


def the_commons_are_for_others(tmp_path: Path) -> None:
    engine = databases.connect(databases.address(tmp_path))
    with Session(engine, info=context.info()) as session:
        place = session.scalars(select(Place).where(Place.address.like("slack:%COMMONS"))).one()
        place.audience = PlaceKind.JOINT
        for others in ("board", "pta"):
            before = audiences.of_place(place)
            groups = select(people.Group).where(people.Group.key.in_(("cvea", others)))
            place.groups = list(session.scalars(groups))
        redeclaring.withhold(session, place, before)
        joinings.look_after(session, datetime.now(UTC))
        outbox.note_changes(session)
        session.commit()
    engine.dispose()


async def test_its_channel_is_for_others_before_that_is_known(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """So the channels are parted."""
    async with house(tmp_path) as home:
        dana, _ = await sent_in_doubt(home, tmp_path, monkeypatch, "502_after")
        await asyncio.to_thread(the_commons_are_for_others, tmp_path)
        await looks_again(home, tmp_path)
        await eventually(lambda: stand(dana) == [])


WITHHELD = "update deliveries set withheld = true where card = 'bridge.file'"


@pytest.mark.parametrize(("fault", "state"), [("502_after", "STANDING"), ("drop_before", "FAILED")])
async def test_what_is_withheld_is_looked_for_and_not_posted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fault: str, state: str
) -> None:
    async with house(tmp_path) as home:
        dana, rosa = await sent_in_doubt(home, tmp_path, monkeypatch, fault)
        databases.change(databases.address(tmp_path), WITHHELD)
        await looks_again(home, tmp_path)
        assert databases.rows(databases.address(tmp_path), STATE) == [(state,)]
        assert len(stand(dana)) == (state == "STANDING")
        assert not [one for one in dana.person.messages(dana.channel) if "for other people" in one.text]
        await rosa.deletes("The flyer")
        await eventually(lambda: stand(dana) == [])
