"""Neutral titles, in both languages, into which a group sorts what its own people wrote. What is written under them
stays as it is; `ratings` asks which of them matter."""

from __future__ import annotations

from sqlalchemy import JSON
from sqlalchemy.orm import Mapped, mapped_column

from bot.boundary import TextField
from bot.drafts import Wrong
from bot.request import Request
from bot.texts import Words

TITLE_MOST = 80  # characters
TITLES = {"en": "title_en", "es": "title_es"}  # fields of a form, by language


class Titled:
    """Of a table of titles. `counts`: by group, how many said what of it; None: it was not rated to the end. `place`:
    among those rated with it; None: nor did any group count."""

    id: Mapped[int] = mapped_column(primary_key=True)
    titles: Mapped[dict[str, str]] = mapped_column(JSON)  # by language
    counts: Mapped[dict[str, list[int]] | None] = mapped_column(JSON)
    place: Mapped[int | None]

    def title(self, language: str) -> str:
        return self.titles.get(language) or next(iter(self.titles.values()))


def fields(words: Words, there: dict[str, str], hint: str, *, optional: bool = False) -> tuple[TextField, ...]:
    """Of a form that asks for a title; `there`: what it is now."""
    labels = {"en": words("theme-title-en"), "es": words("theme-title-es")}
    return tuple(
        TextField(name, labels[language], hint, there.get(language, ""), TITLE_MOST, optional=optional)
        for language, name in TITLES.items()
    )


def read(request: Request) -> tuple[dict[str, str], Wrong]:
    """The title by language, and what is wrong with it."""
    given = {language: request.given(name) for language, name in TITLES.items()}
    wrong: Wrong = {
        TITLES[language]: request.words("theme-wrong-title", most=TITLE_MOST)
        for language, title in given.items()
        if not title or len(title) > TITLE_MOST
    }
    return given, wrong
