"""Alembic's way in: runs the migrations over the connection that `bot.store.migrate` hands it."""

from alembic import context

from bot import drafts, leases, notices, outbox, paces, timetable, writer
from bot.people import model as people
from bot.people import school_days, topics
from bot.polls import model as polls
from bot.questions import digest, followers
from bot.questions import model as questions
from bot.questions.faq import search as faq
from bot.tables import Table

EVERY_TABLE = (
    *(drafts, leases, notices, outbox, paces, people, polls),
    *(questions, digest, followers, faq, school_days, timetable, topics, writer),
)  # imported so that Table knows them

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=Table.metadata,
    render_as_batch=True,  # SQLite cannot alter a table in place
    compare_type=True,
)
with context.begin_transaction():
    context.run_migrations()
