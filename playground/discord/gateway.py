"""The gateway: who is connected, what they are told, and what they can catch up on."""

from __future__ import annotations

import asyncio
import json
import secrets
from collections import deque
from typing import Any

from aiohttp import WSMsgType, web

from playground.discord import greeting, payloads
from playground.discord.errors import Json
from playground.discord.guilds import Guild
from playground.discord.line import Line
from playground.discord.session import GUILD_MEMBERS, PRIVILEGED, Session, Shard
from playground.discord.state import State

DISPATCH, HEARTBEAT, IDENTIFY, PRESENCE, VOICE, RESUME, RECONNECT, MEMBERS, INVALID, HELLO, ACK = (
    0, 1, 2, 3, 4, 6, 7, 8, 9, 10, 11,
)  # fmt: skip
MOST_SESSIONS = 8  # of one shard
MOST_GUILDS = 2500  # of one shard
SENDS, SENDS_SECONDS = 120, 60.0


class Hangup(Exception):
    """Close codes: 4001 unknown opcode, 4002 decode error, 4003 not authenticated, 4004 authentication failed, 4005
    already authenticated, 4007 invalid sequence, 4008 rate limited, 4009 timed out, 4010 invalid shard, 4011 sharding
    required, 4012 version, 4013 invalid intents, 4014 disallowed intents."""

    def __init__(self, code: int) -> None:
        super().__init__(code)
        self.code = code


class Gateway:
    def __init__(self, state: State) -> None:
        self._state = state
        self._sessions: dict[str, Session] = {}
        self._lines: set[Line] = set()
        self.url = ""
        self.identifies = 0
        self.shards = 1  # as many as are advised
        self.most_guilds = MOST_GUILDS
        self.heartbeat_seconds = 41.25
        self.welcomes = True  # otherwise READY and RESUMED are kept back

    @property
    def connected(self) -> bool:
        return any(session.line for session in self._sessions.values())

    @property
    def shards_connected(self) -> list[Shard]:
        """One for each connection that has identified, oldest session first."""
        return [session.shard for session in self._sessions.values() if session.line]

    def dispatch(self, event: str, data: Json) -> None:
        """To every session whose shard and intents cover it, now or when it resumes."""
        for session in self._sessions.values():
            if session.shard.has(data.get("guild_id", "")):
                session.dispatch(event, data, self._state.bot.id)

    def came_into(self, guild: Guild) -> None:
        """Tells that the bot is in a guild from now on."""
        for session in self._sessions.values():
            if session.shard.has(guild.id):
                session.dispatch("GUILD_CREATE", greeting.guild_create(self._state, session, guild), self._state.bot.id)

    def went_out_of(self, guild: Guild) -> None:
        """Tells that the bot is no longer in a guild; without `unavailable`, which would mean that Discord is down."""
        for session in self._sessions.values():
            if session.shard.has(guild.id):
                session.dispatch("GUILD_DELETE", {"id": guild.id}, self._state.bot.id)

    async def close(self, *, resumable: bool) -> None:
        """Sends all away: to reconnect and resume, or with their sessions forgotten. Returns when they are gone."""
        for session in list(self._sessions.values()):
            if session.line:
                session.line.send({"op": RECONNECT, "d": None} if resumable else {"op": INVALID, "d": False})
        if not resumable:
            self._sessions.clear()
        await self._gone(4000)

    async def drop(self) -> None:
        """Cuts every connection without a word; the sessions can be resumed."""
        for line in list(self._lines):
            line.abort()
        await self._gone(4000)

    async def turn_out(self, code: int) -> None:
        """Closes every connection for this reason; the sessions are forgotten."""
        self._sessions.clear()
        await self._gone(code)

    async def stop(self) -> None:
        await self.turn_out(1001)

    async def _gone(self, code: int) -> None:
        for session in self._sessions.values():
            session.line = None
        lines = list(self._lines)
        for line in lines:
            line.hang_up(code)
        await asyncio.gather(*(line.gone.wait() for line in lines))

    async def serve(self, request: web.Request) -> web.StreamResponse:
        """One connection from beginning to end."""
        compress = request.query.get("compress")
        if compress not in (None, "zlib-stream"):
            return web.Response(status=400, text="Only zlib-stream is spoken here.")
        socket = web.WebSocketResponse(compress=False, max_msg_size=4096, timeout=1.0)
        await socket.prepare(request)
        line = Line(request, socket, compressed=compress is not None)
        self._lines.add(line)
        try:
            if request.query.get("v", "10") != "10" or request.query.get("encoding", "json") != "json":
                raise Hangup(4012)
            line.send({"op": HELLO, "d": {"heartbeat_interval": int(self.heartbeat_seconds * 1000), "_trace": []}})
            await self._listen(socket, line)
        except Hangup as hangup:
            line.hang_up(hangup.code)
        finally:
            for session in self._sessions.values():
                if session.line is line:
                    session.line = None
            await line.finish()
            self._lines.discard(line)
        return socket

    async def _listen(self, socket: web.WebSocketResponse, line: Line) -> None:
        loop = asyncio.get_running_loop()
        heard: deque[float] = deque(maxlen=SENDS)
        session: Session | None = None
        while True:
            try:
                frame = await socket.receive(timeout=self.heartbeat_seconds * 1.5)
            except TimeoutError:
                raise Hangup(4009) from None
            if frame.type not in (WSMsgType.TEXT, WSMsgType.BINARY):
                return
            if len(heard) == SENDS and loop.time() - heard[0] < SENDS_SECONDS:
                raise Hangup(4008)
            heard.append(loop.time())
            op, data = _decode(frame.data)
            if op == HEARTBEAT:
                line.send({"op": ACK})
            elif op in (IDENTIFY, RESUME):
                if session:
                    raise Hangup(4005)
                session = self._identify(data, line) if op == IDENTIFY else self._resume(data, line)
            elif session is None:
                raise Hangup(4003)
            elif op == MEMBERS:
                self._members(session, data)
            elif op not in (PRESENCE, VOICE):
                raise Hangup(4001)

    def _identify(self, data: Json, line: Line) -> Session:
        self._authenticate(data)
        intents = data.get("intents")
        if not isinstance(intents, int) or not isinstance(data.get("properties"), dict) or intents >> 26:
            raise Hangup(4013)
        if intents & PRIVILEGED & ~self._state.privileged_intents:
            raise Hangup(4014)
        session = Session(secrets.token_hex(16), intents, line, self._shard(data), data.get("large_threshold", 50))
        if len(greeting.guilds(self._state, session)) > self.most_guilds:
            raise Hangup(4011)
        self.identifies += 1
        self._forget_old_sessions(session.shard)
        self._sessions[session.id] = session
        if not self.welcomes:
            return session
        session.push("READY", greeting.ready(self._state, session, self.url, sharded="shard" in data))
        for guild in greeting.guilds(self._state, session):
            created = greeting.guild_create(self._state, session, guild) | {"unavailable": False}
            session.dispatch("GUILD_CREATE", created, self._state.bot.id)
        return session

    def _shard(self, data: Json) -> Shard:
        shard = data.get("shard", [0, 1])
        if not isinstance(shard, list) or len(shard) != 2 or not all(isinstance(part, int) for part in shard):
            raise Hangup(4010)
        if not 0 <= shard[0] < shard[1]:
            raise Hangup(4010)
        return Shard(*shard)

    def _resume(self, data: Json, line: Line) -> Session | None:
        self._authenticate(data)
        session, seq = self._sessions.get(str(data.get("session_id"))), data.get("seq")
        if session is None or not session.can_replay(seq if isinstance(seq, int) else 0):
            line.send({"op": INVALID, "d": False})
            return None
        if not isinstance(seq, int) or seq > session.seq:
            raise Hangup(4007)
        if session.line:
            session.line.hang_up(4009)
        session.replay(seq, line)
        if self.welcomes:
            session.push("RESUMED", {"_trace": []})
        return session

    def _authenticate(self, data: Json) -> None:
        if data.get("token") != self._state.world.bot_token:
            raise Hangup(4004)

    def _forget_old_sessions(self, shard: Shard) -> None:
        same = [session for session in self._sessions.values() if session.shard == shard]
        gone = [session.id for session in same if session.line is None]
        for session_id in gone[: max(0, len(same) - MOST_SESSIONS + 1)]:
            del self._sessions[session_id]

    def _members(self, session: Session, data: Json) -> None:
        """A list of everybody needs the GUILD_MEMBERS intent; looking for some does not."""
        wanted, query, limit = data.get("user_ids"), data.get("query", ""), data.get("limit", 0)
        guild = self._state.guilds.get(str(data.get("guild_id")))
        if guild is None or guild not in greeting.guilds(self._state, session):
            return
        if not wanted and not query and not session.intents & GUILD_MEMBERS:
            return
        ids = {str(one) for one in (wanted if isinstance(wanted, list) else [wanted])} if wanted else None
        members = {**guild.people, self._state.bot.id: self._state.bot}
        found = [
            payloads.member(self._state, user)
            for user in members.values()
            if (user.id in ids if ids else user.handle.startswith(query) or user.name.startswith(query))
        ]
        chunk: Json = {
            "guild_id": guild.id,
            "members": found[: limit or None],
            "chunk_index": 0,
            "chunk_count": 1,
            "not_found": sorted(ids - members.keys()) if ids else [],
        }
        session.push("GUILD_MEMBERS_CHUNK", chunk | ({"nonce": data["nonce"]} if "nonce" in data else {}))


def _decode(text: str | bytes) -> tuple[int, Any]:
    """Raises Hangup 4002."""
    try:
        frame = json.loads(text)
    except ValueError:
        raise Hangup(4002) from None
    if not isinstance(frame, dict) or not isinstance(frame.get("op"), int):
        raise Hangup(4002)
    if frame["op"] != HEARTBEAT and not isinstance(frame.get("d"), dict):
        raise Hangup(4002)
    return frame["op"], frame.get("d")
