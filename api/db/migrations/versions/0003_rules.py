"""Drafts of the rules, and who approved what"""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "draft",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("state", sa.String(length=16), nullable=False),
        sa.Column("based_on", sa.Integer(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("rebased", sa.Integer(), nullable=False),
        sa.Column("author", sa.String(length=64), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("submitted_by", sa.String(length=64), nullable=True),
        sa.Column("returned_note", sa.Text(), nullable=True),
        sa.Column("published_as", sa.Integer(), nullable=True),
        sa.Column("created", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_draft")),
    )
    op.create_table(
        "draft_change",
        sa.Column("draft", sa.Integer(), nullable=False),
        sa.Column("collection", sa.String(length=16), nullable=False),
        sa.Column("entry", sa.String(length=64), nullable=False),
        sa.Column("content", sa.JSON(), nullable=True),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("by", sa.String(length=64), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["draft"], ["draft.id"], name=op.f("fk_draft_change_draft"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("draft", "collection", "entry", name=op.f("pk_draft_change")),
    )
    op.create_table(
        "draft_editor",
        sa.Column("draft", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=64), nullable=False),
        sa.ForeignKeyConstraint(["draft"], ["draft.id"], name=op.f("fk_draft_editor_draft"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("draft", "name", name=op.f("pk_draft_editor")),
    )
    op.add_column("rulebook", sa.Column("kind", sa.String(length=16), nullable=False, server_default="seed"))
    op.add_column("rulebook", sa.Column("approver", sa.String(length=64), nullable=True))
    op.add_column("rulebook", sa.Column("based_on", sa.Integer(), nullable=True))
    op.add_column("rulebook", sa.Column("extras", sa.JSON(), nullable=True))
    op.add_column("rulebook", sa.Column("changed", sa.JSON(), nullable=True))


def downgrade() -> None:
    for column in ("kind", "approver", "based_on", "extras", "changed"):
        op.drop_column("rulebook", column)
    for table in ("draft_editor", "draft_change", "draft"):
        op.drop_table(table)
