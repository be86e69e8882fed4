"""Whom the asker of a question was shown, the readers of an entry in the FAQ, and asking for more of them"""

from collections.abc import Iterable

import sqlalchemy as sa
from alembic import op

revision = "0039"
down_revision = "0038"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("questions", sa.Column("audience", sa.String(), nullable=False, server_default=sa.text("''")))
    op.add_column("faq_entries", sa.Column("audience", sa.String(), nullable=False, server_default=sa.text("''")))
    op.create_table(
        "question_widenings",
        sa.Column("question_id", sa.Integer(), nullable=False),
        sa.Column("topic_id", sa.Integer(), nullable=False),
        sa.Column("member_id", sa.Integer(), nullable=True),
        sa.Column("note", sa.String(), nullable=True),
        sa.Column("refused", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.ForeignKeyConstraint(
            ["question_id"], ["questions.id"], name=op.f("fk_question_widenings_question_id_questions")
        ),
        sa.ForeignKeyConstraint(["topic_id"], ["topics.id"], name=op.f("fk_question_widenings_topic_id_topics")),
        sa.ForeignKeyConstraint(["member_id"], ["members.id"], name=op.f("fk_question_widenings_member_id_members")),
        sa.PrimaryKeyConstraint("question_id", name=op.f("pk_question_widenings")),
    )
    _fill()


def downgrade() -> None:
    op.drop_table("question_widenings")
    op.drop_column("faq_entries", "audience")
    op.drop_column("questions", "audience")


def _fill() -> None:
    """Of what is there already: where it rests or may rest by what its asker was shown. What could be found in a caucus
    cannot any more, unless its asker says so."""
    connection = op.get_bind()
    homes, caucuses = _homes(connection), _caucuses(connection)
    asked = (
        "select questions.id, rep_id, questions.committee_id, topics.committee_id as answers from questions "
        "join topics on topics.id = questions.topic_id"
    )
    for row in connection.execute(sa.text(asked)).all():
        committees = {one for one in (row.committee_id, row.answers) if one is not None}
        clauses = {f"committee:{one}" for one in committees} | {
            home for one in committees for home in homes.get(one, ())
        }
        clauses |= {f"seat:{seat}" for seat in _first_readers(connection, row.rep_id)}
        _set(connection, "questions", row.id, clauses)
        if committees & caucuses.keys():
            connection.execute(sa.text("update questions set findable = false where id = :id"), {"id": row.id})
    for row in connection.execute(sa.text("select id, district_id, committee_id from faq_entries")).all():
        group = caucuses.get(row.committee_id)
        _set(connection, "faq_entries", row.id, {f"group:{group}" if group else f"district:{row.district_id}"})


def _set(connection: sa.Connection, table: str, id: int, clauses: Iterable[str]) -> None:
    text = ",".join(sorted(clauses))
    connection.execute(sa.text(f"update {table} set audience = :text where id = :id"), {"text": text, "id": id})


def _homes(connection: sa.Connection) -> dict[int, set[str]]:
    """For whom the homes of each committee are meant, as clauses."""
    rows = connection.execute(
        sa.text(
            "select homes.committee_id, places.district_id, places.audience, place_groups.group_id, "
            "place_buildings.building_id from (select id as committee_id, home_id as place_id from committees "
            "where home_id is not null union select committee_id, place_id from committee_homes) as homes "
            "join places on places.id = homes.place_id "
            "left join place_groups on place_groups.place_id = places.id "
            "left join place_buildings on place_buildings.place_id = places.id"
        )
    )
    found: dict[int, set[str]] = {}
    for row in rows:
        whom = f"district:{row.district_id}" if row.audience == "COMMUNITY" else f"group:{row.group_id}"
        if row.audience != "COMMUNITY" and row.group_id is None:
            continue
        where = "" if row.building_id is None else f"@{row.building_id}"
        found.setdefault(row.committee_id, set()).add(f"{whom}{where}")
    return found


def _caucuses(connection: sa.Connection) -> dict[int, int]:
    """Committees at home in the place of one group, and that group."""
    rows = connection.execute(
        sa.text(
            "select homes.committee_id, place_groups.group_id from (select id as committee_id, home_id as place_id "
            "from committees where home_id is not null union select committee_id, place_id from committee_homes) "
            "as homes join places on places.id = homes.place_id and places.audience = 'CAUCUS' "
            "join place_groups on place_groups.place_id = places.id"
        )
    )
    return {row.committee_id: row.group_id for row in rows}


def _first_readers(connection: sa.Connection, rep: int | None) -> list[int]:
    """The seat, and those to which it could hand a question on."""
    if rep is None:
        return []
    rows = connection.execute(
        sa.text(
            "select beside.id from seats join seats as beside on beside.group_id = seats.group_id "
            "left join members on members.id = coalesce(beside.holder_id, beside.deputy_id) "
            "where seats.id = :rep and seats.building_id is not null "
            "and (beside.building_id = seats.building_id or members.building_id = seats.building_id)"
        ),
        {"rep": rep},
    )
    return sorted({rep, *(row.id for row in rows)})
