/**
 * One record per printed act, holding all that it prints, already in words; which acts a session gives, their numbers
 * and their places.
 *
 * <p>The words around the fields are in {@code templates/acts/}; how they lie on paper is the typesetting's. Nothing is
 * computed here that a jury would decide.
 */
@NullMarked
package fr.minutier.act;

import org.jspecify.annotations.NullMarked;
