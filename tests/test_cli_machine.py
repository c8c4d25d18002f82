"""A machine without Pango: everything but the PDFs is made, and the next build with it makes the rest."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from sample_workspace import AS_OF, ROOT, clean_environment

from tailor.errors import MachineError

NURSE = "postings/cedar-valley-icu-nurse.md"
REMEDY = "PDF files need Pango. To install it: brew install pango"

UNLOADABLE = """\
import cffi
_dlopen = cffi.FFI.dlopen
def dlopen(self, name, flags=0):
    if name and "pango" in name:
        raise OSError(f"cannot load library {name!r}")
    return _dlopen(self, name, flags)
cffi.FFI.dlopen = dlopen
"""


@pytest.fixture
def no_pango(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    """No layout engine in this process, until the patch is undone."""

    def lacking() -> None:
        raise MachineError(REMEDY)

    patch = pytest.MonkeyPatch()
    patch.setattr("tailor.pdf.machine.engine", lacking)
    patch.setattr("tailor.pdf.press.engine", lacking)
    return patch


def told() -> dict:
    (path,) = Path("out").rglob("manifest.json")
    return json.loads(path.read_text(encoding="utf-8"))


def test_everything_but_the_pdfs_is_made_and_the_rest_when_pango_is_there(workspace, no_pango, tailor) -> None:
    try:
        for _ in range(2):
            done = tailor("build", NURSE, "--as-of", AS_OF)
            assert done.code == 4
            assert f"Everything but the PDFs is made. {REMEDY}" in done.err
            assert "(not measured)" in done.out
            assert not told()["fit"]["measured"]
            assert {output["format"] for output in told()["outputs"]} == {"md", "txt", "html"}
    finally:
        no_pango.undo()
    assert "the PDFs can be made now" in tailor("build", NURSE, "--dry-run").out
    done = tailor("build", NURSE)
    assert done.code == 0
    assert "(not measured)" not in done.out
    assert told()["fit"]["measured"]
    assert len(list(Path("out").rglob("*.pdf"))) == 3


def test_a_pdf_asked_for_alone_says_what_is_lacking(workspace, no_pango, tailor) -> None:
    try:
        done = tailor("resume", NURSE, "--format", "pdf,txt")
    finally:
        no_pango.undo()
    assert done.code == 4
    assert REMEDY in done.err
    assert done.out.strip().endswith("Resume.txt")


def test_where_no_pdf_is_asked_for_nothing_is_lacking(workspace, no_pango, tailor) -> None:
    try:
        assert tailor("build", NURSE, "--format", "txt").code == 0
    finally:
        no_pango.undo()


def test_a_library_that_cannot_be_loaded_gives_the_remedy_and_no_traceback(workspace: Path, tmp_path) -> None:
    (tmp_path / "broken").mkdir()
    (tmp_path / "broken" / "sitecustomize.py").write_text(UNLOADABLE, encoding="utf-8")
    environment = {**clean_environment(), "PYTHONPATH": f"{tmp_path / 'broken'}:{ROOT}"}

    def run(*words: str) -> subprocess.CompletedProcess:
        return subprocess.run(
            [sys.executable, "-m", "tailor", *words], env=environment, capture_output=True, text=True, check=False
        )

    done = run("build", NURSE, "--as-of", AS_OF)
    assert done.returncode == 4
    assert "Traceback" not in done.stderr
    assert "Pango" in done.stderr
    assert "To install it: " in done.stderr
    assert "(not measured)" in done.stdout
    assert not list(Path("out").rglob("*.pdf"))
    assert len(list(Path("out").rglob("*Resume.*"))) == 2
    doctor = run("doctor")
    assert doctor.returncode == 4
    assert "To install it: " in " ".join(doctor.stdout.split())
