"""Sealed ballots that open in their own row alone"""

import os
from collections.abc import Callable

import sqlalchemy as sa
from alembic import op
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

revision = "0034"
down_revision = "0033"
branch_labels = None
depends_on = None

NONCE = 12  # bytes
AT_ONCE = 1000

KEYS = sa.table("ballot_keys", sa.column("poll_id", sa.Integer), sa.column("key", sa.LargeBinary))
BALLOTS = sa.table(
    "sealed_ballots",
    sa.column("poll_id", sa.Integer),
    sa.column("digest", sa.LargeBinary),
    sa.column("sealed", sa.LargeBinary),
)

Place = Callable[[int, bytes], bytes | None]


def upgrade() -> None:
    _seal_anew(lambda _poll, _digest: None, _row)


def downgrade() -> None:
    _seal_anew(_row, lambda _poll, _digest: None)


def _row(poll_id: int, digest: bytes) -> bytes:
    return f"poll:{poll_id}:{digest.hex()}".encode()


def _seal_anew(was: Place, becomes: Place) -> None:
    connection = op.get_bind()
    change = (
        sa.update(BALLOTS)
        .where(BALLOTS.c.poll_id == sa.bindparam("poll"), BALLOTS.c.digest == sa.bindparam("by"))
        .values(sealed=sa.bindparam("anew"))
    )
    for poll_id, raw in connection.execute(sa.select(KEYS)).all():
        key, after = AESGCM(raw), b""
        some = sa.select(BALLOTS.c.digest, BALLOTS.c.sealed).where(BALLOTS.c.poll_id == poll_id)
        some = some.order_by(BALLOTS.c.digest).limit(AT_ONCE)
        while rows := connection.execute(some.where(BALLOTS.c.digest > after)).all():
            anew = []
            for digest, sealed in rows:
                plain = key.decrypt(sealed[:NONCE], sealed[NONCE:], was(poll_id, digest))
                nonce = os.urandom(NONCE)
                again = nonce + key.encrypt(nonce, plain, becomes(poll_id, digest))
                anew.append({"poll": poll_id, "by": digest, "anew": again})
            connection.execute(change, anew)
            after = rows[-1].digest
