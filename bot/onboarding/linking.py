"""`/link`: somebody with an account on each platform is one person. A code that is made at one of the accounts is typed
at the other; where it was made they are told. A person who holds a role or looks after the bot first says at their own
account that the other may act for them, at whichever of the two the code was made."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot import may
from bot.boundary import Account, Act, Answer, Button, Command, Form, Message, Press, Private, Submit, TextField
from bot.onboarding import cards as join_cards
from bot.onboarding import joins, telling
from bot.onboarding.joins import State
from bot.people import belongings, cards, links, model, tickets
from bot.people.cards import platform_of, saying
from bot.people.links import Pair
from bot.request import Refusal, Request
from bot.storage import context
from bot.texts import Words

LINK = "link"  # what a code's ticket is for
FORM = "link.code"
LASTS = 600.0  # seconds for which a code is good
CODE_MOST = 40  # characters that may be typed for one, hyphens and spaces among them

Merge = Callable[[Session, model.Member, model.Member], None]  # who leaves, who stays


@dataclass(frozen=True)
class Caller:
    """The person at an account, which may be nobody's yet."""

    session: Session
    address: str  # a `boundary.Account` as text
    member: model.Member | None
    languages: Sequence[Words]

    def say(self, name: str, /, **about: str) -> Message:
        return saying(self.languages, name, **about)

    def district(self) -> int | None:
        """That which they belong to, or which their own workspace is tied to."""
        if self.member is not None:
            return self.member.district_id
        home = self.session.get(model.Connection, self.address.rpartition("/")[0])
        return home.district_id if home else None


def _caller(request: Request) -> Caller:
    mine = links.accounts_of(request.session, request.member)
    actor = request.act.actor  # who does not name the workspace in a DM
    address = next(one for one in mine if _is(Account.parse(one), actor))
    return Caller(request.session, address, request.member, (request.words,))


def _is(account: Account, actor: Account) -> bool:
    return (account.platform, account.user) == (actor.platform, actor.user)


# Making a code ---------------------------------------------------------------------------------------------------


def start(request: Request, _about: object) -> Answer:
    """`/link` shows a code, or how they are linked already; `/link CODE` hands one in."""
    typed = request.act.text if isinstance(request.act, Command) else ""
    caller = _caller(request)
    if typed.strip():
        return _preview(caller, typed)
    if _is_linked(caller):
        return Private(_linked(request))
    there = _elsewhere(request.session, request.member)
    if not there:
        raise Refusal.saying(request.words("link-nowhere"))
    tickets.take_back(request.session, LINK, caller.address)
    code = tickets.issue(request.session, LINK, caller.address, time.time() + LASTS, tickets.SHORT)
    return Private(cards.link_code(request.words, code, there))


def offer(request: Request) -> list[Button]:
    """For the home card of somebody who could be on another platform, too."""
    return [cards.link_offer(request.words)] if _elsewhere(request.session, request.member) else []


def _elsewhere(session: Session, member: model.Member) -> list[str]:
    """Names of platforms where the district is and this member is not."""
    tied = select(model.Connection.address).where(model.Connection.district_id == member.district_id)
    return sorted({platform_of(one) for one in session.scalars(tied)} - _platforms(session, member))


def _platforms(session: Session, member: model.Member) -> set[str]:
    return {platform_of(address) for address in links.accounts_of(session, member)}


def _is_linked(caller: Caller) -> bool:
    return caller.member is not None and len(_platforms(caller.session, caller.member)) > 1


def _linked(request: Request) -> Message:
    session, member = request.session, request.member
    platforms = sorted(_platforms(session, member))
    own = links.of(session, member)
    return cards.linked(request.words, member, platforms, bool(own), _caretakers(session, member, request.words))


def _caretakers(session: Session, member: model.Member, words: Words) -> str:
    names = [caretaker.name for caretaker in model.caretakers(session, member.district_id)]
    return words.either(names) if names else words("link-caretaker")


# Handing it in ---------------------------------------------------------------------------------------------------


def ask_for_code(request: Request, _about: object) -> Answer:
    return _form(request.words)


def look_over(request: Request, _about: object) -> Answer:
    return _preview(_caller(request), _typed(request.act))


def leave(request: Request, _about: object) -> Answer:
    return Private(_caller(request).say("link-kept"))


def join(merges: Iterable[Merge]) -> Callable[[Request, object], Answer]:
    """Where two members become one, each of `merges` does what that means for its feature."""

    def run(request: Request, _about: object) -> Answer:
        caller = _caller(request)
        if _is_linked(caller):  # pressed twice
            return Private(_linked(request))
        return _join(caller, request.about, merges)

    return run


def welcome(session: Session, act: Act, languages: Sequence[Words]) -> Answer:
    """What somebody whom no district knows can do with a code. None: it was something else."""
    caller = Caller(session, str(act.actor), None, languages)
    match act:
        case Command(name="link", text=text) if text.strip():
            return _preview(caller, text)
        case Command(name="link") if not joins.waiting_at(session, act.actor, context.now(session)):
            return Private(cards.link_enter(languages, "link-hello"))
        case Press(do="link.enter"):
            return _form(languages[0])
        case Press(do="link.no"):
            return Private(caller.say("link-kept"))
        case Press(do="link.yes", about=code):
            return _join(caller, code, ())
        case Submit(form="link.code"):
            return _preview(caller, _typed(act))
    return None


def _form(words: Words) -> Form:
    code = TextField("code", words("link-form-code"), words("link-form-hint"), most=CODE_MOST)
    return Form(FORM, words("link-form-title"), words("link-form-submit"), words("cancel"), (code,))


def _typed(act: Act) -> str:
    return next(iter(act.fields.get("code", ())), "") if isinstance(act, Submit) else ""


def _hand_in(caller: Caller, code: str, then: Callable[[Pair], Answer]) -> Answer:
    """Does `then` if the code is good for this account. A wrong one is answered, not refused, or it would not count."""
    session, now = caller.session, time.time()
    if not tickets.may_try(session, caller.address, now):
        raise Refusal(caller.say("link-later"))
    ticket = tickets.find(session, LINK, code, now)
    maker = maker_of(caller, ticket.subject) if ticket else None
    if ticket is None or maker is None:
        left = tickets.miss(session, caller.address, now)
        return Private(cards.link_enter(caller.languages, "link-wrong") if left else caller.say("link-later"))
    pair = Pair(maker, ticket.subject, caller.member, caller.address, tickets.plain(code))
    refuse_unfit(caller, pair)
    return then(pair)


def maker_of(caller: Caller, address: str) -> model.Member | None:
    """Who made the code, if that was in this district, for nobody else to link meanwhile."""
    session = caller.session
    account = session.get(model.Account, address, with_for_update=True)
    maker = session.get_one(model.Member, account.member_id) if account else None
    if maker is None or maker.district_id != caller.district():
        return None
    if caller.member is None and session.get(model.Account, caller.address) is not None:
        return None  # somebody of another district
    return maker


def refuse_unfit(caller: Caller, pair: Pair) -> None:
    session, there, here = caller.session, platform_of(pair.made_at), platform_of(pair.typed_at)
    if there == here:
        raise Refusal(caller.say("link-here", platform=here))
    for member, platform in ((pair.maker, here), (pair.other, there)):
        if member is None:
            continue
        if platform in _platforms(session, member):
            raise Refusal(caller.say("link-taken", name=member.name, platform=platform))
        for link in links.of(session, member):
            raise Refusal(caller.say("link-taken", name=member.name, platform=platform_of(link.address)))
    if pair.other is not None:
        names = _caretakers(session, pair.maker, caller.languages[0])
        may.become_one(session, pair.maker, pair.other, cards.link_unfit(caller.languages, pair, pair.other, names))


def _preview(caller: Caller, code: str) -> Answer:
    def show(pair: Pair) -> Answer:
        staying = stays(caller.session, pair)
        if staying is pair.other:  # what they are asked shows it
            return _ask(caller, pair, staying)
        waits = links.holds_office(caller.session, staying)
        return Private(cards.link_preview(caller.languages, pair, staying.name, waits))

    return _hand_in(caller, code, show)


def stays(session: Session, pair: Pair) -> model.Member:
    """The one who made the code, unless the roster gave the other an office: that hangs on their entry."""
    return pair.other if pair.other is not None and links.holds_office(session, pair.other) else pair.maker


def _join(caller: Caller, code: str, merges: Iterable[Merge]) -> Answer:
    def take(pair: Pair) -> Answer:
        staying = stays(caller.session, pair)
        if links.holds_office(caller.session, staying):
            return _ask(caller, pair, staying)
        make_one(caller.session, pair, merges)
        _begin(caller, pair, staying, State.JOINED)
        return Private(cards.link_done(caller.languages, pair, staying.name))

    return _hand_in(caller, code, take)


def _ask(caller: Caller, pair: Pair, staying: model.Member) -> Answer:
    """The person who holds a role or looks after the bot. It counts only once they say so."""
    join = _begin(caller, pair, staying, State.WAITING)
    if staying is pair.other:
        return Private(telling.shown(caller.session, join, caller.languages[0]))
    return Private(_confirm_there(caller.languages, join, pair.other, staying.district.zone))


def _begin(caller: Caller, pair: Pair, staying: model.Member, state: State) -> joins.Join:
    session, joining = caller.session, pair.other if staying is pair.maker else pair.maker
    tickets.take_back(session, LINK, pair.made_at)
    language = (joining or caller.languages[0]).language
    join = joins.begin(session, pair, staying, state, language, context.now(session))
    telling.tell(session, join)
    return join


def make_one(session: Session, pair: Pair, merges: Iterable[Merge]) -> model.Member:
    """Returns who both are now."""
    staying = stays(session, pair)
    if pair.other is None:
        links.take_in(session, pair.typed_at, pair.maker)
        return staying
    leaving = pair.maker if staying is pair.other else pair.other
    links.take_over(session, leaving, staying)
    belongings.hand_over(session, leaving, staying)
    for merge in merges:
        merge(session, leaving, staying)
    return staying


def refuse_waiting(session: Session, act: Act, languages: Sequence[Words]) -> None:
    """Raises Refusal where whose account it is waits to be confirmed."""
    if join := joins.waiting_at(session, act.actor, context.now(session)):
        zone = session.get_one(model.Member, join.member_id).district.zone
        raise Refusal(_confirm_there(languages, join, None, zone))


def _confirm_there(languages: Sequence[Words], join: joins.Join, other: model.Member | None, zone: str) -> Message:
    return Message(tuple(join_cards.confirm_there(join, other, zone, words) for words in languages))
