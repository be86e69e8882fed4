"""A year of one goal, through two small tests: asked in Slack, done in Discord; somebody is stuck, data and a
commitment are late, a role changes hands, there are days without school in the middle, and it ends without success."""

from __future__ import annotations

from collections import Counter
from datetime import date
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session
from support import databases
from support.databases import on_both, rows
from support.house import House, eventually, house
from support.talk import Chair, chair, forge, later

from bot.people import seats
from bot.people.model import Member, Seat

pytestmark = on_both

CHANGE = "They keep 20 minutes of reading every day"
FIRST, ROOM, SECOND = "Read in the library on Tuesdays", "Find a room for rainy days", "Read in the hall on Thursdays"
DATA, LEARNED = "How many read at level?", "Rain and a full hall: a room of our own comes first."
LINE, REPLY = "Los martes llueve mucho.", "The music room is free on Tuesdays."


async def test_a_year_of_a_goal(tmp_path: Path) -> None:
    async with house(tmp_path) as home:
        maria, elena = chair(home, "slack", "Maria Rivera"), chair(home, "slack", "Elena Ortiz")
        rosa = chair(home, "discord", "Rosa Delgado", "familias-de-lincoln")
        await rosa.types("/somewhere")
        await rosa.presses("Escríbame aquí")
        await rosa.sees("Listo.")
        await a_goal(home, maria, elena, rosa)
        await asks_for_data(home, maria)
        await plans(maria, elena, rosa)
        await later(home, days=7)
        await is_stuck(home, maria, elena)
        await is_on_the_way(home, maria, rosa)
        await later(home, days=12)
        await has_no_data_yet(home, tmp_path, maria)
        await ends_and_plans_again(maria)
        await adds_a_step(rosa)
        await gives_cover(home, maria, elena)
        await changes_hands(home, tmp_path, elena)
        await later(home, days=30)
        await stalls(home, tmp_path, maria)
        await is_late(home, tmp_path)
        await goes_quiet(home, maria)
        await ends_without_success(home, maria, rosa)
        await hears_no_more(home, tmp_path)


async def a_goal(home: House, maria: Chair, elena: Chair, rosa: Chair) -> None:
    await forge(home, maria, "goal.start-line", "")
    await maria.fills_in(line="Noise", students="Third graders", change=CHANGE, measure="Days with 20 minutes")
    await maria.presses("Send it")
    await maria.sees("Sent.")
    for who, answer in ((elena, "De acuerdo"), (rosa, "Puedo aceptarla")):
        await who.types("/somewhere")
        await who.presses("Leer y contestar")
        await who.presses(answer)
    await rosa.sees("Todos están de acuerdo")


async def opens_the_goal(who: Chair) -> None:
    english = who.person.locale.startswith("en")
    await who.types("/goals")
    await who.sees("Our shared goals" if english else "Nuestras metas compartidas")
    await who.presses("See the goal" if english else "Ver la meta")


async def plans(maria: Chair, elena: Chair, rosa: Chair) -> None:
    """In three taps; who is asked says yes with one."""
    await opens_the_goal(maria)
    await maria.presses("Plan three weeks")
    await maria.fills_in(**{"try": FIRST, "who": "Rosa Delgado (the PTA liaison, Lincoln Elementary)"})
    await maria.sees("Planned until October 27, 2026.", "I ask Rosa Delgado, who can say no.", "never for evaluation")
    await maria.presses("Add a step")
    await maria.fills_in(what=ROOM, who="Elena Ortiz (Lincoln Elementary's principal)")
    await maria.sees(ROOM, "(no answer yet)")
    await rosa.types("/somewhere")
    await rosa.sees("¿Podría hacer esto", FIRST, "Puede decir que no.", "Nunca sirve para evaluar")
    await rosa.presses("Sí, yo me encargo")
    await rosa.sees("El equipo ve que usted se encarga.")
    await elena.types("/somewhere")
    await elena.presses("Sí, yo me encargo")
    await elena.sees("Gracias.")


async def asks_for_data(home: House, maria: Chair) -> None:
    await maria.types("/request data")
    await maria.fills_in(what=DATA, why="To see where we begin")
    await maria.sees("Asked. Samuel Okafor has until")
    await later(home, hours=2)
    await chair(home, "slack", "Samuel Okafor").sees_among_cards("asks for data", DATA)


async def has_no_data_yet(home: House, folder: Path, maria: Chair) -> None:
    """Who holds it was asked twice; then who asked hears that there is no answer, and nobody is blamed."""
    await maria.sees_among_cards("There is no answer yet to this.", DATA, "Ten minutes in person may help.")
    asked = "select count(*) from roundups r join members m on m.id = member_id where m.key = 'samuel-okafor'"
    assert rows(databases.address(folder), asked) == [(2,)]
    samuel = chair(home, "slack", "Samuel Okafor")
    await samuel.types("/somewhere")
    await samuel.presses("Say what we know")
    await samuel.fills_in(answer="22 of 60 read at level.", source="Fall reading check", day="Sep 30")
    await samuel.sees("It lies on the data shelf now.")


async def is_stuck(home: House, maria: Chair, elena: Chair) -> None:
    """In the day's message; a draft goes with two taps, and comes back answered."""
    await later(home, days=1)
    await elena.sees_among_cards("¿Cómo va?", ROOM)
    await elena.answers("No avanzo")
    await elena.sees("¿A quién podría preguntarle?")
    await elena.presses("Preguntar a Maria Rivera")
    await elena.sees("Todavía no se envía nada", f"«{ROOM}»", "Va a Maria Rivera")
    await elena.sees("Aquí solo lo leen ustedes dos y quienes ejerzan luego sus cargos")
    await elena.presses("Enviar")
    await elena.sees("Enviada.")
    await later(home, days=1)
    await maria.sees_among_cards("Elena Ortiz, Lincoln Elementary's principal, asks you:", ROOM)
    await maria.types("/somewhere")
    await maria.presses("Answer")
    await maria.fills_in(text=REPLY)
    await maria.sees("I bring it to Elena Ortiz")
    await later(home, days=1)
    await elena.sees_among_cards("Maria Rivera le contestó", REPLY)
    await opens_the_goal(maria)
    await maria.presses("See the test")
    await maria.sees(f"{ROOM}: Lincoln Elementary's principal (needs help)")


async def is_on_the_way(home: House, maria: Chair, rosa: Chair) -> None:
    """The status is the team's, a line one's own group's."""
    await rosa.types("/somewhere")
    await rosa.presses("Va en camino")
    await rosa.presses("Agregar una línea para su grupo")
    await rosa.fills_in(text=LINE, sure="3")
    await rosa.sees("Solo puede leerlo Cedar Valley PTA", LINE)
    jorge = chair(home, "discord", "Jorge Olivares", "familias-de-lincoln")
    for who, see in ((jorge, "Ver la prueba"), (maria, "See the test")):
        await opens_the_goal(who)
        await who.presses(see)
    await jorge.sees("0 de 2 pasos hechos", LINE, "Qué tan probable: 3 de 5")
    seen = await maria.sees(f"{FIRST}: the PTA liaison, Lincoln Elementary (on the way)")
    assert LINE not in seen.text


async def ends_and_plans_again(maria: Chair) -> None:
    await maria.sees_among_cards("The test for", "What happened? One line is enough.")
    await maria.types("/somewhere")
    await maria.presses("What happened?")
    await maria.fills_in(learned="Rain: twelve of twenty came.", next="Change it and try again")
    await maria.sees("this is how we learn", "2 steps were still open; they end with the test.")
    await maria.presses("Plan the next one")
    ask = {"try": SECOND, "who": "Elena Ortiz (Lincoln Elementary's principal)", "until": "2026-12-04"}
    await maria.fills_in(**ask)
    await maria.sees("Planned until December 4, 2026.", SECOND)


async def adds_a_step(rosa: Chair) -> None:
    await opens_the_goal(rosa)
    await rosa.presses("Ver la prueba")
    await rosa.presses("Agregar un paso")
    await rosa.fills_in(what="Avisar a las familias", until="el 20 de noviembre")
    await rosa.sees("Avisar a las familias: el enlace de la PTA, Lincoln Elementary (quedó en hacerlo)")


async def gives_cover(home: House, maria: Chair, elena: Chair) -> None:
    """Held against the contract, approved by the seat above, and on the goal's page."""
    dana, samuel = chair(home, "slack", "Dana Lee"), chair(home, "slack", "Samuel Okafor")
    await opens_the_goal(maria)
    await maria.presses("Ask for time, cover …")
    who = "Elena Ortiz (Lincoln Elementary's principal)"
    await maria.fills_in(kind="Cover", what="Thursdays, 9 to 9:30", who=who, until="2026-11-30")
    await maria.sees("Asked. They can offer it")
    for one, press, seen in (
        (elena, "Ofrecerlo", "Se pregunta si cabe en el contrato"),
        (dana, "It fits", "Waits for approval by the superintendent"),
        (samuel, "Approve", "Approved by the superintendent"),
    ):
        await one.types("/somewhere")
        await one.presses(press)
        await one.sees(seen)
    await opens_the_goal(maria)
    await maria.sees("Cover: Thursdays, 9 to 9:30", "By November 30, 2026.", "Approved by the superintendent")


async def changes_hands(home: House, folder: Path, elena: Chair) -> None:
    """What she said yes to is asked of who follows her."""
    await elena.types("/somewhere")
    await elena.sees(SECOND)
    await elena.presses("Sí, yo me encargo")
    await elena.sees("Gracias.")
    with Session(databases.connect(databases.address(folder))) as session:
        seat = session.scalars(select(Seat).where(Seat.key == "principal-lincoln")).one()
        grace = session.scalars(select(Member).where(Member.key == "grace-chen")).one()
        seats.hand_over(session, seat, grace, home.bot.clock.now())
        session.commit()
    await later(home, days=2)
    follower = chair(home, "slack", "Grace Chen")
    await follower.sees_among_cards("This role has changed hands.", "Could you do this", SECOND)
    await follower.types("/somewhere")
    await follower.presses("Yes, I'll do it")
    await follower.sees("Thank you.")
    await later(home, days=1)
    await follower.sees_among_cards("Your role promised this", "Thursdays, 9 to 9:30")
    await elena.types("/somewhere")
    seen = await elena.sees("Elena Ortiz")
    assert SECOND not in seen.text


async def stalls(home: House, folder: Path, maria: Chair) -> None:
    """Asked at growing distances, never on days without school, and at its end once; then it is dropped."""
    await later(home, days=10)
    database = databases.address(folder)
    days = [day for (day,) in rows(database, "select day from roundups order by day")]
    assert not {"2026-11-26", "2026-11-27"} & {*days}
    mine = "select count(*) from roundups r join members m on m.id = r.member_id where m.key = 'grace-chen'"
    assert rows(database, mine)[0][0] <= 5
    await eventually(lambda: maria.card)
    await maria.sees_among_cards("What happened?", SECOND)
    await maria.types("/somewhere")
    await maria.presses("What happened?")
    await maria.fills_in(learned="The hall was never free.", next="Drop it")
    await maria.sees("this is how we learn", "2 steps were still open; they end with the test.")
    await opens_the_goal(maria)
    await maria.sees(CHANGE, "We tried this until December 4, 2026", SECOND)
    await maria.types("/somewhere")
    await maria.sees("You tried one thing")


async def is_late(home: House, folder: Path) -> None:
    """Who promised is reminded once more after its day, and delivers."""
    told = (
        "select max(day) from roundups where id in (select roundup_id from notices where name = 'commitment-reminder')"
    )
    assert rows(databases.address(folder), told)[0][0] > "2026-11-30"
    grace = chair(home, "slack", "Grace Chen")
    await grace.types("/somewhere")
    await grace.sees("Your role promised this", "Thursdays, 9 to 9:30")
    await grace.presses("Delivered")
    await grace.sees("Noted: delivered.")


async def goes_quiet(home: House, maria: Chair) -> None:
    """The winter break is no silence; then one nudge, a pause that nobody ends, and the offer to close."""
    await later(home, days=50)
    await maria.sees_among_cards(f"No news on “{CHANGE}”", "That happens. One small step:")
    await maria.types("/somewhere")
    await maria.presses("Pause two weeks")
    await maria.sees("Paused until")
    await later(home, days=30)
    await maria.sees_among_cards(f"Still no news on “{CHANGE}”", "Going on, pausing and closing are all fine.")


async def ends_without_success(home: House, maria: Chair, rosa: Chair) -> None:
    """Each hears of it in their own way and language, and it stays to be read."""
    await maria.types("/somewhere")
    await maria.presses("End this goal")
    await maria.fills_in(outcome="Not reached", result="41 of 60 students, not 50", learned=LEARNED)
    await maria.sees("Nothing is sent yet", "Not reached", "41 of 60 students, not 50")
    await maria.presses("End it and tell them")
    await maria.sees("It has ended", "What's next?")
    await later(home, days=1)
    await chair(home, "slack", "Grace Chen").sees_among_cards("A goal of yours has ended", "Not reached")
    await chair(home, "discord", "Rosa Delgado").sees_among_cards("Terminó una de sus metas", "No se alcanzó")
    await rosa.types("/goals")
    await rosa.presses("Ver la meta")
    await rosa.sees("Una meta que terminó", LEARNED)
    await rosa.presses("El historial")
    await rosa.sees("La meta", CHANGE)


async def hears_no_more(home: House, folder: Path) -> None:
    """The rest of the year: nobody is told of what has ended, and all that was told came on a day with school."""
    database = databases.address(folder)
    ((last,),) = rows(database, "select max(id) from roundups")
    await later(home, days=230)
    assert rows(database, f"select count(*) from roundups where id > {last}") == [(0,)]
    told = rows(database, "select day, m.name from roundups r join members m on m.id = member_id order by r.id")
    days, people = zip(*told, strict=True)
    assert max(Counter(told).values()) == 1, "one a day"
    assert {date.fromisoformat(day).weekday() for day in days} <= {*range(5)}
    assert not {*days} & {day.isoformat() for day in home.district.district.no_school}
    assert {*people} == {"Maria Rivera", "Elena Ortiz", "Rosa Delgado", "Grace Chen", "Samuel Okafor"}
    assert max(Counter(people).values()) <= 15
