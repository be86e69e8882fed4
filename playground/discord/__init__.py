"""A pretend Discord: REST and gateway, strict where Discord is strict, for the tests and the demo."""

from playground.discord.server import Discord

__all__ = ["Discord"]
