"""Where the sample workspace is, its date, and the environment for commands in other processes."""

import os
from pathlib import Path

ROOT = Path(__file__).parent.parent
AS_OF = "2026-11-20"


def clean_environment() -> dict[str, str]:
    """The environment for a command in another process, without what would change its answer."""
    return {
        name: value for name, value in os.environ.items() if name not in ("PYTHONHASHSEED", "SOURCE_DATE_EPOCH")
    }
