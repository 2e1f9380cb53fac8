"""When advisors are there, as data."""

from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Literal
from zoneinfo import ZoneInfo

from pydantic import BaseModel, ConfigDict

Day = Literal["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
SEED = Path(__file__).parent / "seed" / "service_hours.json"
LOOK_AHEAD = 30  # days
DAYS: tuple[Day, ...] = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


class Opening(BaseModel):
    """From one time of day to another; the end does not belong to it."""

    model_config = ConfigDict(frozen=True)

    opens: time
    closes: time


class ServiceHours(BaseModel):
    """The week, the days off, and the sentence that tells both. `always` leaves the week out."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: str = "palveluaika"
    timezone: str
    always: bool = False
    week: dict[Day, tuple[Opening, ...]] = {}
    closed_on: tuple[date, ...] = ()
    text_fi: str

    @classmethod
    def load(cls, path: Path = SEED) -> "ServiceHours":
        """Read the hours. Raises OSError or pydantic.ValidationError."""
        return cls.model_validate_json(path.read_text(encoding="utf-8"))

    def open_at(self, moment: datetime) -> bool:
        """Tell whether advisors are there; `moment` carries its zone."""
        local = moment.astimezone(ZoneInfo(self.timezone))
        if self.always:
            return True
        if local.date() in self.closed_on:
            return False
        openings = self.week.get(DAYS[local.weekday()], ())
        return any(opening.opens <= local.time() < opening.closes for opening in openings)

    def next_opening(self, moment: datetime) -> datetime:
        """Return when advisors are there next: now, at a coming opening, or `moment` where no opening is known."""
        if self.open_at(moment):
            return moment
        zone = ZoneInfo(self.timezone)
        local = moment.astimezone(zone)
        for day in (local.date() + timedelta(days=ahead) for ahead in range(LOOK_AHEAD)):
            for opening in self.week.get(DAYS[day.weekday()], ()) if day not in self.closed_on else ():
                opens = datetime.combine(day, opening.opens, zone)
                if opens > local:
                    return opens.astimezone(moment.tzinfo)
        return moment
