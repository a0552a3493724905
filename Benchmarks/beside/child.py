"""Runs programs and says what they cost: seconds of clock and processor, peak memory."""

import os
import subprocess
import time
from dataclasses import dataclass


@dataclass
class Cost:
    """What one run took. Of several programs run one after the other: sums, and the highest peak."""

    seconds: float = 0.0
    processor: float = 0.0
    peak: int = 0  # bytes
    stored: int | None = None  # bytes that the run left in its database
    output: str = ""

    def then(self, other: "Cost") -> "Cost":
        return Cost(
            self.seconds + other.seconds,
            self.processor + other.processor,
            max(self.peak, other.peak),
            other.stored if self.stored is None else self.stored,
            other.output,
        )


class ChildFailed(Exception):
    pass


def run(arguments: list[str], accept: tuple[int, ...] = (0,)) -> Cost:
    """Runs one program to its end; its own resource usage comes from wait4(2)."""
    begun = time.perf_counter()
    child = subprocess.Popen(arguments, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    assert child.stdout and child.stderr
    # The children print a few lines each: no pipe runs full.
    output, errors = child.stdout.read(), child.stderr.read()
    _, status, usage = os.wait4(child.pid, 0)
    seconds = time.perf_counter() - begun
    child.returncode = os.waitstatus_to_exitcode(status)
    child.stdout.close()
    child.stderr.close()
    if child.returncode not in accept:
        raise ChildFailed(f"{' '.join(arguments)} ended with {child.returncode}:\n{errors}")
    return Cost(seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * 1024, output=output)


def size(path: str) -> int:
    """The bytes of a database with its write-ahead log, or of everything in a folder."""
    if os.path.isdir(path):
        return sum(os.path.getsize(os.path.join(folder, name))
                   for folder, _, names in os.walk(path) for name in names)
    return sum(os.path.getsize(path + end) for end in ("", "-wal", ".wal") if os.path.exists(path + end))


def remove(path: str) -> None:
    """Removes a database and the files beside it."""
    for end in ("", "-wal", "-shm", ".wal"):
        if os.path.exists(path + end):
            os.remove(path + end)
