/**
 * What leaves the house for other systems in a form that they dictate: here, the holders sent to the SI-CPF of the Caisse
 * des dépôts.
 *
 * <p>What does not live here: who holds what (the register and the session say it), and reading a bordereau.
 */
@NullMarked
package fr.minutier.delivery;

import org.jspecify.annotations.NullMarked;
