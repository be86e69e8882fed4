"""What the page knows of the pretend district, so that somebody who is new to it finds their way."""

from __future__ import annotations

from support.districts import pretend

import demo
import wiring
from bot import texts
from playground.page.sides import Side


def test_people_are_listed_with_what_they_are_here() -> None:
    world = demo.pretend_world(pretend(), texts.read(wiring.CONTENT))
    assert world.slack
    assert world.discord
    staff = Side("slack", world.slack.team_name, world.slack.users, lambda _: 1 / 0, roles=world.slack.roles)
    names = staff.names("en")
    assert names["U01RIVERA"] == "Maria Rivera · Lincoln Elementary's building rep"
    assert names["U01WHITFIELD"] == "Jamal Whitfield · Cedar Valley Education Association, Lincoln Elementary"
    assert staff.names("es")["U01RIVERA"].startswith("Maria Rivera · la persona representante de la asociación")
    listed = world.discord.roles["en"]
    assert all(listed[user.id] for user in world.discord.users)


def test_what_to_try_names_people_who_are_there_and_home_is_offered_first() -> None:
    world = demo.pretend_world(pretend(), texts.read(wiring.CONTENT))
    assert world.commands[0].name == "somewhere"
    for language in ("en", "es"):
        assert all(name in world.tries[language] for name in ("Maria Rivera", "Jamal Whitfield", "Rosa Delgado"))
