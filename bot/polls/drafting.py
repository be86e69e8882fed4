"""A poll that is being written: started, looked over, edited, posted or dropped."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot import review, signing
from bot.boundary import Answer, Button, Buttons, Heading, Message, Note, Part, Private, Quote, Text
from bot.disclosure_control import FEWEST
from bot.drafts import Draft, Typed, Writing, Wrong
from bot.forms import first
from bot.people import boards, circles, presence, readers, records
from bot.people import model as people
from bot.people.cards import is_told, place_label, reach_lines, seat_title
from bot.people.presence import Reach
from bot.people.records import Found
from bot.polls import cards, laying_out, lifecycle, reminders, rules, terms, writing
from bot.polls.model import Kind, Poll, Results, Status
from bot.polls.presets import label
from bot.polls.results import shown_late
from bot.polls.writing import Written
from bot.request import Refusal, Request
from bot.texts import Words

PREVIEW_RESULTS = {
    Results.LIVE: "poll-preview-named",
    Results.AFTER: "poll-preview-after",
    Results.END: "poll-preview-late",
}


def start(request: Request, _about: object) -> Answer:
    """`/poll` opens the form; with a question and options behind it, goes straight to the preview."""
    _refuse_without_places(request)
    if line := request.typed.strip():
        return WRITING.look_over(request, writing.from_line(request, line), None)
    return writing.form(request)


def edit(request: Request, draft: Draft) -> Answer:
    _refuse_without_places(request)
    return WRITING.edit(request, draft)


def _refuse_without_places(request: Request) -> None:
    places = presence.places_for(request.session, request.member)
    if not boards.where_others_are(places):
        raise Refusal.saying(request.words("poll-wrong-board" if places else "poll-no-places"))


def write(request: Request, draft: Draft | None) -> Answer:
    draft = draft or _refused_just_now(request)
    kept = {name: draft.typed[name] for name in writing.SETTINGS if name in draft.typed} if draft else {}
    return WRITING.look_over(request, {**kept, **request.fields}, draft)


def _refused_just_now(request: Request) -> Draft | None:
    """What was refused in this very form, if it was: a form that stays open does not know of the draft."""
    last = next(iter(drafts_of(request.session, request.member)), None)
    if last is None or not isinstance(writing.read(request, last.typed), dict):
        return None
    same = (request.given(name) == first(last.typed, name).strip() != "" for name in ("question", "options"))
    return last if any(same) else None


def drafts_of(session: Session, member: people.Member) -> list[Draft]:
    """What they have not posted, the last first."""
    mine = (Draft.member_id == member.id, Draft.form == WRITING.form, Draft.became.is_(None))
    return list(session.scalars(select(Draft).where(*mine).order_by(Draft.id.desc())))


def change_secrecy(request: Request, draft: Draft) -> Answer:
    """From named to anonymous, or back."""
    return _switch(request, draft, writing.ANONYMOUS)


def change_reminding(request: Request, draft: Draft) -> Answer:
    """From a reminder before it closes to none, or back."""
    return _switch(request, draft, writing.SILENT)


def change_seat(request: Request, draft: Draft) -> Answer:
    """From one of the seats from which they may ask it to the next."""
    written = writing.read(request, draft.typed)
    if isinstance(written, dict):
        return WRITING.look_over(request, draft.typed, draft)
    theirs = signing.roles(request, written.places)
    following = theirs[(theirs.index(written.seat) + 1) % len(theirs)]
    return WRITING.look_over(request, {**draft.typed, writing.SEAT: (str(following.id),)}, draft)


def _switch(request: Request, draft: Draft, setting: str) -> Answer:
    value = () if draft.typed.get(setting) else (writing.YES,)
    return WRITING.look_over(request, {**draft.typed, setting: value}, draft)


def ask_for_terms(request: Request, draft: Draft) -> Answer:
    WRITING.refuse_if_sent(request, draft)
    written = writing.read(request, draft.typed)
    counts_early = isinstance(written, dict) or written.can_count_early
    anonymous = bool(draft.typed.get(writing.ANONYMOUS))
    return terms.form(request, draft, counts_early=counts_early, anonymous=anonymous)


def ask_for_plan(request: Request, draft: Draft) -> Answer:
    WRITING.refuse_if_sent(request, draft)
    return terms.plan_form(request, draft)


def set_terms(request: Request, draft: Draft) -> Answer:
    """Those of either form."""
    chosen = {name: request.fields[name] for name in writing.SETTINGS if name in request.fields}
    return WRITING.look_over(request, {**draft.typed, **chosen}, draft)


def take_up(request: Request, draft: Draft) -> Answer:
    """Goes on with a draft where it was left."""
    return WRITING.look_over(request, draft.typed, draft)


def post(request: Request, draft: Draft) -> Answer:
    if draft.became is not None:  # pressed twice
        poll = request.session.get_one(Poll, draft.became)
        if poll.status is not Status.PLANNED and not poll.takes_answers(request.now):
            raise Refusal.saying(
                request.words("poll-undone" if poll.status is Status.WITHDRAWN else "poll-already-posted")
            )
        return Private((cards.planned if poll.status is Status.PLANNED else cards.posted)(request, poll))
    written = _read(request, draft.typed)
    if isinstance(written, dict):  # its time has passed meanwhile, or a place is closed to them
        return WRITING.wrong(request, draft, written)
    decided = review.decided(request, _looks_like_records(request, written))
    if again := WRITING.once_more(request, draft, written, decided):
        return again
    starts_at = written.plan.starts_at
    poll = laying_out.lay_out(written, written.terms, starts_at or request.now, written.closes_at)
    poll.weekly, poll.planner_id = written.plan.weekly, request.member.id
    (lifecycle.plan if starts_at else lifecycle.begin)(request.session, poll)
    draft.become(poll.id, request.now)
    return Private((cards.planned if starts_at else cards.posted)(request, poll))


def _read(request: Request, typed: Typed) -> Written | Wrong:
    written = writing.read(request, typed)
    if isinstance(written, dict):
        return written
    return terms.out_of_reach(request, written.terms, written.places) or written


# How it looks ----------------------------------------------------------------------------------------------------


def _preview(request: Request, draft: Draft, written: Written) -> Message:
    words, reach = request.words, presence.reach(request.session, written.places)
    options = (f"• {label(option, words)}" for option in written.options if written.kind is not Kind.OPEN)
    as_read = readers.words_in(request.session, written.places, words)
    seat, when = seat_title(written.seat, as_read), request.moment(written.closes_at)
    own = () if is_told(written.seat, as_read) else (words("poll-preview-own", seat=seat_title(written.seat, words)),)
    found = _looks_like_records(request, written)
    return Message(
        (
            Heading(words("poll-preview-title")),
            Quote("\n".join((written.question, *options))),
            Text(words("poll-preview-places", places=words.listed([place_label(place) for place in written.places]))),
            Text(reach_lines(reach, words)),
            Note(words("poll-preview-terms", seat=seat, several=_how_many(written, words), when=when)),
            *map(Note, own),
            Note(_who_will_see(written, words)),
            *_preview_terms(request, written, reach),
            *review.pointed_out(found, words),
            Buttons(tuple(_preview_buttons(written, draft, request, found))),
        )
    )


def _looks_like_records(request: Request, written: Written) -> list[Found]:
    """Part of a student's record, in what everybody will read."""
    text = "\n".join((written.question, *(label(option, request.words) for option in written.options)))
    return records.find(request.district, text, request.now)


def _preview_terms(request: Request, written: Written, reach: Reach) -> list[Part]:
    words, circle = request.words, written.terms.circle
    parts: list[Part] = []
    if circle.values:
        whom = circles.named(request.session, circle, request.district, words)
        count = terms.how_many(request.session, written.places, circle)
        name = "poll-preview-audience-most" if reach.unseen else "poll-preview-audience"
        parts.append(Text(words(name, audience=whom, count=count)))
    if who := rules.who_speaks(request, written.places, circle):
        parts.append(Note(words("poll-preview-board", who=who)))
    if counts := terms.quorum_said(written.terms.quorum, words):
        parts.append(Note(counts))
    if written.plan.starts_at:
        parts.append(Note(words("poll-preview-starts", when=request.moment(written.plan.starts_at))))
    if written.plan.weekly:
        parts.append(Note(words("poll-preview-weekly")))
    if written.terms.until_all:
        parts.append(Note(words("poll-card-until-all")))
    at = _reminds_at(written, request) if written.reminds else None
    if at is None:
        return parts
    said = "poll-preview-reminds-all" if written.anonymous else "poll-preview-reminds"
    return [*parts, Note(words(said, when=request.moment(at)))]


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
        return shown_late(words, anonymous=written.anonymous)
    if written.anonymous:
        return words("poll-preview-anonymous", least=FEWEST)
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
    if len(signing.roles(request)) > 1:
        buttons.insert(-1, Button(words("poll-other-seat"), "poll.seat", id))
    return buttons


def _fix(request: Request, draft: Draft, wrong: Wrong) -> Message:
    """With a button to the form that has to be filled in otherwise."""
    words, id = request.words, str(draft.id)
    opens = "poll.plan" if wrong.keys() <= set(terms.PLAN_FIELDS) else "poll.edit"
    if wrong.keys() <= set(terms.FIELDS):
        opens = "poll.more"
    buttons = (Button(words("fix-it"), opens, id, "main"), Button(words("cancel"), "poll.cancel", id))
    return Message((Text(words("nothing-lost")), *map(Text, wrong.values()), Buttons(buttons)))


WRITING = Writing(
    form=writing.FORM,
    fill_in=writing.form,
    read=_read,
    show=_preview,
    fix=_fix,
    sends="poll.post",
    sent="poll-already-posted",
    dropped="poll-cancelled",
    shows=lambda _request, written: written.readers.seen,
)
