"""Where what happens meets what the bot does about it: each event runs once, in one transaction, if it may."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial
from operator import itemgetter

import structlog
from sqlalchemy.orm import Session

from bot import cleaning
from bot.boundary import (
    Act,
    Address,
    Answer,
    BotChannels,
    ChannelMembers,
    Command,
    Counted,
    Deleted,
    Event,
    Joined,
    Left,
    Message,
    Missed,
    Press,
    Private,
    Reacted,
    Said,
    Shortcut,
    Submit,
    Suggestions,
    Text,
    Typing,
)
from bot.bridge import hearing, holding
from bot.bridge.hearing import Heard
from bot.bridge.joined import reactions
from bot.bridge.thread_queue import ThreadQueue
from bot.dispatch import dispatch
from bot.feature import Feature
from bot.onboarding import strangers
from bot.people import accounts, connections, readers
from bot.request import Refusal, Request, Route
from bot.storage import context
from bot.storage.outages import takes_nothing
from bot.storage.writer import Repeated, Withdrawn, Writer
from bot.texts import Texts, Words
from bot.timetable import Clock, Due, put_off, take_off

TURN = 0.03  # seconds of what came due in one transaction, for acts wait meanwhile
TOGETHER = 5  # of it that are taken off the timetable by one statement
PATIENCE = 2.0  # seconds after which something that has not begun is not begun any more

log = structlog.get_logger()


class Frame:
    """`handle` is all that adapters and the timetable see of the bot."""

    def __init__(self, writer: Writer, texts: Texts, clock: Clock, house: Feature, public_url: str = "") -> None:
        self._writer, self._texts, self._clock, self._house = writer, texts, clock, house
        self._public_url = public_url
        self._routes = {**house.commands, **house.subcommands}
        self._typed = cleaning.typed(self._routes, texts)
        self._lines, self._missed = ThreadQueue(self._is_behind), ThreadQueue()
        self.joined: list[Callable[[Joined], None]] = []  # called when the bot comes to a workspace
        self.unwritten: list[Callable[[Joined], None]] = []  # called where what is said cannot be written down
        self.behind: list[Callable[[Address], bool]] = []  # whether something missed there is to be heard first

    async def handle(self, event: Event) -> Answer:
        """What the actor is shown. None for a second delivery, and for an event that nobody did."""
        return await self._handle(event, self._lines)

    async def handle_missed(self, event: Missed) -> None:
        """What happened while nobody heard it, before all that waits for it."""
        await self._handle(event, self._missed)

    def in_hand(self, place: Address) -> Sequence[str]:
        """The messages there of which the bot was told and that are not written down yet."""
        return self._lines.in_hand(place)

    def _is_behind(self, thread: Address) -> bool:
        return any(behind(thread) for behind in self.behind)

    async def _handle(self, event: Event, lines: ThreadQueue) -> Answer:
        found: dict[str, str] = {}  # what is learnt on the way, for the log
        with structlog.contextvars.bound_contextvars(event_id=event.id, kind=type(event).__name__):
            try:
                answer = await self._carry_out(event, lines, found)
                if found or not _is_among_people(event):  # of all else that people say not even that they said it
                    log.info("done", **found)
                return answer
            except Repeated:
                log.info("repeated")
                return None
            except Refusal as refusal:
                log.info("refused", **found)
                return Private(refusal.message)
            except Withdrawn:
                log.warning("busy")
                return self._sorry(event, "busy")
            except Exception as error:  # a fault of ours: nothing was changed, and the person is told so
                log.error("failed", exc_info=error, **found)
                if not isinstance(event, Act) or _is_among_people(event):
                    self._note(event, error)
                    raise  # nobody to tell; the platform may send it again
                return self._sorry(event, "went-wrong")

    def _note(self, event: Event, error: Exception) -> None:
        if isinstance(event, Said | Deleted | Reacted | Counted) and event.place and takes_nothing(error):
            for told in self.unwritten:
                told(Joined(platform=event.place.platform, workspace=event.place.workspace))

    async def handle_due(self, dues: Sequence[Due]) -> None:
        """Does what has come due, a turn at a time and while nobody acts, and takes it off the timetable; what fails is
        put off."""
        now = self._clock.now()
        while dues:
            try:
                done = await self._writer.do(partial(self._fall_due, dues=dues, now=now), alone=True)
            except Exception as error:  # a fault of ours: it must not keep the others from their time
                if len(dues) == 1:
                    return await self._put_off(dues[0], error)
                for due in dues:
                    await self.handle_due([due])
                return None
            dues = dues[done:]
        return None

    async def _put_off(self, due: Due, error: Exception) -> None:
        with structlog.contextvars.bound_contextvars(due=due.row):
            log.error("failed", kind=due.do, exc_info=error)
            await self._writer.do(lambda session: put_off(session, due, self._clock.now()))

    async def _carry_out(self, event: Event, lines: ThreadQueue, found: dict[str, str]) -> Answer:
        match event:
            case ChannelMembers():
                return await self._writer.do(lambda session: connections.gather(session, event), key=event.id)
            case Joined() | Left() | BotChannels():
                if isinstance(event, Joined):
                    for told in self.joined:  # first, so that all said there from now on is heard with it in mind
                        told(event)
                key = event.word if isinstance(event, Left) else ""
                return await self._writer.do(lambda session: connections.note(session, event), key=key)
            case Reacted():
                note = partial(self._writer.do, lambda session: reactions.hear(session, event), order=str(event.place))
                return await lines.hear(event, note)
            case Counted():
                note = partial(self._writer.do, lambda session: reactions.count(session, event), order=str(event.place))
                return await lines.hear(event, note)
            case Deleted():
                work = partial(
                    self._writer.do, lambda session: self._forget(session, event, found), order=str(event.place)
                )
                return await lines.hear(event, work)
            case Said(to_bot=False):
                missed = lines is self._missed
                work = partial(
                    self._writer.do,
                    lambda session: self._overhear(session, event, found, missed=missed),
                    order=str(event.place),
                )
                return await lines.hear(event, work)
            case Typing():
                return await self._writer.look(lambda session: self._suggest(session, event, found))
            case Said():
                return await lines.hear(event, partial(self._do, event, found), PATIENCE)
        return await self._do(event, found)

    async def _do(self, event: Act, found: dict[str, str], *, deadline: float = 0.0) -> Answer:
        deadline = deadline or time.monotonic() + PATIENCE
        act = cleaning.clean(event, self._typed)
        order = act.about.partition(":")[0] if isinstance(act, Press | Submit) else ""
        alone = not self._is_crowded(act)
        return await self._writer.do(
            lambda session: self._act(session, act, found), key=act.id, order=order, deadline=deadline, alone=alone
        )

    def _act(self, session: Session, act: Act, found: dict[str, str]) -> Answer:
        heard = self._hear(session, act) if isinstance(act, Said) else None
        if isinstance(act, Said) and heard and (heard.gathering.others or heard.carried):
            return self._follow_up(session, act, heard, found)
        now = self._clock.now()
        context.of(session).now = now
        member = accounts.find_member(session, act)
        if member is None:
            return strangers.answer(session, act, self._languages(act))
        found["district"] = member.district.key
        words = readers.words_for(session, member, self._texts[member.language])
        request = Request(session, now, member, act, words, self._texts, self._public_url, self._house.withdrawals)
        return dispatch(request, self._route(act, request))

    def _suggest(self, session: Session, typing: Typing, found: dict[str, str]) -> Answer:
        member, route = accounts.find_member(session, typing), self._house.typing.get(typing.name)
        if member is None or route is None:
            return Suggestions()
        found["district"] = member.district.key
        words = readers.words_for(session, member, self._texts[member.language])
        request = Request(session, self._clock.now(), member, cleaning.clean(typing, self._typed), words, self._texts)
        try:
            return dispatch(request, route)
        except Refusal:  # nobody reads it while they type
            return Suggestions()

    def _overhear(self, session: Session, said: Said, found: dict[str, str], *, missed: bool) -> Answer:
        cleaned = cleaning.clean(said, self._typed)
        assert isinstance(cleaned, Said)
        heard = self._hear(session, cleaned)
        if heard and (heard.held or heard.asks) and missed:  # nobody waits for an answer
            holding.say_it_stays(session, heard)
            return None
        return self._follow_up(session, cleaned, heard, found) if heard else None

    def _follow_up(self, session: Session, said: Said, heard: Heard, found: dict[str, str]) -> Answer:
        """What its author is told of it, mostly nothing."""
        member = heard.member
        found["talk"] = str(heard.gathering.talk)
        if heard.stays:
            languages = [self._texts[member.language]] if member else self._languages(said)
            told = Message(tuple(Text(words(heard.why)) for words in languages))
            return Private(told, aside=holding.aside(languages, heard.why) if heard.gathering.joining else None)
        if member is None:
            return None
        words = readers.words_for(session, member, self._texts[member.language])
        request = Request(session, self._clock.now(), member, said, words, self._texts)
        return holding.follow(request, said, heard, self._house.threads)

    def _hear(self, session: Session, said: Said) -> Heard | None:
        context.of(session).now = now = self._clock.now()
        return hearing.hear(session, said, holding.why_not(session, self._house.threads, self._texts), now)

    def _forget(self, session: Session, gone: Deleted, found: dict[str, str]) -> Answer:
        context.of(session).now = now = self._clock.now()
        heard = hearing.forget(session, gone)
        if heard is not None:
            found["talk"] = str(heard.gathering.talk)
            if rules := self._house.threads.get(heard.gathering.card):
                rules.gone(session, heard, now)
        return None

    def _route(self, act: Act, request: Request) -> Route | None:
        return (isinstance(act, Said) and self._file_route(act, request)) or self._named(act)

    def _is_crowded(self, act: Act) -> bool:
        named = self._named(act)
        return named is not None and named.crowded and not (isinstance(act, Said) and act.files)

    def _named(self, act: Act) -> Route | None:
        match act:
            case Press():
                return self._house.presses.get(act.do)
            case Submit():
                return self._house.forms.get(act.form)
            case Command():
                return self._routes.get(act.name)
            case Shortcut():
                return self._house.shortcuts.get(act.name)
            case _:  # said something to the bot, or opened its home
                return self._house.commands["somewhere"]

    def _file_route(self, said: Said, request: Request) -> Route | None:
        names = [file.name.lower() for file in said.files]
        kinds = [one for one in self._house.files.values() if any(name.endswith(one.endings) for name in names)]
        waits = [(until, one.route) for one in kinds if one.expected is not None and (until := one.expected(request))]
        if waits:
            return max(waits, key=itemgetter(0))[1]
        return next((one.route for one in kinds if one.expected is None), None)

    def _fall_due(self, session: Session, dues: Sequence[Due], now: datetime) -> int:
        """Returns how many of them had their turn."""
        context.of(session).now = now
        until, done = time.monotonic() + TURN, 0
        while done < len(dues) and time.monotonic() < until:
            for due in take_off(session, dues[done : done + TOGETHER]):
                self._house.due[due.do](session, due.subject, due.at)
            done += TOGETHER
        return done

    def _sorry(self, event: Event, name: str) -> Answer:
        if isinstance(event, Typing):
            return Suggestions()
        return Private(self._say(name, event), done=False) if isinstance(event, Act) else None

    def _say(self, name: str, act: Act) -> Message:
        return Message(tuple(Text(words(name)) for words in self._languages(act)))

    def _languages(self, act: Act) -> Sequence[Words]:
        """To somebody whose language may be unknown: then every one."""
        known = [words for words in self._texts.values() if words.language == act.language]
        return known or list(self._texts.values())


def _is_among_people(event: Event) -> bool:
    """Said, changed or taken away without meaning the bot."""
    return isinstance(event, Deleted | Counted | Reacted) or (isinstance(event, Said) and not event.to_bot)
