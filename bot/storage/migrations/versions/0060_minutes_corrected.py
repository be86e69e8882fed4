"""Minutes are corrected as versions, and found by words"""

import re
import unicodedata

import sqlalchemy as sa
from alembic import op

revision = "0060"
down_revision = "0059"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("meeting_items", table_kwargs={"sqlite_autoincrement": True}) as items:
        items.add_column(sa.Column("seat_id", sa.Integer(), nullable=True))
        items.create_foreign_key(op.f("fk_meeting_items_seat_id_seats"), "seats", ["seat_id"], ["id"])
    op.create_table(
        "minutes_corrections",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("meeting_id", sa.Integer(), nullable=False),
        sa.Column("item_id", sa.Integer(), nullable=False),
        sa.Column("member_id", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("was", sa.String(length=20), nullable=False),
        sa.Column("was_line", sa.String(), nullable=False),
        sa.Column("became", sa.String(length=20), nullable=False),
        sa.Column("line", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["meeting_id"], ["meetings.id"], name=op.f("fk_minutes_corrections_meeting_id_meetings")
        ),
        sa.ForeignKeyConstraint(
            ["item_id"], ["meeting_items.id"], name=op.f("fk_minutes_corrections_item_id_meeting_items")
        ),
        sa.ForeignKeyConstraint(["member_id"], ["members.id"], name=op.f("fk_minutes_corrections_member_id_members")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_minutes_corrections")),
    )
    op.create_index(op.f("ix_minutes_corrections_meeting_id"), "minutes_corrections", ["meeting_id"])
    op.create_table(
        "minutes_words",
        sa.Column("item_id", sa.Integer(), nullable=False),
        sa.Column("district_id", sa.Integer(), nullable=False),
        sa.Column("words", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["item_id"], ["meeting_items.id"], name=op.f("fk_minutes_words_item_id_meeting_items")),
        sa.ForeignKeyConstraint(["district_id"], ["districts.id"], name=op.f("fk_minutes_words_district_id_districts")),
        sa.PrimaryKeyConstraint("item_id", name=op.f("pk_minutes_words")),
    )
    op.create_index(op.f("ix_minutes_words_district_id"), "minutes_words", ["district_id"])
    _index()


def _index() -> None:
    """What is in minutes that are out."""
    connection = op.get_bind()
    query = """
        select i.id, s.district_id, i.text, i.line from meeting_items i
        join meetings m on m.id = i.meeting_id join meeting_series s on s.id = m.series_id
        where m.minutes in ('approved', 'out')
    """
    add = sa.text("insert into minutes_words (item_id, district_id, words) values (:item, :district, :words)")
    for item, district, text, line in connection.execute(sa.text(query)).all():
        plain = unicodedata.normalize("NFKD", f"{text}\n{line}".casefold())
        bare = "".join(one for one in plain if not unicodedata.combining(one))
        words = "".join(f" {word}" for word in re.findall(r"[^\W_]+", bare))
        connection.execute(add, {"item": item, "district": district, "words": words})


def downgrade() -> None:
    op.drop_table("minutes_words")
    op.drop_table("minutes_corrections")
    with op.batch_alter_table("meeting_items", table_kwargs={"sqlite_autoincrement": True}) as items:
        items.drop_constraint(op.f("fk_meeting_items_seat_id_seats"), type_="foreignkey")
        items.drop_column("seat_id")
