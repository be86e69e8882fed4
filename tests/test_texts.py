"""The words: every one that the code says is there, in both languages, and fits where it stands."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot import playbook, routes, texts
from bot.people.cards import TITLES
from bot.texts import TextError, Words

ROOT = Path(__file__).parent.parent
CODE = [*ROOT.glob("*.py"), *ROOT.glob("bot/**/*.py"), *ROOT.glob("adapters/**/*.py")]
TEXTS = texts.read(ROOT / "content")
VARIABLES = TEXTS["en"].variables
COMMANDS = {f"command-{name}-{what}" for name in routes.HOUSE.commands for what in ("does", "hint")} | {
    f"shortcut-{name}-does" for name in routes.HOUSE.shortcuts
}

TYPED = {f"typed-{name}" for name in (*routes.HOUSE.commands, *routes.HOUSE.subcommands) if name != "somewhere"}
ABRIDGED = {"step-ask-them", "moderated-ask-button", "shown-as-me", "shown-as-unnamed"}  # with a name as long as it is
PLAYBOOK = playbook.names()

# Where a text stands, by the call and the argument that it is given to, and how many characters fit there.
ROOM = {
    ("Button", 0): 75,
    ("Choice", 1): 75,
    ("Form", "cancel"): 24,
    ("Form", "submit"): 24,
    ("Form", "title"): 24,
    ("Heading", 0): 150,
    ("TextField", 1): 45,
    ("TextField", 2): 100,
    ("choices", 1): 45,
    ("forms.choices", 1): 45,
    ("picks.field", 1): 45,
    ("several", 1): 45,
}
# The longest that each variable of such a text is filled in with.
LONGEST = {
    "begin": "x" * 30,
    "board": "x" * 50,
    "committee": "x" * 50,
    "count": 1000,
    "days": 5,
    "kind": "x" * 50,
    "language": "Spanish",
    "least": 2,
    "minutes": 120,
    "most": 10,
    "name": "x" * 75,
    "option": "x" * 40,
    "platform": "Discord",
    "seconds": 120,
    "sure": 5,
    "text": "x" * 75,
    "unit": "x" * 30,
    "what": "12:00 AM to 12:00 PM",
}
# "tú", where the bot says "usted".
FAMILIAR = r"\b(tú|tu|tus|ti|contigo|puedes|quieres|tienes|debes|haz)\b"


def calls() -> Iterator[ast.Call]:
    for path in CODE:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call):
                yield node


def literals(node: ast.expr) -> Iterator[str]:
    """The strings that an argument can be: `"a"`, or `"a" if … else "b"`."""
    match node:
        case ast.Constant(value=str(text)):
            yield text
        case ast.IfExp():
            yield from literals(node.body)
            yield from literals(node.orelse)


def is_saying(call: ast.Call) -> bool:
    """`words("…")`, `request.words("…")`, `texts[language]("…")`, `self._say("…")`."""
    return bool(re.search(r"(words|_say|texts\[.*\])$", ast.unparse(call.func), re.IGNORECASE))


def said() -> Iterator[tuple[str, set[str | None]]]:
    """Each message that is said by its name, with the names of the variables that it is given."""
    for call in calls():
        for name in (name for argument in call.args for name in literals(argument)):
            if name in VARIABLES or is_saying(call):
                labels = ast.unparse(call.func) in ("NoticeKind", "Section")  # said elsewhere, without variables
                yield name, set() if labels else {keyword.arg for keyword in call.keywords}


def standing() -> Iterator[tuple[str, int]]:
    """Each message that is given right to where it stands, and the room there."""
    for call in calls():
        given = [*enumerate(call.args), *((keyword.arg, keyword.value) for keyword in call.keywords)]
        for place, argument in given:
            room = ROOM.get((ast.unparse(call.func), place))
            if room and isinstance(argument, ast.Call) and argument.args:
                yield from ((name, room) for name in literals(argument.args[0]))
    yield from ((name, 100) for name in COMMANDS)  # as Discord takes it


def test_what_is_said_is_there_with_its_variables() -> None:
    fields = {
        "question",
        "options",
        "several",
        "closes",
        "places",
        "quorum",
        "results",
        "people",
    }  # of a form, named beside what is said about them
    wrong = [(name, given) for name, given in said() if name not in fields and given != VARIABLES.get(name)]
    assert not wrong
    assert VARIABLES.keys() >= COMMANDS | TYPED | {*TITLES.values()} | PLAYBOOK


def test_everything_that_is_there_is_said() -> None:
    code = [node for path in CODE for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))]
    named = {node.value for node in code if isinstance(node, ast.Constant)}
    assert not VARIABLES.keys() - named - COMMANDS - TYPED - {*TITLES.values()} - PLAYBOOK


@pytest.mark.parametrize("words", TEXTS.values(), ids=list(TEXTS))
def test_texts_fit_where_they_stand(words: Words) -> None:
    found = dict(standing())
    assert len(found) > 20
    assert found.keys() >= ABRIDGED
    for name, room in found.items():
        if name in ABRIDGED:
            continue
        text = words(name, **{variable: LONGEST[variable] for variable in VARIABLES[name]})
        assert len(text) <= room, f"{name}: {text}"


@pytest.mark.parametrize("count", [0, 1, 2, 21])
@pytest.mark.parametrize("words", TEXTS.values(), ids=list(TEXTS))
def test_every_text_can_be_said(words: Words, count: int) -> None:
    for name, variables in words.variables.items():
        text = words(name, **dict.fromkeys(variables, count))
        assert text.strip() == text != ""
        assert not re.search(r"[{}\u2068\u2069]|  | [.,]", text), f"{name}: {text}"


def test_spanish_says_usted() -> None:
    for name, variables in VARIABLES.items():
        text = TEXTS["es"](name, **dict.fromkeys(variables, 2))
        assert not re.search(FAMILIAR, text, re.IGNORECASE), f"{name}: {text}"


def test_a_text_is_said_with_its_own_variables_only() -> None:
    for name, given in (("home-title", {}), ("edit", {"name": "x"}), ("no-such-message", {})):
        with pytest.raises(TextError, match=name):
            TEXTS["en"](name, **given)


def test_a_word_and_the_article_after_it_are_one_in_spanish() -> None:
    """But where somebody wrote both."""
    spanish, liaison = TEXTS["es"], TEXTS["es"]("seat-pta-liaison", body="Lincoln")
    assert spanish("broadcast-line", seat=liaison, title="de el bus") == "Del enlace de la PTA, Lincoln: de el bus"
    assert spanish("broadcast-approve-line", title="Aviso", seat=liaison).startswith("«Aviso», del enlace de la PTA")
    assert spanish("result-decides", seat=liaison, name="Ana").endswith("al enlace de la PTA, Lincoln (Ana).")
    president = spanish("seat-association-president", body="CVEA")
    assert spanish("broadcast-line", seat=president, title="Aviso").startswith("De la presidencia")
    assert TEXTS["en"]("broadcast-line", seat="el coche", title="Bus") == "From el coche: Bus"


def test_what_people_write_is_filled_in_however_long_it_is() -> None:
    long = "😀 a word " * 4_000
    assert TEXTS["en"]("question-about", text=long) == f"“{long}”"


@pytest.mark.parametrize(
    ("english", "spanish", "says"),
    [
        ("one = One\ntwo = Two", "one = Uno", "two is not the same in en and es"),
        ("one = One", "one = Uno\ntwo = Dos", "two is not the same in en and es"),
        ("one = { $count }", "one = { $cuenta }", "one is not the same in en and es"),
        ("one = One\none = Two", "one = Uno", "en: one stands twice"),
        ("one = One", "one = Uno\ntwo { Dos", "es: cannot be read: two { Dos"),
    ],
)
def test_languages_that_do_not_fit_are_refused(tmp_path: Path, english: str, spanish: str, says: str) -> None:
    for language, source in (("en", english), ("es", spanish)):
        (tmp_path / language).mkdir()
        (tmp_path / language / "frame.ftl").write_text(source, encoding="utf-8")
    with pytest.raises(TextError, match=re.escape(says)):
        texts.read(tmp_path)


def test_a_folder_without_texts_is_refused(tmp_path: Path) -> None:
    with pytest.raises(TextError, match=re.escape(str(tmp_path))):
        texts.read(tmp_path)
