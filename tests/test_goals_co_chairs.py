"""Two co-chairs of two groups lead a round; two groups' titles are one when both say so."""

from __future__ import annotations

from pathlib import Path

from support.concerns import KITS, NOISE, says, titled
from support.cores import Core, core
from support.corner import Corner, corner, next_due, shown
from support.databases import on_both, on_either, rows
from support.districts import pretend

from bot.boundary import Account
from bot.goals.rounds import chairs, rounds


async def listed(bot: Core) -> tuple[Corner, Corner]:
    """The association and the PTA have shown a title each: a hall to read in, and room to read."""
    await says(corner(bot, "Owen Lindqvist"), NOISE)
    await says(corner(bot, "Silvia Cantú", "discord"), KITS)
    dana, marcus = corner(bot, "Dana Lee"), corner(bot, "Marcus Tilley", "discord")
    await titled(dana, "A quiet hall", "Un salón tranquilo")
    await titled(marcus, "Room to read", "Lugar para leer")
    for leader in (dana, marcus):
        await leader.presses("round.open")
        await leader.presses("round.ready")
        await leader.clicks("Show it")
    return dana, marcus


async def joined(dana: Corner, marcus: Corner) -> None:
    await dana.presses("round.show")
    await dana.clicks("Join two titles")
    await dana.fills_in(ours="A quiet hall", theirs="Room to read · Cedar Valley PTA")
    await marcus.presses("round.show")
    marcus.sees("would join its title “A quiet hall” with your “Room to read”")
    await marcus.clicks("Join them")
    marcus.sees("“Room to read” goes with “A quiet hall”: people are asked once.")


async def named(leader: Corner, label: str) -> None:
    await leader.presses("round.show")
    await leader.clicks("Name a co-chair")
    await leader.fills_in(seat=label)


async def all_say(bot: Core, *said: str) -> None:
    """Six of the association, six of the PTA."""
    for group in ("cvea", "pta"):
        for member in [one for one in pretend().members if one.group == group and (one.slack or one.discord)][:6]:
            who = Corner(bot, Account.parse(pretend().accounts(member)[0]))
            for one in said:
                await who.presses("round.say", one)


@on_both
async def test_titles_that_two_groups_join_are_rated_once(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        database = bot.settings.database_url
        dana, marcus = await listed(bot)
        await joined(dana, marcus)
        await dana.presses("round.begin")
        owen = corner(bot, "Owen Lindqvist")
        await owen.presses("round.rate")
        owen.sees("1 of 1", "A quiet hall")
        await all_say(bot, "1:now")
        await owen.presses("round.say", "2:now")
        owen.sees("That isn't here any more.")
        await next_due(bot, rounds.END)
        await owen.presses("round.results")
        owen.sees("1. A quiet hall", "Together with: Room to read")
        (counted,), (alone,) = rows(database, "select counts from themes order by id")
        assert str(counted).count("[6, 0, 0]") == 2  # of both groups
        assert not alone
        await dana.presses("theme.scope", "1")
        await dana.fills_in(scope="The administration decides", why="Rooms are planned by the district.")
        await bot.later(days=1)
        letters = rows(database, "select count(*) from deliveries where card = 'question.letter'")
        assert letters == [(2,)]  # to those of both groups


@on_either
async def test_one_group_alone_joins_nothing_and_either_can_part(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        database = bot.settings.database_url
        dana, marcus = await listed(bot)
        await marcus.presses("theme.join-yes", "2:1")
        assert rows(database, "select count(*) from themes where joined_id is not null") == [(0,)]
        await dana.presses("theme.join")
        await dana.fills_in(ours="A quiet hall", theirs="Room to read · Cedar Valley PTA")
        await dana.presses("theme.join-yes", "1:2")  # for the other group
        assert rows(database, "select count(*) from themes where joined_id is not null") == [(0,)]
        await marcus.presses("theme.join-no", "2:1")
        await marcus.presses("theme.join-yes", "2:1")
        marcus.sees("That isn't here any more.")
        await joined(dana, marcus)
        await dana.presses("round.show")
        await dana.clicks("Part them again")
        assert rows(database, "select count(*) from themes where joined_id is not null") == [(0,)]
        await joined(dana, marcus)
        await dana.presses("round.unready")
        assert rows(database, "select count(*) from themes where joined_id is not null") == [(0,)]


def _role(bot: Core, holder: str) -> int:
    """The number of theirs that was named."""
    theirs = f"join members m on m.id = s.holder_id where m.name = '{holder}'"
    named = f"select s.id from seats s join round_parts p on p.chair_id = s.id {theirs}"
    ((id,),) = rows(bot.settings.database_url, named)
    return int(id)


@on_either
async def test_two_co_chairs_say_who_decides(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        dana, marcus = await listed(bot)
        await named(dana, "Maria Rivera (Lincoln Elementary's building rep)")
        dana.sees("Asked to co-chair: Lincoln Elementary's building rep (Maria Rivera).")
        await named(marcus, "Marcus Tilley (the PTA liaison, Cedar Valley PTA)")
        marcus.sees("Co-chair: the PTA liaison, Cedar Valley PTA (Marcus Tilley).")
        samuel, maria = corner(bot, "Samuel Okafor"), corner(bot, "Maria Rivera")
        await samuel.presses("round.open")
        await named(samuel, "Elena Ortiz (Lincoln Elementary's principal)")
        assert "with Marcus Tilley" in shown(bot, chairs.show, _role(bot, "Maria Rivera"))
        await maria.types("somewhere")
        await maria.clicks("Yes")
        elena = corner(bot, "Elena Ortiz")
        await elena.types("somewhere")
        assert "dirigir esta ronda" not in elena.sees()
        await elena.presses("round.chair-yes")
        elena.sees("Ya la dirigen dos personas.")
        await samuel.presses("round.show")
        await samuel.clicks("Take our co-chair back")
        assert "Name a co-chair" not in samuel.sees()
        await samuel.presses("round.chair", "1")
        samuel.sees("Two co-chair it already")
        await samuel.presses("round.pause")
        await dana.presses("round.begin")
        await all_say(bot, "1:now", "2:not now")
        await next_due(bot, rounds.END)
        await dana.presses("theme.scope", "1")
        dana.sees("That isn't here any more.")  # she named somebody else
        await maria.presses("theme.scope", "2")
        await maria.fills_in(scope="Each teacher decides", why="It is theirs.")
        maria.sees("Each teacher decides: It is theirs.")


@on_either
async def test_a_co_chair_may_say_no_and_nobody_names_anothers(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        dana, marcus = await listed(bot)
        await dana.presses("round.chair", "1")
        assert not any("PTA" in label for label in dana.choices("seat"))
        await named(dana, "Maria Rivera (Lincoln Elementary's building rep)")
        owen, maria = corner(bot, "Owen Lindqvist"), corner(bot, "Maria Rivera")
        await owen.presses("round.chair-yes")
        owen.sees("That isn't here any more.")
        await maria.presses("round.chair-no")
        await dana.presses("round.show")
        assert "co-chair:" not in dana.sees()
        await named(marcus, "Marcus Tilley (the PTA liaison, Cedar Valley PTA)")
        await marcus.clicks("Take our co-chair back")
        assert rows(bot.settings.database_url, "select count(*) from round_parts where chair_id is not null") == [(0,)]


@on_either
async def test_only_their_own_groups_leader_sees_whom_it_named_until_they_say_yes(tmp_path: Path) -> None:
    """So a "no" is nobody else's."""
    async with core(tmp_path) as bot:
        dana, marcus = await listed(bot)
        samuel, maria = corner(bot, "Samuel Okafor"), corner(bot, "Maria Rivera")
        await samuel.presses("round.open")
        await named(dana, "Maria Rivera (Lincoln Elementary's building rep)")
        for other in (marcus, samuel):
            await other.presses("round.show")
            assert "Maria Rivera" not in other.sees()
        await named(samuel, "Elena Ortiz (Lincoln Elementary's principal)")
        elena = corner(bot, "Elena Ortiz")
        await elena.types("somewhere")
        elena.sees("por District Administration, con alguien de otro grupo?")
        await marcus.presses("round.show")
        before = marcus.sees("[Name a co-chair]")
        await marcus.clicks("Name a co-chair")
        assert "the PTA liaison" in " ".join(marcus.choices("seat"))
        await maria.presses("round.chair-no")
        maria.sees("Only your group's leader sees it.")
        await marcus.presses("round.show")
        assert marcus.sees() == before
        await named(dana, "Maria Rivera (Lincoln Elementary's building rep)")
        await maria.presses("round.chair-yes")
        await samuel.presses("round.show")
        samuel.sees("Co-chair: Lincoln Elementary's building rep (Maria Rivera).", "Asked to co-chair: ")
        await maria.presses("round.chair-no")  # later
        maria.sees("Those who lead a group see that you don't co-chair it any more.")


@on_either
async def test_who_is_asked_to_lead_reads_only_what_they_are_asked(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        dana, _ = await listed(bot)
        samuel = corner(bot, "Samuel Okafor")
        await samuel.presses("round.open")
        await named(dana, "Maria Rivera (Lincoln Elementary's building rep)")
        await named(samuel, "Elena Ortiz (Lincoln Elementary's principal)")
        await bot.later(days=1)
        told = "select m.name, n.subject from notices n join members m on m.id = n.member_id where n.name = '{}'"
        notices = dict(rows(bot.settings.database_url, told.format(chairs.NOTICE)))
        assert notices.keys() == {"Maria Rivera", "Elena Ortiz"}
        text = shown(bot, chairs.show, notices["Maria Rivera"])
        assert "for Cedar Valley Education Association" in text
        assert "District Administration" not in text
        assert text.count("Would you lead") == 1
