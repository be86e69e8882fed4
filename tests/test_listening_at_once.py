"""A board's session is closed at the moment at which somebody says something: it is heard in time, or given back."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.at_once import at_once, by
from support.cores import core
from support.corner import corner
from support.databases import on_both, rows
from support.listening import opened

from bot.boundary import Form

pytestmark = on_both

LATE = "The late bus leaves before tutoring ends."


@pytest.mark.parametrize("first", ["says it", "closes it"])
async def test_it_is_closed_as_somebody_speaks(tmp_path: Path, first: str) -> None:
    async with core(tmp_path) as bot:
        patricia, owen = await opened(bot), corner(bot, "Owen Lindqvist")
        await owen.presses("listening.say", "1")
        form = owen.answer
        assert isinstance(form, Form)
        await owen.sends(form.name, form.about, {"text": (LATE,), "as": ("named",)})
        says = by(owen, lambda who: who.presses("listening.send", form.about))
        closes = by(patricia, lambda who: who.presses("listening.close-now", "1"))
        await at_once(bot, *((says, closes) if first == "says it" else (closes, says)))
        phase = "sorting" if first == "says it" else "over"  # where nobody said anything, nothing is read
        assert rows(bot.settings.database_url, "select phase from listenings") == [(phase,)]
        heard = rows(bot.settings.database_url, "select text from listening_contributions")
        if first == "says it":
            assert heard == [(LATE,)]
        else:
            owen.sees("isn't open any more", LATE)
            assert heard == []
