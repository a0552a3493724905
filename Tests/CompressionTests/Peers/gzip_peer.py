"""Writes two gzip members of 15,000 lines each, or inflates standard input."""
import gzip, sys

if sys.argv[1] == "write":
    lines = [f"line {n}\n".encode() for n in range(30000)]
    sys.stdout.buffer.write(gzip.compress(b"".join(lines[:15000])) + gzip.compress(b"".join(lines[15000:])))
else:
    sys.stdout.buffer.write(gzip.decompress(sys.stdin.buffer.read()))
