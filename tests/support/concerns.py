"""Concerns and goals of the pretend district, without a platform."""

from __future__ import annotations

from support.cores import Core, said
from support.corner import Corner, buttons, corner

from bot.boundary import Form

NOISE, KITS = "The hall is loud when they read.", "Twelve kits for sixty children."
GOAL = {"students": "Third graders", "change": "20 quiet minutes a day", "measure": "Days with 20 minutes"}
ASKED = ("Elena Ortiz", "Rosa Delgado")  # by Lincoln's rep


async def writes(author: Corner, text: str, **fields: str) -> None:
    """Up to the preview."""
    await author.types("concern")
    await author.presses(*_write(author))
    await author.fills_in(text=text, **fields)


async def says(author: Corner, text: str, *, named: bool = False, shared: bool = False) -> None:
    await author.presses("concern.write-at-once")
    form = author.answer
    assert isinstance(form, Form), form
    fields = {"text": (text,), "as": ("named" if named else "unnamed",), "share": ("yes" if shared else "no",)}
    await author.sends("concern.write", form.about, fields)
    await author.presses("concern.send", form.about)


async def calls(rep: Corner, seat: str) -> None:
    """Asks their own group, once that was looked over; nobody, where they have asked already."""
    await rep.presses("concern.call", seat)
    for post in [one for one in buttons(said(rep.answer)) if one.do == "concern.call-post"]:
        await rep.presses(post.do, post.about)


def _write(author: Corner) -> tuple[str, str]:
    button = next(one for one in buttons(said(author.answer)) if one.do == "concern.write")
    return button.do, button.about


async def proposed(bot: Core, author: str = "Owen Lindqvist", *, shared: bool = False, **fields: str) -> Corner:
    """Goal 1 of Lincoln's rep, made of concern 1."""
    await says(corner(bot, author), NOISE, shared=shared)
    maria = corner(bot, "Maria Rivera")
    await maria.presses("goal.start", "1")
    await maria.fills_in(**{**GOAL, **fields})
    await maria.clicks("Send it")
    maria.sees("Sent.")
    return maria


async def answers(bot: Core, name: str, answer: str, *, version: int = 1, goal: int = 1) -> Corner:
    who = corner(bot, name)
    await who.presses("goal.answer", f"{goal}:{version}:{answer}")
    return who


async def tells(leader: Corner, goal: int = 1) -> None:
    """Those who spoke, of what comes of it, once that was looked over; nobody, where it isn't theirs to tell."""
    await leader.presses("goal.tell", str(goal))
    for now in [one for one in buttons(said(leader.answer)) if one.do == "goal.tell-now"]:
        await leader.presses(now.do, now.about)


async def agreed(bot: Core, **about: bool) -> Corner:
    maria = await proposed(bot, **about)
    for name in ASKED:
        await answers(bot, name, "agree")
    return maria


async def titled(leader: Corner, english: str, spanish: str) -> None:
    """The next concern of their group, under a new title."""
    await leader.presses("theme.sort")
    new = next(one for one in buttons(said(leader.answer)) if one.do == "theme.title")
    await leader.presses(new.do, new.about)
    await leader.fills_in(title_en=english, title_es=spanish)
