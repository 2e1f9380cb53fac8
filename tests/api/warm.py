"""What the process that servers are forked from has read already, so that a start is quick."""

import api.__main__  # noqa: F401
from api.product import _signs
from domain.catalogue import load_seed

load_seed()
_signs()
