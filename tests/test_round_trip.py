"""All themes, all readers, all people: every line comes back whole and in its place; every PDF conforms.

The programs that read PDFs from outside Python (poppler, MuPDF, qpdf) are installed by `./run test`. Without them
their tests are skipped on a person's machine, and fail where CI is set: a check that did not run there is none.
"""

import io
import os
import re
import shutil
import subprocess
import sys
from hashlib import sha256
from pathlib import Path

import pypdf
import pytest
from round_trip_cases import PEOPLE, THEMES, as_file, printed
from round_trip_cases import reader_of as reader
from sample_workspace import AS_OF, ROOT, clean_environment

from tailor.check import findings, losses, read_back, read_print, reader_names, readers

IN_CI = bool(os.environ.get("CI"))
KINDS = ("resume", "letter")
LIBRARIES = {"pdfium", "pypdf", "pdfminer.six", "pdfplumber", "PyMuPDF"}

every_document = pytest.mark.parametrize(
    ("theme", "person", "kind"),
    [(theme, person, kind) for theme in THEMES for person in PEOPLE for kind in KINDS],
)


def test_every_reader_is_here() -> None:
    here = {one.name for one in readers()}
    assert here >= LIBRARIES
    missing = set(reader_names()) - here
    if missing and not IN_CI:
        pytest.skip(f"not on this machine: {', '.join(sorted(missing))} (`./run test` installs them)")
    assert not missing


@every_document
def test_every_line_comes_back_whole_and_in_its_place_from_every_reader(
    theme: str, person: str, kind: str
) -> None:
    document = printed(theme, person, kind)
    assert len(document.lines) > 8
    lost = {one.name: found for one in readers() if (found := losses(one.read(document.pdf), document.lines))}
    assert lost == {}


@every_document
def test_the_gate_and_the_check_find_nothing(theme: str, person: str, kind: str) -> None:
    document = printed(theme, person, kind)
    assert read_back(document.pdf, document.lines) == ()
    found = {one.kind for one in findings(read_print(document.pdf, "printed.pdf"))}
    assert found <= {"pages"}


@pytest.mark.parametrize("theme", THEMES)
def test_the_people_fill_one_page_and_three(theme: str) -> None:
    assert len(reader(printed(theme, "accents", "resume")).pages) == 1
    assert len(reader(printed(theme, "many", "resume")).pages) >= 3


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("kind", KINDS)
def test_the_other_paper_loses_nothing_either(theme: str, kind: str) -> None:
    document = printed(theme, "many", kind, "a4")
    assert round(reader(document).pages[0].mediabox.width) == 595
    assert read_back(document.pdf, document.lines) == ()


@every_document
def test_every_document_conforms_to_pdf_ua_1(theme: str, person: str, kind: str, tmp_path: Path) -> None:
    import page

    path = as_file(tmp_path, printed(theme, person, kind))
    report = page.validate_pdf(path, profile=page.ValidationProfile.PDF_UA_1)
    assert report.is_compliant, [failure.message for failure in report.failures]


@every_document
def test_title_author_and_language_are_told_and_nothing_else(theme: str, person: str, kind: str) -> None:
    document = printed(theme, person, kind)
    name = document.lines[0].text
    told = reader(document).metadata
    assert told is not None
    assert set(told) == {"/Title", "/Author", "/Producer", "/CreationDate"}
    assert told.title == f"{name}, {'Resume' if kind == 'resume' else 'Cover Letter'}"
    assert told.author == name
    root = reader(document).trailer["/Root"]
    assert root["/Lang"] == "en"
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    for posting in ("Fjord", "Freight", "Platform Lead"):
        assert posting not in root["/Metadata"].get_data().decode()
        assert posting not in str(dict(told))


@every_document
def test_every_font_is_embedded_and_told_what_letters_it_has(theme: str, person: str, kind: str) -> None:
    fonts = [
        font.get_object()
        for one in reader(printed(theme, person, kind)).pages
        for font in one["/Resources"]["/Font"].values()
    ]
    assert fonts
    for font in fonts:
        assert "/ToUnicode" in font
        assert "/FontFile2" in font["/DescendantFonts"][0].get_object()["/FontDescriptor"]


@every_document
def test_qpdf_finds_no_fault(theme: str, person: str, kind: str, tmp_path: Path) -> None:
    if not shutil.which("qpdf") and not IN_CI:
        pytest.skip("qpdf is not on this machine (`./run test` installs it)")
    path = as_file(tmp_path, printed(theme, person, kind))
    done = subprocess.run(["qpdf", "--check", path], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert not re.search(r"(?i)warning|error(?!s)", done.stderr)


HASHES = """
import sys
from hashlib import sha256
from round_trip_cases import printed
for theme in sys.argv[1:]:
    for kind in ("resume", "letter"):
        print(sha256(printed(theme, "accents", kind).pdf).hexdigest())
"""


@pytest.mark.parametrize("seed", ["1", "2"])
def test_the_bytes_are_the_same_in_any_process_folder_and_hash_order(seed: str, tmp_path: Path) -> None:
    path = os.pathsep.join([str(ROOT / "tests"), str(ROOT)])
    said = subprocess.run(
        [sys.executable, "-c", HASHES, *THEMES],
        cwd=tmp_path,
        env=clean_environment() | {"PYTHONHASHSEED": seed, "PYTHONPATH": path},
        capture_output=True,
        text=True,
        check=True,
    ).stdout.split()
    here = [sha256(printed(theme, "accents", kind).pdf).hexdigest() for theme in THEMES for kind in KINDS]
    assert said == here


def test_a_whole_build_is_the_same_in_another_folder_and_tells_nothing_of_the_posting(tmp_path: Path) -> None:
    made: list[dict[str, bytes]] = []
    for seed in ("3", "4"):
        folder = tmp_path / f"some-{seed}" / "where"
        for part in ("profiles", "postings"):
            shutil.copytree(ROOT / part, folder / part)
        words = ["build", "postings/cedar-valley-icu-nurse.md", "--format", "pdf", "--as-of", AS_OF]
        environment = clean_environment() | {"PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT)}
        command = [sys.executable, "-m", "tailor", *words]
        subprocess.run(command, cwd=folder, env=environment, capture_output=True, check=True)
        made.append({path.name: path.read_bytes() for path in (folder / "out").rglob("*.pdf")})
    assert made[0] == made[1]
    # The report is about the posting, and for the person alone.
    assert made[0].pop("gap-report.pdf")
    assert len(made[0]) == 2
    for pdf in made[0].values():
        told = pypdf.PdfReader(io.BytesIO(pdf))
        everything = str(dict(told.metadata or {})) + told.trailer["/Root"]["/Metadata"].get_data().decode()
        assert "Tomasz" in everything
        assert not re.search("(?i)cedar|valley|hospital|intensive|nights", everything)
