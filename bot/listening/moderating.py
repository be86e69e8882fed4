"""The leaders of a group look through what its own people said: they may hide words, with a reason that the author
reads, and put others under a neutral title. Nobody moderates another group's."""

from __future__ import annotations

from sqlalchemy import select

from bot import authors, forms, themes
from bot.boundary import (
    Answer,
    Button,
    Buttons,
    Choice,
    Field,
    Form,
    Heading,
    Message,
    Note,
    Part,
    Private,
    Quote,
    Text,
    TextField,
)
from bot.boundary.answers import CHOICES
from bot.listening import rules, telling
from bot.listening.model import (
    HIDDEN,
    SAID,
    WHY_MOST,
    Contribution,
    Listening,
    Phase,
    Title,
    count,
    said_in,
)
from bot.listening.telling import Page
from bot.request import Refusal, Request
from bot.texts import Words

HIDE, WHY = "listening.hide", "why"
SORT, WHICH = "listening.sort", "which"
NEW, NONE = "new", "none"
PAGE = 5  # contributions on one


def look(request: Request, listening: Listening) -> Answer:
    """What people of their group said, the oldest first, and under which titles. Those that other groups made are for
    the board, unless people rate them all."""
    session, words, wanted = request.session, request.words, request.payload(Page).page
    groups = rules.moderated(session, listening, request.member)
    theirs = said_in(listening).where(Contribution.group_id.in_(groups))
    found = count(session, theirs)
    page = max(1, min(wanted, -(-found // PAGE)))
    parts = list[Part]()
    for one in session.scalars(theirs.offset((page - 1) * PAGE).limit(PAGE)).unique().all():
        if one.is_for(request.member) and rules.moderates(session, one, request.member):
            one.looked_through = True
            hide = Button(words("listening-hide"), HIDE, str(one.id))
            sort = [] if listening.phase is Phase.RATING else [sort_button(one, words)]
            buttons = [] if listening.phase is Phase.READING else [Buttons((*sort, hide))]
            known = one.title if one.title and (listening.rates or one.title.group_id == one.group_id) else None
            under = [words("theme-state", title=known.title(words.language))] if known else []
            parts += [Quote(one.text), Note(" ".join((note(one, words), *under))), *buttons]
    if not parts:
        parts = [Text(words("concern-none"))]
    turns = turn("listening.look", listening, page, found > page * PAGE, words)
    title = Heading(words("listening-look-title", count=found))
    foot = [Note(words("listening-look-foot")), Note(words(who_reads_titles(listening)))]
    if listening.phase is Phase.READING:
        foot = [Note(words("listening-looked-through"))]
    return Private(Message((title, *parts, *foot, Buttons((*turns, Button(words("home-back"), "home"))))))


def turn(do: str, listening: Listening, page: int, more: bool, words: Words) -> list[Button]:
    turns = [Button(words("home-previous"), do, str(Page(listening.id, page - 1)))] if page > 1 else []
    return [*turns, *([Button(words("home-next"), do, str(Page(listening.id, page + 1)))] if more else [])]


def note(one: Contribution, words: Words) -> str:
    """Who said it, and when."""
    who = one.author.name if one.author else words("concern-unnamed")
    day = words.day(one.written_at, one.district.zone)
    return words("concern-listed", who=who, where=one.group.name, day=day)


def who_reads_titles(listening: Listening) -> str:
    """A name in `content/`."""
    return "listening-titles-rated" if listening.rates else "listening-titles-read"


def sort_button(one: Contribution, words: Words) -> Button:
    return Button(words("listening-sort"), SORT, str(one.id))


# Hiding ----------------------------------------------------------------------------------------------------------


def ask_why(request: Request, one: Contribution) -> Answer:
    words = request.words
    field = TextField(WHY, words("concern-hide-label"), words("concern-hide-hint"), "", WHY_MOST, long=True)
    title, submit = words("listening-hide"), words("listening-hide-submit")
    return Form(HIDE, title, submit, words("cancel"), (field,), str(one.id))


def hide(request: Request, one: Contribution) -> Answer:
    why, words = request.given(WHY), request.words
    if not why or len(why) > WHY_MOST:
        return forms.refused(request, {WHY: words("concern-hide-wrong", most=WHY_MOST)}, HIDE, WHY)
    one.hidden, one.hidden_by = why, rules.moderates(request.session, one, request.member)
    one.audience, one.title = one.audience.narrowed(one.listening.board), None
    authors.change(request.session, one, SAID)
    authors.tell_once(request.session, one, HIDDEN, telling.NOTICE_HIDDEN, request.now)
    undo = Button(words("listening-hide-undo"), "listening.show-again", str(one.id))
    return Private(Message((Text(words("listening-hidden-done")), Buttons((undo,)))))


def show_again(request: Request, one: Contribution) -> Answer:
    one.hidden, one.hidden_by = "", None
    if one.listening.phase is Phase.READING:
        one.audience |= one.listening.board
    authors.tell_once(request.session, one, HIDDEN, telling.NOTICE_HIDDEN, request.now)
    return forms.say(request, "listening-shown-again")


def have_hidden(request: Request, one: Contribution) -> None:
    if one.hidden_by is None or one.hidden_by.acting_id != request.member.id:
        raise Refusal.saying(request.words("gone"))


# Sorting ---------------------------------------------------------------------------------------------------------


def ask_where(request: Request, one: Contribution) -> Answer:
    """Under one of the titles that are there, or a new one."""
    words = request.words
    chosen = str(one.title_id) if one.title_id else NEW
    hint = words("listening-titles-hint" if one.listening.rates else "listening-titles-read")
    fields: tuple[Field, ...] = (
        forms.choices(WHICH, words("listening-sort-which"), _offered(request, one), {WHICH: (chosen,)}),
        *themes.fields(words, {}, hint, optional=True),
    )
    title, submit = words("listening-sort-title"), words("theme-title-submit")
    return Form(SORT, title, submit, words("cancel"), fields, str(one.id))


def _offered(request: Request, one: Contribution) -> list[Choice]:
    """Until the board reads, each group's titles are its own."""
    words, listening = request.words, one.listening
    theirs = select(Title).where(Title.listening_id == listening.id).order_by(Title.id).limit(CHOICES - 2)
    if listening.phase is not Phase.READING or listening.seat.acting_id != request.member.id:
        own = select(Contribution.title_id).where(Contribution.group_id == one.group_id)
        theirs = theirs.where(Title.id.in_(own))
    there = [Choice(str(title.id), title.title(words.language)) for title in request.session.scalars(theirs)]
    return [Choice(NEW, words("listening-sort-new")), *there, Choice(NONE, words("listening-sort-none"))]


def sort(request: Request, one: Contribution) -> Answer:
    words, which = request.words, request.given(WHICH)
    if which not in {choice.value for choice in _offered(request, one)}:
        raise Refusal.saying(words("gone"))
    if which == NEW:
        titles, wrong = themes.read(request)
        if wrong:
            return forms.refused(request, wrong, SORT, *themes.TITLES.values())
        group = None if one.listening.phase is Phase.READING else one.group_id
        one.title = Title(listening_id=one.listening_id, titles=titles, group_id=group)
    else:
        one.title = request.session.get_one(Title, int(which)) if which != NONE else None
    request.session.flush()
    if one.title is None:
        return forms.say(request, "theme-taken-out")
    return forms.say(request, "listening-sorted", title=one.title.title(words.language))
