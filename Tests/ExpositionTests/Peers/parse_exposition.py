"""Reads both text formats with prometheus-client's parsers and gives their samples back.

Asks for {"openmetrics": TEXT, "prometheus": TEXT}; answers with lists of [name, {label: value}, value,
timestamp or null], sorted. Fails where a parser refuses the text.
"""
import json
import math
import sys

from prometheus_client.openmetrics.parser import text_string_to_metric_families as openmetrics
from prometheus_client.parser import text_string_to_metric_families as prometheus


def samples(families):
    found = []
    for family in families:
        for sample in family.samples:
            value = float(sample.value)
            time = None if sample.timestamp is None else float(sample.timestamp)
            found.append([sample.name, dict(sample.labels), repr(value), time])
    return sorted(found, key=lambda s: (s[0], sorted(s[1].items()), s[3] or 0))


question = json.load(sys.stdin)
answer = {
    name: samples(parse(question[name])) if question.get(name) else []
    for name, parse in (("openmetrics", openmetrics), ("prometheus", prometheus))
}
json.dump(
    {
        name: [{"name": n, "labels": l, "value": v, "time": t} for n, l, v, t in found]
        for name, found in answer.items()
    },
    sys.stdout,
)
