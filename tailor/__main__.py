"""The command line's outermost shell: the one place where errors become messages and exit codes."""

import contextlib
import os
import sys

_STOPPED = 130
_BUG = 70


def main(arguments: list[str] | None = None) -> None:
    """Run `tailor` with some words and end the process.

    0 fine, 1 input, 2 usage, 3 a check, 4 the machine; 70 a bug of ours, 130 stopped from the keyboard.
    """
    for stream in (sys.stdout, sys.stderr):
        # A character that the terminal's encoding lacks is shown as a question mark, and is no error.
        with contextlib.suppress(AttributeError, ValueError):
            stream.reconfigure(errors="replace")  # type: ignore[union-attr] # what has it not is let be
    code = _run(arguments)
    try:
        sys.stdout.flush()
    except BrokenPipeError:
        _let_go()
    sys.exit(code)


def _run(arguments: list[str] | None) -> int:
    import click  # noqa: PLC0415 - `python -c 'import tailor.__main__'` stays light

    from tailor.cli import tailor  # noqa: PLC0415 - as above
    from tailor.errors import TailorError  # noqa: PLC0415 - as above

    try:
        code = tailor.main(args=arguments, prog_name="tailor", standalone_mode=False)
    except (click.exceptions.Abort, KeyboardInterrupt):
        return _say("stopped; what was made before stays", _STOPPED)
    except click.ClickException as error:
        error.show()
        return 2
    except TailorError as error:
        return _say(str(error), error.exit_code)
    except BrokenPipeError:
        _let_go()
        return 1
    except Exception as error:  # noqa: BLE001 - the last place before a traceback
        return _say_unexpected(error)
    return code if isinstance(code, int) else 0


def _say_unexpected(error: Exception) -> int:
    """What the system refused, or a bug of ours."""
    from tailor.cli.bugs import bug_of  # noqa: PLC0415 - only a bug needs it

    if isinstance(error, OSError) and error.errno is not None and not os.environ.get("TAILOR_DEBUG"):
        named = f": {error.filename}" if error.filename else ""
        return _say(f"the system refused{named}: {error.strerror} (TAILOR_DEBUG=1 shows where)", 4)
    return _say(bug_of(error), _BUG)


def _let_go() -> None:
    """Nothing more can be said: the reader of our output has gone (`| head`)."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _say(message: str, code: int) -> int:
    print(message, file=sys.stderr)  # noqa: T201 - the one place that prints errors
    return code


if __name__ == "__main__":
    main()
