"""The parts of an empty Word document, and how parts become one file of the same bytes every time."""

import zipfile
from collections.abc import Sequence
from io import BytesIO
from xml.sax.saxutils import quoteattr

from tailor.render.docx_styles import Font

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

_LISTED = ("styles", "numbering", "settings", "fontTable")
_DOCUMENT = f'<w:document {_W} xmlns:r="{_R}"><w:body><w:sectPr/></w:body></w:document>'
_STYLES = (
    f"<w:styles {_W}><w:docDefaults><w:rPrDefault><w:rPr/></w:rPrDefault><w:pPrDefault/></w:docDefaults>"
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'
    '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
    '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style></w:styles>'
)
_NUMBERING = (
    f'<w:numbering {_W}><w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="singleLevel"/>'
    '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:pStyle w:val="ListBullet"/>'
    '<w:lvlText w:val="•"/><w:lvlJc w:val="left"/></w:lvl></w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>'
)
_SETTINGS = (
    f'<w:settings {_W}><w:zoom w:percent="100"/><w:defaultTabStop w:val="720"/>'
    '<w:characterSpacingControl w:val="doNotCompress"/><w:compat><w:compatSetting w:name="compatibilityMode" '
    'w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat></w:settings>'
)
_CORE = (
    f'<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
    'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"/>'
)

_DAY_ONE = (1980, 1, 1, 0, 0, 0)
"""The first day that an archive can name: its files have no time of their own."""

_READABLE = 0o644 << 16


def blank(fonts: Sequence[Font]) -> bytes:
    """The fonts of a document into an empty one: no page, no style but those that Word cannot be without."""
    parts = {
        "[Content_Types].xml": _types(),
        "_rels/.rels": _relations(
            ("officeDocument", f"{_R}/officeDocument", "word/document.xml"),
            ("coreProperties", f"{_PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
        ),
        "word/document.xml": _DOCUMENT,
        "word/_rels/document.xml.rels": _relations(*((name, f"{_R}/{name}", f"{name}.xml") for name in _LISTED)),
        "word/styles.xml": _STYLES,
        "word/numbering.xml": _NUMBERING,
        "word/settings.xml": _SETTINGS,
        "word/fontTable.xml": f"<w:fonts {_W}>{''.join(map(_font, fonts))}</w:fonts>",
        "docProps/core.xml": _CORE,
    }
    return packed([(name, (_HEAD + text).encode()) for name, text in parts.items()])


def packed(parts: Sequence[tuple[str, bytes]]) -> bytes:
    """Parts by name into one archive that holds nothing of the time and the machine it was made on."""
    written = BytesIO()
    with zipfile.ZipFile(written, "w") as archive:
        for name, content in parts:
            told = zipfile.ZipInfo(name, date_time=_DAY_ONE)
            told.create_system, told.external_attr = 0, _READABLE
            archive.writestr(told, content, compress_type=zipfile.ZIP_DEFLATED)
    return written.getvalue()


def parts_of(archive: bytes) -> list[tuple[str, bytes]]:
    """An archive into its parts by name, in their order."""
    with zipfile.ZipFile(BytesIO(archive)) as opened:
        return [(name, opened.read(name)) for name in opened.namelist()]


def _types() -> str:
    kinds = {"document": "document.main", **{name: name for name in _LISTED}}
    told = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{_WORD}.{kind}+xml"/>' for name, kind in kinds.items()
    )
    core = "application/vnd.openxmlformats-package.core-properties+xml"
    return (
        f'<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'{told}<Override PartName="/docProps/core.xml" ContentType="{core}"/></Types>'
    )


def _relations(*told: tuple[str, str, str]) -> str:
    lines = (
        f'<Relationship Id="rId{number}" Type="{kind}" Target="{target}"/>'
        for number, (_, kind, target) in enumerate(told, start=1)
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{"".join(lines)}</Relationships>'


def _font(font: Font) -> str:
    instead = f"<w:altName w:val={quoteattr(font.instead)}/>" if font.instead else ""
    return (
        f"<w:font w:name={quoteattr(font.name)}>{instead}"
        f'<w:family w:val="{font.family}"/><w:pitch w:val="variable"/></w:font>'
    )
