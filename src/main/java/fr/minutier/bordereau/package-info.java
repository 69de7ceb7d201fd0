/**
 * What coordinators hand in: the files of the inbox, and their cells as written, each with its address.
 *
 * <p>Here live the formats: which file is a bordereau, how each kind is read, how sheets and headers are recognised
 * whatever their spelling. What a cell should hold, and what is wrong when it does not, is no business of this room.
 */
@NullMarked
package fr.minutier.bordereau;

import org.jspecify.annotations.NullMarked;
