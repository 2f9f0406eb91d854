#!/usr/bin/env bash
# run.sh SECONDS [TARGET...]: builds the libFuzzer targets with clang and runs each for SECONDS, with
# the address and undefined behaviour sanitizers. A finding is left beside the build as crash-*.
# 0 seconds only build.
set -euo pipefail
root=$(cd "$(dirname "$0")/../.." && pwd)
seconds=${1:-60}
shift || true
"$root/packaging/setup.sh" build test
cmake -S "$root" --preset fuzz >/dev/null
build=$root/build/fuzz
targets=("$@")
[ ${#targets[@]} -gt 0 ] || mapfile -t targets < <(sed -n 's/^inlet_add_fuzzer(\([a-z]*\) .*/\1/p' "$root/tests/fuzz/CMakeLists.txt")
cmake --build "$build" --target "${targets[@]/#/fuzz_}"
[ "$seconds" != 0 ] || exit 0
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

fuzz() {
    local target=$1 found=0
    mkdir -p "$work/$target"
    LSAN_OPTIONS=suppressions=$root/tests/support/lsan.supp:print_suppressions=0 \
        "$build/tests/fuzz/fuzz_$target" -max_total_time="$seconds" -timeout=10 -rss_limit_mb=3000 -max_len=65536 \
        -verbosity=0 -print_final_stats=1 -artifact_prefix="$build/" "$work/$target" "$root/tests/fuzz/corpus/$target" \
        >"$work/$target.log" 2>&1 || found=1
    # One piece a target: several run at a time.
    {
        echo "== fuzz $target for $seconds s: $(sed -n 's/^stat::number_of_executed_units: *//p' "$work/$target.log") runs"
        if [ $found = 1 ]; then
            echo "fuzz_$target found something; the input is in $build"
            grep -E '^ +#[0-9]+ |SUMMARY|ERROR|Test unit' "$work/$target.log" | head -n 40
        fi
    } >"$work/$target.told"
    cat "$work/$target.told"
    return $found
}
export -f fuzz
export root build work seconds
printf '%s\n' "${targets[@]}" | xargs -P "$(nproc)" -I{} bash -c 'fuzz {}'
