"""Reads pairs of samples (JSON) and answers with the two-sided p of each Mann-Whitney test."""
import json
import sys

from scipy.stats import mannwhitneyu

json.dump(
    [
        float(mannwhitneyu(q["later"], q["earlier"], use_continuity=False, method="asymptotic").pvalue)
        for q in json.load(sys.stdin)
    ],
    sys.stdout,
)
