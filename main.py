"""The command line."""

from __future__ import annotations

import argparse
import gc
import os
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bot.boundary.terminal import Stopped, line
from bot.operations.terminal import CONTENT, Terminal, language

if TYPE_CHECKING:
    from bot.operations.settings import Settings
    from bot.texts import Words


def main() -> int:
    gc.disable()  # what imports make stays: looking through it for garbage takes a fifth of the start
    terminal = Terminal(language(os.environ))
    chosen = _parser(terminal.words).parse_args()
    try:
        command = _command(chosen, terminal)
        gc.enable()
        return command()
    except Stopped as error:
        terminal.warn(*error.lines)
        return 1


def _parser(words: Words) -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="start-somewhere", description=words("does-this"))
    commands = parser.add_subparsers(dest="command", required=True)
    commands.add_parser("run", help=words("does-run"))
    commands.add_parser("web", help=words("does-web"))
    commands.add_parser("worker", help=words("does-worker"))
    commands.add_parser("migrate", help=words("does-migrate"))
    commands.add_parser("load", help=words("does-load")).add_argument("folder", type=Path)
    coded = commands.add_parser("code", help=words("does-code"))
    coded.add_argument("district", help=words("does-code-district"))
    calendar = commands.add_parser("calendar", help=words("does-calendar"))
    calendar.add_argument("file", type=Path, nargs="?", help=words("does-calendar-file"))
    calendar.add_argument("--district", default="", help=words("does-calendar-district"))
    calendar.add_argument("--apply", action="store_true", help=words("does-calendar-apply"))
    calendar.add_argument("--undo", action="store_true", help=words("does-calendar-undo"))
    commands.add_parser("check", help=words("does-check"))
    commands.add_parser("new-key", help=words("does-new-key"))
    commands.add_parser("reseal", help=words("does-reseal"))
    trial = commands.add_parser("demo", help=words("does-demo"))
    trial.add_argument("--port", type=int, default=8080, help=words("does-demo-port"))
    return parser


def _command(chosen: argparse.Namespace, terminal: Terminal) -> Callable[[], int]:
    """What was asked for. Imports what that takes: all of it takes a second, which no `--help` has to wait for.
    Raises Stopped."""
    from bot.operations import logs

    settings = _settings()
    logs.configure(settings.log_level)
    if chosen.command in ("run", "web", "worker"):
        import wiring

        return partial(wiring.work, settings, chosen.command, terminal)
    if chosen.command == "demo":
        import demo

        return partial(demo.show, chosen.port, terminal)

    if chosen.command == "calendar":
        return _calendar(chosen, settings, terminal)
    if chosen.command == "check":
        return _check(settings, terminal)

    from bot.operations import commands

    match chosen.command:
        case "load":
            return partial(commands.load, settings, chosen.folder, terminal)
        case "code":
            return partial(commands.code, settings, chosen.district)
        case "new-key":
            return commands.new_key
        case "reseal":
            return partial(commands.reseal, settings)
        case _:
            return partial(commands.migrate, settings)


def _settings() -> Settings:
    """Raises Stopped."""
    from bot.operations import settings

    return settings.read()


def _calendar(chosen: argparse.Namespace, settings: Settings, terminal: Terminal) -> Callable[[], int]:
    from bot import texts
    from bot.operations import school_calendar

    words, now = texts.read(CONTENT), datetime.now(UTC)
    given: dict[str, Any] = {"language": terminal.language}
    if chosen.undo:
        return partial(school_calendar.undo, settings, words, chosen.district, now, **given)
    if chosen.file is None:
        raise Stopped(line("terminal-which-file"))
    given["applying"] = chosen.apply
    return partial(school_calendar.take, settings, words, chosen.file, chosen.district, now, **given)


def _check(settings: Settings, terminal: Terminal) -> Callable[[], int]:
    import connecting
    from bot.operations import checking

    return partial(checking.check, settings, terminal.words, connecting.looks(settings))


if __name__ == "__main__":
    sys.exit(main())
