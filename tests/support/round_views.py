"""What somebody without a role sees of a round as it goes on: on their home card, in what came of it, on the list of
goals, on a goal's page and in its record."""

from __future__ import annotations

from support.house import House
from support.whole_round import Member, member

VIEWERS = {  # on both platforms and in both languages
    "cvea": "Owen Lindqvist",
    "administration": "Elena Ortiz",
    "pta": "Silvia Cantú",
    "library": "Joanna Fitzroy",
    "college": "Ivy Cole",
}
MARKS = {  # what a card says, in English or in Spanish, and what that is
    "asked": ("What matters to you? 5 topics", "¿Qué le importa a usted? 5 temas"),
    "order": ("1. A quiet hall\n", "1. Un salón tranquilo\n"),
    "who decides": ("The administration decides: So it is.", "Decide la administración: So it is."),
    "goal": ("Twenty quiet minutes a day",),
    "what groups bring": ("A coach on Tuesdays",),
    "reasons": ("no adult on Tuesdays",),
    "record": ("All agreed", "Todos estuvieron de acuerdo"),
    "words": ("what gets in the way, ",),  # of anybody's concern
}
# Stage by stage, what each of the groups sees. The library's leader pauses its part before anybody is asked.
VIEWS = {  # those who take part, and those who don't
    "opened": ((), ()),
    "asked": (("asked",), ()),
    "results": (("order",), ()),
    "gate": (("order", "who decides"), ()),
    "canvas": (("order", "who decides"), ()),
    "consent": (("order", "who decides"), ()),
    "refused": (("order", "who decides"), ()),
    "adopted": (("order", "who decides", "goal", "what groups bring", "record"), ()),
}
OUTSIDE = ("library",)
# The association decides together: its people are asked what they think of the goal in their own channel.
DECIDING = {"cvea": {"consent": ("goal",), "refused": ("goal",)}}


async def seen_by_each(home: House, stage: str) -> None:
    views = {group: await _seen(member(home, name)) for group, name in VIEWERS.items()}
    taking_part, outside = VIEWS[stage]
    expected = {
        group: outside if group in OUTSIDE else (*taking_part, *DECIDING.get(group, {}).get(stage, ()))
        for group in VIEWERS
    }
    assert views == expected, (stage, views)


async def _seen(who: Member) -> tuple[str, ...]:
    """The marks of all that the buttons lead to."""
    pages = [await _page(who, who.words("home-foot")[:30], "/somewhere")]
    if who.words("round-see") in pages[0][1]:
        await who.presses("round-see")
        pages.append(await _page(who, who.words("result-means")[:30]))
    pages.append(await _page(who, who.words("goal-list-foot")[:30], "/goals"))
    if who.words("goal-see") in pages[-1][1]:
        await who.presses("goal-see")
        pages.append(await _page(who, who.words("goal-agreed-by", seats="|").partition("|")[0].strip()))
        await who.presses("record-see")
        pages.append(await _page(who, who.words("record-timeline")))
    text = "\n".join(text for text, _ in pages)
    assert all(text.count(one) <= 1 for one in MARKS["asked"])  # it is asked once, however it comes
    return tuple(mark for mark, said in MARKS.items() if any(one in text for one in said))


async def _page(who: Member, part: str, line: str = "") -> tuple[str, list[str]]:
    """What the one with this part says, and its buttons."""
    if line:
        await who.chair.types(line)
    seen = await who.chair.sees(part)
    return seen.text, [button.label for button in seen.buttons]
