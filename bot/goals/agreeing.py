"""A group's leader says how their group agrees to goals. One that was sent goes on by the rule of its day."""

from __future__ import annotations

from bot.boundary import Answer, Button, Buttons, Heading, Message, Note, Private, Text
from bot.goals import group_rules, rules
from bot.people.cards import seat_title
from bot.request import Refusal, Request


def lead_their_group(request: Request, _subject: object) -> None:
    if not rules.leaders(request.session, request.member):
        raise Refusal.saying(request.words("round-may-lead"))


def show(request: Request, _subject: object) -> Answer:
    words, seat = request.words, rules.leaders(request.session, request.member)[0]
    too = group_rules.leader_too(request.session, seat.group_id)
    title = seat_title(seat, words)
    said = words("rule-leader-too", seat=title) if too else words("rule-building", group=seat.group.name)
    label = words("rule-make-building") if too else words("rule-make-leader-too")
    buttons = Buttons((Button(label, "goal.rule-change"), Button(words("home-back"), "home")))
    return Private(Message((Heading(words("rule-title")), Text(said), buttons, Note(words("rule-foot")))))


def change(request: Request, _subject: object) -> Answer:
    group_rules.change(request.session, rules.leaders(request.session, request.member)[0].group_id)
    return show(request, None)
