"""How people and their seats are shown."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from bot.boundary import Button, Buttons, Heading, Message, Note, Text
from bot.people import model
from bot.people.links import Link, Pair
from bot.people.places import Place
from bot.people.presence import Reach
from bot.people.topics import Topic
from bot.texts import Words

TITLES = {role: f"seat-{role.value.replace(' ', '-')}" for role in model.Role}


def seat_title(seat: model.Seat, words: Words) -> str:
    """ "Lincoln's building rep"; to somebody who may not know who is on its committee, no more than its group."""
    if is_told(seat, words):
        return words(TITLES[seat.role], body=seat.body)
    return words(TITLES[model.Role.MEMBER], body=seat.group.name)


def is_told(seat: model.Seat, words: Words) -> bool:
    """Whether its readers may know who is on its committee."""
    return seat.committee_id is None or not words.hides(seat.committee_id)


def told_of(seats: Iterable[model.Seat], words: Words) -> list[model.Seat]:
    """Those of them that may be named: the others are on committees of others than the readers."""
    return [seat for seat in seats if is_told(seat, words)]


def acting_name(seat: model.Seat, words: Words) -> str:
    """Who acts for it, "Dana Lee for Maria Rivera" where that is its deputy."""
    return signature(seat.acting, seat.holder, words) if seat.acting else words("nobody-yet")


def name_of(seat: model.Seat, words: Words) -> str:
    """Who acts for it; its group, for readers who may not know who is on its committee."""
    return acting_name(seat, words) if is_told(seat, words) else seat.group.name


def signature(member: model.Member, holder: model.Member | None, words: Words) -> str:
    """The person who acts or acted for a seat, and its holder where that is somebody else."""
    if holder is None or holder.id == member.id:
        return member.name
    return words("seat-deputy-for", name=member.name, holder=holder.name)


def place_label(place: Place) -> str:
    """ "#lincoln-staff (Slack)"."""
    return label_of(place.name, place.address)


def only_its_seat(seat: model.Seat, words: Words) -> str:
    """Who may do something, to somebody who may not."""
    if not is_told(seat, words):
        return words("may-only-its-group", group=seat.group.name)
    return words("may-only-its-seat", seat=seat_title(seat, words), name=acting_name(seat, words))


def label_of(name: str, address: str) -> str:
    return f"#{name} ({platform_of(address)})"


def reach_lines(reach: Reach, words: Words) -> str:
    """How many people see it, and whom they might not expect among them; where nobody knows, whom it is meant for."""
    lines = [_seen(reach, words)] if reach.seen else []
    if (others := reach.others).people:
        lines.append(words("reach-others", people=others.people, administrators=others.administrators))
    if reach.open:
        lines.append(_open(reach, words))
    meant: dict[str, list[str]] = {}
    for place in reach.unseen:
        meant.setdefault(meant_for(place, words), []).append(place_label(place))
    for whom, labels in meant.items():
        lines.append(words("reach-unseen", count=len(labels), places=words.listed(labels), whom=whom))
    return "\n".join(lines)


def beside_lines(reach: Reach, words: Words) -> list[str]:
    """Of those who are there, or can be, and not told of yet."""
    also, see = [], reach.see
    if see.people:
        also.append(words("reach-beside", people=see.people, administrators=see.administrators))
    also += [words("reach-unknown", unknown=reach.unknown)] if reach.unknown else []
    return [*([" ".join(also)] if also else []), *([_open(reach, words)] if reach.open else [])]


def _open(reach: Reach, words: Words) -> str:
    labels = [place_label(place) for place in reach.open]
    return words("reach-open", count=len(labels), places=words.listed(labels))


def _seen(reach: Reach, words: Words) -> str:
    see = reach.see
    told = words("reach" if reach.are_all else "reach-there-are", people=see.people, administrators=see.administrators)
    if reach.unknown:
        told = f"{told} {words('reach-unknown', unknown=reach.unknown)}"
    if reach.is_known:
        return told
    there = "reach-there-or-seats" if reach.seats else "reach-there"
    return words(there, places=words.listed([place_label(place) for place in reach.seen]), told=told)


def meant_for(place: Place, words: Words) -> str:
    """ "Cedar Valley PTA and District Administration, at Lincoln Elementary or districtwide"."""
    groups, buildings = (words.listed(sorted(one.name for one in them)) for them in (place.groups, place.buildings))
    whom = groups or words("reach-everyone")
    return words("reach-at", people=whom, buildings=buildings) if buildings else whom


def platform_of(address: str) -> str:
    """The platform's name as people write it, from the address of anything there."""
    return address.partition(":")[0].capitalize()


def contact_lines(topics: Sequence[Topic], words: Words) -> list[str]:
    """Who can help with what is not for this channel, each of them once."""
    names: dict[model.Seat | None, list[str]] = {}
    for topic in topics:
        names.setdefault(topic.contact, []).append(topic.name(words.language))
    lines = []
    for seat, about in names.items():
        if seat is None or seat.acting is None:
            lines.append(words("question-contact-nobody", topic="; ".join(about)))
        else:
            title = seat_title(seat, words)
            lines.append(words("question-contact", topic="; ".join(about), name=acting_name(seat, words), seat=title))
    return lines


def saying(languages: Sequence[Words], name: str, /, *buttons: Button, **about: str) -> Message:
    """The same to somebody whose language may be unknown, in each of these."""
    texts = tuple(Text(words(name, **about)) for words in languages)
    return Message((*texts, Buttons(buttons)) if buttons else texts)


# Linking ---------------------------------------------------------------------------------------------------------


def link_offer(words: Words) -> Button:
    return Button(words("link-offer"), "link")


def link_code(words: Words, code: str, there: Sequence[str]) -> Message:
    parts = (Heading(code), Text(words("link-code-next", code=code, platforms=words.either(there))))
    return Message((*parts, Buttons((Button(words("link-enter"), "link.enter"),))))


def link_enter(languages: Sequence[Words], name: str) -> Message:
    """Says this, with a way to type a code."""
    return saying(languages, name, Button(languages[0]("link-enter"), "link.enter"))


def link_preview(languages: Sequence[Words], pair: Pair, name: str, waits: bool) -> Message:
    """`name` is whose they will be, once they confirmed it at the other account if it `waits` for that."""
    words = languages[0]
    buttons = Buttons((Button(words("link-yes"), "link.yes", pair.code, "main"), Button(words("link-no"), "link.no")))
    there, here = platform_of(pair.made_at), platform_of(pair.typed_at)
    if pair.other is None:
        shown = saying(languages, "link-preview-account", name=name, there=there, here=here)
    else:
        maker, other = pair.maker.name, pair.other.name
        shown = saying(languages, "link-preview-member", name=name, maker=maker, other=other, there=there, here=here)
    notes = [Note(one("link-preview-waits", there=there)) for one in languages] if waits else []
    return Message((*shown.parts, *notes, buttons))


def link_unfit(languages: Sequence[Words], pair: Pair, other: model.Member, names: str) -> Message:
    there, here = platform_of(pair.made_at), platform_of(pair.typed_at)
    return saying(languages, "link-unfit", maker=pair.maker.name, other=other.name, there=there, here=here, names=names)


def link_done(languages: Sequence[Words], pair: Pair, name: str) -> Message:
    return saying(languages, "link-done", name=name, there=platform_of(pair.made_at), here=platform_of(pair.typed_at))


def linked(words: Words, member: model.Member, platforms: Sequence[str], own: bool, names: str) -> Message:
    """`own`: they linked themselves; otherwise the roster did, and these can change it."""
    says = Text(words("link-linked", name=member.name, platforms=words.listed(platforms)))
    if own:
        return Message((says, Buttons((Button(words("link-undo"), "link.undo"),))))
    return Message((says, Note(words("link-by-roster", names=names))))


def ask_to_unlink(words: Words, member: model.Member, own: Sequence[Link]) -> Message:
    parts = [Text(_will_be(words, link)) for link in own]
    two = any(link.was for link in own)
    parts.append(Text(words("link-undo-gives" if two else "link-undo-keeps", name=member.name)))
    yes, no = Button(words("link-undo-yes"), "link.undo-now", tone="danger"), Button(words("link-undo-no"), "link.no")
    return Message((*parts, Buttons((yes, no))))


def _will_be(words: Words, link: Link) -> str:
    platform = platform_of(link.address)
    if link.other is None:
        return words("link-undo-nobody", platform=platform)
    return words("link-undo-member", platform=platform, name=link.other.name)
