"""The Web API: every method that the pretend Slack has."""

from playground.slack.api import account, chat, conversations, files, views
from playground.slack.api.method import Method

METHODS: dict[str, Method] = {
    **account.METHODS,
    **chat.METHODS,
    **conversations.METHODS,
    **files.METHODS,
    **views.METHODS,
}

__all__ = ["METHODS"]
