"""From an act to the function that answers it, past the rules of its route; and past its writer once more, where others
will read what looks like part of a student's record."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime

from sqlalchemy.orm import Session

from bot import drafts, remains, review
from bot.boundary import Answer, Command, Form, Press, Shortcut, Submit
from bot.feature import Chore, Feature
from bot.request import Anyone, Refusal, Request, Route
from bot.review import Held
from bot.timetable import HOUR

WRITER = (Anyone("only what they wrote themselves is found"),)


def dispatch(request: Request, route: Route | None, sure: str = "") -> Answer:
    """`sure`: the mark of what its writer has decided to leave in. Raises Refusal, with what its writer typed."""
    if route is None:
        raise Refusal.saying(request.words("gone"))
    try:
        return _run(request, route, sure)
    except Refusal as refusal:
        raise refusal.giving_back(_own_words(request, route)) from None


def _run(request: Request, route: Route, sure: str) -> Answer:
    about = None
    if route.find is not None and not (route.begins and not request.about):
        about = route.find(request)
        if about is None:
            raise Refusal.saying(request.words(route.gone))
    for rule in route.may:
        rule(request, about)
    if route.reviewed and isinstance(request.act, Submit):
        held = review.hold(request, route.reviewed, request.act, sure)
        if held is not None:
            return held
    return route.run(request, about)


def _own_words(request: Request, route: Route) -> list[str]:
    if isinstance(request.act, Command | Shortcut):
        return [request.act.text.strip()] if route.own_words else []
    reviewed = route.reviewed.fields if route.reviewed else ()
    return [request.given(name) for name in (*route.own_words, *reviewed)]


def feature(others: Feature) -> Feature:
    """What waits for its writer's word goes on to the forms of `others`, or is edited."""

    def send_as_is(request: Request, held: Held) -> Answer:
        """As if the form came in once more, and all that may have changed meanwhile is asked again."""
        answer = dispatch(replace(request, act=held.submit), others.forms.get(held.submit.form), held.sure)
        request.session.delete(held.draft)
        return answer

    def edit(request: Request, held: Held) -> Answer:
        return _open_again(request, held.submit, others.forms, others.presses)

    return Feature(
        presses={
            "records.as-is": Route(send_as_is, WRITER, review.find_held),
            "records.edit": Route(edit, WRITER, review.find_held),
        },
        maintenance=(Chore(HOUR, _forget_drafts),),
    )


def _forget_drafts(session: Session, now: datetime) -> bool:
    """What nobody came back to; out of the database's files, too, for its words may have gone without a name since."""
    if drafts.forget(session, now):
        remains.leave(session, remains.DRAFTS, destroyed=False)
    return False


def _open_again(request: Request, submit: Submit, forms: Mapping[str, Route], presses: Mapping[str, Route]) -> Answer:
    """The form, with what was typed."""
    route = forms.get(submit.form)
    do = route.reviewed.opens if route and route.reviewed else ""
    press = Press(
        id=submit.id, actor=submit.actor, place=submit.place, language=submit.language, do=do, about=submit.about
    )
    answer = dispatch(replace(request, act=press), presses.get(do))
    return answer.filled_in(submit.fields) if isinstance(answer, Form) else answer
