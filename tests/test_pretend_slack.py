"""An unmodified slack_bolt app lives at the pretend Slack: commands, modals, presses, homes, events."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest
from slack_bolt.app.async_app import AsyncApp
from support.pretend_slack import (
    ANA,
    BEN,
    BOT,
    CLEO,
    GENERAL,
    actions,
    button,
    choice_input,
    connected_app,
    modal,
    pretend_slack,
    section,
    text_input,
)


def poll_form() -> dict[str, Any]:
    return modal(
        section("Ask *everybody*."),
        text_input("question", "Question", max_length=100),
        choice_input("answers", "Answers", "static_select", "one", "several"),
        choice_input("rooms", "Rooms", "checkboxes", "gym", "library", "lab"),
        callback_id="poll",
        private_metadata="kept",
    )


async def test_a_command_opens_a_form_that_is_refused_and_then_taken() -> None:
    submitted: list[dict[str, Any]] = []

    def listen(app: AsyncApp) -> None:
        @app.command("/poll")
        async def command(ack: Any, command: Any, client: Any) -> None:
            assert command["text"] == "Tom &amp; Jerry &lt;3"
            assert command["channel_id"] == GENERAL
            await client.views_open(trigger_id=command["trigger_id"], view=poll_form())
            await ack()

        @app.view("poll")
        async def form(ack: Any, view: Any, client: Any) -> None:
            submitted.append(view)
            if len(submitted) == 1:
                await ack(response_action="errors", errors={"question": "Too short."})
            else:
                await ack()
                await client.chat_postMessage(channel=GENERAL, text="Here is a poll", blocks=[section("*Here* it is")])

    async with pretend_slack() as (slack, client), connected_app(client, listen):
        ana = slack.sit(ANA)
        assert (await ana.command(GENERAL, "poll", "Tom & Jerry <3")).acknowledged
        form = ana.form
        assert form is not None
        assert (form.title, form.submit) == ("A poll", "Next")
        assert form.shown is not None
        assert form.shown.text == "Ask everybody."
        assert [(field.name, field.kind, field.most) for field in form.fields] == [
            ("question", "text", 100),
            ("answers", "choice", 1),
            ("rooms", "choice", 3),
        ]
        with pytest.raises(ValueError, match="must be filled in"):
            await ana.submit({"question": "Why?"})
        with pytest.raises(ValueError, match="characters"):
            await ana.submit({"question": "W" * 101})
        with pytest.raises(ValueError, match="no such choice"):
            await ana.submit({"answers": "none"})
        with pytest.raises(ValueError, match="no such field"):
            await ana.submit({"when": "now"})

        assert (await ana.submit({"question": "Why?", "answers": "one", "rooms": ["gym", "lab"]})).acknowledged
        assert ana.form is not None
        assert ana.form.field("Question").error == "Too short."
        assert ana.form.field("Question").value == "Why?"
        assert ana.form.field("Rooms").chosen == ("gym", "lab")
        assert (await ana.submit({"question": "Why so soon?"})).acknowledged
        assert ana.form is None

        values = submitted[1]["state"]["values"]
        assert values["question"]["question"] == {"type": "plain_text_input", "value": "Why so soon?"}
        assert values["answers"]["answers"]["selected_option"]["value"] == "one"
        assert [option["value"] for option in values["rooms"]["rooms"]["selected_options"]] == ["gym", "lab"]
        assert submitted[1]["private_metadata"] == "kept"
        posted = slack.sit(BEN).messages(GENERAL)[-1]
        assert (posted.text, posted.fallback, posted.author) == ("Here it is", "Here is a poll", "Start Somewhere")


async def test_presses_and_what_their_response_urls_can_do() -> None:
    bodies: list[dict[str, Any]] = []

    def listen(app: AsyncApp) -> None:
        @app.action("private")
        async def private(ack: Any, body: Any, respond: Any) -> None:
            bodies.append(body)
            await ack()
            await respond(text="Only you", blocks=[actions(button("Again", "again"))], replace_original=False)

        @app.action("again")
        async def again(ack: Any, body: Any, respond: Any) -> None:
            bodies.append(body)
            await ack()
            assert (await respond(text="Changed")).status_code == 200
            assert (await respond(delete_original=True)).status_code == 200
            assert (await respond(text="Gone")).status_code == 404
            assert (await respond(text="Four", replace_original=False)).status_code == 200
            assert (await respond(text="Five", replace_original=False, response_type="in_channel")).status_code == 200
            sixth = await respond(text="Six", replace_original=False)
            assert (sixth.status_code, "used_url" in sixth.body) == (404, True)

    async with pretend_slack() as (slack, client), connected_app(client, listen):
        await client.chat_postMessage(
            channel=GENERAL, text="Card", blocks=[actions(button("Tell <me>", "private", value="7", style="primary"))]
        )
        ana, ben = slack.sit(ANA), slack.sit(BEN)
        card = ana.messages(GENERAL)[0]
        assert card.button("Tell <me>").style == "primary"
        assert (await ana.press(card, "Tell <me>")).acknowledged
        whisper = ana.messages(GENERAL)[1]
        assert whisper.private
        assert len(ben.messages(GENERAL)) == 1
        assert (await ana.press(whisper, "Again")).acknowledged
        assert [message.text for message in ana.messages(GENERAL)[1:]] == ["Four", "Five"]
        assert [message.text for message in ben.messages(GENERAL)[1:]] == ["Five"]
        with pytest.raises(ValueError, match="no such message"):
            await ana.press(whisper, "Again")
        with pytest.raises(ValueError, match="no such button"):
            await ana.press(card, "Nothing")
        with pytest.raises(PermissionError):
            await slack.sit(CLEO).press(card, "Tell <me>")

    public, ephemeral = bodies
    assert public["container"]["is_ephemeral"] is False
    assert public["message"]["blocks"][0]["elements"][0]["text"]["text"] == "Tell &lt;me&gt;"
    assert public["actions"][0]["value"] == "7"
    assert (public["channel"]["id"], public["user"]["id"], public["team"]["id"]) == (GENERAL, ANA, "T0CEDAR")
    assert ephemeral["container"]["is_ephemeral"] is True
    assert "message" not in ephemeral


async def test_an_ack_may_answer_a_command() -> None:
    def listen(app: AsyncApp) -> None:
        @app.command("/hello")
        async def hello(ack: Any) -> None:
            await ack("Good <!here> morning")

        @app.command("/loud")
        async def loud(ack: Any) -> None:
            await ack(text="Everybody hears", response_type="in_channel")

        @app.command("/long")
        async def long(ack: Any) -> None:
            await ack(text="x" * 4001)

    async with pretend_slack() as (slack, client), connected_app(client, listen):
        ana = slack.sit(ANA)
        assert (await ana.command(GENERAL, "hello")).acknowledged
        assert (await ana.command(GENERAL, "loud")).acknowledged
        refused = await ana.command(GENERAL, "long")
        assert (refused.acknowledged, "invalid_command_response" in refused.notice) == (False, True)
        mine = ana.messages(GENERAL)
        assert [(message.text, message.private, message.pings) for message in mine] == [
            ("Good @here morning", True, ("here",)),
            ("Everybody hears", False, ()),
        ]
        with pytest.raises(PermissionError):
            await slack.sit(CLEO).command(GENERAL, "hello")


async def test_the_home_tab_and_modals_over_modals() -> None:
    closed: list[str] = []

    def listen(app: AsyncApp) -> None:
        @app.event("app_home_opened")
        async def opened(event: Any, client: Any) -> None:
            assert event["tab"] == "home"
            view = {"type": "home", "blocks": [section("Hello"), actions(button("Start", "start"))]}
            await client.views_publish(user_id=event["user"], view=view)

        @app.action("start")
        async def start(ack: Any, body: Any, client: Any) -> None:
            first = modal(section("One"), actions(button("More", "more")), callback_id="one")
            await client.views_open(trigger_id=body["trigger_id"], view=first)
            await ack()

        @app.action("more")
        async def more(ack: Any, body: Any, client: Any) -> None:
            assert body["container"] == {"type": "view", "view_id": body["view"]["id"]}
            pushed = modal(text_input("why", "Why"), callback_id="two", notify_on_close=True)
            await client.views_push(trigger_id=body["trigger_id"], view=pushed)
            await ack()

        @app.view("two")
        async def two(ack: Any) -> None:
            await ack(response_action="update", view=modal(section("Thanks"), callback_id="two", notify_on_close=True))

        @app.view_closed("two")
        async def gone(ack: Any, body: Any) -> None:
            closed.append(body["view"]["callback_id"])
            await ack()

    async with pretend_slack() as (slack, client), connected_app(client, listen):
        ana = slack.sit(ANA)
        assert ana.home() is None
        assert (await ana.open_home()).acknowledged
        home = ana.home()
        assert home is not None
        assert home.text == "Hello"
        await ana.press(home, "Start")
        assert ana.form is not None
        assert ana.form.shown is not None
        await ana.press(ana.form.shown, "More")
        assert ana.form.field("Why").kind == "text"
        await ana.submit({"why": "Because"})
        assert ana.form.shown is not None
        assert ana.form.shown.text == "Thanks"
        ana.dismiss()
        assert ana.form.shown is not None
        assert ana.form.shown.text == "One"
        await asyncio.sleep(0.1)
        assert closed == ["two"]
        ana.dismiss()
        assert ana.form is None


async def test_events_of_talking_and_coming_and_going() -> None:
    heard: list[tuple[str, ...]] = []

    def listen(app: AsyncApp) -> None:
        @app.event("message")
        async def message(event: Any) -> None:
            heard.append(("message", event["channel_type"], event["user"], event["text"]))

        @app.event("app_mention")
        async def mention(event: Any) -> None:
            heard.append(("mention", event["channel"], event["user"], event["text"]))

        @app.event("member_joined_channel")
        async def joined(event: Any) -> None:
            heard.append(("joined", event["channel"], event["user"]))

        @app.event("member_left_channel")
        async def left(event: Any) -> None:
            heard.append(("left", event["channel"], event["user"]))

    async with pretend_slack() as (slack, client), connected_app(client, listen):
        ana = slack.sit(ANA)
        dm = ana.channels()[-1][0]
        assert (await ana.say(dm, "Hi & hello @ben, see https://example.org")).acknowledged
        await client.chat_postMessage(channel=ANA, text="Hello!")  # comes back as an event that Bolt ignores
        assert (await ana.say(GENERAL, "nobody asked")).acknowledged
        assert (await ana.say(GENERAL, "@Start Somewhere are you there? @channel")).acknowledged
        await slack.join(CLEO, GENERAL)
        await slack.leave(CLEO, GENERAL)
        await slack.join(BEN, "C0ELSE")  # the bot is not there
        assert heard == [
            ("message", "im", ANA, f"Hi &amp; hello <@{BEN}>, see <https://example.org>"),
            ("message", "channel", ANA, "nobody asked"),
            ("message", "channel", ANA, f"<@{BOT}> are you there? <!channel>"),
            ("mention", GENERAL, ANA, f"<@{BOT}> are you there? <!channel>"),
            ("joined", GENERAL, CLEO),
            ("left", GENERAL, CLEO),
        ]
        assert [message.text for message in ana.messages(dm)] == [
            "Hi & hello @Ben Okafor, see https://example.org",
            "Hello!",
        ]
        assert ana.messages(GENERAL)[-1].pings == (BOT, "channel")
