"""What others come upon of a committee in which one group meets alone: nothing, in no place."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from support import council, meetings
from support.cores import Core, core
from support.corner import Corner, buttons, corner
from support.council import CAUCUS, stuck, suggested
from support.databases import change, on_either
from support.districts import edit
from support.terminal import stops
from test_goals_cycles import planned

from bot import routes
from bot.boundary import Answer, Button, Form, FormErrors, PickField, Private
from bot.people import roster

pytestmark = on_either

ACTS = 20  # of each of them
TELLS = ("Bargaining Council's chair", "a member of Bargaining Council", "Strike plan", "Dana's kitchen", "night pay")
OTHERS = {
    "Elena Ortiz": "slack",  # a principal
    "Samuel Okafor": "slack",  # the superintendent, a caretaker
    "Patricia Nowak": "slack",  # the board's liaison
    "Rosa Delgado": "discord",  # a PTA liaison
    "Silvia Cantú": "discord",  # a parent
}


@pytest.fixture
def files(tmp_path: Path) -> Path:
    return council.with_council(tmp_path)


@dataclass
class Passerby:
    """Somebody who types each command, opens what they are offered, sends forms in as they stand, and reads."""

    who: Corner
    told: dict[str, str] = field(default_factory=dict)  # what tells of the council, and where it stood
    ahead: deque[Button] = field(default_factory=deque)
    known: set[tuple[str, str]] = field(default_factory=set)

    async def looks_around(self) -> dict[str, str]:
        for name in ("somewhere", *routes.HOUSE.commands):
            self.reads(await self.who.types(name), f"/{name}")
        for name in routes.HOUSE.subcommands:
            self.reads(await self.who.types("somewhere", name), f"/somewhere {name}")
        for name in routes.HOUSE.typing:
            for text in ("bargaining", "Héctor"):
                self.told |= {one: name for one in TELLS if one in str(await suggested(self.who, name, text, "1"))}
        for _ in range(ACTS):
            if self.ahead:
                button = self.ahead.popleft()
                self.reads(await self.who.presses(button.do, button.about), button.do)
        return self.told

    def reads(self, answer: Answer, where: str) -> None:
        seen = str(answer).replace("\xa0", " ")
        if isinstance(answer, Form):
            seen += str([one.choices for one in answer.fields if isinstance(one, PickField)])
        self.told |= {one: where for one in TELLS if one in seen}
        for button in buttons(answer.message) if isinstance(answer, Private | FormErrors) else ():
            if (button.do, button.about) not in self.known:
                self.known.add((button.do, button.about))
                self.ahead.append(button)


async def busy(bot: Core) -> Corner:
    """The council meets, some of the association plan a strike, one asks the council, and its chair asks a poll there
    and sits with others on the Schedule Committee, which meets, too."""
    change(bot.settings.database_url, "update members set language = 'en'")
    hector, dana, aisha = (corner(bot, name) for name in ("Héctor Villalobos", "Dana Lee", "Aisha Farouk"))
    await hector.presses("meeting.set-up")
    await hector.fills_in(when=meetings.FIRST, place="Dana's kitchen")
    await hector.clicks("Save it")
    await hector.clicks("Add a topic")
    await hector.fills_in(text="night pay")
    await meetings.saved(bot)
    await dana.presses("meeting.set-up")
    await dana.fills_in(committee="People I pick", when=meetings.FIRST, place="Dana's kitchen")
    for name in ("Curtis Wendell", "Ana Ruiz"):
        await dana.clicks("Ask somebody")
        await dana.fills_in(who=name)
    await dana.clicks("More settings")
    await dana.fills_in(name="Strike plan")
    await dana.clicks("Save it")
    await aisha.types("ask", "What of night pay?")
    await aisha.clicks("Pay scale")
    await aisha.fills_in()
    await aisha.clicks("Send it")
    hector.place = CAUCUS
    await hector.types("poll", "Do we ask for night pay? | Yes | No")
    await hector.clicks("Post it")
    hector.sees("Posted.")
    return dana


async def test_others_come_upon_none_of_it(tmp_path: Path, files: Path) -> None:
    topic = "  - key: pay\n    en: Pay scale\n    es: Escala salarial\n    committee: council\n"
    edit(files, "district.yaml", "  - key: partnership\n    en:", f"{topic}  - key: partnership\n    en:")
    async with core(tmp_path, files) as bot:
        await planned(bot)
        await stuck(bot, "Elena Ortiz", "principal-lincoln")
        curtis = Passerby(corner(bot, "Curtis Wendell"))
        await busy(bot)
        curtis.reads(await curtis.who.types("somewhere"), "at home")
        assert curtis.told.keys() == {"Strike plan", "Dana's kitchen", "night pay"}
        for name, platform in OTHERS.items():
            assert not await Passerby(corner(bot, name, platform)).looks_around(), name


@pytest.mark.parametrize("above", ["superintendent", "pta-council"])
def test_nobody_of_another_group_is_above_them(files: Path, above: str) -> None:
    """Who is above a role hears when its term ends, and what it leaves waiting."""
    edit(files, "seats.csv", "hector-villalobos,,\ncouncil-one", f"hector-villalobos,,{above}\ncouncil-one")
    with stops(f"the seat above, '{above}', is of group"):
        roster.read(files)
