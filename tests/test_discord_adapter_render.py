"""Whatever people write, Discord shows exactly that, pings nobody, and takes the message."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support.discord_spec import check

from adapters.discord.escape import escape, plain
from adapters.discord.ids import ButtonId, deliveries
from adapters.discord.render import IS_COMPONENTS_V2, Json, card, modal
from bot.boundary import (
    Bar,
    Button,
    Buttons,
    Choice,
    ChoiceField,
    Form,
    Heading,
    Message,
    Note,
    Part,
    Quote,
    Text,
    TextField,
    fitting,
)
from playground.discord import bodies, markdown
from playground.discord.components import MESSAGE_COMPONENTS, MODAL, check_modal, walk
from playground.discord.errors import Wrong

NAMES = markdown.Names(user=lambda id: f"someone {id}", channel=lambda id: f"somewhere {id}")
HOSTILE = (
    "@everyone @here",
    "<@1> <@!1> <@&2> <#3> </poll:4> <id:customize> <t:1700000000:R>",
    "<:smile:123> <a:dance:456> :tada: :100:",
    "**bold** *italic* __under__ _em_ ~~gone~~ ||secret|| `code`",
    "```\nfenced\n```",
    "```py\nprint()```",
    "# big",
    "### smaller",
    "-# small",
    "> quoted",
    ">>> all of it",
    "- one\n* two\n+ three\n1. four\n2) five",
    "  - deeper",
    "[click](https://evil.example/x)",
    "[click](<https://evil.example/x> 'title')",
    "back\\slash\\",
    "\\*not escaped",
    "¯\\_(ツ)_/¯",
    "a_b_c snake_case_name 2*3*4",
    "||`**_~~nested~~_**`||",
    "half ``` of a fence",
    "half || of a spoiler",
)


def shown(body: Json) -> list[tuple[str, str]]:
    texts = [part["content"] for _, part in walk(body["components"]) if part["type"] == 10]
    return [(line.kind, line.text) for text in texts for line in markdown.lines(text, NAMES)]


def accepted(body: Json) -> bool:
    """Raises playground.discord.errors.Refusal or ValueError where Discord would refuse it."""
    if check:
        check("POST", "/channels/1/messages", body)
    bodies.check(bodies.shaped(body, bodies.CREATE), body["flags"], bodies.CREATE_FLAGS)
    return True


@pytest.mark.parametrize("text", HOSTILE)
def test_markup_is_shown_as_it_was_typed(text: str) -> None:
    body = card(Message((Text(text),)))
    assert shown(body) == [("text", text)]
    assert accepted(body)


@pytest.mark.parametrize("text", HOSTILE)
def test_nothing_breaks_out_of_a_quotation(text: str) -> None:
    body = card(Message((Heading("Asked"), Quote(text), Note("Only you see this."))))
    assert shown(body) == [("heading", "Asked"), ("quote", text.lstrip(" ")), ("note", "Only you see this.")]


@given(st.text(st.characters(codec="utf-8") | st.sampled_from("\\*_~`|<>[]()#@:-+1.\n !&t/"), max_size=200))
@settings(max_examples=500)
def test_any_text_is_shown_as_it_was_typed(text: str) -> None:
    names_nothing = [
        rule for rule in markdown.INLINE.finditer(escape(text)) if rule.lastgroup not in ("escape", "auto")
    ]
    assert names_nothing == []
    assert markdown.inline(escape(text), NAMES) == plain(text)
    kinds = {kind for kind, _ in markdown._blocks(escape(text))}
    assert kinds <= {"text"}


def test_an_address_stays_a_link_and_unfolds_no_preview() -> None:
    assert (
        escape("See https://docs.example.org/d/a_b-c?x=1&y=*2.") == "See <https://docs.example.org/d/a_b-c?x=1&y=>\\*2."
    )
    assert escape("(https://example.org/a_b_c)") == "(<https://example.org/a_b_c>)"
    assert escape("https://bank.example@evil.example") == "<https://bank.example>\\@evil.example"
    assert escape("https://not_a_host") == "https\\://not\\_a\\_host"


def test_what_cannot_be_seen_but_acts_is_left_out() -> None:
    assert escape("a\u202eb\x00c\ud800d\r\ne\u2028f") == "abcd\ne\nf"


def test_nobody_is_pinged() -> None:
    body = card(Message((Text("@everyone <@1>"), Bar("@here", "<@&1>", 0.5))))
    assert body["allowed_mentions"] == {"parse": []}
    assert body["flags"] == IS_COMPONENTS_V2
    assert shown(body) == [("text", "@everyone <@1>"), ("text", "@here: <@&1>\n█████")]


@pytest.mark.parametrize("text", ["😀" * 3500, "*" * 3500, "\n" * 3500 + "x", "@everyone " * 350, "a\n" * 1750, "#"])
@pytest.mark.parametrize("kind", [Text, Quote, Note, Heading])
def test_a_text_of_any_length_fits(kind: type[Text] | type[Quote] | type[Note] | type[Heading], text: str) -> None:
    body = card(Message((kind(text), Bar("Tuesday", "12 votes", 0.3), Buttons((Button("Go", "go"),)))))
    assert accepted(body)
    assert "Tuesday: 12 votes\n███" in "\n".join(text for _, text in shown(body))


def test_what_is_cut_says_so() -> None:
    (_, text), *_ = shown(card(Message((Text("*" * 3500),))))
    assert text == "*" * 1999 + "…"


def test_what_two_people_said_does_not_run_together() -> None:
    said = shown(card(Message((Quote("More books.\nIn Spanish."), Quote("A garden."), Text("Two answers.")))))
    assert [piece for piece in said if piece[1]] == [
        ("quote", "More books.\nIn Spanish."),
        ("quote", "A garden."),
        ("text", "Two answers."),
    ]


def test_all_emoji_are_shown() -> None:
    assert shown(card(Message((Text("😀" * 3500),)))) == [("text", "😀" * 3500)]


parts = st.one_of(
    st.builds(Heading, st.text(max_size=150)),
    st.builds(Text, st.sampled_from(HOSTILE) | st.text(max_size=300)),
    st.builds(Quote, st.sampled_from(HOSTILE) | st.text(max_size=300)),
    st.builds(Note, st.text(max_size=100)),
    st.builds(Bar, st.text(max_size=75), st.text(max_size=20), st.floats(0, 1)),
    st.integers(0, 10).map(lambda most: Buttons(tuple(Button(f"{n}", "do", f"{id(n)}{n}") for n in range(most)))),
)


@given(st.lists(parts, max_size=40))
@settings(max_examples=300)
def test_any_message_is_taken(chosen: list[Part]) -> None:
    numbered = fitting([[_distinct(part, place)] for place, part in enumerate(chosen)], (), Note("More"))
    assert accepted(card(Message(tuple(numbered)), "123"))


def _distinct(part: Part, place: int) -> Part:
    if not isinstance(part, Buttons):
        return part
    return Buttons(tuple(Button(button.label, button.do, f"{place}-{n}") for n, button in enumerate(part.buttons)))


def test_buttons_stand_in_rows_of_five_and_carry_their_delivery() -> None:
    buttons = tuple(Button(f"Choice {n}", "vote", f"7/{n}", "main" if n == 0 else "") for n in range(7))
    (container,) = card(Message((Text("Which day?"), Buttons(buttons))), "99")["components"]
    text, first, second = container["components"]
    assert text == {"type": 10, "content": "Which day?"}
    assert [len(row["components"]) for row in (first, second)] == [5, 2]
    assert first["components"][0] == {"type": 2, "style": 1, "label": "Choice 0", "custom_id": "vote|7/0|99"}
    assert deliveries([container]) == {"99"}


@pytest.mark.parametrize("id", [ButtonId("vote", "7/1", "99"), ButtonId("home", "", ""), ButtonId("a", "b|c", "1")])
def test_the_same_button_twice_has_two_ids_and_means_the_same(id: ButtonId) -> None:
    button = Button("Answer", id.do, id.about)
    body = card(Message((Buttons((button,)), Text("And again:"), Buttons((button,)))), id.delivery)
    ids = [part["custom_id"] for _, part in walk(body["components"]) if part["type"] == 2]
    assert len(set(ids)) == 2
    assert {ButtonId.parse(one) for one in ids} == {id}


@pytest.mark.parametrize("id", [ButtonId("vote", "7/1", "99"), ButtonId("home", "", ""), ButtonId("a", "b|c", "1")])
def test_what_a_button_keeps_comes_back(id: ButtonId) -> None:
    assert ButtonId.parse(str(id)) == id


@pytest.mark.parametrize("text", ["", "|", "||", "vote", "vote|7", "|7|9", "vote|7|x", "vote|7|²"])
def test_what_no_button_keeps_is_nothing(text: str) -> None:
    assert ButtonId.parse(text) is None


def test_a_form_is_a_modal_filled_in_as_before() -> None:
    form = Form(
        name="poll",
        title="A new poll",
        submit="Preview",
        cancel="Cancel",
        about="7",
        fields=(
            TextField("question", "Question", hint="What do you want to know?", value="Which day?", most=300),
            ChoiceField("how", "Answers", (Choice("one", "One"), Choice("some", "Several")), chosen=("some",)),
        ),
    )
    body = modal(form)
    wrong = Wrong()
    MODAL(body, (), wrong)
    check_modal(body["components"], wrong)
    wrong.refuse()
    question, how = body["components"]
    assert body["custom_id"] == "poll|7"
    assert question["component"]["value"] == "Which day?"
    assert question["description"] == "What do you want to know?"
    assert [option["default"] for option in how["component"]["options"]] == [False, True]


def test_a_form_takes_any_words() -> None:
    field = TextField("a" * 40, "L" * 90, hint="H" * 200, value="*" * 5000, most=300)
    choices = tuple(Choice(f"{n}", "@everyone " * 20) for n in range(25))
    body = modal(Form("f", "T" * 60, "Send", "No", (field, ChoiceField("c", " ", choices, most=30))))
    wrong = Wrong()
    MODAL(body, (), wrong)
    check_modal(body["components"], wrong)
    wrong.refuse()
    assert MESSAGE_COMPONENTS is not MODAL
