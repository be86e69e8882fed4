"""What the bridge shows and keeps, and what it is asked for: the word of an author whose message waits."""

from __future__ import annotations

import time
from datetime import datetime, timedelta

from sqlalchemy.orm import Session

from bot.boundary import Answer
from bot.bridge import (
    cards,
    carrying,
    failures,
    hearing,
    holding,
    joining_cards,
    joining_handlers,
    joinings,
    moderating,
    moderation,
    names,
    naming,
    talks,
)
from bot.bridge.holding import Waiting
from bot.bridge.joining_model import ASKED, JOINED
from bot.feature import Chore, Feature, NoticeKind, Section, merge
from bot.request import Anyone, Request, Route
from bot.timetable import HOUR, MINUTE

AUTHOR = (Anyone("only what they wrote themselves is found"),)
SAID_KEPT = timedelta(days=30)  # for so long what is said can be changed or taken away once its card is done


def _forget(session: Session, _now: datetime) -> bool:
    return talks.forget(session, time.time() - SAID_KEPT.total_seconds())


OWN = (Anyone("it shows and changes only what is theirs"),)
PART, PARTS = (joining_handlers.have_a_part,), (joining_handlers.have_a_part_in_both,)
OF_OWN = (moderating.is_of_own_group, moderating.is_on)
ANYBODY = (Anyone("it tells who may"),)

JOINING = Feature(
    subcommands={"join": Route(joining_handlers.offer, ANYBODY)},
    presses={
        "joining.look": Route(joining_handlers.look, PARTS, joining_handlers.find_pair, gone="joining-gone"),
        "joining.ask": Route(joining_handlers.ask, PARTS, joining_handlers.find_pair, gone="joining-gone"),
        "joining.agree": Route(joining_handlers.agree, PART, joining_handlers.find),
        "joining.end": Route(joining_handlers.end, PART, joining_handlers.find),
        "joining.why": Route(moderating.why, OWN),
    },
    cards={ASKED: joining_cards.asked, JOINED: joining_cards.joined},
    notices={failures.TOLD: NoticeKind("", failures.stands, failures.show)},
    home={"joinings": Section("joining-home", joining_handlers.on_home)},
    maintenance=(Chore(MINUTE, joinings.look_after), Chore(MINUTE, failures.tell)),
)
NAMES = Feature(
    presses={
        "shown": Route(naming.show, OWN),
        "shown.as": Route(naming.choose, OWN),
        "shown.other": Route(naming.ask_other, OWN),
    },
    forms={naming.FORM: Route(naming.choose_other, OWN, own_words=(naming.NAME,))},
    cards={naming.ASK: naming.card},
    home={"shown": Section("shown-home", naming.on_home)},
    starts=(naming.offer,),
    merges=(names.merge,),
    maintenance=(Chore(MINUTE, carrying.drop_old),),
)
MODERATION = Feature(
    subcommands={"moderate": Route(moderating.moderate, ANYBODY)},
    presses={
        "moderate.log": Route(moderating.log, OWN),
        moderating.HIDE: Route(moderating.ask_to_hide, OF_OWN, moderating.find),
        moderating.MUTE: Route(moderating.ask_to_mute, OF_OWN, moderating.find),
    },
    forms={
        moderating.HIDE: Route(moderating.hide, OF_OWN, moderating.find, own_words=(moderating.REASON,)),
        moderating.MUTE: Route(moderating.mute, OF_OWN, moderating.find, own_words=(moderating.REASON,)),
    },
    notices={moderating.TOLD: NoticeKind("", moderating.stands, moderating.show)},
    merges=(moderation.merge,),
)


def feature(others: Feature) -> Feature:
    """What is carried in the threads of `others`."""

    def send(request: Request, waiting: Waiting) -> Answer:
        return holding.send(request, waiting, others.threads)

    itself = Feature(
        presses={
            "bridge.look": Route(holding.look, AUTHOR, holding.find),
            "bridge.as-is": Route(send, AUTHOR, holding.find),
            "bridge.leave": Route(holding.leave, AUTHOR, holding.find),
        },
        cards={carrying.MESSAGE: cards.message, carrying.FILE: cards.file, hearing.HELD: holding.card},
        merges=(talks.merge,),
        maintenance=(Chore(HOUR, _forget),),
    )
    return merge(itself, JOINING, NAMES, MODERATION)
