"""What people can do about the seats that they hold, and what the bot does about seats by itself."""

from __future__ import annotations

from bot.feature import Feature, NoticeKind, Section
from bot.people import committees, seats
from bot.request import Anyone, Route
from bot.seats import away, changes, terms

HOLDER = (Anyone("only seats that they hold themselves are found"),)


def feature(others: Feature) -> Feature:
    """`others` are told when a seat changes hands, or none sits on a committee any more."""
    listeners = (*others.seat_changes, changes.tell_deputy)
    return Feature(
        presses={
            "seat.away": Route(away.ask, HOLDER, away.find),
            "seat.back": Route(away.come_back, HOLDER, away.find_one),
        },
        forms={away.FORM: Route(away.go, HOLDER, away.find)},
        notices={
            terms.HOLDER: NoticeKind("", terms.stands, terms.show),
            terms.ABOVE: NoticeKind("", terms.stands_above, terms.show_above),
            changes.DEPUTY: NoticeKind("", changes.stands, changes.show),
        },
        due={
            seats.CHANGED: changes.tell(listeners),
            committees.CLOSED: changes.tell_closed(others.committees_closed, others.withdrawals),
            seats.TERM: terms.warn,
            seats.BACK: away.end,
            changes.SOMEWHERE: changes.tell_all(listeners),
        },
        home={"seats": Section("seat-home", away.on_home)},
        starts=(away.offer,),
    )
