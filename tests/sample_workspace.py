"""Where the sample workspace is, its date, and the environment for commands in other processes."""

import os
import shutil
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
AS_OF = "2026-11-20"
NURSE = "postings/cedar-valley-icu-nurse.md"


def clean_environment() -> dict[str, str]:
    """The environment for a command in another process, without what would change its answer."""
    return {
        name: value for name, value in os.environ.items() if name not in ("PYTHONHASHSEED", "SOURCE_DATE_EPOCH")
    }


def build_in(folder: Path, *words: str, settings: str = "") -> Path:
    """A new sample workspace in a folder, with one application built there; the folder."""
    from tailor.__main__ import main

    for part in ("profiles", "postings"):
        shutil.copytree(ROOT / part, folder / part)
    if settings:
        (folder / "tailor.yaml").write_text(settings, encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        with pytest.raises(SystemExit) as ended:
            main(["build", NURSE, "--as-of", AS_OF, *words])
    assert ended.value.code == 0
    return folder
