"""All that the data shelf can be asked to do."""

from __future__ import annotations

from functools import partial

from bot import may
from bot.feature import Feature, FileKind, NoticeKind, Section, Urgency, Waiting
from bot.goals.shelf import answering, asking, files
from bot.goals.shelf.model import KIND
from bot.request import Anyone, Request, ReviewedForm, Route
from bot.uploads import ANY

SEATED = (may.hold_a_seat,)
HOLDER = (answering.hold_it,)
HOLDER_OF_FILE = (files.hold_it,)
ADMINISTRATION = (Anyone("only titles about which they are asked are found"),)

start = Route(asking.start, SEATED, own_words=("text",))
shelf = Route(answering.shelf, (Anyone("only what they may read is found"),))


def _asked(request: Request) -> list[Waiting]:
    words, session = request.words, request.session
    return [
        Waiting(partial(asking.show_asked, session, one.id, words), Urgency.DO, one.due_at)
        for one in answering.open_items(request)
    ]


def _wanted(request: Request) -> list[Waiting]:
    words = request.words
    return [Waiting(partial(answering.draw_wanted, one, words), Urgency.KEEP) for one in answering.wanted(request)]


FEATURE = Feature(
    subcommands={"request": start, "data": shelf},
    presses={
        "data.start": start,
        asking.FORM: Route(asking.start, SEATED, asking.find_theme, begins=True),
        "data.list": shelf,
        "data.take-back": Route(answering.take_back, (answering.have_asked,), answering.find),
        answering.FORM: Route(answering.ask_what, HOLDER, answering.find),
        answering.DECLINE: Route(answering.ask_why_not, HOLDER, answering.find),
        answering.KNOW: Route(answering.ask_what_is_known, ADMINISTRATION, answering.find_wanted),
        files.ADD: Route(files.expect, HOLDER, answering.find),
        files.PUT: Route(files.put, HOLDER_OF_FILE, files.find),
        files.DROP: Route(files.drop, HOLDER_OF_FILE, files.find),
        files.GET: Route(files.get, (files.read_it,), files.find),
    },
    files={KIND: FileKind(ANY, Route(files.receive, HOLDER, files.find_expected), files.READING, files.expected_until)},
    cards={files.CARD: files.card},
    typing={asking.FORM: Route(asking.suggest, SEATED)},
    forms={
        asking.FORM: Route(
            asking.ask,
            SEATED,
            asking.find_theme,
            begins=True,
            reviewed=ReviewedForm(asking.FORM, (asking.WHAT, asking.WHY)),
        ),
        answering.FORM: Route(
            answering.answer,
            HOLDER,
            answering.find,
            reviewed=ReviewedForm(answering.FORM, (answering.ANSWER, answering.SOURCE, answering.LINK)),
        ),
        answering.DECLINE: Route(
            answering.decline,
            HOLDER,
            answering.find,
            reviewed=ReviewedForm(answering.DECLINE, (answering.WHY,)),
        ),
        answering.KNOW: Route(
            answering.bring,
            ADMINISTRATION,
            answering.find_wanted,
            reviewed=ReviewedForm(answering.KNOW, (answering.ANSWER, answering.SOURCE, answering.LINK)),
        ),
    },
    notices={
        asking.ASKED: NoticeKind("", asking.is_asked, asking.show_asked, at_home=True),
        asking.SILENT: NoticeKind("goal-notices", asking.is_silent, asking.show_silent),
        answering.ANSWERED: NoticeKind("goal-notices", answering.is_answered, answering.show_answered),
    },
    due={asking.DUE: asking.follow_up, files.FORGET: files.forget},
    home={"data.asked": Section("data-home", _asked), "data.wanted": Section("data-home-wanted", _wanted, seated=True)},
    seat_changes=(asking.seat_changed,),
)
