"""A sheet and a theme into one HTML file: the page that people see and that becomes the PDF."""

from collections.abc import Callable
from functools import lru_cache
from typing import TYPE_CHECKING

from tailor.model.document import Style
from tailor.render.marks import kept, row_words, words
from tailor.render.sheet import DOT, LetterSheet, ResumeSheet
from tailor.render.template_faults import EXPRESSION_ERRORS, check_variables, template_fault
from tailor.render.text import keeps, parts
from tailor.render.theme import Theme, styled

if TYPE_CHECKING:
    from tailor.render.sandbox import Sandbox

PAPERS = {"letter": ("8.5in", "11in"), "a4": ("210mm", "297mm")}
"""Width and height of each paper."""


def page(sheet: ResumeSheet | LetterSheet, theme: Theme, style: Style) -> str:
    """A sheet into HTML by the theme's template; measured elements carry their path as `data-path`.

    Raises `InputError` naming the theme's file and line where a template fails or takes too much.
    """
    import jinja2  # noqa: PLC0415 - heavy imports late

    template = "resume.html.j2" if isinstance(sheet, ResumeSheet) else "letter.html.j2"
    width, height = PAPERS[style.paper]
    values = {"sheet": sheet, "set": styled(theme, style), "lang": style.lang, "width": width, "height": height}
    try:
        html = _sandbox(theme).page(template, values)
    except (jinja2.TemplateError, *EXPRESSION_ERRORS) as error:
        raise template_fault(error, theme, template) from error
    check_variables(html, theme)
    return html


def _loader(theme: Theme) -> Callable[[str], tuple[str, str, None] | None]:
    """Templates by name, each under its own name, so that errors can tell it."""
    files = dict(theme.files)
    return lambda name: (files[name], name, None) if name in files else None


@lru_cache(maxsize=16)
def _sandbox(theme: Theme) -> "Sandbox":
    from tailor.render.sandbox import Sandbox  # noqa: PLC0415 - heavy imports late

    sandbox = Sandbox(_loader(theme))
    sandbox.add_filters(parts=parts, keeps=keeps, words=words, kept=kept, row_words=row_words)
    sandbox.globals["css"] = dict(theme.files)
    sandbox.globals["DOT"] = DOT
    sandbox.globals["STYLES"] = theme.styles
    return sandbox
