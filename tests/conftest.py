"""What all tests share: the command line as a person runs it, the sample workspace, readable goldens."""

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from sample_workspace import ROOT


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-goldens", action="store_true", help="write the golden files anew")


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """What a command answered."""

    code: int
    out: str
    err: str


@pytest.fixture(autouse=True)
def _own_cache(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """One cache for the whole test run, never the user's."""
    base = tmp_path_factory.getbasetemp() / "cache"
    monkeypatch.setenv("XDG_CACHE_HOME", str(base))
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)


@pytest.fixture
def tailor(capfd: pytest.CaptureFixture[str]) -> Callable[..., Run]:
    """The command line run in this process, with the words given."""
    from tailor.__main__ import main

    def run(*words: object) -> Run:
        capfd.readouterr()
        with pytest.raises(SystemExit) as ended:
            main([str(word) for word in words])
        out, err = capfd.readouterr()
        return Run(code=int(ended.value.code or 0), out=out, err=err)

    return run


@pytest.fixture
def workspace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the sample workspace; the test stands in it."""
    folder = tmp_path / "workspace"
    for part in ("profiles", "postings"):
        shutil.copytree(ROOT / part, folder / part)
    monkeypatch.chdir(folder)
    return folder


@pytest.fixture
def built(original: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of the application in a copy of a module's `original` workspace; the test stands in the copy."""
    shutil.copytree(original, tmp_path / "w")
    monkeypatch.chdir(tmp_path / "w")
    return next(Path("out/tomasz").iterdir())


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[str, str], None]:
    """A text against `tests/golden/NAME`; with --update-goldens it is written there."""

    def compare(name: str, text: str) -> None:
        path = ROOT / "tests" / "golden" / name
        if request.config.getoption("--update-goldens"):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        assert path.is_file(), f"there is no golden {name}; make it with --update-goldens"
        assert text == path.read_text(encoding="utf-8"), f"{name} changed; if that is right, use --update-goldens"

    return compare
