"""RFC 6962 §2.1 written down from its text, for trees of the entries 'record\\n<seed>-<index>'."""

import json
import sys
from functools import lru_cache
from hashlib import sha256


def answer(case):
    leaves = [
        sha256(b"\x00record\n%d-%d" % (case["seed"], i)).digest() for i in range(case["size"])
    ]

    @lru_cache(maxsize=None)
    def mth(start, end):
        if end - start == 0:
            return sha256(b"").digest()
        if end - start == 1:
            return leaves[start]
        k = split(end - start)
        return sha256(b"\x01" + mth(start, start + k) + mth(start + k, end)).digest()

    def split(n):
        k = 1
        while k * 2 < n:
            k *= 2
        return k

    def path(m, start, end):
        if end - start == 1:
            return []
        k = split(end - start)
        if m < k:
            return path(m, start, start + k) + [mth(start + k, end)]
        return path(m - k, start + k, end) + [mth(start, start + k)]

    def subproof(m, start, end, whole):
        if m == end - start:
            return [] if whole else [mth(start, end)]
        k = split(end - start)
        if m <= k:
            return subproof(m, start, start + k, whole) + [mth(start + k, end)]
        return subproof(m - k, start + k, end, False) + [mth(start, start + k)]

    return {
        "root": mth(0, case["size"]).hex(),
        "inclusion": [[h.hex() for h in path(i, 0, case["size"])] for i in case["indices"]],
        "oldRoots": [mth(0, old).hex() for old in case["olds"]],
        "consistency": [
            [h.hex() for h in subproof(old, 0, case["size"], True)] for old in case["olds"]
        ],
    }


json.dump([answer(case) for case in json.load(sys.stdin)], sys.stdout)
