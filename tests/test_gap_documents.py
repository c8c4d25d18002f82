"""The report as files: a real PDF beside the HTML, tagged and on the right paper, whatever a posting holds."""

import io

import pypdf
import pytest
from letter_cases import TODAY, find, plan, posting, profile, ranking, requirement

from tailor.gaps import report
from tailor.model.gaps import GapReport
from tailor.pdf import machine
from tailor.tailoring import Tools, gap_documents
from tailor.tailoring.tools import MachineError

DAY = "2026-11-20"
PAPERS = {"letter": (612, 792), "a4": (595, 842)}


@pytest.fixture(scope="module")
def tools() -> Tools:
    return Tools()


def sample(text: str = "Kubernetes", *, postings: int = 1) -> GapReport:
    asked = (requirement("Bachelor's degree", kind="degree"), requirement("Model deployment"), requirement(text))
    pairs = []
    for number in range(postings):
        of = plan(posting(*asked, knockouts=(0,), company=f"Fjordvik {number}"), profile(skills=("Nomad",)))
        pairs.append((of, ranking(of, {"r2": ("work[0].highlights[0]",)})))
    return report(pairs, today=TODAY, find=find)


def printed(one: GapReport, tools: Tools, paper: str = "letter") -> bytes:
    made = gap_documents(one, ("pdf",), tools, paper=paper, day=DAY)
    assert not made.lacking
    return next(document.content for document in made.documents if document.format == "pdf")


def test_html_comes_beside_the_pdf_and_alone_where_html_is_asked_for(tools: Tools) -> None:
    both = gap_documents(sample(), ("pdf", "txt"), tools, paper="a4", day=DAY).documents
    assert sorted(one.name for one in both) == ["gap-report.html", "gap-report.pdf", "gap-report.txt"]
    alone = gap_documents(sample(), ("html",), tools, paper="a4", day=DAY).documents
    assert [one.name for one in alone] == ["gap-report.html"]


@pytest.mark.parametrize("postings", [1, 3])
def test_the_pdf_conforms_to_pdf_ua_1_and_has_bookmarks(tools: Tools, tmp_path, postings) -> None:
    import page

    path = tmp_path / "gap-report.pdf"
    path.write_bytes(printed(sample(postings=postings), tools))
    found = page.validate_pdf(path, profile=page.ValidationProfile.PDF_UA_1)
    assert found.is_compliant, [failure.message for failure in found.failures]
    read = pypdf.PdfReader(path)
    assert read.metadata.title.startswith("Gap report")
    assert read.outline


@pytest.mark.parametrize("paper", PAPERS)
def test_the_paper_is_the_one_asked_for(tools: Tools, paper) -> None:
    box = pypdf.PdfReader(io.BytesIO(printed(sample(), tools, paper))).pages[0].mediabox
    assert (round(box.width), round(box.height)) == PAPERS[paper]


def test_the_same_report_gives_the_same_bytes(tools: Tools) -> None:
    assert printed(sample(), tools) == printed(sample(), Tools())


def test_a_character_that_no_font_has_loses_no_report(tools: Tools) -> None:
    text = pypdf.PdfReader(io.BytesIO(printed(sample("Kubernetes 🚀 and more"), tools))).pages[0].extract_text()
    assert "Kubernetes □ and more" in " ".join(text.split())


def test_without_a_layout_engine_everything_else_is_made(tools: Tools, monkeypatch: pytest.MonkeyPatch) -> None:
    def lacking() -> None:
        raise MachineError("Pango is missing; to install it: apt-get install pango")

    monkeypatch.setattr("tailor.pdf.press.engine", lacking)
    monkeypatch.setattr("tailor.pdf.refusals.engine", lacking)
    monkeypatch.setattr(machine, "engine", lacking)
    made = gap_documents(sample(), ("pdf", "md"), Tools(), paper="a4", day=DAY)
    assert sorted(one.format for one in made.documents) == ["html", "md"]
    assert "Pango" in made.lacking
