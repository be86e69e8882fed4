"""How an ending looks: what came of it beside what was wanted, what was learned, what remains."""

from __future__ import annotations

from sqlalchemy.orm import Session

from bot.boundary import Part, Quote, Text
from bot.goals.endings.model import Ending, Outcome, Remains
from bot.goals.measures import figures
from bot.goals.measures.model import Measure
from bot.texts import Words

OUTCOMES = {
    Outcome.REACHED: "ending-reached",
    Outcome.PARTLY: "ending-partly",
    Outcome.NOT_REACHED: "ending-not-reached",
}
REMAINS = {
    Remains.MEETING: "ending-remains-meeting",
    Remains.COMMITTEE: "ending-remains-committee",
    Remains.HABIT: "ending-remains-habit",
}


def about(session: Session, ending: Ending, words: Words) -> list[Part]:
    measure = session.get(Measure, ending.goal_id)
    lines = [words(OUTCOMES[ending.outcome])]
    if ending.result:
        lines.append(words("ending-result", result=ending.result))
    if measure is not None:
        target = words("measure-with-unit", value=figures.show(measure.target, words), unit=measure.unit)
        lines.append(words("ending-wanted", target=target))
    parts: list[Part] = [Text("\n".join(lines)), Text(words("ending-learned")), Quote(ending.learned)]
    if ending.remains or ending.kept:
        kinds = [words(REMAINS[Remains(one)]) for one in ending.remains]
        parts.append(Text(words("ending-remains", what=words.listed(kinds)) if kinds else words("ending-remains-line")))
        parts += [Quote(ending.kept)] if ending.kept else []
    return parts
