/**
 * One record per printed act, holding all that it prints; which acts a session gives, their numbers and their places.
 *
 * <p>No French word is here: a record holds what was written or decided, and keys; the words are in {@code
 * templates/acts/}, and how they lie on paper is the typesetting's. Nothing is
 * computed here that a jury would decide.
 */
@NullMarked
package fr.minutier.act;

import org.jspecify.annotations.NullMarked;
