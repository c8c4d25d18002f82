"""Ranking -> plan: which lines are printed, in which order, on how many pages, and why the others are not."""

from tailor.plan.kinds import kind_names, read_kind
from tailor.plan.planning import make_plan
from tailor.plan.wish import PlanWish

__all__ = ["PlanWish", "kind_names", "make_plan", "read_kind"]
