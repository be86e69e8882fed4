"""What is found in the FAQ, and what never is, whatever somebody types."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Engine, delete, true
from sqlalchemy.orm import Session
from support import databases
from support.databases import on_both

from bot import likeness
from bot.people import belongings
from bot.people import model as people
from bot.questions.faq import search
from bot.questions.faq.model import Entry, State
from bot.storage import database

pytestmark = on_both

NOON = datetime(2026, 10, 6, 12, tzinfo=UTC)
KITS = {
    "en": ["Can a class keep the phonics kits over summer?", "Yes, until August 1."],
    "es": ["¿Puede una clase quedarse con los materiales de fonética en el verano?", "Sí, hasta el 1 de agosto."],
}
BUSES = {"en": ["When do the buses leave on early-release days?", "At 1:15, from the library's side."]}
LIBRARY = {"es": ["¿A qué hora abre la biblioteca?", "De 7 a 16 horas; los miércoles, hasta las 18."]}
HURTS = ('"', "'", "*", "NEAR(", "a AND", "-", "col:x", "(", ":*", "\\", "%", "&", "!", "<->", "\0")
ODD = ("e\u0301", "\u02bc", "ß", "ﬁ", "año", "日本", "²", "๑")


@pytest.fixture
def engine(tmp_path: Path) -> Iterator[Engine]:
    engine = database.connect(databases.address(tmp_path))
    database.migrate(engine)
    with Session(engine) as session:
        for key in ("ours", "theirs"):
            district = people.District(key=key, name=key, zone="America/Chicago", language="en")
            session.add(district)
            session.flush()
            _people(session, district)
        session.commit()
    yield engine
    engine.dispose()


def _people(session: Session, district: people.District) -> None:
    group = people.Group(district_id=district.id, key="g", kind=people.GroupKind.PARENTS, name="G")
    committee = people.Committee(district_id=district.id, key="c", kind=people.CommitteeKind.ISSUE, name="C")
    session.add_all([group, committee])
    session.flush()
    session.add(people.Member(district_id=district.id, key="m", name="M", language="en", group_id=group.id))
    session.flush()


def publish(session: Session, texts: dict[str, list[str]], district: int = 1, state: State = State.PUBLISHED) -> Entry:
    about = {"district_id": district, "committee_id": district, "publisher_id": district}
    entry = Entry(texts=texts, state=state, approved_at=NOON, **about)
    session.add(entry)
    session.flush()
    search.index(session, entry)
    session.flush()
    return entry


def found(session: Session, wanted: str, language: str = "en", district: int = 1) -> list[Entry]:
    return [one.entry for one in search.find(session, district, wanted, language, 10, true())]


def test_it_is_found_by_any_form_of_its_words_and_while_they_are_typed(engine: Engine) -> None:
    with Session(engine) as session:
        kits, buses, library = (publish(session, texts) for texts in (KITS, BUSES, LIBRARY))
        for wanted in ("phonics kit", "PHON", "fonetica", "FONÉTICA verano", "What about the classes in summer?"):
            assert found(session, wanted) == [kits], wanted
        for wanted in ("bus", "When does the bus leave?", "early-rel"):
            assert found(session, wanted) == [buses], wanted
        assert found(session, "library") == [buses]
        assert found(session, "biblio") == [library]
        assert found(session, "horas de la biblioteca", "es") == [library]
        at_length = (
            "Hello! Our twins are in Ms. O's room; last year everything had to be back by June. This time we would "
        )
        assert found(session, f"{at_length} so like to keep the phonics kits, if a class can, over the summer.") == [
            kits
        ]
        assert found(session, at_length) == []
        assert found(session, "grades of homework") == []
        for typed in range(3, len("biblioteca") + 1):
            assert found(session, "biblioteca"[:typed]) == [library]


def test_the_better_and_the_readers_own_language_come_first(engine: Engine) -> None:
    with Session(engine) as session:
        answer = publish(session, {"en": ["What is open late?", "The gym and the reading room."]})
        question = publish(session, {"en": ["When is the gym open?", "Until 6."]})
        spanish = publish(session, {"es": ["¿Cuándo abre el gym?", "Hasta las 6."]})
        assert found(session, "gym") == [question, answer, spanish]
        assert found(session, "gym", "es") == [spanish, question, answer]


def test_nothing_is_found_but_what_is_published_here(engine: Engine) -> None:
    with Session(engine) as session:
        publish(session, KITS, district=2)
        publish(session, KITS, state=State.WAITING)
        ours = publish(session, KITS)
        assert found(session, "phonics") == [ours]
        assert found(session, "phonics", district=2) != [ours]
        ours.texts = {"en": ["May we paint the gym?", "Ask first."]}
        search.index(session, ours)
        session.flush()
        assert found(session, "phonics") == []
        assert found(session, "paint") == [ours]
        ours.state = State.WITHDRAWN
        search.index(session, ours)
        session.flush()
        assert found(session, "paint") == []


def test_the_index_can_be_made_anew_from_what_is_published(engine: Engine) -> None:
    with Session(engine) as session:
        kits = publish(session, KITS)
        session.execute(delete(search.Indexed))
        assert found(session, "phonics") == []
        search.rebuild(session)
        session.flush()
        assert found(session, "phonics") == [kits]


TEXT = st.one_of(
    st.text(st.characters(), max_size=40),
    st.lists(st.sampled_from((*HURTS, *ODD, "phonics", "gym", "the")), max_size=8).map(" ".join),
)


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(written=TEXT, typed=TEXT)
def test_whatever_is_written_and_typed_nothing_breaks(engine: Engine, written: str, typed: str) -> None:
    """And what consists of the very words is found by them."""
    with Session(engine) as session:
        entry = publish(session, {"en": [written.replace("\0", ""), "."]})
        assert all(one.district_id == 1 for one in found(session, typed))
        if likeness.words(written):
            assert entry in found(session, written)
        session.rollback()


def test_whoever_turns_out_to_be_the_publisher_is_no_second_person(engine: Engine) -> None:
    with Session(engine) as session:
        entry = publish(session, KITS, state=State.WAITING)
        group_id = session.get_one(people.Member, 1).group_id
        twin = people.Member(district_id=1, key="twin", name="M", language="en", group_id=group_id)
        session.add(twin)
        session.flush()
        belongings.hand_over(session, session.get_one(people.Member, 1), twin)
        session.refresh(entry)
        assert entry.publisher_id == twin.id
