"""Runs the migrations on the connection that `api.db.migrate` hands over."""

from alembic import context

from api.db.models.base import Table

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=Table.metadata,
    render_as_batch=True,
)
with context.begin_transaction():
    context.run_migrations()
