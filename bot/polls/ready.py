"""Ready-made answers, in the words of whoever reads."""

from __future__ import annotations

from bot.polls.model import AGREE, BLOCK, CONCERN, LIVE_WITH, WRITTEN

YES_OR_NO = ("yes", "no")
CONSENTS = (AGREE, LIVE_WITH, CONCERN, BLOCK)
SAYINGS = {
    "yes": "poll-ready-yes",
    "no": "poll-ready-no",
    AGREE: "poll-ready-agree",
    LIVE_WITH: "poll-ready-live-with",
    CONCERN: "poll-ready-concern",
    BLOCK: "poll-ready-block",
    WRITTEN: "poll-ready-written",
}
