/**
 * The annotated bordereau: the coordinator's own workbook, marked where it must be corrected, in the format received.
 *
 * <p>Begin with {@link fr.minutier.report.annotated.AnnotatedBordereau}. Cells, comments and one list before the sheets are the whole of it; what is
 * wrong, and in which words, is told by the anomalies that come in.
 */
@NullMarked
package fr.minutier.report.annotated;

import org.jspecify.annotations.NullMarked;
