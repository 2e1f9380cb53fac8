"""What the process that servers are forked from has read already, so that a start is quick."""

from importlib import import_module

from api.product import _signs
from domain.catalogue import load_seed

import_module("api.__main__")
load_seed()
_signs()
