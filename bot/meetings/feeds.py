"""A calendar to subscribe to, at an address that nobody can guess: for each member, with all their meetings, and for
each body. Of an address only a digest is kept. It is a copy that calendars read late; what counts is said in chat."""

from __future__ import annotations

import asyncio
import hashlib
import secrets
from datetime import date, datetime, timedelta

from aiohttp import web
from sqlalchemy import Engine, ForeignKey, delete, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from bot.boundary import Answer, Button, Buttons, File, Heading, Message, Note, Private, Text
from bot.meetings import cards, ics, model, rules
from bot.meetings.model import Kind, Meeting, Series
from bot.people import caucuses, links, readers, recurrence
from bot.people import model as people
from bot.request import Refusal, Request
from bot.storage.database import reading
from bot.storage.tables import Table
from bot.texts import Texts, Words
from bot.timetable import Clock

PATH = "/calendar/{token}.ics"
READ_AGAIN = timedelta(hours=1)  # a calendar may ask


class CalendarFeed(Table):
    """Whose address it is; with a series that of a body, which somebody asked for."""

    __tablename__ = "calendar_feeds"
    __table_args__ = ({"sqlite_autoincrement": True},)
    id: Mapped[int] = mapped_column(primary_key=True)
    digest: Mapped[str] = mapped_column(unique=True)  # of the address's token
    member_id: Mapped[int] = mapped_column(ForeignKey("members.id"), index=True)
    series_id: Mapped[int | None] = mapped_column(ForeignKey("meeting_series.id"))
    made_at: Mapped[datetime]
    account: Mapped[str | None]  # at which it was made; None: that was not written down


def may_read(request: Request, series: Series | None) -> None:
    if series is not None:
        rules.belong_to_it(request, series)


def _digest(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()


# Asking for an address -------------------------------------------------------------------------------------------


def show(request: Request, series: Series | None) -> Answer:
    """Whether there is one; it cannot be shown twice."""
    words, feed = request.words, _own(request, series)
    about = str(series.id) if series else ""
    heading = Heading(words("calendar-title"))
    if not request.public_url:
        return Private(Message((heading, Text(words("calendar-no-address")))))
    make = Button(words("calendar-make" if feed is None else "calendar-renew"), "meeting.feed-make", about, "main")
    if feed is None:
        return Private(Message((heading, Text(words("calendar-none")), Note(words("calendar-who")), Buttons((make,)))))
    when = words.day(feed.made_at, request.district.zone)
    stop = Button(words("calendar-stop"), "meeting.feed-stop", about)
    return Private(Message((heading, Text(words("calendar-has", when=when)), Buttons((make, stop)))))


def make(request: Request, series: Series | None) -> Answer:
    """The one before stops working."""
    words = request.words
    if not request.public_url:
        raise Refusal.saying(words("calendar-no-address"))
    _forget(request, series)
    token = secrets.token_urlsafe(24)
    feed = CalendarFeed(digest=_digest(token), member_id=request.member.id, made_at=request.now)
    feed.series_id = series.id if series else None
    feed.account = links.acting(request.session, request.member, request.act.actor)
    request.session.add(feed)
    address = request.public_url.rstrip("/") + PATH.format(token=token)
    parts = (Text(words("calendar-made")), Text(address), Note(words("calendar-who")), Note(words("calendar-late")))
    return Private(Message(parts))


def stop(request: Request, series: Series | None) -> Answer:
    _forget(request, series)
    return Private(Message((Text(request.words("calendar-stopped")),)))


def _own(request: Request, series: Series | None) -> CalendarFeed | None:
    id = series.id if series else None
    mine = (CalendarFeed.member_id == request.member.id, CalendarFeed.series_id.is_not_distinct_from(id))
    feed = request.session.scalars(select(CalendarFeed).where(*mine)).first()
    return feed if feed and _is_theirs(request.session, feed) else None


def _is_theirs(session: Session, feed: CalendarFeed) -> bool:
    """Who left the district reads nothing, nor does an account that is linked no more, or whose workspace the bot is no
    more in: nobody there could end it."""
    accounts = links.tied_accounts_of(session, session.get_one(people.Member, feed.member_id))
    return bool(accounts) and (feed.account is None or feed.account in accounts)


def _forget(request: Request, series: Series | None) -> None:
    id = series.id if series else None
    mine = (CalendarFeed.member_id == request.member.id, CalendarFeed.series_id.is_not_distinct_from(id))
    request.session.execute(delete(CalendarFeed).where(*mine))


# Reading it ------------------------------------------------------------------------------------------------------


def written(session: Session, feed: CalendarFeed, texts: Texts, today: date) -> bytes:
    """What its member may read now. Meetings of a caucus take up time in it, and say nothing more."""
    member = session.get_one(people.Member, feed.member_id)
    words = readers.words_for(session, member, texts[member.language])
    series = session.get(Series, feed.series_id) if feed.series_id else None
    if feed.series_id is not None:
        found = [series] if series and model.readers(session, series).admits(session, member) else []
        name = found[0].name if found else ""
    else:
        found = list(model.of_seats(session, people.seats_of(session, member)))
        name = words("calendar-name", name=member.name)
    alone = feed.series_id is not None
    return ics.calendar(session, name, [_shown(session, one, words, member, alone=alone) for one in found], today)


def _shown(session: Session, series: Series, words: Words, member: people.Member, *, alone: bool) -> ics.Shown:
    """What it is called and where it is; beside others, what one group has alone says no more than that it is."""
    if not alone and _is_of_one_group(session, series):
        return ics.Shown(series, words("calendar-busy"), "", private=True)
    called = series.name if series.kind is Kind.BODY else words("calendar-with", whom=cards.whom(series, words, member))
    return ics.Shown(series, called, cards.how(series, words), private=False)


def _is_of_one_group(session: Session, series: Series) -> bool:
    if series.committee is not None:
        return not caucuses.is_mixed(session, series.committee)
    return len({seat.group_id for seat in series.seats}) == 1


def take_date(request: Request, meeting: Meeting) -> Answer:
    """One date as a file, for a calendar that has others beside it."""
    shown = _shown(request.session, meeting.series, request.words, request.member, alone=False)
    content = ics.one_date(request.session, shown, meeting)

    async def make() -> bytes:
        return content

    day = recurrence.on_the_wall(meeting.at, meeting.series.zone).date()
    file = File(f"{request.words('calendar-date-name')}-{day.isoformat()}.ics", "", make)
    said = request.words("calendar-date-taken", when=cards.when(meeting, request.words))
    return Private(Message((Text(said), Note(request.words("calendar-late")))), files=(file,))


class Feeds:
    """/calendar, for everyone who knows an address of it."""

    def __init__(self, engine: Engine, texts: Texts, clock: Clock) -> None:
        self._engine, self._texts, self._clock = engine, texts, clock
        self.routes = (web.get(PATH, self._answer),)

    async def _answer(self, request: web.Request) -> web.Response:
        content = await asyncio.to_thread(self._read, request.match_info["token"])
        if content is None:
            return web.Response(status=404)
        tag = f'"{hashlib.sha256(content).hexdigest()[:32]}"'
        seconds = int(READ_AGAIN.total_seconds())
        headers = {"ETag": tag, "Cache-Control": f"private, max-age={seconds}", "X-Robots-Tag": "noindex"}
        if any(one.value in (tag.strip('"'), "*") for one in request.if_none_match or ()):
            return web.Response(status=304, headers=headers)
        return web.Response(body=content, content_type="text/calendar", charset="utf-8", headers=headers)

    def _read(self, token: str) -> bytes | None:
        with reading(self._engine) as session:
            feed = session.scalars(select(CalendarFeed).where(CalendarFeed.digest == _digest(token))).one_or_none()
            if feed is None or not _is_theirs(session, feed):
                return None
            return written(session, feed, self._texts, self._clock.now().date())
