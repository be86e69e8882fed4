"""How a commitment looks: by role, with its day, who approved it, and why it was changed."""

from __future__ import annotations

from sqlalchemy.orm import Session

from bot.boundary import Button, Buttons, Heading, Note, Part, Quote, Text, in_a_line
from bot.goals import days
from bot.goals.cards import see
from bot.goals.commitments import model, rules
from bot.goals.commitments.model import CLEAR, PUBLIC, Commitment, Fit, Kind, State
from bot.goals.model import Goal
from bot.goals.team import seated
from bot.payloads import Row
from bot.people import model as people
from bot.people.cards import acting_name, seat_title
from bot.request import Request
from bot.texts import Words

KINDS = {
    Kind.TIME: "commitment-time",
    Kind.COVER: "commitment-cover",
    Kind.MONEY: "commitment-money",
    Kind.TRAINING: "commitment-training",
    Kind.DATA: "commitment-data",
}
SHOWN = 6  # on the page of its goal


def line(session: Session, one: Commitment, words: Words) -> str:
    """ "• Cover: Tuesday mornings. Lincoln's principal, by October 20, 2026: approved by the superintendent." """
    what = words("commitment-line", kind=words(KINDS[one.kind]), what=one.text, seat=seat_title(one.seat, words))
    by = [words("commitment-by", until=_until(one, words))] if one.until else []
    return " ".join([what, *by, state(session, one, words)])


def _until(one: Commitment, words: Words) -> str:
    return days.said(one.until, one.goal.district, words) if one.until else ""


def state(session: Session, one: Commitment, words: Words) -> str:
    match one.state:
        case State.ASKED:
            return words("commitment-is-asked")
        case State.DECLINED:
            return words("commitment-is-declined")
        case State.OFFERED if one.fit is Fit.DOES_NOT:
            return words("commitment-does-not-fit")
        case State.OFFERED if one.fit is Fit.ASKED:
            keeper = rules.keeper(session, one.goal)
            if keeper is None or keeper.acting_id is None:
                names = [one.name for one in people.caretakers(session, one.goal.district_id)]
                return words("commitment-no-keeper", names=words.either(names))
            return words("commitment-is-checked", seat=seat_title(keeper, words))
        case State.OFFERED:
            return words("commitment-is-offered", seat=seat_title(rules.approver(one), words))
        case State.APPROVED:
            return words("commitment-is-approved", seat=seat_title(one.approved_by or one.seat, words))
        case State.DELIVERED:
            return words("commitment-is-delivered")
        case _:
            return words("commitment-is-ended")


def about(session: Session, one: Commitment, words: Words) -> list[Part]:
    parts: list[Part] = [Heading(words("commitment-title", kind=words(KINDS[one.kind]))), Quote(one.text)]
    said = words("commitment-from", seat=seat_title(one.seat, words), name=acting_name(one.seat, words))
    by = [words("commitment-by", until=_until(one, words))] if one.until else []
    parts.append(Text(" ".join([said, *by, state(session, one, words)])))
    if one.fit is Fit.FITS and one.fit_by is not None:
        parts.append(Text(words("commitment-fits", seat=seat_title(one.fit_by, words))))
    if one.before:
        parts += [Note(words("commitment-before")), Quote(one.before)]
    for why in (one.why, one.fit_why):
        if why:
            parts += [Note(words("commitment-why")), Quote(why)]
    return parts


def whole(session: Session, one: Commitment, member: people.Member, words: Words) -> list[Part]:
    """With what they can do about it."""
    buttons = _buttons(session, one, member, words) if one.goes_on else []
    foot = [Note(words("commitment-foot"))] if rules.is_turn_of(session, one, member) else []
    return [*about(session, one, words), *([Buttons(tuple(buttons))] if buttons else []), *foot]


def _buttons(session: Session, one: Commitment, member: people.Member, words: Words) -> list[Button]:
    id = str(one.id)
    buttons = _in_turn(one, words) if rules.is_turn_of(session, one, member) else []
    gives, asked = one.seat.acting_id == member.id, one.asked_by.acting_id == member.id
    if one.state is State.APPROVED and (gives or asked):
        buttons.append(Button(words("commitment-deliver"), "commitment.deliver", id, "main"))
    if one.state is State.DELIVERED and (gives or asked):
        buttons.append(Button(words("commitment-undeliver"), "commitment.undeliver", id))
    if one.state in (State.OFFERED, State.APPROVED) and gives and one.fit is not Fit.DOES_NOT:
        buttons.append(Button(words("commitment-change"), "commitment.change", id))
    if one.state in (State.DECLINED, State.ENDED) and gives:
        buttons.append(Button(words("commitment-again"), "commitment.change", id))
    if one.state is State.APPROVED and one.approved_by is not one.seat and rules.approver(one).acting_id == member.id:
        buttons.append(Button(words("commitment-unapprove"), "commitment.unapprove", id))
    if one.state is State.ASKED and asked:
        buttons.append(Button(words("commitment-take-back"), "commitment.take-back", id))
    return buttons


def _in_turn(one: Commitment, words: Words) -> list[Button]:
    id = str(one.id)
    if one.state is State.ASKED:
        offer = Button(words("commitment-offer"), "commitment.offer", id, "main")
        other = Button(words("commitment-otherwise"), "commitment.change", id)
        return [offer, other, Button(words("action-decline"), "commitment.decline", id)]
    if one.fit is Fit.DOES_NOT:
        return [Button(words("commitment-change"), "commitment.change", id, "main")]
    seen = str(Row(one.id, one.seen))
    if one.fit in CLEAR:
        approve = Button(words("commitment-approve"), "commitment.approve", seen, "main")
        return [approve, Button(words("commitment-refuse"), "commitment.refuse", id)]
    fits = Button(words("commitment-fit-yes"), "commitment.fits", seen, "main")
    return [fits, Button(words("commitment-fit-no"), "commitment.misfit", id)]


def in_turn(session: Session, one: Commitment, member: people.Member, words: Words) -> list[Part]:
    """To who is to say something, in the day's message or at home."""
    goal = named(session, one, words, member)
    lead = words(_asks(one), seat=seat_title(one.asked_by, words), goal=goal)
    return [Text(lead), *whole(session, one, member, words)[1:]]


def named(session: Session, one: Commitment, words: Words, *members: people.Member | None) -> str:
    """The goal for which it is, by its words for those who all read them; else where that goal is."""
    goal = one.goal
    if all(member is None or goal.audience.admits(session, member) for member in members):
        return words("commitment-for", goal=in_a_line(goal.change))
    return words("commitment-for-elsewhere", body=(goal.building or goal.district).name)


def _asks(one: Commitment) -> str:
    if one.state is State.ASKED:
        return "commitment-asks"
    if one.fit is Fit.DOES_NOT:
        return "commitment-asks-other"
    return "commitment-asks-approval" if one.fit in CLEAR else "commitment-asks-fit"


# On the page of its goal -------------------------------------------------------------------------------------------


def on_page(request: Request, goal: Goal) -> list[Part]:
    session, words, member = request.session, request.words, request.member
    on_team = bool(seated.acted_for(goal, member))
    found = [one for one in model.of_goal(session, goal) if on_team or one.state in PUBLIC]
    parts: list[Part] = []
    if found:
        parts.append(Text("\n".join(line(session, one, words) for one in found[-SHOWN:])))
    buttons = []
    if found:
        buttons.append(Button(words("commitment-list"), "commitment.list", str(goal.id)))
    if on_team:
        buttons.append(Button(words("commitment-ask"), "commitment.ask", str(goal.id)))
    return [*parts, *([Buttons(tuple(buttons))] if buttons else [])]


def see_goal(one: Commitment, words: Words) -> Buttons:
    return see(words("goal-see"), one.goal, words, "")
