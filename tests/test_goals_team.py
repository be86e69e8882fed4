"""A team is put together by each group for its own people; partners offer; the board says first what it expects."""

from __future__ import annotations

from pathlib import Path

from support.concerns import GOAL, agreed
from support.cores import core
from support.corner import corner, shown
from support.databases import change, on_both, on_either, rows
from test_goals_consent import told

from bot.goals.team import inviting

PRIYA = "Priya Natarajan"


@on_both
async def test_a_group_appoints_somebody_who_knows_about_it(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        database, maria = bot.settings.database_url, await agreed(bot)
        priya, dana = corner(bot, PRIYA), corner(bot, "Dana Lee")
        await priya.types("know", "about dyslexia")
        priya.sees("Noted, for those who appoint the people of Cedar Valley Education Association.")
        await maria.presses("goal.show", "1")
        await maria.clicks("The team")
        await maria.clicks("Ask a group for somebody")
        await maria.fills_in(group="Cedar Valley Education Association", what="knows about dyslexia", hours="")
        maria.sees("Please say how much time it takes.")
        await maria.presses("team.ask", "1")
        cvea = "Cedar Valley Education Association"
        await maria.fills_in(group=cvea, what="knows about dyslexia", hours="One hour monthly")
        maria.sees("is asked for somebody: knows about dyslexia")
        assert told(database, "team-asked") == {"Dana Lee"}
        await dana.types("somewhere")
        await dana.clicks("Put somebody forward")
        for name in ("Marcus Tilley", "Lee and nobody"):  # of another group, and nobody
            await dana.sends("team.forward", "1", {"whom": (name,)})
            assert rows(database, "select state from open_seats") == [("asked",)]
        await dana.sends("team.forward", "1", {"whom": (PRIYA,)})
        dana.sees("Priya Natarajan is asked.")
        await maria.presses("team.show", "1")
        assert PRIYA not in maria.sees()
        assert "One hour monthly" in shown(bot, inviting.show_invited, 1)
        await corner(bot, "Owen Lindqvist").presses("team.yes", "1")
        await priya.presses("team.no", "1")
        assert rows(database, "select state, member_id from open_seats") == [("asked", None)]
        await dana.sends("team.forward", "1", {"whom": (PRIYA,)})
        await priya.presses("team.yes", "1")
        await maria.presses("team.show", "1")
        maria.sees(f"{PRIYA} (knows about dyslexia)")
        await maria.presses("team.take-back", "1")  # no button offers her that
        assert rows(database, "select state from open_seats") == [("filled",)]


@on_either
async def test_somebody_of_another_building_is_asked_without_the_goals_words(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        maria = await agreed(bot)
        await maria.presses("team.ask", "1")
        await maria.fills_in(group="Cedar Valley Education Association", hours="One hour monthly")
        await corner(bot, "Dana Lee").sends("team.forward", "1", {"whom": ("Aisha Farouk",)})
        invited = shown(bot, inviting.show_invited, 1)
        assert "a goal at Lincoln Elementary?" in invited
        assert GOAL["change"] not in invited
        await maria.presses("team.ask", "1")
        await maria.fills_in(group="Cedar Valley Public Library", hours="One hour monthly")
        asked = shown(bot, inviting.show_asked, 2)  # nor does a group that has no part in it
        assert "somebody for a goal at Lincoln Elementary. You appoint your own people" in asked
        assert GOAL["change"] not in asked


@on_either
async def test_who_left_the_group_says_yes_for_it_no_more(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        database, maria = bot.settings.database_url, await agreed(bot)
        await maria.presses("team.ask", "1")
        await maria.fills_in(group="Cedar Valley Education Association", hours="One hour monthly")
        await corner(bot, "Dana Lee").sends("team.forward", "1", {"whom": (PRIYA,)})
        families = "(select id from groups where name = 'Cedar Valley PTA')"
        change(database, f"update members set group_id = {families} where name = '{PRIYA}'")
        priya = corner(bot, PRIYA)
        for says in ("team.yes", "team.no"):
            await priya.presses(says, "1")
            priya.sees("That isn't here any more.")
        assert rows(database, "select state from open_seats") == [("invited",)]
        assert "One hour monthly" not in str(await priya.types("somewhere"))


@on_either
async def test_what_somebody_knows_is_read_by_their_own_group_alone(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        maria = await agreed(bot)
        priya, marcus = corner(bot, PRIYA), corner(bot, "Marcus Tilley", "discord")
        await priya.types("know", "dyslexia")
        await maria.presses("team.ask", "1")
        await maria.fills_in(group="Cedar Valley PTA", hours="One hour")
        await marcus.presses("team.forward", "1")
        assert "dyslexia" not in str(marcus.answer)
        samuel = corner(bot, "Samuel Okafor")
        await samuel.presses("team.forward", "1")
        samuel.sees("That isn't here any more.")
        await corner(bot, "Owen Lindqvist").presses("know.drop", "1")
        await priya.types("know")
        await priya.clicks("Take it out")
        assert rows(bot.settings.database_url, "select count(*) from knowledge") == [(0,)]


@on_either
async def test_what_somebody_knows_stays_with_the_group_to_which_they_said_it(tmp_path: Path) -> None:
    """Those who appoint the people of the one to which they came have not been told."""
    async with core(tmp_path) as bot:
        maria, priya = await agreed(bot), corner(bot, PRIYA)
        await priya.types("know", "dyslexia")
        for group in ("Cedar Valley Education Association", "Cedar Valley PTA"):
            await maria.presses("team.ask", "1")
            await maria.fills_in(group=group, hours="One hour")
        families = "(select id from groups where name = 'Cedar Valley PTA')"
        change(bot.settings.database_url, f"update members set group_id = {families} where name = '{PRIYA}'")
        marcus, dana = corner(bot, "Marcus Tilley", "discord"), corner(bot, "Dana Lee")
        await marcus.presses("team.forward", "2")
        assert PRIYA in str(marcus.answer)
        assert "dyslexia" not in str(marcus.answer)
        await dana.presses("team.forward", "1")
        assert "dyslexia" not in str(dana.answer)
        await priya.types("know")
        priya.sees("You wrote this as one of Cedar Valley Education Association. Nobody else reads it now.")
        await priya.types("know", "dyslexia")
        await marcus.presses("team.forward", "2")
        assert "dyslexia" in str(marcus.answer)


@on_either
async def test_what_a_form_said_before_a_move_is_no_word_to_the_other_group(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        priya = corner(bot, PRIYA)
        await priya.presses("know.add")
        assert "the people of Cedar Valley Education Association" in priya.field(0).hint
        families = "(select id from groups where name = 'Cedar Valley PTA')"
        change(bot.settings.database_url, f"update members set group_id = {families} where name = '{PRIYA}'")
        await priya.fills_in(about="Dyslexia")
        priya.sees("By now others would read it than the form said", "Dyslexia")
        assert rows(bot.settings.database_url, "select count(*) from knowledge") == [(0,)]
        await priya.clicks("Fix it")
        assert "the people of Cedar Valley PTA" in priya.field(0).hint
        await priya.fills_in(about="Dyslexia")
        priya.sees("Noted, for those who appoint the people of Cedar Valley PTA.")


@on_either
async def test_the_home_card_offers_it_to_whom_it_makes_sense(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        maria = await agreed(bot)
        hannah, priya, jorge = (
            corner(bot, "Hannah Whitaker"),
            corner(bot, PRIYA),
            corner(bot, "Jorge Olivares", "discord"),
        )
        await maria.presses("team.ask", "1")
        await maria.fills_in(group="Cedar Valley Education Association", hours="One hour monthly")
        await priya.types("somewhere")
        await priya.clicks("I know about …")
        await priya.fills_in(about="Dyslexia")
        await hannah.types("somewhere")
        await hannah.clicks("Offer a room, training or help")
        await hannah.fills_in(kind="A room", what="A reading room")
        hannah.sees("Offered.")
        for who in (priya, jorge, maria):
            await who.types("somewhere")
        assert "I know about" not in priya.sees()  # she said so
        assert "Offer a room" not in maria.sees("I know about …")
        assert "Yo sé de" not in jorge.sees()  # nobody asks his group
        dana = corner(bot, "Dana Lee")
        await dana.types("somewhere")
        assert "I know about" not in dana.sees("Put somebody forward")


@on_either
async def test_partners_offer_to_teams(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        maria = await agreed(bot)
        hannah = corner(bot, "Hannah Whitaker")
        for what in ("Snacks on Fridays", "Quiet reading room for twenty minutes a day"):
            await hannah.types("offer", what)
            await hannah.fills_in(kind="A room")
            hannah.sees("Offered.")
        await maria.presses("offer.list", "1")
        text = maria.sees("Quiet reading room", "Hannah Whitaker")
        assert text.index("Quiet reading room") < text.index("Snacks")
        await maria.presses("offer.take-back", "1")
        await hannah.presses("offer.take-back", "1")
        await maria.presses("offer.list", "1")
        assert "Snacks" not in maria.sees()


@on_either
async def test_the_board_says_first_what_it_expects(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        patricia, owen = corner(bot, "Patricia Nowak"), corner(bot, "Owen Lindqvist")
        await patricia.types("somewhere")
        await patricia.clicks("What our board expects")
        await patricia.fills_in(text="We work on it together.", met="October 13", item="")
        patricia.sees("Please write something")
        await patricia.presses("board.state")
        await patricia.fills_in(text="We work on it together.", met="October 13", item="4")
        await owen.presses("board.state")
        owen.sees("That isn't here any more.")
        await owen.types("board")
        owen.sees("said in public on October 13, item 4", "We work on it together.")
        await patricia.types("somewhere")
        assert "what does the board expect" not in patricia.sees()
        await bot.later(days=366)
        await patricia.types("somewhere")
        patricia.sees("what does the board expect")


@on_either
async def test_a_parent_finds_the_board_before_it_says_or_asks_anything(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        guadalupe = corner(bot, "Guadalupe Navarrete", "discord")
        await guadalupe.types("goals")
        await guadalupe.clicks("Sobre la mesa directiva")
        guadalupe.sees("todavía no dice lo que espera", "Decide en juntas públicas", "[Hacer una pregunta]")
        await guadalupe.clicks("Agendas de juntas abiertas")
        assert "asesoría legal" not in guadalupe.sees("Ahora no hay ninguna agenda de una junta abierta.")
        await guadalupe.clicks("Volver")
        guadalupe.sees("Hola, Guadalupe Navarrete")
