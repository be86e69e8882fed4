"""What tells two choices or buttons apart is seen, however long their labels are."""

from __future__ import annotations

from pathlib import Path

from support.cores import core
from support.corner import corner
from support.databases import on_either
from support.districts import copy, edit

from adapters.discord import render as discord
from adapters.slack import render as slack
from adapters.slack import views
from bot.boundary import Button, Buttons, Form, Message, abridged

pytestmark = on_either

ACADEMY = "Riverbend and Oak Street Academy of Arts and Sciences"


def test_the_beginning_and_the_end_of_a_long_label() -> None:
    assert abridged("Lincoln's building rep", 75) == "Lincoln's building rep"
    long = "Ana Ruiz (la persona representante de la asociación de educadores en Lincoln Elementary)"
    assert abridged(long, 75) == "Ana Ruiz (la persona representante de…de educadores en Lincoln Elementary)"
    assert len(abridged("x" * 200, 75)) == 75


async def test_whose_roles_have_long_titles_sees_which_is_which(tmp_path: Path) -> None:
    """She reads Spanish, and represents her association on two campuses."""
    folder = copy(tmp_path)
    edit(folder, "members.csv", "maria-rivera,Maria Rivera,en", "maria-rivera,Maria Rivera,es")
    edit(folder, "seats.csv", "cvea,riverbend,,curtis-wendell", "cvea,riverbend,,maria-rivera")
    edit(folder, "district.yaml", "Lincoln Elementary", f"{ACADEMY}, North")
    edit(folder, "district.yaml", "Riverbend Elementary", f"{ACADEMY}, South")
    async with core(tmp_path, folder) as bot:
        maria = corner(bot, "Maria Rivera")
        form = await maria.types("offer", "Coaching")
        assert isinstance(form, Form)
        for seen in (str(views.form(form, None)), str(discord.modal(form))):
            assert "and Sciences, North" in seen
            assert "and Sciences, South" in seen


def test_two_buttons_with_long_labels() -> None:
    labels = [
        f"Ask Rosa Delgado about the count of borrowed readers in {ACADEMY}, {where}" for where in ("North", "South")
    ]
    offered = Message((Buttons(tuple(Button(label, "ask", label[-5:]) for label in labels)),))
    for seen in (str(slack.blocks(offered)), str(discord.card(offered))):
        assert "and Sciences, North" in seen
        assert "and Sciences, South" in seen
