"""Of an anonymous poll all are reminded together: nobody is kept to whom a message of their own said that their answer
was not in. A day's message that said nothing else is forgotten, too, but for a day on which another could still come"""

import sqlalchemy as sa
from alembic import op

revision = "0108"
down_revision = "0107"
branch_labels = None
depends_on = None

ANONYMOUS = "select id from polls where anonymous"
BARE = "select id from roundups where id not in (select roundup_id from notices where roundup_id is not null)"


def upgrade() -> None:
    op.execute(sa.text(f"delete from notices where name = 'poll' and subject in ({ANONYMOUS})"))
    done = "card = 'roundup' and done_at is not null"
    op.execute(sa.text(f"delete from deliveries where {done} and subject in ({BARE})"))
    op.execute(sa.text(f"delete from roundups where id in ({BARE}) and day < cast(current_date as varchar)"))


def downgrade() -> None:
    pass
