"""What a text is found by, and how much two are alike: its words without case and accents, and what a word shares with
its other forms.

Both databases look for these and nothing else, so they find the same. Their own stemmers are not used: they turn
"computi", halfway typed, into something with which no word begins.
"""

from __future__ import annotations

import re
import unicodedata
from difflib import SequenceMatcher

WORD = re.compile(r"[^\W_]+")
LONGEST = 40  # characters of a word
MOST = 24  # words that are looked for
READ = 3000  # characters that are looked at
RUN = 3  # words one after the other, from which on they are somebody's
SAME = 0.6  # of somebody's words, word for word, from which on a text is theirs still
SMALL = """
a about all am an and any are as at be been but by can could did do does for from get had has have he her him his how
i if in into is it its just may me my need no not of on one or our out please she should so some than that the their
them then there these they this to too up us was we were what when where which who whom whose why will with would you
your al algo alguien alguna algunas alguno algunos aqui asi aun con como cual cuales cuando cuanto cuantos de del
desde donde e el ella ellas ellos en entre era es esa esas ese eso esos esta estan estas este esto estos favor fue ha
han hasta hay la las le les lo los mas me mi mis muy ni nos nuestra nuestro o para pero por porque puede pueden puedo
que quien quienes se sea ser si sin sobre son su sus tambien te tiene tienen tengo toda todas todo todos tu un una
unas uno unos usted ustedes y ya yo
"""
SAYS_NOTHING = frozenset(SMALL.split())  # in English and Spanish


def words(text: str) -> list[str]:
    plain = unicodedata.normalize("NFKD", text[:READ].casefold())
    bare = "".join(one for one in plain if not unicodedata.combining(one))
    return [word[:LONGEST] for word in WORD.findall(bare)]


def looked_for(text: str) -> list[str]:
    """The beginnings of the words that are wanted, each once; none if there is not a word in it."""
    every = words(text)
    telling = [word for word in every if word not in SAYS_NOTHING] or every
    return list(dict.fromkeys(map(beginning, telling)))[:MOST]


def beginning(word: str) -> str:
    """ "kits" is found as "kit", "libraries" and "library" as "libra", "horarios" as "horar"."""
    if word.endswith("es") and len(word) > 5:
        word = word[:-2]
    elif word.endswith("s") and len(word) > 3:
        word = word[:-1]
    return word[:-2] if len(word) > 6 else word


def share(wanted: list[str], text: str) -> float:
    """How much of what is wanted is in the text, from 0 to 1."""
    return _common(wanted, text) / len(wanted) if wanted else 0.0


def likeness(one: str, other: str) -> float:
    """How much of the one text is in the other, or the other way round if that is more, from 0 to 1; a single word that
    both have says too little."""
    ways = ((looked_for(one), other), (looked_for(other), one))
    return max((share(wanted, text) for wanted, text in ways if _common(wanted, text) >= 2), default=0.0)


def wording(one: str, other: str) -> float:
    """How much of the one text is in the other word for word, in runs of a few words, from 0 to 1. That both are about
    the same counts for nothing."""
    mine, theirs = words(one), words(other)
    if len(mine) <= RUN:
        return float(mine == theirs)
    runs = SequenceMatcher(None, mine, theirs, autojunk=False).get_matching_blocks()
    return sum(run.size for run in runs if run.size >= RUN) / len(mine)


def says_again(original: str, text: str) -> bool:
    """Whether a text is somebody's words still, with a little left out, changed or added."""
    return wording(original, text) >= SAME


def _common(wanted: list[str], text: str) -> int:
    there = words(text)
    return sum(any(word.startswith(one) for word in there) for one in wanted)
