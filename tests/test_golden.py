"""The sample workspace, built whole: goldens a person can read, and the honesty rule over each of them."""

import json
import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pytest
from sample_workspace import AS_OF, ROOT

from tailor.__main__ import main

CASES = {
    "brightwell-clinical-nurse-educator.md": "tomasz",
    "cedar-valley-icu-nurse.md": "tomasz",
    "halcyon-principal-ml-engineer.md": "imani",
    "meridian-savings-director-ai.md": "imani",
    "orchard-freight-ml-manager.md": "imani",
    "vantage-medical-center-ml-lead.md": "imani",
}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Everything that a newcomer's `build` makes of the samples, once for this module."""
    out = tmp_path_factory.mktemp("golden")
    postings = [str(ROOT / "postings" / name) for name in CASES]
    patch = pytest.MonkeyPatch()
    patch.chdir(ROOT)
    with pytest.raises(SystemExit) as ended:
        main(["build", *postings, "--out", str(out), "--as-of", AS_OF, "--format", "pdf,txt,md"])
    patch.undo()
    assert ended.value.code == 0
    return out


def folders(built: Path) -> dict[str, Path]:
    """Posting -> folder, by the manifests."""
    found = {}
    for path in sorted(built.rglob("manifest.json")):
        found[json.loads(path.read_text(encoding="utf-8"))["posting"]] = path.parent
    assert set(found) == set(CASES)
    return found


def test_the_samples_cover_every_posting_of_the_repository() -> None:
    named = set()
    for name in CASES:
        text = (ROOT / "postings" / name).read_text(encoding="utf-8")
        named |= {name, *re.findall(r"^posting: (.+)$", text, re.MULTILINE)}
    assert named == {path.name for path in (ROOT / "postings").iterdir()}


@pytest.mark.parametrize("case", CASES)
@pytest.mark.parametrize("kind", ["Resume", "Letter", "gap-report"])
def test_documents_read_as_before(case: str, kind: str, built: Path, golden) -> None:
    folder = folders(built)[case]
    path = folder / "gap-report.txt" if kind == "gap-report" else next(folder.glob(f"*-{kind}.txt"))
    golden(f"{Path(case).stem}.{kind.lower()}.txt", path.read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CASES)
def test_every_line_of_a_resume_is_what_the_person_wrote(case: str, built: Path) -> None:
    manifest = json.loads((folders(built)[case] / "manifest.json").read_text(encoding="utf-8"))
    own = words_of(person(case)) | allowed(manifest)
    lines = [line for line in manifest["lines"] if line["document"] == "resume"]
    assert len(lines) > 20
    for line in lines:
        unknown = words_of(line["text"]) - own
        assert not unknown, f"{line['text']!r} says {sorted(unknown)}, which the profile does not"


@pytest.mark.parametrize("case", CASES)
def test_every_bullet_is_printed_verbatim(case: str, built: Path) -> None:
    manifest = json.loads((folders(built)[case] / "manifest.json").read_text(encoding="utf-8"))
    profile = flat(person(case))
    bullets = [line for line in manifest["lines"] if any(".highlights[" in source for source in line["sources"])]
    resume = [line["text"].removeprefix("• ") for line in bullets if line["document"] == "resume"]
    assert len(resume) > 8
    assert not [text for text in resume if flat(text) not in profile]


@pytest.mark.parametrize("case", CASES)
def test_a_letter_has_no_number_or_name_without_a_source(case: str, built: Path) -> None:
    folder = folders(built)[case]
    manifest = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
    lines = [line for line in manifest["lines"] if line["document"] == "letter"]
    assert all(line["sources"] for line in lines)
    known = words_of(person(case) + posting_text(case)) | words_of(AS_OF) | {"20"}
    for line in lines:
        for number in re.findall(r"\w*\d\w*", line["text"]):
            assert words_of(number) <= known, f"{line['text']!r} says {number}"
        for name in re.findall(r"(?<=[a-z,] )[A-Z][\w-]+", line["text"]):
            assert words_of(name) <= known | words_of("I Hiring Manager November"), (
                f"{line['text']!r} names {name}"
            )


@pytest.mark.parametrize("case", CASES)
def test_letters_fit_a_page_and_resumes_two(case: str, built: Path) -> None:
    import pypdf

    folder = folders(built)[case]
    assert len(pypdf.PdfReader(next(folder.glob("*-Letter.pdf"))).pages) == 1
    assert len(pypdf.PdfReader(next(folder.glob("*-Resume.pdf"))).pages) <= 2


@pytest.mark.parametrize("case", CASES)
def test_fonts_are_embedded_and_nothing_is_lost_when_a_pdf_is_read_back(case: str, built: Path) -> None:
    import pypdf

    folder = folders(built)[case]
    assert json.loads((folder / "manifest.json").read_text(encoding="utf-8"))["lost_in_reading_back"] == []
    paths = sorted(folder.glob("*.pdf"))
    assert len(paths) == 3
    for path in paths:
        fonts = [font for page in pypdf.PdfReader(path).pages for font in page_fonts(page)]
        assert fonts
        assert all("/FontFile2" in font or "/FontFile3" in font for font in fonts)


@pytest.mark.parametrize("case", CASES)
def test_pdfs_conform_to_pdf_ua_1(case: str, built: Path) -> None:
    import page

    paths = sorted(folders(built)[case].glob("*.pdf"))
    assert len(paths) == 3
    for path in paths:
        report = page.validate_pdf(path, profile=page.ValidationProfile.PDF_UA_1)
        assert report.is_compliant, [failure.message for failure in report.failures]


def test_plain_text_has_one_hyphen_line_per_bullet_and_no_stray_space(built: Path) -> None:
    for folder in folders(built).values():
        text = next(folder.glob("*-Resume.txt")).read_text(encoding="utf-8")
        assert sum(line.startswith("- ") for line in text.splitlines()) > 8
        assert "  " not in text
        assert "•" not in text
        assert not [line for line in text.splitlines() if line != line.strip()]


def page_fonts(page) -> Iterator[dict]:
    for font in page["/Resources"]["/Font"].values():
        for child in font.get_object().get("/DescendantFonts", [font]):
            yield child.get_object()["/FontDescriptor"].get_object()


def person(case: str) -> str:
    """The person's own words: the profile, and the record's front matter."""
    record = (ROOT / "postings" / case).read_text(encoding="utf-8")
    front = record.split("---")[1] if record.startswith("---") else ""
    return (ROOT / "profiles" / f"{CASES[case]}.yaml").read_text(encoding="utf-8") + front


def posting_text(case: str) -> str:
    """The posting's and the record's words."""
    text = (ROOT / "postings" / case).read_text(encoding="utf-8")
    for name in re.findall(r"^posting: (.+)$", text, re.MULTILINE):
        text += (ROOT / "postings" / name).read_text(encoding="utf-8")
    return text


def allowed(manifest: dict) -> set[str]:
    """The only derivations there are: labels, dates by locale, and listed respellings."""
    import yaml

    labels = (ROOT / "tailor" / "languages" / "en" / "labels.yaml").read_text(encoding="utf-8")
    months = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec Sept June July"
    respelled = " ".join(term["printed"] for term in manifest["respelled"])
    return words_of(str(yaml.safe_load(labels))) | words_of(months) | words_of(respelled)


def words_of(text: str) -> set[str]:
    return set(re.findall(r"\w+", flat(text)))


def flat(text: str) -> str:
    """A text without case, white space and quotes of YAML: what a reader compares."""
    folded = unicodedata.normalize("NFKC", text).casefold().replace("’", "'")
    return re.sub(r"\s+", " ", folded)
