"""Runs the steps of a schema on the connection that ``api.platform.schema_migration`` hands over."""

from __future__ import annotations

from alembic import context

given = context.config.attributes
context.configure(connection=given["connection"], version_table=given["version_table"])
with context.begin_transaction():
    context.run_migrations()
