"""Reads pages (a JSON list) as browsers do: their elements, text, ids, and what html5lib finds wrong."""
import json
import sys

import html5lib


def read(page):
    parser = html5lib.HTMLParser(namespaceHTMLElements=False)
    root = parser.parse(page)
    elements = [e for e in root.iter() if isinstance(e.tag, str)]
    body = next(e for e in elements if e.tag == "body")
    return {
        "errors": [str(code) for _, code, _ in parser.errors],
        "elements": sorted({e.tag.split("}")[-1] for e in elements}),
        "attributes": sorted({str(name) for e in elements for name in e.attrib}),
        "ids": [e.get("id") for e in elements if e.get("id")],
        "text": "".join(body.itertext()),
    }


json.dump([read(page) for page in json.load(sys.stdin)], sys.stdout)
