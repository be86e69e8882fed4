"""How a goal looks to the seats that are asked, to the one that proposed it, and to everybody once it is agreed."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy.orm import object_session

from bot.boundary import Button, Buttons, Heading, Message, Note, Part, Quote, Text
from bot.goals import authors, building, positions, telling
from bot.goals.canvas import model as canvases
from bot.goals.canvas.model import Canvas
from bot.goals.concerns import made_of
from bot.goals.endings import showing
from bot.goals.endings.model import latest
from bot.goals.model import Answer, Change, Goal, Position, Status, Times
from bot.goals.team import seated
from bot.payloads import Payload, Shown
from bot.people import model as people
from bot.people.cards import place_label, seat_title
from bot.texts import Words

GROUP = "goal.group"  # the card in the place of a group that decides together
ANSWERS = {
    Answer.AGREE: "goal-answer-agree",
    Answer.LIVE: "goal-answer-live",
    Answer.CONCERN: "goal-answer-concern",
    Answer.BLOCK: "goal-answer-block",
    Answer.MORE_TIME: "goal-answer-more-time",
}
TONES = {Answer.AGREE: "main", Answer.BLOCK: "danger"}


@dataclass(frozen=True)
class Answered(Payload):
    """A goal, its version as the button's reader saw it, and what they say."""

    id: int
    version: int
    answer: str


@dataclass(frozen=True)
class Picked(Payload):
    """A goal, which offer of times the button belongs to, and which of them."""

    id: int
    offered: int
    times: str


def for_member(goal: Goal, member: people.Member, words: Words) -> Message:
    """With what they can do about it."""
    return Message((*to_answer(goal, member, words), *onward(goal, member, words)))


def to_answer(goal: Goal, member: people.Member, words: Words) -> list[Part]:
    """What it says, and what waits for them."""
    parts = about(goal, words, member)
    if goal.status is Status.ENDED:
        parts.append(Text(authors.agreed_by(goal, words)))
    elif goal.status is Status.AGREED:
        parts += _to_talk(goal, words)
    elif goal.is_open:
        parts += positions.shown(goal, words, reasons=goal.is_proposed_by(member))
    if goal.of(member):
        parts += for_seat(goal, member, words)
    speaks = any(one.seat.acting_id == member.id for one in goal.positions)
    if speaks and goal.co_seat_id is not None and goal.status in (Status.DRAFT, Status.PROPOSED):
        parts.append(Buttons((Button(words("canvas-bring"), "canvas.bring", str(goal.id)),)))
    if goal.is_proposed_by(member):
        parts += for_proposer(goal, words)
    return parts


def leaders(goal: Goal, words: Words) -> str:
    """The role that proposed it, or the two that lead it: they read the reasons."""
    return words.listed([seat_title(seat, words) for seat in goal.leaders])


# What it says ----------------------------------------------------------------------------------------------------


def about(goal: Goal, words: Words, reader: people.Member | None = None) -> list[Part]:
    """For one reader, or for all who read it."""
    titles = {
        Status.DRAFT: "canvas-title",
        Status.PROPOSED: "goal-asked-title",
        Status.AGREED: "goal-agreed-title",
        Status.ENDED: "ending-title",
    }
    parts: list[Part] = [Heading(words(titles.get(goal.status, "goal-over-title")))]
    parts.append(Text(words("goal-from", seat=leaders(goal, words), count=goal.heard)))
    parts += lines(goal.line, goal.lines, words)
    if canvas := canvases.of(goal):
        parts += canvas_lines(canvas, words)
    session = object_session(goal)
    ending = latest(session, goal) if session and goal.status is Status.ENDED else None
    if session and ending:
        parts += showing.about(session, ending, words)
    parts += in_words(goal, words, reader)
    if goal.changed and goal.before:
        parts.append(Note(words("goal-was-substance" if goal.changed is Change.SUBSTANCE else "goal-was-typo")))
        parts.append(Quote("\n".join(goal.before)))
    if goal.status is Status.TAKEN_BACK:
        parts.append(Text(words("goal-is-taken-back")))
    if goal.status is Status.CLOSED:
        parts.append(Text(words("canvas-is-left" if canvas and canvas.is_left else "goal-is-closed")))
    return parts


def in_words(goal: Goal, words: Words, reader: people.Member | None) -> list[Part]:
    """Of the concern that it was made of, if its author said that its readers may see them. That was before anybody was
    let read it alone: for them they are not."""
    session = object_session(goal)
    begun = made_of(session, goal) if session else None
    readers = goal.audience.without_members if reader else goal.audience
    if not session or not begun or not begun.is_shown or not begun.audience.covers(session, readers):
        return []
    return [Text(words("goal-in-words")), Quote(begun.text)] if reader is None or begun.is_for(reader) else []


def lines(line: str, three: list[str], words: Words) -> list[Part]:
    """For which students, what changes, how we will know; as much as is written."""
    students, change, measure = three
    said = [words("goal-line-students", students=students), words("goal-line-change", change=change)]
    said.append(words("goal-line-measure", measure=measure))
    there = [text for text, given in zip(said, three, strict=True) if given]
    return [*([Quote(line)] if line else []), *([Text("\n".join(there))] if there else [])]


def canvas_lines(canvas: Canvas, words: Words) -> list[Part]:
    """What its co-chairs say beyond its three lines, and what each group brings."""
    names = ("baseline", "source", "taken_on", "target", "step")
    said = [f"{words(canvases.NAMES[name])}: {text}" for name in names if (text := canvas.get(name))]
    brings = [
        words("canvas-brings", group=one.seat.group.name, what=one.brings)
        for one in canvas.goal.positions
        if one.brings
    ]
    return [Text("\n".join(some)) for some in (said, brings) if some]


def _to_talk(goal: Goal, words: Words) -> list[Part]:
    parts: list[Part] = [Text(authors.agreed_by(goal, words))]
    if goal.talk_at:
        when = words.moment(goal.talk_at, goal.district.zone)
        parts.append(Text(words("goal-talk", when=when)))
    return parts


# What can be done about it -----------------------------------------------------------------------------------------


def for_seat(goal: Goal, member: people.Member, words: Words) -> list[Part]:
    """Of somebody who answers for one that is asked."""
    mine = goal.of(member)[0]
    parts: list[Part] = []
    if goal.is_open and mine.place is not None:
        parts += _of_group(mine, words)
    elif goal.is_open:
        parts += asked(goal, words, mine.answer)
    if goal.first_at and not goal.talk_at and (not goal.is_open or mine.answer):
        parts += times(goal, words)
    return parts


def _of_group(one: Position, words: Words) -> list[Part]:
    """That it decides together, and what its seat can do about that."""
    assert one.place is not None
    said = Text(words("goal-your-group", place=place_label(one.place)))
    if one.answer not in (Answer.CONCERN, Answer.BLOCK):
        return [said]
    return [said, Buttons((Button(words("goal-share"), "goal.share-reason", str(one.goal_id)),))]


def asked(goal: Goal, words: Words, given: Answer | None = None) -> list[Part]:
    """The question to a seat, and its answers."""
    said = words("goal-you-said", said=words("goal-position", answer=given.value)) if given else words("goal-asks")
    buttons = tuple(
        Button(
            words(ANSWERS[one]),
            "goal.answer",
            str(Answered(goal.id, goal.version, one.value)),
            TONES.get(one, ""),
        )
        for one in Answer
    )
    return [Text(said), Buttons(buttons), Note(words("goal-foot", proposer=leaders(goal, words)))]


def times(goal: Goal, words: Words) -> list[Part]:
    """When to talk: one tap."""
    zone, offered = goal.district.zone, [(Times.FIRST, goal.first_at), (Times.SECOND, goal.second_at)]
    there = [(one, words.moment(at, zone)) for one, at in offered if at]
    if len(there) > 1:
        there.append((Times.EITHER, words("goal-times-either")))
    there.append((Times.NEITHER, words("goal-times-neither" if len(there) > 1 else "goal-times-not")))
    buttons = [Button(label, "goal.pick-time", str(Picked(goal.id, goal.offered, one.value))) for one, label in there]
    return [Text(words("goal-times-ask")), Buttons(tuple(buttons))]


def for_proposer(goal: Goal, words: Words) -> list[Part]:
    id = str(goal.id)
    buttons = []
    session = object_session(goal)
    if session is not None and telling.waits(session, goal):
        buttons.append(Button(words("goal-tell"), "goal.tell", id, "main"))
    if goal.status is Status.PROPOSED:
        buttons += _to_offer_times(goal, words)
    canvas = canvases.of(goal)
    if canvas is not None and goal.status in (Status.DRAFT, Status.PROPOSED):
        buttons += _to_write(canvas, words)
    elif goal.is_open:
        buttons.append(Button(words("goal-change"), "goal.change", id))
    if goal.status in (Status.DRAFT, Status.PROPOSED):
        buttons.append(Button(words("goal-take-back"), "goal.take-back", id))
    if goal.status in (Status.TAKEN_BACK, Status.CLOSED) and canvas is None:
        buttons.append(Button(words("goal-again"), "goal.again", id))
    return [Buttons(tuple(buttons))] if buttons else []


def _to_offer_times(goal: Goal, words: Words) -> list[Button]:
    label = words("goal-times-again" if goal.first_at else "goal-times-offer")
    return [] if goal.talk_at else [Button(label, "goal.offer-times", str(goal.id))]


def _to_write(canvas: Canvas, words: Words) -> list[Button]:
    """Its three forms, the next that is empty first; and to send it, once all is there that must be."""
    id = canvas.goal_id
    found = []
    for form in canvases.FORMS:
        about = str(canvases.Opened(id, form, str(canvas.times_saved(form))))
        found.append(Button(words(canvases.TITLES[form]), "canvas.write", about))
    found.append(Button(words("data-title"), "data.ask", str(canvas.theme_id)))
    found.append(Button(words("team-title"), "team.show", str(id)))
    if canvas.goal.status is Status.DRAFT and not canvas.missing:
        found.insert(0, Button(words("canvas-send"), "canvas.send", str(id), "main"))
    return found


def onward(goal: Goal, member: people.Member, words: Words) -> list[Part]:
    """Of one that is agreed, or has ended: for all who read it; counting for its team, and its end for those who chair
    it."""
    if goal.status not in building.TOLD_OF:
        return []
    id, is_agreed, found = str(goal.id), goal.status is Status.AGREED, list[Button]()
    if is_agreed and goal.is_proposed_by(member):
        found += _to_offer_times(goal, words)
    if is_agreed and seated.has(goal, member):
        found.append(Button(words("measure-add"), "goal.number", id))
    found += [Button(words("measure-see"), "goal.numbers", id), Button(words("record-see"), "goal.record", id)]
    if seated.is_chaired_by(goal, member):
        end = Button(words("ending-start"), "goal.end", id)
        found.append(end if is_agreed else Button(words("ending-reopen"), "goal.reopen", id))
    if is_agreed:
        found.append(Button(words("team-title"), "team.show", id))
    session = object_session(goal)
    return [Buttons((*found, *(building.tell(session, goal, member, words) if session else [])))]


def see(label: str, goal: Goal, words: Words, tone: str = "main") -> Buttons:
    return Buttons((Button(label, "goal.show", str(Shown(goal.id, words.language)), tone),))
