"""How a calendar's file looks before it is taken over: days that are new and gone, meetings that move."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime, time, timedelta

from sqlalchemy.orm import Session

from bot.boundary import Button, Buttons, Heading, Message, Note, Part, Text, in_a_line
from bot.meetings import cards
from bot.meetings.calendars import effects
from bot.meetings.calendars.effects import Move
from bot.meetings.calendars.model import CalendarUpload, Stage, difference
from bot.meetings.model import readers
from bot.people import model as people
from bot.people import recurrence
from bot.texts import Texts, Words

CARD, APPLY, CHOOSE, DROP, UNDO = "calendar.file", "calendar.apply", "calendar.choose", "calendar.drop", "calendar.undo"
RUNS, MOVES = 25, 12  # lines
ENDED = {
    Stage.READING: "calendar-file-reading",
    Stage.APPLIED: "calendar-file-applied",
    Stage.UNDONE: "calendar-file-undone",
    Stage.DROPPED: "calendar-file-dropped",
}


def card(session: Session, subject: int, words: Words, _texts: Texts) -> Message:
    """To its sender. It looks as far back as the day on which it came: what is past by then changes nothing."""
    upload = session.get_one(CalendarUpload, subject)
    heading = Heading(words("calendar-file-title", name=in_a_line(upload.name)))
    if upload.stage is Stage.UNREADABLE:
        return Message((heading, Text(words(upload.why)), Note(words("calendar-file-again"))))
    if upload.stage in (Stage.DROPPED, Stage.UNDONE):
        return Message((Text(words(ENDED[upload.stage])),))
    if upload.stage is not Stage.READ:
        undo = Buttons((Button(words("messages-undo"), UNDO, str(upload.id)),))
        return Message((heading, Text(words(ENDED[upload.stage])), *([undo] if upload.stage is Stage.APPLIED else [])))
    return Message((heading, *preview(session, upload, words), Buttons(tuple(_buttons(session, upload, words)))))


def preview(session: Session, upload: CalendarUpload, words: Words) -> list[Part]:
    changes, today = difference(session, upload, day_of(upload)), day_of(upload)
    parts: list[Part] = [Text(words("calendar-file-nothing-yet"))]
    if not changes.new and not changes.gone:
        parts.append(Text(words("calendar-file-same" if upload.chosen else "calendar-file-none-off")))
    parts += _days(words("calendar-file-new", count=len(changes.new)), changes.new, upload.titled, words)
    parts += _days(words("calendar-file-gone", count=len(changes.gone)), changes.gone, {}, words)
    reader = session.get(people.Member, upload.member_id) if upload.member_id else None
    parts += _moves(session, effects.moves(session, upload.district, changes, today), reader, words)
    if upload.unread:
        parts.append(Note(words("calendar-file-unread", count=upload.unread, line=upload.line)))
    return parts


def day_of(upload: CalendarUpload) -> date:
    return recurrence.on_the_wall(upload.at, upload.district.zone).date()


def _buttons(session: Session, upload: CalendarUpload, words: Words) -> list[Button]:
    id, changes = str(upload.id), difference(session, upload, day_of(upload))
    choose = Button(words("calendar-file-choose"), CHOOSE, id, "" if upload.chosen else "main")
    drop = Button(words("calendar-file-drop"), DROP, id)
    if not changes.new and not changes.gone:
        return [choose, drop]
    return [Button(words("calendar-file-apply"), APPLY, f"{id}:{changes.seen}", "main"), choose, drop]


def _days(said: str, days: Sequence[date], titles: Mapping[date, str], words: Words) -> list[Part]:
    if not days:
        return []
    runs = _runs(days, titles)
    lines = [said, *(_run(run, titles.get(run[0], ""), words) for run in runs[:RUNS])]
    return [Text("\n".join(lines)), *([Note(words("more-than-fits"))] if len(runs) > RUNS else [])]


def _runs(days: Sequence[date], titles: Mapping[date, str]) -> list[list[date]]:
    """Days that follow each other, weekends aside, under one title."""
    runs = list[list[date]]()
    for day in days:
        follows = runs and (day - runs[-1][-1]) <= timedelta(3 if day.weekday() == 0 else 1)
        if follows and titles.get(day) == titles.get(runs[-1][-1]):
            runs[-1].append(day)
        else:
            runs.append([day])
    return runs


def _run(run: Sequence[date], title: str, words: Words) -> str:
    begin, end = (words.day(datetime.combine(day, time(12), UTC), "UTC") for day in (run[0], run[-1]))
    said = begin if len(run) == 1 else words("calendar-file-run", begin=begin, end=end, count=len(run))
    return f"• {said}: {title}" if title else f"• {said}"


def _moves(session: Session, found: Sequence[Move], reader: people.Member | None, words: Words) -> list[Part]:
    """Who meets when is for those who read that; of others it says how many."""
    if not found:
        return [Note(words("calendar-file-no-meeting"))]
    admits = {one.series: readers(session, one.series).admits(session, reader) for one in found} if reader else {}
    own = [one for one in found if admits.get(one.series)]
    lines = [words("calendar-file-moves", count=len(found)), *(_move(one, reader, words) for one in own[:MOVES])]
    lines += [words("no-school-others", count=left)] if (left := len(found) - len(own)) else []
    return [Text("\n".join(lines)), *([Note(words("more-than-fits"))] if len(own) > MOVES else [])]


def _move(move: Move, reader: people.Member | None, words: Words) -> str:
    zone, whom = move.series.zone, cards.whom(move.series, words, reader)
    before, after = (words.moment(at, zone) if at else "" for at in (move.before, move.after))
    if not after:
        return words("calendar-file-left-out", whom=whom, when=before)
    if not before:
        return words("calendar-file-back", whom=whom, to=after)
    return words("calendar-file-moved", whom=whom, when=before, to=after)
