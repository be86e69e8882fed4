"""A group's leader says how their group agrees to goals. One that was sent goes on by the rule of its day."""

from __future__ import annotations

from bot import decisions
from bot.boundary import Answer, Button, Buttons, Choice, Form, Heading, Message, Note, Private, Text
from bot.decisions import QUORUMS
from bot.forms import choices
from bot.goals import group_rules, rules
from bot.people.cards import place_label, seat_title
from bot.people.model import Seat
from bot.request import Refusal, Request
from bot.texts import Words

FORM, PLACE, QUORUM, DAYS = "goal.rule-place", "place", "quorum", "days"


def lead_their_group(request: Request, _subject: object) -> None:
    if not rules.leaders(request.session, request.member):
        raise Refusal.saying(request.words("round-may-lead"))


def show(request: Request, _subject: object) -> Answer:
    words, seat = request.words, _seat(request)
    rule = group_rules.of(request.session, seat.group_id)
    label = words("rule-make-leader-too")
    if rule.place is not None or rule.leader_too:
        label = words("rule-make-building")
    buttons = [Button(label, "goal.rule-change")]
    if decisions.places(request.session, seat.group):
        buttons.append(Button(words("rule-make-place" if rule.place is None else "rule-change-place"), FORM))
    buttons.append(Button(words("home-back"), "home"))
    said = Text(_said(rule, seat, words))
    return Private(Message((Heading(words("rule-title")), said, Buttons(tuple(buttons)), Note(words("rule-foot")))))


def _said(rule: group_rules.ConsentRule, seat: Seat, words: Words) -> str:
    if rule.place is not None:
        quorum = decisions.quorum_label(rule.quorum, words)
        return words("rule-place", place=place_label(rule.place), days=rule.days, quorum=quorum)
    if rule.leader_too:
        return words("rule-leader-too", seat=seat_title(seat, words))
    return words("rule-building", group=seat.group.name)


def change(request: Request, _subject: object) -> Answer:
    group_rules.change(request.session, _seat(request).group_id)
    return show(request, None)


def ask_where(request: Request, _subject: object) -> Answer:
    """In which place of its own, how many must answer, and until when."""
    words, seat = request.words, _seat(request)
    there = decisions.places(request.session, seat.group)
    if not there:
        raise Refusal.saying(words("gone"))
    rule = group_rules.of(request.session, seat.group_id)
    typed = {QUORUM: (rule.quorum,), DAYS: (str(rule.days),), PLACE: (str((rule.place or there[0]).id),)}
    places = [Choice(str(one.id), place_label(one)) for one in there]
    quorums = [Choice(one, decisions.quorum_label(one, words)) for one in QUORUMS]
    days = [Choice(str(one), words("rule-days", days=one)) for one in group_rules.DAYS]
    fields = (
        choices(PLACE, words("rule-form-place"), places, typed),
        choices(QUORUM, words("rule-form-quorum"), quorums, typed),
        choices(DAYS, words("rule-form-days"), days, typed),
    )
    return Form(FORM, words("rule-form-title"), words("scope-submit"), words("cancel"), fields)


def decide_there(request: Request, _subject: object) -> Answer:
    session, seat = request.session, _seat(request)
    there = {str(one.id): one for one in decisions.places(session, seat.group)}
    place, quorum, days = there.get(request.given(PLACE)), request.given(QUORUM), request.given(DAYS)
    if place is None or quorum not in QUORUMS or days not in map(str, group_rules.DAYS):
        raise Refusal.saying(request.words("gone"))
    group_rules.decide_in(session, seat.group_id, place, quorum, int(days))
    return show(request, None)


def _seat(request: Request) -> Seat:
    return rules.leaders(request.session, request.member)[0]
