"""A round: each group's leaders open its own part, show its list of themes, and can pause it with one press. Then every
member of these groups says privately, theme by theme, what matters; and all see together what came of it."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from bot import forms, notices, timetable
from bot.boundary import Answer, Button, Buttons, Heading, Message, Note, Part, Text
from bot.goals.rounds import joining, overview, rating, results, waiting
from bot.goals.rounds.model import GROUPS, Phase, Round, Theme, current, sizes, themes_of
from bot.goals.rounds.model import Part as Portion
from bot.people import model as people
from bot.people import school_days
from bot.previews import Preview
from bot.request import Refusal, Request
from bot.storage import context
from bot.storage.database import locked
from bot.texts import Words

DAYS = 5  # school days in which people say what matters
END, ON = "round.end", "round.on"  # names under which the timetable ends the rating, and tells the next of those asked
NOTICE = "round-asks"


def find(request: Request) -> Round | None:
    """The newest of their district, which nobody else changes meanwhile."""
    there = current(request.session, request.district.id)
    return locked(request.session, Round, there.id) if there else None


# What leaders do -------------------------------------------------------------------------------------------------


def open_part(request: Request, _subject: object) -> Answer:
    """Of their own group, and of no other. Where two groups' leaders open theirs at once, they do it in one round."""
    session, seat = request.session, overview.leads(request)
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
        waiting.again(session, there, request.now)
    return overview.show(request, None)


def _mine(request: Request, there: Round) -> Portion:
    seat = overview.leads(request)
    part = there.part_of(seat.group_id) if seat else None
    if part is None:
        raise Refusal.saying(request.words("gone"))
    return part


def pause(request: Request, there: Round) -> Answer:
    """Or go on: no reason is asked. What came of it stays with the groups that took part."""
    part = _mine(request, there)
    if there.phase is Phase.RESULT:
        raise Refusal.saying(request.words("round-over"))
    part.paused, part.left_out = not part.paused, False
    waiting.wait(request.session, there, request.now)
    return overview.show(request, None)


def look_over_list(request: Request, there: Round) -> Answer:
    return _preview(request, _to_show(request, _mine(request, there))).answer()


def _preview(request: Request, shown: list[Theme]) -> Preview:
    """What the other groups will see, before they do: titles, and no words."""
    words = request.words
    if not shown:
        ways = (Button(words("theme-list"), "theme.list", tone="main"), Button(words("home-back"), "round.show"))
        raise Refusal(Message((Text(words("round-no-themes")), Buttons(ways))))
    listed = Text("\n".join(f"• {theme.title('en')} / {theme.title('es')}" for theme in shown))
    said = (Heading(words("question-preview-title")), Text(words("round-ready-means")), listed)
    back, ids = Button(words("theme-list"), "theme.list"), [theme.id for theme in shown]
    parts = (*said, Note(words("round-ready-care")))
    return Preview(parts, words("round-ready-now"), "round.ready-now", others=(back,), besides=ids)


def _to_show(request: Request, part: Portion) -> list[Theme]:
    """Those that are not kept, and behind which somebody still stands."""
    shared = [theme for theme in themes_of(request.session, part.group_id) if theme.shared]
    behind = sizes(request.session, shared)
    return [theme for theme in shared if behind.get(theme.id)]


def show_list(request: Request, there: Round) -> Answer:
    """As it was looked over, or it is shown once more."""
    part = _mine(request, there)
    if there.phase is not Phase.GATHERING:
        raise Refusal.saying(request.words("round-too-late"))
    shown = _to_show(request, part)
    if again := _preview(request, shown).once_more(request):
        return again
    for theme in shown:
        theme.round = there
    part.ready = True
    request.session.flush()
    waiting.wait(request.session, there, request.now)
    return overview.show(request, None)


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
    waiting.again(request.session, there, request.now)
    return overview.show(request, None)


def begin(request: Request, there: Round) -> Answer:
    """Without groups that nobody leads any more, and that could never say that they are ready."""
    _mine(request, there)
    waits = waiting.waited_for(request.session, there)
    ready = len(there.under_way) - len(there.late)
    if there.phase is not Phase.GATHERING or ready < GROUPS:
        names = [part.group.name for part in waits] or [request.words("round-another")]
        raise Refusal.saying(request.words("round-waits-for", groups=request.words.listed(names)))
    if waits:
        waiting.wait(request.session, there, request.now)
        return overview.show(request, None)
    _begin(request, there)
    return overview.show(request, None)


def go_on(request: Request, there: Round) -> Answer:
    """Without the groups that were named, whose lists were waited for long enough."""
    if not waiting.is_over(there, request.now) or request.about != waiting.without(there):
        raise Refusal.saying(request.words("round-goes-on-not"))
    names = request.words.listed([part.group.name for part in there.late])
    _begin(request, there)
    return forms.say(request, "round-went-on", groups=names)


def _begin(request: Request, there: Round) -> None:
    waiting.leave_out(request.session, there, request.now)
    there.phase, there.waits_until = Phase.RATING, None
    there.ends_at = school_days.due(request.session, request.district, request.now, DAYS)
    timetable.set_due(request.session, END, there.id, there.ends_at)
    _tell_on(request.session, there, request.now)


# Keeping time ----------------------------------------------------------------------------------------------------


def _asked(there: Round) -> Select[int]:
    return select(people.Member.id).where(rating.are_asked(there), people.Member.id > there.told)


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
