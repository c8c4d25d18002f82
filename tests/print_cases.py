"""PDFs with the faults that resumes of other programs have, made small for the tests of `tailor check`."""

import io

import pypdf

from tailor.pdf import Press

FACE = '@page { size: 8.5in 11in; margin: .8in } body { font: 10.5pt/1.2 "EB Garamond" } h2 { font-size: 14pt }'
HEAD = "<h1>Zoë Berg</h1><p>Bergen · zoe@example.com · +47 555 01 340</p>"
JOBS = (
    "<h2>Work Experience</h2><p>Engineer, Harbor 2019 – 2023</p><p>• Moved 40 nightly jobs.</p>"
    "<p>• Led five people.</p><p>Clerk, Office of Tides 2015 – 2019</p><p>• Built reports for 220 colleagues.</p>"
)
SKILLS = "<h2>Skills</h2><p>Python, SQL, Kafka</p>"
POINT = b"/Length 1 >>\nstream\n\x80\nendstream"
PRESS = Press()


def made(body: str, css: str = "", *, language: str = "en") -> bytes:
    """A page's body into a PDF of ours: tagged, titled, with its fonts."""
    head = f"<title>A resume</title><meta name=author content='Zoë Berg'><style>{FACE} {css}</style>"
    page = f"<html lang={language}><head>{head}</head><body>{body}</body></html>"
    return PRESS.write(page, created="2026-03-09")


def good(body: str = "", css: str = "") -> bytes:
    """A resume without a fault, with what a test puts below it."""
    return made(f"{HEAD}{JOBS}{SKILLS}{body}", css)


def bare(*lines: str, picture: float = 0.0, keep_text: bool = True) -> bytes:
    """A PDF written by hand: Helvetica that is not embedded, nothing told of itself, a picture of any size."""
    words = "".join(f"BT /F 11 Tf 60 {740 - 16 * at} Td ({line}) Tj ET " for at, line in enumerate(lines))
    drawn = f"q {612 * picture} 0 0 {792 * picture} 0 0 cm /I Do Q " if picture else ""
    stream = (drawn + (words if keep_text else "")).encode("latin-1")
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources 7 0 R >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        b"<< /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8 %s" % POINT,
        b"<< /Font << /F 5 0 R >> /XObject << /I 6 0 R >> >>",
    ]
    out, places = io.BytesIO(), []
    out.write(b"%PDF-1.4\n")
    for number, content in enumerate(objects, start=1):
        places.append(out.tell())
        out.write(b"%d 0 obj\n%s\nendobj\n" % (number, content))
    table = out.tell()
    out.write(b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1))
    out.writelines(b"%010d 00000 n \n" % place for place in places)
    out.write(b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, table))
    return out.getvalue()


def encrypted(pdf: bytes, *, user: str, owner: str = "owner") -> bytes:
    """A PDF behind a password (`user`), or, where that is empty, with copying forbidden."""
    from pypdf.constants import UserAccessPermissions

    writer = pypdf.PdfWriter(clone_from=io.BytesIO(pdf))
    writer.encrypt(user, owner, permissions_flag=UserAccessPermissions.PRINT, algorithm="AES-256")
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()
