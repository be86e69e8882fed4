"""Discord as the core's `Platform`."""

from __future__ import annotations

import time
from collections.abc import AsyncIterator, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from types import MappingProxyType

import discord
import structlog
from discord.http import HTTPClient, MultipartParameters
from discord.utils import time_snowflake

from adapters.discord import files, occasions, talk, threads, webhooks, wire
from adapters.discord.ids import bears
from adapters.discord.once import Once
from adapters.discord.render import Json, card
from adapters.discord.talk import NAME
from adapters.discord.webhooks import Webhook
from bot.boundary import (
    NOT_BROUGHT,
    OCCASIONS,
    Account,
    Address,
    Message,
    Missed,
    NoEvidence,
    OutcomeUnknown,
    Pace,
    Refused,
    Remote,
    RetryAfter,
    Speaker,
)

# A channel, or a thread, takes 5 of a kind in 5 s, a bot 50 requests a second in all. Bots that write to many people
# were shut out after 20 to 100 DMs in a row.
PACES = MappingProxyType(
    {
        "post": Pace(channel=1.0, workspace=0.025, threads=True, dms=2.0),
        "edit": Pace(channel=1.05, threads=True),
        "delete": Pace(channel=1.0, threads=True),
    }
)
NONCE_LIVES = 120.0  # seconds for which Discord surely knows a nonce again; it says "a few minutes"
CLOCKS_DIFFER = 10.0  # seconds that Discord's clock may be behind ours
PAGE, PAGES = 100, 20  # messages in a page of history, pages that are read at most
STILL_COMING = 10.0  # seconds in which what a webhook was to say may still come to stand there
AGAIN = 1.0  # seconds until the next attempt at what was certainly not done
MISSED = 1000  # messages of a thread that are read at most to find what was missed there
UNKNOWN_MESSAGE = 10008

log = structlog.get_logger()


@contextmanager
def _nothing_said() -> Iterator[None]:
    """Whatever became of what was asked for here, the message itself was not sent yet."""
    try:
        yield
    except OutcomeUnknown:
        raise RetryAfter(AGAIN) from None


class Outbound:
    """Sends through the client's HTTP, which keeps to Discord's rates and waits for 30 s at most."""

    name: str = NAME
    paces: Mapping[str, Pace] = PACES
    largest_file = files.LARGEST

    def __init__(self, client: discord.Client, once: Once) -> None:
        self._client, self._once = client, once
        self._webhooks = webhooks.Webhooks(client.http, once)

    @property
    def _http(self) -> HTTPClient:
        return self._client.http

    async def post(self, to: Address, message: Message, delivery: int, since: float | None) -> str:
        if message.speaker is not None:
            return await self._speak(to, message, delivery, since)
        if message.occasion is not None:
            me = str(self._client.user.id) if self._client.user else ""
            with wire.in_our_terms():
                return await occasions.create(
                    self._http, self._once, to.workspace, message.occasion, delivery, since, me
                )
        body = card(message, str(delivery), message.mentions.get(str(to), ""))
        body |= {"nonce": str(delivery), "enforce_nonce": True}
        with wire.in_our_terms():
            if since is not None and time.time() - since > NONCE_LIVES:
                standing = await self._find(to, delivery, since)
                if standing:
                    return standing
            # Within the life of the nonce Discord itself gives back the message that stands there.
            sent = await threads.there(self._http, to, message.text(), lambda: self._send(to, body, message))
        remote = str(sent["id"])
        if message.thread and not to.thread:
            await threads.try_to_begin(self._http, to.channel, remote, message.thread)
        return remote

    async def find(self, to: Address, message: Message, delivery: int, since: float) -> str:
        with wire.in_our_terms():
            if to.channel == OCCASIONS:
                me = str(self._client.user.id) if self._client.user else ""
                return await occasions.find(self._http, to.workspace, delivery, me)
            found = await self._find(to, delivery, since, brings_file=message.file is not None)
        if not found and time.time() - since < STILL_COMING:
            raise OutcomeUnknown
        return found

    async def _speak(self, to: Address, message: Message, delivery: int, since: float | None) -> str:
        """By a webhook, or as the bot itself where it may have none.

        In doubt the delivery's number in the message tells: no other message can be mistaken for it, so it matters not
        how many others stand there of which nobody knows. Where none bears it, it may still be on its way, for nothing
        keeps a webhook from saying it twice: it is looked for once more, and then somebody has to look."""
        speaker = message.speaker
        assert speaker
        if since is not None:
            with wire.in_our_terms():
                if standing := await self._find(to, delivery, since):
                    return standing
        webhook = await self._webhook(to, speaker)
        if webhook is None:
            return await self.post(to, message.introduced(), delivery, None if since is None else time.time())
        if since is not None:
            raise NoEvidence if time.time() - since > STILL_COMING else OutcomeUnknown
        try:
            return Remote.of(await self._sent(webhook, to, card(message, str(delivery)), speaker), spoken=True)
        except webhooks.Gone:  # nothing was posted: the next attempt finds another, or makes one
            self._webhooks.forget(to.channel)
            raise RetryAfter(AGAIN) from None

    async def _webhook(self, to: Address, speaker: Speaker) -> Webhook | None:
        if not webhooks.may_be_called(speaker.name):
            return None
        me = str(self._client.user.id if self._client.user else "")
        with _nothing_said(), wire.in_our_terms():
            return await self._webhooks.of(to.channel, me)

    async def _sent(self, webhook: Webhook, to: Address, body: Json, speaker: Speaker) -> str:
        try:
            return await self._webhooks.post(webhook, to, body, speaker)
        except Refused as refused:
            if not to.thread or refused.reason != str(threads.UNKNOWN_CHANNEL):
                raise
        with _nothing_said(), wire.in_our_terms():
            await threads.begin(self._http, to.channel, to.thread, speaker.instead)
        return await self._webhooks.post(webhook, to, body, speaker)

    async def _send(self, to: Address, body: Json, message: Message) -> discord.types.message.Message:
        file = message.file if message.file and message.file.content is not None else None
        params = files.with_file(body, file) if file else MultipartParameters(body, None, None)
        return await self._http.send_message(threads.room(to), params=params)

    async def missed(self, at: Address, known: Sequence[str], after: str = "") -> Sequence[Missed]:
        """Page by page from the newest on, until what is known: what is said there now, and what is gone."""
        me = self._client.user
        try:
            with wire.in_our_terms():
                read, whole = await self._newest(at, set(known), int(after or 0))
        except Refused as refused:
            if refused.reason == str(threads.UNKNOWN_CHANNEL):  # nobody has said anything yet
                return ()
            raise
        # To those who may not read it Discord shows a channel as empty: that does not mean that all is gone.
        return talk.missed(read, known, at, str(me.id), whole=whole) if me and read else ()

    async def _newest(
        self, at: Address, known: set[str], after: int
    ) -> tuple[list[discord.types.message.Message], bool]:
        """The newest first, at most MISSED of them; and whether that is all there is after that message. In a whole
        channel people change and delete what is known, too."""
        read: list[discord.types.message.Message] = []
        before: int | None = None
        while len(read) < MISSED:
            page = await self._http.logs_from(threads.room(at), PAGE, before=before)
            readable = [one for one in page if talk.id_of(one)]
            earlier = [one for one in readable if int(one["id"]) <= after]
            read += [one for one in page if one not in earlier]
            if earlier or len(page) < PAGE:
                return read, True
            if not readable:
                break
            before = int(readable[-1]["id"])
            people = [str(one["id"]) for one in readable if not (self._is_ours(one) or one.get("webhook_id"))]
            if not after and people and people[-1] in known:
                return read, False
        if not known & {talk.id_of(one) for one in read}:
            log.warning("more may have been missed than is read", address=str(at), read=len(read))
        return read, False

    async def fetch(self, at: Address, reference: str) -> bytes:
        with wire.in_our_terms():
            return await files.fetch(self._http, reference)

    async def picture(self, account: Account) -> str:
        """Nobody's is shown elsewhere."""
        return ""

    async def edit(self, at: Address, remote: str, message: Message, delivery: int) -> None:
        if at.channel == OCCASIONS:
            with wire.in_our_terms():
                if message.occasion is not None:
                    await occasions.change(self._http, at.workspace, remote, message.occasion, delivery)
            return
        if isinstance(remote, Remote) and remote.spoken:
            webhook = await self._own(at)
            return await self._webhooks.edit(webhook, at, str(remote), card(message, str(delivery)))
        if message.file is not None:  # an edit would take it off; what is said about it stays as it was said
            return
        role = message.mentions.get(str(at), "")  # an edit pings nobody
        params = MultipartParameters(card(message.introduced(), str(delivery), role), None, None)
        with wire.in_our_terms():
            await threads.awake(
                self._http, at, lambda: self._http.edit_message(threads.room(at), remote, params=params)
            )

    async def _own(self, at: Address) -> Webhook:
        """That by which something was said there; if it is another by now, nothing can be done to what it said."""
        with wire.in_our_terms():
            webhook = await self._webhooks.of(at.channel, str(self._client.user.id if self._client.user else ""))
        if webhook is None:
            raise Refused(webhooks.UNKNOWN_WEBHOOK)
        return webhook

    async def delete(self, at: Address, remote: str) -> None:
        if at.channel == OCCASIONS:
            with wire.in_our_terms():
                return await occasions.remove(self._http, at.workspace, remote)
        try:
            if isinstance(remote, Remote) and remote.spoken:
                return await self._webhooks.delete(await self._own(at), at, str(remote))
            with wire.in_our_terms():
                await threads.awake(self._http, at, lambda: self._http.delete_message(threads.room(at), remote))
        except Refused as refused:
            if refused.reason not in (str(UNKNOWN_MESSAGE), str(threads.UNKNOWN_CHANNEL)):
                raise

    async def open_dm(self, account: Account) -> Address:
        with wire.in_our_terms():
            channel = await self._http.start_private_message(account.user)
        return Address(NAME, "", str(channel["id"]))

    async def _find(self, at: Address, delivery: int, since: float, *, brings_file: bool = False) -> str:
        """The message that bears the delivery, or "" where surely none does."""
        try:
            read = 0
            async for page in self._history(threads.room(at), since - CLOCKS_DIFFER):
                for found in page:
                    if self._is_ours(found) and bears(found.get("components"), delivery):
                        lacks = NOT_BROUGHT if brings_file and not found.get("attachments") else ""
                        return Remote.of(str(found["id"]), lacks=lacks)
                    if webhooks.is_delivery(found, str(self._client.user and self._client.user.id), delivery):
                        return Remote.of(str(found["id"]), spoken=True)
                read += len(page)
            # To those who may not read it Discord shows a channel as empty.
            if not read and at.workspace and not await self._http.logs_from(threads.room(at), 1):
                raise NoEvidence
        except discord.NotFound as error:
            if not at.thread or error.code != threads.UNKNOWN_CHANNEL:
                raise
            return ""  # a thread that has not begun
        except discord.Forbidden:
            raise NoEvidence from None
        return ""

    def _is_ours(self, found: discord.types.message.Message) -> bool:
        me = self._client.user
        return me is not None and str(found["author"]["id"]) == str(me.id)

    async def _history(self, channel: str, since: float) -> AsyncIterator[list[discord.types.message.Message]]:
        """All messages after a Unix time, page by page. Raises NoEvidence where they are too many to read."""
        after = time_snowflake(datetime.fromtimestamp(since, UTC)) - 1
        for _ in range(PAGES):
            page = await self._http.logs_from(channel, PAGE, after=after)
            yield page
            if len(page) < PAGE:
                return
            after = max(int(found["id"]) for found in page)
        raise NoEvidence
