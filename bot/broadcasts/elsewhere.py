"""Before it goes: how it looks on another platform, and who does not get it at once, and why."""

from __future__ import annotations

from collections.abc import Sequence

from bot import notices
from bot.boundary import Address, Answer, Button, Buttons, Heading, Message, Note, Part, Private, Text
from bot.broadcasts import cards, previews, recipients, writing
from bot.broadcasts.drafting import WRITING, as_row
from bot.broadcasts.model import Broadcast
from bot.broadcasts.recipients import AT_HOME, UNLINKED
from bot.drafts import Draft
from bot.people.cards import place_label, platform_of
from bot.people.places import Place
from bot.request import Request
from bot.texts import Words

NAMES = 30  # of those whom it does not reach, for one reason


def see(request: Request, draft: Draft) -> Answer:
    """In a channel and in the day's message there, by the same cards; what can be pressed there is only named."""
    written, words, on = writing.read(request, draft.typed), request.words, request.payload(previews.OnPlatform)
    if isinstance(written, dict):
        return WRITING.wrong(request, draft, written)
    theirs = previews.as_read(request, written.audience, request.texts[on.language or words.language])
    row = as_row(written, request.member, request.now)
    places = [place for place in written.places if Address.parse(place.address).platform == on.platform]
    parts: list[Part] = [Heading(words("broadcast-on", platform=platform_of(on.platform)))]
    parts += _in_channels(request, row, places, theirs)
    parts += _by_message(row, written.recipients.platforms.get(on.platform, 0), words, theirs)
    if on.platform in notices.CHOSEN:
        parts.append(Note(words("broadcast-on-chosen", platform=platform_of(on.platform))))
    return Private(Message((*parts, Buttons((*_in_others(request, draft, on), _back(draft, words))))))


def _in_channels(request: Request, row: Broadcast, places: Sequence[Place], theirs: Words) -> list[Part]:
    words = request.words
    if not places:
        return [Text(words("broadcast-on-no-channel"))]
    names = words.listed([place_label(place) for place in places])
    pinged = words.listed([place_label(place) for place in cards.pinged(places, own=row.own)])
    told = [words("broadcast-on-channels", places=names)]
    told += [words("broadcast-pinged", places=pinged)] if pinged else []
    looks = cards.in_channel(row, theirs, request.texts, replies=row.replies)
    return [*map(Text, told), *_as_named(looks.parts, words)]


def _by_message(row: Broadcast, count: int, words: Words, theirs: Words) -> list[Part]:
    if not count:
        return [Text(words("broadcast-on-no-message"))]
    return [Text(words("broadcast-on-message", count=count)), *_as_named(cards.line(row, theirs), words)]


def _as_named(parts: Sequence[Part], words: Words) -> list[Part]:
    """Buttons do nothing before it is sent."""
    return [_named(part, words) if isinstance(part, Buttons) else part for part in parts]


def _named(part: Buttons, words: Words) -> Note:
    labels = [words("broadcast-named", title=one.label) for one in part.buttons]
    return Note(words("broadcast-on-buttons", labels=words.listed(labels)))


def _in_others(request: Request, draft: Draft, on: previews.OnPlatform) -> list[Button]:
    others = request.texts.others(on.language or request.words.language)
    return [
        Button(
            request.words("broadcast-on-language", language=request.words("language-of", language=other.language)),
            "broadcast.on",
            str(previews.OnPlatform(draft.id, on.platform, other.language)),
        )
        for other in others
    ]


def _back(draft: Draft, words: Words) -> Button:
    return Button(words("home-back"), "broadcast.take-up", str(draft.id))


# Who does not get it at once -------------------------------------------------------------------------------------


def cut_off(request: Request, draft: Draft) -> Answer:
    """By reason. Names only of members of one's own group: others' are for their own people."""
    written, words = writing.read(request, draft.typed), request.words
    if isinstance(written, dict):
        return WRITING.wrong(request, draft, written)
    found = written.recipients
    of = (request.session, request.district, written.circle, written.places, request.member.group_id)
    names = recipients.cut_off(*of)
    parts: list[Part] = [Heading(words("broadcast-cut-off-title"))]
    for why, count in ((AT_HOME, found.at_home), (UNLINKED, found.unlinked)):
        parts += _reason(why, count, names[why], words) if count else []
    foot = Note(words("broadcast-cut-off-foot", group=request.member.group.name))
    return Private(Message((*parts, foot, Buttons((_back(draft, words),)))))


def _reason(why: str, count: int, names: Sequence[str], words: Words) -> list[Part]:
    others, more = count - len(names), len(names) - NAMES
    listed = [*names[:NAMES], *([words("broadcast-cut-off-more", count=more)] if more > 0 else [])]
    parts: list[Part] = [Text(words(why, count=count))]
    parts += [Text(words("broadcast-cut-off-own", names=words.listed(listed)))] if listed else []
    parts += [Text(words("broadcast-cut-off-others", count=others))] if others else []
    return parts
