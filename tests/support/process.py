"""`python -m playground`, in a small made-up world, and the demo: each as a process of its own."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playground.world import Channel, DiscordWorld, Offered, SlackWorld, User, World

ROOT = Path(__file__).parent.parent.parent
BOT = "UBOT"

STAFF = (
    User(id="U01RIVERA", name="Maria Rivera", handle="mrivera"),
    User(id="U02RUIZ", name="Ana Ruiz", handle="aruiz"),
    User(id="U03LEE", name="Dana Lee", handle="dlee"),
)
FAMILIES = (
    User(id="100000000000000001", name="Rosa Mendoza", handle="rosa", locale="es-ES"),
    User(id="100000000000000002", name="Ana Ruiz", handle="ana"),
)


def small_world(clock_url: str = "") -> World:
    staff = tuple(user.id for user in STAFF)
    families = tuple(user.id for user in FAMILIES)
    return World(
        slack=SlackWorld(
            team_id="T01SMALL",
            team_name="Small Schools",
            app_id="A01SMALL",
            bot_id="B01SMALL",
            bot_user_id=BOT,
            bot_token="xoxb-small",
            app_token="xapp-small",
            users=STAFF,
            shortcuts={"about": "Ask about this"},
            channels=(
                Channel(id="C01STAFF", name="lincoln-staff", members=(*staff, BOT)),
                Channel(id="C02BOOKS", name="books", members=(staff[0], staff[1], BOT)),
            ),
        ),
        discord=DiscordWorld(
            guild_id="200000000000000001",
            guild_name="Small Families",
            application_id="300000000000000001",
            bot_token="small",
            users=FAMILIES,
            channels=(
                Channel(id="400000000000000001", name="familias", members=(*families, "300000000000000001")),
                Channel(id="400000000000000002", name="pta-board", members=(families[1],), private=True),
            ),
        ),
        commands=(Offered(name="somewhere", does={"en": "What waits for you", "es": "Lo que le espera"}),),
        zone="America/Los_Angeles",
        clock_url=clock_url,
    )


@contextmanager
def playground(world: World, folder: Path, *arguments: str) -> Iterator[dict[str, str]]:
    """The addresses that it prints. Stopped with SIGTERM; anything but a clean end raises AssertionError."""
    file = folder / "world.json"
    file.write_text(world.model_dump_json(), encoding="utf-8")
    command = [sys.executable, "-m", "playground", str(file), *arguments]
    process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True, env=_environment())
    try:
        assert process.stdout is not None
        yield json.loads(process.stdout.readline())
        process.send_signal(signal.SIGTERM)
        rest, _ = process.communicate(timeout=15)
        assert (process.returncode, rest) == (0, "")
    finally:
        if process.poll() is None:
            process.kill()
            process.wait()


@contextmanager
def demo() -> Iterator[str]:
    """The address of its page. Stopped with Ctrl-C; anything but a clean end raises AssertionError."""
    process = subprocess.Popen(
        [sys.executable, "main.py", "demo", "--port", "0"],
        cwd=ROOT,
        env=_environment() | {"LANGUAGE": "en"},
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        assert process.stdout is not None
        ready = next(line for line in process.stdout if "http" in line)
        yield next(word for word in ready.split() if word.startswith("http"))
    finally:
        process.send_signal(signal.SIGINT)  # a kill would leave its own two processes behind
        assert process.wait(30) == 0


def _environment() -> dict[str, str]:
    """Without what would make NiceGUI believe that it runs inside a test."""
    return {name: value for name, value in os.environ.items() if not name.startswith(("PYTEST", "NICEGUI"))}
