"""What is suggested while somebody types, and what nobody can tell from it about what is for others."""

from __future__ import annotations

import threading
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session
from support.corner import Corner, buttons, corner, draw
from support.databases import on_either
from support.talk import Core, core
from test_questions_merging import asks

from bot.boundary import Account, Private, Search, Suggestions, Typing
from bot.people import audiences
from bot.people import model as people
from bot.questions.faq import search
from bot.questions.faq.model import Entry, State

pytestmark = on_either

OWEN, NOBODY = Account("slack", "T01CEDAR", "U01LINDQVIST"), Account("slack", "T09OTHER", "U01LINDQVIST")


def publish(session: Session) -> None:
    committee = session.scalars(select(people.Committee).where(people.Committee.key == "literacy")).one()
    member = session.scalars(select(people.Member).limit(1)).one()
    about = {"district_id": committee.district_id, "committee": committee, "publisher": member}
    everybody = audiences.of_district(member.district)
    for number in range(30):
        texts = {"en": [f"Where are the phonics kits of room {number}?", "In the library."]}
        entry = Entry(texts=texts, state=State.PUBLISHED, audience=everybody, **about)
        session.add(entry)
        session.flush()
        search.index(session, entry)


async def suggested(core: Core, who: Account, text: str, name: str = "ask") -> list[str]:
    answer = await core.frame.handle(Typing(id="typing", actor=who, name=name, text=text))
    assert isinstance(answer, Suggestions)
    return [choice.label for choice in answer.choices]


async def test_it_waits_for_nothing_that_is_written_and_tells_nobody_else(tmp_path: Path) -> None:
    async with core(tmp_path) as house:
        await house.writer.do(publish)
        writing, written = threading.Event(), threading.Event()
        busy = house.writer.submit(lambda session: (writing.set(), written.wait(20)))
        try:
            assert writing.wait(20)
            found = await suggested(house, OWEN, "phonics room 7")
            assert found[0] == "Where are the phonics kits of room 7?"
            assert len(found) == 10
            assert await suggested(house, OWEN, "phonics room 7") == found  # the same act again, and not known as one
            assert await suggested(house, NOBODY, "phonics room 7") == []
            assert await suggested(house, OWEN, "phonics room 7", "poll") == []
        finally:
            written.set()
            busy.result(20)


# What one group alone may find -----------------------------------------------------------------------------------

BELLS = "When do the bells ring in summer?"


def publish_bells(session: Session, *groups: str) -> None:
    """For each of these alone; "" is for everybody, and least alike of all."""
    committee = session.scalars(select(people.Committee).where(people.Committee.key == "literacy")).one()
    district = session.get_one(people.District, committee.district_id)
    by_key = {one.key: audiences.of_group(one) for one in session.scalars(select(people.Group))}
    member = session.scalars(select(people.Member).limit(1)).one()
    for key in groups:
        said = ["When do the bells ring?", "The bells ring."] if key else [BELLS, "At nine, the letter says."]
        about = {"district_id": district.id, "committee": committee, "publisher": member}
        whose = by_key.get(key) or audiences.of_district(district)
        entry = Entry(texts={"en": said}, state=State.PUBLISHED, audience=whose, **about)
        session.add(entry)
        session.flush()
        search.index(session, entry)


async def is_shown_a_search(who: Corner) -> bool:
    await who.types("ask")
    assert isinstance(who.answer, Private)
    return any(isinstance(part, Search) for part in who.answer.message.parts)


async def test_there_is_something_to_look_into_only_for_those_it_is_for(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        dana, elena = corner(bot, "Dana Lee"), corner(bot, "Elena Ortiz")
        await bot.writer.do(lambda session: publish_bells(session, "cvea"))
        assert await is_shown_a_search(dana)
        assert not await is_shown_a_search(elena)
        await bot.writer.do(lambda session: publish_bells(session, ""))
        assert await is_shown_a_search(elena)


async def test_what_is_for_others_takes_no_room_from_what_is_for_all(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        rosa, dana = corner(bot, "Rosa Delgado", "discord"), corner(bot, "Dana Lee")
        await bot.writer.do(lambda session: publish_bells(session, "", *["cvea"] * 31))
        assert await suggested(bot, rosa.account, "bells ring") == [BELLS]
        assert len(await suggested(bot, dana.account, "bells ring")) == 10


async def test_a_question_is_answered_from_what_all_its_readers_may_read(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        await asks(bot, "Ana Ruiz", "When do the bells ring?")
        priya = corner(bot, "Priya Natarajan")
        await bot.writer.do(lambda session: publish_bells(session, *["cvea"] * 31))
        assert "faq.use" not in {one.do for one in buttons(draw(bot, "question.committee", 1))}
        await bot.writer.do(lambda session: publish_bells(session, ""))
        assert "faq.use" in {one.do for one in buttons(draw(bot, "question.committee", 1))}
        await priya.presses("faq.use", "1")
        assert priya.choices("entry") == [BELLS]
