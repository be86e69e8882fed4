"""What is suggested while somebody types."""

from __future__ import annotations

import threading
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session
from support.databases import on_either
from support.talk import Core, core

from bot.boundary import Account, Suggestions, Typing
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
