"""Two entries of the roster turn out to be one person: whatever rested with either rests with that one."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import cache

from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import Engine, create_engine, select
from sqlalchemy.orm import Session

from bot.people import belongings
from bot.people import model as people
from bot.people.topics import Topic
from bot.questions import member_merge
from bot.questions.model import Answer, Follower, Proposal, Question, Status
from bot.storage import context
from bot.storage.tables import Table

LEAVING, STAYING = 2, 1
NOW = datetime(2026, 11, 25, tzinfo=UTC)
SOMEBODY = st.sampled_from([1, 2, 3])
MAYBE = st.none() | SOMEBODY
ASKED = st.tuples(SOMEBODY, MAYBE, MAYBE, SOMEBODY, MAYBE, MAYBE, st.frozensets(SOMEBODY))


@cache
def furnished() -> Engine:
    engine = create_engine("sqlite://")
    Table.metadata.create_all(engine)
    with Session(engine) as session:
        session.add(people.District(id=1, key="d", name="D", zone="UTC", language="en"))
        session.add(people.Group(id=1, district_id=1, key="g", kind=people.GroupKind.PARENTS, name="G"))
        session.add_all(
            people.Member(id=one, district_id=1, key=str(one), name=str(one), language="en", group_id=1)
            for one in (1, 2, 3)
        )
        session.add(Topic(id=1, district_id=1, key="t", position=0, names={"en": "T"}))
        session.commit()
    return engine


@contextmanager
def session() -> Iterator[Session]:
    with furnished().connect() as connection, Session(connection, autoflush=False) as one:
        one.info.update(context.info())
        yield one


@settings(max_examples=50)
@given(st.lists(ASKED, min_size=1, max_size=4))
def test_nothing_rests_with_the_one_who_is_no_more(
    asked: list[tuple[int, int | None, int | None, int, int | None, int | None, frozenset[int]]],
) -> None:
    def now(who: int | None) -> int | None:
        return STAYING if who == LEAVING else who

    with session() as one:
        for id, (asker, reader, claimer, answerer, approver, proposer, following) in enumerate(asked, 1):
            question = Question(
                id=id, topic_id=1, text="?", urgent=False, status=Status.CLOSED, due_at=NOW, asked_at=NOW
            )
            question.asker_id, question.reader_id, question.claimer_id = asker, reader, claimer
            question.answers.append(Answer(text="!", member_id=answerer, approver_id=approver))
            if proposer is not None:
                question.proposal = Proposal(text="!", member_id=proposer)
            one.add(question)
            one.flush()
            one.add_all(Follower(question_id=id, member_id=who) for who in following - {asker})
        one.flush()
        people_of = {id: one.get_one(people.Member, id) for id in (LEAVING, STAYING)}
        belongings.hand_over(one, people_of[LEAVING], people_of[STAYING])
        member_merge.merge(one, people_of[LEAVING], people_of[STAYING])
        one.flush()
        one.expire_all()
        for id, (asker, reader, claimer, answerer, approver, proposer, following) in enumerate(asked, 1):
            question = one.get_one(Question, id)
            found = question.asker_id, question.reader_id, question.claimer_id, question.answers[0].member_id
            assert found == (now(asker), now(reader), now(claimer), now(answerer))
            assert question.answers[0].approver_id == now(approver)
            assert (question.proposal.member_id if question.proposal else None) == now(proposer)
            follow = set(one.scalars(select(Follower.member_id).where(Follower.question_id == id)))
            assert follow == {now(who) for who in following} - {now(asker)}
