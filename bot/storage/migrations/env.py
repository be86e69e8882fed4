"""Alembic's way in: runs the migrations over the connection that `bot.storage.database.migrate` hands it."""

from alembic import context

from bot.storage.tables import Table

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=Table.metadata,  # for the names of constraints; a test compares the tables themselves
    render_as_batch=True,  # SQLite cannot alter a table in place
    compare_type=True,
)
with context.begin_transaction():
    context.run_migrations()
