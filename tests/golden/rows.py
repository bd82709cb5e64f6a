#!/usr/bin/env python3
"""Every row of a golden diary, read without this project's code: rows.py KEY_FILE FOLDER > FOLDER/rows.json.

The pages are opened here by hand (SQLCipher 4: AES-256-CBC, 80 bytes at the end of each page for the vector and the seal,
https://www.zetetic.net/sqlcipher/design/) with the Python package `cryptography`, the rows read by Python's own SQLite.
KEY_FILE is what `tidemark key save` wrote. Cells are SQL literals, as quote() gives them; rows in the order of their text."""
import json
import sqlite3
import sys
import tempfile

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

PAGE, RESERVED = 4096, 80
key = bytes.fromhex(open(sys.argv[1]).read().split()[1])
sealed = open(sys.argv[2] + "/diary.db", "rb").read()
plain = bytearray()
for at in range(0, len(sealed), PAGE):
    page = sealed[at:at + PAGE]
    start = 16 if at == 0 else 0
    vector = page[PAGE - RESERVED:PAGE - RESERVED + 16]
    opened = Cipher(algorithms.AES(key), modes.CBC(vector)).decryptor()
    body = opened.update(page[start:PAGE - RESERVED]) + opened.finalize()
    plain += (b"SQLite format 3\0" if at == 0 else b"") + body + bytes(RESERVED)
# The copy was closed cleanly, so no log is needed: read it as a plain file of the older journal mode.
plain[18:20] = b"\x01\x01"
with tempfile.NamedTemporaryFile(suffix=".db") as file:
    file.write(plain)
    file.flush()
    database = sqlite3.connect(file.name)
    tables = [name for (name,) in database.execute(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name")]
    rows = {}
    for table in tables:
        columns = [row[1] for row in database.execute(f"PRAGMA table_info({table})")]
        cells = ", ".join(f'quote("{column}")' for column in columns)
        found = database.execute(f'SELECT {cells} FROM "{table}"').fetchall()
        rows[table] = [dict(zip(columns, row)) for row in sorted(found)]
json.dump(rows, sys.stdout, indent=1, ensure_ascii=False, sort_keys=True)
print()
