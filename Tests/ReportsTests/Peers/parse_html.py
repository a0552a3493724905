"""Reads HTML pages (a JSON list) as browsers do and answers with what they hold.

For each page: the names of all elements with the names of their attributes, and the values of interest.
"""
import json
import sys

import html5lib


def text(element):
    return "".join(element.itertext())


def read(page):
    root = html5lib.parse(page, namespaceHTMLElements=False)
    elements = list(root.iter())
    comments = [e for e in elements if not isinstance(e.tag, str)]
    elements = [e for e in elements if isinstance(e.tag, str)]

    def one(name, **attributes):
        return next(
            e for e in elements
            if e.tag.split("}")[-1] == name and all(e.get(k) == v for k, v in attributes.items())
        )

    titled = next(e for e in elements if "title" in e.attrib)
    return {
        "shape": [" ".join([e.tag] + sorted(map(str, e.attrib))) for e in elements],
        "comments": len(comments),
        "texts": [text(one("title")), text(one("p", id="text")), text(one("pre")), text(one("textarea")),
                  titled.get("title"), titled.get("class")[2:], text(one("text")), text(one("td"))],
        "whole": one("a", id="whole").get("href"),
        "part": one("a", id="part").get("href"),
    }


json.dump([read(page) for page in json.load(sys.stdin)], sys.stdout)
