"""What goes wrong in a theme's templates and style sheet, as faults: file and line, what is wrong, what to do."""

import re
from collections.abc import Iterable

from tailor.errors import Fault, InputError
from tailor.render.theme import SHARED, Theme

EXPRESSION_ERRORS = (
    ArithmeticError,
    AttributeError,
    LookupError,
    MemoryError,
    RecursionError,
    TypeError,
    ValueError,
)
"""What the expressions of a template can raise, beside the engine's own errors."""

_SEEN = "sheet, set, lang, width, height, css, STYLES, DOT"
_MEND = "mend this line of the theme"
_MISSING = re.compile(
    r"'(?P<name>\w+)' is undefined|'(?:\S*\.)?(?P<of>\w+) object' has no attribute '(?P<key>[^']+)'"
)
_USED = re.compile(r"var\(\s*(--[\w-]+)\s*\)")
_DEFINED = re.compile(r"(?<![\w-])(--[\w-]+)\s*:")
_EXTENDS = re.compile(r"\{%[-+]?\s*extends")
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)


def template_fault(error: BaseException, theme: Theme, template: str) -> InputError:
    """An error that a template raised into the fault of the theme's file and line that it comes from."""
    import jinja2  # noqa: PLC0415 - heavy imports late

    if isinstance(error, jinja2.TemplateNotFound):
        problem, remedy = (
            f"the theme has no file {error.name}",
            "only files of the theme and shared ones can be used",
        )
        file, line = _line(error, theme) or ("", 0)
    elif isinstance(error, jinja2.TemplateSyntaxError):
        problem, remedy = f"the template has a fault: {error.message}", _MEND
        file, line = error.filename or error.name or template, error.lineno
    else:
        problem, remedy = _told(error, theme)
        file, line = _line(error, theme, own=isinstance(error, _too_much())) or (template, 0)
    return InputError([_fault(theme, file, line, problem, remedy)])


def check_variables(html: str, theme: Theme) -> None:
    """Nothing, or the InputError of style sheets that use a variable which nothing defines."""
    style = html.partition("<style>")[2].partition("</style>")[0]
    defined = set(_DEFINED.findall(style))
    if set(_USED.findall(style)) <= defined:
        return
    if faults := [
        _unknown(theme, file, *use, defined) for file, text in theme.files for use in _uses(text, defined)
    ]:
        raise InputError(faults)


def _uses(text: str, defined: set[str]) -> Iterable[tuple[int, str]]:
    """The variables of a style sheet that nothing defines, with their lines."""
    bare = _COMMENT.sub(lambda found: "\n" * found[0].count("\n"), text)
    for found in _USED.finditer(bare):
        if found[1] not in defined:
            yield bare.count("\n", 0, found.start()) + 1, found[1]


def _unknown(theme: Theme, file: str, line: int, name: str, defined: set[str]) -> Fault:
    return _fault(theme, file, line, f"there is no variable {name}", _near(name, defined))


def _told(error: BaseException, theme: Theme) -> tuple[str, str]:
    """What is wrong, and what to do, by the kind of error."""
    import jinja2  # noqa: PLC0415 - heavy imports late
    from jinja2.exceptions import SecurityError  # noqa: PLC0415 - as above

    if isinstance(error, _too_much()):
        problem = (
            "it goes on and on: something includes itself" if isinstance(error, RecursionError) else str(error)
        )
        return f"the template takes too much: {problem}", "see that every loop and macro comes to an end"
    if isinstance(error, SecurityError):
        return f"the template may not do this: {error}", "themes see what is printed and nothing else"
    if isinstance(error, jinja2.UndefinedError) and (found := _MISSING.search(str(error))):
        if found["name"]:
            return f"there is no variable {found['name']!r}", f"a template sees {_SEEN}"
        if found["of"] == "dict":
            known = {name for name, _ in (*theme.settings, *theme.files)}
            return f"there is no setting or file {found['key']!r}", _near(found["key"], known)
        return f"a {found['of']} has no {found['key']!r}", "docs/themes.md tells what it has"
    return f"the template fails: {type(error).__name__}: {error}", _MEND


def _near(name: str, known: Iterable[str]) -> str:
    import difflib  # noqa: PLC0415 - only faults need it

    near = difflib.get_close_matches(name, sorted(known), n=1)
    return f"did you mean {near[0]}?" if near else f"there are: {', '.join(sorted(known))}"


def _too_much() -> tuple[type[BaseException], ...]:
    from tailor.render.sandbox import LimitError  # noqa: PLC0415 - it loads Jinja2

    return (LimitError, RecursionError, MemoryError)


def _line(error: BaseException, theme: Theme, *, own: bool = False) -> tuple[str, int] | None:
    """The theme's file and line that an error comes from, as the innermost frame of a template tells.

    What is shared does its work where a theme asks for it: `own` looks for the theme's line first, and not for the
    one that says what it extends.
    """
    import traceback  # noqa: PLC0415 - only faults need it

    names = {name for name, _ in theme.files}
    frames = traceback.extract_tb(error.__traceback__)
    lines = [(frame.filename, frame.lineno or 0) for frame in reversed(frames) if frame.filename in names]
    first = [line for line in lines if own and not line[0].startswith(f"{SHARED}/")]
    return next((line for line in first if not _EXTENDS.match(_excerpt(theme, *line))), next(iter(lines), None))


def _fault(theme: Theme, file: str, line: int, problem: str, remedy: str) -> Fault:
    return Fault(
        file=str(theme.path(file)),
        line=line,
        problem=problem,
        remedy=remedy,
        excerpt=_excerpt(theme, file, line),
    )


def _excerpt(theme: Theme, file: str, line: int) -> str:
    lines = dict(theme.files).get(file, "").splitlines()
    return lines[line - 1].strip() if 0 < line <= len(lines) else ""
