/**
 * Measurements of the product beside others and beside floors, run by {@code src/bench/run}; no part of the tests. {@link
 * fr.minutier.bench.Bench} is where it begins.
 */
@NullMarked
package fr.minutier.bench;

import org.jspecify.annotations.NullMarked;
