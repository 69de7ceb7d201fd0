#!/usr/bin/env bash
# Plants one fault after another in a copy of the project and says which tests catch it. Fails when one is not caught.
#   src/test/planted/run.sh [PATCH...]        all of them by default
#   CANDIDATES=2000 TESTS='*Test'             how much is compared, and which tests are run
set -euo pipefail

here=$(cd "$(dirname "$0")" && pwd)
tests=${TESTS:-'CheckTest,*RulesTest,DeliberationTest,PointsPropertyTest,AgreementPropertyTest'}
candidates=${CANDIDATES:-800}
patches=("$@")
if [ ${#patches[@]} -eq 0 ]; then
  patches=("$here"/*.patch)
fi
for i in "${!patches[@]}"; do
  patches[i]=$(realpath "${patches[i]}")
done

copy=$(mktemp -d)
trap 'rm -rf "$copy"' EXIT
(cd "$here/../../.." && git ls-files -z | xargs -0 cp --parents -t "$copy")
cd "$copy"

tested() {
  rm -rf target/surefire-reports
  ./mvnw -B -q "$@" -Dtest="$tests" -Dminutier.candidats="$candidates" >target.log 2>&1
}

if ! tested test; then
  tail -n 40 target.log
  echo "the tests fail before anything is planted"
  exit 1
fi

uncaught=0
for patch in "${patches[@]}"; do
  name=$(basename "$patch" .patch)
  patch -p1 -s <"$patch"
  # The tests themselves need no compiling again.
  if tested toolchains:select-jdk-toolchain@default compiler:compile surefire:test; then
    caught="NOT CAUGHT"
    uncaught=1
  else
    caught=$(grep -lE '(Failures|Errors): [1-9]' target/surefire-reports/*.txt 2>/dev/null |
      sed -E 's|.*/||; s|\.txt$||; s|.*\.||' | paste -sd ' ' || true)
    if [ -z "$caught" ]; then
      caught="DOES NOT RUN: $(grep -m1 ERROR target.log || true)"
      uncaught=1
    fi
  fi
  printf '%-36s %s\n' "$name" "$caught"
  patch -p1 -s -R <"$patch"
done
exit $uncaught
