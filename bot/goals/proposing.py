"""From a concern, or from one line for several, to a goal that the other groups are asked about: one form, and a
preview that says to whom it goes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot import drafts, forms, review
from bot.boundary import (
    Answer,
    Button,
    Buttons,
    Form,
    Heading,
    Message,
    Note,
    Part,
    Private,
    Quote,
    Text,
    TextField,
    in_a_line,
)
from bot.drafts import Draft, Typed, Writing, Wrong
from bot.goals import asking, cards, consenting, group_rules, reading, rules, talking
from bot.goals.concerns import Concern, in_steps, spoken
from bot.goals.model import LINE_MOST, PROPOSE, Goal, Position, Status, count
from bot.goals.model import Answer as Says
from bot.goals.rounds.model import Scope, Theme, bind
from bot.payloads import number
from bot.people import model as people
from bot.people import records
from bot.people.audiences import Audience, of_seats
from bot.people.cards import acting_name, place_label, seat_title
from bot.people.model import Seat
from bot.request import Refusal, Request
from bot.storage.database import locked
from bot.texts import Words

SEAT, CONCERN, THEME = "seat", "concern", "theme"  # what a draft says besides its fields
LINE, STUDENTS, CHANGE, MEASURE = "line", "students", "change", "measure"
THREE = (STUDENTS, CHANGE, MEASURE)
LABELS = {
    LINE: ("goal-form-line", "goal-hint-line"),
    STUDENTS: ("goal-form-students", "goal-hint-students"),
    CHANGE: ("goal-form-change", "goal-hint-change"),
    MEASURE: ("goal-form-measure", "goal-hint-measure"),
}


@dataclass(frozen=True)
class Written:
    """What a goal will be."""

    seat: Seat
    concern: Concern | None  # with which it begins; None: with a line for several
    theme: Theme | None  # of which it is made
    line: str
    three: list[str]
    times: list[datetime]

    @property
    def text(self) -> str:
        return "\n".join((self.line, *self.three))


# Writing ---------------------------------------------------------------------------------------------------------


def start(request: Request, concern: Concern) -> Answer:
    seat = reading.own_seat(concern, rules.callers(request.session, request.member))
    if seat is None:
        raise Refusal.saying(request.words("goal-may-start"))
    if concern.goal_id is not None:
        raise Refusal.saying(request.words("goal-started-already"))
    return _begin(request, {SEAT: (str(seat.id),), CONCERN: (str(concern.id),)})


def start_line(request: Request, _subject: object) -> Answer:
    """With one line for several concerns, or for none."""
    return _begin(request, {SEAT: (str(rules.callers(request.session, request.member)[0].id),)})


def start_theme(request: Request, theme: Theme) -> Answer:
    """Of a round, once its leaders said that it is worked on together; for the whole district."""
    seat = next((one for one in rules.leaders(request.session, request.member) if one.group_id == theme.group_id), None)
    if seat is None or theme.scope is not Scope.SHARED:
        raise Refusal.saying(request.words("gone"))
    title = theme.title(request.words.language)
    return _begin(request, {SEAT: (str(seat.id),), THEME: (str(theme.id),), LINE: (title,)})


def again(request: Request, goal: Goal) -> Answer:
    """One that is over, with its words."""
    if goal.status not in (Status.TAKEN_BACK, Status.CLOSED) or goal.co_seat_id is not None:
        raise Refusal.saying(request.words("goal-not-now"))
    three = {name: (text,) for name, text in zip(THREE, goal.lines, strict=True)}
    return _begin(request, {SEAT: (str(goal.seat_id),), LINE: (goal.line or goal.change,), **three})


def _begin(request: Request, typed: Typed) -> Answer:
    return form(request, drafts.keep(request, PROPOSE, typed, None))


def form(request: Request, draft: Draft) -> Form:
    """Filled in with what was typed before."""
    words, typed = request.words, draft.typed
    names = THREE if forms.first(typed, CONCERN) else (LINE, *THREE)
    fields = [line_field(name, forms.first(typed, name), words) for name in names]
    times = talking.fields(request, typed) if forms.first(typed, CONCERN) else ()
    title, submit = words("goal-form-title"), words("question-form-submit")
    return Form(PROPOSE, title, submit, words("cancel"), (*fields, *times), str(draft.id))


def line_field(name: str, value: str, words: Words) -> TextField:
    label, hint = LABELS[name]
    return TextField(name, words(label), words(hint), value, LINE_MOST)


def write(request: Request, draft: Draft) -> Answer:
    return WRITING.look_over(request, drafts.typed_over(request, draft, (SEAT, CONCERN, THEME)), draft)


def read(request: Request, typed: Typed) -> Written | Wrong:
    words, session = request.words, request.session
    wrong = wrong_lines(typed, THREE if forms.first(typed, CONCERN) else (LINE, *THREE), words)
    speak = (*rules.callers(session, request.member), *rules.leaders(session, request.member))
    seats = {str(seat.id): seat for seat in speak}
    seat = seats.get(forms.first(typed, SEAT))
    if seat is None:
        return {STUDENTS: words("concern-may-call")}
    times = talking.read(request, typed)
    if isinstance(times, dict):
        wrong |= times
    kinds = [kind for kind in rules.consenting(session, seat)[1] if kind in rules.NEEDED]
    if kinds:
        names = words.either([one.name for one in people.caretakers(session, request.member.district_id)])
        wrong[STUDENTS] = words("goal-wrong-nobody", kind=kinds[0].value, names=names)
    theme = session.get(Theme, number(forms.first(typed, THEME)) or 0)
    if theme is not None and theme.scope is not Scope.SHARED:  # its leaders have said so meanwhile
        wrong[LINE] = words("goal-wrong-theme")
    if wrong or isinstance(times, dict):
        return wrong
    concern = session.get(Concern, number(forms.first(typed, CONCERN)) or 0)
    if concern is not None and (not concern.is_for(request.member) or concern.goal_id is not None):
        concern = None  # taken back meanwhile
    three = [forms.first(typed, name).strip() for name in THREE]
    return Written(seat, concern, theme, forms.first(typed, LINE).strip(), three, times)


def wrong_lines(typed: Typed, names: tuple[str, ...], words: Words) -> Wrong:
    wrong = {}
    for name in names:
        text = forms.first(typed, name).strip()
        if not text:
            wrong[name] = words("goal-wrong-empty")
        elif len(text) > LINE_MOST:
            wrong[name] = words("goal-wrong-long", count=len(text), most=LINE_MOST)
    return wrong


# Looking over ----------------------------------------------------------------------------------------------------


def preview(request: Request, draft: Draft, written: Written) -> Message:
    words, session = request.words, request.session
    found = records.find(request.district, written.text, request.now)
    send = Button(words("goal-send"), "goal.send", str(draft.id), "main")
    edit, cancel = (Button(words(name), f"goal.{name}", str(draft.id)) for name in ("edit", "cancel"))
    if found:
        send = Button(words("records-as-is"), "goal.send", review.as_is(draft.id, found))
    parts: list[Part] = [
        Heading(words("question-preview-title")),
        *cards.lines(written.line, written.three, words),
        Text("\n".join(_to_whom(session, written.seat, words))),
        *_its_words(written, words),
        Note(_then_read(written.seat, words)),
        *_caution(session, written.seat, words),
    ]
    if written.times:
        listed = words.either([request.moment(at) for at in written.times])
        parts.append(Text(words("goal-times-offered", times=listed)))
    buttons = Buttons((edit, send, cancel) if found else (send, edit, cancel))
    return Message((*parts, *review.pointed_out(found, words), buttons))


def _to_whom(session: Session, seat: Seat, words: Words) -> list[str]:
    asked, missing = rules.consenting(session, seat)
    lines = []
    deciding = group_rules.of_all(session, (seat, *asked))
    for one, rule in deciding.items():
        there = place_label(rule.place) if rule.place else ""
        lines.append(words("goal-goes-to-group", group=one.group.name, place=there, days=rule.days))
    for one in [seat for seat in asked if seat not in deciding]:
        title = seat_title(one, words)
        if one.acting is None:
            lines.append(words("goal-vacant", seat=title, names=words.either(rules.fills(session, one, words))))
        else:
            lines.append(words("goal-goes-to", seat=title, name=acting_name(one, words)))
    lines += [words("goal-nobody-speaks", kind=kind.value) for kind in missing]
    return [words("goal-goes"), *(f"• {line}" for line in lines)]


def _then_read(seat: Seat, words: Words) -> str:
    if seat.building is None:
        return words("goal-then-read-all")
    return words("goal-then-read", building=seat.building.name)


def _its_words(written: Written, words: Words) -> list[Part]:
    if written.concern is None:
        return []
    if written.concern.shareable:
        return [Text(words("goal-shows-words")), Quote(written.concern.text)]
    return [Note(words("goal-keeps-words"))]


def _caution(session: Session, seat: Seat, words: Words) -> list[Part]:
    """Two at once are harder than one."""
    under_way = (Goal.building_id == seat.building_id, Goal.status.in_((Status.PROPOSED, Status.AGREED)))
    open_one = session.scalars(select(Goal).where(Goal.seat_id == seat.id, *under_way).limit(1)).first()
    return [Text(words("goal-caution", goal=in_a_line(open_one.change)))] if open_one else []


def readers(request: Request, written: Written) -> Audience:
    """Until it is agreed: the seats that answer, and those who are where a group decides."""
    seats = [written.seat, *rules.consenting(request.session, written.seat)[0]]
    return of_seats(seats) | group_rules.readers(request.session, seats)


WRITING = Writing(
    PROPOSE,
    form,
    read,
    preview,
    drafts.fixed_by("goal.edit", "goal.cancel"),
    sends="goal.send",
    sent="goal-sent-already",
    dropped="question-cancelled",
    shows=lambda request, written: readers(request, written).named(request.session),
)

# Sending ---------------------------------------------------------------------------------------------------------


def send(request: Request, draft: Draft) -> Answer:
    session, words = request.session, request.words
    if draft.became is not None:  # pressed twice, perhaps by somebody who lost their seat meanwhile
        goal = session.get_one(Goal, draft.became)
        rules.read_goal(request, goal)
        return Private(cards.for_member(goal, request.member, words))
    for table, name in ((Theme, THEME), (Concern, CONCERN)):  # nobody else makes a goal of it meanwhile
        locked(session, table, number(forms.first(draft.typed, name)) or 0)
    written = read(request, draft.typed)
    if isinstance(written, dict):
        return WRITING.wrong(request, draft, written)
    decided = review.decided(request, records.find(request.district, written.text, request.now))
    if again := WRITING.once_more(request, draft, written, decided):
        return again
    goal = _made(request, written)
    session.add(goal)
    session.flush()  # its number; nothing after this refuses
    draft.become(goal.id, request.now)
    if written.concern is not None:
        written.concern.become(goal)
    if written.theme is not None:
        bind(session, written.theme, goal)
    asking.ask(session, goal, request.now)
    return asking.sent(request, goal)


def _made(request: Request, written: Written) -> Goal:
    seat, session = written.seat, request.session
    asked, _ = rules.consenting(session, seat)
    goal = Goal(
        district=request.district,
        building=seat.building,
        seat=seat,
        line=written.line,
        heard=in_steps(count(session, spoken(seat))),
        audience=readers(request, written),
        status=Status.PROPOSED,
        version=1,
        proposed_at=request.now,
        due_at=consenting.due(session, request.district, request.now),
    )
    goal.students, goal.change, goal.measure = written.three
    goal.positions = [Position(seat=one) for one in (seat, *asked)]
    group_rules.fix(session, goal.positions)
    own = goal.positions[0]
    if own.place is None:
        own.answer, own.member, own.answered_at = Says.AGREE, request.member, request.now
    talking.put(goal, written.times)
    return goal
