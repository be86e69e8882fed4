"""Tests that read like conversations: who says what where, and what they then see."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from support import databases, watching
from support.cores import OPTIONS, QUESTION, Core, core, noon, said, tie
from support.house import House, eventually

import wiring
from bot import texts
from playground.discord.interactions import COMPONENT
from playground.person import Attached, Outcome, Person, SeenForm, SeenMessage
from playground.slack.tickets import ResponseUrl
from playground.slack.workspace import Message as Post

__all__ = ["OPTIONS", "QUESTION", "Core", "core", "noon", "said", "tie"]

LINE = f"/poll {QUESTION} | Tuesday | Thursday | Neither"


@dataclass
class Chair:
    """Somebody who sits in one channel. What waits, waits until it is so and fails with what they see instead."""

    person: Person
    channel: str
    alone: bool = False  # with the bot, in a DM

    # What they do ----------------------------------------------------------------------------------------------

    async def types(self, line: str) -> Outcome:
        """A command, or anything else."""
        self.person.dismiss()
        if not line.startswith("/"):
            return await self.person.say(self.channel, line)
        name, _, text = line[1:].partition(" ")
        return await self.person.command(self.channel, name, text)

    async def fills_in(self, **fields: str | Sequence[str]) -> None:
        """Sends the open form in. Choices are picked by their labels; what is not named stays as it stands."""
        form = await self.form()
        values = {name: watching.values(form, name, given) for name, given in fields.items()}
        assert (await self.person.submit(values)).acknowledged

    async def presses(self, label: str) -> None:
        """In what only they see: the pop-up in front of them or the last private message."""
        shown = await watching.with_button(lambda: self.answer, label)
        assert (await self.person.press(shown, label)).acknowledged

    async def switches(self, label: str, back: str) -> None:
        """A setting of what they look over, until that is shown with it: then a button switches it back."""
        await self.presses(label)
        await watching.with_button(lambda: self.answer, back)

    async def answers(self, label: str) -> None:
        """On the newest card that everybody here sees."""
        self.person.dismiss()
        shown = await watching.with_button(lambda: self.card, label)
        assert (await self.person.press(shown, label)).acknowledged

    async def is_offered(self, line: str) -> list[str]:
        """While they type a command, and have typed this line so far."""
        name, _, text = line.removeprefix("/").partition(" ")
        return [label for _, label in await self.person.suggested(self.channel, name, text)]

    async def takes(self, line: str, label: str) -> None:
        """What is offered while they type that line, under this label."""
        name, _, text = line.removeprefix("/").partition(" ")
        offered = await self.person.suggested(self.channel, name, text)
        value = next(value for value, shown in offered if shown == label)
        assert (await self.person.command(self.channel, name, value)).acknowledged

    async def finds(self, search: str, text: str) -> list[str]:
        """Typing this into the search of that name in what only they see."""
        shown = await watching.with_search(lambda: self.answer, search)
        return [label for _, label in await self.person.look_up(shown, search, text)]

    async def picks(self, search: str, text: str, label: str) -> None:
        shown = await watching.with_search(lambda: self.answer, search)
        offered = await self.person.look_up(shown, search, text)
        value = next(value for value, found in offered if found == label)
        assert (await self.person.pick(shown, search, value)).acknowledged

    async def replies(self, text: str, *, under: str = "", files: Sequence[Attached] = ()) -> None:
        """In the thread below the newest card here, or below the message that says `under`."""
        assert (await self.person.reply(await self._above(under), text, files=files)).acknowledged

    async def attaches(self, name: str, content: bytes, text: str = "", *, under: str = "") -> None:
        await self.replies(text, under=under, files=((name, content),))

    async def edits(self, old: str, new: str) -> None:
        """The last message of theirs that says just `old`, here or in a thread."""
        assert (await self.person.edit(self._own(old), new)).acknowledged

    async def deletes(self, text: str) -> None:
        assert (await self.person.delete(self._own(text))).acknowledged

    # What they see ---------------------------------------------------------------------------------------------

    @property
    def answer(self) -> SeenMessage | None:
        if (form := self.person.form) is not None:
            return form.shown
        mine = [one for one in self._everything() if one.private or (self.alone and self._from_bot(one))]
        return mine[-1] if mine else None

    @property
    def card(self) -> SeenMessage | None:
        cards = self._cards()
        return cards[-1] if cards else None

    def _cards(self) -> list[SeenMessage]:
        return [one for one in self.person.messages(self.channel) if not one.private and self._from_bot(one)]

    async def sees(self, *parts: str) -> SeenMessage:
        """A private answer with all of these in it."""
        return await watching.shown(lambda: self.answer, parts)

    async def sees_card(self, *parts: str) -> SeenMessage:
        return await watching.shown(lambda: self.card, parts)

    async def sees_among_cards(self, *parts: str) -> SeenMessage:
        """Whatever else was posted since."""
        return await watching.shown(lambda: watching.with_all(self._cards(), parts), parts)

    async def sees_in_thread(self, *parts: str, under: str = "") -> SeenMessage:
        """The last message with all of these in it."""
        above = await self._above(under)
        return await watching.shown(lambda: watching.with_all(self.person.thread(above), parts), parts)

    async def thread(self, under: str = "") -> list[str]:
        """What stands there now, without what only they see."""
        return [one.text for one in self.person.thread(await self._above(under)) if not one.private]

    async def form(self) -> SeenForm:
        """The form in front of them, once there is one to fill in."""
        await eventually(lambda: (form := self.person.form) and form.fields)
        form = self.person.form
        assert form
        return form

    async def sees_no_card(self) -> None:
        await eventually(lambda: self.card is None)

    async def _above(self, under: str) -> SeenMessage:
        if not under:
            return await watching.shown(lambda: self.card, ())
        return await watching.shown(lambda: watching.with_all(self.person.messages(self.channel), (under,)), (under,))

    def _own(self, text: str) -> SeenMessage:
        return [one for one in self._everything() if one.text == text and not self._from_bot(one)][-1]

    def _everything(self) -> Iterator[SeenMessage]:
        """What is in threads stands after the message that they are below."""
        for message in self.person.messages(self.channel):
            yield message
            yield from self.person.thread(message)

    def _from_bot(self, message: SeenMessage) -> bool:
        return message.author not in (self.person.id, self.person.name)


def chair(home: House, platform: str, name: str, channel: str = "") -> Chair:
    """Without a channel they sit in their DM with the bot."""
    person = home.sit(platform, name)
    return Chair(person, home.channel(platform, channel)) if channel else Chair(person, dm(home, person), alone=True)


def dm(home: House, person: Person) -> str:
    if person.id in home.slack.workspace.users:
        return home.slack.workspace.dm(person.id)
    return home.discord.dm(person.id)


async def posted(author: Chair, line: str = LINE, *places: str, silently: bool = False) -> None:
    """A poll of theirs, posted where they sit or in `places`."""
    await author.types(line)
    if places:
        await author.presses("Edit")
        await author.fills_in(places=places)
    await (post_silently(author) if silently else author.presses("Post it"))
    await author.sees("Posted. It closes")


async def post_silently(author: Chair) -> None:
    """What they look over, without a reminder: to tell everybody takes longer than most of what a test is about."""
    words = texts.read(wiring.CONTENT)[author.person.locale[:2]]
    await author.switches(words("poll-make-silent"), words("poll-make-reminding"))
    await author.presses(words("poll-post"))


async def forge(home: House, who: Chair, do: str, about: str) -> None:
    """They press a button that nobody showed them, in the channel where they sit."""
    who.person.dismiss()
    if who.person.id in home.slack.workspace.users:
        now = home.slack.workspace.next_ts()
        stands = Post(now, who.channel, home.slack.workspace.world.bot_user_id, "", by_bot=True)
        action = {"type": "button", "action_id": f"{do}#1", "value": about, "block_id": "b", "action_ts": now}
        url = home.slack.response_url(ResponseUrl(who.person.id, who.channel, now))
        trigger = home.slack.triggers.new(who.person.id)
        payload = home.slack.payloads.press_in_message(who.person.id, stands, action, trigger, url)
        assert (await home.slack.send("interactive", payload)).acknowledged
    else:
        state = home.discord._state
        data = {"component_type": 2, "custom_id": f"{do}|{about}|", "id": 1}
        user, channel = state.users[who.person.id], state.channels[who.channel]
        assert (await home.discord.ask(user, channel, COMPONENT, data, None)).acknowledged


async def later(home: House, **ahead: float) -> None:
    """Moves the clock ahead, as `timedelta` takes it."""
    await home.bot.timetable.jump(home.bot.clock.now() + timedelta(**ahead), lambda: home.bot.sender.drain(5.0))


async def into_term(home: House) -> None:
    """To a time after which the district lists no day without school."""
    last = max(home.district.district.no_school)
    there = home.bot.clock.now().astimezone(ZoneInfo(home.district.district.zone)).date()
    if last >= there - timedelta(1):
        await later(home, days=(last - there).days + 2)


async def gathered(folder: Path, places: int) -> None:
    """Once Slack has told who is in that many channels."""
    house = databases.address(folder)
    count = "select count(distinct place_id) from presences"
    await eventually(lambda: databases.rows(house, count)[0][0] >= places)


def counts(folder: Path) -> dict[str, int]:
    """How many rows each table has that people's acts change, without what is still being written."""
    house = databases.address(folder)
    tables = ("polls", "poll_options", "poll_places", "ballots", "due", "deliveries")
    where = {"due": """where "do" not in ('question.digest', 'seat.term')"""}  # which always come
    return {one: databases.rows(house, f"select count(*) from {one} {where.get(one, '')}")[0][0] for one in tables}
