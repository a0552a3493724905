"""Makes the input: by the generator of the shared folder, or by the product's own demo where it is absent."""

import glob
import gzip
import hashlib
import heapq
import json
import os
import subprocess
import sys
import tempfile

DEMO_SNAPSHOTS_PER_FINDING = 2  # a little fewer than the demo gives


class Inputs:
    """Files of findings, made once and kept between runs in the folder `data`."""

    def __init__(self, closeout: str, data: str, shared: str | None):
        self.closeout = closeout
        self.data = data
        self.generator = shared and os.path.join(shared, "generator", "securityhub_history.py")
        if self.generator and not os.path.exists(self.generator):
            self.generator = None
        os.makedirs(data, exist_ok=True)

    @property
    def origin(self) -> str:
        """How the input was made, in one sentence."""
        if self.generator:
            return "snapshots of findings by `securityhub_history.py --order shuffle`, seed 1"
        return "snapshots of `closeout demo`, flattened to NDJSON and ordered by their digests"

    def findings(self, count: int, seed: int = 1) -> str:
        """NDJSON of `count` snapshots in no order."""
        name = f"findings-{count}-{seed}.ndjson" if self.generator else f"demo-{count}-{seed}.ndjson"
        if self.generator:
            return self._made(name, lambda path: self._generate(
                path, "-n", str(count), "--seed", str(seed), "--order", "shuffle"))
        return self._made(name, lambda path: self._flatten(path, count, seed))

    def zipped(self, source: str) -> str:
        def make(path: str) -> None:
            with open(source, "rb") as plain, gzip.GzipFile(path, "wb", 6, mtime=0) as packed:
                while block := plain.read(1 << 20):
                    packed.write(block)
        return self._made(os.path.basename(source) + ".gz", make)

    def pages(self, source: str) -> str:
        """The same findings as the API gives them: one object a line, 100 findings in each."""
        def make(path: str) -> None:
            with open(source, "rb") as lines, open(path, "wb") as out:
                page: list[bytes] = []
                for line in lines:
                    page.append(line.rstrip(b"\n"))
                    if len(page) == 100:
                        out.write(b'{"Findings":[' + b",".join(page) + b"]}\n")
                        page.clear()
                if page:
                    out.write(b'{"Findings":[' + b",".join(page) + b"]}\n")
        return self._made(os.path.basename(source).replace(".ndjson", ".pages.json"), make)

    def changed(self, source: str, share: float) -> str:
        """A day on which that share of the findings changed: one later snapshot of each."""
        def make(path: str) -> None:
            count = 0
            with open(source, "rb") as lines, open(path, "wb") as out:
                total = int(sum(1 for _ in open(source, "rb")) * share)
                for line in lines:
                    if count == total:
                        break
                    finding = json.loads(line)
                    for name in ("UpdatedAt", "LastObservedAt", "ProcessedAt"):
                        if name in finding:
                            finding[name] = "2027-01-01T12:%02d:%02d.000Z" % (count // 60 % 60, count % 60)
                    out.write(json.dumps(finding, separators=(",", ":"), ensure_ascii=False).encode() + b"\n")
                    count += 1
        return self._made(os.path.basename(source).replace(".ndjson", f".day-{share}.ndjson"), make)

    def ledger(self, count: int) -> str:
        """At least `count` lines of a CloudEvents ledger of the demo."""
        def make(path: str) -> None:
            findings = max(200, count // 4)
            with tempfile.TemporaryDirectory(dir=self.data) as folder:
                self._demo(folder, findings, 1)
                with open(path, "wb") as out:
                    for name in sorted(glob.glob(os.path.join(folder, "ledger", "*.ndjson"))):
                        with open(name, "rb") as lines:
                            out.write(lines.read())
        return self._made(f"ledger-{count}.ndjson", make)

    # How the files are made.

    def _made(self, name: str, make) -> str:
        path = os.path.join(self.data, name)
        if not os.path.exists(path):
            print(f"bench: making {name}", file=sys.stderr)
            make(path + ".part")
            os.rename(path + ".part", path)
        return path

    def _generate(self, path: str, *arguments: str) -> None:
        subprocess.run([sys.executable, self.generator, "-o", path, *arguments], check=True,
                       stdout=subprocess.DEVNULL)

    def _demo(self, folder: str, findings: int, seed: int) -> None:
        subprocess.run([self.closeout, "demo", "--out", folder, "--seed", str(seed),
                        "--findings", str(findings)], check=True, stderr=subprocess.DEVNULL,
                       stdout=subprocess.DEVNULL)

    def _flatten(self, path: str, count: int, seed: int) -> None:
        with tempfile.TemporaryDirectory(dir=self.data) as folder:
            self._demo(folder, max(50, count // DEMO_SNAPSHOTS_PER_FINDING), seed)
            found = snapshots(os.path.join(folder, "securityhub"))
            chosen = heapq.nsmallest(count, found, key=lambda line: hashlib.sha256(line).digest())
        with open(path, "wb") as out:
            for line in chosen:
                out.write(line + b"\n")


def snapshots(folder: str):
    """Each finding of a demo's exports on a line of its own, as any of its layouts has it."""
    decoder = json.JSONDecoder()
    for parent, _, names in sorted(os.walk(folder)):
        for name in sorted(names):
            path = os.path.join(parent, name)
            opened = gzip.open(path, "rt", encoding="utf-8") if name.endswith(".gz") else open(
                path, encoding="utf-8")
            with opened as file:
                text = file.read()
            at = 0
            while at < len(text):
                if text[at].isspace():
                    at += 1
                    continue
                document, at = decoder.raw_decode(text, at)
                listed = document.get("detail", document).get("findings", document.get("Findings", [document]))
                for finding in listed:
                    if "ProductArn" in finding:
                        yield json.dumps(finding, separators=(",", ":"), ensure_ascii=False).encode()
