"""All that the bot can be asked to do, on one page: from the names that buttons, forms, commands, cards and due times
carry to the functions that answer, and the rules that each must pass first."""

from __future__ import annotations

from bot import may
from bot.people import handlers as people
from bot.polls import cards as poll_cards
from bot.polls import handlers as polls
from bot.polls import writing as poll_writing
from bot.request import Route

# Each feature's part of the home card, in order.
HOME = (polls.on_home,)

home = Route(people.home(HOME), may=())
start_poll = Route(polls.start, may=(may.hold_a_seat,))

# `/name …`; each also answers to `/somewhere name …`.
COMMANDS = {
    "somewhere": home,
    "poll": start_poll,
}

PRESSES = {
    "home": home,
    "poll.start": start_poll,
    "poll.edit": Route(polls.edit, (may.be_its_writer, may.hold_a_seat), polls.find_draft),
    "poll.cancel": Route(polls.cancel, (may.be_its_writer,), polls.find_draft),
    "poll.post": Route(polls.post, (may.be_its_writer, may.hold_a_seat), polls.find_draft),
    "poll.undo": Route(polls.undo, (may.hold_its_seat,), polls.find_poll_to_change),
    "poll.again": Route(polls.post_again, (may.hold_its_seat,), polls.find_poll),
    "poll.vote": Route(polls.answer, (may.belong_where_it_was_said,), polls.find_poll_to_answer),
    "poll.take-back": Route(polls.take_answer_back, (may.belong_where_it_was_said,), polls.find_poll_to_answer),
    "poll.show": Route(polls.show, (may.belong_where_it_was_said,), polls.find_poll),
    "poll.who-sees": Route(polls.who_sees, (may.belong_where_it_was_said,), polls.find_poll),
    "poll.close": Route(polls.ask_to_close, (may.hold_its_seat,), polls.find_poll),
    "poll.close-now": Route(polls.close_now, (may.hold_its_seat,), polls.find_poll_to_change),
}

FORMS = {
    poll_writing.FORM: Route(polls.write, (may.be_its_writer, may.hold_a_seat), polls.find_draft, begins=True),
}

# What is shown in places, from what stands in the database.
CARDS = {
    poll_cards.CARD: poll_cards.card,
}

# What the timetable does.
DUE = {
    polls.CLOSE: polls.close_when_due,
}
