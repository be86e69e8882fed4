"""A week in the pretend district in which everything happens once, up to a Tuesday morning on which much is under way.

Polls of every kind are open, planned and closed; questions are in every state, named and not; drafts are half written,
messages wait and stand. `tests/record_landed.py` writes down what is in the database then, and what people can press.
"""

from __future__ import annotations

from pathlib import Path

from support import databases
from support.corner import Corner, buttons, draw
from support.districts import copy, edit
from support.landed import polls, together
from support.landed.town import (
    CALENDAR,
    FAMILIES,
    LEADERSHIP,
    LEADERSHIP_TOO,
    LIFE,
    PARTNERSHIP,
    READING,
    STAFF,
    Town,
    closing,
)
from support.linked import CODE

from bot.boundary import Account, Attachment, Refused
from bot.operations import commands

BEGIN, BEFORE, END = "2026-09-29T15:05:00+00:00", "2026-10-05T22:00:00+00:00", "2026-10-06T15:05:00+00:00"
CLOSED_BY = 20  # days after which every poll is over
FAR = 4e9  # Unix time
LENGTHY = "the long afternoons that we spent together over the new reading plans " * 5


async def play(town: Town) -> None:
    """While what is said is sent."""
    _in_domain_time(town, "2026-10-05 12:00:00.000000")
    await _last_week(town)
    await _links_of_reps(town)
    await together.last_week(town)
    await town.until(BEFORE)
    await _the_evening_before(town)
    await town.until(END)
    await polls.ask(town)
    await _open_questions(town)
    await _drafts_and_links(town)
    await together.this_week(town)
    await town.sent()


async def go_on(town: Town, folder: Path) -> None:
    """Nothing is sent any more."""
    await _this_minute(town)
    await _somebody_left(town, folder)


async def _last_week(town: Town) -> None:
    maria = town.sit("Maria Rivera", place=STAFF)
    owen, priya, thuy = (town.sit(name) for name in ("Owen Lindqvist", "Priya Natarajan", "Thuy Pham"))
    jamal, yesenia, beatriz = (town.sit(name) for name in ("Jamal Whitfield", "Yesenia Cordero", "Beatriz Montoya"))
    voters = (owen, priya, thuy, jamal, yesenia, beatriz, maria)
    ana, dana, luz = (town.sit(name) for name in ("Ana Ruiz", "Dana Lee", "Luz Paredes"))
    curtis, naomi, mei = (town.sit(name) for name in ("Curtis Wendell", "Naomi Feldstein", "Mei-Ling Tsai"))
    quiet = ("poll.reminding",)

    # How some want to be told
    await town.does(curtis, "messages.questions", "", questions="daily")
    await town.does(mei, "messages.questions", "", questions="in hours")
    await town.does(mei, "messages", "", hours="15-21", days="every day")
    await town.does(luz, "messages.mute", "poll")

    # What has been closed since
    closed = await town.asks(maria, "Which night was best for the book fair?", polls.NIGHTS, presses=quiet)
    await town.votes(closed, 0, *voters[:4])
    await town.votes(closed, 1, *voters[4:], ana, dana, curtis, naomi)
    await town.does(maria, "poll.close-now", closed)
    secret = await town.asks(maria, "Did the new bell schedule help?", presses=(*quiet, "poll.secrecy"))
    await town.votes(secret, 0, *voters)
    await town.does(maria, "poll.close-now", secret)
    for question, publish in (("What went well in September?", True), ("What should we stop doing?", False)):
        written = await town.asks(maria, question, several="open", presses=quiet)
        await town.votes(written, 0, *voters[:5], text=f"{question[:9]} thought of {LENGTHY}")
        await town.does(maria, "poll.close-now", written)
        await maria.presses("poll.look", str(written))
        await town.clicks(maria, "poll.hide")
        if publish:
            await town.clicks(maria, "poll.publish")
    ranked = await town.asks(maria, "Order last spring's field days.", polls.NIGHTS, several="ranked", presses=quiet)
    await polls.rank(town, ranked, *voters[:3])
    await town.does(maria, "poll.close-now", ranked)
    mistake = await town.asks(maria, "Is this a mistake?", presses=quiet)
    await town.does(maria, "poll.undo", mistake)

    # Questions that found an answer, or none
    await town.wonders(ana, READING, "Can we keep the phonics kits over summer?")
    kits = len(town.questions)
    await town.does(priya, "question.take", kits)
    await town.wonders(jamal, READING, "Who orders the decodable readers this year?")
    await town.does(maria, "question.pass", len(town.questions), note="He asked in August, too.")
    await _follows(town, owen, "May a class keep its phonics kits in summer?")
    await town.does(priya, "question.answer", kits, answer="Yes, the kits stay until August first.")
    await town.does(ana, "question.enough", kits)
    await _to_the_faq(town, kits)
    unnamed = await town.wonders(thuy, LIFE, "Is the copier code still the same?", **{"as": "somewhere"})
    await town.does(town.sit("Elena Ortiz"), "question.answer", unnamed, answer="The code changed on Monday.")
    await town.does(thuy, "question.enough", unnamed)
    await town.wonders(town.sit("Camila Arriaga"), READING, "When does the urgent screening window end?", soon="urgent")
    await town.sent()


async def _the_evening_before(town: Town) -> None:
    maria, rosa = town.sit("Maria Rivera", place=STAFF), town.sit("Rosa Delgado", "discord", FAMILIES)
    form = await rosa.types("poll")
    both, soon = ("#lincoln-families (Discord)", "#lincoln-team (Slack)"), closing(form, 1)
    await town.asks(rosa, "Which morning suits families for coffee?", polls.NIGHTS, closes=soon, places=both)
    await town.asks(
        maria, "Weekly check: do you have what you need?", plan={"repeats": "weekly"}, presses=("poll.reminding",)
    )
    await town.until("2026-10-06T12:30:00+00:00")
    await town.sent()


async def _open_questions(town: Town) -> None:
    maria, owen, ana, joel = (
        town.sit(name) for name in ("Maria Rivera", "Owen Lindqvist", "Ana Ruiz", "Joel Hartmann")
    )
    priya, hector = town.sit("Priya Natarajan"), town.sit("Héctor Villalobos")
    guadalupe = town.sit("Guadalupe Navarrete", "discord")
    slack = town.platforms["slack"]

    # With a rep
    await town.wonders(owen, LIFE, "Who opens the gym on Saturdays?")
    await town.wonders(guadalupe, LIFE, "¿Habrá cuidado de niños en las juntas?", **{"as": "there"})
    await town.wonders(town.sit("Aisha Farouk"), READING, "Are Riverbend's book carts coming back?")
    await town.wonders(town.sit("Wyatt Begaye"), READING, "Which level comes after the blue books?")
    await town.wonders(town.sit("Alonso Figueroa"), LIFE, "¿Quién repara la impresora?")
    handed = await town.wonders(town.sit("Yesenia Cordero"), LIFE, "May I paint the reading corner?")
    await town.does(maria, "question.hand-on", handed, note="You know that corner best.")

    # With a committee
    await town.wonders(ana, READING, "¿Puedo pedir más libros en español?")
    again = await town.wonders(ana, READING, "¿Dónde pido más libros en español?")
    await town.does(priya, "question.merge", again, **{"with": str(again - 1)})
    claimed = await town.wonders(town.sit("Rashid Karimi"), READING, "Do reading tests move to May?", soon="urgent")
    await town.does(priya, "question.take", claimed)
    await town.does(priya, "question.later", claimed, reason="The state tells us on Friday.")
    wanted = await town.wonders(ana, READING, "¿Quién presta los audífonos?")
    await town.does(priya, "question.want", wanted, wanted="How many do you need?")
    await town.sent()
    replied = await town.wonders(ana, READING, "¿Hay lectura en voz alta el viernes?")
    await town.does(priya, "question.want", replied, wanted="In which building?")
    await town.does(ana, "question.reply", replied, reply="En la preparatoria.")
    passed = await town.wonders(ana, READING, "¿Cambia el horario del viernes?")
    await town.does(priya, "question.pass-on", passed, topic=CALENDAR, note="This is about the calendar.")
    proposed = await town.wonders(ana, CALENDAR, "¿Cuándo son las juntas de padres?")
    await town.does(joel, "question.answer", proposed, answer="On October twentieth, at six.")
    abusive = await town.wonders(ana, CALENDAR, "¿Por qué nadie hace nada?", **{"as": "somewhere"})
    await town.does(hector, "question.mute-now", abusive)
    unnamed = await town.wonders(ana, READING, "¿Puedo cambiar de grupo de lectura?", **{"as": "somewhere"})
    await town.does(priya, "question.want", unnamed, wanted="Which group do you mean?")
    town.facts["unnamed"] = {"question": str(unnamed), "asker": str(ana.account), "with": str(priya.account)}
    unreached = await town.wonders(ana, LIFE, "¿Quién cuida el jardín de Lincoln?")
    await town.sent()
    slack.fails(Refused("channel_not_found"))
    stuck = await town.wonders(ana, LIFE, "¿Se puede usar el patio en invierno?")
    await town.sent()
    assert stuck == unreached + 1

    # Over
    for text in ("¿Quién ganó el torneo de ajedrez?", "¿Qué libro leemos en mayo?"):
        told = await town.wonders(ana, READING, text)
        await town.does(priya, "question.answer", told, answer=f"That stands in the newsletter, number {told}.")
    await town.does(priya, "faq.publish", told - 1, **{"question-en": "Who won at chess?", "answer-en": "Room twelve."})
    await town.does(ana, "question.not-yet", told, missing="¿Y en junio?")
    await town.wonders(ana, READING, "Can we keep the phonics kits in winter, too?")
    back = await town.wonders(ana, READING, "¿Puede alguien revisar mi queja?")
    await town.does(priya, "question.give-back", back)
    gone = await town.wonders(ana, READING, "¿Olvidé algo?")
    await town.does(ana, "question.take-back-now", gone)

    # In the threads of a committee with two homes
    dana = town.sit("Dana Lee", place=LEADERSHIP)
    hannah = town.sit("Hannah Whitaker", "discord", LEADERSHIP_TOO)
    both = await town.wonders(ana, PARTNERSHIP, "¿Habrá una feria de todo el distrito?")
    await town.sent()
    await town.says(dana, "feria", "I can ask the library.", Attachment("plan.pdf", 1200, "F0PLAN"))
    await town.says(hannah, "feria", "The library says yes.")
    await town.says(dana, "feria", "Answer: The fair is on November seventh.")
    await town.does(ana, "question.not-yet", both, missing="¿A qué hora?")
    await town.sent()


async def _follows(town: Town, who: Corner, text: str) -> None:
    await town.chooses(who, READING, text)
    await town.clicks(who, "question.follow")


async def _to_the_faq(town: Town, question: int) -> None:
    """An entry that stands, and one that is to take its place."""
    priya, beatriz = town.sit("Priya Natarajan"), town.sit("Beatriz Montoya")
    english = {"question-en": "May a class keep its kits?", "answer-en": "Yes, until August first."}
    spanish = {"question-es": "¿Puede una clase quedarse con el material?", "answer-es": "Sí, hasta el 1 de agosto."}
    await town.does(priya, "faq.publish", question, **english)
    await town.clicks(priya, "faq.propose")
    approve = next(one for one in buttons(draw(town.bot, "faq.entry", 1)) if one.do == "faq.approve")
    await beatriz.presses(approve.do, approve.about)
    await town.does(priya, "faq.change", 1, **english, **spanish)
    await town.clicks(priya, "faq.propose")


async def _drafts_and_links(town: Town) -> None:
    maria, owen = town.sit("Maria Rivera", place=STAFF), town.sit("Owen Lindqvist")
    await town.drafts(maria, "What shall we read in")
    await town.chooses(owen, READING, "Will the reading tests move to May this year?")
    priya = town.sit("Priya Natarajan")
    rests = town.questions.index("¿Puedo pedir más libros en español?") + 1
    await town.does(priya, "question.answer", rests, answer="Student number 12345678 has them all.")
    roy, gilberto = town.sit("Roy Thibodeaux"), town.sit("Gilberto Sandoval")
    anjali, carmen = town.sit("Anjali Deshpande", "discord"), town.sit("Carmen Escobedo", "discord")
    for maker, other in ((roy, anjali), (gilberto, carmen)):
        await _hands_over(town, maker, other)
        if maker is roy:
            await town.clicks(other, "link.yes")
    await _hands_over(town, maria, stranger := _stranger(town, 3))
    await town.clicks(stranger, "link.yes")
    databases.change(town.bot.settings.database_url, f"update tickets set until = {FAR}")


async def _links_of_reps(town: Town) -> None:
    """One is not confirmed, and one denied."""
    naomi, curtis = town.sit("Naomi Feldstein"), town.sit("Curtis Wendell")
    for number, rep in enumerate((naomi, curtis), 1):
        stranger = _stranger(town, number)
        await _hands_over(town, rep, stranger)
        await town.clicks(stranger, "link.yes")
    await curtis.types("somewhere")
    await town.clicks(curtis, "link.deny")


async def _hands_over(town: Town, maker: Corner, other: Corner) -> None:
    """A code, which `other` types."""
    await maker.types("link")
    code = next(found[0] for found in [CODE.search(maker.sees())] if found)
    await town.sends(other, await other.presses("link.enter"), code=code)


def _stranger(town: Town, number: int) -> Corner:
    who = Corner(town.bot, Account("discord", FAMILIES.workspace, f"111111111111111111{number}"))
    who.place = FAMILIES
    return who


async def _this_minute(town: Town) -> None:
    """What waits to be sent, and what falls due next."""
    maria, ana, priya = (town.sit(name) for name in ("Maria Rivera", "Ana Ruiz", "Priya Natarajan"))
    maria.place = STAFF
    await town.asks(maria, "Was this posted just now?", presses=("poll.reminding",))
    told = await town.wonders(ana, READING, "¿A qué hora abre la biblioteca?")
    await town.does(priya, "question.answer", told, answer="The library opens at seven.")


async def _somebody_left(town: Town, folder: Path) -> None:
    """The district's files were loaded again."""
    files = copy(folder)
    edit(files, "seats.csv", "oak-street,,lucia-benavides", "oak-street,,")
    vacant = "rep-high-school,building rep,cvea,high-school,,,"
    edit(files, "seats.csv", vacant, f"{vacant[:-1]}rashid-karimi,")
    assert commands.load(town.bot.settings, files) == 0
    _in_domain_time(town, "2026-10-12 12:00:00.000000")


def _in_domain_time(town: Town, digest: str) -> None:
    """What loading plans goes by the real clock."""
    database = town.bot.settings.database_url
    databases.change(database, f"update due set at = '{digest}' where do = 'question.digest'")
    databases.change(database, f"update due set at = '{END[:10]} 15:05:00.000000' where do = 'seats.changed'")
