"""A page's HTML into the document that the layout engine lays out."""

from typing import Any

from tailor.pdf.machine import engine
from tailor.pdf.trees import plain_tree
from tailor.pdf.usual import usual_style


def read_page(html: str, style: str, *, base_url: str, url_fetcher: Any) -> Any:  # noqa: ANN401 - no types
    """A page's HTML without its style sheet, and the text of that, into WeasyPrint's document.

    It has as much of the engine's own style sheet as it needs.
    """
    weasyprint = engine()
    root = plain_tree(html)
    if root is None:
        page = weasyprint.HTML(string=html, base_url=base_url, url_fetcher=url_fetcher)
    else:
        page = weasyprint.HTML.__new__(weasyprint.HTML)  # whose `__init__` reads text alone, and slowly
        page.base_url, page.url_fetcher, page.media_type = base_url, url_fetcher, "print"
        page.wrapper_element = weasyprint.cssselect2.ElementWrapper.from_html_root(root)
        page.etree_element = root
    page._ua_stylesheets = lambda forms=False: [usual_style(html, style)]  # noqa: SLF001, ARG005 - no public way
    return page
