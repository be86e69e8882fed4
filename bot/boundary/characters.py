"""Characters that act without being seen: they hide words, turn lines around, part what a pattern looks for, or make
one address look like another. Sources: Unicode's UAX 9 (direction), UTS 39 (look-alikes), UTS 51 (emoji), and RFC 5892
(joiners).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator

MARKS = 4  # on one character; no language in use needs more
JOINERS = "\u200c\u200d"
VIRAMA = 9  # its combining class
_HARMLESS = re.compile("[\n -~\u00a0-\u00ac\u00ae-\u02ff\u2010-\u2027\u2030-\u205e]*")  # nearly all that is written
_UNSEEN = re.compile("[\u034f\u115f\u1160\u17b4\u17b5\u2065\u3164\uffa0\ufff0-\ufff8\U000e0000-\U000e0fff]")
_SEEN = re.compile("[\u0600-\u0605\u06dd\u070f\u0890\u0891\u08e2\U000110bd\U000110cd]")  # Cf, but signs before numbers
_SELECTOR = re.compile("[\u180b-\u180d\u180f\ufe00-\ufe0f\U000e0100-\U000e01ef]")  # a variant of what it follows
_VARIES = re.compile("[\u203c\u2049\u2139\u3030]")  # besides symbols, and letters that have no case
_JOINED = re.compile("[\u0600-\u109f\u1780-\u18af\ua800-\uabff\U00010a00-\U00011fff]")  # in scripts that need joiners
_WHOLE = re.compile(
    "[#*0-9]\ufe0f\u20e3"  # keycaps, and the flags of England, Scotland and Wales: all that tags are for
    "|\U0001f3f4\U000e0067\U000e0062(?:\U000e0065\U000e006e\U000e0067|\U000e0073\U000e0063\U000e0074"
    "|\U000e0077\U000e006c\U000e0073)\U000e007f"
)
_LOOK_ALIKE = {
    "\u2212": "-",
    "\u02d7": "-",
    "\u3002": ".",
    "\u00b7": ".",
    "\u30fb": ".",
}  # besides what NFKC makes the same
_BLANK = "\u2800\ufffc"  # a blank in braille, and in place of an object


def clean(text: str) -> str:
    """The text without them, but with what languages and emoji need of them: joiners, variants, some marks."""
    return text if _HARMLESS.fullmatch(text) else "".join(_kept(text))


def folded(text: str) -> str:
    """For comparing only: as the eye reads it, each character in its plainest form, and none that is unseen."""
    if text.isascii():  # as most is
        return text
    seen = (one for one in unicodedata.normalize("NFKC", text) if not _is_unseen(one))
    return "".join(_plainest(seen))


def _plainest(text: Iterable[str]) -> Iterator[str]:
    before = ""
    for one in text:
        category = unicodedata.category(one)
        if category in ("Mn", "Me") and (
            before.isdecimal() or before in ("-", ".")
        ):  # a keycap, a line below or across
            continue
        before = "-" if category == "Pd" else _LOOK_ALIKE.get(one, one)
        yield before


def _is_unseen(one: str) -> bool:
    return unicodedata.category(one) == "Cf" or one in _BLANK or bool(_UNSEEN.match(one) or _SELECTOR.match(one))


def _kept(text: str) -> Iterator[str]:
    before, marks, at = "", 0, 0  # what was kept last, and the marks on its base
    while at < len(text):
        whole = _WHOLE.match(text, at)
        piece = whole[0] if whole else text[at]
        at += len(piece)
        category = unicodedata.category(piece[0])
        if not whole:
            marks += category in ("Mn", "Me")
            piece = _fit(piece, category, before, marks, _following(text, at) if piece in JOINERS else "")
            if piece and category not in ("Mn", "Me") and piece not in JOINERS:
                marks = 0
        if piece:
            yield piece
            before = piece[-1]


def _fit(one: str, category: str, before: str, marks: int, after: str) -> str:
    """It, what stands for it, or nothing."""
    if one in JOINERS:
        return one if _joins(one, before, after) else ""
    if _SELECTOR.match(one):
        return one if before and (unicodedata.category(before) in ("Lo", "So", "Sm") or _VARIES.match(before)) else ""
    if _goes(one):
        return ""
    if category in ("Cc", "Zl", "Zp"):
        return "\n" if one in "\n\u2028\u2029" else " " * one.isspace()
    if category in ("Mn", "Me"):
        return one if before.strip() and marks <= MARKS else ""
    return one


def _goes(one: str) -> bool:
    """Whatever is around it."""
    category = unicodedata.category(one)
    hides = category == "Cf" and not _SEEN.match(one) and one not in JOINERS
    return hides or category == "Cs" or bool(_UNSEEN.match(one))


def _following(text: str, at: int) -> str:
    """What will stand there, as a second look would find it."""
    while at < len(text) and _goes(text[at]):
        at += 1
    return text[at : at + 1]


def _joins(joiner: str, before: str, after: str) -> bool:
    """Emoji, or letters of a script that joins them; where a letter's own vowel was taken off, also at a word's end."""
    if not before:
        return False
    if joiner == "\u200d" and _is_emoji(after):
        return _is_emoji(before) or before == "\ufe0f" or unicodedata.category(before) == "Sk"
    joined = _JOINED.match(before) is not None and unicodedata.category(before)[0] in "LM"
    return joined and (unicodedata.combining(before) == VIRAMA or _JOINED.match(after) is not None)


def _is_emoji(one: str) -> bool:
    """Those that Unicode has added since this Python are unassigned to it."""
    return bool(one) and (unicodedata.category(one) == "So" or "\U0001f000" <= one <= "\U0001faff")
