/**
 * What coordinators hand in, as values: sheets, lines and cells as written, each with its address.
 *
 * <p>Here live the names of sheets and columns, recognised whatever their spelling; {@code reader} makes these values from
 * files, {@code blank} makes the files. What a cell should hold, and what is wrong when it does not, is no business of this
 * room.
 */
@NullMarked
package fr.minutier.bordereau;

import org.jspecify.annotations.NullMarked;
