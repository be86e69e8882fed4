"""What came up elsewhere is brought to a meeting: a question, a concern, a promise, a message in a channel. Its words
come along only where all who will read them may read them already; otherwise the person who brings it says it anew."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot import approvals, forms
from bot.boundary import Answer, Choice, Field, Form, TextField, in_a_line
from bot.feature import Feature, Follow, Refer
from bot.meetings import agenda, cards, items, model
from bot.meetings.model import Kind, Meeting, Minutes, Phase, Series, State
from bot.meetings.written import BROUGHT, ITEM_MOST, Item, Outcome
from bot.payloads import Row
from bot.people import audiences
from bot.people import model as people
from bot.people.audiences import Audience
from bot.references import BRING, CAME, About, Brought, Reference
from bot.request import Refusal, Request, ReviewedForm, Route
from bot.storage import context

SERIES = "series"
SHORTCUT, AGAIN = "bring", "meeting.bring-again"
MOST = 25  # of one's meetings


def have_meetings(request: Request, _subject: object) -> None:
    if not _mine(request):
        raise Refusal.saying(request.words("bring-nowhere"))


def _mine(request: Request) -> list[Series]:
    found = model.of_seats(request.session, people.seats_of(request.session, request.member))
    return [one for one in found if one.state is State.GOING][:MOST]


def find(known: Mapping[str, Refer], request: Request) -> Reference | None:
    about = request.payload(About)
    found = known[about.kind](request.session, about.id) if about.kind in known and about.id else None
    return found if found and found.audience.admits(request.session, request.member) else None


def find_brought(known: Mapping[str, Refer], request: Request) -> Reference | None:
    """What the form was opened with; a message has no number."""
    return find(known, request) if request.about else Reference("", Audience())


def ask(request: Request, found: Reference) -> Answer:
    along = _is_known(request, found)
    return _form(request, found.words[:ITEM_MOST] if along else "", along)


def _is_known(request: Request, found: Reference) -> bool:
    """To all who read the topics of any of their meetings."""
    session = request.session
    return all(found.may_go_to(session, items.audience(session, one)) for one in _mine(request))


def ask_about(request: Request, _subject: object) -> Answer:
    """A message that somebody wrote here: who wrote it is not said."""
    if not (text := request.typed.strip()):
        raise Refusal.saying(request.words("bring-nothing"))
    along = _is_known(request, Reference.said_in(request.session, request.act.place, text))
    return _form(request, in_a_line(text, ITEM_MOST) if along else "", along)


def _form(request: Request, text: str, along: bool) -> Form:
    words, fields, mine = request.words, list[Field](), _mine(request)
    listed = [Choice(str(_shown(request, one)), cards.whom(one, words, request.member)) for one in mine]
    reads = words(_who_reads(request, mine))
    fields.append(forms.choices(SERIES, words("bring-where"), listed, {SERIES: (listed[0].value,)}, hint=reads))
    hint = words("bring-hint" if along else "bring-hint-anew")
    fields.append(TextField(items.TEXT, words("meeting-add-label"), hint, text, ITEM_MOST, long=True))
    fields.append(items.minutes_field(words))
    title, submit = words("bring-to-meeting"), words("meeting-add-submit")
    return Form(BRING, title, submit, words("cancel"), tuple(fields), request.about)


def _shown(request: Request, series: Series) -> Row:
    """It, and those of whom the form says that they read its topics."""
    return Row(series.id, items.audience(request.session, series).seen)


def _who_reads(request: Request, mine: Sequence[Series]) -> str:
    """A name in `content/`: of the one with the most readers."""
    if any(agenda.is_public(request.session, one) for one in mine):
        return "bring-reads-public"
    return "bring-reads-body" if any(one.kind is Kind.BODY for one in mine) else "bring-reads"


def bring(request: Request, found: Reference) -> Answer:
    """Words that came along go no further than they might when the form comes in, and own ones to those whom it named:
    it may have lain open while others came to read the topics."""
    given = request.given(SERIES).partition(":")[0]
    series = next((one for one in _mine(request) if str(one.id) == given), None)
    if series is None or model.series_to_change(request.session, series.id) is None or series.state is not State.GOING:
        raise Refusal.saying(request.words("gone"))
    if wrong := items.wrong(request):
        return forms.refused(request, {items.TEXT: wrong}, AGAIN, items.TEXT)
    filled_in, readers = replace(found, words=found.words[:ITEM_MOST]), items.audience(request.session, series)
    if filled_in.is_kept_from(request.session, readers, request.given(items.TEXT)):
        return forms.refused(request, {items.TEXT: request.words("quoted-others-read")}, AGAIN, items.TEXT)
    if request.given(SERIES) not in (given, str(_shown(request, series))):  # alone: of an older version
        return forms.refused(request, {items.TEXT: request.words("meeting-add-others")}, AGAIN, items.TEXT)
    return items.put(request, series, str(request.payload(About)))


def again(request: Request, _subject: object) -> Answer:
    """Without the words that they have by now: they were given back to them."""
    return _form(request, "", False)


def follow(session: Session, known: Mapping[str, Follow], subject: int) -> None:
    """Of an open meeting, whose topics everybody in the district may read. What came of them is told to those from whom
    they came, which the form says in which it is written."""
    series = session.get(Series, subject)
    if series is None:
        return
    public = agenda.is_public(session, series)
    brought = select(Item).where(Item.series_id == series.id, Item.source != "", Item.outcome != Outcome.CARRIED)
    for item in session.scalars(brought.order_by(Item.id)).all():
        about = About.parse(item.source)
        if about.kind not in known or not item.audience.covers(session, audiences.of_district(series.district)):
            continue
        if public:
            known[about.kind](session, about.id, _became(session, series, item))
        elif item.outcome is Outcome.OPEN:  # what came of others was told while it was open, or is no matter of theirs
            known[about.kind](session, about.id, None)


def _became(session: Session, series: Series, item: Item) -> Brought | None:
    """None: it was taken off before anybody talked about it, or these meetings have ended before that."""
    talked = session.get(Meeting, item.meeting_id) if item.meeting_id else None
    if talked is None and item.outcome is Outcome.DROPPED:
        return None
    if talked is not None and _is_out(talked) and item.outcome.value in CAME:
        return Brought(item.text, talked.at.isoformat(), item.outcome.value, item.line if item.told else "")
    last, coming = model.last_meeting(session, series), model.next_meeting(session, series)
    if last is not None and not _is_out(last) and item.at <= last.at:
        coming = last  # what came of it there is not out
    if coming is None and not series.lives:
        return None
    there = coming is not None and (coming is last or item in agenda.on_it(session, coming))
    return Brought(item.text, coming.at.isoformat() if coming is not None and there else "")


def _is_out(meeting: Meeting) -> bool:
    """What came of its topics."""
    return meeting.minutes in (Minutes.APPROVED, Minutes.OUT)


def withdraw(session: Session, about: About, words: str) -> None:
    """Topics that say the same, unchanged: they are off the list, or without words in what is to be minutes. Minutes
    that are out are a record, and what somebody said anew is theirs."""
    same = (Item.source == str(about), Item.text == words[:ITEM_MOST].strip(), Item.text != "")
    for item in session.scalars(select(Item).where(*same).order_by(Item.id)).all():
        series = model.series_to_change(session, item.series_id)
        talked = session.get(Meeting, item.meeting_id) if item.meeting_id else None
        if series is None or (talked is not None and _is_out(talked)):
            continue
        if item.outcome is Outcome.OPEN:
            talked = _under_way(session, series, item)
            item.outcome, item.meeting_id = Outcome.DROPPED, talked.id if talked else None
        item.text = ""
        session.flush()
        agenda.changed(session, model.next_meeting(session, series))
        if talked is not None:  # what others have looked over is another by now
            talked.version = approvals.new_version()
            agenda.changed(session, talked)


def _under_way(session: Session, series: Series, item: Item) -> Meeting | None:
    """The meeting that has begun with it on its agenda, and whose minutes are not out."""
    begun = select(Meeting).where(Meeting.series_id == series.id, Meeting.at <= context.now(session))
    begun = begun.where(Meeting.phase.in_((Phase.PLANNED, Phase.OVER))).order_by(Meeting.at.desc()).limit(1)
    found = session.scalars(begun).first()
    if found is None or found.held is False or _is_out(found):
        return None
    return found if item.at < found.at and item in agenda.on_it(session, found) else None


def feature(others: Feature) -> Feature:
    known, following = others.references, others.brought
    may = (have_meetings,)
    reviewed = ReviewedForm(AGAIN, (items.TEXT,))
    return Feature(
        shortcuts={SHORTCUT: Route(ask_about, may)},
        withdrawals=(withdraw,),
        presses={BRING: Route(ask, may, lambda request: find(known, request)), AGAIN: Route(again, may)},
        due={BROUGHT: lambda session, subject, _at: follow(session, following, subject)},
        forms={BRING: Route(bring, may, lambda request: find_brought(known, request), reviewed=reviewed)},
    )
