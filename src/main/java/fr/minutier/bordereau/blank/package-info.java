/**
 * The blank bordereau: a workbook made from a definition, ready to be filled by a coordinator.
 *
 * <p>What it holds (sheets, columns, rules, words) is described once, as a {@link fr.minutier.bordereau.blank.Form};
 * two writers put the same form into .xlsx and .ods and know no rule. Reading what was filled in is the business of
 * {@code fr.minutier.bordereau}, saying what is wrong with it that of {@code check}.
 */
@NullMarked
package fr.minutier.bordereau.blank;

import org.jspecify.annotations.NullMarked;
