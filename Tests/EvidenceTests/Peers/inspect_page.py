"""Reads pages (a JSON list) as browsers do and answers with what could do harm on each.

For each page: the names of all elements in use, the attributes, the URLs, the text of the first heading.
"""
import json
import sys

import html5lib


def read(page):
    root = html5lib.parse(page, namespaceHTMLElements=False)
    elements, attributes, urls, comments = set(), set(), set(), 0
    for element in root.iter():
        if not isinstance(element.tag, str):
            comments += 1
            continue
        elements.add(element.tag)
        for name, value in element.attrib.items():
            attributes.add(name)
            if name in ("href", "src", "action"):
                urls.add(value)
    return {
        "elements": sorted(elements),
        "attributes": sorted(attributes),
        "urls": sorted(urls),
        "comments": comments,
        "text": "".join(root.itertext()),
    }


json.dump([read(page) for page in json.load(sys.stdin)], sys.stdout)
