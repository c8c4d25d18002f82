"""A sheet and a theme into one HTML file: the page that people see and that becomes the PDF."""

from collections.abc import Callable
from functools import lru_cache
from typing import Any

from tailor.errors import fault
from tailor.model.document import Style
from tailor.render.sheet import DOT, LetterSheet, ResumeSheet
from tailor.render.text import keeps, parts
from tailor.render.theme import Theme, styled

PAPERS = {"letter": ("8.5in", "11in"), "a4": ("210mm", "297mm")}
"""Width and height of each paper."""

_REMEDY = "mend the theme's file"
_TEMPLATE_FAULTS = (ArithmeticError, AttributeError, LookupError, RecursionError, TypeError, ValueError)
"""What the expressions of a template can raise."""


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
        place = f"{theme.path(error.filename or error.name or template)}:{error.lineno}"
        raise fault(place, f"the template has a fault: {error.message}", _REMEDY) from error
    except jinja2.TemplateNotFound as error:
        raise fault(str(theme.folder), f"the theme has no file {error.name}", _REMEDY) from error
    except (jinja2.TemplateError, *_TEMPLATE_FAULTS) as error:
        raise fault(
            _place(error, theme, template), f"the template fails: {type(error).__name__}: {error}", _REMEDY
        ) from error


def _place(error: BaseException, theme: Theme, template: str) -> str:
    """The theme's file and line that an error comes from, as the innermost frame of a template tells."""
    import traceback  # noqa: PLC0415 - only faults need it

    names = dict(theme.files)
    frames = traceback.extract_tb(error.__traceback__)
    places = (
        f"{theme.path(frame.filename)}:{frame.lineno}" for frame in reversed(frames) if frame.filename in names
    )
    return next(places, str(theme.path(template)))


def _loader(theme: Theme) -> Callable[[str], tuple[str, str, None] | None]:
    """Templates by name, each under its own name, so that errors can tell it."""
    files = dict(theme.files)
    return lambda name: (files[name], name, None) if name in files else None


@lru_cache(maxsize=16)
def _environment(theme: Theme) -> Any:  # noqa: ANN401 - jinja2 is imported late
    import jinja2  # noqa: PLC0415 - heavy imports late
    from jinja2.sandbox import ImmutableSandboxedEnvironment  # noqa: PLC0415 - heavy imports late

    environment = ImmutableSandboxedEnvironment(
        loader=jinja2.FunctionLoader(_loader(theme)),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["parts"] = parts
    environment.filters["keeps"] = keeps
    environment.globals["css"] = dict(theme.files)
    environment.globals["DOT"] = DOT
    environment.globals["STYLES"] = theme.styles
    return environment
