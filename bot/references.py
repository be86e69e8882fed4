"""What has a kind and a number, "question:12", and may be brought along by a feature that does not see its own. Each
answers for what it has (`Feature.references`)."""

from __future__ import annotations

from dataclasses import dataclass

from bot.boundary import Button
from bot.payloads import Payload
from bot.people.audiences import Audience
from bot.texts import Words

BRING = "meeting.bring"  # to a meeting


@dataclass(frozen=True)
class Reference:
    """Its words, and who may read them."""

    words: str
    audience: Audience


@dataclass(frozen=True)
class About(Payload):
    kind: str = ""
    id: int = 0


def bring(kind: str, id: int, words: Words) -> Button:
    return Button(words("bring-to-meeting"), BRING, str(About(kind, id)))
