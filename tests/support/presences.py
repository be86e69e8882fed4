"""What Slack tells of who is in a channel of the pretend district."""

from __future__ import annotations

from itertools import count

from support.cores import Core

from bot.boundary import Account, Address, ChannelMembers

TEAM = "T01CEDAR"
_ids = count()


async def slack_tells(bot: Core, channel: str, *users: str, public: bool | None = False) -> None:
    """A look at a channel, by itself or (where `public` is None) because somebody came or went."""
    accounts = tuple(Account("slack", TEAM, user) for user in users)
    id, place = f"slack:look:{next(_ids)}", Address("slack", TEAM, channel)
    await bot.frame.handle(ChannelMembers(id=id, place=place, accounts=accounts, public=public))
