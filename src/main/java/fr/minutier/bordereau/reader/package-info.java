/**
 * The inbox and its formats: which file is a bordereau, and how each kind is read, by its content and never by its name.
 *
 * <p>Begin with {@link fr.minutier.bordereau.reader.BordereauReader}. Every reader yields the same values, those of the
 * room above: cells as written, each with its address.
 */
@NullMarked
package fr.minutier.bordereau.reader;

import org.jspecify.annotations.NullMarked;
