"""Imports point one way, and nothing happens on import."""

from __future__ import annotations

import ast
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
FILES = [
    *ROOT.glob("*.py"),
    *(path for folder in ("adapters", "bot", "playground") for path in ROOT.glob(f"{folder}/**/*.py")),
]
MODULES = {".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__"): path for path in FILES}
TOP = {path.stem for path in ROOT.glob("*.py")}
FEATURES = {f"bot.{path.parent.name}" for path in ROOT.glob("bot/*/routes.py")} - {"bot.bridge"}
CARRYING = {"bot.boundary", "bot.storage", "bot.texts"}  # what everything rests on

# Who may not import what, unless it is excepted.
FORBIDDEN: dict[str, tuple[set[str], set[str]]] = {
    "": ({"main"}, set()),
    "bot": ({"adapters", "playground", *TOP, "slack_bolt", "slack_sdk", "discord"}, set()),
    "adapters": ({"bot", "playground", *TOP}, {"bot.boundary"}),
    "adapters.discord": ({"adapters.slack"}, set()),
    "adapters.slack": ({"adapters.discord"}, set()),
    "playground": ({"bot", "adapters", *TOP}, set()),
    "bot.boundary": ({"bot"}, {"bot.boundary"}),
    "bot.storage": ({"bot"}, {"bot.storage"}),
    "bot.delivery": ({"bot"}, {"bot.delivery", *CARRYING}),
    "bot.people": ({"bot"}, {"bot.people", "bot.delivery", "bot.timetable", *CARRYING}),
    "bot.bridge": (FEATURES, set()),
    **{feature: (FEATURES | {"bot.routes", "bot.frame"}, {feature}) for feature in sorted(FEATURES)},
}
# Run in a fresh interpreter: imports all that is named, and ends with what was done besides.
IMPORT_ALL = """
import importlib, sys
happened = []
WATCHED = ("socket.bind", "socket.connect", "sqlite3.connect")
sys.addaudithook(lambda event, _: happened.append(event) if event in WATCHED else None)
for name in sys.argv[1:]:
    importlib.import_module(name)
import threading
threads = [thread.name for thread in threading.enumerate() if thread is not threading.main_thread()]
sys.exit(", ".join(happened + threads) or 0)
"""


def imports(path: Path) -> Iterator[str]:
    """`a.b.c` for both `import a.b.c` and `from a.b import c`."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert not node.level, f"{path}: imports are absolute"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def within(name: str, packages: set[str]) -> bool:
    return any(f"{name}.".startswith(f"{package}.") for package in packages)


@pytest.mark.parametrize("importer", FORBIDDEN)
def test_imports_point_one_way(importer: str) -> None:
    forbidden, excepted = FORBIDDEN[importer]
    wrong = [
        f"{module} imports {name}"
        for module, path in MODULES.items()
        if not importer or within(module, {importer})
        for name in imports(path)
        if within(name, forbidden) and not within(name, excepted)
    ]
    assert not wrong


def test_nothing_happens_on_import(tmp_path: Path) -> None:
    """No connection, thread or file; and no settings are read, or these would be refused."""
    unreadable = {**os.environ, "PYTHONPATH": str(ROOT), "PORT": "no number"}
    modules = [
        name for name in MODULES if not name.startswith("bot.storage.migrations") and not name.endswith("__main__")
    ]
    done = subprocess.run(
        [sys.executable, "-c", IMPORT_ALL, *modules], cwd=tmp_path, env=unreadable, capture_output=True, text=True
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert not list(tmp_path.iterdir())
