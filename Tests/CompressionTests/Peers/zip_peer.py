"""Reads a zip archive from standard input, or writes one of a given kind, with Python's zipfile."""
import io, sys, zipfile


class Unseekable(io.RawIOBase):
    """Makes zipfile put sizes in descriptors behind the data."""
    def __init__(self, target): self.target = target
    def writable(self): return True
    def seekable(self): return False
    def write(self, data): return self.target.write(data)


def read():
    with zipfile.ZipFile(io.BytesIO(sys.stdin.buffer.read())) as archive:
        assert archive.testzip() is None
        for entry in archive.infolist():
            year, month, day = entry.date_time[:3]
            print(entry.filename, entry.file_size, entry.CRC, f"{entry.external_attr >> 16:o}",
                  f"{year}-{month:02}-{day:02}")


def write(kind):
    output = io.BytesIO()
    method = zipfile.ZIP_STORED if kind == "stored" else zipfile.ZIP_DEFLATED
    target = Unseekable(output) if kind.startswith("streamed") else output
    with zipfile.ZipFile(target, "w", method) as archive:
        if kind == "folders":
            archive.mkdir("b")
        for name, text in [] if kind == "empty" else [("a.txt", b"a" * 10), ("b/c.txt", b"hello")]:
            with archive.open(name, "w", force_zip64=kind == "streamed64") as file:
                file.write(text)
    sys.stdout.buffer.write(output.getvalue())


read() if sys.argv[1] == "read" else write(sys.argv[1])
