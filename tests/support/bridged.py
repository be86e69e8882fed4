"""A question that rests with a committee at home in Slack and in Discord."""

from __future__ import annotations

from support.house import House
from support.talk import Chair, chair

KITS = "Can we keep the phonics kits over summer?"
HOME = "partnership-leadership"


async def asked(home: House) -> tuple[Chair, Chair]:
    """It is asked; Dana in Slack and Hannah in Discord see its card."""
    ana = chair(home, "slack", "Ana Ruiz")
    dana, hannah = chair(home, "slack", "Dana Lee", HOME), chair(home, "discord", "Hannah Whitaker", HOME)
    await ana.types("/ask")
    await ana.presses("Cualquier tema de todo el distrito")
    await ana.fills_in(question=KITS)
    await ana.presses("Enviar")
    await dana.sees_card(KITS)
    await hannah.sees_card(KITS)
    return dana, hannah
