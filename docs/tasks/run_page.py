"""Runs the blocks of a page in order and compares what they print with the text block that follows each.

Bash and Python blocks run as they stand, each in a process of its own; SQL goes to ClickHouse as the user analyst. In an expected text "..."
stands for anything. Addresses and the lake of the page are replaced by those of the platform that runs. With --write the page is given what
came out instead.
"""

import re
import subprocess
import sys
import urllib.error
import urllib.request
from pathlib import Path

BLOCK = re.compile(r"^```(bash|python|sql)\n(.*?)^```\n(?:```text\n(.*?)^```\n)?", re.MULTILINE | re.DOTALL)
CLICKHOUSE = "http://127.0.0.1:8123"
LAKE = "target/demo/state/lake"
PYTHON = "target/analyst/bin/python"
PATIENCE_SECONDS = 600


def run_process(command: list[str], text: str) -> str:
    done = subprocess.run(command, input=text, capture_output=True, text=True, timeout=PATIENCE_SECONDS)
    if done.returncode != 0:
        raise RuntimeError(f"it ended with {done.returncode}:\n{done.stdout}{done.stderr}")
    return done.stdout


def run_sql(clickhouse: str, text: str) -> str:
    try:
        with urllib.request.urlopen(f"{clickhouse}/?user=analyst&database=realtime", text.encode(), PATIENCE_SECONDS) as answer:
            return answer.read().decode()
    except urllib.error.HTTPError as refused:
        return refused.read().decode()


def run_block(language: str, text: str, clickhouse: str, lake: str) -> str:
    text = text.replace(CLICKHOUSE, clickhouse).replace(LAKE, lake)
    if language == "sql":
        return run_sql(clickhouse, text)
    return run_process(["bash", "-euo", "pipefail"] if language == "bash" else [PYTHON, "-"], text)


def agrees(expected: str, actual: str) -> bool:
    pattern = ".*".join(re.escape(part) for part in expected.strip("\n").split("..."))
    return re.fullmatch(pattern, actual.strip("\n"), re.DOTALL) is not None


def told(actual: str) -> str:
    return "".join(f"{line.rstrip()}\n" for line in actual.strip("\n").splitlines())


def check(page: Path, clickhouse: str, lake: str, write: bool) -> int:
    content = page.read_text(encoding="utf-8")
    wrong = 0
    for found in BLOCK.finditer(content):
        language, text, expected = found.groups()
        place = f"{page}:{content.count(chr(10), 0, found.start()) + 1}"
        try:
            actual = told(run_block(language, text, clickhouse, lake))
        except (RuntimeError, OSError, subprocess.TimeoutExpired) as failure:
            print(f"{place}: the {language} block does not run: {failure}")
            wrong += 1
            continue
        if expected is None or agrees("\n".join(line.rstrip() for line in expected.splitlines()), actual):
            print(f"{place}: ok ({language})")
        elif write:
            page.write_text(page.read_text(encoding="utf-8").replace(f"{text}```\n```text\n{expected}```\n", f"{text}```\n```text\n{actual}```\n"),
                            encoding="utf-8")
            print(f"{place}: written")
        else:
            print(f"{place}: the {language} block gives\n{actual}and the page says\n{expected}")
            wrong += 1
    return wrong


def main(arguments: list[str]) -> int:
    write = "--write" in arguments
    clickhouse, lake, *pages = [argument for argument in arguments if argument != "--write"]
    wrong = sum(check(Path(page), clickhouse, lake, write) for page in pages)
    print(f"{wrong} blocks are not as the page says" if wrong else "every block is as the page says")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
