"""What the groups of the pretend district do together in the week of `story`, each thing once: concerns and goals, a
round, meetings, something told to many, two joined channels."""

from __future__ import annotations

from datetime import datetime

from support import broadcasts, concerns, joined
from support.cores import said
from support.corner import Corner, buttons
from support.landed import since
from support.landed.town import Town

from bot.boundary import Account

HECTOR = "Héctor Villalobos (a member of Schedule Committee)"


async def last_week(town: Town) -> None:
    """What is over, or goes on, a week later."""
    await _a_goal(town)
    await _a_round(town)
    body = await _meetings(town)
    await since.last_week(town)
    await _told(town)
    await since.tells_and_listens(town)
    await _joined(town)
    await _until(town, "2026-09-30T17:00:00+00:00")
    await town.sent()
    await _afterwards(town)
    await since.afterwards(town)
    await _until(town, "2026-10-02T23:00:00+00:00")
    await town.sent()
    await _met(town, body)
    await town.sent()


async def this_week(town: Town) -> None:
    """What has just begun."""
    await _concerns_and_goals(town)
    await _a_pair(town)
    await _telling(town)
    await since.this_week(town)
    await _talking(town)
    await town.sent()


async def _until(town: Town, moment: str) -> None:
    """What is said on the way is sent later: with many messages at each stop, sending would take minutes."""
    await town.bot.timetable.jump(datetime.fromisoformat(moment), lambda: town.sender.drain(0.2))


def _of(town: Town, name: str) -> Corner:
    there = {"Rosa Delgado", "Silvia Cantú", "Marcus Tilley", "Luz Paredes", "Hannah Whitaker"}
    return town.sit(name, "discord" if name in there else "slack")


# A goal, from one concern to when they talk; another that ended -----------------------------------------------------


async def _a_goal(town: Town) -> None:
    maria, owen, thuy = (town.sit(name) for name in ("Maria Rivera", "Owen Lindqvist", "Thuy Pham"))
    rosa, silvia, elena = (_of(town, name) for name in ("Rosa Delgado", "Silvia Cantú", "Elena Ortiz"))
    for leader in (maria, rosa):
        await leader.presses("concern.call")
        await town.clicks(leader, "concern.call-post")
    await concerns.says(owen, concerns.NOISE)
    await concerns.says(thuy, "The copier is out of order.", named=True, shared=True)
    await concerns.says(town.sit("Jamal Whitfield"), "Somebody is unkind.")
    await concerns.says(silvia, concerns.KITS, shared=True)
    await town.does(maria, "concern.hide", 3, reason="It names a person.")
    await town.does(maria, "goal.start", 1, **concerns.GOAL)
    await town.clicks(maria, "goal.send")
    for who in (elena, rosa):
        await who.presses("goal.answer", "1:1:agree")
    await town.does(rosa, "goal.start", 4, students="Todos", change="Más juegos", measure="Juegos")
    await town.clicks(rosa, "goal.send")
    await town.does(elena, "goal.answer", "2:1:block", reason="There is no money for that yet.")


async def _a_round(town: Town) -> None:
    dana, marcus = town.sit("Dana Lee"), _of(town, "Marcus Tilley")
    await concerns.titled(dana, "A quiet hall", "Un salón tranquilo")
    await concerns.titled(dana, "A copier that works", "Una copiadora que funcione")
    await concerns.titled(marcus, "Enough kits", "Juegos para todos")
    await dana.presses("theme.list")
    await dana.presses("theme.open", "1")
    await dana.presses("theme.keep", "2")
    for leader in (dana, marcus):
        for do in ("round.show", "round.open", "round.ready"):
            await leader.presses(do)
        await town.clicks(leader, "round.ready-now")
    await dana.presses("round.begin")
    for name in ("Owen Lindqvist", "Thuy Pham", "Jamal Whitfield", "Curtis Wendell", "Yesenia Cordero"):
        await town.sit(name).presses("round.rate")
        await town.sit(name).presses("round.say", "1:now")
    await _of(town, "Luz Paredes").presses("round.rate")
    for do in ("round.show", "round.results"):
        await town.sit("Samuel Okafor").presses(do)


# Meetings: a pair that has met, a committee that is about to -------------------------------------------------------


async def _meetings(town: Town) -> str:
    """The number of the committee's meeting."""
    maria, rosa = town.sit("Maria Rivera"), _of(town, "Rosa Delgado")
    await maria.presses("meeting.start")
    await maria.fills_in(first="2026-10-01T15:15", second="2026-10-02T15:15")
    await town.clicks(maria, "meeting.send")
    await rosa.presses("meeting.pick", "1:1")
    await town.does(maria, "meeting.add", 1, text="Reading night")
    await town.does(rosa, "meeting.add", 1, text="Meriendas")
    for who in (maria, rosa):
        await who.presses("meeting.show", "1")
    joel = town.sit("Joel Hartmann")
    await joel.presses("meeting.set-up")
    await joel.fills_in(when="2026-10-02T16:00", place="Room 12", often="Every week on that weekday")
    await town.clicks(joel, "meeting.more")
    await joel.fills_in()
    await town.clicks(joel, "meeting.save")
    body = next(one.about for one in buttons(said(joel.answer)) if one.do in ("meeting.show", "meeting.add"))
    for who, text in ((town.sit("Héctor Villalobos"), "Timbres"), (joel, "Bus times")):
        await town.does(who, "meeting.add", body, text=text)
    await joel.presses("meeting.feed")
    await joel.presses("meeting.feed-make")
    return body


async def _met(town: Town, body: str) -> None:
    maria, rosa, joel = town.sit("Maria Rivera"), _of(town, "Rosa Delgado"), town.sit("Joel Hartmann")
    await town.does(
        maria, "meeting.note", 1, decided="Reading night on the 12th", mine="Book the gym", theirs="Ask for snacks"
    )
    for number in ("1", "2"):
        for who in (maria, rosa):
            await who.presses("action.accept", number)
    await rosa.presses("action.on-the-way", "2")
    await maria.presses("meeting.tell", "1")
    await joel.presses("meeting.outcomes", body)
    await town.clicks(joel, "meeting.outcome")
    await joel.fills_in(outcome="Somebody does something", line="Ask them", who=HECTOR)
    await joel.presses("meeting.propose-minutes", body)


async def _a_pair(town: Town) -> None:
    curtis = town.sit("Curtis Wendell")
    await curtis.presses("meeting.start")
    await curtis.fills_in()
    await town.clicks(curtis, "meeting.send")
    maria, dana, joel = town.sit("Maria Rivera"), town.sit("Dana Lee"), town.sit("Joel Hartmann")
    await maria.types("somewhere")
    await joel.types("somewhere")
    await joel.presses("meeting.no-school")
    hector = town.sit("Héctor Villalobos")
    await hector.types("somewhere")
    for do in ("meeting.look-minutes", "meeting.show", "meeting.agenda", "meeting.minutes"):
        for number in ("1", "2", "3", "4"):
            await hector.presses(do, number)
            await joel.presses(do, number)
    await dana.presses("meeting.pair-all")
    await town.sit("Priya Natarajan").presses("meeting.set-up")  # chairs no committee
    await town.sent()


# Told to many ---------------------------------------------------------------------------------------------------


async def _told(town: Town) -> None:
    maria, samuel, dana = town.sit("Maria Rivera"), town.sit("Samuel Okafor"), town.sit("Dana Lee")
    await _until(town, "2026-09-30T15:30:00+00:00")
    for _ in range(2):
        await maria.types("tell", "The copier is back.")
    await town.clicks(maria, "broadcast.send")
    await broadcasts.writes(samuel, broadcasts.ASSOCIATION)
    await town.clicks(samuel, "broadcast.send")
    await broadcasts.writes(dana, broadcasts.ASSOCIATION, text="Dues are due in May.")
    await town.clicks(dana, "broadcast.send")


async def _afterwards(town: Town) -> None:
    samuel = town.sit("Samuel Okafor")
    for name in ("Owen Lindqvist", "Maria Rivera", "Thuy Pham"):
        await town.sit(name).types("somewhere")
        await town.sit(name).presses("broadcast.read", "2")
    await samuel.presses("broadcast.report", "2")
    await town.does(samuel, "broadcast.correct", 2, text="Open enrollment ends on Monday.")
    await town.does(town.sit("Maria Rivera"), "broadcast.retract", 1, reason="It broke again.")


async def _telling(town: Town) -> None:
    """One that goes out this minute, one that waits for the families' seat, and two that are half written."""
    maria, samuel, dana = town.sit("Maria Rivera"), town.sit("Samuel Okafor"), town.sit("Dana Lee")
    for _ in range(2):
        await maria.types("tell", "The gym is closed.")
    await town.clicks(maria, "broadcast.send")
    await samuel.presses("broadcast.report", "2")
    await broadcasts.writes(samuel, broadcasts.ASSOCIATION)
    await town.clicks(samuel, "broadcast.see")
    await broadcasts.writes(dana, broadcasts.ASSOCIATION, broadcasts.PTA, text="Come to the fair.")
    await town.clicks(dana, "broadcast.send")
    await broadcasts.writes(dana, broadcasts.ASSOCIATION, text="A third one.")
    for who in (maria, _of(town, "Rosa Delgado"), dana, samuel, town.sit("Owen Lindqvist")):
        await who.types("somewhere")
        for number in ("1", "2", "3", "4", "5"):
            for do in ("broadcast.look", "broadcast.check", "broadcast.show", "broadcast.report"):
                await who.presses(do, number)


# Two joined channels --------------------------------------------------------------------------------------------


async def _joined(town: Town) -> None:
    joint = await joined.asked(town.bot)
    await joined.agree(joint, *joined.AGREEING)
    await town.sent()
    await joined.named(joint, joined.DANA, joined.ROSA)
    await joint.says("The gym is open on Saturday.", 1)
    await joint.says("Gracias", 2, joined.ROSA)


async def _talking(town: Town) -> None:
    joint = joined.Joint(town.bot)
    await joint.says("Student number 12345678 was here.", 11)
    await joint.says("Who brings cake?", 12)
    kevin = Account("discord", joined.SQUARE.workspace, "1317657113041631193")
    await joint.says("Is it free?", 13, kevin)
    await town.sent()
    for name, platform in (("Dana Lee", "slack"), ("Marcus Tilley", "discord")):
        who = joint.corner(name, platform)
        await who.types("somewhere", "moderate")
        await who.types("somewhere")
        await who.presses("joining.look", "1")


# This week -------------------------------------------------------------------------------------------------------


async def _concerns_and_goals(town: Town) -> None:
    maria, thuy, curtis, aisha = (
        town.sit(name) for name in ("Maria Rivera", "Thuy Pham", "Curtis Wendell", "Aisha Farouk")
    )
    rosa, elena = _of(town, "Rosa Delgado"), town.sit("Elena Ortiz")
    await concerns.says(aisha, "Too few books.", shared=True)
    await concerns.says(town.sit("Owen Lindqvist"), "The bell is too loud.")
    await town.sit("Owen Lindqvist").types("concern")
    await concerns.writes(thuy, "Half written.")
    await maria.presses("concern.read")
    await maria.presses("concern.report", "2")
    await town.does(maria, "goal.offer-times", 1)
    await town.does(maria, "goal.tell", 1)
    await town.does(curtis, "goal.start", 5, students="All", change="More books", measure="Books")
    await town.clicks(curtis, "goal.send")
    await maria.presses("goal.start-line")
    await maria.fills_in(students="Everybody", change="Quiet bells", measure="Loud bells")
    for who in (maria, elena, rosa, curtis, town.sit("Patricia Nowak")):
        await who.types("goals")
        for number in ("1", "2", "3"):
            await who.presses("goal.show", number)
    await town.does(town.sit("Dana Lee"), "goal.rule", "")
    await town.sit("Dana Lee").presses("round.show")
    await _of(town, "Marcus Tilley").presses("round.show")
    await town.sent()
