"""Paragraphs and styles into the bytes of a Word document, the same every time; python-docx is used here alone."""

import base64
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import lru_cache
from io import BytesIO
from typing import Any
from xml.sax.saxutils import quoteattr

from tailor.render.docx_lines import Paragraph
from tailor.render.docx_parts import blank, packed, parts_of
from tailor.render.docx_styles import Font, Look

_TWIPS = 20
"""Twentieths of a point, in which Word measures."""

_BEHIND_RULE = ("w:shd", "w:tabs", "w:spacing", "w:ind", "w:jc", "w:outlineLvl")
"""What may stand behind a line below a paragraph: the standard wants properties in its order."""


_PHOTO = (1.15, 1.45)
"""The most inches that a photo is wide and high, as on the printed page."""

_ANCHOR = (
    '<wp:anchor xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'simplePos="0" distT="0" distB="91440" distL="182880" distR="0" relativeHeight="1" behindDoc="0" locked="0" '
    'layoutInCell="1" allowOverlap="0"><wp:simplePos x="0" y="0"/>'
    '<wp:positionH relativeFrom="margin"><wp:align>right</wp:align></wp:positionH>'
    '<wp:positionV relativeFrom="margin"><wp:align>top</wp:align></wp:positionV>'
    '<wp:extent cx="{width}" cy="{height}"/><wp:effectExtent l="0" t="0" r="0" b="0"/>'
    '<wp:wrapSquare wrapText="bothSides"/><wp:docPr id="1" name="Photo" descr={alt}/><wp:cNvGraphicFramePr/>'
    "</wp:anchor>"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """What a document is besides its words: title, author, language (BCP 47), day (ISO), the paper in points.

    `margins` are those at the top, the sides and the bottom.
    """

    title: str
    author: str
    lang: str
    day: str
    size: tuple[float, float]
    margins: tuple[float, float, float]


def docx_bytes(page: Page, lines: Sequence[Paragraph], looks: Sequence[Look], fonts: tuple[Font, ...]) -> bytes:
    """Paragraphs in their styles into a Word document; the first of `looks` and of `fonts` is that of plain text.

    The same words give the same bytes.
    """
    from docx import Document  # noqa: PLC0415 - heavy imports late

    document = Document(BytesIO(_styled(tuple(looks), fonts, page.lang)))
    _tell(document, page)
    _set_page(document, page)
    names = {style.name: style.style_id for style in document.styles}
    for line in lines:
        _add_paragraph(document, line, names)
    written = BytesIO()
    document.save(written)
    return packed(parts_of(written.getvalue()))


@lru_cache(maxsize=8)
def _styled(looks: tuple[Look, ...], fonts: tuple[Font, ...], lang: str) -> bytes:
    """A document of no words with the styles of all documents that look alike."""
    from docx import Document  # noqa: PLC0415 - heavy imports late

    document = Document(BytesIO(blank(fonts)))
    _set_defaults(document, fonts[0].name, lang)
    for look in looks:
        _add_style(document, look)
    written = BytesIO()
    document.save(written)
    return written.getvalue()


def _tell(document: Any, page: Page) -> None:  # noqa: ANN401 - the library is imported late
    """What a document tells of itself: no more than the PDF does."""
    told = document.core_properties
    told.title, told.author, told.revision = page.title, page.author, 1
    told.created = told.modified = datetime.fromisoformat(page.day).replace(tzinfo=UTC)


def _set_page(document: Any, page: Page) -> None:  # noqa: ANN401 - as above
    from docx.shared import Pt  # noqa: PLC0415 - heavy imports late

    (section,) = document.sections
    section.page_width, section.page_height = map(Pt, page.size)
    top, side, bottom = map(Pt, page.margins)
    section.top_margin, section.bottom_margin = top, bottom
    section.left_margin = section.right_margin = side
    section.header_distance = section.footer_distance = bottom / 2
    section.gutter = 0


def _set_defaults(document: Any, font: str, lang: str) -> None:  # noqa: ANN401 - as above
    (words,) = document.styles.element.xpath("w:docDefaults/w:rPrDefault/w:rPr")
    words.append(_font_of(font))
    words.append(_element("w:lang", val=lang))


def _add_style(document: Any, look: Look) -> None:  # noqa: ANN401 - as above
    from docx.enum.style import WD_STYLE_TYPE  # noqa: PLC0415 - heavy imports late

    plain = document.styles["Normal"]
    kind = WD_STYLE_TYPE.PARAGRAPH if look.line else WD_STYLE_TYPE.CHARACTER
    style = plain
    if look.name != plain.name:
        style = document.styles.add_style(look.name, kind, builtin=not look.own)
        style.base_style = plain if look.line else None
    style.quick_style = True
    _set_words(style, look)
    if look.line:
        _set_lines(style, look)
        if look.level is not None:
            style.next_paragraph_style = plain


def _set_words(style: Any, look: Look) -> None:  # noqa: ANN401 - as above
    from docx.shared import Pt, RGBColor  # noqa: PLC0415 - heavy imports late

    words = style.font
    words.bold, words.italic = look.bold, look.italic
    if look.caps:
        words.small_caps, words.all_caps = look.caps == "small" or None, look.caps == "all" or None
    if look.size:
        words.size = Pt(int(look.size * 2) / 2)  # Word knows half points; the smaller one fits where ours did
    if look.colour:
        words.color.rgb = RGBColor.from_string(_six(look.colour))
    properties = style.element.get_or_add_rPr()
    if look.font:
        properties.insert(0, _font_of(look.font))
    if look.wider:
        properties.insert_element_before(_element("w:spacing", val=_twips(look.wider)), "w:sz")


def _set_lines(style: Any, look: Look) -> None:  # noqa: ANN401 - as above
    from docx.enum.text import WD_ALIGN_PARAGRAPH  # noqa: PLC0415 - heavy imports late
    from docx.shared import Pt  # noqa: PLC0415 - as above

    lines = style.paragraph_format
    lines.line_spacing = Pt(look.line)
    lines.space_before, lines.space_after = Pt(look.before), Pt(look.after)
    lines.widow_control = True
    lines.keep_with_next, lines.keep_together = look.keep_next or None, look.whole or None
    if look.left:
        lines.left_indent, lines.first_line_indent = Pt(look.left), Pt(-look.hanging)
    if look.centred:
        lines.alignment = WD_ALIGN_PARAGRAPH.CENTER
    properties = style.element.get_or_add_pPr()
    if look.listed:
        properties.get_or_add_numPr().get_or_add_numId().val = 1
    if look.rule:
        rule = _element("w:bottom", val="single", sz=4, space=round(look.gap), color=_six(look.rule))
        border = _element("w:pBdr")
        border.append(rule)
        properties.insert_element_before(border, *_BEHIND_RULE)
    if look.level is not None:
        properties.append(_element("w:outlineLvl", val=look.level))


def _add_paragraph(document: Any, line: Paragraph, names: Mapping[str, str]) -> None:  # noqa: ANN401 - as above
    """Add a paragraph; `names` are those of styles in the file by those that people see."""
    from docx.shared import Pt  # noqa: PLC0415 - heavy imports late

    paragraph = document.add_paragraph()
    paragraph._p.style = names[line.style]  # noqa: SLF001 - the library looks a style up anew each time
    if line.keep:
        paragraph.paragraph_format.keep_with_next = True
    if line.above is not None:
        paragraph.paragraph_format.space_before = Pt(line.above)
    if line.photo:
        _add_photo(paragraph, line.photo, alt="".join(run.text for run in line.runs))
    for run in line.runs:
        added = paragraph.add_run(run.text)
        if style := run.style or ("Hyperlink" if run.href else ""):
            added._r.style = names[style]  # noqa: SLF001 - as above
        if run.href:
            _link(document, added, run.href)


def _add_photo(paragraph: Any, address: str, *, alt: str) -> None:  # noqa: ANN401 - as above
    """Put the picture of a `data:` address at the page's upper right, text beside it and below."""
    from docx.oxml import parse_xml  # noqa: PLC0415 - heavy imports late
    from docx.shared import Inches  # noqa: PLC0415 - as above

    data = BytesIO(base64.b64decode(address.partition(",")[2]))
    shape = paragraph.add_run().add_picture(data)
    scale = min(Inches(most) / length for most, length in zip(_PHOTO, (shape.width, shape.height), strict=True))
    shape.width, shape.height = int(shape.width * scale), int(shape.height * scale)
    inline = shape._inline  # noqa: SLF001 - the library knows pictures within a line alone
    anchor = parse_xml(_ANCHOR.format(width=shape.width, height=shape.height, alt=quoteattr(alt)))
    anchor.append(inline.graphic)
    inline.getparent().replace(inline, anchor)


def _link(document: Any, added: Any, href: str) -> None:  # noqa: ANN401 - as above
    """Make a run that was added a link."""
    from docx.opc.constants import RELATIONSHIP_TYPE  # noqa: PLC0415 - heavy imports late
    from docx.oxml.ns import qn  # noqa: PLC0415 - as above

    link = _element("w:hyperlink", history=1)
    link.set(qn("r:id"), document.part.relate_to(href, RELATIONSHIP_TYPE.HYPERLINK, is_external=True))
    added._r.addprevious(link)  # noqa: SLF001 - the library reads links and has no way to write them
    link.append(added._r)  # noqa: SLF001 - as above


def _font_of(name: str) -> Any:  # noqa: ANN401 - untyped XML
    return _element("w:rFonts", ascii=name, hAnsi=name, eastAsia=name, cs=name)


def _element(tag: str, **values: object) -> Any:  # noqa: ANN401 - untyped XML
    """A Word element with attributes of Word's."""
    from docx.oxml import OxmlElement  # noqa: PLC0415 - heavy imports late
    from docx.oxml.ns import qn  # noqa: PLC0415 - as above

    made = OxmlElement(tag)
    for name, value in values.items():
        made.set(qn(f"w:{name}"), str(value))
    return made


def _twips(points: float) -> int:
    return round(points * _TWIPS)


def _six(colour: str) -> str:
    """`#1a3` or `#11aa33` into `11AA33`."""
    digits = colour.removeprefix("#").upper()
    return digits if len(digits) > len("rgb") else "".join(digit * 2 for digit in digits)
