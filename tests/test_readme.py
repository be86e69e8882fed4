"""What the README says can be done, done."""

from __future__ import annotations

import contextlib
import os
import re
import signal
import sqlite3
import subprocess
import sys
import tomllib
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import metadata
from pathlib import Path

import psutil
import pytest

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
COMMAND = ".venv/bin/start-somewhere "
# Which parts of the project each list of requirements serves.
REQUIREMENTS = {
    "requirements.txt": (),
    "requirements/demo.txt": ("playground",),
    "requirements/tests.txt": ("playground", "tests"),
}


def blocks(heading: str) -> list[str]:
    """The sh blocks under a heading of the second level."""
    section = re.search(rf"^## {heading}$(.*?)(?=^## |\Z)", README, re.MULTILINE | re.DOTALL)
    assert section
    return re.findall(r"^```sh\n(.*?)^```$", section[1], re.MULTILINE | re.DOTALL)


def lines(prefix: str, text: str) -> list[str]:
    return [line.removeprefix(prefix) for line in text.splitlines() if line.startswith(prefix)]


LINES = "".join(re.findall(r"^```sh\n(.*?)^```$", README, re.MULTILINE | re.DOTALL)).splitlines()
COMMANDS = [
    *lines(COMMAND, README),
    *(line.partition(" python main.py ")[2] for line in (ROOT / "Procfile").read_text(encoding="utf-8").splitlines()),
]


def called(folder: Path, *arguments: str, only: Path | None = None) -> tuple[list[str], dict[str, str]]:
    """The command line, as from a clone of its own, on a database in that folder; `only`: with no packages but those
    there."""
    environment = {**os.environ, "DATABASE_URL": f"sqlite:///{folder / 'bot.db'}", "CONNECTION_KEYS": ""}
    if only is None:
        return [sys.executable, str(ROOT / "main.py"), *arguments], environment
    return [sys.executable, "-S", str(ROOT / "main.py"), *arguments], {**environment, "PYTHONPATH": str(only)}


def run(folder: Path, *arguments: str, only: Path | None = None) -> subprocess.CompletedProcess[str]:
    command, environment = called(folder, *arguments, only=only)
    return subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=60)


@pytest.mark.parametrize("heading", ["Try it", "Run the tests"])
def test_one_block_stands_alone(heading: str) -> None:
    (block,) = blocks(heading)
    made, installed, ours, run = block.splitlines()
    assert made == "python3 -m venv .venv"
    (list_of_requirements,) = re.findall(r"^\.venv/bin/pip install -q -r (\S+)$", installed)
    assert list_of_requirements in REQUIREMENTS
    assert ours == ".venv/bin/pip install -q --no-deps -e ."
    assert run.startswith((COMMAND, ".venv/bin/python -m pytest"))


def test_a_real_workspace_has_what_it_needs_and_nothing_of_the_demos() -> None:
    (block, *_) = blocks("Connect your Slack and your Discord")
    assert block.splitlines() == [
        "python3 -m venv .venv",
        ".venv/bin/pip install -q --require-hashes -r requirements.txt",
        ".venv/bin/pip install -q --no-deps -e .",
    ]


def test_with_those_packages_alone_it_works(tmp_path: Path) -> None:
    only = production(tmp_path / "packages")
    assert not (only / "nicegui").exists()  # the demo's
    assert run(tmp_path, "load", "content/pretend-district", only=only).returncode == 0
    checked = run(tmp_path, "check", only=only)
    assert (checked.returncode, checked.stderr) == (1, "")  # its tokens are still to be set
    command, environment = called(tmp_path, "run", only=only)
    with subprocess.Popen(
        command, cwd=ROOT, env={**environment, "PORT": "0"}, stderr=subprocess.PIPE, text=True
    ) as bot:
        assert bot.stderr
        log = iter(bot.stderr.readline, "")
        assert any("health is told" in line for line in log)
        bot.terminate()
        assert "Traceback" not in "".join(log)
    assert bot.returncode == 0


def production(folder: Path) -> Path:
    """Of the packages that are installed here, those of requirements.txt."""
    folder.mkdir()
    wanted = pinned("requirements.txt")
    for package in metadata.distributions():
        if plain(package.name) in wanted:
            for top in {file.parts[0] for file in package.files or ()} - {"..", "__pycache__"}:
                if not (folder / top).exists():
                    (folder / top).symlink_to(str(package.locate_file(top)))
    return folder


@pytest.mark.parametrize("line", sorted(line for line in set(LINES) if not line.startswith(COMMAND)))
def test_every_other_line_is_one(line: str) -> None:
    program, *arguments = line.split()
    assert program in ("python3", ".venv/bin/python", ".venv/bin/pip")
    tool = ["-m", "pip"] if program.endswith("pip") else []
    command = [sys.executable, *tool, *arguments, "--help"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=60)
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_is_one(command: str, tmp_path: Path) -> None:
    done = run(tmp_path, *command.split(), "--help")
    assert (done.returncode, done.stderr) == (0, "")


def test_the_other_pages_name_commands_that_there_are(tmp_path: Path) -> None:
    pages = [*(ROOT / "docs").glob("*.md"), ROOT / "CONTRIBUTING.md"]
    text = "\n".join(page.read_text(encoding="utf-8") for page in pages)
    named = set(re.findall(r"start-somewhere ([a-z-]+)", text))
    offered = re.search(r"\{(.*?)\}", run(tmp_path, "--help").stdout)
    assert offered
    assert named
    assert named <= set(offered[1].split(","))
    scripts = re.findall(r"^\.venv/bin/python (tests/\S+\.py)(.*)$", text, re.MULTILINE)
    assert scripts
    for script, arguments in scripts:
        command = [sys.executable, str(ROOT / script), *arguments.split(), "--help"]
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=60)
        assert (done.returncode, done.stderr) == (0, "")


def test_the_command_line_is_installed_and_named() -> None:
    own = ["demo", "load my-district", "check", "run", "new-key", "code my-district-key"]
    assert [*COMMANDS] == [*own, "migrate", "web", "worker"]
    assert PROJECT["scripts"] == {"start-somewhere": "main:main"}


def test_links_lead_somewhere() -> None:
    targets = re.findall(r"\]\((?!https?:)([^)#]+)\)", README)
    assert not [target for target in targets if not (ROOT / target).exists()]


def test_load_can_be_repeated(tmp_path: Path) -> None:
    for _ in range(2):
        done = run(tmp_path, "load", "content/pretend-district")
        assert done.returncode == 0, done.stderr
        with contextlib.closing(sqlite3.connect(tmp_path / "bot.db")) as database:
            assert database.execute("SELECT count(*) FROM members").fetchone()[0] >= 60


def test_load_says_what_is_wrong(tmp_path: Path) -> None:
    done = run(tmp_path, "load", str(tmp_path))
    assert done.returncode == 1
    assert "members.csv: this file is missing from the folder" in done.stderr
    assert "Traceback" not in done.stderr


def test_migrate_can_be_repeated(tmp_path: Path) -> None:
    for _ in range(2):
        done = run(tmp_path, "migrate")
        assert done.returncode == 0, done.stderr


@contextmanager
def demonstration() -> Iterator[subprocess.Popen[str]]:
    # Without what would make NiceGUI believe that it runs inside a test.
    clean = {name: value for name, value in os.environ.items() if not name.startswith(("PYTEST", "NICEGUI"))}
    process = subprocess.Popen(
        [sys.executable, str(ROOT / "main.py"), "demo", "--port", "0"],
        env={**clean, "LANGUAGE": "en"},
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        yield process
    finally:
        if process.poll() is None:
            process.kill()
            process.wait()


@pytest.mark.parametrize("told_by", [signal.SIGINT, signal.SIGTERM])
def test_the_demo_shows_its_page_and_leaves_nothing_behind(told_by: signal.Signals) -> None:
    with demonstration() as process:
        assert process.stdout
        said = []
        while "http://" not in (line := process.stdout.readline()):
            assert line, said
            said.append(line)
        assert len(said) == 3
        (url,) = re.findall(r"http://127\.0\.0\.1:\d+\S*", line)
        with urllib.request.urlopen(url, timeout=10) as page:
            assert page.status == 200
        children = psutil.Process(process.pid).children(recursive=True)
        assert len(children) >= 2
        process.send_signal(told_by)
        rest, _ = process.communicate(timeout=30)
        assert (process.returncode, rest) == (0, "Ended. The pretend district is forgotten.\n")
        _, alive = psutil.wait_procs(children, timeout=1)
        assert not alive


@pytest.mark.parametrize("name", REQUIREMENTS)
def test_requirements_are_pinned_and_hashed(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    entries = [
        entry for entry in re.sub(r"\\\n", "", text).splitlines() if entry and not entry.lstrip().startswith("#")
    ]
    assert not [entry for entry in entries if entry.startswith("-") or "://" in entry]
    assert not [entry for entry in entries if not re.match(r"[\w.\[\]-]+==\S+", entry) or "--hash=sha256:" not in entry]


@pytest.mark.parametrize("name", REQUIREMENTS)
def test_requirements_have_what_the_project_needs(name: str) -> None:
    extras = PROJECT["optional-dependencies"]
    needed = [*PROJECT["dependencies"], *(one for extra in REQUIREMENTS[name] for one in extras[extra])]
    assert not {plain(one) for one in needed} - pinned(name)


def pinned(name: str) -> set[str]:
    return {plain(line) for line in (ROOT / name).read_text(encoding="utf-8").splitlines() if "==" in line}


def plain(requirement: str) -> str:
    """Its name, as pip compares it."""
    found = re.match(r"[\w.-]+", requirement)
    return re.sub(r"[._-]+", "-", found[0]).lower() if found else ""
