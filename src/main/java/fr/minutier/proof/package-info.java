/**
 * What proves an act without the register: a claim of a few words, signed with the office's key, and the keys
 * themselves, generation after generation. Anybody who has the public key checks it alone, by the page
 * {@code src/docs/verification.md}.
 *
 * <p>What does not live here: how a claim is drawn on paper, which acts bear one, what the register says.
 */
@NullMarked
package fr.minutier.proof;

import org.jspecify.annotations.NullMarked;
