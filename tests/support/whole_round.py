"""A district in which five groups have leaders who can open a part of a round, and what its people do in one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from support.districts import copy, edit
from support.house import House
from support.talk import Chair, chair

import wiring
from bot import texts
from bot.texts import Words

TEXTS = texts.read(wiring.CONTENT)
COLLEGE = (
    "nina-park,Nina Park,en,college,,U01NPARK,",
    "tom-reed,Tom Reed,en,college,,U01TREED,",
    "ivy-cole,Ivy Cole,es,college,,,1356834735135262133",
)


@dataclass
class Member:
    """Somebody in their DM with the bot, and the words that they are spoken to in."""

    chair: Chair
    words: Words

    async def opens(self, *names: str) -> None:
        """Their home card, and then buttons, by their names in `content/`."""
        await self.chair.types("/somewhere")
        await self.presses(*names)

    async def presses(self, *names: str) -> None:
        for name in names:
            await self.chair.presses(self.words(name))


def district(folder: Path) -> Path:
    """With a college as the fifth group, and liaisons of partners that sort and open."""
    files = copy(folder)
    library = "  - key: library\n"
    edit(files, "district.yaml", library, f"  - key: college\n    kind: university\n    name: The College\n{library}")
    may = "  principal: [consent]"
    liaison = "  community liaison: [sort concerns, open a round, consent, appoint]"
    edit(files, "district.yaml", may, f"{may}\n{liaison}")
    for file, lines in (
        ("members.csv", COLLEGE),
        ("seats.csv", ("college-liaison,community liaison,college,,,nina-park,,",)),
    ):
        text = (files / file).read_text("utf-8")
        (files / file).write_text(text + "\n".join(lines) + "\n", "utf-8")
    return files


def member(home: House, name: str) -> Member:
    entry = next(one for one in home.district.members if one.name == name)
    return Member(chair(home, "slack" if entry.slack else "discord", name), TEXTS[entry.language])


def people(home: House, group: str, count: int, *besides: str) -> list[str]:
    """Names of those of a group who have an account."""
    those = [one.name for one in home.district.members if one.group == group and (one.slack or one.discord)]
    return [name for name in those if name not in besides][:count]


async def says(home: House, name: str, text: str, *, named: bool = False) -> None:
    who = member(home, name)
    await who.chair.types("/concern")
    await who.presses("concern-write")
    under = {"as": who.words("concern-form-named")} if named else {}
    await who.chair.fills_in(text=text, **under)
    await who.presses("concern-send")
    await who.chair.sees(who.words("concern-sent")[:20])


async def sorts(leader: Member, texts_: Sequence[str], titles: Sequence[tuple[str, str]]) -> None:
    """Each of the group's concerns under a title, in turns; the titles are made on the way."""
    await leader.chair.types("/somewhere")
    await leader.chair.presses(leader.words("concern-read-new", count=len(texts_)))
    await leader.presses("theme-sort-them")
    mine = 0 if leader.words.language == "en" else 1
    for number, text in enumerate(texts_):
        await leader.chair.sees(text)
        title = titles[number % len(titles)]
        if number < len(titles):
            await leader.presses("theme-new")
            await leader.chair.fills_in(title_en=title[0], title_es=title[1])
        else:
            await leader.chair.presses(title[mine])
    await leader.chair.sees(titles[0][mine])


async def opens_part(leader: Member) -> None:
    await leader.opens("round-title", "round-open", "round-ready", "round-ready-now")
    await leader.chair.sees(leader.words("round-part-ready"))


async def rates(home: House, name: str, count: int, now: Sequence[str]) -> None:
    """Theme by theme; what is in `now`, in either language, is to be worked on now."""
    who = member(home, name)
    await who.opens("rate-begin")
    for place in range(1, count + 1):
        card = await who.chair.sees(who.words("rate-place", place=place, count=count))
        await who.presses("rate-now" if any(one in card.text for one in now) else "rate-not-now")
    await who.chair.sees(who.words("rate-done", when="|").partition("|")[0].strip()[:12])
