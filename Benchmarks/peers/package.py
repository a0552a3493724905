"""An evidence package the usual Python way: Jinja2, lxml, an XSD and zipfile. Prints packages per second.

One finding with forty records: an HTML page, an XML document that is validated, two texts, zipped.
"""

import hashlib
import io
import json
import statistics
import time
import zipfile

import jinja2
from lxml import etree

PAGE = """<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>{{ title }}</title></head><body>
<h1>{{ title }}</h1><p>{{ description }}</p><dl>{% for name, value in facts %}<dt>{{ name }}</dt>
<dd>{{ value }}</dd>{% endfor %}</dl><table><thead><tr><th>At</th><th>Who</th><th>What</th><th>Ticket</th>
<th>Note</th><th>Hash</th></tr></thead><tbody>{% for row in records %}<tr><td><time datetime="{{ row.at }}">
{{ row.at }}</time></td><td>{{ row.who }}</td><td>{{ row.what }}</td><td>{{ row.ticket }}</td>
<td>{{ row.note }}</td><td><code>{{ row.hash }}</code></td></tr>{% endfor %}</tbody></table></body></html>"""

SCHEMA = b"""<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns="urn:example:package"
  targetNamespace="urn:example:package" elementFormDefault="qualified">
  <xs:element name="package"><xs:complexType><xs:sequence>
    <xs:element name="finding"><xs:complexType><xs:sequence>
      <xs:element name="title" type="xs:string"/><xs:element name="description" type="xs:string"/>
    </xs:sequence><xs:attribute name="id" type="xs:string" use="required"/></xs:complexType></xs:element>
    <xs:element name="record" maxOccurs="unbounded"><xs:complexType><xs:sequence>
      <xs:element name="who" type="xs:string"/><xs:element name="ticket" type="xs:string"/>
      <xs:element name="note" type="xs:string"/>
    </xs:sequence><xs:attribute name="at" type="xs:dateTime" use="required"/>
    <xs:attribute name="what" type="xs:string" use="required"/>
    <xs:attribute name="hash" use="required"><xs:simpleType><xs:restriction base="xs:string">
      <xs:pattern value="[0-9a-f]{64}"/></xs:restriction></xs:simpleType></xs:attribute>
    </xs:complexType></xs:element>
  </xs:sequence></xs:complexType></xs:element>
</xs:schema>"""

finding = {
    "id": "arn:aws:securityhub:eu-west-1:111122223333:security-control/S3.8/finding/0b1c",
    "title": "S3 general purpose buckets should block public access",
    "description": "This control checks whether a bucket blocks public access. " * 6,
    "facts": [(f"Fact {number}", f"value {number} & more") for number in range(16)],
    "records": [
        {"at": f"2026-03-{number % 28 + 1:02d}T10:00:00Z", "who": "arn:aws:sts::111122223333:assumed-role/Fix/run",
         "what": "snapshot" if number % 3 else "attempted", "ticket": f"SEC-{1000 + number}",
         "note": "Public access block turned on by runbook <4>, checked by the scanner & the owner.",
         "hash": hashlib.sha256(str(number).encode()).hexdigest()} for number in range(40)],
}
template = jinja2.Environment(autoescape=True).from_string(PAGE)
schema = etree.XMLSchema(etree.fromstring(SCHEMA))
NAMESPACE = "{urn:example:package}"


def document():
    root = etree.Element(NAMESPACE + "package", nsmap={None: NAMESPACE[1:-1]})
    head = etree.SubElement(root, NAMESPACE + "finding", id=finding["id"])
    for name in ("title", "description"):
        etree.SubElement(head, NAMESPACE + name).text = finding[name]
    for record in finding["records"]:
        row = etree.SubElement(root, NAMESPACE + "record", at=record["at"], what=record["what"],
                               hash=record["hash"])
        for name in ("who", "ticket", "note"):
            etree.SubElement(row, NAMESPACE + name).text = record[name]
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8")


def package():
    page = template.render(finding).encode()
    xml = document()
    if not schema.validate(etree.fromstring(xml)):
        raise SystemExit("the document does not follow its schema")
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archive:
        for name, data in (("report.html", page), ("package.xml", xml),
                           ("finding.json", json.dumps(finding).encode()[:3300]), ("MANIFEST", b"x" * 900)):
            archive.writestr(name, data)
    return packed.getvalue()


rates = []
package()
for _ in range(5):
    begun = time.process_time()
    for _ in range(100):
        package()
    rates.append(100 / (time.process_time() - begun))
print(len(package()), "bytes;", "packages per second:", f"{statistics.median(rates):.0f}")
