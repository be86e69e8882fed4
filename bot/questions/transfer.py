"""A question goes to others: from the seat that read it first to the committee that answers its topic, from one
committee to another, from one person to the next, or back to its asker because it is not for this channel. A note may
go along to those who have the question next; nobody else reads it."""

from __future__ import annotations

from dataclasses import replace

from bot import forms, picks
from bot.boundary import Answer, Button, Buttons, Choice, Form, FormErrors, Message, Private, Text, TextField
from bot.people import audiences, committees, topics
from bot.people import model as people
from bot.people.audiences import NotShown
from bot.people.cards import acting_name, seat_title
from bot.people.topics import Topic
from bot.questions import askers, assignment, cards, closing, deserted, readers, rules
from bot.questions.faq import handlers as faq
from bot.questions.model import KIND, WIDEN, Question, dm_of
from bot.questions.readers import Readers
from bot.request import Refusal, Request
from bot.texts import Words

PASS, PASS_ON, HAND_ON, GIVE_BACK = "question.pass", "question.pass-on", "question.hand-on", "question.give-back"
TOPIC, NOTE, SEAT = "topic", "note", "seat"
NOTE_MOST = 300

# To the committee ------------------------------------------------------------------------------------------------


def ask_for_note(request: Request, question: Question) -> Answer:
    _refuse_unless_passable(request, question)
    words, note = request.words, _note_field(request, question)
    goes_now = question.topic.committee and readers.may_come_to(request.session, question, question.topic.committee)
    if question.said and goes_now:
        note = replace(note, hint=f"{note.hint} {words('question-note-said')}")
    title, submit = words("question-pass-form"), words("question-pass-submit")
    return Form(PASS, title, submit, words("cancel"), (note,), str(question.id))


def pass_to_committee(request: Request, question: Question) -> Answer:
    _refuse_unless_passable(request, question)
    if wrong := _wrong_note(request, question, PASS):
        return wrong
    return _pass(request, question, question.topic)


def _refuse_unless_passable(request: Request, question: Question) -> None:
    _refuse_unless_waits(request, question, with_committee=False)
    if question.topic.committee is None:
        raise Refusal.saying(request.words("question-wrong-topic"))


# To another committee --------------------------------------------------------------------------------------------


def ask_where_to(request: Request, question: Question) -> Answer:
    _refuse_unless_waits(request, question, with_committee=True)
    offered, words = _other_topics(request, question), request.words
    if not offered:
        raise Refusal.saying(words("question-no-topics"))
    field = picks.field(TOPIC, words("question-pass-label"), offered, PASS_ON, words("pick-hint"))
    title, submit = words("question-pass-form"), words("question-pass-submit")
    fields = (field, _note_field(request, question))
    return forms.reopened(request, Form(PASS_ON, title, submit, words("cancel"), fields, str(question.id)))


def suggest_where_to(request: Request, question: Question) -> Answer:
    return forms.suggested(request, _other_topics(request, question))


def pass_on(request: Request, question: Question) -> Answer:
    _refuse_unless_waits(request, question, with_committee=True)
    if wrong := _wrong_note(request, question, PASS_ON):
        return wrong
    session = request.session
    chosen = forms.picked(request, PASS_ON, TOPIC, _other_topics(request, question), "question-wrong-topic")
    if isinstance(chosen, FormErrors):
        return chosen
    return _pass(request, question, session.get_one(Topic, int(chosen.value)))


def _other_topics(request: Request, question: Question) -> list[Choice]:
    """That other committees answer."""
    choices = []
    for topic in topics.answered(request.session, request.member):
        if topic.committee_id != question.committee_id:
            name = topic.committee.name if topic.committee else ""
            choices.append(Choice(str(topic.id), f"{topic.name(request.words.language)} · {name}"))
    return choices


def _pass(request: Request, question: Question, topic: Topic) -> Answer:
    """At once to a committee whose people the asker was shown; otherwise once the asker was, and says yes."""
    session, note = request.session, request.given(NOTE)
    name = topic.committee.name if topic.committee else ""
    if topic.committee is None or readers.may_come_to(session, question, topic.committee):
        assignment.move(session, question, topic, note)
        return forms.say(request, "question-passed", committee=name)
    if question.asker is not None and dm_of(session, question.asker, question.account or "") is None:
        raise Refusal.saying(request.words("widening-gone", committee=name))
    assignment.ask_to_widen(session, question, topic, request.member, note)
    return forms.say(request, "widening-asked", committee=name)


# With the asker's yes --------------------------------------------------------------------------------------------


def widen(request: Request, question: Question) -> Answer:
    """It goes there, if the readers are those whom the asker was shown."""
    session, asked = request.session, readers.wanted(question)
    committee = asked.committee if asked is not None and question.waits else None
    if asked is None or committee is None:
        raise Refusal.saying(request.words("question-not-now"))
    if question.quote:
        change = Button(request.words("question-change"), "question.change", str(question.id), "main")
        return Private(Message((Text(request.words("widening-quoted")), Buttons((change,)))))
    new = audiences.of_committee(session, committee)
    try:
        question.audience = question.audience.widened(new, request.payload(Readers).seen)
    except NotShown:
        return Private(askers.widening(question, request.words))
    question.leave_behind()
    if asked.member is None and question.committee is None:
        assignment.take_away(session, question)
        question.rep = None
    assignment.move(session, question, asked.topic, asked.note)
    askers.heard(session, question)
    when = request.moment(question.due_at)
    return forms.say(request, "question-sent", who=cards.holders(question, request.words), when=when)


def keep_here(request: Request, question: Question) -> Answer:
    """Those who have it see that, and answer it or give it back; where nobody is left, it comes back at once."""
    asked = readers.wanted(question)
    if asked is None or not question.waits:
        raise Refusal.saying(request.words("question-not-now"))
    asked.refused, asked.note = True, None
    if question.committee is not None and committees.is_closed(request.session, question.committee):
        deserted.give_back(
            request.session, question, lambda _session, about, words: request.withdraw(about.kind, about.id, words)
        )
        return Private(askers.show(question, request.words))
    assignment.changed(request.session, question)
    askers.change(request.session, question, WIDEN, question.id)
    askers.heard(request.session, question)
    return forms.say(request, "widening-kept", who=cards.holders(question, request.words))


# To another person -----------------------------------------------------------------------------------------------


def hand_on(request: Request, question: Question) -> Answer:
    """A committee's is free for another member; a seat's goes to somebody else of the asker's group in the building."""
    rules.refuse_unless_waits(request, question)
    words = request.words
    if question.committee is not None:
        if question.claimer is not None and question.claimer_id != request.member.id:
            raise Refusal.saying(words("question-hand-on-not-yours", name=question.claimer.name))
        question.claimer = None
        assignment.changed(request.session, question)
        return forms.say(request, "question-handed-on", who=question.committee.name)
    offered = _offered_seats(request, question)
    if not offered:
        raise Refusal.saying(words("question-hand-on-nobody"))
    field = picks.field(SEAT, words("question-hand-on-label"), offered, HAND_ON, words("pick-hint"))
    title, fields = words("question-hand-on"), (field, _note_field(request, question))
    return forms.reopened(request, Form(HAND_ON, title, title, words("cancel"), fields, str(question.id)))


def suggest_whom(request: Request, question: Question) -> Answer:
    return forms.suggested(request, _offered_seats(request, question))


def hand_on_to(request: Request, question: Question) -> Answer:
    _refuse_unless_waits(request, question, with_committee=False)
    if wrong := _wrong_note(request, question, HAND_ON):
        return wrong
    chosen = forms.picked(request, HAND_ON, SEAT, _offered_seats(request, question), "question-hand-on-nobody")
    if isinstance(chosen, FormErrors):
        return chosen
    seat = request.session.get_one(people.Seat, int(chosen.value))
    assignment.take_away(request.session, question)
    question.leave_behind()
    question.rep, question.note = seat, request.given(NOTE)
    assignment.put(request.session, question)
    return forms.say(request, "question-handed-on", who=_named(seat, request.words))


def _offered_seats(request: Request, question: Question) -> list[Choice]:
    """Those that the asker was told of for now: who may read it once a committee has it doesn't yet. An asker without
    a name is offered like everyone: a list without them would name them."""
    session, asker = request.session, question.asker_id
    offered = [seat for seat in readers.beside(session, question.rep) if seat.acting_id != asker]
    told = [seat for seat in offered if question.audience.seats.covers(session, audiences.of_seats([seat]))]
    return [Choice(str(seat.id), _named(seat, request.words)) for seat in told]


def _named(seat: people.Seat, words: Words) -> str:
    return f"{acting_name(seat, words)}, {seat_title(seat, words)}" if seat.acting else seat_title(seat, words)


# Back to the asker -----------------------------------------------------------------------------------------------


def ask_why(request: Request, question: Question) -> Answer:
    """What it is about that is not for this channel."""
    rules.refuse_unless_unanswered(request, question)
    offered, words = _not_here(request), request.words
    if not offered:
        raise Refusal.saying(words("question-no-contacts"))
    field = picks.field(TOPIC, words("question-give-back-label"), offered, GIVE_BACK, words("pick-hint"))
    title, submit = words("question-give-back-form"), words("question-give-back-submit")
    return forms.reopened(request, Form(GIVE_BACK, title, submit, words("cancel"), (field,), str(question.id)))


def suggest_why(request: Request, _question: Question) -> Answer:
    return forms.suggested(request, _not_here(request))


def _not_here(request: Request) -> list[Choice]:
    found = topics.not_here(request.session, request.member.district_id)
    return [Choice(str(topic.id), topic.name(request.words.language)) for topic in found]


def give_back(request: Request, question: Question) -> Answer:
    """The words go to their writer; ours are deleted once they have arrived."""
    rules.refuse_unless_unanswered(request, question)
    session = request.session
    chosen = forms.picked(request, GIVE_BACK, TOPIC, _not_here(request), "question-wrong-topic")
    if isinstance(chosen, FormErrors):
        return chosen
    question.contact = session.get_one(Topic, int(chosen.value))
    request.withdraw(KIND, question.id, question.text)
    closing.give_back(session, question, request.now)
    done = Text(request.words("question-given-back-done"))
    return Private(Message((done, *faq.still_stands(request, question.id))))


# The note --------------------------------------------------------------------------------------------------------


def _note_field(request: Request, question: Question) -> TextField:
    hint = request.words("question-note-hint-unnamed" if question.anonymous else "question-note-hint")
    return TextField(NOTE, request.words("question-note-label"), hint, "", NOTE_MOST, long=True, optional=True)


def _wrong_note(request: Request, question: Question, again: str) -> FormErrors | None:
    """`again`: the press that opens the form."""
    if len(request.given(NOTE)) <= NOTE_MOST:
        return None
    return rules.wrong(request, question, NOTE, request.words("question-note-long", most=NOTE_MOST), again)


def _refuse_unless_waits(request: Request, question: Question, *, with_committee: bool) -> None:
    """With a committee, or with none."""
    rules.refuse_unless_waits(request, question)
    if with_committee is not (question.committee is not None):
        raise Refusal.saying(request.words("question-not-now"))
