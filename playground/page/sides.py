"""The two workspaces that the page shows, and who sits where in one tab of a browser."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from playground.person import Person, SeenMessage
from playground.world import Offered, User


@dataclass(frozen=True)
class Side:
    key: Literal["slack", "discord"]
    workspace: str  # its name
    people: Sequence[User]
    sit: Callable[[str], Person]  # by user id
    commands: Sequence[Offered] = ()
    zone: str = "UTC"  # by whose clocks the people here live
    newcomers: Mapping[str, str] = field(default_factory=dict)  # user id by language
    roles: Mapping[str, Mapping[str, str]] = field(default_factory=dict)  # by language and user id

    @property
    def has_home(self) -> bool:
        return self.key == "slack"

    def knows(self, user_id: str) -> bool:
        return any(user.id == user_id for user in self.people)

    def newcomer(self, language: str) -> User | None:
        """Whom somebody may sit down as who knows nobody yet."""
        offered = self.newcomers.get(language)
        return next((user for user in self.people if user.id == offered), next(iter(self.people), None))

    def names(self, language: str) -> dict[str, str]:
        """By user id, as the picker lists them: with what they are here, by which they are found, too; two of the same
        name are told apart by their handles."""
        names, roles = [user.name for user in self.people], self.roles.get(language, {})
        listed = {}
        for user in sorted(self.people, key=lambda user: user.name.casefold()):
            name = f"{user.name} (@{user.handle})" if names.count(user.name) > 1 else user.name
            listed[user.id] = " · ".join(filter(None, (name, roles.get(user.id))))
        return listed


@dataclass
class Seat:
    """What one tab remembers of one side, whatever is redrawn around it."""

    person: Person | None = None
    channel: str = ""
    thread: str = ""  # the id of the message whose thread is open; empty: the channel itself
    draft: str = ""
    read: dict[str, set[str]] = field(default_factory=dict)  # ids of the messages seen, by channel

    def take(self, person: Person) -> None:
        """The person who sits down has read all of its messages so far."""
        self.person = person
        self.read = {id_: {message.id for message in person.messages(id_)} for id_, _ in person.channels()}

    def messages(self) -> Sequence[SeenMessage]:
        """What stands in the open channel or thread. By this, all of the channel is read."""
        messages = self.person.messages(self.channel) if self.person else []
        self.read[self.channel] = {message.id for message in messages}
        above = self.above
        return [above, *self.person.thread(above)] if self.person and above else messages

    @property
    def above(self) -> SeenMessage | None:
        """The message whose thread is open."""
        messages = self.person.messages(self.channel) if self.person and self.thread else []
        return next((message for message in messages if message.id == self.thread), None)

    def is_unread(self, channel: str) -> bool:
        read = self.read.setdefault(channel, set())
        return self.person is not None and any(one.id not in read for one in self.person.messages(channel))

    @property
    def lively(self) -> str:
        """The first of their channels in which something was said; empty while all is quiet."""
        person = self.person
        return next((id_ for id_, _ in person.channels() if person.messages(id_)), "") if person else ""
