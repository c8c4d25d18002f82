"""A sheet and a theme into one HTML file: the page that people see and that becomes the PDF."""

from functools import lru_cache
from typing import Any

from tailor.errors import fault
from tailor.model.document import Style
from tailor.render.sheet import LetterSheet, ResumeSheet
from tailor.render.text import parts
from tailor.render.theme import Theme, styled
from tailor.render.views import DOT

PAPERS = {"letter": ("8.5in", "11in"), "a4": ("210mm", "297mm")}
"""Width and height of each paper."""


def page(sheet: ResumeSheet | LetterSheet, theme: Theme, style: Style) -> str:
    """A sheet into HTML by the theme's template; measured elements carry their path as `data-path`.

    Raises `InputError` naming the theme's file and line where a template fails.
    """
    import jinja2  # noqa: PLC0415 - heavy imports late

    template = "resume.html.j2" if isinstance(sheet, ResumeSheet) else "letter.html.j2"
    width, height = PAPERS[style.paper]
    values = {"sheet": sheet, "set": styled(theme, style), "lang": style.lang, "width": width, "height": height}
    try:
        return str(_environment(theme).get_template(template).render(values))
    except jinja2.TemplateSyntaxError as error:
        place = f"{theme.folder}/{error.filename or error.name}:{error.lineno}"
        raise fault(place, f"the template has a fault: {error.message}", "mend the theme's file") from error
    except jinja2.TemplateError as error:
        raise fault(f"{theme.folder}/{template}", f"the template fails: {error}", "mend the theme's file") from error


@lru_cache(maxsize=16)
def _environment(theme: Theme) -> Any:  # noqa: ANN401 - jinja2 is imported late
    import jinja2  # noqa: PLC0415 - heavy imports late
    from jinja2.sandbox import ImmutableSandboxedEnvironment  # noqa: PLC0415 - heavy imports late

    environment = ImmutableSandboxedEnvironment(
        loader=jinja2.DictLoader(dict(theme.files)),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["parts"] = parts
    environment.globals["css"] = dict(theme.files)
    environment.globals["DOT"] = DOT
    return environment
