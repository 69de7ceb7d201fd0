/**
 * What leaves the house: acts by mail, each with a letter, and once ({@link fr.minutier.delivery.Dispatch}); for other
 * systems, in a form that they dictate, the holders sent to the SI-CPF of the Caisse des dépôts.
 *
 * <p>What does not live here: who holds what (the register and the session say it), reading a bordereau, and speaking to
 * a mail server.
 */
@NullMarked
package fr.minutier.delivery;

import org.jspecify.annotations.NullMarked;
