/** Minutier: the spreadsheets of French jury sessions made into their signed paperwork. */
@NullMarked
package fr.minutier;

import org.jspecify.annotations.NullMarked;
