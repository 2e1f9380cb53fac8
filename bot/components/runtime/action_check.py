"""Builds the validator of action answers once: Rasa re-checks its own schema on every call, most of a turn's time."""

from typing import Any, Dict, Text

from jsonschema import Draft202012Validator
from rasa.core.actions import action as rasa_action
from rasa.core.actions.action import RemoteAction

_VALIDATOR = Draft202012Validator(RemoteAction.action_response_format_spec())


def _validate(self: RemoteAction, result: Dict[Text, Any]) -> bool:
    problem = next(_VALIDATOR.iter_errors(result), None)
    if problem is not None:
        problem.message += f". Failed to validate the answer of action '{self.name()}'."
        raise problem
    return True


def use_prebuilt_action_validator() -> None:
    """Replace `RemoteAction._validate_action_result`; a contract test pins the Rasa that this is written for."""
    if not hasattr(rasa_action.RemoteAction, "_validate_action_result"):
        raise AttributeError("this Rasa has no RemoteAction._validate_action_result")
    rasa_action.RemoteAction._validate_action_result = _validate
