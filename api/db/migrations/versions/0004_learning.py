"""Learning from conversations: consent, misread messages, examples and models."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None
OF_CONVERSATION = ("development_consent", "misreading", "learning_review")


def _of_conversation(table: str, *columns: sa.Column[object], numbered: bool = True) -> None:
    seq = [sa.Column("seq", sa.Integer(), autoincrement=False, nullable=False)] if numbered else []
    op.create_table(
        table,
        sa.Column("conversation", sa.String(length=36), nullable=False),
        *seq,
        *columns,
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["conversation"], ["conversation.id"], name=op.f(f"fk_{table}_conversation"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("conversation", *(["seq"] if numbered else []), name=op.f(f"pk_{table}")),
    )


def upgrade() -> None:
    _of_conversation("development_consent", numbered=False)
    _of_conversation("misreading", sa.Column("fact", sa.String(length=64), nullable=False))
    _of_conversation(
        "learning_review",
        sa.Column("state", sa.String(length=16), nullable=False),
        sa.Column("by", sa.String(length=64), nullable=False),
    )
    op.create_table(
        "learning_example",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("content", sa.JSON(), nullable=False),
        sa.Column("conversation", sa.String(length=36), nullable=True),
        sa.Column("seq", sa.Integer(), nullable=True),
        sa.Column("author", sa.String(length=64), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["conversation"], ["conversation.id"], name=op.f("fk_learning_example_conversation"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_learning_example")),
    )
    op.create_index(op.f("ix_learning_example_conversation"), "learning_example", ["conversation"])
    op.create_table(
        "language_model",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("state", sa.String(length=16), nullable=False),
        sa.Column("stage", sa.String(length=16), nullable=True),
        sa.Column("progress", sa.Integer(), nullable=False),
        sa.Column("base", sa.String(length=64), nullable=False),
        sa.Column("author", sa.String(length=64), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("examples", sa.JSON(), nullable=False),
        sa.Column("scores", sa.JSON(), nullable=True),
        sa.Column("failure", sa.String(length=32), nullable=True),
        sa.Column("started", sa.DateTime(timezone=True), nullable=False),
        sa.Column("beat", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ended", sa.DateTime(timezone=True), nullable=True),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.Column("activated_by", sa.String(length=64), nullable=True),
        sa.Column("activated_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_language_model")),
    )


def downgrade() -> None:
    for table in ("language_model", "learning_example", *OF_CONVERSATION):
        op.drop_table(table)
