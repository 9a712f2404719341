#!/usr/bin/env bash
# Runs the Spark job on a local cluster and compares its report with that of the direct run, byte for
# byte, also when a worker is killed on the way. Installs PySpark into a folder of its own, and Java.
#
#   integrations/spark/test.sh [BUILD]      BUILD: folder of the build, build/release if not given
#
# SPARK_VENV names the folder for PySpark, BUILD/spark-venv if not given. Status 77: no Java or no
# PySpark, and no way to install it.
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
root=$(cd "$here/../.." && pwd)
build=$(cd "${1:-$root/build/release}" && pwd)
venv=${SPARK_VENV:-$build/spark-venv}
pyspark=3.5.5

# shellcheck source=scripts/setup.sh
. "$root/scripts/setup.sh"
command -v java >/dev/null || install_with_apt default-jre-headless
python3 -c 'import ensurepip' 2>/dev/null || install_with_apt python3 python3-venv
command -v java >/dev/null || {
  say "no Java, and it cannot be installed: apt-get install default-jre-headless"
  exit 77
}
if ! "$venv/bin/python" -c 'import pyspark' 2>/dev/null; then
  python3 -m venv "$venv"
  "$venv/bin/pip" install --quiet --disable-pip-version-check "pyspark==$pyspark" || {
    say "PySpark $pyspark cannot be installed: pip install pyspark==$pyspark"
    exit 77
  }
fi

articles=$(mktemp --suffix=.jsonl)
trap 'rm -f "$articles"' EXIT
"$build/tests/scale/merge_scale" --write 400 >"$articles"

cd "$here"
export PYSPARK_PYTHON=$venv/bin/python
export SPARK_LOCAL_IP=127.0.0.1
PYTHONDONTWRITEBYTECODE=1 "$venv/bin/python" test_job.py "$build/msmt-extract" "$articles"
