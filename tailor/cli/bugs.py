"""How a fault of the product itself is told: what to report, and no traceback unless it is asked for."""

import os
import platform
import re
import traceback
from pathlib import Path

_HOME = Path(__file__).parents[2]
_WHERE = re.compile(rf'File "{re.escape(str(_HOME))}[/\\](tailor[/\\][^"]+)", line (\d+), in (\S+)')


def bug_message(message: str, trace: str) -> str:
    """A bug's message and traceback into what the user reads; all of the traceback when TAILOR_DEBUG is set."""
    from tailor import __version__  # noqa: PLC0415 - only a bug needs it

    if os.environ.get("TAILOR_DEBUG"):
        return trace.rstrip()
    places = _WHERE.findall(trace)
    where = "at {}:{} in {}".format(*places[-1]) if places else "outside tailor's own code"
    return (
        "This is a bug in tailor, not in your files. Please report it with these lines:\n"
        f"    {message}\n"
        f"    {where}\n"
        f"    tailor {__version__}, Python {platform.python_version()}, {platform.system()}\n"
        "Files made before stay whole. TAILOR_DEBUG=1 shows the whole traceback."
    )


def bug_of(error: BaseException) -> str:
    """An exception that nobody expected into what the user reads."""
    trace = "".join(traceback.format_exception(error))
    return bug_message(f"{type(error).__name__}: {error}", trace)
