"""Prints the first claim of the first reading on standard input, indented."""

import json
import sys

reading = json.loads(sys.stdin.readline())
print(json.dumps(reading["claims"][0], indent=1, ensure_ascii=False))
