/**
 * What was decided and issued, once and for good: a ledger of editions, and the append-only record of acts and
 * decisions. Plain JDBC on a {@link fr.minutier.register.Base}: one H2
 * file, or one PostgreSQL database.
 *
 * <p>What does not live here: files of {@code output/}, PDF, spreadsheets, the rules of juries. The register is told
 * words and digests and gives them back.
 */
@NullMarked
package fr.minutier.register;

import org.jspecify.annotations.NullMarked;
