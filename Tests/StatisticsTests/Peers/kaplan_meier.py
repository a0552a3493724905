"""Answers with lifelines what KaplanMeier computes. JSON in, JSON out."""

import json
import math
import sys

from lifelines import KaplanMeierFitter
from lifelines.utils import median_survival_times


def finite(value):
    return None if value is None or math.isinf(value) else float(value)


def first_crossing(column):
    """The first time at which a bound is at or below one half."""
    reached = column[column <= 0.5]
    return None if reached.empty else float(reached.index[0])


def answer(case):
    fitter = KaplanMeierFitter().fit(case["times"], case["ended"])
    # lifelines sums logarithms, so S may miss an exact one half by 1e-16; rounded, its own median is right.
    survival = fitter.survival_function_.round(12)
    interval = fitter.confidence_interval_.round(12)
    lower, upper = interval.iloc[:, 0], interval.iloc[:, 1]
    # lifelines searches by bisection, which is only defined on a falling column.
    falling = lower.is_monotonic_decreasing and upper.is_monotonic_decreasing
    if falling:
        found = median_survival_times(interval)
        bounds = [finite(found.iloc[0, 0]), finite(found.iloc[0, 1])]
    else:
        bounds = [first_crossing(lower), first_crossing(upper)]
    queries = case["queries"]
    return {
        "survival": [float(fitter.survival_function_.iloc[:, 0].asof(t)) for t in queries],
        "lower": [float(fitter.confidence_interval_.iloc[:, 0].asof(t)) for t in queries],
        "upper": [float(fitter.confidence_interval_.iloc[:, 1].asof(t)) for t in queries],
        "atRisk": [int(n) for n in fitter.event_table["at_risk"]],
        "tableTimes": [float(t) for t in fitter.event_table.index],
        "median": finite(median_survival_times(survival)),
        "medianLower": bounds[0],
        "medianUpper": bounds[1],
        "falling": bool(falling),
    }


json.dump([answer(case) for case in json.load(sys.stdin)], sys.stdout)
