"""Polls of every kind, some of them answered, on the morning on which the story ends."""

from __future__ import annotations

from support.corner import Corner
from support.landed.town import LEADERSHIP, STAFF, Town, closing

from bot.boundary import NoEvidence

OPTIONS = ("Pasta night", "Taco night", "Neither night")
NIGHTS = "\n".join(OPTIONS)
ROOM = "right after school in the library with snacks for everyone " * 2
LONG = "\n".join(f"{day}, {ROOM}" for day in ("Mon", "Wed"))


async def ask(town: Town) -> None:
    maria, patricia = town.sit("Maria Rivera", place=STAFF), town.sit("Patricia Nowak", place=LEADERSHIP)
    owen, priya, thuy = (town.sit(name) for name in ("Owen Lindqvist", "Priya Natarajan", "Thuy Pham"))
    jamal, beatriz, dana = (town.sit(name) for name in ("Jamal Whitfield", "Beatriz Montoya", "Dana Lee"))
    week = closing(await maria.types("poll"), -2)
    quiet = ("poll.reminding",)
    several = (("Which nights can you come to reading night?", "one"), ("Which tables can you look after?", "several"))
    for question, how in several:
        poll = await town.asks(maria, question, NIGHTS, several=how, closes=week)
        await town.votes(poll, 0, owen, priya)
        await town.votes(poll, 1, thuy, owen)
    await town.does(maria, "poll.amend", poll, question="Which tables can you look after, please?")
    poll = await town.asks(maria, "Which two snacks?", "Apples\nPretzels\nCheese", several="2", closes=week)
    await town.votes(poll, 2, owen)
    poll = await town.asks(maria, "Is the staff room quiet enough?", presses=(*quiet, "poll.secrecy"), closes=week)
    await town.votes(poll, 0, owen, priya, thuy, jamal)
    await town.votes(poll, 1, beatriz, maria)
    for question, presses in (("Order the field day dates.", quiet), ("Order our wishes.", (*quiet, "poll.secrecy"))):
        poll = await town.asks(maria, question, NIGHTS, several="ranked", presses=presses, closes=week)
        await rank(town, poll, owen, priya, thuy, jamal, beatriz)
    poll = await town.asks(maria, "Shall we share one reading goal?", several="consent", presses=quiet, closes=week)
    await town.votes(poll, 0, owen, priya)
    await town.votes(poll, 2, thuy, text="The spring test comes too early for")
    poll = await town.asks(maria, "What should the first workshop be about?", several="open", closes=week)
    await town.votes(poll, 0, owen, priya, thuy, text="Fluency says")
    secret = ("poll.secrecy",)
    poll = await town.asks(maria, "What makes the day hard?", several="open", presses=secret, closes=week)
    await town.votes(poll, 0, owen, priya, thuy, jamal, beatriz, text="Early buses trouble")
    poll = await town.asks(maria, "How useful was the training?", "1-5", closes=week)
    await town.votes(poll, 4, owen, priya)
    await town.asks(maria, "Which of the long plans?", LONG, presses=quiet, closes=week)
    terms = {"results": "after", "quorum": "3", "until": "all", "people": "group:1"}
    poll = await town.asks(maria, "Who answers until all have?", NIGHTS, presses=quiet, terms=terms, closes=week)
    await town.votes(poll, 0, owen)
    poll = await town.asks(patricia, "Which retreat place?", "Library\nTown hall", presses=quiet, closes=week)
    await town.votes(poll, 0, dana, town.sit("Hannah Whitaker", "discord"))
    await town.sent()
    town.platforms["slack"].fails(NoEvidence())
    elena = town.sit("Elena Ortiz", place=STAFF)
    await town.asks(elena, "Does this reach you?", presses=quiet, closes=week)
    await town.sent()
    starts = "2026-10-08T13:00:00+00:00"
    await town.asks(maria, "Is Thursday's plan ready?", presses=quiet, closes=week, plan={"starts": starts})


async def rank(town: Town, poll: int, *voters: Corner) -> None:
    for voter in voters:
        await voter.presses("poll.rank", str(poll))
        for _ in OPTIONS:
            await town.clicks(voter, "poll.vote")
