"""What the platforms have room for: more is refused where it is made, and all that a full message or form has stands on
both."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.cores import core, said
from support.databases import on_sqlite
from support.discord_spec import check
from support.districts import copy, edit

from adapters.discord import render as discord
from adapters.slack import render as slack
from adapters.slack import views
from bot.boundary import (
    Account,
    Address,
    Bar,
    Button,
    Buttons,
    Choice,
    ChoiceField,
    Field,
    Form,
    Heading,
    Message,
    MomentField,
    Note,
    Part,
    PickField,
    Quote,
    Suggestions,
    Text,
    TextField,
    TooMuch,
    fitting,
)
from playground.discord import bodies
from playground.discord import forms as discord_forms
from playground.discord.components import MODAL, check_modal, walk, with_ids
from playground.discord.errors import Wrong
from playground.slack import fields as slack_fields
from playground.slack.blocks import elements_of, message_blocks
from playground.slack.views import OpenView, accepted

pytestmark = on_sqlite

CHOICES = tuple(Choice(str(number), f"Choice {number}") for number in range(26))


def buttons(count: int, first: int = 0) -> Buttons:
    return Buttons(tuple(Button(f"Do {number}", "do", str(number)) for number in range(first, first + count)))


def form(*fields: Field) -> Form:
    return Form("poll.write", "A poll", "Go on", "Cancel", fields)


def fields(count: int) -> tuple[Field, ...]:
    return tuple(TextField(f"field{number}", "Label") for number in range(count))


@pytest.mark.parametrize(
    ("make", "said"),
    [
        (lambda: form(*fields(6)), "poll.write: fields field0, field1, field2, field3, field4, field5"),
        (lambda: form(), "poll.write: fields "),
        (lambda: form(*fields(1), *fields(1)), "poll.write: fields field0, field0"),
        (lambda: TextField("note", "Note", most=3001), "note: 3001 characters"),
        (lambda: ChoiceField("seat", "Who?", CHOICES), "seat: 26 choices"),
        (lambda: ChoiceField("seat", "Who?", ()), "seat: 0 choices"),
        (lambda: ChoiceField("seat", "Who?", CHOICES[:5], ("1", "2")), "seat: 2 of them chosen, 1 may be"),
        (lambda: PickField("seat", "Who?", "seats", CHOICES, ("1", "2")), "seat: 2 of them chosen, 1 may be"),
        (lambda: Suggestions(CHOICES), "suggestions: 26 choices"),
        (lambda: buttons(26), "buttons: 26 together"),
        (lambda: Message((buttons(25), buttons(6))), "message: 2 parts, 31 buttons"),
        (lambda: Message((Text("secret"),) * 41), "message: 41 parts, 0 buttons"),
    ],
)
def test_more_is_refused_where_it_is_made_and_says_where(make: Callable[[], object], said: str) -> None:
    with pytest.raises(TooMuch) as refused:
        make()
    assert str(refused.value) == said


FULL = (
    *(part for number in range(15) for part in (Text(f"Line {number}."), buttons(2, 2 * number))),
    *(Bar(f"Bar {number}", "1 vote", 0.5) for number in range(5)),
    *(part for number in range(2) for part in (Quote(f"Quote {number}"), Note(f"Note {number}"))),
    Heading("The end"),
)


@pytest.mark.parametrize("parts", [FULL, tuple(reversed(FULL))])
def test_a_full_message_loses_nothing(parts: tuple[Part, ...]) -> None:
    message = Message(parts)
    assert len(parts) == 40
    words = [part.label if isinstance(part, Bar) else part.text for part in parts if not isinstance(part, Buttons)]
    labels = [f"Do {number}" for number in range(30)]

    blocks = message_blocks(slack.content(message)["blocks"])
    shown = [element["text"]["text"] for block in blocks for element in elements_of(block)]
    assert sorted(shown) == sorted(labels)
    assert all(word in str(blocks) for word in words)

    body = discord.card(message, "1")
    if check:
        check("POST", "/channels/1/messages", body)
    bodies.check(bodies.shaped(body, bodies.CREATE), body["flags"], bodies.CREATE_FLAGS)
    components = [component for _, component in walk(body["components"])]
    assert sorted(one["label"] for one in components if one["type"] == 2) == sorted(labels)
    said = "\n".join(one["content"] for one in components if one["type"] == 10)
    assert all(word.replace(".", "") in said.replace("\\", "").replace(".", "") for word in words)


@pytest.mark.parametrize("part", [Text, Quote, Note])
def test_the_longest_words_go_on_or_say_that_they_were_cut(part: type[Text] | type[Quote] | type[Note]) -> None:
    message = Message((*(part("<" * 3000 + f"{number}") for number in range(39)), Text("The last")))
    blocks = message_blocks(slack.content(message)["blocks"])
    assert len(blocks) <= 50
    assert str(blocks).count("…") >= 35
    said = discord.card(message)["components"][0]["components"][0]["content"]
    assert said.count("…") == 39
    assert said.endswith("The last")


FIELDS: tuple[Field, ...] = (
    TextField("words", "Words", value="x" * 2000, most=300),  # of before the limit was lowered
    ChoiceField("seat", "Who?", CHOICES[:25], tuple(str(number) for number in range(25)), most=25),
    PickField("also", "Who else?", "seats", CHOICES, ("3", "4"), hint="Begin to type.", most=3),
    PickField("never", "Who not?", "seats", CHOICES, typed="Somebody\nelse", most=3),
    MomentField("day", "When?", "Fri 3pm", value="2026-10-14T15:15", time="Time of day"),
)
EMPTY: tuple[Field, ...] = (
    TextField("words", "Words", optional=True),
    ChoiceField("seat", "Who?", CHOICES[:2], optional=True),
    MomentField("day", "When?", "Fri 3pm", time="Time of day", optional=True),
)


def test_a_full_form_loses_nothing() -> None:
    view = accepted(views.form(form(*FIELDS), None), "modal")
    inputs = {block["block_id"]: block["element"] for block in view["blocks"]}
    assert list(inputs) == ["words", "seat", "also", "never", "day", "day#time"]
    assert inputs["words"]["initial_value"] == "x" * 2000
    assert len(inputs["seat"]["initial_options"]) == 25
    assert [option["value"] for option in inputs["also"]["initial_options"]] == ["3", "4"]
    assert inputs["never"]["initial_value"] == "Somebody\nelse"
    assert (inputs["day"]["initial_date"], inputs["day#time"]["initial_time"]) == ("2026-10-14", "15:15")

    body = discord.modal(form(*FIELDS))
    wrong = Wrong()
    MODAL(body, (), wrong)
    check_modal(body["components"], wrong)
    wrong.refuse()
    if check:
        check("POST", "/interactions/1/token/callback", {"type": 9, "data": body})
    words, seat, also, never, day = (label["component"] for label in body["components"])
    assert words["value"] == "x" * 2000
    assert [option["default"] for option in seat["options"]] == [True] * 25
    assert also["value"] == "Choice 3\nChoice 4"
    assert never["value"] == "Somebody\nelse"
    assert (day["value"], day["placeholder"]) == ("2026-10-14 15:15", "Fri 3pm")


def test_what_is_optional_may_be_left_empty() -> None:
    view = accepted(views.form(form(*EMPTY), None), "modal")
    open_view = OpenView("U1", view)
    assert not any(slack_fields.missing(block, open_view.state) for block in open_view.inputs)
    data = {"components": with_ids(discord.modal(form(*EMPTY))["components"]), "custom_id": "f"}
    sent = [label["component"] for label in discord_forms.filled(data, {})["components"]]
    assert [one.get("values", one.get("value")) for one in sent] == ["", [], ""]


@pytest.mark.parametrize("value", ["Fri 3pm", "2026-02-31", "2026-10-14T15:15x", "2026-10-14T25:00"])
def test_what_no_calendar_shows_is_given_back_as_it_was_typed(value: str) -> None:
    field = MomentField("day", "When?", "Fri 3pm", value=value, time="Time of day")
    (block,) = accepted(views.form(form(field), None), "modal")["blocks"]
    assert (block["element"]["type"], block["element"]["initial_value"]) == ("plain_text_input", value)
    component = discord.modal(form(field))["components"][0]["component"]
    assert component["value"] == value


@given(
    st.lists(st.lists(st.sampled_from([Text("x" * 900), Note("x"), buttons(1), buttons(9)]), max_size=9), max_size=12)
)
def test_what_fits_is_the_beginning_and_says_whether_there_is_more(groups: list[list[Part]]) -> None:
    foot, more = (buttons(5), Note("Foot")), Note("There is more")
    shown = fitting(groups, foot, more)
    Message((*shown, *foot))  # is not too much
    every = [part for group in groups for part in group]
    assert shown == every or (shown[-1] is more and shown[:-1] == every[: len(shown) - 1])


async def test_lists_that_are_cut_say_so(tmp_path: Path) -> None:
    folder = copy(tmp_path)
    places = (folder / "places.csv").read_text("utf-8").rstrip("\n")
    more = [f"slack,C01ROOM{number},room-{number},en,joint,cvea;administration;pta,lincoln" for number in range(30)]
    edit(folder, "places.csv", places, "\n".join((places, *more)))
    topics = (
        f"  - {{key: t{number}, en: Topic {number}, es: Tema {number}, committee: schedule}}" for number in range(30)
    )
    edit(folder, "district.yaml", "topics:\n", "\n".join(("topics:", *topics, "")))
    async with core(tmp_path, folder) as bot:
        maria, place = Account("slack", "T01CEDAR", "U01RIVERA"), Address("slack", "T01CEDAR", "C01ROOM29")
        asked = await bot.types(maria, "/poll", place)
        assert isinstance(asked, Form)
        field = asked.fields[-1]
        assert isinstance(field, ChoiceField)
        assert (len(field.choices), field.choices[0].label) == (25, "#room-29 (Slack)")
        assert field.hint == "Only 25 fit here. To post somewhere else, start the poll there."
        message = said(await bot.types(maria, "/ask"))
        assert "There are 14 more topics than fit here. Pick the closest" in message.text()
