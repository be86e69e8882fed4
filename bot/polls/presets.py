"""Ready-made answers, how any answer is called in the reader's language, and the buttons that take it back."""

from __future__ import annotations

import unicodedata
from collections.abc import Collection

from bot.boundary import Button
from bot.polls.model import (
    AGREE,
    BLOCK,
    CONCERN,
    LIVE_WITH,
    ON_BUTTON_MOST,
    WRITTEN,
    Kind,
    Option,
    Poll,
    Vote,
)
from bot.texts import Texts, Words

YES_OR_NO = ("yes", "no")
CONSENTS = (AGREE, LIVE_WITH, CONCERN, BLOCK)
CONSENT_SET = "poll-set-consent"
# Lists that can be asked for by name, "=days": the text that is the name, and the answers.
SETS = {
    "poll-set-days": ("monday", "tuesday", "wednesday", "thursday", "friday"),
    "poll-set-times": ("before-school", "during-school", "after-school", "evening", "weekend"),
    "poll-set-ready": ("ready-now", "ready-almost", "ready-help", "ready-not"),
    "poll-set-often": ("always", "often", "sometimes", "seldom", "never"),
    CONSENT_SET: CONSENTS,
}
SHORT = 40  # characters of a label where many stand in a line
NAME_MOST = 40  # characters of a name that nothing has
MARK = "="  # before the name of a list
SAYINGS = {
    "yes": "poll-ready-yes",
    "no": "poll-ready-no",
    AGREE: "poll-ready-agree",
    LIVE_WITH: "poll-ready-live-with",
    CONCERN: "poll-ready-concern",
    BLOCK: "poll-ready-block",
    WRITTEN: "poll-ready-written",
    "monday": "poll-ready-monday",
    "tuesday": "poll-ready-tuesday",
    "wednesday": "poll-ready-wednesday",
    "thursday": "poll-ready-thursday",
    "friday": "poll-ready-friday",
    "before-school": "poll-ready-before-school",
    "during-school": "poll-ready-during-school",
    "after-school": "poll-ready-after-school",
    "evening": "poll-ready-evening",
    "weekend": "poll-ready-weekend",
    "ready-now": "poll-ready-ready-now",
    "ready-almost": "poll-ready-ready-almost",
    "ready-help": "poll-ready-ready-help",
    "ready-not": "poll-ready-ready-not",
    "always": "poll-ready-always",
    "often": "poll-ready-often",
    "sometimes": "poll-ready-sometimes",
    "seldom": "poll-ready-seldom",
    "never": "poll-ready-never",
}


def label(option: Option, words: Words) -> str:
    """What it says, ready-made or not."""
    return words(SAYINGS[option.ready]) if option.ready else option.label


def short(option: Option, words: Words) -> str:
    """Of those that are too long for a button, with the number."""
    text = label(option, words)
    if len(text) > ON_BUTTON_MOST:
        text = numbered(option, words)
    return text if len(text) <= SHORT else f"{text[: SHORT - 1]}…"


def numbered(option: Option, words: Words) -> str:
    return f"{option.position + 1}. {label(option, words)}"


def named(name: str, texts: Texts) -> str | None:
    """Which list that is, in whatever language it is called so, with accents or without."""
    plain = _plain(name.removeprefix(MARK))
    return next((one for one in SETS if plain in map(_plain, texts.in_all(one))), None)


def names(words: Words) -> list[str]:
    return [MARK + words(one) for one in SETS]


def _plain(name: str) -> str:
    parts = unicodedata.normalize("NFKD", name.strip().casefold())
    return "".join(part for part in parts if not unicodedata.combining(part))


def taking_back(poll: Poll, chosen: Collection[int], words: Words) -> tuple[Button, ...]:
    """One for each option that somebody has chosen; of an anonymous poll and of a ranking for all of it."""
    if poll.anonymous or poll.kind is Kind.RANKED:
        return (Button(words("poll-take-all-back"), "poll.take-back", str(poll.id)),)
    options = [option for option in poll.options if option.id in chosen]
    return tuple(
        Button(words("poll-take-back", option=short(option, words)), "poll.take-back", str(Vote(poll.id, option.id)))
        for option in options
    )
