"""The trained part of the skills stage: which words of a line are a skill, learned from labelled postings."""

from tailor.skills.trained.features import NOTHING_ABOVE, Above, above_next
from tailor.skills.trained.files import read_weights
from tailor.skills.trained.model import TrainedPart, Weights

__all__ = ["NOTHING_ABOVE", "Above", "TrainedPart", "Weights", "above_next", "read_weights"]
