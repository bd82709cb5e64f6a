"""Writes the small files in valid/columns and invalid/columns that an editor would not leave as they are.

Bytes are spelled out here: encodings, line ends, cuts, NUL. The sentence beside each file was written by hand.
"""

import pathlib

here = pathlib.Path(__file__).parent


def write(name, content):
    (here / name).write_bytes(content if isinstance(content, bytes) else content.encode())


UTF8 = b"\xef\xbb\xbf"
SMALL = "Day,mood,stress,Notes\r\n24/11/2026,6,4,caf\u00e9\r\n25/11/2026,7,,\r\n"

# valid: one content, five ways to write it
write("valid/columns/utf8-bom.csv", UTF8 + SMALL.encode())
write("valid/columns/utf16-le.csv", b"\xff\xfe" + SMALL.encode("utf-16-le"))
write("valid/columns/utf16-be.csv", b"\xfe\xff" + SMALL.encode("utf-16-be"))
write("valid/columns/windows-1252.csv", SMALL.encode("cp1252"))
write("valid/columns/carriage-return.csv", SMALL.replace("\r\n", "\r"))
write("valid/columns/no-final-line-break.csv", "Day,mood,stress,Notes\n24/11/2026,6,4,walk\n25/11/2026,7,,tea")
# valid: other shapes
write(
    "valid/columns/twelve-hours.csv",
    "When\tmood\tstress\tNotes\n11/24/2026 9:04 PM\t6\t4\t\n11/25/2026 12:30 AM\t\t5\t\n\n11/25/2026 12:15 PM\t7\t\tlunch\n",
)
write(
    "valid/columns/sessions.csv",
    "Day|Start|Length|Style|Firm|Stress before|Stress after|mood\n"
    "2026-11-24|14:00|60|Thai|2|7|3|6\n"
    "2026-11-25||||||| 5\n"
    "2026-11-26|10:30|45|chair||6||\n",
)
write(
    "valid/columns/offset.csv",
    "Timestamp,mood,stress,Notes\n2026-11-24T21:04:10+0100,6,,\n2026-11-24T23:30:00-0500,,4,\n",
)

# invalid: rows
HEAD = "Day,mood,stress,Notes\n"
write("invalid/columns/out-of-range.csv", HEAD + "24/11/2026,6,4,\n25/11/2026,6,11,\n")
write("invalid/columns/off-the-grid.csv", HEAD + "24/11/2026,6.5,4,\n")
write("invalid/columns/not-a-number.csv", HEAD + "24/11/2026,NaN,4,\n25/11/2026,,four,\n")
write("invalid/columns/decimal-comma.csv", HEAD + '24/11/2026,"6,0",4,\n')
write("invalid/columns/no-such-day.csv", HEAD + "29/02/2024,6,4,\n29/02/2025,6,4,\n")
write("invalid/columns/quoted-lines.csv", HEAD + '24/11/2026,6,4,"one\ntwo\r\nthree"\n25/11/2026,6,44,"four\nfive"\n')
write("invalid/columns/too-few-fields.csv", HEAD + "24/11/2026,6\n25/11/2026,6,4,\n")
write("invalid/columns/too-many-fields.csv", HEAD + "24/11/2026,6,4,tea,cake\n25/11/2026,6,4,,\n")
write("invalid/columns/no-day.csv", HEAD + ",6,4,\n")
write("invalid/columns/long-note.csv", HEAD + "24/11/2026,6,4," + "x" * 4001 + "\n")
write("invalid/columns/session-ends-first.csv", "Start,End,mood\n2026-11-24 14:00,2026-11-24 13:00,6\n")
write("invalid/columns/session-too-long.csv", "Start,End,mood\n2026-11-24 14:00,2026-11-24 21:00,6\n")
# invalid: the whole file
write("invalid/columns/zero-bytes.csv", b"")
write("invalid/columns/blank-lines.csv", "\n\r\n\n")
write("invalid/columns/missing-column.csv", "Day,mood,Notes\n24/11/2026,6,\n")
write("invalid/columns/column-twice.csv", "Day,mood,stress,mood,Notes\n24/11/2026,6,4,6,\n")
write("invalid/columns/cut-in-a-row.csv", HEAD + "24/11/2026,6,4,\n25/11/20")
write("invalid/columns/cut-in-a-quote.csv", HEAD + '24/11/2026,6,4,\n25/11/2026,6,4,"slept b')
write("invalid/columns/cut-in-a-character.csv", (HEAD + "24/11/2026,6,4,caf\u00e9").encode()[:-1])
write("invalid/columns/cut-utf16.csv", b"\xff\xfe" + SMALL.encode("utf-16-le")[:-3])
write("invalid/columns/nul.csv", (HEAD + "24/11/2026,6,4,\n25/11/2026,6,").encode() + b"\0\0\0\0")
write("invalid/columns/utf16-no-mark.csv", SMALL.encode("utf-16-le"))
write("invalid/columns/stray-quote.csv", HEAD + '24/11/2026,6,4,"tea" and cake\n')
write("invalid/columns/not-text.csv", b"Day,mood,stress,Notes\n24/11/2026,6,4,\x81\xc3\x28\n")
write("invalid/columns/other-delimiter.csv", HEAD.replace(",", ";") + "24/11/2026;6;4;\n")
