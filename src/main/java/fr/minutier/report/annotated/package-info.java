/**
 * The annotated bordereau: the coordinator's own workbook, marked where it must be corrected, in the format received.
 *
 * <p>Begin with {@link fr.minutier.report.annotated.AnnotatedBordereau}. Cells, comments and one list before the sheets are the whole of it; what is
 * wrong, and in which words, is told by the anomalies that come in.
 *
 * <p>A .ods ({@code Ods…}) and a .xlsx ({@code Xlsx…}) are written again as streams of XML, whatever they hold; only a .xls ({@code Xls…})
 * is held whole by POI.
 */
@NullMarked
package fr.minutier.report.annotated;

import org.jspecify.annotations.NullMarked;
