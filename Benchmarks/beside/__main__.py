"""`python -m beside`: runs the comparisons and prints one table."""

import argparse
import datetime
import os
import platform
import sys

from .child import ChildFailed
from .comparisons import Bench
from .contest import table
from .inputs import Inputs

HERE = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
ROOT = os.path.dirname(HERE)
USUAL = ["whole", "pages", "gzip", "scanner", "ledger", "packages", "questions", "scrapes"]
LONG = ["growth", "day"]


def machine() -> str:
    """The class of machine: what a reader needs to judge the figures, and no more."""
    system = platform.freedesktop_os_release().get("PRETTY_NAME", platform.system())
    with open("/proc/meminfo", encoding="ascii") as memory:
        total = int(memory.readline().split()[1]) / 1e6
    return f"{os.cpu_count()} cores, {total:.0f} GB, {system}, {platform.machine()}"


def main() -> int:
    parser = argparse.ArgumentParser(prog="Benchmarks/run", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="100,000 snapshots (0.35 GB), three rounds")
    parser.add_argument("--snapshots", type=int, default=300_000, help="how many (default 300,000)")
    parser.add_argument("--rounds", type=int, default=5, help="paired rounds (default 5)")
    parser.add_argument("--only", action="append", choices=USUAL + LONG, help="a comparison; may be repeated")
    parser.add_argument("--long", action="store_true", help="also growth to 3,000,000 snapshots (10 GB), a day")
    parser.add_argument("--save", metavar="FILE", help="also write the table to a file")
    chosen = parser.parse_args()
    if chosen.quick:
        chosen.snapshots, chosen.rounds = 100_000, min(chosen.rounds, 3)
    closeout = os.path.join(ROOT, ".build", "release", "closeout")
    data = os.environ.get("CLOSEOUT_BENCH_DATA") or os.path.join(ROOT, "out", "bench")
    beside = os.path.join(os.path.dirname(ROOT), "shared")
    shared = os.environ.get("CLOSEOUT_SHARED") or (beside if os.path.isdir(beside) else None)
    inputs = Inputs(closeout, data, shared)
    # Other scripts with the same arguments may stand in for ours.
    peers = os.environ.get("CLOSEOUT_PEERS") or os.path.join(HERE, "peers")
    bench = Bench(closeout, os.path.join(HERE, ".build", "release", "scan"), peers, inputs,
                  chosen.snapshots, chosen.rounds)
    rows = []
    try:
        for name in chosen.only or USUAL + (LONG if chosen.long else []):
            rows += getattr(bench, name)()
    except ChildFailed as failure:
        print(f"bench: {failure}", file=sys.stderr)
        return 2
    text = (
        f"{datetime.date.today().isoformat()}; {machine()}; {inputs.origin}; medians of {chosen.rounds} paired "
        f"rounds.\n\n{table(rows)}\n")
    print(text)
    if chosen.save:
        with open(chosen.save, "w", encoding="utf-8") as out:
            out.write(text)
    return 0


sys.exit(main())
