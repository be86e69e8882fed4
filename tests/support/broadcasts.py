"""Something told to many, at the core: written, sent, and who has it."""

from __future__ import annotations

from datetime import UTC, datetime

from support import databases
from support.corner import Corner, corner, next_due
from support.talk import Core, noon

from bot.boundary import ChoiceField, Form
from bot.broadcasts import lifecycle, walks

TEXT = "Open enrollment ends on Friday."
TOLD = "select key from notices join members on members.id = member_id where notices.name = 'broadcast' order by key"
ROUNDED = (
    "select key from notices join members on members.id = member_id"
    " where notices.name = 'broadcast' and roundup_id is not null order by key"
)
ALONE = "select key from broadcast_directs join members on members.id = member_id order by key"
POSTED = "select address from deliveries where card = 'broadcast' and not removed order by address"
STATUS = "select status from broadcasts order by id"
LEASES = "update destinations set leased_until = leased_until - 55 where leased_until > 0"  # a minute goes by faster
TUESDAY = 1


async def at_noon(bot: Core) -> None:
    """Inside everybody's hours."""
    await bot.until(noon(bot.clock.now(), TUESDAY))


def round_the_clock(database: str) -> None:
    """It is noon in the district, and everybody may be written to at any time."""
    ahead = 12 - datetime.now(UTC).hour
    zone = f"Etc/GMT{-ahead:+d}"
    databases.change(database, f"update districts set zone = '{zone}', hours = '0-24', days = 'every day'")


async def writes(
    sender: Corner, *people: str, buildings: str = "In any building", text: str = TEXT, **more: str
) -> str:
    """Up to the preview; `people` are labels of the form."""
    form = await sender.types("broadcast")
    assert isinstance(form, Form)
    offered = {field.name: field for field in form.fields if isinstance(field, ChoiceField)}
    chosen = {
        "people": tuple(one.value for one in offered["people"].choices if one.label in people),
        "buildings": tuple(one.value for one in offered["buildings"].choices if one.label == buildings),
        "asks": ("yes",),
    }
    typed = {"title": ("Insurance",), "text": (text,), **{name: (value,) for name, value in more.items()}}
    await sender.sends("broadcast.write", "", {**chosen, **typed})
    return sender.sees()


async def sends(sender: Corner, *people: str, **more: str) -> None:
    """Nobody has to approve it."""
    await writes(sender, *people, **more)
    await sender.clicks("Send it")
    sender.sees("It goes out")


async def to_staff(bot: Core, *, urgent: bool = False) -> Corner:
    """From the superintendent to the association's members, who share no channel with him alone: all by message."""
    samuel = corner(bot, "Samuel Okafor")
    await writes(samuel, ASSOCIATION)
    if urgent:
        await samuel.clicks("Make it urgent")
    await samuel.clicks("Send it")
    return samuel


async def begun(bot: Core) -> Corner:
    """On its way to the staff, of whom the first four have been told."""
    await at_noon(bot)
    samuel = await to_staff(bot)
    await next_due(bot, lifecycle.BEGIN)
    await next_due(bot, walks.WALK)
    assert len(rows(bot, TOLD)) == 4
    await samuel.types("somewhere")
    return samuel


async def approved_within(bot: Core) -> tuple[Corner, Corner]:
    """Dana's, of the association to its own people, which Maria has approved for it; the sender and the approver."""
    await at_noon(bot)
    databases.change(bot.settings.database_url, "update districts set approval_above = 10")
    dana, maria = corner(bot, "Dana Lee"), corner(bot, "Maria Rivera")
    await writes(dana, ASSOCIATION)
    await dana.clicks("Send to approver")
    await maria.types("somewhere")
    await maria.clicks("Look it over")
    await maria.clicks("Approve")
    return dana, maria


async def narrows(sender: Corner, **parts: str) -> str:
    """A label for each part of the form behind the preview's button."""
    form = await sender.clicks("Who else, who not")
    assert isinstance(form, Form)
    offered = {field.name: field for field in form.fields if isinstance(field, ChoiceField)}
    chosen = {name.replace("_", "-"): label for name, label in parts.items()}
    values = {
        name: tuple(one.value for one in offered[name].choices if one.label == label) for name, label in chosen.items()
    }
    assert all(values.values()), f"{values} of {[one.label for one in offered['also'].choices]}"
    await sender.sends(form.name, form.about, values)
    return sender.sees()


ASSOCIATION, PTA = "Cedar Valley Education Association", "Cedar Valley PTA"


def rows(bot: Core, query: str) -> list[str]:
    return [str(first) for first, *_ in databases.rows(bot.settings.database_url, query)]
