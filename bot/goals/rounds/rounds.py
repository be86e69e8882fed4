"""A round: each group's leaders open its own part, show its list of themes, and can pause it with one press. Then every
member of these groups says privately, theme by theme, what matters; and all see together what came of it."""

from __future__ import annotations

from datetime import datetime
from hashlib import sha256

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session

from bot import notices, timetable
from bot.boundary import Answer, Button, Buttons, Heading, Message, Note, Part, Private, Text
from bot.goals import rules
from bot.goals.model import in_steps
from bot.goals.rounds import chairs, joining, rating, results
from bot.goals.rounds.model import Part as Portion
from bot.goals.rounds.model import Phase, Rating, Round, Theme, current, sizes, themes_of
from bot.people import model as people
from bot.people import school_days
from bot.people.cards import acting_name
from bot.people.model import Seat
from bot.request import Refusal, Request
from bot.storage import context
from bot.storage.database import locked
from bot.texts import Words

DAYS = 5  # school days in which people say what matters
FEWEST = 2  # groups whose lists are there, before it goes on
END, ON = "round.end", "round.on"  # names under which the timetable ends the rating, and tells the next of those asked
NOTICE = "round-asks"


def leads(request: Request) -> Seat | None:
    """The seat by which they open their own group's part."""
    return next(iter(rules.leaders(request.session, request.member)), None)


def lead_their_group(request: Request, _subject: object) -> None:
    if leads(request) is None:
        raise Refusal.saying(request.words("round-may-lead"))


def find(request: Request) -> Round | None:
    """The newest of their district, which nobody else changes meanwhile."""
    there = current(request.session, request.district.id)
    return locked(request.session, Round, there.id) if there else None


# How it goes -----------------------------------------------------------------------------------------------------


def show(request: Request, _subject: object) -> Answer:
    """To those who lead a group: what they can do next."""
    words, seat = request.words, leads(request)
    assert seat is not None
    there = current(request.session, request.district.id)
    if there is None or there.phase is Phase.RESULT:
        start = Button(words("round-open"), "round.open", tone="main")
        see = [Button(words("round-see"), "round.results")] if there else []
        said = Text(words("round-none", group=seat.group.name))
        return Private(Message((Heading(words("round-title")), said, Buttons((start, *see)))))
    parts: list[Part] = [Heading(words("round-title"))]
    parts.append(Text("\n".join(_portion(part, request) for part in there.parts)))
    if there.phase is Phase.RATING and there.ends_at:
        heard = in_steps(_raters(request.session, there))
        parts.append(Text(words("round-heard", count=heard, when=request.moment(there.ends_at))))
    parts += joining.shown(there, seat.group_id, words)
    return Private(Message((*parts, Buttons(tuple(_next(request, there, seat))), Note(words("round-foot")))))


def _portion(part: Portion, request: Request) -> str:
    words = request.words
    states = {True: words("round-part-ready"), False: words("round-part-open")}
    state = words("round-part-paused") if part.paused else states[part.ready]
    said = words("round-part", group=part.group.name, name=acting_name(part.seat, words), state=state)
    return f"{said} {chairs.line(part, words)}".rstrip()


def _next(request: Request, there: Round, seat: Seat) -> list[Button]:
    words, mine = request.words, there.part_of(seat.group_id)
    if mine is None:
        return [Button(words("round-open"), "round.open", tone="main")] if there.phase is Phase.GATHERING else []
    found = []
    if there.phase is Phase.GATHERING:
        found.append(Button(words("theme-list"), "theme.list"))
        label = words("round-unready") if mine.ready else words("round-ready")
        found.append(Button(label, "round.unready" if mine.ready else "round.ready", tone="" if mine.ready else "main"))
        if len([part for part in there.under_way if part.ready]) >= FEWEST:
            if mine.ready:
                found.append(Button(words("join-title"), joining.FORM))
            found.append(Button(words("round-begin"), "round.begin", tone="main"))
    found += chairs.buttons(there, mine, words)
    label = words("round-resume") if mine.paused else words("round-pause")
    return [*found, Button(label, "round.pause")]


def _raters(session: Session, there: Round) -> int:
    theirs = select(Rating.member_id).join(Theme).where(Theme.round_id == there.id).distinct().subquery()
    return session.scalar(select(func.count()).select_from(theirs)) or 0


# What leaders do -------------------------------------------------------------------------------------------------


def open_part(request: Request, _subject: object) -> Answer:
    """Of their own group, and of no other."""
    session, seat = request.session, leads(request)
    assert seat is not None
    there = find(request)
    if there is None or there.phase is Phase.RESULT:
        there = Round(district=request.district, phase=Phase.GATHERING, opened_at=request.now)
        session.add(there)
        session.flush()
    if there.phase is not Phase.GATHERING:
        raise Refusal.saying(request.words("round-too-late"))
    if there.part_of(seat.group_id) is None:
        there.parts.append(Portion(group=seat.group, seat=seat))
        session.flush()
    return show(request, None)


def _mine(request: Request, there: Round) -> Portion:
    seat = leads(request)
    part = there.part_of(seat.group_id) if seat else None
    if part is None:
        raise Refusal.saying(request.words("gone"))
    return part


def pause(request: Request, there: Round) -> Answer:
    """Or go on: no reason is asked. What came of it stays with the groups that took part."""
    part = _mine(request, there)
    if there.phase is Phase.RESULT:
        raise Refusal.saying(request.words("round-over"))
    part.paused = not part.paused
    return show(request, None)


def look_over_list(request: Request, there: Round) -> Answer:
    """What the other groups will see, before they do: titles, and no words."""
    words, shown = request.words, _to_show(request, _mine(request, there))
    if not shown:
        raise Refusal.saying(words("round-no-themes"))
    listed = Text("\n".join(f"• {theme.title('en')} / {theme.title('es')}" for theme in shown))
    yes = Button(words("round-ready-now"), "round.ready-now", _seen(shown), "main")
    buttons = (yes, Button(words("theme-list"), "theme.list"))
    said = (Heading(words("question-preview-title")), Text(words("round-ready-means")), listed)
    return Private(Message((*said, Note(words("round-ready-care")), Buttons(buttons))))


def _to_show(request: Request, part: Portion) -> list[Theme]:
    """Those that are not kept, and behind which somebody still stands."""
    shared = [theme for theme in themes_of(request.session, part.group_id) if theme.shared]
    behind = sizes(request.session, shared)
    return [theme for theme in shared if behind.get(theme.id)]


def _seen(shown: list[Theme]) -> str:
    """By which a press says that just these titles were looked over."""
    titles = [[theme.id, *sorted(theme.titles.items())] for theme in shown]
    return sha256(repr(titles).encode()).hexdigest()[:12]


def show_list(request: Request, there: Round) -> Answer:
    """As it was looked over, or it is shown once more."""
    part = _mine(request, there)
    if there.phase is not Phase.GATHERING:
        raise Refusal.saying(request.words("round-too-late"))
    shown = _to_show(request, part)
    if request.about != _seen(shown):
        return look_over_list(request, there)
    for theme in shown:
        theme.round = there
    part.ready = True
    request.session.flush()
    return show(request, None)


def take_list_back(request: Request, there: Round) -> Answer:
    """While nobody has been asked about it."""
    part = _mine(request, there)
    if there.phase is not Phase.GATHERING:
        raise Refusal.saying(request.words("round-too-late"))
    for theme in [one for one in there.themes if one.group_id == part.group_id]:
        joining.end(request.session, theme)
        theme.round = None
    part.ready = False
    request.session.flush()
    return show(request, None)


def begin(request: Request, there: Round) -> Answer:
    _mine(request, there)
    waits = [part.group.name for part in there.under_way if not part.ready]
    if there.phase is not Phase.GATHERING or waits or len(there.under_way) < FEWEST:
        names = request.words.listed(waits or [request.words("round-another")])
        raise Refusal.saying(request.words("round-waits-for", groups=names))
    there.phase = Phase.RATING
    there.ends_at = school_days.due(request.session, request.district, request.now, DAYS)
    timetable.set_due(request.session, END, there.id, there.ends_at)
    _tell_on(request.session, there, request.now)
    return show(request, None)


# Keeping time ----------------------------------------------------------------------------------------------------


def _asked(there: Round) -> Select[int]:
    return select(people.Member.id).where(there.audience.members(), people.Member.id > there.told)


def _tell_on(session: Session, there: Round, now: datetime) -> None:
    if there.ends_at is not None:
        there.told = notices.tell_many(session, _asked(there), NOTICE, there.id, now, there.ends_at)
    if there.told:
        timetable.set_due(session, ON, there.id, now)


def tell_on(session: Session, subject: int, _at: datetime) -> None:
    """For the timetable: the next of those who are asked."""
    there = locked(session, Round, subject)
    if there is not None and there.phase is Phase.RATING and there.told:
        _tell_on(session, there, context.now(session))


def end(session: Session, subject: int, _at: datetime) -> None:
    """For the timetable: what people said is folded into counts, and their rows go."""
    there, now = locked(session, Round, subject), context.now(session)
    if there is None or there.phase is not Phase.RATING:
        return
    results.fold(session, there)
    there.phase = Phase.RESULT
    until = school_days.due(session, there.district, now, DAYS * 2)
    for part in there.under_way:
        if part.seat.acting_id is not None:
            notices.tell(session, part.seat.acting_id, results.NOTICE, there.id, now, until)


def stands(session: Session, member: people.Member, subject: int) -> bool:
    there = session.get(Round, subject)
    return there is not None and rating.may_rate(session, there, member)


def show_notice(session: Session, subject: int, words: Words) -> list[Part]:
    return rating.ask(session.get_one(Round, subject), words)
