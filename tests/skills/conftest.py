"""Finders for the tests of skills: the whole lexicon (compiled once a run), and small ones of own entries."""

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from tailor.skills import SkillFinder, load_finder


@pytest.fixture(scope="session")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A cache folder that all processes of a run share."""
    return tmp_path_factory.getbasetemp().parent / "skills-cache"


@pytest.fixture(scope="session")
def finder(cache: Path) -> SkillFinder:
    """The English lexicon as it stands."""
    return load_finder(cache=cache)


@pytest.fixture
def own(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Callable[..., SkillFinder]:
    """A maker of finders that know nothing but the YAML texts given, each a file of its own."""

    def make(*entries: str, names: Sequence[str] = ()) -> SkillFinder:
        paths = [tmp_path / f"{number}.yaml" for number in range(len(entries))]
        for path, text in zip(paths, entries, strict=True):
            path.write_text(text, encoding="utf-8")
        monkeypatch.setattr("tailor.resources.lexicon_files", lambda _language: ())
        return load_finder(extra=paths, names=names)

    return make
