"""Listening sessions of the pretend district's board, without a platform."""

from __future__ import annotations

from support.cores import Core
from support.corner import Corner, corner, next_due
from support.databases import rows

from bot.boundary import ChoiceField, Form

CAUCUS = "#association-caucus (Slack)"
LEADERS = (("Dana Lee", "slack"), ("Marcus Tilley", "discord"))
BUSES, CAMIONES = "What should the board know about buses?", "¿Qué debería saber la mesa directiva de los camiones?"


async def asks(bot: Core, *places: str, rates: bool = False) -> Corner:
    """Session 1, for which nobody has said yes."""
    patricia = corner(bot, "Patricia Nowak")
    await writes(patricia, *places, rates=rates)
    await patricia.clicks("Ask them")
    patricia.sees("Asked:")
    return patricia


async def writes(patricia: Corner, *places: str, rates: bool = False) -> None:
    await patricia.presses("listening.start")
    form = patricia.answer
    assert isinstance(form, Form)
    offered = next(one for one in form.fields if one.name == "places")
    assert isinstance(offered, ChoiceField)
    there = tuple(one.value for one in offered.choices if one.label in (places or (CAUCUS,)))
    fields = {"question_en": (BUSES,), "question_es": (CAMIONES,), "places": there, "until": ("5",)}
    await patricia.sends(form.name, form.about, fields | {"rates": ("yes" if rates else "no",)})


async def opened(bot: Core, *places: str, rates: bool = False) -> Corner:
    patricia = await asks(bot, *places, rates=rates)
    for name, platform in LEADERS:
        await corner(bot, name, platform).presses("listening.decide", "1:yes")
    return patricia


async def says(author: Corner, text: str, *, named: bool = False) -> None:
    await author.presses("listening.say", "1")
    form = author.answer
    assert isinstance(form, Form), form
    await author.sends(form.name, form.about, {"text": (text,), "as": ("named" if named else "unnamed",)})
    await author.presses("listening.send", form.about)


async def reading(bot: Core) -> None:
    await next_due(bot, "listening.close")
    await next_due(bot, "listening.read")


def standing(bot: Core) -> list[str]:
    """Channels in which the session is."""
    there = "select address from deliveries where card = 'listening.open' and not removed order by address"
    return [address.rpartition("/")[2] for (address,) in rows(bot.settings.database_url, there)]
