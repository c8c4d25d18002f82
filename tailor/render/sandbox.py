"""Where templates run: nothing of Python is reached, and every page's work is counted and comes to an end.

This module loads Jinja2; it is imported when the first page is made.
"""

from collections.abc import Callable, Iterable, Iterator
from functools import wraps
from typing import Any

from jinja2 import FunctionLoader, StrictUndefined, TemplateRuntimeError, nodes
from jinja2.compiler import CodeGenerator, Frame
from jinja2.exceptions import SecurityError
from jinja2.filters import FILTERS
from jinja2.runtime import Context, Undefined
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.visitor import NodeTransformer
from markupsafe import escape

MOST_WORK = 20_000_000
"""Units of work that one page may take; the page of a profile with 800 lines takes under four million."""

ROUND = 100
"""Units for one round of a loop or one filter. Every character or item that is made is one more."""

CALL = 400
"""Units for one call."""

LARGEST_PAGE = 3_000_000
"""Characters of one page: a hundred times a usual one."""

_BITS = 256
"""Length of the largest whole number."""

_FILTERS = frozenset(
    {
        "abs", "capitalize", "count", "d", "default", "dictsort", "e", "escape", "first", "float", "groupby",
        "int", "items", "join", "last", "length", "list", "lower", "map", "max", "min", "reject", "rejectattr",
        "replace", "reverse", "safe", "select", "selectattr", "sort", "string", "striptags", "title", "trim",
        "truncate", "unique", "upper", "urlencode", "wordcount",
    }
)  # fmt: skip
"""What a page needs. The others make text of any size from nothing, or (`random`) another page each time."""

_GROWING = frozenset({"center", "encode", "expandtabs", "join", "ljust", "rjust", "replace", "translate", "zfill"})
"""Methods of text that make text of any size."""

_CONTAINERS = (list, tuple, dict, set, frozenset)
_PRINTED = (str, int, float, Undefined)


class LimitError(TemplateRuntimeError):
    """A template that goes on and on, or makes more than any page holds."""


class Sandbox(ImmutableSandboxedEnvironment):
    """A Jinja2 environment for themes of anybody: strict, escaping, without Python's inside, and bounded.

    Work is counted, not timed: the same template stops at the same place on every machine.
    """

    intercepted_binops = frozenset({"+", "*", "**", "%"})

    def __init__(self, load: Callable[[str], Any]) -> None:
        """An environment that loads templates by name with `load`."""
        super().__init__(
            loader=FunctionLoader(load),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            finalize=self._printed,
        )
        self.code_generator_class = _Guarded
        self.work = 0
        self.globals.pop("lipsum")
        for name in [name for name in self.filters if name not in _FILTERS]:
            del self.filters[name]
        self.add_filters(**{name: FILTERS[name] for name in self.filters})
        self.filters["join"] = self._join
        self.filters["replace"] = self._replace

    def add_filters(self, **filters: Callable[..., Any]) -> None:
        """Make filters known by name; what they do is counted."""
        self.filters |= {name: self._counted_filter(function) for name, function in filters.items()}

    def page(self, template: str, values: dict[str, Any]) -> str:
        """A template's name and what it sees into the page; LimitError where that takes too much."""
        self.work = 0
        written = str(self.get_template(template).render(values))
        if len(written) > LARGEST_PAGE:
            raise LimitError(f"the page has {len(written):,} characters, more than {LARGEST_PAGE:,}")
        return written

    def spend(self, units: int) -> None:
        """Count some units of work; LimitError when the page has taken all it may."""
        self.work += units
        if self.work > MOST_WORK:
            raise LimitError("it goes on and on: a loop, or a macro that calls itself, does not end")

    def counted(self, items: Iterable[Any], size: int) -> Iterator[Any]:
        """The items of a loop, each counted with the size of what the loop writes each round."""
        for item in items:
            self.spend(ROUND + size)
            yield item

    def charged(self, value: Any) -> Any:  # noqa: ANN401 - a template's value
        """A value that goes into a larger one, its size counted; no list may hold lists of lists."""
        self.spend(_size(value))
        if isinstance(value, _CONTAINERS) and any(_holds_containers(one) for one in _members(value)):
            raise LimitError("lists may not hold lists of lists")
        return value

    def call(self, context: Context, called: Any, /, *args: Any, **kwargs: Any) -> Any:  # noqa: ANN401 - as above
        """A call, counted with the size of what goes in and comes out."""
        self.spend(CALL + sum(map(_size, args)) + sum(map(_size, kwargs.values())))
        return self.charged(super().call(context, called, *args, **kwargs))

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:  # noqa: ANN401 - as above
        """An operation; what would grow beyond the page is refused before it is done."""
        if operator == "**" or (operator == "%" and isinstance(left, str)):
            raise SecurityError(f"{operator} is not for templates")
        if operator == "*":
            self.spend(_product(left, right))
        self.spend(_size(left) + _size(right))
        return super().call_binop(context, operator, left, right)

    def get_template(self, *args: Any, **kwargs: Any) -> Any:  # noqa: ANN401 - as above
        """A template by its name; each time one is included counts."""
        self.spend(CALL)
        return super().get_template(*args, **kwargs)

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:  # noqa: ANN401 - as above
        """Whether a template may reach an attribute: none of Python's inside, nothing that grows or changes."""
        growing = isinstance(obj, str) and attr in _GROWING
        return not growing and super().is_safe_attribute(obj, attr, value)

    def wrap_str_format(self, value: Any) -> None:  # noqa: ANN401 - as above
        """Nothing, as for everything but `format` of text, which makes text of any width."""
        if super().wrap_str_format(value) is not None:
            raise SecurityError("format is not for templates: write text ~ value")

    def _printed(self, value: Any) -> Any:  # noqa: ANN401 - as above
        """What `{{ … }}` prints: text and numbers."""
        if not isinstance(value, _PRINTED):
            raise TemplateRuntimeError(f"a {type(value).__name__} is no text: write which part of it is meant")
        self.spend(_size(value))
        return value

    def _counted_filter(self, function: Callable[..., Any]) -> Callable[..., Any]:
        @wraps(function)
        def counted(*args: Any, **kwargs: Any) -> Any:  # noqa: ANN401 - as above
            self.spend(ROUND + sum(map(_size, args)))
            made = function(*args, **kwargs)
            self.spend(_size(made))
            return self.counted(made, 0) if isinstance(made, Iterator) else made

        return counted

    def _join(self, value: Iterable[Any], d: str = "") -> Any:  # noqa: ANN401 - as above
        parts = []
        for part in value:
            self.spend(ROUND + _size(part) + len(d))
            parts.append(escape(self._printed(part)))
        return escape(d).join(parts)

    def _replace(self, s: str, old: str, new: str) -> str:
        self.spend(ROUND + len(s) + s.count(old) * len(new))
        return s.replace(old, new)


class _Guarded(CodeGenerator):
    """Templates compiled with their loops and joins counted."""

    def visit_Template(self, node: nodes.Template, frame: Frame | None = None) -> None:  # noqa: N802 - the library's
        """Compile a template once its tree is guarded."""
        super().visit_Template(_Guard().visit(node), frame)


class _Guard(NodeTransformer):
    """Puts the counting into a template's tree."""

    def visit_For(self, node: nodes.For) -> nodes.Node:  # noqa: N802 - the library's way
        size = sum(len(data.data) for part in node.body for data in part.find_all(nodes.TemplateData))
        node.iter = _asked("counted", node.iter, nodes.Const(size))  # type: ignore[arg-type]  # an expression it is
        return self.generic_visit(node)

    def visit_Concat(self, node: nodes.Concat) -> nodes.Node:  # noqa: N802 - as above
        node.nodes = [_asked("charged", one) for one in node.nodes]
        return self.generic_visit(node)

    def visit_List(self, node: nodes.List) -> nodes.Node:  # noqa: N802 - as above
        node.items = [_asked("charged", one) for one in node.items]
        return self.generic_visit(node)

    def visit_Tuple(self, node: nodes.Tuple) -> nodes.Node:  # noqa: N802 - as above
        if node.ctx == "load":
            node.items = [_asked("charged", one) for one in node.items]
        return self.generic_visit(node)

    def visit_Pair(self, node: nodes.Pair) -> nodes.Node:  # noqa: N802 - as above
        node.value = _asked("charged", node.value)
        return self.generic_visit(node)


def _asked(name: str, *values: nodes.Expr) -> nodes.Call:
    """A call of the environment's own method, at the line of its first value."""
    line = values[0].lineno
    return nodes.Call(nodes.EnvironmentAttribute(name, lineno=line), list(values), [], None, None, lineno=line)


def _size(value: Any) -> int:  # noqa: ANN401 - a template's value
    return len(value) if isinstance(value, (str, range, *_CONTAINERS)) else 0


def _members(value: Any) -> Iterable[Any]:  # noqa: ANN401 - as above
    return value.values() if isinstance(value, dict) else value


def _holds_containers(value: Any) -> bool:  # noqa: ANN401 - as above
    return isinstance(value, _CONTAINERS) and any(isinstance(one, _CONTAINERS) for one in _members(value))


def _product(left: Any, right: Any) -> int:  # noqa: ANN401 - as above
    """The size of what a multiplication makes; LimitError for whole numbers beyond any use."""
    for some, times in ((left, right), (right, left)):
        if isinstance(times, int) and (size := _size(some)):
            return size * max(times, 0)
    numbers = [one for one in (left, right) if isinstance(one, int)]
    if sum(one.bit_length() for one in numbers) > _BITS:
        raise LimitError("the number is too large")
    return 0
