"""What somebody reads when something of theirs has gone quiet, and what they can say to it: on it, stuck, a pause, less
often, not this one, or an end to it. What a chair sees is a number."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot import nudges, playbook
from bot.boundary import Answer, Button, Buttons, Heading, Message, Note, Part, Private, Quote, Text
from bot.feature import Feature, NoticeKind, Section, Urgency, Waiting, Watch
from bot.nudges import NOTICE, Nudge, Watches
from bot.payloads import Row
from bot.people import model as people
from bot.people import seats
from bot.people.committees import SITS, CommitteeSeat
from bot.people.seats import Capability
from bot.playbook import DO, SEND, Call
from bot.request import Refusal, Request, Route
from bot.storage.database import locked
from bot.texts import Words

LABEL = "nudge-notices"  # of the notices
FEW = 2  # seats that are quiet, of which a chair may know how many they are


# How it looks ----------------------------------------------------------------------------------------------------


def parts_of(session: Session, nudge: Nudge, watch: Watch, words: Words) -> list[Part]:
    about, what = str(nudge.id), watch.title(session, nudge.subject)
    on_it = Button(words("nudge-on-it"), "nudge.on-it", about)
    pause = Button(words("nudge-pause"), "nudge.pause", about)
    if nudge.offers_to_end:
        rest = Button(words("nudge-rest"), "nudge.stop", about)
        ends = [watch.end(nudge.subject, words)] if watch.end else []
        return [Text(words("nudge-end", what=what)), Buttons((on_it, pause, rest, *ends))]
    role = playbook.role_of(nudge.seat.role)
    step = playbook.text(role, Call.QUIET, DO, words) if role else words("nudge-step")
    buttons = (
        Button(words("nudge-draft"), "nudge.draft", about, "main"),
        on_it,
        Button(words("nudge-stuck"), "nudge.stuck", about),
        pause,
        Button(words("nudge-less"), "nudge.less", about),
    )
    return [Text(words("nudge-quiet", what=what, step=step)), Buttons(buttons), Note(words("nudge-foot"))]


def show(watches: Watches) -> Callable[[Session, int, Words], list[Part]]:
    def run(session: Session, subject: int, words: Words) -> list[Part]:
        nudge = session.get_one(Nudge, subject)
        return parts_of(session, nudge, watches[nudge.kind], words)

    return run


# What people do --------------------------------------------------------------------------------------------------


def find(request: Request) -> Nudge | None:
    return locked(request.session, Nudge, request.payload(Row).id)


def act_for_its_seat(request: Request, nudge: Nudge) -> None:
    if nudge.seat.acting_id != request.member.id:
        raise Refusal.saying(request.words("gone"))


def be_watched(watches: Watches) -> Callable[[Request, Nudge], None]:
    def rule(request: Request, nudge: Nudge) -> None:
        kind = watches.get(nudge.kind)
        if kind is None or kind.is_over(request.session, nudge.subject):
            raise Refusal.saying(request.words("nudge-over"))

    return rule


def on_it(request: Request, nudge: Nudge) -> Answer:
    """A sign as good as any."""
    _answer(nudge)
    nudge.heard_at, nudge.paused_until, nudge.stopped = max(nudge.heard_at, request.now), None, False
    nudges.plan(request.session, nudge)
    back = Button(request.words("home-back"), "home")
    return Private(Message((Text(request.words("nudge-noted")), Buttons((back,)))))


def pause(request: Request, nudge: Nudge) -> Answer:
    _answer(nudge)
    district = nudge.seat.district
    nudge.paused_until = nudges.morning(request.session, district, request.now, nudges.QUIET)
    nudges.plan(request.session, nudge)
    until = request.words.day(nudge.paused_until, district.zone)
    undo = Button(request.words("nudge-go-on"), "nudge.on-it", str(nudge.id))
    return Private(Message((Text(request.words("nudge-paused", when=until)), Buttons((undo,)))))


def less(request: Request, nudge: Nudge) -> Answer:
    words, about = request.words, str(nudge.id)
    buttons = (
        Button(words("nudge-monthly"), "nudge.monthly", about),
        Button(words("nudge-stop"), "nudge.stop", about),
        Button(words("home-back"), "home"),
    )
    return Private(Message((Text(words("nudge-less-asks")), Buttons(buttons))))


def monthly(request: Request, nudge: Nudge) -> Answer:
    _answer(nudge)
    nudge.monthly, nudge.heard_at = True, max(nudge.heard_at, request.now)
    nudges.plan(request.session, nudge)
    undo = Button(request.words("messages-undo"), "nudge.as-before", str(nudge.id))
    return Private(Message((Text(request.words("nudge-is-monthly")), Buttons((undo,)))))


def as_before(request: Request, nudge: Nudge) -> Answer:
    nudge.monthly = False
    return on_it(request, nudge)


def stop(request: Request, nudge: Nudge) -> Answer:
    """Not this one."""
    _answer(nudge)
    nudge.stopped = True
    undo = Button(request.words("nudge-again"), "nudge.on-it", str(nudge.id))
    return Private(Message((Text(request.words("nudge-stopped")), Buttons((undo,)))))


def _answer(nudge: Nudge) -> None:
    nudge.waits, nudge.ignored = False, 0


def _drafts(others: Feature) -> dict[str, Route]:
    """Ready to send: to be looked over, sent as it is or copied."""
    rules = (act_for_its_seat, be_watched(others.watches))

    def step(request: Request, nudge: Nudge) -> str:
        role = playbook.role_of(nudge.seat.role)
        return playbook.text(role, Call.QUIET, SEND, request.words) if role else request.words("nudge-step-send")

    def stuck(request: Request, nudge: Nudge) -> str:
        what = others.watches[nudge.kind].title(request.session, nudge.subject)
        return request.words("nudge-stuck-send", what=what)

    def shown(says: str, send: str, draft: Callable[[Request, Nudge], str]) -> Route:
        def run(request: Request, nudge: Nudge) -> Answer:
            words, about = request.words, str(nudge.id)
            buttons = (
                Button(words("nudge-ask"), send, about, "main"),
                others.watches[nudge.kind].see(nudge.subject, words),
                Button(words("nudge-on-it"), "nudge.on-it", about),
            )
            head = Heading(words("question-preview-title"))
            return Private(Message((head, Text(words(says)), Quote(draft(request, nudge)), Buttons(buttons))))

        return Route(run, rules, find)

    def sent(draft: Callable[[Request, Nudge], str]) -> Route:
        def run(request: Request, nudge: Nudge) -> Answer:
            return playbook.begin(request, others, playbook.ASK, draft(request, nudge))

        return Route(run, rules, find)

    return {
        "nudge.draft": shown("nudge-draft-says", "nudge.send", step),
        "nudge.send": sent(step),
        "nudge.stuck": shown("nudge-stuck-says", "nudge.send-stuck", stuck),
        "nudge.send-stuck": sent(stuck),
    }


# The home card ---------------------------------------------------------------------------------------------------


def _mine(others: Feature) -> Callable[[Request], list[Waiting]]:
    def waiting(request: Request) -> list[Waiting]:
        session, words = request.session, request.words
        theirs = [seat.id for seat in people.seats_of(session, request.member)]
        found = session.scalars(select(Nudge).where(Nudge.seat_id.in_(theirs), Nudge.waits).order_by(Nudge.id))
        return [
            Waiting(partial(parts_of, session, one, others.watches[one.kind], words), Urgency.DO)
            for one in found
            if nudges.is_quiet(session, one, others.watches, others.signs)
        ]

    return waiting


def _for_chairs(others: Feature) -> Callable[[Request], list[Waiting]]:
    """How many of those on a committee are quiet, where that does not name them: some others of it are not."""

    def waiting(request: Request) -> list[Waiting]:
        session, mine = request.session, seats.able(request.session, request.member, Capability.CHAIR)
        if not mine:
            return []
        sits = select(CommitteeSeat.committee_id).join(people.Seat, SITS)
        chaired = sits.where(people.Seat.id.in_([seat.id for seat in mine]))
        on_it = select(people.Seat.id).join(CommitteeSeat, SITS).where(CommitteeSeat.committee_id.in_(chaired))
        found = session.scalars(select(Nudge).where(Nudge.seat_id.in_(on_it), ~Nudge.stopped)).all()
        theirs = [one for one in found if one.seat.acting_id != request.member.id]
        quiet = {one.seat_id for one in theirs if nudges.is_quiet(session, one, others.watches, others.signs)}
        if len(quiet) < FEW or quiet == {one.seat_id for one in theirs}:
            return []
        return [Waiting(lambda: _count(len(quiet), request.words), Urgency.WATCH)]

    return waiting


def _count(quiet: int, words: Words) -> list[Part]:
    step = playbook.text("chair", Call.QUIET, DO, words)
    return [Text(words("nudge-chair", count=quiet, step=step)), Note(words("nudge-chair-foot"))]


def feature(others: Feature) -> Feature:
    def stands(session: Session, member: people.Member, subject: int) -> bool:
        nudge = session.get(Nudge, subject)
        theirs = nudge is not None and nudge.waits and nudge.seat.acting_id == member.id
        return nudge is not None and theirs and nudges.is_quiet(session, nudge, others.watches, others.signs)

    rules = (act_for_its_seat, be_watched(others.watches))
    answers = {
        "on-it": on_it,
        "pause": pause,
        "less": less,
        "monthly": monthly,
        "as-before": as_before,
        "stop": stop,
    }
    return Feature(
        presses={**{f"nudge.{name}": Route(run, rules, find) for name, run in answers.items()}, **_drafts(others)},
        notices={NOTICE: NoticeKind(LABEL, stands, show(others.watches), at_home=True, school_days=True)},
        due={nudges.LOOK: nudges.look(others.watches, others.signs)},
        home={
            "nudges": Section("nudge-home", _mine(others), seated=True),
            "nudges.chair": Section("nudge-home", _for_chairs(others)),
        },
    )
