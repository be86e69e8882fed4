"""A group sorts its own concerns under neutral titles, in both languages; the words stay as they were written. Before
anybody else sees a title, the group can keep it to itself."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Select, case, func, select

from bot import forms, themes
from bot.boundary import Answer, Button, Buttons, Form, Heading, Message, Note, Part, Private, Quote, Text
from bot.goals.concerns import Concern, readable, shown_to
from bot.goals.model import count
from bot.goals.rounds.model import Sorted, Theme, sizes, themes_of, under
from bot.payloads import Payload, Row, number
from bot.request import Refusal, Request

FORM = "theme.title"
OFFERED, LISTED, OPENED = 18, 10, 8  # themes to choose from, and on a page; concerns of one on it


@dataclass(frozen=True)
class Put(Payload):
    """A concern, and the theme under which it goes."""

    concern: int
    theme: int


@dataclass(frozen=True)
class Titled(Payload):
    """A theme, or the concern for which there shall be a new one."""

    id: int
    what: str


NEW, OLD = "new", "old"

# Which one -------------------------------------------------------------------------------------------------------


def find_concern_to_sort(request: Request) -> Concern | None:
    return request.session.get(Concern, request.payload(Row).id)


def find_theme(request: Request) -> Theme | None:
    """Of their own group."""
    theme = request.session.get(Theme, request.payload(Row).id)
    return theme if theme is not None and theme.group_id == request.member.group_id else None


def find_titled(request: Request) -> Concern | Theme | None:
    """As above, whichever it is."""
    titled = request.payload(Titled)
    if titled.what == OLD:
        return find_theme(request)
    concern = request.session.get(Concern, titled.id)
    own = concern is not None and concern.group_id == request.member.group_id and concern.is_for(request.member)
    return concern if own else None


def _unsorted(request: Request) -> Select[Concern]:
    done = select(Sorted.concern_id)
    return readable(request.session, request.member).where(Concern.id.not_in(done), Concern.handed_on_at.is_(None))


# Sorting ---------------------------------------------------------------------------------------------------------


def next_one(request: Request, _subject: object) -> Answer:
    """That has not been put anywhere yet; those after this one, where one was skipped."""
    return _next(request, number(request.about) or 0)


def _next(request: Request, after: int = 0) -> Answer:
    waiting = _unsorted(request).order_by(None).subquery()
    following = func.min(case((waiting.c.id > after, waiting.c.id)))
    left, id_ = request.session.execute(select(func.count(), following).select_from(waiting)).one()
    concern = request.session.get(Concern, id_ or 0)
    if concern is None:
        return show(request, None)
    words, id = request.words, str(concern.id)
    there = themes_of(request.session, request.member.group_id)[:OFFERED]
    put = [
        Button(theme.title(words.language), "theme.put", str(Put(concern.id, theme.id)))
        for theme in there
        if theme.round_id is None
    ]
    put.append(Button(words("theme-new"), "theme.title", str(Titled(concern.id, NEW)), "main"))
    put.append(Button(words("theme-skip"), "theme.sort", id))
    put.append(Button(words("theme-list"), "theme.list"))
    title = Heading(words("theme-sort-title", count=left))
    return Private(Message((title, Quote(concern.text), Text(words("theme-sort-asks")), Buttons(tuple(put)))))


def put(request: Request, concern: Concern) -> Answer:
    theme = request.session.get(Theme, request.payload(Put).theme)
    if theme is None or theme.group_id != concern.group_id or theme.round_id is not None:
        raise Refusal.saying(request.words("gone"))
    _put(request, concern, theme)
    return _next(request)


def _put(request: Request, concern: Concern, theme: Theme) -> None:
    there = request.session.get(Sorted, concern.id) or Sorted(concern_id=concern.id)
    there.theme_id = theme.id
    request.session.add(there)
    request.session.flush()


# Titles ----------------------------------------------------------------------------------------------------------


def ask_for_titles(request: Request, titled: Concern | Theme) -> Answer:
    words = request.words
    there = titled.titles if isinstance(titled, Theme) else {}
    fields = themes.fields(words, there, words("theme-title-hint"))
    title, submit = words("theme-title-form"), words("theme-title-submit")
    return Form(FORM, title, submit, words("cancel"), fields, request.about)


def give_titles(request: Request, titled: Concern | Theme) -> Answer:
    given, wrong = themes.read(request)
    if wrong:
        return forms.refused(request, wrong, "theme.title", *themes.TITLES.values())
    if isinstance(titled, Theme):
        _refuse_if_shown(request, titled)
        titled.titles = given
        return show(request, None)
    theme = Theme(group_id=titled.group_id, titles=given, shared=True)
    request.session.add(theme)
    request.session.flush()
    _put(request, titled, theme)
    return _next(request)


def _refuse_if_shown(request: Request, theme: Theme) -> None:
    if theme.round_id is not None:
        raise Refusal.saying(request.words("theme-shown"))


# The list --------------------------------------------------------------------------------------------------------


def show(request: Request, _subject: object) -> Answer:
    session, words = request.session, request.words
    there = themes_of(session, request.member.group_id)
    many = sizes(session, there)
    parts: list[Part] = [Heading(words("theme-list-title", count=len(there)))]
    for theme in there[:LISTED]:
        line = words("theme-listed", title=theme.title(words.language), count=many.get(theme.id, 0))
        kept = "" if theme.shared else f" {words('theme-is-kept')}"
        parts += [Text(f"{line}{kept}"), Buttons(tuple(_for_theme(request, theme)))]
    left = count(session, _unsorted(request))
    on = [Button(words("theme-sort", count=left), "theme.sort", tone="main")] if left else []
    if len(there) > LISTED:
        parts.append(Note(words("theme-more", count=len(there) - LISTED)))
    return Private(Message((*parts, Buttons((*on, Button(words("home-back"), "home"))), Note(words("theme-foot")))))


def _for_theme(request: Request, theme: Theme) -> list[Button]:
    words, id = request.words, str(theme.id)
    see = Button(words("theme-open"), "theme.open", id)
    if theme.round_id is not None:
        return [see]
    label = words("theme-keep") if theme.shared else words("theme-share")
    return [see, Button(label, "theme.keep", id)]


def keep(request: Request, theme: Theme) -> Answer:
    """For its own group alone, or for the others, too, once its list is shown."""
    _refuse_if_shown(request, theme)
    theme.shared = not theme.shared
    return show(request, None)


def open_theme(request: Request, theme: Theme) -> Answer:
    """With the words under it."""
    words = request.words
    parts: list[Part] = [Heading(theme.title(words.language))]
    here = request.session.scalars(under(theme).limit(OPENED))
    for concern in shown_to(request.session, request.member, here):
        out = Button(words("theme-take-out"), "theme.take-out", str(concern.id))
        parts += [Quote(concern.text), Buttons((out,))]
    again = Button(words("theme-rename"), "theme.title", str(Titled(theme.id, OLD)))
    return Private(Message((*parts, Buttons((again, Button(words("theme-list"), "theme.list"))))))


def take_out(request: Request, concern: Concern) -> Answer:
    """By a reader, or by its author: it waits to be sorted again."""
    there = request.session.get(Sorted, concern.id)
    if there is not None:
        request.session.delete(there)
    return forms.say(request, "theme-taken-out")
