"""All that meetings can be asked to do."""

from __future__ import annotations

from bot import may
from bot.feature import Chore, Feature, NoticeKind
from bot.meetings import changing, home, items, model, notes, offers, pairing, proposals, rules, schedule, telling
from bot.meetings.pairing import WRITING
from bot.request import ReviewedForm, Route
from bot.timetable import HOUR

WRITER = (may.be_its_writer, may.hold_a_seat)
READER = (rules.belong_to_it,)
SEAT = (rules.act_for_a_seat,)
GOING = (rules.act_for_a_seat, rules.goes_on)
ASKED = (rules.be_asked, rules.is_open)
LEADER = (proposals.lead_a_group,)
AFTERWARDS = (rules.act_for_a_seat, notes.have_been)

start = Route(pairing.start, WRITER, WRITING.find, begins=True)

FEATURE = Feature(
    presses={
        "meeting.start": start,
        "meeting.edit": Route(WRITING.edit, WRITER, WRITING.find),
        "meeting.drop": Route(WRITING.drop, (may.be_its_writer,), WRITING.find),
        "meeting.send": Route(pairing.send, (*WRITER, may.not_too_fast), WRITING.find),
        "meeting.offer": Route(pairing.offer_times, GOING, rules.find),
        "meeting.move": Route(pairing.offer_other_time, GOING, rules.find_meeting),
        "meeting.pick": Route(offers.pick, ASKED, rules.find_offer),
        "meeting.neither": Route(pairing.neither, ASKED, rules.find_offer),
        "meeting.take-back": Route(offers.take_back, (rules.have_offered, rules.is_open), rules.find_offer),
        "meeting.show": Route(home.show, READER, rules.find),
        items.FORM: Route(items.ask, (*READER, rules.goes_on), rules.find),
        "meeting.take-off": Route(items.take_off, (items.have_added_it,), items.find),
        notes.FORM: Route(notes.ask, AFTERWARDS, rules.find_meeting),
        "meeting.did-not": Route(notes.did_not, AFTERWARDS, rules.find_meeting_to_change),
        "meeting.tell": Route(notes.tell, (rules.have_written,), rules.find_note),
        "meeting.untell": Route(notes.untell, (rules.have_written,), rules.find_note),
        notes.CARD: Route(notes.show, (notes.may_read,), rules.find_note),
        changing.CANCEL: Route(changing.ask_to_cancel, GOING, rules.find_meeting),
        "meeting.uncancel": Route(changing.uncancel, GOING, rules.find_meeting_to_change),
        "meeting.end": Route(changing.end, SEAT, rules.find_to_change),
        "meeting.again": Route(changing.again, SEAT, rules.find_to_change),
        "meeting.pair-all": Route(proposals.look_over, LEADER),
        "meeting.propose": Route(proposals.propose, LEADER),
        "meeting.decline": Route(proposals.decline, GOING, rules.find_to_change),
    },
    forms={
        WRITING.form: Route(pairing.write, WRITER, WRITING.find, begins=True),
        items.FORM: Route(
            items.add,
            (*READER, rules.goes_on),
            rules.find_to_change,
            reviewed=ReviewedForm(items.FORM, (items.TEXT,)),
        ),
        notes.FORM: Route(
            notes.write,
            AFTERWARDS,
            rules.find_meeting_to_change,
            reviewed=ReviewedForm(notes.FORM, notes.FIELDS),
        ),
        changing.CANCEL: Route(
            changing.cancel,
            GOING,
            rules.find_meeting_to_change,
            reviewed=ReviewedForm(changing.CANCEL, (changing.REASON,)),
        ),
    },
    cards={notes.CARD: notes.card},
    notices={
        pairing.ASKED: NoticeKind("meeting-news", telling.is_asked, telling.show_asked),
        pairing.AGREED: NoticeKind("meeting-news", telling.is_agreed, telling.show_agreed),
        proposals.PROPOSED: NoticeKind("meeting-news", proposals.is_proposed, proposals.show_proposed),
        proposals.EMPTY: NoticeKind("meeting-news", proposals.are_empty, proposals.show_empty),
        schedule.TOMORROW: NoticeKind("meeting-reminders", telling.is_tomorrow, telling.show_tomorrow),
        schedule.CHANGED: NoticeKind("meeting-news", telling.has_changed, telling.show_changed),
        schedule.AFTER: NoticeKind("meeting-reminders", telling.is_to_write_down, telling.show_to_write_down),
        telling.INHERITED: NoticeKind("meeting-news", telling.has_inherited, telling.show_inherited),
        changing.ENDED: NoticeKind("meeting-news", telling.is_ended, telling.show_ended),
    },
    due={schedule.REMIND: schedule.remind, schedule.OVER: schedule.over},
    home=home.SECTIONS,
    starts=(home.offer,),
    seat_changes=(telling.seat_changed,),
    merges=(model.merge,),
    maintenance=(Chore(HOUR, schedule.look_at_calendar),),
)
