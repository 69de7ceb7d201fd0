/**
 * A jury session in typed words, as it stands once its bordereau has been checked: pure values that check themselves.
 *
 * <p>No cell, no file, no rule of decision lives here.
 */
@NullMarked
package fr.minutier.session;

import org.jspecify.annotations.NullMarked;
