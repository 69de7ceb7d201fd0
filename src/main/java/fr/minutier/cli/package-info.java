/** The commands of the terminal, one small class each. They parse, call and print; they decide nothing. */
@NullMarked
package fr.minutier.cli;

import org.jspecify.annotations.NullMarked;
