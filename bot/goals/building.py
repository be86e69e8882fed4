"""A goal ends in telling one's building: that it was agreed, what was tried, or what came of it."""

from __future__ import annotations

from collections.abc import Mapping

from sqlalchemy.orm import Session, object_session

from bot.boundary import Button
from bot.goals.canvas import model as canvases
from bot.goals.cycles import model as cycles
from bot.goals.cycles.model import Cycle
from bot.goals.endings import showing
from bot.goals.endings.model import Ending, latest
from bot.goals.model import Goal, Status
from bot.people import own_building
from bot.people.audiences import Audience
from bot.people.model import Member
from bot.references import About, retell
from bot.request import Request
from bot.texts import Words

KIND = "goal"
TOLD_OF = (Status.AGREED, Status.ENDED)


def tell(session: Session, goal: Goal, member: Member, words: Words) -> list[Button]:
    readers = own_building.readers(session, member)
    return [retell(About(KIND, goal.id), words)] if _may_read(session, goal, member, readers) else []


def _may_read(session: Session, goal: Goal, member: Member, readers: Audience) -> bool:
    """The member, and all to whom they would tell it."""
    return goal.status in TOLD_OF and goal.is_for(member) and goal.audience.covers(session, readers)


def tellable(request: Request, id: int, readers: Audience) -> Mapping[str, str]:
    """In the language of the member the goal as it was written; in others by its theme's title, if it has one there."""
    goal = request.session.get(Goal, id)
    if goal is None or not _may_read(request.session, goal, request.member, readers):
        return {}
    canvas, own = canvases.of(goal), request.words.language
    titles = {**(canvas.theme.titles if canvas else {}), own: goal.change or goal.line}
    said = {one.language: _said(goal, titles.get(one.language, ""), one) for one in request.texts.values()}
    if ending := _ending(goal):
        said[own] = f"{said[own]} {request.words('ending-learned')} {ending.learned}"
    elif tried := _tried(request.session, goal):
        learned = request.words("goal-building-tried", tried=tried.text, learned=tried.learned)
        said[own] = f"{said[own]}\n{learned}"
    return {language: text for language, text in said.items() if text}


def _said(goal: Goal, title: str, words: Words) -> str:
    if not title:
        return ""
    ending = _ending(goal)
    if ending is None:
        return words("goal-building", goal=title)
    return words("goal-building-ended", goal=title, outcome=words(showing.OUTCOMES[ending.outcome]))


def _tried(session: Session, goal: Goal) -> Cycle | None:
    """The last thing of which its team has said what came of it."""
    newest = cycles.latest(session, goal)
    return newest if newest is not None and newest.ended_at and newest.learned else None


def _ending(goal: Goal) -> Ending | None:
    session = object_session(goal)
    return latest(session, goal) if session and goal.status is Status.ENDED else None
