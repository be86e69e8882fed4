"""What each role can do this week for each of the three calls: one step, a message to send, a question to ask, a trap.
The words are in `content/playbook/`, a file for each role; what the house can send is there as a draft."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from sqlalchemy.orm import Session

from bot.boundary import Answer, Button, Buttons, Command, Heading, Message, Note, Part, Private, Quote, Text
from bot.dispatch import dispatch
from bot.feature import Feature, Reached, Stage, Step
from bot.payloads import Payload
from bot.people import model as people
from bot.people.model import GroupKind, Role
from bot.request import Anyone, Refusal, Request, Route
from bot.texts import Words


class Call(StrEnum):
    """One of the three, and what is done where a goal has gone quiet."""

    START = "start"
    BUILD = "build"
    INCLUDE = "include"
    QUIET = "quiet"


DO, SEND, QUESTION, TRAP = PARTS = ("do", "send", "ask", "trap")
CALLS = {
    Call.START: "playbook-start",
    Call.BUILD: "playbook-build",
    Call.INCLUDE: "playbook-include",
}
PARENT = "parent"
ROLES = {
    "building-rep": "playbook-building-rep",
    "principal": "playbook-principal",
    "pta-liaison": "playbook-pta-liaison",
    PARENT: "playbook-parent",
    "association-president": "playbook-association-president",
    "superintendent": "playbook-superintendent",
    "board-liaison": "playbook-board-liaison",
    "chair": "playbook-chair",
    "community-liaison": "playbook-community-liaison",
}
# Those without a role of their own do what their group can.
OF_GROUP = {
    GroupKind.PARENTS: PARENT,
    GroupKind.ADMINISTRATION: "superintendent",
    GroupKind.BOARD: "board-liaison",
    GroupKind.COMMUNITY: "community-liaison",
    GroupKind.UNIVERSITY: "community-liaison",
}
TELL, BROADCAST, ASK = "tell", "broadcast", "ask"  # commands that a message begins
# Which messages the house can send. The others go to one person, and are there to copy.
DRAFTS: dict[tuple[str, str], str] = {
    ("building-rep", Call.BUILD): TELL,
    ("building-rep", Call.QUIET): ASK,
    ("principal", Call.BUILD): TELL,
    ("principal", Call.QUIET): ASK,
    ("pta-liaison", Call.START): TELL,
    ("pta-liaison", Call.INCLUDE): TELL,
    ("pta-liaison", Call.QUIET): ASK,
    (PARENT, Call.START): ASK,
    (PARENT, Call.BUILD): ASK,
    (PARENT, Call.INCLUDE): ASK,
    (PARENT, Call.QUIET): ASK,
    ("association-president", Call.QUIET): ASK,
    ("superintendent", Call.START): BROADCAST,
    ("superintendent", Call.QUIET): ASK,
    ("community-liaison", Call.START): ASK,
    ("community-liaison", Call.INCLUDE): ASK,
    ("community-liaison", Call.QUIET): ASK,
}
ASKING = ("building-rep", "pta-liaison")  # their own group in their building, with which they start
# What can be done here at once: a label in `content/`, and a press.
DOES: dict[tuple[str, str], tuple[str, str]] = {
    **{(role, Call.START): ("playbook-ask-group", "concern.call") for role in ASKING},
    (PARENT, Call.START): ("concern-start", "concern.start"),
    ("building-rep", Call.BUILD): ("meeting-offer-times", "meeting.start"),
    ("pta-liaison", Call.BUILD): ("meeting-offer-times", "meeting.start"),
    ("association-president", Call.BUILD): ("meeting-offer-times", "meeting.start"),
    ("superintendent", Call.BUILD): ("meeting-offer-times", "meeting.start"),
    ("board-liaison", Call.INCLUDE): ("listening-start", "listening.start"),
}
ANYBODY = (Anyone("the playbook is for everybody"),)


@dataclass(frozen=True)
class Play(Payload):
    """A role of ROLES and a `Call`; empty: one's own, and the one whose time it is."""

    role: str = ""
    call: str = ""


def text(role: str, call: str, part: str, words: Words) -> str:
    return words(f"play-{role}-{call}-{part}")


def names() -> set[str]:
    """Of all its texts."""
    found = {f"play-{role}-{call}-{part}" for role in ROLES for call in CALLS for part in PARTS}
    return found | {f"play-{role}-{Call.QUIET}-{part}" for role in ROLES for part in (DO, SEND)}


def role_of(role: Role) -> str:
    """Its name here; empty: the playbook has none."""
    name = role.value.replace(" ", "-")
    return name if name in ROLES else ""


def roles_of(session: Session, member: people.Member) -> list[str]:
    """Their own."""
    theirs = [role_of(seat.role) for seat in people.seats_of(session, member)]
    return list(dict.fromkeys(filter(None, theirs))) or list(filter(None, [OF_GROUP.get(member.group.kind, "")]))


# The card --------------------------------------------------------------------------------------------------------


def offer(request: Request) -> list[Button]:
    return [Button(request.words("playbook"), "playbook")]


def _show(request: Request, role: str, call: Call, own: Sequence[str]) -> Message:
    words = request.words
    title = words("playbook-for", role=words(ROLES[role]), call=words(CALLS[call]))
    others = [one for one in CALLS if one != call]
    turns = [_to(words(CALLS[one]), role, one) for one in others]
    turns += [_to(words(ROLES[one]), one, call) for one in own if one != role]
    roles = Button(words("playbook-roles"), "playbook.roles")
    parts: list[Part] = [Heading(words("playbook")), Note(title), Text(text(role, call, DO, words))]
    parts += [Buttons((one,)) for one in _does(request, role, call)] if role in own else []
    parts += [Text(words("playbook-send")), Quote(text(role, call, SEND, words))]
    parts += _draft(role, call, words) if role in own else [Note(words("playbook-copy"))]
    parts += [Text(words("playbook-ask")), Quote(text(role, call, QUESTION, words))]
    parts += [Text(words("playbook-trap", trap=text(role, call, TRAP, words)))]
    return Message((*parts, Buttons((*turns, roles, Button(words("home-back"), "home")))))


def _does(request: Request, role: str, call: Call) -> list[Button]:
    """What does it at once, for a role of theirs."""
    seats = people.seats_of(request.session, request.member)
    theirs = [seat for seat in seats if role_of(seat.role) == role]
    here = any(seat.building_id for seat in theirs) if role in ASKING else role == PARENT or bool(theirs)
    if (role, call) not in DOES or not here:
        return []
    label, press = DOES[role, call]
    return [Button(request.words(label), press, tone="main")]


def _to(label: str, role: str, call: str) -> Button:
    return Button(label, "playbook", str(Play(role, call)))


def _draft(role: str, call: Call, words: Words) -> list[Part]:
    if (role, call) not in DRAFTS:
        return [Note(words("playbook-copy"))]
    return [Buttons((draft_button(role, call, words),))]


def draft_button(role: str, call: Call, words: Words) -> Button:
    return Button(words("playbook-draft"), "playbook.draft", str(Play(role, call)))


def _pick(words: Words, own: Sequence[str]) -> Message:
    order = sorted(ROLES, key=lambda role: role not in own)
    roles = tuple(_to(words(ROLES[role]), role, "") for role in order)
    back = Button(words("home-back"), "home")
    return Message((Heading(words("playbook")), Text(words("playbook-whose")), Buttons((*roles, back))))


def pick(request: Request, _about: object) -> Answer:
    return Private(_pick(request.words, roles_of(request.session, request.member)))


# Where a partnership is ------------------------------------------------------------------------------------------


def call_now(role: str, reached: set[Stage]) -> Call:
    """Whose time it is: by what has happened, not by the calendar."""
    asked = Stage.LISTEN in reached and role in ASKING
    if Stage.START not in reached and not asked:
        return Call.START
    return Call.INCLUDE if {Stage.START, Stage.MEET} <= reached or Stage.TRY in reached else Call.BUILD


def feature(others: Feature) -> Feature:
    def now(request: Request, role: str) -> Call:
        return call_now(role, _reached(request, others.reached))

    def show(request: Request, _about: object) -> Answer:
        wanted, own = request.payload(Play) if request.about else Play(), roles_of(request.session, request.member)
        role = wanted.role or next(iter(own), "")
        if role not in ROLES:
            return Private(_pick(request.words, own))
        call = Call(wanted.call) if wanted.call in CALLS else now(request, role)
        return Private(_show(request, role, call, own))

    def step(request: Request) -> Step | None:
        """What the playbook says, where no feature has something to do. How to start is one press away, or on its page;
        later steps may be done already."""
        role = next(iter(roles_of(request.session, request.member)), "")
        if not role:
            return Step(Stage.PLAY, request.words("playbook-line"), *offer(request))
        call = now(request, role)
        at_once = _does(request, role, call) if call is Call.START else []
        return Step(Stage.PLAY, text(role, call, DO, request.words), *(at_once or offer(request)))

    def draft(request: Request, _about: object) -> Answer:
        """As if its writer had typed the command, with the message behind it."""
        wanted = request.payload(Play)
        way = DRAFTS.get((wanted.role, wanted.call))
        if way is None or wanted.role not in roles_of(request.session, request.member):
            raise Refusal.saying(request.words("gone"))
        if way == TELL and not any(one.building_id for one in people.seats_of(request.session, request.member)):
            way = BROADCAST  # a liaison of all schools
        return begin(request, others, way, text(wanted.role, wanted.call, SEND, request.words))

    return Feature(
        subcommands={"playbook": Route(show, ANYBODY)},
        presses={
            "playbook": Route(show, ANYBODY),
            "playbook.roles": Route(pick, ANYBODY),
            "playbook.draft": Route(draft, (Anyone("only messages of their own roles are found"),)),
        },
        starts=(offer,),
        path=(step,),
    )


def begin(request: Request, others: Feature, command: str, typed: str) -> Answer:
    act = request.act
    typing = Command(id=act.id, actor=act.actor, place=act.place, language=act.language, name=command, text=typed)
    return dispatch(replace(request, act=typing), others.commands.get(command))


def _reached(request: Request, reached: Sequence[Reached]) -> set[Stage]:
    return {stage for one in reached if (stage := one(request)) is not None}
