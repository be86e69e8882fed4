"""`python tests/screenshots.py FOLDER`: a poll in the demo from start to result, wide and on a phone, both languages.
`python tests/screenshots.py --readme`: the picture in the README."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import product
from pathlib import Path

from playwright.sync_api import Browser, Page, expect
from support.browser import DESKTOP, PHONE, open_browser, open_page
from support.page import fill, open_channel, press, says, send_form, side_of, sit, type_line
from support.process import ROOT, demo

import playground.words
from bot import texts

VOTES = (0, 1, 1, 2, 0, 1)  # the families', then the staff's, by position of the option
SETTLED = 700  # milliseconds until fonts, fades and the next look have passed
README = ROOT / "docs" / "demo.png"
Size = tuple[int, int]


STAFF, FAMILIES = "lincoln-staff", "familias-de-lincoln"  # where it is asked, in English and in Spanish
PARENTS = ("Jorge Olivares", "Silvia Cantú", "Guadalupe Navarrete")


@dataclass(frozen=True)
class Cast:
    """Who of the staff asks what; the one who asks answers last."""

    staff: Sequence[str]
    question: str
    options: Sequence[str]

    @property
    def asks(self) -> str:
        return self.staff[-1]


CASTS = {
    "en": Cast(
        staff=("Priya Natarajan", "Jamal Whitfield", "Maria Rivera"),
        question="Which evening suits you for reading night?",
        options=("Tuesday", "Thursday", "Neither works for me"),
    ),
    "es": Cast(
        staff=("Beatriz Montoya", "Yesenia Cordero", "Elena Ortiz"),
        question="¿Qué día le conviene para la noche de lectura?",
        options=("El martes", "El jueves", "Ninguno de los dos"),
    ),
}


class Story:
    """One poll, told on one page; each scene is saved where a folder is given."""

    def __init__(self, page: Page, language: str, size: Size, folder: Path | None) -> None:
        self._page, self._language, self._size, self._folder = page, language, size, folder
        self._cast = CASTS[language]
        content = texts.read(ROOT / "content")
        self._says, self._in_english, self._in_spanish = content[language], content["en"], content["es"]
        self._page_says = playground.words.load(language)
        self._scene = 0

    def save(self, name: str) -> None:
        if self._folder is None:
            return
        self._scene += 1
        self.picture(self._folder / f"{self._language}-{self._size[0]}-{self._scene:02}-{name}.png")

    def picture(self, file: Path) -> None:
        self._page.mouse.move(0, 0)
        self._page.wait_for_timeout(SETTLED)
        self._page.screenshot(path=file)

    def ask(self) -> None:
        page, say, cast = self._page, self._says, self._cast
        self.save("welcome")
        sit(page, "slack", cast.asks)
        says(page, "slack", say("home-title", name=cast.asks))
        self.save("home")
        press(page, "slack", say("poll-start"))
        expect(page.get_by_test_id("form")).to_be_visible()
        self.save("form-empty")
        fill(page, self._filled_in() | {say("poll-form-options"): cast.options[0]})
        send_form(page)
        expect(page.get_by_test_id("form")).to_contain_text(say("poll-wrong-options-count", count=1, least=2, most=10))
        self.save("form-refused")
        fill(page, self._filled_in())
        self.save("form-filled")
        send_form(page)
        expect(page.get_by_test_id("form")).to_contain_text(say("poll-preview-title"))
        self.save("preview")
        press(page, "slack", say("poll-post"))
        expect(page.get_by_test_id("form")).to_contain_text(say("poll-undo"))
        self.save("posted")
        page.get_by_test_id("form").get_by_role("button", name=self._page_says.close_form, exact=True).click()
        expect(page.get_by_test_id("form")).not_to_be_visible()
        open_channel(page, "slack", self._page_says.home)
        says(page, "slack", cast.question)
        self.save("home-with-poll")

    def _filled_in(self) -> dict[str, str | Sequence[str]]:
        say, cast = self._says, self._cast
        return {
            say("poll-form-question"): cast.question,
            say("poll-form-options"): "\n".join(cast.options),
            say("poll-form-places"): [f"#{STAFF} (Slack)", f"#{FAMILIES} (Discord)"],
        }

    def answer(self) -> None:
        page, cast = self._page, self._cast
        for place in (0, 1, 2):
            sit(page, "discord", PARENTS[place])
            open_channel(page, "discord", FAMILIES)
            says(page, "discord", cast.question)
            if place == 0:
                self.save("families-asked")
            press(page, "discord", cast.options[VOTES[place]])
            says(page, "discord", self._in_spanish("poll-card-voters", count=place + 1))
        self.save("families-answered")
        for place in (0, 1, 2):
            sit(page, "slack", cast.staff[place])
            open_channel(page, "slack", STAFF)
            says(page, "slack", cast.question)
            press(page, "slack", cast.options[VOTES[3 + place]])
            says(page, "slack", self._in_english("poll-card-voters", count=4 + place))
        says(page, "discord", self._in_spanish("poll-card-voters", count=6))
        side_of(page, "slack")
        self.save("staff-answered")

    def look_around(self) -> None:
        page, say = self._page, self._says
        press(page, "slack", self._in_english("poll-who-sees"))
        says(page, "slack", say("poll-who-sees-live"))
        self.save("who-sees")
        press(page, "slack", self._in_spanish("language-name"))
        self.save("other-language")
        side_of(page, "slack").get_by_test_id("write").fill("/")
        self.save("commands")
        side_of(page, "slack").get_by_test_id("write").fill("")
        type_line(page, "slack", "/poll ? | ?")
        self.save("refused-line")
        type_line(page, "discord", "/somewhere")
        says(page, "discord", self._in_spanish("home-title", name=PARENTS[-1]))
        self.save("families-home")

    def close(self) -> None:
        page = self._page
        page.get_by_test_id("clock").get_by_role("button", name=self._page_says.tomorrow).click()
        expect(page.get_by_test_id("clock")).to_contain_text("5:00", timeout=30_000)
        self.save("later")
        for side, place in (("discord", FAMILIES), ("slack", STAFF)):
            open_channel(page, side, place)
            closed = self._in_english if side == "slack" else self._in_spanish
            says(page, side, closed("poll-card-closed", when="|", seat="|").partition("|")[0].strip())
            self.save(f"result-{side}")


@contextmanager
def story(browser: Browser, language: str, size: Size, folder: Path | None) -> Iterator[Story]:
    with demo() as url, open_page(browser, size) as page:
        page.goto(f"{url}?lang={language}")
        yield Story(page, language, size, folder)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, nargs="?", help="where the pictures go")
    parser.add_argument("--readme", action="store_true", help=f"make {README.relative_to(ROOT)} instead")
    given = parser.parse_args()
    if given.readme == bool(given.folder):
        parser.error("name a folder, or say --readme")
    with open_browser() as browser:
        if given.readme:
            with story(browser, "en", DESKTOP, None) as one:
                one.ask()
                one.answer()
                one.picture(README)
        else:
            given.folder.mkdir(parents=True, exist_ok=True)
            for language, size in product(CASTS, (DESKTOP, PHONE)):
                with story(browser, language, size, given.folder) as one:
                    one.ask()
                    one.answer()
                    one.look_around()
                    one.close()


if __name__ == "__main__":
    main()
