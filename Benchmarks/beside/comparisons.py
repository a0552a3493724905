"""What is compared with what."""

import json
import os
import shutil
import statistics
import sys
import time
from typing import Callable

from . import child, large_store
from .child import Cost
from .contest import Contestant, Row, hold
from .inputs import Inputs
from .scrape import scrape


class Bench:
    """The programs, the folders and the size of one run of the benchmarks."""

    def __init__(self, closeout: str, scan: str, peers: str, inputs: Inputs, snapshots: int, rounds: int):
        self.closeout, self.scan, self.peers = closeout, scan, peers
        self.inputs, self.snapshots, self.rounds = inputs, snapshots, rounds
        self.work = os.path.join(inputs.data, "work")
        os.makedirs(self.work, exist_ok=True)

    # One run of ours, and one of a peer.

    def path(self, name: str) -> str:
        return os.path.join(self.work, name)

    def ingest(self, store: str, *inputs: str, fresh: bool = True) -> Cost:
        if fresh:
            child.remove(store)
        cost = child.run([self.closeout, "ingest", "--json", "--store", store, *inputs])
        cost.stored = child.size(store)
        return cost

    def summary(self, store: str) -> Cost:
        return child.run([self.closeout, "summary", "--json", "--store", store])

    def whole_job(self, source: str) -> Cost:
        store = self.path("ours.db")
        return self.ingest(store, source).then(self.summary(store))

    def peer(self, script: str, *arguments: str) -> Cost:
        return child.run([sys.executable, os.path.join(self.peers, script), *arguments])

    def peer_database(self, script: str, source: str, *more: str) -> Cost:
        database = self.path("peer.db")
        child.remove(database)
        cost = self.peer(script, source, database, *more)
        cost.stored = child.size(database)
        return cost

    def rate_of(self, source: str, count: int) -> Callable[[float], str]:
        size = os.path.getsize(source)
        return lambda seconds: f"{count / seconds / 1000:.0f} k/s, {size / seconds / 1e6:.0f} MB/s"

    # The contests.

    def whole(self) -> list[Row]:
        """Ingest and the core metrics: read, keep, hash, log and fold; the peers keep less or nothing."""
        source = self.inputs.findings(self.snapshots)
        return hold(
            f"ingest and metrics, {self.snapshots:,} snapshots",
            [
                Contestant("closeout", lambda: self.whole_job(source)),
                Contestant("DuckDB, raw text and SHA-256 kept",
                           lambda: self.peer_database("duckdb_fields_raw_sha256.py", source)),
                Contestant("DuckDB, 23 fields", lambda: self.peer_database("duckdb_fields.py", source)),
                Contestant("Python, orjson and sqlite3",
                           lambda: self.peer_database("python_sqlite.py", source, "orjson")),
            ], self.rounds, self.rate_of(source, self.snapshots))

    def pages(self) -> list[Row]:
        source = self.inputs.pages(self.inputs.findings(self.snapshots))
        return hold(
            "the same from pages of 100",
            [
                Contestant("closeout", lambda: self.whole_job(source)),
                Contestant("DuckDB, 23 fields", lambda: self.peer_database("duckdb_pages.py", source)),
            ], self.rounds, self.rate_of(source, self.snapshots))

    def gzip(self) -> list[Row]:
        source = self.inputs.findings(self.snapshots)
        packed = self.inputs.zipped(source)
        store = self.path("ours.db")
        return hold(
            "ingest alone",
            [
                Contestant("closeout, plain", lambda: self.ingest(store, source)),
                Contestant("closeout, gzip", lambda: self.ingest(store, packed)),
            ], self.rounds, self.rate_of(source, self.snapshots))

    def scanner(self) -> list[Row]:
        source = self.inputs.findings(min(self.snapshots, 300_000))
        rates = json.loads(child.run([self.scan, source]).output)
        ours, theirs = rates["scanner_gb_s"], rates["json_decoder_gb_s"]
        what = "22 fields of each finding, one thread"
        return [
            Row(what, "JSONKit's scanner", None, None, 1, f"{ours:.2f} GB/s", None, None),
            Row(what, "Foundation's JSONDecoder", None, None, ours / theirs, f"{theirs:.3f} GB/s", None, None),
        ]

    def growth(self) -> list[Row]:
        rows = []
        for count in (100_000, 300_000, 1_000_000, 3_000_000):
            source = self.inputs.findings(count)
            store = self.path(f"growth-{count}.db")
            cost = self.ingest(store, source)
            rows.append(Row("ingest as the store grows", f"{count:,} snapshots", cost.seconds, cost.processor, None,
                            self.rate_of(source, count)(cost.seconds), cost.peak, cost.stored))
            if count != 1_000_000:
                child.remove(store)
        return rows

    def day(self) -> list[Row]:
        """One day on which a hundredth changed, on a store of a million snapshots."""
        count = 1_000_000
        source = self.inputs.findings(count)
        change = self.inputs.changed(source, 0.01)
        store = self.path("day.db")
        what = "a day's change of 1 % on 1,000,000"
        everything, changes = [], []
        for number in range(self.rounds):
            print(f"bench: {what}, round {number + 1} of {self.rounds}", file=sys.stderr)
            child.remove(store)
            everything.append(self.ingest(store, source))
            # The day's file waits for the disk when it is written, and not for what was written before.
            os.sync()
            changes.append(self.ingest(store, change, fresh=False))
        child.remove(store)

        def row(name: str, costs: list[Cost], rate: str, ratio: float) -> Row:
            return Row(what, name, statistics.median(cost.seconds for cost in costs),
                       statistics.median(cost.processor for cost in costs), ratio, rate,
                       max(cost.peak for cost in costs), costs[-1].stored)

        seconds = statistics.median(cost.seconds for cost in changes)
        share = statistics.median(one.seconds / all.seconds for one, all in zip(changes, everything))
        of_processor = statistics.median(one.processor / all.processor for one, all in zip(changes, everything))
        return [
            row("closeout, all", everything, "", 1),
            row("closeout, the change", changes,
                f"{count / 100 / seconds / 1000:.0f} k/s; {share:.1%} of the time, {of_processor:.1%} of the processor's",
                share),
        ]

    def ledger(self) -> list[Row]:
        source = self.inputs.ledger(200_000)
        with open(source, "rb") as lines:
            count = sum(1 for _ in lines)
        store = self.path("ledger.db")
        return hold(
            f"ledger of {count:,} CloudEvents", [Contestant("closeout", lambda: self.ingest(store, source))],
            self.rounds, self.rate_of(source, count))

    def packages(self) -> list[Row]:
        """Proof packages of 10,000 findings, into a folder and into one archive, and the usual Python packages.

        Python makes no signature, no proof and no record: its rate is that of a page, an XML document that is
        validated, and a zip. Rates are for each second of one core, so that they can be compared.
        """
        folder, store = self.path("demo-10000"), self.path("packages.db")
        out, archive = self.path("packages"), self.path("packages.zip")
        child.remove(store)
        child.run([self.closeout, "demo", "--out", folder, "--findings", "10000", "--days", "60"])
        child.run([self.closeout, "ingest", "--store", store, folder], accept=(0, 1))
        shutil.rmtree(folder)

        def make(*where: str) -> Cost:
            shutil.rmtree(out, ignore_errors=True)
            child.remove(archive)
            return child.run([self.closeout, "evidence", "--all", "--store", store, *where])

        what = "evidence packages of 10,000 findings"
        folders, archives, theirs = [], [], []
        for number in range(min(self.rounds, 3)):
            print(f"bench: {what}, round {number + 1}", file=sys.stderr)
            archives.append(make("--archive", archive))
            size = child.size(archive)
            folders.append(make("--out", out))
            theirs.append(float(self.peer("package.py").output.split()[-1]))
        count = sum(name.endswith(".zip") for name in os.listdir(out))
        peer = statistics.median(theirs)

        def row(name: str, costs: list[Cost], stored: int) -> Row:
            seconds = statistics.median(cost.seconds for cost in costs)
            processor = statistics.median(cost.processor for cost in costs)
            return Row(what, name, seconds, processor, None,
                       f"{count / seconds:.0f} /s; {count / processor:.0f} /s a core",
                       max(cost.peak for cost in costs), stored)

        rows = [row("closeout, a folder", folders, child.size(out)), row("closeout, one archive", archives, size)]
        rows[0].ratio = 1
        rows[1].ratio = rows[1].seconds / rows[0].seconds
        ours = count / rows[0].processor
        shutil.rmtree(out)
        child.remove(archive)
        return rows + [Row(what, "Python, Jinja2 and lxml", None, None, ours / peer, f"{peer:.0f} /s a core", None, None)]

    def scrapes(self) -> list[Row]:
        """A scrape of a store of a million findings, whose clock goes on for several minutes."""
        count = 1_000_000
        store, nothing = self.path(f"scrapes-{count}.db"), self.path("nothing.json")
        if not os.path.exists(store):
            with open(nothing, "w", encoding="ascii") as empty:
                empty.write("[]")
            # Under its name only when it is whole: what is broken off is not measured the next time.
            begun = self.path("scrapes-begun.db")
            child.remove(begun)
            self.ingest(begun, nothing)
            large_store.write(begun, count, int(time.time() * 1000) - 60_000)
            os.rename(begun, store)
        times, peak = scrape(self.closeout, store, 200)
        what = f"a scrape of {count:,} findings"
        return [
            Row(what, "the first: everything collected", times.first, None, None, "", peak, child.size(store)),
            Row(what, "the others", statistics.median(times.later), None, None, times.text, None, None),
        ]

    def questions(self) -> list[Row]:
        """The summary of a store, beside DuckDB's metrics on the table that it made of the same findings."""
        count = 1_000_000 if self.snapshots >= 300_000 else self.snapshots
        source = self.inputs.findings(count)
        store, database = self.path(f"growth-{count}.db"), self.path("questions.duckdb")
        if not os.path.exists(store):
            self.ingest(store, source)
        child.remove(database)
        self.peer("duckdb_fields.py", source, database)
        return hold(
            f"the summary of {count:,} snapshots",
            [
                Contestant("closeout summary", lambda: self.summary(store)),
                Contestant("DuckDB's three metrics", lambda: self.peer("duckdb_metrics.py", database)),
            ], self.rounds)
