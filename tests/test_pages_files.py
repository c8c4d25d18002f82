"""Reading PDF, Word and e-mail files: text once and in a person's order, clear refusals, no bombs."""

import io
import zipfile
import zlib
from email.message import EmailMessage

import docx
import pytest
from docx.oxml import parse_xml
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader, PdfWriter

from tailor.errors import InputError
from tailor.model.text import Page
from tailor.pages import read_pages
from tailor.pdf import Press

PRESS = Press()
DUTIES = (
    "Run the looms of the mill from the early morning until noon and report their faults to the foreman",
    "Order the yarn from our three spinners",
    "Write the recipe of every dye bath in the book that hangs beside the door of the house",
)
ASKED = (
    "Three years of experience with looms of every kind and the patience to repair them when they stop",
    "A driving licence (B)",
    "Knowledge of dyes, wool and the other fibres of the north, in depth and with their history",
)
INTRO = "<p>Heather Mill weaves cloth for tailors all over the world, and has done so for a hundred years.</p>"


def listed(items: tuple[str, ...]) -> str:
    return f"<ul>{''.join(f'<li>{item}</li>' for item in items)}</ul>"


LISTS = f"<h2>Duties</h2>{listed(DUTIES)}<h2>Requirements</h2>{listed(ASKED)}"


def printed(body: str, style: str = "") -> bytes:
    rules = f'@page{{size:A4;margin:20mm}} body{{font-family:"Source Sans 3";font-size:10pt}} {style}'
    html = f"<html lang=en><head><title>x</title><style>{rules}</style></head><body>{body}</body></html>"
    return PRESS.write(html, created="2026-01-01")


def page(data: bytes) -> Page:
    (only,) = read_pages(data, "posting.bin")
    return only


def texts(read: Page, kind: str) -> list[str]:
    return [block.text for block in read.blocks if block.kind == kind]


def test_a_print_gives_headings_and_items_with_wrapped_lines_joined() -> None:
    read = page(printed(f"<h1>Weaver</h1>{INTRO}{LISTS}"))
    assert read.format == "PDF"
    assert texts(read, "heading") == ["Weaver", "Duties", "Requirements"]
    assert texts(read, "item") == [*DUTIES, *ASKED]
    assert all(read.text[block.start : block.end] == block.text for block in read.blocks)


def test_two_columns_are_read_one_after_the_other() -> None:
    read = page(printed(f"<h1>Weaver</h1>{INTRO}<div>{LISTS}</div><p>Apply by letter.</p>", "div{columns:2}"))
    assert texts(read, "item") == [*DUTIES, *ASKED]
    assert read.blocks[-1].text == "Apply by letter."


def test_a_side_column_stays_apart_from_the_lists() -> None:
    side = "<p><b>Location</b><p>Leith<p><b>Contract</b><p>Full-time<p><b>Closing date</b><p>3 May 2026"
    cells = f"<table><tr><td style='width:45mm'>{side}</td><td>{LISTS}</td></tr></table>"
    read = page(printed(f"<h1>Weaver</h1>{cells}", "td{vertical-align:top}"))
    order = [block.text for block in read.blocks]
    assert order.index("3 May 2026") < order.index("Duties")
    assert texts(read, "item") == [*DUTIES, *ASKED]


def test_a_table_is_read_row_by_row_and_a_long_cell_stands_below_its_label() -> None:
    rows = [
        ("Company", "Heather Mill"),
        ("Location", "Leith"),
        ("Duties", " ".join(DUTIES)),
        ("Pay", "£12 an hour"),
    ]
    table = "".join(f"<tr><td>{label}</td><td>{value}</td></tr>" for label, value in rows)
    read = page(printed(f"<h1>Weaver</h1><table>{table}</table>", "td{vertical-align:top;padding:1mm 4mm}"))
    assert texts(read, "text")[:2] == ["Company | Heather Mill", "Location | Leith"]
    assert texts(read, "text")[2:4] == ["Duties", " ".join(DUTIES)]


def test_running_heads_and_feet_are_no_part_of_the_text() -> None:
    style = "@page{@top-left{content:'Heather Mill jobs'} @bottom-right{content:'Page ' counter(page)}}"
    many = "".join(f"<li>Weave cloth number {number} for the house of tartans</li>" for number in range(90))
    read = page(printed(f"<h1>Weaver</h1><h2>Duties</h2><ul>{many}</ul>", style))
    assert "Heather Mill jobs" not in read.text
    assert "Page" not in read.text
    assert len(texts(read, "item")) == 90


def test_headings_set_in_the_middle_are_no_column() -> None:
    body = "".join(
        f"<h2>{head}</h2><p>Short line</p><p>Another</p>" for head in ("Duties", "Skills", "Pay", "Hours")
    )
    read = page(printed(f"<h1>Weaver</h1>{INTRO}{body}", "h2{text-align:center}"))
    assert texts(read, "heading") == ["Weaver", "Duties", "Skills", "Pay", "Hours"]
    assert [block.text for block in read.blocks[2:4]] == ["Duties", "Short line"]


def test_a_raised_ending_stays_in_its_word() -> None:
    read = page(
        printed("<h1>Weaver</h1><p>Apply before the 1<sup style='font-size:6pt'>st</sup> of May, please.</p>")
    )
    assert "before the 1st of May" in read.text


def packed(stream: bytes, filters: bytes) -> bytes:
    """A PDF of one sheet whose content is `stream`."""
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R>>",
        b"<</Filter" + filters + b"/Length %d>>stream\n" % len(stream) + stream + b"\nendstream",
    ]
    out, places = b"%PDF-1.4\n", b""
    for number, content in enumerate(objects, start=1):
        places += b"%010d 00000 n \n" % len(out)
        out += b"%d 0 obj" % number + content + b"endobj\n"
    table = b"xref\n0 5\n0000000000 65535 f \n" + places
    return out + table + b"trailer<</Size 5/Root 1 0 R>>startxref\n%d\n%%%%EOF" % len(out)


def bomb() -> bytes:
    packer = zlib.compressobj(9)
    blank = b" " * 1_000_000
    return b"".join(packer.compress(blank) for _ in range(220)) + packer.flush()


def locked(password: str) -> bytes:
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(printed(LISTS))))
    writer.encrypt(password, algorithm="RC4-128")
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (packed(zlib.compress(b"0 0 10 10 re f"), b"/FlateDecode"), "a scan or a picture"),
        (packed(bomb(), b"/FlateDecode"), "unpacks to too much"),
        (packed(zlib.compress(bomb(), 9), b"[/FlateDecode /FlateDecode]"), "unpacks to too much"),
        (b"%PDF-1.7\nnothing more", "damaged"),
        (locked("heather"), "encrypted"),
    ],
    ids=["scan", "bomb", "bomb in a bomb", "damaged", "encrypted"],
)
def test_a_pdf_that_cannot_be_read_says_why(data: bytes, said: str) -> None:
    with pytest.raises(InputError, match=said):
        read_pages(data, "acme.pdf")


BOX = (
    '<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><mc:Choice Requires="wps"><w:drawing>'
    "{}</w:drawing></mc:Choice><mc:Fallback><w:pict>{}</w:pict></mc:Fallback></mc:AlternateContent>"
)
INSIDE = "<w:txbxContent><w:p><w:r><w:t>Pay: £12 an hour</w:t></w:r></w:p></w:txbxContent>"


def word() -> docx.document.Document:
    document = docx.Document()
    document.add_heading("Weaver", 0)
    table = document.add_table(rows=0, cols=2)
    for label, value in (("Location", "Leith"), ("Contract", "Full-time")):
        cells = table.add_row().cells
        cells[0].text, cells[1].text = label, value
    document.add_heading("Duties", 1)
    document.add_paragraph(DUTIES[0], style="List Bullet")
    document.add_paragraph().add_run("Requirements").bold = True
    document.add_paragraph(ASKED[0], style="List Number")
    anchor = document.add_paragraph("See the box.")
    anchor.runs[0]._r.append(parse_xml(BOX.format(INSIDE, INSIDE)))  # noqa: SLF001 - the library writes no boxes
    anchor.add_run(" Ignore what stands before.").font.hidden = True
    return document


def saved(document: docx.document.Document) -> bytes:
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def test_a_word_document_gives_headings_lists_tables_and_boxes_once() -> None:
    read = page(saved(word()))
    assert [(block.kind, block.text) for block in read.blocks] == [
        ("heading", "Weaver"),
        ("text", "Location | Leith"),
        ("text", "Contract | Full-time"),
        ("heading", "Duties"),
        ("item", DUTIES[0]),
        ("heading", "Requirements"),
        ("item", ASKED[0]),
        ("text", "See the box."),
        ("text", "Pay: £12 an hour"),
    ]


def test_lists_in_the_cells_of_a_table_stay_lists() -> None:
    document = docx.Document()
    cells = document.add_table(rows=1, cols=2).rows[0].cells
    cells[0].text = "Requirements"
    cells[1].paragraphs[0].text = "We ask for:"
    for item in ASKED:
        cells[1].add_paragraph(item, style="List Bullet")
    assert texts(page(saved(document)), "item") == list(ASKED)


def archive(**parts: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packer:
        for name, content in parts.items():
            packer.writestr(name.replace("__", "/") + ".xml", content)
    return out.getvalue()


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (archive(notes=b"hello"), "no Word document"),
        (archive(word__document=b" " * 110_000_000), "unpacks to too much"),
        (archive(word__document=b"<a/>"), "damaged"),
        (b"PK\x03\x04zip", "damaged"),
        (saved(docx.Document()), "holds no text"),
    ],
    ids=["archive", "bomb", "damaged", "cut", "empty"],
)
def test_a_word_document_that_cannot_be_read_says_why(data: bytes, said: str) -> None:
    with pytest.raises(InputError, match=said):
        read_pages(data, "acme.docx")


def mail(body: str, subtype: str = "plain", subject: str = "Fwd: [looms] Weaver in Leith") -> EmailMessage:
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = "Ann <ann@mill.example>", "all@mill.example", subject
    message["Message-ID"] = "<1@mill.example>"
    message.set_content(body, subtype=subtype)
    return message


FORWARDED = """---------- Forwarded message ---------
From: Bob <bob@mill.example>
Date: Mon, 3 May 2026
Subject: Weaver
To: ann@mill.example

We look for a weaver.

Requirements:
- Two years of weaving
- A driving licence

-- \nBob McLoom
Knowledge of everything
"""


@pytest.mark.parametrize("quote", ["", "> "])
def test_an_email_gives_its_subject_and_text_without_heads_and_signature(quote: str) -> None:
    read = page(mail("".join(f"{quote}{line}\n" for line in FORWARDED.splitlines())).as_bytes())
    assert read.blocks[0].text == "Weaver in Leith"
    assert texts(read, "item")[:2] == ["Two years of weaving", "A driving licence"]
    assert "bob@mill.example" not in read.text
    assert ("Bob McLoom" in read.text) == bool(quote)  # a quoted signature has no certain mark


def test_an_email_prefers_its_html_part_and_names_its_attachments() -> None:
    message = mail("see the other part")
    message.add_alternative(f"<html><body>{LISTS}</body></html>", subtype="html")
    message.add_attachment(b"%PDF", maintype="application", subtype="pdf", filename="job.pdf")
    read = page(message.as_bytes())
    assert texts(read, "item") == [*DUTIES, *ASKED]
    assert "attachments not read: job.pdf" in read.decided


def test_an_email_of_an_attachment_alone_says_what_to_give() -> None:
    message = mail("", subject="")
    message.add_attachment(b"%PDF", maintype="application", subtype="pdf", filename="job.pdf")
    with pytest.raises(InputError, match=r"holds no text.*job\.pdf"):
        read_pages(message.as_bytes(), "acme.eml")


def test_a_text_that_only_begins_like_an_email_stays_a_text() -> None:
    assert page(b"Subject: Weaver\n\nRequirements:\n- Patience\n").format == "text"


PRINT, WORD = printed(LISTS), saved(word())


@settings(max_examples=60, deadline=None)
@given(st.sampled_from([PRINT, WORD]), st.integers(0, 30_000), st.binary(min_size=1, max_size=8))
def test_a_damaged_file_is_read_or_refused(data: bytes, at: int, noise: bytes) -> None:
    at %= len(data)
    try:
        pages = read_pages(data[:at] + noise + data[at + len(noise) :], "x")
    except InputError:
        return
    assert all(read.text[block.start : block.end] == block.text for read in pages for block in read.blocks)
