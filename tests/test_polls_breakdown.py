"""The result by group and by building, as far as it gives nobody away."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from itertools import count
from pathlib import Path

import pytest
from support import databases
from support.databases import on_either
from support.house import house
from support.talk import QUESTION, Core, chair, core, later, posted, said

from bot.boundary import Account, Address, Command, Press, Submit
from bot.people import roster
from bot.polls import lifecycle
from wiring import CONTENT

pytestmark = on_either

MEMBERS = roster.read(CONTENT / "pretend-district").members
TEAM, GUILD = "T01CEDAR", "1268401200690098927"
COMMONS = Address("slack", TEAM, "C01COMMONS")
MARIA = Account("slack", TEAM, "U01RIVERA")
YES, NO = 1, 2
_ids = count()


def of(*groups: str, building: str | None = None) -> list[Account]:
    """Everybody of these groups who has an account."""
    there = (one for one in MEMBERS if one.group in groups and (building is None or one.building == building))
    return [
        Account("slack", TEAM, one.slack) if one.slack else Account("discord", GUILD, one.discord)
        for one in there
        if one.slack or one.discord
    ]


async def press(bot: Core, who: Account, do: str, about: str) -> str:
    place = COMMONS if who.platform == "slack" else None
    act = Press(id=f"press {next(_ids)}", actor=who, place=place, do=do, about=about)
    return said(await bot.frame.handle(act)).text()


async def asked(bot: Core, text: str = QUESTION, *switches: str, **fields: str) -> None:
    await bot.frame.handle(Command(id=f"ask {next(_ids)}", actor=MARIA, place=COMMONS, name="poll", text=text))
    if fields:
        form = await bot.frame.handle(Press(id=f"e{next(_ids)}", actor=MARIA, place=COMMONS, do="poll.edit", about="1"))
        filled = {one.name: (one.value,) if hasattr(one, "value") else one.chosen for one in form.fields}
        typed = filled | {name: (value,) for name, value in fields.items()}
        await bot.frame.handle(
            Submit(id=f"s{next(_ids)}", actor=MARIA, place=COMMONS, form=form.name, about="1", fields=typed)
        )
    for do in switches:
        await press(bot, MARIA, do, "1")
    await press(bot, MARIA, "poll.post", f"1::{1 + bool(fields) + len(switches)}")


async def votes(bot: Core, who: Sequence[Account], *options: int) -> None:
    for one in who:
        for option in options:
            told = await press(bot, one, "poll.vote", f"1:{option}")
            assert told.startswith(("Your answer", "Recibí su")) or told.startswith(QUESTION), told


async def closed(bot: Core, days: int = 2) -> None:
    bot.clock.move_to(bot.clock.now() + timedelta(days=days))
    await bot.writer.do(lambda session: lifecycle.close_when_due(session, 1, bot.clock.now()))


async def by_group(bot: Core, who: Account = MARIA) -> str:
    return await press(bot, who, "poll.by-group", "1")


async def test_large_groups_stand_alone_and_small_ones_together(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        await asked(bot)
        teachers, parents, others = of("cvea"), of("pta"), of("administration", "library")
        await votes(bot, teachers[:12], YES)
        await votes(bot, teachers[12:], NO)
        await votes(bot, parents[:7], YES)
        await votes(bot, parents[7:], NO)
        await votes(bot, others[:8], YES)
        await votes(bot, others[8:], NO)
        assert "isn't here any more" in await by_group(bot)  # not while it is open
        await closed(bot)
        told = await by_group(bot)
        assert f"Cedar Valley Education Association ({len(teachers)} people): Yes 12, No {len(teachers) - 12}" in told
        assert f"Cedar Valley PTA ({len(parents)} people): Yes 7, No {len(parents) - 7}" in told
        assert "Library" not in told
        assert f"Other groups ({len(others)} people): Yes 8, No {len(others) - 8}" in told or "Administration" in told
        assert "so that nobody can be guessed at" in told
        spanish = await by_group(bot, Account("slack", TEAM, "U01MONTOYA"))
        assert f"Cedar Valley PTA ({len(parents)} personas): Sí 7" in spanish
        assert "Los grupos, las escuelas y las respuestas con muy pocas personas" in spanish


async def test_where_it_would_give_somebody_away_there_is_only_the_total(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        await asked(bot)
        await votes(bot, of("cvea")[:15], YES)
        await votes(bot, of("pta")[:6], NO)
        await closed(bot)
        assert "there is only the total" in await by_group(bot)
        assert "Association" not in await by_group(bot)


async def test_what_was_drawn_once_stays_when_somebody_moves(tmp_path: Path) -> None:
    """Two tables, before and after one person moved, would tell what that person answered."""
    async with core(tmp_path) as bot:
        await asked(bot)
        await votes(bot, [*of("cvea")[:12], *of("pta")[:7]], YES)
        await votes(bot, [*of("cvea")[12:20], *of("pta")[7:13]], NO)
        await closed(bot)
        before = await by_group(bot)
        assert "Cedar Valley PTA (13 people): Yes 7, No 6" in before
        moved = "update members set group_id = (select id from groups where key = 'pta') where key = 'maria-rivera'"
        databases.change(bot.settings.database_url, moved)
        assert await by_group(bot, of("cvea")[1]) == before


async def test_a_poll_that_was_split_and_opened_again_is_not_split_again(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        await asked(bot)
        await votes(bot, [*of("cvea")[:12], *of("pta")[:7]], YES)
        await votes(bot, [*of("cvea")[12:20], *of("pta")[7:13]], NO)
        await closed(bot)
        assert "By group" in await by_group(bot)
        form = await bot.frame.handle(Press(id="later", actor=MARIA, place=COMMONS, do="poll.later", about="1"))
        closes = {"closes": (form.fields[0].choices[-1].value,)}
        again = Submit(id="again", actor=MARIA, place=COMMONS, form=form.name, about="1", fields=closes)
        assert "It closes" in said(await bot.frame.handle(again)).text()
        await votes(bot, of("pta")[13:14], NO)
        await closed(bot, days=15)
        assert "34 people answered." in await press(bot, MARIA, "poll.show", "1:en")
        assert "there is only the total" in await by_group(bot)


async def test_who_gave_several_answers_counts_in_each(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        await asked(bot, several="several", options="Tuesday\nThursday")
        teachers, parents = of("cvea")[:20], of("pta")[:15]
        await votes(bot, teachers[:12], 1)
        await votes(bot, teachers[8:], 2)
        await votes(bot, parents[:6], 1)
        await votes(bot, parents[6:], 2)
        await closed(bot)
        told = await by_group(bot)
        assert "Cedar Valley Education Association (20 people): Tuesday 12, Thursday 12" in told
        assert "Cedar Valley PTA (15 people): Tuesday 6, Thursday 9" in told


async def test_rare_ratings_are_counted_as_others(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        await asked(bot, f"{QUESTION} | 1-5")
        teachers, parents = of("cvea"), of("pta")
        for who in (teachers, parents):
            await votes(bot, who[:6], 5)
            await votes(bot, who[6:12], 4)
        await votes(bot, [*teachers[12:17], *parents[12:14]], 2)
        await votes(bot, [*teachers[17:18], *parents[14:18]], 1)
        await closed(bot)
        told = await by_group(bot)
        assert "Cedar Valley Education Association (18 people): 6 gave 4, 6 gave 5, 6 gave other answers" in told
        assert "Cedar Valley PTA (18 people): 6 gave 4, 6 gave 5, 6 gave other answers" in told


@pytest.mark.parametrize("kind", ["anonymous", "ranked"])
async def test_neither_anonymous_nor_ranked_polls_are_split(tmp_path: Path, kind: str) -> None:
    async with core(tmp_path) as bot:
        fields = {"several": "ranked", "options": "Oak\nElm"} if kind == "ranked" else {}
        await asked(bot, QUESTION, *(["poll.secrecy"] if kind == "anonymous" else []), **fields)
        await votes(bot, [*of("cvea")[:12], *of("pta")[:7]], YES)
        await votes(bot, [*of("cvea")[12:20], *of("pta")[7:13]], NO)
        await closed(bot)
        card = await press(bot, MARIA, "poll.show", "1:en")
        assert "33 people answered." in card
        assert "[By group]" not in card
        assert "isn't here any more" in await by_group(bot)


async def test_the_button_is_there_once_it_is_closed(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        await asked(bot)
        await votes(bot, of("cvea")[:9], YES)
        assert "[By group]" not in await press(bot, MARIA, "poll.show", "1:en")
        await votes(bot, of("cvea")[9:10], YES)
        assert "[By group]" not in await press(bot, MARIA, "poll.show", "1:en")
        await closed(bot)
        assert "[By group]" in await press(bot, MARIA, "poll.show", "1:en")


async def test_a_conversation(tmp_path: Path) -> None:
    async with house(tmp_path) as home:
        maria = chair(home, "slack", "Maria Rivera", "partnership-commons")
        kevin = chair(home, "discord", "Kevin Brandvold", "town-square")
        await posted(maria, "/poll Now?", "#partnership-commons (Slack)", "#town-square (Discord)", silently=True)
        staff = [one.name for one in MEMBERS if one.group == "cvea" and one.slack][:10]
        families = [one.name for one in MEMBERS if one.group == "pta" and one.discord][:10]
        for platform, channel, names in (
            ("slack", "partnership-commons", staff),
            ("discord", "town-square", families),
        ):
            for place, name in enumerate(names):
                await chair(home, platform, name, channel).answers("Yes" if place % 2 else "No")
        await later(home, days=2)
        for who in (maria, kevin):
            await who.answers("By group")
            shown = await who.sees(
                "Cedar Valley Education Association (10 people): Yes 5, No 5", "Cedar Valley PTA (10 people)"
            )
            assert shown.private
