"""The wheel: what is in it, and that it works away from the checkout."""

import shutil
import subprocess
import sys
import sysconfig
import zipfile
from pathlib import Path

import pytest
from sample_workspace import AS_OF, ROOT, clean_environment


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built from a clean copy of what the repository holds."""
    source, out = tmp_path_factory.mktemp("source"), tmp_path_factory.mktemp("dist")
    for name in ("pyproject.toml", "README.md", "LICENSE"):
        shutil.copy(ROOT / name, source / name)
    for name in ("tailor", "templates", "profiles", "postings"):
        shutil.copytree(ROOT / name, source / name, ignore=shutil.ignore_patterns("__pycache__"))
    words = ["-m", "build", "--wheel", "--no-isolation", "--outdir", str(out), str(source)]
    subprocess.run([sys.executable, *words], check=True, capture_output=True)
    return next(out.glob("*.whl"))


def test_the_wheel_holds_code_word_lists_themes_and_samples_and_nothing_else(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    inside = {name.removeprefix("tailor/") for name in names if name.startswith("tailor/")}
    assert {"__main__.py", "py.typed", "languages/en/labels.yaml", "kinds/general.yaml"} <= inside
    assert {
        "templates/classic/theme.yaml",
        "samples/profiles/imani.yaml",
        "samples/postings/cedar-valley-icu-nurse.md",
    } <= inside
    assert any(name.startswith("languages/en/lexicon/") for name in inside)
    others = {name.split("/")[0] for name in names if not name.startswith("tailor/")}
    assert len(others) == 1
    assert others.pop().endswith(".dist-info")


def test_installed_elsewhere_it_makes_a_workspace_and_builds_it(wheel: Path, tmp_path: Path) -> None:
    venv = tmp_path / "venv"
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", str(venv)], check=True)
    python = venv / "bin" / "python"
    inside = subprocess.run(
        [python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"],
        check=True,
        capture_output=True,
        text=True,
    ).stdout.strip()
    # Dependencies come from where the tests run: the wheel alone is on trial.
    Path(inside, "dependencies.pth").write_text(sysconfig.get_path("purelib") + "\n", encoding="utf-8")
    zipfile.ZipFile(wheel).extractall(inside)
    home = tmp_path / "home"
    home.mkdir()
    environment = clean_environment() | {"HOME": str(home), "XDG_CACHE_HOME": str(home / "cache")}
    environment.pop("PYTHONPATH", None)

    def run(*words: str, cwd: Path) -> str:
        done = subprocess.run(
            [python, "-m", "tailor", *words], capture_output=True, text=True, cwd=cwd, env=environment, check=False
        )
        assert done.returncode == 0, done.stderr
        return done.stdout

    where = subprocess.run(
        [python, "-c", "import tailor; print(tailor.__file__)"],
        capture_output=True,
        text=True,
        cwd=home,
        env=environment,
        check=False,
    )
    assert where.stdout.startswith(inside)
    run("new", "x", cwd=home)
    told = run("build", "--as-of", AS_OF, "--jobs", "2", cwd=home / "x")
    assert told.count(" required") >= 6
    assert len(list((home / "x" / "out").rglob("*Resume.pdf"))) == 6
