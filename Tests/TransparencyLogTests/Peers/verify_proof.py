"""Checks a tlog-proof with hashlib and cryptography: PROOF ENTRY ED25519.pem ECDSA.pem NAME."""

import sys
from base64 import b64decode
from hashlib import sha256

from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric.ec import ECDSA

proof, entry, ed25519, ecdsa = (open(path, "rb").read() for path in sys.argv[1:5])
name = sys.argv[5].encode()

head, note = proof.split(b"\n\n", 1)
lines = head.split(b"\n")
assert lines.pop(0) == b"c2sp.org/tlog-proof@v1"
if lines[0].startswith(b"extra "):
    b64decode(lines.pop(0)[6:], validate=True)
word, index = lines.pop(0).split(b" ")
assert word == b"index"
fn = int(index)

text, signatures = note.rsplit(b"\n\n", 1)
text += b"\n"
origin, size, root = text.split(b"\n")[:3]
assert origin == name

node, sn = sha256(b"\x00" + entry).digest(), int(size) - 1
assert fn <= sn
for line in lines:
    other = b64decode(line, validate=True)
    assert sn > 0
    if fn & 1 or fn == sn:
        node = sha256(b"\x01" + other + node).digest()
        while not fn & 1 and fn:
            fn, sn = fn >> 1, sn >> 1
    else:
        node = sha256(b"\x01" + node + other).digest()
    fn, sn = fn >> 1, sn >> 1
assert sn == 0 and node == b64decode(root, validate=True)

Raw, Der = serialization.Encoding.Raw, serialization.Encoding.DER
key = serialization.load_pem_public_key(ed25519)
raw = key.public_bytes(Raw, serialization.PublicFormat.Raw)
second = serialization.load_pem_public_key(ecdsa)
spki = second.public_bytes(Der, serialization.PublicFormat.SubjectPublicKeyInfo)
checked = 0
for line in signatures.decode().splitlines():
    dash, signer, data = line.split(" ")
    assert dash == "\u2014" and signer.encode() == name
    data = b64decode(data, validate=True)
    if data[:4] == sha256(name + b"\n\x01" + raw).digest()[:4]:
        key.verify(data[4:], text)
        checked += 1
    elif data[:4] == sha256(spki).digest()[:4]:
        second.verify(data[4:], text, ECDSA(hashes.SHA256()))
        checked += 1
assert checked == 2
print("ok")
