"""`python -m api.cli COMMAND`: where the launcher hands over."""

from api.cli.table import app

app(prog_name="palvelupolku")
