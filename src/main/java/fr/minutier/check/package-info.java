/**
 * What is wrong at which cell. {@link fr.minutier.check.Check} lists every rule on one page; each rule is one small method named
 * after the anomaly it finds. Cells come in; a session and all anomalies come out; no rule stops another.
 *
 * <p>Nothing here decides an outcome or prints an act.
 */
@NullMarked
package fr.minutier.check;

import org.jspecify.annotations.NullMarked;
