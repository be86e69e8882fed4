"""In rounds and listening sessions, too, others ask of a board its liaison alone."""

from __future__ import annotations

from pathlib import Path

from support import districts
from support.concerns import says, titled
from support.cores import core
from support.corner import corner
from support.databases import change, on_either
from support.listening import opened
from test_goals_co_chairs import listed
from test_goals_consent import told

from bot.goals.rounds import rounds

pytestmark = on_either

COMMONS = "#partnership-commons (Slack)"
COUNTY = (
    "insert into groups (district_id, key, kind, name) select id, 'county', 'BOARD', 'County Board' from districts",
    "update members set group_id = (select id from groups where key = 'county') where key = 'ana-ruiz'",
)


def letting_boards_open_rounds(folder: Path) -> Path:
    files = districts.copy(folder / "files")
    usual = "capabilities:\n"
    districts.edit(files, "district.yaml", usual, f"{usual}  board liaison: [open a round, sort concerns]\n")
    return files


async def test_in_a_round_of_which_its_board_has_a_part(tmp_path: Path) -> None:
    async with core(tmp_path, letting_boards_open_rounds(tmp_path)) as bot:
        patricia, roy = corner(bot, "Patricia Nowak"), corner(bot, "Roy Thibodeaux")
        dana, _ = await listed(bot)
        await says(roy, "The board hears too little.")
        await titled(patricia, "Being heard", "Ser escuchados")
        await patricia.presses("round.open")
        await patricia.presses("round.ready")
        await patricia.clicks("Show it")
        await dana.presses("round.begin")
        names = told(bot.settings.database_url, rounds.NOTICE)
        assert "Patricia Nowak" in names
        assert not {"Roy Thibodeaux", "Gilberto Sandoval"} & names
        await roy.presses("round.rate")
        roy.sees("That isn't here any more.")
        await patricia.presses("round.rate")
        patricia.sees("1 of 3")


async def test_in_a_session_of_another_board(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        for line in COUNTY:
            change(bot.settings.database_url, line)
        await opened(bot, COMMONS)
        ana = corner(bot, "Ana Ruiz")
        await ana.presses("listening.say", "1")
        ana.sees("Aquí no se le pregunta a usted. A quienes integran la mesa directiva se les escucha")
