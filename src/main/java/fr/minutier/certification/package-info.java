/**
 * What must be passed: certifications, their blocks, épreuves, components and rules, each with its legal source, and the
 * library that reads them from {@code templates/certifications/*.yaml}.
 *
 * <p>Nothing here knows a candidate or a mark, and no certification is named in Java.
 */
@NullMarked
package fr.minutier.certification;

import org.jspecify.annotations.NullMarked;
