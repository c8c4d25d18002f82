"""YAML whose every value knows its file, line and column."""

from tailor.located.keys import nearest_key, unknown_key
from tailor.located.reader import read_located
from tailor.located.text import clean_text
from tailor.located.tree import Document, Mapping, Node, Pair, Scalar, Sequence, node_at, plain_value

__all__ = [
    "Document",
    "Mapping",
    "Node",
    "Pair",
    "Scalar",
    "Sequence",
    "clean_text",
    "nearest_key",
    "node_at",
    "plain_value",
    "read_located",
    "unknown_key",
]
