"""How it looks before it goes: what it says, who gets it and how, who does not, how long it takes, who must approve."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot import review
from bot.boundary import Address, Heading, Note, Part, Text
from bot.broadcasts import cards, files, recipients, scope, timing
from bot.broadcasts.writing import Written
from bot.payloads import Payload
from bot.people import circles, readers, records
from bot.people.audiences import Audience
from bot.people.cards import beside_lines, place_label
from bot.people.places import Place
from bot.people.records import Found
from bot.request import Request
from bot.texts import Words
from bot.uploads import Stage

NAMED = 4  # channels, or groups and the like


@dataclass(frozen=True)
class OnPlatform(Payload):
    """A draft, and how it looks there, in which language."""

    id: int
    platform: str
    language: str


def parts(request: Request, written: Written, heading: str) -> list[Part]:
    words, theirs = request.words, as_read(request, written.audience, request.words)
    return [
        Heading(heading),
        *cards.looks(written.seat, dict(written.said), written.language, theirs, written.files),
        *_files(request, written),
        Heading(words("broadcast-whom-title")),  # where its own text ends
        Text("\n".join(_who(request, written))),
        *(Note(line) for line in _notes(request, written)),
        *review.pointed_out(like_records(request, written), words),
    ]


def _files(request: Request, written: Written) -> list[Part]:
    """What there is to say of them before they go."""
    words = request.words
    told = [words("file-fetched", name=one.name) for one in written.files if one.stage is Stage.FETCHED]
    told += [words("broadcast-file-personal", name=one.name) for one in written.files if one.personal]
    if written.files and (closed := files.kept_out(request.session, written.places)):
        told.append(words("broadcast-files-kept-out", places=_listed(closed, words)))
    return [Text(one) for one in told]


def like_records(request: Request, written: Written) -> list[Found]:
    """Part of a student's record, in what many will read."""
    said = "\n".join(text for one in written.said.values() for text in (one.title, one.text))
    return records.find(request.district, said, request.now)


def _who(request: Request, written: Written) -> list[str]:
    words, found = request.words, written.recipients
    told = [] if written.own else [words("broadcast-whom", whom=_whom(request, written))]
    get_it = "broadcast-meant" if found.unseen else "broadcast-people"
    told += [words(get_it, people=found.people - found.unlinked, administrators=found.administrators)]
    if written.places:
        told.append(words("broadcast-places", places=_listed(written.places, words)))
    if found.beside:
        told += beside_lines(found.beside, words)
    if not written.offered and written.circle.narrows:
        told.append(words("broadcast-no-places"))
    if left_off := len(written.offered) - len(written.places):
        told.append(words("broadcast-places-left-off", count=left_off))
    if found.unseen:
        told.append(words("broadcast-unseen", places=_listed(found.unseen, words)))
    if pinged := cards.pinged(written.places, own=written.own):
        told.append(words("broadcast-pinged", places=_listed(pinged, words)))
    if found.written_to:
        told.append(words("broadcast-by-message", count=found.written_to))
    if written.places:
        told.append(words("broadcast-replies-come" if written.replies else "broadcast-replies-do-not"))
    return told


def _whom(request: Request, written: Written) -> str:
    named = circles.named(request.session, written.circle, request.district, request.words, NAMED)
    return named or request.words("broadcast-everyone")


def _listed(places: Sequence[Place], words: Words) -> str:
    """As many as leave room for what is to be said there."""
    names, more = [place_label(place) for place in places[:NAMED]], len(places) - NAMED
    return words.listed([*names, words("broadcast-places-more", count=more)] if more > 0 else names)


def _notes(request: Request, written: Written) -> list[str]:
    words = request.words
    found = [*_unreached(written, words), *_languages(request, written)]
    if not written.own:
        sending, correcting = recipients.lasts(written.recipients, written.places, len(written.files))
        minutes = [max(1, round(one.total_seconds() / 60)) for one in (sending, correcting)]
        found.append(words("broadcast-lasts", sending=minutes[0], correcting=minutes[1]))
    return [*found, *_approval(request, written), _when(request, written)]


def _unreached(written: Written, words: Words) -> list[str]:
    found = written.recipients
    reasons = [
        words(name, count=count)
        for name, count in (
            ("broadcast-at-home", found.at_home),
            ("broadcast-unlinked", found.unlinked),
        )
        if count
    ]
    return ["\n".join((words("broadcast-unreached"), *reasons))] if reasons else []


def _languages(request: Request, written: Written) -> list[str]:
    """Those that somebody reads and it does not have."""
    words = request.words
    missing = [other for other in request.texts.values() if other.language in missing_languages(written)]
    return [
        words(
            "broadcast-missing",
            count=written.recipients.languages.get(one.language, 0),
            language=words("language-of", language=one.language),
        )
        for one in missing
    ]


def as_read(request: Request, audience: Audience, words: Words) -> Words:
    """The words in which all its readers have it."""
    return readers.Readers.of(request.session, request.district.id, audience).words(request.session, words)


def elsewhere(request: Request, written: Written) -> list[str]:
    """Other platforms than the writer's, as far as it comes there."""
    there = {Address.parse(place.address).platform for place in written.places} | written.recipients.platforms.keys()
    return sorted(there - {request.act.actor.platform})


def missing_languages(written: Written) -> list[str]:
    read = {*written.recipients.languages, *(place.language for place in written.places)}
    return sorted(read - set(written.said))


def _approval(request: Request, written: Written) -> list[str]:
    words = request.words
    if not written.approve:
        return [] if written.own else [words("broadcast-no-approval")]
    return [words("broadcast-needs-approval", names=_approvers(request, written))]


def _approvers(request: Request, written: Written) -> str:
    return scope.named(request.session, request.district, written.approve, written.sender_id, request.words)


def _when(request: Request, written: Written) -> str:
    words, session = request.words, request.session
    if written.wanted_at:
        return words("broadcast-when", when=request.moment(written.wanted_at))
    at = timing.begins(session, request.district, written.circle, request.now, own=written.own)
    return words("broadcast-now") if at == request.now else words("broadcast-in-hours", when=request.moment(at))
