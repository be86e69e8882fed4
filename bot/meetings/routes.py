"""All that meetings can be asked to do."""

from __future__ import annotations

from bot import may
from bot.feature import Chore, Feature, NoticeKind, ThreadRules
from bot.meetings import (
    agenda,
    bodies,
    building,
    changing,
    company,
    desk,
    dying,
    feeds,
    home,
    inviting,
    items,
    lasting,
    minutes,
    no_school,
    notes,
    occasions,
    offers,
    outcomes,
    pairing,
    picked,
    posts,
    previews,
    proposals,
    replies,
    rules,
    schedule,
    telling,
    terms,
    turns,
)
from bot.meetings.pairing import WRITING
from bot.request import Anyone, ReviewedForm, Route
from bot.timetable import HOUR

WRITER = (may.be_its_writer, may.hold_a_seat)
READER = (rules.belong_to_it,)
FEED = (feeds.may_read,)
ADDING = (rules.add_to_it, rules.goes_on)
SEAT = (rules.act_for_a_seat,)
GOING = (rules.act_for_a_seat, rules.goes_on)
CHAIR = (rules.run_it, rules.goes_on)
BODY_WRITER = (may.be_its_writer, terms.may_set_up)
MINUTES = (turns.take_notes, minutes.of_body)
COMING = (replies.have_a_seat, replies.is_to_come)
INVITED = (inviting.be_asked,)
AT_HOME = True  # the home card says it, too
ASKED = (rules.be_asked, rules.is_open)
CARETAKER = (no_school.be_a_caretaker,)
LEADER = (proposals.lead_a_group,)
AFTERWARDS = (rules.act_for_a_seat, notes.have_been)

OPEN = Route(agenda.show_open, (Anyone("agendas of open meetings are public"),))

start = Route(pairing.start, WRITER, WRITING.find, begins=True)

FEATURE = Feature(
    typing={inviting.ADD: Route(picked.suggest, BODY_WRITER, bodies.WRITING.find)},
    subcommands={"agendas": OPEN},
    presses={
        "meeting.start": start,
        "meeting.edit": Route(WRITING.edit, WRITER, WRITING.find),
        "meeting.drop": Route(WRITING.drop, (may.be_its_writer,), WRITING.find),
        "meeting.send": Route(pairing.send, (*WRITER, may.not_too_fast), WRITING.find),
        "meeting.offer": Route(pairing.offer_times, GOING, rules.find_pair),
        "meeting.move": Route(pairing.offer_other_time, GOING, rules.find_offering),
        "meeting.pick": Route(offers.pick, ASKED, rules.find_offer),
        "meeting.neither": Route(pairing.neither, ASKED, rules.find_offer),
        "meeting.take-back": Route(offers.take_back, (rules.have_offered, rules.is_open), rules.find_offer),
        "meeting.show": Route(home.show, READER, rules.find),
        "meeting.rest": Route(desk.show_rest, READER, rules.find_set),
        items.FORM: Route(items.ask, ADDING, rules.find),
        "meeting.consent": Route(items.settle_together, (items.may_settle_together,), items.find),
        "meeting.consent-all": Route(outcomes.settle_together, MINUTES, rules.find_meeting_to_change),
        "meeting.drop-it": Route(outcomes.drop, MINUTES, rules.find_meeting_to_change),
        "meeting.take-off": Route(items.take_off, (items.have_added_it,), items.find),
        notes.FORM: Route(notes.ask, AFTERWARDS, rules.find_pairs_meeting),
        "meeting.did-not": Route(notes.did_not, (rules.run_it, notes.have_been), rules.find_meeting_to_change),
        "meeting.tell": Route(notes.tell, (rules.speak_for_its_seat,), rules.find_note),
        "meeting.untell": Route(notes.untell, (rules.have_written,), rules.find_note),
        notes.CARD: Route(notes.show, (notes.may_read,), rules.find_note),
        changing.CANCEL: Route(changing.ask_to_cancel, CHAIR, rules.find_meeting),
        "meeting.uncancel": Route(changing.uncancel, CHAIR, rules.find_meeting_to_change),
        "meeting.end": Route(changing.end, (rules.run_it,), rules.find_to_change),
        "meeting.again": Route(changing.again, (rules.run_it,), rules.find_to_change),
        "meeting.set-up": Route(bodies.start, BODY_WRITER, bodies.WRITING.find, begins=True),
        "meeting.edit-body": Route(bodies.WRITING.edit, BODY_WRITER, bodies.WRITING.find),
        "meeting.more": Route(bodies.ask_for_more, BODY_WRITER, bodies.WRITING.find),
        "meeting.law": Route(bodies.switch_law, BODY_WRITER, bodies.WRITING.find),
        "meeting.other-role": Route(bodies.switch_role, BODY_WRITER, bodies.WRITING.find),
        "meeting.drop-body": Route(bodies.WRITING.drop, (may.be_its_writer,), bodies.WRITING.find),
        "meeting.save": Route(bodies.save, BODY_WRITER, bodies.WRITING.find),
        previews.PEOPLE: Route(bodies.ask_who_chairs, BODY_WRITER, bodies.WRITING.find),
        company.REPLY: Route(replies.reply, COMING, rules.find_bodys_meeting),
        "meeting.hand-on": Route(turns.hand_on, (turns.have_it,), rules.find_bodys_meeting),
        company.SWAP: Route(turns.ask_with_whom, (turns.have_it,), rules.find_bodys_meeting),
        "meeting.enough-came": Route(replies.enough_came, MINUTES, rules.find_meeting_to_change),
        "meeting.nudge": Route(posts.ask_for_it, READER, rules.find_to_change),
        inviting.ADD: Route(picked.ask, BODY_WRITER, bodies.WRITING.find),
        "meeting.ask-not": Route(picked.take_off, BODY_WRITER, bodies.WRITING.find),
        "meeting.join": Route(inviting.join, INVITED, rules.find_to_change),
        "meeting.join-not": Route(inviting.decline, INVITED, rules.find_to_change),
        "meeting.leave": Route(inviting.leave, (inviting.be_in_it,), rules.find_to_change),
        "meeting.change": Route(bodies.change, CHAIR, rules.find_set),
        changing.MOVE: Route(changing.ask_when, CHAIR, rules.find_set_meeting),
        changing.PAUSE: Route(changing.ask_until, CHAIR, rules.find_set),
        "meeting.resume": Route(changing.resume, CHAIR, rules.find_set_to_change),
        "meeting.feed": Route(feeds.show, FEED, rules.find, begins=True),
        "meeting.feed-make": Route(feeds.make, FEED, rules.find, begins=True),
        "meeting.feed-stop": Route(feeds.stop, FEED, rules.find, begins=True),
        occasions.AGAIN: Route(occasions.try_again, CHAIR, rules.find_bodys_meeting),
        "meeting.ics": Route(feeds.take_date, READER, rules.find_meeting),
        agenda.CARD: Route(agenda.show, (agenda.read_it,), rules.find_meeting),
        "meeting.open": OPEN,
        "meeting.hold-agenda": Route(agenda.hold, CHAIR, rules.find_bodys_meeting),
        "meeting.send-agenda": Route(agenda.send_now, CHAIR, rules.find_bodys_meeting),
        "meeting.outcomes": Route(outcomes.look, MINUTES, rules.find_meeting),
        outcomes.FORM: Route(outcomes.ask, MINUTES, rules.find_meeting),
        "meeting.propose-minutes": Route(minutes.propose, MINUTES, rules.find_meeting_to_change),
        "meeting.look-minutes": Route(minutes.show_draft, (*SEAT, minutes.of_body), rules.find_meeting),
        "meeting.approve": Route(minutes.approve, (*SEAT, minutes.of_body), rules.find_meeting_to_change),
        "meeting.hold-minutes": Route(minutes.hold, (*SEAT, minutes.of_body), rules.find_meeting_to_change),
        minutes.CARD: Route(minutes.show, READER, rules.find_meeting),
        "meeting.no-school": Route(no_school.ask, CARETAKER),
        "meeting.no-school-yes": Route(no_school.say_so, CARETAKER, no_school.find),
        "meeting.no-school-undo": Route(no_school.undo, CARETAKER, no_school.find),
        "meeting.pair-all": Route(proposals.look_over, LEADER),
        "meeting.propose": Route(proposals.propose, LEADER),
        "meeting.decline": Route(proposals.decline, GOING, rules.find_to_change),
    },
    forms={
        WRITING.form: Route(pairing.write, WRITER, WRITING.find, begins=True),
        bodies.FORM: Route(bodies.write, BODY_WRITER, bodies.WRITING.find, begins=True),
        bodies.MORE: Route(bodies.write, BODY_WRITER, bodies.WRITING.find),
        previews.PEOPLE: Route(bodies.write, BODY_WRITER, bodies.WRITING.find),
        company.SWAP: Route(turns.swap, (turns.have_it,), rules.find_bodys_meeting),
        inviting.ADD: Route(picked.add, BODY_WRITER, bodies.WRITING.find),
        changing.MOVE: Route(changing.put, CHAIR, rules.find_set_meeting, own_words=(changing.TO,)),
        changing.PAUSE: Route(changing.pause, CHAIR, rules.find_set_to_change, own_words=(changing.TO,)),
        outcomes.FORM: Route(
            outcomes.write,
            MINUTES,
            rules.find_meeting_to_change,
            reviewed=ReviewedForm(outcomes.FORM, (outcomes.LINE,)),
        ),
        items.FORM: Route(
            items.add,
            ADDING,
            rules.find_to_change,
            reviewed=ReviewedForm(items.FORM, (items.TEXT,)),
        ),
        notes.FORM: Route(
            notes.write,
            AFTERWARDS,
            rules.find_pairs_meeting_to_change,
            reviewed=ReviewedForm(notes.FORM, notes.FIELDS),
        ),
        changing.CANCEL: Route(
            changing.cancel,
            CHAIR,
            rules.find_meeting_to_change,
            reviewed=ReviewedForm(changing.CANCEL, (changing.REASON,)),
        ),
    },
    cards={
        notes.CARD: notes.card,
        agenda.CARD: agenda.card,
        minutes.CARD: minutes.card,
        occasions.CARD: occasions.card,
        posts.NEWS: posts.news_card,
        posts.SOON: posts.soon_card,
        lasting.NEWS: lasting.card,
    },
    threads={agenda.CARD: ThreadRules(agenda.nothing_is_marked, agenda.was_said, agenda.is_gone)},
    notices={
        pairing.ASKED: NoticeKind("meeting-news", telling.is_asked, telling.show_asked, AT_HOME),
        pairing.AGREED: NoticeKind("meeting-news", telling.is_agreed, telling.show_agreed),
        proposals.PROPOSED: NoticeKind("meeting-news", proposals.is_proposed, proposals.show_proposed, AT_HOME),
        proposals.EMPTY: NoticeKind("meeting-news", proposals.are_empty, proposals.show_empty),
        schedule.TOMORROW: NoticeKind("meeting-reminders", telling.is_tomorrow, telling.show_tomorrow),
        schedule.LATE: NoticeKind("meeting-reminders", telling.is_tomorrow, telling.show_late),
        schedule.EARLY: NoticeKind("meeting-reminders", telling.is_early, telling.show_early),
        agenda.OUT: NoticeKind("meeting-news", agenda.is_out, agenda.show_out),
        minutes.OUT: NoticeKind("meeting-news", minutes.are_out, minutes.show_out),
        replies.SHORT: NoticeKind("meeting-news", replies.is_short, replies.show_short),
        replies.STANDS_IN: NoticeKind("meeting-news", replies.stands_in, replies.show_stands_in),
        schedule.CHANGED: NoticeKind("meeting-news", telling.has_changed, telling.show_changed),
        schedule.AFTER: NoticeKind("meeting-reminders", telling.is_to_write_down, telling.show_to_write_down, AT_HOME),
        telling.INHERITED: NoticeKind("meeting-news", telling.has_inherited, telling.show_inherited),
        lasting.SET: NoticeKind("meeting-news", lasting.is_set, lasting.show_set),
        minutes.WAITING: NoticeKind("meeting-reminders", minutes.waits, minutes.show_waiting, AT_HOME),
        dying.ASKED: NoticeKind("meeting-reminders", dying.is_asked, dying.show_asked, AT_HOME),
        inviting.INVITED: NoticeKind("meeting-news", inviting.is_invited, inviting.show_invited, AT_HOME),
        inviting.DECLINED: NoticeKind("meeting-news", inviting.has_declined, inviting.show_declined),
        lasting.ENDED: NoticeKind("meeting-news", lasting.is_ended, lasting.show_ended),
    },
    due={
        schedule.REMIND: schedule.remind,
        schedule.WEEK: schedule.remind_early,
        schedule.SOON: posts.soon,
        schedule.TELL: posts.tell,
        lasting.TELL: lasting.tell,
        schedule.OVER: schedule.over,
        schedule.LOOK: dying.look,
        no_school.CHANGED: no_school.look,
        agenda.CLOSE: agenda.close,
        outcomes.GO_OUT: minutes.go_out,
    },
    home={**inviting.SECTIONS, **home.SECTIONS, **dying.SECTIONS},
    starts=(home.offer, no_school.offer, agenda.offer),
    path=(home.step,),
    reached=(home.reached,),
    retellings={building.KIND: building.tellable},
    seat_changes=(telling.seat_changed, inviting.seat_changed),
    committees_closed=(lasting.committee_closed,),
    place_changes=(occasions.place_changed,),
    maintenance=(Chore(HOUR, schedule.look_at_calendar),),
)
