"""The paper: heights and pages from the layout engine, or estimated where there is none."""

from dataclasses import dataclass
from math import ceil

from tailor.model.plan import Heights, LayOut, Layout, Measure, Plan
from tailor.plan.estimate import estimated, total


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """Heights of everything that may be printed, and a way to lay out a plan; `measured` says by an engine."""

    heights: Heights
    measured: bool
    engine: LayOut

    def lay_out(self, plan: Plan) -> Layout:
        """A plan into its pages and the fill of the last, by the engine or by adding up estimates."""
        if self.measured:
            return self.engine(plan)
        filled = total(plan, self.heights) / self.heights.page
        pages = max(1, ceil(filled))
        return Layout(pages=pages, last_fill=min(1.0, max(0.0, filled - pages + 1)))


def read_paper(plan: Plan, measure: Measure, lay_out: LayOut) -> Paper:
    """A plan of everything into the paper it is chosen for; raises `MachineError` where there is no engine."""
    return Paper(heights=measure(plan), measured=True, engine=lay_out)


def guessed(plan: Plan, lay_out: LayOut) -> Paper:
    """A plan of everything into paper without an engine: heights come from characters."""
    return Paper(heights=estimated(plan), measured=False, engine=lay_out)
