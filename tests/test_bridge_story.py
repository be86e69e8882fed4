"""Members of a committee talk about a question, some in Slack and some in Discord, as if it were one thread."""

from __future__ import annotations

from pathlib import Path

from support.databases import on_both
from support.house import House, house
from support.talk import Chair, chair

pytestmark = on_both

KITS = "Can we keep the phonics kits over summer?"
HOME = "partnership-leadership"


async def asked(home: House) -> tuple[Chair, Chair]:
    """A question that rests with a committee at home in both; Dana in Slack and Hannah in Discord see its card."""
    ana = chair(home, "slack", "Ana Ruiz")
    dana, hannah = chair(home, "slack", "Dana Lee", HOME), chair(home, "discord", "Hannah Whitaker", HOME)
    await ana.types("/ask")
    await ana.presses("Cualquier tema de todo el distrito")
    await ana.fills_in(question=KITS)
    await ana.presses("Enviar")
    await dana.sees_card(KITS)
    await hannah.sees_card(KITS)
    return dana, hannah


async def test_what_is_said_in_one_is_said_in_the_other(tmp_path: Path) -> None:
    async with house(tmp_path) as home:
        dana, hannah = await asked(home)
        await dana.replies("Who has the *kits*?")
        await hannah.sees_in_thread(f"Dana Lee in #{HOME} (Slack):", "Who has the kits?")
        await hannah.replies("We have **two**.")
        await dana.sees_in_thread(f"Hannah Whitaker in #{HOME} (Discord):", "We have two.")
        await dana.edits("Who has the kits?", "Who has the kits now?")
        await hannah.sees_in_thread("Who has the kits now?", "(edited)")
        await hannah.deletes("We have two.")
        await dana.sees_in_thread(f"Hannah Whitaker deleted a message in #{HOME} (Discord).")
        assert "two" not in str(await dana.thread())


async def test_a_marked_answer(tmp_path: Path) -> None:
    """In the thread, by reply in the channel, in either language; changed and taken back."""
    async with house(tmp_path) as home:
        dana, hannah = await asked(home)
        ana = chair(home, "slack", "Ana Ruiz")
        await hannah.replies("Between us: are there any left?")
        await hannah.replies("answer: Yes, until **August 1**.")
        await ana.sees_card("Contestó Hannah Whitaker", "Yes, until August 1.")
        await hannah.sees_card("Hannah Whitaker answered:", "Yes, until August 1.")
        await dana.sees_card("Hannah Whitaker answered:", "Yes, until August 1.")
        await dana.sees_in_thread("Between us")
        await dana.replies("Respuesta: No.")
        await dana.sees("Somebody has answered it meanwhile", "No.")
        await hannah.edits("answer: Yes, until August 1.", "answer: Yes, until July 1.")
        await ana.sees_card("Yes, until July 1.", "Se cambió después de enviarse.")
        await hannah.deletes("answer: Yes, until July 1.")
        await ana.sees_card("Hannah Whitaker retiró esta respuesta.")
        await dana.sees_card("Please answer by")
        assert not [one for one in ana.person.messages(ana.channel) if "Between us" in one.text]
