"""The group of all commands; each command's module is imported when it is called or described."""

from importlib import import_module

import click

from tailor import __version__

_COMMANDS = {
    "build": ("building", "Everything for each posting (all of the workspace by default)."),
    "resume": ("documents", "The tailored resume alone."),
    "letter": ("documents", "The drafted cover letter alone."),
    "gaps": ("surveying", "The gap report over one posting or thousands."),
    "parse": ("reading", "What is read from postings: requirements, facts, lines set aside."),
    "skills": ("naming", "The skills that postings, or single lines, name."),
    "rank": ("ranking", "The profile's bullets ranked for a posting."),
    "plan": ("ranking", "What the resume prints for a posting, and what is left out and why."),
    "why": ("explaining", "What a bullet is printed for, and how firm its place is."),
    "whynot": ("explaining", "What took a bullet's place, and what would change it."),
    "story": ("storytelling", "A story for letters, out of a bullet and your answers."),
    "new": ("starting", "A workspace with samples to change."),
    "validate": ("checking", "Every fault of profiles, records and settings."),
    "check": ("pdf_check", "What software reads from any PDF, and what it loses."),
    "status": ("replaying", "The applications and their state."),
    "verify": ("replaying", "Whether what was built comes out the same again."),
    "schema": ("checking", "The JSON Schema of profiles, for editors."),
    "themes": ("theming", "The themes there are, and how they look."),
    "doctor": ("checking", "What this machine has and lacks."),
}


class _Commands(click.Group):
    """A group that knows its commands' names and lines by heart, so that `--help` imports none of them."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 - as above
        if cmd_name not in _COMMANDS:
            return None
        module = import_module(f"tailor.cli.{_COMMANDS[cmd_name][0]}")
        command = getattr(module, cmd_name)
        if not isinstance(command, click.Command):
            raise TypeError(cmd_name)
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        import difflib  # noqa: PLC0415 - only a slip needs it

        name = args[0] if args else ""
        if name and not name.startswith("-") and name not in _COMMANDS:
            near = difflib.get_close_matches(name, _COMMANDS, n=1)
            hint = f"did you mean {near[0]!r}?" if near else "`tailor --help` lists the commands"
            raise click.UsageError(f"there is no command {name!r} ({hint})", ctx)
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002 - as above
        with formatter.section("Commands"):
            formatter.write_dl([(name, line) for name, (_, line) in _COMMANDS.items()])


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, "--version", prog_name="tailor")
def tailor() -> None:
    """One true profile, many job postings: a tailored resume, a drafted letter, an honest gap report.

    Everything happens on this machine, and nothing is invented.
    """
