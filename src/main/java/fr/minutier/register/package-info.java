/**
 * What was decided and issued, once and for good: a ledger of editions, and the append-only record of acts and
 * decisions. Plain JDBC on one H2 file.
 *
 * <p>What does not live here: files of {@code output/}, PDF, spreadsheets, the rules of juries. The register is told
 * words and digests and gives them back.
 */
@NullMarked
package fr.minutier.register;

import org.jspecify.annotations.NullMarked;
