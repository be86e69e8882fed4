"""Somebody says it: one form, looked over and sent, under their name or without; and they can take it back."""

from __future__ import annotations

from dataclasses import dataclass

from bot import authors, drafts, forms, notices, own_words, return_paths, review
from bot.boundary import (
    Account,
    Answer,
    Button,
    Buttons,
    Form,
    Heading,
    Message,
    Part,
    Private,
    Quote,
    Text,
    TextField,
)
from bot.drafts import Draft, Typed, Writing, Wrong, fixed_by
from bot.listening import cards, rules, telling
from bot.listening.model import (
    AT_MOST,
    FORGET,
    HIDDEN,
    SAID,
    TEXT_MOST,
    WRITE,
    Contribution,
    Listening,
    count,
    own,
)
from bot.own_words import AS, NAMED, TEXT
from bot.payloads import number
from bot.people import belongings, circles, records
from bot.people.audiences import Audience, of_seats
from bot.people.hours import day_of
from bot.request import Refusal, Request, returning
from bot.return_paths import ReturnPath
from bot.storage.database import locked

SESSION = "session"  # what a draft says besides


@dataclass(frozen=True)
class Written:
    listening: Listening
    text: str
    named: bool


def start(request: Request, listening: Listening) -> Answer:
    """The card has said what is not for this channel, and who reads it."""
    return form(request, drafts.keep(request, WRITE, {SESSION: (str(listening.id),)}, None))


def form(request: Request, draft: Draft) -> Form:
    """Filled in with what was typed before."""
    words, typed = request.words, draft.typed
    hint = words("listening-text-hint")
    fields = (
        TextField(TEXT, words("listening-text"), hint, forms.first(typed, TEXT), TEXT_MOST, long=True),
        own_words.name_field(words, typed),
    )
    title, submit = words("listening-say-title"), words("question-form-submit")
    return Form(WRITE, title, submit, words("cancel"), fields, str(draft.id))


def write(request: Request, draft: Draft) -> Answer:
    return WRITING.look_over(request, drafts.typed_over(request, draft, (SESSION,)), draft)


def read(request: Request, typed: Typed) -> Written | Wrong:
    """Raises Refusal, with the words, where the session is not open to them any more."""
    words, text = request.words, forms.first(typed, TEXT).strip()
    listening = request.session.get(Listening, number(forms.first(typed, SESSION)) or 0)
    if listening is None or not rules.hears(request.session, listening, request.member):
        raise Refusal(returning(words("listening-is-closed"), text))
    return own_words.wrong(text, TEXT_MOST, words) or Written(listening, text, forms.first(typed, AS) == NAMED)


def preview(request: Request, draft: Draft, written: Written) -> Message:
    words = request.words
    parts: list[Part] = [
        Text(cards.readers_line(request.session, written.listening, request.member.group, words)),
        *cards.titles_shown(written.listening, words),
        *cards.nobody_answers(written.listening, words),
        *_names(request, written),
    ]
    do = ("listening.send", "listening.words-edit", "listening.words-cancel")
    return own_words.preview(request, draft, written.text, parts, do)


def _names(request: Request, written: Written) -> list[Part]:
    """Under which name it goes, and how long the bot can reach its author."""
    words, member, few = request.words, request.member, ""
    asked = rules.asked(request.session, written.listening)  # all who read it know where it is asked
    if (many := circles.peers(request.session, member, asked)) < circles.FEW:
        few = words("listening-few", count=many, group=member.group.name)
    unnamed = words("listening-is-unnamed", group=member.group.name)
    return own_words.under_name(member.name if written.named else "", unnamed, few, words)


def readers(request: Request, written: Written) -> Audience:
    return _moderators(request, written) | written.listening.board


def _moderators(request: Request, written: Written) -> Audience:
    return of_seats(rules.moderators(request.session, written.listening, request.member.group))


WRITING = Writing(
    WRITE,
    form,
    read,
    preview,
    fixed_by("listening.words-edit", "listening.words-cancel"),
    sends="listening.send",
    sent="listening-sent-already",
    dropped="question-cancelled",
    shows=lambda request, written: readers(request, written).named(request.session),
)

# Sending ---------------------------------------------------------------------------------------------------------


def send(request: Request, draft: Draft) -> Answer:
    """The draft of one without a name would name its author: it is gone."""
    if draft.became is not None:  # pressed twice
        return forms.say(request, "listening-sent")
    locked(request.session, Listening, number(forms.first(draft.typed, SESSION)) or 0)  # it is not closed meanwhile
    written = read(request, draft.typed)
    if isinstance(written, dict):
        return WRITING.wrong(request, draft, written)
    decided = review.decided(request, records.find(request.district, written.text, request.now))
    if again := WRITING.once_more(request, draft, written, decided):
        return again
    session, member, mine = request.session, request.member, own(request.session, request.member, written.listening)
    if any(_plain(one.text) == _plain(written.text) for one in session.scalars(mine)):
        own_words.forget_repeated(session, draft)
        return Private(returning(request.words("listening-said-already"), written.text))
    if count(session, mine) >= AT_MOST:
        raise Refusal(returning(request.words("listening-too-many", most=AT_MOST), written.text))
    account, one = drafts.account_of(request, draft), _begun(request, written)
    session.add(one)
    session.flush()  # its number; nothing after this refuses
    lost: list[str] = []
    if written.named:
        draft.become(one.id, request.now)
        belongings.note(session, member, Account.parse(account), Contribution.author_id, one.id)
    else:
        return_paths.begin(session, one.thing, member.district_id, ReturnPath(member.id, account))
        authors.end_some_day(session, FORGET, one, request.now)
        lost = drafts.forget_unnamed(session, draft, TEXT)
    telling.tell_moderators(session, written.listening, member.group, request.now)
    back = Button(request.words("concern-take-back"), "listening.take-back", str(one.id))
    given = drafts.given_back(lost, request.words)
    return Private(Message((Text(request.words("listening-sent")), *given, Buttons((back,)))))


def _begun(request: Request, written: Written) -> Contribution:
    member = request.member
    return Contribution(
        listening=written.listening,
        text=written.text,
        group=member.group,
        author=member if written.named else None,
        audience=_moderators(request, written),
        written_at=request.now if written.named else day_of(request.now, request.district.zone),
    )


def _plain(text: str) -> str:
    return " ".join(text.casefold().split())


# One's own -------------------------------------------------------------------------------------------------------


def show_own(request: Request, listening: Listening) -> Answer:
    """What they said there, and what became of it."""
    words, parts = request.words, list[Part]()
    for one in request.session.scalars(own(request.session, request.member, listening)):
        back = Button(words("concern-take-back"), "listening.take-back", str(one.id))
        parts += [Quote(one.text), *telling.became(one, words), Buttons((back,))]
    if not parts:
        parts = [Text(words("listening-own-none"))]
    more: list[Part] = []
    if rules.hears(request.session, listening, request.member):
        more = [Buttons((Button(words("listening-say"), "listening.say", str(listening.id), "main"),))]
    return Private(Message((Heading(words("listening-own")), *parts, *more)))


def ask_to_take_back(request: Request, one: Contribution) -> Answer:
    words = request.words
    yes = Button(words("concern-take-back-yes"), "listening.take-back-now", str(one.id), "danger")
    keep = Button(words("concern-take-back-no"), "listening.own", str(one.listening_id))
    return Private(Message((Text(words("concern-take-back-asks")), Quote(one.text), Buttons((yes, keep)))))


def take_back(request: Request, one: Contribution) -> Answer:
    """Its words are deleted; nobody reads them any more."""
    one.text, one.taken_back, one.hidden = "", True, ""
    for card in (SAID, HIDDEN):
        authors.change(request.session, one, card)
    for name in (telling.NOTICE, telling.NOTICE_HIDDEN):
        notices.forget_all(request.session, name, one.id)
    authors.end_tonight(request.session, FORGET, one, request.now)
    return forms.say(request, "concern-taken-back")
