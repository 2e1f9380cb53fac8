"""Who may do what in the console: editors change, approvers publish, auditors look on."""

from typing import Annotated

from fastapi import Depends

from api.staff.access import Person, Requires
from api.staff.roles import Role

Reader = Annotated[Person, Depends(Requires(frozenset({Role.ADMIN, Role.APPROVER, Role.AUDITOR})))]
Editor = Annotated[Person, Depends(Requires(frozenset({Role.ADMIN})))]
Approver = Annotated[Person, Depends(Requires(frozenset({Role.APPROVER})))]
# Where one person does both jobs, the setting `four_eyes` is off; the work itself refuses an editor while it is on.
Publisher = Annotated[Person, Depends(Requires(frozenset({Role.ADMIN, Role.APPROVER})))]
