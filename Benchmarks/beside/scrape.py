"""Scrapes a server as Prometheus does, over one connection, and says how long it took."""

import gzip
import http.client
import re
import statistics
import subprocess
import time
from dataclasses import dataclass

ACCEPT = ("application/openmetrics-text;version=1.0.0,application/openmetrics-text;version=0.0.1;q=0.75,"
          "text/plain;version=0.0.4;q=0.5,*/*;q=0.1")


@dataclass
class Scrapes:
    """Seconds that scrapes took; the first found nothing prepared."""

    first: float
    later: list[float]
    series: int

    @property
    def text(self) -> str:
        ordered = sorted(self.later)
        tail = ordered[min(len(ordered) - 1, int(len(ordered) * 0.99))]
        return (f"{statistics.median(ordered) * 1000:.2f} ms median, {tail * 1000:.2f} ms p99, "
                f"{ordered[-1] * 1000:.1f} ms at most, {self.series:,} series, {len(ordered):,} scrapes")


def scrape(closeout: str, store: str, seconds: float, pause: float = 0.05) -> tuple[Scrapes, int]:
    """Serves the store and scrapes it for so long, which should cover several minutes of the clock.

    Returns the times, and the server's peak memory in bytes.
    """
    server = subprocess.Popen([closeout, "serve", "--store", store, "--web.listen-address", "127.0.0.1:0"],
                              stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
    try:
        assert server.stderr
        address = None
        while not address:
            line = server.stderr.readline()
            if not line:
                raise RuntimeError("the server ended before it listened")
            address = re.search(r"listening on http://([0-9.]+):(\d+)/", line)
        connection = http.client.HTTPConnection(address[1], int(address[2]), timeout=600)

        def once() -> tuple[float, bytes]:
            begun = time.perf_counter()
            connection.request("GET", "/metrics", headers={"Accept": ACCEPT, "Accept-Encoding": "gzip"})
            answer = connection.getresponse()
            body = answer.read()
            # A server that is still collecting says so, and goes on collecting.
            if answer.status not in (200, 503):
                raise RuntimeError(f"a scrape was answered with {answer.status}")
            return time.perf_counter() - begun, body if answer.status == 200 else b""

        first, body = once()
        while not body:
            more, body = once()
            first += more
        later = []
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            later.append(once()[0])
            time.sleep(pause)
        series = sum(not line.startswith(b"#") for line in gzip.decompress(body).splitlines())
        with open(f"/proc/{server.pid}/status", encoding="ascii") as status:
            peak = next(int(line.split()[1]) * 1024 for line in status if line.startswith("VmHWM"))
        return Scrapes(first, later, series), peak
    finally:
        server.terminate()
        server.wait()
