"""One side of the page: a seat at one workspace, its channels, the conversation and what is being written."""

from __future__ import annotations

import math
import time
from collections.abc import Awaitable, Callable, Mapping, Sequence
from functools import partial
from zoneinfo import ZoneInfo

from nicegui import ui
from nicegui.events import ValueChangeEventArguments

from playground.page.channels import EVENTS, HOME, NO_CHANNELS, Channels
from playground.page.conversation import Conversation, Hands, Offer
from playground.page.elements import button, tag
from playground.page.form import FormDialog, Values
from playground.page.notice import Notice
from playground.page.sides import Seat, Side
from playground.page.write import Command, Write
from playground.person import Attached, Outcome, Person, SeenEvent, SeenLine, SeenMessage
from playground.words import Words

_FOLLOWING = 3.0  # seconds after an act in which its answer is scrolled to, wherever somebody was reading


class Column:
    """Draws a seat and acts for the person in it. `sat` is called when somebody else sits down."""

    def __init__(self, side: Side, seat: Seat, words: Words, language: str, sat: Callable[[], None]) -> None:
        self._side = side
        self._seat = seat
        self._words = words
        self._sat = sat
        newcomer = side.newcomer(language)
        self._newest: str | None = None  # id of the last message shown; None: the channel was just opened
        self._follow_until = 0.0
        self._changing: SeenMessage | None = None  # what they wrote and are changing
        self.heard = 0  # goes up with each new message in the open channel
        self.news = False  # whether something unread waits in another
        hands = Hands(self._press, self._look_up, self._pick)
        title = words.side(side.key)
        with tag("section", classes=f"side {side.key}", data_testid=side.key, aria_label=title) as self.element:
            with tag("header"):
                with tag("h2", title):
                    tag("span", side.workspace, "workspace")
                self._picker(language)
            with tag("div", classes="nobody") as self._nobody:
                tag("p", words.nobody_sits)
                if newcomer is not None:
                    begin = words.sit_down_as.format(name=newcomer.name)
                    button(begin, partial(self.choose, newcomer.id), "main", data_testid="newcomer")
            with tag("div", classes="room") as self._room:
                self._channels = Channels(words, self._open)
                with tag("div", classes="talk"):
                    self._back = button("", self._leave_thread, "quiet back")
                    self._conversation = Conversation(words, hands, self._offers)
                    self._notice = Notice(words)
                    self._write = Write(
                        words,
                        seat.draft,
                        self._typed,
                        self._send,
                        self._fitting,
                        self._suggested,
                        self._stop_changing,
                        self._notice.say,
                    )
            self._form = FormDialog(f"form {side.key}", words, hands, self._find, self._submit, self._dismiss)
        self.refresh()

    def refresh(self) -> None:
        """Redraws what has changed since it was last drawn."""
        person, seat = self._seat.person, self._seat
        self._nobody.set_visibility(person is None)
        self._room.set_visibility(person is not None)
        if person is None:
            return
        entries = [*([(HOME, self._words.home)] if self._side.has_home else []), *person.channels()]
        if events := person.events():
            entries.append((EVENTS, self._words.events.format(count=len(events))))
        names = dict(entries)
        if seat.channel not in names:
            seat.channel, seat.thread = entries[0][0] if entries else "", ""
        news = [id_ for id_, _ in entries if id_ not in (*NO_CHANNELS, seat.channel) and seat.is_unread(id_)]
        self.news = bool(news)
        self._channels.show(entries, seat.channel, news, self._words.channels.format(name=person.name))
        self._name_place(names.get(seat.channel, ""))
        self._show(self._messages(person))
        self._form.show(person.form)

    def choose(self, user_id: str) -> None:
        """Lets somebody sit down here, as if picked from the list."""
        self._select.set_value(user_id)

    def _picker(self, language: str) -> None:
        person = self._seat.person
        with tag("div", classes="seat"):
            label = tag("label", self._words.sit_down)
            self._select = ui.select(
                self._side.names(language), with_input=True, value=person.id if person else None, on_change=self._chosen
            )
        label.props["for"] = self._select.html_id
        self._select.props('outlined dense options-dense=false behavior="menu"').props["data-testid"] = "seat"
        with self._select.add_slot("no-option"):
            tag("p", self._words.nobody_found, "nobody-found")

    async def _chosen(self, change: ValueChangeEventArguments[str | None]) -> None:
        before = self._seat.person
        if not change.value or (before is not None and change.value == before.id):
            return
        person = self._side.sit(change.value)
        self._seat.take(person)
        self._sat()
        self.element.client.run_javascript("goToTheDesk()")
        await self._open(HOME if self._side.has_home else self._seat.lively)

    async def _open(self, channel: str) -> None:
        person = self._person
        self._seat.channel, self._seat.thread = channel, ""
        self._turn_to()
        if channel == HOME:
            await self._act(person.open_home(), self._words.not_possible)
        self._follow_until = 0.0

    def _turn_to(self) -> None:
        """Shows another place."""
        if self._changing:
            self._stop_changing()
        self._conversation.clear()
        self._newest = None
        self.refresh()
        self._conversation.to_the_end()

    def _messages(self, person: Person) -> Sequence[SeenMessage]:
        if self._seat.channel == HOME:
            home = person.home()
            return [home] if home is not None else []
        if self._seat.channel == EVENTS:
            return [self._event(one) for one in person.events()]
        return self._seat.messages()

    def _event(self, event: SeenEvent) -> SeenMessage:
        when = self._words.moment(event.begins.astimezone(ZoneInfo(self._side.zone)))
        lines = [SeenLine("heading", event.name), SeenLine("text", when), SeenLine("text", event.where)]
        about = [SeenLine("note", event.about)] if event.about else []
        return SeenMessage(event.id, "", self._side.workspace, (*lines, *about))

    def _show(self, messages: Sequence[SeenMessage]) -> None:
        self._conversation.show(messages)
        before, self._newest = self._newest, messages[-1].id if messages else ""
        if before is None or before == self._newest:
            return
        self.heard += 1
        if time.monotonic() < self._follow_until:
            self._conversation.to_the_end()

    def _name_place(self, channel: str) -> None:
        at_home = self._seat.channel in NO_CHANNELS
        empty = self._words.empty_home if at_home else self._words.empty_channel
        label = self._words.in_thread if self._seat.thread else self._words.conversation
        self._conversation.name(label.format(channel=channel), empty)
        self._back.set_text(self._words.back.format(channel=channel))
        self._back.set_visibility(bool(self._seat.thread))
        self._write.name(self._words.write.format(channel=channel))
        self._write.element.set_visibility(bool(channel) and not at_home)

    # What the person does -------------------------------------------------------------------------------------------

    @property
    def _person(self) -> Person:
        """Raises RuntimeError where nobody sits; nothing can be pressed there."""
        if self._seat.person is None:
            raise RuntimeError("nobody sits here")
        return self._seat.person

    def _typed(self, text: str) -> None:
        self._seat.draft = text

    def _fitting(self, beginning: str) -> Sequence[Command]:
        """The commands that begin so, in the language of the person."""
        language = self._person.locale[:2]
        return [
            Command(command.name, _in(command.hint, language), _in(command.does, language))
            for command in self._side.commands
            if command.name.startswith(beginning)
        ]

    async def _send(self, text: str, files: Sequence[Attached]) -> None:
        changing, self._changing = self._changing, None
        if changing is not None and not files:
            self._write.change(None)
            await self._act(self._person.edit(changing, text), self._words.not_theirs)
            return
        if not await self._act(self._said(text, files), self._words.not_possible):
            self._write.put_back(text)

    def _said(self, text: str, files: Sequence[Attached]) -> Awaitable[Outcome]:
        person, channel, above = self._person, self._seat.channel, self._seat.above
        if text.startswith("/") and not files:
            name, _, rest = text[1:].partition(" ")
            return person.command(channel, name, rest.strip())
        return person.say(channel, text, files=files) if above is None else person.reply(above, text, files=files)

    def _offers(self, seen: SeenMessage) -> Sequence[Offer]:
        """What they can do with a message beside what the bot offers."""
        offers: list[Offer] = []
        if seen.threadable and not self._seat.thread:
            count = seen.replies
            replies = self._words.replies_one if count == 1 else self._words.replies.format(count=count)
            offers.append((replies if count else self._words.thread, partial(self._open_thread, seen.id)))
        if seen.channel and not seen.private and seen.user == self._person.id:
            offers.append((self._words.change, partial(self._change, seen)))
            offers.append((self._words.delete, partial(self._delete, seen)))
        if self._side.knows(seen.user):  # below what the bot says they would be in the way
            offers += [(label, partial(self._use, seen, name)) for name, label in self._person.menu(seen)]
        return offers

    async def _use(self, seen: SeenMessage, name: str) -> None:
        await self._act(self._person.use(seen, name), self._words.gone)

    def _open_thread(self, message: str) -> None:
        self._seat.thread = message
        self._turn_to()

    def _leave_thread(self) -> None:
        self._seat.thread = ""
        self._turn_to()

    def _change(self, seen: SeenMessage) -> None:
        self._changing = self._current(seen)
        self._write.change(self._changing.text)

    def _stop_changing(self) -> None:
        self._changing = None
        self._write.change(None)

    async def _delete(self, seen: SeenMessage) -> None:
        await self._act(self._person.delete(seen), self._words.not_theirs)

    def _current(self, seen: SeenMessage) -> SeenMessage:
        """As it stands now."""
        return next((one for one in self._messages(self._person) if one.id == seen.id), seen)

    async def _press(self, message: SeenMessage, label: str) -> None:
        await self._act(self._person.press(message, label), self._words.gone)

    async def _look_up(self, message: SeenMessage, label: str, text: str) -> Sequence[tuple[str, str]]:
        try:
            return await self._person.look_up(message, label, text)
        except ValueError:  # it is not there any more
            return ()

    async def _pick(self, message: SeenMessage, label: str, value: str) -> None:
        await self._act(self._person.pick(message, label, value), self._words.gone)

    async def _find(self, field: str, text: str) -> Sequence[tuple[str, str]]:
        try:
            return await self._person.find(field, text)
        except ValueError:  # the form is not open any more
            return ()

    async def _suggested(self, line: str) -> Sequence[tuple[str, str]]:
        """What fits a command and what is typed after it so far."""
        name, _, text = line[1:].partition(" ")
        try:
            return await self._person.suggested(self._seat.channel, name, text.strip())
        except (PermissionError, ValueError):  # nothing is offered there
            return ()

    async def _submit(self, values: Values) -> None:
        await self._act(self._person.submit(values), self._words.check_form)

    def _dismiss(self) -> None:
        self._person.dismiss()

    async def _act(self, doing: Awaitable[Outcome], if_impossible: str) -> bool:
        """Whether the workspace took it. What it has to say appears, and so does what came of it."""
        notice, taken = "", False
        self._follow_until = math.inf  # some of it may appear before all is done
        try:
            notice, taken = (await doing).notice, True
        except PermissionError:
            notice = self._words.not_allowed.format(name=self._person.name)
        except ValueError:
            notice = if_impossible
        finally:
            self._follow_until = time.monotonic() + _FOLLOWING
        self.refresh()
        if notice:
            tell = self._notice.say if self._person.form is None else self._form.complain
            tell(notice)
        return taken


def _in(languages: Mapping[str, str], language: str) -> str:
    return languages.get(language) or languages.get("en", "")
