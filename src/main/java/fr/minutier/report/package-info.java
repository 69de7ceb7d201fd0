/**
 * What a person reads about the run: the pages, the CSV files, the annotated bordereau and the manifest. Values come in,
 * bytes go out, the same bytes for the same values: no time of the run is ever written.
 *
 * <p>Nothing here decides, checks or prints an act, and nothing here knows where the bytes are stored.
 */
@NullMarked
package fr.minutier.report;

import org.jspecify.annotations.NullMarked;
