"""Writes an estate in which every text that a stranger can write is an attack, in every format that is read.

Question: {"folder": path, "payloads": [text]}. Answer: how many records were written that are to be taken.
"""
import csv
import json
import os
import sys

question = json.load(sys.stdin)
folder, payloads = question["folder"], question["payloads"]
ARN = "arn:aws:securityhub:eu-west-1::product/aws/securityhub"
HEADER = ["run", "when", "finding", "who", "runbook", "version", "summary", "before", "after", "why"]


def finding(text, number, status, at, product=ARN):
    return {
        "SchemaVersion": "2018-10-08", "Id": f"{text}#{number}", "ProductArn": product, "ProductName": text,
        "CompanyName": text, "GeneratorId": text, "AwsAccountId": text or "none", "AwsAccountName": text,
        "Region": text, "Types": [text, f"{text}/b"], "FirstObservedAt": "2026-01-10T08:00:00Z",
        "CreatedAt": "2026-01-10T08:00:00Z", "UpdatedAt": at, "ProcessedAt": at, "LastObservedAt": at,
        "Severity": {"Label": "HIGH", "Original": text}, "Title": text, "Description": text,
        "Remediation": {"Recommendation": {"Text": text, "Url": text}}, "SourceUrl": text,
        "ProductFields": {"ControlId": text, "StandardsArn": text, "RelatedAWSResources:0/name": text, text: text},
        "UserDefinedFields": {text or "name": text, "b": text},
        "Resources": [{"Type": text, "Id": f"{text}#{number}", "Partition": "aws", "Region": text,
                       "ResourceRole": text, "Tags": {"Environment": text, text or "tag": text},
                       "Details": {"Other": {text or "a": text, "b": text}}}],
        "Compliance": {"Status": status, "SecurityControlId": text or "S3.8", "RelatedRequirements": [text],
                       "AssociatedStandards": [{"StandardsId": text}],
                       "StatusReasons": [{"ReasonCode": text, "Description": text}],
                       "SecurityControlParameters": [{"Name": text, "Value": [text, text]}]},
        "Workflow": {"Status": "RESOLVED" if status == "PASSED" else "NEW"}, "RecordState": "ACTIVE",
        "Note": {"Text": text, "UpdatedBy": text, "UpdatedAt": at},
        "Vulnerabilities": [{"Id": text, "VulnerablePackages": [{"Name": text, "Version": text}]}],
        "FindingProviderFields": {"Severity": {"Label": "HIGH", "Original": text}, "Types": [text]},
    }


def change(text, number):
    return {
        "FindingIdentifier": {"Id": f"{text}#{number}", "ProductArn": ARN}, "UpdateTime": "2026-01-10T12:00:00Z",
        "FindingCreated": False, "UpdateSource": {"Type": "BATCH_UPDATE_FINDINGS", "Identity": text},
        "Updates": [{"UpdatedField": "Note", "OldValue": text, "NewValue": text},
                    {"UpdatedField": text, "OldValue": text, "NewValue": text}],
    }


def events(text, number):
    ticket = {"system": text, "key": text, "url": text}
    checks = [{"name": text, "expected": text, "actual": text, "passed": True}]
    edit = {"summary": text, "reference": {text: text}, "before": {text: text, "b": [text]}, "after": {"b": [text, "c"]}}
    reason = {"code": text, "text": text}
    data = {
        "finding.assigned": {"owner": text, "team": text, "ticket": ticket, "due": "2026-02-01T00:00:00Z"},
        "finding.triaged": {"verdict": "true-positive", "claimedBy": text, "reviewedBy": text, "reason": reason},
        "finding.risk-scored": {"score": 90, "internetReachable": True, "sensitiveData": True, "attackPath": text},
        "finding.escalated": {"to": text, "channel": text, "reason": reason},
        "notification.sent": {"to": text, "channel": text, "reason": text},
        "exception.granted": {"approver": text, "justification": text, "expires": "2026-01-10T09:00:00Z"},
        "exception.revoked": {"approver": text, "justification": text},
        "approval.requested": {"by": text, "change": edit}, "approval.granted": {"by": text, "change": edit},
        "approval.denied": {"by": text, "change": edit, "reason": reason},
        "remediation.decided": {"lane": "repair", "decision": "auto", "checks": checks, "reason": reason,
                                "policy": {"id": text, "version": text, "digest": text}},
        "remediation.attempted": {"attempt": f"{text}#{number}", "mode": "enforce", "phase": text, "change": edit,
                                  "executor": {"kind": "human", "id": text, "session": text, "role": text},
                                  "workflow": {"id": text, "version": text}, "outcome": "failed", "reason": reason,
                                  "started": "2026-01-10T11:00:00Z", "ended": "2026-01-10T11:01:00Z"},
        "remediation.verified": {"attempt": f"{text}#{number}", "result": "passed", "method": text, "by": text,
                                 "evidence": {text: text}},
        "remediation.rolled-back": {"attempt": f"{text}#{number}", "trigger": text, "outcome": "failed",
                                    "restored": {text: text}, "ended": "2026-01-10T11:05:00Z"},
        "gate.evaluated": {"control": text, "resource": text, "address": text, "commit": text, "pullRequest": text,
                           "result": "waived", "waiverExpires": "2026-03-01T00:00:00Z"},
        "delivery.dead-lettered": {"queue": text, "attempts": 3, "error": text},
        "delivery.replayed": {"queue": text, "attempts": 3, "error": text},
        "delivery.rejected": {"queue": text, "attempts": 3, "error": text},
    }
    for minute, (kind, content) in enumerate(data.items()):
        yield {"specversion": "1.0", "id": f"{text}#{number}#{kind}", "source": f"urn:{text}", "type": "closeout." + kind,
               "subject": f"{text}#{number}", "time": f"2026-01-10T10:{minute:02d}:00Z", "correlationid": text,
               "datacontenttype": "application/json", text or "extension": text, "data": content}


def attacked(value, text):
    """The same document with every text in it replaced: nobody takes this for a record."""
    if isinstance(value, dict):
        return {name: attacked(member, text) for name, member in value.items()}
    if isinstance(value, list):
        return [attacked(member, text) for member in value]
    return text if isinstance(value, str) else value


def write(name, lines):
    path = os.path.join(folder, name)
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "wb") as out:
        for line in lines:
            out.write((json.dumps(line, ensure_ascii=False) if not isinstance(line, str) else line)
                      .encode("utf-8", "surrogatepass") + b"\n")


numbered = list(enumerate(payloads))
taken = {
    "taken/findings.ndjson": [finding(t, n, s, at) for n, t in numbered
                              for s, at in (("FAILED", "2026-01-10T08:00:00Z"), ("PASSED", "2026-01-12T08:00:00Z"))],
    "taken/products.ndjson": [finding(t, f"{n}p", "FAILED", "2026-01-10T08:00:00Z", product=t) for n, t in numbered if t],
    "taken/history.ndjson": [change(t, n) for n, t in numbered],
    "taken/ledger.ndjson": [event for n, t in numbered for event in events(t, n)],
}
for name, lines in taken.items():
    write(name, lines)
# File names are texts of strangers as well.
for number, name in enumerate(["=HYPERLINK(1).ndjson", "\x1b[31mred\x1b]8;;x\x07.ndjson", "a\nb\u202e.ndjson",
                               "<img src=x onerror=alert(1)>.ndjson", "--help.ndjson"]):
    write("taken/names/" + name, [finding("harmless", f"f{number}", "FAILED", "2026-01-10T08:00:00Z")])
with open(os.path.join(folder, "runs.csv"), "w", encoding="utf-8", newline="") as out:
    rows = csv.writer(out)
    rows.writerow(HEADER)
    for number, text in numbered:
        if "\0" not in text:
            rows.writerow([f"{text}#m{number}", "2026-01-10T11:30:00Z", f"{text}#{number}"] + [text] * 7)
with open(os.path.join(folder, "map.yaml"), "w", encoding="utf-8") as out:
    out.write("""closeout-mapping: 1
name: runs
container: csv
fields:
  source: {constant: "urn:example:runs"}
  id: run
  type: {constant: remediation.attempted}
  time: when
  subject: finding
  data.attempt: run
  data.mode: {constant: enforce}
  data.executor.id: who
  data.workflow.id: runbook
  data.workflow.version: version
  data.change.summary: summary
  data.change.before: before
  data.change.after: after
  data.reason: why
  data.outcome: {constant: failed}
""")
# What is refused, whole and broken, and formats that are known and not read.
refused = []
for number, text in numbered:
    whole = [finding(text, number, "FAILED", "2026-01-10T08:00:00Z"), change(text, number), *events(text, number)]
    refused += [attacked(document, text) for document in whole]
    refused.append({"class_uid": 2003, "class_name": text, "metadata": {"product": {"name": text, "uid": text}},
                    "finding_info": {"uid": text, "title": text}, "resources": [{"uid": text, "name": text}]})
    refused.append('{"Id": ' + json.dumps(text, ensure_ascii=False) + ', "Title": ' + text)
write("refused/all.ndjson", refused)
json.dump({"taken": sum(len(lines) for lines in taken.values()) + 5, "runs": sum("\0" not in t for t in payloads)}, sys.stdout)
