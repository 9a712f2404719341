"""Reads the claims of articles on Apache Spark and merges them.

    spark-submit claims_job.py --program build/release/msmt-extract articles.jsonl claims.json

The input is JSON Lines, one article a line, each with its own "path". Each partition is piped through
`msmt-extract --per-article -` and becomes a report with `msmt-extract --merge -`; the driver merges these
reports with the same command. Merging is associative, so the result is that of one run over all articles, byte for
byte, however the partitions fall and whatever had to be done twice because a worker was lost.
"""

import argparse
import os
import subprocess
import sys
import tempfile
import threading

from pyspark import SparkContext, StorageLevel

# 2: some line was no article. It is named on standard error and left out, and trying again would not
# help. Anything else, a signal above all, makes Spark try the partition again.
GOOD = (0, 2)


def pipe_through(command, lines):
    """The lines that a command makes of lines; fails when the command did not come to its end."""
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    trouble = []

    def feed():
        try:
            with process.stdin as to:
                for line in lines:
                    to.write(line.encode() + b"\n")
        except Exception as error:  # pylint: disable=broad-except  # raised again below
            trouble.append(error)

    feeder = threading.Thread(target=feed, daemon=True)
    feeder.start()
    for line in process.stdout:
        yield line.decode().rstrip("\n")
    feeder.join()
    status = process.wait()
    if status not in GOOD:
        raise RuntimeError(f"{command[0]} ended with status {status}")
    if trouble:
        raise trouble[0]


def run(context, program, source, target, partitions, watch=None):
    """Writes the report of the articles in `source` to `target`, whole or not at all.

    watch: for tests, is given the number of a partition and its lines, and gives the lines on.
    """
    watch = watch or (lambda number, lines: lines)

    def read(number, lines):
        return pipe_through([program, "--per-article", "--jobs", "1", "-"], watch(number, lines))

    def merge(lines):
        return pipe_through([program, "--merge", "--jobs", "1", "-"], lines)

    articles = context.textFile(source, partitions).mapPartitionsWithIndex(read)
    reports = articles.mapPartitions(merge).persist(StorageLevel.DISK_ONLY)
    reports.count()  # all partitions at once; below they are fetched one by one
    folder = os.path.dirname(os.path.abspath(target))
    with tempfile.NamedTemporaryFile(dir=folder, delete=False) as whole:
        try:
            last = subprocess.Popen([program, "--merge", "-"], stdin=subprocess.PIPE, stdout=whole)
            with last.stdin as to:
                for line in reports.toLocalIterator():
                    to.write(line.encode() + b"\n")
            if last.wait() not in GOOD:
                raise RuntimeError(f"{program} --merge ended with status {last.returncode}")
            os.replace(whole.name, target)
        except BaseException:
            os.unlink(whole.name)
            raise
        finally:
            reports.unpersist()


def main():
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("source", help="JSON Lines, one article a line; anything that Spark reads")
    parser.add_argument("target", help="the report, on the driver's machine")
    parser.add_argument("--program", default="msmt-extract", help="on every worker")
    parser.add_argument("--partitions", type=int, default=64)
    options = parser.parse_args()

    context = SparkContext(appName="msmt-extract")
    try:
        run(context, options.program, options.source, options.target, options.partitions)
    finally:
        context.stop()
    return 0


if __name__ == "__main__":
    sys.exit(main())
