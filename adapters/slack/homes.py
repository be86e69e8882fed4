"""Home tabs behind pop-ups. Slack asks for a home when somebody comes to it, and not again when they close a pop-up
that began there; so it is drawn anew after what they did in one, or beside it."""

from __future__ import annotations

from adapters.slack.answers import Answers
from adapters.slack.inbound import Heard
from bot.boundary import Account, Answer, Form, FormErrors, Handle, Opened, Private, Suggestions


class Homes:
    def __init__(self, handle: Handle) -> None:
        self._handle = handle
        self._drawn: dict[Account, bool] = {}  # by whose home is being drawn, whether something was done since

    @staticmethod
    def may_differ(heard: Heard, answer: Answer) -> bool:
        """Something was done in their home or in what it opened. A form that was opened or refused changed nothing."""
        there = heard.where in ("home", "modal", "form") and heard.act.place is None
        return there and not isinstance(answer, Form | FormErrors | Suggestions)

    async def draw(self, answers: Answers, heard: Heard) -> None:
        """One at a time for each person, so that what they see last is the newest."""
        who = heard.act.actor
        if who in self._drawn:
            self._drawn[who] = True
            return
        self._drawn[who] = True
        try:
            times = 0
            while self._drawn[who]:
                self._drawn[who], times = False, times + 1
                came = Heard(act=Opened(id=f"{heard.act.id}:home:{times}", actor=who), where="tab")
                answer = await self._handle(came.act)
                if isinstance(answer, Private) and answer.done:
                    await answers.after_ack(came, answer)
        finally:
            del self._drawn[who]
