"""One posting and one profile into everything made for it: the one place where the stages meet."""

from tailor.tailoring.applying import (
    Application,
    Subject,
    plan_page,
    rank_posting,
    style_for,
    tailor_posting,
    understand,
)
from tailor.tailoring.documents import EVERYTHING, USUAL_FORMATS, make_documents
from tailor.tailoring.gap_documents import gap_documents
from tailor.tailoring.judging import Judge, gap_report
from tailor.tailoring.looks import asked_language, report_paper
from tailor.tailoring.printing import FORMATS_OF, Lost, Made
from tailor.tailoring.receipt import receipt
from tailor.tailoring.tools import Tools, lacking_for_pdf
from tailor.tailoring.wishes import Wish, wish_of, wished

__all__ = [
    "EVERYTHING",
    "FORMATS_OF",
    "USUAL_FORMATS",
    "Application",
    "Judge",
    "Lost",
    "Made",
    "Subject",
    "Tools",
    "Wish",
    "asked_language",
    "gap_documents",
    "gap_report",
    "lacking_for_pdf",
    "make_documents",
    "plan_page",
    "rank_posting",
    "receipt",
    "report_paper",
    "style_for",
    "tailor_posting",
    "understand",
    "wish_of",
    "wished",
]
