"""What the people of `together` can do since more was made: a board listens, what is replied to something told comes to
its seat, a goal is counted and tried for, two lead the round, and data is asked for. Each thing is left where somebody
can go on with it."""

from __future__ import annotations

from support import listening
from support.cores import said
from support.corner import buttons
from support.landed.town import STAFF, Town, button
from support.listening import CAUCUS

LIBRARY = "The library is open until five."
FAMILIES_CAUCUS = "#pta-caucus (Discord)"


async def last_week(town: Town) -> None:
    """Before what was told is posted, and what was asked is told on."""
    await _a_board_listens(town)
    await _a_goal_is_worked_on(town)


async def afterwards(town: Town) -> None:
    """A day or two later."""
    await _is_replied_to(town)
    await _is_looked_through(town)


async def this_week(town: Town) -> None:
    await _the_board_answers(town)
    await _another_session(town)
    await _replies_wait(town)
    await _two_lead_the_round(town)
    await _data_is_asked_for(town)
    await _some_are_picked_to_meet(town)
    await town.sent()


# A board listens -------------------------------------------------------------------------------------------------


async def _a_board_listens(town: Town) -> None:
    """Session 1, until Tuesday: the association and the families say yes."""
    await listening.opened(town.bot, CAUCUS, FAMILIES_CAUCUS)
    owen, beatriz, silvia = town.sit("Owen Lindqvist"), town.sit("Beatriz Montoya"), town.sit("Silvia Cantú", "discord")
    await listening.says(owen, "The late bus leaves before tutoring ends.")
    await listening.says(beatriz, "Our step is four years late.", named=True)
    await listening.says(silvia, "El camión llega tarde.", named=True)
    await listening.says(town.sit("Thuy Pham"), "The stop has no roof.")
    await owen.presses("listening.own", "1")


async def _is_looked_through(town: Town) -> None:
    """Hidden from the board, shown again, hidden; and under a title. Then it is closed before its time."""
    dana, marcus, patricia = town.sit("Dana Lee"), town.sit("Marcus Tilley", "discord"), town.sit("Patricia Nowak")
    await dana.presses("listening.look", "1")
    await town.does(dana, "listening.hide", 2, why="That is for bargaining.")
    await dana.presses("listening.show-again", "2")
    await town.does(dana, "listening.hide", 2, why="That is for bargaining.")
    await marcus.presses("listening.look", "1")
    await town.does(marcus, "listening.sort", 3, title_en="Bus times", title_es="Horarios del camión")
    await town.does(dana, "listening.sort", 1, title_en="Late buses", title_es="Camiones tardíos")
    await patricia.presses("listening.close", "1")
    for do in ("listening.close-now", "listening.reopen", "listening.close-now"):
        await patricia.presses(do, "1")


async def _the_board_answers(town: Town) -> None:
    patricia, gilberto = town.sit("Patricia Nowak"), town.sit("Gilberto Sandoval")
    for who in (patricia, gilberto):
        await who.types("somewhere")
        await who.presses("listening.read", "1")
    await town.does(patricia, "listening.answer", 1, words="The bus waits from Monday on.")
    await town.does(patricia, "listening.answer", 3, words="Regular meeting, October 20")
    await patricia.presses("listening.unanswer", "3")
    await patricia.presses("listening.read", "1")
    for name in ("Owen Lindqvist", "Beatriz Montoya"):
        await town.sit(name).presses("listening.show", "1")


async def _another_session(town: Town) -> None:
    """The second, for which the families have not said yes."""
    patricia, dana, owen = town.sit("Patricia Nowak"), town.sit("Dana Lee"), town.sit("Owen Lindqvist")
    await listening.asks(town.bot, CAUCUS, FAMILIES_CAUCUS)
    await dana.presses("listening.decide", "2:yes")
    await town.sit("Marcus Tilley", "discord").types("somewhere")
    await town.does(owen, "listening.say", 2, text="Begin with the oldest bus.")
    await town.clicks(owen, "listening.send")
    await town.does(town.sit("Jamal Whitfield"), "listening.say", 2, text="Half written.")
    await owen.presses("listening.own", "2")
    await owen.presses("listening.take-back", "5")
    await dana.presses("listening.look", "2")
    await patricia.types("somewhere")


# Replies to what was told ----------------------------------------------------------------------------------------


async def tells_and_listens(town: Town) -> None:
    """Number 4, of which the rep wants to hear what is replied."""
    maria = town.sit("Maria Rivera")
    await maria.types("tell", LIBRARY)
    draft = button(maria, "broadcast.want-replies").about
    await town.does(maria, "broadcast.more", draft)
    await maria.presses("broadcast.want-replies", draft)
    await town.clicks(maria, "broadcast.send")


async def _is_replied_to(town: Town) -> None:
    """Below what stands in the building's channel: one is answered, one let rest, one still waits."""
    maria = town.sit("Maria Rivera")
    for name, text in (
        ("Jamal Whitfield", "Does that hold for part-time staff?"),
        ("Priya Natarajan", "Good to know."),
        ("Thuy Pham", "And the other one?"),
    ):
        await town.says(town.sit(name, place=STAFF), LIBRARY, text)
    await maria.presses("broadcast.replies", "4")
    await town.does(maria, "broadcast.reply", 1, text="Yes, all of us.")
    await maria.presses("broadcast.reply-leave", "2")


async def _replies_wait(town: Town) -> None:
    maria = town.sit("Maria Rivera")
    await maria.types("somewhere")
    await maria.presses("broadcast.replies", "4")
    await maria.presses("broadcast.reply", "3")


# Goals -------------------------------------------------------------------------------------------------------------


async def _a_goal_is_worked_on(town: Town) -> None:
    """The first one: its numbers, a test with its steps, and what a role is asked to give."""
    maria, rosa = town.sit("Maria Rivera"), town.sit("Rosa Delgado", "discord")
    await town.does(maria, "goal.target", 1, unit="days", target="5")
    for value in ("3", "4"):
        await town.does(maria, "goal.number", 1, value=value)
    await town.does(rosa, "goal.table", 1, rows="2026-09-01 2\n2026-09-08 3")
    await town.does(maria, "cycle.plan", 1, **{"try": "Read in the library", "until": "2026-10-20"})
    await town.does(maria, "step.add", 1, what="Ask the librarian", until="2026-10-14")
    await town.does(maria, "commitment.ask", 1, what="Cover on Tuesdays")
    await maria.presses("team.show", "1")
    await town.does(maria, "team.ask", 1, hours="An hour")
    for do in ("goal.numbers", "goal.all-numbers", "goal.record", "goal.take-numbers", "cycle.show", "data.list"):
        await maria.presses(do, "1")


async def _two_lead_the_round(town: Town) -> None:
    """One has said yes, one is asked. It is under way on that Tuesday, so no goal can come of it yet."""
    dana, marcus = town.sit("Dana Lee"), town.sit("Marcus Tilley", "discord")
    await town.does(dana, "round.chair", 1, seat="Maria Rivera (Lincoln Elementary's building rep)")
    await town.does(marcus, "round.chair", 1, seat="Marcus Tilley (the PTA liaison, Cedar Valley PTA)")
    for who in (town.sit("Maria Rivera"), marcus, town.sit("Thuy Pham")):
        await who.types("somewhere")
        for do in ("round.show", "round.rate", "round.rate-again", "round.go-on"):
            await who.presses(do, "1")


async def _data_is_asked_for(town: Town) -> None:
    """Two things: one lies on the shelf, with a link; the other waits."""
    maria, samuel = town.sit("Maria Rivera"), town.sit("Samuel Okafor")
    for what in ("How many read at level?", "How many take the late bus?"):
        await town.sends(maria, await maria.types("request", "data"), what=what, why="To pick a goal")
    known = {"answer": "22 of 60", "source": "Fall check", "link": "https://data.example.org/fall", "day": "Sep 30"}
    await town.does(samuel, "data.answer", 1, **known)
    for who in (samuel, maria):
        await who.types("somewhere", "data")
        await who.types("somewhere")


# A meeting of people who were picked ------------------------------------------------------------------------------


async def _some_are_picked_to_meet(town: Town) -> None:
    """One says yes, one is still asked; and another list is half written."""
    maria, rosa, elena = town.sit("Maria Rivera"), town.sit("Rosa Delgado", "discord"), town.sit("Elena Ortiz")
    for saved in (True, False):
        form = await maria.presses("meeting.set-up")
        await town.sends(maria, form, committee="People I pick", when="2026-10-20T15:30", place="Library")
        for name in ("Rosa Delgado", "Elena Ortiz"):
            await town.clicks(maria, "meeting.ask-in")
            await maria.fills_in(who=name)
        if saved:
            await town.clicks(maria, "meeting.save")
    for who in (rosa, elena, maria):
        await who.types("somewhere")
    join = next((one for one in buttons(said(rosa.answer)) if one.do == "meeting.join"), None)
    if join is not None:
        await rosa.presses(join.do, join.about)
        await rosa.presses("meeting.show", join.about)
