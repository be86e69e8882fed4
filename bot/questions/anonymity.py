"""Under one's own name or without: what the asker can choose, and what each choice means.

Without a name a question shows the asker's group and, unless they leave it out, their building. Leaving it out skips
its first reader, who would know it by that; and a group of a few is not named either.
"""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy.orm import Session

from bot import forms, return_paths
from bot.boundary import Button, Choice, ChoiceField, Note, Part, Text
from bot.drafts import Typed
from bot.payloads import Payload
from bot.people import circles
from bot.people import model as people
from bot.questions import muting
from bot.questions.model import KIND, first_reader
from bot.request import Request
from bot.texts import Words

FIELD, FIRST = "as", "first"  # what a draft says of it
NAMED, THERE, SOMEWHERE = "named", "there", "somewhere"
REP, STRAIGHT = "rep", "straight"
CHOICES = {NAMED: FIELD, THERE: FIELD, SOMEWHERE: FIELD, REP: FIRST, STRAIGHT: FIRST}


def asked_by(session: Session, member: people.Member) -> list[int]:
    """Numbers of the questions that they asked without a name, while there is a way back."""
    return [one.id for one in return_paths.written_by(session, member.district_id, member.id, KIND)]


@dataclass(frozen=True)
class Choosing(Payload):
    """A draft, and what is chosen for it."""

    draft: int
    choice: str = ""


@dataclass(frozen=True)
class Guise:
    """What a question shows of its asker, and who reads it first."""

    named: bool
    group: people.Group | None = None
    building: people.Building | None = None
    rep: people.Seat | None = None

    def described(self, words: Words) -> str:
        return described(self.group, self.building, words)


def described(group: people.Group | None, building: people.Building | None, words: Words) -> str:
    """ "an educator at Lincoln Elementary"."""
    if group is None:
        return words("asker-someone")
    if building is None:
        return words("asker-of", kind=group.kind.value)
    return words("asker-at", kind=group.kind.value, building=building.name)


def read(session: Session, member: people.Member, typed: Typed) -> Guise:
    how, first = forms.first(typed, FIELD), forms.first(typed, FIRST)
    rep = first_reader(session, member)
    if how not in (THERE, SOMEWHERE):
        return Guise(named=True, rep=rep)
    if first == STRAIGHT:
        rep = None
    if how == THERE and _can_say_where(session, member):
        return Guise(False, member.group, session.get(people.Building, member.building_id), rep)
    if circles.peers(session, member) < circles.FEW:
        return Guise(named=False)
    return Guise(False, member.group, rep=rep if member.building_id is None else None)


def _can_say_where(session: Session, member: people.Member) -> bool:
    """A building would name a group of a few, too."""
    return member.building_id is not None and circles.peers(session, member) >= circles.FEW


def field(request: Request, typed: Typed) -> ChoiceField:
    """For the form."""
    words, session, member = request.words, request.session, request.member
    choices = [Choice(NAMED, words("asker-form-named"))]
    for how in (THERE, SOMEWHERE):
        guise = read(session, member, {FIELD: (how,)})
        if how == SOMEWHERE or guise.building:
            label = words("asker-form-there" if guise.building else "asker-form-somewhere")
            choices.append(Choice(how, label))
    how = forms.first(typed, FIELD)
    known = how if how in [choice.value for choice in choices] else NAMED
    return forms.choices(FIELD, words("asker-form"), choices, {FIELD: (known,)})


def change(typed: Typed, choice: str) -> Typed:
    """What the draft says once one of the preview's buttons was pressed."""
    return {**typed, CHOICES[choice]: (choice,)} if choice in CHOICES else typed


def lines(request: Request, guise: Guise, committee: people.Committee | None) -> list[Part]:
    """For the preview: what will be shown of the asker, and what that means."""
    words, member = request.words, request.member
    if until := muting.until_by_name(request.session, committee, member, request.now):
        return [Text(words("mute-told", until=request.moment(until)))]
    if guise.named:
        return [Note(words("question-preview-named", name=member.name))]
    parts: list[Part] = [Text(words("anonymous-shown", asker=guise.described(words)))]
    if guise.building and (count := circles.peers_at(request.session, member, guise.building)) < circles.FEW:
        parts.append(Text(words("anonymous-few", count=count, building=guise.building.name)))
    if until := muting.until(request.session, committee, member, request.now):
        parts.append(Text(words("anonymous-muted", until=request.moment(until))))
    return [*parts, Note(words("anonymous-means")), Note(words("anonymous-platform"))]


def buttons(request: Request, draft_id: int, guise: Guise) -> list[Button]:
    """For the preview: to choose otherwise."""
    words, member = request.words, request.member
    offered = []
    if guise.named:
        offered.append((THERE if _can_say_where(request.session, member) else SOMEWHERE, words("anonymous-yes")))
    else:
        offered.append((NAMED, words("anonymous-no")))
        if guise.building:
            offered.append((SOMEWHERE, words("anonymous-leave-out")))
        elif _can_say_where(request.session, member):
            offered.append((THERE, words("anonymous-say-where")))
        if guise.rep:
            offered.append((STRAIGHT, words("anonymous-straight")))
        elif guise.building and first_reader(request.session, member):
            offered.append((REP, words("anonymous-rep-first")))
    return [Button(label, "question.as", str(Choosing(draft_id, choice))) for choice, label in offered]
