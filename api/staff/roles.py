"""What a person of the staff may do."""

from enum import StrEnum


class Role(StrEnum):
    """One role each: who decides on rules does not judge who has looked at what."""

    ADVISOR = "advisor"
    SUPERVISOR = "supervisor"
    APPROVER = "approver"
    ADMIN = "admin"
    AUDITOR = "auditor"
