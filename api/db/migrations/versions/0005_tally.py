"""What the statistics count"""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "tally",
        sa.Column("conversation", sa.String(length=36), nullable=False),
        sa.Column("updated", sa.DateTime(timezone=True), nullable=False),
        sa.Column("week", sa.String(length=10), nullable=False),
        sa.Column("age", sa.String(length=16), nullable=False),
        sa.Column("language", sa.String(length=64), nullable=False),
        sa.Column("region", sa.String(length=128), nullable=False),
        sa.Column("marks", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["conversation"], ["conversation.id"], name=op.f("fk_tally_conversation"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("conversation", name=op.f("pk_tally")),
    )
    op.create_index(op.f("ix_tally_updated"), "tally", ["updated"])
    op.create_index(op.f("ix_tally_week"), "tally", ["week"])


def downgrade() -> None:
    op.drop_table("tally")
