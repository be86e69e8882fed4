"""What came of a meeting: one form, "decided? who does what?"; and telling it to one's own building."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot import actions, forms
from bot.boundary import (
    Address,
    Answer,
    Button,
    Buttons,
    Choice,
    Field,
    Form,
    Heading,
    Message,
    Part,
    Private,
    Quote,
    Text,
    TextField,
)
from bot.boundary import Note as SmallPrint
from bot.delivery import outbox
from bot.meetings import cards, eyes, schedule
from bot.meetings.model import Meeting, Phase, Series, next_meeting, own_seats
from bot.meetings.written import NOTE_MOST, PROMISE_MOST, Item, Note, Outcome
from bot.payloads import Kept, mark
from bot.people import audiences, presence, readers, recurrence
from bot.people.cards import acting_name, place_label, reach_lines, seat_title
from bot.people.model import Seat
from bot.people.places import Place, PlaceKind
from bot.previews import Preview
from bot.request import Refusal, Request
from bot.texts import Texts, Words

FORM, CARD = "meeting.note", "meeting.told"
DECIDED, MINE, THEIRS = FIELDS = ("decided", "mine", "theirs")
WHO = "who"
MOST = {DECIDED: NOTE_MOST, MINE: PROMISE_MOST, THEIRS: PROMISE_MOST}


def ask(request: Request, meeting: Meeting) -> Answer:
    words, seat = request.words, own_seats(request.session, meeting.series, request.member)[0]
    own = _written(request, meeting, seat)
    others = [acting_name(one, words) for one in _asked(meeting.series, seat)]
    where = own_places(request.session, seat)
    hint = words("meeting-note-hint", body=_told_at(seat)) if where else words("meeting-note-hint-only")
    text = own.text if own else ""
    decided = TextField(DECIDED, words("meeting-note-decided"), hint, text, NOTE_MOST, long=True, optional=True)
    mine = TextField(MINE, words("meeting-note-mine"), words("meeting-note-mine-hint"), "", PROMISE_MOST, optional=True)
    asks = words("meeting-note-theirs-hint", name=words.listed(others), count=len(others))
    theirs = TextField(THEIRS, words("meeting-note-theirs"), asks, "", PROMISE_MOST, optional=True)
    fields: tuple[Field, ...] = (decided, mine, theirs, *_whose(meeting, seat, words))
    title, submit = words("meeting-note-title"), words("meeting-note-submit")
    about = str(Kept(meeting.id, seen=_readers(request.session, meeting)))
    return forms.reopened(request, Form(FORM, title, submit, words("cancel"), fields, about))


def _readers(session: Session, meeting: Meeting) -> str:
    """Those who read it, as its form bears them."""
    return mark(audiences.of_seats(meeting.series.seats).named(session))


def _whose(meeting: Meeting, seat: Seat, words: Words) -> list[Field]:
    """Where several others meet, which of them is asked to do something."""
    others = [Choice(str(one.id), cards.named(one, words)) for one in _asked(meeting.series, seat)]
    if len(others) < 2:
        return []
    return [forms.choices(WHO, words("meeting-outcome-who"), others, {WHO: (others[0].value,)})]


def _asked(series: Series, seat: Seat) -> list[Seat]:
    """The others that may be asked to do something: where somebody acts for any of them, only such."""
    others = series.others(seat)
    return [one for one in others if one.acting_id is not None] or others


def write(request: Request, meeting: Meeting) -> Answer:
    session, words = request.session, request.words
    given = {name: request.given(name) for name in FIELDS}
    for name, text in given.items():
        if len(text) > MOST[name]:
            wrong = words("meeting-add-long", count=len(text), most=MOST[name])
            return forms.keep_refused(request, FORM, FORM, {name: wrong})
    if not any(given.values()):
        return forms.keep_refused(request, FORM, FORM, {DECIDED: words("meeting-note-empty")})
    if request.payload(Kept).seen not in ("", _readers(session, meeting)):  # empty: of an older version
        return forms.look_again(request, FORM, FORM, words("meeting-note-others"))
    seat = own_seats(session, meeting.series, request.member)[0]
    note = _kept(request, meeting, seat, given[DECIDED])
    _promise(request, meeting, seat, given)
    _took_place(session, meeting)
    forms.forget_refused(request, FORM)
    return _written_down(request, note)


def _written(request: Request, meeting: Meeting, seat: Seat) -> Note | None:
    theirs = select(Note).where(Note.meeting_id == meeting.id, Note.seat_id == seat.id)
    return request.session.scalars(theirs).one_or_none()


def _kept(request: Request, meeting: Meeting, seat: Seat, text: str) -> Note:
    """What the other side wrote stays beside it."""
    note = _written(request, meeting, seat)
    if note is not None and (note.told or note.member_id != request.member.id):
        raise Refusal.saying(request.words("meeting-noted-already"))
    if note is None:
        note = Note(meeting=meeting, seat=seat, member=request.member)
        request.session.add(note)
    note.text, note.at = text, request.now
    there = own_places(request.session, seat)
    note.audience = audiences.of_seats(meeting.series.seats) | audiences.of_places(there)
    request.session.flush()
    return note


def _promise(request: Request, meeting: Meeting, seat: Seat, given: dict[str, str]) -> None:
    """Sent in twice, it is promised once."""
    series = meeting.series
    coming, readers = next_meeting(request.session, series), audiences.of_seats(series.seats)
    until = recurrence.on_the_wall(coming.at, series.zone).date() if coming else None
    source = (cards.SOURCE, series.id)
    waits = (actions.State.ASKED, *actions.OPEN)
    there = {(one.seat_id, one.text) for one in actions.of(request.session, source, *waits)}
    given_to = [one for one in series.others(seat) if str(one.id) == request.given(WHO)]
    chosen = given_to or _asked(series, seat)[:1]
    asked = [(seat, given[MINE]), *((other, given[THEIRS]) for other in chosen)]
    for whose, text in asked:
        if text and (whose.id, text) not in there:
            actions.promise(request, whose, text, readers, until, source)


def _took_place(session: Session, meeting: Meeting) -> None:
    """What was on the list before it began was talked about."""
    meeting.held = True
    waits = select(Item).where(Item.series_id == meeting.series_id, Item.outcome == Outcome.OPEN, Item.at < meeting.at)
    for item in session.scalars(waits).all():
        item.outcome, item.meeting_id = Outcome.DECIDED, meeting.id


def did_not(request: Request, meeting: Meeting) -> Answer:
    """Nothing is lost by it: what was to be talked about waits for the next one."""
    if meeting.held is None:
        meeting.held = False
        schedule.carry(request.session, meeting)
    coming = next_meeting(request.session, meeting.series)
    words, buttons = request.words, [cards.show_button(meeting.series, request.words)]
    said = words("meeting-did-not-next", when=cards.when(coming, words)) if coming else words("meeting-did-not-done")
    return Private(Message((Text(said), Buttons(tuple(buttons)))))


def have_been(request: Request, meeting: Meeting) -> None:
    if meeting.phase is not Phase.OVER:
        raise Refusal.saying(request.words("meeting-not-yet", when=cards.when(meeting, request.words)))


# Telling one's own building --------------------------------------------------------------------------------------


def own_places(session: Session, seat: Seat) -> list[Place]:
    """The channels of its group: of a building only those for just that; without one its caucus."""
    every = session.scalars(select(Place).where(Place.district_id == seat.district_id).order_by(Place.id))
    theirs = (place for place in every if seat.group_id in place.group_ids)
    if seat.building_id is not None:
        return [place for place in theirs if place.building_ids == {seat.building_id}]
    return [place for place in theirs if place.audience is PlaceKind.CAUCUS]


def _told_at(seat: Seat) -> str:
    """Where that is."""
    return (seat.building or seat.group).name


def tellable(session: Session, note: Note) -> list[Place]:
    """Where nobody reads it but those of whom its author was told."""
    found = own_places(session, note.seat)
    return [place for place in found if note.audience.covers(session, audiences.of_place(place))]


def _written_down(request: Request, note: Note) -> Answer:
    words, places = request.words, _where(request.session, note)
    if places:
        return _preview(request, note, places).answer()
    show = cards.show_button(note.meeting.series, words)
    return Private(Message((Text(words("meeting-noted")), Buttons((show,)))))


def _where(session: Session, note: Note) -> list[Place]:
    return tellable(session, note) if note.text else []


def _preview(request: Request, note: Note, places: list[Place]) -> Preview:
    """How it would read in their building."""
    words = request.words
    labels = words.listed([place_label(place) for place in places])
    parts = (
        Text(words("meeting-noted")),
        Text(words("meeting-tell-preview", places=labels)),
        *_told(note, readers.words_in(request.session, places, words)),
        SmallPrint(reach_lines(presence.reach(request.session, places, note.audience.seats), words)),
    )
    yes, show = words("meeting-tell", body=_told_at(note.seat)), cards.show_button(note.meeting.series, words)
    return Preview(parts, yes, "meeting.tell", str(note.id), (show,), [place.id for place in places])


def tell(request: Request, note: Note) -> Answer:
    """Pressed twice, it is posted once."""
    session, words = request.session, request.words
    if not note.told:
        places = _where(session, note)
        if not places:
            raise Refusal.saying(words("meeting-tell-nowhere"))
        if again := _preview(request, note, places).once_more(request):
            return again
        note.told = True
        for place in places:
            outbox.say(session, Address.parse(place.address), CARD, note.id, place.language)
    back = Button(words("meeting-untell"), "meeting.untell", str(note.id))
    return Private(Message((Text(words("meeting-was-told")), Buttons((back,)))))


def untell(request: Request, note: Note) -> Answer:
    note.told = False
    outbox.remove(request.session, CARD, note.id)
    return forms.say(request, "meeting-untold")


def card(session: Session, subject: int, words: Words, texts: Texts) -> Message:
    """In the building of the seat that wrote it, to all of its people there; a channel may be for others by now."""
    note = session.get_one(Note, subject)
    if not note.told or not eyes.for_places(session, [note], presence.stands_in(session, CARD, subject)):
        return Message(())
    others = forms.in_other_languages(words, texts, CARD, note.id)
    return Message((*_told(note, words), Buttons(tuple(others))))


def show(request: Request, note: Note) -> Answer:
    return Private(Message(tuple(_told(note, request.pressed))))


def may_read(request: Request, note: Note) -> None:
    if not note.told or not note.audience.admits(request.session, request.member):
        raise Refusal.saying(request.words("gone"))


def _told(note: Note, words: Words) -> list[Part]:
    heading = Heading(words("meeting-told-title"))
    seats = words.listed([*dict.fromkeys(seat_title(seat, words) for seat in note.meeting.series.seats)])
    said = Text(words("meeting-told", seats=seats, when=cards.when(note.meeting, words)))
    return [heading, said, Quote(note.text), SmallPrint(words("meeting-told-by", name=note.member.name))]
