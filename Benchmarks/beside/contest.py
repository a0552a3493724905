"""Contestants run in turns, so that whatever else the machine does falls on all of them alike."""

import statistics
import sys
from dataclasses import dataclass, field
from typing import Callable

from .child import Cost


@dataclass
class Contestant:
    name: str
    attempt: Callable[[], Cost]
    costs: list[Cost] = field(default_factory=list)


@dataclass
class Row:
    """One contestant of one contest, as the table shows it."""

    contest: str
    name: str
    seconds: float | None
    processor: float | None
    ratio: float | None  # its time over that of the first contestant, the median of the paired rounds
    rate: str
    peak: int | None
    stored: int | None


def hold(contest: str, contestants: list[Contestant], rounds: int,
         rate: Callable[[float], str] = lambda seconds: "") -> list[Row]:
    """Runs all contestants once in each round; the first is the one that the others are compared with."""
    for number in range(rounds):
        print(f"bench: {contest}, round {number + 1} of {rounds}", file=sys.stderr)
        # Every other round runs backwards: none always follows the same neighbour.
        for contestant in contestants if number % 2 == 0 else reversed(contestants):
            contestant.costs.append(contestant.attempt())
    first = contestants[0]
    rows = []
    for contestant in contestants:
        seconds = statistics.median(cost.seconds for cost in contestant.costs)
        ratio = statistics.median(
            theirs.seconds / ours.seconds for theirs, ours in zip(contestant.costs, first.costs))
        stored = contestant.costs[-1].stored
        processor = statistics.median(cost.processor for cost in contestant.costs)
        rows.append(Row(
            contest, contestant.name, seconds, processor, ratio, rate(seconds),
            int(statistics.median(cost.peak for cost in contestant.costs)), stored))
    return rows


def table(rows: list[Row]) -> str:
    """The rows as a Markdown table that reads well on a terminal, too."""
    head = ["what", "who", "seconds", "cpu s", "× first", "rate", "peak MB", "stored MB"]
    lines = [head]
    last = None
    for row in rows:
        lines.append([
            row.contest if row.contest != last else "", row.name,
            "" if row.seconds is None else f"{row.seconds:.2f}",
            "" if row.processor is None else f"{row.processor:.2f}",
            "" if row.ratio is None else f"{row.ratio:.2f}", row.rate,
            "" if row.peak is None else f"{row.peak / 1e6:.0f}",
            "" if row.stored is None else f"{row.stored / 1e6:.0f}"])
        last = row.contest
    widths = [max(len(line[column]) for line in lines) for column in range(len(head))]
    def shown(line: list[str]) -> str:
        cells = [cell.ljust(width) if column < 2 else cell.rjust(width)
                 for column, (cell, width) in enumerate(zip(line, widths))]
        return "| " + " | ".join(cells) + " |"
    rule = "|" + "|".join(
        "-" * (width + 2) if column < 2 else "-" * (width + 1) + ":" for column, width in enumerate(widths)) + "|"
    return "\n".join([shown(lines[0]), rule, *map(shown, lines[1:])])
