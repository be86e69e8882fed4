"""Whatever people write, Slack takes it, shows exactly that and pings nobody."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from adapters.slack import views
from adapters.slack.escape import fit, pieces, spoken, unescape
from adapters.slack.render import Json, content
from bot.boundary import (
    Address,
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
)
from playground.person import SeenMessage
from playground.slack import workspace
from playground.slack.blocks import message_blocks
from playground.slack.eye import Eye
from playground.slack.views import OpenView, accepted
from playground.world import SlackWorld, User

WORLD = SlackWorld(
    team_id="T1",
    team_name="Cedar Valley",
    app_id="A1",
    bot_id="B1",
    bot_user_id="U0",
    bot_token="xoxb-1",
    app_token="xapp-1",
    users=(User(id="U1", name="Ms. Rivera", handle="rivera"),),
    channels=(),
)
EYE = Eye(workspace.Workspace(WORLD))
PLACE = Address("slack", "T1", "C1", "1700000000.000100")
HOSTILE = (
    "<!channel> <!here> <!everyone>",
    "<@U1> <#C1|secret> <!subteam^S1>",
    "@everyone @here @rivera",
    "&lt;!channel&gt; &amp;lt;",
    "*bold* _italic_ ~gone~ `code`",
    "```\nfenced\n```",
    "> quoted\n>>> all of it",
    "<https://evil.example|click> https://evil.example",
    ":tada: :100:",
    "<!date^0^{date}|now>",
    "&" * 300,
    "<" * 300,
    "😀" * 300,
)


def seen(message: Message) -> SeenMessage:
    """As the pretend Slack shows it, after it has checked it."""
    sent = content(message)
    assert 0 < len(sent["text"]) <= 4000
    standing = workspace.Message(
        ts="1.000001", channel="", user="U0", text=sent["text"], blocks=message_blocks(sent["blocks"])
    )
    return EYE.message(standing)


def test_a_card() -> None:
    card = seen(
        Message(
            (
                Heading("Which reading night?"),
                Text("One answer; change it until Thursday."),
                Quote("Can we keep the kits?"),
                Bar("Tuesday", "12 votes", 0.75),
                Bar("Thursday & Friday", "1 vote", 0.01),
                Bar("Neither works", "0 votes", 0),
                Note("Anonymous."),
                Buttons(
                    (Button("Tuesday", "poll.vote", "1 tue", "main"), Button("Close", "poll.close", tone="danger"))
                ),
            )
        )
    )
    assert [(line.kind, line.text) for line in card.lines] == [
        ("heading", "Which reading night?"),
        ("text", "One answer; change it until Thursday."),
        ("quote", "Can we keep the kits?"),
        ("text", "Tuesday\n███████▌ 12 votes\n"),
        ("text", "Thursday & Friday\n▌ 1 vote\n"),
        ("text", "Neither works\n0 votes\n"),
        ("note", "Anonymous."),
    ]
    assert [(button.label, button.key, button.style) for button in card.buttons] == [
        ("Tuesday", "poll.vote#1", "primary"),
        ("Close", "poll.close#2", "danger"),
    ]
    assert card.fallback.endswith("Neither works: 0 votes\nAnonymous.\n[Tuesday] · [Close]")


@pytest.mark.parametrize("words", HOSTILE)
def test_words_stay_words(words: str) -> None:
    shown = seen(
        Message(
            (
                Heading(words[:30]),
                Text(words),
                Quote(words),
                Note(words),
                Bar(words, words[:99], 1),
                Buttons((Button(words[:15], "do"),)),
            )
        )
    )
    assert shown.pings == ()
    assert [line.text for line in shown.lines[:4]] == [words[:30], words, words, words]
    assert shown.buttons[0].label == words[:15]


def test_the_longest_that_a_message_may_be() -> None:
    for character in ("x", "&", "<", "😀"):
        shown = seen(Message((Text(character * 3500),)))
        assert set("".join(line.text for line in shown.lines)) <= {character, "…"}
        assert len(shown.text) >= 2300


WORDS = st.lists(st.sampled_from(HOSTILE) | st.text(max_size=40), max_size=4).map(" ".join)
PARTS: st.SearchStrategy[Part] = st.one_of(
    st.builds(Heading, WORDS.map(lambda words: words[:150])),
    st.builds(Text, WORDS),
    st.builds(Quote, WORDS),
    st.builds(Note, WORDS),
    st.builds(Bar, WORDS.map(lambda words: words[:300]), st.text(max_size=20), st.floats(0, 1)),
    st.builds(
        lambda labels: Buttons(tuple(Button(label or "x", "do.it", label[:20]) for label in labels)),
        st.lists(WORDS.map(lambda words: words[:75]), min_size=1, max_size=25),
    ),
)


@st.composite
def messages(draw: st.DrawFn) -> Message:
    parts: tuple[Part, ...] = (Text("x"),)
    for part in draw(st.lists(PARTS, max_size=39)):
        buttons = sum(len(one.buttons) for one in (*parts, part) if isinstance(one, Buttons))
        if buttons <= 30 and len(Message((*parts, part)).text()) <= 3500:
            parts += (part,)
    return Message(parts)


@settings(max_examples=300)
@given(messages())
def test_any_message_is_taken_and_pings_nobody(message: Message) -> None:
    assert seen(message).pings == ()
    for view, kind in ((views.home(message), "home"), (views.pop_up(message, "Title", PLACE), "modal")):
        assert EYE.view(OpenView("U1", accepted(view, kind))).pings == ()


def shown_form(form: Form) -> Json:
    return accepted(views.form(form, PLACE), "modal")


def test_a_form() -> None:
    form = EYE.form(
        OpenView(
            "U1",
            shown_form(
                Form(
                    name="poll.new",
                    title="A quick poll",
                    submit="Go on",
                    cancel="Not now",
                    about="7",
                    fields=(
                        TextField("question", "Question", "One sentence & no names", "Books & tea?", most=300),
                        TextField("options", "Options", long=True),
                        ChoiceField("closes", "Closes", (Choice("1", "Today"), Choice("2", "Friday")), ("2",)),
                        ChoiceField("where", "Where", (Choice("a", "Here"), Choice("b", "There")), ("a", "b"), most=2),
                    ),
                )
            ),
        )
    )
    question, options, closes, where = form.fields
    assert (form.title, form.submit) == ("A quick poll", "Go on")
    assert (question.value, question.hint, question.most) == ("Books & tea?", "One sentence & no names", 300)
    assert (options.long, options.most, options.value) == (True, 3000, "")
    assert (closes.chosen, closes.most, where.chosen, where.most) == (("2",), 1, ("a", "b"), 2)


@settings(max_examples=200)
@given(words=WORDS, most=st.integers(1, 3000), several=st.integers(2, 3))
def test_any_form_is_taken(words: str, most: int, several: int) -> None:
    label = words[:45] or "x"
    choices = tuple(Choice(str(number), label) for number in range(3))
    shown_form(
        Form(
            name="f",
            title=label[:24],
            submit=label[:24],
            cancel=label[:24],
            fields=(
                TextField("text", label, words[:100], words * 20, most),
                ChoiceField("pick", label, choices, ("0", "2"), words[:100], several),
            ),
        )
    )


@given(WORDS, st.integers(1, 50))
def test_cutting_tears_no_entity_apart(words: str, most: int) -> None:
    cut = fit(words, most)
    assert len(cut) <= most
    assert unescape(cut) == words or words.startswith(unescape(cut)[:-1])
    whole = fit(words, 10**6)
    assert all(len(piece) <= most + 5 for piece in pieces(whole, most + 5))
    if words.strip() and len(whole) <= most + 5:
        assert pieces(whole, most + 5) == [whole]


@given(WORDS)
def test_what_was_escaped_is_read_again(words: str) -> None:
    assert spoken(fit(words, 10**6)) == words
