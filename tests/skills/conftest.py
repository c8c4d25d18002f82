"""Finders for the tests of skills: the whole lexicon (compiled once a run), and small ones of a test's own entries."""

from collections.abc import Callable
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
    """A maker of finders that know nothing but the YAML entries given."""

    def make(entries: str, *names: str) -> SkillFinder:
        path = tmp_path / "skills.yaml"
        path.write_text(entries, encoding="utf-8")
        monkeypatch.setattr("tailor.resources.lexicon_files", lambda _language: ())
        return load_finder(extra=[path], names=names)

    return make
