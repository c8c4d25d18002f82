"""The command line's outermost shell: the one place where errors become messages and exit codes."""

import os
import sys


def main(arguments: list[str] | None = None) -> None:
    """Run `tailor` with some words and end the process: 0 fine, 1 input, 2 usage, 3 a check, 4 the machine."""
    import click  # noqa: PLC0415 - `python -c 'import tailor.__main__'` stays light

    from tailor.cli import tailor  # noqa: PLC0415 - as above
    from tailor.errors import TailorError  # noqa: PLC0415 - as above

    try:
        code = tailor.main(args=arguments, prog_name="tailor", standalone_mode=False)
    except click.exceptions.Abort:
        _say("stopped")
        code = 130
    except click.ClickException as error:
        error.show()
        code = 2
    except TailorError as error:
        _say(str(error))
        code = error.exit_code
    except BrokenPipeError:
        # The reader of our output has gone (`| head`); nothing is left to say.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = 1
    sys.exit(code if isinstance(code, int) else 0)


def _say(message: str) -> None:
    print(message, file=sys.stderr)  # noqa: T201 - the one place that prints errors


if __name__ == "__main__":
    main()
