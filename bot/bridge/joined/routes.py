"""Two channels as one: joining them, under which name their people are shown there, and who moderates them."""

from __future__ import annotations

from bot.bridge import carrying
from bot.bridge.joined import (
    asking_why,
    bylines,
    cards,
    crossing,
    failures,
    handlers,
    held,
    here,
    joinings,
    moderating,
    names,
    naming,
    pacing,
    reactions,
    saying,
    unspoken,
)
from bot.bridge.joined.model import ASKED, JOINED
from bot.feature import Chore, Feature, NoticeKind, Section, merge
from bot.request import Anyone, ReviewedForm, Route
from bot.timetable import MINUTE

OWN = (Anyone("it shows and changes only what is theirs"),)
PART, PARTS = (handlers.have_a_part,), (handlers.have_a_part_in_both,)
OF_OWN = (moderating.is_of_own_group, moderating.is_on)
STILL_OF_OWN = (moderating.is_still_of_own_group, moderating.is_on)
SAYER = (saying.have_it_joined,)
SHOWN = (Anyone("it says what the card says, to those for whom both channels are meant"),)
ANYBODY = (Anyone("it tells who may"),)

JOINING = Feature(
    subcommands={
        "join": Route(handlers.offer, ANYBODY),
        "say": Route(saying.ask, SAYER, saying.find_here, gone="joined-say-not-here", own_words=(saying.TEXT,)),
    },
    presses={
        "joining.look": Route(handlers.look, PARTS, handlers.find_pair, gone="joining-gone"),
        "joining.ask": Route(handlers.ask, PARTS, handlers.find_pair, gone="joining-gone"),
        "joining.agree": Route(handlers.agree, PART, handlers.find),
        "joining.end": Route(handlers.end, PART, handlers.find),
        "joining.show": Route(handlers.show, SHOWN, handlers.find_shown),
        "joining.pause": Route(handlers.set_pause, PART, handlers.find_paused),
        moderating.WHY: Route(moderating.why, OWN),
        saying.SAY: Route(saying.ask, SAYER, saying.find, gone="joined-say-not-here"),
        naming.BACK: Route(saying.take_back, OWN, saying.find_own),
        held.SEND: Route(held.send, (held.is_caretaker,), held.find, gone="held-gone"),
        held.LEAVE: Route(held.leave, (held.is_caretaker,), held.find, gone="held-gone"),
    },
    forms={
        saying.SAY: Route(
            saying.write,
            SAYER,
            saying.find,
            gone="joined-say-not-here",
            reviewed=ReviewedForm(saying.SAY, (saying.TEXT,)),
        ),
    },
    cards={ASKED: cards.asked, JOINED: cards.joined, carrying.BELOW: reactions.below},
    notices={failures.TOLD: NoticeKind("", failures.stands, failures.show)},
    home={
        "joinings": Section("joining-home", handlers.on_home),
        "held": Section("held-home", held.on_home),
        "here": Section("joined-home", here.on_home),
        "unspoken": Section("unspoken-home", unspoken.on_home),
    },
    due={carrying.CROSS: crossing.cross, carrying.WHY: failures.tell_why},
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
    separations=(bylines.part,),
    maintenance=(Chore(MINUTE, crossing.drop_old),),
)
MODERATION = Feature(
    subcommands={"moderate": Route(moderating.moderate, ANYBODY)},
    presses={
        "moderate.log": Route(moderating.log, OWN),
        "moderate.pace": Route(pacing.choose, (pacing.is_moderator,), pacing.find),
        asking_why.ASK: Route(asking_why.open_form, OWN, asking_why.find),
        asking_why.ANSWER: Route(asking_why.open_answer, OWN, asking_why.find_asked),
        moderating.HIDE: Route(moderating.ask_to_hide, OF_OWN, moderating.find),
        moderating.MUTE: Route(moderating.ask_to_mute, STILL_OF_OWN, moderating.find),
    },
    forms={
        asking_why.ASK: Route(
            asking_why.ask, OWN, asking_why.find, reviewed=ReviewedForm(asking_why.ASK, (asking_why.TEXT,))
        ),
        asking_why.ANSWER: Route(
            asking_why.answer, OWN, asking_why.find_asked, reviewed=ReviewedForm(asking_why.ANSWER, (asking_why.TEXT,))
        ),
        moderating.HIDE: Route(
            moderating.hide, OF_OWN, moderating.find, reviewed=ReviewedForm(moderating.HIDE, (moderating.REASON,))
        ),
        moderating.MUTE: Route(
            moderating.mute, STILL_OF_OWN, moderating.find, reviewed=ReviewedForm(moderating.MUTE, (moderating.REASON,))
        ),
    },
    notices={
        moderating.TOLD: NoticeKind("", moderating.stands, moderating.show),
        asking_why.ASKED: NoticeKind("", asking_why.waits, asking_why.show_question),
        asking_why.ANSWERED: NoticeKind("", asking_why.is_answered, asking_why.show_answer),
    },
)

JOINED_CHANNELS = merge(JOINING, NAMES, MODERATION)
