#!/usr/bin/env python3
"""Reads generated articles of any size in one run, as a stream, and accounts for each.

    tests/bench/stream.py BUILD [--size MB] [--jobs N]

The articles are piped from msmt_bench into `msmt-extract --per-article -`, so neither they nor
the lines that come out are ever held. Prints MB/s of the clock, the largest memory, and fails
unless each article comes out once and in its place.
"""

import argparse
import json
import os
import subprocess
import sys
import time


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("build", help="folder of the release build")
    parser.add_argument("--size", type=float, default=1, help="MB of article text (default: 1)")
    parser.add_argument("--jobs", type=int, default=os.cpu_count())
    options = parser.parse_args()
    bench = os.path.join(options.build, "tests", "bench", "msmt_bench")
    program = os.path.join(options.build, "msmt-extract")

    begin = time.monotonic()
    maker = subprocess.Popen(
        [bench, "--size", str(options.size), "--write", "/dev/stdout"], stdout=subprocess.PIPE
    )
    reader = subprocess.Popen(
        [program, "--per-article", "-j", str(options.jobs), "-"],
        stdin=maker.stdout,
        stdout=subprocess.PIPE,
    )
    maker.stdout.close()
    articles = claims = written = 0
    for line in reader.stdout:
        written += len(line)
        article = json.loads(line)
        path = article["source"]["path"]
        if path != f"{articles:08}.txt":
            sys.exit(f"{path} comes where {articles:08}.txt is due")
        articles += 1
        claims += len(article["claims"])
    _, status, used = os.wait4(reader.pid, 0)
    if maker.wait() != 0 or status != 0:
        sys.exit(f"the maker ended with {maker.returncode}, the reader with {status}")
    seconds = time.monotonic() - begin
    print(
        f"{options.size:g} MB, {articles} articles, all in their place; {claims} claims, "
        f"{written / 1e6:.0f} MB written, -j {options.jobs}"
    )
    print(
        f"{options.size / seconds:.2f} MB/s of the clock ({seconds:.0f} s), "
        f"{used.ru_maxrss / 1024:.0f} MB of memory at most"
    )


if __name__ == "__main__":
    main()
