"""Conversations on the wire: the real adapter, a pretend Slack, and a core that answers as it is told."""

from __future__ import annotations

import asyncio

import pytest
from support import slack_talk
from support.adapters import connection, slack, slack_core, wire
from support.slack_talk import (
    LINCOLN,
    RIVERA,
    SOTO,
    TEAM,
    Core,
    last,
    place,
    saying,
    until,
)

from adapters.slack import looking
from adapters.slack.connection import Connection
from bot.boundary import (
    Account,
    BotChannels,
    Button,
    Buttons,
    ChannelMembers,
    Choice,
    ChoiceField,
    Command,
    Event,
    Form,
    FormErrors,
    Heading,
    Left,
    Message,
    MomentField,
    Opened,
    PickField,
    Press,
    Private,
    Said,
    Submit,
    Suggestions,
    Text,
    TextField,
    Typing,
)
from playground.slack import Slack

__all__ = ["connection", "slack", "slack_core", "wire"]

CARD = Message(
    (Text("Which night?"), Buttons((Button("Tuesday", "vote", "1 tue"), Button("Thursday", "vote", "1 thu"))))
)
POLL = Form(
    name="poll.new",
    title="A quick poll",
    submit="Go on",
    cancel="Not now",
    about="draft 7",
    fields=(
        TextField("question", "Question"),
        ChoiceField("closes", "Closes", (Choice("1", "Today"), Choice("2", "Friday")), ("1",)),
        ChoiceField("where", "Where", (Choice("a", "Here"), Choice("b", "There")), ("a",), most=2),
    ),
)
PEOPLE = tuple(Choice(f"#{number}", f"Teacher {number}") for number in range(30))
PLAN = Form(
    name="plan",
    title="A meeting",
    submit="Go on",
    cancel="Not now",
    about="7",
    fields=(
        MomentField("begins", "When?", "Fri 3pm", time="Time of day"),
        PickField("who", "With whom?", "people", PEOPLE),
        PickField("also", "And with whom?", "people", PEOPLE, ("#1",), most=2),
    ),
)
PREVIEW = Message((Heading("Who will see it"), Text("41 people"), Buttons((Button("Edit", "poll.edit", "7"),))))


async def test_a_command_is_answered_privately(slack: Slack, core: Core) -> None:
    core.answer = lambda _: Private(saying("Nothing waits for you."))
    rivera = slack.sit(RIVERA)

    assert (await rivera.command(LINCOLN, "somewhere", "hello & <welcome>")).acknowledged

    await until(lambda: rivera.messages(LINCOLN))
    answer = last(slack, RIVERA)
    assert (answer.text, answer.private) == ("Nothing waits for you.", True)
    assert not slack.sit(SOTO).messages(LINCOLN)
    (command,) = core.acts
    assert isinstance(command, Command)
    assert (command.name, command.text, command.place) == ("somewhere", "hello & <welcome>", place(LINCOLN))
    assert command.actor == Account("slack", TEAM, RIVERA)


async def test_a_day_a_time_and_people_are_picked(slack: Slack, core: Core) -> None:
    rivera = slack.sit(RIVERA)
    core.answer = lambda _: PLAN
    await rivera.command(LINCOLN, "plan")
    assert rivera.form is not None
    begins, at, who, also = rivera.form.fields
    assert [field.kind for field in rivera.form.fields] == ["date", "time", "found", "found"]
    assert (at.label, also.choices, also.chosen) == ("Time of day", (("#1", "Teacher 1"),), ("#1",))
    with pytest.raises(ValueError, match="empty"):  # Slack itself asks for what may not be left out
        await rivera.submit({"begins": "2026-10-14"})
    with pytest.raises(ValueError, match="no such choice"):  # nothing has been offered yet
        await rivera.submit({"begins": "2026-10-14", "who": "#2"})

    core.answer = lambda _: Suggestions(PEOPLE[2:4])
    assert await rivera.find(who.name, "tea") == [("#2", "Teacher 2"), ("#3", "Teacher 3")]
    typed = core.acts[-1]
    assert isinstance(typed, Typing)
    assert (typed.name, typed.text, typed.about, typed.place) == ("people", "tea", "7", place(LINCOLN))
    await rivera.find(also.name, "")

    core.answer = lambda _: FormErrors({"begins": "That has passed."}, saying("That has passed."))
    await rivera.submit({"begins": "2026-10-14", at.name: "15:15", "who": "#2", "also": ["#1", "#3"]})
    sent = core.acts[-1]
    assert isinstance(sent, Submit)
    assert sent.fields == {"begins": ("2026-10-14T15:15",), "who": ("#2",), "also": ("#1", "#3")}
    begins, at, who, also = rivera.form.fields
    assert (begins.error, begins.value, at.value) == ("That has passed.", "2026-10-14", "15:15")
    assert (who.chosen, also.chosen) == (("#2",), ("#1", "#3"))

    core.answer = lambda _: PLAN.filled_in(sent.fields)  # as a button does that opens it again
    await rivera.command(LINCOLN, "plan")
    await rivera.submit({})
    again = core.acts[-1]
    assert isinstance(again, Submit)
    assert again.fields == sent.fields

    core.answer = lambda _: PLAN.filled_in({"begins": ("Fri 3pm",), "who": ("Somebody",)})  # written on Discord
    await rivera.command(LINCOLN, "plan")
    await rivera.submit({})
    written = core.acts[-1]
    assert isinstance(written, Submit)
    assert written.fields == {"begins": ("Fri 3pm",), "who": ("Somebody",), "also": ("#1",)}


async def test_a_form_from_first_to_last(slack: Slack, core: Core) -> None:
    rivera = slack.sit(RIVERA)

    core.answer = lambda _: POLL
    await rivera.command(LINCOLN, "poll")
    assert rivera.form is not None
    assert (rivera.form.title, rivera.form.submit) == ("A quick poll", "Go on")

    core.answer = lambda _: FormErrors({"question": "That is too short."}, saying("Too short"))
    await rivera.submit({"question": "Why?", "closes": "2", "where": ["a", "b"]})
    assert rivera.form.field("Question").error == "That is too short."
    assert rivera.form.field("Question").value == "Why?"

    core.answer = lambda _: Private(PREVIEW)
    await rivera.submit({"question": "Which night is best?"})
    assert rivera.form.shown is not None
    assert (rivera.form.title, rivera.form.shown.text) == ("Start Somewhere", "Who will see it\n41 people")
    first, second = [act for act in core.acts if isinstance(act, Submit)]
    assert first.id != second.id
    assert (second.form, second.about, second.place) == ("poll.new", "draft 7", place(LINCOLN))
    assert second.fields == {"question": ("Which night is best?",), "closes": ("2",), "where": ("a", "b")}

    core.answer = lambda _: POLL
    await rivera.press(rivera.form.shown, "Edit")
    await until(lambda: rivera.form and rivera.form.fields)
    press = core.acts[-1]
    assert isinstance(press, Press)
    assert (press.do, press.about, press.place) == ("poll.edit", "7", place(LINCOLN))

    core.answer = lambda _: None
    await rivera.submit({"question": "Which night?"})
    assert rivera.form is None


async def test_a_refusal_that_no_field_can_show_is_shown_as_a_message(slack: Slack, core: Core) -> None:
    rivera = slack.sit(RIVERA)
    core.answer = lambda _: POLL
    await rivera.command(LINCOLN, "poll")

    core.answer = lambda _: FormErrors({"elsewhere": "No"}, saying("This place is closed."))
    await rivera.submit({"question": "Which night?"})

    assert rivera.form
    assert rivera.form.shown
    assert rivera.form.shown.text == "This place is closed."


async def test_a_press_in_a_private_message_replaces_it(slack: Slack, connection: Connection, core: Core) -> None:
    soto = slack.sit(SOTO)
    await connection.platform.post(place(LINCOLN), CARD, 1, None)

    core.answer = lambda _: Private(Message((Text("Counted."), Buttons((Button("Undo", "unvote", "1"),)))))
    assert (await soto.press(last(slack, SOTO), "Thursday")).acknowledged
    await until(lambda: len(soto.messages(LINCOLN)) == 2)
    vote = core.acts[-1]
    assert isinstance(vote, Press)
    assert (vote.do, vote.about, vote.place) == ("vote", "1 thu", place(LINCOLN))
    assert last(slack, SOTO).private

    core.answer = lambda _: Private(saying("Taken back."))
    await soto.press(last(slack, SOTO), "Undo")
    await until(lambda: last(slack, SOTO).text == "Taken back.")
    assert [message.text for message in soto.messages(LINCOLN)] == ["Which night?", "Taken back."]


async def test_home(slack: Slack, core: Core) -> None:
    rivera = slack.sit(RIVERA)

    core.answer = lambda _: Private(PREVIEW)
    await rivera.open_home()
    await until(rivera.home)
    assert isinstance(core.acts[-1], Opened)

    home = rivera.home()
    assert home
    assert home.text == "Who will see it\n41 people"
    await rivera.press(home, "Edit")
    assert rivera.form
    assert rivera.form.title == "Start Somewhere"
    assert core.acts[-1].place is None
    rivera.dismiss()

    core.answer = lambda _: POLL
    await rivera.press(home, "Edit")
    assert rivera.form.title == "A quick poll"
    await rivera.submit({"question": "Which night?"})
    assert core.acts[-1].place is None


async def test_words_to_the_bot(slack: Slack, core: Core) -> None:
    rivera = slack.sit(RIVERA)
    dm, _ = rivera.channels()[-1]
    core.answer = lambda _: Private(saying("I carry questions and polls."))

    await rivera.say(dm, "what do you do?")
    await until(lambda: len(rivera.messages(dm)) == 2)
    said = core.acts[-1]
    assert isinstance(said, Said)
    assert (said.text, said.place) == ("what do you do?", place(dm))
    assert last(slack, RIVERA, dm).text == "I carry questions and polls."

    await rivera.say(LINCOLN, "@Start Somewhere hello")
    await until(lambda: len(rivera.messages(LINCOLN)) == 2)
    said = core.acts[-1]
    assert isinstance(said, Said)
    assert (said.text, said.place) == ("hello", place(LINCOLN))
    assert last(slack, RIVERA).private
    assert len(slack.sit(SOTO).messages(LINCOLN)) == 1

    await rivera.say(LINCOLN, "nothing for the bot")
    assert [isinstance(act, Said) and (act.text, act.to_bot) for act in core.acts[1:]] == [
        ("hello", False),  # told twice: as a message of the channel, and as naming the bot
        ("hello", True),
        ("nothing for the bot", False),
    ]


async def test_who_is_in_a_channel(slack: Slack, core: Core) -> None:
    def gathered(*users: str) -> list[Event]:
        accounts = tuple(Account("slack", TEAM, user) for user in users)
        return [event for event in core.heard if isinstance(event, ChannelMembers) and event.accounts == accounts]

    await until(lambda: gathered(RIVERA, SOTO))
    await slack.leave(SOTO, LINCOLN)
    assert gathered(RIVERA)
    await slack.join(SOTO, LINCOLN)
    assert len(gathered(RIVERA, SOTO)) == 2
    assert {event.place for event in core.heard if isinstance(event, ChannelMembers)} == {place(LINCOLN)}
    assert len({event.id for event in core.heard}) == len(core.heard)

    slack.faults.next("conversations.members", "500")
    await slack.leave(SOTO, LINCOLN)
    await until(lambda: len(gathered(RIVERA)) == 2)  # Slack sent it again


async def test_it_looks_again_who_is_in_the_channels(core: Core, monkeypatch: pytest.MonkeyPatch) -> None:
    """The district may have listed another, and what Slack tells of people who move may be lost."""
    monkeypatch.setattr(looking, "LOOK_AGAIN", 0.1)
    async with slack_talk.connected(core) as (slack, _):

        def seen() -> list[set[str]]:
            looks = [event for event in core.heard if isinstance(event, ChannelMembers)]
            return [{account.user for account in look.accounts} for look in looks]

        await until(lambda: len(seen()) > 2)
        assert seen()[-1] == {RIVERA, SOTO}

        await slack.say_farewell()
        await until(lambda: any(isinstance(event, Left) for event in core.heard))
        looks = len(seen())
        await asyncio.sleep(0.4)
        assert len(seen()) <= looks + 1, "one may have been under way"


@pytest.mark.parametrize("left", ["chat:write", "groups:read"])
async def test_where_it_may_not_look_any_more_nobody_is_known(
    core: Core, monkeypatch: pytest.MonkeyPatch, left: str
) -> None:
    """An owner took the right away: who was there at the last look is not said to be there for ever."""
    monkeypatch.setattr(looking, "LOOK_AGAIN", 0.1)
    async with slack_talk.connected(core) as (slack, _):

        def known() -> bool:
            """As the core would have it."""
            told = [one for one in core.heard if isinstance(one, ChannelMembers | BotChannels)]
            last = max((n for n, one in enumerate(told) if isinstance(one, ChannelMembers)), default=-1)
            members = told[last]
            kept = [one for one in told[last:] if isinstance(one, BotChannels) and LINCOLN not in one.channels]
            return isinstance(members, ChannelMembers) and bool(members.accounts) and not kept

        await until(known)
        slack.scopes = [left]
        await until(lambda: not known())
