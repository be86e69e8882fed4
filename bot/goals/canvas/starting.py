"""Two co-chairs begin to write a goal of a theme that is worked on together; each group's own seat is asked what it
brings; and the goal goes to the groups, each by the rule that it has on that day."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot import notices
from bot.boundary import Answer, Button, Buttons, Heading, Note, Part, Private, Quote, Text
from bot.goals import asking, cards, consenting, group_rules, proposing, rules
from bot.goals.canvas import resting
from bot.goals.canvas.model import NAMES, Canvas, of, under_way
from bot.goals.concerns import in_steps
from bot.goals.model import Answer as Says
from bot.goals.model import Goal, Position, Status, count
from bot.goals.rounds import chairs
from bot.goals.rounds.model import Round, Scope, Theme, bind, under
from bot.people import model as people
from bot.people import school_days
from bot.people.audiences import Audience, of_seats
from bot.people.cards import acting_name, place_label, seat_title
from bot.people.model import GroupKind, Seat
from bot.previews import Preview
from bot.request import Refusal, Request
from bot.storage.database import locked
from bot.texts import Words

BRINGS = "canvas-brings"  # a notice
DAYS = 10  # school days in which a seat can be told
KINDS = (GroupKind.ASSOCIATION, GroupKind.ADMINISTRATION, GroupKind.PARENTS, GroupKind.BOARD)  # always asked


def start(request: Request, theme: Theme) -> Answer:
    """By the co-chairs of its round; where there are none, its own group's leader writes a goal alone."""
    if theme.round is None or not chairs.are_two(theme.round):
        return proposing.start_theme(request, theme)
    if theme.scope is not Scope.SHARED:
        raise Refusal.saying(request.words("gone"))
    canvas = under_way(request.session, theme)
    if canvas is None and (canvas := resting.left(request.session, theme)) is not None:
        resting.take_up(request.session, canvas, request.now)
    canvas = canvas or _begun(request, theme, theme.round)
    return Private(cards.for_member(canvas.goal, request.member, request.words))


def _begun(request: Request, theme: Theme, there: Round) -> Canvas:
    session, now = request.session, request.now
    leading = there.leading
    seat = next(one for one in leading if one.acting_id == request.member.id)
    other = next(one for one in leading if one.id != seat.id)
    asked = required(session, there, seat)
    goal = Goal(
        district=request.district,
        seat=seat,
        co_seat=other,
        line=theme.title(request.district.language),
        heard=in_steps(count(session, under(theme))),
        audience=of_seats({seat, other, *asked}),
        status=Status.DRAFT,
        version=1,
        proposed_at=now,
        due_at=consenting.due(session, request.district, now),
    )
    goal.students = goal.change = goal.measure = ""
    goal.positions = [Position(seat=one) for one in asked]
    session.add(goal)
    session.flush()
    canvas = Canvas(goal=goal, theme=theme, saved={}, by={}, baseline="", source="", taken_on="", target="", step="")
    canvas.heard_at = now
    session.add(canvas)
    session.flush()
    resting.begin(session, canvas, now)
    bind(session, theme, goal)
    until = school_days.due(session, request.district, now, DAYS)
    for one in asked:
        if one.acting_id not in (None, request.member.id):
            notices.tell(session, one.acting_id or 0, BRINGS, goal.id, now, until)
    return canvas


def required(session: Session, there: Round, seat: Seat) -> list[Seat]:
    """One of each group that is asked: those that a goal of the district needs, the board, and all whose part of the
    round is open. And the leaders of groups that agree by theirs, too."""
    found = [one for kind in KINDS for one in rules.speaking(session, seat.district, kind)]
    groups = {one.group_id for one in found}
    for part in there.under_way:
        if part.group_id not in groups:
            found += rules.speaking_of(session, part.group)
    return [*found, *rules.leading(session, seat.district, found)]


def missing(session: Session, goal: Goal) -> list[GroupKind]:
    """Groups without which nothing is agreed, and that nobody speaks for."""
    kinds = {one.seat.group.kind for one in goal.positions}
    return [kind for kind in rules.NEEDED if kind not in kinds]


# Sending ---------------------------------------------------------------------------------------------------------


def look_over(request: Request, goal: Goal) -> Answer:
    return _preview(request, _to_send(request, goal)).answer()


def _preview(request: Request, canvas: Canvas) -> Preview:
    """To whom it goes, and how each of them says yes, before it does."""
    words, goal = request.words, canvas.goal
    back = Button(words("canvas-back"), "goal.show", str(goal.id))
    parts: list[Part] = [
        Heading(words("question-preview-title")),
        *cards.lines(goal.line, goal.lines, words),
        *cards.canvas_lines(canvas, words),
        Text("\n".join((words("goal-goes"), *_to_whom(request.session, goal, words)))),
        Note(words("canvas-send-means")),
    ]
    besides = _unsaid(request.session, goal)
    return Preview(parts, words("canvas-send-now"), "canvas.send-now", str(goal.id), (back,), besides)


def _unsaid(session: Session, goal: Goal) -> object:
    """What the preview's words leave open: who acts for a seat, which place it is, and who reads it."""
    whom = [(one.seat_id, one.seat.acting_id, one.brings) for one in goal.positions]
    rules_of_groups = group_rules.of_all(session, [one.seat for one in goal.positions])
    return whom, [(seat.id, rule.place_id) for seat, rule in rules_of_groups.items()], str(_readers(session, goal))


def _readers(session: Session, goal: Goal) -> Audience:
    """Once it is sent, and until it is agreed."""
    return goal.audience | group_rules.readers(session, [one.seat for one in goal.positions])


def _to_whom(session: Session, goal: Goal, words: Words) -> list[str]:
    seats = [one.seat for one in goal.positions]
    deciding, lines = group_rules.of_all(session, seats), list[str]()
    for seat in seats:
        title = seat_title(seat, words)
        if rule := deciding.get(seat):
            there = place_label(rule.place) if rule.place else ""
            lines.append(words("goal-goes-to-group", group=seat.group.name, place=there, days=rule.days))
        elif seat.acting is None:
            lines.append(words("goal-vacant", seat=title, names=words.either(rules.fills(session, seat, words))))
        else:
            lines.append(words("goal-goes-to", seat=title, name=acting_name(seat, words)))
    return [f"• {line}" for line in lines]


def _to_send(request: Request, goal: Goal) -> Canvas:
    """Raises Refusal where something is missing, or it is not to be worked on together any more."""
    words, canvas = request.words, of(goal)
    if canvas is None or goal.status is not Status.DRAFT:
        raise Refusal.saying(words("goal-not-now"))
    locked(request.session, Theme, canvas.theme_id)  # nobody marks it otherwise meanwhile
    if canvas.theme.scope is not Scope.SHARED:
        raise Refusal.saying(words("canvas-not-shared"))
    if canvas.missing:
        names = [words(NAMES[name]) for name in canvas.missing]
        raise Refusal.saying(words("canvas-missing", fields=words.listed(names)))
    if kinds := missing(request.session, goal):
        names = [one.name for one in people.caretakers(request.session, goal.district_id)]
        raise Refusal.saying(words("goal-wrong-nobody", kind=kinds[0].value, names=words.either(names)))
    return canvas


def send(request: Request, goal: Goal) -> Answer:
    """As it was looked over, or it is shown once more."""
    session, now, words = request.session, request.now, request.words
    if goal.status is Status.PROPOSED:  # pressed twice, or by both of them
        return Private(cards.for_member(goal, request.member, words))
    canvas = _to_send(request, goal)
    if again := _preview(request, canvas).once_more(request):
        return again
    canvas.hear(now)
    goal.status, goal.proposed_at = Status.PROPOSED, now
    goal.audience = _readers(session, goal)
    group_rules.fix(session, goal.positions)
    for one in goal.positions:
        if one.seat.acting_id == request.member.id and one.place is None and not one.is_of_board:
            one.answer, one.member, one.answered_at = Says.AGREE, one.seat.acting, now
    asking.ask(session, goal, now)
    return asking.sent(request, goal)


# What they are told ------------------------------------------------------------------------------------------------


def is_to_bring(session: Session, member: people.Member, subject: int) -> bool:
    goal = session.get(Goal, subject)
    theirs = [one for one in goal.positions if one.seat.acting_id == member.id] if goal is not None else []
    return goal is not None and goal.status is Status.DRAFT and any(not one.brings for one in theirs)


def show_bring(session: Session, subject: int, words: Words) -> list[Part]:
    goal = session.get_one(Goal, subject)
    names = [acting_name(seat, words) for seat in goal.leaders]
    bring = Button(words("canvas-bring"), "canvas.bring", str(goal.id), "main")
    asks = Text(words("canvas-asks", names=words.listed(names)))
    see = Button(words("goal-see"), "goal.show", str(goal.id))
    return [asks, Quote(goal.line), Buttons((bring, see))]


def waiting(request: Request) -> list[Goal]:
    """Those that are being written and wait for them: to write, or for what their group brings."""
    seats = [seat.id for seat in request.seats]
    if not seats:
        return []
    of_seats_ = select(Position.goal_id).where(Position.seat_id.in_(seats), Position.brings == "")
    mine = Goal.seat_id.in_(seats) | Goal.co_seat_id.in_(seats) | Goal.id.in_(of_seats_)
    found = select(Goal).where(Goal.status == Status.DRAFT, mine).order_by(Goal.id)
    return list(request.session.scalars(found).unique())
