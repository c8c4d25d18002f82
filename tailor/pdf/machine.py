"""The layout engine and its system libraries: loaded when first needed, or the exact remedy."""

import sys
import warnings
from pathlib import Path
from types import ModuleType

from tailor.errors import MachineError

_REMEDIES = (
    (
        ("debian", "ubuntu", "linuxmint", "raspbian", "pop"),
        "sudo apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0",
    ),
    (("fedora", "rhel", "centos", "rocky", "almalinux"), "sudo dnf install pango"),
    (("arch", "manjaro"), "sudo pacman -S pango"),
    (("alpine",), "sudo apk add pango harfbuzz-subset"),
    (("opensuse", "suse", "sles"), "sudo zypper install libpango-1_0-0 libharfbuzz-subset0"),
)
_OTHERS = {
    "darwin": "brew install pango",
    "win32": "install MSYS2 (www.msys2.org), run `pacman -S mingw-w64-x86_64-pango` in its shell; or use WSL",
}
_RELEASE = Path("/etc/os-release")


def engine() -> ModuleType:
    """WeasyPrint, imported. Raises `MachineError` with this system's remedy where Pango is missing."""
    try:
        with warnings.catch_warnings():
            # It warns of a machine without fonts; ours come with a package.
            warnings.simplefilter("ignore")
            import weasyprint  # noqa: PLC0415 - heavy imports late
    except OSError as error:
        release = _RELEASE.read_text(encoding="utf-8", errors="replace") if _RELEASE.is_file() else ""
        raise MachineError(
            f"PDF files need the system library Pango, which cannot be loaded ({error.args[0]!s:.80}). "
            f"To install it: {remedy(sys.platform, release)}"
        ) from error
    return weasyprint  # type: ignore[no-any-return]  # the library ships no types


def remedy(platform: str, release: str) -> str:
    """What to type on a system, by `sys.platform` and the text of `/etc/os-release`."""
    if platform in _OTHERS:
        return _OTHERS[platform]
    named = [line.partition("=")[2] for line in release.splitlines() if line.startswith(("ID=", "ID_LIKE="))]
    names = " ".join(named).replace('"', "").lower().split()
    for systems, command in _REMEDIES:
        if any(name in systems for name in names):
            return command
    return (
        "install Pango (1.44 or newer), its FreeType part pangoft2 and harfbuzz-subset with your system's packages"
    )
