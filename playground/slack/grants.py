"""What the workspaces have granted to one app: codes that work once, tokens, and tokens to refresh those."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from dataclasses import dataclass

from playground.slack.refusal import Refusal

CODE_SECONDS = 600
TOKEN_SECONDS = 43_200


@dataclass(frozen=True)
class Code:
    """That `user` has allowed it. `redirect_uri` is the one that the link named, if it named one."""

    team: str
    user: str
    scopes: tuple[str, ...]
    redirect_uri: str
    until: float


@dataclass(frozen=True)
class Tokens:
    access: str
    refresh: str = ""  # empty: the access token does not expire


@dataclass
class _Access:
    team: str
    until: float | None = None
    withdrawn: bool = False


class Grants:
    """`clock` gives seconds."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._codes: dict[str, Code] = {}
        self._access: dict[str, _Access] = {}
        self._refresh: dict[str, str] = {}  # team by token; each works once

    def allowed(self, team: str, user: str, scopes: tuple[str, ...], redirect_uri: str) -> str:
        """The code, which lives for ten minutes."""
        code = f"{secrets.randbelow(10**12)}.{secrets.randbelow(10**12)}.{secrets.token_hex(32)}"
        self._codes[code] = Code(team, user, scopes, redirect_uri, self._clock() + CODE_SECONDS)
        return code

    def exchange(self, code: str, redirect_uri: str) -> Code:
        """Raises Refusal."""
        found = self._codes.get(code)
        if found is None or self._clock() >= found.until:
            raise Refusal("invalid_code")
        if redirect_uri != found.redirect_uri:
            raise Refusal("bad_redirect_uri")
        return self._codes.pop(code)

    def issue(self, team: str, *, rotating: bool) -> Tokens:
        """Tokens that were issued before stay good for as long as they are."""
        if not rotating:
            tokens = Tokens(f"xoxb-{secrets.token_hex(24)}")
            self._access[tokens.access] = _Access(team)
        else:
            tokens = Tokens(f"xoxe.xoxb-1-{secrets.token_hex(48)}", f"xoxe-1-{secrets.token_hex(48)}")
            self._access[tokens.access] = _Access(team, self._clock() + TOKEN_SECONDS)
            self._refresh[tokens.refresh] = team
        return tokens

    def recognise(self, token: str, team: str) -> None:
        """A token from before, which does not expire."""
        self._access[token] = _Access(team)

    def refresh(self, token: str) -> str:
        """The team whose token this refreshes; it is used up by that. Raises Refusal."""
        if token not in self._refresh:
            raise Refusal("invalid_refresh_token")
        return self._refresh.pop(token)

    def team(self, token: str) -> str:
        """Whose it is or was. Raises Refusal."""
        if token not in self._access:
            raise Refusal("invalid_auth")
        return self._access[token].team

    def check(self, token: str) -> None:
        """Raises Refusal for a token that is not good, or not any more."""
        if token not in self._access:
            raise Refusal("invalid_auth")
        access = self._access[token]
        if access.withdrawn:
            raise Refusal("account_inactive")  # what Slack says of the bot tokens of an app that was removed
        if access.until is not None and self._clock() >= access.until:
            raise Refusal("token_expired")

    def withdraw(self, team: str) -> None:
        """All that this team has granted."""
        for access in self._access.values():
            access.withdrawn = access.withdrawn or access.team == team
        self._refresh = {token: of for token, of in self._refresh.items() if of != team}
        self._codes = {key: code for key, code in self._codes.items() if code.team != team}
