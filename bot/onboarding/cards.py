"""How a join looks to the person whose accounts it is about, and at the account that joins them."""

from __future__ import annotations

from bot.boundary import Account, Button, Buttons, Message, Part, Text
from bot.onboarding.joins import Join, State
from bot.payloads import About
from bot.people import model as people
from bot.people.cards import platform_of
from bot.texts import Words


def told(join: Join, member: people.Member, account: str, names: str, words: Words) -> list[Part]:
    """In the other accounts of `member`. `account` is whose the one that joins them is, empty if nobody's; `names` are
    those who can help."""
    here, about = platform_of(join.guest), str(About(join.id))
    match join.state:
        case State.WAITING:
            yes = Button(words("link-join"), "link.confirm", about, "main")
            no = Button(words("link-deny"), "link.deny", about, "danger")
            until = words("link-waiting-until", when=words.moment(join.until, member.district.zone))
            if account:
                would = words("link-waiting", name=member.name, account=account, here=here)
                would = f"{would} {words('link-waiting-answers')}"
            else:
                would = words("link-waiting-nobody", name=member.name, here=here)
            return [Text(would), Text(until), Buttons((yes, no))]
        case State.JOINED:
            undo = Button(words("link-part"), "link.part", about, "danger")
            return [Text(words("link-joined", name=member.name, here=here)), Buttons((undo,))]
        case State.PARTED:
            return [Text(words("link-parted"))]
        case State.DENIED:
            return [Text(words("link-denied", here=here, names=names))]
        case State.EXPIRED:
            return [Text(words("link-expired", here=here))]


def outcome(join: Join, member: people.Member, words: Words) -> Message:
    """At the account that joins the others."""
    there, here = platform_of(join.host), platform_of(join.guest)
    if join.state is State.JOINED:
        return Message((Text(words("link-done", name=member.name, there=there, here=here)),))
    if join.state is State.PARTED:
        return Message((Text(words("link-parted")),))
    return Message((Text(words("link-unconfirmed", there=there)),))


def confirm_there(join: Join, other: people.Member | None, zone: str, words: Words) -> Text:
    """What the person who typed the code waits for; `other` is who they are meanwhile."""
    there, when = platform_of(join.host), words.moment(join.until, zone)
    if other is None:
        return Text(words("link-confirm-there", there=there, when=when))
    return Text(words("link-confirm-there-member", there=there, when=when, name=other.name))


def denied_to_caretaker(join: Join, member: people.Member, words: Words) -> list[Part]:
    user = Account.parse(join.guest).user
    return [Text(words("link-denied-caretaker", name=member.name, here=platform_of(join.guest), user=user))]
