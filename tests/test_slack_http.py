"""Slack over HTTP: conversations as through sockets, and whatever else may come to an open port."""

from __future__ import annotations

import time
from pathlib import Path

import aiohttp
from support.databases import on_either
from support.house import SIGNING_SECRET, House, eventually, house
from support.slack_web import post, request
from support.talk import OPTIONS, QUESTION, Chair, chair, counts, posted
from support.town import town

from playground.slack.refusal import Json
from playground.slack.request_url import signed
from playground.slack.tickets import ResponseUrl

pytestmark = on_either

STAFF = ("Maria Rivera", "Beatriz Montoya")


def staff(home: House) -> list[Chair]:
    return [chair(home, "slack", name, "lincoln-staff") for name in STAFF]


def pressed(home: House, count: int) -> list[Json]:
    """The payloads of the last presses, oldest first."""
    sent = [payload for _, payload in home.slack.delivery.sent if payload.get("type") == "block_actions"]
    return sent[-count:]


async def test_a_poll_from_question_to_answers(tmp_path: Path) -> None:
    async with house(tmp_path, http=True) as home:
        maria, beatriz = staff(home)
        await maria.types("/poll")
        await maria.fills_in(question=QUESTION, options="Tuesday")
        await eventually(lambda: maria.person.form and maria.person.form.fields[1].error)
        await maria.fills_in(question=QUESTION, options=OPTIONS)
        await maria.presses("Post it")
        await maria.sees("You can undo it for two minutes")
        await beatriz.answers("Tuesday")
        await beatriz.sees("Recibí su respuesta: Tuesday.")
        await maria.sees_card("Tuesday", "1 vote", "One person has answered.")

        assert (await maria.person.open_home()).acknowledged
        await eventually(maria.person.home)
        alone = chair(home, "slack", "Maria Rivera")
        await alone.types("hello")
        await alone.sees("Hello, ")

        assert home.slack.sockets.count == 0
        assert "apps.connections.open" not in [method for method, _ in home.slack.requests]


async def test_a_command_may_have_any_word_in_it(tmp_path: Path) -> None:
    """Bolt takes a form for an interaction if the word "payload" is anywhere in it."""
    async with house(tmp_path, http=True) as home:
        maria, _ = staff(home)
        await maria.types("/poll What is the payload? | payload=1 | &payload={}")
        await maria.sees("What is the payload?", "payload=1", "&payload={}")


async def test_silence_is_no_trouble(tmp_path: Path) -> None:
    async with house(tmp_path, http=True) as home, aiohttp.ClientSession() as session:
        async with session.get(home.slack.request_url.replace("/slack/events", "/healthz")) as answer:
            told = await answer.json()
        assert (answer.status, told["stuck"]) == (200, [])
        assert "slack_frame_age" not in told


async def test_twice_and_out_of_order(tmp_path: Path) -> None:
    async with house(tmp_path, http=True) as home:
        home.slack.deliver_times, home.slack.shuffle_seconds = (1, 3), 0.2
        maria, beatriz = staff(home)
        await posted(maria)
        for label in ("Tuesday", "Thursday", "Neither"):
            await beatriz.answers(label)
            await beatriz.sees(f"Recibí su respuesta: {label}.")
        await maria.answers("Neither")
        await maria.sees_card("2 votes", "2 people have answered.")
        assert counts(tmp_path)["ballots"] == 2
        assert len(home.slack.accepted_posts(maria.channel)) == 1


async def test_a_request_that_was_kept_has_no_second_effect(tmp_path: Path) -> None:
    """Not as it was, nor with another header: those are not signed."""
    async with house(tmp_path, http=True) as home:
        maria, beatriz = staff(home)
        await posted(maria)
        await beatriz.answers("Tuesday")
        await beatriz.answers("Thursday")
        await beatriz.sees("Recibí su respuesta: Thursday.")
        first, _ = pressed(home, 2)
        private = len(beatriz.person.messages(beatriz.channel))
        body, headers = kept = request("interactive", first)
        assert [await post(home.slack.request_url, *kept) for _ in range(3)] == [200] * 3
        assert await post(home.slack.request_url, body, headers | {"Content-Type": "application/json"}) == 400
        assert await post(home.slack.request_url, body, headers | {"X-Slack-Retry-Num": "1"}) == 200
        await maria.answers("Neither")
        await maria.sees_card("Tuesday", "0 votes", "2 people have answered.")
        assert counts(tmp_path)["ballots"] == 2
        assert len(beatriz.person.messages(beatriz.channel)) == private


async def test_what_slack_did_not_sign_has_no_effect(tmp_path: Path) -> None:
    async with house(tmp_path, http=True) as home:
        maria, beatriz = staff(home)
        await posted(maria)
        await beatriz.answers("Tuesday")
        (vote,) = pressed(home, 1)
        before = counts(tmp_path)
        body, headers = request("interactive", vote | {"trigger_id": "1.2.forged"})
        now = headers["X-Slack-Request-Timestamp"]
        stranger = headers | signed("another secret", body)
        wrong = [
            stranger,
            {"Content-Type": headers["Content-Type"]},
            headers | {"X-Slack-Signature": ""},
            headers | {"X-Slack-Signature": "v0=" + "é" * 64},
            headers | {"X-Slack-Signature": stranger["X-Slack-Signature"].upper()},
            headers | {"X-Slack-Request-Timestamp": str(int(now) + 1)},
            headers | {"X-Slack-Request-Timestamp": "now"},
            headers | {"X-Slack-Request-Timestamp": "9" * 5000},
            headers | {"X-Slack-Bolt-Lazy-Only": "1"} | signed("", body),
            stranger | {"Content-Encoding": "gzip"},
            *(headers | signed(SIGNING_SECRET, body, time.time() + off) for off in (-301, 310, -86400)),
        ]
        assert [await post(home.slack.request_url, body, one) for one in wrong] == [401] * len(wrong)
        assert await post(home.slack.request_url, body.replace(b"forged", b"Forged"), headers) == 401
        assert counts(tmp_path) == before


async def test_without_an_app_token_and_without_a_word_in_the_log(tmp_path: Path) -> None:
    loud = {"LOG_LEVEL": "DEBUG", "PYTHONASYNCIODEBUG": "1"}
    async with town(tmp_path, SLACK_APP_TOKEN="", SLACK_SIGNING_SECRET=SIGNING_SECRET, **loud) as home:
        await home.opens()
        url = f"http://127.0.0.1:{home.bot.environment['PORT']}/slack/events"
        maria = chair(home, "slack", "Maria Rivera", "lincoln-staff")
        body, headers = request("slash_commands", command(home, maria, "zebra4711 | quartz4712 | walrus4714"))
        assert await post(url, body, headers) == 200
        assert await post(url, body, headers | {"X-Slack-Signature": "v0=swordfish"}) == 401
        broken = b'{"type": "ocelot4716'
        assert await post(url, broken, signed(SIGNING_SECRET, broken)) == 400
        assert await post(url, b"gannet4717" * 200_000, headers) == 413
        await maria.sees("zebra4711")
        assert await home.bot.end() == 0
        assert len(home.logged("done")) > 0
        assert len([line for line in home.log if line["event"].startswith("refused: not ")]) == 2
        assert not [line for line in home.log if line["level"] in ("error", "critical")]
        text = home.bot.log.read_text(encoding="utf-8")
    told = ("zebra", "quartz", "walrus", "swordfish", "ocelot", "gannet", SIGNING_SECRET, "v0=", "actions/T01")
    assert not [word for word in told if word in text]


def command(home: House, who: Chair, text: str) -> Json:
    slack, channel = home.slack, home.slack.workspace.conversations[who.channel]
    url = slack.response_url(ResponseUrl(who.person.id, who.channel))
    return slack.payloads.command(who.person.id, channel, "poll", text, slack.triggers.new(who.person.id), url)
