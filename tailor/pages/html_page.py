"""A saved HTML page -> a page: its JobPosting markup where it has one, else microdata, else its main content."""

import json
import re
from collections.abc import Iterator
from contextlib import suppress
from itertools import zip_longest
from typing import TYPE_CHECKING

from tailor.model.text import Page, Stated
from tailor.pages import jsonld
from tailor.pages.blocks import Piece, lay_out, to_blocks
from tailor.pages.decoding import clean
from tailor.pages.hiding import hidden_pieces, hidden_text, is_hidden
from tailor.pages.hygiene import hidden
from tailor.pages.markup import looks_like_html, parse, to_pieces
from tailor.resources import language_data

if TYPE_CHECKING:
    from lxml.html import HtmlElement

# The main content is the smallest element that holds this share of the page's running text outside links
# (chosen by reading two saved pages without markup; not swept).
_MAIN_SHARE = 0.7
# A description of one line next to a page with many is one that lost its structure on the way into the markup.
_FEWEST_LINES = 4
_MOST_LINKED = 0.6
# A shorter line may stand twice by chance.
_LONG_LINE = 20
# Characters of running text from which a <main> is the advert; the shortest advert in one of the gate's has 2,800.
_SHORTEST_MAIN = 1500
_SHORTEST_DESCRIPTION = 200
_CHROME = {"nav", "footer", "aside", "form", "dialog"}
_FACTS = {
    "title": "title", "hiringOrganization": "company", "datePosted": "date_posted", "validThrough":
    "valid_through",
    "employmentType": "employment_type", "jobLocationType": "remote",
}  # fmt: skip


def read_html(text: str, name: str) -> tuple[Page, ...]:
    """An HTML page into one page per JobPosting in its markup, the page's own job first, or one of its content."""
    tree = parse(text)
    jobs = _own_first(list(_marked_up(tree)), tree)
    pages = tuple(page_of_job(job, name, "html with JSON-LD") for job in jobs)
    if pages and len(pages[0].blocks) >= _FEWEST_LINES:
        return pages
    return (_visible(tree, name, pages[0].stated if pages else ()),)


def _own_first(jobs: list[dict[str, object]], tree: "HtmlElement") -> list[dict[str, object]]:
    """The jobs that a page marks up, the one it is about first: its title is the page's, or its text longest."""
    if len(jobs) > 1:
        jobs = [job for job in jobs if jsonld.text_of(job.get("description"))] or jobs
    named = " ".join(" ".join(clean(element.text_content()).split()) for element in tree.xpath("//title|//h1"))
    said = jsonld.bare(named)

    def rank(job: dict[str, object]) -> tuple[bool, int]:
        title = jsonld.bare(jsonld.text_of(job.get("title")))
        return bool(title) and title in said, len(jsonld.text_of(job.get("description")))

    return sorted(jobs, key=rank, reverse=True)


def page_of_job(job: dict[str, object], name: str, format_name: str) -> Page:
    """A JobPosting object into a page: text from its description, facts from its fields."""
    text, lines = lay_out(jsonld.pieces(job))
    return Page(
        source=name,
        format=format_name,
        decided="the text of the JobPosting markup, and the facts it states",
        text=text,
        blocks=to_blocks(lines),
        stated=jsonld.stated(job),
        doubts=hidden_in(jsonld.described(job)),
    )


def hidden_in(description: str) -> tuple[str, ...]:
    """What a description hides from people, as doubts."""
    return hidden(hidden_text(parse(description))) if looks_like_html(description) else ()


def _marked_up(tree: "HtmlElement") -> Iterator[dict[str, object]]:
    values = []
    for script in tree.xpath("//script[contains(@type, 'ld+json')]"):
        with suppress(json.JSONDecodeError, RecursionError):
            values.append(jsonld.load(clean(script.text_content())))
    named = jsonld.by_identity(values)
    for job in jsonld.job_postings(values):
        yield jsonld.resolved(job, named)


def _visible(tree: "HtmlElement", name: str, facts: tuple[Stated, ...]) -> Page:
    micro = tuple(_microdata(tree))
    title = _page_title(tree) if not (facts or micro) else ()
    unseen = hidden_pieces(tree)
    described = tree.xpath("//*[@itemprop='description'][not(self::meta)]")
    chosen = (
        described[0] if described and len(described[0].text_content()) > _SHORTEST_DESCRIPTION else _main(tree)
    )
    text, lines = lay_out(_once(to_pieces(chosen)))
    decided = (
        "the element marked as description" if described and chosen is described[0] else "the page's main content"
    )
    return Page(
        source=name,
        format="html",
        decided=decided,
        text=text,
        blocks=to_blocks(lines),
        stated=(*(facts or (*micro, *title)), *_captions(tree)),
        doubts=hidden(" ".join(words for parent, words in unseen if chosen in (parent, *parent.iterancestors()))),
    )


def _page_title(tree: "HtmlElement") -> tuple[Stated, ...]:
    headings = [heading for heading in tree.xpath("//h1") if heading.text_content().strip()]
    if len(headings) == 1:
        return (
            Stated(name="title", value=" ".join(clean(headings[0].text_content()).split()), source="page heading"),
        )
    return ()


def _captions(tree: "HtmlElement") -> Iterator[Stated]:
    """What the page calls itself, its title and its site: "Area Manager | Tavellin Packaging"."""
    for path, source in (("//head//title", "page title"), ("//meta[@property='og:site_name']", "site name")):
        for element in tree.xpath(path)[:1]:
            value = " ".join(clean(element.get("content") or element.text_content()).split())
            if value:
                yield Stated(name="caption", value=value, source=source)


def _microdata(tree: "HtmlElement") -> Iterator[Stated]:
    for prop, fact in _FACTS.items():
        for element in tree.xpath(f"//*[@itemprop='{prop}']")[:1]:
            value = element.get("content") or element.text_content()
            if value.strip():
                yield Stated(name=fact, value=" ".join(clean(value).split()), source="microdata")
    parts = [tree.xpath(f"//*[@itemprop='address{part}']")[:1] for part in ("Locality", "Region", "Country")]
    place = [(found[0].get("content") or found[0].text_content()).strip() for found in parts if found]
    if any(place):
        yield Stated(name="location", value=", ".join(filter(None, place)), source="microdata")


def _main(tree: "HtmlElement") -> "HtmlElement":
    """The smallest element that holds most of the running text.

    Menus, forms and consent panels are dropped first.
    """
    body = _own_part(tree.find("body") if tree.find("body") is not None else tree)
    sizes = _sizes(body)
    chrome = [element for element in sizes if element is not body and _is_chrome(element, sizes, body)]
    for element in chrome:
        if element.getparent() is not None:
            element.drop_tree()
    sizes = _sizes(body) if chrome else sizes
    enough = _MAIN_SHARE * _running(sizes[body])
    while enough:
        inner = next((child for child in body if child in sizes and _running(sizes[child]) >= enough), None)
        if inner is None or inner.tag in {"ul", "ol", "p", "table"}:
            break
        body = inner
    return _with_title(body)


def _own_part(body: "HtmlElement") -> "HtmlElement":
    """The page's one <main> where it holds its only <h1> and running text: other jobs may stand around it."""
    parts, titles = body.xpath(".//main"), body.xpath(".//h1")
    if len(parts) == len(titles) == 1 and titles[0] in parts[0].iter("h1"):
        size = _sizes(parts[0])[parts[0]]
        return parts[0] if _running(size) >= _SHORTEST_MAIN else body
    return body


def _sizes(body: "HtmlElement") -> dict["HtmlElement", tuple[int, int]]:
    """Every element below with the characters in it, and those of them that are links; hidden ones have none."""
    sizes: dict[HtmlElement, tuple[int, int]] = {}
    for element in reversed([element for element in body.iter() if isinstance(element.tag, str)]):
        if is_hidden(element):
            sizes[element] = (0, 0)
            continue
        total, linked = len((element.text or "").strip()), 0
        for child in element:
            size, links = sizes.get(child, (0, 0))
            total += size + len((child.tail or "").strip())
            linked += links
        sizes[element] = (total, total if element.tag == "a" else linked)
    return dict(reversed(sizes.items()))


def _with_title(chosen: "HtmlElement") -> "HtmlElement":
    """The element, or the one around it that also holds the page's only main heading.

    Title and text belong together.
    """
    titles = chosen.getroottree().xpath("//h1")
    while len(titles) == 1 and titles[0] not in chosen.iter("h1") and chosen.getparent() is not None:
        chosen = chosen.getparent()
    return chosen


def _is_chrome(element: "HtmlElement", sizes: dict["HtmlElement", tuple[int, int]], body: "HtmlElement") -> bool:
    size, linked = sizes[element]
    if not size:
        return is_hidden(element)
    # An element named like a menu or a form is one only while it holds less than half of the page's text.
    if 2 * size < sizes[body][0] and (element.tag in _CHROME or _named_chrome(element)):
        return True
    return element.tag in {"ul", "div"} and linked > _MOST_LINKED * size


def _named_chrome(element: "HtmlElement") -> bool:
    words = language_data("en", "set_aside.yaml")["markup"]
    names = re.split(r"[^a-z]+", f"{element.get('class') or ''} {element.get('id') or ''}".lower())
    return element.get("role") in words["roles"] or not set(words["names"]).isdisjoint(names)


def _running(size: tuple[int, int]) -> int:
    return size[0] - size[1]


def _once(pieces: tuple[Piece, ...]) -> Iterator[Piece]:
    """Pieces without those that a page repeats, as for small screens: long lines, and runs of at least two."""
    seen: set[str] = set()
    dropped = False
    for piece, following in zip_longest(pieces, pieces[1:]):
        again = piece.text in seen
        run = dropped or (following is not None and following.text in seen)
        dropped = again and (run or len(piece.text) > _LONG_LINE)
        seen.add(piece.text)
        if not dropped:
            yield piece
