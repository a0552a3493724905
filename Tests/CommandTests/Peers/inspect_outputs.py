"""Reads what was written of an attacked estate as other programs do, and answers with what could do harm.

Question: {"csv": {name: text}, "xml": {name: text}, "json": {name: text}, "html": {name: text}}. Answer: a list of
sentences.
"""
import csv
import io
import json
import sys
from xml.etree import ElementTree

import html5lib

question = json.load(sys.stdin)
harm = []
for name, text in question["csv"].items():
    rows = list(csv.reader(io.StringIO(text, newline="")))
    for row in rows:
        if len(row) != len(rows[0]):
            harm.append(f"{name}: a row has {len(row)} cells")
        for cell in row:
            if cell[:1] in ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"):
                harm.append(f"{name}: a formula {cell[:40]!r}")
            if any(ord(c) < 32 and c not in "\r\n\t" or 127 <= ord(c) < 160 for c in cell):
                harm.append(f"{name}: a control {cell[:40]!r}")
for name, text in question["xml"].items():
    if "<!DOCTYPE" in text.split("<", 3)[1]:
        harm.append(f"{name}: a document type")
    ElementTree.fromstring(text.encode())
for name, text in question["json"].items():
    for line in text.splitlines() if name.endswith("l") else [text]:
        json.loads(line)
ALLOWED = set("""html head meta title style body header main footer section nav article h1 h2 h3 p span small strong em
    code pre a ol ul li dl dt dd div time table caption thead tbody tr th td details summary del ins br
    svg g path pattern rect line text polyline polygon circle desc defs figure figcaption""".split())
for name, text in question["html"].items():
    root = html5lib.parse(text, namespaceHTMLElements=False)
    for element in root.iter():
        if not isinstance(element.tag, str):
            harm.append(f"{name}: a comment")
            continue
        tag = element.tag.rpartition("}")[2]
        if tag not in ALLOWED:
            harm.append(f"{name}: an element {tag}")
        for attribute, value in element.attrib.items():
            attribute = attribute if isinstance(attribute, str) else attribute[-1]
            if attribute.startswith("on") or attribute in ("srcdoc", "formaction", "ping"):
                harm.append(f"{name}: an attribute {attribute}")
            if attribute in ("href", "src") and not value.startswith(("https://", "http://", "mailto:", "#", "./",
                                                                     "records/", "evidence.xml")):
                if ":" in value or value.startswith(("//", "\\")):
                    harm.append(f"{name}: an address {value[:60]!r}")
json.dump(harm[:40], sys.stdout)
