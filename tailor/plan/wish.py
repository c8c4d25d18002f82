"""What a person wants of a plan."""

import datetime as dt
from dataclasses import dataclass

from tailor.model.kind import Kind
from tailor.model.record import Record
from tailor.model.skills import Find


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanWish:
    """The record of the application, the kind of resume, pages ("auto", "any" or a number as text), the day.

    `find` names the skills of a text; `today` decides which jobs are of the last ten years. Of what bears tags
    only that with one of `include` stays, where there is any; nothing with one of `exclude` does. Unless it is to
    `look_ahead`, nobody asks what one page more would bring in.
    """

    record: Record | None
    kind: Kind
    pages: str
    today: dt.date
    find: Find
    look_ahead: bool = True
    include: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
