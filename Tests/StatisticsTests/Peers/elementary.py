"""Answers with numpy, scipy and math.fsum what the small measures compute. JSON in, JSON out."""

import json
import math
import sys
from decimal import Decimal, getcontext

import numpy
from scipy.stats import binomtest, norm

getcontext().prec = 50
question = json.load(sys.stdin)


def wilson(case):
    """By scipy, which takes a level and so loses some digits of z, and by the formula with 50 digits."""
    level = 2 * norm.cdf(case["z"]) - 1
    interval = binomtest(case["successes"], case["total"]).proportion_ci(level, method="wilson")
    n, p, z = Decimal(case["total"]), Decimal(case["successes"]) / Decimal(case["total"]), Decimal(case["z"])
    centre = p + z * z / (2 * n)
    margin = z * (p * (1 - p) / n + z * z / (4 * n * n)).sqrt()
    scale = 1 + z * z / n
    exact = [(centre - margin) / scale, (centre + margin) / scale]
    return [float(interval.low), float(interval.high)] + [float(bound) for bound in exact]


def xmr(values):
    values = numpy.array(values)
    mean, spread = values.mean(), 2.66 * numpy.abs(numpy.diff(values)).mean()
    outside = numpy.flatnonzero((values < mean - spread) | (values > mean + spread))
    return {
        "mean": float(mean),
        "lower": float(mean - spread),
        "upper": float(mean + spread),
        "outside": [int(i) for i in outside],
    }


def below(values):
    edges = numpy.array(question["edges"])
    return [int((numpy.array(values) <= edge).sum()) for edge in edges] + [len(values)]


json.dump(
    {
        "quantiles": [
            [float(q) for q in numpy.quantile(values, question["levels"], method="linear")]
            for values in question["series"]
        ],
        "sums": [math.fsum(values) for values in question["series"]],
        "below": [below(values) for values in question["series"]],
        "xmr": [xmr(values) for values in question["series"] if len(values) > 1],
        "wilson": [wilson(case) for case in question["proportions"]],
    },
    sys.stdout,
)
