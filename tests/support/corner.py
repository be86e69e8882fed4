"""Conversations with the bot alone, without a platform: somebody does something, and the answer comes back as it left
the core. Much faster than the wire, for rules that do not touch it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from itertools import count

from sqlalchemy import select
from sqlalchemy.orm import Session
from support import databases
from support.cores import Core, said
from support.districts import pretend

import wiring
from bot import routes, texts
from bot.boundary import (
    Account,
    Address,
    Answer,
    Button,
    Buttons,
    ChoiceField,
    Command,
    Form,
    Message,
    MomentField,
    Part,
    Press,
    Shortcut,
    Submit,
    TextField,
)
from bot.feature import Feature
from bot.storage import context, database
from bot.texts import Words
from bot.timetable import Due, DueRow

TEXTS = texts.read(wiring.CONTENT)
_ids = count()


@dataclass
class Corner:
    """Somebody of the pretend district, by name, in their DM with the bot."""

    bot: Core
    account: Account
    answer: Answer = None
    place: Address = field(init=False)

    def __post_init__(self) -> None:
        self.place = Address.alone_with(self.account)

    async def types(self, name: str, text: str = "") -> Answer:
        return await self._do(Command(id=self._id(), actor=self.account, place=self.place, name=name, text=text))

    async def presses(self, do: str, about: str = "") -> Answer:
        return await self._do(Press(id=self._id(), actor=self.account, place=self.place, do=do, about=about))

    async def uses(self, name: str, text: str) -> Answer:
        """An entry of a message's menu, where they are."""
        return await self._do(Shortcut(id=self._id(), actor=self.account, place=self.place, name=name, text=text))

    async def clicks(self, label: str) -> Answer:
        """A button of what they were answered last."""
        button = next(one for one in buttons(said(self.answer)) if one.label == label)
        return await self.presses(button.do, button.about)

    async def fills_in(self, **fields: str) -> Answer:
        """Sends in the form that they were answered last; what is not named stays as it stands."""
        form = self.answer
        assert isinstance(form, Form), form
        filled = {
            one.name: (one.value,) if isinstance(one, TextField | MomentField) else one.chosen for one in form.fields
        }
        picked = {name: (_picked(form, name, value),) for name, value in fields.items()}
        return await self.sends(form.name, form.about, {**filled, **picked})

    def field(self, number: int) -> TextField | MomentField:
        """Of the form that they were answered last."""
        assert isinstance(self.answer, Form), self.answer
        found = self.answer.fields[number]
        assert isinstance(found, TextField | MomentField), found
        return found

    async def sends(self, form: str, about: str, fields: dict[str, tuple[str, ...]]) -> Answer:
        act = Submit(id=self._id(), actor=self.account, place=self.place, form=form, about=about, fields=fields)
        return await self._do(act)

    async def agrees(self, question: str = "1") -> Answer:
        """That others read their question, too."""
        await self.presses("question.show", question)
        button = next(one for one in buttons(said(self.answer)) if one.do == "question.widen")
        return await self.presses(button.do, button.about)

    def sees(self, *parts: str) -> str:
        text = said(self.answer).text().replace("\xa0", " ")
        for part in parts:
            assert part in text, f"{part!r} is not in {text!r}"
        return text

    def choices(self, field: str) -> list[str]:
        """Labels that a field of the form offers."""
        assert isinstance(self.answer, Form), self.answer
        one = next(one for one in self.answer.fields if one.name == field)
        assert isinstance(one, ChoiceField)
        return [choice.label.replace("\xa0", " ") for choice in one.choices]

    async def _do(self, act: Command | Press | Shortcut | Submit) -> Answer:
        if self.account.platform == "discord" and self.place == Address.alone_with(self.account):
            nowhere = replace(self.account, workspace="")  # Discord does not say of a DM from which server its user is
            act = replace(act, actor=nowhere, place=Address.alone_with(nowhere))
        self.answer = await self.bot.frame.handle(act)
        return self.answer

    def _id(self) -> str:
        return f"act {next(_ids)}"


def corner(bot: Core, name: str, platform: str = "slack") -> Corner:
    entry = pretend()
    member = next(one for one in entry.members if one.name == name)
    address = next(one for one in entry.accounts(member) if one.startswith(platform))
    return Corner(bot, Account.parse(address))


def drawn(bot: Core, card: str, subject: int, language: str = "en", house: Feature = routes.HOUSE) -> str:
    """How a card looks now."""
    return draw(bot, card, subject, language, house).text().replace("\xa0", " ")


def draw(bot: Core, card: str, subject: int, language: str = "en", house: Feature = routes.HOUSE) -> Message:
    """As the sender does, to whom it is told what time it is."""
    engine = databases.connect(bot.settings.database_url)
    try:
        with database.reading(engine) as session, context.only_reading(session, bot.clock.now()):
            return house.cards[card](session, subject, TEXTS[language], TEXTS)
    finally:
        engine.dispose()


async def next_due(bot: Core, do: str) -> None:
    """Time goes on until the next of these is due, and it is done; if there is none, nothing is."""
    engine = databases.connect(bot.settings.database_url)
    try:
        with database.reading(engine) as session:
            rows = select(DueRow).where(DueRow.do == do).order_by(DueRow.at, DueRow.id).limit(1)
            dues = [Due(row.id, row.do, row.subject, row.at) for row in session.scalars(rows)]
    finally:
        engine.dispose()
    for due in dues:
        bot.clock.move_to(due.at)
        await bot.frame.handle_due([due])


def shown(bot: Core, show: Callable[[Session, int, Words], list[Part]], subject: int, language: str = "en") -> str:
    """What a notice says."""
    engine = databases.connect(bot.settings.database_url)
    try:
        with database.reading(engine) as session:
            return Message(tuple(show(session, subject, TEXTS[language]))).text().replace("\xa0", " ")
    finally:
        engine.dispose()


def buttons(message: Message) -> list[Button]:
    return [button for part in message.parts if isinstance(part, Buttons) for button in part.buttons]


def _picked(form: Form, name: str, given: str) -> str:
    one = next(one for one in form.fields if one.name == name)
    return (
        next(choice.value for choice in one.choices if choice.label.replace("\xa0", " ") == given)
        if isinstance(one, ChoiceField)
        else given
    )
