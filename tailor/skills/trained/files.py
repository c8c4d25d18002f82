"""The model file of a language: plain arrays in a NumPy archive, no pickle."""

from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING, Any

from tailor.resources import language_folder
from tailor.skills.trained.model import TAGS, Weights

if TYPE_CHECKING:
    from pathlib import Path

FILE = "skills.npz"


@cache
def read_weights(language: str) -> Weights | None:
    """The weights of a language; None where there are none."""
    path = language_folder(language) / FILE
    return weights_from(path) if path.is_file() else None


def weights_from(path: "Path") -> Weights:
    """A model file into weights. ValueError or KeyError if it is none."""
    import numpy as np  # noqa: PLC0415 - heavy imports late

    with np.load(path, allow_pickle=False) as file:
        return Weights(
            rows={unit: row for row, unit in enumerate(_texts(file["units"]))},
            weights=file["weights"].astype(np.float32),
            steps=tuple(tuple(map(float, row)) for row in file["steps"]),
            gate=dict(zip(_texts(file["gate_names"]), map(float, file["gate_weights"]), strict=True)),
            bias=float(file["gate_bias"][0]),
        )


def write_weights(path: "Path", weights: Weights) -> None:
    """Weights into a model file; the same weights give the same bytes."""
    import numpy as np  # noqa: PLC0415 - heavy imports late

    arrays: Mapping[str, Any] = {
        "units": _bytes(weights.rows),
        "weights": weights.weights.astype(np.float16),
        "steps": np.array(weights.steps, np.float32).reshape(len(TAGS), len(TAGS)),
        "gate_names": _bytes(weights.gate),
        "gate_weights": np.array(list(weights.gate.values()), np.float16),
        "gate_bias": np.array([weights.bias], np.float32),
    }
    np.savez_compressed(path, **arrays)


def _texts(blob: Any) -> list[str]:  # noqa: ANN401 - an array of bytes
    return bytes(blob).decode("utf-8").split("\n")


def _bytes(texts: Mapping[str, Any]) -> Any:  # noqa: ANN401 - an array of bytes
    import numpy as np  # noqa: PLC0415 - heavy imports late

    return np.frombuffer("\n".join(texts).encode("utf-8"), np.uint8)
