"""Where the screenshots are taken: the demo's page in one language and width, and a folder for the pictures."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, Locator, Page, expect
from support.browser import open_page
from support.page import fill, open_channel, press, says, send_form, side_of, sit, type_line
from support.process import ROOT, demo

import playground.words
from bot import texts

SETTLED = 700  # milliseconds until fonts, fades and the next look have passed
PATIENCE = 30_000  # milliseconds for what the bot has to do
TALL = 1500  # pixels in which whole cards and forms fit
Size = tuple[int, int]

STAFF, FAMILIES = "lincoln-staff", "familias-de-lincoln"  # where things are asked, in English and in Spanish
PARENTS = ("Jorge Olivares", "Silvia Cantú", "Guadalupe Navarrete")


@dataclass(frozen=True)
class Cast:
    """Who of the staff asks what; the one who asks answers last. `liaison` asks in Discord."""

    staff: Sequence[str]
    liaison: str
    families: str
    question: str
    options: Sequence[str]
    other_question: str  # to be answered with yes or no

    @property
    def asks(self) -> str:
        return self.staff[-1]


CASTS = {
    "en": Cast(
        staff=("Priya Natarajan", "Jamal Whitfield", "Maria Rivera"),
        liaison="Marcus Tilley",
        families="town-square",
        question="Which evening suits you for reading night?",
        options=("Tuesday", "Thursday", "Neither works for me"),
        other_question="Shall there be child care on reading night?",
    ),
    "es": Cast(
        staff=("Beatriz Montoya", "Yesenia Cordero", "Elena Ortiz"),
        liaison="Rosa Delgado",
        families=FAMILIES,
        question="¿Qué día le conviene para la noche de lectura?",
        options=("El martes", "El jueves", "Ninguno de los dos"),
        other_question="¿Hace falta cuidado de niños en la noche de lectura?",
    ),
}


class Stage:
    """One page of the demo. Each scene is saved where a folder is given."""

    def __init__(self, page: Page, language: str, size: Size, folder: Path | None, chapter: str = "") -> None:
        self.page, self.language, self._size, self._folder, self._chapter = page, language, size, folder, chapter
        self.cast = CASTS[language]
        content = texts.read(ROOT / "content")
        self.words, self.in_english, self.in_spanish = content[language], content["en"], content["es"]
        self.page_words = playground.words.load(language)
        self._scene = 0

    def save(self, name: str, *, whole: bool = False) -> None:
        """`whole`: as if the window were tall enough for all of it."""
        if self._folder is None:
            return
        self._scene += 1
        file = f"{self._chapter}-{self.language}-{self._size[0]}-{self._scene:02}-{name}.png"
        if whole:
            self.page.set_viewport_size({"width": self._size[0], "height": TALL})
        self.picture(self._folder / file)
        if whole:
            self.page.set_viewport_size({"width": self._size[0], "height": self._size[1]})

    @contextmanager
    def unsaved(self) -> Iterator[None]:
        """What is another chapter's to show."""
        folder, self._folder = self._folder, None
        yield
        self._folder = folder

    def picture(self, file: Path) -> None:
        self.page.mouse.move(0, 0)
        self.page.evaluate("window.scrollTo(0, document.documentElement.scrollHeight)")
        self.page.wait_for_timeout(SETTLED)
        self.page.screenshot(path=file)

    # What people do there -------------------------------------------------------------------------------------------

    @property
    def form(self) -> Locator:
        return self.page.get_by_test_id("form")

    def sit(self, side: str, name: str, channel: str = "") -> None:
        sit(self.page, side, name)
        if channel:
            open_channel(self.page, side, channel)

    def open(self, side: str, channel: str) -> None:
        open_channel(self.page, side, channel)

    def home(self) -> None:
        open_channel(self.page, "slack", self.page_words.home)

    def types(self, side: str, text: str) -> None:
        type_line(self.page, side, text)

    def presses(self, side: str, text: str, **about: str | int) -> None:
        """The button that says this in the language of the page."""
        press(self.page, side, self.words(text, **about))

    def presses_label(self, side: str, label: str) -> None:
        press(self.page, side, label)

    def sees(self, side: str, text: str) -> None:
        says(self.page, side, text)

    def asks_for(self, side: str, line: str, text: str) -> None:
        """Types a command and sees this in a new message, where an older one may say the same."""
        messages = side_of(self.page, side).get_by_test_id("message")
        before = messages.count()
        type_line(self.page, side, line)
        expect(messages).to_have_count(before + 1, timeout=PATIENCE)
        expect(messages.last).to_contain_text(text)

    def pops_up(self, text: str) -> None:
        """A form, or a message in its place, that says this."""
        expect(self.form).to_be_visible(timeout=PATIENCE)
        expect(self.form).to_contain_text(text, timeout=PATIENCE)

    def fills_in(self, values: Mapping[str, str | Sequence[str]]) -> None:
        """By the labels of the fields."""
        expect(self.form).to_be_visible()
        fill(self.page, values)

    def picks(self, label: str, name: str) -> None:
        """The first with that name: in a list or, where that is long, found by typing."""
        listed = self.form.get_by_role("combobox", name=label, exact=True)
        if listed.count():
            listed.click()
            self.page.get_by_role("option", name=name).first.click()
        else:
            self.form.get_by_role("textbox", name=label, exact=True).fill(name)
            self.form.get_by_test_id("suggestions").get_by_role("button", name=name).first.click()

    def sends(self) -> None:
        send_form(self.page)

    def closes_form(self) -> None:
        self.form.get_by_role("button", name=self.page_words.close_form, exact=True).click()
        expect(self.form).not_to_be_visible()

    def front(self, side: str) -> None:
        """On a phone one side is to be seen at a time."""
        side_of(self.page, side)

    def to_the_top(self, side: str) -> None:
        """Of the newest message."""
        newest = side_of(self.page, side).get_by_test_id("message").last
        newest.evaluate("element => element.scrollIntoView({block: 'start'})")


def warm_up(page: Page, language: str) -> None:
    """What the bot does first takes longest: on a busy machine, too long for a command."""
    sit(page, "slack", "Maria Rivera")
    open_channel(page, "slack", playground.words.load(language).home)
    expect(side_of(page, "slack").get_by_test_id("message").first).to_be_visible(timeout=4 * PATIENCE)


@contextmanager
def stage(browser: Browser, language: str, size: Size, folder: Path | None, chapter: str = "") -> Iterator[Stage]:
    with demo() as url:
        with open_page(browser, size) as before:  # the page remembers who sat there
            before.goto(f"{url}?lang={language}")
            warm_up(before, language)
        with open_page(browser, size) as page:
            page.goto(f"{url}?lang={language}")
            yield Stage(page, language, size, folder, chapter)
