"""The page to sit at: both workspaces side by side in a browser, drawn by NiceGUI and served from loopback."""

from playground.page.clock import Clock
from playground.page.server import Page, serve
from playground.page.sides import Side

__all__ = ["Clock", "Page", "Side", "serve"]
