"""The demo: the real bot beside a pretend Slack and a pretend Discord, each in a process of its own."""

from __future__ import annotations

import json
import os
import random
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from bot import routes, texts
from bot.operations.terminal import IN_ENGLISH, Terminal
from bot.people import roster
from bot.people.cards import TITLES
from bot.people.entries import Member, Platform
from bot.people.model import Role
from bot.people.places import PlaceKind
from bot.texts import Texts, Words
from playground.world import Channel, DiscordWorld, Offered, SlackWorld, User, World

ROOT = Path(__file__).parent
PRETEND = ROOT / "content" / "pretend-district"
MANIFEST = ROOT / "adapters" / "slack" / "manifest.yaml"  # what the pretend Slack grants and tells is what it asks for
BOTS = {"slack": "U01SOMEWHERE", "discord": "1268401200690098000"}
LOCALES = {"slack": {"en": "en-US", "es": "es-MX"}, "discord": {"en": "en-US", "es": "es-419"}}
NEWCOMERS = {  # by language: somebody who may ask, somebody who may answer, at the same school
    "slack": {"en": "maria-rivera", "es": "elena-ortiz"},
    "discord": {"en": "kevin-brandvold", "es": "guadalupe-navarrete"},
}
ANSWERERS = {"en": "hannah-whitaker", "es": "adriana-ponce"}  # who may answer there what a newcomer in Slack asks
GOAL = {  # who find one at that school
    "rep": "maria-rivera",
    "colleague": "jamal-whitfield",
    "principal": "elena-ortiz",
    "liaison": "rosa-delgado",
}
QUESTIONS = "partnership"  # the topic that it is about
PATIENCE = 60.0  # seconds until everything must be up
GOODBYE = 15.0  # seconds that a process has to end
SELDOM = range(11_000, 20_000)  # ports that no system hands out by itself


def pretend_world(district: roster.Roster, words: Texts | None = None, clock_url: str = "") -> World:
    """What the pretend platforms hold, so that this district lives there."""
    entry, asked = district.district, _manifest()
    return World(
        slack=SlackWorld(
            team_id=entry.workspace("slack"),
            team_name=entry.name,
            app_id="A01SOMEWHERE",
            bot_id="B01SOMEWHERE",
            bot_user_id=BOTS["slack"],
            bot_token="xoxb-pretend",
            app_token="xapp-pretend",
            users=_users(district, "slack"),
            channels=_channels(district, "slack"),
            newcomers=_newcomers(district, "slack"),
            roles=_roles(district, "slack", words),
            events=tuple(asked["settings"]["event_subscriptions"]["bot_events"]),
            scopes=tuple(asked["oauth_config"]["scopes"]["bot"]),
            shortcuts={one["callback_id"]: one["name"] for one in asked["features"]["shortcuts"]},
        ),
        discord=DiscordWorld(
            guild_id=entry.workspace("discord"),
            guild_name=entry.name,
            application_id=BOTS["discord"],
            bot_token="pretend.token.discord",
            users=_users(district, "discord"),
            channels=_channels(district, "discord"),
            newcomers=_newcomers(district, "discord"),
            roles=_roles(district, "discord", words),
        ),
        commands=tuple(_offered(name, words) for name in _commands()) if words else (),
        tries={language: _try(district, one) for language, one in words.items()} if words else {},
        zone=entry.zone,
        clock_url=clock_url,
    )


def _commands() -> list[str]:
    """The one that leads to all the others first."""
    return sorted(routes.HOUSE.commands, key=lambda command: command != "somewhere")


def _offered(command: str, words: Texts) -> Offered:
    does = {language: one(f"command-{command}-does") for language, one in words.items()}
    hint = {language: one(f"command-{command}-hint") for language, one in words.items()}
    return Offered(name=command, does=does, hint=hint)


def connect(world: World, addresses: dict[str, str]) -> dict[str, str]:
    """The settings that lead the bot there instead of to the real platforms."""
    settings: dict[str, str] = {}
    if world.slack:
        settings |= {
            "SLACK_BOT_TOKEN": world.slack.bot_token,
            "SLACK_APP_TOKEN": world.slack.app_token,
            "SLACK_API_URL": addresses["slack_api"],
        }
    if world.discord:
        settings |= {
            "DISCORD_TOKEN": world.discord.bot_token,
            "DISCORD_API_URL": addresses["discord_api"],
            "DISCORD_GATEWAY_URL": addresses["discord_gateway"],
        }
    return settings


@cache
def _manifest() -> dict[str, Any]:
    """With what joined channels need."""
    asked: dict[str, Any] = yaml.safe_load(MANIFEST.read_text("utf-8").replace("# Joined channels: - ", "- "))
    return asked


def _users(district: roster.Roster, platform: Platform) -> tuple[User, ...]:
    return tuple(
        User(id=user, name=one.name, handle=one.key.replace("-", "."), locale=LOCALES[platform][one.language])
        for one in district.members
        if (user := one.account(platform))
    )


def _roles(district: roster.Roster, platform: Platform, words: Texts | None) -> dict[str, dict[str, str]]:
    there = {user: one for one in district.members if (user := one.account(platform))}
    return {
        language: {user: _does(district, one, here) for user, one in there.items()}
        for language, here in (words or {}).items()
    }


def _does(district: roster.Roster, member: Member, words: Words) -> str:
    """Their roles; of those who are members and nothing else, their group and where they are."""
    entry = district.district
    names = {
        **{one.key: one.name for one in entry.groups},
        **{one.key: one.name for one in entry.buildings},
        **{one.key: one.name for one in entry.committees},
    }
    titles = [
        words(TITLES[seat.role], body=names[seat.committee or seat.building or seat.group])
        for seat in district.seats
        if seat.holder == member.key and seat.role is not Role.MEMBER
    ]
    return "; ".join(titles) or ", ".join(names[key] for key in (member.group, member.building) if key)


def _newcomers(district: roster.Roster, platform: Platform) -> dict[str, str]:
    accounts = {member.key: member.account(platform) for member in district.members}
    chosen = NEWCOMERS[platform].items()
    return {language: accounts[member] for language, member in chosen if accounts.get(member)}


def _try(district: roster.Roster, words: Words) -> str:
    """A question on its way, for somebody who knows nobody here."""
    names = {member.key: member.name for member in district.members}
    topic = next(one for one in district.district.topics if one.key == QUESTIONS)
    team = next(one for one in district.district.committees if one.key == topic.committee)
    home = next(place for place in district.places if place.key == team.home)
    return words(
        "demo-try",
        asks=names[NEWCOMERS["slack"][words.language]],
        topic=topic.en if words.language == "en" else topic.es,
        answers=names[ANSWERERS[words.language]],
        channel=home.name,
        rep=names[GOAL["rep"]],
        colleague=names[GOAL["colleague"]],
        principal=names[GOAL["principal"]],
        liaison=names[GOAL["liaison"]],
    )


def _channels(district: roster.Roster, platform: Platform) -> tuple[Channel, ...]:
    return tuple(
        Channel(
            id=place.channel,
            name=place.name,
            members=(BOTS[platform], *(member.account(platform) for member in district.admitted(place))),
            private=place.audience is not PlaceKind.COMMUNITY,
        )
        for place in district.places
        if place.platform == platform and not place.workspace
    )


def show(port: int, terminal: Terminal = IN_ENGLISH) -> int:
    """Stays until Ctrl-C or until one of the processes ends. Returns the exit status."""
    words = texts.read(ROOT / "content")
    district = roster.read(PRETEND)
    for told in (signal.SIGTERM, signal.SIGINT):  # a shell that begins it in the background has SIGINT ignored
        signal.signal(told, signal.default_int_handler)
    with tempfile.TemporaryDirectory(prefix="start-somewhere-", ignore_cleanup_errors=True) as folder:
        try:
            return _show(words, terminal.words, district, free_port(port), Path(folder))
        except KeyboardInterrupt:
            print(terminal.words("demo-ended"))
            return 0


def _show(words: Texts, say: Words, district: roster.Roster, port: int, folder: Path) -> int:
    health = free_port()
    world = pretend_world(district, words, f"http://127.0.0.1:{health}/clock")
    (folder / "world.json").write_text(world.model_dump_json())
    settings = {
        **os.environ,
        "DATABASE_URL": f"sqlite:///{folder / 'demo.db'}",
        "PORT": str(health),
        "LOG_LEVEL": "ERROR",
    }
    print(say("demo-preparing", district=district.district.name, people=len(district.members)), flush=True)
    subprocess.run(
        [sys.executable, ROOT / "main.py", "load", PRETEND], env=settings, stdout=subprocess.DEVNULL, check=True
    )
    with ExitStack() as ending:
        print(say("demo-platforms"), flush=True)
        command: list[str | Path] = [sys.executable, "-m", "playground", folder / "world.json", "--port", str(port)]
        playground = ending.enter_context(_process(command, {**os.environ, "PYTHONPATH": str(ROOT)}))
        assert playground.stdout is not None
        if not (line := playground.stdout.readline()):
            return playground.wait()
        addresses = json.loads(line)
        print(say("demo-bot"), flush=True)
        settings |= {**connect(world, addresses), "PRETEND_CLOCK": "1"}
        bot = ending.enter_context(_process([sys.executable, ROOT / "main.py", "run"], settings))
        if not _healthy(f"http://127.0.0.1:{health}/healthz", bot):
            return bot.wait()
        print(say("demo-ready", url=addresses["page"]), flush=True)
        while (status := next((one.poll() for one in (playground, bot) if one.poll() is not None), None)) is None:
            time.sleep(0.2)
        return status


@contextmanager
def _process(command: list[str | Path], settings: dict[str, str]) -> Iterator[subprocess.Popen[str]]:
    """In a group of its own, so that Ctrl-C reaches it only through us and in order."""
    process = subprocess.Popen(command, env=settings, stdout=subprocess.PIPE, text=True, start_new_session=True)
    try:
        yield process
    finally:
        process.terminate()
        try:
            process.wait(GOODBYE)
        except subprocess.TimeoutExpired:
            process.kill()


def _healthy(url: str, bot: subprocess.Popen[str]) -> bool:
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until and bot.poll() is None:
        try:
            with urllib.request.urlopen(url, timeout=2) as answer:
                return bool(answer.status == 200)
        except (urllib.error.URLError, TimeoutError):
            time.sleep(0.1)
    return False


def free_port(port: int = 0) -> int:
    """The port, or another one if that is taken or 0: one of those that a system hands out to nobody by itself, so that
    it is still free when it is listened on."""
    return next(one for one in (port, *random.sample(SELDOM, 100)) if one and _is_free(one))


def _is_free(port: int) -> bool:
    with socket.socket() as trial:
        trial.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            trial.bind(("127.0.0.1", port))
        except OSError:
            return False
    return True
