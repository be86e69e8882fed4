"""A pretend Slack, a pretend Discord and the page to sit at, on loopback. Imports neither the bot nor its adapters."""
