"""Reads HTML pages (a JSON list) as browsers do and answers with what they hold."""
import json
import sys

import html5lib


def read(page):
    root = html5lib.parse(page, namespaceHTMLElements=False)
    nodes = list(root.iter())
    elements = [node for node in nodes if isinstance(node.tag, str)]
    styles = ["".join(e.itertext()) for e in elements if e.tag == "style"]
    for element in elements:
        if element.tag == "style":
            element.text = ""
    return {
        "elements": sorted({e.tag for e in elements}),
        "attributes": sorted({f"{e.tag} {name}" for e in elements for name in e.attrib}),
        "comments": len(nodes) - len(elements),
        "styles": styles,
        "links": [e.get(name) for e in elements for name in ("href", "src", "action") if e.get(name) is not None],
        "text": "".join(root.itertext()),
    }


json.dump([read(page) for page in json.load(sys.stdin)], sys.stdout)
