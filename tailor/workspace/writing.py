"""Safe writing: a file is there whole or not at all."""

import contextlib
import hashlib
import os
from pathlib import Path

from tailor.errors import MachineError


def digest(content: bytes) -> str:
    """The SHA-256 of some bytes, in hexadecimal."""
    return hashlib.sha256(content).hexdigest()


def write_file(path: Path, content: bytes) -> None:
    """Write bytes under a temporary name beside `path`, then rename; MachineError says what the disk refused."""
    # The process in the name keeps two builds at the same time apart.
    temporary = path.with_name(f".{path.name[:40]}.{os.getpid()}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        temporary.write_bytes(content)
        temporary.replace(path)
    except BaseException as error:
        with contextlib.suppress(OSError):
            temporary.unlink()
        if isinstance(error, OSError):
            message = f"cannot write {path}: {error.strerror or error} (choose another folder with --out)"
            raise MachineError(message) from error
        raise


def read_bytes(path: Path) -> bytes:
    """The bytes of a file that exists; MachineError says why it cannot be read."""
    try:
        return path.read_bytes()
    except OSError as error:
        message = f"cannot read {path}: {error.strerror or error}"
        raise MachineError(message) from error
