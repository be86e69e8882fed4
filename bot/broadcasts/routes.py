"""All that broadcasts can be asked to do."""

from __future__ import annotations

from bot import may
from bot.broadcasts import (
    afterwards,
    approving,
    attaching,
    cards,
    channels,
    correcting,
    drafting,
    elsewhere,
    export,
    files,
    home,
    interventions,
    languages,
    lifecycle,
    member_merge,
    model,
    narrowing,
    planning,
    progress,
    reading,
    replying,
    rules,
    telling,
    walks,
)
from bot.broadcasts.drafting import WRITING
from bot.broadcasts.rules import find, find_to_change
from bot.broadcasts.writing import TEXT, TITLE, in_language
from bot.feature import Chore, Feature, FileKind
from bot.moments import LANGUAGES
from bot.request import Anyone, ReviewedForm, Route
from bot.timetable import HOUR
from bot.uploads import ANY

OWN = (may.be_its_writer, rules.hold_a_seat_of_a_building)
WRITER = (may.be_its_writer, rules.be_able_to_tell)
SENDER = (rules.be_its_sender,)
AUTHOR = (rules.be_its_author, rules.before_it_goes)
APPROVED = (rules.be_of_it,)
UNDER_WAY = (*SENDER, rules.under_way)
LATE = (*SENDER, rules.in_its_time)
CORRECTS = (*LATE, rules.send_in_its_role)
COUNTED = (*SENDER, rules.be_its_author)
APPROVER = (rules.approve_it,)
AGAIN = (rules.approve_its_correction,)
SEAT = (replying.be_its_seat,)
REPLIED = (replying.be_of_its_seat,)
TRANSLATOR = (rules.be_its_translator,)
READER = (rules.be_told,)
SENDING = (Anyone("only from those who write a message is one expected"),)

tell = Route(drafting.start_own, (rules.hold_a_seat_of_a_building,), own_words=("text",))
start = Route(drafting.start, (rules.may_broadcast,), own_words=("text",))
CORRECTED = tuple(in_language(name, language) for name in (TITLE, TEXT) for language in LANGUAGES)

FEATURE = Feature(
    commands={"tell": tell, "broadcast": start},
    typing={languages.ASK: Route(languages.suggest, WRITER, WRITING.find)},
    presses={
        # Writing one
        "broadcast.tell": tell,
        "broadcast.start": start,
        "broadcast.edit": Route(WRITING.edit, WRITER, WRITING.find),
        "broadcast.cancel": Route(WRITING.drop, (may.be_its_writer,), WRITING.find),
        "broadcast.take-up": Route(drafting.take_up, WRITER, WRITING.find),
        "broadcast.seat": Route(drafting.change_seat, WRITER, WRITING.find),
        "broadcast.urgent": Route(drafting.change_urgency, WRITER, WRITING.find),
        "broadcast.want-replies": Route(drafting.change_replies, WRITER, WRITING.find),
        channels.CHOOSE: Route(channels.ask, WRITER, WRITING.find),
        narrowing.FORM: Route(narrowing.ask, WRITER, WRITING.find),
        files.ADD: Route(attaching.expect, WRITER, WRITING.find),
        files.OUT: Route(attaching.take_out, WRITER, WRITING.find),
        "broadcast.see": Route(drafting.see, WRITER, WRITING.find),
        "broadcast.on": Route(elsewhere.see, WRITER, WRITING.find),
        "broadcast.cut-off": Route(elsewhere.cut_off, WRITER, WRITING.find),
        planning.FORM: Route(planning.ask, WRITER, WRITING.find),
        languages.OTHER: Route(languages.ask_for_other, WRITER, WRITING.find),
        languages.ASK: Route(languages.ask_whom, WRITER, WRITING.find),
        "broadcast.send": Route(drafting.send, (*WRITER, may.not_too_fast), WRITING.find),
        # Handed in, and not begun
        "broadcast.look": Route(approving.look, AUTHOR, find),
        "broadcast.see-row": Route(approving.see_row, (rules.concern_them,), find),
        "broadcast.go": Route(approving.go, (*AUTHOR, rules.send_in_its_role), find_to_change),
        "broadcast.change": Route(approving.change, AUTHOR, find),
        "broadcast.withdraw": Route(approving.withdraw, APPROVED, find_to_change),
        languages.WORDS: Route(languages.ask_for_words, TRANSLATOR, find),
        "broadcast.words-no": Route(languages.decline, TRANSLATOR, find_to_change),
        "broadcast.check": Route(approving.check, APPROVER, find),
        "broadcast.approve": Route(approving.approve, APPROVER, find_to_change),
        approving.RETURN: Route(approving.ask_why, APPROVER, find),
        # Under way, and afterwards
        "broadcast.pause": Route(afterwards.pause, UNDER_WAY, find_to_change),
        "broadcast.resume": Route(afterwards.resume, (*UNDER_WAY, rules.send_in_its_role), find_to_change),
        "broadcast.stop": Route(afterwards.stop, (rules.end_it, rules.under_way), find_to_change),
        correcting.CORRECT: Route(correcting.ask, CORRECTS, find),
        afterwards.RETRACT: Route(afterwards.ask_to_retract, (*APPROVED, rules.in_its_time), find),
        "broadcast.correction-check": Route(correcting.check, AGAIN, find),
        "broadcast.correction-see": Route(correcting.see, AGAIN, find),
        "broadcast.correction-approve": Route(correcting.approve, AGAIN, find_to_change),
        correcting.RETURN: Route(correcting.ask_why, AGAIN, find),
        "broadcast.report": Route(afterwards.report, SENDER, find_to_change),
        "broadcast.take-along": Route(export.take_along, COUNTED, find_to_change),
        "broadcast.remind": Route(afterwards.remind, (*COUNTED, rules.in_its_time), find_to_change),
        # What is replied to it
        replying.SEE: Route(replying.see, SEAT, find),
        model.REPLY: Route(replying.ask, REPLIED, replying.find),
        "broadcast.reply-leave": Route(replying.leave, REPLIED, replying.find_to_change),
        # Its readers
        "broadcast.show": Route(afterwards.show, READER, find),
        "broadcast.read": Route(afterwards.read, READER, find),
        model.FILE: Route(attaching.open_it, (attaching.may_open,), attaching.find),
    },
    forms={
        model.WRITE: Route(
            drafting.write, (*WRITER, rules.may_broadcast), WRITING.find, begins=True, own_words=(TITLE, TEXT)
        ),
        model.WRITE_OWN: Route(drafting.write_own, OWN, WRITING.find, begins=True, own_words=(TEXT,)),
        planning.FORM: Route(planning.write, WRITER, WRITING.find),
        channels.CHOOSE: Route(channels.choose, WRITER, WRITING.find),
        narrowing.FORM: Route(narrowing.write, WRITER, WRITING.find),
        languages.OTHER: Route(languages.write_other, WRITER, WRITING.find, own_words=(TITLE, TEXT)),
        languages.ASK: Route(languages.ask, WRITER, WRITING.find),
        languages.WORDS: Route(
            languages.write_words,
            TRANSLATOR,
            find_to_change,
            reviewed=ReviewedForm(languages.WORDS, (TITLE, TEXT)),
        ),
        approving.RETURN: Route(
            approving.send_back,
            APPROVER,
            find_to_change,
            reviewed=ReviewedForm(approving.RETURN, (approving.REASON,)),
        ),
        correcting.CORRECT: Route(
            correcting.correct, CORRECTS, find_to_change, reviewed=ReviewedForm(correcting.CORRECT, CORRECTED)
        ),
        correcting.RETURN: Route(
            correcting.send_back,
            AGAIN,
            find_to_change,
            reviewed=ReviewedForm(correcting.RETURN, (correcting.REASON,)),
        ),
        model.REPLY: Route(
            replying.answer,
            REPLIED,
            replying.find_to_change,
            reviewed=ReviewedForm(model.REPLY, (replying.TEXT,)),
        ),
        afterwards.RETRACT: Route(
            afterwards.retract,
            (*APPROVED, rules.in_its_time),
            find_to_change,
            reviewed=ReviewedForm(afterwards.RETRACT, (afterwards.REASON,)),
        ),
    },
    files={files.KIND: FileKind(ANY, Route(attaching.receive, SENDING), attaching.READING, attaching.expected_until)},
    threads={model.CARD: replying.HEARING},
    cards={
        model.CARD: cards.card,
        model.DIRECT: cards.direct_card,
        model.PROGRESS: progress.card,
        model.REPLY: replying.card,
        model.FILE: files.card,
        files.CAME: attaching.came,
    },
    notices=telling.KINDS | replying.KINDS | correcting.KINDS | interventions.KINDS,
    due={
        lifecycle.BEGIN: lifecycle.begin_when_due,
        lifecycle.LOOK: lifecycle.look,
        walks.WALK: walks.step,
    },
    home=home.SECTIONS,
    starts=(home.offer,),
    merges=(member_merge.merge,),
    seat_changes=(telling.seat_changed, correcting.seat_changed),
    place_changes=(replying.place_changed,),
    maintenance=(Chore(HOUR, reading.forget), Chore(HOUR, attaching.forget), Chore(HOUR, replying.end)),
)
