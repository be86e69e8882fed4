"""What looks like part of a student's record is not carried until its author says so: they are asked where only they
see it, and may change it instead, which is looked at anew. What they wrote waits sealed, as forms do (`bot.review`).
Where its places were declared for other people meanwhile, they are shown who reads it now, and asked once more."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from sqlalchemy.orm import Session

from bot import drafts, review
from bot.boundary import (
    Account,
    Address,
    Answer,
    Attachment,
    Button,
    Buttons,
    Edited,
    Message,
    Note,
    Part,
    Private,
    Said,
    Text,
)
from bot.bridge import hearing, taking_back, written
from bot.bridge import words as prose
from bot.bridge.hearing import Heard, WhyNot
from bot.bridge.joined import moderating, naming
from bot.bridge.model import HeldMessage, ThreadGroup
from bot.bridge.model import find as find_threads
from bot.delivery import outbox
from bot.drafts import Draft
from bot.feature import ThreadRules
from bot.forms import say
from bot.people import presence, records
from bot.people.audiences import of_place
from bot.people.cards import meant_for, reach_lines
from bot.people.places import Place
from bot.people.records import Found
from bot.request import Refusal, Request
from bot.review import Sealed
from bot.texts import Texts, Words

WAITING = "held message"  # the form of such a draft

Threads = Mapping[str, ThreadRules]


@dataclass(frozen=True)
class Waiting:
    draft: Draft
    button: Sealed
    said: Said


def follow(request: Request, said: Said, heard: Heard, threads: Threads) -> Answer:
    """What its author is told, mostly nothing."""
    if heard.held is not None:
        return _ask(request, said, heard)
    if heard.asks:
        return naming.ask(request)
    if heard.slowed is not None:
        later = Message((Text(request.words("crossing-later", when=request.moment(heard.slowed))),))
        return Private(later, aside=later)
    rules = threads.get(heard.gathering.card)
    if heard.carried is None or rules is None:
        return None
    try:
        return rules.heard(replace(request, act=said), heard)
    except Refusal as refusal:  # it was said all the same
        return Private(refusal.message)


def why_not(session: Session, threads: Threads, texts: Texts) -> WhyNot:
    def ask(gathering: ThreadGroup, text: str) -> str | None:
        rules = threads.get(gathering.card)
        if rules is None:
            return ""
        return None if rules.is_marked(session, gathering, text, texts) else rules.why_not

    return ask


def say_it_stays(session: Session, heard: Heard) -> None:
    """To an author who cannot be asked: nobody heard it when they wrote it."""
    here = heard.gathering.here
    if heard.asks:
        naming.ask_there(session, heard)
    if heard.held is not None and here.under:
        outbox.say(session, Address.parse(here.under), hearing.HELD, heard.held, here.language)


def aside(languages: Sequence[Words], why: str) -> Message:
    """In joined channels nobody is written to alone of whom nobody knows whether they want that."""
    button = Button(languages[0]("joining-why"), moderating.WHY, str(moderating.Why(why)))
    return Message((*(Text(words("joining-stays-aside")) for words in languages), Buttons((button,))))


# What its author does --------------------------------------------------------------------------------------------


def find(request: Request) -> Waiting | None:
    """All in its channel are shown that there is one."""
    draft, button = drafts.find_anybodys(request, WAITING), request.payload(Sealed)
    if draft is None:
        return None
    if draft.member_id != request.member.id:
        raise Refusal.saying(request.words("bridge-held-others"))
    plain = review.unseal(draft, button)
    return Waiting(draft, button, _load(request, plain)) if plain is not None else None


def look(request: Request, waiting: Waiting) -> Answer:
    said = waiting.said
    gathering = find_threads(request.session, said.place) if said.place else None
    found = hearing.look_through(gathering, request.district, said.prose, said, request.now)
    button = replace(waiting.button, sure=records.mark(found), about=_readers(gathering))
    others = _readers_now(request, gathering) if gathering and button.about != waiting.button.about else []
    return Private(_shown(request.words, found, button, *_meanwhile(request, said), *others))


def send(request: Request, waiting: Waiting, threads: Threads) -> Answer:
    """As if it were said once more, and all that may have changed meanwhile is asked again."""
    said, heard = waiting.said, None
    if hearing.is_held(request.session, said):
        gathering = find_threads(request.session, said.place) if said.place else None
        if _readers(gathering) != waiting.button.about:
            return look(request, waiting)
        ignored = why_not(request.session, threads, request.texts)
        heard = hearing.hear(request.session, said, ignored, request.now, waiting.button.sure)
    request.session.delete(waiting.draft)
    if heard is None or heard.carried is None:
        return say(request, heard.why if heard and heard.stays else "bridge-held-changed")
    return follow(request, said, heard, threads) or say(request, "bridge-held-sent")


def leave(request: Request, waiting: Waiting) -> Answer:
    """If it is a change, the copy of what it was before goes."""
    said, session = waiting.said, request.session
    if isinstance(said, Edited) and hearing.is_held(session, said) and said.place:
        taking_back.take_down(session, said, written.find_all(session, said.place, said.message))
    session.delete(waiting.draft)
    return say(request, "bridge-held-left")


def _readers(gathering: ThreadGroup | None) -> str:
    """By which a button says for whom its threads are meant. Joined channels part once they are for others, so it says
    nothing there."""
    return "" if gathering is None or gathering.joining is not None else of_place(gathering.here).seen


# How it looks ----------------------------------------------------------------------------------------------------


def card(session: Session, subject: int, words: Words, texts: Texts) -> Message:
    held = session.get(HeldMessage, subject)
    return Message((Text(words("bridge-held-missed", name=held.member.name)),) if held else ())


def _ask(request: Request, said: Said, heard: Heard) -> Private:
    words = request.words
    button = review.seal(request, WAITING, _dump(said, heard), heard.found, _readers(heard.gathering))
    shows = Button(words("bridge-held-look"), "bridge.look", str(button), "main")
    aside = Message((Text(words("bridge-held-aside", name=request.member.name)), Buttons((shows,))))
    return Private(_shown(words, heard.found, button, *_meanwhile(request, said)), aside=aside)


def _shown(words: Words, found: Sequence[Found], button: Sealed, *others: Part) -> Message:
    buttons = (
        Button(words("bridge-held-leave"), "bridge.leave", str(button), "main"),
        Button(words("records-as-is"), "bridge.as-is", str(button)),
    )
    pointed_out = review.pointed_out(found, words)
    edit = Note(words("bridge-held-edit"))
    return Message((Text(words("bridge-held")), *others, *pointed_out, edit, Buttons(buttons)))


def _meanwhile(request: Request, said: Said) -> list[Part]:
    """What the others show until its author has decided."""
    rows = written.find_all(request.session, said.place, said.message) if said.place else []
    withheld = any(one.crossed and one.words == prose.WITHHELD for one in rows)
    return [Text(request.words("bridge-held-meanwhile"))] if withheld else []


def _readers_now(request: Request, gathering: ThreadGroup) -> list[Part]:
    words, session = request.words, request.session
    there = [session.get_one(Place, spot.place) for spot in gathering.others]
    whom = meant_for(session.get_one(Place, gathering.here.place), words)
    reach = reach_lines(presence.reach(session, there), words)
    return [Text(words("bridge-held-others-read", whom=whom)), Note(reach)]


# How it is kept --------------------------------------------------------------------------------------------------


def _dump(said: Said, heard: Heard) -> str:
    files = [[file.name, file.size, file.reference] for file in said.files]
    edition = said.edition if isinstance(said, Edited) else None
    return json.dumps(
        [str(said.actor), str(said.place), said.message, said.reply_to, prose.dump(heard.prose), files, edition]
    )


def _load(request: Request, plain: str) -> Said:
    actor, place, message, reply_to, words, files, edition = json.loads(plain)
    said = Said(
        id=request.act.id,
        actor=Account.parse(actor),
        place=Address.parse(place),
        message=message,
        reply_to=reply_to,
        text="",
        prose=prose.load(words),
        files=tuple(Attachment(name, size, reference) for name, size, reference in files),
    )
    return said if edition is None else Edited(**vars(said), edition=edition)
