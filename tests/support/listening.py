"""Listening sessions of the pretend district's board, without a platform."""

from __future__ import annotations

from support.cores import Core
from support.corner import Corner, corner

from bot.boundary import ChoiceField, Form

CAUCUS = "#association-caucus (Slack)"
LEADERS = (("Dana Lee", "slack"), ("Marcus Tilley", "discord"))
BUSES, CAMIONES = "What should the board know about buses?", "¿Qué debería saber la mesa directiva de los camiones?"


async def asks(bot: Core, *places: str) -> Corner:
    """Session 1, for which nobody has said yes."""
    patricia = corner(bot, "Patricia Nowak")
    await writes(patricia, *places)
    await patricia.clicks("Ask them")
    patricia.sees("Asked:")
    return patricia


async def writes(patricia: Corner, *places: str) -> None:
    await patricia.presses("listening.start")
    form = patricia.answer
    assert isinstance(form, Form)
    offered = next(one for one in form.fields if one.name == "places")
    assert isinstance(offered, ChoiceField)
    there = tuple(one.value for one in offered.choices if one.label in (places or (CAUCUS,)))
    fields = {"question_en": (BUSES,), "question_es": (CAMIONES,), "places": there, "until": ("5",)}
    await patricia.sends(form.name, form.about, fields)


async def opened(bot: Core, *places: str) -> Corner:
    patricia = await asks(bot, *places)
    for name, platform in LEADERS:
        await corner(bot, name, platform).presses("listening.decide", "1:yes")
    return patricia


async def says(author: Corner, text: str, *, named: bool = False) -> None:
    await author.presses("listening.say", "1")
    form = author.answer
    assert isinstance(form, Form), form
    await author.sends(form.name, form.about, {"text": (text,), "as": ("named" if named else "unnamed",)})
    await author.presses("listening.send", form.about)
