"""Ways back to unnamed authors of anything, bound to their places and known by marks; followers are told in turns"""

import hmac
import json
import os

import sqlalchemy as sa
from alembic import op
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from sqlalchemy.schema import SchemaItem

revision = "0035"
down_revision = "0034"
branch_labels = None
depends_on = None

UNORDERED = {"sqlite_with_rowid": False}
SECRET = (("return_keys", "key"), ("return_paths", "sealed"), ("return_paths", "marks"))
NONCE, ROOM, MARK, MARKS = 12, 2048, 8, 16


def upgrade() -> None:
    op.add_column("questions", sa.Column("told", sa.Integer(), nullable=False, server_default="0"))
    op.create_table(
        "return_keys", *_of_thing("return_keys"), sa.Column("key", sa.LargeBinary(), nullable=False), **UNORDERED
    )
    op.create_table(
        "return_paths",
        *_of_thing("return_paths"),
        sa.Column("district_id", sa.Integer(), nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        sa.Column("marks", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["district_id"], ["districts.id"], name=op.f("fk_return_paths_district_id_districts")),
        **UNORDERED,
    )
    op.create_index(op.f("ix_return_paths_district_id"), "return_paths", ["district_id"])
    op.create_table(
        "return_remains",
        *_of_thing("return_remains"),
        sa.Column("destroyed", sa.Boolean(), nullable=False, server_default=sa.false()),
    )
    if op.get_bind().dialect.name == "postgresql":  # it keeps samples of what its columns hold
        for table, column in SECRET:
            op.execute(sa.text(f"ALTER TABLE {table} ALTER COLUMN {column} SET STATISTICS 0"))
    run = op.get_bind().execute
    for row in run(
        sa.text(
            "SELECT question_id AS id, district_id, sealed, key FROM sealed_routes JOIN route_keys USING (question_id)"
        )
    ).all():
        key, sealed = bytes(row.key), bytes(row.sealed)
        plain = AESGCM(key).decrypt(sealed[:NONCE], sealed[NONCE:], None)
        path = json.loads(plain)
        about = [f"member {path['member']}", *(f"letter {letter}" for letter in path["letters"])]
        marks = b"".join(hmac.digest(key, one.encode(), "sha256")[:MARK] for one in about)
        marks += os.urandom(-len(about) % MARKS * MARK)
        run(sa.text("INSERT INTO return_keys VALUES ('question', :id, :key)"), {"id": row.id, "key": key})
        bound = _seal(key, plain, f"return_paths question {row.id}".encode())
        run(
            sa.text("INSERT INTO return_paths VALUES ('question', :id, :district, :sealed, :marks)"),
            {"id": row.id, "district": row.district_id, "sealed": bound, "marks": marks},
        )
    run(sa.text("INSERT INTO return_remains SELECT 'question', question_id, destroyed FROM route_remains"))
    for table in ("route_remains", "sealed_routes", "route_keys"):
        op.drop_table(table)


def downgrade() -> None:
    op.drop_column("questions", "told")
    op.create_table(
        "route_keys", *_of_question("route_keys"), sa.Column("key", sa.LargeBinary(), nullable=False), **UNORDERED
    )
    op.create_table(
        "sealed_routes",
        *_of_question("sealed_routes"),
        sa.Column("district_id", sa.Integer(), nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["district_id"], ["districts.id"], name=op.f("fk_sealed_routes_district_id_districts")),
        **UNORDERED,
    )
    op.create_index(op.f("ix_sealed_routes_district_id"), "sealed_routes", ["district_id"])
    op.create_table(
        "route_remains",
        *_of_question("route_remains"),
        sa.Column("destroyed", sa.Boolean(), nullable=False, server_default=sa.false()),
    )
    if op.get_bind().dialect.name == "postgresql":
        for table, column in (("route_keys", "key"), ("sealed_routes", "sealed")):
            op.execute(sa.text(f"ALTER TABLE {table} ALTER COLUMN {column} SET STATISTICS 0"))
    run = op.get_bind().execute
    paths = "SELECT id, district_id, sealed, key FROM return_paths JOIN return_keys USING (kind, id)"
    for row in run(sa.text(f"{paths} WHERE kind = 'question'")).all():
        key, sealed = bytes(row.key), bytes(row.sealed)
        plain = AESGCM(key).decrypt(sealed[:NONCE], sealed[NONCE:], f"return_paths question {row.id}".encode())
        run(sa.text("INSERT INTO route_keys VALUES (:id, :key)"), {"id": row.id, "key": key})
        run(
            sa.text("INSERT INTO sealed_routes VALUES (:id, :district, :sealed)"),
            {"id": row.id, "district": row.district_id, "sealed": _seal(key, plain, None)},
        )
    run(sa.text("INSERT INTO route_remains SELECT id, destroyed FROM return_remains WHERE kind = 'question'"))
    for table in ("return_remains", "return_paths", "return_keys"):
        op.drop_table(table)


def _seal(key: bytes, plain: bytes, place: bytes | None) -> bytes:
    nonce = os.urandom(NONCE)
    return nonce + AESGCM(key).encrypt(nonce, plain.ljust(-(-len(plain) // ROOM) * ROOM), place)


def _of_thing(table: str) -> tuple[SchemaItem, ...]:
    return (
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False, autoincrement=False),
        sa.PrimaryKeyConstraint("kind", "id", name=op.f(f"pk_{table}")),
    )


def _of_question(table: str) -> tuple[SchemaItem, ...]:
    return (
        sa.Column("question_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["question_id"], ["questions.id"], name=op.f(f"fk_{table}_question_id_questions")),
        sa.PrimaryKeyConstraint("question_id", name=op.f(f"pk_{table}")),
    )
