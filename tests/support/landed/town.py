"""The pretend district as its people fill it: what each of them does, and everything that they were shown."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import count
from typing import Any

from support.cores import Core, said
from support.corner import Corner, buttons, corner, draw
from support.posting import Platform

from bot.boundary import (
    Act,
    Address,
    Answer,
    Attachment,
    Button,
    ChoiceField,
    Field,
    Form,
    PickField,
    Prose,
    Said,
    TextField,
)
from bot.delivery.sender import Sender

SLACK, DISCORD = "slack:T01CEDAR", "discord:1268401200690098927"
STAFF, LEADERSHIP = (Address.parse(f"{SLACK}/C01{name}") for name in ("LINCOLNSTAFF", "LEADERSHIP"))
FAMILIES, LEADERSHIP_TOO = (
    Address.parse(f"{DISCORD}/{channel}") for channel in ("1103628476113515559", "1198000255257084615")
)
READING, CALENDAR, LIFE, PARTNERSHIP = "1", "2", "3", "4"  # topics


@dataclass
class Town:
    bot: Core
    sender: Sender
    platforms: Mapping[str, Platform]
    shown: list[tuple[Act, Answer]] = field(default_factory=list)
    questions: list[str] = field(default_factory=list)  # the first has number 1
    facts: dict[str, Any] = field(default_factory=dict)  # what a later version must know
    _said: count[int] = field(default_factory=lambda: count(1))

    def __post_init__(self) -> None:
        handle = self.bot.frame.handle

        async def noting(act: Act) -> Answer:
            answer = await handle(act)
            self.shown.append((act, answer))
            return answer

        self.bot.frame.handle = noting  # type: ignore[method-assign,assignment]  # to note each answer as it is given

    def sit(self, name: str, platform: str = "slack", place: Address | None = None) -> Corner:
        """In their DM with the bot, or there."""
        found = corner(self.bot, name, platform)
        found.place = place or found.place
        return found

    async def until(self, moment: str) -> None:
        """All that falls due on the way is done and sent."""
        await self.bot.timetable.jump(datetime.fromisoformat(moment), self.sent)

    async def sent(self) -> None:
        await self.sender.drain(5.0)

    # Polls -----------------------------------------------------------------------------------------------------

    async def drafts(self, author: Corner, question: str, options: str = "", **fields: str | Sequence[str]) -> str:
        """Up to the preview; the number of the draft."""
        form = await author.types("poll")
        await self.sends(author, form, question=question, options=options, **fields)
        return button(author, "poll.post").about.partition(":")[0]

    async def asks(
        self,
        author: Corner,
        question: str,
        options: str = "",
        *,
        presses: Sequence[str] = (),
        terms: Mapping[str, str] | None = None,
        plan: Mapping[str, str] | None = None,
        **fields: str | Sequence[str],
    ) -> int:
        """A poll, which is posted; its number."""
        self._pause()
        draft = await self.drafts(author, question, options, **fields)
        for do in presses:
            await author.presses(do, draft)
        for do, more in (("poll.more", terms), ("poll.plan", plan)):
            if more:
                await self.sends(author, await author.presses(do, draft), **more)
        await self.clicks(author, "poll.post")
        return int(button(author, "poll.stop" if plan and "starts" in plan else "poll.close").about)

    async def votes(self, poll: int, option: int, *voters: Corner, text: str = "") -> None:
        card = draw(self.bot, "poll", poll)
        about = [one.about for one in buttons(card) if one.do == "poll.vote"][option]
        for voter in voters:
            answer = await voter.presses("poll.vote", about)
            if isinstance(answer, Form):
                await self.sends(voter, answer, text=f"{text} {voter.account.user[-4:]}".strip())

    def _pause(self) -> None:
        """Nobody may post ten polls and questions within a minute."""
        self.bot.clock.move_to(self.bot.clock.now() + timedelta(seconds=7))

    # Questions -------------------------------------------------------------------------------------------------

    async def wonders(self, asker: Corner, topic: str, text: str, **fields: str) -> int:
        """A question, which is sent; its number."""
        self._pause()
        await self.chooses(asker, topic, text, **fields)
        await self.clicks(asker, "question.send")
        self.questions.append(text)
        return len(self.questions)

    async def chooses(self, asker: Corner, topic: str, text: str, **fields: str) -> Answer:
        """Up to the preview."""
        await asker.types("ask")
        about = f"{button(asker, 'question.topic').about.partition(':')[0]}:{topic}"
        return await self.sends(asker, await asker.presses("question.topic", about), question=text, **fields)

    async def does(self, who: Corner, do: str, about: object, **fields: str) -> Answer:
        """Presses that button and, where a form opens, sends it in."""
        answer = await who.presses(do, str(about))
        return await self.sends(who, answer, **fields) if isinstance(answer, Form) else answer

    async def sends(self, who: Corner, form: Answer, **fields: str | Sequence[str]) -> Answer:
        """What is not named stays as the form has it; of what has to be picked, the first."""
        assert isinstance(form, Form), form
        return await who.sends(form.name, form.about, filled(form, fields))

    async def clicks(self, who: Corner, do: str) -> Answer:
        """The button of their last answer that does this."""
        return await who.presses(do, button(who, do).about)

    # Threads ---------------------------------------------------------------------------------------------------

    async def says(self, who: Corner, card: str, text: str, *files: Attachment) -> Said:
        """In the thread of the newest message that says `card` where they sit."""
        standing = self.platforms[who.place.platform].standing.items()
        channel = Address(who.place.platform, who.place.workspace, who.place.channel)
        under = [remote for remote, one in standing if one.at == channel and card in one.text][-1]
        place = Address(channel.platform, channel.workspace, channel.channel, under)
        number = f"90{next(self._said):04}"
        heard = Said(
            id=f"said {number}",
            actor=who.account,
            place=place,
            text=text,
            to_bot=False,
            message=number,
            prose=Prose.plain(text),
            files=files,
        )
        await self.bot.frame.handle(heard)
        return heard


def filled(form: Form, fields: Mapping[str, str | Sequence[str]]) -> dict[str, tuple[str, ...]]:
    typed: dict[str, tuple[str, ...]] = {}
    for one in form.fields:
        if one.name in fields:
            given = fields[one.name]
            typed[one.name] = tuple(_value(one, value) for value in ((given,) if isinstance(given, str) else given))
        elif isinstance(one, ChoiceField):
            typed[one.name] = one.chosen or (one.choices[0].value,)
        elif isinstance(one, PickField):
            typed[one.name] = one.chosen or tuple(choice.value for choice in one.choices[:1])
        elif isinstance(one, TextField):
            typed[one.name] = (one.value,)
    return typed


def _value(field: Field, given: str) -> str:
    """A choice may be given by its label."""
    labels = {one.label: one.value for one in field.choices} if isinstance(field, ChoiceField) else {}
    return labels.get(given, given)


def closing(form: Answer, number: int) -> str:
    """One of the times that a poll's form offers."""
    assert isinstance(form, Form)
    field = next(one for one in form.fields if one.name == "closes")
    assert isinstance(field, ChoiceField)
    return field.choices[number].value


def button(who: Corner, do: str) -> Button:
    """Of their last answer."""
    there = {one.do: one for one in reversed(buttons(said(who.answer)))}
    assert do in there, (do, who.answer)
    return there[do]
