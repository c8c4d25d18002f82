"""A fitting person for each kind of resume, built whole: goldens to read, and the honesty rule over them."""

import json
from pathlib import Path

import pytest
from sample_workspace import ROOT
from test_golden import allowed, flat, words_of

from tailor.__main__ import main
from tailor.model.detail import said
from tailor.plan import read_kind
from tailor.profile import read_profile

CASES = ROOT / "tests" / "kinds"
PAGES = {"academic": 2, "european": 1, "executive": 2, "federal": 2, "graduate": 1, "teaching": 1, "trade": 1}
"""How many pages each person's resume has."""


def resume_of(folder: Path, ending: str) -> Path:
    """The resume in a folder; outside America its file is called a CV."""
    return next(path for name in ("Resume", "CV") for path in folder.glob(f"*-{name}.{ending}"))


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The folder that a build makes for each person and their posting, by kind."""
    work = tmp_path_factory.mktemp("kinds")
    for name in ("profiles", "postings"):
        (work / name).mkdir()
    for name in PAGES:
        (work / "profiles" / f"{name}.yaml").write_bytes((CASES / f"{name}.yaml").read_bytes())
        (work / "postings" / f"{name}.txt").write_bytes((CASES / f"{name}.txt").read_bytes())
        record = f"---\nprofile: {name}\nposting: {name}.txt\n---\n"
        (work / "postings" / f"{name}.md").write_text(record, encoding="utf-8")
    patch = pytest.MonkeyPatch()
    patch.chdir(work)
    with pytest.raises(SystemExit) as ended:
        main(["build", "--as-of", "2026-03-09", "--format", "pdf,txt"])
    patch.undo()
    assert ended.value.code == 0
    return {
        json.loads(path.read_text("utf-8"))["style"]["kind"]: path.parent for path in work.rglob("manifest.json")
    }


def manifest(folder: Path) -> dict:
    return json.loads((folder / "manifest.json").read_text(encoding="utf-8"))


def test_every_kind_but_the_samples_has_a_person(built: dict[str, Path]) -> None:
    assert set(built) == set(PAGES) == {path.stem for path in CASES.glob("*.yaml")}


@pytest.mark.parametrize("kind", PAGES)
def test_a_page_reads_as_before(kind: str, built: dict[str, Path], golden) -> None:
    text = resume_of(built[kind], "txt").read_text(encoding="utf-8")
    golden(f"kind-{kind}.resume.txt", text)


@pytest.mark.parametrize("kind", PAGES)
def test_a_fitting_profile_lacks_nothing_that_its_kind_asks_for(kind: str, built: dict[str, Path]) -> None:
    assert read_kind(kind).asks
    assert manifest(built[kind])["asks"] == []


@pytest.mark.parametrize("kind", PAGES)
def test_every_line_is_what_the_person_wrote(kind: str, built: dict[str, Path]) -> None:
    kept = manifest(built[kind])
    own = words_of((CASES / f"{kind}.yaml").read_text(encoding="utf-8")) | allowed(kept)
    lines = [line for line in kept["lines"] if line["document"] == "resume"]
    assert len(lines) > 20
    for line in lines:
        assert not words_of(line["text"]) - own, line["text"]
        assert line["sources"], line["text"]


@pytest.mark.parametrize("kind", PAGES)
def test_every_bullet_and_every_detail_is_printed_verbatim(kind: str, built: dict[str, Path]) -> None:
    data = (CASES / f"{kind}.yaml").read_bytes()
    profile = flat(data.decode())
    lines = [line for line in manifest(built[kind])["lines"] if line["document"] == "resume"]
    bullets = [line["text"] for line in lines if ".highlights[" in line["sources"][0]]
    assert len(bullets) > 5
    assert not [text for text in bullets if flat(text) not in profile]
    person = read_profile(data, "")
    holders = (*person.entries, *(one for each in person.entries for one in each.titles), *person.credentials)
    details = said(
        tuple(one for each in (*holders, *person.listed) for one in each.details), read_kind(kind).details
    )
    assert bool(details) == bool(read_kind(kind).details)
    for detail in details:
        (line,) = [line["text"] for line in lines if detail.path in line["sources"]]
        assert all(word in line for word in detail.words)


@pytest.mark.parametrize("kind", PAGES)
def test_pages_are_as_many_as_meant_and_lose_nothing(kind: str, built: dict[str, Path]) -> None:
    import page
    import pypdf

    path = resume_of(built[kind], "pdf")
    pages = pypdf.PdfReader(path).pages
    assert len(pages) == PAGES[kind]
    assert manifest(built[kind])["lost_in_reading_back"] == []
    assert round(float(pages[0].mediabox.width)) == (595 if kind in ("academic", "european", "trade") else 612)
    report = page.validate_pdf(path, profile=page.ValidationProfile.PDF_UA_1)
    assert report.is_compliant, [failure.message for failure in report.failures]


def test_the_order_of_a_page_is_its_kinds(built: dict[str, Path]) -> None:
    for kind, folder in built.items():
        lines = manifest(folder)["lines"]
        labels = [line["sources"][0].removeprefix("label:") for line in lines if "label:" in line["sources"][0]]
        work = ("relevant-work", "other-work", "earlier-work")
        found = ["work" if label in work else label for label in labels if not label.startswith("pattern")]
        order = [name for name in read_kind(kind).sections if name in found]
        assert list(dict.fromkeys(found)) == order, kind
