"""Reads an OSCAL document with compliance-trestle and looks every reference up. The document is a JSON text on stdin."""

import json
import sys
import tempfile
from pathlib import Path

from trestle.oscal.assessment_results import AssessmentResults
from trestle.oscal.poam import PlanOfActionAndMilestones


def values(node, key):
    if isinstance(node, dict):
        for name, value in node.items():
            if name == key:
                yield value
            yield from values(value, key)
    elif isinstance(node, list):
        for value in node:
            yield from values(value, key)


text = json.load(sys.stdin)
document = json.loads(text)
(root,) = document
model = {"assessment-results": AssessmentResults, "plan-of-action-and-milestones": PlanOfActionAndMilestones}[root]
with tempfile.TemporaryDirectory() as folder:
    path = Path(folder) / "oscal.json"
    path.write_text(text)
    read = model.oscal_read(path)
    assert read is not None

defined = set(values(document, "uuid"))
dangling = []
for key in ("observation-uuid", "risk-uuid", "subject-uuid"):
    dangling += [value for value in values(document, key) if value not in defined]
dangling += [href for href in values(document, "href") if href.startswith("#") and href[1:] not in defined]


def count(name):
    return sum(len(group) for group in values(document, name))


json.dump(
    {
        "observations": count("observations"), "risks": count("risks"), "items": count("poam-items"),
        "findings": count("findings"), "dangling": dangling,
    },
    sys.stdout,
)
