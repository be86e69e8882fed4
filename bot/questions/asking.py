"""From what somebody wants to know to a question that can be sent, or to what must change first: what it can be about,
its form, who will read it and under which name."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy.orm import Session

from bot import drafts, forms, review
from bot.boundary import (
    Button,
    Buttons,
    Choice,
    ChoiceField,
    Form,
    Heading,
    Message,
    Note,
    Part,
    Quote,
    Text,
    TextField,
    in_a_line,
)
from bot.drafts import Draft, Typed, Writing, Wrong
from bot.payloads import Payload, number
from bot.people import audiences, caucuses, committees, presence, records, topics
from bot.people import model as people
from bot.people.audiences import Audience
from bot.people.cards import acting_name, contact_lines, place_label, reach_lines, seat_title
from bot.people.topics import Topic
from bot.questions import anonymity, following, readers
from bot.questions.anonymity import Choosing, Guise
from bot.questions.faq import cards as faq
from bot.questions.faq import looking
from bot.questions.model import DAYS, DAYS_URGENT, TEXT_MOST, WRITE
from bot.references import Reference
from bot.request import Request

QUESTION, TOPIC, SOON = "question", "topic", "soon"  # what a draft says of it
FINDABLE, YES, NO = "findable", "yes", "no"
QUOTED = "quoted"  # what somebody else wrote, with which it began, and who may read that
OWN = (TOPIC, FINDABLE, QUOTED)  # for which the form does not ask
CALM, URGENT = "calm", "urgent"
TOPICS = 20  # that are offered


@dataclass(frozen=True)
class ChosenTopic(Payload):
    """A draft, and the topic that it is about."""

    draft: int
    topic: int


@dataclass(frozen=True)
class Written:
    """What a question will be."""

    topic: Topic
    text: str
    urgent: bool
    guise: Guise
    findable: bool  # by others who ask much the same


def choose(request: Request, draft: Draft) -> Message:
    """What it is about; and first of all what is not for this channel."""
    words, session, text = request.words, request.session, forms.first(draft.typed, QUESTION)
    parts: list[Part] = [Heading(words("question-choose"))]
    if text:
        parts.append(Quote(in_a_line(text, 300)))
    if len(text) > TEXT_MOST:
        parts.append(Text(words("question-too-long", count=len(text), most=TEXT_MOST)))
    parts += looking.box(request)
    parts += faq.offered(looking.similar(request, text), words, str(draft.id))
    if not_here := topics.not_here(session, request.member.district_id, request.member.building_id):
        lines = "\n".join(f"• {line}" for line in contact_lines(not_here, words))
        parts += [Text(f"{words('question-not-here')}\n{lines}"), Note(words("question-danger"))]
    offered = topics.answered(session, request.member)
    buttons = [
        Button(topic.name(words.language), "question.topic", str(ChosenTopic(draft.id, topic.id)))
        for topic in offered[:TOPICS]
    ]
    parts += [Text(words("question-choose-one")), Buttons(tuple(buttons))]
    if left := len(offered) - len(buttons):
        parts.append(Note(words("question-choose-more", count=left)))
    return Message(tuple(parts))


def find_topic(session: Session, member: people.Member, id: int | None) -> Topic | None:
    """One that can be asked about."""
    return next((topic for topic in topics.answered(session, member) if topic.id == id), None)


def form(request: Request, draft: Draft) -> Form:
    """Filled in with what was typed before; not with what somebody else wrote for others than will read this."""
    words, typed = request.words, draft.typed
    text, hint = forms.first(typed, QUESTION)[:TEXT_MOST], words("question-form-hint")
    written = _written(request, typed, text)
    if written is not None and _is_kept_from_its_readers(request, typed, written):
        text, hint = "", words("question-form-anew")
    soon = (
        Choice(CALM, words("question-form-calm", days=DAYS)),
        Choice(URGENT, words("question-form-urgent", days=DAYS_URGENT)),
    )
    fields = (
        TextField(QUESTION, words("question-form-question"), hint, text, TEXT_MOST, long=True),
        anonymity.field(request, typed),
        ChoiceField(SOON, words("question-form-soon"), soon, (forms.first(typed, SOON) or CALM,)),
    )
    title, submit = words("question-form-title"), words("question-form-submit")
    return Form(WRITE, title, submit, words("cancel"), fields, str(draft.id))


def read(request: Request, typed: Typed) -> Written | Wrong:
    words, text = request.words, forms.first(typed, QUESTION).strip()
    if not text:
        return {QUESTION: words("question-wrong-empty")}
    if len(text) > TEXT_MOST:
        return {QUESTION: words("question-wrong-long", count=len(text), most=TEXT_MOST)}
    written = _written(request, typed, text)
    if written is None:
        return {QUESTION: words("question-wrong-topic")}
    if _is_kept_from_its_readers(request, typed, written):
        return {QUESTION: words("quoted-others-read")}
    return written


def _written(request: Request, typed: Typed, text: str) -> Written | None:
    """None: nobody answers the topic any more."""
    topic = find_topic(request.session, request.member, number(forms.first(typed, TOPIC)))
    if topic is None:
        return None
    guise = anonymity.read(request.session, request.member, typed)
    alone = topic.committee is not None and not caucuses.is_mixed(request.session, topic.committee)
    findable = forms.first(typed, FINDABLE) or (YES if guise.named and not alone else NO)  # else only if they say so
    return Written(topic, text, forms.first(typed, SOON) == URGENT, guise, findable == YES)


def quoting(quoted: Reference) -> Typed:
    """What a draft says of a question that begins so."""
    return {QUESTION: (quoted.words,), QUOTED: (quoted.words[:TEXT_MOST], str(quoted.audience))}


def quote(request: Request, typed: Typed, written: Written) -> str:
    """What it has of somebody else's words that are not for everybody."""
    kept = _is_kept_from(request, typed, written.text, audiences.of_district(request.district))
    return typed[QUOTED][0] if kept else ""


def _is_kept_from_its_readers(request: Request, typed: Typed, written: Written) -> bool:
    return _is_kept_from(request, typed, written.text, named(request, written))


def _is_kept_from(request: Request, typed: Typed, text: str, who: Audience) -> bool:
    match typed.get(QUOTED):
        case (words, audience):
            return Reference(words, Audience.parse(audience)).is_kept_from(request.session, who, text)
        case _:
            return False


def audience(request: Request, written: Written) -> Audience:
    """Who reads it, as the preview says."""
    session, rep = request.session, written.guise.rep
    seats = [rep, *readers.beside(session, rep)] if rep is not None else []
    return readers.audience(session, seats, written.topic.committee)


def named(request: Request, written: Written) -> Audience:
    """Of whom the preview speaks: its readers, and those who may find it."""
    found_by = audiences.of_group(request.member.group) if written.findable else Audience()
    return audience(request, written) | found_by


def seen(request: Request, written: Written) -> str:
    """The readers, and what they read of the asker."""
    shown = written.guise.described(request.words) if not written.guise.named else ""
    return f"{named(request, written).named(request.session)} {shown}".strip()


def preview(request: Request, draft: Draft, written: Written) -> Message:
    words, committee, guise = request.words, written.topic.committee, written.guise
    found = records.find(request.district, written.text, request.now)
    if found:
        send = Button(words("records-as-is"), "question.send", review.as_is(draft.id, found))
        first = (Button(words("edit"), "question.edit", str(draft.id), "main"), send)
    else:
        send = Button(words("question-send"), "question.send", str(draft.id), "main")
        first = (send, Button(words("edit"), "question.edit", str(draft.id)))
    label = words("following-hide" if written.findable else "following-find")
    others = Button(label, "question.findable", str(Choosing(draft.id, NO if written.findable else YES)))
    cancel = Button(words("cancel"), "question.cancel", str(draft.id))
    found_by = words("following-hidden")
    if written.findable:
        found_by = words("following-findable", group=request.member.group.name)
    return Message(
        (
            Heading(words("question-preview-title")),
            Quote(written.text),
            Text("\n".join(_readers(request, guise, committee))),
            *anonymity.lines(request, guise, committee),
            Note(words("faq-consent")),
            Note(found_by),
            *faq.offered(looking.similar(request, written.text), words, str(draft.id)),
            *following.offered(request, committee, written.text, draft),
            *review.pointed_out(found, words),
            Buttons((*first, *anonymity.buttons(request, draft.id, guise), others, cancel)),
        )
    )


def _readers(request: Request, guise: Guise, committee: people.Committee | None) -> list[str]:
    words, rep = request.words, guise.rep
    lines = [words("question-reads-no-rep")]
    if rep:
        lines = [words("question-reads-rep", seat=seat_title(rep, words), name=acting_name(rep, words))]
        if rep.building is not None and readers.beside(request.session, rep):
            lines.append(words("question-reads-beside", group=rep.group.name, building=rep.building.name))
    if committee and (homes := committees.homes(request.session, committee)):
        reach = presence.reach(request.session, homes, audiences.of_its_seats(request.session, committee))
        labels = words.listed([place_label(home) for home in homes])
        there = words("question-reads-committee", committee=committee.name, place=labels)
        lines.append(f"{there} {reach_lines(reach, words)}")
    return lines


WRITING = Writing(
    WRITE,
    form,
    read,
    preview,
    drafts.fixed_by("question.edit", "question.cancel"),
    sends="question.send",
    sent="question-sent-already",
    dropped="question-cancelled",
    shows=seen,
)
