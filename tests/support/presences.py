"""What Slack tells of who is in a channel of the pretend district."""

from __future__ import annotations

from itertools import count

from support.cores import Core

from bot.boundary import Account, Address, ChannelMembers

TEAM = "T01CEDAR"
_ids = count()


async def slack_tells(bot: Core, channel: str, *users: str) -> None:
    """A look at a private channel, as at the time when it was asked."""
    accounts = tuple(Account("slack", TEAM, user) for user in users)
    id, place = f"slack:look:{next(_ids)}", Address("slack", TEAM, channel)
    await bot.frame.handle(ChannelMembers(id=id, place=place, accounts=accounts))
