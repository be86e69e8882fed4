"""A pretend Slack on loopback: Web API, Socket Mode, and people who sit at it."""

from playground.slack.cloud import SlackCloud
from playground.slack.server import Slack

__all__ = ["Slack", "SlackCloud"]
