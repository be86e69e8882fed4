"""The result to take along: a line to paste, a picture and a table, for whoever asks and for nobody else."""

from __future__ import annotations

import asyncio
import csv
import io
import struct
from pathlib import Path

import pytest
from support.databases import on_either
from support.house import House, eventually, house
from support.talk import Chair, chair, dm, later, post_silently, posted

from bot import charts, spreadsheets
from bot.boundary import Bar
from playground.person import SeenFile

pytestmark = on_either

SQUARE, STAFF = "#town-square (Discord)", "#lincoln-staff (Slack)"
LINE = "/poll Shall we, for $5, start at 8? | =2+2 | @everyone | Later"


def people(home: House) -> tuple[Chair, Chair, Chair]:
    return (
        chair(home, "slack", "Maria Rivera", "lincoln-staff"),
        chair(home, "discord", "Kevin Brandvold", "town-square"),
        chair(home, "discord", "Rosa Delgado", "town-square"),
    )


async def sent(who: Chair, channel: str = "") -> tuple[SeenFile, ...]:
    """The newest files in front of somebody, once they have come."""

    def files() -> tuple[SeenFile, ...]:
        shown = who.person.messages(channel or who.channel)
        return next((one.files for one in reversed(shown) if one.files), ())

    await eventually(files)
    return files()


def read(file: SeenFile) -> list[list[str]]:
    return list(csv.reader(io.StringIO(file.content.decode("utf-8-sig"))))


def size(picture: bytes) -> tuple[int, int]:
    assert picture[:8] == b"\x89PNG\r\n\x1a\n"
    width, height = struct.unpack(">II", picture[16:24])
    return width, height


async def test_a_result_is_taken_along_on_both_platforms_and_in_two_languages(tmp_path: Path) -> None:
    async with house(tmp_path) as home:
        maria, kevin, rosa = people(home)
        await posted(maria, LINE, STAFF, SQUARE, silently=True)
        await maria.answers("Later")
        await kevin.answers("=2+2")
        await rosa.answers("=2+2")
        await later(home, days=3)
        await kevin.sees_card("Closed")
        await maria.sees_card("Closed")

        await maria.answers("Take the result along")
        line = "“Shall we, for $5, start at 8?” =2+2 2, @everyone 0, Later 1. 3 people answered."
        await maria.sees("A line to paste", line, "Only you get them")
        picture, sheet = await sent(maria, dm(home, maria.person))
        assert size(picture.content)[0] == 800
        assert picture.alt.startswith("Bar chart. Shall we, for $5, start at 8? =2+2: 2 votes; @everyone: 0 votes;")
        assert picture.name == "poll-result.png"
        assert read(sheet) == [
            ["Counted by", "Who", "Answer", "People"],
            ["", "Everyone", "'=2+2", "2"],
            ["", "Everyone", "'@everyone", "0"],
            ["", "Everyone", "Later", "1"],
            ["", "Everyone", "Any answer", "3"],
        ]

        await rosa.answers("Take the result along")
        await rosa.sees("Una línea para pegar", "=2+2 2, @everyone 0, Later 1. Contestaron 3 personas.")
        picture, sheet = await sent(rosa)
        assert picture.alt.startswith("Gráfica de barras.")
        assert size(picture.content)[0] == 800
        assert read(sheet)[1] == ["", "Todos", "'=2+2", "2"]
        assert not any(one.files for one in kevin.person.messages(kevin.channel)), "it was Rosa who asked"
        lines = chair(home, "slack", "Maria Rivera", "lincoln-staff").person.messages(maria.channel)
        assert not any(one.files for one in lines), "in the channel nobody sees them"
        assert home.discord.spec_violations == []


async def test_an_anonymous_poll_with_few_answers_gives_nothing(tmp_path: Path) -> None:
    async with house(tmp_path) as home:
        maria, *_ = people(home)
        await maria.types(LINE)
        await maria.switches("Make it anonymous", "Make it not anonymous")
        await post_silently(maria)
        await maria.answers("Later")
        await later(home, days=3)
        card = await maria.sees_card("Fewer than 5 people answered")
        assert "Take the result along" not in [button.label for button in card.buttons]


async def test_without_the_scope_the_words_come_all_the_same(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    async with house(tmp_path) as home:
        home.slack.scopes = {"chat:write"}
        maria, *_ = people(home)
        await posted(maria, LINE, silently=True)
        await maria.answers("Later")
        await later(home, days=3)
        await maria.answers("Take the result along")
        await maria.sees("A line to paste")
        await eventually(lambda: "missing_scope" in caplog.text)


async def test_a_picture_takes_whatever_people_write() -> None:
    """Long words, a dollar (mathematics to the library), letters that no font has, and ten of each."""
    bars = tuple(Bar("W" * 75, f"$x^2$ \U0001f600 \u4e2d {number}", number / 9) for number in range(10))
    chart = charts.Chart("W" * 150, bars, "\\frac{1}{2} of them")
    first, second = await asyncio.gather(charts.draw(chart), charts.draw(chart))
    assert first is second, "drawn once"
    width, height = size(first)
    assert width == 800
    assert height > 10 * 32


@pytest.mark.parametrize("text", ["=1", "+1", "-1", "@a", "\uff1d1"])
def test_no_cell_is_a_formula(text: str) -> None:
    assert spreadsheets.harmless(text) == f"'{text}"
    assert spreadsheets.harmless(f"a{text}") == f"a{text}"
    assert spreadsheets.harmless(f"\t{text}") == f"'\t'{text}"
    assert spreadsheets.harmless(-1) == -1


@pytest.mark.parametrize("part", [";", "; ", ';"', ';" "', "\n", "\r\n", '\n"', "\t", ";\u00a0"])
@pytest.mark.parametrize("delimiter", ",;\t")
def test_whichever_mark_parts_a_table_no_cell_is_a_formula(part: str, delimiter: str) -> None:
    table = spreadsheets.content(("who", "title"), [("Ana", f"Ask{part}=1+1;more")]).decode("utf-8-sig")
    cells = [cell for row in csv.reader(io.StringIO(table, newline=""), delimiter=delimiter) for cell in row]
    assert any("=1+1" in cell for cell in cells)
    assert not any(cell.strip().startswith("=") for cell in cells), cells


def test_a_formula_behind_a_semicolon_is_none_where_that_parts_cells() -> None:
    assert spreadsheets.harmless("a; =cmd|' /C calc'!A0") == "a; '=cmd|' /C calc'!A0"
    assert spreadsheets.harmless("Tuesday; Thursday") == "Tuesday; Thursday"
