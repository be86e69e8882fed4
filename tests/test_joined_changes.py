"""Where the change of a message goes that crossed: only where it crossed to and that is still joined. Anywhere else its
copy is taken down, so that none says what its author took out. A deletion goes everywhere."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session
from support import databases
from support.cores import core
from support.corner import shown
from support.databases import on_either
from support.joined import AGREEING, COMMONS, DANA, ROSA, SQUARE, Joint, asked, joined, named, narrow, said

from bot.boundary import Address, Attachment, Block, Private, Prose, Span
from bot.bridge.carrying import FILE, MESSAGE
from bot.bridge.joined import failures, joinings
from bot.bridge.joined.model import JOINED, Joining
from bot.delivery.outbox import Delivery, State
from bot.people import model as people
from bot.people.places import Place

pytestmark = on_either
COPY = "Dana Lee in #partnership-commons (Slack):\n"
GONE = "Dana Lee deleted a message in #partnership-commons (Slack)."
CHANGED = "Dana Lee has changed a message in #partnership-commons (Slack) since. What it says now stays there."
OTHER = Address("slack", "T01CEDAR", "C01OTHER")


@pytest.fixture
async def joint(tmp_path: Path) -> AsyncIterator[Joint]:
    async with core(tmp_path) as bot:
        yield await joined(bot)


async def the_square_is_for_others_now(joint: Joint) -> None:
    await joint.bot.writer.do(lambda session: narrow(session, SQUARE))
    await joint.bot.writer.do(lambda session: joinings.look_after(session, joint.bot.clock.now()))
    assert await joint.stage() == "ended"


async def the_commons_are_joined_with_another(joint: Joint) -> None:
    """All have agreed, and the cards stand there as messages 5000 and more."""

    def ask(session: Session) -> None:
        here = session.scalars(select(Place).where(Place.address == str(COMMONS))).one()
        meant = {"audience": here.audience, "groups": list(here.groups), "buildings": list(here.buildings)}
        place = Place(district_id=here.district_id, address=str(OTHER), name="other", language="en", **meant)
        session.add(place)
        session.flush()
        dana = session.scalars(select(people.Member).where(people.Member.name == "Dana Lee")).one()
        assert joinings.ask(session, dana, [here, place], joint.bot.clock.now())
        session.execute(update(Joining).values(pause=0))

    await joint.bot.writer.do(ask)
    for name in AGREEING:
        platform = "discord" if name in ("Marcus Tilley", "Hannah Whitaker") else "slack"
        await joint.corner(name, platform).presses("joining.agree", "2")
    await joint.posts()


async def told(joint: Joint, language: str = "en") -> list[str]:
    """What authors find in their message of the day."""
    for _ in range(2):
        await joint.bot.until(joint.bot.clock.now())
        await joint.bot.writer.do(lambda session: failures.tell(session, joint.bot.clock.now()))
    found = f"select subject from notices where name = '{failures.TOLD}' order by subject"
    rows = databases.rows(joint.bot.settings.database_url, found)
    return [shown(joint.bot, failures.show, int(str(subject)), language) for (subject,) in rows]


async def test_what_crossed_to_one_channel_is_not_changed_in_it_for_the_next(joint: Joint) -> None:
    """The square is for others by now, and the commons are joined with another: neither reads the change."""
    await named(joint, DANA)
    await joint.says("Old words", 1)
    await joint.posts()
    await the_square_is_for_others_now(joint)
    await the_commons_are_joined_with_another(joint)
    await joint.says("Hello new", 9000)
    await joint.posts()
    await joint.edits("Newer words, for the new partner", 1, 2.0)
    await joint.edits("Once more", 1, 3.0)
    assert await joint.shown() == [CHANGED]
    assert await joint.shown(OTHER) == [f"{COPY}Hello new"]
    assert await joint.edits("Hello, new", 9000, 4.0) is None
    assert await joint.shown(OTHER) == [f"{COPY}Hello, new\n(edited)"]


@pytest.mark.parametrize("number", [1, 2], ids=["in the channel", "below"])
async def test_a_deletion_goes_wherever_it_crossed(joint: Joint, number: int) -> None:
    """The next partner has nothing of it, and nothing of it comes there."""
    under = "1" if number == 2 else ""
    await named(joint, DANA)
    await joint.says("Above", 1)
    await joint.posts()
    await joint.says("Below", 2, under="1")
    await joint.posts()
    there = f"{SQUARE}/{await joint.copy_of(1)}" if under else SQUARE
    await the_square_is_for_others_now(joint)
    await the_commons_are_joined_with_another(joint)
    await joint.deletes(number, under=under)
    assert await joint.shown(there) == [GONE]
    await joint.says("Told once more", number, under=under)
    assert not await joint.shown(OTHER)


async def test_where_the_same_two_are_joined_anew_a_change_reaches_its_copy(joint: Joint) -> None:
    """It is not said once more; in a thread of before it has no way there."""
    await named(joint, DANA)
    await joint.says("Above", 1)
    await joint.posts()
    await joint.says("Below", 2, under="1")
    await joint.posts()
    below = f"{SQUARE}/{await joint.copy_of(1)}"
    await joint.bot.presses(DANA, "joining.end", "1:yes", COMMONS)
    await asked(joint.bot)
    for name in AGREEING:
        platform = "discord" if name in ("Marcus Tilley", "Hannah Whitaker") else "slack"
        await joint.corner(name, platform).presses("joining.agree", "2")
    await joint.posts()
    for edition in (1.0, 2.0):
        await joint.edits(f"Above, in edition {edition:.0f}", 1, edition)
        await joint.edits(f"Below, in edition {edition:.0f}", 2, edition, under="1")
    assert await joint.shown() == [f"{COPY}Above, in edition 2\n(edited)"]
    assert await joint.shown(below) == [CHANGED]
    await joint.deletes(1)
    assert await joint.shown() == [GONE]


async def test_a_change_after_the_end_takes_the_copy_down(joint: Joint) -> None:
    """Told to its author once. What only unfolds a link, or was known before, changes nothing."""
    await named(joint, DANA, ROSA)
    await joint.says("Leo Smith hits", 1, files=(Attachment("a.txt", 3, "1/2/3"),))
    await joint.says("Another", 2)
    await joint.posts()
    await joint.bot.presses(DANA, "joining.end", "1:yes", COMMONS)
    await joint.edits("Another", 2, 1.0)
    await joint.edits("Somebody hits", 1, 1.0)
    assert await joint.shown() == [CHANGED, f"{COPY}Another"]
    assert "Leo" not in str(databases.rows(joint.bot.settings.database_url, "select words from carried"))
    file = f"select removed from deliveries where card = '{FILE}'"
    assert [bool(one) for (one,) in databases.rows(joint.bot.settings.database_url, file)] == [True]
    (said,) = await told(joint)
    assert "You changed what you wrote in #partnership-commons (Slack), and the change doesn't cross." in said
    assert "I have taken its words away in the other channel." in said


async def pointing(joint: Joint, *names: str, edition: float = 0.0) -> None:
    """Dana writes "see " and whom or what is named so."""
    spans = (Span("see "), *(Span("@x", names=name) for name in names))
    one = replace(said("", 1, DANA), prose=Prose((Block("text", spans),)))
    await joint.bot.frame.handle(joint.edited(one, edition) if edition else one)


async def test_after_the_end_what_says_the_same_of_a_place_that_is_called_otherwise_is_no_change(joint: Joint) -> None:
    """Its platform unfolded a link, for instance; whom it mentions then is one."""
    await named(joint, DANA, ROSA)
    await pointing(joint, str(COMMONS), str(ROSA))
    await joint.posts()
    assert await joint.shown() == [f"{COPY}see #partnership-commons@Rosa Delgado"]
    await joint.bot.presses(DANA, "joining.end", "1:yes", COMMONS)
    url = joint.bot.settings.database_url
    databases.change(url, f"update places set name = 'commons-2027' where address = '{COMMONS}'")
    await pointing(joint, str(COMMONS), str(ROSA), edition=1.0)
    assert await joint.shown() == ["Dana Lee in #commons-2027 (Slack):\nsee #partnership-commons@Rosa Delgado"]
    assert not await told(joint)
    await pointing(joint, str(COMMONS), str(DANA), edition=2.0)
    assert await joint.shown() == [CHANGED.replace("partnership-commons", "commons-2027")]


@pytest.mark.parametrize("stopped", ["muted", "moved away"])
async def test_who_is_stopped_takes_out_a_name_and_the_copy_does_not_keep_it(joint: Joint, stopped: str) -> None:
    await named(joint, ROSA, DANA)
    await joint.says("Leo Smith hits", 1, ROSA)
    await joint.posts()
    if stopped == "muted":
        marcus = joint.corner("Marcus Tilley", "discord")
        await marcus.presses("moderate.mute", "1")
        await marcus.fills_in(reason="Please calm")
    else:
        await joint.bot.writer.do(
            lambda session: session.execute(delete(people.Account).where(people.Account.address == str(ROSA)))
        )
    await joint.edits("Somebody hits", 1, 1.0, ROSA)
    await joint.edits("Somebody hits me", 1, 2.0, ROSA)
    gone = "Rosa Delgado has changed a message in #town-square (Discord) since. What it says now stays there."
    assert await joint.shown(COMMONS) == [gone]
    (said,) = await told(joint, "es")
    assert "Usted cambió lo que escribió en #town-square (Discord), y el cambio no pasa." in said
    assert "Leo" not in said
    await joint.deletes(1, ROSA)
    assert await joint.shown(COMMONS) == ["Rosa Delgado deleted a message in #town-square (Discord)."]


async def test_what_had_not_crossed_yet_never_does_once_its_stopped_author_changed_it(tmp_path: Path) -> None:
    """Though they are let again before its time has come."""
    async with core(tmp_path) as bot:
        joint = await joined(bot, pause=10)
        await named(joint, DANA)
        await joint.says("First", 1)
        await joint.says("Leo Smith hits", 2)
        await joint.corner("Dana Lee").sends("moderate.mute", "1", {"reason": ("Cooling down",)})
        await joint.edits("Somebody hits", 2, 1.0)
        databases.change(bot.settings.database_url, "delete from moderations")
        await bot.later(seconds=11)
        assert await joint.shown() == [f"{COPY}First"]
        (said,) = await told(joint)
        assert "a moderator of your own group muted you before it crossed" in said


async def test_a_change_that_its_author_leaves_here_takes_the_copy_down(joint: Joint) -> None:
    """They were asked, since it looks like part of a student's record."""
    await named(joint, DANA)
    await joint.says("Leo Smith hits", 1)
    await joint.posts()
    dana = joint.corner("Dana Lee")
    dana.answer = await joint.edits("CV-12345 hits", 1, 1.0)
    await dana.clicks("Leave it here")
    dana.sees("It stays in this channel.")
    assert await joint.shown() == [CHANGED]
    await joint.deletes(1)
    assert await joint.shown() == [GONE], "nothing stays there any more"
    assert await told(joint) == [], "they know"


@pytest.mark.parametrize("then", ["nothing", "send", "change", "an older change comes late", "leave", "delete"])
async def test_while_its_author_is_asked_about_a_change_no_copy_says_what_it_was(joint: Joint, then: str) -> None:
    """Nor for good, if they never answer."""
    await named(joint, DANA)
    await joint.says("Leo Smith hits", 1, files=(Attachment("leo.txt", 3, "r"),))
    await joint.posts()
    dana = joint.corner("Dana Lee")
    dana.answer = await joint.edits("CV-12345 hits", 1, 2.0)
    dana.sees("Its copy there says only that you have changed it.")
    assert await joint.shown() == [CHANGED]
    assert "Leo" not in str(databases.rows(joint.bot.settings.database_url, "select words from carried"))
    assert await told(joint) == []
    if then == "send":
        await dana.clicks("Send it as it is")
        dana.sees("It goes to the other channel now.")
    elif then == "change":
        await joint.edits("Somebody hits", 1, 3.0)
    elif then == "an older change comes late":
        await joint.edits("Leo S. hits", 1, 1.0)
    elif then == "leave":
        await dana.clicks("Leave it here")
    elif then == "delete":
        await joint.deletes(1)
    else:
        await joint.bot.later(days=2)
    after = {"send": f"{COPY}CV-12345 hits\n(edited)", "change": f"{COPY}Somebody hits\n(edited)", "delete": GONE}
    assert await joint.shown() == [after.get(then, CHANGED)]


async def test_what_is_changed_like_that_before_it_crosses_never_crosses_as_it_was(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        joint = await joined(bot, pause=10)
        await named(joint, DANA)
        await joint.says("Leo Smith hits", 1)
        dana = joint.corner("Dana Lee")
        dana.answer = await joint.edits("CV-12345 hits", 1, 1.0)
        await bot.later(seconds=11)
        assert await joint.shown() == [CHANGED]
        await dana.clicks("Send it as it is")
        assert await joint.shown() == [f"{COPY}CV-12345 hits\n(edited)"]


async def test_a_copy_that_cannot_be_taken_down_is_told_to_its_author(joint: Joint) -> None:
    await named(joint, DANA)
    await joint.says("Leo Smith hits", 1)
    await joint.posts()
    await joint.bot.presses(DANA, "joining.end", "1:yes", COMMONS)
    await joint.edits("Somebody hits", 1, 1.0)

    def fail(session: Session) -> None:
        session.execute(update(Delivery).where(Delivery.card == MESSAGE).values(state=State.FAILED, reason="archived"))

    await joint.bot.writer.do(fail)
    (said,) = await told(joint)
    assert "It still says what you wrote before." in said


async def test_what_was_said_before_they_were_joined_stays_when_it_is_changed(joint: Joint) -> None:
    """The card stands as message 100 there: what is before it is not mirrored. What is changed before it was ever heard
    of, after the card, crosses."""
    card = f"update deliveries set remote = '100.0' where card = '{JOINED}' and address = '{COMMONS}'"
    databases.change(joint.bot.settings.database_url, card)
    await named(joint, DANA)
    assert await joint.edits("Said long before, without a typo", 50, 1.0) is None
    assert not await joint.shown()
    await joint.edits("Said just now, changed at once", 101, 2.0)
    assert await joint.shown() == [f"{COPY}Said just now, changed at once\n(edited)"]


async def test_what_was_said_before_they_were_joined_stays_when_it_is_told_once_more(joint: Joint) -> None:
    """A platform that was not answered in time tells it again, minutes later."""
    card = f"update deliveries set remote = '100.0' where card = '{JOINED}' and address = '{COMMONS}'"
    databases.change(joint.bot.settings.database_url, card)
    await named(joint, DANA)
    assert await joint.says("Said a moment before", 50) is None
    assert not await joint.shown()
    await joint.says("Said just now", 101)
    assert await joint.shown() == [f"{COPY}Said just now"]


async def test_what_was_typed_is_taken_back_after_the_end(joint: Joint) -> None:
    """Where it stood, it is gone, as its author is told."""
    await named(joint, DANA)
    dana = joint.corner("Dana Lee")
    dana.place = COMMONS
    await dana.types("say")
    await dana.fills_in(text="To both")
    assert isinstance(dana.answer, Private)
    back = dana.answer
    await joint.posts()
    await joint.bot.presses(DANA, "joining.end", "1:yes", COMMONS)
    dana.answer = back
    await dana.clicks("Take it back")
    dana.sees("Taken back.")
    assert await joint.shown() == [GONE]
