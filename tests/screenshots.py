"""`python tests/screenshots.py FOLDER`: what people see in the demo, wide and on a phone, in both languages.
`python tests/screenshots.py FOLDER anonymous --language es --width 390`: some of it.
`python tests/screenshots.py --readme`: the picture in the README."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from itertools import product
from pathlib import Path

from support.browser import DESKTOP, PHONE, open_browser
from support.process import ROOT
from support.scenes import (
    anonymous_poll,
    broadcast,
    broadcast_files,
    broadcast_looks,
    co_chairs,
    goal,
    joined,
    joined_say,
    listening,
    measure,
    meeting,
    minutes,
    named_poll,
    other_polls,
    question,
    quiet,
    reminder,
    settings,
    small_test,
    team,
    whole_round,
)
from support.scenes.stage import CASTS, Stage, stage

README = ROOT / "docs" / "demo.png"
SIZES = {size[0]: size for size in (DESKTOP, PHONE)}
CHAPTERS: dict[str, Callable[[Stage], None]] = {
    "named": named_poll.play,
    "anonymous": anonymous_poll.play,
    "kinds": other_polls.play,
    "settings": settings.play,
    "question": question.play,
    "goal": goal.play,
    "quiet": quiet.play,
    "small-test": small_test.play,
    "measure": measure.play,
    "round": whole_round.play,
    "canvas": co_chairs.play,
    "team": team.play,
    "reminder": reminder.play,
    "meeting": meeting.play,
    "minutes": minutes.play,
    "broadcast": broadcast.play,
    "broadcast-looks": broadcast_looks.play,
    "broadcast-files": broadcast_files.play,
    "joined": joined.play,
    "joined-say": joined_say.play,
    "listening": listening.play,
}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, nargs="?", help="where the pictures go")
    parser.add_argument("chapters", nargs="*", metavar="chapter", help=f"some of: {', '.join(CHAPTERS)}")
    parser.add_argument("--language", choices=list(CASTS), action="append")
    parser.add_argument("--width", choices=list(SIZES), action="append", type=int)
    parser.add_argument("--readme", action="store_true", help=f"make {README.relative_to(ROOT)} instead")
    given = parser.parse_args()
    if given.readme == bool(given.folder) or not set(given.chapters) <= CHAPTERS.keys():
        parser.error(f"name a folder and chapters out of {', '.join(CHAPTERS)}, or say --readme")
    with open_browser() as browser:
        if given.readme:
            with stage(browser, "en", DESKTOP, None) as one:
                named_poll.ask(one)
                named_poll.answer(one)
                one.picture(README)
            return
        given.folder.mkdir(parents=True, exist_ok=True)
        for chapter, language, width in product(
            given.chapters or CHAPTERS, given.language or CASTS, given.width or SIZES
        ):
            with stage(browser, language, SIZES[width], given.folder, chapter) as one:
                CHAPTERS[chapter](one)


if __name__ == "__main__":
    main()
