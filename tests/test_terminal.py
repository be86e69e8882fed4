"""What somebody at a terminal reads is in content/, and in their language."""

from __future__ import annotations

import ast
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from structlog.testing import capture_logs
from support import databases, districts, terminal
from support.districts import PRETEND, edit
from support.process import ROOT

import wiring
from bot import texts
from bot.boundary.terminal import Line, OneOf, Stopped, line
from bot.operations import commands
from bot.operations.settings import Settings
from bot.operations.terminal import CONTENT, Terminal, language
from bot.people import roster

ALL = texts.read(CONTENT)
# Where what an operator reads is found or printed.
FILES = [
    *(path for path in ROOT.glob("bot/operations/*.py") if path.stem != "logs"),
    *(ROOT / "bot" / "people" / f"{name}.py" for name in ("crosschecks", "entries", "identities", "roster", "sheets")),
    *(ROOT / name for name in ("main.py", "wiring.py")),
]
UNSAID = {"Field", "json_response", "log.info", "log.warning", "log.error"}  # what these are given is for others


def types(folder: Path, command: str, language: str, **environment: str) -> subprocess.CompletedProcess[str]:
    given = {"DATABASE_URL": f"sqlite:///{folder / 'house.db'}", "CONNECTION_KEYS": "", "LANGUAGE": language}
    typed = [sys.executable, str(ROOT / "main.py"), *command.split()]
    environment = os.environ | given | environment
    return subprocess.run(typed, cwd=folder, env=environment, capture_output=True, text=True, timeout=60)


# In their language -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("environment", "expected"),
    [
        ({"LANG": "es_MX.UTF-8"}, "es"),
        ({"LC_ALL": "es_ES.UTF-8", "LANG": "en_US.UTF-8"}, "es"),
        ({"LANGUAGE": "en:es", "LC_ALL": "es_ES.UTF-8"}, "en"),
        ({"LANGUAGE": "", "LANG": "es"}, "es"),
        ({}, ""),
    ],
)
def test_a_terminal_has_the_language_of_its_environment(environment: dict[str, str], expected: str) -> None:
    assert language(environment) == expected


@pytest.mark.parametrize("unknown", ["", "C.UTF-8", "de_DE.UTF-8"])
def test_one_in_no_language_of_ours_is_answered_in_english(unknown: str) -> None:
    assert Terminal(language({"LANG": unknown})).words.language == "en"


def test_files_that_do_not_fit_are_refused_in_spanish(tmp_path: Path) -> None:
    folder = districts.copy(tmp_path)
    edit(folder, "members.csv", "Maria Rivera,en", "Maria Rivera,fr")
    edit(folder, "district.yaml", "key: riverbend", "key: Río")
    edit(folder, "seats.csv", ",dana-lee,", ",dana-leigh,")
    done = types(tmp_path, f"load {folder}", "es_MX.UTF-8")
    assert done.returncode == 1
    assert done.stderr.splitlines() == [
        "district.yaml: 'buildings' entrada 2, 'key' no sirve así: hasta 40 letras minúsculas de la a a la z, "
        "cifras y guiones",
        "members.csv, línea 2: 'language' no sirve así: escriba 'en' o 'es'",
        "seats.csv, línea 2: holder 'dana-leigh' no está en members.csv",
    ]


def test_what_a_load_warns_of_is_said_in_spanish(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = districts.copy(tmp_path)
    path = folder / "district.yaml"
    path.write_text("".join(one for one in path.open(encoding="utf-8") if not one.startswith("caretakers")), "utf-8")
    settings = Settings(
        _env_file=None, database_url=f"sqlite:///{tmp_path / 'house.db'}", connection_keys=databases.KEY
    )
    assert commands.load(settings, folder, Terminal("es")) == 0
    assert capsys.readouterr().err.startswith("atención: district.yaml: no nombra a nadie que cuide el bot")


def test_settings_and_a_database_that_is_not_there_are_told_in_spanish(tmp_path: Path) -> None:
    told = types(tmp_path, "migrate", "es", PORT="xoxb-hush", LOG_LEVEL="loud").stderr
    assert told.splitlines() == [
        "PORT: es un número entero, como 8000",
        "LOG_LEVEL: es DEBUG, INFO, WARNING o ERROR",
    ]
    assert types(tmp_path, "reseal", "es").stderr.startswith("no hay base de datos en ")
    assert '"reason": "no hay base de datos en ' in types(tmp_path, "run", "es").stderr


def test_why_the_bot_does_not_begin_is_told_in_the_terminal_s_language(tmp_path: Path) -> None:
    settings = Settings(_env_file=None, database_url=f"sqlite:///{tmp_path / 'house.db'}")
    with capture_logs() as logged:
        assert wiring.work(settings, "web", Terminal("es")) == 1
    assert [one["reason"].partition(":")[0] for one in logged] == ["varios procesos necesitan PostgreSQL"]


def test_a_file_that_is_no_calendar_is_refused_in_spanish(tmp_path: Path) -> None:
    settings = {"DATABASE_URL": f"sqlite:///{tmp_path / 'house.db'}", "CONNECTION_KEYS": databases.KEY}
    assert types(tmp_path, f"load {PRETEND}", "es", **settings).stdout == f"se creó {tmp_path / 'house.db'}\n"
    (tmp_path / "days.csv").write_text("nothing,\n")
    done = types(tmp_path, "calendar days.csv", "es", **settings)
    assert (done.returncode, done.stderr) == (1, f"days.csv: {ALL['es']('calendar-file-broken')}\n")


def test_help_is_in_spanish(tmp_path: Path) -> None:
    assert "lee los archivos de un distrito" in types(tmp_path, "--help", "es").stdout
    assert "calendar: ¿qué archivo?" in types(tmp_path, "calendar", "es").stderr


def test_a_line_may_be_filled_in_with_lines_and_lists() -> None:
    what = line("roster-misfit", why=line("roster-one-of", known=OneOf(("a", "b", "c"))))
    said = line("roster-at", where=line("roster-line", file="members.csv", number="1200"), says=what)
    assert terminal.read(said) == ["members.csv line 1200: does not fit: input should be a, b, or c"]
    assert terminal.read(said, language="es") == ["members.csv, línea 1200: no sirve así: escriba a, b o c"]


# Nowhere but in content/ -----------------------------------------------------------------------------------------


def sentences(node: ast.AST) -> Iterator[str]:
    """Texts of three words or more, but for what describes the code itself."""
    if isinstance(node, ast.Call) and ast.unparse(node.func).removeprefix("web.") in UNSAID:
        return
    if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
        return
    if isinstance(node, ast.Constant) and isinstance(node.value, str) and len(node.value.split()) > 2:
        yield node.value
    for inside in ast.iter_child_nodes(node):
        yield from sentences(inside)


def test_no_sentence_for_an_operator_is_in_code() -> None:
    found = {path.name: [*sentences(ast.parse(path.read_text(encoding="utf-8")))] for path in FILES}
    assert {name: said for name, said in found.items() if said} == {}


def test_what_is_said_at_a_terminal_is_among_what_is_read_for_it() -> None:
    """Reading all texts takes seconds. A school's calendar is shown with all of them, as in chat."""
    files = [*FILES, *ROOT.glob("adapters/*/checking.py")]
    known = Terminal().words.variables.keys()
    for path in (one for one in files if one.stem != "school_calendar"):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        named = {one.value for one in ast.walk(tree) if isinstance(one, ast.Constant) and isinstance(one.value, str)}
        assert {name for name in named & ALL["en"].variables.keys() if "-" in name} <= known, path.name


def test_what_is_raised_for_an_operator_is_a_line_of_content() -> None:
    """Also what a whole folder of junk is told."""
    words = Terminal().words
    with pytest.raises(Stopped) as stopped:
        roster.read(PRETEND.parent)
    for one in stopped.value.lines:
        assert isinstance(one, Line)
        assert one.says in words.variables
