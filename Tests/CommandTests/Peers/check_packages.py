"""Checks packages with hashlib and cryptography, after docs/evidence-format.md and RFC 6962's recursive text.

Shares no line with Closeout nor with VERIFY.txt. Question: {"bags": [folder], "packageKey": PEM, "logKey": PEM,
"old": checkpoint, "grown": consistency proof}. Answer: counts; the first thing that does not hold ends it.
"""

import json
import os
import re
import sys
from base64 import b64decode
from hashlib import sha256
from xml.etree import ElementTree

from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat, load_pem_public_key


def split(n):
    """The largest power of two less than n."""
    return 1 << (n - 1).bit_length() - 1


def node(left, right):
    return sha256(b"\x01" + left + right).digest()


def root_from_path(leaf, index, size, path):
    """RFC 6962, 2.1.1, read backwards: the last hash of PATH is the sibling of the largest subtree."""
    if size == 1:
        assert not path, "path is too long"
        return leaf
    k = split(size)
    assert path, "path is too short"
    if index < k:
        return node(root_from_path(leaf, index, k, path[:-1]), path[-1])
    return node(path[-1], root_from_path(leaf, index - k, size - k, path[:-1]))


def roots_from_proof(old, new, proof, old_root, whole=True):
    """RFC 6962, 2.1.2: the roots of the old and the new tree that SUBPROOF leads to."""
    if old == new:
        if whole:
            assert not proof, "proof is too long"
            return old_root, old_root
        assert len(proof) == 1, "proof has another length"
        return proof[0], proof[0]
    k = split(new)
    assert proof, "proof is too short"
    if old <= k:
        before, after = roots_from_proof(old, k, proof[:-1], old_root, whole)
        return before, node(after, proof[-1])
    before, after = roots_from_proof(old - k, new - k, proof[:-1], old_root, False)
    return node(proof[-1], before), node(proof[-1], after)


class Log:
    def __init__(self, key):
        self.key = load_pem_public_key(key.encode())
        der = self.key.public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)
        self.name = "closeout.log/" + sha256(der).hexdigest()[:16]
        raw = self.key.public_bytes(Encoding.Raw, PublicFormat.Raw)
        self.key_id = sha256(self.name.encode() + b"\n\x01" + raw).digest()[:4]

    def open(self, note):
        """Size, root and text of a signed note of this log."""
        text, _, signatures = note.rpartition("\n\n")
        text += "\n"
        name, size, root = text.splitlines()
        assert name == self.name, "another log"
        (line,) = signatures.splitlines()
        dash, signer, blob = line.split(" ")
        blob = b64decode(blob, validate=True)
        assert dash == "\u2014" and signer == self.name and blob[:4] == self.key_id, "another key"
        self.key.verify(blob[4:], text.encode())
        return int(size), b64decode(root, validate=True), text


def check_bag(bag, key, log):
    def read(path):
        with open(os.path.join(bag, path), "rb") as file:
            return file.read()

    key.verify(read("tagmanifest-sha256.txt.sig"), read("tagmanifest-sha256.txt"), ec.ECDSA(SHA256()))
    listed = {"tagmanifest-sha256.txt", "tagmanifest-sha256.txt.sig", "checkpoint.sig"}
    for manifest in ("manifest-sha256.txt", "tagmanifest-sha256.txt"):
        for line in read(manifest).decode().splitlines():
            digest, path = line.split("  ", 1)
            assert sha256(read(path)).hexdigest() == digest, path
            listed.add(path)
    found = {
        os.path.relpath(os.path.join(folder, name), bag) for folder, _, names in os.walk(bag) for name in names
    }
    assert found == listed, found ^ listed

    note = read("data/ledger/checkpoint").decode()
    size, root, text = log.open(note)
    key.verify(read("checkpoint.sig"), text.encode(), ec.ECDSA(SHA256()))

    def prove(leaf, path):
        head, _, checkpoint = read(path).decode().partition("\n\n")
        header, index, *hashes = head.splitlines()
        assert header == "c2sp.org/tlog-proof@v1" and checkpoint == note, path
        index = int(index.removeprefix("index "))
        assert root_from_path(leaf, index, size, [b64decode(h) for h in hashes]) == root, path

    tree = ElementTree.fromstring(read("data/evidence.xml"))
    tag = "{urn:closeout:evidence:1}"
    leaves, withheld = {}, 0
    for record in tree.findall(tag + "record"):
        number = record.get("number")
        if record.get("withheld") == "true":
            leaf = b64decode(read(f"data/records/{number}.withheld").removesuffix(b"\n"), validate=True)
            withheld += 1
        else:
            leaf = sha256(b"\x00record\n" + read(f"data/records/{number}.json")).digest()
        assert leaf.hex() == record.get("leaf"), number
        prove(leaf, f"data/ledger/{number}.tlog-proof")
        leaves[leaf.hex()] = number
    assert len(leaves) == len(os.listdir(os.path.join(bag, "data/records")))

    later = set()
    if "data/ledger/later-records.txt" in found:
        later = set(read("data/ledger/later-records.txt").decode().split())
    heads = 0
    chains = os.path.join(bag, "data/ledger/heads")
    for chain in sorted(os.listdir(chains)):
        previous = ""
        names = sorted(name for name in os.listdir(os.path.join(chains, chain)) if name.endswith(".head"))
        for place, name in enumerate(names, 1):
            entry = read(f"data/ledger/heads/{chain}/{name}")
            word, finding, sequence, before, *records = entry.decode().rstrip("\n").split("\n")
            assert (word, int(sequence), before) == ("head", place, previous), name
            assert records and all(leaf in leaves or leaf in later for leaf in records), name
            if chain == "0001":
                assert f"External-Identifier: sha256:{finding}\n".encode() in read("bag-info.txt")
            leaf = sha256(b"\x00" + entry).digest()
            previous = leaf.hex()
            heads += 1
        prove(leaf, f"data/ledger/heads/{chain}/newest.tlog-proof")
    return len(leaves), heads, withheld


def main():
    question = json.load(sys.stdin)
    key = load_pem_public_key(question["packageKey"].encode())
    log = Log(question["logKey"])
    counts = [check_bag(bag, key, log) for bag in question["bags"]]
    old_size, old_root, _ = log.open(question["old"])
    head, _, note = question["grown"].partition("\n\n")
    first, *hashes = head.splitlines()
    assert re.fullmatch(r"old (\d+)", first).group(1) == str(old_size)
    size, root, _ = log.open(note)
    proof = [b64decode(h) for h in hashes]
    assert roots_from_proof(old_size, size, proof, old_root) == (old_root, root), "the log was rewritten"
    answer = {"records": sum(c[0] for c in counts), "heads": sum(c[1] for c in counts), "size": size,
              "withheld": sum(c[2] for c in counts)}
    json.dump(answer, sys.stdout)


main()
