"""`./run` on a bare machine: it says exactly what to install, and ends with 4."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest
from sample_workspace import ROOT

NEEDED = ("sh", "cat", "cksum", "dirname", "env", "head", "mkdir", "rm", "tail")

pytestmark = pytest.mark.skipif(os.name == "nt", reason="./run is for POSIX systems")


@pytest.fixture
def bare(tmp_path: Path) -> Path:
    """A folder to be the whole PATH: a few small tools, a user who is not root, no Python, no package manager."""
    folder = tmp_path / "bin"
    folder.mkdir()
    for name in NEEDED:
        found = shutil.which(name)
        assert found, name
        (folder / name).symlink_to(found)
    stub(folder, "id", "echo 1000")
    return folder


def stub(folder: Path, name: str, script: str) -> None:
    path = folder / name
    path.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    path.chmod(0o755)


def start(bare: Path, *words: str) -> subprocess.CompletedProcess:
    """A copy of `run` away from the checkout, so that nothing of it can change."""
    script = bare.parent / "run"
    shutil.copy(ROOT / "run", script)
    return subprocess.run(
        [bare / "sh", script, *words],
        env={"PATH": str(bare)},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )


def test_the_script_is_sound_shell() -> None:
    done = subprocess.run(["sh", "-n", ROOT / "run"], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert os.access(ROOT / "run", os.X_OK)


def test_on_an_unknown_system_it_says_what_is_needed(bare: Path) -> None:
    done = start(bare, "build")
    assert done.returncode == 4
    assert "Please install by hand:" in done.stderr
    assert "Python 3.11 or later with its venv module, and Pango 1.44 or later" in done.stderr
    assert done.stdout == ""
    assert not (bare.parent / ".venv").exists()


SYSTEMS = {
    "apt-get": "apt-get install python3 python3-venv libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0",
    "dnf": "dnf install python3 pango",
    "pacman": "pacman -S python pango",
    "apk": "apk add python3 pango harfbuzz-subset",
}


@pytest.mark.parametrize("manager", SYSTEMS)
def test_without_root_and_sudo_it_says_the_exact_command(manager: str, bare: Path) -> None:
    stub(bare, manager, f"echo must not run >{bare.parent / 'ran'}; exit 1")
    done = start(bare, "build")
    assert done.returncode == 4
    assert "only an administrator can install" in done.stderr
    assert SYSTEMS[manager] in done.stderr
    assert not (bare.parent / "ran").exists()


def test_a_python_that_is_too_old_is_none(bare: Path) -> None:
    stub(bare, "python3", "exit 1")
    done = start(bare, "build")
    assert done.returncode == 4
    assert "Python 3.11 or later" in done.stderr


def test_without_pango_it_goes_on(bare: Path) -> None:
    """Python is there and Pango is not: told, and the set-up of .venv is tried all the same."""
    stub(bare, "python3", 'case "$1" in -c) exit 0 ;; -) exit 1 ;; -m) echo "venv asked" >&2; exit 1 ;; esac')
    done = start(bare, "build")
    assert "going on without Pango: everything but the PDFs is made" in done.stderr
    assert "venv asked" in done.stderr
    assert done.returncode == 4
    assert "to install by hand" in done.stderr


@pytest.fixture
def ready(bare: Path) -> Path:
    """The same with a set-up that is finished: only the programs of the tests are missing."""
    home = bare.parent
    for name in ("requirements.lock", "pyproject.toml"):
        (home / name).write_text("as pinned\n")
    (home / ".venv" / "bin").mkdir(parents=True)
    for name in ("python", "tailor", "ruff", "mypy"):
        stub(home / ".venv" / "bin", name, f'echo "{name} $*"')
    stub(bare, "python3", "exit 0")
    sums = "cat requirements.lock pyproject.toml | cksum; echo test"
    stamp = subprocess.run(["sh", "-c", sums], cwd=home, capture_output=True, text=True, check=True).stdout
    (home / ".venv" / "stamp").write_text(stamp)
    return bare


def test_the_programs_of_the_tests_are_installed_by_the_tests_alone(ready: Path) -> None:
    stub(ready, "apt-get", f'echo "$*" >>{ready.parent / "asked"}')
    stub(ready, "id", "echo 0")
    assert start(ready, "build").stdout == "tailor build\n"
    assert not (ready.parent / "asked").exists()
    done = start(ready, "test", "tests/test_x.py")
    assert done.stdout == "python -m pytest tests/test_x.py\n"
    asked = (ready.parent / "asked").read_text().splitlines()
    packages = "poppler-utils mupdf-tools qpdf link-grammar link-grammar-dictionaries-en"
    assert asked == ["update -qq", f"install -y -qq --no-install-recommends {packages}"]
    assert "installing for the tests: pdftotext mutool qpdf link-parser" in done.stderr


def test_without_an_administrator_the_tests_go_on_and_say_what_is_missing(ready: Path) -> None:
    stub(ready, "qpdf", "exit 0")
    stub(ready, "apt-get", "exit 1")
    done = start(ready, "test", "tests/test_x.py")
    assert done.returncode == 0
    assert "going on without pdftotext mutool link-parser; to install by hand: apt-get install" in done.stderr
    (ready / "apt-get").unlink()
    assert "to install by hand: with your system's packages" in start(ready, "test", "tests/test_x.py").stderr


def test_nothing_is_installed_where_all_is_there(ready: Path) -> None:
    for name in ("pdftotext", "mutool", "qpdf", "link-parser"):
        stub(ready, name, "exit 0")
    done = start(ready, "test", "tests/test_x.py")
    assert (done.returncode, done.stderr) == (0, "")
