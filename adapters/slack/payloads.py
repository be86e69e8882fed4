"""The parts of Slack's payloads that we read. Who, where and which must have their shape, or all of it is refused; of
what was said, only the part that has another shape is left out."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, OnErrorOmit, StringConstraints

from adapters.payloads import OrDefault

Id = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9]{1,64}$")]
Token = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9_.:-]{1,200}$")]
Stamp = Annotated[str, StringConstraints(pattern=r"^[0-9]{1,16}\.[0-9]{1,9}$")]
Link = Annotated[str, StringConstraints(pattern=r"^https?://", max_length=2000)]


def _storable(words: str) -> str:
    """Databases refuse the null character and half a character of UTF-16."""
    return words.encode("utf-8", "replace").decode().replace("\0", "")


Words = Annotated[str, AfterValidator(_storable)]


class Shape(BaseModel):
    model_config = ConfigDict(strict=True, frozen=True, hide_input_in_errors=True)


ActionId = Annotated[str, StringConstraints(pattern=r"^[ -~]{1,200}#[0-9]+$")]


class Named(Shape):
    id: Id


class User(Named):
    team_id: Id | None = None


class SlashCommand(Shape):
    command: Annotated[str, StringConstraints(pattern=r"^/[!-~]{1,80}$")]
    text: Annotated[Words, OrDefault] = ""
    team_id: Id
    user_id: Id
    channel_id: Id
    trigger_id: Token
    response_url: Annotated[Link, OrDefault] = ""


class Shortened(Shape):
    text: Annotated[Words, OrDefault] = ""
    blocks: Annotated[list[Any], OrDefault] = []


class MessageAction(Shape):
    callback_id: Annotated[str, StringConstraints(max_length=255)]
    user: User
    team: Named | None = None
    channel: Named
    trigger_id: Token
    response_url: Annotated[Link, OrDefault] = ""
    message: Annotated[Shortened, OrDefault] = Shortened()


class Container(Shape):
    channel_id: Id | None = None
    message_ts: Stamp | None = None
    thread_ts: Stamp | None = None
    is_ephemeral: Annotated[bool, OrDefault] = False


class Picked(Shape):
    value: Words


class Action(Shape):
    type: str
    action_id: ActionId
    value: Words | None = None
    selected_option: Picked | None = None


class Input(Shape):
    type: Literal[
        "plain_text_input",
        "static_select",
        "multi_static_select",
        "external_select",
        "multi_external_select",
        "datepicker",
        "timepicker",
    ]
    value: Words | None = None
    selected_date: Annotated[str, StringConstraints(pattern=r"^\d{4}-\d{2}-\d{2}$")] | None = None
    selected_time: Annotated[str, StringConstraints(pattern=r"^\d{2}:\d{2}$")] | None = None
    selected_option: Picked | None = None
    selected_options: list[Picked] | None = None


class State(Shape):
    """What was typed and picked, by field."""

    values: dict[Words, OnErrorOmit[dict[str, OnErrorOmit[Input]]]] = {}


class View(Shape):
    id: Id
    type: Literal["modal", "home"]
    private_metadata: Annotated[str, OrDefault] = ""


class Filled(View):
    """A form that was sent in: which it is and what it is about must be there."""

    callback_id: Words
    private_metadata: str
    state: State = State()


class Began(Shape):
    """A view's `private_metadata`."""

    about: Words = ""
    channel: Id | None = None
    thread: Stamp | Literal[""] = ""


class BlockActions(Shape):
    user: User
    team: Named | None = None
    trigger_id: Token
    response_url: Annotated[Link, OrDefault] = ""
    container: Container
    view: View | None = None
    actions: Annotated[list[Action], Field(min_length=1)]


class BlockSuggestion(Shape):
    user: User
    team: Named | None = None
    container: Container
    view: View | None = None
    action_id: ActionId
    value: Words = ""


class ViewSubmission(Shape):
    user: User
    team: Named | None = None
    trigger_id: Token
    view: Filled


class Happened(Shape):
    """An event of the Events API; which of these fields it has depends on its type."""

    type: str
    user: Id | None = None
    channel: Annotated[Id, OrDefault] = ""
    team: Id | None = None
    user_team: Id | None = None
    subtype: str | None = None
    bot_id: str | None = None
    tab: Annotated[str, OrDefault] = ""

    @property
    def is_alone(self) -> bool:
        """With the bot. Slack also says `channel_type`, but not always."""
        return self.channel.startswith("D")


class EventCallback(Shape):
    event_id: Token
    team_id: Id
    event: Happened


class Changed(Shape):
    ts: Stamp


class Sent(Shape):
    """A file of a message. Slack hands out those that it hosts, and shows others only by their name."""

    name: Annotated[Words, OrDefault] = ""
    title: Annotated[Words, OrDefault] = ""
    size: Annotated[int, Field(ge=0), OrDefault] = 0
    mode: Annotated[str, OrDefault] = ""
    url_private_download: Annotated[Link | None, OrDefault] = None


class Message(Shape):
    """One that somebody wrote, in an event or within one about its change."""

    ts: Stamp
    user: Id | None = None
    team: Id | None = None
    user_team: Id | None = None
    text: Annotated[Words, OrDefault] = ""
    blocks: Annotated[list[Any], OrDefault] = []
    files: Annotated[list[OnErrorOmit[Sent]], OrDefault] = []
    thread_ts: Stamp | None = None
    subtype: str | None = None
    bot_id: str | None = None
    edited: Annotated[Changed | None, OrDefault] = None


class Channeled(Message):
    channel: Id


class Talk(Shape):
    type: Literal["event_callback"]
    event_id: Token
    team_id: Id
    event: Channeled


class Replaced(Shape):
    type: Literal["message"]
    subtype: Literal["message_changed"]
    channel: Id
    ts: Stamp
    message: Message
    previous_message: Annotated[Message | None, OrDefault] = None


class Removed(Shape):
    type: Literal["message"]
    subtype: Literal["message_deleted"]
    channel: Id
    deleted_ts: Stamp
    previous_message: Annotated[Message | None, OrDefault] = None


class About(Shape):
    """An event about a message that stood already."""

    event_id: Token
    team_id: Id
    event: Annotated[Replaced | Removed, Field(discriminator="subtype")]


class Item(Shape):
    type: Literal["message"]
    channel: Id
    ts: Stamp


class Reacted(Shape):
    type: Literal["reaction_added", "reaction_removed"]
    user: Id
    reaction: Annotated[str, StringConstraints(pattern=r"^[^\s:]{1,100}(::skin-tone-[2-6])?$")]
    item: Item
    item_user: Annotated[Id | None, OrDefault] = None  # not of everything that an app has posted
    event_ts: Stamp


class Reaction(Shape):
    event_id: Token
    team_id: Id
    event: Reacted


class Revoked(Shape):
    bot: Annotated[list[Id], OrDefault] = []


class Uninstalled(Shape):
    type: Literal["app_uninstalled", "tokens_revoked"]
    tokens: Revoked = Revoked()


class TakenOut(Shape):
    type: Literal["event_callback"]
    team_id: Id
    event_id: Annotated[Token, OrDefault] = ""
    event_time: Annotated[int | None, OrDefault] = None
    event: Uninstalled
