"""Skills, languages, certificates and other lists into the rows that are printed for them."""

from collections.abc import Sequence

from tailor.model.detail import Detail, said
from tailor.model.plan import SkillLine
from tailor.model.profile import Credential, Language, Listed
from tailor.render.dates import date_text, expiry_text, labels
from tailor.render.details import labelled
from tailor.render.sheet import Piece, Row
from tailor.render.text import clean, safe_link

_BESIDE = ", "


def skill_rows(lines: Sequence[SkillLine], lang: str) -> tuple[Row, ...]:
    """Skill groups into rows: "Languages: Python, SQL"; a group without a name is a row without a label."""
    glue = labels(lang)["lines"]["glue"]
    return tuple(
        Row(
            path=line.path,
            label=_piece(line.name, f"{line.path}.name"),
            words=tuple(Piece(text=clean(term.text), sources=(term.path,)) for term in line.terms),
            glue=glue,
        )
        for line in lines
        if line.terms
    )


def language_rows(languages: Sequence[Language], lang: str) -> tuple[Row, ...]:
    """Languages into one row: "English (native), Spanish (B2)"."""
    pattern = labels(lang)["lines"]["fluency"]
    words = tuple(
        Piece(
            text=pattern.format(language=clean(one.name), fluency=clean(one.fluency))
            if one.fluency
            else clean(one.name),
            sources=(one.path,),
        )
        for one in languages
    )
    return (Row(path="languages", label=None, words=words),) if words else ()


def credential_rows(
    credentials: Sequence[Credential], lang: str, details: tuple[str, ...] = ()
) -> tuple[Row, ...]:
    """Certificates and licences into rows: name, then issuer, region, details, number, date and expiry."""
    return tuple(
        Row(
            path=one.path,
            label=Piece(text=clean(one.name), sources=(f"{one.path}.name",), href=safe_link(one.url)),
            words=tuple(piece for piece in _credential_words(one, lang, details) if piece),
            glue=_BESIDE,
        )
        for one in credentials
    )


def listed_rows(items: Sequence[Listed], lang: str, details: tuple[str, ...] = ()) -> tuple[Row, ...]:
    """Awards, publications and interests into rows: title, then authors, giver, date, summary and keywords."""
    return tuple(_listed_row(item, lang, details) for item in items)


def _listed_row(item: Listed, lang: str, details: tuple[str, ...]) -> Row:
    """A title is a label where something stands beside it; an interest alone is plain text."""
    title = Piece(text=clean(item.title), sources=(item.path,), href=safe_link(item.url))
    words = tuple(piece for piece in _listed_words(item, lang, details) if piece)
    if item.section != "interests":
        return Row(path=item.path, label=title, words=words, glue=_BESIDE)
    glue = labels(lang)["lines"]["glue"]
    return Row(path=item.path, label=title if words else None, words=words or (title,), glue=glue)


def _credential_words(one: Credential, lang: str, details: tuple[str, ...]) -> list[Piece | None]:
    words = labels(lang)
    number = words["lines"]["number"].format(number=clean(one.number)) if one.number else ""
    expires = expiry_text(one.expires, lang) if one.expires else ""
    return [
        _piece(one.issuer, f"{one.path}.issuer"),
        _piece(one.region, f"{one.path}.region"),
        *(_detail(detail, lang) for detail in said(one.details, details)),
        _piece(number, f"{one.path}.number"),
        _piece(date_text(one.date, lang) if one.date else "", f"{one.path}.date"),
        _piece(expires, f"{one.path}.expires"),
    ]


def _listed_words(item: Listed, lang: str, details: tuple[str, ...]) -> list[Piece | None]:
    return [
        *(_detail(detail, lang) for detail in said(item.details, details)),
        _piece(item.by, item.path),
        _piece(date_text(item.date, lang) if item.date else "", f"{item.path}.date"),
        _piece(item.summary, f"{item.path}.summary"),
        *(_piece(keyword, f"{item.path}.keywords") for keyword in item.keywords),
    ]


def _detail(detail: Detail, lang: str) -> Piece:
    """A detail inside a row: with its label where the row alone does not say what it is."""
    pattern = labels(lang)["row_details"].get(detail.name, "{text}")
    return Piece(text=labelled(clean(detail.text), pattern), sources=(detail.path,))


def _piece(text: str, source: str) -> Piece | None:
    cleaned = clean(text)
    return Piece(text=cleaned, sources=(source,)) if cleaned else None
