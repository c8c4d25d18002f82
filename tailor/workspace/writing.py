"""Safe writing: a file is there whole or not at all, and what the user edited is kept."""

import contextlib
import hashlib
import os
import tempfile
from pathlib import Path

from tailor.errors import MachineError


def digest(content: bytes) -> str:
    """The SHA-256 of some bytes, in hexadecimal."""
    return hashlib.sha256(content).hexdigest()


def write_file(path: Path, content: bytes) -> None:
    """Write bytes under a temporary name beside `path`, then rename; MachineError says what the disk refused."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, temporary = tempfile.mkstemp(prefix=f".{path.name[:40]}.", dir=path.parent)
    except OSError as error:
        message = f"cannot write {path}: {error.strerror or error} (choose another folder with --out)"
        raise MachineError(message) from error
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(content)
        Path(temporary).chmod(0o644)
        Path(temporary).replace(path)
    except BaseException as error:
        with contextlib.suppress(OSError):
            Path(temporary).unlink()
        if isinstance(error, OSError):
            message = f"cannot write {path}: {error.strerror or error} (choose another folder with --out)"
            raise MachineError(message) from error
        raise


def write_kept(path: Path, content: bytes, *, made: str | None) -> Path:
    """Write a document, but never over one that the user edited; the path that was written.

    `made` is the digest of what was written there before. A file with another digest was edited: it stays,
    and the new one stands beside it with `.new` before its ending.
    """
    if path.exists() and digest(read_bytes(path)) not in (made, digest(content)):
        path = path.with_name(f"{path.stem}.new{path.suffix}")
    write_file(path, content)
    return path


def read_bytes(path: Path) -> bytes:
    """The bytes of a file that exists; MachineError says why it cannot be read."""
    try:
        return path.read_bytes()
    except OSError as error:
        message = f"cannot read {path}: {error.strerror or error}"
        raise MachineError(message) from error
