"""The advisors' desk: teams, transfers, notes, plans, follow-ups, second factor"""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "recovery_code",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("staff", sa.Integer(), nullable=False),
        sa.Column("code_hash", sa.Text(), nullable=False),
        sa.Column("used_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["staff"], ["staff.id"], name=op.f("fk_recovery_code_staff"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_recovery_code")),
    )
    op.create_index(op.f("ix_recovery_code_staff"), "recovery_code", ["staff"])

    op.create_table(
        "staff_team",
        sa.Column("staff", sa.Integer(), nullable=False),
        sa.Column("team", sa.String(length=64), nullable=False),
        sa.ForeignKeyConstraint(["staff"], ["staff.id"], name=op.f("fk_staff_team_staff"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("staff", "team", name=op.f("pk_staff_team")),
    )
    op.create_table(
        "closing",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("conversation", sa.String(length=36), nullable=False),
        sa.Column("staff", sa.Integer(), nullable=False),
        sa.Column("outcome", sa.String(length=32), nullable=False),
        sa.Column("agreed", sa.Text(), nullable=True),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["conversation"], ["conversation.id"], name=op.f("fk_closing_conversation"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["staff"], ["staff.id"], name=op.f("fk_closing_staff")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_closing")),
    )
    op.create_index(op.f("ix_closing_conversation"), "closing", ["conversation"])

    op.create_table(
        "follow_up",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("conversation", sa.String(length=36), nullable=False),
        sa.Column("team", sa.String(length=64), nullable=True),
        sa.Column("staff", sa.Integer(), nullable=True),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("due", sa.DateTime(timezone=True), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("done_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("done_by", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["conversation"], ["conversation.id"], name=op.f("fk_follow_up_conversation"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["done_by"], ["staff.id"], name=op.f("fk_follow_up_done_by")),
        sa.ForeignKeyConstraint(["staff"], ["staff.id"], name=op.f("fk_follow_up_staff")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_follow_up")),
    )
    op.create_index(op.f("ix_follow_up_conversation"), "follow_up", ["conversation"])
    op.create_index(op.f("ix_follow_up_due"), "follow_up", ["due"])
    op.create_index(op.f("ix_follow_up_staff"), "follow_up", ["staff"])
    op.create_index(op.f("ix_follow_up_team"), "follow_up", ["team"])

    op.create_table(
        "handover",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("conversation", sa.String(length=36), nullable=False),
        sa.Column("reason", sa.String(length=32), nullable=False),
        sa.Column("priority", sa.Integer(), nullable=False),
        sa.Column("team", sa.String(length=64), nullable=True),
        sa.Column("callback", sa.Boolean(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("claimed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("ended", sa.String(length=16), nullable=True),
        sa.Column("mailed_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["conversation"], ["conversation.id"], name=op.f("fk_handover_conversation"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_handover")),
    )
    op.create_index(op.f("ix_handover_at"), "handover", ["at"])
    op.create_index(op.f("ix_handover_conversation"), "handover", ["conversation"])

    op.create_table(
        "note",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("conversation", sa.String(length=36), nullable=False),
        sa.Column("client_id", sa.String(length=36), nullable=False),
        sa.Column("staff", sa.Integer(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["conversation"], ["conversation.id"], name=op.f("fk_note_conversation"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["staff"], ["staff.id"], name=op.f("fk_note_staff")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_note")),
        sa.UniqueConstraint("client_id", name=op.f("uq_note_client_id")),
    )
    op.create_index(op.f("ix_note_conversation"), "note", ["conversation"])

    op.create_table(
        "plan",
        sa.Column("conversation", sa.String(length=36), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("content", sa.JSON(), nullable=False),
        sa.Column("by", sa.String(length=16), nullable=False),
        sa.Column("accepted_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["conversation"], ["conversation.id"], name=op.f("fk_plan_conversation"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("conversation", name=op.f("pk_plan")),
    )
    op.create_table(
        "transfer",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("conversation", sa.String(length=36), nullable=False),
        sa.Column("by", sa.Integer(), nullable=False),
        sa.Column("to_staff", sa.Integer(), nullable=True),
        sa.Column("to_team", sa.String(length=64), nullable=True),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("state", sa.String(length=16), nullable=False),
        sa.Column("answer", sa.Text(), nullable=True),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("answered_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["by"], ["staff.id"], name=op.f("fk_transfer_by")),
        sa.ForeignKeyConstraint(
            ["conversation"], ["conversation.id"], name=op.f("fk_transfer_conversation"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["to_staff"], ["staff.id"], name=op.f("fk_transfer_to_staff")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_transfer")),
    )
    op.create_index(op.f("ix_transfer_conversation"), "transfer", ["conversation"])
    op.create_index(op.f("ix_transfer_to_staff"), "transfer", ["to_staff"])
    op.create_index(op.f("ix_transfer_to_team"), "transfer", ["to_team"])

    # Columns are added where they are: SQLite's copy of a whole table would take the rows that hang on it along.
    op.add_column("audit", sa.Column("detail", sa.Text(), nullable=True))
    op.add_column("audit", sa.Column("digest", sa.String(length=64), nullable=False, server_default=""))

    op.add_column("conversation", sa.Column("team", sa.String(length=64), nullable=True))
    op.execute(
        "ALTER TABLE conversation ADD COLUMN wanted INTEGER CONSTRAINT fk_conversation_wanted REFERENCES staff (id)"
    )
    op.add_column("conversation", sa.Column("callback", sa.Boolean(), nullable=False, server_default=sa.false()))
    op.add_column("conversation", sa.Column("person", sa.String(length=64), nullable=True))
    op.add_column("conversation", sa.Column("agreed", sa.Text(), nullable=True))
    op.create_index(op.f("ix_conversation_person"), "conversation", ["person"])
    op.create_index(op.f("ix_conversation_team"), "conversation", ["team"])

    op.add_column("staff", sa.Column("email", sa.String(length=254), nullable=True))
    op.add_column("staff", sa.Column("totp_secret", sa.String(length=64), nullable=True))
    op.add_column("staff", sa.Column("totp_used", sa.Integer(), nullable=True))
    op.add_column("staff", sa.Column("oidc_subject", sa.String(length=255), nullable=True))
    op.add_column("staff", sa.Column("presence", sa.String(length=16), nullable=False, server_default="away"))
    op.add_column("staff", sa.Column("presence_reason", sa.String(length=64), nullable=True))
    op.add_column("staff", sa.Column("presence_at", sa.DateTime(timezone=True), nullable=True))
    op.add_column("staff", sa.Column("capacity", sa.Integer(), nullable=False, server_default="4"))
    op.create_index(op.f("ix_staff_oidc_subject"), "staff", ["oidc_subject"], unique=True)

    op.add_column("staff_session", sa.Column("verified", sa.Boolean(), nullable=False, server_default=sa.false()))

    # The log grows and is never changed, also not by the product itself.
    if op.get_bind().dialect.name == "sqlite":
        for act in ("UPDATE", "DELETE"):
            op.execute(
                f"CREATE TRIGGER audit_no_{act.lower()} BEFORE {act} ON audit "
                "BEGIN SELECT RAISE(ABORT, 'audit is append-only'); END"
            )
    else:
        op.execute(
            "CREATE FUNCTION audit_is_append_only() RETURNS trigger LANGUAGE plpgsql AS "
            "$$ BEGIN RAISE EXCEPTION 'audit is append-only'; END $$"
        )
        op.execute(
            "CREATE TRIGGER audit_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit "
            "FOR EACH STATEMENT EXECUTE FUNCTION audit_is_append_only()"
        )


def downgrade() -> None:
    if op.get_bind().dialect.name == "sqlite":
        op.execute("DROP TRIGGER audit_no_update")
        op.execute("DROP TRIGGER audit_no_delete")
    else:
        op.execute("DROP FUNCTION audit_is_append_only() CASCADE")
    for table in ("recovery_code", "staff_team", "closing", "follow_up", "handover", "note", "plan", "transfer"):
        op.drop_table(table)
    for index in ("ix_conversation_person", "ix_conversation_team", "ix_staff_oidc_subject"):
        op.drop_index(index)
    for table, columns in {
        "audit": ("detail", "digest"),
        "conversation": ("team", "callback", "person", "agreed"),
        "staff": (
            "email", "totp_secret", "totp_used", "oidc_subject", "presence", "presence_reason", "presence_at", "capacity",
        ),
        "staff_session": ("verified",),
    }.items():
        for column in columns:
            op.drop_column(table, column)
    # SQLite cannot drop a column that refers to another table; it stays, unused.
    if op.get_bind().dialect.name != "sqlite":
        op.drop_column("conversation", "wanted")
