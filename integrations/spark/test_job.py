"""Runs the job on a local cluster and compares with the direct run, also after the loss of a worker.

    python3 test_job.py PROGRAM ARTICLES.jsonl

The cluster is of two worker processes with an executor each. In the second run an executor is killed
while it reads an article.
"""

import functools
import os
import signal
import subprocess
import sys
import tempfile
import time

from pyspark import SparkConf, SparkContext

import claims_job


def parent_of(pid):
    """The number of the process that has started this one."""
    with open(f"/proc/{pid}/stat", encoding="ascii") as stat:
        return int(stat.read().rpartition(")")[2].split()[1])


def kill_executor_once(marker, number, lines):
    """Kills the executor that reads the second partition, in the middle of it, the first time."""
    for count, line in enumerate(lines):
        if number == 1 and count == 5:
            try:
                os.close(os.open(marker, os.O_CREAT | os.O_EXCL))
            except FileExistsError:
                pass
            else:
                executor = os.getpid()
                while b"java" not in open(f"/proc/{executor}/cmdline", "rb").read().split(b"\0")[0]:
                    executor = parent_of(executor)
                os.kill(executor, signal.SIGKILL)
                time.sleep(60)  # the worker of a dead executor ends by itself
        yield line


def main():
    """Status 1 when a report is not that of the direct run."""
    program, articles = os.path.abspath(sys.argv[1]), os.path.abspath(sys.argv[2])
    here = os.path.dirname(os.path.abspath(__file__))
    failed = False
    with tempfile.TemporaryDirectory() as work:
        direct = os.path.join(work, "direct.json")
        subprocess.run([program, "-o", direct, articles], check=True)
        conf = (SparkConf().setMaster("local-cluster[2,1,512]").setAppName("test")
                .set("spark.executor.memory", "512m").set("spark.ui.enabled", "false")
                .set("spark.ui.showConsoleProgress", "false")
                .set("spark.driver.bindAddress", "127.0.0.1").set("spark.driver.host", "127.0.0.1")
                .set("spark.local.dir", work))
        context = SparkContext(conf=conf)
        context.setLogLevel("ERROR")
        context.addPyFile(os.path.join(here, "claims_job.py"))
        context.addPyFile(os.path.abspath(__file__))
        import test_job  # pylint: disable=import-self,import-outside-toplevel  # as workers know it

        marker = os.path.join(work, "killed")
        runs = {
            "undisturbed": None,
            "with an executor killed": functools.partial(test_job.kill_executor_once, marker),
        }
        for name, watch in runs.items():
            report = os.path.join(work, "report.json")
            begin = time.monotonic()
            claims_job.run(context, program, articles, report, 4, watch)
            took = time.monotonic() - begin
            same = subprocess.run(["cmp", direct, report], check=False).returncode == 0
            if watch is not None and not os.path.exists(marker):
                print("no executor was killed")
                same = False
            print(f"{name}: {'the bytes of the direct run' if same else 'DIFFERENT'}, {took:.0f} s")
            failed = failed or not same
        context.stop()
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
