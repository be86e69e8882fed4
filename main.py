"""The command line."""

from __future__ import annotations

import argparse
import gc
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot.operations.settings import Settings


def main() -> int:
    chosen = _parser().parse_args()
    gc.disable()  # what imports make stays: looking through it for garbage takes a fifth of the start
    command = _command(chosen)
    gc.enable()
    from bot.operations.opening import KEPT_OUT

    try:
        return command()
    except KEPT_OUT as error:
        print(error, file=sys.stderr)
        return 1


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="start-somewhere", description="Start Somewhere, for the people who run public schools together"
    )
    commands = parser.add_subparsers(dest="command", required=True)
    commands.add_parser("run", help="the bot, connected to every platform that has a token")
    commands.add_parser("web", help="one of several processes on PostgreSQL: what Slack calls over HTTP")
    commands.add_parser("worker", help="one of several processes on PostgreSQL: everything else")
    commands.add_parser("migrate", help="brings the database to what this version needs")
    commands.add_parser("load", help="reads a district's files into the database").add_argument("folder", type=Path)
    coded = commands.add_parser("code", help="prints a code that ties a workspace to a district")
    coded.add_argument("district", help="its key in district.yaml")
    calendar = commands.add_parser(
        "calendar", help="reads days without school from an iCal or CSV file, and shows them"
    )
    calendar.add_argument("file", type=Path, nargs="?", help="of at most 10 MB; none with --undo")
    calendar.add_argument("--district", default="", help="its key in district.yaml, if there are several")
    calendar.add_argument("--apply", action="store_true", help="takes them over; otherwise nothing is changed")
    calendar.add_argument("--undo", action="store_true", help="takes back the calendar that was taken over last")
    commands.add_parser("check", help="says what is in order and what is to be done, and changes nothing")
    commands.add_parser("new-key", help="prints a key for CONNECTION_KEYS")
    commands.add_parser("reseal", help="closes all that is sealed in the database with the first of the keys")
    trial = commands.add_parser("demo", help="the bot with a pretend Slack and a pretend Discord, in the browser")
    trial.add_argument("--port", type=int, default=8080, help="of the page; any free one if it is taken")
    return parser


def _command(chosen: argparse.Namespace) -> Callable[[], int]:
    """What was asked for. Imports what that takes: all of it takes a second, which no `--help` has to wait for."""
    from bot.operations import logs

    settings = _settings()
    logs.configure(settings.log_level)
    if chosen.command in ("run", "web", "worker"):
        import wiring

        return partial(wiring.work, settings, chosen.command)
    if chosen.command == "demo":
        import demo

        return partial(demo.show, chosen.port)

    if chosen.command == "calendar":
        return _calendar(chosen, settings)
    if chosen.command == "check":
        return _check(settings)

    from bot.operations import commands

    match chosen.command:
        case "load":
            return partial(commands.load, settings, chosen.folder)
        case "code":
            return partial(commands.code, settings, chosen.district)
        case "new-key":
            return commands.new_key
        case "reseal":
            return partial(commands.reseal, settings)
        case _:
            return partial(commands.migrate, settings)


def _settings() -> Settings:
    """Ends with a line for each that cannot be, without what was given: it may be a token on the wrong line."""
    from pydantic import ValidationError

    from bot.operations.settings import Settings

    try:
        return Settings()
    except ValidationError as error:
        wrong = [(str(one["loc"][0]).upper(), one["msg"].removeprefix("Value error, ")) for one in error.errors()]
        sys.exit("\n".join(f"{name}: {why}" for name, why in wrong))


def _calendar(chosen: argparse.Namespace, settings: Settings) -> Callable[[], int]:
    from bot import texts
    from bot.operations import school_calendar

    words, now = texts.read(Path(__file__).parent / "content"), datetime.now(UTC)
    if chosen.undo:
        return partial(school_calendar.undo, settings, words, chosen.district, now)
    if chosen.file is None:
        _parser().error("calendar: which file?")
    return partial(school_calendar.take, settings, words, chosen.file, chosen.district, now, applying=chosen.apply)


def _check(settings: Settings) -> Callable[[], int]:
    import connecting
    from bot import texts
    from bot.operations import checking

    words = texts.here(texts.read(Path(__file__).parent / "content"))
    return partial(checking.check, settings, words, connecting.looks(settings))


if __name__ == "__main__":
    sys.exit(main())
