/**
 * The nightly job: its steps in the order of the night, the job repository under it, and the publication of a
 * session's folder.
 *
 * <p>What does not live here: what the steps do. Reading, checking, deliberating, printing and recording each have
 * their own room.
 */
@NullMarked
package fr.minutier.night;

import org.jspecify.annotations.NullMarked;
