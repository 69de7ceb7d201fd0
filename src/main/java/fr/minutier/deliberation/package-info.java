/**
 * What follows from the marks by the rules: points, outcomes, decisions, each with its grounds. Pure and exact: nothing
 * is rounded, compared after rounding, or taken from a framework.
 */
@NullMarked
package fr.minutier.deliberation;

import org.jspecify.annotations.NullMarked;
