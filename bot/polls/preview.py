"""How a poll looks that is still being written."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from bot import review
from bot.boundary import Button, Buttons, Heading, Message, Note, Part, Quote, Text
from bot.drafts import Draft
from bot.people import audiences, records
from bot.people import model as people
from bot.people.cards import place_label, reach_lines, seat_title
from bot.people.presence import Reach
from bot.people.records import Found
from bot.polls import quorum, reminders, terms
from bot.polls.model import Kind, Results
from bot.polls.results import label
from bot.polls.secrecy import LEAST
from bot.polls.writing import Written
from bot.request import Request
from bot.texts import Words

PREVIEW_RESULTS = {
    Results.LIVE: "poll-preview-named",
    Results.AFTER: "poll-preview-after",
    Results.END: "poll-preview-late",
}


def shown(request: Request, written: Written, draft: Draft, reach: Reach) -> Message:
    words = request.words
    options = (f"• {label(option, words)}" for option in written.options if written.kind is not Kind.OPEN)
    seat, when = seat_title(written.seat, words), request.moment(written.closes_at)
    found = looks_like_records(request, written)
    return Message(
        (
            Heading(words("poll-preview-title")),
            Quote("\n".join((written.question, *options))),
            Text(words("poll-preview-places", places=words.listed([place_label(place) for place in written.places]))),
            Text(reach_lines(reach, words)),
            Note(words("poll-preview-terms", seat=seat, several=_how_many(written, words), when=when)),
            Note(_who_will_see(written, words)),
            *_preview_terms(request, written),
            *review.pointed_out(found, words),
            Buttons(tuple(_preview_buttons(written, draft, request, found))),
        )
    )


def looks_like_records(request: Request, written: Written) -> list[Found]:
    """Part of a student's record, in what everybody will read."""
    text = "\n".join((written.question, *(label(option, request.words) for option in written.options)))
    return records.find(request.district, text, request.now)


def _preview_terms(request: Request, written: Written) -> list[Part]:
    words, circle = request.words, written.terms.circle
    parts: list[Part] = []
    if circle.values:
        whom = audiences.named(request.session, circle, request.district, words)
        count = terms.many(request.session, written.places, circle)
        parts.append(Text(words("poll-preview-audience", audience=whom, count=count)))
    if counts := quorum.said(written.terms.quorum, words):
        parts.append(Note(counts))
    if written.plan.starts_at:
        parts.append(Note(words("poll-preview-starts", when=request.moment(written.plan.starts_at))))
    if written.plan.weekly:
        parts.append(Note(words("poll-preview-weekly")))
    if written.terms.until_all:
        parts.append(Note(words("poll-card-until-all")))
    at = _reminds_at(written, request) if written.reminds else None
    return [*parts, Note(words("poll-preview-reminds", when=request.moment(at)))] if at else parts


def _reminds_at(written: Written, request: Request) -> datetime | None:
    return reminders.reminds_at(written.plan.starts_at or request.now, written.closes_at, request.district)


def _how_many(written: Written, words: Words) -> str:
    if written.most:
        return words("poll-form-up-to", most=written.most)
    several = "poll-form-several" if written.several else "poll-form-one"
    kinds = {Kind.RANKED: "poll-form-ranked", Kind.CONSENT: "poll-form-consent", Kind.OPEN: "poll-form-open"}
    return words(kinds.get(written.kind, several))


def _who_will_see(written: Written, words: Words) -> str:
    if written.kind is Kind.OPEN:
        return words("poll-card-open-anonymous", least=LEAST) if written.anonymous else words("poll-card-open-late")
    if written.anonymous:
        return words("poll-preview-anonymous", least=LEAST)
    if not written.can_count_early:
        return words("poll-preview-late")
    return words(PREVIEW_RESULTS[written.terms.results])


def _preview_buttons(written: Written, draft: Draft, request: Request, found: Sequence[Found]) -> list[Button]:
    words, id = request.words, str(draft.id)
    post = Button(words("poll-post"), "poll.post", id, "main")
    change = Button(words("edit"), "poll.edit", id)
    if found:
        post = Button(words("records-as-is"), "poll.post", review.as_is(draft.id, found))
        change = Button(words("edit"), "poll.edit", id, "main")
    secrecy = "poll-make-named" if written.anonymous else "poll-make-anonymous"
    buttons = [
        post,
        change,
        Button(words(secrecy), "poll.secrecy", id),
        Button(words("poll-more"), "poll.more", id),
        Button(words("poll-plan"), "poll.plan", id),
        Button(words("cancel"), "poll.cancel", id),
    ]
    if _reminds_at(written, request):
        remind = "poll-make-silent" if written.reminds else "poll-make-reminding"
        buttons.insert(-1, Button(words(remind), "poll.reminding", id))
    if len(people.seats_of(request.session, request.member)) > 1:
        buttons.insert(-1, Button(words("poll-other-seat"), "poll.seat", id))
    return buttons


def wrong(words: Words, errors: Sequence[str], draft: Draft, again: str) -> Message:
    """`again` opens the form that has to be filled in otherwise."""
    fix = Button(words("fix-it"), again, str(draft.id), "main")
    cancel = Button(words("cancel"), "poll.cancel", str(draft.id))
    return Message((Text(words("nothing-lost")), *(Text(error) for error in errors), Buttons((fix, cancel))))
