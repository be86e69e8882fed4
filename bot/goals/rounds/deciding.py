"""The leaders of a round say who decides about each theme, with one line why. What is not shared goes to its owner's
seat as a topic, and those who raised it are told who decides. Bargaining goes no further here."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from bot import forms, timetable
from bot.authors import in_no_order, tell_once
from bot.boundary import Answer, Choice, ChoiceField, Form, Message, Part, Quote, Text, TextField
from bot.goals.concerns import DECIDED, Concern
from bot.goals.model import Goal, Status
from bot.goals.rounds import answering, chairs, joining, results, scopes
from bot.goals.rounds.model import WHY_MOST, Scope, Theme, theme_of, under
from bot.payloads import Row
from bot.people import hours
from bot.request import Refusal, Request
from bot.storage import context
from bot.storage.database import locked
from bot.texts import Texts, Words

NOTICE = "concern-decided"
TELL = "theme.tell"  # the name under which the timetable tells those who raised it
AT_ONCE = 20  # authors who are told in one transaction
FORM, SCOPE, WHY = "theme.scope", "scope", "why"


def find(request: Request) -> Theme | None:
    """Nobody else marks or answers it meanwhile."""
    theme = locked(request.session, Theme, request.payload(Row).id)
    there = results.find(request)
    return theme if theme is not None and there is not None and theme.round_id == there.id else None


def lead_it(request: Request, theme: Theme) -> None:
    """Its co-chairs; those who opened a part, where there are none."""
    if theme.round is None or not chairs.is_led_by(theme.round, request.member):
        raise Refusal.saying(request.words("gone"))


# Saying who ------------------------------------------------------------------------------------------------------


def ask(request: Request, theme: Theme) -> Answer:
    words = request.words
    choices = tuple(Choice(one.value, words(name)) for one, name in scopes.NAMES.items())
    chosen = (theme.scope.value,) if theme.scope else ()
    fields = (
        ChoiceField(SCOPE, words("scope-label"), choices, chosen),
        TextField(WHY, words("scope-why"), words("scope-why-hint"), theme.why, WHY_MOST),
    )
    return Form(FORM, words("scope-title"), words("scope-submit"), words("cancel"), fields, str(theme.id))


def mark(request: Request, theme: Theme) -> Answer:
    session, now, why, given = request.session, request.now, request.given(WHY), request.given(SCOPE)
    if given not in {one.value for one in Scope}:
        return forms.refused(request, {SCOPE: request.words("scope-wrong")}, FORM, WHY)
    if not why or len(why) > WHY_MOST:
        return forms.refused(request, {WHY: request.words("scope-wrong-why", most=WHY_MOST)}, FORM, WHY)
    _refuse_if_under_way(request, theme, Scope(given))
    theme.scope, theme.why, theme.told = Scope(given), why, 0
    session.flush()
    answering.ask(session, theme, now)
    at = hours.of_district(request.district).next(now, request.district.zone)
    timetable.forget(session, TELL, theme.id)
    timetable.set_due(session, TELL, theme.id, at)
    there = results.find(request)
    assert there is not None
    return results.show(request, there)


def _refuse_if_under_way(request: Request, theme: Theme, scope: Scope) -> None:
    """A goal of it that the groups are asked about is taken back first."""
    made = select(Goal).join(Concern, Concern.goal_id == Goal.id).where(Concern.id.in_(_under(theme)))
    rests = made.where(Goal.status.in_((Status.PROPOSED, Status.AGREED))).limit(1)
    if scope is not Scope.SHARED and request.session.scalars(rests).unique().first() is not None:
        raise Refusal.saying(request.words("scope-goal-rests"))


def _under(theme: Theme) -> Select[int]:
    return under(theme).with_only_columns(Concern.id).order_by(None)


def tell_some(session: Session, subject: int, _at: datetime) -> None:
    """For the timetable: the next of those who raised it, unless it is worked on together."""
    theme, now = locked(session, Theme, subject), context.now(session)
    if theme is None or theme.scope in (None, Scope.SHARED):
        return
    some = session.scalars(under(theme).where(Concern.id > theme.told).limit(AT_ONCE)).all()
    for concern in in_no_order(some):
        tell_once(session, concern, DECIDED, NOTICE, now)
    if some:
        theme.told = some[-1].id
    if len(some) == AT_ONCE:
        timetable.set_due(session, TELL, theme.id, now)


# What they are told ----------------------------------------------------------------------------------------------


def card(session: Session, subject: int, words: Words, _texts: Texts) -> Message:
    return Message(tuple(show(session, subject, words)))


def show(session: Session, subject: int, words: Words) -> list[Part]:
    """To somebody who raised it."""
    concern = session.get_one(Concern, subject)
    own = theme_of(concern)
    theme = joining.root(own) if own is not None else None
    if concern.taken_back or theme is None or not (said := scopes.lines(theme, words)):
        return [Text(words("concern-taken-back" if concern.taken_back else "concern-state-waits"))]
    title = Text(words("scope-raised", title=theme.title(words.language)))
    return [title, Quote(concern.text), Text("\n".join(said))]
